#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include <stddef.h>

/*
 * "Did you mean": how many letters must be added, dropped, changed or
 * swapped with their neighbour to come from one word to the other, case
 * aside; max + 1 when it is more than max.  Bytes beyond 63 are not looked
 * at.
 */
unsigned near_distance(const char *, const char *, unsigned max);

/*
 * The nearest of several names: start with { .word = w }, offer each, read
 * best; NULL when none is near.
 */
struct near {
	const char	*word, *best;
	unsigned	 distance;	/* of best */
};
void near_offer(struct near *, const char *name);

/*
 * The one of n candidates that is most likely meant, the first of equals;
 * NULL when none is near.
 */
const char *near_find(const char *word, const char *const *candidates,
    size_t n);

#endif
