#include <string.h>

#include "model/keys.h"

static const struct key rows[] = {
#define KEY(group, name, form, detail, needed, en, ja) \
	{ KEYS_##group, name, KEY_##form, detail, needed, { en, ja } },
#include "model/config.def"
#undef KEY
};

#define ROWS	(sizeof(rows) / sizeof(*rows))

const struct key *
keys_of(enum key_group group, size_t *n)
{
	size_t first = 0;

	while (first < ROWS && rows[first].group != group)
		first++;
	for (*n = 0; first + *n < ROWS && rows[first + *n].group == group;)
		++*n;
	return &rows[first];
}

static const char *const group_names[KEYS_GROUPS] = {
	[KEYS_TOP] = "TOP", [KEYS_MANUAL] = "MANUAL",
	[KEYS_FORGE] = "FORGE",
	[KEYS_RULE] = "RULE", [KEYS_HOUSE] = "HOUSE",
	[KEYS_MESSAGE] = "MESSAGE", [KEYS_KIND] = "KIND",
	[KEYS_FIELD] = "FIELD", [KEYS_STATE] = "STATE",
	[KEYS_WORK] = "WORK"
};

enum key_group
keys_named(const char *detail)
{
	int i;

	for (i = 0; i < KEYS_GROUPS - 1; i++)
		if (strcmp(group_names[i], detail) == 0)
			break;
	return (enum key_group)i;
}

const char *
key_about(const struct key *k, enum lang lang)
{
	return lang != LANG_FILE ? k->about[lang] : lang_text(
	    k->about[LANG_EN], "config.%s.%s", group_names[k->group],
	    k->name);
}

size_t
keys_names(enum key_group group, const char *names[KEYS_MAX])
{
	size_t n;
	const struct key *k = keys_of(group, &n);

	if (n >= KEYS_MAX)
		n = KEYS_MAX - 1;
	for (size_t i = 0; i < n; i++)
		names[i] = k[i].name;
	names[n] = NULL;
	return n;
}
