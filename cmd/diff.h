#ifndef CMD_DIFF_H
#define CMD_DIFF_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct diag;
struct redline;
struct run;

/*
 * What a change means, neutral to its form: sections of rows, findings that
 * appear and go, and prose with what became of it.
 */
struct diff_row {
	const char	*line;		/* to read */
	const char	**names;	/* the columns of the query */
	const char	**values;	/* beside them; NULL allowed */
	size_t		 len;
};

struct diff_section {
	const char	*name, *title, *tone;
	struct diff_row	*rows;
	size_t		 len;
};

struct diff_prose {
	const char	*id, *title, *path;
	struct redline	*words;
};

struct diff {
	struct run		*run;
	struct diff_section	*sections;	/* with rows alone */
	size_t			 section_len;
	const struct diag	**came, **went;	/* findings */
	size_t			 came_len, went_len;
	struct diff_prose	*prose;
	size_t			 prose_len;
	size_t			 edited;	/* records on both sides */
};

void diff_text(const struct diff *, struct buf *);
/* For one comment of a pull request: never more than 60,000 bytes. */
void diff_markdown(const struct diff *, struct buf *);
void diff_json(const struct diff *, struct buf *);

/*
 * The next stretch of a redline that is worth showing, from piece *at on:
 * what changed, with a few words around it.  Calls put for each part with its
 * REDLINE_ value, white space made single; false at the end.
 */
typedef void diff_put(void *, int op, const char *s, size_t len);
bool diff_excerpt(const struct redline *, size_t *at, diff_put *, void *);

#endif
