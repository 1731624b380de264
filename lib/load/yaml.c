#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <yaml.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/utf8.h"
#include "load/yaml.h"
#include "load/yaml_fault.h"
#include "load/yaml_quick.h"

#define KEY_MAX_BYTES	1024
#define DOUBLES_MAX	20

/* A mapping or list that is still open. */
struct frame {
	struct yaml	*node, *last;
	struct map	*keys;		/* folded: where it stands */
	const char	*key;		/* read, its value is awaited */
	struct pos	 key_at;
	bool		 drop;		/* the value of a doubled key */
};

struct reader {
	struct arena		*arena;
	struct diags		*diags;
	struct yaml_text	 text;
	struct yaml		*root;
	struct frame		 stack[LIMIT_YAML_DEPTH + 1];
	size_t			 depth, nodes, doubles, documents;
	const char		*line;	/* where line nline, from 0, begins */
	size_t			 nline;
};

static struct pos
place(const struct reader *r, const yaml_event_t *e)
{
	struct pos at = { r->text.path, 0, 0, 0 };

	at.line = r->text.line + (unsigned)e->start_mark.line;
	at.col = (unsigned)e->start_mark.column + 1;
	if (e->end_mark.line == e->start_mark.line &&
	    e->end_mark.column > e->start_mark.column)
		at.end = (unsigned)e->end_mark.column + 1;
	return at;
}

static bool
refuse(struct reader *r, enum diag_id id, const yaml_event_t *e,
    const char *text)
{
	struct pos at = place(r, e);

	if (text == NULL || strlen(text) > 80)
		text = "";
	diag_add(r->diags, id, at, NULL, "text", text, NULL);
	return false;
}

/*
 * Escapes bring in what the byte gate keeps out: "\0" would cut the text
 * short, "\e[2J" clears a terminal, "\u202e" turns what follows around.
 */
