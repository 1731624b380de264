#include <string.h>

#include "base/arena.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/value.h"
#include "store/inside.h"

/*
 * The table dated: every date that a record states, at its path, whatever
 * its kind.  What is said of dates in general needs no list of the kinds.
 */

struct dates {
	struct store	*s;
	struct insert	 in;
};

static void put_dates(struct dates *, const struct record *,
    const struct field *, const struct yaml *, const char *path);

static void
put_date(struct dates *d, const struct record *r, const struct field *f,
    const struct yaml *y, const char *path)
{
	const struct model *m = d->s->model;

	if (y->type != YAML_SCALAR || value_absent(m->standard, y) ||
	    value_fault(f, y, m->config->year_start) != D_COUNT)
		return;
	if (f->happened) {
		d->s->happened = arena_grow(d->s->arena, d->s->happened,
		    d->s->happened_len, sizeof(*d->s->happened));
		d->s->happened[d->s->happened_len++] =
		    (struct happened){ r, path, y->s };
	}
	insert_text(&d->in, r->id);
	insert_text(&d->in, r->kind->name);
	insert_text(&d->in, path);
	insert_text(&d->in, y->s);
	insert_int(&d->in, f->happened);
	insert_row(&d->in);
}

static void
put_member(struct dates *d, const struct record *r, const struct field *f,
    const struct yaml *y, const char *path)
{
	const struct yaml *value;

	if (f->type == FIELD_DATE)
		put_date(d, r, f, y, path);
	if (f->type != FIELD_MAP || y->type != YAML_MAP)
		return;
	for (size_t i = 0; i < f->sub_len; i++) {
		value = yaml_get(y, f->sub[i].name);
		if (value != NULL)
			put_dates(d, r, &f->sub[i], value, arena_printf(
			    d->s->arena, "%s.%s", path, f->sub[i].name));
	}
}

/* A field's value; a list's members have their number in the path. */
static void
put_dates(struct dates *d, const struct record *r, const struct field *f,
    const struct yaml *y, const char *path)
{
	size_t n = 0;

	if (f->type != FIELD_DATE && f->type != FIELD_MAP)
		return;
	if (!f->list || y->type != YAML_LIST) {
		put_member(d, r, f, y, path);
		return;
	}
	for (y = y->first; y != NULL; y = y->next)
		put_member(d, r, f, y, arena_printf(d->s->arena, "%s[%zu]",
		    path, n++));
}

void
store_dates(struct store *s)
{
	struct pos program = { NULL, 0, 0, 0 };
	struct dates d = { s, { 0 } };
	const struct yaml *y;

	if (!store_table(s, "dated", "id TEXT, kind TEXT, field TEXT, "
	    "day TEXT, happened INTEGER)", program))
		return;
	insert_begin(s, &d.in, "dated");
	for (size_t i = 0; i < s->model->len; i++) {
		const struct record *r = s->model->records[i];

		for (size_t j = 0; j < r->kind->len; j++) {
			const struct field *f = &r->kind->fields[j];

			y = record_get(r, f->name);
			if (y != NULL)
				put_dates(&d, r, f, y, f->name);
		}
	}
	insert_end(&d.in);
}
