#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/store.h"

#define COLUMNS	12

struct columns {
	const char	*names[COLUMNS + 1];	/* as in the table */
	const char	*heads[COLUMNS + 1];
	size_t		 len;
};

static void
add(struct columns *c, const char *name, const char *head)
{
	for (size_t i = 0; i < c->len; i++)
		if (strcmp(c->names[i], name) == 0)
			return;
	if (c->len == COLUMNS)
		return;
	c->names[c->len] = name;
	c->heads[c->len++] = head;
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
			add(c, f->name, f->label[r->opt.lang]);
	for (size_t i = r->standard->envelope_len; i < k->len && own < 6; i++)
		if (tells(&k->fields[i])) {
			add(c, k->fields[i].name,
			    k->fields[i].label[r->opt.lang]);
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
		add(c, f->name, f->label[r->opt.lang]);
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
	if ((rc = compile(r)) != EXIT_DONE)
		return rc;
	if ((k = model_kind(r->model, r->opt.args[0])) == NULL)
		return no_kind(r, r->opt.args[0]);
	if (r->opt.columns == NULL)
		choose(r, k, &c);
	else if ((rc = given(r, k, &c)) != EXIT_DONE)
		return rc;
	buf_adds(&sql, "SELECT ");
	for (size_t i = 0; i < c.len; i++)
		buf_addf(&sql, "%s\"%s\"", i == 0 ? "" : ", ", c.names[i]);
	buf_addf(&sql, " FROM \"%s\" ORDER BY id_key(id)", k->name);
	q = query_open(r->store, sql.s, false, &error);
	buf_done(&sql);
	if (q == NULL)
		return complain(EXIT_FAULT, "%s", error);
	rc = rows_print(r, q, c.heads, &b);
	query_close(q);
	return deliver(&b, rc);
}
