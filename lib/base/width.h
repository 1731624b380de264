#ifndef BASE_WIDTH_H
#define BASE_WIDTH_H

#include <stddef.h>
#include <stdint.h>

/*
 * Columns of a terminal: East Asian wide and full-width characters take two.
 */
unsigned width_char(uint32_t c);
size_t width_of(const char *s, size_t n);
/* The most bytes of s that fit into so many columns, cut between characters. */
size_t width_cut(const char *s, size_t n, size_t columns);

#endif
