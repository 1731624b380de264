#include <string.h>

#include "history/oid.h"

static int
digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool
oid_parse(struct oid *out, const char *s, size_t len)
{
	int d;

	memset(out, 0, sizeof(*out));
	if (len > OID_HEX)
		return false;
	for (size_t i = 0; i < len; i++) {
		if ((d = digit(s[i])) < 0)
			return false;
		out->id[i / 2] |= (unsigned char)(i % 2 == 0 ? d << 4 : d);
	}
	return true;
}

void
oid_set(struct oid *out, const unsigned char *raw)
{
	memcpy(out->id, raw, OID_RAW);
}

void
oid_print(const struct oid *id, char hex[OID_HEX + 1])
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < OID_RAW; i++) {
		*hex++ = digits[id->id[i] >> 4];
		*hex++ = digits[id->id[i] & 15];
	}
	*hex = '\0';
}

bool
oid_is_zero(const struct oid *id)
{
	static const struct oid zero;

	return memcmp(id, &zero, sizeof(zero)) == 0;
}

bool
oid_equal(const struct oid *a, const struct oid *b)
{
	return memcmp(a->id, b->id, OID_RAW) == 0;
}
