#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/value.h"
#include "store/inside.h"
#include "tree/node.h"

/*
 * The tables of the kinds.  A table's columns are walked in the same order
 * when it is made and when it is filled; a column whose name is taken is left
 * out both times.  Fields of fields nest only as deep as a kind says.
 */

/* A table as it is made: its columns so far. */
struct making {
	struct store	*s;
	struct buf	 sql;
	struct map	*names;
	int		 count;
	bool		 list;		/* id, n and m are the list's own */
	struct pos	 at;		/* of the kind's description */
};

/* Which columns a table has: true where one was made, in the walk's order. */
struct layout {
	bool	*made;
	size_t	 len, at;
};

/* A table of a list within a kind. */
struct list {
	const struct field	*field;
	const char		*table;
	struct layout		 layout;
	struct list		*inner;	/* lists of mappings in its mappings */
	size_t			 inner_len;
	struct insert		 in;
	bool			 open;
};

struct kind_table {
	struct store		*s;
	const struct kind	*kind;
	struct layout		 layout;
	struct list		*lists;	/* by order of the walk */
	size_t			 list_len;
};

static const char *
affinity(const struct field *f)
{
	switch (f->type) {
	case FIELD_INT:
	case FIELD_BOOL:
		return "INTEGER";
	case FIELD_NUM:
		return "NUMERIC";
	default:
		return "TEXT";
	}
}

static void
add_column(struct making *m, struct layout *layout, const char *name,
    const char *type)
{
	bool made = map_get(m->names, name) == NULL;

	layout->made = arena_grow(m->s->arena, layout->made, layout->len,
	    sizeof(*layout->made));
	layout->made[layout->len++] = made;
	if (!made) {
		diag_add(m->s->diags, D_KIND_TWICE, m->at, NULL, "name",
		    name, NULL);
		return;
	}
	map_put(m->names, name, m);
	buf_adds(&m->sql, m->count++ > 0 ? ",\"" : "\"");
	buf_adds(&m->sql, name);
	buf_adds(&m->sql, "\" ");
	buf_adds(&m->sql, type);
}

static bool
counts(const struct field *f)
{
	return f->list && (f->type == FIELD_MAP || f->type == FIELD_ANY);
}

static const char *
below(struct arena *a, const char *prefix, const char *name)
{
	size_t len = strlen(prefix), n = strlen(name);
	char *s;

	if (len == 0)
		return name;
	s = arena_alloc(a, len + n + 2);
	memcpy(s, prefix, len);
	s[len] = '_';
	memcpy(s + len + 1, name, n);
	return s;
}

/* Columns for fields; lists are left in the order they are met. */
static void
make_fields(struct making *m, struct layout *layout, const struct field *fields,
    size_t n, const char *prefix)
{
	for (size_t i = 0; i < n; i++) {
		const struct field *f = &fields[i];
		const char *name = below(m->s->arena, prefix, f->name);

		if (m->list && (strcmp(name, "id") == 0 ||
		    strcmp(name, "n") == 0 || strcmp(name, "m") == 0))
			name = below(m->s->arena, "own", name);
		if (counts(f))
			add_column(m, layout, name, "INTEGER");
		else if (f->type == FIELD_MAP)
			make_fields(m, layout, f->sub, f->sub_len, name);
		else if (f->type != FIELD_ANY)
			add_column(m, layout, name, f->list ? "TEXT" :
			    affinity(f));
	}
}

static void
begin_table(struct making *m, struct store *s, struct pos at)
{
	memset(m, 0, sizeof(*m));
	m->s = s;
	m->at = at;
	m->names = map_new(s->arena);
}

static bool
end_table(struct making *m, const char *name, const char *key)
{
	bool ok;

	buf_addf(&m->sql, ", PRIMARY KEY (%s)) WITHOUT ROWID", key);
	ok = store_table(m->s, name, m->sql.s, m->at);
	buf_done(&m->sql);
	return ok;
}

