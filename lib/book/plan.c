#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "book/book.h"
#include "book/part.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/store.h"

/*
 * The plan of an ISMS year: a row for each work, a column for each month,
 * with what was planned and what the records say was done.
 */
struct plan {
	struct part	*part;
	const struct yaml *spec;
	date_day	 first[13];	/* of each month; behind the last */
	date_day	 asof;
};

/* What is to be seen in one month of one row. */
struct month {
	bool	planned, done;
};

static bool
is(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

static void
mark_done(const struct plan *pl, struct month *ms, const char *day)
{
	date_day d;
	int i;

	if (day == NULL || !date_parse(day, &d) || d > pl->asof)
		return;
	for (i = 0; i < 12; i++)
		if (d >= pl->first[i] && d < pl->first[i + 1])
			ms[i].done = true;
}

static void
mark_planned(const struct plan *pl, struct month *ms, const char *day)
{
	date_day d;
	int i;

	if (day == NULL || !date_parse(day, &d))
		return;
	for (i = 0; i < 12; i++)
		if (d >= pl->first[i] && d < pl->first[i + 1])
			ms[i].planned = true;
}

/* The days of a query: its columns done and planned. */
static void
mark_query(const struct plan *pl, struct month *ms, const char *sql,
    struct node *up)
{
	struct query *q = part_query(pl->part, up, sql);

	if (q == NULL)
		return;
	while (query_step(q) == 1) {
		mark_done(pl, ms, query_get(q, "done"));
		mark_planned(pl, ms, query_get(q, "planned"));
	}
	query_close(q);
}

/* The days of every record of the work's kinds. */
static void
mark_records(const struct plan *pl, struct month *ms,
    const struct yaml *work)
{
	const struct model *m = pl->part->in->model;
	const struct yaml *k, *d;
	size_t i;

	for (i = 0; i < m->len; i++) {
		for (k = yaml_get(work, "kinds") == NULL ? NULL :
		    yaml_get(work, "kinds")->first; k != NULL; k = k->next)
			if (is(k->s, m->records[i]->kind->name))
				break;
		if (k == NULL || yaml_get(work, "dates") == NULL)
			continue;
		for (d = yaml_get(work, "dates")->first; d != NULL;
		    d = d->next)
			mark_done(pl, ms, record_str(m->records[i], d->s));
	}
}

static void
put_month(const struct plan *pl, struct node *row, const struct month *m,
    int i)
{
	struct part *p = pl->part;
	struct node *cell = part_cell(p, row, NULL);

	cell->align = ALIGN_CENTER;
	if (m->done) {
		node_text(p->arena, cell, "\xe2\x97\x8f");	/* done */
		cell->tone = TONE_GOOD;
	} else if (m->planned && pl->asof >= pl->first[i + 1]) {
		node_text(p->arena, cell, "\xe2\x96\xb3");	/* passed */
		cell->tone = TONE_WARN;
	} else if (m->planned) {
		node_text(p->arena, cell, "\xe2\x97\x8b");	/* planned */
		cell->tone = TONE_INFO;
	}
}

/* A month that was planned and missed counts as met by work done near it. */
static void
settle(struct month *ms, bool slot)
{
	bool any = false;
	int i;

	for (i = 0; i < 12; i++)
		any |= ms[i].done;
	for (i = 0; slot && any && i < 12; i++)
		ms[i].planned = false;
}

static void
put_work(const struct plan *pl, struct node *t, const struct yaml *work)
{
	struct part *p = pl->part;
	struct month ms[12] = { { false, false } };
	const struct yaml *own = yaml_get(yaml_get(pl->spec, "done"),
	    yaml_str(work, "id"));
	const char *title = NULL, *month = yaml_str(work, "month");
	bool slot = !is(yaml_str(work, "style"), "record");
	struct node *row = node_child(p->arena, t, NODE_ROW);
	int i;

	if (p->lang == LANG_JA)
		title = yaml_str(work, "title_ja");
	if (title == NULL)
		title = yaml_str(work, "title");
	part_cell(p, row, title != NULL ? title : "");
	part_cell(p, row, yaml_str(work, "clause"));
	if (own != NULL && own->type == YAML_SCALAR)
		mark_query(pl, ms, own->s, t->parent);
	else
		mark_records(pl, ms, work);
	if (slot && month != NULL && (i = atoi(month)) >= 1 && i <= 12)
		ms[i - 1].planned = true;
	settle(ms, slot);
	for (i = 0; i < 12; i++)
		put_month(pl, row, &ms[i], i);
}

static void
put_year(struct plan *pl, struct node *up, int year, int start)
{
	struct part *p = pl->part;
	const struct yaml *work;
	struct node *t, *row, *cell;
	int i, y, m, d;

	for (i = 0; i < 13; i++)
		pl->first[i] = date_add_months(date_make(year, start / 100,
		    start % 100), i);
	t = node_child(p->arena, up, NODE_TABLE);
	t->name = "grid";
	t->wide = true;
	date_split(pl->first[11], &y, &m, &d);
	t->text = arena_printf(p->arena, "FY%d: %04d-%02d \xe2\x80\x93 "
	    "%04d-%02d", year, year, start / 100, y, m);
	row = node_child(p->arena, t, NODE_ROW);
	row->head = true;
	part_cell(p, row, part_word(p, "manual.work"));
	part_cell(p, row, part_label(p, "clause"));
	for (i = 0; i < 12; i++) {
		date_split(pl->first[i], &y, &m, &d);
		cell = part_cell(p, row, arena_printf(p->arena, "%d", m));
		cell->align = ALIGN_CENTER;
	}
	work = p->in->model->standard->calendar;
	for (work = work == NULL ? NULL : work->first; work != NULL;
	    work = work->next)
		put_work(pl, t, work);
}

void
plan_year(struct part *p, struct node *up, const struct yaml *spec)
{
	struct plan pl = { .part = p, .spec = spec, .asof = p->in->asof };
	int start = p->in->model->config->year_start, year, back = 1;

	year = date_period_year(p->in->asof, start);
	if (yaml_str(spec, "years_back") != NULL)
		back = atoi(yaml_str(spec, "years_back"));
	for (; back >= 0; back--)
		put_year(&pl, up, year - back, start);
	part_para(p, up, part_word(p, "manual.plan_legend"));
}
