#ifndef HISTORY_TRAILER_H
#define HISTORY_TRAILER_H

#include <stddef.h>

struct arena;
struct people;
struct trailer;

/*
 * The trailers of a message ("Approved-by: Name <mail>"), where git sees them:
 * in its last paragraph, which is not its first, when that holds nothing else,
 * or holds one that git itself writes and is a quarter of such lines.  A line
 * that goes on is joined to the one before.  How many.
 */
size_t trailers_read(struct arena *, const struct people *,
    const char *message, struct trailer **);

#endif
