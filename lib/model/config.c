#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/near.h"
#include "base/zone.h"
#include "load/load.h"
#include "load/source.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/keys.h"
#include "model/language.h"
#include "model/standard.h"

#define FILE_NAME	"isms.yaml"
#define COUNT(array)	(sizeof(array) / sizeof(*(array)))

struct reader {
	struct arena	*arena;
	struct diags	*diags;
	struct config	*config;
	size_t		 unknown;	/* findings that change no judgement */
};

/* NAME_de beside a NAME_ja: the same in another language. */
static bool
is_twin(const char *key, const char *const *known, size_t n)
{
	const char *at = strrchr(key, '_');
	size_t len = at == NULL ? 0 : (size_t)(at - key);

	if (len == 0 || !language_known(at + 1))
		return false;
	for (size_t i = 0; i < n; i++)
		if (strncmp(known[i], key, len) == 0 &&
		    strcmp(known[i] + len, "_ja") == 0)
			return true;
	return false;
}

/* Keys that nobody reads are a slip of the pen. */
static void
check_keys(struct reader *r, const struct yaml *map, enum key_group group)
{
	const char *known[KEYS_MAX];
	const struct yaml *y;
	const char *near;
	struct diag *d;
	struct buf all = BUF_INIT;
	size_t n = keys_names(group, known), i;

	for (i = 0; i < n; i++)
		buf_addf(&all, "%s%s", i == 0 ? "" : ", ", known[i]);
	for (y = map->first; y != NULL; y = y->next) {
		for (i = 0; i < n && strcmp(y->key, known[i]) != 0; i++)
			;
		if (i < n || is_twin(y->key, known, n))
			continue;
		r->unknown++;
		d = diag_add(r->diags, D_CFG_UNKNOWN, y->key_at, NULL, "key",
		    y->key, "known", all.s, NULL);
		if ((near = near_find(y->key, known, n)) == NULL)
			continue;
		d->help[LANG_EN] = arena_printf(r->arena,
		    "did you mean %s?", near);
		d->help[LANG_JA] = arena_printf(r->arena,
		    "%s の間違いではありませんか", near);
		d->help[LANG_FILE] = arena_printf(r->arena,
		    lang_own("did you mean %s?"), near);
	}
	buf_done(&all);
}

/* The text of a member; NULL when absent, empty or, with a finding, no text. */
static const char *
text(struct reader *r, const struct yaml *map, const char *key)
{
	const struct yaml *y = yaml_get(map, key);

	if (y == NULL || (y->type == YAML_SCALAR && *y->s == '\0'))
		return NULL;
	if (y->type != YAML_SCALAR) {
		diag_add(r->diags, D_CFG_TEXT, y->at, NULL, "key", key, NULL);
		return NULL;
	}
	return y->s;
}

static void
missing(struct reader *r, struct pos at, const char *key)
{
	diag_add(r->diags, D_CFG_MISSING, at, NULL, "key", key, NULL);
}

static struct pos
place(const struct yaml *map, const char *key)
{
	return yaml_get(map, key)->at;
}

static void
read_standard(struct reader *r, const struct yaml *y)
{
	const char *name = text(r, y, "standard");
	const char *first = standard_first(r->arena);

	r->config->standard = name == NULL ? first : name;
	if (name == NULL || embed_get(arena_printf(r->arena,
	    "%s/standard.yaml", name), NULL) != NULL)
		return;
	diag_add(r->diags, D_CFG_STANDARD, place(y, "standard"), NULL,
	    "value", name, "known", standard_names(r->arena), NULL);
	r->config->standard = first;
}

static void
read_names(struct reader *r, const struct yaml *y)
{
	const char *name = text(r, y, "name");
	const char *en = text(r, y, "name_en"), *ja = text(r, y, "name_ja");

	if (yaml_get(y, "name") == NULL || (name == NULL &&
	    yaml_get(y, "name")->type == YAML_SCALAR))
		missing(r, (struct pos){ FILE_NAME, 0, 0, 0 }, "name");
	if (name == NULL)
		name = en != NULL ? en : ja != NULL ? ja : "";
	r->config->name[LANG_EN] = en != NULL ? en : name;
	r->config->name[LANG_JA] = ja != NULL ? ja : name;
}

