#include <stdbool.h>
#include <string.h>

#include <yaml.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "diag/diag.h"
#include "load/yaml.h"
#include "load/yaml_fault.h"

/*
 * What the parser says is right and of no help to whoever left out a quote:
 * each cause has a finding of its own, found from the parser's words and
 * from the lines around the place.
 */
struct fault {
	struct arena		*arena;
	struct diags		*diags;
	const struct yaml_text	*text;
	const yaml_parser_t	*parser;
};

struct line {
	const char	*s;
	size_t		 len;
};

#define WIDE_COLON	"\xef\xbc\x9a"
#define WIDE_SPACE	"\xe3\x80\x80"
#define NO_BREAK_SPACE	"\xc2\xa0"

/* Where a line behind the end of the text lies. */
static const char past[] = "";

/* The n-th line from 0; empty behind the end. */
static struct line
line_at(const struct yaml_text *t, size_t n)
{
	const char *s = t->s, *end = t->s + t->len, *nl;
	struct line l = { past, 0 };

	while (n-- > 0) {
		if ((nl = memchr(s, '\n', (size_t)(end - s))) == NULL)
			return l;
		s = nl + 1;
	}
	nl = memchr(s, '\n', (size_t)(end - s));
	l.s = s;
	l.len = (size_t)((nl == NULL ? end : nl) - s);
	while (l.len > 0 && (l.s[l.len - 1] == '\r' || l.s[l.len - 1] == ' '))
		l.len--;
	return l;
}

static bool
starts(const struct line *l, size_t at, const char *with)
{
	size_t n = strlen(with);

	return l->len >= at + n && memcmp(l->s + at, with, n) == 0;
}

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_';
}

static bool
say(const struct fault *f, enum diag_id id, size_t line, size_t col,
    const char *text)
{
	struct pos at = { f->text->path, 0, 0, 0 };
	const char *end = f->text->s + f->text->len;
	struct line l = line_at(f->text, line);

	/* The parser may stop behind the last line: point at its end. */
	while (line > 0 && l.len == 0 && (l.s == past || l.s == end)) {
		l = line_at(f->text, --line);
		col = utf8_count(l.s, l.len);
	}
	at.line = f->text->line + (unsigned)line;
	at.col = (unsigned)col + 1;
	diag_add(f->diags, id, at, NULL, "text", text, NULL);
	return true;
}

/* A full-width colon, with a full-width space behind it if there is one. */
static bool
wide_colon(const struct fault *f, size_t n, const struct line *l, size_t i,
    const char *word)
{
	struct pos at = { f->text->path, 0, 0, 0 };
	size_t next = i + strlen(WIDE_COLON);
	struct diag *d;

	at.line = f->text->line + (unsigned)n;
	at.col = (unsigned)utf8_count(l->s, i) + 1;
	at.end = at.col + 1 + starts(l, next, WIDE_SPACE);
	d = diag_add(f->diags, D_YML_WIDE_COLON, at, NULL, "text", word,
	    NULL);
	d->fix = starts(l, next, " ") ? ":" : ": ";
	return true;
}

static bool
say_mark(const struct fault *f, enum diag_id id, const yaml_mark_t *m)
{
	return say(f, id, m->line, m->column, "");
}

/*
 * Judge a line by its looks: a key that is nearly one.  bare tells whether a
 * word without any colon counts.
 */
static bool
looks_wrong(const struct fault *f, size_t n, bool bare)
{
	struct line l = line_at(f->text, n);
	const char *word;
	size_t i = 0, from, col;

	for (; i < l.len && (l.s[i] == ' ' || starts(&l, i, "- ")); i++)
		bare = bare && l.s[i] == ' ';
	if (i == l.len || l.s[i] == '#')
		return false;
	if (l.s[i] == ':')
		return say(f, D_YML_NO_KEY, n, i, "");
	if (l.s[i] == '\t')
		return say(f, D_YML_TAB, n, i, "");
	if (starts(&l, i, WIDE_SPACE) || starts(&l, i, NO_BREAK_SPACE))
		return say(f, D_YML_WIDE_INDENT, n, i, "");
	for (from = i; i < l.len && is_word(l.s[i]); i++)
		;
	word = arena_dup(f->arena, l.s + from, i - from);
	col = i;
	if (i == from)
		return false;
	if (i - from > 1024)
		return say(f, D_YML_LONG_KEY, n, from, "");
	while (i < l.len && l.s[i] == ' ')
		i++;
	if (starts(&l, i, WIDE_COLON))
		return wide_colon(f, n, &l, i, word);
	if (i < l.len && l.s[i] == ':' && i + 1 < l.len &&
	    l.s[i + 1] != ' ' && l.s[i + 1] != '\t' &&
	    !starts(&l, i, "://"))
		return say(f, D_YML_NO_SPACE, n, col, word);
	if (bare && memchr(l.s, ':', l.len) == NULL)
		return say(f, D_YML_NO_COLON, n, from, word);
	return false;
}

/* The nearest line above that is neither empty nor a comment. */
static bool
line_above(const struct fault *f, size_t *n)
{
	struct line l;
	size_t i;

	while ((*n)-- > 0) {
		l = line_at(f->text, *n);
		for (i = 0; i < l.len && l.s[i] == ' '; i++)
			;
		if (i < l.len && l.s[i] != '#')
			return true;
	}
	return false;
}

