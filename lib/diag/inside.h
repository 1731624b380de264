#ifndef DIAG_INSIDE_H
#define DIAG_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag/diag.h"

struct arena;
struct map;

/* A line of which nothing else of its text is known. */
struct lone_line {
	const char	*s;
	size_t		 len, offset;
	unsigned	 line;
};

/* A text whose findings show its lines. */
struct text {
	const char	*s;		/* NULL: only lone lines */
	size_t		 len;
	bool		 cut;		/* more is in the file: */
	size_t		 whole;		/* its length */
	uint64_t	 sum;		/* and what sum_bytes() says of it */
	size_t		*lines;		/* offsets of line starts; lazily */
	size_t		 line_len;
	struct lone_line *lone;		/* by line */
	size_t		 lone_len;
};

/* What the parts of this folder share. */
struct diags {
	struct arena	 *arena;
	diags_reader	 *reader;	/* of texts that were cut, or NULL */
	void		 *reader_data;
	struct diag	**list;
	size_t		  len;
	struct map	 *texts;
};

/* The order of two struct diag *, for qsort(). */
int diag_compare(const void *, const void *);
/* Give the built-in heads the texts of the language in use. */
void diag_heads_speak(void);

#endif
