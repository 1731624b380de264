#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "load/yaml.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/language.h"
#include "model/model.h"
#include "model/standard.h"
#include "model/value.h"

#define PATH_MOST	256	/* of a field, with its language */

static const struct yaml *
member(const struct yaml *y, const char *key, size_t len)
{
	if (y == NULL || y->type != YAML_MAP)
		return NULL;
	for (y = y->first; y != NULL; y = y->next)
		if (*y->key == *key && strncmp(y->key, key, len) == 0 &&
		    y->key[len] == '\0')
			return y;
	return NULL;
}

static const struct yaml *
element(const struct yaml *y, long i)
{
	if (y->type != YAML_LIST)
		return i == 0 ? y : NULL;
	for (y = y->first; y != NULL && i > 0; i--)
		y = y->next;
	return y;
}

/* As record_get; *near becomes the last thing found on the way there. */
static const struct yaml *
walk(const struct record *r, const char *path, const struct yaml **near)
{
	size_t len = strcspn(path, ".[");
	const struct yaml *y = member(r->map, path, len);
	char *end;
	long i;

	/* The title and the prose of a register are the register's. */
	if (y == NULL && r->defaults != NULL &&
	    strncmp(path, "title", 5) != 0 && language_prose(path) == NULL)
		y = member(r->defaults, path, len);
	for (path += len; y != NULL && *path != '\0';) {
		*near = y;
		if (*path == '[') {
			i = strtol(path + 1, &end, 10);
			if (end == path + 1 || *end != ']' || i < 0)
				return NULL;
			path = end + 1;
			y = element(y, i);
		} else {
			len = strcspn(++path, ".[");
			y = member(y, path, len);
			path += len;
		}
	}
	return y;
}

const struct yaml *
record_get(const struct record *r, const char *path)
{
	const struct yaml *near;

	return walk(r, path, &near);
}

const char *
record_str(const struct record *r, const char *path)
{
	const struct yaml *y = record_get(r, path);

	if (y == NULL || y->type != YAML_SCALAR ||
	    value_absent(r->standard, y))
		return NULL;
	return y->s;
}

struct pos
record_pos(const struct record *r, const char *path)
{
	const struct yaml *near = NULL, *y = walk(r, path, &near);

	return y != NULL ? y->at : near != NULL ? near->at : r->at;
}

/* The value at or below a path, members of lists alike, that names an id. */
static const struct yaml *
naming(const struct yaml *y, const char *path, const char *id)
{
	const struct yaml *m, *found = NULL;
	size_t len = strcspn(path, ".");

	if (y == NULL)
		return NULL;
	if (y->type == YAML_LIST) {
		for (m = y->first; m != NULL && found == NULL; m = m->next)
			found = naming(m, path, id);
		return found;
	}
	if (len > 0)
		return naming(member(y, path, len), path + len +
		    (path[len] == '.'), id);
	return y->type == YAML_SCALAR && strcasecmp(y->s, id) == 0 ? y : NULL;
}

struct pos
record_pos_naming(const struct record *r, const char *path, const char *id)
{
	const struct yaml *y = naming(r->map, path, id);

	if (y == NULL && r->defaults != NULL)
		y = naming(r->defaults, path, id);
	return y != NULL ? y->at : record_pos(r, path);
}

/* What the catalogue of the standard calls a record of that id, or NULL. */
static const char *
catalogue_title(const struct record *r, enum lang lang)
{
	const struct yaml *y = r->standard->catalogue;
	const char *no;

	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next) {
		if ((no = yaml_str(y, "id")) == NULL || strcmp(no, r->id) != 0)
			continue;
		return standard_said(r->standard, "catalogue", y, "title",
		    lang);
	}
	return NULL;
}

static bool
is_ascii(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s >= 0x80)
			return false;
	return true;
}

/* The name of a person, when the title is not translated. */
static const char *
person_name(const struct record *r)
{
	const struct yaml *y = yaml_get(yaml_get(r->standard->about,
	    "meaning"), "person");
	const char *kind = yaml_str(y, "kind"), *name = yaml_str(y, "name");

	return kind == NULL || name == NULL || r->kind == NULL ||
	    strcmp(r->kind->name, kind) != 0 ? NULL : record_str(r, name);
}

const char *
record_title(const struct record *r, enum lang lang)
{
	static const char *const keys[] = { "title_en", "title_ja" };
	char key[32];
	const char *s, *title;

	if (lang == LANG_FILE)
		snprintf(key, sizeof(key), "title_%s", lang_code(lang));
	s = record_str(r, lang == LANG_FILE ? key : keys[lang]);
	if (s != NULL || (s = person_name(r)) != NULL)
		return s;
	title = record_str(r, "title");
	if (title == NULL || is_ascii(title) != (lang == LANG_EN))
		s = catalogue_title(r, lang);
	if (s == NULL)
		s = title;
	return s != NULL ? s : r->id;
}

const struct yaml *
record_told(const struct record *r, const char *path, enum lang lang,
    bool *translated)
{
	char twin[PATH_MOST];
	const char *code = lang_code(lang);
	const struct yaml *y = NULL, *base;
	size_t n = strlen(path), len = strlen(code);

	if (n + 1 + len < sizeof(twin)) {
		memcpy(twin, path, n);
		twin[n] = '_';
		memcpy(twin + n + 1, code, len + 1);
		y = record_get(r, twin);
	}
	base = record_get(r, path);
	*translated = y != NULL && !value_absent(r->standard, y) &&
	    (base == NULL || base->type == y->type);
	return *translated ? y : base;
}
