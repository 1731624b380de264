#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fold.h"
#include "base/map.h"
#include "base/near.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/build.h"
#include "model/id.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "tree/node.h"

bool
build_may_search(struct build *b, size_t n)
{
	if (b->budget < n)
		return false;
	b->budget -= n;
	return true;
}

struct mention *
build_mention(struct build *b, const struct record *src, const char *path,
    const char *target, struct pos at)
{
	struct mention *m;

	b->mentions = arena_grow(b->arena, b->mentions, b->mention_len,
	    sizeof(*b->mentions));
	m = &b->mentions[b->mention_len++];
	m->src = src;
	m->path = path;
	m->target = target;
	m->at = at;
	return m;
}

#define PLACES_MAX	1000	/* named in one finding */

struct doubt *
build_doubt(struct build *b, const struct diag *diag, const char *id,
    const struct kind *kind, const char *field)
{
	struct model *m = b->model;
	struct doubt *d;

	m->doubts = arena_grow(b->arena, m->doubts, m->doubt_len,
	    sizeof(*m->doubts));
	d = &m->doubts[m->doubt_len++];
	d->diag = diag;
	d->id = id;
	d->kind = kind;
	d->field = field;
	return d;
}

/* Numbers of the catalogue's earlier edition, and what they became. */
static void
read_old(struct build *b)
{
	const struct yaml *row, *from, *y;
	const char *id, *before;

	b->old = map_new(b->arena);
	row = b->model->standard->catalogue;
	for (row = row != NULL ? row->first : NULL; row != NULL;
	    row = row->next) {
		id = yaml_str(row, "id");
		from = yaml_get(row, "from");
		if (id == NULL || from == NULL)
			continue;
		for (y = from->first; y != NULL; y = y->next) {
			if (y->type != YAML_SCALAR)
				continue;
			before = map_get(b->old, y->s);
			if (before != NULL)
				id = arena_printf(b->arena, "%s, %s", before,
				    id);
			map_put(b->old, y->s, (char *)id);
			id = yaml_str(row, "id");
		}
	}
}

/* Another prefix that was meant, with the same number behind it. */
static const char *
other_prefix(struct build *b, const char *target)
{
	const char *dash = strchr(target, '-'), *id;
	struct near g;

	if (dash == NULL || dash == target)
		return NULL;
	g = (struct near){ .word = arena_dup(b->arena, target,
	    (size_t)(dash - target)) };
	for (size_t i = 0; i < b->model->kind_len; i++)
		if (b->model->kinds[i]->prefix != NULL)
			near_offer(&g, b->model->kinds[i]->prefix);
	if (g.best == NULL || g.distance == 0)
		return NULL;
	id = arena_printf(b->arena, "%s%s", g.best, dash);
	return map_get(b->model->by_id, id) != NULL ? id : NULL;
}

/* The only record whose id ends with what was written: 5.15 for A.5.15. */
static const char *
by_ending(struct build *b, const char *target)
{
	size_t len = strlen(target), n;
	const char *only = NULL, *id;

	if (len < 3 || !build_may_search(b, map_len(b->model->by_id)))
		return NULL;
	for (size_t i = 0; i < map_len(b->model->by_id); i++) {
		id = map_at(b->model->by_id, i)->key;
		n = strlen(id);
		if (n <= len + 1 || strcmp(id + n - len, target) != 0 ||
		    (id[n - len - 1] != '.' && id[n - len - 1] != '-'))
			continue;
		if (only != NULL)
			return NULL;
		only = id;
	}
	return only;
}

static const char *
near_id(struct build *b, const char *target)
{
	const struct record *r;
	const char *id;

	if ((r = map_get(b->keys, id_key(b->arena, target))) != NULL)
		return r->id;
	for (size_t i = 0; i < b->model->kind_len; i++) {
		id = id_meant(b->arena, b->model->kinds[i], target);
		if (id != NULL && map_get(b->model->by_id, id) != NULL)
			return id;
	}
	if ((id = other_prefix(b, target)) != NULL)
		return id;
	return by_ending(b, target);
}

static const struct kind *
kind_by_id(const struct build *b, const char *id)
{
	for (size_t i = 0; i < b->model->kind_len; i++)
		if (id_fits(b->model->kinds[i], id))
			return b->model->kinds[i];
	return NULL;
}

/* The last id of the kind that was wanted, or whose prefix was written. */
static const struct record *
last_of(struct build *b, const struct mention *m, const struct kind **kind)
{
	const struct kind *k = NULL;
	const struct record *r, *last = NULL;

	if (m->field != NULL && m->field->refs[0] != NULL)
		k = map_get(b->kinds, m->field->refs[0]);
	if (k == NULL)
		k = kind_by_id(b, m->target);
	if (k == NULL || k->prefix == NULL ||
	    !build_may_search(b, map_len(b->model->by_id)))
		return NULL;
	for (size_t i = 0; i < map_len(b->model->by_id); i++) {
		r = map_at(b->model->by_id, i)->value;
		if (r->kind == k && (last == NULL ||
		    id_compare(r->id, last->id) > 0))
			last = r;
	}
	*kind = k;
	return last;
}

