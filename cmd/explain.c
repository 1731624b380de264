#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cmd/run.h"
#include "diag/text.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/standard.h"
#include "rules/rules.h"

/*
 * What a code, a kind, a clause or a control means.  Needs no ISMS: the
 * answer is in the program.
 */

#define STANDARD	"iso27001"

struct page {
	const struct run	*run;
	struct buf		*out;
};

static void
title(const struct page *p, const char *head, const char *text)
{
	if (p->run->opt.color)
		buf_addf(p->out, "\033[1m%s\033[0m  %s\n", head, text);
	else
		buf_addf(p->out, "%s  %s\n", head, text);
}

static void
part(const struct page *p, const char *en, const char *ja, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	buf_addf(p->out, "\n%s\n", pick(p->run, en, ja));
	for (const char *s = text; *s != '\0';) {
		size_t n = strcspn(s, "\n");

		if (n > 0)
			buf_addf(p->out, "  %.*s", (int)n, s);
		buf_addc(p->out, '\n');
		s += n + (s[n] == '\n');
	}
}

static void
rule(const struct page *p, const struct rule *r)
{
	static const char *const profiles[] = { "starter", "operating",
	    "certified" };
	enum lang l = p->run->opt.lang;

	title(p, r->head.code, r->title[l] == NULL ? "" : r->title[l]);
	buf_addf(p->out, pick(p->run, "%s · clause %s · profile %s%s%s\n",
	    "%s · 箇条 %s · プロファイル %s%s%s\n"),
	    diag_level_name(r->head.level, l), r->head.clause,
	    profiles[r->profile], r->waivable ? "" : " · ",
	    r->waivable ? "" : pick(p->run, "cannot be waived",
	    "適用免除できません"));
	part(p, "Why", "根拠", r->why[l]);
	part(p, "What it says", "表示される指摘", r->head.message[l]);
	part(p, "What satisfies it", "対処", r->head.help[l]);
	part(p, "An example that fails", "指摘になる例", r->fails);
	part(p, "An example that passes", "合格する例", r->passes);
	part(p, "The rule itself", "規則の本体", r->sql);
}

static void
builtin(const struct page *p, const struct diag_head *h)
{
	enum lang l = p->run->opt.lang;

	title(p, h->code, h->message[l]);
	buf_addf(p->out, "%s%s%s\n", diag_level_name(h->level, l),
	    h->clause[0] != '\0' ? " · " : "", h->clause);
	part(p, "What satisfies it", "対処", h->help[l]);
}

static const char *
type_name(const struct field *f)
{
	static const char *const names[] = {
		[FIELD_STR] = "str", [FIELD_TEXT] = "text",
		[FIELD_DATE] = "date YYYY-MM-DD", [FIELD_INT] = "int",
		[FIELD_NUM] = "num", [FIELD_BOOL] = "true|false",
		[FIELD_REF] = "id", [FIELD_CHOICE] = "choice",
		[FIELD_PERIOD] = "period FY2026-Q1",
		[FIELD_DURATION] = "duration P1Y",
		[FIELD_MONTH_DAY] = "MM-DD", [FIELD_MONTH] = "YYYY-MM",
		[FIELD_MAP] = "mapping", [FIELD_ANY] = "any",
		[FIELD_EVIDENCE] = "evidence",
	};

	return names[f->type];
}

static void
words(struct buf *out, const char *const *list)
{
	for (size_t i = 0; list != NULL && list[i] != NULL; i++)
		buf_addf(out, "%s%s", i == 0 ? " " : "|", list[i]);
}

static void
field(const struct page *p, const struct field *f, int depth)
{
	buf_addf(p->out, "%*s%-22s %s%s", 2 + depth * 2, "", f->name,
	    type_name(f), f->list ? " []" : "");
	words(p->out, (const char *const *)f->choices);
	words(p->out, (const char *const *)f->refs);
	if (f->need == NEED_ALWAYS)
		buf_adds(p->out, pick(p->run, "; needed", "。必須"));
	else if (f->need == NEED_STATE)
		buf_addf(p->out, pick(p->run, "; needed from %s on",
		    "。%s から必須"), f->state);
	if (f->label[p->run->opt.lang] != NULL)
		buf_addf(p->out, "  (%s)", f->label[p->run->opt.lang]);
	buf_addc(p->out, '\n');
	for (size_t i = 0; i < f->sub_len; i++)
		field(p, &f->sub[i], depth + 1);
}

