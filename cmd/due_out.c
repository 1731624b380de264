#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/width.h"
#include "book/calendar.h"
#include "cmd/due.h"
#include "cmd/run.h"
#include "cmd/term.h"
#include "history/history.h"
#include "model/config.h"
#include "model/model.h"
#include "out/ics.h"
#include "out/out.h"

/* What falls due, in each form. */

#define BRIEF	8	/* findings of a forecast, unless -v asks for all */

/* ---- text ---- */

static size_t
put(struct buf *out, const char *s, size_t at)
{
	return term_wrap(out, s, at, at);
}

/* What is owed; and of which member, where a list holds several. */
static const char *
owed(const struct run *r, const struct due_item *it)
{
	return calendar_owed(r->arena, r->opt.lang, due_word(r, it),
	    it->member);
}

/* Whether somebody owes this together with what stands before it. */
static bool
together(const struct due_list *l, size_t i)
{
	const struct due_item *a, *b = &l->items[i];

	if (i == 0)
		return false;
	a = b - 1;
	return a->due == b->due && strcmp(a->id, b->id) == 0 &&
	    a->member == NULL && b->member == NULL && b->past_len == 0 &&
	    strcmp(a->owner == NULL ? "" : a->owner,
	    b->owner == NULL ? "" : b->owner) == 0;
}

static const char *
times(const struct run *r, const struct due_item *it)
{
	date_day first;

	if (it->past_len == 0 || !date_parse(it->past[0].was, &first))
		return "";
	return arena_printf(r->arena, pick(r, " · moved %zu time%s, %d days",
	    " · 延期 %zu 回%s、計 %d 日"), it->past_len, it->past_len == 1 ||
	    r->opt.lang != LANG_EN ? "" : "s", it->due - first);
}

/* The obligations i and those behind it that go together with it. */
static void
line(const struct due_list *l, size_t i, struct buf *out)
{
	const struct run *r = l->run;
	const struct due_item *it = &l->items[i];
	int days = it->due - r->asof;
	const char *s;
	size_t at, title;

	buf_addf(out, "  %s  ", it->due_text);
	if (r->opt.color)
		buf_adds(out, days < 0 ? "\033[31m" : "\033[36m");
	s = arena_printf(r->arena, days < -1 ? pick(r, "%4d days late",
	    "%4d日超過") : days == -1 ? pick(r, "%4d day late ", "%4d日超過") :
	    days == 1 ? pick(r, "%4d day left ", "あと%4d日") :
	    pick(r, "%4d days left", "あと%4d日"), abs(days));
	buf_adds(out, s);
	if (r->opt.color)
		buf_adds(out, "\033[0m");
	at = 14 + width_of(s, strlen(s));
	buf_addf(out, "  %-9s ", it->id);
	title = at + 12;
	if (strlen(it->id) > 9)
		title = at + 3 + strlen(it->id);
	term_wrap(out, it->title, title, at + 12);
	buf_addf(out, "\n%*s", (int)at + 2, "");
	s = owed(r, it);
	for (size_t n = i + 1; n < l->len && together(l, n); n++)
		s = arena_printf(r->arena, pick(r, "%s, %s", "%s、%s"), s,
		    due_word(r, &l->items[n]));
	term_wrap(out, arena_printf(r->arena, "%s%s%s%s", s,
	    it->owner == NULL ? "" : " · ", it->owner == NULL ? "" :
	    it->owner_name != NULL ? it->owner_name : it->owner,
	    times(r, it)), at + 2, at + 2);
	buf_addc(out, '\n');
}

static const char *
late_words(const struct run *r, const struct due_past *p)
{
	const char *s = abs(p->late) == 1 && r->opt.lang == LANG_EN ? "" : "s";

	return p->moved == DATE_NONE ? "" : arena_printf(r->arena,
	    p->late > 0 ? pick(r, ", %d day%s after it had passed",
	    "（%d日超過後）") : p->late < 0 ? pick(r, ", %d day%s ahead",
	    "（%d日前）") : pick(r, ", on the day", "（当日）"),
	    abs(p->late), s);
}

