#include <string.h>

#include "base/buf.h"
#include "out/out.h"

/*
 * What a spreadsheet program may read as the start of a formula: the ASCII
 * signs, the blanks it skips before them, and their full-width forms, which
 * some of them fold to ASCII on opening.
 */
static bool
is_formula(const char *s)
{
	static const char *const wide[] = {
		"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"
	};
	size_t i;

	/* A number below nothing is a number. */
	if (*s == '-' && s[1] != '\0' &&
	    strspn(s + 1, "0123456789.") == strlen(s + 1))
		return false;
	if (*s != '\0' && strchr("=+-@\t\r\n", *s) != NULL)
		return true;
	for (i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (strncmp(s, wide[i], 3) == 0)
			return true;
	return false;
}

void
csv_begin(struct buf *b)
{
	buf_adds(b, "\xef\xbb\xbf");
}

void
csv_cell(struct buf *b, const char *text, size_t n, bool raw)
{
	bool guard;

	if (n > 0)
		buf_addc(b, ',');
	if (text == NULL)
		return;
	guard = !raw && is_formula(text);
	if (!guard && strpbrk(text, ",\"\r\n") == NULL) {
		buf_adds(b, text);
		return;
	}
	buf_addc(b, '"');
	if (guard)
		buf_addc(b, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_addc(b, '"');
		buf_addc(b, *text);
	}
	buf_addc(b, '"');
}

void
csv_end(struct buf *b)
{
	buf_adds(b, "\r\n");
}
