#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/store.h"

#define COLUMNS	12

struct columns {
	const struct field	*fields[COLUMNS + 1];
	const char		*heads[COLUMNS + 1];
	size_t			 len;
};

static void
add(const struct run *r, struct columns *c, const struct field *f)
{
	for (size_t i = 0; i < c->len; i++)
		if (c->fields[i] == f)
			return;
	if (c->len == COLUMNS)
		return;
	c->fields[c->len] = f;
	c->heads[c->len++] = f->label[r->opt.lang];
}

/* Short values that tell records apart: no prose, no mappings. */
static bool
tells(const struct field *f)
{
	return f->type != FIELD_TEXT && f->type != FIELD_MAP &&
	    f->type != FIELD_ANY && f->type != FIELD_EVIDENCE &&
	    (f->need != NEED_NOT || f->type == FIELD_DATE);
}

/* What a register shows unless asked: who, what state, and the kind's own. */
static void
choose(const struct run *r, const struct kind *k, struct columns *c)
{
	static const char *const first[] = { "id", "title", "status", "owner" };
	const struct field *f;
	size_t own = 0;

	for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++)
		if ((f = kind_field(k, first[i])) != NULL)
			add(r, c, f);
	for (size_t i = r->standard->envelope_len; i < k->len && own < 6; i++)
		if (tells(&k->fields[i])) {
			add(r, c, &k->fields[i]);
			own++;
		}
}

static int
given(const struct run *r, const struct kind *k, struct columns *c)
{
	char *list = arena_str(r->arena, r->opt.columns), *name, *save;
	const struct field *f;

	for (name = strtok_r(list, ", ", &save); name != NULL;
	    name = strtok_r(NULL, ", ", &save)) {
		if ((f = kind_field(k, name)) == NULL)
			return complain(EXIT_USAGE, pick(r,
			    "%s has no field '%s'",
			    "%s に項目 '%s' はありません"), k->name, name);
		add(r, c, f);
	}
	return c->len > 0 ? EXIT_DONE : complain(EXIT_USAGE, "%s", pick(r,
	    "--columns names no field", "--columns に項目がありません"));
}

static int
no_kind(const struct run *r, const char *name)
{
	struct buf b = BUF_INIT;
	int rc;

	for (size_t i = 0; i < r->model->kind_len; i++)
		buf_addf(&b, "%s%s", i == 0 ? "" : ", ",
		    r->model->kinds[i]->name);
	rc = complain(EXIT_USAGE, pick(r,
	    "there is no kind '%s'; the kinds are: %s",
	    "種類 '%s' はありません。種類: %s"), name, b.s);
	buf_done(&b);
	return rc;
}

/* True for a reference to persons, who are shown by name. */
static bool
names_people(const struct run *r, const struct field *f)
{
	const char *kind = yaml_str(yaml_get(yaml_get(r->standard->about,
	    "meaning"), "person"), "kind");

	return f->type == FIELD_REF && kind != NULL && f->refs[0] != NULL &&
	    strcmp(f->refs[0], kind) == 0 && f->refs[1] == NULL;
}

/* Tables are read; csv and json go to programs, and may come back. */
static bool
for_people(const struct run *r)
{
	return r->opt.format == NULL ||
	    strcmp(r->opt.format, "table") == 0 ||
	    strcmp(r->opt.format, "xlsx") == 0 ||
	    strcmp(r->opt.format, "text") == 0;
}

/* A column as SQL: as it is written for programs, in words for people. */
static void
column(const struct run *r, const struct kind *k, const struct field *f,
    struct buf *sql)
{
	const char *n = f->name;

