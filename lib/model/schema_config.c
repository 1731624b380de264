#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "load/yaml.h"
#include "model/keys.h"
#include "model/language.h"
#include "model/say.h"
#include "model/schema.h"
#include "model/standard.h"

/* The schema of isms.yaml, from the table of its keys. */

static struct json *
ref(const char *name)
{
	struct json *j = json_new_object();
	char path[64] = "#/$defs/";

	strncat(path, name, sizeof(path) - strlen(path) - 1);
	json_set_str(j, "$ref", path);
	return j;
}

/* anyOf of definitions. */
static struct json *
any(const char *const *names)
{
	struct json *j = json_new_object(), *list = json_new_array();

	for (size_t i = 0; names[i] != NULL; i++)
		json_add(list, ref(names[i]));
	json_set(j, "anyOf", list);
	return j;
}

static struct json *
typed(const char *type)
{
	struct json *j = json_new_object();

	json_set_str(j, "type", type);
	return j;
}

static struct json *
list(struct json *items)
{
	struct json *j = typed("array");

	json_set(j, "items", items);
	return j;
}

/* The words of "a|b". */
static struct json *
words(const struct say *s, const char *detail)
{
	struct json *j = json_new_object(), *all = json_new_array();
	size_t n;

	if (strcmp(detail, "LANG") == 0)
		detail = language_names("|");
	for (;; detail += n + 1) {
		n = strcspn(detail, "|");
		json_add(all, json_new_str(arena_dup(s->arena, detail, n)));
		if (detail[n] == '\0')
			break;
	}
	json_set(j, "enum", all);
	return j;
}

static struct json *
two(const char *key, struct json *a, struct json *b)
{
	struct json *j = json_new_object(), *both = json_new_array();

	json_add(both, a);
	json_add(both, b);
	json_set(j, key, both);
	return j;
}

/* The names of the standards inside the program. */
static struct json *
standards(const struct say *s)
{
	struct json *j = json_new_object(), *all = json_new_array();
	const char *names = standard_names(s->arena);
	size_t n;

	for (; *names != '\0'; names += n + strspn(names + n, ", ")) {
		n = strcspn(names, ",");
		json_add(all, json_new_str(arena_dup(s->arena, names, n)));
	}
	json_set(j, "enum", all);
	return j;
}

/* Each setting with what holds when nothing is said. */
static struct json *
settings(const struct say *s)
{
	struct json *j = typed("object"), *props = json_new_object(), *one;
	const struct yaml *y = yaml_get(s->standard->about, "settings");
	const char *key, *about;

	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next) {
		one = ref("scalar");
		key = arena_printf(s->arena, "setting.%s", y->key);
		about = standard_word(s->standard, key, s->lang);
		if (about != key)
			json_set_str(one, "description", about);
		json_set_str(one, "default", y->s);
		json_set(props, y->key, one);
	}
	json_set(j, "properties", props);
	json_set(j, "additionalProperties", json_new_bool(false));
	return j;
}

/* Each work of the calendar with what can be said of it. */
static struct json *
works(const struct say *s, const char *detail)
{
	struct json *j = typed("object"), *props = json_new_object();
	const struct yaml *y = s->standard->calendar;

	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		if (yaml_str(y, "id") != NULL)
			json_set(props, yaml_str(y, "id"), ref(detail));
	json_set(j, "properties", props);
	json_set(j, "additionalProperties", json_new_bool(false));
	return j;
}

