#include <string.h>

#include "base/arena.h"
#include "base/near.h"
#include "load/yaml.h"
#include "model/id.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "rules/rules.h"
#include "rules/waiver.h"
#include "store/store.h"

#define DIGITS_OF_RULE	2	/* ids of records have more */
#define LENGTH_OF_CODE	32	/* longer ones, in bytes, are sentences */

/* Which kind and fields waivers are, by the standard; NULL: it knows none. */
static const struct yaml *
meaning(const struct model *m)
{
	return yaml_get(yaml_get(m->standard->about, "meaning"), "waiver");
}

/* The ids of the waivers in force: approved, in their state, not expired. */
static struct query *
open_waivers(struct arena *a, const struct model *m, struct store *store)
{
	const struct yaml *w = meaning(m);
	const char *error;

	return w == NULL ? NULL : query_open(store, arena_printf(a,
	    "SELECT id FROM \"%s\" WHERE status = '%s' "
	    "AND \"%s\" IS NOT NULL AND \"%s\" >= asof()",
	    yaml_str(w, "kind"), yaml_str(w, "state"), yaml_str(w, "by"),
	    yaml_str(w, "expires")), QUERY_OURS, &error);
}

/* Whether the value at a key of the meaning names the word: a list or one. */
static bool
names(const struct model *m, const struct record *r, const char *key,
    const char *word)
{
	const struct yaml *all = record_get(r, yaml_str(meaning(m), key)),
	    *y = NULL;

	while ((y = yaml_item(all, y)) != NULL)
		if (y->type == YAML_SCALAR && strcmp(y->s, word) == 0)
			return true;
	return false;
}

/* The next of them as a record; NULL behind the last. */
static const struct record *
next(const struct model *m, struct query *q)
{
	const char *id = NULL;
	const struct record *r = NULL;

	while (q != NULL && r == NULL && query_step(q) == 1)
		if ((id = query_get(q, "id")) != NULL)
			r = model_find(m, id);
	return r;
}

void
waivers_apply(struct arena *a, struct diags *ds, const struct ruleset *set,
    const struct model *m, struct store *store)
{
	struct query *q = open_waivers(a, m, store);
	const struct record *r;

	while ((r = next(m, q)) != NULL)
		for (size_t i = 0; i < diags_len(ds); i++) {
			struct diag *d = diags_at(ds, i);

			if (d->record != NULL && d->waived == NULL &&
			    names(m, r, "codes", d->head->code) &&
			    names(m, r, "records", d->record) &&
			    rules_waivable(set, m->standard, d->head->code))
				d->waived = r->id;
		}
	query_close(q);
}

bool
rules_waived(struct arena *a, const struct ruleset *set,
    const struct model *m, struct store *store, const char *code,
    const char *record)
{
	struct query *q = open_waivers(a, m, store);
	const struct record *r;
	bool found = false;

	while (!found && (r = next(m, q)) != NULL)
		found = names(m, r, "codes", code) &&
		    names(m, r, "records", record);
	query_close(q);
	return found && rules_waivable(set, m->standard, code);
}

/* ---- what they name ---- */

/*
 * As codes and ids are written: letters, a hyphen, digits; or by the pattern
 * of a kind.
 */
static bool
is_code(const struct model *m, const char *s)
{
	size_t n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	if (n > 1 && s[n] == '-' && s[n + 1] != '\0' &&
	    strspn(s + n + 1, "0123456789") == strlen(s + n + 1))
		return true;
	for (size_t i = 0; i < m->kind_len; i++)
		if (id_fits(m->kinds[i], s))
			return true;
	return false;
}

/*
 * The rule or record that a word means which is none of them, but for case,
 * width and zeros in front; NULL for any other word.
 */
static const char *
meant(struct arena *a, const struct ruleset *set, const struct model *m,
    const char *word)
{
	const char *key = id_key(a, word);

	for (size_t i = 0; i < set->len; i++)
		if (strcmp(id_key(a, set->rules[i].head.code), key) == 0)
			return set->rules[i].head.code;
	for (size_t i = 0; i < m->len; i++)
		if (strcmp(id_key(a, m->records[i]->id), key) == 0)
			return m->records[i]->id;
	return NULL;
}

static void
unknown(struct diags *ds, const struct ruleset *set, const struct model *m,
    const struct record *r, const struct yaml *y)
{
	struct near near = { .word = y->s };
	const char *digits = strchr(y->s, '-');
	bool rule = digits != NULL && strlen(digits) <= DIGITS_OF_RULE + 1;

	for (size_t i = 0; rule && i < set->len; i++)
		near_offer(&near, set->rules[i].head.code);
	for (size_t i = 0; !rule && i < m->len; i++)
		near_offer(&near, m->records[i]->id);
	diag_add(ds, near.best != NULL ? D_WAIVES_NEAR : D_WAIVES_UNKNOWN,
	    y->at, r->id, "code", y->s, "near", near.best, NULL);
}

/* A value that is no code: said when one was meant, else left as words. */
static void
misspelt(struct arena *a, struct diags *ds, const struct ruleset *set,
    const struct model *m, const struct record *r, const struct yaml *y)
{
	const char *near;

	if (strlen(y->s) <= LENGTH_OF_CODE &&
	    (near = meant(a, set, m, y->s)) != NULL)
		diag_add(ds, D_WAIVES_NEAR, y->at, r->id, "code", y->s,
		    "near", near, NULL);
}

/* One waiver: each of its codes, and whether it names a record for them. */
static void
look(struct arena *a, struct diags *ds, const struct ruleset *set,
    const struct model *m, const struct record *r)
{
	const char *records = yaml_str(meaning(m), "records");
	const struct yaml *y = NULL, *rule = NULL,
	    *codes = record_get(r, yaml_str(meaning(m), "codes"));

	while ((y = yaml_item(codes, y)) != NULL) {
		if (y->type != YAML_SCALAR)
			continue;
		if (!is_code(m, y->s))
			misspelt(a, ds, set, m, r, y);
		else if (!rules_known(set, m->config, y->s)) {
			if (model_find(m, y->s) == NULL)
				unknown(ds, set, m, r, y);
		} else if (!rules_waivable(set, m->standard, y->s))
			diag_add(ds, D_WAIVES_FIXED, y->at, r->id,
			    "code", y->s, "id", r->id, NULL);
		else
			rule = y;
	}
	y = yaml_item(record_get(r, records), NULL);
	if (rule != NULL && (y == NULL ||
	    (y->type == YAML_SCALAR && *y->s == '\0')))
		diag_add(ds, D_WAIVES_NOTHING, rule->at, r->id, "code",
		    rule->s, "id", r->id, "field", records, NULL);
}

void
waivers_check(struct arena *a, struct diags *ds, const struct ruleset *set,
    const struct model *m)
{
	const struct yaml *w = meaning(m);
	const struct record *r;

	for (size_t i = 0; w != NULL && i < m->len; i++) {
		r = m->records[i];
		if (r->live && strcmp(r->kind->name,
		    yaml_str(w, "kind")) == 0)
			look(a, ds, set, m, r);
	}
}