/* What names an id that is not there, and is not like one that is. */
struct nowhere {
	const struct mention	**list;
	size_t			  len;
};

static void
note_nowhere(struct build *b, const struct mention *m)
{
	struct nowhere *n = map_get(b->nowhere, m->target);

	if (n == NULL)
		map_put(b->nowhere, m->target,
		    n = arena_alloc(b->arena, sizeof(*n)));
	n->list = arena_grow(b->arena, n->list, n->len, sizeof(*n->list));
	n->list[n->len++] = m;
}

/* What the mention says is not known. */
static void
doubt_mention(struct build *b, const struct diag *d, const struct mention *m,
    const char *near)
{
	if (m->src != NULL && m->src->id != NULL)
		build_doubt(b, d, m->src->id, m->src->kind, m->path)->near =
		    near;
}

/* Prose is no field that a reader could look for by its name. */
static const char *
path_word(const struct mention *m, enum lang lang)
{
	if (strcmp(m->path, "body") != 0)
		return m->path;
	return lang_pick(lang, "the text", "本文");
}

/* A finding that a mention leads nowhere. */
static struct diag *
add_nowhere(struct build *b, enum diag_id what, const struct mention *m,
    const char *near)
{
	return diag_add(b->diags, what, m->at,
	    m->src != NULL ? m->src->id : NULL,
	    "field_en", path_word(m, LANG_EN), "field_ja",
	    path_word(m, LANG_JA), "target", m->target, near != NULL ? "near" :
	    NULL, near, NULL);
}

static void
ref_unknown(struct build *b, const struct mention *m)
{
	const char *near;
	const struct diag *d;

	if (b->old == NULL)
		read_old(b);
	if ((near = map_get(b->old, m->target)) != NULL)
		d = add_nowhere(b, D_REF_OLD, m, near);
	else if ((near = near_id(b, m->target)) != NULL)
		d = add_nowhere(b, D_REF_NEAR, m, near);
	else {
		note_nowhere(b, m);
		return;
	}
	doubt_mention(b, d, m, near);
}

/* One record that is gone is one fault, wherever it is named. */
static struct diag *
report_places(struct build *b, const struct nowhere *n)
{
	const struct mention *first = n->list[0];
	struct buf places = BUF_INIT;
	struct diag *d;
	char count[24];

	for (size_t i = 0; i < n->len && i < PLACES_MAX; i++)
		buf_addf(&places, "%s%s:%u", i > 0 ? ", " : "",
		    n->list[i]->at.path, n->list[i]->at.line);
	if (n->len > PLACES_MAX)
		buf_adds(&places, ", ...");
	snprintf(count, sizeof(count), "%zu", n->len);
	d = diag_add(b->diags, D_REF_PLACES, first->at, first->src != NULL ?
	    first->src->id : NULL, "target", first->target, "count", count,
	    "places", places.s, NULL);
	d->also = n->list[1]->at;
	d->also_says[LANG_EN] = "named here, too";
	d->also_says[LANG_JA] = "ここでも参照";
	buf_done(&places);
	return d;
}

/* A record of the kind has no id, which is told: it may be the one meant. */
static bool
is_idless(struct build *b, const struct kind *k)
{
	const struct record *r;

	if (b->idless == NULL) {
		b->idless = map_new(b->arena);
		for (size_t i = 0; i < b->len; i++)
			if ((r = b->found[i].record)->id == NULL)
				map_put(b->idless, r->kind->name,
				    (char *)r->doc->path);
	}
	return k != NULL && map_get(b->idless, k->name) != NULL;
}

static void
report_nowhere(struct build *b, const struct nowhere *n)
{
	const struct mention *m = n->list[0];
	const char *id = m->src != NULL ? m->src->id : NULL;
	const struct kind *kind = NULL;
	const struct record *last;
	struct diag *d;

	if (is_idless(b, kind_by_id(b, m->target))) {
		map_put(b->lost, m->target, (char *)map_get(b->idless,
		    kind_by_id(b, m->target)->name));
		return;
	}
	if (n->len > 1)
		d = report_places(b, n);
	else if ((last = last_of(b, m, &kind)) != NULL)
		d = diag_add(b->diags, D_REF_LAST, m->at, id, "field_en",
		    path_word(m, LANG_EN), "field_ja", path_word(m, LANG_JA),
		    "target", m->target, "kind", kind->name, "last", last->id,
		    NULL);
	else
		d = add_nowhere(b, D_REF_UNKNOWN, m, NULL);
	for (size_t i = 0; i < n->len; i++)
		doubt_mention(b, d, n->list[i], NULL);
	build_doubt(b, d, m->target, kind_by_id(b, m->target),
	    NULL)->absent = true;
}

static bool
wants_person(const struct build *b, const struct field *f)
{
	return b->person != NULL && f != NULL && f->refs[0] != NULL &&
	    f->refs[1] == NULL && strcmp(f->refs[0], b->person->name) == 0;
}