static void
make_list(struct store *s, struct list *list, const char *table,
    const struct field *f, bool within)
{
	struct making m;
	struct list *inner;

	list->field = f;
	list->table = table;
	begin_table(&m, s, f->at);
	m.list = true;
	add_column(&m, &list->layout, "id", "TEXT");
	add_column(&m, &list->layout, "n", "INTEGER");
	if (within)
		add_column(&m, &list->layout, "m", "INTEGER");
	if (f->type == FIELD_MAP)
		make_fields(&m, &list->layout, f->sub, f->sub_len, "");
	else
		add_column(&m, &list->layout, "value",
		    f->type == FIELD_ANY ? "TEXT" : affinity(f));
	if (!end_table(&m, table, within ? "id, n, m" : "id, n")) {
		list->field = NULL;
		return;
	}
	for (size_t i = 0; !within && i < f->sub_len; i++) {
		if (!counts(&f->sub[i]))
			continue;
		list->inner = arena_grow(s->arena, list->inner,
		    list->inner_len, sizeof(*list->inner));
		inner = &list->inner[list->inner_len++];
		make_list(s, inner, below(s->arena, table, f->sub[i].name),
		    &f->sub[i], true);
	}
}

static void
make_lists(struct kind_table *t, const struct field *fields, size_t n,
    const char *prefix)
{
	struct list *list;

	for (size_t i = 0; i < n; i++) {
		const struct field *f = &fields[i];
		const char *name = below(t->s->arena, prefix, f->name);

		if (f->list) {
			t->lists = arena_grow(t->s->arena, t->lists,
			    t->list_len, sizeof(*t->lists));
			list = &t->lists[t->list_len++];
			make_list(t->s, list, name, f, false);
		} else if (f->type == FIELD_MAP)
			make_lists(t, f->sub, f->sub_len, name);
	}
}

static bool
make_kind(struct kind_table *t)
{
	static const char *const last[][2] = {
		{ "live", "INTEGER" }, { "ended", "INTEGER" },
		{ "state_rank", "INTEGER" }, { "body", "TEXT" },
		{ "path", "TEXT" }, { "line", "INTEGER" }
	};
	const struct kind *k = t->kind;
	struct making m;

	begin_table(&m, t->s, k->at);
	if (kind_field(k, "id") == NULL)
		add_column(&m, &t->layout, "id", "TEXT");
	make_fields(&m, &t->layout, k->fields, k->len, "");
	for (size_t i = 0; i < sizeof(last) / sizeof(last[0]); i++)
		add_column(&m, &t->layout, last[i][0], last[i][1]);
	if (!end_table(&m, k->name, "id"))
		return false;
	make_lists(t, k->fields, k->len, k->name);
	return true;
}

/* True when the walk's next column exists. */
static bool
next_column(struct layout *layout)
{
	return layout->made[layout->at++];
}

static void
put_scalar(struct store *s, struct insert *in, const struct field *f,
    const struct yaml *y)
{
	const char *text = y != NULL ? y->s : f->fallback;

	if (y != NULL && (y->type != YAML_SCALAR ||
	    value_absent(s->model->standard, y) || value_fault(f, y,
	    s->model->config->year_start) != D_COUNT))
		text = y->type == YAML_SCALAR ? f->fallback : NULL;
	if (text == NULL)
		insert_null(in);
	else if (f->type == FIELD_BOOL)
		insert_int(in, strcmp(text, "true") == 0);
	else if (f->type == FIELD_INT)
		insert_int(in, strtoll(text, NULL, 10));
	else if (f->type == FIELD_NUM)
		insert_real(in, strtod(text, NULL));
	else
		insert_text(in, text);
}

/* The members that say something, joined; kept in the arena for the step. */
static const char *
joined(struct store *s, const struct field *f, const struct yaml *y)
{
	struct buf b = BUF_INIT;
	const char *text = NULL;

	for (y = y->type == YAML_LIST ? y->first : y; y != NULL;
	    y = y->next) {
		if (y->type != YAML_SCALAR ||
		    value_absent(s->model->standard, y) ||
		    value_fault(f, y, s->model->config->year_start) !=
		    D_COUNT)
			continue;
		if (b.len > 0)
			buf_add(&b, ", ", 2);
		buf_adds(&b, y->s);
	}
	if (b.len > 0)
		text = arena_dup(s->arena, b.s, b.len);
	buf_done(&b);
	return text;
}

/* A scalar where a list is wanted is a list of one. */
static const char *
joined_value(struct store *s, const struct field *f, const struct yaml *y)
{
	struct yaml one;

	if (y == NULL)
		return NULL;
	if (y->type == YAML_SCALAR) {
		one = *y;
		one.next = NULL;
		return joined(s, f, &one);
	}
	return y->type == YAML_LIST ? joined(s, f, y) : NULL;
}

