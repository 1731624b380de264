#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/width.h"
#include "cmd/run.h"
#include "cmd/term.h"
#include "history/history.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/keys.h"
#include "model/model.h"
#include "model/standard.h"
#include "out/out.h"
#include "rules/rules.h"

/*
 * What the program sees, and what mends it where that is not enough.  The
 * report is made once, as lines; text and JSON are two ways to print them.
 */
enum state { FINE, ODD, FAULT };

struct line {
	const char	*section, *key, *value;
	const char	*from;		/* where the value comes from */
	const char	*remedy;
	enum state	 state;
};

struct doctor {
	struct run	*run;
	const char	*section;
	struct line	*lines;
	size_t		 len, faults;
};

static struct line *
put(struct doctor *d, const char *key, const char *value)
{
	struct line *l;

	d->lines = arena_grow(d->run->arena, d->lines, d->len,
	    sizeof(*d->lines));
	l = &d->lines[d->len++];
	*l = (struct line){ .section = d->section, .key = key,
	    .value = value == NULL || *value == '\0' ? pick(d->run, "none",
	    "なし") : value };
	return l;
}

static void
mend(struct doctor *d, struct line *l, enum state state, const char *remedy)
{
	l->state = state;
	l->remedy = remedy;
	d->faults += state == FAULT;
}

static const char *
moment(struct run *r, int64_t seconds)
{
	time_t t = (time_t)seconds;
	char text[32];
	struct tm tm;

	if (gmtime_r(&t, &tm) == NULL ||
	    strftime(text, sizeof(text), "%Y-%m-%d %H:%M UTC", &tm) == 0)
		return "";
	return arena_str(r->arena, text);
}

/* Whole KiB, as all limits are. */
static const char *
bytes(struct run *r, long long n)
{
	return n % (1 << 20) == 0 ?
	    arena_printf(r->arena, "%lld MiB", n >> 20) :
	    arena_printf(r->arena, "%lld KiB", n >> 10);
}

/* ---- what there is ---- */

static void
program(struct doctor *d)
{
	struct run *r = d->run;

	d->section = pick(r, "Program", "プログラム");
	put(d, pick(r, "version", "版"), "ismsc " ISMSC_VERSION);
	put(d, pick(r, "standards", "規格"), standard_names(r->arena));
	if (r->standard != NULL)
		put(d, pick(r, "in use", "適用"), standard_said(
		    r->standard, "about", r->standard->about,
		    "edition_title", r->opt.lang));
}

/* The folder, the commit and whether they are the same. */
static void
place(struct doctor *d)
{
	struct run *r = d->run;
	struct line *l;

	d->section = pick(r, "ISMS", "ISMS");
	l = put(d, pick(r, "folder", "フォルダー"), r->root);
	if (r->root == NULL && r->opt.rev == NULL)
		mend(d, l, FAULT, pick(r,
		    "go to the folder of isms.yaml, or name it with -C",
		    "isms.yaml のあるフォルダーに移るか、-C で指定してください"));
	l = put(d, pick(r, "repository", "リポジトリ"), r->repo == NULL ?
	    NULL : repo_workdir(r->repo) == NULL ?
	    pick(r, "bare", "ベア") : repo_workdir(r->repo));
	if (r->repo == NULL)
		mend(d, l, ODD, pick(r,
		    "git init begins a history; without one nobody can prove "
		    "when what was decided",
		    "git init で履歴が始まります。履歴がなければ、いつ何を決めたかを"
		    "証明できません"));
	if (r->repo == NULL)
		return;
	l = put(d, pick(r, "commit", "コミット"), r->commit);
	l->from = r->opt.rev != NULL ? "--rev" : "HEAD";
	if (r->opt.rev != NULL || r->commit[0] == '\0' || r->root == NULL)
		return;
	l = put(d, pick(r, "work tree", "作業ツリー"), run_dirty(r) ?
	    pick(r, "differs from the commit", "コミットと異なる") :
	    pick(r, "same as the commit", "コミットと同じ"));
	if (run_dirty(r))
		mend(d, l, ODD, pick(r,
		    "outputs are drafts until all is committed",
		    "すべてコミットするまで、出力は草案になります"));
}

/* What was read, and the verdict in figures. */
static void
contents(struct doctor *d)
{
	struct run *r = d->run;

	if (r->model == NULL)
		return;
	put(d, pick(r, "records", "レコード"), arena_printf(r->arena,
	    pick(r, "%zu in %zu files", "%zu 件（%zu ファイル）"),
	    r->model->len, r->loaded->len));
	put(d, pick(r, "findings", "指摘"), arena_printf(r->arena, pick(r,
	    "%zu errors, %zu warnings, %zu notes",
	    "エラー %zu 件、警告 %zu 件、注記 %zu 件"),
	    diags_count(r->diags, DIAG_ERROR),
	    diags_count(r->diags, DIAG_WARNING),
	    diags_count(r->diags, DIAG_NOTE)));
}

