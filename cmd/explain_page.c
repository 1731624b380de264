#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cmd/explain.h"
#include "cmd/run.h"
#include "diag/diag.h"
#include "load/yaml.h"
#include "model/keys.h"
#include "model/kind.h"
#include "model/standard.h"
#include "out/shell.h"
#include "rules/rules.h"

#define COUNT(array)	(sizeof(array) / sizeof(*(array)))

static const char *
word_of(struct subject *s, const char *key)
{
	return say_word(&s->say, key, NULL);
}

static const char *
clause_word(struct subject *s, const char *no)
{
	if (no == NULL || *no == '\0')
		return NULL;
	/* A control carries its letter, a clause does not. */
	if (*no < '0' || *no > '9')
		return no;
	return say_word(&s->say, "explain.clause", "no", no, NULL);
}

void
explain_rule(struct subject *s, const struct rule *r)
{
	static const char *const profiles[] = { "starter", "operating",
	    "certified" };
	enum lang l = s->say.lang;
	const char *facts[] = {
		diag_level_name(r->head.level, l),
		clause_word(s, r->head.clause),
		say_word(&s->say, "explain.profile", "profile",
		    profiles[r->profile], NULL),
		r->waivable ? NULL : word_of(s, "explain.unwaivable")
	};

	page_head(&s->page, r->head.code,
	    r->title[l] == NULL ? "" : r->title[l]);
	page_facts(&s->page, facts, COUNT(facts));
	page_part(&s->page, "explain.why", r->why[l]);
	page_part(&s->page, "explain.message", diag_fill(s->say.arena,
	    r->head.message[l], NULL, 0));
	page_part(&s->page, "explain.help", r->head.help[l]);
	if (r->needs_history)
		page_part(&s->page, "explain.past", word_of(s,
		    "explain.past_is"));
	page_code(&s->page, "explain.fails", "yaml", r->fails);
	page_code(&s->page, "explain.passes", "yaml", r->passes);
	page_code(&s->page, "explain.sql", "sql", r->sql);
}

void
explain_builtin(struct subject *s, const struct diag_head *h)
{
	enum lang l = s->say.lang;
	const char *facts[] = {
		diag_level_name(h->level, l), clause_word(s, h->clause)
	};

	page_head(&s->page, h->code, h->message[l]);
	page_facts(&s->page, facts, COUNT(facts));
	page_part(&s->page, "explain.help", h->help[l]);
}

static void
field_row(struct subject *s, const struct kind *k, const struct field *f,
    const char *name)
{
	const char *cells[] = {
		name, f->label[s->say.lang], say_type(&s->say, f),
		say_need(&s->say, k, f)
	};

	page_row(&s->page, cells, COUNT(cells));
	for (size_t i = 0; i < f->sub_len; i++)
		field_row(s, k, &f->sub[i], arena_printf(s->say.arena,
		    "%s.%s", name, f->sub[i].name));
}

static const char *
joined(struct subject *s, const char *const *list)
{
	const char *all = "";

	for (size_t i = 0; list != NULL && list[i] != NULL; i++)
		all = arena_printf(s->say.arena, "%s%s%s", all,
		    i > 0 ? ", " : "", list[i]);
	return all;
}

static void
life(struct subject *s, const struct kind *k)
{
	static const char *const columns[] = {
		"explain.state", "explain.label", "explain.next"
	};

	if (k->state_len == 0)
		return;
	page_rows(&s->page, "explain.life", columns, COUNT(columns));
	for (size_t i = 0; i < k->state_len; i++) {
		const struct state *st = &k->states[i];
		const char *to = joined(s, st->to);
		const char *cells[] = { st->name, st->label[s->say.lang],
		    *to == '\0' ? NULL : s->page.markdown ? to :
		    say_word(&s->say, "explain.steps", "states", to, NULL) };

		page_row(&s->page, cells, COUNT(cells));
	}
}

static void
orders(struct subject *s, const struct kind *k)
{
	const char *all = "";

	for (size_t i = 0; i < k->date_len; i++)
		for (size_t n = 0; k->dates[i][n] != NULL; n++)
			all = arena_printf(s->say.arena, "%s%s%s", all,
			    n > 0 ? " \xe2\x89\xa4 " : i > 0 ? "\n" : "",
			    k->dates[i][n]);
	page_part(&s->page, "explain.dates", all);
}

void
explain_kind(struct subject *s, const struct kind *k)
{
	static const char *const columns[] = {
		"explain.field", "explain.label", "explain.value",
		"explain.need"
	};
	const char *facts[] = {
		k->pattern != NULL ? k->pattern :
		    arena_printf(s->say.arena, "%s-0001",
		    k->prefix != NULL ? k->prefix : ""),
		clause_word(s, k->clause)
	};

	page_head(&s->page, k->name, k->label[s->say.lang]);
	page_facts(&s->page, facts, COUNT(facts));
	page_rows(&s->page, "explain.fields", columns, COUNT(columns));
	for (size_t i = 0; i < k->len; i++)
		/* Those of every kind are told once in the reference. */
		if (!s->page.markdown || !k->fields[i].envelope)
			field_row(s, k, &k->fields[i], k->fields[i].name);
	life(s, k);
	orders(s, k);
}

