/*
 * The texts that a language is made of, and what a file of one lacks.
 *
 *	keys print [STANDARD]		a file to fill in, in English
 *	keys pseudo [STANDARD]		the same in accents, for tests
 *	keys check FILE [STANDARD]	what it lacks, 1 when that is wrong
 *
 * Run in the root of the repository: texts in the code are read from it.
 */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/map.h"
#include "diag/diag.h"
#include "load/yaml.h"
#include "model/keys.h"
#include "model/kind.h"
#include "model/standard.h"
#include "rules/rules.h"

static struct arena *a;
static struct map *all;			/* key: English */
static const struct standard *std;	/* NULL: the program itself */

static void
add(const char *key, const char *en)
{
	if (en != NULL && *en != '\0' && map_get(all, key) == NULL)
		map_put(all, key, (char *)en);
}

/* ---- the program's own ---- */

static void
tables(void)
{
#define COMMAND(name, usage, en, ja, formats) add("commands." #name, en);
#include "cmd/commands.def"
#undef COMMAND
#define OPTION(type, member, name, letter, value, commands, en, ja) \
	add((name) != NULL ? arena_printf(a, "options.%s", \
	    (const char *)(name)) : arena_printf(a, "options.%c", letter), en);
#include "cmd/options.def"
#undef OPTION
#define LIMIT(name, value, unit, en, ja) add("limits." #name, en);
#include "base/limits.def"
#undef LIMIT
	static const char *const groups[] = { "TOP", "MANUAL", "FORGE",
	    "RULE", "HOUSE", "MESSAGE", "KIND", "FIELD", "STATE", "WORK" };
	const struct key *k;
	size_t n;

	for (size_t g = 0; g < sizeof(groups) / sizeof(*groups); g++) {
		k = keys_of(keys_named(groups[g]), &n);
		for (size_t i = 0; i < n; i++)
			add(arena_printf(a, "config.%s.%s", groups[g],
			    k[i].name), k[i].about[LANG_EN]);
	}
	for (int i = 0; i < D_COUNT; i++) {
		const struct diag_head *h = diag_head((enum diag_id)i);
		const char *name = diag_head_name((enum diag_id)i);

		add(arena_printf(a, "findings.%s.message", name),
		    h->message[LANG_EN]);
		add(arena_printf(a, "findings.%s.help", name),
		    h->help[LANG_EN]);
	}
	for (int l = DIAG_OFF; l <= DIAG_ERROR; l++) {
		const char *s = diag_level_name((enum diag_level)l, LANG_EN);

		add(arena_printf(a, "levels.%s", s), s);
	}
}

static bool
is_ascii(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s >= 0x80)
			return false;
	return true;
}

/* One string literal and those that follow it; behind them. */
static const char *
literal(const char *s, struct buf *b)
{
	while (*s == '"') {
		for (s++; *s != '"' && *s != '\0'; s++) {
			if (*s != '\\') {
				buf_addc(b, *s);
				continue;
			}
			s++;
			if (*s == 'x') {
				buf_addc(b, (char)strtol(s + 1, (char **)&s,
				    16));
				s--;
			} else
				buf_addc(b, *s == 'n' ? '\n' : *s == 't' ?
				    '\t' : *s == '0' ? '\033' : *s);
		}
		s += *s == '"';
		s += strspn(s, " \t\n");
	}
	return s;
}

/* What must stay as it is at s: {word}, {n:day|days}, %s, %-10zu; its length. */
static size_t
kept(const char *s)
{
	size_t n;

	if (*s == '{' && s[n = strcspn(s, "} ")] == '}')
		return n + 1;
	if (*s != '%')
		return 0;
	if (s[1] == '%')
		return 2;
	n = 1 + strspn(s + 1, "-+0123456789.*zlh");
	return s[n] != '\0' && strchr("sdiuxXc", s[n]) != NULL ? n + 1 : 0;
}

/* Names of keys and files have none of these. */
static void
add_text(const char *text)
{
	size_t n, said = 0;

	for (const char *s = text; *s != '\0'; s += n > 0 ? n : 1)
		if ((n = kept(s)) == 0)
			said += strchr(" \n\033[0m", *s) == NULL;
	if (said > 0 && is_ascii(text))
		add(arena_printf(a, "texts.%s", text), text);
}