static void
ledger(const struct run *r, const struct due_item *it, struct buf *out)
{
	char day[11];

	buf_addf(out, "  %s  ", it->id);
	put(out, arena_printf(r->arena, "%s%s%s%s", it->title,
	    it->member == NULL ? "" : " · ", it->member == NULL ? "" :
	    owed(r, it), times(r, it)), 4 + strlen(it->id));
	buf_addc(out, '\n');
	for (size_t i = 0; i < it->past_len; i++) {
		const struct due_past *p = &it->past[i];

		buf_adds(out, "    ");
		term_wrap(out, arena_printf(r->arena, pick(r,
		    "%s → %s: moved on %s%s, by %s%s%s: %s",
		    "%s → %s：%s に変更%s、%s%s%s。%s"), p->was,
		    p->then, date_print(p->moved, day), late_words(r, p), p->by,
		    p->approved_by == NULL ? "" : pick(r, ", approved by ",
		    "、承認 "), p->approved_by == NULL ? "" : p->approved_by,
		    p->reason), 4, 6);
		buf_addc(out, '\n');
	}
}

static void
head(const struct run *r, struct buf *out, const char *title, size_t n)
{
	buf_addf(out, "%s%s%s: %zu\n", r->opt.color ? "\033[1m" : "", title,
	    r->opt.color ? "\033[0m" : "", n);
}

static void
section(const struct due_list *l, bool late, struct buf *out)
{
	const struct run *r = l->run;
	size_t n = 0;

	for (size_t i = 0; i < l->len; i++)
		n += (l->items[i].due < r->asof) == late && !together(l, i);
	head(r, out, late ? pick(r, "Overdue", "期限超過") :
	    pick(r, "Falls due", "これからの期限"), n);
	for (size_t i = 0; i < l->len; i++)
		if ((l->items[i].due < r->asof) == late && !together(l, i))
			line(l, i, out);
	buf_addc(out, '\n');
}

static void
slipped(const struct due_list *l, struct buf *out)
{
	const struct run *r = l->run;
	size_t n = 0;

	for (size_t i = 0; i < l->len; i++)
		n += l->items[i].past_len > 0;
	if (r->timelines == NULL || !r->timelines->whole)
		buf_addf(out, "%s\n", pick(r,
		    "Slipped: unknown, history was not read whole.",
		    "延期: 不明（履歴が完全に読めていません）。"));
	else
		head(r, out, pick(r, "Slipped", "延期されたもの"), n);
	for (size_t i = 0; i < l->len; i++)
		if (l->items[i].past_len > 0)
			ledger(r, &l->items[i], out);
	buf_addc(out, '\n');
}

static void
forecast(const struct due_list *l, struct buf *out)
{
	const struct run *r = l->run;
	char day[11];

	buf_addf(out, "%s%s%s\n", r->opt.color ? "\033[1m" : "", pick(r,
	    "What time alone will turn red", "何もしなければ生じる指摘"),
	    r->opt.color ? "\033[0m" : "");
	if (l->ahead_len == 0)
		buf_addf(out, "  %s\n", pick(r, "(nothing is asked for: "
		    "--within 14d or more)", "（--within 14d 以上で表示）"));
	for (size_t i = 0; i < l->ahead_len; i++) {
		const struct due_ahead *a = &l->ahead[i];
		size_t most = r->opt.verbose ? a->len : BRIEF;

		buf_addf(out, pick(r, "  by %s (%d days), as it will read "
		    "then: %zu\n", "  %s まで（%d 日、その時点の文面）: %zu 件\n"),
		    date_print(r->asof + a->days, day), a->days, a->len);
		for (size_t n = 0; n < a->len && n < most; n++) {
			const struct diag *d = a->list[n];

			buf_adds(out, "    ");
			term_wrap(out, arena_printf(r->arena, "%s: %s [%s]",
			    diag_level_name(d->level, r->opt.lang),
			    d->message[r->opt.lang], d->head->code), 4, 6);
			buf_addc(out, '\n');
		}
		if (a->len > most)
			buf_addf(out, pick(r, "    … %zu more (-v shows "
			    "them)\n", "    … ほか %zu 件（-v で表示）\n"),
			    a->len - most);
	}
}