void
explain_field(struct subject *s, const struct kind *k, const struct field *f,
    const char *path)
{
	static const char *const columns[] = {
		"explain.field", "explain.label", "explain.value",
		"explain.need"
	};
	const char *facts[] = {
		say_word(&s->say, "explain.field_of", "kind",
		    k->label[s->say.lang], "name", k->name, NULL),
		say_need(&s->say, k, f),
		f->rule == NULL ? NULL : say_word(&s->say,
		    "explain.reported_by", "code", f->rule, NULL)
	};

	page_head(&s->page, arena_printf(s->say.arena, "%s.%s", k->name,
	    path), f->label[s->say.lang]);
	page_facts(&s->page, facts, COUNT(facts));
	page_part(&s->page, "explain.value", say_type(&s->say, f));
	if (f->sub_len > 0)
		page_rows(&s->page, "explain.parts", columns, COUNT(columns));
	for (size_t i = 0; i < f->sub_len; i++)
		field_row(s, k, &f->sub[i], f->sub[i].name);
}

bool
explain_state(struct subject *s, const char *name, const struct kind *only)
{
	bool any = false;

	for (size_t i = 0; i < s->say.kind_len; i++) {
		const struct kind *k = s->say.kinds[i];
		const struct state *st = kind_state(k, name);
		const char *facts[2];

		if (st == NULL || (only != NULL && k != only))
			continue;
		facts[0] = say_word(&s->say, "explain.state_of", "kind",
		    k->label[s->say.lang], "name", k->name, NULL);
		facts[1] = st->to[0] == NULL ? NULL : say_word(&s->say,
		    "explain.steps", "states", joined(s, st->to), NULL);
		if (any)
			buf_addc(s->page.out, '\n');
		page_head(&s->page, name, st->label[s->say.lang]);
		page_facts(&s->page, facts, COUNT(facts));
		any = true;
	}
	return any;
}

/* The number stands by itself: 4.1 is neither 4.10 nor A.4.1. */
static bool
names_clause(const char *text, const char *no)
{
	const char *at = strstr(text, no);
	size_t n = strlen(no);

	return at != NULL && !(at[n] >= '0' && at[n] <= '9') &&
	    (at == text || (at[-1] != '.' &&
	    !(at[-1] >= '0' && at[-1] <= '9')));
}

static void
rules_of(struct subject *s, const char *no)
{
	static const char *const columns[] = { "explain.code",
	    "explain.title" };
	enum lang l = s->say.lang;
	bool any = false;

	for (size_t i = 0; i < s->rules->len; i++) {
		const struct rule *r = &s->rules->rules[i];
		const char *cells[] = { r->head.code, r->title[l] };

		if (!names_clause(r->head.clause, no))
			continue;
		if (!any)
			page_rows(&s->page, "explain.rules", columns,
			    COUNT(columns));
		any = true;
		page_row(&s->page, cells, COUNT(cells));
	}
}

void
explain_clause(struct subject *s, const struct yaml *y)
{
	struct arena *a = s->say.arena;
	const char *no = yaml_str(y, "no"), *need = yaml_str(y, "need");
	const char *title = standard_said(s->say.standard, "clauses", y,
	    "title", s->say.lang), *all = "";
	const struct yaml *k = yaml_get(y, "kinds");
	const char *facts[] = { need == NULL ? NULL : word_of(s,
	    arena_printf(a, "explain.need_%s", *need == '-' ? "none" :
	    need)) };

	page_head(&s->page, no, title != NULL ? title : "");
	page_facts(&s->page, facts, COUNT(facts));
	page_part(&s->page, "explain.asks", standard_said(s->say.standard,
	    "clauses", y, "ask", s->say.lang));
	for (k = k == NULL ? NULL : k->first; k != NULL; k = k->next)
		all = arena_printf(a, "%s%s%s (%s)", all,
		    *all == '\0' ? "" : ", ", say_kind(&s->say, k->s), k->s);
	page_part(&s->page, "explain.kinds", all);
	rules_of(s, no);
}

/* The members of an attribute in words. */
static const char *
attribute(struct subject *s, const struct yaml *y, const char *prefix)
{
	const struct yaml *m = y->type == YAML_SCALAR ? y : y->first;
	const char *all = "";

	for (; m != NULL; m = m == y ? NULL : m->next)
		if (m->type == YAML_SCALAR)
			all = arena_printf(s->say.arena, "%s%s%s", all,
			    *all == '\0' ? "" : lang_pick(s->say.lang, ", ",
			    "、"), word_of(s, arena_printf(
			    s->say.arena, "%s%s", prefix, m->s)));
	return all;
}

