#ifndef BASE_ALIKE_H
#define BASE_ALIKE_H

#include <stdint.h>

struct arena;

/*
 * What a reader takes for ASCII and is not.
 */

/*
 * Full-width, compatibility and look-alike characters (a Cyrillic A, a long
 * dash) as the ASCII characters they look like, invisible ones left out;
 * what has no such form stays.  s itself when it is ASCII.
 */
const char *alike_ascii(struct arena *, const char *s);
/* The first character that is not ASCII, 0 when there is none. */
uint32_t alike_odd(const char *s);

#endif
