#ifndef BASE_INFLATE_H
#define BASE_INFLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* zlib streams, as git keeps objects in and PDF its content. */
struct buf;
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

/* The other way, always to the same bytes. */
struct deflate;

/* level: 1 fast to 12 thorough.  NULL never. */
struct deflate *deflate_new(int level);
/* Takes NULL. */
void deflate_done(struct deflate *);
/* Appends the stream. */
void deflate_all(struct deflate *, struct buf *, const void *, size_t);
/* The same without the head and the sum of zlib, as zip archives have it. */
void deflate_bare(struct deflate *, struct buf *, const void *, size_t);
/* CRC-32, their sum. */
uint32_t deflate_crc(const void *, size_t);

#endif
