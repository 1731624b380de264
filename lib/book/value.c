#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/map.h"
#include "base/utf8.h"
#include "book/book.h"
#include "book/part.h"
#include "load/mark.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/language.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/store.h"

#define COMMIT_SHORT	10	/* digits of a commit that are shown */
#define TITLES_MAX	12	/* more are a line of ids */

const char *
value_title(struct part *p, const struct record *r)
{
	return record_title(r, p->lang);
}

const char *
value_lang(struct part *p, const struct record *r)
{
	const struct config *c = p->in->model->config;
	const char *s = record_str(r, "lang");

	if (s == NULL)
		s = c->lang_len > 0 ? c->langs[0] : lang_code(LANG_EN);
	return strcmp(s, lang_code(p->lang)) == 0 ? NULL : s;
}

const char *
value_words_lang(struct part *p, const struct field *f, const struct yaml *v,
    const struct record *r)
{
	if (!language_translates(f) || map_get(p->named, f->name) != NULL)
		return NULL;
	if (v->type == YAML_LIST && v->first != NULL)
		v = v->first;
	return v->type == YAML_SCALAR && (map_get(p->rows, v->s) != NULL ||
	    model_find(p->in->model, v->s) != NULL) ? NULL : value_lang(p, r);
}

const struct yaml *
value_of(struct part *p, const struct yaml *y, const char *name)
{
	const struct yaml *v = yaml_get(y, arena_printf(p->arena, "%s_%s",
	    name, lang_code(p->lang)));

	return v != NULL ? v : yaml_get(y, name);
}

bool
value_is_twin(const struct field *fields, size_t n, const char *name)
{
	size_t i, len = strlen(name);

	if (len < 4 || (strcmp(name + len - 3, "_ja") != 0 &&
	    strcmp(name + len - 3, "_en") != 0))
		return false;
	for (i = 0; i < n; i++)
		if (strlen(fields[i].name) == len - 3 &&
		    strncmp(fields[i].name, name, len - 3) == 0)
			return true;
	return false;
}

/* Who is not published is known by name only. */
static bool
is_hidden(const struct record *r)
{
	return r->kind != NULL && r->kind->private;
}

/* Has it a page of its own, though it is of a private kind? */
static bool
is_paged(const struct part *p, const struct record *r)
{
	return map_get(p->paged, r->kind->name) != NULL;
}

static void
put_id(struct part *p, struct node *up, const struct record *r)
{
	struct node *n = node_child(p->arena, up, NODE_LINK);

	n->ref = r->id;
	node_text(p->arena, n, r->id);
}

const char *
value_between(struct part *p, const char *id)
{
	const struct record *r = model_find(p->in->model, id);

	/* ids are Latin in every language */
	return r != NULL && !is_hidden(r) ? ", " :
	    lang_pick(p->lang, ", ", "、");
}

static void
read_authors(struct part *p)
{
	const char *sql = yaml_str(p->manual, "authors"), *name, *id;
	struct query *q;

	p->authors = map_new(p->arena);
	if (sql == NULL)
		return;
	q = part_query(p, p->book, sql);
	while (q != NULL && query_step(q) == 1) {
		name = query_text(q, 0);
		id = query_text(q, 1);
		if (name != NULL && id != NULL)
			map_put(p->authors, arena_str(p->arena, name),
			    (void *)(uintptr_t)model_find(p->in->model, id));
	}
	query_close(q);
}

static const struct record *
author(struct part *p, const char *name)
{
	if (p->authors == NULL)
		read_authors(p);
	return name == NULL ? NULL : map_get(p->authors, name);
}

const char *
value_author(struct part *p, const char *name)
{
	const struct record *r = author(p, name);

	return r == NULL ? name : value_title(p, r);
}

void
value_by(struct part *p, struct node *up, const char *name)
{
	const struct record *r = author(p, name);

	if (r != NULL)
		value_ref(p, up, r->id, false);
	else if (name != NULL)
		node_text(p->arena, up, name);
}

