#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "cmd/run.h"
#include "cmd/verdict.h"
#include "diag/fix.h"
#include "diag/text.h"
#include "load/source.h"

/* True when path is the file or lies in the folder that arg names. */
static bool
covers(const char *arg, const char *path)
{
	size_t len = strlen(arg);

	if (strcmp(arg, ".") == 0)
		return true;
	return path != NULL && strncmp(path, arg, len) == 0 &&
	    (path[len] == '\0' || path[len] == '/');
}

/* Paths narrow what is reported, never what is read. */
struct narrowed {
	const char	**paths;	/* from the root */
	int		  len;
};

static bool
wanted(void *data, const struct diag *d)
{
	const struct narrowed *to = data;

	for (int i = 0; i < to->len; i++)
		if (covers(to->paths[i], d->at.path))
			return true;
	return to->len == 0;
}

/* Without "." and ".."; NULL when it leads above where it begins. */
static char *
plain_path(struct arena *a, const char *path)
{
	char *out = arena_str(a, path), *end = out;
	size_t n;

	for (; *path != '\0'; path += n + (path[n] == '/')) {
		n = strcspn(path, "/");
		if (n == 0 || (n == 1 && *path == '.'))
			continue;
		if (n == 2 && memcmp(path, "..", 2) == 0) {
			if (end == out)
				return NULL;
			while (end > out && *--end != '/')
				;
			continue;
		}
		if (end > out)
			*end++ = '/';
		memcpy(end, path, n);
		end += n;
	}
	*end = '\0';
	return out;
}

/* What is named from where the user stands, as it is called from the root. */
static const char *
from_root(const struct run *r, const char *arg)
{
	char real[PATH_MAX], *path;
	size_t len = strlen(r->root + 1);

	if (*arg != '/') {
		if (realpath(r->opt.dir, real) == NULL)
			return NULL;
		arg = arena_printf(r->arena, "%s/%s", real, arg);
	}
	path = plain_path(r->arena, arg);
	if (path == NULL || strncmp(path, r->root + 1, len) != 0)
		return NULL;
	path += len;
	if (len > 0 && *path == '/')
		path++;
	else if (len > 0 && *path != '\0')
		return NULL;
	return *path == '\0' ? "." : path;
}

static bool
in_source(const struct run *r, const char *path)
{
	if (path == NULL || covers(path, NULL))
		return path != NULL;
	for (size_t i = 0; i < r->source->len; i++)
		if (covers(path, r->source->entries[i].path))
			return true;
	return false;
}

/*
 * The paths of the call, as they are called from the root; one copied from a
 * finding is called so already.  A path that names nothing would look like a
 * file without findings.
 */
static int
paths_find(struct run *r, const char **paths)
{
	for (int i = 0; i < r->opt.arg_len; i++) {
		const char *arg = r->opt.args[i], *path = NULL;

		if (*arg != '\0' && r->root != NULL)
			path = from_root(r, arg);
		if (*arg != '\0' && *arg != '/' && !in_source(r, path))
			path = plain_path(r->arena, arg);
		if (!in_source(r, path))
			return complain(EXIT_USAGE, pick(r,
			    "'%s': there is no such file below %s",
			    "'%s': %s の下にこのファイルはありません"),
			    arg, r->root != NULL ? r->root : r->opt.dir);
		paths[i] = path;
	}
	return EXIT_DONE;
}

/* The format that fits where we run, unless one is given. */
static const char *
format_name(const struct run *r)
{
	const char *s;

	if (r->opt.format != NULL)
		return r->opt.format;
	s = getenv("GITHUB_ACTIONS");
	return s != NULL && strcmp(s, "true") == 0 ? "github" : "text";
}

/* A file with its repairs, written in its place; how many. */
static int
fix_file(struct run *r, const char *path, size_t *n)
{
	struct buf b = BUF_INIT;
	int rc = 0;

	*n = fix_apply(r->diags, path, &b);
	if (*n > 0)
		rc = fs_replace(arena_printf(r->arena, "%s/%s", r->root,
		    path), b.s == NULL ? "" : b.s, b.len);
	buf_done(&b);
	return rc == 0 ? EXIT_DONE : complain(EXIT_UNABLE, "%s: %s", path,
	    strerror(errno));
}

