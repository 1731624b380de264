#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

/* The limits of limits.def as constants: LIMIT_FILE_BYTES and so on. */
enum limit {
#define LIMIT(name, value, unit, en, ja)	LIMIT_##name = value,
#include "base/limits.def"
#undef LIMIT
};

#endif