/* The English among the arguments of a call that begins behind its '('. */
static void
call(const char *s)
{
	struct buf b = BUF_INIT;

	for (int depth = 1; depth > 0 && *s != '\0';) {
		if (*s == '"') {
			s = literal(s, &b);
			if (b.len > 0)
				add_text(arena_dup(a, b.s, b.len));
			buf_done(&b);
			continue;
		}
		depth += (*s == '(') - (*s == ')');
		s++;
	}
}

static void
sources(void)
{
	static const char *const calls[] = { "pick(", "lang_own(", "unknown(",
	    "unknown_count(", "heading(", "LANG_TEXT(", "refuse(" };
	struct buf b = BUF_INIT;
	glob_t g;

	glob("lib/*/*.c", 0, NULL, &g);
	glob("cmd/*.c", GLOB_APPEND, NULL, &g);
	for (size_t i = 0; i < g.gl_pathc; i++) {
		if (fs_read(g.gl_pathv[i], (size_t)1 << 20, &b) != 0)
			exit(3);
		for (size_t c = 0; c < sizeof(calls) / sizeof(*calls); c++)
			for (const char *s = b.s; (s = strstr(s, calls[c])) !=
			    NULL;)
				call(s += strlen(calls[c]));
		buf_done(&b);
	}
	globfree(&g);
}

static const struct yaml *
file(const char *path)
{
	const char *text;
	size_t len;

	text = embed_get(path, &len);
	return text == NULL ? NULL : yaml_parse(a, diags_new(a), path, text,
	    len, 1);
}

static void
words(const struct yaml *y)
{
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		add(arena_printf(a, "words.%s", y->key), y->type ==
		    YAML_SCALAR ? NULL : yaml_str(y, "en"));
}

/* ---- a standard ---- */

static void
fields(const char *kind, const char *path, const struct field *f, size_t n,
    bool envelope)
{
	for (size_t i = 0; i < n; i++) {
		if (f[i].envelope != envelope && *path == '\0')
			continue;
		add(arena_printf(a, "kinds.%s.fields.%s%s", kind, path,
		    f[i].name), f[i].label[LANG_EN]);
		for (size_t c = 0; strcmp(f[i].name, "status") != 0 &&
		    f[i].choices != NULL && f[i].choices[c] != NULL; c++)
			add(arena_printf(a, "kinds.%s.choices.%s", kind,
			    f[i].choices[c]), f[i].choice_label[LANG_EN][c]);
		fields(kind, arena_printf(a, "%s%s.", path, f[i].name),
		    f[i].sub, f[i].sub_len, envelope);
	}
}

static void
kinds(void)
{
	if (std->envelope != NULL)
		fields("envelope", "", std->envelope->fields,
		    std->envelope->len, true);
	for (size_t i = 0; i < std->kind_len; i++) {
		const struct kind *k = std->kinds[i];

		add(arena_printf(a, "kinds.%s.label", k->name),
		    k->label[LANG_EN]);
		add(arena_printf(a, "kinds.%s.plural", k->name),
		    k->plural[LANG_EN]);
		for (size_t s = 0; s < k->state_len; s++)
			add(arena_printf(a, "kinds.%s.states.%s", k->name,
			    k->states[s].name), k->states[s].label[LANG_EN]);
		fields(k->name, "", k->fields, k->len, false);
	}
}

static void
rules(void)
{
	const struct ruleset *set = rules_read(a, diags_new(a), std, false);

	for (size_t i = 0; i < set->len; i++) {
		const struct rule *r = &set->rules[i];
		const char *code = r->head.code;

		add(arena_printf(a, "rules.%s.title", code),
		    r->title[LANG_EN]);
		add(arena_printf(a, "rules.%s.message", code),
		    r->head.message[LANG_EN]);
		add(arena_printf(a, "rules.%s.help", code),
		    r->head.help[LANG_EN]);
		add(arena_printf(a, "rules.%s.why", code), r->why[LANG_EN]);
	}
}

