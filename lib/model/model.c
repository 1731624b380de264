#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/build.h"
#include "model/config.h"
#include "model/id.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"

/* Another kind has the name or the prefix already. */
static bool
is_taken(struct build *b, const struct kind *k)
{
	const char *name = NULL;

	for (size_t i = 0; i < map_len(b->kinds); i++) {
		const struct kind *other = map_at(b->kinds, i)->value;

		if (k->prefix != NULL && other->prefix != NULL &&
		    strcmp(k->prefix, other->prefix) == 0)
			name = k->prefix;
	}
	if (name != NULL)
		diag_add(b->diags, D_KIND_TWICE, k->at, NULL, "name", name,
		    NULL);
	return name != NULL;
}

/* A kind that an organisation adds, or its own fields of one that is there. */
static const struct kind *
own_kind(struct build *b, const struct yaml *y, const struct kind *envelope)
{
	const char *name = yaml_str(y, "name");
	const struct kind *base;
	struct kind *k;

	if (name != NULL && (base = map_get(b->kinds, name)) != NULL)
		return kind_extend(b->arena, b->diags, base, y);
	k = kind_read(b->arena, b->diags, y, envelope);
	if (k == NULL || is_taken(b, k))
		return NULL;
	k->own = true;
	return k;
}

static void
read_own_kinds(struct build *b)
{
	const struct standard *std = b->model->standard;
	const struct yaml *list, *y;
	const struct kind *k;

	if (b->model->config == NULL)
		return;
	list = yaml_get(b->model->config->yaml, "kinds");
	if (list == NULL)
		return;
	if (list->type != YAML_LIST) {
		if (list->type == YAML_MAP || *list->s != '\0')
			diag_add(b->diags, D_KIND_BAD, list->at, NULL, "key",
			    "kinds", "value", "...", "allowed",
			    "- {name: ..., prefix: ...}", NULL);
		return;
	}
	for (y = list->first; y != NULL; y = y->next)
		if ((k = own_kind(b, y, std->envelope)) != NULL)
			map_put(b->kinds, k->name, (struct kind *)k);
}

/* The standard's kinds, then the organisation's. */
static void
list_kinds(struct build *b)
{
	const struct standard *std = b->model->standard;
	const struct kind **kinds;
	const struct yaml *person;
	const char *name;

	b->kinds = map_new(b->arena);
	for (size_t i = 0; i < std->kind_len; i++)
		map_put(b->kinds, std->kinds[i]->name, std->kinds[i]);
	read_own_kinds(b);
	b->model->kind_len = map_len(b->kinds);
	kinds = arena_alloc(b->arena, (map_len(b->kinds) + 1) *
	    sizeof(*kinds));
	for (size_t i = 0; i < map_len(b->kinds); i++)
		kinds[i] = map_at(b->kinds, i)->value;
	b->model->kinds = kinds;
	person = yaml_get(yaml_get(std->about, "meaning"), "person");
	if ((name = yaml_str(person, "kind")) != NULL)
		b->person = map_get(b->kinds, name);
}

const struct kind *const *
model_kinds(struct arena *a, struct diags *ds, const struct standard *std,
    const struct config *config, size_t *len)
{
	struct model m = { .standard = std, .config = config };
	struct build b = { .arena = a, .diags = ds, .model = &m };

	list_kinds(&b);
	*len = m.kind_len;
	return m.kinds;
}

struct sorted {
	struct record	*record;
	size_t		 kind;
};

static int
by_kind(const void *x, const void *y)
{
	const struct sorted *a = x, *b = y;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return id_compare(a->record->id, b->record->id);
}

/* The records that the model keeps, by kind's order, then id. */
static void
sort_records(struct build *b)
{
	struct model *m = b->model;
	struct map *order = map_new(b->arena);
	struct sorted *list;
	size_t n = 0;

	for (size_t i = 0; i < m->kind_len; i++)
		map_put(order, m->kinds[i]->name, (void *)(i + 1));
	list = arena_alloc(b->arena, (b->len + 1) * sizeof(*list));
	for (size_t i = 0; i < b->len; i++) {
		if (!b->found[i].kept)
			continue;
		list[n].record = b->found[i].record;
		list[n++].kind = (size_t)map_get(order,
		    b->found[i].record->kind->name);
	}
	if (n > 0)
		qsort(list, n, sizeof(*list), by_kind);
	m->records = arena_alloc(b->arena, (n + 1) * sizeof(*m->records));
	for (m->len = 0; m->len < n; m->len++) {
		m->records[m->len] = list[m->len].record;
		m->records[m->len]->n = m->len;
	}
}

struct model *
model_build(struct arena *a, struct diags *ds, const struct loaded *loaded,
    const struct standard *std, const struct config *config,
    struct source *source)
{
	struct build b = {
		.arena = a, .diags = ds, .loaded = loaded, .source = source,
		.budget = BUILD_BUDGET
	};
	struct model *m = b.model = arena_alloc(a, sizeof(*m));

	m->loaded = loaded;
	m->standard = std;
	m->config = config;
	m->by_id = map_new(a);
	b.keys = map_new(a);
	b.lost = map_new(a);
	list_kinds(&b);
	build_collect(&b);
	build_unique(&b);
	sort_records(&b);
	build_check(&b);
	build_prose(&b);
	build_refs(&b);
	build_cycles(&b);
	return m;
}

const struct record *
model_find(const struct model *m, const char *id)
{
	return map_get(m->by_id, id);
}

const struct kind *
model_kind(const struct model *m, const char *name)
{
	for (size_t i = 0; i < m->kind_len; i++)
		if (strcmp(m->kinds[i]->name, name) == 0)
			return m->kinds[i];
	return NULL;
}