/* Where nothing can fall due yet, zeros alone would read as all is done. */
static void
nothing_yet(const struct due_list *l, struct buf *out)
{
	if (l->dated)
		return;
	term_wrap(out, pick(l->run, "No record says yet when anything is due, "
	    "so nothing can be overdue: `ismsc check` tells what is missing.",
	    "期限のある記録がまだないため、期限超過もありません。何が足りないかは "
	    "`ismsc check` で確認できます。"), 0, 0);
	buf_adds(out, "\n\n");
}

void
due_text(const struct due_list *l, struct buf *out)
{
	nothing_yet(l, out);
	section(l, true, out);
	slipped(l, out);
	section(l, false, out);
	forecast(l, out);
}

/* ---- CSV ---- */

static const char *
past_cell(const struct run *r, const struct due_item *it)
{
	const char *s = "";
	char day[11];

	for (size_t i = 0; i < it->past_len; i++) {
		const struct due_past *p = &it->past[i];

		s = arena_printf(r->arena, "%s%s%s → %s, %s, %d, %s%s%s, %s",
		    s, i == 0 ? "" : "\n", p->was, p->then,
		    p->moved == DATE_NONE ? "" : date_print(p->moved, day),
		    p->late, p->by, p->approved_by == NULL ? "" : " / ",
		    p->approved_by == NULL ? "" : p->approved_by, p->reason);
	}
	return s;
}

static const char *
earlier(const struct run *r, const struct due_item *it)
{
	const char *s = "";

	for (size_t i = 0; i < it->past_len; i++)
		s = arena_printf(r->arena, "%s%s%s", s, i == 0 ? "" : " ",
		    it->past[i].was);
	return s;
}

void
due_csv(const struct due_list *l, struct buf *out)
{
	static const char *const heads[] = { "due", "days", "id", "title",
	    "what", "owner", "moved", "earlier", "ledger" };
	const struct run *r = l->run;

	csv_begin(out);
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		csv_cell(out, heads[i], i, false);
	csv_end(out);
	for (size_t i = 0; i < l->len; i++) {
		const struct due_item *it = &l->items[i];

		csv_cell(out, it->due_text, 0, false);
		csv_cell(out, arena_printf(r->arena, "%d",
		    it->due - r->asof), 1, true);
		csv_cell(out, it->id, 2, false);
		csv_cell(out, it->title, 3, false);
		csv_cell(out, due_word(r, it), 4, false);
		csv_cell(out, it->owner == NULL ? "" : it->owner, 5, false);
		csv_cell(out, arena_printf(r->arena, "%zu", it->past_len), 6,
		    false);
		csv_cell(out, earlier(r, it), 7, false);
		csv_cell(out, past_cell(r, it), 8, false);
		csv_end(out);
	}
}

/* ---- JSON ---- */

static struct json *
past_json(const struct due_past *p)
{
	struct json *j = json_new_object();
	char day[11];

	json_set_str(j, "was", p->was);
	json_set_str(j, "then", p->then);
	json_set_str(j, "moved_on", p->moved == DATE_NONE ? NULL :
	    date_print(p->moved, day));
	json_set_int(j, "late", p->late);
	json_set_str(j, "by", p->by);
	json_set_str(j, "approved_by", p->approved_by);
	json_set_str(j, "reason", p->reason);
	json_set_str(j, "commit", p->commit);
	return j;
}

static struct json *
item_json(const struct run *r, const struct due_item *it)
{
	struct json *j = json_new_object(), *past = json_new_array();
	struct json *moves = json_new_array();

	json_set_str(j, "due", it->due_text);
	json_set_int(j, "days", it->due - r->asof);
	json_set(j, "overdue", json_new_bool(it->due < r->asof));
	json_set_str(j, "id", it->id);
	json_set_str(j, "title", it->title);
	json_set_str(j, "field", it->field);
	json_set_str(j, "what", it->what);
	if (it->member != NULL)
		json_set_str(j, "member", it->member);
	json_set_str(j, "owner", it->owner);
	for (size_t n = 0; n < it->past_len; n++) {
		json_add(past, json_new_str(it->past[n].was));
		json_add(moves, past_json(&it->past[n]));
	}
	json_set(j, "earlier", past);
	json_set(j, "ledger", moves);
	return j;
}

