#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "out/markdown.h"

/* What git hosts read in front of a word as a reference to something. */
static bool
is_sigil(char c)
{
	return c == '@' || c == '#' || c == '!' || c == '~' || c == '%' ||
	    c == '&' || c == '$' || c == '^' || c == '*';
}

static bool
begins_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z') || c == '"' || c == '_' || c == '{' ||
	    (unsigned char)c >= 0x80;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether what ends before s[i] and begins there is GH-12 or [issue:12]. */
static bool
is_named(const char *s, size_t len, size_t i)
{
	size_t n = i - 1;

	if (i >= len || s[i] < '0' || s[i] > '9')
		return false;
	if (s[n] == '-')
		return n >= 2 && (s[n - 1] | 32) == 'h' &&
		    (s[n - 2] | 32) == 'g' && (n == 2 || !is_letter(s[n - 3]));
	if (s[n] != ':')
		return false;
	while (n > 0 && (is_letter(s[n - 1]) || s[n - 1] == '_'))
		n--;
	return n > 0 && s[n - 1] == '[';
}

void
markdown_text(struct buf *out, const char *s, size_t len)
{
	static const char marks[] = "\\`*_{}[]()#+-.!|~:/@^=\"'";
	struct buf b = BUF_INIT;

	utf8_safe(&b, s, len);
	for (size_t i = 0; i < b.len; i++) {
		char c = b.s[i];

		if (c == '<')
			buf_adds(out, "&lt;");
		else if (c == '>')
			buf_adds(out, "&gt;");
		else if (c == '&')
			buf_adds(out, "&amp;");
		else if (c == '$')
			buf_adds(out, "&#36;");
		else {
			if (c != '\0' && strchr(marks, c) != NULL)
				buf_addc(out, '\\');
			buf_addc(out, c);
		}
		/* A reference is looked for in the text that is shown. */
		if ((is_sigil(c) && i + 1 < b.len && begins_word(b.s[i + 1])) ||
		    is_named(b.s, b.len, i + 1))
			buf_adds(out, "&#8203;");
	}
	buf_done(&b);
}