static struct json *
form(const struct say *s, const struct key *k)
{
	static const char *const both[] = { "scalar", "texts", NULL };
	static const char *const dates[] = { "names", "orders", NULL };
	struct json *j;

	switch (k->form) {
	case KEY_TEXT:
	case KEY_FILE:
		return ref("scalar");
	case KEY_WORD:
		j = ref("scalar");
		json_set_str(j, "pattern", k->detail);
		return j;
	case KEY_ONE:
		return words(s, k->detail);
	case KEY_SOME:
		return two("anyOf", words(s, k->detail),
		    list(words(s, k->detail)));
	case KEY_MAP:
		return ref(k->detail);
	case KEY_MAPS:
		return list(ref(k->detail));
	case KEY_BOTH:
		return any(both);
	case KEY_NAMES:
		return ref("names");
	case KEY_FLAG:
		return ref("flag");
	case KEY_RANGE:
		j = list(ref("scalar"));
		json_set_int(j, "minItems", 2);
		json_set_int(j, "maxItems", 2);
		return j;
	case KEY_LABELS:
		j = typed("object");
		json_set(j, "additionalProperties", any(both));
		return j;
	case KEY_STANDARD:
		return standards(s);
	case KEY_SETTINGS:
		return settings(s);
	case KEY_WORKS:
		return works(s, k->detail);
	case KEY_WHEN:
		j = typed("object");
		json_set_int(j, "minProperties", 1);
		json_set_int(j, "maxProperties", 1);
		return j;
	case KEY_DATES:
		return any(dates);
	}
	return json_new_object();
}

/* What is there in Japanese may be there in any other language. */
static void
more_languages(const struct say *s, const struct key *k, struct json *props)
{
	size_t len = strlen(k->name);
	const char *at = language_names(" "), *name;
	struct json *one;

	if (len < 2 || strcmp(k->name + len - 2, "ja") != 0 ||
	    (len > 2 && k->name[len - 3] != '_'))
		return;
	for (size_t n, i = 0; *at != '\0'; at += n + (at[n] == ' '), i++) {
		n = strcspn(at, " ");
		if (i < 2)
			continue;
		name = arena_printf(s->arena, "%.*s%.*s", (int)len - 2,
		    k->name, (int)n, at);
		one = two("anyOf", form(s, k), typed("null"));
		json_set(props, name, one);
	}
}

static struct json *
group(const struct say *s, enum key_group which)
{
	struct json *j = typed("object"), *props = json_new_object(), *one;
	struct json *needed = json_new_array();
	size_t n;
	const struct key *k = keys_of(which, &n);

	for (size_t i = 0; i < n; i++) {
		one = form(s, &k[i]);
		json_set_str(one, "description", key_about(&k[i], s->lang));
		/* A key without a value is as none. */
		if (!k[i].needed)
			one = two("anyOf", one, typed("null"));
		json_set(props, k[i].name, one);
		more_languages(s, &k[i], props);
		if (k[i].needed)
			json_add(needed, json_new_str(k[i].name));
	}
	json_set(j, "properties", props);
	json_set(j, "required", needed);
	json_set(j, "additionalProperties", json_new_bool(false));
	return j;
}

struct json *
schema_config(const struct say *s)
{
	static const char *const names[KEYS_GROUPS] = {
		[KEYS_MANUAL] = "MANUAL", [KEYS_FORGE] = "FORGE",
		[KEYS_RULE] = "RULE",
		[KEYS_HOUSE] = "HOUSE", [KEYS_KIND] = "KIND",
		[KEYS_FIELD] = "FIELD", [KEYS_STATE] = "STATE",
		[KEYS_WORK] = "WORK"
	};
	struct json *j = group(s, KEYS_TOP), *defs = json_new_object();
	struct json *types = json_new_array(), *one = json_new_object();

	json_set_str(j, "$schema",
	    "https://json-schema.org/draft/2020-12/schema");
	json_set_str(j, "title", say_word(s, "schema.config", NULL));
	json_add(types, json_new_str("string"));
	json_add(types, json_new_str("number"));
	json_add(types, json_new_str("boolean"));
	json_set(one, "type", types);
	json_set(defs, "scalar", one);
	json_set(defs, "names", list(ref("scalar")));
	json_set(defs, "orders", list(ref("names")));
	json_set(defs, "flag", typed("boolean"));
	json_set(defs, "texts", group(s, KEYS_MESSAGE));
	for (int g = 0; g < KEYS_GROUPS; g++)
		if (names[g] != NULL)
			json_set(defs, names[g], group(s,
			    (enum key_group)g));
	json_set(j, "$defs", defs);
	return j;
}
