#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/zone.h"
#include "book/chapter.h"
#include "cmd/manual.h"
#include "cmd/run.h"
#include "diag/text.h"
#include "history/history.h"
#include "load/load.h"
#include "load/source.h"
#include "load/stamp.h"
#include "model/compare.h"
#include "model/config.h"
#include "model/model.h"
#include "model/language.h"
#include "model/standard.h"
#include "rules/baseline.h"
#include "rules/rules.h"
#include "store/store.h"

static int open_source(struct run *);
static int settle(struct run *);
static void read_history(struct run *);
static void compare(struct run *);
static void judge(struct run *);
static void apply_rules(struct run *);

/*
 * The whole flow.  Every stage runs even if an earlier one complained, so
 * that one run shows all there is to mend.
 */
int
compile(struct run *r)
{
	int rc = compile_open(r);

	if (rc == EXIT_DONE)
		compile_judge(r);
	return rc;
}

/* Where, which commit, which day and by which configuration. */
int
compile_open(struct run *r)
{
	int rc;

	r->diags = diags_new(r->arena);
	if ((rc = run_open(r)) != EXIT_DONE ||
	    (rc = open_source(r)) != EXIT_DONE)
		return rc;
	return settle(r);
}

/* What was read and made of it, as tables. */
static struct store *
fill_store(const struct run *r, struct diags *ds, date_day day)
{
	struct store *s = store_open(r->arena, ds, r->model, day,
	    r->opt.lang);

	store_history(s, r->timelines);
	if (r->timelines != NULL)
		store_files(s, r->repo, r->commit, r->prefix);
	return s;
}

/*
 * Names and titles within the findings of rules are in the language of the
 * run, so that the rules speak again; of a language with a file all words are
 * chosen as they are made.
 */
int
run_speak(struct run *r, const char *code)
{
	enum lang lang = language_choose(code);
	bool anew = lang == LANG_FILE || r->opt.lang == LANG_FILE;

	if (lang == r->opt.lang && !anew)
		return EXIT_DONE;
	r->opt.lang = lang;
	r->opt.lang_given = true;
	if (anew) {
		run_reset(r);
		return compile(r);
	}
	store_close(r->store);
	r->diags = diags_copy(r->arena, r->before);
	r->store = fill_store(r, r->diags, r->asof);
	apply_rules(r);
	diags_sort(r->diags);
	store_findings(r->store, r->diags);
	return EXIT_DONE;
}

/* A file once more, for the lines of a finding. */
static const char *
reread(void *data, struct arena *a, const char *path, size_t *len)
{
	struct run *r = data;
	const struct entry *e = source_find(r->source, path);
	struct buf b = BUF_INIT;
	const char *s = NULL;
	size_t mark = 0;

	if (e != NULL && r->source->read(r->source, e, LIMIT_FILE_BYTES,
	    &b) == 0 && b.s != NULL) {
		if (b.len >= 3 && memcmp(b.s, "\xef\xbb\xbf", 3) == 0)
			mark = 3;
		*len = b.len - mark;
		s = arena_dup(a, b.s + mark, *len);
	}
	buf_done(&b);
	return s;
}

void
compile_judge(struct run *r)
{
	struct arena *a = r->arena;
	struct diags *ds = r->diags;
	struct load_limits limits = { .outlines = r->outlines,
	    .heads = r->heads };

	diags_read_by(ds, reread, r);
	/* First, since it leaves most of its memory to the others. */
	read_history(r);
	r->loaded = load_documents(a, ds, r->source, &limits);
	r->model = model_build(a, ds, r->loaded, r->standard, r->config,
	    r->source);
	r->store = fill_store(r, ds, r->asof);
	if (r->base != NULL && r->base->store != NULL)
		compare(r);
	template_check(r);
	r->before = diags_copy(a, ds);
	judge(r);
	diags_sort(ds);
	store_findings(r->store, ds);
}

/* What lies between the base and this reading, for rules and reports. */
static void
compare(struct run *r)
{
	r->comparison = model_compare(r->arena, r->base->model, r->model);
	store_base(r->store, r->base->store, r->comparison, &r->branch);
}

