#include <string.h>
#include <strings.h>

#include "base/alike.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/near.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/build.h"
#include "model/id.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/value.h"

static const char *
kind_names(struct build *b)
{
	struct buf all = BUF_INIT;
	char *s;

	for (size_t i = 0; i < b->model->kind_len; i++)
		buf_addf(&all, "%s%s", i > 0 ? ", " : "",
		    b->model->kinds[i]->name);
	s = arena_dup(b->arena, all.len > 0 ? all.s : "", all.len);
	buf_done(&all);
	return s;
}

/* The kind that an id belongs to by its form. */
static const struct kind *
kind_of_id(struct build *b, const char *id)
{
	for (size_t i = 0; id != NULL && i < b->model->kind_len; i++)
		if (id_meant(b->arena, b->model->kinds[i], id) != NULL)
			return b->model->kinds[i];
	return NULL;
}

static const struct kind *
unknown_kind(struct build *b, const struct yaml *y, const struct kind *by_id)
{
	struct near g = { .word = y->s };
	const struct kind *k;

	for (size_t i = 0; i < b->model->kind_len; i++) {
		k = b->model->kinds[i];
		near_offer(&g, k->name);
		for (size_t j = 0; k->aliases[j] != NULL; j++)
			if (strcasecmp(k->aliases[j], y->s) == 0)
				g.best = k->name, g.distance = 0;
		if (k->prefix != NULL && strcasecmp(k->prefix, y->s) == 0)
			g.best = k->name, g.distance = 0;
	}
	if (g.best == NULL && by_id != NULL)
		g.best = by_id->name;
	if (g.best != NULL)
		diag_add(b->diags, D_KIND_MEANT, y->at, NULL, "kind", y->s,
		    "near", g.best, NULL);
	else
		diag_add(b->diags, D_KIND_UNKNOWN, y->at, NULL, "kind", y->s,
		    "kinds", kind_names(b), NULL);
	return g.best != NULL ? map_get(b->kinds, g.best) : by_id;
}

/* A key that the kind does not know and that is nearly the name. */
static bool
is_misspelt(const struct kind *k, const struct yaml *map, const char *name)
{
	const struct yaml *y;
	const char *near;

	for (y = map->first; y != NULL; y = y->next)
		if ((near = field_meant(k->fields, k->len, y->key)) != NULL &&
		    strcmp(near, name) == 0)
			return true;
	return false;
}

/* The id that the name of a file begins with, of the kind or of any. */
static const char *
id_by_name(struct build *b, size_t doc, const struct kind *k)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
	const char *path = b->loaded->docs[doc].path, *name, *id;
	size_t len;

	name = strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path;
	for (len = strspn(name, letters); len > 0; len--) {
		id = arena_dup(b->arena, name, len);
		for (size_t i = 0; i < b->model->kind_len; i++)
			if (id_fits(b->model->kinds[i], id) &&
			    (k == NULL || k == b->model->kinds[i]))
				return id;
	}
	return NULL;
}

static void
lose_by_name(struct build *b, size_t doc)
{
	const char *id = id_by_name(b, doc, NULL);

	if (id != NULL)
		map_put(b->lost, id, (char *)b->loaded->docs[doc].path);
}

/* The record's kind, with a finding when it is not said well; may be NULL. */
static const struct kind *
find_kind(struct build *b, const struct yaml *map,
    const struct yaml *defaults, const char *id)
{
	const struct yaml *y = yaml_get(map, "kind");
	const struct kind *k;
	struct pos at = map->at;

	if (y == NULL)
		y = yaml_get(defaults, "kind");
	if (y != NULL && y->type == YAML_SCALAR && *y->s != '\0') {
		if ((k = map_get(b->kinds, y->s)) != NULL)
			return k;
		k = kind_of_id(b, id);
		/* A register's kind is judged once, at its head. */
		if (yaml_get(map, "kind") != NULL || defaults == NULL)
			return unknown_kind(b, y, k);
		return k;
	}
	k = kind_of_id(b, id);
	/* A mapping or a misspelt key is told with the other values. */
	if (k != NULL && (y != NULL ? y->type != YAML_SCALAR :
	    is_misspelt(k, map, "kind")))
		return k;
	if (y != NULL || (y = yaml_get(map, "id")) != NULL)
		at = y->at;
	diag_add(b->diags, D_KIND_MISSING, at, id, "id",
	    id != NULL ? id : "", "near", k != NULL ? k->name :
	    b->model->kind_len > 0 ? b->model->kinds[0]->name : "", NULL);
	return k;
}

/*
 * The id to go on with, NULL when there is none; a fault is a finding.  One
 * that is only written otherwise than it should be is told by whoever looks
 * for doubles, since a double says more.
 */
