#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/map.h"
#include "load/mark_walk.h"

/*
 * Link reference definitions.  cmark takes them out of the beginning of a
 * paragraph and tells nobody; the lines of what is left are then counted
 * from the wrong line, and a second definition is silently ignored.
 */

#define LABEL_MAX	1000
#define PARENS_MAX	32

static bool
space(int c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static size_t
skip_blanks(const char *s, size_t n, size_t i)
{
	while (i < n && mark_is_blank(s[i]))
		i++;
	return i;
}

/* Blanks with at most one line end among them. */
static size_t
skip_gap(const char *s, size_t n, size_t i)
{
	i = skip_blanks(s, n, i);
	if (i < n && s[i] == '\n')
		i = skip_blanks(s, n, i + 1);
	return i;
}

/* Past "[label]"; 0 when there is none. */
static size_t
label(const char *s, size_t n)
{
	bool any = false;
	size_t i;

	for (i = 1; i < n && i <= LABEL_MAX && s[i] != '[' && s[i] != ']';
	    i++) {
		if (s[i] == '\\' && i + 1 < n &&
		    ispunct((unsigned char)s[i + 1]))
			i++;
		any = any || !space(s[i]);
	}
	return any && i < n && s[i] == ']' ? i + 1 : 0;
}

static size_t
address(const char *s, size_t n, size_t i)
{
	size_t from = i, parens = 0;

	if (i < n && s[i] == '<') {
		for (i++; i < n && s[i] != '>'; i++) {
			if (s[i] == '\n' || s[i] == '<')
				return 0;
			if (s[i] == '\\' && i + 1 < n)
				i++;
		}
		return i < n ? i + 1 : 0;
	}
	for (; i < n && !space(s[i]); i++)
		if (s[i] == '\\' && i + 1 < n &&
		    ispunct((unsigned char)s[i + 1]))
			i++;
		else if (s[i] == '(' && ++parens > PARENS_MAX)
			return 0;
		else if (s[i] == ')' && parens-- == 0)
			break;
	return i > from && parens == 0 ? i : 0;
}

static size_t
title(const char *s, size_t n, size_t i)
{
	char shut = i >= n ? 0 : s[i] == '"' ? '"' : s[i] == '\'' ? '\'' :
	    s[i] == '(' ? ')' : 0;

	if (shut == 0)
		return 0;
	for (i++; i < n && s[i] != shut; i++) {
		if (shut == ')' && s[i] == '(')
			return 0;
		if (s[i] == '\\' && i + 1 < n &&
		    ispunct((unsigned char)s[i + 1]))
			i++;
	}
	return i < n ? i + 1 : 0;
}

/* Past blanks and a line end; 0 when something else is there. */
static size_t
line_end(const char *s, size_t n, size_t i)
{
	i = skip_blanks(s, n, i);
	return i < n && s[i] == '\n' ? i + 1 : 0;
}

/* Length of the definition at the start of s with its line end, else 0. */
static size_t
definition(const char *s, size_t n)
{
	size_t i = n > 0 && s[0] == '[' ? label(s, n) : 0, behind, end;

	if (i == 0 || i >= n || s[i] != ':')
		return 0;
	i = address(s, n, skip_gap(s, n, i + 1));
	if (i == 0)
		return 0;
	behind = skip_gap(s, n, i);
	if (behind > i && (behind = title(s, n, behind)) > 0 &&
	    (end = line_end(s, n, behind)) > 0)
		return end;
	return line_end(s, n, i);
}

static void
add_ref(struct mark *m, size_t line, size_t byte, const char *s, size_t n)
{
	char *key = mark_restore(m->scratch, s, n), *to = key;
	struct mark_ref *r;

	/* White space counts as one blank. */
	for (char *p = key; *p != '\0'; p++)
		if (!space(*p))
			*to++ = *p;
		else if (to > key && to[-1] != ' ')
			*to++ = ' ';
	if (to > key && to[-1] == ' ')
		to--;
	*to = '\0';
	m->refs = arena_grow(m->scratch, m->refs, m->ref_len,
	    sizeof(*m->refs));
	r = &m->refs[m->ref_len++];
	r->key = fold_path(m->scratch, key);
	r->at = mark_place(m, m->lines[line].at, byte);
	r->at.end = mark_place(m, m->lines[line].at, byte + n + 2).col;
}

size_t
mark_refs_skip(struct mark *m, size_t first, size_t last)
{
	struct mark_spot sp;
	struct buf b = BUF_INIT;
	size_t lines = 0, at = 0, n;

	if (!m->maybe_ref || last >= m->line_len)
		return 0;
	sp = mark_spot(m, first);
	mark_eat(&sp, mark_indent(&sp));
	if (sp.s == sp.end || *sp.s != '[')
		return 0;
	for (size_t i = first; i <= last; i++) {
		sp = mark_spot(m, i);
		mark_eat(&sp, mark_indent(&sp));
		buf_add(&b, sp.s, (size_t)(sp.end - sp.s));
		buf_addc(&b, '\n');
	}
	while ((n = definition(b.s + at, b.len - at)) > 0) {
		sp = mark_spot(m, first + lines);
		mark_eat(&sp, mark_indent(&sp));
		add_ref(m, first + lines, (size_t)((long)(sp.s -
		    m->lines[first + lines].s) +
		    m->lines[first + lines].shift),
		    b.s + at + 1, label(b.s + at, n) - 2);
		for (size_t i = at; i < at + n; i++)
			lines += b.s[i] == '\n';
		at += n;
	}
	buf_done(&b);
	return lines;
}

/* A line that no block covers held a definition: nothing else vanishes. */
static void
vanished(struct mark *m, size_t line)
{
	const struct mark_line *l = &m->lines[line];
	const char *s = l->s, *end = s + l->len;
	size_t n;

	while (s < end && strchr(" \t>+-*.)0123456789", *s) != NULL)
		s++;
	if (s == end || *s != '[')
		return;
	n = label(s, (size_t)(end - s));
	if (n > 0 && s + n < end && s[n] == ':')
		add_ref(m, line, (size_t)((long)(s - l->s) + l->shift),
		    s + 1, n - 2);
}

static int
compare(const void *a, const void *b)
{
	const struct pos *p = &((const struct mark_ref *)a)->at;
	const struct pos *q = &((const struct mark_ref *)b)->at;

	return p->line != q->line ? (p->line < q->line ? -1 : 1) :
	    p->col != q->col ? (p->col < q->col ? -1 : 1) : 0;
}

void
mark_refs_judge(struct mark *m)
{
	struct map *seen;
	struct mark_ref *r, *before;
	struct diag *d;

	if (!m->maybe_ref)
		return;
	for (size_t i = 0; i < m->line_len; i++)
		if (!m->covered[i])
			vanished(m, i);
	if (m->ref_len < 2)
		return;
	qsort(m->refs, m->ref_len, sizeof(*m->refs), compare);
	seen = map_new(m->scratch);
	for (size_t i = 0; i < m->ref_len; i++) {
		r = &m->refs[i];
		before = map_get(seen, r->key);
		if (before == NULL) {
			map_put(seen, r->key, r);
			continue;
		}
		d = diag_add(m->diags, D_MARK_TWICE, r->at, NULL, "name",
		    r->key, NULL);
		d->also = before->at;
		d->also_says[LANG_EN] = "this one counts";
		d->also_says[LANG_JA] = "有効なのはこちらです";
		d->also_says[LANG_FILE] = lang_own("this one counts");
	}
}