void
run_reset(struct run *r)
{
	struct run fresh = { .arena = r->arena, .opt = r->opt, .commit = "",
	    .outlines = r->outlines };

	store_close(r->store);
	if (r->source != NULL && r->source->close != NULL)
		r->source->close(r->source);
	else
		stamps_close(r->stamps);
	repo_close(r->repo);
	*r = fresh;
}

void
run_done(struct run *r)
{
	run_reset(r);
	arena_done(r->arena);
}

const char *
pick(const struct run *r, const char *en, const char *ja)
{
	return lang_pick(r->opt.lang, en, ja);
}

const char *
word(const struct run *r, const char *key)
{
	return standard_word(r->standard, key, r->opt.lang);
}

const char *
find_root(struct arena *a, const char *dir)
{
	char *path, *slash;
	char real[PATH_MAX];

	if (realpath(dir, real) == NULL)
		return NULL;
	for (path = arena_str(a, real);;) {
		if (access(arena_printf(a, "%s/isms.yaml", path), F_OK) == 0)
			return path;
		if ((slash = strrchr(path, '/')) == NULL || slash[1] == '\0')
			return NULL;
		if (slash == path)
			slash[1] = '\0';
		else
			*slash = '\0';
	}
}

int
run_open(struct run *r)
{
	const char *why[LANG_COUNT], *dir = r->opt.dir, *id;
	struct stat st;

	if (r->root != NULL)
		return EXIT_DONE;
	if (stat(dir, &st) != 0)
		return complain(EXIT_USAGE, "%s: %s", dir, strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return complain(EXIT_USAGE, "%s: %s", dir, strerror(ENOTDIR));
	r->root = find_root(r->arena, dir);
	r->repo = repo_open(r->arena, r->root != NULL ? r->root : dir, why);
	if (r->root == NULL && r->opt.rev == NULL)
		return complain(EXIT_USAGE, "%s", r->repo != NULL &&
		    repo_workdir(r->repo) == NULL ?
		    pick(r, "this repository is bare: name the commit to "
		    "read, such as --rev HEAD",
		    "ベアリポジトリです。--rev HEAD のように読むコミットを指定して"
		    "ください") :
		    pick(r, "there is no isms.yaml here or in a folder above",
		    "このフォルダーにも上位のフォルダーにも isms.yaml がありません"));
	/* Without history the files alone can be judged. */
	if (r->repo == NULL && why[LANG_EN] != NULL &&
	    (!r->opt.no_history || r->opt.rev != NULL))
		return complain(EXIT_UNABLE, "%s", why[r->opt.lang]);
	if (r->repo != NULL && r->opt.cache != NULL &&
	    repo_works_in(r->repo, r->opt.cache))
		return complain(EXIT_USAGE, pick(r,
		    "--cache %s lies in the work tree, where every change "
		    "can write it; name a folder outside, or one in .git",
		    "--cache %s は作業ツリーの中にあり、変更によって書き換えられる"
		    "おそれがあります。外のフォルダーか .git の中を指定してください"),
		    r->opt.cache);
	if (r->repo != NULL && !r->opt.no_cache)
		repo_cache(r->repo, r->opt.cache);
	r->prefix = r->repo != NULL ? repo_prefix(r->repo) : "";
	if (r->repo != NULL && (id = repo_resolve(r->repo, r->arena,
	    r->opt.rev != NULL ? r->opt.rev : "HEAD")) != NULL)
		r->commit = id;
	return EXIT_DONE;
}

static int
open_source(struct run *r)
{
	const char *rev = r->opt.rev != NULL ? r->opt.rev : "HEAD", *first;
	size_t n;

	if (r->repo == NULL && r->opt.rev != NULL)
		return complain(EXIT_UNABLE, pick(r,
		    "'%s' names a commit, and there is no git repository here",
		    "'%s' はコミットを指しますが、ここには git リポジトリがありません"),
		    r->opt.rev);
	if (r->opt.rev != NULL && r->commit[0] == '\0')
		return complain(EXIT_USAGE, pick(r,
		    "there is no revision '%s' in this repository",
		    "このリポジトリにリビジョン '%s' はありません"), rev);
	if (r->opt.rev != NULL)
		r->source = repo_source(r->repo, r->arena, r->diags,
		    r->commit, r->prefix);
	else if ((n = r->repo == NULL ? 0 : repo_left_out(r->repo, r->commit,
	    r->prefix, &first)) > 0)
		return complain(EXIT_UNABLE, pick(r,
		    "the checkout is sparse and leaves out %zu files of the "
		    "ISMS, such as %s; git sparse-checkout disable brings them "
		    "(GitHub Actions: no sparse-checkout: in "
		    "actions/checkout), --rev HEAD reads the commit instead",
		    "スパースチェックアウトのため ISMS のファイル %zu 件（%s など）が"
		    "作業ツリーにありません。git sparse-checkout disable で取り出す"
		    "（GitHub Actions: actions/checkout の sparse-checkout: を外す）"
		    "か、--rev HEAD でコミットを読んでください"), n, first);
	else
		r->source = r->stamps != NULL ?
		    source_stamped(r->arena, r->diags, r->stamps) :
		    source_folder(r->arena, r->diags, r->root);
	if (r->source != NULL && r->opt.rev == NULL && r->repo != NULL) {
		r->source->tracked = repo_tracked;
		r->source->tracker = r->repo;
		r->source->strict = getenv("CI") != NULL;
	}
	if (r->source == NULL && r->repo != NULL &&
	    repo_why(r->repo, r->opt.lang) != NULL)
		return complain(EXIT_UNABLE, "%s: %s", rev,
		    repo_why(r->repo, r->opt.lang));
	if (r->source == NULL)
		return complain(EXIT_UNABLE, "%s: %s", r->root != NULL ?
		    r->root : rev, strerror(errno));
	return EXIT_DONE;
}

/* Asked for by the commands whose output says "draft" alone: it is dear. */
bool
run_dirty(struct run *r)
{
	if (!r->dirty_known)
		r->dirty = r->opt.rev == NULL && r->repo != NULL &&
		    repo_dirty(r->repo, r->prefix);
	r->dirty_known = true;
	return r->dirty;
}

/* Why nothing could be judged: the findings so far, and status 2. */
static int
give_up(struct run *r)
{
	struct diag_style st = { .lang = r->opt.lang, .quiet = true };
	struct diag_summary sum = { .asof = "" };
	struct buf b = BUF_INIT;

	diags_sort(r->diags);
	diag_text(r->diags, &sum, &st, &b);
	if (b.len > 0)
		fwrite(b.s, 1, b.len, stderr);
	buf_done(&b);
	return complain(EXIT_USAGE, "%s", pick(r,
	    "nothing was judged: the configuration is wrong",
	    "設定に誤りがあるため、何も判定していません"));
}

/* The moment of the run, read once: SOURCE_DATE_EPOCH, else the clock. */
static bool
now(int64_t *seconds)
{
	const char *s = getenv("SOURCE_DATE_EPOCH");
	char *end;
	long long v;

	if (s == NULL) {
		*seconds = (int64_t)time(NULL);
		return true;
	}
	errno = 0;
	v = strtoll(s, &end, 10);
	*seconds = v;
	return *s != '\0' && *end == '\0' && errno == 0 && v >= 0 &&
	    v <= 253402300799LL;
}

/*
 * The day on which overdue is judged: --as-of; with --rev of an older commit
 * the day it landed; else today in the organisation's zone.
 */
bool
run_day(struct run *r, const struct zone *zone)
{
	const char *head;
	int64_t seconds = 0;

	if (r->opt.asof != NULL) {
		if (!date_parse(r->opt.asof, &r->asof))
			return false;
	} else {
		if (!now(&seconds))
			return false;
		head = r->opt.rev == NULL ? NULL :
		    repo_resolve(r->repo, r->arena, "HEAD");
		if (r->opt.rev != NULL &&
		    (head == NULL || strcmp(head, r->commit) != 0))
			repo_commit_time(r->repo, r->commit, &seconds);
		r->asof = zone_day(zone, seconds);
	}
	date_print(r->asof, r->asof_text);
	return true;
}

static int
set_asof(struct run *r, const struct zone *zone)
{
	if (run_day(r, zone))
		return EXIT_DONE;
	if (r->opt.asof != NULL)
		return complain(EXIT_USAGE, pick(r,
		    "--as-of takes a day as YYYY-MM-DD, not '%s'",
		    "--as-of は YYYY-MM-DD の日付です: '%s'"), r->opt.asof);
	return complain(EXIT_USAGE,
	    "SOURCE_DATE_EPOCH is no number of seconds: '%s'",
	    getenv("SOURCE_DATE_EPOCH"));
}

/* Configuration, standard, language and as-of date. */
static int
settle(struct run *r)
{
	struct zone *zone;

	r->config = config_read(r->arena, r->diags, r->source);
	if (r->config == NULL)
		return give_up(r);
	if (!r->opt.lang_given && r->config->lang_len > 0)
		r->opt.lang = language_choose(r->config->langs[0]);
	if (r->opt.lang == LANG_FILE)
		config_speak(r->config);
	r->standard = standard_read(r->arena, r->diags, r->config->standard);
	if (r->standard == NULL)
		return complain(EXIT_USAGE, pick(r,
		    "isms.yaml names the standard '%s', which is not built in",
		    "isms.yaml の standard '%s' は組み込まれていません"),
		    r->config->standard);
	if ((zone = zone_find(r->arena, r->config->zone)) == NULL)
		return complain(EXIT_USAGE, pick(r,
		    "isms.yaml names the time zone '%s', which this machine "
		    "does not know",
		    "isms.yaml のタイムゾーン '%s' はこの環境にありません"),
		    r->config->zone);
	chapter_check(r->arena, r->diags, r->standard, r->config);
	r->rules = rules_read(r->arena, r->diags, r->standard, false);
	if (!r->anew)
		r->baseline = baseline_read(r->arena, r->diags, r->source);
	return set_asof(r, zone);
}

static void
unknown_all(struct run *r, const char *const says[LANG_COUNT])
{
	for (int l = 0; l < LANG_COUNT; l++) {
		const char **list = arena_alloc(r->arena,
		    (r->not_judged_len + 2) * sizeof(*list));

		if (r->not_judged_len > 0)
			memcpy(list, r->not_judged[l],
			    r->not_judged_len * sizeof(*list));
		list[r->not_judged_len] = says[l];
		r->not_judged[l] = list;
	}
	r->not_judged_len++;
}

static void
unknown(struct run *r, const char *en, const char *ja)
{
	const char *const says[LANG_COUNT] = { en, ja, lang_own(en) };

	unknown_all(r, says);
}

/* So many of something. */
static void
unknown_count(struct run *r, const char *en, const char *ja, size_t n)
{
	const char *const says[LANG_COUNT] = {
		arena_printf(r->arena, en, n), arena_printf(r->arena, ja, n),
		arena_printf(r->arena, lang_own(en), n)
	};

	unknown_all(r, says);
}

static void
read_history(struct run *r)
{
	struct timelines *t;

	if (r->opt.no_history) {
		unknown(r, "history (--no-history)", "履歴（--no-history）");
		return;
	}
	if (r->repo == NULL || r->commit[0] == '\0') {
		unknown(r, r->repo == NULL ?
		    "history: this folder is not in a git repository" :
		    "history: there are no commits yet",
		    r->repo == NULL ?
		    "履歴: このフォルダーは git リポジトリではありません" :
		    "履歴: コミットがまだありません");
		r->unable = r->opt.require_history;
		return;
	}
	t = r->timelines = history_read(r->repo, r->arena, r->diags,
	    r->commit, r->prefix, zone_find(r->arena, r->config->zone));
	if (!t->whole) {
		const char *says[LANG_COUNT];

		for (int l = 0; l < LANG_COUNT; l++)
			says[l] = arena_printf(r->arena, lang_pick(
			    (enum lang)l, "history: %s", "履歴: %s"),
			    t->cut[l]);
		unknown_all(r, says);
		r->unable = true;
	}
}

/* Of a cut history: the records of which it says nothing. */
static void
unchanged(struct run *r)
{
	const struct timelines *t = r->timelines;
	const struct commit *c = t->commits;
	const char *says[LANG_COUNT];
	size_t n = 0, len;
	char day[11];

	for (size_t i = 0; i < r->model->len; i++) {
		history_of(t, r->model->records[i]->id, &len);
		n += len == 0;
	}
	while (strcmp(c->id, t->first_known) != 0)
		c++;
	date_print(c->day, day);
	says[LANG_EN] = arena_printf(r->arena, "the history of %zu records "
	    "that have not changed since %s (%.10s)", n, day, c->id);
	says[LANG_JA] = arena_printf(r->arena, "%s（%.10s）以降に変更のないレコード"
	    " %zu 件の履歴", day, c->id, n);
	says[LANG_FILE] = arena_printf(r->arena, lang_own("the history of "
	    "%zu records that have not changed since %s (%.10s)"), n, day,
	    c->id);
	unknown_all(r, says);
}

/* How much of history there is for rules to ask. */
static enum rules_history
known_of(const struct run *r)
{
	const struct timelines *t = r->timelines;

	return t == NULL ? RULES_NO_HISTORY : t->whole ? RULES_WHOLE_HISTORY :
	    t->part ? RULES_PART : RULES_NO_HISTORY;
}

/* The same ISMS judged on another day: rules alone, nothing else moves. */
struct diags *
judge_on(struct run *r, date_day day)
{
	struct diags *ds = diags_new(r->arena);
	struct store *s = fill_store(r, ds, day);

	rules_run(r->arena, ds, r->rules, r->model, s, known_of(r));
	diags_settle(ds);
	if (r->baseline != NULL)
		baseline_hold(r->arena, ds, r->baseline, r->rules,
		    r->standard, day);
	store_close(s);
	diags_sort(ds);
	return ds;
}

static void
apply_rules(struct run *r)
{
	r->rules_judged = rules_run(r->arena, r->diags, r->rules, r->model,
	    r->store, known_of(r));
	if (r->opt.against == NULL)
		diags_settle(r->diags);
	if (r->baseline != NULL)
		baseline_hold(r->arena, r->diags, r->baseline, r->rules,
		    r->standard, r->asof);
}

static void
judge(struct run *r)
{
	enum rules_history known = known_of(r);
	size_t waiting = 0, aside = 0;

	apply_rules(r);
	for (size_t i = 0; i < r->rules->len; i++) {
		aside += r->rules->rules[i].profile > r->config->profile;
		waiting += !rule_has_history(&r->rules->rules[i], known) &&
		    r->rules->rules[i].profile <= r->config->profile;
	}
	if (known == RULES_PART)
		unchanged(r);
	if (waiting > 0)
		unknown_count(r, "%zu rules that need history",
		    "履歴が必要な規則 %zu 件", waiting);
	if (aside > 0)
		unknown_count(r, "%zu rules that the profile leaves out",
		    "プロファイル対象外の規則 %zu 件", aside);
}

int
run_status(const struct run *r)
{
	enum diag_level worst = diags_worst(r->diags);

	if (r->unable)
		return EXIT_UNABLE;
	return r->opt.fail_on != DIAG_OFF && worst >= r->opt.fail_on ?
	    EXIT_FINDINGS : EXIT_DONE;
}

void
run_summary(const struct run *r, struct diag_summary *sum)
{
	memset(sum, 0, sizeof(*sum));
	sum->files = r->loaded->len;
	sum->records = r->model->len;
	sum->links = r->model->ref_len;
	sum->commits = r->timelines == NULL ? 0 : r->timelines->commit_len;
	sum->rules = r->rules_judged;
	sum->asof = r->asof_text;
	sum->commit = r->commit;
	sum->profile = config_profile_name(r->config->profile);
	for (int l = 0; l < LANG_COUNT; l++)
		sum->not_judged[l] = r->not_judged[l];
	sum->fail_on = r->opt.fail_on;
	sum->failed = run_status(r) != EXIT_DONE;
	sum->delta = r->delta;
	if (r->baseline != NULL && r->baseline->expires >= r->asof)
		sum->held_until = r->baseline->until;
}
