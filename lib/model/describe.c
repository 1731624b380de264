#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/near.h"
#include "base/pattern.h"
#include "load/yaml.h"
#include "model/keys.h"
#include "model/kind.h"

/*
 * Descriptions of kinds to struct kind: the standard's files and what an
 * organisation adds in isms.yaml.
 */

#define NAME_MAX_LEN	40
#define FIELDS_MAX	200	/* a table of the store takes 2000 columns */
#define DEPTH_MAX	4	/* of mappings within mappings */

struct reader {
	struct arena	*arena;
	struct diags	*diags;
	const struct yaml *choices;	/* labels of the kind's choices */
	const struct kind *kind;	/* its states are read first */
	size_t		 fields;	/* so far */
	const char	*standard;	/* whose file it is; for the next: */
	int		 standard_len;	/* 0 when it is isms.yaml */
	const char	*name;		/* of the kind */
	const char	*path;		/* of the field above, with a dot */
};

static const char *none[] = { NULL };

static void
bad(struct reader *r, const struct yaml *y, const char *key,
    const char *allowed)
{
	diag_add(r->diags, D_KIND_BAD, y->at, NULL, "key", key, "value",
	    y->type == YAML_SCALAR ? y->s : "...", "allowed", allowed, NULL);
}

/* Say of each key that is none of the words. */
static void
check_words(struct reader *r, const struct yaml *map, enum key_group group)
{
	const char *words[KEYS_MAX];
	const struct yaml *y;
	const char *near;
	size_t all = keys_names(group, words), n;

	for (y = map->first; y != NULL; y = y->next) {
		for (n = 0; n < all && strcmp(words[n], y->key) != 0; n++)
			continue;
		if (n < all)
			continue;
		if ((near = near_find(y->key, words, all)) != NULL)
			diag_add(r->diags, D_KIND_NEAR, y->key_at, NULL, "key",
			    y->key, "near", near, NULL);
		else
			diag_add(r->diags, D_KIND_WORD, y->key_at, NULL,
			    "key", y->key, NULL);
	}
}

static const char *
get_str(struct reader *r, const struct yaml *map, const char *key)
{
	const struct yaml *y = yaml_get(map, key);

	if (y == NULL)
		return NULL;
	if (y->type != YAML_SCALAR || *y->s == '\0') {
		bad(r, y, key, "text");
		return NULL;
	}
	return y->s;
}

static bool
get_bool(struct reader *r, const struct yaml *map, const char *key,
    bool fallback)
{
	const struct yaml *y = yaml_get(map, key);

	if (y == NULL)
		return fallback;
	if (y->type == YAML_SCALAR && strcmp(y->s, "true") == 0)
		return true;
	if (y->type != YAML_SCALAR || strcmp(y->s, "false") != 0)
		bad(r, y, key, "true, false");
	return false;
}

/* The scalars of a list; "none" when absent. */
static const char **
get_list(struct reader *r, const struct yaml *map, const char *key)
{
	const struct yaml *y = yaml_get(map, key), *m;
	const char **list;
	size_t n = 0;

	if (y == NULL)
		return none;
	if (y->type != YAML_LIST) {
		bad(r, y, key, "[a, b]");
		return none;
	}
	list = arena_alloc(r->arena, (y->len + 1) * sizeof(*list));
	for (m = y->first; m != NULL; m = m->next)
		if (m->type == YAML_SCALAR && *m->s != '\0')
			list[n++] = m->s;
		else
			bad(r, m, key, "text");
	return list;
}

/* {en: ..., ja: ...}; a missing language falls back on another, then name. */
static void
get_label(struct reader *r, const struct yaml *map, const char *key,
    const char *name, const char *label[LANG_COUNT])
{
	const struct yaml *y = yaml_get(map, key);
	const char *en, *ja, *own;

	label[LANG_EN] = label[LANG_JA] = label[LANG_FILE] = name;
	if (y == NULL)
		return;
	if (y->type == YAML_SCALAR && *y->s != '\0') {
		label[LANG_EN] = label[LANG_JA] = label[LANG_FILE] = y->s;
	} else if (y->type == YAML_MAP) {
		en = yaml_str(y, "en");
		ja = yaml_str(y, "ja");
		own = *lang_code(LANG_FILE) == '\0' ? NULL :
		    yaml_str(y, lang_code(LANG_FILE));
		if (en == NULL && ja == NULL && own == NULL)
			return;
		label[LANG_EN] = en != NULL ? en : ja != NULL ? ja : own;
		label[LANG_JA] = ja != NULL ? ja : label[LANG_EN];
		label[LANG_FILE] = own != NULL ? own : label[LANG_EN];
	} else
		bad(r, y, key, "{en: ..., ja: ...}");
}

