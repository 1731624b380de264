#ifndef OUT_XLSX_H
#define OUT_XLSX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"

struct buf;
struct zip_press;

/*
 * A workbook of one sheet, cell by cell and row by row.  The first row is the
 * head: it stays in view and filters the rest.  A text is never a formula,
 * whatever it begins with.  The bytes depend on the cells, the name and the
 * day alone.
 */
struct xlsx;

struct xlsx *xlsx_new(void);
/*
 * The next cell of the row; NULL leaves it empty.  A day YYYY-MM-DD becomes a
 * date and, when number is true, a decimal number becomes one.
 */
void xlsx_cell(struct xlsx *, const char *text, bool number);
void xlsx_row(struct xlsx *);
/*
 * Append the finished workbook, its sheet called name as far as spreadsheet
 * programs allow.  The press may be NULL.  0, or -1 with errno.
 */
int xlsx_finish(struct xlsx *, struct zip_press *, const char *name,
    date_day day, struct buf *);
/* Takes NULL. */
void xlsx_done(struct xlsx *);

#endif
