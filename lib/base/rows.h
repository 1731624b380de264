#ifndef BASE_ROWS_H
#define BASE_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct arena;

/*
 * Structs as rows of numbers and texts, by a table of their members.  What is
 * read back is trusted in nothing: every row is checked against the end, every
 * text against the texts.
 */
enum member_type {
	MEMBER_TEXT,			/* const char *, never NULL */
	MEMBER_MAYBE,			/* const char * or NULL */
	MEMBER_SIZE,			/* size_t below 2^32 */
	MEMBER_MOMENT,			/* int64_t */
	MEMBER_DAY,			/* date_day */
	MEMBER_BOOL
};

struct member {
	enum member_type	type;
	size_t			at;
};

/* Pointers to numbers; 0 is "not there". */
struct numbers {
	struct arena	*arena;
	struct numbered	*slots;
	size_t		 size, used;
};

void numbers_new(struct numbers *, struct arena *);
uint32_t numbers_get(const struct numbers *, const void *);
void numbers_put(struct numbers *, const void *, uint32_t);

/* ---- writing ---- */

struct rows {
	struct buf	rows, texts;
	struct numbers	known;		/* where each text stands */
};

void rows_new(struct rows *, struct arena *);
void rows_done(struct rows *);
void rows_number(struct rows *, size_t);
/* NULL is told apart from "". */
void rows_text(struct rows *, const char *);
void rows_put(struct rows *, const struct member *, size_t n, const void *);

/* ---- reading ---- */

struct cursor {
	const char	*at, *end;	/* of the rows */
	const char	*texts;		/* ends with a NUL */
	size_t		 texts_len;
	bool		 bad;		/* something did not fit */
};

/* 0 when it does not fit. */
uint32_t cursor_number(struct cursor *);
/* A number of rows, of at least size bytes each, that can still follow. */
uint32_t cursor_count(struct cursor *, size_t size);
/* A number below n; 0 when it does not fit. */
uint32_t cursor_below(struct cursor *, size_t n);
/* "" when it does not fit and must be one; points into the texts. */
const char *cursor_text(struct cursor *, bool maybe);
void cursor_get(struct cursor *, const struct member *, size_t n, void *);

#endif