/*
 * A label of the standard in a file's language, where it is called
 * "iso27001.kinds.risk.states.open".
 */
static void
speak(const struct reader *r, const char *label[LANG_COUNT],
    const char *part, const char *name)
{
	if (r->standard_len > 0)
		label[LANG_FILE] = lang_text(label[LANG_FILE],
		    "%.*s.kinds.%s.%s%s%s%s", r->standard_len, r->standard,
		    r->name, part, *name != '\0' ? "." : "",
		    strcmp(part, "fields") == 0 ? r->path : "", name);
}

/* A name for tables and columns: a letter, then letters, digits and _. */
static const char *
get_name(struct reader *r, const struct yaml *map)
{
	const char *name = get_str(r, map, "name");
	size_t len;

	if (name == NULL) {
		if (yaml_get(map, "name") == NULL)
			diag_add(r->diags, D_KIND_LACKS, map->at, NULL,
			    "key", "name", NULL);
		return NULL;
	}
	len = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");
	if (name[len] != '\0' || len > NAME_MAX_LEN || *name < 'a' ||
	    *name > 'z') {
		bad(r, yaml_get(map, "name"), "name", "[a-z][a-z0-9_]*");
		return NULL;
	}
	return name;
}

static void
read_type(struct reader *r, const struct yaml *y, struct field *f)
{
	const char *type = get_str(r, y, "type");
	struct buf all = BUF_INIT;
	int t;

	if (type == NULL)
		return;
	for (t = 0; t < FIELD_TYPES; t++) {
		if (strcmp(type, field_type_name((enum field_type)t)) == 0) {
			f->type = (enum field_type)t;
			break;
		}
		buf_addf(&all, "%s%s", t > 0 ? ", " : "",
		    field_type_name((enum field_type)t));
	}
	if (t == FIELD_TYPES)
		bad(r, yaml_get(y, "type"), "type", all.s);
	buf_done(&all);
}

static void
read_need(struct reader *r, const struct yaml *y, struct field *f)
{
	const char *need = get_str(r, y, "need");

	f->need = NEED_NOT;
	if (need == NULL || strcmp(need, "no") == 0)
		return;
	f->need = strcmp(need, "always") == 0 ? NEED_ALWAYS : NEED_STATE;
	if (f->need == NEED_ALWAYS)
		return;
	f->state = need;
	if (kind_state(r->kind, need) == NULL)
		bad(r, yaml_get(y, "need"), "need",
		    "no, always, or the name of a state");
}

/* when: {formula: matrix} or {formula: [product, sum]}. */
static void
read_when(struct reader *r, const struct yaml *y, struct field *f)
{
	const struct yaml *when = yaml_get(y, "when"), *is;

	if (when == NULL)
		return;
	if (when->type != YAML_MAP || when->len != 1) {
		bad(r, when, "when", "{field: [value, value]}");
		return;
	}
	is = when->first;
	f->when = is->key;
	if (is->type == YAML_SCALAR && *is->s != '\0') {
		f->when_is = arena_alloc(r->arena, 2 * sizeof(*f->when_is));
		f->when_is[0] = is->s;
	} else
		f->when_is = get_list(r, when, is->key);
}

/* The other field of a when stands beside it. */
static void
check_when(struct reader *r, const struct yaml *list, const struct field *f,
    size_t n)
{
	const struct yaml *y, *when;
	size_t i;

	for (y = list->first; y != NULL; y = y->next) {
		if ((when = yaml_get(y, "when")) == NULL ||
		    when->type != YAML_MAP || when->first == NULL)
			continue;
		for (i = 0; i < n; i++)
			if (strcmp(f[i].name, when->first->key) == 0)
				break;
		if (i == n)
			diag_add(r->diags, D_KIND_BAD, when->first->key_at,
			    NULL, "key", "when", "value", when->first->key,
			    "allowed", "the name of a field beside it", NULL);
	}
}

static void
read_range(struct reader *r, const struct yaml *y, struct field *f)
{
	const struct yaml *range = yaml_get(y, "range");
	char *end;

	if (range == NULL)
		return;
	if (range->type == YAML_LIST && range->len == 2 &&
	    range->first->type == YAML_SCALAR &&
	    range->first->next->type == YAML_SCALAR) {
		f->lo = strtod(range->first->s, &end);
		f->scale = *end == '\0';
		f->hi = strtod(range->first->next->s, &end);
		f->scale = f->scale && *end == '\0' && f->lo <= f->hi;
	}
	if (!f->scale)
		bad(r, range, "range", "[1, 5]");
}