void
value_ref(struct part *p, struct node *up, const char *id, bool title)
{
	const struct record *r = model_find(p->in->model, id);

	if (r == NULL) {
		node_text(p->arena, up, id);
		return;
	}
	if (is_hidden(r)) {
		if (is_paged(p, r) && r != p->record) {
			up = node_child(p->arena, up, NODE_LINK);
			up->ref = r->id;
			up->name = "who";
		}
		node_text(p->arena, up, value_title(p, r));
		return;
	}
	put_id(p, up, r);
	if (title)
		node_text(p->arena, up, arena_printf(p->arena, " %s",
		    value_title(p, r)));
}

static bool
is_id_byte(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    c == '-' || c == '.';
}

/* Behind it no id begins. */
static bool
is_inside(char c)
{
	return is_id_byte(c) || (c >= 'a' && c <= 'z');
}

/*
 * The record whose id stands at s, as a word of its own; its length.  A dot
 * behind it ends the sentence.
 */
static const struct record *
id_at(struct part *p, const char *s, size_t *len)
{
	const struct record *r;
	char *id;
	size_t n = 0;

	while (is_id_byte(s[n]))
		n++;
	while (n > 0 && (s[n - 1] == '.' || s[n - 1] == '-'))
		n--;
	if (n < 3 || n > 32 || (s[n] >= 'a' && s[n] <= 'z') || s[n] == '_')
		return NULL;
	id = arena_dup(p->arena, s, n);
	if (strpbrk(id, "0123456789") == NULL ||
	    (r = model_find(p->in->model, id)) == NULL || r == p->record)
		return NULL;
	*len = n;
	return r;
}

static void
plain(struct part *p, struct node *up, const char *from, const char *to)
{
	if (to > from)
		node_text(p->arena, up, arena_dup(p->arena, from,
		    (size_t)(to - from)));
}

/* The text without the line ends that stand for nothing in Japanese. */
static const char *
unfolded(struct part *p, const char *text)
{
	const char *s;
	char *copy, *to;
	uint32_t ch = 0, was;
	size_t n;

	if (strchr(text, '\n') == NULL)
		return text;
	to = copy = arena_alloc(p->arena, strlen(text) + 1);
	for (s = text; *s != '\0'; s += n) {
		was = ch;
		n = utf8_get(s, strnlen(s, 4), &ch);
		if (ch == '\n' && s[1] != '\0') {
			utf8_get(s + 1, strnlen(s + 1, 4), &ch);
			if (utf8_joined(was, ch)) {
				ch = was;
				continue;
			}
			ch = '\n';
		}
		memcpy(to, s, n);
		to += n;
	}
	return copy;
}

void
value_text(struct part *p, struct node *up, const char *text)
{
	const struct record *r;
	const char *s = text = unfolded(p, text), *from = text;
	bool boxed;
	size_t n;

	for (; *s != '\0'; s++) {
		if (*s < 'A' || *s > 'Z' || (s > text && is_inside(s[-1])) ||
		    (r = id_at(p, s, &n)) == NULL)
			continue;
		boxed = s >= from + 2 && s[-1] == '[' && s[-2] == '[' &&
		    s[n] == ']' && s[n + 1] == ']';
		if (!boxed && is_hidden(r) && !is_paged(p, r))
			continue;
		plain(p, up, from, boxed ? s - 2 : s);
		if (boxed)
			value_ref(p, up, r->id, false);
		else
			put_id(p, up, r);
		from = s + n + (boxed ? 2 : 0);
		s = from - 1;
	}
	plain(p, up, from, s);
}

/* The language of words that say none, by their script; NULL: the book's. */
static const char *
language_by_script(const struct part *p, const char *s)
{
	const struct config *c = p->in->model->config;
	bool ours = p->lang == LANG_JA, word = false, words = false;
	uint32_t ch;
	size_t n, i;

	for (; *s != '\0'; s += n) {
		n = utf8_get(s, strnlen(s, 4), &ch);
		if (ch >= 0x3041 && ch <= 0x9fff)
			return ours ? NULL : lang_code(LANG_JA);
		if ((ch | 0x20) >= 'a' && (ch | 0x20) <= 'z')
			word = true;
		else if (ch == ' ')
			words = word;
	}
	if (!words || !ours)
		return NULL;
	for (i = 0; i < c->lang_len; i++)
		if (strcmp(c->langs[i], lang_code(LANG_JA)) != 0)
			return c->langs[i];
	return lang_code(LANG_EN);
}

