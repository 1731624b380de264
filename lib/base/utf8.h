#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

/*
 * Decode one code point of valid or invalid UTF-8 at s (n >= 1 bytes left).
 * Returns the bytes used (1 to 4) and sets *c; an invalid, overlong,
 * surrogate or cut sequence gives *c = UTF8_BAD and 1.
 */
#define UTF8_BAD	((uint32_t)0xffffffff)
size_t utf8_get_long(const char *s, size_t n, uint32_t *c);

static inline size_t
utf8_get(const char *s, size_t n, uint32_t *c)
{
	if ((unsigned char)*s >= 0x80)
		return utf8_get_long(s, n, c);
	*c = (unsigned char)*s;
	return 1;
}

/* Appends the code point. */
void utf8_put(struct buf *, uint32_t c);

/* Code points in n bytes (an invalid byte counts as one). */
size_t utf8_count(const char *s, size_t n);
/* UTF-16 units in n bytes. */
size_t utf8_count16(const char *s, size_t n);

/*
 * True for what has no look of its own and changes how its neighbours read:
 * zero-width and bidirectional controls, tags, fillers, the soft hyphen.
 */
bool utf8_hidden(uint32_t c);

/*
 * A line end is a space between words; Japanese is written without, so that
 * one there is only where the writer broke the line (CSS Text 3, 4.1.3).  True
 * when the end of a line between the two stands for nothing.
 */
bool utf8_joined(uint32_t before, uint32_t after);

/*
 * Append n bytes as text fit for a terminal: controls, bidi overrides and
 * other invisible characters appear as \x1b, \u202e, \n.
 */
void utf8_safe(struct buf *, const char *s, size_t n);

#endif