/* From which day on history answers, and whose clocks cannot be right. */
static void
line_of_commits(struct doctor *d, const struct timelines *t)
{
	struct run *r = d->run;
	char first[11], last[11];
	struct line *l;

	if (t->commit_len == 0)
		return;
	date_print(t->commits[0].day, first);
	date_print(t->commits[t->commit_len - 1].day, last);
	put(d, pick(r, "first-parent line", "本線"), arena_printf(r->arena,
	    pick(r, "%zu commits, %s to %s", "%zu コミット、%s から %s"),
	    t->commit_len, first, last));
	if (t->commits[t->commit_len - 1].day <= r->asof)
		return;
	l = put(d, pick(r, "last commit", "最後のコミット"), last);
	mend(d, l, ODD, pick(r,
	    "it is later than the day of judging: a clock was wrong, or "
	    "--as-of names a day of the past",
	    "判定基準日より後です。時計が誤っていたか、--as-of が過去の日です"));
}

static void
history(struct doctor *d)
{
	struct run *r = d->run;
	const struct timelines *t = r->timelines;
	struct line *l;

	d->section = pick(r, "History", "履歴");
	if (t == NULL) {
		l = put(d, pick(r, "reach", "範囲"), pick(r,
		    "not read", "読んでいません"));
		l->from = r->opt.no_history ? "--no-history" : NULL;
		return;
	}
	l = put(d, pick(r, "reach", "範囲"), t->whole ?
	    pick(r, "whole", "完全") : pick(r, "not whole", "不完全"));
	if (!t->whole)
		mend(d, l, FAULT, t->cut[r->opt.lang]);
	line_of_commits(d, t);
}

static void
kept(struct doctor *d)
{
	struct run *r = d->run;
	const char *path = r->repo == NULL ? NULL :
	    repo_kept(r->repo, r->arena, "verdict", "x");
	char *dir, *slash;
	struct line *l;

	l = put(d, pick(r, "cache", "キャッシュ"), NULL);
	l->from = r->opt.no_cache ? "--no-cache" : r->opt.cache != NULL ?
	    "--cache" : NULL;
	if (path == NULL)
		return;
	dir = arena_str(r->arena, path);
	if ((slash = strrchr(dir, '/')) != NULL)
		*slash = '\0';
	l->value = dir;
	if (access(dir, F_OK) == 0 && access(dir, W_OK) != 0)
		mend(d, l, ODD, pick(r,
		    "it cannot be written, so every run reads all anew; "
		    "--cache names another folder",
		    "書き込めないため、毎回すべて読み直します。--cache で別の"
		    "フォルダーを指定できます"));
}

/* The two clocks: the day that is judged, and the machine's. */
static void
day(struct doctor *d)
{
	struct run *r = d->run;
	int64_t last = 0, now = (int64_t)time(NULL);
	const struct yaml *zone;
	struct line *l;

	d->section = pick(r, "Day", "日付");
	if (r->config != NULL) {
		zone = yaml_get(r->config->yaml, "timezone");
		l = put(d, pick(r, "time zone", "タイムゾーン"),
		    r->config->zone);
		l->from = zone == NULL ? pick(r, "default", "既定") :
		    arena_printf(r->arena, "isms.yaml:%u", zone->at.line);
		if (zone == NULL)
			mend(d, l, ODD, pick(r,
			    "set timezone in isms.yaml: a day ends at "
			    "midnight where the organisation is",
			    "isms.yaml に timezone を設定してください。一日の"
			    "終わりは組織の所在地の午前0時です"));
		l = put(d, pick(r, "as of", "判定基準日"), r->asof_text);
		l->from = r->opt.asof != NULL ? "--as-of" :
		    r->opt.rev != NULL ? "--rev" :
		    getenv("SOURCE_DATE_EPOCH") != NULL ?
		    "SOURCE_DATE_EPOCH" : pick(r, "today", "今日");
	}
	l = put(d, pick(r, "clock of the machine", "この環境の時計"),
	    moment(r, now));
	if (r->repo != NULL && r->commit[0] != '\0' &&
	    repo_commit_time(r->repo, r->commit, &last) == 0 && last > now)
		mend(d, l, ODD, arena_printf(r->arena, pick(r,
		    "the commit is of %s, later than that: set the clock",
		    "コミットは %s のもので、それより後です。時計を合わせて"
		    "ください"), moment(r, last)));
}