/* Labels beside the choices, from the kind's list. */
static void
read_choices(struct reader *r, const struct yaml *y, struct field *f)
{
	const char *label[LANG_COUNT];
	size_t n;
	int l;

	f->choices = get_list(r, y, "choices");
	if (f->type == FIELD_CHOICE && f->choices[0] == NULL)
		diag_add(r->diags, D_KIND_LACKS, y->at, NULL, "key",
		    "choices", NULL);
	for (n = 0; f->choices[n] != NULL; n++)
		continue;
	for (l = 0; l < LANG_COUNT; l++)
		f->choice_label[l] = arena_alloc(r->arena,
		    (n + 1) * sizeof(char *));
	while (n-- > 0) {
		get_label(r, r->choices, f->choices[n], f->choices[n], label);
		speak(r, label, "choices", f->choices[n]);
		for (l = 0; l < LANG_COUNT; l++)
			f->choice_label[l][n] = label[l];
	}
}

static struct field *read_fields(struct reader *, const struct yaml *,
    size_t *, int);

/* The depth of a description is bound by DEPTH_MAX. */
static bool
read_field(struct reader *r, const struct yaml *y, struct field *f, int depth)
{
	const struct yaml *sub;
	const char *path = r->path;

	if (y->type != YAML_MAP) {
		bad(r, y, "fields", "- {name: ..., type: ...}");
		return false;
	}
	check_words(r, y, KEYS_FIELD);
	if ((f->name = get_name(r, y)) == NULL)
		return false;
	f->at = yaml_get(y, "name")->at;
	/* At the top of a file it makes a register. */
	if (depth == 0 && strcmp(f->name, "records") == 0) {
		diag_add(r->diags, D_KIND_TWICE, f->at, NULL, "name",
		    f->name, NULL);
		return false;
	}
	if (++r->fields > FIELDS_MAX) {
		bad(r, y, "fields", "200");
		return false;
	}
	read_type(r, y, f);
	read_need(r, y, f);
	read_when(r, y, f);
	read_range(r, y, f);
	read_choices(r, y, f);
	f->list = get_bool(r, y, "list", false);
	f->happened = get_bool(r, y, "happened", false);
	f->acyclic = get_bool(r, y, "acyclic", false);
	f->rule = get_str(r, y, "rule");
	f->fallback = get_str(r, y, "fallback");
	f->refs = get_list(r, y, "refs");
	get_label(r, y, "label", f->name, f->label);
	speak(r, f->label, "fields", f->name);
	sub = yaml_get(y, "fields");
	if (f->type == FIELD_MAP && sub != NULL && depth < DEPTH_MAX) {
		r->path = arena_printf(r->arena, "%s%s.", path, f->name);
		f->sub = read_fields(r, sub, &f->sub_len, depth + 1);
		r->path = path;
	} else if (f->type == FIELD_MAP)
		diag_add(r->diags, D_KIND_LACKS, y->at, NULL, "key",
		    "fields", NULL);
	return true;
}

static struct field *
read_fields(struct reader *r, const struct yaml *list, size_t *len, int depth)
{
	const struct yaml *y;
	struct field *fields;
	size_t n = 0, i;

	*len = 0;
	if (list == NULL)
		return NULL;
	if (list->type != YAML_LIST) {
		bad(r, list, "fields", "- {name: ..., type: ...}");
		return NULL;
	}
	fields = arena_alloc(r->arena, (list->len + 1) * sizeof(*fields));
	for (y = list->first; y != NULL; y = y->next) {
		if (!read_field(r, y, &fields[n], depth)) {
			memset(&fields[n], 0, sizeof(fields[n]));
			continue;
		}
		for (i = 0; i < n; i++)
			if (strcmp(fields[i].name, fields[n].name) == 0)
				break;
		if (i < n)
			diag_add(r->diags, D_KIND_TWICE, fields[n].at, NULL,
			    "name", fields[n].name, NULL);
		else
			n++;
	}
	check_when(r, list, fields, n);
	*len = n;
	return fields;
}

