#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "rules/doubt.h"
#include "store/store.h"

#define WORDS_MAX	200	/* doubts looked for in the words of a row */
#define NAMES_MAX	20	/* what each of them refers to as well */

/* How a query reads what is in doubt; bits. */
enum {
	READ_OWN = 1,		/* in a table of the kind */
	READ_COMMON = 2		/* in one of all records */
};

/* Numbers of doubts. */
struct set {
	size_t	*list;
	size_t	 len;
};

/* Ids. */
struct names {
	const char	**list;
	size_t		  len;
};

/* A finding and what it rests on. */
struct rests {
	struct diag	*diag;
	size_t		 doubt;
};

struct doubts {
	struct arena		*arena;
	const struct model	*model;
	struct store		*store;
	struct map		*columns;	/* "table column": set */
	struct map		*common;	/* the same, of all records */
	struct map		*about;		/* id: set of what is said of
						   it or of its neighbours */
	struct map		*made;		/* table made by a query: what
						   that reads, as read has it */
	unsigned char		*read;		/* by the last query: READ_* */
	bool			*wide;		/* concern every record */
	struct names		*named;		/* to what each refers */
	struct rests		*rests;
	size_t			 rests_len;
};

static void
put(struct doubts *ds, struct map *m, const char *key, size_t i)
{
	struct set *s = map_get(m, key);

	if (s == NULL)
		map_put(m, key, s = arena_alloc(ds->arena, sizeof(*s)));
	if (s->len > 0 && s->list[s->len - 1] == i)
		return;
	s->list = arena_grow(ds->arena, s->list, s->len, sizeof(*s->list));
	s->list[s->len++] = i;
}

/* column "*": whatever is read of the table. */
static void
put_column(struct doubts *ds, size_t i, const char *table, const char *column)
{
	put(ds, ds->columns, arena_printf(ds->arena, "%s %s", table, column),
	    i);
}

static void
put_shared(struct doubts *ds, size_t i, const char *table, const char *column)
{
	put(ds, ds->common, arena_printf(ds->arena, "%s %s", table, column),
	    i);
}

/* The tables that hold all records, beside that of the kind. */
static void
put_common(struct doubts *ds, size_t i, const struct field *f,
    const char *table, bool top)
{
	static const char *const state[] = { "live", "ended", "state_rank" };

	if (f->type == FIELD_REF)
		put_shared(ds, i, "link", "*");
	if (f->type == FIELD_DATE)
		put_shared(ds, i, "dated", "*");
	if (!top)
		return;
	put_shared(ds, i, "record", f->name);
	for (size_t n = 0; strcmp(f->name, "status") == 0 && n < 3; n++) {
		put_column(ds, i, table, state[n]);
		put_shared(ds, i, "record", state[n]);
	}
}

static void put_field(struct doubts *, size_t i, const struct field *,
    const char *table, const char *prefix, const char *rest);

/* The parts of a mapping: that of the path, all where it ends here. */
static void
put_parts(struct doubts *ds, size_t i, const struct field *f,
    const char *table, const char *prefix, const char *rest)
{
	size_t len = strcspn(rest, ".");

	for (size_t n = 0; n < f->sub_len; n++) {
		const char *name = f->sub[n].name;

		if (len == 0 || (strncmp(name, rest, len) == 0 &&
		    name[len] == '\0'))
			put_field(ds, i, &f->sub[n], table, prefix,
			    rest[len] == '.' ? rest + len + 1 : "");
	}
}

/* The columns that show a field; rest is the path below it. */
static void
put_field(struct doubts *ds, size_t i, const struct field *f,
    const char *table, const char *prefix, const char *rest)
{
	const char *name = *prefix == '\0' ? f->name :
	    arena_printf(ds->arena, "%s_%s", prefix, f->name), *list;

	put_common(ds, i, f, table, false);
	if (!f->list && f->type == FIELD_MAP) {
		put_parts(ds, i, f, table, name, rest);
		return;
	}
	if (strcmp(name, "id") == 0 || strcmp(name, "n") == 0 ||
	    strcmp(name, "m") == 0)
		put_column(ds, i, table, arena_printf(ds->arena, "own_%s",
		    name));
	if (!f->list || *rest == '\0' || f->type != FIELD_MAP)
		put_column(ds, i, table, name);
	if (!f->list)
		return;
	list = arena_printf(ds->arena, "%s_%s", table, name);
	if (f->type == FIELD_MAP && *rest != '\0')
		put_parts(ds, i, f, list, "", rest);
	else
		put_column(ds, i, list, "*");
}

