#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "book/calendar.h"
#include "cmd/due.h"
#include "cmd/run.h"
#include "history/history.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/store.h"

#define WITHIN	"P90D"

static const char *
keep(const struct run *r, const char *s)
{
	return s == NULL ? NULL : arena_str(r->arena, s);
}

const char *
due_word(const struct run *r, const struct due_item *it)
{
	return word(r, arena_printf(r->arena, "due.%s", it->what));
}

/* ---- the ledger ---- */

/* What the record says of a day that was given up: why, and who agreed. */
static void
recorded(struct run *r, const char *id, struct due_past *p)
{
	const char *error;
	struct query *q = query_open(r->store, "SELECT reason, "
	    "person_name(by) AS by FROM postponed WHERE id = ?1 AND was = ?2",
	    QUERY_OURS, &error);

	if (q == NULL)
		return;
	query_bind(q, 1, id);
	query_bind(q, 2, p->was);
	if (query_step(q) == 1) {
		if (query_get(q, "reason") != NULL)
			p->reason = keep(r, query_get(q, "reason"));
		p->approved_by = keep(r, query_get(q, "by"));
	}
	query_close(q);
}

/* On one line. */
static const char *
squeezed(struct run *r, const char *s)
{
	char *out, *t;

	if (s == NULL)
		return NULL;
	out = t = arena_str(r->arena, s);
	for (; *s != '\0'; s++)
		if (*s != '\n' && *s != '\r' && *s != '\t')
			*t++ = *s;
		else if (t > out && t[-1] != ' ')
			*t++ = ' ';
	*t = '\0';
	return out;
}

/* The name of "Name <mail>". */
static const char *
name_alone(struct run *r, const char *s)
{
	size_t n = s == NULL ? 0 : strcspn(s, "<");

	while (n > 0 && s[n - 1] == ' ')
		n--;
	return n == 0 ? s : arena_dup(r->arena, s, n);
}

static struct due_past
moved(struct run *r, const struct due_item *it, const struct change *c,
    date_day was)
{
	const struct commit *w = c->written != NULL ? c->written : c->commit;
	struct due_past p = { .was = c->from, .then = c->to,
	    .moved = c->commit->day,
	    .by = c->author_name, .commit = c->commit->id };

	p.late = p.moved == DATE_NONE ? 0 : p.moved - was;
	p.reason = message_trailer(r->arena, w->message, "Reason", 0);
	if (p.reason == NULL)
		p.reason = message_body(r->arena, w->message);
	if (p.reason == NULL)
		p.reason = w->summary;
	p.approved_by = name_alone(r, message_trailer(r->arena, w->message,
	    "Approved-by", 0));
	recorded(r, it->id, &p);
	p.reason = squeezed(r, p.reason);
	return p;
}

/* When the day was set, and the days it was due before: from history. */
static void
slips(struct run *r, struct due_item *it, bool ledger)
{
	const struct change *c;
	date_day from, to;
	size_t n;

	if (r->timelines == NULL)
		return;
	c = history_of(r->timelines, it->id, &n);
	for (size_t i = 0; i < n; i++) {
		if (c[i].what == CHANGE_ADDED || history_concerns(&c[i], it->field, it->member))
			it->modified = c[i].commit->when;
		it->changes += history_concerns(&c[i], it->field, it->member);
		if (!ledger || !history_concerns(&c[i], it->field, it->member) ||
		    c[i].from == NULL || c[i].to == NULL ||
		    !date_parse(c[i].from, &from) ||
		    !date_parse(c[i].to, &to) || to <= from)
			continue;
		it->past = arena_grow(r->arena, it->past, it->past_len,
		    sizeof(*it->past));
		it->past[it->past_len++] = moved(r, it, &c[i], from);
	}
}

/* ---- the list ---- */

/* The same obligation by two ways counts once: the earlier row stays. */
static bool
known(const struct due_list *l, const struct due_item *it)
{
	for (size_t i = 0; i < l->len; i++)
		if (strcmp(l->items[i].id, it->id) == 0 &&
		    strcmp(l->items[i].field, it->field) == 0)
			return true;
	return false;
}

