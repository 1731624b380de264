#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/language.h"
#include "model/standard.h"

#define CODE_MAX	12

/* Texts of the language in use; as long as the program runs. */
static struct {
	struct arena	*arena;
	struct map	*texts, *standards;
	const char	*code;
} own;

static struct arena *
home(void)
{
	if (own.arena == NULL)
		own.arena = arena_new();
	return own.arena;
}

/* The path of a language's file; NULL for what cannot be a code. */
static const char *
file_of(const char *code, char path[CODE_MAX + 16])
{
	size_t n = strspn(code, "abcdefghijklmnopqrstuvwxyz-");

	if (n < 2 || n > CODE_MAX || code[n] != '\0')
		return NULL;
	snprintf(path, CODE_MAX + 16, "lang/%s.yaml", code);
	return embed_get(path, NULL) == NULL ? NULL : path;
}

bool
language_known(const char *code)
{
	char path[CODE_MAX + 16];

	return strcmp(code, lang_code(LANG_EN)) == 0 ||
	    strcmp(code, lang_code(LANG_JA)) == 0 ||
	    file_of(code, path) != NULL;
}

const char *
language_names(const char *between)
{
	const char *all = arena_printf(home(), "%s%s%s", lang_code(LANG_EN),
	    between, lang_code(LANG_JA)), *path, *dot;

	for (size_t i = 0; (path = embed_name("lang/", i)) != NULL; i++) {
		path += strlen("lang/");
		if ((dot = strchr(path, '.')) != NULL)
			all = arena_printf(home(), "%s%s%.*s", all, between,
			    (int)(dot - path), path);
	}
	return all;
}

/*
 * Of pairs called "says" the English is a pattern: they stand together, a
 * line each, under the path of their list (see phrase.h).
 */
static void
pair(const char *path, const char *en, const char *is)
{
	size_t len = strlen(path);
	const char *before;

	if (len < 5 || strcmp(path + len - 5, ".says") != 0) {
		map_put(own.texts, arena_printf(home(), "%s.%s", path, en),
		    (char *)is);
		return;
	}
	if (strchr(en, '\n') != NULL || strchr(is, '\n') != NULL)
		return;
	before = map_get(own.texts, path);
	map_put(own.texts, path, arena_printf(home(), "%s%s\n%s\n",
	    before != NULL ? before : "", en, is));
}

/*
 * A text under its path of keys.  In a list stand pairs {en, is}, where the
 * English is the last key.
 */
static void
gather(const char *path, const struct yaml *y)
{
	const struct yaml *m;
	const char *en, *is;

	for (m = y->first; m != NULL; m = m->next) {
		if (y->type == YAML_LIST) {
			en = yaml_str(m, "en");
			if (en != NULL && (is = yaml_str(m, "is")) != NULL)
				pair(path, en, is);
			continue;
		}
		en = arena_printf(home(), "%s%s%s", path,
		    *path == '\0' ? "" : ".", m->key);
		if (m->type != YAML_SCALAR)
			gather(en, m);
		else if (*m->s != '\0')
			map_put(own.texts, en, (char *)m->s);
	}
}

/* Its faults are ours, and the lint of the data shows them. */
static void
read_texts(const char *path, const char *under)
{
	const struct yaml *y;
	const char *text;
	size_t len;

	if ((text = embed_get(path, &len)) == NULL)
		return;
	y = yaml_parse(home(), diags_new(home()), path, text, len, 1);
	if (y != NULL)
		gather(under, y);
}

enum lang
language_choose(const char *code)
{
	char path[CODE_MAX + 16];

	if (strcmp(code, lang_code(LANG_EN)) == 0)
		return LANG_EN;
	if (strcmp(code, lang_code(LANG_JA)) == 0)
		return LANG_JA;
	if (file_of(code, path) == NULL)
		return LANG_COUNT;
	if (own.code == NULL || strcmp(own.code, code) != 0) {
		own.code = arena_str(home(), code);
		own.texts = map_new(home());
		own.standards = map_new(home());
		read_texts(path, "");
		lang_use(own.code, own.texts);
	}
	return LANG_FILE;
}

void
language_standard(const char *name)
{
	const char *key;

	if (own.code == NULL || map_get(own.standards, name) != NULL)
		return;
	key = arena_str(home(), name);
	map_put(own.standards, key, own.texts);
	read_texts(arena_printf(home(), "%s/lang/%s.yaml", name, own.code),
	    key);
}

bool
language_translates(const struct field *f)
{
	size_t len = strlen(f->name);

	return (f->type == FIELD_STR || f->type == FIELD_TEXT ||
	    f->type == FIELD_EVIDENCE) &&
	    strcmp(f->name, "id") != 0 && strcmp(f->name, "kind") != 0 &&
	    strcmp(f->name, "status") != 0 &&
	    (len < 4 || f->name[len - 3] != '_' ||
	    !language_known(f->name + len - 2));
}

const struct field *
language_twin(const struct field *fields, size_t n, const char *key)
{
	const char *at = strrchr(key, '_');
	size_t len = at == NULL ? 0 : (size_t)(at - key);

	if (len == 0 || !language_known(at + 1))
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (strncmp(fields[i].name, key, len) == 0 &&
		    fields[i].name[len] == '\0' &&
		    language_translates(&fields[i]))
			return &fields[i];
	return NULL;
}

const struct field *
language_prose(const char *key)
{
	static const char *none[] = { NULL };
	static const struct field body = { .name = "body",
	    .type = FIELD_TEXT, .choices = none, .refs = none };

	return strncmp(key, "body_", 5) == 0 && language_known(key + 5) ?
	    &body : NULL;
}
