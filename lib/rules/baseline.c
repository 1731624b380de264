#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "load/load.h"
#include "load/source.h"
#include "load/yaml.h"
#include "rules/baseline.h"
#include "rules/rules.h"
#include "store/store.h"

/* Equal findings of a record and field count; each is held once. */
struct held {
	long		 count;
	long		 used;
};

struct item {
	const char	*key;
	const struct diag *diag;
	size_t		 count;
};

static void
wrong(struct diags *ds, const struct yaml *y, const char *key,
    const char *want)
{
	diag_add(ds, D_BASELINE_BAD, y->at, NULL, "key", key, "want", want,
	    NULL);
}

static const char *
text(struct diags *ds, const struct yaml *map, const char *key)
{
	const struct yaml *y = yaml_get(map, key);

	if (y != NULL && y->type == YAML_SCALAR && *y->s != '\0')
		return y->s;
	wrong(ds, y != NULL ? y : map, key, "text");
	return NULL;
}

static const char *
or_empty(const char *s)
{
	return s == NULL ? "" : s;
}

static void
read_item(struct arena *a, struct diags *ds, struct baseline *b,
    const struct yaml *y)
{
	const char *code = text(ds, y, "code"), *record, *what, *count, *key;
	struct held *h;
	long n;

	if (code == NULL)
		return;
	if ((record = yaml_str(y, "record")) == NULL)
		record = or_empty(yaml_str(y, "path"));
	if ((what = yaml_str(y, "field")) == NULL)
		what = or_empty(yaml_str(y, "says"));
	key = arena_printf(a, "%s\n%s\n%s", code, record, what);
	if ((h = map_get(b->items, key)) == NULL) {
		h = arena_alloc(a, sizeof(*h));
		map_put(b->items, key, h);
	}
	count = yaml_str(y, "count");
	n = count != NULL && atol(count) > 0 ? atol(count) : 1;
	h->count += n;
	b->len += (size_t)n;
}

struct baseline *
baseline_read(struct arena *a, struct diags *ds, struct source *s)
{
	const struct entry *e = source_find(s, BASELINE_FILE);
	const struct yaml *y, *list, *m;
	struct baseline *b;
	size_t before = diags_len(ds);

	if (e == NULL || e->type != ENTRY_FILE ||
	    (y = load_yaml(a, ds, s, e)) == NULL)
		return NULL;
	b = arena_alloc(a, sizeof(*b));
	b->items = map_new(a);
	b->reason = text(ds, y, "reason");
	b->until = text(ds, y, "expires");
	if (b->until != NULL) {
		b->at = yaml_get(y, "expires")->at;
		if (!date_parse(b->until, &b->expires))
			wrong(ds, yaml_get(y, "expires"), "expires",
			    "YYYY-MM-DD");
	}
	list = yaml_get(y, "findings");
	if (list != NULL && list->type != YAML_LIST)
		wrong(ds, list, "findings", "- {code: ..., record: ...}");
	for (m = list == NULL ? NULL : list->first; m != NULL; m = m->next)
		if (m->type == YAML_MAP)
			read_item(a, ds, b, m);
		else
			wrong(ds, m, "findings", "- {code: ..., record: ...}");
	/* Half a baseline would hold back one knows not what. */
	return diags_len(ds) > before ? NULL : b;
}

/* What nobody may hold back: the program's word on its own settings. */
static bool
may_hold(const struct ruleset *set, const struct standard *std,
    const struct diag *d)
{
	return d->level != DIAG_OFF && d->waived == NULL &&
	    strncmp(d->head->code, "CFG-", 4) != 0 &&
	    strncmp(d->head->code, "BSL-", 4) != 0 &&
	    strncmp(d->head->code, "RULE-", 5) != 0 &&
	    rules_waivable(set, std, d->head->code);
}

void
baseline_hold(struct arena *a, struct diags *ds, const struct baseline *b,
    const struct ruleset *set, const struct standard *std, date_day asof)
{
	struct diag *d;
	struct held *h;

	if (b->expires < asof) {
		diag_add(ds, D_BASELINE_OVER, b->at, NULL, "day", b->until,
		    "count", arena_printf(a, "%zu", b->len), NULL);
		return;
	}
	for (size_t i = 0; i < map_len(b->items); i++) {
		h = map_at(b->items, i)->value;
		h->used = 0;
	}
	for (size_t i = 0; i < diags_len(ds); i++) {
		d = diags_at(ds, i);
		if (!may_hold(set, std, d) ||
		    (h = map_get(b->items, diag_key(a, d))) == NULL ||
		    h->used == h->count)
			continue;
		h->used++;
		d->held = true;
		d->waived = BASELINE_FILE;
	}
}

