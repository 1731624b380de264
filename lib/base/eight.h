#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/*
 * Eight bytes of text at a time: most of it is letters and blanks, which a
 * loop over bytes would look at one by one.
 */
#define EIGHT_ONES	UINT64_C(0x0101010101010101)
#define EIGHT_HIGHS	UINT64_C(0x8080808080808080)

static inline uint64_t
eight_at(const char *s)
{
	uint64_t x;

	memcpy(&x, s, sizeof(x));
	return x;
}

/* Is one of them below c, which is at most 0x80? */
static inline bool
eight_below(uint64_t x, unsigned char c)
{
	return ((x - EIGHT_ONES * c) & ~x & EIGHT_HIGHS) != 0;
}

/* Is one of them c? */
static inline bool
eight_has(uint64_t x, unsigned char c)
{
	return eight_below(x ^ EIGHT_ONES * c, 1);
}

static inline bool
eight_ascii(uint64_t x)
{
	return (x & EIGHT_HIGHS) == 0;
}

/* The highest bit of each that is c, and no other. */
static inline uint64_t
eight_which(uint64_t x, unsigned char c)
{
	x ^= EIGHT_ONES * c;
	return ~(((x & ~EIGHT_HIGHS) + ~EIGHT_HIGHS) | x) & EIGHT_HIGHS;
}

/* How many are no later bytes of a character of UTF-8. */
static inline unsigned
eight_chars(uint64_t x)
{
	uint64_t later = x >> 7 & ~(x >> 6) & EIGHT_ONES;

	return 8 - (unsigned)(later * EIGHT_ONES >> 56);
}

#endif
