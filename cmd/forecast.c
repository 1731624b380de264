#include <string.h>

#include "base/arena.h"
#include "cmd/due.h"
#include "cmd/run.h"
#include "model/model.h"

/*
 * The forecast asks the rules themselves: what they find on a later day and
 * do not find on the one before is what time alone does.
 */

static const char *
owner_of(const struct due_list *l, const char *id)
{
	const struct record *r = model_find(l->run->model, id);

	for (size_t i = 0; i < l->len; i++)
		if (strcmp(l->items[i].id, id) == 0)
			return l->items[i].owner;
	return r == NULL ? NULL : record_str(r, "owner");
}

static bool
wanted(const struct due_list *l, const struct diag *d)
{
	const char *owner;

	if (d->waived != NULL || d->level == DIAG_OFF)
		return false;
	if (l->run->opt.owner == NULL)
		return true;
	owner = d->record == NULL ? NULL : owner_of(l, d->record);
	return owner != NULL && strcmp(owner, l->run->opt.owner) == 0;
}

/* The worst come first; a note is not red. */
static void
take(const struct due_list *l, struct due_ahead *a, const struct diags *news,
    enum diag_level level)
{
	for (size_t i = 0; i < diags_len(news); i++) {
		const struct diag *d = diags_at(news, i);

		if (d->level != level || !wanted(l, d))
			continue;
		a->list = arena_grow(l->run->arena, a->list, a->len,
		    sizeof(*a->list));
		a->list[a->len++] = d;
	}
}

void
due_forecast(struct due_list *l)
{
	static const int steps[] = { 14, 30, 60, 90 };
	struct run *r = l->run;
	const struct diags *before = r->diags;
	struct diags *now, *news;
	struct diag_delta delta;
	struct due_ahead *a;

	l->ahead = arena_alloc(r->arena, 4 * sizeof(*l->ahead));
	for (size_t i = 0; i < 4 && r->asof + steps[i] <= l->until; i++) {
		now = judge_on(r, r->asof + steps[i]);
		news = diags_copy(r->arena, now);
		diags_compare(news, before, NULL, &delta);
		a = &l->ahead[l->ahead_len++];
		a->days = steps[i];
		for (int level = DIAG_ERROR; level > DIAG_NOTE; level--)
			take(l, a, news, (enum diag_level)level);
		before = now;
	}
}
