#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "book/book.h"
#include "book/part.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/model.h"
#include "store/store.h"

/*
 * The plan of an ISMS year: a row for each work, a column for each month,
 * with what was planned and what the records say was done, and behind them
 * what became of it.  All of it comes from the store's tables calendar_work
 * and calendar_event, which the rules judge by.
 */
struct plan {
	struct part	*part;
	const char	*period;	/* FY2025 */
	date_day	 first[13];	/* of each month; behind the last */
	date_day	 asof;
};

/* What is to be seen in one month of one row. */
struct month {
	bool	planned, done;
};

static int
month_of(const struct plan *pl, const char *day)
{
	date_day d;

	if (day == NULL || !date_parse(day, &d))
		return -1;
	for (int i = 0; i < 12; i++)
		if (d >= pl->first[i] && d < pl->first[i + 1])
			return i;
	return -1;
}

/* The days of every record that planned or did the work. */
static void
mark(const struct plan *pl, struct month *ms, const char *work,
    struct node *up)
{
	struct part *p = pl->part;
	struct query *q = part_query(p, up, arena_printf(p->arena,
	    "SELECT CASE WHEN done <= asof() THEN done END AS done, planned "
	    "FROM calendar_event WHERE work = '%s' AND "
	    "coalesce(period, '%s') = '%s'", work, pl->period, pl->period));
	int i;

	while (q != NULL && query_step(q) == 1) {
		if ((i = month_of(pl, query_get(q, "done"))) >= 0)
			ms[i].done = true;
		if ((i = month_of(pl, query_get(q, "planned"))) >= 0)
			ms[i].planned = true;
	}
	query_close(q);
}

static void
put_month(const struct plan *pl, struct node *row, const struct month *m,
    int i, bool settled)
{
	struct part *p = pl->part;
	struct node *cell = part_cell(p, row, NULL);

	cell->align = ALIGN_CENTER;
	if (m->done) {
		node_text(p->arena, cell, "\xe2\x97\x8f");	/* done */
		cell->tone = TONE_GOOD;
	} else if (m->planned && !settled && pl->asof >= pl->first[i + 1]) {
		node_text(p->arena, cell, "\xe2\x96\xb3");	/* passed */
		cell->tone = TONE_WARN;
	} else if (m->planned) {
		node_text(p->arena, cell, "\xe2\x97\x8b");	/* planned */
		cell->tone = settled ? TONE_MUTED : TONE_INFO;
	}
}

/* What became of the work: its state and how late it was or is. */
static void
put_state(struct part *p, struct node *row, struct query *q)
{
	const char *state = arena_str(p->arena, query_get(q, "state")), *late;
	const char *word;
	struct node *cell = part_cell(p, row, NULL);

	if (strcmp(state, "none") == 0)
		return;
	word = part_word(p, arena_printf(p->arena, "calendar.%s", state));
	if ((late = query_get(q, "late")) != NULL)
		word = part_fill(p, strcmp(state, "done") == 0 ?
		    "calendar.days_late" : "calendar.days", "state", word,
		    "n", late, NULL);
	value_badge(p, cell, word, late != NULL &&
	    strcmp(state, "done") == 0 ? "late" : state);
}

static void
put_work(const struct plan *pl, struct node *t, struct query *q)
{
	struct part *p = pl->part;
	struct month ms[12] = { { false, false } };
	struct node *row = node_child(p->arena, t, NODE_ROW);
	const char *state = query_get(q, "state"), *clause;
	int i;

	/* What a query gives is gone at its next step. */
	part_cell(p, row, arena_str(p->arena, query_get(q, "title")));
	clause = query_get(q, "clause");
	part_cell(p, row, arena_str(p->arena, clause != NULL ? clause : ""));
	mark(pl, ms, query_get(q, "work"), t->parent);
	if ((i = month_of(pl, query_get(q, "due"))) >= 0)
		ms[i].planned = true;
	for (i = 0; i < 12; i++)
		put_month(pl, row, &ms[i], i, strcmp(state, "done") == 0 ||
		    strcmp(state, "none") == 0);
	put_state(p, row, q);
}

static void
put_year(struct plan *pl, struct node *up, int year, int start)
{
	struct part *p = pl->part;
	struct node *t, *row, *cell;
	struct query *q;
	int i, y, m, d;

	pl->period = arena_printf(p->arena, "FY%04d", year);
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
	part_cell(p, row, part_label(p, "calendar.state"));
	q = part_query(p, up, arena_printf(p->arena,
	    "SELECT w.work, w.due, w.late, says('calendar.' || c.id || "
	    "'.title', c.title, c.title_ja) AS title, c.clause, "
	    "iif(w.style <> 'slot' AND w.state = 'missing', 'late', w.state) "
	    "AS state FROM calendar_work w "
	    "JOIN calendar c ON c.id = w.work WHERE w.period = '%s' "
	    "ORDER BY w.n", pl->period));
	while (q != NULL && query_step(q) == 1)
		put_work(pl, t, q);
	query_close(q);
}

void
plan_year(struct part *p, struct node *up, const struct yaml *spec)
{
	struct plan pl = { .part = p, .asof = p->in->asof };
	int start = p->in->model->config->year_start, year, back = 1;

	year = date_period_year(p->in->asof, start);
	if (yaml_str(spec, "years_back") != NULL)
		back = atoi(yaml_str(spec, "years_back"));
	for (; back >= 0; back--)
		put_year(&pl, up, year - back, start);
	part_para(p, up, part_word(p, "manual.plan_legend"));
}