/*
 * Repair until nothing is left to repair: a file that could not be read may
 * show its next fault only then.
 */
static int
fix_all(struct run *r)
{
	size_t files = 0, n = 0, one;
	int rc = EXIT_DONE;

	for (int round = 0; round < 100; round++) {
		const char *path;
		size_t i, before = n;

		rc = compile(r);
		if (r->diags == NULL)
			break;
		diags_sort(r->diags);
		for (i = 0; (path = fix_path(r->diags, i)) != NULL; i++) {
			if ((rc = fix_file(r, path, &one)) != EXIT_DONE)
				return rc;
			n += one;
		}
		files = i > files ? i : files;
		if (n == before)
			break;
		run_reset(r);
	}
	if (n > 0 && !r->opt.quiet)
		fprintf(stderr, pick(r, "ismsc: %zu repair%s in %zu file%s\n",
		    "ismsc: %zu 箇所を修正しました%s（%zu ファイル%s）\n"), n,
		    pick(r, n == 1 ? "" : "s", ""), files,
		    pick(r, files == 1 ? "" : "s", ""));
	return rc;
}

/* What --fix would do, and nothing is done. */
static int
show_diff(struct run *r)
{
	struct buf b = BUF_INIT;
	const char *path;
	int rc = compile(r);
	size_t i;

	if (r->diags == NULL)
		return rc;
	diags_sort(r->diags);
	for (i = 0; (path = fix_path(r->diags, i)) != NULL; i++)
		fix_diff(r->diags, path, &b);
	return deliver(&b, i > 0 ? EXIT_FINDINGS : EXIT_DONE);
}

/* Everything judged, or what was judged of the same before. */
static int
judge(struct run *r, struct diag_summary *sum)
{
	int rc = run_open(r);

	if (rc != EXIT_DONE || verdict_find(r, sum))
		return rc;
	if ((rc = compile(r)) == EXIT_DONE) {
		run_summary(r, sum);
		verdict_keep(r, sum);
	}
	return rc;
}

int
cmd_check(struct run *r)
{
	diag_format *format = diag_format_find(format_name(r));
	struct diag_style st;
	struct diag_summary sum = { .asof = "" };
	struct run base = { .arena = NULL };
	struct buf b = BUF_INIT;
	struct narrowed to = { NULL, r->opt.arg_len };
	int rc;

	if (format == NULL)
		return complain(EXIT_USAGE, pick(r,
		    "there is no format '%s' for check: text, json, github",
		    "check の形式に '%s' はありません: text, json, github"),
		    r->opt.format);
	if ((r->opt.fix || r->opt.diff) && r->opt.rev != NULL)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "a commit cannot be repaired: leave out --rev",
		    "コミットは修正できません。--rev を外してください"));
	if ((r->opt.fix || r->opt.diff) && r->opt.against != NULL)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "--against judges a change: repair first, then judge it",
		    "--against は変更を判定します。先に修正してから実行してください"));
	r->outlines = true;
	r->heads = !r->opt.fix && !r->opt.diff && r->opt.against == NULL;
	if (r->opt.diff)
		return show_diff(r);
	to.paths = arena_alloc(r->arena,
	    ((size_t)to.len + 1) * sizeof(*to.paths));
	if (r->opt.against != NULL)
		rc = compile_against(r, &base, r->opt.against);
	else
		rc = r->opt.fix ? fix_all(r) : judge(r, &sum);
	if (rc == EXIT_DONE && r->opt.against != NULL)
		gate_judge(r);
	if (rc == EXIT_DONE && (r->opt.against != NULL || r->opt.fix))
		run_summary(r, &sum);
	sum.fail_on = r->opt.fail_on;
	if (rc != EXIT_DONE || (rc = paths_find(r, to.paths)) != EXIT_DONE)
		goto out;
	memset(&st, 0, sizeof(st));
	st.lang = r->opt.lang;
	st.color = r->opt.color;
	st.quiet = r->opt.quiet;
	st.wanted = wanted;
	st.wanted_data = &to;
	sum.failed = run_status(r) != EXIT_DONE;
	format(r->diags, &sum, &st, &b);
	rc = deliver(&b, run_status(r));
out:
	run_reset(&base);
	return rc;
}
