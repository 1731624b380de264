#ifndef CMD_TERM_H
#define CMD_TERM_H

#include <stddef.h>

struct buf;

#define TERM_WIDTH	80

/*
 * Append text fit for a terminal, broken at spaces and between Japanese
 * characters so that no line is wider than TERM_WIDTH columns.  The line at
 * hand has `at` columns already; each further line begins with `indent`
 * spaces.  Returns the columns of the last line.  Ends without a newline.
 */
size_t term_wrap(struct buf *, const char *s, size_t at, size_t indent);
/* Spaces up to a column, one at least. */
void term_tab(struct buf *, size_t at, size_t column);

#endif