static const char *
judge_id(struct build *b, const struct kind *k, const struct yaml *y,
    bool *meant)
{
	const char *id;

	if (id_fits(k, y->s))
		return y->s;
	if ((id = id_meant(b->arena, k, y->s)) != NULL) {
		map_put(b->lost, y->s, (char *)y->at.path);
		*meant = true;
		return id;
	}
	diag_add(b->diags, alike_odd(y->s) != 0 ? D_ID_STRANGE : D_ID_FORM,
	    y->at, NULL, "id", y->s, "kind", k->name, "form",
	    id_form(b->arena, k), "char", build_odd(b->arena, y->s), NULL);
	return id_safe(y->s) ? y->s : NULL;
}

static void
add_record(struct build *b, size_t doc, const struct yaml *map,
    const struct yaml *defaults)
{
	const struct yaml *y = yaml_get(map, "id");
	const char *id = NULL;
	struct record *r;
	const struct kind *k;
	const struct state *state;
	bool meant = false;

	if (y != NULL && y->type == YAML_SCALAR &&
	    !value_absent(b->model->standard, y))
		id = y->s;
	k = find_kind(b, map, defaults, id);
	/* A list or mapping is told as a value of the wrong type. */
	if (id == NULL && (k == NULL || (y != NULL ?
	    y->type == YAML_SCALAR : !is_misspelt(k, map, "id"))))
		diag_add(b->diags, D_ID_MISSING, y != NULL ? y->at : map->at,
		    NULL, "form", k != NULL ? id_form(b->arena, k) : "A-0001",
		    NULL);
	if (k == NULL) {
		if (id != NULL)
			map_put(b->lost, id, (char *)map->at.path);
		else if (defaults == NULL)
			lose_by_name(b, doc);
		return;
	}
	r = arena_alloc(b->arena, sizeof(*r));
	r->kind = k;
	r->id = id != NULL ? judge_id(b, k, y, &meant) :
	    defaults == NULL ? id_by_name(b, doc, k) : NULL;
	if (id != NULL && r->id == NULL)
		map_put(b->lost, id, (char *)map->at.path);
	r->doc = &b->loaded->docs[doc];
	r->map = map;
	r->defaults = defaults;
	r->standard = b->model->standard;
	r->body = defaults == NULL ? r->doc->tree : NULL;
	r->at = y != NULL ? y->at : map->at;
	if ((r->status = record_str(r, "status")) == NULL)
		r->status = k->status != NULL ? k->status : "";
	state = kind_state(k, r->status);
	r->live = state == NULL || state->live;
	b->found = arena_grow(b->arena, b->found, b->len, sizeof(*b->found));
	b->found[b->len++] = (struct found){
		.record = r, .doc = doc, .written = meant ? y : NULL,
		.assumed = id == NULL
	};
}

static void
add_register(struct build *b, size_t i, const struct yaml *front,
    const struct yaml *list)
{
	const struct yaml *id = yaml_get(front, "id"), *y;
	const struct yaml *kind = yaml_get(front, "kind");

	if (id != NULL)
		diag_add(b->diags, D_RECORDS_ID, id->at, NULL, NULL);
	if (value_absent(b->model->standard, list))
		return;
	if (list->type != YAML_LIST) {
		diag_add(b->diags, D_RECORDS_FORM, list->at, NULL, NULL);
		return;
	}
	if (kind != NULL && kind->type == YAML_SCALAR &&
	    map_get(b->kinds, kind->s) == NULL)
		unknown_kind(b, kind, NULL);
	for (y = list->first; y != NULL; y = y->next)
		if (y->type == YAML_MAP)
			add_record(b, i, y, front);
		else
			diag_add(b->diags, D_RECORDS_FORM, y->at, NULL, NULL);
}

void
build_collect(struct build *b)
{
	const struct yaml *front, *list;
	const char **ids;

	for (size_t i = 0; i < b->loaded->len; i++) {
		if ((front = b->loaded->docs[i].front) == NULL) {
			/* What an unreadable file holds is not unknown. */
			ids = b->loaded->docs[i].likely;
			for (; ids != NULL && *ids != NULL; ids++)
				map_put(b->lost, *ids,
				    (char *)b->loaded->docs[i].path);
			if (b->loaded->docs[i].likely == NULL)
				lose_by_name(b, i);
			continue;
		}
		if ((list = yaml_get(front, "records")) != NULL)
			add_register(b, i, front, list);
		else
			add_record(b, i, front, NULL);
	}
}

const struct record *
build_doc_record(const struct build *b, size_t doc)
{
	size_t lo = 0, hi = b->len, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (b->found[mid].doc < doc)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == b->len || b->found[lo].doc != doc)
		return NULL;
	return b->found[lo].record;
}
