#ifndef OUT_MARKDOWN_H
#define OUT_MARKDOWN_H

#include <stddef.h>

struct buf;

/*
 * Foreign text as Markdown that shows nothing but itself, in a comment of a
 * pull request: no mark-up, no HTML, no link, no mention of a person or an
 * issue, no line of its own.
 */
void markdown_text(struct buf *, const char *s, size_t len);

#endif