static void
read_states(struct reader *r, const struct yaml *map, struct kind *k)
{
	const struct yaml *list = yaml_get(map, "states"), *y;
	struct state *s;

	if (list == NULL)
		return;
	if (list->type != YAML_LIST) {
		bad(r, list, "states", "- {name: ..., to: [...]}");
		return;
	}
	k->states = arena_alloc(r->arena, (list->len + 1) *
	    sizeof(*k->states));
	for (y = list->first; y != NULL; y = y->next) {
		if (y->type != YAML_MAP) {
			bad(r, y, "states", "- {name: ..., to: [...]}");
			continue;
		}
		check_words(r, y, KEYS_STATE);
		s = &k->states[k->state_len];
		if ((s->name = get_name(r, y)) == NULL)
			continue;
		get_label(r, y, "label", s->name, s->label);
		speak(r, s->label, "states", s->name);
		s->to = get_list(r, y, "to");
		s->end = get_bool(r, y, "end", false);
		s->live = get_bool(r, y, "live", !s->end);
		s->rank = get_bool(r, y, "aside", false) ? -1 :
		    (int)k->state_len;
		k->state_len++;
	}
}

static void
add_order(struct arena *a, struct kind *k, const char **paths)
{
	k->dates = arena_grow(a, k->dates, k->date_len, sizeof(*k->dates));
	k->dates[k->date_len++] = paths;
}

/* dates: [a, b] or, for several orders, [[a, b], [c, d]]. */
static void
read_dates(struct reader *r, const struct yaml *map, struct kind *k)
{
	const struct yaml *y = yaml_get(map, "dates"), *row, *m;
	const char **paths;
	size_t n;

	if (y == NULL)
		return;
	if (y->type != YAML_LIST) {
		bad(r, y, "dates", "[created, approved_on]");
		return;
	}
	row = y->first != NULL && y->first->type == YAML_LIST ? y->first : y;
	for (; row != NULL; row = row == y ? NULL : row->next) {
		if (row->type != YAML_LIST) {
			bad(r, row, "dates", "[[a, b], [c, d]]");
			continue;
		}
		paths = arena_alloc(r->arena, (row->len + 1) *
		    sizeof(*paths));
		for (n = 0, m = row->first; m != NULL; m = m->next) {
			if (m->type != YAML_SCALAR ||
			    kind_path(k, m->s) == NULL)
				bad(r, m, "dates", "[created, approved_on]");
			else
				paths[n++] = m->s;
		}
		add_order(r->arena, k, paths);
	}
}

/* An array of its own, since more may come behind. */
static void
copy_dates(struct arena *a, struct kind *k, const struct kind *from)
{
	k->dates = NULL;
	k->date_len = 0;
	for (size_t i = 0; i < from->date_len; i++)
		add_order(a, k, from->dates[i]);
}

/* Behind one another; of two of a name the later takes the earlier's place. */
static void
join_fields(struct reader *r, struct kind *k, const struct field *more,
    size_t n)
{
	struct field *all;
	const struct field *old;

	all = arena_alloc(r->arena, (k->len + n + 1) * sizeof(*all));
	if (k->len > 0)
		memcpy(all, k->fields, k->len * sizeof(*all));
	k->fields = all;
	for (size_t i = 0; i < n; i++) {
		if ((old = kind_field(k, more[i].name)) == NULL) {
			all[k->len++] = more[i];
			continue;
		}
		all[old - all] = more[i];
		all[old - all].envelope = old->envelope;
	}
}

/* The states are the choices of the status. */
static void
tie_status(struct reader *r, struct kind *k)
{
	struct field *f = (struct field *)kind_field(k, "status");
	size_t i;
	int l;

	if (f == NULL || k->state_len == 0)
		return;
	f->type = FIELD_CHOICE;
	f->choices = arena_alloc(r->arena, (k->state_len + 1) *
	    sizeof(*f->choices));
	for (l = 0; l < LANG_COUNT; l++)
		f->choice_label[l] = arena_alloc(r->arena,
		    (k->state_len + 1) * sizeof(char *));
	for (i = 0; i < k->state_len; i++) {
		f->choices[i] = k->states[i].name;
		for (l = 0; l < LANG_COUNT; l++)
			f->choice_label[l][i] = k->states[i].label[l];
	}
	if (k->status != NULL)
		f->fallback = k->status;
}

