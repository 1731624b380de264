#ifndef DIAG_INSIDE_H
#define DIAG_INSIDE_H

#include <stddef.h>

#include "diag/diag.h"

struct arena;
struct map;

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
