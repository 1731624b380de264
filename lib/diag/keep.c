#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/rows.h"
#include "diag/inside.h"
#include "diag/keep.h"
#include "diag/text.h"

static const struct member head_row[] = {
	{ MEMBER_TEXT, offsetof(struct diag_head, code) },
	{ MEMBER_TEXT, offsetof(struct diag_head, clause) },
	{ MEMBER_TEXT, offsetof(struct diag_head, message[LANG_EN]) },
	{ MEMBER_TEXT, offsetof(struct diag_head, message[LANG_JA]) },
	{ MEMBER_MAYBE, offsetof(struct diag_head, help[LANG_EN]) },
	{ MEMBER_MAYBE, offsetof(struct diag_head, help[LANG_JA]) },
	{ MEMBER_MAYBE, offsetof(struct diag_head, message[LANG_FILE]) },
	{ MEMBER_MAYBE, offsetof(struct diag_head, help[LANG_FILE]) },
};

static const struct member diag_row[] = {
	{ MEMBER_MAYBE, offsetof(struct diag, record) },
	{ MEMBER_MAYBE, offsetof(struct diag, field) },
	{ MEMBER_TEXT, offsetof(struct diag, message[LANG_EN]) },
	{ MEMBER_TEXT, offsetof(struct diag, message[LANG_JA]) },
	{ MEMBER_MAYBE, offsetof(struct diag, help[LANG_EN]) },
	{ MEMBER_MAYBE, offsetof(struct diag, help[LANG_JA]) },
	{ MEMBER_MAYBE, offsetof(struct diag, message[LANG_FILE]) },
	{ MEMBER_MAYBE, offsetof(struct diag, help[LANG_FILE]) },
	{ MEMBER_MAYBE, offsetof(struct diag, also_says[LANG_EN]) },
	{ MEMBER_MAYBE, offsetof(struct diag, also_says[LANG_JA]) },
	{ MEMBER_MAYBE, offsetof(struct diag, also_says[LANG_FILE]) },
	{ MEMBER_MAYBE, offsetof(struct diag, waived) },
	{ MEMBER_BOOL, offsetof(struct diag, held) },
	{ MEMBER_MAYBE, offsetof(struct diag, same_as) },
	{ MEMBER_MAYBE, offsetof(struct diag, fix) },
};

static const struct member summary_row[] = {
	{ MEMBER_SIZE, offsetof(struct diag_summary, files) },
	{ MEMBER_SIZE, offsetof(struct diag_summary, records) },
	{ MEMBER_SIZE, offsetof(struct diag_summary, links) },
	{ MEMBER_SIZE, offsetof(struct diag_summary, commits) },
	{ MEMBER_SIZE, offsetof(struct diag_summary, rules) },
	{ MEMBER_TEXT, offsetof(struct diag_summary, asof) },
	{ MEMBER_TEXT, offsetof(struct diag_summary, commit) },
	{ MEMBER_TEXT, offsetof(struct diag_summary, profile) },
	{ MEMBER_MAYBE, offsetof(struct diag_summary, held_until) },
};

/*
 * A member that is added to one of them must be added above or below; roots,
 * news and before have done their part when findings are kept.
 */
#if UINTPTR_MAX == UINT64_MAX
_Static_assert(sizeof(struct diag_head) == 72, "head_row");
_Static_assert(sizeof(struct diag) == 208, "diag_row");
_Static_assert(sizeof(struct diag_summary) == 112, "summary_row");
#endif

#define COUNT(a)	(sizeof(a) / sizeof(*(a)))

/* ---- writing ---- */

struct keeper {
	const struct diags	*diags;
	struct rows		*rows;
	struct arena		*scratch;
	struct numbers		 heads;		/* 1 + their place */
	const struct diag_head	**head;
	size_t			 head_len;
	struct map		*lines;		/* path: struct wanted */
};

/* The lines of one text that are shown, some of them twice. */
struct wanted {
	unsigned	*lines;
	size_t		 len;
};

static void
want(struct keeper *k, const struct pos *at)
{
	struct wanted *w;
	size_t len, offset;

	if (at->path == NULL || diags_line(k->diags, at->path, at->line,
	    &len, &offset) == NULL)
		return;
	if ((w = map_get(k->lines, at->path)) == NULL) {
		w = arena_alloc(k->scratch, sizeof(*w));
		map_put(k->lines, at->path, w);
	}
	w->lines = arena_grow(k->scratch, w->lines, w->len,
	    sizeof(*w->lines));
	w->lines[w->len++] = at->line;
}