static void
read_time(struct reader *r, const struct yaml *y)
{
	const char *s;
	date_day day;
	int month, dom, year;

	r->config->zone = "UTC";
	if ((s = text(r, y, "timezone")) != NULL) {
		if (zone_find(r->arena, s) != NULL)
			r->config->zone = s;
		else
			diag_add(r->diags, D_CFG_ZONE, place(y, "timezone"),
			    NULL, "value", s, NULL);
	}
	r->config->year_start = 101;
	if ((s = text(r, y, "year_start")) == NULL)
		return;
	/* 2001 had no leap day, as a day of every year must not be one. */
	if (date_parse(arena_printf(r->arena, "2001-%s", s), &day)) {
		date_split(day, &year, &month, &dom);
		r->config->year_start = month * 100 + dom;
	} else
		diag_add(r->diags, D_CFG_YEAR, place(y, "year_start"), NULL,
		    "value", s, NULL);
}

static void
add_language(struct reader *r, const struct yaml *y)
{
	struct config *c = r->config;

	if (y->type != YAML_SCALAR || !language_known(y->s)) {
		diag_add(r->diags, D_CFG_LANG, y->at, NULL, "value",
		    y->type == YAML_SCALAR ? y->s : "[...]", "known",
		    language_names(", "), NULL);
		return;
	}
	for (size_t i = 0; i < c->lang_len; i++)
		if (strcmp(c->langs[i], y->s) == 0)
			return;
	if (c->lang_len < LANGS_MAX)
		c->langs[c->lang_len++] = y->s;
}

static void
read_languages(struct reader *r, const struct yaml *y)
{
	const struct yaml *list = yaml_get(y, "languages"), *one;

	if (list != NULL && list->type == YAML_LIST) {
		for (one = list->first; one != NULL; one = one->next)
			add_language(r, one);
	} else if (list != NULL)
		add_language(r, list);
	if (r->config->lang_len == 0)
		r->config->langs[r->config->lang_len++] = lang_code(LANG_EN);
}

static const char *const profiles[] = {
	[PROFILE_STARTER] = "starter",
	[PROFILE_OPERATING] = "operating",
	[PROFILE_CERTIFIED] = "certified",
};

const char *
config_profile_name(enum profile p)
{
	return profiles[p];
}

static void
read_profile(struct reader *r, const struct yaml *y)
{
	const char *s = text(r, y, "profile");

	r->config->profile = PROFILE_OPERATING;
	if (s == NULL)
		return;
	for (size_t i = 0; i < COUNT(profiles); i++)
		if (strcmp(s, profiles[i]) == 0) {
			r->config->profile = (enum profile)i;
			return;
		}
	diag_add(r->diags, D_CFG_PROFILE, place(y, "profile"), NULL, "value",
	    s, NULL);
}