static bool
escaped(struct reader *r, const yaml_event_t *e, const char *s, size_t len)
{
	char name[16];
	uint32_t c;

	if (e->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		return false;
	for (size_t i = 0, n; i < len; i += n) {
		n = utf8_get(s + i, len - i, &c);
		if ((c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t' ||
		    (n > 1 && !utf8_hidden(c) && c >= 0xa0))
			continue;
		snprintf(name, sizeof(name), "U+%04X", (unsigned)c);
		return refuse(r, D_YML_ESCAPE, e, name), true;
	}
	return false;
}

/* A number or date, A.5.1, or RSK-0001: what is never meant in full width. */
static bool
strict_word(const char *s)
{
	size_t letters = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), digits;

	digits = strspn(s + letters, "0123456789-./");
	if (s[letters + digits] != '\0' || digits == 0)
		return false;
	if (letters == 0)
		return strpbrk(s, "0123456789") != NULL;
	return (letters == 1 && s[1] == '.' && digits > 1) ||
	    (letters <= 4 && s[letters] == '-' && digits == 5);
}

/*
 * An input method left on leaves ２０２４－０１－０１ behind.  Full-width
 * letters in running text are nobody's fault, in a date or an id they are.
 */
static const char *
narrow(struct reader *r, const yaml_event_t *e, const char *s)
{
	const char *plain = fold_width(r->arena, s), *quote;

	if (plain == s || strcmp(plain, s) == 0 || !strict_word(plain))
		return s;
	quote = e->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ?
	    "'" : e->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE ?
	    "\"" : "";
	diag_add(r->diags, D_YML_WIDE, place(r, e), NULL, "text", s,
	    "plain", plain, NULL)->fix = arena_printf(r->arena, "%s%s%s",
	    quote, plain, quote);
	return plain;
}

static bool
key_word(const char *s)
{
	for (; *s != '\0'; s++)
		if (!((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') ||
		    (*s >= '0' && *s <= '9') || *s == '_' || *s == '-'))
			return false;
	return true;
}

static const char *
narrow_key(struct reader *r, const yaml_event_t *e, const char *s)
{
	const char *plain = fold_width(r->arena, s);

	if (plain == s || strcmp(plain, s) == 0)
		return s;
	while (*plain == ' ')
		plain++;
	if (!key_word(plain))
		return s;
	diag_add(r->diags, D_YML_WIDE, place(r, e), NULL, "text", s,
	    "plain", plain, NULL)->fix = plain;
	return plain;
}

static bool
is_space(uint32_t c)
{
	return c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
	    c == 0x202f || c == 0x205f || c == 0x3000;
}

static bool
take_key(struct reader *r, struct frame *f, const yaml_event_t *e)
{
	const char *s = (const char *)e->data.scalar.value, *folded;
	size_t len = e->data.scalar.length;
	struct pos *first, at = place(r, e);
	struct diag *d;
	uint32_t c;

	if (len == 0)
		return refuse(r, D_YML_NO_KEY, e, NULL);
	if (len > KEY_MAX_BYTES)
		return refuse(r, D_YML_LONG_KEY, e, NULL);
	if (e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
	    strcmp(s, "<<") == 0)
		return refuse(r, D_YML_ALIAS, e, "<<");
	if (escaped(r, e, s, len))
		return false;
	utf8_get(s, len, &c);
	if (is_space(c))
		return refuse(r, D_YML_WIDE_INDENT, e, NULL);
	f->key = narrow_key(r, e, arena_dup(r->arena, s, len));
	f->key_at = at;

	folded = fold_loose(r->arena, f->key);
	if (f->keys == NULL)
		f->keys = map_new(r->arena);
	if ((first = map_get(f->keys, folded)) == NULL) {
		first = arena_alloc(r->arena, sizeof(*first));
		*first = at;
		map_put(f->keys, folded, first);
		return true;
	}
	f->drop = true;
	if (r->doubles++ >= DOUBLES_MAX)
		return true;
	d = diag_add(r->diags, D_YML_DOUBLE, at, NULL, "key", f->key, NULL);
	d->also = *first;
	d->also_says[LANG_EN] = "the first one is here";
	d->also_says[LANG_JA] = "最初のキーはここにあります";
	d->also_says[LANG_FILE] = lang_own("the first one is here");
	return true;
}

/* Put a node where the reader stands. */
static void
attach(struct reader *r, struct yaml *y)
{
	struct frame *f = &r->stack[r->depth];

	if (f->node == NULL) {
		r->root = y;
		return;
	}
	if (f->node->type == YAML_MAP) {
		y->key = f->key;
		y->key_at = f->key_at;
		f->key = NULL;
		if (f->drop) {
			f->drop = false;
			return;
		}
	}
	if (f->last == NULL)
		f->node->first = y;
	else
		f->last->next = y;
	f->last = y;
	f->node->len++;
}

/*
 * A list item that is indented by one space too many continues the text
 * above it, without a word from the parser.
 */
static bool
swallows(struct reader *r, const yaml_event_t *e)
{
	const char *s = r->text.s, *end = s + r->text.len;
	struct pos at = { r->text.path, 0, 0, 0 };

	if (e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE ||
	    e->start_mark.line == e->end_mark.line)
		return false;
	for (size_t n = 0; n <= e->end_mark.line && s < end; n++) {
		at.col = 1;
		if (n > e->start_mark.line) {
			for (; s < end && *s == ' '; s++)
				at.col++;
			if (end - s > 1 && s[0] == '-' && s[1] == ' ')
				break;
		}
		s = memchr(s, '\n', (size_t)(end - s));
		s = s == NULL ? end : s + 1;
		at.line++;
	}
	if (at.line > e->end_mark.line || s == end)
		return false;
	at.line += r->text.line;
	diag_add(r->diags, D_YML_INDENT, at, NULL, NULL);
	return true;
}

/*
 * What of the line n, from 0, stands behind col characters and spaces.  Lines
 * are asked for from the first to the last.
 */
static const char *
rest_of_line(struct reader *r, size_t n, size_t col, size_t *len)
{
	const char *end = r->text.s + r->text.len, *s, *stop;
	uint32_t c;

	for (; r->nline < n; r->nline++) {
		s = memchr(r->line, '\n', (size_t)(end - r->line));
		if (s == NULL)
			return NULL;
		r->line = s + 1;
	}
	if (r->nline > n)
		return NULL;
	s = r->line;
	if ((stop = memchr(s, '\n', (size_t)(end - s))) == NULL)
		stop = end;
	for (; col > 0 && s < stop; col--)
		s += utf8_get(s, (size_t)(stop - s), &c);
	for (; s < stop && *s == ' '; s++)
		;
	for (; stop > s && (stop[-1] == ' ' || stop[-1] == '\r'); stop--)
		;
	*len = (size_t)(stop - s);
	return s;
}

/*
 * Lines that were folded into one have a space where Japanese has none: take
 * it away, as far as the value is what the lines say one after the other.
 */
static void
unfold(struct reader *r, const yaml_event_t *e, char *value)
{
	yaml_scalar_style_t style = e->data.scalar.style;
	bool block = style == YAML_FOLDED_SCALAR_STYLE;
	size_t line = e->start_mark.line, n, col = block ? 0 :
	    e->start_mark.column + (style != YAML_PLAIN_SCALAR_STYLE);
	char *in = value, *out = value;
	const char *raw;

	if (style == YAML_LITERAL_SCALAR_STYLE)
		return;
	for (line += block; line < e->end_mark.line; line++, col = 0) {
		if ((raw = rest_of_line(r, line, col, &n)) == NULL ||
		    strncmp(in, raw, n) != 0)
			break;
		memmove(out, in, n);
		in += n;
		out += n;
		if (n > 0 && *in == ' ' && yaml_joined(value,
		    (size_t)(out - value), in + 1, strnlen(in + 1, 4)))
			in++;
		else if (n > 0 && *in == ' ')
			*out++ = *in++;
		while (n > 0 && *in == '\n')
			*out++ = *in++;
	}
	memmove(out, in, strlen(in) + 1);
}

static bool
take_scalar(struct reader *r, const yaml_event_t *e)
{
	const char *s = (const char *)e->data.scalar.value;
	size_t len = e->data.scalar.length;
	struct frame *f = &r->stack[r->depth];
	struct yaml *y;
	char *copy;

	if (f->node != NULL && f->node->type == YAML_MAP && f->key == NULL)
		return take_key(r, f, e);
	if (escaped(r, e, s, len) || swallows(r, e))
		return false;
	y = arena_alloc(r->arena, sizeof(*y));
	y->type = YAML_SCALAR;
	y->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	y->at = place(r, e);
	copy = arena_dup(r->arena, s, len);
	if (e->start_mark.line < e->end_mark.line)
		unfold(r, e, copy);
	y->s = narrow(r, e, copy);
	/* What is not there has no place: point at its key. */
	if (len == 0 && y->plain && f->key != NULL)
		y->at = f->key_at;
	attach(r, y);
	return true;
}

static bool
open_node(struct reader *r, const yaml_event_t *e, enum yaml_type type)
{
	struct frame *f = &r->stack[r->depth];
	struct yaml *y;

	if (f->node != NULL && f->node->type == YAML_MAP && f->key == NULL)
		return refuse(r, D_YML_COMPLEX, e, NULL);
	if (r->depth == LIMIT_YAML_DEPTH)
		return refuse(r, D_YML_DEEP, e, NULL);
	y = arena_alloc(r->arena, sizeof(*y));
	y->type = type;
	y->at = place(r, e);
	y->at.end = 0;
	attach(r, y);
	f = &r->stack[++r->depth];
	memset(f, 0, sizeof(*f));
	f->node = y;
	return true;
}

static void
close_node(struct reader *r, const yaml_event_t *e)
{
	struct yaml *y = r->stack[r->depth--].node;
	unsigned line = r->text.line + (unsigned)e->end_mark.line;

	/* Only the end of [a, b] and {a: b} is a bracket that can be seen. */
	if (line == y->at.line && e->end_mark.index > e->start_mark.index)
		y->at.end = (unsigned)e->end_mark.column + 1;
}

/* Anchors and tags may stand at each of these. */
static bool
is_bare(struct reader *r, const yaml_event_t *e, const yaml_char_t *anchor,
    const yaml_char_t *tag)
{
	if (anchor != NULL)
		return refuse(r, D_YML_ALIAS, e, (const char *)anchor);
	if (tag != NULL)
		return refuse(r, D_YML_TAG, e, (const char *)tag);
	if (++r->nodes > LIMIT_YAML_NODES)
		return refuse(r, D_YML_NODES, e, NULL);
	return true;
}

static bool
open_document(struct reader *r, const yaml_event_t *e)
{
	if (e->data.document_start.version_directive != NULL ||
	    e->data.document_start.tag_directives.start !=
	    e->data.document_start.tag_directives.end)
		return refuse(r, D_YML_TAG, e, "%");
	if (r->documents++ > 0)
		return refuse(r, D_YML_SECOND, e, NULL);
	return true;
}

static bool
take(struct reader *r, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_DOCUMENT_START_EVENT:
		return open_document(r, e);
	case YAML_ALIAS_EVENT:
		return refuse(r, D_YML_ALIAS, e,
		    (const char *)e->data.alias.anchor);
	case YAML_SCALAR_EVENT:
		return is_bare(r, e, e->data.scalar.anchor,
		    e->data.scalar.tag) && take_scalar(r, e);
	case YAML_SEQUENCE_START_EVENT:
		return is_bare(r, e, e->data.sequence_start.anchor,
		    e->data.sequence_start.tag) && open_node(r, e, YAML_LIST);
	case YAML_MAPPING_START_EVENT:
		return is_bare(r, e, e->data.mapping_start.anchor,
		    e->data.mapping_start.tag) && open_node(r, e, YAML_MAP);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		close_node(r, e);
		return true;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_STREAM_END_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		return true;
	}
	return true;
}

/* True at the end of the text. */
static bool
read_events(struct reader *r, yaml_parser_t *p)
{
	yaml_event_t e;
	bool ok = true, end = false;

	while (ok && !end) {
		if (!yaml_parser_parse(p, &e)) {
			if (p->error == YAML_MEMORY_ERROR)
				arena_exhausted();
			yaml_fault(r->arena, r->diags, &r->text, p);
			return false;
		}
		end = e.type == YAML_STREAM_END_EVENT;
		ok = take(r, &e);
		yaml_event_delete(&e);
	}
	return ok;
}

struct yaml *
yaml_slow(struct arena *a, struct diags *ds, const struct yaml_text *t)
{
	struct reader *r;
	yaml_parser_t p;
	bool ok;

	r = arena_alloc(a, sizeof(*r));
	r->arena = a;
	r->diags = ds;
	r->text = *t;
	r->line = t->s;
	if (!yaml_parser_initialize(&p))
		arena_exhausted();
	/* Named, so that no byte order mark changes what is read. */
	yaml_parser_set_encoding(&p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&p, (const unsigned char *)t->s,
	    t->len);
	ok = read_events(r, &p);
	yaml_parser_delete(&p);
	if (!ok)
		return NULL;
	if (r->root != NULL && r->root->type == YAML_SCALAR &&
	    r->root->plain && *r->root->s == '\0')
		return NULL;
	return r->root;
}

struct yaml *
yaml_parse(struct arena *a, struct diags *ds, const char *path,
    const char *text, size_t len, unsigned line)
{
	struct yaml_text t = { path, text, len, line };
	struct yaml *root;

	return yaml_quick(a, &t, &root) ? root : yaml_slow(a, ds, &t);
}

const struct yaml *
yaml_get(const struct yaml *y, const char *key)
{
	if (y == NULL || y->type != YAML_MAP)
		return NULL;
	for (y = y->first; y != NULL; y = y->next)
		if (strcmp(y->key, key) == 0)
			return y;
	return NULL;
}

const struct yaml *
yaml_item(const struct yaml *y, const struct yaml *m)
{
	if (y == NULL || y->type != YAML_LIST)
		return m == NULL ? y : NULL;
	return m == NULL ? y->first : m->next;
}

const char *
yaml_str(const struct yaml *y, const char *key)
{
	y = yaml_get(y, key);
	return y != NULL && y->type == YAML_SCALAR ? y->s : NULL;
}