/* A person whose name, in any field that is text, is what was written. */
static const char *
person_named(struct build *b, const char *name)
{
	const char *want = fold_loose(b->arena, name);
	const struct record *r;
	const struct yaml *y;

	if (!build_may_search(b, map_len(b->model->by_id)))
		return NULL;
	for (size_t i = 0; i < map_len(b->model->by_id); i++) {
		r = map_at(b->model->by_id, i)->value;
		if (r->kind != b->person)
			continue;
		for (y = r->map->first; y != NULL; y = y->next)
			if (y->type == YAML_SCALAR && strcmp(fold_loose(
			    b->arena, y->s), want) == 0)
				return r->id;
	}
	return NULL;
}

static void
report_person(struct build *b, const struct mention *m)
{
	const char *near = person_named(b, m->target);
	const char *id = m->src != NULL ? m->src->id : NULL;

	doubt_mention(b, diag_add(b->diags, near != NULL ? D_PERSON_NEAR :
	    D_PERSON, m->at, id, "field", m->path, "value", m->target, "kind",
	    b->person->name, "near", near, NULL), m, near);
}

static bool
kind_wanted(const struct mention *m, const struct record *dst)
{
	const char **refs;

	if (m->field == NULL || m->field->refs[0] == NULL)
		return true;
	for (refs = m->field->refs; *refs != NULL; refs++)
		if (strcmp(*refs, dst->kind->name) == 0 ||
		    (strcmp(*refs, "=") == 0 && m->src != NULL &&
		    m->src->kind == dst->kind))
			return true;
	return false;
}

static const char *
wanted_names(struct build *b, const struct mention *m)
{
	struct buf all = BUF_INIT;
	const char **refs, *s;

	for (refs = m->field->refs; *refs != NULL; refs++)
		buf_addf(&all, "%s%s", refs > m->field->refs ? ", " : "",
		    strcmp(*refs, "=") == 0 && m->src != NULL ?
		    m->src->kind->name : *refs);
	s = arena_dup(b->arena, all.s, all.len);
	buf_done(&all);
	return s;
}

/* The record meant, NULL with a finding when there is none. */
static const struct record *
resolve(struct build *b, const struct mention *m)
{
	const struct record *dst = map_get(b->model->by_id, m->target);
	const char *id = m->src != NULL ? m->src->id : NULL;

	if (dst == NULL && map_get(b->lost, m->target) != NULL)
		return map_get(b->keys, id_key(b->arena, m->target));
	if (dst != NULL && kind_wanted(m, dst))
		return dst;
	if (m->quiet)
		return NULL;
	if (wants_person(b, m->field) && (dst != NULL ||
	    id_meant(b->arena, b->person, m->target) == NULL))
		report_person(b, m);
	else if (dst != NULL)
		doubt_mention(b, diag_add(b->diags, D_REF_KIND, m->at, id,
		    "field_en", path_word(m, LANG_EN), "field_ja",
		    path_word(m, LANG_JA), "target", m->target, "kind",
		    dst->kind->name, "wanted", wanted_names(b, m), NULL), m,
		    NULL);
	else
		ref_unknown(b, m);
	return NULL;
}

/* Records that are there but could not be read. */
static void
doubt_lost(struct build *b)
{
	struct map *faults = map_new(b->arena);
	const struct diag *d;
	const char *id;

	for (size_t i = diags_len(b->diags); map_len(b->lost) > 0 && i-- > 0;)
		if ((d = diags_at(b->diags, i))->at.path != NULL)
			map_put(faults, d->at.path, (struct diag *)d);
	for (size_t i = 0; i < map_len(b->lost); i++) {
		id = map_at(b->lost, i)->key;
		if (map_get(b->model->by_id, id) == NULL &&
		    map_get(b->keys, id_key(b->arena, id)) == NULL &&
		    (d = map_get(faults, map_at(b->lost, i)->value)) != NULL)
			build_doubt(b, d, id, kind_by_id(b, id), NULL);
	}
}

void
build_refs(struct build *b)
{
	struct model *model = b->model;
	const struct mention *m;
	const struct record *dst;
	struct reference *ref;

	b->nowhere = map_new(b->arena);
	for (size_t i = 0; i < b->mention_len; i++) {
		m = &b->mentions[i];
		dst = resolve(b, m);
		if (m->node != NULL)
			m->node->ref = dst != NULL ? dst->id : NULL;
		if (m->src == NULL || m->src->id == NULL ||
		    map_get(model->by_id, m->src->id) != m->src)
			continue;
		model->refs = arena_grow(b->arena, model->refs,
		    model->ref_len, sizeof(*model->refs));
		ref = &model->refs[model->ref_len++];
		ref->src = m->src;
		ref->dst = dst;
		ref->field = m->path;
		ref->target = m->target;
		ref->at = m->at;
	}
	for (size_t i = 0; i < map_len(b->nowhere); i++)
		report_nowhere(b, map_at(b->nowhere, i)->value);
	doubt_lost(b);
}
