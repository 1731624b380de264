#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "load/mark_walk.h"

/*
 * Bare addresses, by the rules of GitHub's parser.  No search goes over the
 * same bytes again and again, however often an address seems to begin.
 */

static bool
alpha(int c)
{
	return c >= 0 && c < 128 && isalpha(c) != 0;
}

static bool
alnum(int c)
{
	return c >= 0 && c < 128 && isalnum(c) != 0;
}

/* Length without the entity that the ';' at its end may close. */
static size_t
trim_entity(const char *s, size_t n)
{
	size_t i = n < 2 ? 0 : n - 2;

	while (i > 0 && alpha(s[i]))
		i--;
	return n >= 2 && i < n - 2 && mark_char(s[i]) == '&' ? i : n - 1;
}

/* Punctuation at the end of a bare address is not part of it. */
size_t
mark_trim_address(const char *s, size_t n)
{
	size_t opens = 0, shuts = 0, end;
	int c;

	for (end = 0; end < n && s[end] != '<'; end++) {
		opens += s[end] == '(';
		shuts += s[end] == ')';
	}
	for (n = end; n > 0; n = end) {
		c = mark_char(s[n - 1]);
		if (c == ')' ? shuts <= opens :
		    c == '\0' || strchr("?!.,:*_~'\";", c) == NULL)
			break;
		end = c == ';' ? trim_entity(s, n) : n - 1;
		for (size_t i = end; i < n; i++) {
			opens -= s[i] == '(';
			shuts -= s[i] == ')';
		}
	}
	return n;
}

/* A character that may stand in a host; its length, else 0. */
static size_t
host_char(const char *s, size_t n)
{
	uint32_t c;
	size_t used;

	if (n == 0)
		return 0;
	used = utf8_get(s, n, &c);
	if (c < 128)
		return alnum((int)c) || c == '-' ? 1 : 0;
	return c == UTF8_BAD || unicode_space(c) || unicode_punct(c) ? 0 :
	    used;
}

struct host {
	size_t	len, dots;
	size_t	last, before;	/* underscores in the last two parts */
	size_t	tail;		/* where the last two parts begin */
};

static struct host
host(const char *s, size_t n)
{
	struct host h = { 0, 0, 0, 0, 0 };
	size_t i, used, dot = 0;
	int c;

	for (i = 0; i < n; i += used) {
		c = mark_char(s[i]);
		used = 1;
		if (c == '_')
			h.last++;
		else if (c == '.') {
			h.before = h.last;
			h.last = 0;
			h.dots++;
			h.tail = dot;
			dot = i + 1;
		} else if ((used = host_char(s + i, n - i)) == 0)
			break;
	}
	h.len = i;
	return h;
}

/* An escape would be shielded, did the address go on behind it. */
static size_t
to_space(const char *s, size_t len, size_t i)
{
	while (i < len && strchr(" \t\n\v\f\r<\017", s[i]) == NULL)
		i++;
	return i;
}

size_t
mark_bare_url(const char *s, size_t len, size_t at, size_t from,
    size_t *begin)
{
	struct host h;
	size_t b = at;

	if (len - at < 4 || s[at + 1] != '/' || s[at + 2] != '/')
		return 0;
	while (b > from && at - b < 6 && alpha(s[b - 1]))
		b--;
	if (!(at - b == 4 && strncasecmp(s + b, "http", 4) == 0) &&
	    !(at - b == 5 && strncasecmp(s + b, "https", 5) == 0))
		return 0;
	if (host_char(s + at + 3, len - at - 3) == 0 || s[at + 3] == '-')
		return 0;
	h = host(s + at + 3, len - at - 3);
	if (h.last > 0 || h.before > 0)
		return 0;
	*begin = b;
	return mark_trim_address(s + b, to_space(s, len, at + 3 + h.len) - b);
}

size_t
mark_bare_www(const char *s, size_t len, size_t at, size_t *dead)
{
	struct host h;

	if (at < *dead || len - at < 5 || memcmp(s + at, "www.", 4) != 0)
		return 0;
	h = host(s + at, len - at);
	if (h.last > 0 || h.before > 0) {
		/* The same end fails for all that begin before its tail. */
		*dead = at + h.tail;
		return 0;
	}
	if (h.dots == 0)
		return 0;
	return mark_trim_address(s + at, to_space(s, len, at + h.len) - at);
}

size_t
mark_bare_mail(const char *s, size_t len, size_t at, size_t from,
    size_t *begin)
{
	size_t b = at, end = at + 1, dots = 0;
	int c;

	/* Escapes in it do not matter: GitHub looks when they are gone. */
	while (b > from && (alnum(s[b - 1]) || (s[b - 1] != '\0' &&
	    strchr(".+-_\017", mark_char(s[b - 1])) != NULL)))
		b--;
	if (b == at)
		return 0;
	if (b >= from + 7 && memcmp(s + b - 7, "mailto:", 7) == 0 &&
	    (b == from + 7 || !alnum(s[b - 8])))
		b -= 7;
	for (; end < len; end++) {
		c = mark_char(s[end]);
		if (c == '@')
			return 0;
		if (c == '.' && end + 1 < len && alnum(s[end + 1]))
			dots++;
		else if (!alnum(c) && c != '-' && c != '_' && c != BYTE_PLAIN)
			break;
	}
	if (dots == 0 || !alpha(s[end - 1]))
		return 0;
	*begin = b;
	end = at + mark_trim_address(s + at, end - at);
	return end == at ? 0 : end - b;
}
