#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/eight.h"
#include "base/fold.h"
#include "base/map.h"
#include "load/mark_walk.h"

/*
 * What CommonMark must not read as its own: a footnote's brackets, and marks
 * of emphasis and escapes inside a bare address.
 */

static const char meant[] = "\0[^]*_~&\\";

int
mark_char(int c)
{
	return c >= BYTE_NOTE && c <= BYTE_BACK ? meant[c] : c;
}

char *
mark_restore(struct arena *a, const char *s, size_t len)
{
	char *out = arena_alloc(a, len + 1);
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		if (len - i >= 8 && !eight_below(eight_at(s + i),
		    BYTE_PLAIN + 1)) {
			memcpy(out + n, s + i, 8);
			n += 8;
			i += 7;
		} else if (s[i] != BYTE_PLAIN) {
			out[n++] = (char)mark_char(s[i]);
		}
	}
	return out;
}

static void
shield(char *s, size_t len)
{
	const char *at;

	for (size_t i = 0; i < len; i++)
		if ((at = strchr(meant + BYTE_STAR, s[i])) != NULL &&
		    *at != '\0')
			s[i] = (char)(at - meant);
}

/* The label of "[^label]" at s, up to its bracket; 0: there is none. */
static size_t
label_len(const char *s, const char *end)
{
	size_t n = 2;

	if (end - s < 4 || s[0] != '[' || s[1] != '^')
		return 0;
	while (s + n < end && strchr("[] \t\n", s[n]) == NULL)
		n++;
	return n > 2 && s + n < end && s[n] == ']' ? n - 2 : 0;
}

const char *
mark_note_key(struct mark *m, const char *label)
{
	return fold_path(m->scratch, label);
}

static const char *
label_key(struct mark *m, const char *s, size_t len)
{
	return mark_note_key(m, arena_dup(m->scratch, s, len));
}

/* Names before which a line begins with "[^name]:", whatever it is in. */
static void
find_labels(struct mark *m, char *text, char *end)
{
	for (char *s = text; (s = memchr(s, '^', (size_t)(end - s))) != NULL;
	    s++) {
		char *from = s - 1, *p = from;
		size_t n;

		if (s == text || (n = label_len(from, end)) == 0 ||
		    from + n + 3 >= end || from[n + 3] != ':')
			continue;
		while (p > text && p[-1] != '\n' && strchr(
		    " \t>+-*.)0123456789", p[-1]) != NULL)
			p--;
		if (p > text && p[-1] != '\n')
			continue;
		map_put(m->labels, label_key(m, from + 2, n), m);
		m->maybe_note = true;
	}
}

static bool
is_escaped(const char *text, const char *s)
{
	size_t n = 0;

	while (s > text && s[-1] == '\\') {
		s--;
		n++;
	}
	return n % 2 == 1;
}

static void
shield_notes(struct mark *m, char *text, char *end)
{
	for (char *s = text; (s = memchr(s, '^', (size_t)(end - s))) != NULL;
	    s++) {
		size_t n = s == text ? 0 : label_len(s - 1, end);

		if (n == 0 || is_escaped(text, s - 1) || map_get(m->labels,
		    label_key(m, s + 1, n)) == NULL)
			continue;
		s[-1] = BYTE_NOTE;
		s[0] = BYTE_CARET;
		shield(s + 1, n);
		s[n + 1] = BYTE_SHUT;
	}
}

/* The address that may begin at s, where a bare one may; its end. */
static char *
shield_address(char *s, char *end)
{
	size_t n = 0;

	/* An end that no link, code or cell can go beyond. */
	while (s + n < end && strchr(" \t\n<`]|", s[n]) == NULL)
		n++;
	if (n > 0 && s[n - 1] == '\\' && s + n < end && s[n] == '|')
		n--;
	shield(s, mark_trim_address(s, n));
	return s + n;
}

/* Not in brackets of its own, and not within another address. */
static bool
may_begin(const char *text, const char *s)
{
	if (s == text)
		return true;
	if (s[-1] == '(')
		return s == text + 1 || s[-2] != ']';
	return !isalnum((unsigned char)s[-1]) &&
	    strchr("</=%&+-", s[-1]) == NULL;
}

/* "[name]: address" is no bare one. */
static bool
is_defined(const char *text, const char *s)
{
	while (s > text && mark_is_blank(s[-1]))
		s--;
	return s > text + 1 && s[-1] == ':' && s[-2] == ']';
}

static void
shield_addresses(char *text, char *end)
{
	for (char *s = text; (s = memchr(s, '/', (size_t)(end - s))) != NULL;
	    s++) {
		size_t n;

		if (s + 1 >= end || s[1] != '/')
			continue;
		n = s - text >= 6 && strncasecmp(s - 6, "https:", 6) == 0 ? 6 :
		    s - text >= 5 && strncasecmp(s - 5, "http:", 5) == 0 ? 5 :
		    0;
		if (n > 0 && may_begin(text, s - n) &&
		    !is_defined(text, s - n))
			s = shield_address(s - n, end) - 1;
	}
	for (char *s = text; (s = strstr(s, "www.")) != NULL; s++)
		if (may_begin(text, s) && !is_defined(text, s))
			s = shield_address(s, end) - 1;
}

void
mark_shield(struct mark *m, char *text, size_t len)
{
	find_labels(m, text, text + len);
	if (m->maybe_note)
		shield_notes(m, text, text + len);
	shield_addresses(text, text + len);
}