/* A note when a commit that changed the file says who agreed. */
static void
consent(struct arena *a, struct store *s, struct diag *d)
{
	const char *error, *by, *why;
	struct query *q = query_open(s, "SELECT by, reason FROM agreed WHERE "
	    "path = '" BASELINE_FILE "' AND person IS NOT NULL "
	    "AND reason IS NOT NULL", QUERY_OURS, &error);

	if (q != NULL && query_step(q) == 1) {
		by = query_get(q, "by");
		why = query_get(q, "reason");
		d->level = DIAG_NOTE;
		d->help[LANG_EN] = arena_printf(a, "approved by %s: %s", by,
		    why);
		d->help[LANG_JA] = arena_printf(a, "承認者: %s、理由: %s", by,
		    why);
		d->help[LANG_FILE] = arena_printf(a,
		    lang_own("approved by %s: %s"), by, why);
	}
	query_close(q);
}

void
baseline_grown(struct arena *a, struct diags *ds,
    const struct baseline *from, const struct baseline *to, struct store *s)
{
	struct pos whole = { BASELINE_FILE, 1, 0, 0 };
	const struct held *h, *old;
	const char *key;

	if (to == NULL)
		return;
	if (from != NULL && to->expires > from->expires)
		consent(a, s, diag_add(ds, D_GATE_LONGER, to->at, NULL,
		    "from", from->until, "to", to->until, NULL));
	for (size_t i = 0; i < map_len(to->items); i++) {
		key = map_at(to->items, i)->key;
		h = map_at(to->items, i)->value;
		old = from == NULL ? NULL : map_get(from->items, key);
		if (old != NULL && old->count >= h->count)
			continue;
		/* One is enough to send it to somebody who may decide. */
		consent(a, s, diag_add(ds, D_GATE_BASELINE, whole, NULL,
		    NULL));
		return;
	}
}

/* A scalar in double quotes, whatever it holds. */
static void
quoted(struct buf *b, const char *s)
{
	buf_addc(b, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_addc(b, '\\');
		if (*s == '\n')
			buf_adds(b, "\\n");
		else if ((unsigned char)*s >= ' ')
			buf_addc(b, *s);
	}
	buf_addc(b, '"');
}

static void
write_item(struct arena *a, const struct item *it, struct buf *b)
{
	const struct diag *d = it->diag;
	const char *record = strchr(it->key, '\n') + 1;
	const char *what = strchr(record, '\n');
	size_t n = (size_t)(what - record);

	buf_addf(b, "  - {code: %s", d->head->code);
	if (n > 0) {
		buf_addf(b, ", %s: ", d->record != NULL ? "record" : "path");
		quoted(b, arena_dup(a, record, n));
	}
	if (what[1] != '\0') {
		buf_addf(b, ", %s: ", d->field != NULL ? "field" : "says");
		quoted(b, what + 1);
	}
	if (it->count > 1)
		buf_addf(b, ", count: %zu", it->count);
	buf_adds(b, "}\n");
}

static int
by_key(const void *x, const void *y)
{
	const struct item *a = x, *b = y;

	return strcmp(a->key, b->key);
}

void
baseline_write(struct arena *a, const struct diags *ds,
    const struct ruleset *set, const struct standard *std,
    struct baseline_plan *plan, struct buf *out)
{
	struct item *list = arena_alloc(a, (diags_len(ds) + 1) *
	    sizeof(*list));
	size_t n = 0, i;

	plan->kept = plan->never = 0;
	for (i = 0; i < diags_len(ds); i++) {
		const struct diag *d = diags_at(ds, i);

		if (d->waived != NULL || d->level == DIAG_OFF)
			continue;
		if (!may_hold(set, std, d)) {
			plan->never++;
			continue;
		}
		plan->kept++;
		list[n++] = (struct item){ diag_key(a, d), d, 1 };
	}
	qsort(list, n, sizeof(*list), by_key);
	buf_adds(out, "# Findings held back by ismsc until a day.  Written by "
	    "ismsc baseline; take out\n# what is mended, and add nothing by "
	    "hand.\nreason: ");
	quoted(out, plan->reason);
	buf_addf(out, "\nexpires: %s\nfindings:\n", plan->until);
	for (i = 0; i < n;) {
		struct item it = list[i++];

		for (; i < n && strcmp(list[i].key, it.key) == 0; i++)
			it.count++;
		write_item(a, &it, out);
	}
	if (n == 0)
		buf_adds(out, "  []\n");
}
