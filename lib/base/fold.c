#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fold.h"
#include "base/utf8.h"

static bool
ascii(const char *s)
{
	while (*s != '\0')
		if ((unsigned char)*s++ >= 0x80)
			return false;
	return true;
}

static const char *
lower(struct arena *a, const char *s)
{
	char *copy, *p;

	copy = arena_str(a, s);
	for (p = copy; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p + ('a' - 'A'));
	return copy;
}

static const char *
mapped(struct arena *a, const char *s, utf8proc_option_t options)
{
	utf8proc_uint8_t *out = NULL;
	const char *copy = s;

	if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &out,
	    (utf8proc_option_t)(options | UTF8PROC_NULLTERM |
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE)) >= 0)
		copy = arena_str(a, (const char *)out);
	free(out);
	return copy;
}

const char *
fold_loose(struct arena *a, const char *s)
{
	if (ascii(s))
		return lower(a, s);
	return mapped(a, s, (utf8proc_option_t)(UTF8PROC_COMPAT |
	    UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
}

const char *
fold_path(struct arena *a, const char *s)
{
	return ascii(s) ? lower(a, s) : mapped(a, s, UTF8PROC_CASEFOLD);
}

const char *
fold_nfc(struct arena *a, const char *s)
{
	return ascii(s) ? s : mapped(a, s, (utf8proc_option_t)0);
}

const char *
fold_width(struct arena *a, const char *s)
{
	struct buf b = BUF_INIT;
	size_t n = strlen(s);
	const char *copy;
	uint32_t c;

	if (ascii(s))
		return s;
	for (size_t i = 0, len; i < n; i += len) {
		len = utf8_get(s + i, n - i, &c);
		if (c >= 0xff01 && c <= 0xff5e)
			buf_addc(&b, (int)(c - 0xff01 + '!'));
		else if (c == 0x3000)
			buf_addc(&b, ' ');
		else if (c == 0x2212 || (c >= 0x2010 && c <= 0x2015) ||
		    c == 0x30fc)
			buf_addc(&b, '-');
		else
			buf_add(&b, s + i, len);
	}
	copy = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return copy;
}
