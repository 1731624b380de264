#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/map.h"
#include "book/book.h"
#include "book/calendar.h"
#include "book/part.h"
#include "history/history.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/model.h"
#include "out/ics.h"
#include "store/store.h"

#define DAY_SECONDS	86400

/*
 * What falls due as calendars to subscribe to: one of everything, one of each
 * who owes.  A date keeps its identity when it moves, and has the same in
 * each of them and in what the command gives out.
 */

struct feed {
	struct ics_event	*events;
	size_t			 len;
	const char		*owner;		/* NULL: of all */
};

/* The moment of the data, not of the clock. */
static int64_t
moment(const struct part *p)
{
	const struct timelines *t = p->in->timelines;

	for (size_t i = t == NULL ? 0 : t->commit_len; i-- > 0;)
		if (strcmp(t->commits[i].id, p->in->commit) == 0)
			return t->commits[i].when;
	return (int64_t)p->in->asof * DAY_SECONDS;
}

/* When the day was set, and how often: from history. */
static void
date_life(const struct part *p, struct ics_event *e, const char *id,
    const char *field, const char *member)
{
	const struct change *c;
	size_t n;

	if (p->in->timelines == NULL)
		return;
	c = history_of(p->in->timelines, id, &n);
	for (size_t i = 0; i < n; i++) {
		bool moved = history_concerns(&c[i], field, member);

		if (moved || c[i].what == CHANGE_ADDED)
			e->modified = c[i].commit->when;
		e->sequence += moved;
	}
}

static void
feed_add(struct part *p, struct feed *f, const struct ics_event *e)
{
	f->events = arena_grow(p->arena, f->events, f->len,
	    sizeof(*f->events));
	f->events[f->len++] = *e;
}

static struct feed *
feed_of(struct part *p, struct map *feeds, const char *owner)
{
	struct feed *f = map_get(feeds, owner);

	if (f == NULL) {
		f = arena_alloc(p->arena, sizeof(*f));
		f->owner = arena_str(p->arena, owner);
		map_put(feeds, f->owner, f);
	}
	return f;
}

static const char *
owner_name(struct part *p, const char *owner)
{
	const struct record *r = model_find(p->in->model, owner);

	return r != NULL ? value_title(p, r) : owner;
}

const char *
calendar_member(struct arena *a, const struct record *rec, const char *field)
{
	const char *shut = strchr(field, ']');

	return rec == NULL || shut == NULL ? NULL : history_member(record_get(
	    rec, arena_dup(a, field, (size_t)(shut + 1 - field))));
}

const char *
calendar_uid(struct arena *a, const char *id, const char *field,
    const char *member, size_t nth)
{
	char hex[65];

	if (member == NULL)
		return arena_printf(a, "%s.%s@ismsc", id, field);
	hash_bytes(member, strlen(member), hex);
	return arena_printf(a, "%s.%.*s-%.12s%s%s@ismsc", id,
	    (int)strcspn(field, "["), field, hex, nth == 0 ? "" :
	    arena_printf(a, "-%zu", nth + 1), strchr(field, ']') + 1);
}

const char *
calendar_owed(struct arena *a, enum lang lang, const char *what,
    const char *member)
{
	return member == NULL ? what : arena_printf(a, lang_pick(lang,
	    "%s: %s", "%s\xe3\x80\x8c%s\xe3\x80\x8d"), what, member);
}

/* One row of the query; false when an earlier one was of the same date. */
static bool
read_event(struct part *p, struct query *q, struct map *known,
    struct ics_event *e)
{
	const char *id = query_get(q, "id"), *field = query_get(q, "field"),
	    *day = query_get(q, "due"), *what = query_get(q, "what"),
	    *owner = query_get(q, "owner"), *uid, *at, *member;
	const struct record *r;
	size_t nth = 0;

	memset(e, 0, sizeof(*e));
	if (id == NULL || field == NULL || day == NULL ||
	    !date_parse(day, &e->day) ||
	    (r = model_find(p->in->model, id)) == NULL)
		return false;
	at = arena_printf(p->arena, "%s.%s", id, field);
	if (map_put(known, at, known) != NULL)
		return false;
	member = calendar_member(p->arena, r, field);
	do
		uid = calendar_uid(p->arena, id, field, member, nth++);
	while (member != NULL && map_put(known, uid, known) != NULL);
	e->uid = uid;
	e->category = part_word(p, what != NULL ? what : "");
	e->summary = arena_printf(p->arena, lang_pick(p->lang,
		    "%s %s (%s)",
		    "%s %s\xef\xbc\x88%s\xef\xbc\x89"), r->id,
	    value_title(p, r), calendar_owed(p->arena, p->lang, e->category,
	    member));
	if (owner != NULL)
		e->description = owner_name(p, arena_str(p->arena, owner));
	date_life(p, e, r->id, field, member);
	return true;
}

