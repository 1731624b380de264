#ifndef HISTORY_INFLATE_H
#define HISTORY_INFLATE_H

#include <stdbool.h>
#include <stddef.h>

/* Objects are zlib streams, wherever they lie (home of libdeflate). */
struct inflate;

/* NULL never: exhausted memory ends the program. */
struct inflate *inflate_new(void);
/* Takes NULL. */
void inflate_done(struct inflate *);

/*
 * A stream that begins at in and ends before in + in_len, into out, which it
 * must fill: false when it does not or is damaged.
 */
bool inflate_exact(struct inflate *, const void *in, size_t in_len,
    void *out, size_t out_len);
/*
 * A stream of unknown length into a buffer of size bytes: how many came, or
 * -1 when it is damaged, -2 when the buffer is too small.
 */
long inflate_some(struct inflate *, const void *in, size_t in_len,
    void *out, size_t size);
/* Whether so few bytes can hold a stream of so many. */
bool inflate_plausible(size_t in_len, size_t out_len);

#endif
