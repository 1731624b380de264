#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"
#include "cmd/run.h"
#include "history/history.h"
#include "model/model.h"
#include "model/standard.h"
#include "out/out.h"
#include "store/store.h"

#define WITHIN	"P90D"

/* One open obligation with a day: a row of the standard's view `due`. */
struct item {
	date_day	 due;
	const char	*due_text, *id, *title, *field, *what, *owner;
	const char	*owner_name;
	/* Every day it was due before, oldest first, from history. */
	const char	**past;
	size_t		 past_len;
};

struct list {
	struct item	*items;
	size_t		 len;
	date_day	 until;
};

/* The days it was due before: the earlier values of its field. */
static void
slips(const struct run *r, struct item *it)
{
	const struct change *c;
	date_day from, to;
	size_t n;

	if (r->timelines == NULL)
		return;
	c = history_of(r->timelines, it->id, &n);
	for (size_t i = 0; i < n; i++) {
		if (c[i].what != CHANGE_FIELD || c[i].from == NULL ||
		    c[i].to == NULL || strcmp(c[i].field, it->field) != 0 ||
		    !date_parse(c[i].from, &from) ||
		    !date_parse(c[i].to, &to) || to <= from)
			continue;
		it->past = arena_grow(r->arena, it->past, it->past_len,
		    sizeof(*it->past));
		it->past[it->past_len++] = c[i].from;
	}
}

static const char *
keep(const struct run *r, const char *s)
{
	return s == NULL ? NULL : arena_str(r->arena, s);
}

/* The same obligation by two ways counts once: the earlier row stays. */
static bool
known(const struct list *l, const struct item *it)
{
	for (size_t i = 0; i < l->len; i++)
		if (strcmp(l->items[i].id, it->id) == 0 &&
		    strcmp(l->items[i].field, it->field) == 0)
			return true;
	return false;
}

static int
gather(struct run *r, struct list *l)
{
	const char *error = NULL;
	struct query *q;
	struct item it;
	int rc;

	q = query_open(r->store, "SELECT d.*, r.title AS title, "
	    "r.title_ja AS title_ja, person_name(d.owner) AS owner_name "
	    "FROM due d JOIN record r USING (id) WHERE due IS NOT NULL "
	    "ORDER BY due, id_key(id), field", QUERY_OURS, &error);
	if (q == NULL)
		return complain(EXIT_FAULT, "due: %s", error);
	while ((rc = query_step(q)) == 1) {
		const char *s = query_get(q, "due");

		memset(&it, 0, sizeof(it));
		if (!date_parse(s, &it.due) || it.due > l->until)
			continue;
		it.due_text = keep(r, s);
		it.id = keep(r, query_get(q, "id"));
		it.field = keep(r, query_get(q, "field"));
		it.what = keep(r, query_get(q, "what"));
		it.owner = keep(r, query_get(q, "owner"));
		it.owner_name = keep(r, query_get(q, "owner_name"));
		s = r->opt.lang == LANG_JA ? query_get(q, "title_ja") : NULL;
		it.title = keep(r, s != NULL ? s : query_get(q, "title"));
		if (it.title == NULL)
			it.title = "";
		if (r->opt.owner != NULL && (it.owner == NULL ||
		    strcmp(it.owner, r->opt.owner) != 0))
			continue;
		if (known(l, &it))
			continue;
		if (query_get(q, "slips")[0] == '1')
			slips(r, &it);
		l->items = arena_grow(r->arena, l->items, l->len,
		    sizeof(*l->items));
		l->items[l->len++] = it;
	}
	if (rc != 0)
		rc = complain(EXIT_FAULT, "due: %s", query_error(q));
	query_close(q);
	return rc;
}

static void
safe(struct buf *out, const char *s)
{
	utf8_safe(out, s, strlen(s));
}

static const char *
what_word(const struct run *r, const struct item *it)
{
	return word(r, arena_printf(r->arena, "due.%s", it->what));
}

static void
line(const struct run *r, const struct item *it, struct buf *out)
{
	int days = it->due - r->asof;

	buf_addf(out, "  %s  ", it->due_text);
	if (r->opt.color)
		buf_adds(out, days < 0 ? "\033[31m" : "\033[36m");
	buf_addf(out, days < 0 ? pick(r, "%4d days late", "%4d日超過") :
	    pick(r, "%4d days left", "あと%4d日"), days < 0 ? -days : days);
	if (r->opt.color)
		buf_adds(out, "\033[0m");
	buf_addf(out, "  %-9s ", it->id);
	safe(out, it->title);
	buf_addf(out, "\n%*s%s", 33, "", what_word(r, it));
	if (it->owner != NULL) {
		buf_adds(out, " · ");
		safe(out, it->owner_name != NULL ? it->owner_name :
		    it->owner);
	}
	if (it->past_len > 0) {
		buf_addf(out, pick(r, " · moved %zu time%s: ",
		    " · 延期 %zu 回%s: "), it->past_len, it->past_len == 1 ||
		    r->opt.lang == LANG_JA ? "" : "s");
		for (size_t i = 0; i < it->past_len; i++) {
			safe(out, it->past[i]);
			buf_adds(out, " → ");
		}
		buf_adds(out, it->due_text);
	}
	buf_addc(out, '\n');
}

static void
section(const struct run *r, const struct list *l, bool late,
    struct buf *out)
{
	const char *head = late ? pick(r, "Overdue", "期限超過") :
	    pick(r, "Falls due", "これからの期限");
	size_t n = 0;