static bool
read_level(struct reader *r, const struct yaml *map, enum diag_level *level)
{
	static const char *const names[] = {
		[DIAG_OFF] = "off", [DIAG_NOTE] = "note",
		[DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"
	};
	const char *s = text(r, map, "severity");

	if (s == NULL)
		return false;
	for (size_t i = 0; i < COUNT(names); i++)
		if (strcmp(s, names[i]) == 0) {
			*level = (enum diag_level)i;
			return true;
		}
	diag_add(r->diags, D_CFG_SEVERITY, place(map, "severity"), NULL,
	    "value", s, NULL);
	return false;
}

/* The list of mappings under a key, NULL with or without a finding. */
static const struct yaml *
list_of(struct reader *r, const struct yaml *y, const char *key)
{
	const struct yaml *list = yaml_get(y, key), *m;

	if (list == NULL || (list->type == YAML_SCALAR && *list->s == '\0'))
		return NULL;
	for (m = list->first; list->type == YAML_LIST && m != NULL;
	    m = m->next)
		if (m->type != YAML_MAP)
			break;
	if (list->type == YAML_LIST && m == NULL)
		return list->first;
	diag_add(r->diags, D_CFG_LIST, m == NULL ? list->at : m->at, NULL,
	    "key", key, NULL);
	return NULL;
}

static bool
twice(struct reader *r, struct pos at, const char *code, const char *known)
{
	if (strcmp(code, known) != 0)
		return false;
	diag_add(r->diags, D_CFG_TWICE, at, NULL, "code", code, NULL);
	return true;
}

static void
read_override(struct reader *r, const struct yaml *m)
{
	struct config *c = r->config;
	struct rule_override o = { 0 };

	check_keys(r, m, KEYS_RULE);
	o.code = text(r, m, "code");
	o.reason = text(r, m, "reason");
	o.approver = text(r, m, "approver");
	if (o.code == NULL) {
		missing(r, m->at, "code");
		return;
	}
	o.at = place(m, "code");
	if (text(r, m, "severity") == NULL) {
		missing(r, o.at, "severity");
		return;
	}
	if (o.reason == NULL) {
		diag_add(r->diags, D_CFG_REASON, o.at, NULL, "code", o.code,
		    NULL);
		return;
	}
	if (!read_level(r, m, &o.level))
		return;
	for (size_t i = 0; i < c->override_len; i++)
		if (twice(r, o.at, o.code, c->overrides[i].code))
			return;
	c->overrides = arena_grow(r->arena, c->overrides, c->override_len,
	    sizeof(o));
	c->overrides[c->override_len++] = o;
}

/* The keys are languages. */
static void
check_languages(struct reader *r, const struct yaml *map)
{
	const struct yaml *y;

	for (y = map->first; y != NULL; y = y->next)
		if (!language_known(y->key)) {
			check_keys(r, map, KEYS_MESSAGE);
			return;
		}
}

/* One text for both languages, or one for each. */
static bool
read_message(struct reader *r, const struct yaml *m, struct house_rule *h)
{
	const struct yaml *y = yaml_get(m, "message");
	const char *en, *ja, *any = NULL;

	if (y != NULL && y->type == YAML_MAP) {
		check_languages(r, y);
		en = text(r, y, "en");
		ja = text(r, y, "ja");
		for (const struct yaml *one = y->first; one != NULL &&
		    any == NULL; one = one->next)
			any = text(r, y, one->key);
	} else
		en = ja = text(r, m, "message");
	h->says = y;
	h->message[LANG_EN] = en != NULL ? en : ja != NULL ? ja : any;
	h->message[LANG_JA] = ja != NULL ? ja : h->message[LANG_EN];
	return h->message[LANG_EN] != NULL;
}

static bool
is_code(const char *s)
{
	size_t letters = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), digits;

	if (letters < 2 || s[letters] != '-')
		return false;
	digits = strspn(s + letters + 1, "0123456789");
	if (digits == 0 || s[letters + 1 + digits] != '\0' ||
	    letters + digits > 20)
		return false;
	for (int i = 0; i < D_COUNT; i++)
		if (strcmp(diag_head((enum diag_id)i)->code, s) == 0)
			return false;
	return true;
}

static void
read_house(struct reader *r, const struct yaml *m)
{
	struct config *c = r->config;
	struct house_rule h = { 0 };

	check_keys(r, m, KEYS_HOUSE);
	h.level = DIAG_WARNING;
	h.code = text(r, m, "code");
	h.sql = text(r, m, "sql");
	if (h.code == NULL || h.sql == NULL) {
		missing(r, m->at, h.code == NULL ? "code" : "sql");
		return;
	}
	h.at = place(m, "code");
	h.sql_at = place(m, "sql");
	if (!is_code(h.code)) {
		diag_add(r->diags, D_CFG_CODE, h.at, NULL, "code", h.code,
		    NULL);
		return;
	}
	if (!read_message(r, m, &h)) {
		missing(r, h.at, "message");
		return;
	}
	if (text(r, m, "severity") != NULL && !read_level(r, m, &h.level))
		return;
	for (size_t i = 0; i < c->house_len; i++)
		if (twice(r, h.at, h.code, c->house[i].code))
			return;
	c->house = arena_grow(r->arena, c->house, c->house_len, sizeof(h));
	c->house[c->house_len++] = h;
}

/* How the manual is named and printed. */
static void
read_manual(struct reader *r, const struct yaml *m)
{
	const char *paper = yaml_str(m, "paper");

	check_keys(r, m, KEYS_MANUAL);
	if (paper != NULL && strcmp(paper, "a4") != 0 &&
	    strcmp(paper, "letter") != 0)
		diag_add(r->diags, D_CFG_PAPER, place(m, "paper"), NULL,
		    "value", paper, NULL);
}

/*
 * An address that every page will carry: https alone, a plain host, nothing
 * that ends an attribute, and the place once.
 */
