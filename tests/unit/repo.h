#ifndef REPO_H
#define REPO_H

/* Small repositories, made by git itself on a clock that ticks by days. */

#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/zone.h"
#include "history/history.h"

static char repo_dir[64];

/* Run a script there; tests/unit/repo.sh has what it may call. */
static void
repo_sh(const char *script)
{
	FILE *p;

	setenv("R", repo_dir, 1);
	p = popen("sh tests/unit/repo.sh", "w");
	assert_non_null(p);
	fputs(script, p);
	fputs("\n", p);
	if (pclose(p) != 0)
		fail_msg("the script failed: %s", script);
}

static int
repo_new(void **state)
{
	(void)state;
	strcpy(repo_dir, "/tmp/ismsc-repo-XXXXXX");
	if (mkdtemp(repo_dir) == NULL)
		return -1;
	repo_sh("git init -q -b main . 2>&1");
	return 0;
}

static int
repo_gone(void **state)
{
	char path[256];

	(void)state;
	snprintf(path, sizeof(path), "rm -rf %s %s.*", repo_dir, repo_dir);
	return system(path);
}

/* The folder (below the repository's parent) and its history. */
struct story {
	struct arena		*a;
	struct diags		*ds;
	struct repo		*r;
	struct timelines	*t;
	const char		*why[LANG_COUNT];
};

static const char *
repo_path(struct story *s, const char *below)
{
	return arena_printf(s->a, "%s%s", repo_dir, below);
}

static void
story_open(struct story *s, const char *below)
{
	memset(s, 0, sizeof(*s));
	s->a = arena_new();
	s->ds = diags_new(s->a);
	s->r = repo_open(s->a, repo_path(s, below), s->why);
}

static void
story_read(struct story *s, const char *below, const char *rev)
{
	const char *id;

	story_open(s, below);
	if (s->r == NULL)
		fail_msg("%s", s->why[LANG_EN] == NULL ? "no repository" :
		    s->why[LANG_EN]);
	id = repo_resolve(s->r, s->a, rev);
	assert_non_null(id);
	s->t = history_read(s->r, s->a, s->ds, id, repo_prefix(s->r),
	    zone_find(s->a, "UTC"));
}

static void
story_done(struct story *s)
{
	repo_close(s->r);
	arena_done(s->a);
}

/* The life of a record: "SEQ what [field] from>to by WHO; " each. */
static const char *
life(struct story *s, const char *id)
{
	static const char *const what[] = { "added", "field", "body", "moved",
	    "gone", "unknown" };
	struct buf b = BUF_INIT;
	const struct change *c;
	const char *out;
	size_t n;

	c = history_of(s->t, id, &n);
	buf_adds(&b, "");
	for (size_t i = 0; i < n; i++, c++) {
		buf_addf(&b, "%s%zu %s", i > 0 ? "; " : "", c->commit->seq,
		    what[c->what]);
		if (c->field != NULL)
			buf_addf(&b, " %s", c->field);
		if (c->from != NULL || c->to != NULL)
			buf_addf(&b, " %s>%s", c->from == NULL ? "" : c->from,
			    c->to == NULL ? "" : c->to);
		buf_addf(&b, " by %s", c->author_name);
	}
	out = arena_str(s->a, b.s);
	buf_done(&b);
	return out;
}

/* Read the history of HEAD in the folder and compare one life. */
static void
expect(const char *id, const char *want)
{
	struct story s;

	story_read(&s, "", "HEAD");
	assert_true(s.t->whole);
	assert_string_equal(life(&s, id), want);
	assert_string_equal(unit_findings(s.a, s.ds), "");
	story_done(&s);
}

/* The code of the first finding, "" without. */
static inline const char *
first_code(struct story *s)
{
	diags_sort(s->ds);
	return diags_len(s->ds) == 0 ? "" : diags_at(s->ds, 0)->head->code;
}

#endif