static void
add(struct due_list *l, struct query *q)
{
	struct run *r = l->run;
	struct due_item it = { .due_text = keep(r, query_get(q, "due")) };
	const struct record *rec;

	if (!date_parse(it.due_text, &it.due) || it.due > l->until)
		return;
	it.id = keep(r, query_get(q, "id"));
	it.field = keep(r, query_get(q, "field"));
	it.what = keep(r, query_get(q, "what"));
	it.owner = keep(r, query_get(q, "owner"));
	it.owner_name = keep(r, query_get(q, "owner_name"));
	rec = model_find(r->model, it.id);
	it.title = rec != NULL ? record_title(rec, r->opt.lang) : "";
	it.member = calendar_member(r->arena, rec, it.field);
	if ((r->opt.owner != NULL && (it.owner == NULL ||
	    strcmp(it.owner, r->opt.owner) != 0)) || known(l, &it))
		return;
	slips(r, &it, query_get(q, "slips")[0] == '1');
	l->items = arena_grow(r->arena, l->items, l->len, sizeof(*l->items));
	l->items[l->len++] = it;
}

int
due_gather(struct due_list *l, const char *id)
{
	const char *error = NULL;
	struct query *q;
	int rc;

	q = query_open(l->run->store, "SELECT d.*, "
	    "person_name(d.owner) AS owner_name "
	    "FROM due d JOIN record r USING (id) WHERE due IS NOT NULL "
	    "AND (?1 IS NULL OR id = ?1) ORDER BY due, id_key(id), field",
	    QUERY_OURS, &error);
	if (q == NULL)
		return complain(EXIT_FAULT, "due: %s", error);
	query_bind(q, 1, id);
	while ((rc = query_step(q)) == 1) {
		l->dated = true;
		add(l, q);
	}
	if (rc != 0)
		rc = complain(EXIT_FAULT, "due: %s", query_error(q));
	query_close(q);
	return rc;
}

/* ---- the command ---- */

/* "90d", "12w" or an ISO duration. */
static bool
span(const char *s, struct date_span *out)
{
	char *end;
	long n = strtol(s, &end, 10);

	if (end != s && n > 0 && n <= 36500 && (strcmp(end, "d") == 0 ||
	    strcmp(end, "w") == 0)) {
		out->months = 0;
		out->days = (int)n * (*end == 'w' ? 7 : 1);
		return true;
	}
	return date_span_parse(s, out);
}

typedef void due_form(const struct due_list *, struct buf *);

static due_form *
form(const char *name)
{
	static const struct {
		const char	*name;
		due_form	*form;
	} forms[] = {
		{ "text", due_text }, { "json", due_json },
		{ "csv", due_csv }, { "ics", due_ics },
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (strcmp(forms[i].name, name) == 0)
			return forms[i].form;
	return NULL;
}

int
cmd_due(struct run *r)
{
	const char *f = r->opt.format == NULL ? "text" : r->opt.format;
	due_form *print = form(f);
	struct due_list l = { .run = r };
	struct date_span within;
	struct buf b = BUF_INIT;
	int rc;

	if (!span(r->opt.within == NULL ? WITHIN : r->opt.within, &within))
		return complain(EXIT_USAGE, pick(r,
		    "--within takes a length such as 90d or P3M, not '%s'",
		    "--within は 90d や P3M のような期間です: '%s'"),
		    r->opt.within);
	if (print == NULL)
		return complain(EXIT_USAGE, pick(r,
		    "there is no format '%s' here: text, json, csv, ics",
		    "ここでは形式 '%s' は使えません: text, json, csv, ics"), f);
	r->outlines = r->heads = true;
	if ((rc = compile(r)) != EXIT_DONE)
		return rc;
	if (r->opt.owner != NULL &&
	    model_find(r->model, r->opt.owner) == NULL)
		return complain(EXIT_USAGE, pick(r,
		    "--owner takes the id of a person, and there is no '%s'",
		    "--owner は要員の id です: '%s' はありません"),
		    r->opt.owner);
	l.until = date_add(r->asof, within);
	if ((rc = due_gather(&l, NULL)) != EXIT_DONE)
		return rc;
	if (print == due_text || print == due_json)
		due_forecast(&l);
	print(&l, &b);
	return deliver(&b, r->unable ? EXIT_UNABLE : EXIT_DONE);
}