	if (!for_people(r))
		buf_addf(sql, "\"%s\"", n);
	else if (strcmp(n, "title") == 0)
		buf_adds(sql, "title(id)");
	else if (strcmp(n, "status") == 0 || f->type == FIELD_CHOICE)
		buf_addf(sql, "label_of('%s', '%s', \"%s\")", k->name, n, n);
	else if (names_people(r, f))
		buf_addf(sql, "person_name(\"%s\")", n);
	else if ((f->type == FIELD_STR || f->type == FIELD_TEXT) && !f->list)
		buf_addf(sql, "told(id, '%s')", n);
	else if (f->type == FIELD_DURATION)
		buf_addf(sql, "span(\"%s\")", n);
	else if (f->type == FIELD_BOOL)
		buf_addf(sql, "CASE \"%s\" WHEN 1 "
		    "THEN word('yes.%s', word('yes', 'yes')) WHEN 0 "
		    "THEN word('no.%s', word('no', 'no')) END", n, n, n);
	else if (f->type == FIELD_STR)
		buf_addf(sql, "word('manual.level_' || \"%s\", \"%s\")", n, n);
	else
		buf_addf(sql, "\"%s\"", n);
	buf_addf(sql, " AS \"%s\"", n);
}

/* The view that the standard has for what is asked for; NULL: none. */
static const char *
view_of(const struct run *r, const char *name)
{
	const char *view = arena_printf(r->arena, "list_%s", name);

	return r->opt.columns == NULL && embed_get(arena_printf(r->arena,
	    "%s/views/%s.sql", r->standard->name, view), NULL) != NULL ?
	    view : NULL;
}

/* The view's rows; people read words where there are any for a value. */
static int
list_view(struct run *r, const char *view)
{
	const char *heads[COLUMNS + 1] = { NULL }, *error = NULL, *name;
	struct buf sql = BUF_INIT, b = BUF_INIT;
	struct query *q;
	int rc;

	q = query_open(r->store, arena_printf(r->arena,
	    "SELECT * FROM \"%s\" LIMIT 0", view), false, &error);
	buf_adds(&sql, "SELECT ");
	for (size_t i = 0; q != NULL && i < query_columns(q) &&
	    i < COLUMNS; i++) {
		name = arena_str(r->arena, query_name(q, i));
		heads[i] = word(r, arena_printf(r->arena, "list.%s", name));
		buf_adds(&sql, i == 0 ? "" : ", ");
		if (!for_people(r) || query_is_number(q, i))
			buf_addf(&sql, "\"%s\"", name);
		else if (strcmp(name, "owner") == 0)
			buf_addf(&sql, "person_name(\"%s\") AS \"%s\"",
			    name, name);
		else
			buf_addf(&sql, "word('list.%s.' || \"%s\", \"%s\") "
			    "AS \"%s\"", name, name, name, name);
	}
	query_close(q);
	buf_addf(&sql, " FROM \"%s\"", view);
	q = query_open(r->store, sql.s, false, &error);
	buf_done(&sql);
	if (q == NULL)
		return complain(EXIT_FAULT, "%s", error);
	rc = rows_print(r, q, for_people(r) ? heads : NULL, &b);
	query_close(q);
	return deliver(&b, rc);
}

int
cmd_list(struct run *r)
{
	struct columns c = { .len = 0 };
	const struct kind *k;
	struct buf sql = BUF_INIT, b = BUF_INIT;
	const char *error = NULL;
	struct query *q;
	int rc;

	if (r->opt.arg_len != 1)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "list takes one argument: the kind",
		    "list の引数は一つ（種類）です"));
	r->outlines = r->heads = true;
	if ((rc = compile(r)) != EXIT_DONE)
		return rc;
	if (view_of(r, r->opt.args[0]) != NULL)
		return list_view(r, view_of(r, r->opt.args[0]));
	if ((k = model_kind(r->model, r->opt.args[0])) == NULL)
		return no_kind(r, r->opt.args[0]);
	if (r->opt.columns == NULL)
		choose(r, k, &c);
	else if ((rc = given(r, k, &c)) != EXIT_DONE)
		return rc;
	buf_adds(&sql, "SELECT ");
	for (size_t i = 0; i < c.len; i++) {
		buf_adds(&sql, i == 0 ? "" : ", ");
		column(r, k, c.fields[i], &sql);
	}
	buf_addf(&sql, " FROM \"%s\" ORDER BY id_key(id)", k->name);
	q = query_open(r->store, sql.s, QUERY_OURS, &error);
	buf_done(&sql);
	if (q == NULL)
		return complain(EXIT_FAULT, "%s", error);
	rc = rows_print(r, q, for_people(r) ? c.heads : NULL, &b);
	query_close(q);
	return deliver(&b, rc);
}
