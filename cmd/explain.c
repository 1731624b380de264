#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/near.h"
#include "cmd/explain.h"
#include "cmd/reference.h"
#include "cmd/run.h"
#include "diag/diag.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/standard.h"
#include "rules/rules.h"

/*
 * What a word means: a code, a kind, a field, a state, a clause, a control, a
 * setting, a command.  Needs no ISMS, since the answer is in the program; in
 * one, its own kinds, fields and house rules count as well.
 */

#define ELSEWHERE	12	/* places of a field or state that are listed */

static void
part_break(struct subject *s)
{
	if (s->page.out->len > 0)
		buf_addc(s->page.out, '\n');
}

/* An entry of the clauses or the catalogue, by the value of a key. */
static const struct yaml *
entry(const struct yaml *list, const char *key, const char *value)
{
	const struct yaml *y;
	const char *s;

	for (y = list == NULL ? NULL : list->first; y != NULL; y = y->next)
		if ((s = yaml_str(y, key)) != NULL && strcmp(s, value) == 0)
			return y;
	return NULL;
}

static bool
by_code(struct subject *s, const char *what)
{
	const struct rule *r = rules_find(s->rules, what);
	bool any = false;

	if (r != NULL) {
		explain_rule(s, r);
		return true;
	}
	/* One code may say its piece in several ways. */
	for (int i = 0; i < D_COUNT; i++)
		if (strcmp(diag_head((enum diag_id)i)->code, what) == 0) {
			part_break(s);
			explain_builtin(s, diag_head((enum diag_id)i));
			any = true;
		}
	return any;
}

static bool
is_kind(const struct kind *k, const char *what)
{
	if (strcasecmp(k->name, what) == 0 ||
	    (k->prefix != NULL && strcasecmp(k->prefix, what) == 0))
		return true;
	for (int l = 0; l < LANG_COUNT; l++)
		if (strcasecmp(k->label[l], what) == 0 ||
		    strcasecmp(k->plural[l], what) == 0)
			return true;
	for (size_t i = 0; k->aliases[i] != NULL; i++)
		if (strcasecmp(k->aliases[i], what) == 0)
			return true;
	return false;
}

static const struct kind *
find_kind(struct subject *s, const char *what)
{
	for (size_t i = 0; i < s->say.kind_len; i++)
		if (is_kind(s->say.kinds[i], what))
			return s->say.kinds[i];
	return NULL;
}

/* "risk.owner", "corrective_action.effectiveness.by", "risk.accepted". */
static bool
by_path(struct subject *s, const char *what)
{
	const char *dot = strchr(what, '.');
	const struct field *f;
	const struct kind *k;

	if (dot == NULL)
		return false;
	k = find_kind(s, arena_dup(s->say.arena, what, (size_t)(dot - what)));
	if (k == NULL)
		return false;
	if ((f = kind_path(k, dot + 1)) == NULL)
		return explain_state(s, dot + 1, k);
	explain_field(s, k, f, dot + 1);
	return true;
}

/* Controls of today for a number of the edition before. */
static bool
by_old_number(struct subject *s, const char *what)
{
	const struct yaml *y = s->say.standard->catalogue, *old;
	const char *all = "", *with = arena_printf(s->say.arena, "A.%s",
	    what);

	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		for (old = yaml_get(y, "from"), old = old == NULL ? NULL :
		    old->first; old != NULL; old = old->next)
			if (strcmp(old->s, what) == 0 ||
			    strcmp(old->s, with) == 0) {
				part_break(s);
				explain_control(s, y);
				all = arena_printf(s->say.arena, "%s%s%s",
				    all, *all == '\0' ? "" : ", ",
				    yaml_str(y, "id"));
			}
	if (*all == '\0')
		return false;
	part_break(s);
	buf_addf(s->page.out, "%s\n", say_word(&s->say, "explain.now", "old",
	    what, "ids", all, NULL));
	return true;
}

/* A clause that has no text of its own: its parts in turn. */
static bool
by_parts(struct subject *s, const char *what)
{
	const struct yaml *y = s->say.standard->clauses;
	size_t len = strlen(what), n = 0;
	const char *no;

	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next) {
		no = yaml_str(y, "no");
		if (no == NULL || strncmp(no, what, len) != 0 ||
		    no[len] != '.')
			continue;
		if (n++ > 0)
			part_break(s);
		explain_clause(s, y);
	}
	return n > 0;
}

static bool
by_number(struct subject *s, const char *what)
{
	const struct yaml *y;

	if ((y = entry(s->say.standard->clauses, "no", what)) != NULL) {
		explain_clause(s, y);
		return true;
	}
	if ((y = entry(s->say.standard->catalogue, "id", what)) != NULL) {
		explain_control(s, y);
		return true;
	}
	return by_parts(s, what) || by_old_number(s, what);
}

static bool
by_setting(struct subject *s, const char *what)
{
	const struct yaml *y = yaml_get(yaml_get(s->say.standard->about,
	    "settings"), what);

	if (y == NULL)
		return false;
	explain_setting(s, y);
	return true;
}