void
value_said(struct part *p, struct node *up, const char *text)
{
	const char *lang = language_by_script(p, text);
	struct node *n = up->last;

	value_text(p, up, text);
	for (n = n == NULL ? up->first : n->next; n != NULL; n = n->next)
		if (n->type == NODE_TEXT)
			n->lang = lang;
}

void
value_badge(struct part *p, struct node *up, const char *label,
    const char *word)
{
	struct node *n = node_child(p->arena, up, NODE_BADGE);

	n->text = label;
	n->tone = part_tone(p, word);
}

/* A link to the forge where there is one, else what would be linked. */
static struct node *
at_forge(struct part *p, struct node *up, const char *url)
{
	if (url == NULL)
		return up;
	up = node_child(p->arena, up, NODE_LINK);
	up->url = url;
	return up;
}

void
value_commit(struct part *p, struct node *up, const char *id)
{
	up = at_forge(p, up, part_address(p,
	    p->in->model->config->forge_commit, id, false));
	node_child(p->arena, up, NODE_LITERAL)->text =
	    arena_printf(p->arena, "%.*s", COMMIT_SHORT, id);
}

void
value_place(struct part *p, struct node *up, const char *place)
{
	const char *colon = strrchr(place, ':');

	if (colon != NULL)
		up = at_forge(p, up, part_address(p,
		    p->in->model->config->forge_edit, arena_dup(p->arena,
		    place, (size_t)(colon - place)), true));
	node_child(p->arena, up, NODE_LITERAL)->text = place;
}

void
value_status(struct part *p, struct node *up, const struct record *r)
{
	if (r->status == NULL)
		return;
	value_badge(p, up, kind_state_label(r->kind, r->status, p->lang),
	    r->status);
}

/* The id of a site or a department becomes its name. */
static const char *
name_of(struct part *p, const struct field *f, const char *text)
{
	const char *s;

	if (map_get(p->named, f->name) == NULL)
		return NULL;
	s = map_get(p->names, text);
	return s;
}

static void
value_choice(struct part *p, struct node *up, const struct field *f,
    const char *text)
{
	const char *label = field_choice(f, text, p->lang);

	if (map_get(p->tones, text) != NULL)
		value_badge(p, up, label, text);
	else
		node_text(p->arena, up, label);
}

/* P1Y6M in words; NULL when it is no duration. */
static const char *
duration(struct part *p, const char *text)
{
	const char *s = standard_span(p->arena, p->in->model->standard, text,
	    p->lang);

	return s == text ? NULL : s;
}

static void
value_words(struct part *p, struct node *up, const struct field *f,
    const char *text)
{
	const char *s;
	char *key;

	if (map_get(p->leads, f->name) != NULL &&
	    (s = map_get(p->rows, text)) != NULL) {
		up = node_child(p->arena, up, NODE_LINK);
		up->ref = s;
		node_text(p->arena, up, text);
	} else if (model_find(p->in->model, text) != NULL) {
		value_ref(p, up, text, false);
	} else if ((s = name_of(p, f, text)) != NULL ||
	    (s = duration(p, text)) != NULL) {
		node_text(p->arena, up, s);
	} else if (map_get(p->levels, text) != NULL) {
		key = arena_printf(p->arena, "manual.level_%s", text);
		value_badge(p, up, part_word_or(p, key, text), text);
	} else {
		value_text(p, up, text);
	}
}

void
value_scalar(struct part *p, struct node *up, const struct field *f,
    const char *text)
{
	struct node *n;
	const char *s;

	switch (f->type) {
	case FIELD_REF:
		value_ref(p, up, text, false);
		break;
	case FIELD_EVIDENCE:
		if (model_find(p->in->model, text) != NULL) {
			value_ref(p, up, text, false);
		} else if (strchr(text, '/') != NULL &&
		    strchr(text, ' ') == NULL) {
			up = at_forge(p, up, part_address(p,
			    p->in->model->config->forge_file, text, true));
			n = node_child(p->arena, up, NODE_LITERAL);
			n->text = text;
		} else {
			value_text(p, up, text);
		}
		break;
	case FIELD_CHOICE:
		value_choice(p, up, f, text);
		break;
	case FIELD_BOOL:
		node_text(p->arena, up, standard_yes(p->arena,
		    p->in->model->standard, f->name,
		    strcmp(text, "true") == 0 || strcmp(text, "1") == 0,
		    p->lang));
		break;
	case FIELD_STR:
		value_words(p, up, f, text);
		break;
	case FIELD_TEXT:
		value_text(p, up, text);
		break;
	case FIELD_DURATION:
		s = duration(p, text);
		node_text(p->arena, up, s != NULL ? s : text);
		break;
	default:
		node_text(p->arena, up, text);
		break;
	}
}