static void
put_fields(struct store *s, struct insert *in, struct layout *layout,
    const struct field *fields, size_t n, const struct yaml *map)
{
	const struct yaml *y;

	for (size_t i = 0; i < n; i++) {
		const struct field *f = &fields[i];

		y = yaml_get(map, f->name);
		if (!f->list && f->type == FIELD_MAP) {
			put_fields(s, in, layout, f->sub, f->sub_len,
			    y != NULL && y->type == YAML_MAP ? y : NULL);
			continue;
		}
		if ((!f->list && f->type == FIELD_ANY) ||
		    !next_column(layout))
			continue;
		if (counts(f))
			insert_int(in, y != NULL && y->type == YAML_LIST ?
			    (sqlite3_int64)y->len : 0);
		else if (f->list)
			insert_text(in, joined_value(s, f, y));
		else
			put_scalar(s, in, f, y);
	}
}

static void put_list(struct store *, struct list *, const char *id,
    sqlite3_int64 outer, const struct yaml *);

static void
put_member(struct store *s, struct list *list, const struct yaml *y)
{
	const struct field *f = list->field;

	if (f->type == FIELD_MAP)
		put_fields(s, &list->in, &list->layout, f->sub, f->sub_len,
		    y->type == YAML_MAP ? y : NULL);
	else if (!next_column(&list->layout))
		return;
	else if (f->type == FIELD_ANY)
		insert_text(&list->in, y->type == YAML_MAP ? NULL :
		    joined_value(s, f, y));
	else
		put_scalar(s, &list->in, f, y);
}

/* Rows for the members of a list; outer is -1, or n of the outer list. */
static void
put_list(struct store *s, struct list *list, const char *id,
    sqlite3_int64 outer, const struct yaml *y)
{
	const struct yaml *m, *below_y;
	sqlite3_int64 n = 0;

	if (list->field == NULL || y == NULL || y->type == YAML_MAP ||
	    (y->type == YAML_SCALAR && value_absent(s->model->standard, y)))
		return;
	if (!list->open) {
		insert_begin(s, &list->in, list->table);
		list->open = true;
	}
	for (m = NULL; (m = yaml_item(y, m)) != NULL; n++) {
		list->layout.at = outer >= 0 ? 3 : 2;
		insert_text(&list->in, id);
		if (outer >= 0)
			insert_int(&list->in, outer);
		insert_int(&list->in, n);
		put_member(s, list, m);
		insert_row(&list->in);
		for (size_t i = 0; i < list->inner_len; i++) {
			below_y = m->type == YAML_MAP &&
			    list->inner[i].field != NULL ? yaml_get(m,
			    list->inner[i].field->name) : NULL;
			put_list(s, &list->inner[i], id, n, below_y);
		}
	}
}

static void
put_lists(struct kind_table *t, size_t *at, const struct field *fields,
    size_t n, const struct record *r, const struct yaml *map)
{
	const struct yaml *y;

	for (size_t i = 0; i < n; i++) {
		const struct field *f = &fields[i];

		if (!f->list && f->type != FIELD_MAP)
			continue;
		y = map == r->map ? record_get(r, f->name) :
		    yaml_get(map, f->name);
		if (f->list)
			put_list(t->s, &t->lists[(*at)++], r->id, -1, y);
		else
			put_lists(t, at, f->sub, f->sub_len, r,
			    y != NULL && y->type == YAML_MAP ? y : NULL);
	}
}

static const char *
prose(struct store *s, const struct node *body)
{
	struct buf b = BUF_INIT;
	const char *text;

	/* An outline brings it along. */
	if (body == NULL || body->text != NULL)
		return body == NULL ? NULL : body->text;
	node_lines(&b, body);
	text = arena_dup(s->arena, b.len > 0 ? b.s : "", b.len);
	buf_done(&b);
	return text;
}

/* A top-level field of a record; what the envelope decides goes first. */
static void
put_top(struct kind_table *t, struct insert *in, const struct record *r,
    const struct field *f)
{
	const struct yaml *y = record_get(r, f->name);

	if (!f->list && f->type == FIELD_MAP) {
		put_fields(t->s, in, &t->layout, f->sub, f->sub_len,
		    y != NULL && y->type == YAML_MAP ? y : NULL);
		return;
	}
	if ((!f->list && f->type == FIELD_ANY) || !next_column(&t->layout))
		return;
	if (strcmp(f->name, "id") == 0)
		insert_text(in, r->id);
	else if (strcmp(f->name, "kind") == 0)
		insert_text(in, r->kind->name);
	else if (strcmp(f->name, "status") == 0)
		insert_text(in, *r->status != '\0' ? r->status : NULL);
	else if (counts(f))
		insert_int(in, y != NULL && y->type == YAML_LIST ?
		    (sqlite3_int64)y->len : 0);
	else if (f->list)
		insert_text(in, joined_value(t->s, f, y));
	else
		put_scalar(t->s, in, f, y);
}

