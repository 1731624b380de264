#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "load/yaml.h"
#include "model/model.h"
#include "model/standard.h"
#include "rules/rules.h"
#include "store/store.h"

/*
 * A change is judged by the configuration it meets; what it does to that
 * configuration is told apart from what it does to the ISMS.
 */

struct weak {
	struct arena		*arena;
	struct diags		*diags;
	const struct ruleset	*rules;
	const struct config	*from, *to;
	const struct standard	*standard;
	const struct model	*base;
	const char		*by, *why;	/* who agreed; NULL: nobody */
};

static const struct pos whole = { "isms.yaml", 1, 0, 0 };

static void
weaker(struct weak *w, enum diag_id id, struct pos at, const char *name,
    const char *const values[2])
{
	struct diag *d = diag_add(w->diags, id, at, NULL, "name", name,
	    "from", values[0], "to", values[1], NULL);

	if (w->by == NULL)
		return;
	d->level = DIAG_NOTE;
	d->help[LANG_EN] = arena_printf(w->arena, "approved by %s: %s",
	    w->by, w->why);
	d->help[LANG_JA] = arena_printf(w->arena, "承認者: %s、理由: %s", w->by,
	    w->why);
	d->help[LANG_FILE] = arena_printf(w->arena,
	    lang_own("approved by %s: %s"), w->by, w->why);
}

/* The commits that changed isms.yaml may say who agreed. */
static void
find_consent(struct weak *w, struct store *s)
{
	const char *error;
	struct query *q = query_open(s, "SELECT by, reason FROM agreed WHERE "
	    "path = 'isms.yaml' AND person IS NOT NULL AND reason IS NOT NULL",
	    QUERY_OURS, &error);

	if (q != NULL && query_step(q) == 1) {
		w->by = arena_str(w->arena, query_get(q, "by"));
		w->why = arena_str(w->arena, query_get(q, "reason"));
	}
	query_close(q);
}

/* ---- rules ---- */

static const struct rule_override *
find_override(const struct config *c, const char *code)
{
	for (size_t i = 0; i < c->override_len; i++)
		if (strcmp(c->overrides[i].code, code) == 0)
			return &c->overrides[i];
	return NULL;
}

static enum diag_level
level_of(const struct weak *w, const struct config *c, const char *code)
{
	const struct rule_override *o = find_override(c, code);
	const struct rule *r = rules_find(w->rules, code);
	const struct diag_head *head;

	if (o != NULL)
		return o->level;
	if (r != NULL)
		return r->head.level;
	for (int i = 0; i < D_COUNT; i++) {
		head = diag_head((enum diag_id)i);
		if (strcmp(head->code, code) == 0)
			return head->level;
	}
	return DIAG_ERROR;
}

static void
compare_level(struct weak *w, const char *code)
{
	enum diag_level from = level_of(w, w->from, code);
	enum diag_level to = level_of(w, w->to, code);
	const char *const values[2] = { diag_level_name(from, LANG_EN),
	    diag_level_name(to, LANG_EN) };
	const struct rule_override *o = find_override(w->to, code);
	const char *by = w->by, *why = w->why;

	if (to >= from)
		return;
	/* Whom the change itself brings along has no say in it. */
	if (o != NULL && o->approver != NULL &&
	    model_find(w->base, o->approver) != NULL) {
		w->by = o->approver;
		w->why = o->reason;
	}
	weaker(w, D_GATE_RULE, o != NULL ? o->at : whole, code, values);
	w->by = by;
	w->why = why;
}

static void
compare_rules(struct weak *w)
{
	for (size_t i = 0; i < w->to->override_len; i++)
		compare_level(w, w->to->overrides[i].code);
	for (size_t i = 0; i < w->from->override_len; i++)
		if (find_override(w->to, w->from->overrides[i].code) == NULL)
			compare_level(w, w->from->overrides[i].code);
}

static const struct house_rule *
find_house(const struct config *c, const char *code)
{
	for (size_t i = 0; i < c->house_len; i++)
		if (strcmp(c->house[i].code, code) == 0)
			return &c->house[i];
	return NULL;
}

static void
compare_house(struct weak *w)
{
	for (size_t i = 0; i < w->from->house_len; i++) {
		const struct house_rule *old = &w->from->house[i];
		const struct house_rule *now = find_house(w->to, old->code);
		const char *values[2] = { diag_level_name(old->level,
		    LANG_EN), "nothing" };

		if (now != NULL && now->level >= old->level) {
			if (strcmp(now->sql, old->sql) == 0)
				continue;
			values[0] = "its query";
			values[1] = "another one";
		} else if (now != NULL)
			values[1] = diag_level_name(now->level, LANG_EN);
		weaker(w, D_GATE_HOUSE, now != NULL ? now->at : whole,
		    old->code, values);
	}
}

/* ---- profile and settings ---- */

static void
compare_profile(struct weak *w)
{
	const struct yaml *y = yaml_get(w->to->yaml, "profile");
	const char *const values[2] = { config_profile_name(w->from->profile),
	    config_profile_name(w->to->profile) };

	if (w->to->profile < w->from->profile)
		weaker(w, D_GATE_PROFILE, y != NULL ? y->at : whole, "profile",
		    values);
}

static bool
listed(const struct yaml *list, const char *word)
{
	const struct yaml *y = list == NULL ? NULL : list->first;

	for (; y != NULL; y = y->next)
		if (y->type == YAML_SCALAR && strcmp(y->s, word) == 0)
			return true;
	return false;
}