static struct json *
ahead_json(const struct run *r, const struct due_ahead *a)
{
	struct json *j = json_new_object(), *list = json_new_array(), *d;
	char day[11];

	json_set_int(j, "days", a->days);
	json_set_str(j, "by", date_print(r->asof + a->days, day));
	for (size_t i = 0; i < a->len; i++) {
		d = json_new_object();
		json_set_str(d, "code", a->list[i]->head->code);
		json_set_str(d, "severity",
		    diag_level_name(a->list[i]->level, LANG_EN));
		json_set_str(d, "record", a->list[i]->record);
		json_set_str(d, "message", a->list[i]->message[r->opt.lang]);
		json_add(list, d);
	}
	json_set(j, "findings", list);
	return j;
}

void
due_json(const struct due_list *l, struct buf *out)
{
	const struct run *r = l->run;
	struct json *top = json_new_object(), *list = json_new_array();
	struct json *ahead = json_new_array();

	json_set_str(top, "as_of", r->asof_text);
	for (size_t i = 0; i < l->len; i++)
		json_add(list, item_json(r, &l->items[i]));
	json_set(top, "due", list);
	json_set(top, "slips_known", json_new_bool(r->timelines != NULL &&
	    r->timelines->whole));
	for (size_t i = 0; i < l->ahead_len; i++)
		json_add(ahead, ahead_json(r, &l->ahead[i]));
	json_set(top, "forecast", ahead);
	json_dump(top, out);
}

/* ---- calendar ---- */

static const char *
description(const struct run *r, const struct due_item *it)
{
	const char *s = it->owner == NULL ? "" : it->owner_name != NULL ?
	    it->owner_name : it->owner, *moves = "";

	for (size_t i = 0; i < it->past_len; i++)
		moves = arena_printf(r->arena, "%s%s → ", moves,
		    it->past[i].was);
	if (*moves != '\0')
		s = arena_printf(r->arena, "%s\n%s%s", s, moves,
		    it->due_text);
	return *s == '\0' ? NULL : s;
}

/* Members of one name are told apart by their order. */
static const char *
uid(const struct due_list *l, const struct due_item *it)
{
	size_t n = strcspn(it->field, "["), same = 0;

	for (const struct due_item *o = l->items; it->member != NULL &&
	    o < it; o++)
		same += o->member != NULL && strcmp(o->id, it->id) == 0 &&
		    strncmp(o->field, it->field, n + 1) == 0 &&
		    strcmp(o->member, it->member) == 0;
	return calendar_uid(l->run->arena, it->id, it->field, it->member,
	    same);
}

void
due_ics(const struct due_list *l, struct buf *out)
{
	const struct run *r = l->run;
	const struct record *who = r->opt.owner == NULL ? NULL :
	    model_find(r->model, r->opt.owner);
	const char *name = r->config->name[r->opt.lang];
	int64_t stamp = (int64_t)r->asof * 86400;

	/* The moment of the data, not of the clock. */
	if (r->repo != NULL && r->commit[0] != '\0')
		repo_commit_time(r->repo, r->commit, &stamp);
	ics_begin(out, arena_printf(r->arena, who == NULL ? "ISMS %s" :
	    "ISMS %s: %s", name, who == NULL ? "" :
	    record_title(who, r->opt.lang)));
	for (size_t i = 0; i < l->len; i++) {
		const struct due_item *it = &l->items[i];
		struct ics_event e = { .day = it->due, .stamp = stamp,
		    .modified = it->modified, .sequence = it->changes,
		    .category = due_word(r, it),
		    .description = description(r, it) };

		e.uid = uid(l, it);
		e.summary = arena_printf(r->arena, pick(r, "%s %s (%s)",
		    "%s %s（%s）"), it->id, it->title, owed(r, it));
		ics_event(out, &e);
	}
	ics_end(out);
}