static void
kind(const struct page *p, const struct kind *k)
{
	enum lang l = p->run->opt.lang;

	title(p, k->name, k->label[l] == NULL ? "" : k->label[l]);
	buf_addf(p->out, "%s-NNNN%s%s\n", k->prefix == NULL ? "" : k->prefix,
	    k->clause == NULL ? "" : " · ",
	    k->clause == NULL ? "" : k->clause);
	buf_addf(p->out, "\n%s\n", pick(p->run, "Fields", "項目"));
	for (size_t i = 0; i < k->len; i++)
		field(p, &k->fields[i], 0);
	if (k->state_len > 0)
		buf_addf(p->out, "\n%s\n", pick(p->run, "Life cycle",
		    "ライフサイクル"));
	for (size_t i = 0; i < k->state_len; i++) {
		const struct state *s = &k->states[i];

		buf_addf(p->out, "  %-14s %s%s", s->name,
		    s->label[l] == NULL ? "" : s->label[l],
		    s->to != NULL && s->to[0] != NULL ? "  >" : "");
		words(p->out, (const char *const *)s->to);
		buf_addc(p->out, '\n');
	}
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

static void
about(const struct page *p, const struct yaml *y, const char *no)
{
	bool ja = p->run->opt.lang == LANG_JA;
	const char *head = yaml_str(y, ja ? "title_ja" : "title");
	const char *ask = yaml_str(y, ja ? "ask_ja" : "ask"), *s;

	title(p, no, head == NULL ? "" : head);
	part(p, "What is asked", "要求されること", ask);
	for (const struct yaml *m = y->first; m != NULL; m = m->next)
		if (strncmp(m->key, "title", 5) != 0 &&
		    strncmp(m->key, "ask", 3) != 0 &&
		    m->type == YAML_SCALAR && (s = m->s) != NULL &&
		    strcmp(s, no) != 0)
			buf_addf(p->out, "  %-14s %s\n", m->key, s);
}

static void
rules_of(const struct page *p, const struct ruleset *set, const char *clause)
{
	enum lang l = p->run->opt.lang;
	bool any = false;

	for (size_t i = 0; i < set->len; i++) {
		const struct rule *r = &set->rules[i];
		const char *at = strstr(r->head.clause, clause);
		size_t n = strlen(clause);

		if (at == NULL || (at[n] >= '0' && at[n] <= '9') ||
		    (at > r->head.clause && (at[-1] == '.' ||
		    (at[-1] >= '0' && at[-1] <= '9'))))
			continue;
		if (!any)
			buf_addf(p->out, "\n%s\n", pick(p->run, "Rules",
			    "規則"));
		any = true;
		buf_addf(p->out, "  %-8s %s\n", r->head.code,
		    r->title[l] == NULL ? "" : r->title[l]);
	}
}

static bool
explain(const struct page *p, const struct standard *std,
    const struct ruleset *set, const char *what)
{
	const struct rule *r = rules_find(set, what);
	const struct yaml *y;

	if (r != NULL) {
		rule(p, r);
		return true;
	}
	for (int i = 0; i < D_COUNT; i++)
		if (strcmp(diag_head((enum diag_id)i)->code, what) == 0) {
			builtin(p, diag_head((enum diag_id)i));
			return true;
		}
	for (size_t i = 0; i < std->kind_len; i++)
		if (strcmp(std->kinds[i]->name, what) == 0 ||
		    (std->kinds[i]->prefix != NULL &&
		    strcmp(std->kinds[i]->prefix, what) == 0)) {
			kind(p, std->kinds[i]);
			return true;
		}
	if ((y = entry(std->clauses, "no", what)) == NULL)
		y = entry(std->catalogue, "id", what);
	if (y == NULL)
		return false;
	about(p, y, what);
	rules_of(p, set, what);
	return true;
}

static void
everything(const struct page *p, const struct standard *std,
    const struct ruleset *set)
{
	for (size_t i = 0; i < std->kind_len; i++) {
		kind(p, std->kinds[i]);
		buf_addc(p->out, '\n');
	}
	for (int i = 0; i < D_COUNT; i++) {
		builtin(p, diag_head((enum diag_id)i));
		buf_addc(p->out, '\n');
	}
	for (size_t i = 0; i < set->len; i++) {
		rule(p, &set->rules[i]);
		buf_addc(p->out, '\n');
	}
}

int
cmd_explain(struct run *r)
{
	struct buf b = BUF_INIT;
	struct page p = { r, &b };
	struct standard *std;
	struct ruleset *set;

	r->diags = diags_new(r->arena);
	std = standard_read(r->arena, r->diags, STANDARD);
	if (std == NULL)
		return complain(EXIT_FAULT, "the standard is missing");
	set = rules_read(r->arena, r->diags, std, true);
	if (r->opt.all)
		everything(&p, std, set);
	else if (r->opt.arg_len != 1)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "explain takes a code, a kind, a clause or a control",
		    "explain には指摘コード、種類、箇条又は管理策を指定します"));
	else if (!explain(&p, std, set, r->opt.args[0]))
		return complain(EXIT_USAGE, pick(r,
		    "nothing is known of '%s'", "'%s' は見つかりません"),
		    r->opt.args[0]);
	return deliver(&b, EXIT_DONE);
}
