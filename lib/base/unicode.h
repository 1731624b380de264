#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What a code point is; with base/fold.h the only home of utf8proc.
 */
uint32_t unicode_lower(uint32_t c);
/* Alphabetic, mark, decimal digit or connector: what a word is made of. */
bool unicode_word(uint32_t c);
bool unicode_alnum(uint32_t c);
/* White space and punctuation as CommonMark counts them. */
bool unicode_space(uint32_t c);
bool unicode_punct(uint32_t c);

#endif
