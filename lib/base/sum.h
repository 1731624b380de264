#ifndef BASE_SUM_H
#define BASE_SUM_H

#include <stddef.h>
#include <stdint.h>

/*
 * A fast sum of bytes, for tables and against damage; who wants two texts
 * with one sum can have them (base/hash.h is for that).
 */
uint64_t sum_bytes(const char *s, size_t len);

#endif
