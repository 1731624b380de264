#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/alike.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

/*
 * Characters that look like an ASCII one and that NFKC keeps: other scripts'
 * letters, the dashes and stops an input method offers, and (0) what nobody
 * sees.  Sorted.
 */
static const struct {
	uint32_t	c;
	char		ascii;
} alike[] = {
	{ 0x00ad, 0 },
	{ 0x0391, 'A' }, { 0x0392, 'B' }, { 0x0395, 'E' }, { 0x0396, 'Z' },
	{ 0x0397, 'H' }, { 0x0399, 'I' }, { 0x039a, 'K' }, { 0x039c, 'M' },
	{ 0x039d, 'N' }, { 0x039f, 'O' }, { 0x03a1, 'P' }, { 0x03a4, 'T' },
	{ 0x03a5, 'Y' }, { 0x03a7, 'X' }, { 0x03bf, 'o' },
	{ 0x0405, 'S' }, { 0x0406, 'I' }, { 0x0408, 'J' }, { 0x0410, 'A' },
	{ 0x0412, 'B' }, { 0x0415, 'E' }, { 0x041a, 'K' }, { 0x041c, 'M' },
	{ 0x041d, 'H' }, { 0x041e, 'O' }, { 0x0420, 'P' }, { 0x0421, 'C' },
	{ 0x0422, 'T' }, { 0x0423, 'Y' }, { 0x0425, 'X' }, { 0x0430, 'a' },
	{ 0x0435, 'e' }, { 0x043e, 'o' }, { 0x0440, 'p' }, { 0x0441, 'c' },
	{ 0x0443, 'y' }, { 0x0445, 'x' }, { 0x0455, 's' }, { 0x0456, 'i' },
	{ 0x0458, 'j' },
	{ 0x200b, 0 }, { 0x200c, 0 }, { 0x200d, 0 }, { 0x200e, 0 },
	{ 0x200f, 0 }, { 0x2010, '-' }, { 0x2011, '-' }, { 0x2012, '-' },
	{ 0x2013, '-' }, { 0x2014, '-' }, { 0x2015, '-' }, { 0x2060, 0 },
	{ 0x2212, '-' }, { 0x3000, ' ' }, { 0x3001, ',' }, { 0x3002, '.' },
	{ 0x30fc, '-' }, { 0xfeff, 0 }, { 0xff0d, '-' }, { 0xff70, '-' },
};

/* The ASCII form of a character; -1 when it has none here. */
static int
alike_get(uint32_t c)
{
	size_t lo = 0, hi = sizeof(alike) / sizeof(alike[0]), mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (alike[mid].c < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == sizeof(alike) / sizeof(alike[0]) || alike[lo].c != c)
		return -1;
	return alike[lo].ascii;
}

/* NFKC, in the arena. */
static const char *
mapped(struct arena *a, const char *s)
{
	utf8proc_uint8_t *out = NULL;
	const char *copy = arena_str(a, s);

	if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &out,
	    (utf8proc_option_t)(UTF8PROC_NULLTERM | UTF8PROC_STABLE |
	    UTF8PROC_COMPOSE | UTF8PROC_COMPAT)) >= 0)
		copy = arena_str(a, (const char *)out);
	free(out);
	return copy;
}

static size_t
ascii_len(const char *s)
{
	size_t n = 0;

	while (s[n] != '\0' && (unsigned char)s[n] < 0x80)
		n++;
	return n;
}

const char *
alike_ascii(struct arena *a, const char *s)
{
	struct buf b = BUF_INIT;
	size_t len = strlen(s), i;
	uint32_t c;
	int to;
	const char *out;

	if (ascii_len(s) == len)
		return s;
	buf_reserve(&b, len);
	/* First the table: NFKC would turn some dashes into other things. */
	for (i = 0; i < len;) {
		size_t n = utf8_get(s + i, len - i, &c);

		to = c < 0x80 || c == UTF8_BAD ? -1 : alike_get(c);
		if (to < 0)
			buf_add(&b, s + i, n);
		else if (to > 0)
			buf_addc(&b, to);
		i += n;
	}
	out = mapped(a, b.len > 0 ? b.s : "");
	buf_done(&b);
	return out;
}

uint32_t
alike_odd(const char *s)
{
	uint32_t c;

	s += ascii_len(s);
	if (*s == '\0')
		return 0;
	utf8_get(s, strlen(s), &c);
	return c;
}
