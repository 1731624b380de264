#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/compare.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/value.h"

/* So many records that came or went are looked through for a changed id. */
#define MOVES_MAX	1000

struct work {
	struct arena		*arena;
	struct comparison	*out;
	const struct pair	*pair;
};

static void
add_pair(struct work *w, const struct record *from, const struct record *to)
{
	struct comparison *c = w->out;

	c->pairs = arena_grow(w->arena, c->pairs, c->pair_len,
	    sizeof(*c->pairs));
	c->pairs[c->pair_len++] = (struct pair){ from, to };
}

/* ---- changed ids ---- */

/* One file, one record: then the file says which it is. */
static bool
stands_alone(const struct record *r)
{
	return r->map == r->doc->front;
}

static bool
alike(const struct record *a, const struct record *b)
{
	const char *x, *y;

	if (strcmp(a->kind->name, b->kind->name) != 0)
		return false;
	if (stands_alone(a) && stands_alone(b) &&
	    strcmp(a->doc->path, b->doc->path) == 0)
		return true;
	x = record_str(a, "title");
	y = record_str(b, "title");
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* The only record of the list that is like it, NULL else. */
static const struct record *
only(const struct record *r, const struct record **list, size_t n)
{
	const struct record *found = NULL;

	for (size_t i = 0; i < n; i++) {
		if (!alike(r, list[i]))
			continue;
		if (found != NULL)
			return NULL;
		found = list[i];
	}
	return found;
}

/* The records of one model whose id the other does not have. */
static const struct record **
strangers(struct arena *a, const struct model *m, const struct model *other,
    size_t *n)
{
	const struct record **list = NULL;

	for (size_t i = *n = 0; i < m->len; i++) {
		if (model_find(other, m->records[i]->id) != NULL)
			continue;
		list = arena_grow(a, list, *n, sizeof(*list));
		list[(*n)++] = m->records[i];
	}
	return list;
}

static void
find_moves(struct work *w, const struct model *from, const struct model *to)
{
	const struct record **gone, **came, *r;
	size_t gone_len, came_len;

	gone = strangers(w->arena, from, to, &gone_len);
	came = strangers(w->arena, to, from, &came_len);
	if (gone_len > MOVES_MAX || came_len > MOVES_MAX)
		return;
	for (size_t i = 0; i < came_len; i++)
		if ((r = only(came[i], gone, gone_len)) != NULL &&
		    only(r, came, came_len) == came[i])
			map_put(w->out->was, came[i]->id, (char *)r->id);
}

static void
find_pairs(struct work *w, const struct model *from, const struct model *to)
{
	struct map *taken = map_new(w->arena);
	const struct record *r;
	const char *id;

	find_moves(w, from, to);
	for (size_t i = 0; i < to->len; i++) {
		if ((id = map_get(w->out->was, to->records[i]->id)) == NULL)
			id = to->records[i]->id;
		if ((r = model_find(from, id)) != NULL)
			map_put(taken, r->id, w);
		add_pair(w, r, to->records[i]);
	}
	for (size_t i = 0; i < from->len; i++)
		if (map_get(taken, from->records[i]->id) == NULL)
			add_pair(w, from->records[i], NULL);
}

/* ---- fields ---- */

static void
edit(struct work *w, enum edit_what what, const char *field, const char *old,
    const char *now)
{
	struct comparison *c = w->out;

	c->edits = arena_grow(w->arena, c->edits, c->edit_len,
	    sizeof(*c->edits));
	c->edits[c->edit_len++] = (struct edit){ w->pair, what, field, old,
	    now };
}

/* A value on one line; the parser bounds the depth. */
static void
flat(struct buf *b, const struct yaml *y, bool inside)
{
	if (y->type == YAML_SCALAR) {
		buf_adds(b, y->s);
		return;
	}
	if (inside)
		buf_addc(b, y->type == YAML_MAP ? '{' : '[');
	for (const struct yaml *m = y->first; m != NULL; m = m->next) {
		if (m->key != NULL)
			buf_addf(b, "%s: ", m->key);
		flat(b, m, true);
		if (m->next != NULL)
			buf_adds(b, ", ");
	}
	if (inside)
		buf_addc(b, y->type == YAML_MAP ? '}' : ']');
}

static const char *
text_of(struct work *w, const struct record *r, const struct yaml *y)
{
	struct buf b = BUF_INIT;
	const char *s;

	if (r == NULL || !value_present(r->standard, y))
		return NULL;
	flat(&b, y, false);
	s = arena_dup(w->arena, b.s == NULL ? "" : b.s, b.len);
	buf_done(&b);
	return s;
}

static void
compare_text(struct work *w, const char *field, const char *old,
    const char *now)
{
	if (old == NULL && now == NULL)
		return;
	if (old == NULL || now == NULL)
		edit(w, old == NULL ? EDIT_SET : EDIT_CLEARED, field, old,
		    now);
	else if (strcmp(old, now) != 0)
		edit(w, EDIT_CHANGED, field, old, now);
}

/* The members of a list as texts. */
static const char **
members(struct work *w, const struct record *r, const struct yaml *y,
    size_t *n)
{
	const char **list, *s;

	*n = 0;
	if (y == NULL || y->type != YAML_LIST)
		return NULL;
	list = arena_alloc(w->arena, (y->len + 1) * sizeof(*list));
	for (const struct yaml *m = y->first; m != NULL; m = m->next)
		if ((s = text_of(w, r, m)) != NULL)
			list[(*n)++] = s;
	return list;
}

/* Takes an equal member out of the list. */
static bool
take(const char **list, size_t n, const char *s)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] != NULL && strcmp(list[i], s) == 0) {
			list[i] = NULL;
			return true;
		}
	return false;
}

