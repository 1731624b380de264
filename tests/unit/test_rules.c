/*
 * Each rule does what its examples say: "fails" laid over the minimal ISMS
 * gives its code, "passes" does not, and the minimal ISMS alone gives no
 * finding of any kind.  lib/standard/README.md tells how an example is laid.
 * ONLY="HIS-01 HIS-02" judges some.
 */
#include "unit.h"

#include <sys/wait.h>
#include <unistd.h>

#include "base/date.h"
#include "base/map.h"
#include "load/load.h"
#include "load/source.h"
#include "load/yaml.h"
#include "model/compare.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "rules/rules.h"
#include "store/store.h"
#include "past.h"

#define FILES_MAX	400
#define WORKERS		2

static const char *const standards[] = { "iso27001", "iso9001" };

#define STANDARDS	(sizeof(standards) / sizeof(*standards))

/* A record of the minimal ISMS or of an example, as its keys. */
struct card {
	const char	*id;
	struct map	*keys;		/* name: struct yaml */
	const char	*body;
	const char	*text;		/* as a file */
	bool		 gone;
};

struct world {
	const char		*name;		/* of the standard */
	struct arena		*arena;
	struct standard		*standard;
	struct ruleset		*rules;
	struct config		*config;
	struct card		 cards[FILES_MAX];
	size_t			 len;
	const char		*isms;
};

static struct world world;

static void
put_scalar(struct buf *b, const struct yaml *y)
{
	if (y->plain) {
		buf_adds(b, y->s);
		return;
	}
	buf_adds(b, "\"");
	for (const char *s = y->s; *s != '\0'; s++) {
		if (*s == '\n')
			buf_adds(b, "\\n");
		else if (*s == '"' || *s == '\\')
			buf_addf(b, "\\%c", *s);
		else
			buf_add(b, s, 1);
	}
	buf_adds(b, "\"");
}

static void
put_yaml(struct buf *b, const struct yaml *y, int indent)
{
	if (y->type == YAML_SCALAR) {
		buf_adds(b, " ");
		put_scalar(b, y);
		buf_adds(b, "\n");
		return;
	}
	if (y->first == NULL) {
		buf_adds(b, y->type == YAML_LIST ? " []\n" : " {}\n");
		return;
	}
	buf_adds(b, "\n");
	for (const struct yaml *m = y->first; m != NULL; m = m->next) {
		buf_addf(b, "%*s", indent, "");
		if (y->type == YAML_LIST)
			buf_adds(b, "-");
		else
			buf_addf(b, "%s:", m->key);
		put_yaml(b, m, indent + 2);
	}
}

static const char *
card_text(struct arena *a, const struct card *c)
{
	struct buf b = BUF_INIT;
	const char *text;

	buf_adds(&b, "---\n");
	for (size_t i = 0; i < map_len(c->keys); i++) {
		const struct map_slot *slot = map_at(c->keys, i);

		if (slot->value == NULL)
			continue;
		buf_addf(&b, "%s:", slot->key);
		put_yaml(&b, slot->value, 2);
	}
	buf_addf(&b, "---\n\n%s", c->body == NULL ? "" : c->body);
	text = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return text;
}

static void
lay_keys(struct card *c, const struct yaml *map)
{
	for (const struct yaml *y = map->first; y != NULL; y = y->next)
		if (strcmp(y->key, "records") == 0)
			continue;
		else if (strcmp(y->key, "body") == 0)
			c->body = y->s;
		else if (y->type == YAML_SCALAR && y->plain &&
		    strcmp(y->s, "~") == 0)
			map_put(c->keys, y->key, NULL);
		else
			map_put(c->keys, y->key, (void *)(uintptr_t)y);
}

static void
add_card(struct world *w, const struct yaml *head, const struct yaml *map,
    const char *body)
{
	struct card *c = &w->cards[w->len++];

	assert_true(w->len < FILES_MAX);
	c->keys = map_new(w->arena);
	if (head != NULL)
		lay_keys(c, head);
	lay_keys(c, map);
	c->id = yaml_str(map, "id");
	c->body = body;
	c->text = card_text(w->arena, c);
}

