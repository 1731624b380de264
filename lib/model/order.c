#include <string.h>

#include "base/date.h"
#include "load/yaml.h"
#include "model/build.h"
#include "model/kind.h"
#include "model/model.h"

#define DATES_MAX	16

struct day {
	const char		*path;
	const struct yaml	*value;
	date_day		 day;
	size_t			 best, from;	/* longest run that ends here */
	bool			 good;
};

/*
 * Which days stand in order: the longest run that never falls, so that one
 * mistyped year is one finding and not one for each of its neighbours.
 */
static void
mark_good(struct day *days, size_t n)
{
	size_t i, j, end = 0;

	for (i = 0; i < n; i++) {
		days[i].best = 1;
		days[i].from = i;
		for (j = 0; j < i; j++)
			if (days[j].day <= days[i].day &&
			    days[j].best >= days[i].best) {
				days[i].best = days[j].best + 1;
				days[i].from = j;
			}
		if (days[i].best > days[end].best)
			end = i;
	}
	for (i = end;; i = days[i].from) {
		days[i].good = true;
		if (days[i].from == i)
			break;
	}
}

/* Values of one record that were told, in this order or another. */
struct told {
	const struct yaml	*list[DATES_MAX];
	size_t			 len;
};

static bool
tell(struct told *told, const struct yaml *y)
{
	for (size_t i = 0; i < told->len; i++)
		if (told->list[i] == y)
			return false;
	if (told->len < DATES_MAX)
		told->list[told->len++] = y;
	return true;
}

static void
report(struct build *b, const struct record *r, const struct day *days,
    size_t n, size_t i)
{
	const struct day *x = &days[i], *other = NULL, *early, *late;
	struct diag *d;
	size_t j;

	/* The nearest good one that it contradicts. */
	for (j = i; j-- > 0 && other == NULL;)
		if (days[j].good && days[j].day > x->day)
			other = &days[j];
	for (j = i + 1; j < n && other == NULL; j++)
		if (days[j].good && days[j].day < x->day)
			other = &days[j];
	if (other == NULL)
		return;
	early = x->day < other->day ? x : other;
	late = early == x ? other : x;
	d = diag_add(b->diags, D_DATE_ORDER, x->value->at, r->id, "early",
	    early->path, "early_day", early->value->s, "late", late->path,
	    "late_day", late->value->s, NULL);
	d->also = other->value->at;
	d->also_says[LANG_EN] = "the other date";
	d->also_says[LANG_JA] = "もう一方の日付";
	d->also_says[LANG_FILE] = lang_own("the other date");
}

void
build_order(struct build *b, const struct record *r)
{
	struct day days[DATES_MAX];
	const struct yaml *y;
	struct told told = { .len = 0 };
	const char **paths;
	size_t n, i, k;

	for (k = 0; k < r->kind->date_len; k++) {
		paths = r->kind->dates[k];
		memset(days, 0, sizeof(days));
		for (i = n = 0; paths[i] != NULL && n < DATES_MAX; i++) {
			y = record_get(r, paths[i]);
			if (y == NULL || y->type != YAML_SCALAR ||
			    !date_parse(y->s, &days[n].day))
				continue;
			days[n].path = paths[i];
			days[n++].value = y;
		}
		if (n < 2)
			continue;
		mark_good(days, n);
		for (i = 0; i < n; i++)
			if (!days[i].good && tell(&told, days[i].value))
				report(b, r, days, n, i);
	}
}
