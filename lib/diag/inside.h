#ifndef DIAG_INSIDE_H
#define DIAG_INSIDE_H

#include <stddef.h>

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
	size_t		*lines;		/* offsets of line starts; lazily */
	size_t		 line_len;
	struct lone_line *lone;		/* by line */
	size_t		 lone_len;
};

/* What the parts of this folder share. */
struct diags {
	struct arena	 *arena;
	struct diag	**list;
	size_t		  len;
	struct map	 *texts;
};

/* The order of two struct diag *, for qsort(). */
int diag_compare(const void *, const void *);
/* Give the built-in heads the texts of the language in use. */
void diag_heads_speak(void);

#endif
