#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/map.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/language.h"
#include "model/standard.h"

static const struct yaml *
read_file(struct arena *a, struct diags *ds, const char *path)
{
	const char *text;
	size_t len;

	if ((text = embed_get(path, &len)) == NULL)
		return NULL;
	return yaml_parse(a, ds, path, text, len, 1);
}

static const struct yaml *
read_part(struct arena *a, struct diags *ds, const char *name,
    const char *file)
{
	return read_file(a, ds, arena_printf(a, "%s/%s", name, file));
}

/* _envelope.yaml has no name of its own: its fields are every kind's. */
static struct kind *
read_envelope(struct arena *a, struct diags *ds, const char *name)
{
	const struct yaml *y;
	struct yaml *whole, *title;
	struct kind *k;

	if ((y = read_part(a, ds, name, "kinds/_envelope.yaml")) == NULL)
		return NULL;
	/* kind_read() asks for a name and a prefix. */
	whole = arena_alloc(a, sizeof(*whole));
	*whole = *y;
	for (int i = 0; i < 2; i++) {
		title = arena_alloc(a, sizeof(*title));
		title->key = i == 0 ? "name" : "prefix";
		title->s = i == 0 ? "envelope" : "ENV";
		title->at = title->key_at = y->at;
		title->next = whole->first;
		whole->first = title;
		whole->len++;
	}
	if ((k = kind_read(a, ds, whole, NULL)) != NULL)
		for (size_t i = 0; i < k->len; i++)
			k->fields[i].envelope = true;
	return k;
}

static int
by_order(const void *a, const void *b)
{
	const struct kind *x = *(struct kind *const *)a;
	const struct kind *y = *(struct kind *const *)b;

	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return strcmp(x->name, y->name);
}

static void
read_kinds(struct arena *a, struct diags *ds, struct standard *std)
{
	const char *dir = arena_printf(a, "%s/kinds/", std->name), *path;
	const struct kind *envelope = read_envelope(a, ds, std->name);
	const struct yaml *y;
	struct kind *k;

	std->envelope = envelope;
	std->envelope_len = envelope != NULL ? envelope->len : 0;
	for (size_t i = 0; (path = embed_name(dir, i)) != NULL; i++) {
		if (path[strlen(dir)] == '_' ||
		    (y = read_file(a, ds, path)) == NULL ||
		    (k = kind_read(a, ds, y, envelope)) == NULL)
			continue;
		std->kinds = arena_grow(a, std->kinds, std->kind_len,
		    sizeof(struct kind *));
		std->kinds[std->kind_len++] = k;
	}
	if (std->kind_len > 0)
		qsort(std->kinds, std->kind_len, sizeof(struct kind *),
		    by_order);
}

static void
read_placeholders(struct standard *std)
{
	const struct yaml *list, *y;

	list = yaml_get(std->about, "placeholders");
	if (list == NULL || list->type != YAML_LIST)
		return;
	std->placeholders = list;
	for (y = list->first; y != NULL; y = y->next)
		if (y->type == YAML_SCALAR &&
		    strlen(y->s) > std->placeholder_max)
			std->placeholder_max = strlen(y->s);
}

struct words {
	struct arena	*arena;
	struct map	*map;		/* NULL: not read yet */
};

static struct map *
map_words(struct arena *a, const struct yaml *words)
{
	struct map *m = map_new(a);
	const struct yaml *y;

	for (y = words == NULL ? NULL : words->first; y != NULL; y = y->next)
		if (y->key != NULL)
			map_put(m, y->key, (struct yaml *)y);
	return m;
}

struct standard *
standard_read(struct arena *a, struct diags *ds, const char *name)
{
	struct standard *std;

	if (strchr(name, '/') != NULL || embed_get(arena_printf(a,
	    "%s/standard.yaml", name), NULL) == NULL)
		return NULL;
	std = arena_alloc(a, sizeof(*std));
	std->name = arena_str(a, name);
	language_standard(std->name);
	std->about = read_part(a, ds, name, "standard.yaml");
	std->words = read_part(a, ds, name, "words.yaml");
	std->clauses = read_part(a, ds, name, "clauses.yaml");
	std->catalogue = read_part(a, ds, name, "catalogue.yaml");
	std->calendar = read_part(a, ds, name, "calendar.yaml");
	read_placeholders(std);
	read_kinds(a, ds, std);
	std->word_map = map_words(a, std->words);
	std->common = arena_alloc(a, sizeof(*std->common));
	std->common->arena = a;
	return std;
}