/* Mappings in a list: which came and which went, wherever they stand. */
static void
compare_members(struct work *w, const char *field, const struct yaml *a,
    const struct yaml *b)
{
	size_t n, m;
	const char **old = members(w, w->pair->from, a, &n);
	const char **now = members(w, w->pair->to, b, &m);

	for (size_t i = 0; i < m; i++)
		if (take(old, n, now[i]))
			now[i] = NULL;
	for (size_t i = 0; i < n; i++)
		if (old[i] != NULL)
			edit(w, EDIT_REMOVED, field, old[i], NULL);
	for (size_t i = 0; i < m; i++)
		if (now[i] != NULL)
			edit(w, EDIT_ADDED, field, NULL, now[i]);
}

static void
compare_field(struct work *w, const struct field *f, const char *path,
    const struct yaml *a, const struct yaml *b)
{
	if (f->type == FIELD_MAP && f->list) {
		compare_members(w, path, a, b);
		return;
	}
	if (f->type != FIELD_MAP) {
		compare_text(w, path, text_of(w, w->pair->from, a),
		    text_of(w, w->pair->to, b));
		return;
	}
	for (size_t i = 0; i < f->sub_len; i++)
		compare_field(w, &f->sub[i], arena_printf(w->arena, "%s.%s",
		    path, f->sub[i].name), yaml_get(a, f->sub[i].name),
		    yaml_get(b, f->sub[i].name));
}

/* Prose without what editors change by themselves. */
static bool
same_prose(const struct doc *a, const struct doc *b)
{
	const char *s = a->body, *end = s + a->body_len;
	const char *t = b->body, *stop = t + b->body_len;

	for (;;) {
		while (s < end && strchr(" \t\r\n", *s) != NULL)
			s++;
		while (t < stop && strchr(" \t\r\n", *t) != NULL)
			t++;
		if (s == end || t == stop)
			return s == end && t == stop;
		for (; s < end && t < stop && *s == *t &&
		    strchr(" \t\r\n", *s) == NULL; s++, t++)
			;
		if ((s < end && strchr(" \t\r\n", *s) == NULL) ||
		    (t < stop && strchr(" \t\r\n", *t) == NULL))
			return false;
	}
}

static bool
same_file(const struct doc *a, const struct doc *b)
{
	return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

static void
compare_record(struct work *w)
{
	const struct record *a = w->pair->from, *b = w->pair->to;
	bool same = same_file(a->doc, b->doc);

	for (size_t i = 0; !same && i < b->kind->len; i++) {
		const struct field *f = &b->kind->fields[i];

		if (strcmp(f->name, "id") == 0 || strcmp(f->name, "kind") == 0)
			continue;
		if (strcmp(f->name, "status") == 0)
			compare_text(w, f->name, a->status, b->status);
		else
			compare_field(w, f, f->name, record_get(a, f->name),
			    record_get(b, f->name));
	}
	if (!same && stands_alone(a) && stands_alone(b) &&
	    !same_prose(a->doc, b->doc))
		edit(w, EDIT_BODY, NULL, NULL, NULL);
	if (strcmp(a->doc->path, b->doc->path) != 0)
		edit(w, EDIT_MOVED, NULL, a->doc->path, b->doc->path);
}

struct comparison *
model_compare(struct arena *a, const struct model *from,
    const struct model *to)
{
	struct work w = { .arena = a };
	struct comparison *c = w.out = arena_alloc(a, sizeof(*c));

	c->was = map_new(a);
	find_pairs(&w, from, to);
	for (size_t i = 0; i < c->pair_len; i++) {
		w.pair = &c->pairs[i];
		if (w.pair->from != NULL && w.pair->to != NULL)
			compare_record(&w);
	}
	return c;
}
