#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/near.h"
#include "cmd/run.h"
#include "cmd/show.h"
#include "history/history.h"
#include "model/kind.h"
#include "model/language.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/store.h"

/*
 * The life of one record: what it says, what it is linked with, what is
 * wrong with it and what to do, what comes next, and what git knows of it.
 */

const char *
show_value(const struct run *r, const struct field *f, const char *s)
{
	const char *key, *level;

	if (f == NULL)
		return s;
	switch (f->type) {
	case FIELD_STR:
		key = arena_printf(r->arena, "manual.level_%s", s);
		level = word(r, key);
		return level == key ? s : level;
	case FIELD_CHOICE:
		return field_choice(f, s, r->opt.lang);
	case FIELD_DURATION:
		return standard_span(r->arena, r->standard, s, r->opt.lang);
	case FIELD_BOOL:
		if (strcmp(s, "true") != 0 && strcmp(s, "false") != 0)
			return s;
		return standard_yes(r->arena, r->standard, f->name, *s == 't',
		    r->opt.lang);
	default:
		return s;
	}
}

const char *
show_original(const struct run *r, const struct record *rec,
    const char *path, const char **lang)
{
	const char *at = strrchr(path, '_'), *s;

	*lang = NULL;
	if (at == NULL || !language_known(at + 1) ||
	    kind_path(rec->kind, path) != NULL)
		return path;
	s = arena_dup(r->arena, path, (size_t)(at - path));
	if (strcmp(s, "body") != 0 && kind_path(rec->kind, s) == NULL)
		return path;
	*lang = at + 1;
	return s;
}

/*
 * A field by its label, a translation by that of its original; the path
 * itself when the kind has no such field.
 */
const char *
show_label(const struct run *r, const struct record *rec, const char *path)
{
	const struct field *f, *whole;
	const char *dot, *lang;

	path = show_original(r, rec, path, &lang);
	f = kind_path(rec->kind, path);
	dot = strpbrk(path, ".[");
	if (strcmp(path, "body") == 0)
		return word(r, "manual.in_the_text");
	if (f == NULL)
		return path;
	whole = dot == NULL ? f : kind_field(rec->kind, arena_dup(r->arena,
	    path, (size_t)(dot - path)));
	return whole == NULL || whole == f ? f->label[r->opt.lang] :
	    arena_printf(r->arena, pick(r, "%s: %s", "%s：%s"),
	    whole->label[r->opt.lang], f->label[r->opt.lang]);
}

/* ---- what changes meant ---- */

static void
mark_state(const struct record *rec, struct show_event *e)
{
	const struct change *c = e->change;
	const struct state *from, *to;

	if (c->what == CHANGE_ADDED) {
		e->mark = "created";
		return;
	}
	if (c->what != CHANGE_FIELD || strcmp(c->field, "status") != 0)
		return;
	from = c->from == NULL ? NULL : kind_state(rec->kind, c->from);
	to = c->to == NULL ? NULL : kind_state(rec->kind, c->to);
	if (to != NULL && to->end)
		e->mark = "closed";
	else if (from != NULL && from->end)
		e->mark = "reopened";
}

static void
mark_slip(struct show_event *e)
{
	const struct change *c = e->change;
	date_day from, to;

	if (c->from == NULL || c->to == NULL || !date_parse(c->from, &from) ||
	    !date_parse(c->to, &to))
		return;
	e->slip = to - from;
	e->late = c->commit->day == DATE_NONE ? 0 : c->commit->day - from;
}

static void
mark(struct show *s, size_t seq, const char *field, const char *what)
{
	for (size_t i = 0; i < s->len; i++) {
		const struct change *c = s->events[i].change;

		if (c->commit->seq != seq || s->events[i].mark != NULL ||
		    (field == NULL ? c->what != CHANGE_BODY :
		    c->field == NULL || strcmp(c->field, field) != 0))
			continue;
		s->events[i].mark = what;
		if (strcmp(what, "slipped") == 0)
			mark_slip(&s->events[i]);
	}
}

void
show_life(struct show *s)
{
	struct run *r = s->run;
	const struct change *c;
	const char *error;
	struct query *q;

	if (r->timelines == NULL)
		return;
	c = history_of(r->timelines, s->rec->id, &s->len);
	s->events = arena_alloc(r->arena, s->len * sizeof(*s->events));
	for (size_t i = 0; i < s->len; i++) {
		s->events[i].change = &c[i];
		mark_state(s->rec, &s->events[i]);
	}
	q = query_open(r->store, "SELECT seq, field, mark FROM life_mark "
	    "WHERE id = ?1", QUERY_OURS, &error);
	if (q == NULL)
		return;
	query_bind(q, 1, s->rec->id);
	while (query_step(q) == 1)
		mark(s, (size_t)atol(query_get(q, "seq")),
		    query_get(q, "field"), arena_str(r->arena,
		    query_get(q, "mark")));
	query_close(q);
}

/* ---- what comes next ---- */

/* Whether the record has a finding of the code already. */
static bool
stands(const struct show *s, const char *code)
{
	const struct diags *ds = s->run->diags;

	for (size_t i = 0; i < diags_len(ds); i++)
		if (diags_at(ds, i)->record != NULL &&
		    strcmp(diags_at(ds, i)->record, s->rec->id) == 0 &&
		    strcmp(diags_at(ds, i)->head->code, code) == 0)
			return true;
	return false;
}