static void
put_doubt(struct doubts *ds, size_t i)
{
	const struct doubt *d = &ds->model->doubts[i];
	const struct field *f;
	const char *top;
	size_t len;

	if (d->kind == NULL)
		return;
	if (d->field == NULL) {
		put_shared(ds, i, "link", "*");
		put_column(ds, i, d->kind->name, "*");
		for (size_t n = 0; n < d->kind->len; n++)
			if (d->kind->fields[n].list)
				put_column(ds, i, arena_printf(ds->arena,
				    "%s_%s", d->kind->name,
				    d->kind->fields[n].name), "*");
		return;
	}
	len = strcspn(d->field, ".");
	top = arena_dup(ds->arena, d->field, len);
	if ((f = kind_field(d->kind, top)) == NULL)
		return;
	put_common(ds, i, f, d->kind->name, true);
	put_field(ds, i, f, d->kind->name, "", d->field[len] == '.' ?
	    d->field + len + 1 : "");
}

/* The only record in use of its kind is the ISMS's own, so to say. */
static bool
is_alone(const struct model *m, const struct doubt *d)
{
	size_t others = 0;

	if (d->kind == NULL)
		return true;
	for (size_t i = 0; !d->kind->single && i < m->len; i++)
		others += m->records[i]->kind == d->kind &&
		    m->records[i]->live &&
		    strcmp(m->records[i]->id, d->id) != 0;
	return others == 0;
}

static void
put_name(struct doubts *ds, size_t i, const char *id)
{
	struct names *n = &ds->named[i];

	if (i >= WORDS_MAX || n->len >= NAMES_MAX)
		return;
	n->list = arena_grow(ds->arena, n->list, n->len, sizeof(*n->list));
	n->list[n->len++] = id;
}

/*
 * Whoever refers to what is in doubt, or is referred to by it.  That another
 * of its kind is absent says nothing of a record's own row.
 */
static void
put_neighbours(struct doubts *ds, const struct map *own)
{
	const struct model *m = ds->model;
	const struct reference *ref;
	const struct set *s;
	const char *dst;

	for (size_t i = 0; i < m->ref_len; i++) {
		ref = &m->refs[i];
		dst = ref->dst != NULL ? ref->dst->id : ref->target;
		if ((s = map_get(own, ref->src->id)) != NULL)
			for (size_t n = 0; n < s->len; n++) {
				put(ds, ds->about, dst, s->list[n]);
				put_name(ds, s->list[n], dst);
			}
		if ((s = map_get(own, dst)) != NULL)
			for (size_t n = 0; n < s->len; n++)
				if (!m->doubts[s->list[n]].absent ||
				    m->doubts[s->list[n]].kind !=
				    ref->src->kind)
					put(ds, ds->about, ref->src->id,
					    s->list[n]);
	}
}

static void
mark(struct doubts *ds, const struct map *of, unsigned char how,
    const char *key)
{
	const struct set *s = map_get(of, key);

	for (size_t i = 0; s != NULL && i < s->len; i++)
		ds->read[s->list[i]] |= how;
}

static void
see(void *data, const char *table, const char *column)
{
	struct doubts *ds = data;
	const unsigned char *made = map_get(ds->made, table);
	const char *key = arena_printf(ds->arena, "%s %s", table, column);
	const char *any = arena_printf(ds->arena, "%s *", table);

	mark(ds, ds->columns, READ_OWN, key);
	mark(ds, ds->columns, READ_OWN, any);
	mark(ds, ds->common, READ_COMMON, key);
	mark(ds, ds->common, READ_COMMON, any);
	for (size_t i = 0; made != NULL && i < ds->model->doubt_len; i++)
		ds->read[i] |= made[i];
}

void
doubts_watch(struct doubts *ds)
{
	memset(ds->read, 0, ds->model->doubt_len * sizeof(*ds->read));
	store_watch(ds->store, see, ds);
}

void
doubts_unwatch(struct doubts *ds)
{
	store_watch(ds->store, NULL, NULL);
}

/* A table of the standard's that a query made shows what the query reads. */
static void
read_made(struct doubts *ds)
{
	const char *dir = arena_printf(ds->arena, "%s/tables/",
	    ds->model->standard->name), *path, *name, *text, *error;
	struct query *q;
	size_t size = ds->model->doubt_len * sizeof(*ds->read), len;
	unsigned char *made;

	for (size_t i = 0; (path = embed_name(dir, i)) != NULL; i++) {
		text = embed_get(path, &len);
		doubts_watch(ds);
		q = query_open(ds->store, arena_dup(ds->arena, text, len),
		    QUERY_OURS, &error);
		doubts_unwatch(ds);
		query_close(q);
		name = path + strlen(dir);
		made = arena_alloc(ds->arena, size);
		memcpy(made, ds->read, size);
		map_put(ds->made, arena_dup(ds->arena, name,
		    strcspn(name, ".")), made);
	}
}

