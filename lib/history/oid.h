#ifndef HISTORY_OID_H
#define HISTORY_OID_H

#include <stdbool.h>
#include <stddef.h>

/* The name of an object: a SHA-1. */

#define OID_RAW	20
#define OID_HEX	40

struct oid {
	unsigned char	id[OID_RAW];
};

/* As git numbers them, in packs too. */
enum object_type {
	OBJECT_NONE, OBJECT_COMMIT, OBJECT_TREE, OBJECT_BLOB, OBJECT_TAG
};

/*
 * Of len hexadecimal digits, OID_HEX at most; what is missing of those is
 * zero.  Reads no further than to the first byte that is no digit, and is
 * false then.
 */
bool oid_parse(struct oid *, const char *s, size_t len);
void oid_set(struct oid *, const unsigned char *raw);
void oid_print(const struct oid *, char hex[OID_HEX + 1]);
bool oid_is_zero(const struct oid *);
bool oid_equal(const struct oid *, const struct oid *);

#endif