void
explain_control(struct subject *s, const struct yaml *y)
{
	static const char *const columns[] = { "explain.attribute",
	    "explain.value" };
	const struct yaml *list = yaml_get(s->say.standard->about,
	    "attributes"), *spec, *v;
	const char *id = yaml_str(y, "id"), *is_new = yaml_str(y, "new");
	const char *title = standard_said(s->say.standard, "catalogue", y,
	    "title", s->say.lang);
	const char *facts[] = { word_of(s, "explain.control"),
	    is_new != NULL && strcmp(is_new, "true") == 0 ?
	    word_of(s, "explain.new") : NULL };

	page_head(&s->page, id, title != NULL ? title : "");
	page_facts(&s->page, facts, COUNT(facts));
	page_part(&s->page, "explain.asks", standard_said(s->say.standard,
	    "catalogue", y, "ask", s->say.lang));
	if (list != NULL)
		page_rows(&s->page, "explain.attributes", columns,
		    COUNT(columns));
	for (spec = list == NULL ? NULL : list->first; spec != NULL;
	    spec = spec->next) {
		const char *cells[] = { standard_say(s->say.standard,
		    yaml_get(spec, "label"), s->say.lang), NULL };

		if (cells[0] == NULL || yaml_str(spec, "key") == NULL ||
		    (v = yaml_get(y, yaml_str(spec, "key"))) == NULL)
			continue;
		cells[1] = attribute(s, v, yaml_str(spec, "word") == NULL ?
		    "" : yaml_str(spec, "word"));
		page_row(&s->page, cells, COUNT(cells));
	}
	if ((v = yaml_get(y, "from")) != NULL && v->len > 0) {
		const char *all = "";

		for (v = v->first; v != NULL; v = v->next)
			all = arena_printf(s->say.arena, "%s%s%s", all,
			    *all == '\0' ? "" : ", ", v->s);
		page_part(&s->page, "explain.earlier", all);
	}
	rules_of(s, id);
}

void
explain_setting(struct subject *s, const struct yaml *y)
{
	static const char *const columns[] = { "explain.code",
	    "explain.title" };
	const char *key = arena_printf(s->say.arena, "setting.%s", y->key);
	const char *call = arena_printf(s->say.arena, "setting('%s')",
	    y->key), *about = word_of(s, key);
	const char *facts[] = { word_of(s, "explain.setting") };
	bool any = false;

	page_head(&s->page, y->key, strcmp(about, key) == 0 ? "" : about);
	page_facts(&s->page, facts, COUNT(facts));
	page_part(&s->page, "explain.default", y->s);
	for (size_t i = 0; i < s->rules->len; i++) {
		const struct rule *r = &s->rules->rules[i];
		const char *cells[] = { r->head.code, r->title[s->say.lang] };

		if (strstr(r->sql, call) == NULL)
			continue;
		if (!any)
			page_rows(&s->page, "explain.rules", columns,
			    COUNT(columns));
		any = true;
		page_row(&s->page, cells, COUNT(cells));
	}
}

void
explain_config(struct subject *s)
{
	static const struct {
		enum key_group	 group;
		const char	*in;
	} groups[] = {
		{ KEYS_TOP, "" }, { KEYS_MANUAL, "manual." },
		{ KEYS_RULE, "rules[]." }, { KEYS_HOUSE, "house_rules[]." },
		{ KEYS_KIND, "kinds[]." },
		{ KEYS_FIELD, "kinds[].fields[]." },
		{ KEYS_STATE, "kinds[].states[]." }
	};
	static const char *const columns[] = { "explain.key",
	    "explain.title", "explain.need" };
	size_t n;

	page_head(&s->page, "isms.yaml", "");
	page_rows(&s->page, "explain.file", columns, COUNT(columns));
	for (size_t g = 0; g < COUNT(groups); g++) {
		const struct key *k = keys_of(groups[g].group, &n);

		for (size_t i = 0; i < n; i++) {
			const char *cells[] = {
				arena_printf(s->say.arena, "%s%s",
				    groups[g].in, k[i].name),
				key_about(&k[i], s->say.lang),
				k[i].needed ? word_of(s, "say.need_always") :
				    NULL
			};

			page_row(&s->page, cells, COUNT(cells));
		}
	}
}

void
explain_templates(struct subject *s)
{
	static const struct {
		const char	*name, *key;
	} files[] = {
		{ "templates/own.css", "templates.own" },
		{ "templates/style.css", "templates.style" },
		{ "templates/logo.svg, logo.png, logo.jpg",
		    "templates.logo" },
		{ "templates/page.html", "templates.page" },
		{ "manual: logo: PATH", "templates.logo_key" },
		{ "manual: chapters: [...]", "templates.chapters" }
	};
	static const char *const columns[] = { "explain.templates",
	    "explain.title" };

	page_head(&s->page, "templates", word_of(s, "templates.about"));
	page_rows(&s->page, "explain.templates", columns, COUNT(columns));
	for (size_t i = 0; i < COUNT(files); i++) {
		const char *cells[] = { files[i].name,
		    word_of(s, files[i].key) };

		page_row(&s->page, cells, COUNT(cells));
	}
	page_part(&s->page, "templates.slots", shell_slots(s->say.arena));
	page_part(&s->page, "templates.begin", word_of(s, "templates.print"));
}
