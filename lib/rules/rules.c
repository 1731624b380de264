#include <string.h>

#include "base/arena.h"
#include "base/near.h"
#include "base/map.h"
#include "base/utf8.h"
#include "diag/text.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "rules/doubt.h"
#include "rules/phrase.h"
#include "rules/rules.h"
#include "rules/waiver.h"
#include "store/store.h"

#define WORDS	32
#define WORD_LONGEST	2000	/* bytes */

struct judge {
	struct arena		*arena;
	struct diags		*diags;
	const struct model	*model;
	struct store		*store;
	struct pos		 whole;		/* of what no record is named */
	struct doubts		*doubts;	/* or NULL */
};

/* The columns of a row that mean something to the engine itself. */
static bool
reserved(const char *name)
{
	static const char *const names[] = {
		"field", "item", "quote", "also_id", "also_field", "level",
		"same_as"
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static struct pos
place(const struct judge *j, const char *id, const char *field)
{
	const struct record *r = id == NULL ? NULL : model_find(j->model, id);

	return r == NULL ? j->whole :
	    record_pos(r, field == NULL ? "id" : field);
}

/* Where words stand in the prose of a record, which begins where it begins. */
static struct pos
place_quote(const struct judge *j, const struct record *r, const char *quote)
{
	struct pos at = record_pos(r, "body");
	unsigned line = r->doc->body_line;
	const char *s, *hit;
	size_t len, offset;

	if (r->body == NULL || *quote == '\0' || strchr(quote, '\n') != NULL)
		return at;
	for (; (s = diags_line(j->diags, r->doc->path, line, &len,
	    &offset)) != NULL; line++) {
		if ((hit = memmem(s, len, quote, strlen(quote))) == NULL)
			continue;
		at.line = line;
		at.col = (unsigned)utf8_count(s, (size_t)(hit - s)) + 1;
		at.end = at.col + (unsigned)utf8_count(quote, strlen(quote));
		break;
	}
	return at;
}

/* Where a record refers to another one: field as the table of links has it. */
static struct pos
place_link(const struct judge *j, const struct record *r, const char *field,
    const char *item)
{
	const struct model *m = j->model;

	if (strcmp(field, "body") != 0)
		return record_pos_naming(r, field, item);
	for (size_t i = 0; i < m->ref_len; i++)
		if (m->refs[i].src == r && m->refs[i].dst != NULL &&
		    strcmp(m->refs[i].field, field) == 0 &&
		    strcmp(m->refs[i].dst->id, item) == 0)
			return m->refs[i].at;
	return record_pos(r, field);
}

static struct pos
place_exact(const struct judge *j, const struct record *r, const char *field,
    struct query *q)
{
	const char *item = query_get(q, "item"), *quote = query_get(q, "quote");

	if (r != NULL && field != NULL && item != NULL)
		return place_link(j, r, field, item);
	if (r != NULL && quote != NULL)
		return place_quote(j, r, quote);
	return place(j, r == NULL ? NULL : r->id, field);
}

static enum diag_level
level_word(const char *s, enum diag_level fallback)
{
	if (s == NULL)
		return fallback;
	return strcmp(s, "error") == 0 ? DIAG_ERROR :
	    strcmp(s, "warning") == 0 ? DIAG_WARNING :
	    strcmp(s, "note") == 0 ? DIAG_NOTE : fallback;
}

/*
 * How a value reads in a language: by its label when the column is called as
 * the state or a choice of the record is, a duration in words.
 */
static const char *
reads(const struct judge *j, const struct record *r, const char *name,
    const char *s, enum lang lang)
{
	const struct field *f;

	if (r == NULL || s == NULL)
		return s;
	if (strcmp(name, "status") == 0)
		return kind_state_label(r->kind, s, lang);
	if ((f = kind_field(r->kind, name)) == NULL)
		return s;
	if (f->type == FIELD_CHOICE)
		return field_choice(f, s, lang);
	if (f->type == FIELD_DURATION)
		return standard_span(j->arena, j->model->standard, s, lang);
	return s;
}

/* A message is for reading, whatever a query puts into it. */
static const char *
shorten(struct arena *a, const char *s)
{
	size_t n;

	if (s == NULL || strlen(s) <= WORD_LONGEST)
		return s;
	for (n = WORD_LONGEST; n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80;)
		n--;
	return arena_printf(a, "%.*s\xe2\x80\xa6", (int)n, s);
}

/* The words of a row in a language; how many. */
static size_t
fill(const struct judge *j, const struct record *r, struct query *q,
    enum lang lang, struct diag_word *words)
{
	size_t n = 0, columns = query_columns(q);

	for (size_t i = 0; i < columns && n < WORDS; i++) {
		const char *name = query_name(q, i);

		if (reserved(name))
			continue;
		words[n].name = name;
		words[n].value = shorten(j->arena, reads(j, r, name,
		    query_text(q, i), lang));
		if (words[n].value == NULL)
			words[n].value = "\xe2\x80\x94";	/* em dash */
		n++;
	}
	return n;
}

/* The same in a file's language, where words of the query are translated. */
static void
row_speaks(const struct judge *j, struct diag *d, struct diag_word *words,
    size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			if (strncmp(words[k].name, words[i].name,
			    strlen(words[i].name)) == 0 && strcmp(
			    words[k].name + strlen(words[i].name), "_own") == 0)
				words[i].value = words[k].value;
	for (size_t i = 0; i < n; i++)
		words[i].value = phrase(j->arena, j->model->standard->name,
		    d->head->code, words[i].value);
	d->message[LANG_FILE] = diag_fill(j->arena,
	    d->head->message[LANG_FILE], words, n);
	if (d->help[LANG_FILE] != NULL)
		d->help[LANG_FILE] = diag_fill(j->arena,
		    d->head->help[LANG_FILE], words, n);
}

static void
row(const struct judge *j, const struct diag_head *head, struct query *q)
{
	struct diag_word words[WORDS];
	size_t n;
	const char *id = query_get(q, "id"), *also = query_get(q, "also_id");
	const char *field = query_get(q, "field");
	const struct record *r = id == NULL ? NULL : model_find(j->model, id);
	struct diag *d;

	n = fill(j, r, q, LANG_EN, words);
	d = diag_add_words(j->diags, head, place_exact(j, r, field, q), id,
	    words, n);
	n = fill(j, r, q, LANG_JA, words);
	d->message[LANG_JA] = diag_fill(j->arena, head->message[LANG_JA],
	    words, n);
	if (d->help[LANG_JA] != NULL)
		d->help[LANG_JA] = diag_fill(j->arena, head->help[LANG_JA],
		    words, n);
	if (head->message[LANG_FILE] != NULL)
		row_speaks(j, d, words, fill(j, r, q, LANG_FILE, words));
	d->level = level_word(query_get(q, "level"), head->level);
	if (id != NULL)
		d->field = field == NULL ? "" : arena_str(j->arena, field);
	if (query_get(q, "same_as") != NULL)
		d->same_as = arena_str(j->arena, query_get(q, "same_as"));
	if (also != NULL) {
		d->also = place(j, also, query_get(q, "also_field"));
		for (int l = 0; l < LANG_COUNT; l++)
			d->also_says[l] = arena_str(j->arena, also);
	}
	if (j->doubts != NULL)
		doubts_note(j->doubts, d, q);
}

static bool
has_column(struct query *q, const char *name, size_t len)
{
	for (size_t i = 0; i < query_columns(q); i++)
		if (strncmp(query_name(q, i), name, len) == 0 &&
		    query_name(q, i)[len] == '\0')
			return true;
	return false;
}

/* A {word} of the messages that the query does not give, or NULL. */
static const char *
missing_word(struct arena *a, const struct diag_head *head, struct query *q)
{
	const char *s, *shut;

	for (int l = 0; l < LANG_COUNT; l++)
		for (s = head->message[l]; s != NULL &&
		    (s = strchr(s, '{')) != NULL &&
		    (shut = strchr(s, '}')) != NULL; s = shut)
			if (!has_column(q, s + 1, diag_place(s + 1)))
				return arena_printf(a, "the message names %.*s"
				    ", which is no column of the query",
				    (int)(shut - s + 1), s);
	return NULL;
}

/* A query that fails is a finding at its place, and hides no other rule. */
static void
judge(const struct judge *j, const struct diag_head *head, const char *sql,
    enum query_trust trust, struct pos at)
{
	const char *error = NULL;
	struct query *q;
	size_t before = diags_len(j->diags);
	int rc = -1;

	if (j->doubts != NULL)
		doubts_watch(j->doubts);
	q = query_open(j->store, sql, trust, &error);
	if (j->doubts != NULL)
		doubts_unwatch(j->doubts);
	if (q != NULL && trust == QUERY_HOUSE)
		error = missing_word(j->arena, head, q);
	while (q != NULL && error == NULL && (rc = query_step(q)) == 1)
		row(j, head, q);
	if (rc != 0) {
		/* Half an answer is none. */
		diags_cut(j->diags, before);
		diag_add(j->diags, D_RULE_BROKEN, at, NULL, "code",
		    head->code, "error", error != NULL ? error :
		    query_error(q), NULL);
	}
	query_close(q);
}

/* A code of the standard's stays the standard's, whoever writes it. */
static void
house_rules(const struct judge *j, const struct ruleset *set, size_t *judged)
{
	const struct config *cf = j->model->config;
	struct judge own = *j;
	struct diag_head *head;

	for (size_t i = 0; i < cf->house_len; i++) {
		const struct house_rule *h = &cf->house[i];

		if (rules_find(set, h->code) != NULL) {
			diag_add(j->diags, D_CFG_CODE, h->at, NULL, "code",
			    h->code, NULL);
			continue;
		}
		head = arena_alloc(j->arena, sizeof(*head));
		head->code = h->code;
		head->level = h->level;
		head->clause = "";
		memcpy(head->message, h->message, sizeof(head->message));
		own.whole = h->at;
		judge(&own, head, h->sql, QUERY_HOUSE, h->sql_at);
		++*judged;
	}
}

static const struct rule_override *
override_of(const struct config *cf, const char *code)
{
	for (size_t i = 0; i < cf->override_len; i++)
		if (strcmp(cf->overrides[i].code, code) == 0)
			return &cf->overrides[i];
	return NULL;
}

static bool
listed(const struct yaml *list, const char *word)
{
	const struct yaml *y;

	for (y = list == NULL ? NULL : list->first; y != NULL; y = y->next)
		if (y->type == YAML_SCALAR && strcmp(y->s, word) == 0)
			return true;
	return false;
}

/* What is found of one code, or of one code and record. */
struct cause {
	enum diag_level	 most;		/* the worst of them */
	enum diag_level	 beaten;	/* by one that is worse than they */
};

/* Each member of d's list in turn: its cause, made when it is not there. */
static struct cause *
next_cause(struct arena *a, struct map *causes, const char **at)
{
	struct cause *c;
	const char *key;
	size_t len;

	*at += strspn(*at, ", ");
	if ((len = strcspn(*at, ",")) == 0)
		return NULL;
	key = arena_dup(a, *at, len);
	*at += len;
	if ((c = map_get(causes, key)) == NULL)
		map_put(causes, key, c = arena_alloc(a, sizeof(*c)));
	return c;
}

/* The causes a finding is one of: by its code, by its code and record. */
static void
causes_of(struct arena *a, struct map *causes, const struct diag *d,
    struct cause *of[2])
{
	of[0] = map_get(causes, d->head->code);
	of[1] = d->record == NULL ? NULL : map_get(causes,
	    arena_printf(a, "%s %s", d->head->code, d->record));
}

/*
 * One cause, one finding: of one that names the codes of others with the same
 * cause and of theirs, the more severe stays, of equals theirs.
 */
static void
settle_causes(struct arena *a, struct diags *ds)
{
	struct map *causes = map_new(a);
	struct cause *c, *of[2];
	struct diag *d;
	const char *at;
	size_t i;

	for (i = 0; i < diags_len(ds); i++)
		for (at = diags_at(ds, i)->same_as; at != NULL &&
		    next_cause(a, causes, &at) != NULL;)
			;
	if (map_len(causes) == 0)
		return;
	for (i = 0; i < diags_len(ds); i++) {
		causes_of(a, causes, diags_at(ds, i), of);
		for (int k = 0; k < 2; k++)
			if (of[k] != NULL &&
			    of[k]->most < diags_at(ds, i)->level)
				of[k]->most = diags_at(ds, i)->level;
	}
	for (i = 0; i < diags_len(ds); i++) {
		d = diags_at(ds, i);
		for (at = d->same_as; at != NULL &&
		    (c = next_cause(a, causes, &at)) != NULL;)
			if (c->most >= d->level)
				d->level = DIAG_OFF;
		for (at = d->same_as; at != NULL &&
		    (c = next_cause(a, causes, &at)) != NULL;)
			if (c->beaten < d->level)
				c->beaten = d->level;
	}
	for (i = 0; i < diags_len(ds); i++) {
		d = diags_at(ds, i);
		causes_of(a, causes, d, of);
		for (int k = 0; k < 2; k++)
			if (of[k] != NULL && of[k]->beaten > d->level)
				d->level = DIAG_OFF;
	}
}

bool
rules_waivable(const struct ruleset *set, const struct standard *std,
    const char *code)
{
	const struct rule *r = rules_find(set, code);

	return (r == NULL || r->waivable) && !listed(yaml_get(std->about,
	    "not_waivable"), code);
}

static bool
waivable(const struct judge *j, const struct ruleset *set, const char *code)
{
	return rules_waivable(set, j->model->standard, code);
}

bool
rule_has_history(const struct rule *r, enum rules_history history)
{
	return !r->needs_history || history == RULES_WHOLE_HISTORY ||
	    (history == RULES_PART && r->from_part);
}

static const struct diag_head *
builtin(const char *code)
{
	for (int i = 0; i < D_COUNT; i++)
		if (strcmp(diag_head((enum diag_id)i)->code, code) == 0)
			return diag_head((enum diag_id)i);
	return NULL;
}

bool
rules_known(const struct ruleset *set, const struct config *cf,
    const char *code)
{
	for (size_t i = 0; i < cf->house_len; i++)
		if (strcmp(cf->house[i].code, code) == 0)
			return true;
	return rules_find(set, code) != NULL || builtin(code) != NULL;
}

/* Overrides that nothing obeys, told at their lines. */
static void
check_overrides(const struct judge *j, const struct ruleset *set)
{
	const struct config *cf = j->model->config;

	for (size_t i = 0; i < cf->override_len; i++) {
		const struct rule_override *o = &cf->overrides[i];
		const struct rule *r = rules_find(set, o->code);
		const struct diag_head *head = r != NULL ? &r->head :
		    builtin(o->code);
		struct near near = { .word = o->code };

		if (value_is_blank(j->model->standard, o->reason))
			diag_add(j->diags, D_CFG_REASON, o->at, NULL, "code",
			    o->code, NULL);
		if (head != NULL && o->level < head->level &&
		    !waivable(j, set, o->code))
			diag_add(j->diags, D_RULE_FIXED, o->at, NULL, "code",
			    o->code, NULL);
		if (rules_known(set, cf, o->code))
			continue;
		for (size_t n = 0; n < set->len; n++)
			near_offer(&near, set->rules[n].head.code);
		diag_add(j->diags, near.best != NULL ? D_RULE_NEAR :
		    D_RULE_UNKNOWN, o->at, NULL, "code", o->code, "near",
		    near.best, NULL);
	}
}

size_t
rules_run(struct arena *a, struct diags *ds, const struct ruleset *set,
    const struct model *m, struct store *store, enum rules_history history)
{
	struct judge j = { a, ds, m, store, { "isms.yaml", 1, 0, 0 }, NULL };
	const struct rule_override *o;
	size_t judged = 0;

	j.doubts = doubts_new(a, m, store);
	for (size_t i = 0; i < set->len; i++) {
		const struct rule *r = &set->rules[i];
		struct pos at = { r->path, 1, 0, 0 };

		if (r->profile > m->config->profile ||
		    !rule_has_history(r, history) ||
		    (r->against && !store_has_base(store)))
			continue;
		o = override_of(m->config, r->head.code);
		if (o != NULL && o->level == DIAG_OFF && r->waivable)
			continue;
		judge(&j, &r->head, r->sql, QUERY_OURS, at);
		judged++;
	}
	house_rules(&j, set, &judged);
	check_overrides(&j, set);
	for (size_t i = 0; i < diags_len(ds); i++) {
		struct diag *d = diags_at(ds, i);

		o = override_of(m->config, d->head->code);
		if (o != NULL && waivable(&j, set, d->head->code))
			d->level = o->level;
	}
	settle_causes(a, ds);
	waivers_check(a, ds, set, m);
	waivers_apply(a, ds, set, m, store);
	if (j.doubts != NULL)
		doubts_settle(j.doubts, ds);
	return judged;
}