/* Entries with KEY and KEY_ja. */
static void
entries(const char *name, const struct yaml *y, const char *id)
{
	const char *key;

	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		for (const struct yaml *m = y->first; m != NULL; m = m->next) {
			key = arena_printf(a, "%s_ja", m->key);
			if (yaml_str(y, key) != NULL)
				add(arena_printf(a, "%s.%s.%s", name,
				    yaml_str(y, id), m->key), m->s);
		}
}

/* Every {en: ..., ja: ...} of a file, by its English. */
static void
pairs(const struct yaml *y)
{
	const char *en = yaml_str(y, "en");

	if (en != NULL && yaml_str(y, "ja") != NULL)
		add(arena_printf(a, "texts.%s", en), en);
	for (y = y == NULL || y->type == YAML_SCALAR ? NULL : y->first;
	    y != NULL; y = y->next)
		pairs(y);
}

/* says('texts.ENGLISH' in the queries of a file. */
static void
said(const char *path)
{
	const char *s = embed_get(path, NULL), *end;

	while ((s = strstr(s, "says('texts.")) != NULL) {
		s += strlen("says('texts.");
		if ((end = strchr(s, '\'')) == NULL)
			return;
		if (end > s)
			add_text(arena_dup(a, s, (size_t)(end - s)));
	}
}

static void
standard(const char *name)
{
	const char *path, *dir = arena_printf(a, "%s/", name);
	const struct yaml *y;

	if ((std = standard_read(a, diags_new(a), name)) == NULL)
		exit(2);
	words(std->words);
	kinds();
	rules();
	entries("clauses", std->clauses, "no");
	entries("catalogue", std->catalogue, "id");
	entries("calendar", std->calendar, "id");
	for (y = std->about->first; y != NULL; y = y->next)
		if (yaml_str(std->about, arena_printf(a, "%s_ja", y->key)) !=
		    NULL)
			add(arena_printf(a, "about.%s", y->key), y->s);
	pairs(standard_manual(a, std));
	pairs(standard_diff(a, std));
	pairs(yaml_get(std->about, "attributes"));
	for (size_t i = 0; (path = embed_name(dir, i)) != NULL; i++)
		if (strstr(path, "/rules/") == NULL)
			said(path);
}

/* ---- printing ---- */

static void
quoted(const char *s)
{
	putchar('"');
	for (; *s != '\0'; s++)
		if (*s == '\n')
			fputs("\\n", stdout);
		else if (*s == '"' || *s == '\\')
			printf("\\%c", *s);
		else if (*s == '\t')
			fputs("\\t", stdout);
		else
			putchar(*s);
	putchar('"');
}

static const char *
pseudo(const char *s)
{
	static const char from[] = "aeioucnyAEIOU";
	static const char *const to[] = { "á", "é", "í", "ó", "ú", "ç", "ñ",
	    "ý", "Á", "É", "Í", "Ó", "Ú" };
	struct buf b = BUF_INIT;
	const char *at, *out;
	size_t n;

	for (; *s != '\0'; s++)
		if ((n = kept(s)) > 0) {
			buf_add(&b, s, n);
			s += n - 1;
		} else if ((at = strchr(from, *s)) != NULL)
			buf_adds(&b, to[at - from]);
		else
			buf_addc(&b, *s);
	out = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return out;
}

static int
by_key(const void *x, const void *y)
{
	return strcmp(((const struct map_slot *)x)->key,
	    ((const struct map_slot *)y)->key);
}

static void
print(bool accents)
{
	size_t n = map_len(all);
	struct map_slot *list = arena_alloc(a, (n + 1) * sizeof(*list));
	bool texts = false;

	for (size_t i = 0; i < n; i++)
		list[i] = *map_at(all, i);
	qsort(list, n, sizeof(*list), by_key);
	puts("language: \"\"\ncomplete: true");
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < n; i++) {
			const char *en = list[i].value;
			bool text = strncmp(list[i].key, "texts.", 6) == 0;

			if (text != (pass == 1))
				continue;
			if (text) {
				if (!texts)
					puts("texts:");
				texts = true;
				fputs("  - en: ", stdout);
				quoted(en);
				fputs("\n    is: ", stdout);
			} else
				printf("%s: ", list[i].key);
			quoted(accents ? pseudo(en) : en);
			putchar('\n');
		}
}