/* "mapping values are not allowed": a colon where none can be. */
static bool
second_colon(const struct fault *f)
{
	const yaml_mark_t *m = &f->parser->problem_mark;
	struct line l = line_at(f->text, m->line);
	const char *first;
	size_t n = m->line, byte = 0, chars;
	uint32_t c;

	for (chars = 0; chars < m->column && byte < l.len; chars++)
		byte += utf8_get(l.s + byte, l.len - byte, &c);
	first = byte == 0 ? NULL : memchr(l.s, ':', byte);
	if (first != NULL && first[1] == ' ')
		return say_mark(f, D_YML_QUOTE_VALUE, m);
	if (looks_wrong(f, n, false))
		return true;
	if (line_above(f, &n) && looks_wrong(f, n, true))
		return true;
	return say_mark(f, D_YML_INDENT, m);
}

/* The character at a mark, in its line. */
static char
char_at(const struct fault *f, const yaml_mark_t *m)
{
	struct line l = line_at(f->text, m->line);
	size_t i = 0, chars;
	uint32_t c;

	for (chars = 0; chars < m->column && i < l.len; chars++)
		i += utf8_get(l.s + i, l.len - i, &c);
	return i < l.len ? l.s[i] : '\0';
}

/* True when a closing quote or bracket stands left of the mark. */
static bool
behind_close(const struct fault *f, const yaml_mark_t *m)
{
	struct line l = line_at(f->text, m->line);
	size_t i = 0, chars;
	uint32_t c;

	for (chars = 0; chars < m->column && i < l.len; chars++)
		i += utf8_get(l.s + i, l.len - i, &c);
	while (i > 0 && l.s[i - 1] == ' ')
		i--;
	return i > 0 && memchr("\"']}", l.s[i - 1], 4) != NULL;
}

static bool
scanner_fault(const struct fault *f)
{
	const yaml_parser_t *p = f->parser;
	const char *what = p->problem, *doing = p->context;
	size_t n;

	if (doing == NULL)
		doing = "";
	if (strstr(what, "tab character") != NULL)
		return say_mark(f, D_YML_TAB, &p->problem_mark);
	if (strstr(what, "cannot start any token") != NULL)
		return say_mark(f, char_at(f, &p->problem_mark) == '\t' ?
		    D_YML_TAB : D_YML_SPECIAL, &p->problem_mark);
	if (strstr(doing, "quoted scalar") != NULL)
		return say_mark(f, strstr(what, "unexpected") != NULL ?
		    D_YML_QUOTE : D_YML_BAD_ESCAPE, strstr(what,
		    "unexpected") != NULL ? &p->context_mark :
		    &p->problem_mark);
	if (strstr(doing, "simple key") != NULL) {
		n = p->context_mark.line;
		return looks_wrong(f, n, true) ||
		    (line_above(f, &n) && looks_wrong(f, n, false)) ||
		    say_mark(f, D_YML_NO_COLON, &p->context_mark);
	}
	if (strstr(what, "mapping values") != NULL)
		return second_colon(f);
	if (strstr(what, "mapping keys") != NULL)
		return say_mark(f, D_YML_SPECIAL, &p->problem_mark);
	if (strstr(what, "block sequence entries") != NULL)
		return say_mark(f, D_YML_DASH, &p->problem_mark);
	if (strstr(doing, "directive") != NULL || strstr(doing, "tag") != NULL)
		return say_mark(f, D_YML_TAG, &p->context_mark);
	if (strstr(doing, "anchor") != NULL || strstr(doing, "alias") != NULL ||
	    strstr(doing, "block scalar") != NULL)
		return say_mark(f, D_YML_SPECIAL, &p->context_mark);
	return false;
}

static bool
parser_fault(const struct fault *f)
{
	const yaml_parser_t *p = f->parser;
	const char *what = p->problem, *doing = p->context;
	size_t n = p->problem_mark.line;
	struct line l;

	if (doing == NULL)
		doing = "";
	/* Of the brackets that are open the innermost is the culprit. */
	if (strstr(doing, "flow") != NULL)
		return say_mark(f, D_YML_BRACKET,
		    strcmp(doing, "while parsing a flow node") == 0 &&
		    p->marks.top > p->marks.start ? p->marks.top - 1 :
		    &p->context_mark);
	if (strstr(what, "directive") != NULL || strstr(what, "tag") != NULL ||
	    strstr(what, "incompatible") != NULL)
		return say_mark(f, D_YML_TAG, &p->problem_mark);
	if (strstr(what, "node content") != NULL)
		return say_mark(f, D_YML_BRACKET, &p->problem_mark);
	if (strstr(what, "document start") != NULL && line_above(f, &n)) {
		l = line_at(f->text, n);
		if (starts(&l, 0, "..."))
			return say_mark(f, D_YML_SECOND, &p->problem_mark);
	}
	n = p->problem_mark.line;
	if (behind_close(f, &p->problem_mark))
		return say_mark(f, D_YML_BEHIND, &p->problem_mark);
	if (looks_wrong(f, n, true) ||
	    (line_above(f, &n) && looks_wrong(f, n, true)))
		return true;
	return say_mark(f, D_YML_INDENT, &p->problem_mark);
}

void
yaml_fault(struct arena *a, struct diags *ds, const struct yaml_text *t,
    const struct yaml_parser_s *p)
{
	struct fault f = { a, ds, t, p };

	if (p->problem == NULL)
		return;
	if (p->error == YAML_SCANNER_ERROR && scanner_fault(&f))
		return;
	if (p->error == YAML_PARSER_ERROR && parser_fault(&f))
		return;
	say(&f, D_YML_SYNTAX, p->problem_mark.line, p->problem_mark.column,
	    p->problem);
}

void
yaml_shape(struct arena *a, struct diags *ds, const struct yaml_text *t,
    const struct yaml *root)
{
	struct fault f = { a, ds, t, NULL };

	if (root->type == YAML_SCALAR && looks_wrong(&f,
	    root->at.line - t->line, true))
		return;
	diag_add(ds, D_YML_SHAPE, root->at, NULL, NULL);
}