	for (size_t i = 0; i < l->len; i++)
		n += (l->items[i].due < r->asof) == late;
	buf_addf(out, "%s%s: %zu%s\n", r->opt.color ? "\033[1m" : "", head, n,
	    r->opt.color ? "\033[0m" : "");
	for (size_t i = 0; i < l->len; i++)
		if ((l->items[i].due < r->asof) == late)
			line(r, &l->items[i], out);
	buf_addc(out, '\n');
}

/* What time alone will turn red. */
static void
forecast(const struct run *r, const struct list *l, struct buf *out)
{
	static const int days[] = { 14, 30, 60, 90 };
	size_t n;

	buf_addf(out, pick(r, "As of %s, time alone makes overdue:",
	    "%s から、何もしなければ期限を過ぎるもの:"), r->asof_text);
	for (size_t d = 0; d < sizeof(days) / sizeof(*days); d++) {
		if (r->asof + days[d] > l->until + 1)
			break;
		n = 0;
		for (size_t i = 0; i < l->len; i++)
			n += l->items[i].due >= r->asof &&
			    l->items[i].due < r->asof + days[d];
		buf_addf(out, pick(r, "%s %zu within %d days",
		    "%s%zu 件（%d 日以内）"), d == 0 ?
		    pick(r, "", " ") : pick(r, ",", "、"), n,
		    days[d]);
	}
	buf_addc(out, '\n');
	if (r->timelines == NULL || !r->timelines->whole)
		buf_addf(out, "%s\n", pick(r,
		    "Slips are unknown: history was not read whole.",
		    "延期の有無は不明です（履歴が完全に読めていません）。"));
}

static void
text(const struct run *r, const struct list *l, struct buf *out)
{
	section(r, l, true, out);
	section(r, l, false, out);
	forecast(r, l, out);
}

static void
csv(const struct run *r, const struct list *l, struct buf *out)
{
	static const char *const heads[] = { "due", "days", "id", "title",
	    "what", "owner", "moved", "earlier" };
	struct buf past = BUF_INIT;

	csv_begin(out);
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		csv_cell(out, heads[i], i, false);
	csv_end(out);
	for (size_t i = 0; i < l->len; i++) {
		const struct item *it = &l->items[i];

		buf_clear(&past);
		buf_adds(&past, "");
		for (size_t n = 0; n < it->past_len; n++)
			buf_addf(&past, "%s%s", n == 0 ? "" : " ",
			    it->past[n]);
		csv_cell(out, it->due_text, 0, false);
		csv_cell(out, arena_printf(r->arena, "%d",
		    it->due - r->asof), 1, true);
		csv_cell(out, it->id, 2, false);
		csv_cell(out, it->title, 3, false);
		csv_cell(out, what_word(r, it), 4, false);
		csv_cell(out, it->owner == NULL ? "" : it->owner, 5, false);
		csv_cell(out, arena_printf(r->arena, "%zu", it->past_len), 6,
		    false);
		csv_cell(out, past.s, 7, false);
		csv_end(out);
	}
	buf_done(&past);
}

static void
json(const struct run *r, const struct list *l, struct buf *out)
{
	struct json *top = json_new_object(), *list = json_new_array();
	struct json *j, *past;

	json_set_str(top, "as_of", r->asof_text);
	for (size_t i = 0; i < l->len; i++) {
		const struct item *it = &l->items[i];

		j = json_new_object();
		json_set_str(j, "due", it->due_text);
		json_set_int(j, "days", it->due - r->asof);
		json_set(j, "overdue", json_new_bool(it->due < r->asof));
		json_set_str(j, "id", it->id);
		json_set_str(j, "title", it->title);
		json_set_str(j, "what", it->what);
		json_set_str(j, "owner", it->owner);
		past = json_new_array();
		for (size_t n = 0; n < it->past_len; n++)
			json_add(past, json_new_str(it->past[n]));
		json_set(j, "earlier", past);
		json_add(list, j);
	}
	json_set(top, "due", list);
	json_set(top, "slips_known", json_new_bool(r->timelines != NULL &&
	    r->timelines->whole));
	json_dump(top, out);
}

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

int
cmd_due(struct run *r)
{
	const char *f = r->opt.format == NULL ? "text" : r->opt.format;
	struct list l = { NULL, 0, 0 };
	struct date_span within;
	struct buf b = BUF_INIT;
	int rc;

	if (!span(r->opt.within == NULL ? WITHIN : r->opt.within, &within))
		return complain(EXIT_USAGE, pick(r,
		    "--within takes a length such as 90d or P3M, not '%s'",
		    "--within は 90d や P3M のような期間です: '%s'"),
		    r->opt.within);
	if (strcmp(f, "text") != 0 && strcmp(f, "csv") != 0 &&
	    strcmp(f, "json") != 0)
		return complain(EXIT_USAGE, pick(r,
		    "there is no format '%s' here: text, csv, json",
		    "ここでは形式 '%s' は使えません: text, csv, json"), f);
	if ((rc = compile(r)) != EXIT_DONE)
		return rc;
	if (r->opt.owner != NULL &&
	    model_find(r->model, r->opt.owner) == NULL)
		return complain(EXIT_USAGE, pick(r,
		    "--owner takes the id of a person, and there is no '%s'",
		    "--owner は要員の id です: '%s' はありません"),
		    r->opt.owner);
	l.until = date_add(r->asof, within);
	if ((rc = gather(r, &l)) != EXIT_DONE)
		return rc;
	if (strcmp(f, "csv") == 0)
		csv(r, &l, &b);
	else if (strcmp(f, "json") == 0)
		json(r, &l, &b);
	else
		text(r, &l, &b);
	return deliver(&b, r->unable ? EXIT_UNABLE : EXIT_DONE);
}