/* A number, or a length of time in days, near enough to tell which is more. */
static double
amount(const char *s)
{
	struct date_span span;

	return date_span_parse(s, &span) ? span.months * 30.4375 + span.days :
	    strtod(s, NULL);
}

/* Whether every member of "a, b" or "a|b" is one of the other, too. */
static bool
holds_all(const char *all, const char *members)
{
	size_t len, n;

	for (const char *s = members; *s != '\0'; s += len + (s[len] != 0)) {
		len = strcspn(s, ",|");
		for (n = len; n > 0 && s[n - 1] == ' ';)
			n--;
		while (n > 0 && *s == ' ') {
			s++;
			n--;
			len--;
		}
		if (n > 0 && memmem(all, strlen(all), s, n) == NULL)
			return false;
	}
	return true;
}

static bool
eased(const struct weak *w, const char *name, const char *from,
    const char *to)
{
	const struct yaml *ways = yaml_get(w->standard->about, "eases");

	if (listed(yaml_get(ways, "more"), name))
		return amount(to) > amount(from);
	if (listed(yaml_get(ways, "less"), name))
		return amount(to) < amount(from);
	if (listed(yaml_get(ways, "fewer"), name))
		return !holds_all(to, from);
	return strcmp(from, to) != 0;
}

static const char *
value_of(struct weak *w, const struct yaml *y)
{
	const char *s = "";

	if (y == NULL || y->type == YAML_SCALAR)
		return y == NULL ? "" : y->s;
	for (y = y->first; y != NULL; y = y->next)
		if (y->type == YAML_SCALAR)
			s = arena_printf(w->arena, "%s%s%s", s,
			    *s == '\0' ? "" : ", ", y->s);
	return s;
}

/* What holds: the organisation's value, else the standard's. */
static const struct yaml *
setting_of(const struct weak *w, const struct config *c, const char *name)
{
	const struct yaml *y = yaml_get(yaml_get(c->yaml, "settings"), name);

	return y != NULL ? y : yaml_get(yaml_get(w->standard->about,
	    "settings"), name);
}

static void
compare_settings(struct weak *w)
{
	const struct yaml *all = yaml_get(w->standard->about, "settings"), *y;

	for (y = all == NULL ? NULL : all->first; y != NULL; y = y->next) {
		const struct yaml *now = setting_of(w, w->to, y->key);
		const char *const values[2] = {
			value_of(w, setting_of(w, w->from, y->key)),
			value_of(w, now)
		};

		if (strcmp(values[0], values[1]) != 0 &&
		    eased(w, y->key, values[0], values[1]))
			weaker(w, D_GATE_SETTING, now != y ? now->at : whole,
			    y->key, values);
	}
}

/* What moves every day and every year that is judged. */
static void
compare_time(struct weak *w)
{
	static const char *const names[] = {
		"standard", "timezone", "year_start"
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const struct yaml *now = yaml_get(w->to->yaml, names[i]);
		const char *const values[2] = {
			value_of(w, yaml_get(w->from->yaml, names[i])),
			value_of(w, now)
		};

		if (*values[0] != '\0' && strcmp(values[0], values[1]) != 0)
			weaker(w, D_GATE_SETTING, now != NULL ? now->at :
			    whole, names[i], values);
	}
}

/* ---- kinds ---- */

static const struct yaml *
named(const struct yaml *list, const char *name)
{
	const struct yaml *y = list == NULL || list->type != YAML_LIST ?
	    NULL : list->first;
	const char *s;

	for (; y != NULL && name != NULL; y = y->next)
		if ((s = yaml_str(y, "name")) != NULL && strcmp(s, name) == 0)
			return y;
	return NULL;
}

/* The organisation's own fields that must be there. */
static void
compare_kind(struct weak *w, const struct yaml *from, const struct yaml *to)
{
	const struct yaml *list = yaml_get(from, "fields"), *now, *f;
	const char *need, *name, *values[2] = { NULL, "" };

	f = list == NULL || list->type != YAML_LIST ? NULL : list->first;
	for (; f != NULL; f = f->next) {
		need = yaml_str(f, "need");
		name = yaml_str(f, "name");
		if (need == NULL || name == NULL || strcmp(need, "no") == 0)
			continue;
		now = named(yaml_get(to, "fields"), name);
		values[0] = yaml_str(now, "need");
		if (values[0] != NULL && (strcmp(values[0], need) == 0 ||
		    strcmp(values[0], "always") == 0))
			continue;
		values[0] = need;
		weaker(w, D_GATE_KIND, now != NULL ? now->at : whole,
		    arena_printf(w->arena, "%s.%s", yaml_str(from, "name"),
		    name), values);
	}
}

static void
compare_kinds(struct weak *w)
{
	const struct yaml *list = yaml_get(w->from->yaml, "kinds"), *k;

	k = list == NULL || list->type != YAML_LIST ? NULL : list->first;
	for (; k != NULL; k = k->next)
		if (yaml_str(k, "name") != NULL)
			compare_kind(w, k, named(yaml_get(w->to->yaml,
			    "kinds"), yaml_str(k, "name")));
}

void
rules_weakened(struct arena *a, struct diags *ds, const struct ruleset *set,
    const struct model *base, const struct config *now, struct store *s)
{
	struct weak w = { .arena = a, .diags = ds, .rules = set,
	    .from = base->config, .to = now, .standard = base->standard, .base = base };

	find_consent(&w, s);
	compare_rules(&w);
	compare_house(&w);
	compare_profile(&w);
	compare_settings(&w);
	compare_time(&w);
	compare_kinds(&w);
}