static void
read_minimal(struct world *w, struct diags *ds)
{
	const char *path, *text;
	const char *dir = arena_printf(w->arena, "%s/minimal/", w->name);
	size_t len, from, head_len, body;

	for (size_t i = 0; (path = embed_name(dir, i)) != NULL; i++) {
		const struct yaml *y, *records;

		text = embed_get(path, &len);
		if (strcmp(path + strlen(dir), "isms.yaml") == 0) {
			w->isms = arena_dup(w->arena, text, len);
			continue;
		}
		assert_int_equal(front_find(text, len, &from, &head_len,
		    &body), 1);
		y = yaml_parse(w->arena, ds, path, text + from, head_len, 2);
		assert_non_null(y);
		records = yaml_get(y, "records");
		if (records == NULL)
			add_card(w, NULL, y, arena_dup(w->arena, text + body,
			    len - body));
		else
			for (y = records->first; y != NULL; y = y->next)
				add_card(w, yaml_parse(w->arena, ds, path,
				    text + from, head_len, 2), y, NULL);
	}
}

static int
world_open(void **state)
{
	struct world *w = &world;
	struct diags *ds;

	(void)state;
	w->arena = arena_new();
	ds = diags_new(w->arena);
	w->standard = standard_read(w->arena, ds, w->name);
	assert_non_null(w->standard);
	w->rules = rules_read(w->arena, ds, w->standard, true);
	read_minimal(w, ds);
	assert_string_equal(unit_findings(w->arena, ds), "");
	return 0;
}

/* One run of the whole engine over the cards. */
struct trial {
	struct arena	*arena;
	struct diags	*diags;
	struct card	 cards[FILES_MAX];
	size_t		 len;
	const char	*asof;
	struct map	*files;		/* beside the records: path, text */
	struct past	 past;
	bool		 against;	/* the minimal ISMS is the base */
};

static void
write_files(void *ctx, struct past *p)
{
	struct trial *t = ctx;
	const struct map_slot *f;

	past_file(p, "isms.yaml", world.isms);
	for (size_t i = 0; i < t->len; i++)
		if (!t->cards[i].gone)
			past_file(p, arena_printf(t->arena, "r/%s-%zu.md",
			    t->cards[i].id, i), t->cards[i].text);
	for (size_t i = 0; i < map_len(t->files); i++)
		if ((f = map_at(t->files, i))->value != NULL)
			past_file(p, f->key, f->value);
}

static void
fill_in(struct trial *t, struct card *c, const char *key, const char *value)
{
	struct yaml *y;

	if (map_get(c->keys, key) != NULL)
		return;
	y = arena_alloc(t->arena, sizeof(*y));
	y->s = value;
	y->plain = true;
	y->key = key;
	map_put(c->keys, key, y);
}

static void
lay_new(struct trial *t, const struct yaml *map)
{
	struct card *c = &t->cards[t->len++];
	const char *kind = yaml_str(map, "kind");
	const struct kind *k = NULL;

	assert_true(t->len < FILES_MAX);
	assert_non_null(kind);
	memset(c, 0, sizeof(*c));
	c->keys = map_new(t->arena);
	c->id = yaml_str(map, "id");
	lay_keys(c, map);
	for (size_t i = 0; i < world.standard->kind_len; i++)
		if (strcmp(world.standard->kinds[i]->name, kind) == 0)
			k = world.standard->kinds[i];
	assert_non_null(k);
	fill_in(t, c, "title", "A record");
	fill_in(t, c, "status", k->states[0].name);
	fill_in(t, c, "owner", "PER-0002");
	fill_in(t, c, "created", "2025-10-01");
	c->text = card_text(t->arena, c);
}

static struct card *
card_find(struct trial *t, const char *id)
{
	for (size_t i = 0; i < t->len; i++)
		if (id != NULL && strcmp(t->cards[i].id, id) == 0)
			return &t->cards[i];
	return NULL;
}

static void
lay_change(struct trial *t, struct card *c, const struct yaml *map)
{
	struct map *keys = map_new(t->arena);

	for (size_t i = 0; i < map_len(c->keys); i++)
		map_put(keys, map_at(c->keys, i)->key,
		    map_at(c->keys, i)->value);
	c->keys = keys;
	lay_keys(c, map);
	c->text = card_text(t->arena, c);
}

/* "Name <address>" of a person of the cards; NULL: it is no id of one. */
static const char *
signature_of(void *ctx, const char *id)
{
	struct trial *t = ctx;
	const struct card *c = card_find(t, id);
	const struct yaml *name = c == NULL ? NULL : map_get(c->keys, "name");

	return name == NULL ? NULL : arena_printf(t->arena,
	    "%s <%s@small.example>", name->s, id);
}