struct doubts *
doubts_new(struct arena *a, const struct model *m, struct store *store)
{
	struct doubts *ds;
	struct map *own;
	const struct doubt *d;

	if (m->doubt_len == 0)
		return NULL;
	ds = arena_alloc(a, sizeof(*ds));
	ds->arena = a;
	ds->model = m;
	ds->store = store;
	ds->columns = map_new(a);
	ds->common = map_new(a);
	ds->about = map_new(a);
	ds->made = map_new(a);
	ds->read = arena_alloc(a, m->doubt_len * sizeof(*ds->read));
	ds->wide = arena_alloc(a, m->doubt_len * sizeof(*ds->wide));
	ds->named = arena_alloc(a, m->doubt_len * sizeof(*ds->named));
	own = map_new(a);
	for (size_t i = 0; i < m->doubt_len; i++) {
		d = &m->doubts[i];
		put_doubt(ds, i);
		put(ds, own, d->id, i);
		put(ds, ds->about, d->id, i);
		if (d->near != NULL)
			put(ds, ds->about, d->near, i);
		ds->wide[i] = is_alone(m, d);
	}
	put_neighbours(ds, own);
	read_made(ds);
	return ds;
}

static bool
in_words(struct query *q, const char *id)
{
	const char *s;

	for (size_t i = 0; i < query_columns(q); i++)
		if ((s = query_text(q, i)) != NULL && strstr(s, id) != NULL)
			return true;
	return false;
}

/* It names the record in doubt, or one that this refers to. */
static bool
is_named(const struct doubts *ds, struct query *q, size_t i)
{
	const struct doubt *doubt = &ds->model->doubts[i];

	if (in_words(q, doubt->id) ||
	    (doubt->near != NULL && in_words(q, doubt->near)))
		return true;
	for (size_t n = 0; n < ds->named[i].len; n++)
		if (in_words(q, ds->named[i].list[n]))
			return true;
	return false;
}

static void
note(struct doubts *ds, struct diag *d, size_t i)
{
	const struct doubt *doubt = &ds->model->doubts[i];
	struct rests *r;

	/* The finding that tells it, and what it tells of the same lack. */
	if (doubt->code != NULL && strcmp(doubt->code, d->head->code) == 0)
		return;
	ds->rests = arena_grow(ds->arena, ds->rests, ds->rests_len,
	    sizeof(*ds->rests));
	r = &ds->rests[ds->rests_len++];
	r->diag = d;
	r->doubt = i;
}

static void
add_root(struct doubts *ds, struct diag *d, const struct diag *root)
{
	d->roots = arena_grow(ds->arena, d->roots, d->root_len,
	    sizeof(*d->roots));
	d->roots[d->root_len++] = root;
}

/* That an id leads nowhere is the consequence of its record being gone. */
static void
note_gone(struct doubts *ds, const struct diag *d, const char *id)
{
	const struct set *about = map_get(ds->about, id);
	const struct doubt *doubt;

	for (size_t i = 0; about != NULL && i < about->len; i++) {
		doubt = &ds->model->doubts[about->list[i]];
		if (doubt->field == NULL && strcmp(doubt->id, id) == 0)
			add_root(ds, (struct diag *)doubt->diag, d);
	}
}

void
doubts_note(struct doubts *ds, struct diag *d, struct query *q)
{
	const struct set *about = d->record == NULL ? NULL :
	    map_get(ds->about, d->record);
	const char *gone;

	if ((gone = query_get(q, "gone_id")) != NULL) {
		for (; *gone != '\0'; gone += strspn(gone, " ")) {
			note_gone(ds, d, arena_dup(ds->arena, gone,
			    strcspn(gone, " ")));
			gone += strcspn(gone, " ");
		}
		return;
	}
	for (size_t i = 0; about != NULL && i < about->len; i++)
		if (ds->read[about->list[i]])
			note(ds, d, about->list[i]);
	for (size_t i = 0; i < ds->model->doubt_len; i++)
		/* What the standard asks for is missing, named or not. */
		if (d->record != NULL || !ds->model->doubts[i].absent)
			if (((ds->wide[i] || d->record == NULL) &&
			    (ds->read[i] & READ_OWN) != 0) ||
			    (ds->read[i] != 0 && i < WORDS_MAX &&
			    is_named(ds, q, i)))
				note(ds, d, i);
}

void
doubts_settle(struct doubts *ds, struct diags *all)
{
	struct map *told = map_new(ds->arena);
	const struct doubt *doubt;
	const struct diag *d;

	for (size_t i = 0; i < diags_len(all); i++) {
		d = diags_at(all, i);
		if (d->record != NULL)
			map_put(told, arena_printf(ds->arena, "%s %s",
			    d->head->code, d->record), (struct diag *)d);
	}
	for (size_t i = 0; i < ds->rests_len; i++) {
		doubt = &ds->model->doubts[ds->rests[i].doubt];
		d = doubt->code == NULL ? doubt->diag : map_get(told,
		    arena_printf(ds->arena, "%s %s", doubt->code, doubt->id));
		if (d != NULL)
			add_root(ds, ds->rests[i].diag, d);
	}
}
