#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/standard.h"
#include "rules/rules.h"

/* Rules from the files of a standard: a YAML head and one query each. */

static void
texts(const struct standard *std, const struct yaml *head, const char *key,
    const char *out[LANG_COUNT])
{
	const struct yaml *y = yaml_get(head, key);
	const char *code = yaml_str(head, "code");

	out[LANG_EN] = yaml_str(y, "en");
	out[LANG_JA] = yaml_str(y, "ja");
	out[LANG_FILE] = *lang_code(LANG_FILE) == '\0' ? NULL :
	    lang_text(out[LANG_EN], "%s.rules.%s.%s", std->name,
	    code != NULL ? code : "", key);
}

static enum diag_level
level_of(const char *s)
{
	if (s != NULL && strcmp(s, "error") == 0)
		return DIAG_ERROR;
	if (s != NULL && strcmp(s, "warning") == 0)
		return DIAG_WARNING;
	return DIAG_NOTE;
}

static enum profile
profile_of(const char *s)
{
	if (s != NULL && strcmp(s, "starter") == 0)
		return PROFILE_STARTER;
	if (s != NULL && strcmp(s, "certified") == 0)
		return PROFILE_CERTIFIED;
	return PROFILE_OPERATING;
}

static bool
flag(const struct yaml *head, const char *key, bool fallback)
{
	const char *s = yaml_str(head, key);

	return s == NULL ? fallback : strcmp(s, "true") == 0;
}

static const char *
text_or_empty(const char *s)
{
	return s == NULL ? "" : s;
}

/* The head up to its examples, which stand last and are half of it. */
static size_t
without_examples(const char *s, size_t len)
{
	const char *at = memmem(s, len, "\nfails:", 7);

	return at == NULL ? len : (size_t)(at - s) + 1;
}

static bool
is_text(const struct yaml *head, const char *key, const char *want)
{
	const char *s = yaml_str(head, key);

	return s != NULL && strcmp(s, want) == 0;
}

static bool
rule_read(struct arena *a, struct diags *ds, const struct standard *std,
    const char *path, struct rule *r, bool examples)
{
	size_t len, from, head_len, body;
	const char *text = embed_get(path, &len);
	const struct yaml *head;

	if (front_find(text, len, &from, &head_len, &body) != 1)
		return false;
	if (!examples)
		head_len = without_examples(text + from, head_len);
	if ((head = yaml_parse(a, ds, path, text + from, head_len, 2)) == NULL)
		return false;
	r->path = path;
	r->sql = arena_dup(a, text + body, len - body);
	r->head.code = text_or_empty(yaml_str(head, "code"));
	r->head.level = level_of(yaml_str(head, "severity"));
	r->head.clause = text_or_empty(yaml_str(head, "clause"));
	texts(std, head, "message", r->head.message);
	texts(std, head, "help", r->head.help);
	texts(std, head, "title", r->title);
	texts(std, head, "why", r->why);
	for (int l = 0; l < LANG_FILE; l++)
		r->head.message[l] = text_or_empty(r->head.message[l]);
	r->profile = profile_of(yaml_str(head, "profile"));
	r->waivable = flag(head, "waivable", true);
	r->from_part = is_text(head, "needs_history", "part");
	r->needs_history = r->from_part || flag(head, "needs_history", false);
	r->against = flag(head, "against", false);
	r->fails = text_or_empty(yaml_str(head, "fails"));
	r->passes = text_or_empty(yaml_str(head, "passes"));
	return true;
}

struct ruleset *
rules_read(struct arena *a, struct diags *ds, const struct standard *std,
    bool examples)
{
	struct ruleset *set = arena_alloc(a, sizeof(*set));
	const char *dir = arena_printf(a, "%s/rules/", std->name), *path;

	/* The files' names are the codes, so path order is code order. */
	for (size_t i = 0; (path = embed_name(dir, i)) != NULL; i++) {
		set->rules = arena_grow(a, set->rules, set->len,
		    sizeof(*set->rules));
		if (rule_read(a, ds, std, path, &set->rules[set->len],
		    examples))
			set->len++;
	}
	return set;
}

const struct rule *
rules_find(const struct ruleset *set, const char *code)
{
	for (size_t i = 0; i < set->len; i++)
		if (strcmp(set->rules[i].head.code, code) == 0)
			return &set->rules[i];
	return NULL;
}
