#ifndef OUT_PDF_TABLE_H
#define OUT_PDF_TABLE_H

/* The measures of a table, between pdf_table.c and pdf_width.c. */

#include <stdbool.h>
#include <stddef.h>

struct node;
struct pdf_para;

#define PDF_COLS_MAX	64

/* A cell on its way: a paragraph when it holds inlines only. */
struct pdf_cellm {
	const struct node *node;
	struct pdf_para	*para;
	float		 min, max;
	/* of a cell with blocks: its words in one line, what is before them */
	float		 all, indent;
	unsigned	 paras;
	unsigned	 col, span;
};

struct pdf_measure {
	const struct node *node;
	unsigned	 dense;
	struct pdf_cellm	*cell;
	size_t		 ncell, ncol, nrow;
	float		 min[PDF_COLS_MAX], max[PDF_COLS_MAX];
	float		 summin, summax;
	struct pdf_measure	*next;
};

/* The room at the left and the right of a cell's words. */
float pdf_padx(const struct node *, unsigned dense);
/* Widths for the columns that add up to w. */
void pdf_widths(const struct pdf_measure *, float w, float *width);
/*
 * About how high the rows become in a table w wide, in lines each; those of
 * more than three read badly.
 */
float pdf_tallness(const struct pdf_measure *, float w);
#endif