/* Fields and states of that name in any kind, each a line. */
static bool
elsewhere(struct subject *s, const char *what, bool only)
{
	size_t n = 0;

	for (size_t i = 0; i < s->say.kind_len; i++) {
		const struct kind *k = s->say.kinds[i];
		const struct field *f = kind_field(k, what);
		const struct state *st = kind_state(k, what);

		if ((f == NULL && st == NULL) || (f != NULL && f->envelope &&
		    n > 0) || n == ELSEWHERE)
			continue;
		if (n++ == 0) {
			part_break(s);
			if (!only)
				buf_addf(s->page.out, "%s\n", say_word(&s->say,
				    "explain.also", NULL));
		}
		buf_addf(s->page.out, "  %s.%s  %s\n", k->name, what,
		    f != NULL ? f->label[s->say.lang] :
		    st->label[s->say.lang]);
	}
	return n > 0;
}

static const char *
upper(struct subject *s, const char *what)
{
	char *out = arena_str(s->say.arena, what);

	for (char *p = out; *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
	return out;
}

/* A template of the program as it is, for whoever begins an own one. */
static bool
by_template(struct subject *s, const char *what)
{
	const char *bytes;
	size_t len;

	if (strcmp(what, "page.html") != 0 && strcmp(what, "style.css") != 0)
		return false;
	bytes = embed_get(arena_printf(s->say.arena, "templates/%s", what),
	    &len);
	if (bytes != NULL)
		buf_add(s->page.out, bytes, len);
	return bytes != NULL;
}

static bool
explain(struct subject *s, const char *what)
{
	const struct kind *k = find_kind(s, what);
	bool known = false;

	if (by_code(s, upper(s, what)) || by_number(s, upper(s, what)) ||
	    by_path(s, what))
		return true;
	if (strcmp(what, "isms.yaml") == 0) {
		explain_config(s);
		return true;
	}
	if (strcmp(what, "templates") == 0) {
		explain_templates(s);
		return true;
	}
	if (by_template(s, what))
		return true;
	if (k != NULL)
		explain_kind(s, k);
	known = k != NULL || by_setting(s, what);
	/* A state with a page of its own when nothing else is called so. */
	if (!known && explain_state(s, what, NULL))
		return true;
	return elsewhere(s, what, !known) || known;
}

/* Offer every word that explain knows. */
static const char *
meant(struct subject *s, const char *what)
{
	struct near g = { .word = what };
	const struct yaml *y;
	const char *name;
	const char *dot = strchr(what, '.');

	for (size_t i = 0; i < s->rules->len; i++)
		near_offer(&g, s->rules->rules[i].head.code);
	for (int i = 0; i < D_COUNT; i++)
		near_offer(&g, diag_head((enum diag_id)i)->code);
	for (size_t i = 0; (name = command_name(i)) != NULL; i++)
		near_offer(&g, name);
	for (size_t i = 0; i < s->say.kind_len; i++) {
		const struct kind *k = s->say.kinds[i];

		near_offer(&g, k->name);
		for (size_t n = 0; n < k->len; n++)
			near_offer(&g, dot == NULL ? k->fields[n].name :
			    arena_printf(s->say.arena, "%s.%s", k->name,
			    k->fields[n].name));
		for (size_t n = 0; n < k->state_len && dot == NULL; n++)
			near_offer(&g, k->states[n].name);
	}
	y = yaml_get(s->say.standard->about, "settings");
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		near_offer(&g, y->key);
	y = s->say.standard->clauses;
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		near_offer(&g, yaml_str(y, "no"));
	y = s->say.standard->catalogue;
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		near_offer(&g, yaml_str(y, "id"));
	return g.best;
}

static int
unknown(struct subject *s, const char *what)
{
	const char *near = meant(s, what);

	return near != NULL ? complain(EXIT_USAGE, pick(s->run,
	    "nothing is known of '%s'; did you mean %s?",
	    "'%s' は見つかりません。%s の間違いではありませんか"), what, near) :
	    complain(EXIT_USAGE, pick(s->run,
	    "nothing is known of '%s'; ismsc explain --all prints all there is",
	    "'%s' は見つかりません。ismsc explain --all ですべて表示できます"),
	    what);
}

int
cmd_explain(struct run *r)
{
	struct buf b = BUF_INIT;
	struct subject s = { .run = r };
	const char *what = r->opt.arg_len == 1 ? r->opt.args[0] : NULL;
	int rc;

	if (what == NULL && !r->opt.all)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "explain takes a code, a kind, a field, a clause, a "
		    "control or a command",
		    "explain には指摘コード、種類、項目、箇条、管理策又はコマンドを"
		    "指定します"));
	if ((rc = reference(r, &s.say)) != EXIT_DONE)
		return rc;
	s.rules = rules_read(r->arena, r->diags, r->standard, true);
	s.page = (struct page){ &s.say, &b, r->opt.all, r->opt.color };
	if (r->opt.all)
		explain_everything(&s);
	else if (!explain(&s, what)) {
		buf_done(&b);
		return command_help(what, r->opt.lang) ? EXIT_DONE :
		    unknown(&s, what);
	}
	return deliver(&b, EXIT_DONE);
}
