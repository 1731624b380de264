#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/map.h"
#include "book/book.h"
#include "book/part.h"
#include "load/yaml.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/store.h"

const char *
part_say(struct part *p, const struct yaml *y)
{
	if (y == NULL)
		return NULL;
	if (y->type == YAML_SCALAR)
		return part_label(p, y->s);
	return standard_say(p->in->model->standard, y, p->lang);
}

const char *
part_say_of(struct part *p, const struct yaml *y, const char *key)
{
	return part_say(p, yaml_get(y, key));
}

const char *
part_word(struct part *p, const char *key)
{
	return standard_word(p->in->model->standard, key, p->lang);
}

const char *
part_label(struct part *p, const char *key)
{
	const char *s = part_word(p, key);
	char *big;

	if (*s < 'a' || *s > 'z')
		return s;
	big = arena_str(p->arena, s);
	*big = (char)(*big - 'a' + 'A');
	return big;
}

const char *
part_word_or(struct part *p, const char *key, const char *fallback)
{
	const char *s = part_word(p, key);

	return s == key ? fallback : s;
}

const char *
part_fill(struct part *p, const char *key, ...)
{
	struct diag_word words[8];
	size_t n = 0;
	va_list ap;

	va_start(ap, key);
	while (n < 8 && (words[n].name = va_arg(ap, const char *)) != NULL)
		words[n++].value = va_arg(ap, const char *);
	va_end(ap);
	return diag_fill(p->arena, part_word(p, key), words, n);
}

enum tone
part_tone_named(const char *name)
{
	static const char *const names[] = {
		[TONE_PLAIN] = "plain", [TONE_MUTED] = "muted",
		[TONE_GOOD] = "good", [TONE_INFO] = "info",
		[TONE_WARN] = "warn", [TONE_BAD] = "bad",
		[TONE_WORST] = "worst", [TONE_ACCENT] = "accent"
	};
	size_t i;

	for (i = 0; name != NULL && i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i], name) == 0)
			return (enum tone)i;
	return TONE_PLAIN;
}

enum tone
part_tone(struct part *p, const char *word)
{
	const enum tone *t = word == NULL ? NULL : map_get(p->tones, word);

	return t == NULL ? TONE_PLAIN : *t;
}

struct node *
part_section(struct part *p, struct node *up, const char *title,
    const char *name)
{
	struct node *n = node_child(p->arena, up, NODE_SECTION);

	n->text = title;
	if (name == NULL)
		name = arena_printf(p->arena, "Part-%u", ++p->sections);
	n->anchor = arena_printf(p->arena, "%s/%s", p->page->anchor, name);
	return n;
}

struct node *
part_para(struct part *p, struct node *up, const char *text)
{
	struct node *n = node_child(p->arena, up, NODE_PARA);

	if (text != NULL)
		value_text(p, n, text);
	return n;
}

struct node *
part_cell(struct part *p, struct node *row, const char *text)
{
	struct node *n = node_child(p->arena, row, NODE_CELL);

	if (text != NULL)
		node_text(p->arena, n, text);
	return n;
}

struct node *
part_pair(struct part *p, struct node *columns, const char *label)
{
	struct node *row = node_child(p->arena, columns, NODE_ROW);

	part_cell(p, row, label);
	return part_cell(p, row, NULL);
}

struct query *
part_query(struct part *p, struct node *up, const char *sql)
{
	struct query *q;
	struct node *note;
	const char *why = NULL;

	if (sql == NULL)
		return NULL;
	q = query_open(p->in->store, sql, QUERY_OURS, &why);
	if (q == NULL) {
		note = node_child(p->arena, up, NODE_NOTE);
		note->tone = TONE_BAD;
		note->text = part_word(p, "manual.query_failed");
		node_text(p->arena, node_child(p->arena, note, NODE_PARA),
		    why != NULL ? why : sql);
		return NULL;
	}
	if (strstr(sql, "?1") != NULL)
		query_bind(q, 1, p->record != NULL ? p->record->id : NULL);
	if (strstr(sql, "?2") != NULL)
		query_bind(q, 2, lang_code(p->lang));
	return q;
}

const char *
part_value(struct part *p, struct node *up, const char *sql)
{
	struct query *q = part_query(p, up, sql);
	const char *s = NULL;

	if (q == NULL)
		return NULL;
	if (query_step(q) == 1 && query_text(q, 0) != NULL)
		s = arena_str(p->arena, query_text(q, 0));
	query_close(q);
	return s;
}

/* Bytes that mean themselves in the path of an address. */
static void
percent(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++)
		if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') ||
		    (*s >= '0' && *s <= '9') || strchr("-._~/", *s) != NULL)
			buf_addc(b, *s);
		else
			buf_addf(b, "%%%02X", (unsigned)(unsigned char)*s);
}

const char *
part_address(struct part *p, const char *form, const char *value, bool path)
{
	const char *open = form == NULL ? NULL : strchr(form, '{'), *s;
	struct buf b = BUF_INIT;

	if (open == NULL || value == NULL || *value == '\0')
		return NULL;
	buf_add(&b, form, (size_t)(open - form));
	if (path && p->in->prefix != NULL && *p->in->prefix != '\0') {
		percent(&b, p->in->prefix);
		if (b.s[b.len - 1] != '/')
			buf_addc(&b, '/');
	}
	percent(&b, value);
	buf_adds(&b, strchr(open, '}') + 1);
	s = arena_str(p->arena, b.s);
	buf_done(&b);
	return s;
}

const char *
part_day(struct part *p, int day)
{
	char buf[11];

	if (day == DATE_NONE)
		return part_word(p, "manual.unknown");
	return arena_str(p->arena, date_print(day, buf));
}