/* ---- checking ---- */

/* The words {in braces} of a text, and its % conversions in order. */
static bool
same_places(const char *en, const char *is)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	const char *two[2] = { en, is };
	struct buf *to[2] = { &x, &y };
	bool same;
	size_t n;

	for (int i = 0; i < 2; i++)
		for (const char *s = two[i]; *s != '\0'; s += n > 0 ? n : 1)
			if ((n = kept(s)) > 0 && *s == '%')
				buf_add(to[i], s, n);
	same = x.len == y.len && (x.len == 0 || memcmp(x.s, y.s, x.len) == 0);
	for (int i = 0; i < 2; i++)
		for (const char *s = two[i]; *s != '\0'; s += n > 0 ? n : 1)
			if ((n = kept(s)) > 0 && *s == '{' &&
			    memchr(s, ':', n) == NULL)
				same = same && strstr(two[!i], arena_dup(a, s,
				    n)) != NULL;
	buf_done(&x);
	buf_done(&y);
	return same;
}

static struct map *got;

static void
gather(const char *path, const struct yaml *y)
{
	for (const struct yaml *m = y->first; m != NULL; m = m->next) {
		const char *key = y->type == YAML_LIST ? arena_printf(a,
		    "%s.%s", path, yaml_str(m, "en")) : arena_printf(a,
		    "%s%s%s", path, *path == '\0' ? "" : ".", m->key);
		const char *value = y->type == YAML_LIST ? yaml_str(m, "is") :
		    m->s;

		if (y->type == YAML_LIST || m->type == YAML_SCALAR)
			map_put(got, key, (char *)value);
		else
			gather(key, m);
	}
}

static int
check(const char *path)
{
	struct buf b = BUF_INIT;
	struct diags *ds = diags_new(a);
	const struct yaml *y;
	const char *complete, *key, *is, *en;
	int bad = 0;

	if (fs_read(path, (size_t)4 << 20, &b) != 0)
		return 3;
	y = yaml_parse(a, ds, path, arena_dup(a, b.s, b.len), b.len, 1);
	buf_done(&b);
	if (y == NULL || diags_len(ds) > 0) {
		printf("%s: error: %s\n", path, diags_len(ds) > 0 ?
		    diags_at(ds, 0)->message[LANG_EN] : "it is empty");
		return 1;
	}
	got = map_new(a);
	gather("", y);
	complete = yaml_str(y, "complete");
	for (size_t i = 0; i < map_len(all); i++) {
		key = map_at(all, i)->key;
		en = map_at(all, i)->value;
		is = map_get(got, key);
		if (is == NULL && complete != NULL &&
		    strcmp(complete, "true") == 0) {
			printf("%s: error: it lacks %s: %s\n", path, key, en);
			bad = 1;
		} else if (is != NULL && !same_places(en, is)) {
			printf("%s: error: %s has other words in braces or "
			    "%% places than the English\n", path, key);
			bad = 1;
		}
	}
	for (size_t i = 0; i < map_len(got); i++) {
		key = map_at(got, i)->key;
		if (map_get(all, key) != NULL || strstr(key, ".says.") !=
		    NULL || strcmp(key, "language") == 0 ||
		    strcmp(key, "complete") == 0)
			continue;
		printf("%s: error: nothing asks for %s\n", path, key);
		bad = 1;
	}
	return bad;
}

int
main(int argc, char **argv)
{
	bool checks = argc > 2 && strcmp(argv[1], "check") == 0;
	const char *name = argc > 2 + checks ? argv[2 + checks] : NULL;
	int rc = 0;

	if (argc < 2)
		return 2;
	a = arena_new();
	all = map_new(a);
	if (name != NULL)
		standard(name);
	else {
		tables();
		words(file("words.yaml"));
		sources();
	}
	if (checks)
		rc = check(argv[2]);
	else
		print(strcmp(argv[1], "pseudo") == 0);
	arena_done(a);
	return rc;
}