const char *
standard_first(struct arena *a)
{
	const char *all = standard_names(a);

	return arena_dup(a, all, strcspn(all, ","));
}

const char *
standard_names(struct arena *a)
{
	const char *path, *tail, *all = "";

	for (size_t i = 0; (path = embed_name("", i)) != NULL; i++)
		if ((tail = strchr(path, '/')) != NULL &&
		    strcmp(tail, "/standard.yaml") == 0)
			all = arena_printf(a, "%s%s%.*s", all,
			    *all == '\0' ? "" : ", ", (int)(tail - path),
			    path);
	return all;
}

const struct yaml *
standard_manual(struct arena *a, const struct standard *std)
{
	/* Its faults are ours, and the lint of the data shows them. */
	return read_part(a, diags_new(a), std->name, "manual.yaml");
}

const struct yaml *
standard_diff(struct arena *a, const struct standard *std)
{
	return read_part(a, diags_new(a), std->name, "diff.yaml");
}

/* Few runs want one, so that the file is read when it is asked for. */
static const struct yaml *
common_word(struct words *w, const char *key)
{
	if (w->map == NULL)
		w->map = map_words(w->arena, read_file(w->arena,
		    diags_new(w->arena), "words.yaml"));
	return map_get(w->map, key);
}

const char *
standard_word(const struct standard *std, const char *key, enum lang lang)
{
	const struct yaml *y = map_get(std->word_map, key);
	bool own = y != NULL;
	const char *s;

	if (y == NULL && (y = common_word(std->common, key)) == NULL)
		return key;
	if (y->type == YAML_SCALAR)
		return y->s;
	if (lang == LANG_FILE) {
		s = yaml_str(y, "en");
		return s == NULL ? key : own ? lang_text(s, "%s.words.%s",
		    std->name, key) : lang_text(s, "words.%s", key);
	}
	return (s = yaml_str(y, lang_code(lang))) != NULL ? s : key;
}

const char *
standard_said(const struct standard *std, const char *list,
    const struct yaml *entry, const char *key, enum lang lang)
{
	const char *id = yaml_str(entry, "id"), *s = NULL;
	char name[64];

	if (id == NULL && (id = yaml_str(entry, "no")) == NULL)
		id = "";
	if (lang == LANG_JA && snprintf(name, sizeof(name), "%s_ja", key) > 0)
		s = yaml_str(entry, name);
	if (s == NULL)
		s = yaml_str(entry, key);
	return s == NULL || lang != LANG_FILE ? s : lang_text(s,
	    "%s.%s%s%s.%s", std->name, list, *id == '\0' ? "" : ".", id, key);
}

const char *
standard_say(const struct standard *std, const struct yaml *y,
    enum lang lang)
{
	const char *s = yaml_str(y, lang_code(lang));

	if (s == NULL)
		s = yaml_str(y, "en");
	return s == NULL || lang != LANG_FILE ? s :
	    lang_text(s, "%s.texts.%s", std->name, s);
}

const char *
standard_span(struct arena *a, const struct standard *std, const char *text,
    enum lang lang)
{
	static const char *const keys[3] = {
		"span.year", "span.month", "span.day"
	};
	struct date_span span;
	struct diag_word w = { "n", NULL };
	const char *s = "";
	int n[3];

	if (*text != 'P' || !date_span_parse(text, &span))
		return text;
	n[0] = span.months / 12;
	n[1] = span.months % 12;
	n[2] = span.days;
	for (int i = 0; i < 3; i++) {
		if (n[i] == 0)
			continue;
		w.value = arena_printf(a, "%d", n[i]);
		s = arena_printf(a, "%s%s%s", s,
		    *s != '\0' ? lang_pick(lang, " ", "") : "",
		    diag_fill(a, standard_word(std, keys[i], lang), &w, 1));
	}
	return s;
}

const char *
standard_yes(struct arena *a, const struct standard *std, const char *field,
    bool yes, enum lang lang)
{
	const char *plain = yes ? "yes" : "no";
	const char *key = arena_printf(a, "%s.%s", plain, field);
	const char *s = standard_word(std, key, lang);

	return s == key ? standard_word(std, plain, lang) : s;
}
