#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

size_t
utf8_get_long(const char *str, size_t n, uint32_t *c)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *s = (const unsigned char *)str;
	size_t len, i;
	uint32_t v;

	/* kana, kanji and what goes with them */
	if (s[0] > 0xe0 && s[0] < 0xed && n >= 3 && (s[1] & 0xc0) == 0x80 &&
	    (s[2] & 0xc0) == 0x80) {
		*c = (s[0] & 0x0fu) << 12 | (s[1] & 0x3fu) << 6 |
		    (s[2] & 0x3fu);
		return 3;
	}
	if (s[0] < 0x80) {
		*c = s[0];
		return 1;
	}
	*c = UTF8_BAD;
	if (s[0] >= 0xc2 && s[0] < 0xe0) {
		len = 2;
		v = s[0] & 0x1fu;
	} else if (s[0] >= 0xe0 && s[0] < 0xf0) {
		len = 3;
		v = s[0] & 0x0fu;
	} else if (s[0] >= 0xf0 && s[0] < 0xf5) {
		len = 4;
		v = s[0] & 0x07u;
	} else
		return 1;
	if (len > n)
		return 1;
	for (i = 1; i < len; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 1;
		v = v << 6 | (s[i] & 0x3fu);
	}
	if (v < least[len] || v > 0x10ffff || (v >= 0xd800 && v < 0xe000))
		return 1;
	*c = v;
	return len;
}

void
utf8_put(struct buf *b, uint32_t c)
{
	if (c < 0x80)
		buf_addc(b, (int)c);
	else if (c < 0x800) {
		buf_addc(b, (int)(0xc0 | c >> 6));
		buf_addc(b, (int)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		buf_addc(b, (int)(0xe0 | c >> 12));
		buf_addc(b, (int)(0x80 | (c >> 6 & 0x3f)));
		buf_addc(b, (int)(0x80 | (c & 0x3f)));
	} else {
		buf_addc(b, (int)(0xf0 | c >> 18));
		buf_addc(b, (int)(0x80 | (c >> 12 & 0x3f)));
		buf_addc(b, (int)(0x80 | (c >> 6 & 0x3f)));
		buf_addc(b, (int)(0x80 | (c & 0x3f)));
	}
}

size_t
utf8_count(const char *s, size_t n)
{
	size_t count = 0;
	uint32_t c;

	for (size_t i = 0; i < n; count++)
		i += utf8_get(s + i, n - i, &c);
	return count;
}

size_t
utf8_count16(const char *s, size_t n)
{
	size_t count = 0;
	uint32_t c;

	for (size_t i = 0; i < n;) {
		i += utf8_get(s + i, n - i, &c);
		count += c != UTF8_BAD && c > 0xffff ? 2 : 1;
	}
	return count;
}

bool
utf8_hidden(uint32_t c)
{
	return c == 0xad || c == 0x61c || c == 0x115f || c == 0x1160 ||
	    c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
	    (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
	    c == 0x3164 || c == 0xfeff || c == 0xffa0 ||
	    (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe00ff) ||
	    (c >= 0xe01f0 && c <= 0xe0fff);
}

/* Controls, and what changes how its neighbours look without being seen. */
static bool
unsafe(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || utf8_hidden(c);
}

/*
 * Whether the next eight bytes are all 0x20 to 0x7e: taking 0x20 from a lower
 * one, adding 1 to a higher one or the byte itself sets its top bit, and only
 * such a byte borrows from its neighbour or carries into it.
 */
static bool
printable(const char *s)
{
	const uint64_t each = 0x0101010101010101u;
	uint64_t w;

	memcpy(&w, s, sizeof(w));
	return (((w - 0x20 * each) | (w + each) | w) & 0x80 * each) == 0;
}

/* How much of it can stand as it is. */
static size_t
safe_run(const char *s, size_t n)
{
	size_t i = 0, len;
	unsigned char byte;
	uint32_t c;

	while (i < n) {
		if (n - i >= 8 && printable(s + i)) {
			i += 8;
			continue;
		}
		len = 1;
		byte = (unsigned char)s[i];
		if (byte < 0x20 || byte >= 0x7f) {
			len = utf8_get(s + i, n - i, &c);
			if (c == UTF8_BAD || unsafe(c))
				break;
		}
		i += len;
	}
	return i;
}

void
utf8_safe(struct buf *b, const char *s, size_t n)
{
	size_t i, len;
	uint32_t c;

	for (i = 0; i < n; i += len) {
		if ((len = safe_run(s + i, n - i)) > 0) {
			buf_add(b, s + i, len);
			continue;
		}
		len = utf8_get(s + i, n - i, &c);
		if (c == UTF8_BAD)
			buf_addf(b, "\\x%02x", (unsigned char)s[i]);
		else if (c == '\n')
			buf_adds(b, "\\n");
		else if (c == '\t')
			buf_adds(b, "\\t");
		else if (c < 0x80)
			buf_addf(b, "\\x%02x", (unsigned)c);
		else if (c < 0x10000)
			buf_addf(b, "\\u%04x", (unsigned)c);
		else
			buf_addf(b, "\\U%08x", (unsigned)c);
	}
}

/* Chinese characters, kana and full-width forms: no space between them. */
static bool
is_solid(uint32_t c)
{
	return (c >= 0x3000 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
	    (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef) ||
	    (c >= 0x20000 && c <= 0x3ffff);
}

/* Brackets, stops and commas that bring their own space. */
static bool
is_spaced(uint32_t c)
{
	return (c >= 0x3001 && c <= 0x3002) || (c >= 0x3008 && c <= 0x301b) ||
	    c == 0x30fb || c == 0xff01 || (c >= 0xff08 && c <= 0xff0e &&
	    c != 0xff0b) || c == 0xff1a || c == 0xff1b || c == 0xff1f;
}

bool
utf8_joined(uint32_t a, uint32_t b)
{
	return (is_solid(a) && is_solid(b)) || is_spaced(a) || is_spaced(b);
}
