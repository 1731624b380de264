#ifndef MODEL_KEYS_H
#define MODEL_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"

/*
 * The keys of isms.yaml as a table (config.def): who reads it, the schema
 * and explain know the same.
 */
enum key_group {
	KEYS_TOP, KEYS_MANUAL, KEYS_FORGE, KEYS_RULE, KEYS_HOUSE, KEYS_MESSAGE,
	KEYS_KIND, KEYS_FIELD, KEYS_STATE, KEYS_WORK, KEYS_GROUPS
};

enum key_form {
	KEY_TEXT, KEY_WORD, KEY_ONE, KEY_SOME, KEY_MAP, KEY_MAPS, KEY_BOTH,
	KEY_NAMES, KEY_FLAG, KEY_RANGE, KEY_LABELS, KEY_STANDARD,
	KEY_SETTINGS, KEY_WHEN, KEY_DATES, KEY_FILE, KEY_WORKS
};

struct key {
	enum key_group	 group;
	const char	*name;
	enum key_form	 form;
	const char	*detail;	/* pattern, words, or name of a group */
	bool		 needed;
	const char	*about[LANG_COUNT];
};

const char *key_about(const struct key *, enum lang);
/* The keys of a group, in order. */
const struct key *keys_of(enum key_group, size_t *n);
/* The group that the detail of a KEY_MAP or KEY_MAPS names. */
enum key_group keys_named(const char *detail);
/* The names of a group; the array has room for KEYS_MAX. */
#define KEYS_MAX	32
size_t keys_names(enum key_group, const char *names[KEYS_MAX]);

#endif