static void
lay_block(struct trial *t, const char *text, size_t len)
{
	const struct yaml *map = yaml_parse(t->arena, t->diags, "example",
	    text, len, 1), *y;
	struct card *c;

	assert_non_null(map);
	if (yaml_str(map, "asof") != NULL) {
		t->asof = yaml_str(map, "asof");
		return;
	}
	if ((y = yaml_get(map, "commit")) != NULL) {
		past_snap(&t->past, write_files, t, signature_of);
		t->past.any = true;
		t->past.spec = y;
		return;
	}
	if (yaml_str(map, "file") != NULL) {
		map_put(t->files, yaml_str(map, "file"),
		    (char *)yaml_str(map, "text"));
		return;
	}
	y = yaml_get(map, "remove");
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next) {
		c = card_find(t, y->s);
		assert_non_null(c);
		c->gone = true;
	}
	if (yaml_get(map, "remove") != NULL)
		return;
	c = card_find(t, yaml_str(map, "id"));
	if (c != NULL && yaml_str(map, "kind") == NULL)
		lay_change(t, c, map);
	else
		lay_new(t, map);
}

static void
lay(struct trial *t, const char *example)
{
	const char *end;

	for (const char *s = example; s != NULL && *s != '\0'; s = end) {
		end = strstr(s, "===\n");
		lay_block(t, s, end == NULL ? strlen(s) : (size_t)(end - s));
		end = end == NULL ? NULL : end + 4;
	}
	if (t->past.any)
		past_snap(&t->past, write_files, t, signature_of);
}

static struct model *
build(struct trial *t, struct diags *ds, const struct card *cards, size_t len)
{
	const char *(*files)[2] = arena_alloc(t->arena,
	    (len + 1 + map_len(t->files)) * sizeof(*files));
	struct source *src;
	struct model *m;
	size_t n = 0;

	files[n][0] = "isms.yaml";
	files[n++][1] = world.isms;
	for (size_t i = 0; i < len; i++) {
		if (cards[i].gone)
			continue;
		files[n][0] = arena_printf(t->arena, "r/%s-%zu.md",
		    cards[i].id, i);
		files[n++][1] = cards[i].text;
	}
	for (size_t i = 0; i < map_len(t->files); i++) {
		const struct map_slot *f = map_at(t->files, i);

		if (f->value == NULL)
			continue;
		files[n][0] = f->key;
		files[n++][1] = f->value;
	}
	src = source_memory(t->arena, (const char *const (*)[2])files, n);
	m = model_build(t->arena, ds, load_documents(t->arena, ds, src, NULL),
	    world.standard, config_read(t->arena, ds, src), src);
	assert_non_null(m);
	return m;
}

static void
judge(struct trial *t, const struct ruleset *rules)
{
	struct diags *quiet = diags_new(t->arena);
	struct model *m = build(t, t->diags, t->cards, t->len), *old;
	struct store *store, *base = NULL;
	date_day asof;

	assert_true(date_parse(t->asof, &asof));
	store = store_open(t->arena, t->diags, m, asof, LANG_EN);
	assert_non_null(store);
	store_history(store, t->past.any ? past_read(&t->past, t->diags) :
	    NULL);
	if (t->past.any)
		store_files(store, t->past.repo, repo_resolve(t->past.repo,
		    t->arena, "HEAD"), "");
	if (t->against) {
		old = build(t, quiet, world.cards, world.len);
		base = store_open(t->arena, quiet, old, asof, LANG_EN);
		store_history(base, NULL);
		store_base(store, base, model_compare(t->arena, old, m),
		    NULL);
		assert_true(store_has_base(store));
	}
	rules_run(t->arena, t->diags, rules, m, store, t->past.any);
	diags_settle(t->diags);
	store_close(store);
	store_close(base);
	diags_sort(t->diags);
}

static struct trial *
trial(const char *example, const struct ruleset *rules, bool against)
{
	struct arena *a = arena_new();
	struct trial *t = arena_alloc(a, sizeof(*t));

	t->arena = a;
	t->diags = diags_new(a);
	t->asof = "2026-06-30";
	t->files = map_new(a);
	t->past.arena = a;
	t->len = world.len;
	t->against = against;
	memcpy(t->cards, world.cards, world.len * sizeof(*t->cards));
	lay(t, example);
	judge(t, rules);
	past_done(&t->past);
	return t;
}

static void
say(const struct diag *d, const char *code)
{
	print_message("%s: %s %s %s: %s\n", code, diag_level_name(d->level,
	    LANG_EN), d->head->code, d->record == NULL ? "-" : d->record,
	    d->message[LANG_EN]);
}