/* Of several lines, or with marks of Markdown. */
static bool
is_prose(const char *text)
{
	return strpbrk(text, "\n*`|") != NULL;
}

bool
value_prose(struct part *p, struct node *cell, const char *text)
{
	struct diags *ds;
	const struct node *body;

	ds = diags_new(p->arena);
	body = mark_parse(p->arena, ds, (struct pos){ "", 1, 0, 0 },
	    text, strlen(text), 0);
	if (body == NULL)
		return false;
	body_copy(p, cell, body, NULL);
	return true;
}

/* Records that have a page, for which the title helps the reader. */
static bool
is_titled(struct part *p, const struct yaml *y)
{
	const struct record *r;

	if (y->type != YAML_SCALAR)
		return false;
	r = model_find(p->in->model, y->s);
	return r != NULL && !is_hidden(r);
}

#define LINE_MAX	28	/* letters, of which Japanese ones count two */

/* A text too long to stand in a line with others. */
static bool
is_long(const struct yaml *y)
{
	const char *s;
	uint32_t c;
	size_t n;

	for (y = y->first; y != NULL; y = y->next) {
		if (y->type != YAML_SCALAR)
			continue;
		for (n = 0, s = y->s; *s != '\0'; n += c >= 0x2e80 ? 2 : 1)
			s += utf8_get(s, strlen(s), &c);
		if (n > LINE_MAX)
			return true;
	}
	return false;
}

/* A list of prose stands as a list, a list of short values in a line. */
static void
value_list(struct part *p, struct node *cell, const struct field *f,
    const struct yaml *y, bool brief)
{
	const struct yaml *m;
	struct node *list = NULL, *up;
	bool titles = !brief && y->len <= TITLES_MAX && y->first != NULL &&
	    is_titled(p, y->first);

	if (f->type == FIELD_TEXT || titles || (y->len > 1 && is_long(y))) {
		list = node_child(p->arena, cell, NODE_LIST);
		list->tight = true;
		list->name = titles ? "plain" : NULL;
	}
	for (m = y->first; m != NULL; m = m->next) {
		if (m->type != YAML_SCALAR)
			continue;
		if (list != NULL) {
			up = node_child(p->arena, list, NODE_ITEM);
			up = node_child(p->arena, up, NODE_PARA);
		} else {
			up = cell;
			/* Between badges a comma hangs in the air. */
			if (m != y->first)
				node_text(p->arena, up, up->last != NULL &&
				    up->last->type == NODE_BADGE ? " " :
				    value_between(p, m->s));
		}
		if (titles && is_titled(p, m))
			value_ref(p, up, m->s, true);
		else
			value_scalar(p, up, f, m->s);
	}
}

void
value_field(struct part *p, struct node *cell, const struct field *f,
    const struct yaml *y, bool brief)
{
	struct buf b = BUF_INIT;

	if (y->type == YAML_SCALAR) {
		if (y->s[0] == '\0')
			return;
		if (f->type == FIELD_TEXT && !brief &&
		    is_prose(y->s) && value_prose(p, cell, y->s))
			return;
		if (!brief && (f->type == FIELD_REF ||
		    f->type == FIELD_EVIDENCE) && is_titled(p, y))
			value_ref(p, cell, y->s, true);
		else
			value_scalar(p, cell, f, y->s);
		return;
	}
	if (y->type == YAML_LIST && f->type != FIELD_MAP &&
	    f->type != FIELD_ANY) {
		value_list(p, cell, f, y, brief);
		return;
	}
	buf_addf(&b, "%zu", y->len);
	node_text(p->arena, cell, arena_str(p->arena, b.s));
	buf_done(&b);
}