static void
put_record(struct kind_table *t, struct insert *in, const struct record *r)
{
	const struct state *state = kind_state(r->kind, r->status);
	size_t at = 0;

	t->layout.at = 0;
	if (kind_field(t->kind, "id") == NULL && next_column(&t->layout))
		insert_text(in, r->id);
	for (size_t i = 0; i < t->kind->len; i++)
		put_top(t, in, r, &t->kind->fields[i]);
	if (next_column(&t->layout))
		insert_int(in, r->live);
	if (next_column(&t->layout))
		insert_int(in, state != NULL && state->end);
	if (next_column(&t->layout)) {
		if (state == NULL || state->rank < 0)
			insert_null(in);
		else
			insert_int(in, state->rank);
	}
	if (next_column(&t->layout))
		insert_text(in, prose(t->s, r->body));
	if (next_column(&t->layout))
		insert_text(in, r->doc->path);
	if (next_column(&t->layout))
		insert_int(in, r->at.line);
	insert_row(in);
	put_lists(t, &at, t->kind->fields, t->kind->len, r, r->map);
}

static void
close_lists(struct list *lists, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (lists[i].open)
			insert_end(&lists[i].in);
		close_lists(lists[i].inner, lists[i].inner_len);
	}
}

static void
put_summary(struct store *s)
{
	static const char *const texts[] = {
		"title", "title_ja"
	}, *const more[] = {
		"owner", "created", "reviewed", "review_due"
	};
	struct insert in;

	insert_begin(s, &in, "record");
	for (size_t i = 0; i < s->model->len; i++) {
		const struct record *r = s->model->records[i];
		const struct state *state = kind_state(r->kind, r->status);

		insert_text(&in, r->id);
		insert_text(&in, r->kind->name);
		for (size_t j = 0; j < 2; j++)
			insert_text(&in, record_str(r, texts[j]));
		insert_text(&in, *r->status != '\0' ? r->status : NULL);
		for (size_t j = 0; j < 4; j++) {
			const struct field *f = kind_field(r->kind, more[j]);

			if (f != NULL)
				put_scalar(s, &in, f, record_get(r, more[j]));
			else
				insert_null(&in);
		}
		insert_int(&in, r->live);
		insert_int(&in, state != NULL && state->end);
		if (state == NULL || state->rank < 0)
			insert_null(&in);
		else
			insert_int(&in, state->rank);
		insert_text(&in, record_str(r, "lang"));
		insert_text(&in, r->doc->path);
		insert_int(&in, r->at.line);
		insert_row(&in);
	}
	insert_end(&in);
}

static void
put_links(struct store *s)
{
	struct insert in;

	insert_begin(s, &in, "link");
	for (size_t i = 0; i < s->model->ref_len; i++) {
		const struct reference *ref = &s->model->refs[i];

		if (ref->dst == NULL)
			continue;
		insert_text(&in, ref->src->id);
		insert_text(&in, ref->src->kind->name);
		insert_text(&in, ref->field);
		insert_text(&in, ref->dst->id);
		insert_text(&in, ref->dst->kind->name);
		insert_row(&in);
	}
	insert_end(&in);
}

void
store_kinds(struct store *s)
{
	size_t next = 0;

	put_summary(s);
	put_links(s);
	for (size_t i = 0; i < s->model->kind_len; i++) {
		struct kind_table t = { .s = s, .kind = s->model->kinds[i] };
		struct insert in = { .table = NULL };

		if (make_kind(&t))
			insert_begin(s, &in, t.kind->name);
		/* The records stand in the order of the kinds. */
		for (; next < s->model->len &&
		    s->model->records[next]->kind == t.kind; next++)
			if (in.table != NULL)
				put_record(&t, &in, s->model->records[next]);
		insert_end(&in);
		close_lists(t.lists, t.list_len);
	}
}
