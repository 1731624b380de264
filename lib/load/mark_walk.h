#ifndef LOAD_MARK_WALK_H
#define LOAD_MARK_WALK_H

#include <stdbool.h>
#include <stddef.h>

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "diag/diag.h"

/* What the files of the Markdown layer share. */

struct arena;
struct map;
struct node;
struct table;

struct mark {
	struct arena	*arena;
	struct diags	*diags;
	const char	*path;
	unsigned	 line;		/* of the file, of the text's first */
	const char	*text;
	size_t		 len;
	const char	**lines;	/* starts; one more for the end */
	size_t		 line_len;
	struct table	*tables;	/* in the order of the document */
	size_t		 table_len, next_table;
	struct map	*slugs, *notes;
	int		 note_number;
};

/*
 * "[^" stands as these bytes while cmark parses, so that a footnote is not
 * taken for a link reference; the byte gate lets no other control through.
 */
#define NOTE_OPEN	'\001'
#define NOTE_CARET	'\002'

/* A table that a paragraph holds from its line `first` on. */
struct table {
	int		 line;		/* of the header row, in the text */
	size_t		 rows, columns;	/* header included, delimiter not */
	const char	**cells;	/* rows * columns; trimmed, unescaped */
	struct pos	*at;
	unsigned char	*aligns;	/* a column; enum align */
	cmark_node	**parsed;	/* headings that hold the inlines */
	int		 last;		/* line of the last row */
	char		 box;		/* of the task it stands in, or 0 */
};

/*
 * Find the tables of the parsed text and parse their cells in one batch,
 * before the original text so that its references hold.  The result must
 * live as long as the cells are used; NULL when there are no tables.
 */
cmark_node *mark_tables(struct mark *, cmark_node *root);

/* Children of a cmark node as inlines of ours, with all that GitHub adds. */
void mark_inlines(struct mark *, struct node *parent, cmark_node *);

/* Column (from 1) in characters of byte column col of a line of the text. */
unsigned mark_column(const struct mark *, int line, int col);
struct pos mark_pos(const struct mark *, cmark_node *);

/* Put "[^" back in a copy. */
char *mark_restore(struct arena *, const char *);

#endif