/* What the rules will say of the record on the day after. */
static const struct diag *
then(const struct show *s, const struct diags *ds, const struct due_item *it)
{
	const struct diag *d;

	for (size_t i = 0; i < diags_len(ds); i++) {
		d = diags_at(ds, i);
		if (d->record == NULL || strcmp(d->record, it->id) != 0 ||
		    d->waived != NULL)
			continue;
		if (d->field != NULL && strcmp(d->field, it->field) == 0 &&
		    !stands(s, d->head->code))
			return d;
	}
	return NULL;
}

int
show_next(struct show *s)
{
	struct due_list l = { .run = s->run, .until = date_make(9999, 1, 1) };
	const struct diags *ds = NULL;
	date_day judged = DATE_NONE;
	int rc = due_gather(&l, s->rec->id);

	s->due = arena_alloc(s->run->arena, l.len * sizeof(*s->due));
	for (size_t i = 0; i < l.len; i++) {
		struct show_due *d = &s->due[s->due_len++];

		d->item = &l.items[i];
		if (d->item->due < s->run->asof)
			continue;
		if (d->item->due != judged)
			ds = judge_on(s->run, d->item->due + 1);
		judged = d->item->due;
		d->then = then(s, ds, d->item);
	}
	return rc;
}

/* ---- ids that are none ---- */

/* Ids that differ in case and zeros alone: ca-7 for CA-0007. */
static bool
means(const char *typed, const char *id)
{
	while (*typed != '\0' || *id != '\0') {
		if (isdigit((unsigned char)*typed) &&
		    isdigit((unsigned char)*id)) {
			unsigned long a, b;

			a = strtoul(typed, (char **)&typed, 10);
			b = strtoul(id, (char **)&id, 10);
			if (a != b)
				return false;
		} else if (toupper((unsigned char)*typed++) !=
		    toupper((unsigned char)*id++))
			return false;
	}
	return true;
}

static const char *
meant(const struct run *r, const char *typed)
{
	struct near near = { .word = typed };

	for (size_t i = 0; i < r->model->len; i++)
		if (means(typed, r->model->records[i]->id))
			return r->model->records[i]->id;
	for (size_t i = 0; i < r->model->len; i++)
		near_offer(&near, r->model->records[i]->id);
	return near.best;
}

/* What history knows of an id that is no more. */
static int
was_once(const struct run *r, const char *id)
{
	const struct timelines *t = r->timelines;
	const struct change *c;
	char day[11];
	size_t n = 0;

	for (size_t i = 0; t != NULL && i < t->len; i++)
		if (t->changes[i].what == CHANGE_RENAMED &&
		    strcmp(t->changes[i].from, id) == 0)
			return complain(EXIT_USAGE, pick(r,
			    "%s is called %s since %s",
			    "%s は %s に変更されています（%s）"), id,
			    t->changes[i].id,
			    date_print(t->changes[i].commit->day, day));
	c = t == NULL ? NULL : history_of(t, id, &n);
	if (n == 0 || c[n - 1].what != CHANGE_GONE)
		return EXIT_DONE;
	c += n - 1;
	return complain(EXIT_USAGE, pick(r,
	    "there is no record '%s' any more: removed on %s by %s (%.10s)",
	    "記録 '%s' は削除されています（%s、%s、%.10s）"), id,
	    date_print(c->commit->day, day), c->author_name, c->commit->id);
}

static int
unknown(const struct run *r, const char *id)
{
	const char *near;
	int rc;

	if ((rc = was_once(r, id)) != EXIT_DONE)
		return rc;
	if ((near = meant(r, id)) != NULL)
		return complain(EXIT_USAGE, pick(r,
		    "there is no record '%s'; did you mean %s?",
		    "記録 '%s' はありません。%s の誤りではありませんか"), id,
		    near);
	return complain(EXIT_USAGE, pick(r, "there is no record '%s'",
	    "記録 '%s' はありません"), id);
}

int
cmd_show(struct run *r)
{
	const char *f = r->opt.format == NULL ? "text" : r->opt.format;
	struct show s = { .run = r };
	struct buf b = BUF_INIT;
	int rc;

	if (r->opt.arg_len != 1)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "show takes one argument: the id of a record",
		    "show の引数は一つ（記録の id）です"));
	if (strcmp(f, "text") != 0 && strcmp(f, "json") != 0)
		return complain(EXIT_USAGE, pick(r,
		    "there is no format '%s' here: text, json",
		    "ここでは形式 '%s' は使えません: text, json"), f);
	r->outlines = true;
	if ((rc = compile(r)) != EXIT_DONE)
		return rc;
	if ((s.rec = model_find(r->model, r->opt.args[0])) == NULL)
		return unknown(r, r->opt.args[0]);
	show_life(&s);
	if ((rc = show_next(&s)) != EXIT_DONE)
		return rc;
	if (strcmp(f, "json") == 0)
		show_json(&s, &b);
	else
		show_text(&s, &b);
	return deliver(&b, EXIT_DONE);
}