static int
by_number(const void *x, const void *y)
{
	const unsigned *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

/* In order, each once. */
static void
settle(struct wanted *w)
{
	size_t n = 0;

	qsort(w->lines, w->len, sizeof(*w->lines), by_number);
	for (size_t i = 0; i < w->len; i++)
		if (n == 0 || w->lines[i] != w->lines[n - 1])
			w->lines[n++] = w->lines[i];
	w->len = n;
}

static void
put_lines(struct keeper *k)
{
	const struct map_slot *slot;
	struct wanted *w;
	const char *s;
	size_t len, offset;

	rows_number(k->rows, map_len(k->lines));
	for (size_t i = 0; i < map_len(k->lines); i++) {
		slot = map_at(k->lines, i);
		settle(w = slot->value);
		rows_text(k->rows, slot->key);
		rows_number(k->rows, w->len);
		for (size_t n = 0; n < w->len; n++) {
			s = diags_line(k->diags, slot->key, w->lines[n],
			    &len, &offset);
			rows_number(k->rows, w->lines[n]);
			rows_number(k->rows, offset);
			rows_number(k->rows, len);
			rows_text(k->rows, arena_dup(k->scratch, s, len));
		}
	}
}

static void
put_pos(struct rows *r, const struct pos *at)
{
	rows_text(r, at->path);
	rows_number(r, at->line);
	rows_number(r, at->col);
	rows_number(r, at->end);
}

static void
put_heads(struct keeper *k)
{
	const struct diag_head *h;

	for (size_t i = 0; i < diags_len(k->diags); i++) {
		h = diags_at(k->diags, i)->head;
		if (numbers_get(&k->heads, h) != 0)
			continue;
		k->head = arena_grow(k->scratch, k->head, k->head_len,
		    sizeof(struct diag_head *));
		k->head[k->head_len++] = h;
		numbers_put(&k->heads, h, (uint32_t)k->head_len);
	}
	rows_number(k->rows, k->head_len);
	for (size_t i = 0; i < k->head_len; i++) {
		rows_number(k->rows, k->head[i]->level);
		rows_put(k->rows, head_row, COUNT(head_row), k->head[i]);
	}
}

static void
put_summary(struct keeper *k, const struct diag_summary *sum)
{
	const char *const *why;
	size_t n;

	rows_put(k->rows, summary_row, COUNT(summary_row), sum);
	for (int l = 0; l < LANG_COUNT; l++) {
		why = sum->not_judged[l];
		for (n = 0; why != NULL && why[n] != NULL; n++)
			;
		rows_number(k->rows, n);
		for (size_t i = 0; i < n; i++)
			rows_text(k->rows, why[i]);
	}
}

void
diags_keep(const struct diags *ds, const struct diag_summary *sum,
    struct rows *rows, struct arena *scratch)
{
	struct keeper k = { ds, rows, scratch, .lines = map_new(scratch) };
	const struct diag *d;

	numbers_new(&k.heads, scratch);
	put_summary(&k, sum);
	put_heads(&k);
	rows_number(rows, diags_len(ds));
	for (size_t i = 0; i < diags_len(ds); i++) {
		d = diags_at(ds, i);
		rows_number(rows, numbers_get(&k.heads, d->head) - 1);
		rows_number(rows, d->level);
		put_pos(rows, &d->at);
		put_pos(rows, &d->also);
		rows_put(rows, diag_row, COUNT(diag_row), d);
		want(&k, &d->at);
		want(&k, &d->also);
	}
	put_lines(&k);
}

/* ---- reading ---- */

static void
get_pos(struct cursor *c, struct pos *at)
{
	at->path = cursor_text(c, true);
	at->line = cursor_number(c);
	at->col = cursor_number(c);
	at->end = cursor_number(c);
}

static struct diag_head *
get_heads(struct arena *a, struct cursor *c, size_t *len)
{
	struct diag_head *list;

	*len = cursor_count(c, (COUNT(head_row) + 1) * 4);
	list = arena_alloc(a, *len * sizeof(*list));
	for (size_t i = 0; i < *len && !c->bad; i++) {
		list[i].level = (enum diag_level)cursor_below(c,
		    DIAG_ERROR + 1);
		cursor_get(c, head_row, COUNT(head_row), &list[i]);
	}
	return list;
}

static void
get_summary(struct arena *a, struct cursor *c, struct diag_summary *sum)
{
	const char **why;
	size_t n;

	memset(sum, 0, sizeof(*sum));
	cursor_get(c, summary_row, COUNT(summary_row), sum);
	for (int l = 0; l < LANG_COUNT; l++) {
		n = cursor_count(c, 4);
		why = arena_alloc(a, (n + 1) * sizeof(*why));
		for (size_t i = 0; i < n; i++)
			why[i] = cursor_text(c, false);
		sum->not_judged[l] = n == 0 ? NULL : why;
	}
}

/* The lines of one text; their bytes are trusted in nothing. */
static void
get_text(struct arena *a, struct cursor *c, struct map *texts)
{
	struct text *t = arena_alloc(a, sizeof(*t));
	const char *path = cursor_text(c, false);

	t->lone_len = cursor_count(c, 4 * 4);
	t->lone = arena_alloc(a, t->lone_len * sizeof(*t->lone));
	for (size_t i = 0; i < t->lone_len; i++) {
		t->lone[i].line = cursor_number(c);
		t->lone[i].offset = cursor_number(c);
		t->lone[i].len = cursor_number(c);
		t->lone[i].s = cursor_text(c, false);
		if (t->lone[i].len > strlen(t->lone[i].s) ||
		    (i > 0 && t->lone[i].line <= t->lone[i - 1].line))
			c->bad = true;
	}
	map_put(texts, path, t);
}

struct diags *
diags_take(struct arena *a, struct cursor *c, struct diag_summary *sum)
{
	struct diags *ds = diags_new(a);
	struct diag_head *heads;
	size_t head_len, n, at;
	struct diag *d;

	get_summary(a, c, sum);
	heads = get_heads(a, c, &head_len);
	ds->len = cursor_count(c, (COUNT(diag_row) + 10) * 4);
	ds->list = arena_alloc(a, ds->len * 2 * sizeof(*ds->list));
	for (size_t i = 0; i < ds->len && !c->bad; i++) {
		d = ds->list[i] = arena_alloc(a, sizeof(*d));
		at = cursor_below(c, head_len);
		d->head = &heads[at];
		d->level = (enum diag_level)cursor_below(c, DIAG_ERROR + 1);
		get_pos(c, &d->at);
		get_pos(c, &d->also);
		cursor_get(c, diag_row, COUNT(diag_row), d);
		if (d->held && sum->held_until == NULL)
			c->bad = true;
	}
	for (n = cursor_count(c, 2 * 4); n > 0 && !c->bad; n--)
		get_text(a, c, ds->texts);
	return c->bad ? NULL : ds;
}
