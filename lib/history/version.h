#ifndef HISTORY_VERSION_H
#define HISTORY_VERSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct arena;
struct words;

/*
 * What one version of a file says: its records, each flattened to fields, and
 * a fingerprint of the prose.  Texts come from the words given to
 * versions_new(), so equal ones are one pointer; a record that stands
 * unchanged in the next version of its register is one pointer too.
 */
struct value {
	const char	*field, *text;
};

struct version {
	const char	*id;
	struct value	*values;	/* sorted by field */
	size_t		 len;
	const char	*body;		/* NULL: no prose */
	bool		 shares;	/* its values are another one's */
};

struct versions {
	const struct version	**list;	/* one an id: the first counts */
	size_t			  len;
	bool			  readable;	/* else the list is empty */
};

struct versions_reader;

/* One a thread, with words of its own. */
struct versions_reader *versions_new(struct arena *, struct words *);
void versions_done(struct versions_reader *);
/*
 * Once the reader's words have been merged into others: all that it has read
 * is of those from now on.
 */
void versions_rename(struct versions_reader *);

/*
 * Read a text as it stood.  A text without front matter has no records; one
 * whose front matter no parser can read is unreadable.
 */
struct versions *versions_read(struct versions_reader *, const char *text,
    size_t len);
/* The same by libyaml alone: the judge of the line scanner in tests. */
struct versions *versions_read_slow(struct versions_reader *,
    const char *text, size_t len);

/* ---- scan.c: front matter line by line, where that is certain ---- */

/* Fields being gathered; path is where the next one stands. */
struct fields {
	struct words	*words;
	struct buf	 path;
	struct value	*list;		/* on the heap */
	size_t		 len, cap;
};

void fields_put(struct fields *, const char *s, size_t len);
/* The path goes on with "[n]". */
void fields_index(struct fields *, size_t n);
/*
 * A list of scalars is one value: makes those behind mark one, joined by
 * ", ".
 */
void fields_join(struct fields *, size_t mark);

/* One record of a register: its lines, the first from behind the dash. */
struct slice {
	const char	*s;
	size_t		 len, col;
};

struct slices {
	struct slice	*list;		/* on the heap */
	size_t		 len, cap;
	bool		 given;		/* there is a key "records" */
	const char	*from, *to;	/* the lines of it, with its key */
};

/*
 * Whether every byte is one that YAML takes and the scanner understands.
 * Must hold before the others are called.
 */
bool scan_plain(const char *s, size_t len);
/* False: not certain; what was gathered is then worthless. */
bool scan_front(struct fields *, struct slices *, const char *s, size_t len);
bool scan_slice(struct fields *, const struct slice *);

#endif