/* How many findings bear the code; others that are errors are told. */
static size_t
count(const struct trial *t, const char *code, bool tell)
{
	size_t n = 0;

	for (size_t i = 0; i < diags_len(t->diags); i++) {
		const struct diag *d = diags_at(t->diags, i);

		if (strcmp(d->head->code, code) == 0 && d->waived == NULL)
			n++;
		else if (tell && d->level == DIAG_ERROR)
			say(d, code);
	}
	return n;
}

/* Every word of the templates is one the query gives. */
static void
words_filled(const struct trial *t, const char *code)
{
	for (size_t i = 0; i < diags_len(t->diags); i++) {
		const struct diag *d = diags_at(t->diags, i);

		if (strcmp(d->head->code, code) != 0)
			continue;
		for (int l = 0; l < LANG_FILE; l++) {
			if (strchr(d->message[l], '{') != NULL ||
			    (d->help[l] != NULL &&
			    strchr(d->help[l], '{') != NULL))
				say(d, code);
			assert_null(strchr(d->message[l], '{'));
			assert_true(d->help[l] == NULL ||
			    strchr(d->help[l], '{') == NULL);
		}
	}
}

static void
test_rule(void **state)
{
	struct rule *r = *state;
	const struct ruleset alone = { r, 1 };
	struct trial *t = trial(r->fails, world.rules, r->against);

	words_filled(t, r->head.code);
	if (count(t, r->head.code, true) == 0)
		fail_msg("%s: the example that fails gives no finding",
		    r->head.code);
	arena_done(t->arena);

	t = trial(r->passes, &alone, r->against);
	if (count(t, r->head.code, true) > 0) {
		for (size_t i = 0; i < diags_len(t->diags); i++)
			say(diags_at(t->diags, i), r->head.code);
		fail_msg("%s: the example that passes gives a finding",
		    r->head.code);
	}
	arena_done(t->arena);
}

static void
test_minimal(void **state)
{
	struct trial *t = trial("", world.rules, true);

	(void)state;
	for (size_t i = 0; i < diags_len(t->diags); i++)
		say(diags_at(t->diags, i), "minimal");
	assert_int_equal(diags_len(t->diags), 0);
	arena_done(t->arena);
}

static int
world_close(void **state)
{
	(void)state;
	arena_done(world.arena);
	return 0;
}

/* The tests of one worker: every step-th rule from first. */
static int
work(struct ruleset *set, size_t first, size_t step)
{
	struct CMUnitTest *tests = calloc(set->len + 1, sizeof(*tests));
	size_t n = 0;
	int failed;

	if (tests == NULL)
		return 3;
	if (first == 0) {
		tests[n].name = "minimal";
		tests[n++].test_func = test_minimal;
	}
	for (size_t i = first; i < set->len; i += step) {
		if (getenv("ONLY") != NULL && strstr(getenv("ONLY"),
		    set->rules[i].head.code) == NULL)
			continue;
		tests[n].name = set->rules[i].head.code;
		tests[n].test_func = test_rule;
		tests[n++].initial_state = &set->rules[i];
	}
	failed = _cmocka_run_group_tests("rules", tests, n, world_open,
	    world_close);
	free(tests);
	return failed > 0;
}

/* A worker in the background; its words go to a file of its own. */
static pid_t
start(struct ruleset *set, size_t first, size_t step, FILE *words)
{
	pid_t pid = fork();

	if (pid != 0)
		return pid;
	dup2(fileno(words), STDOUT_FILENO);
	dup2(fileno(words), STDERR_FILENO);
	first = (size_t)work(set, first, step);
	fflush(NULL);
	_exit((int)first);
}

static int
judge_standard(const char *name)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct ruleset *set = rules_read(a, ds, standard_read(a, ds, name),
	    true);
	FILE *words[WORKERS];
	pid_t pids[WORKERS];
	int status, c, failed = 0;

	world.name = name;
	for (size_t i = 0; i < WORKERS; i++) {
		words[i] = tmpfile();
		if (words[i] == NULL ||
		    (pids[i] = start(set, i, WORKERS, words[i])) < 0)
			return 3;
	}
	for (size_t i = 0; i < WORKERS; i++) {
		waitpid(pids[i], &status, 0);
		failed |= status != 0;
		rewind(words[i]);
		while ((c = getc(words[i])) != EOF)
			putchar(c);
		fclose(words[i]);
	}
	arena_done(a);
	return failed;
}

int
main(void)
{
	int failed = 0;

	for (size_t i = 0; i < STANDARDS; i++)
		failed |= judge_standard(standards[i]);
	return failed;
}