/* ---- the configuration, each value with its origin ---- */

static const char *
told(struct run *r, const struct yaml *y)
{
	struct buf b = BUF_INIT;
	const struct yaml *m;
	const char *s;

	if (y->type == YAML_SCALAR)
		return y->s;
	for (m = y->first; m != NULL; m = m->next) {
		buf_adds(&b, m == y->first ? "" : ", ");
		if (m->key != NULL)
			buf_adds(&b, m->key);
		else if (m->type == YAML_SCALAR)
			buf_adds(&b, m->s);
		else if ((s = yaml_str(m, "code")) != NULL ||
		    (s = yaml_str(m, "name")) != NULL)
			buf_adds(&b, s);
		else
			buf_adds(&b, "{...}");
	}
	s = arena_str(r->arena, b.s == NULL ? "" : b.s);
	buf_done(&b);
	return s;
}

/* What holds where isms.yaml says nothing; NULL: nothing does. */
static const char *
usual(const struct run *r, const char *key)
{
	const struct config *c = r->config;

	if (strcmp(key, "standard") == 0)
		return c->standard;
	if (strcmp(key, "profile") == 0)
		return config_profile_name(c->profile);
	if (strcmp(key, "languages") == 0)
		return c->langs[0];
	if (strcmp(key, "year_start") == 0)
		return arena_printf(r->arena, "%02d-%02d",
		    c->year_start / 100, c->year_start % 100);
	return NULL;
}

static void
configuration(struct doctor *d)
{
	struct run *r = d->run;
	const struct config *c = r->config;
	const struct key *keys;
	const struct yaml *y;
	const char *value;
	struct line *l;
	size_t n;

	if (c == NULL)
		return;
	d->section = pick(r, "Configuration", "設定");
	keys = keys_of(KEYS_TOP, &n);
	for (size_t i = 0; i < n; i++) {
		if (strcmp(keys[i].name, "timezone") == 0)
			continue;
		y = yaml_get(c->yaml, keys[i].name);
		value = y == NULL ? usual(r, keys[i].name) : told(r, y);
		if (value == NULL)
			continue;
		l = put(d, keys[i].name, value);
		l->from = y == NULL ? pick(r, "default", "既定") :
		    arena_printf(r->arena, "isms.yaml:%u", y->key_at.line);
	}
	if (r->rules != NULL)
		put(d, pick(r, "rules applied", "適用した規則"),
		    arena_printf(r->arena, pick(r, "%zu of %zu",
		    "%zu（全 %zu 件）"), r->rules_judged, r->rules->len));
	for (size_t i = 0; i < r->not_judged_len; i++)
		put(d, pick(r, "not judged", "判定しなかったもの"),
		    r->not_judged[r->opt.lang][i]);
}

/* ---- the machine ---- */

static void
fonts(struct doctor *d)
{
	struct run *r = d->run;
	struct out_font *list;
	struct line *l;
	char hex[65];
	size_t n;

	d->section = pick(r, "Fonts of the PDF", "PDF のフォント");
	list = pdf_fonts_known(r->arena, &n);
	for (size_t i = 0; i < n; i++) {
		if (list[i].file == NULL && !list[i].needed)
			continue;
		l = put(d, list[i].family, list[i].file);
		if (list[i].file == NULL)
			mend(d, l, FAULT, arena_printf(r->arena, pick(r,
			    "install it (Debian: apt install %s)",
			    "インストールしてください"
			    "（Debian では apt install %s）"),
			    list[i].package));
		else if (hash_file(list[i].file, hex) == 0)
			l->from = arena_printf(r->arena, "sha256 %.16s", hex);
	}
}

static void
limits(struct doctor *d)
{
	static const struct {
		long long	 value;
		const char	*name, *unit, *about[LANG_COUNT];
	} rows[] = {
#define LIMIT(name, value, unit, en, ja)	{ value, #name, unit, { en, ja } },
#include "base/limits.def"
#undef LIMIT
	};
	struct run *r = d->run;

	d->section = pick(r, "Limits", "上限");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		put(d, r->opt.lang != LANG_FILE ?
		    rows[i].about[r->opt.lang] : lang_text(
		    rows[i].about[LANG_EN], "limits.%s", rows[i].name),
		    *rows[i].unit != '\0' ? bytes(r, rows[i].value) :
		    arena_printf(r->arena, "%lld", rows[i].value));
}