static void
read_id(struct reader *r, const struct yaml *map, struct kind *k)
{
	const char *why;
	size_t len;

	k->pattern = get_str(r, map, "pattern");
	k->prefix = get_str(r, map, "prefix");
	if (k->pattern != NULL) {
		k->compiled = pattern_new(r->arena, k->pattern, &why, NULL);
		if (k->compiled != NULL)
			return;
		bad(r, yaml_get(map, "pattern"), "pattern", why);
		k->pattern = NULL;
	} else if (k->prefix == NULL)
		diag_add(r->diags, D_KIND_LACKS, map->at, NULL, "key",
		    "prefix", NULL);
	if (k->prefix == NULL)
		return;
	len = strspn(k->prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	if (k->prefix[len] != '\0' || len == 0 || len > 8) {
		bad(r, yaml_get(map, "prefix"), "prefix", "ABC");
		k->prefix = NULL;
	}
}

struct kind *
kind_read(struct arena *a, struct diags *ds, const struct yaml *map,
    const struct kind *envelope)
{
	struct reader r = { .arena = a, .diags = ds, .path = "" };
	struct kind *k = arena_alloc(a, sizeof(*k));
	struct field *own, *owner;
	const char *s;
	size_t n;

	if (map->type != YAML_MAP) {
		bad(&r, map, "kinds", "- {name: ..., prefix: ...}");
		return NULL;
	}
	check_words(&r, map, KEYS_KIND);
	if ((k->name = get_name(&r, map)) == NULL)
		return NULL;
	k->at = yaml_get(map, "name")->at;
	r.name = k->name;
	if ((s = strstr(map->at.path, "/kinds/")) != NULL) {
		r.standard = map->at.path;
		r.standard_len = (int)(s - map->at.path);
	}
	r.choices = yaml_get(map, "choices");
	read_id(&r, map, k);
	get_label(&r, map, "label", k->name, k->label);
	memcpy(k->plural, k->label, sizeof(k->plural));
	if (yaml_get(map, "plural") != NULL)
		get_label(&r, map, "plural", k->name, k->plural);
	speak(&r, k->label, "label", "");
	speak(&r, k->plural, "plural", "");
	k->clause = (s = get_str(&r, map, "clause")) != NULL ? s : "";
	k->status = get_str(&r, map, "status");
	s = get_str(&r, map, "order");
	k->order = s != NULL ? atoi(s) : 100000;
	k->single = get_bool(&r, map, "single", false);
	k->private = get_bool(&r, map, "private", false);
	k->aliases = get_list(&r, map, "aliases");
	if (envelope != NULL && get_bool(&r, map, "envelope", true)) {
		join_fields(&r, k, envelope->fields, envelope->len);
		copy_dates(a, k, envelope);
	}
	s = get_str(&r, map, "owner");
	owner = (struct field *)kind_field(k, "owner");
	if (s != NULL && owner != NULL)
		owner->need = strcmp(s, "no") == 0 ? NEED_NOT : NEED_ALWAYS;
	r.kind = k;
	read_states(&r, map, k);
	own = read_fields(&r, yaml_get(map, "fields"), &n, 0);
	join_fields(&r, k, own, n);
	read_dates(&r, map, k);
	tie_status(&r, k);
	return k;
}

/* What may be added to a kind that is there; the rest stays as it is. */
static bool
may_extend(const char *key)
{
	const char *all[KEYS_MAX];
	size_t n = keys_names(KEYS_KIND, all);

	if (strcmp(key, "name") == 0 || strcmp(key, "fields") == 0 ||
	    strcmp(key, "choices") == 0 || strcmp(key, "dates") == 0)
		return true;
	/* Other words are told of already. */
	for (size_t i = 0; i < n; i++)
		if (strcmp(all[i], key) == 0)
			return false;
	return true;
}

struct kind *
kind_extend(struct arena *a, struct diags *ds, const struct kind *base,
    const struct yaml *map)
{
	struct reader r = { .arena = a, .diags = ds, .path = "" };
	struct kind *k = arena_alloc(a, sizeof(*k));
	const struct yaml *y;
	struct field *own;
	size_t n, i, keep = 0;

	*k = *base;
	copy_dates(a, k, base);
	check_words(&r, map, KEYS_KIND);
	for (y = map->first; y != NULL; y = y->next)
		if (!may_extend(y->key))
			diag_add(ds, D_KIND_TWICE, y->key_at, NULL, "name",
			    y->key, NULL);
	r.choices = yaml_get(map, "choices");
	r.kind = k;
	k->at = map->at;
	own = read_fields(&r, yaml_get(map, "fields"), &n, 0);
	/* What the standard describes stays as it is. */
	for (i = 0; i < n; i++) {
		own[i].own = true;
		if (kind_field(base, own[i].name) == NULL)
			own[keep++] = own[i];
		else
			diag_add(ds, D_KIND_TWICE, own[i].at, NULL, "name",
			    own[i].name, NULL);
	}
	join_fields(&r, k, own, keep);
	read_dates(&r, map, k);
	return k;
}
