#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/width.h"
#include "cmd/term.h"

static bool
is_wide(uint32_t c)
{
	return width_char(c) == 2;
}

/* Characters that Japanese does not begin a line with. */
static bool
clings(uint32_t c)
{
	static const uint32_t list[] = {
		0x3001, 0x3002, 0x300d, 0x300f, 0x3011, 0x3015, 0x3009, 0x300b,
		0xff09, 0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff1f, 0xff01, 0x30fb,
		0x30fc, 0x3005, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063,
		0x3083, 0x3085, 0x3087, 0x30a1, 0x30a3, 0x30a5, 0x30a7, 0x30a9,
		0x30c3, 0x30e3, 0x30e5, 0x30e7, ')', ']', ',', '.', ':', ';',
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if (list[i] == c)
			return true;
	return false;
}

/* And those it does not end one with. */
static bool
opens(uint32_t c)
{
	return c == 0x300c || c == 0x300e || c == 0x3010 || c == 0x3014 ||
	    c == 0x3008 || c == 0x300a || c == 0xff08 || c == '(' || c == '[';
}

/* The bytes from s that stay together, without spaces behind; their width. */
static size_t
piece(const char *s, size_t n, size_t *width)
{
	uint32_t c, last = 0;
	size_t i = 0, used;

	for (*width = 0; i < n; i += used, last = c) {
		used = utf8_get(s + i, n - i, &c);
		if (c == ' ')
			break;
		if (i > 0 && (is_wide(c) || is_wide(last)) && !clings(c) &&
		    !opens(last))
			break;
		*width += width_char(c);
	}
	return i;
}

static void
spaces(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_addc(out, ' ');
}

size_t
term_wrap(struct buf *out, const char *s, size_t at, size_t indent)
{
	struct buf b = BUF_INIT;
	size_t i = 0, len, width, gap;
	bool fresh = at <= indent;

	utf8_safe(&b, s, strlen(s));
	while (i < b.len) {
		for (gap = 0; i < b.len && b.s[i] == ' '; i++)
			gap = 1;
		len = piece(b.s + i, b.len - i, &width);
		if (len == 0)
			break;
		if (!fresh && at + gap + width > TERM_WIDTH) {
			buf_addc(out, '\n');
			spaces(out, indent);
			at = indent;
			gap = 0;
		}
		spaces(out, fresh ? 0 : gap);
		at += fresh ? 0 : gap;
		buf_add(out, b.s + i, len);
		at += width;
		i += len;
		fresh = false;
	}
	buf_done(&b);
	return at;
}

void
term_tab(struct buf *out, size_t at, size_t column)
{
	spaces(out, at < column ? column - at : 1);
}