/* A calendar among the outputs, and the link that leads to it. */
static void
publish(struct part *p, struct node *up, const struct feed *f,
    const char *label)
{
	const char *name = p->in->model->config->name[p->lang];
	struct out_meta *m = p->meta;
	struct out_calendar *c;
	struct node *n;

	m->calendars = arena_grow(p->arena, m->calendars, m->calendar_len,
	    sizeof(*m->calendars));
	c = &m->calendars[m->calendar_len++];
	c->name = f->owner == NULL ? p->page->name : arena_printf(p->arena,
	    "%s-%s", p->page->name, f->owner);
	c->anchor = arena_printf(p->arena, "%s.ics", c->name);
	c->title = arena_printf(p->arena, f->owner == NULL ? "ISMS %s" :
	    "ISMS %s: %s", name != NULL ? name : "", label);
	c->owner = f->owner;
	c->events = f->events;
	c->len = f->len;
	n = node_child(p->arena, up, NODE_LINK);
	n->ref = c->anchor;
	node_text(p->arena, n, label);
	n = node_text(p->arena, up, arena_printf(p->arena,
	    lang_pick(p->lang,
		    " (%zu)",
		    "\xef\xbc\x88%zu \xe4\xbb\xb6\xef\xbc\x89"), f->len));
	n->tone = TONE_MUTED;
}

static int
by_owner(const void *a, const void *b)
{
	const struct feed *const *x = a, *const *y = b;

	return id_compare((*x)->owner, (*y)->owner);
}

/* Of all, then of each owner by id. */
static void
publish_all(struct part *p, struct node *up, const struct feed *all,
    const char *label, const struct map *feeds)
{
	size_t n = map_len(feeds);
	const struct feed **list = arena_alloc(p->arena,
	    (n + 1) * sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i + 1] = map_at(feeds, i)->value;
	qsort(list + 1, n, sizeof(*list), by_owner);
	list[0] = all;
	for (size_t i = 0; i <= n; i++)
		publish(p, node_child(p->arena, node_child(p->arena, up,
		    NODE_ITEM), NODE_PARA), list[i], i > 0 ?
		    owner_name(p, list[i]->owner) : label);
}

void
calendar_feeds(struct part *p, struct node *up, const struct yaml *y)
{
	struct query *q = part_query(p, up, yaml_str(y, "query"));
	struct map *known = map_new(p->arena), *feeds = map_new(p->arena);
	struct feed all = { .owner = NULL };
	const char *label = part_say_of(p, y, "all"), *owner;
	struct ics_event e;
	struct node *list;

	if (q == NULL || p->meta == NULL)
		return;
	while (query_step(q) == 1) {
		if (!read_event(p, q, known, &e))
			continue;
		e.stamp = moment(p);
		feed_add(p, &all, &e);
		if ((owner = query_get(q, "owner")) != NULL)
			feed_add(p, feed_of(p, feeds, owner), &e);
	}
	query_close(q);
	if (all.len == 0)
		return;
	list = node_child(p->arena, up, NODE_LIST);
	list->tight = true;
	list->name = "files";
	publish_all(p, list, &all, label != NULL ? label : "ISMS", feeds);
}

void
calendar_own(struct part *p, struct node *up, const struct yaml *y)
{
	const struct out_meta *m = p->meta;
	struct node *list, *n;

	for (size_t i = 0; m != NULL && p->record != NULL &&
	    i < m->calendar_len; i++) {
		if (m->calendars[i].owner == NULL ||
		    strcmp(m->calendars[i].owner, p->record->id) != 0)
			continue;
		list = node_child(p->arena, up, NODE_LIST);
		list->tight = true;
		list->name = "files";
		n = node_child(p->arena, node_child(p->arena, node_child(
		    p->arena, list, NODE_ITEM), NODE_PARA), NODE_LINK);
		n->ref = m->calendars[i].anchor;
		node_text(p->arena, n, part_say(p, y));
		return;
	}
}