static bool
is_address(const char *s, const char *place)
{
	const char *host, *at;
	size_t n;

	if (strncmp(s, "https://", 8) != 0)
		return false;
	host = s + 8;
	n = strspn(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789.-");
	if (n == 0)
		return false;
	host += n;
	if (*host == ':')
		host += 1 + strspn(host + 1, "0123456789");
	if (*host != '/' || (at = strstr(host, place)) == NULL ||
	    strstr(at + 1, place) != NULL)
		return false;
	for (; *host != '\0'; host++)
		if ((unsigned char)*host <= ' ' || (unsigned char)*host > '~' ||
		    strchr("\"'<>\\`", *host) != NULL)
			return false;
	return true;
}

static const char *
address(struct reader *r, const struct yaml *m, const char *key,
    const char *place_in)
{
	const char *s = text(r, m, key);

	if (s == NULL || is_address(s, place_in))
		return s;
	diag_add(r->diags, D_CFG_FORGE, place(m, key), NULL, "key", key,
	    "value", s, "place", place_in, NULL);
	return NULL;
}

static void
read_forge(struct reader *r, const struct yaml *m)
{
	check_keys(r, m, KEYS_FORGE);
	r->config->forge_edit = address(r, m, "edit", "{path}");
	r->config->forge_file = address(r, m, "file", "{path}");
	r->config->forge_commit = address(r, m, "commit", "{commit}");
}

static void
read_all(struct reader *r, const struct yaml *y)
{
	const struct yaml *m;

	check_keys(r, y, KEYS_TOP);
	read_standard(r, y);
	read_names(r, y);
	read_time(r, y);
	read_languages(r, y);
	read_profile(r, y);
	if ((m = yaml_get(y, "manual")) != NULL && m->type == YAML_MAP)
		read_manual(r, m);
	if ((m = yaml_get(y, "forge")) != NULL && m->type == YAML_MAP)
		read_forge(r, m);
	for (m = list_of(r, y, "rules"); m != NULL; m = m->next)
		read_override(r, m);
	for (m = list_of(r, y, "house_rules"); m != NULL; m = m->next)
		read_house(r, m);
}

void
config_speak(struct config *c)
{
	const char *code = lang_code(LANG_FILE), *s;
	char key[32];

	snprintf(key, sizeof(key), "name_%s", code);
	s = yaml_str(c->yaml, key);
	c->name[LANG_FILE] = s != NULL && *s != '\0' ? s : c->name[LANG_EN];
	for (size_t i = 0; i < c->house_len; i++) {
		struct house_rule *h = &c->house[i];

		s = h->says == NULL || h->says->type != YAML_MAP ? NULL :
		    yaml_str(h->says, code);
		h->message[LANG_FILE] = s != NULL && *s != '\0' ? s :
		    h->message[LANG_EN];
	}
}

struct config *
config_read(struct arena *a, struct diags *ds, struct source *s)
{
	const struct entry *e = source_find(s, FILE_NAME);
	struct reader r = { a, ds, NULL, 0 };
	size_t before = diags_len(ds);
	struct yaml *y;

	if (e == NULL || e->type != ENTRY_FILE) {
		diag_add(ds, D_CFG_ABSENT, (struct pos){ FILE_NAME, 0, 0, 0 },
		    NULL, NULL);
		return NULL;
	}
	if ((y = load_yaml(a, ds, s, e)) == NULL) {
		if (diags_len(ds) > before)
			return NULL;
		y = arena_alloc(a, sizeof(*y));
		y->type = YAML_MAP;
		y->at.path = FILE_NAME;
	}
	r.config = arena_alloc(a, sizeof(*r.config));
	r.config->yaml = y;
	before = diags_len(ds);
	read_all(&r, y);
	/* A wrong zone or override would make every verdict doubtful. */
	return diags_len(ds) - before > r.unknown ? NULL : r.config;
}

static void
append(struct arena *a, struct yaml *map, const struct yaml *y)
{
	struct yaml *copy = arena_alloc(a, sizeof(*copy)), **end;

	*copy = *y;
	copy->next = NULL;
	for (end = &map->first; *end != NULL; end = &(*end)->next)
		;
	*end = copy;
	map->len++;
}

struct config *
config_against(struct arena *a, const struct config *base,
    const struct config *now)
{
	struct config *c = arena_alloc(a, sizeof(*c));
	struct yaml *map = arena_alloc(a, sizeof(*map));
	const struct yaml *y;

	*c = *base;
	*map = *base->yaml;
	map->first = NULL;
	map->len = 0;
	for (y = base->yaml->first; y != NULL; y = y->next)
		if (strcmp(y->key, "kinds") != 0)
			append(a, map, y);
	if ((y = yaml_get(now->yaml, "kinds")) != NULL)
		append(a, map, y);
	c->yaml = map;
	return c;
}