/* What input can reach: the promises that hold on every machine. */
static void
sandbox(struct doctor *d)
{
	static const struct {
		const char	*key[2], *value[2];
	} rows[] = {
		{ { LANG_TEXT("network"), "ネットワーク" }, { LANG_TEXT(
		    "nothing is fetched; serve listens on the loopback "
		    "address alone"), "何も取得しません。serve はループバック"
		    "アドレスだけで待ち受けます" } },
		{ { LANG_TEXT("programs"), "プログラム" }, { LANG_TEXT(
		    "no hook, filter or script is run, git itself included"),
		    "git を含め、フック、フィルター、スクリプトを実行しません" } },
		{ { LANG_TEXT("files"), "ファイル" }, { LANG_TEXT(
		    "those of the repository; symbolic links are not "
		    "followed"), "リポジトリの中だけです。シンボリックリンクは"
		    "たどりません" } },
		{ { LANG_TEXT("house rules"), "独自の規則" }, { LANG_TEXT(
		    "read-only SQL within the limits above"),
		    "上限内の読み取り専用 SQL です" } }
	};
	struct run *r = d->run;

	d->section = pick(r, "What input can reach", "入力から届く範囲");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		put(d, pick(r, rows[i].key[0], rows[i].key[1]),
		    pick(r, rows[i].value[0], rows[i].value[1]));
	put(d, pick(r, "user", "ユーザー"), geteuid() == 0 ?
	    pick(r, "root; an ordinary user is enough",
	    "root（一般ユーザーで十分です）") : arena_printf(r->arena, "%ld",
	    (long)geteuid()));
}

/* ---- the two forms ---- */

static size_t
columns(const char *s)
{
	return width_of(s, strlen(s));
}

static size_t
widest(const struct doctor *d, size_t from)
{
	size_t most = 0;

	for (size_t i = from; i < d->len &&
	    d->lines[i].section == d->lines[from].section; i++)
		if (columns(d->lines[i].key) > most)
			most = columns(d->lines[i].key);
	return most;
}

static void
print(const struct doctor *d, struct buf *b)
{
	const struct line *l;
	size_t value = 0, at;

	for (size_t i = 0; i < d->len; i++) {
		l = &d->lines[i];
		if (i == 0 || l->section != l[-1].section) {
			buf_addf(b, "%s%s\n", i == 0 ? "" : "\n", l->section);
			value = widest(d, i) + 5;
		}
		buf_addf(b, "%s%s", l->state == FAULT ? "! " :
		    l->state == ODD ? "~ " : "  ", l->key);
		term_tab(b, columns(l->key) + 2, value);
		at = term_wrap(b, l->value, value, value);
		if (l->from != NULL) {
			if (at + columns(l->from) + 5 > TERM_WIDTH) {
				buf_addc(b, '\n');
				term_tab(b, 0, value - 2);
			}
			buf_addf(b, "  (%s)", l->from);
		}
		buf_addc(b, '\n');
		if (l->remedy != NULL) {
			term_tab(b, 0, value);
			buf_adds(b, "= ");
			term_wrap(b, l->remedy, value + 2, value + 2);
			buf_addc(b, '\n');
		}
	}
}

static void
print_json(const struct doctor *d, struct buf *b)
{
	static const char *const states[] = { "fine", "odd", "fault" };
	struct json *all = json_new_array(), *j;

	for (size_t i = 0; i < d->len; i++) {
		const struct line *l = &d->lines[i];

		j = json_new_object();
		json_set_str(j, "section", l->section);
		json_set_str(j, "key", l->key);
		json_set_str(j, "value", l->value);
		json_set_str(j, "from", l->from);
		json_set_str(j, "state", states[l->state]);
		json_set_str(j, "remedy", l->remedy);
		json_add(all, j);
	}
	json_dump(all, b);
}

int
cmd_doctor(struct run *r)
{
	struct doctor d = { .run = r };
	struct buf b = BUF_INIT;
	int rc;

	if (r->opt.arg_len > 0)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "doctor takes no argument", "doctor に引数はありません"));
	r->outlines = r->heads = true;
	/* What is wrong is said there; the rest is still worth a look. */
	rc = compile(r);
	program(&d);
	place(&d);
	contents(&d);
	history(&d);
	kept(&d);
	day(&d);
	configuration(&d);
	fonts(&d);
	limits(&d);
	sandbox(&d);
	if (r->opt.format != NULL && strcmp(r->opt.format, "json") == 0)
		print_json(&d, &b);
	else
		print(&d, &b);
	if (rc == EXIT_DONE && r->unable)
		rc = EXIT_UNABLE;
	return deliver(&b, rc == EXIT_DONE && d.faults > 0 ? EXIT_FINDINGS :
	    rc);
}
