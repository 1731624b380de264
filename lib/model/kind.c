#include <string.h>
#include <strings.h>

#include "base/near.h"
#include "model/kind.h"

/* Asking a kind; describe.c makes it. */

const char *
field_type_name(enum field_type type)
{
	static const char *const names[FIELD_TYPES] = {
		[FIELD_STR] = "str", [FIELD_TEXT] = "text",
		[FIELD_DATE] = "date", [FIELD_INT] = "int",
		[FIELD_NUM] = "num", [FIELD_BOOL] = "bool",
		[FIELD_REF] = "ref", [FIELD_CHOICE] = "choice",
		[FIELD_PERIOD] = "period", [FIELD_DURATION] = "duration",
		[FIELD_MONTH_DAY] = "month_day", [FIELD_MONTH] = "month",
		[FIELD_MAP] = "map", [FIELD_ANY] = "any",
		[FIELD_EVIDENCE] = "evidence",
	};

	return names[type];
}

/* A field by the first len bytes of name. */
static const struct field *
find(const struct field *fields, size_t n, const char *name, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (*fields[i].name == *name &&
		    strncmp(fields[i].name, name, len) == 0 &&
		    fields[i].name[len] == '\0')
			return &fields[i];
	return NULL;
}

const struct field *
kind_field(const struct kind *k, const char *name)
{
	return find(k->fields, k->len, name, strlen(name));
}

const struct field *
field_part(const struct field *f, const char *name)
{
	return find(f->sub, f->sub_len, name, strlen(name));
}

const struct field *
kind_path(const struct kind *k, const char *path)
{
	const struct field *f, *fields = k->fields;
	size_t n = k->len, len;

	for (;;) {
		len = strcspn(path, ".[");
		if ((f = find(fields, n, path, len)) == NULL)
			return NULL;
		path += len;
		path += strcspn(path, ".");
		if (*path++ == '\0')
			return f;
		fields = f->sub;
		n = f->sub_len;
	}
}

const struct state *
kind_state(const struct kind *k, const char *name)
{
	for (size_t i = 0; i < k->state_len; i++)
		if (strcmp(k->states[i].name, name) == 0)
			return &k->states[i];
	return NULL;
}

const char *
field_choice(const struct field *f, const char *value, enum lang lang)
{
	for (size_t i = 0; f->choices[i] != NULL; i++)
		if (strcmp(f->choices[i], value) == 0 &&
		    f->choice_label[lang] != NULL)
			return f->choice_label[lang][i];
	return value;
}

const char *
kind_state_label(const struct kind *k, const char *name, enum lang lang)
{
	const struct state *s = kind_state(k, name);

	return s != NULL ? s->label[lang] : name;
}

bool
kind_needs(const struct kind *k, const struct field *f,
    const struct state *now)
{
	const struct state *from;

	if (f->need != NEED_STATE)
		return f->need == NEED_ALWAYS;
	if (now == NULL || (from = kind_state(k, f->state)) == NULL)
		return false;
	/* A state aside needs only what is needed in itself. */
	return now == from ||
	    (now->rank >= 0 && from->rank >= 0 && now->rank >= from->rank);
}

const char *
field_meant(const struct field *fields, size_t n, const char *key)
{
	struct near g = { .word = key };
	const char *labelled = NULL;

	for (size_t i = 0; i < n; i++) {
		if (strcmp(fields[i].name, key) == 0)
			return NULL;
		near_offer(&g, fields[i].name);
		for (int l = 0; labelled == NULL && l < LANG_FILE; l++)
			if (fields[i].label[l] != NULL &&
			    strcasecmp(fields[i].label[l], key) == 0)
				labelled = fields[i].name;
	}
	return labelled != NULL ? labelled : g.best;
}
