#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "diag/diag.h"
#include "history/repo.h"

#define CONFIG_MAX	((size_t)1024 * 1024)
#define POINTER_MAX	((size_t)8 * 1024)

struct finder {
	struct repo	*repo;
	const char	*dir;		/* as the caller named it */
	const char	**why;
};

static int
refuse(struct finder *f, const char *en, const char *ja)
{
	struct arena *a = f->repo->arena;

	f->why[LANG_EN] = arena_printf(a,
	    "the git repository of %s cannot be read: %s", f->dir, en);
	f->why[LANG_JA] = arena_printf(a,
	    "%s の git リポジトリを読めません: %s", f->dir, ja);
	f->why[LANG_FILE] = arena_printf(a, lang_own(
	    "the git repository of %s cannot be read: %s"), f->dir,
	    lang_own(en));
	return -1;
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool
looks_like_git(struct arena *a, const char *dir)
{
	struct stat st;

	return lstat(arena_printf(a, "%sHEAD", dir), &st) == 0 &&
	    (is_folder(arena_printf(a, "%sobjects", dir)) ||
	    lstat(arena_printf(a, "%scommondir", dir), &st) == 0);
}

/* The one line of a file that points to a folder, relative to base. */
static const char *
pointer(struct arena *a, const char *file, const char *word,
    const char *base)
{
	struct buf b = BUF_INIT;
	const char *s = NULL, *path;
	char real[PATH_MAX];
	size_t n = strlen(word);

	if (fs_read(file, POINTER_MAX, &b) == 0 && b.len > n &&
	    memcmp(b.s, word, n) == 0) {
		path = b.s + n;
		path += strspn(path, " ");
		b.s[strcspn(b.s, "\r\n")] = '\0';
		if (*path != '\0' && *path != '/')
			path = arena_printf(a, "%s%s", base, path);
		if (realpath(path, real) != NULL)
			s = arena_printf(a, "%s/", real);
	}
	buf_done(&b);
	return s;
}

/* ---- the format, as the configuration states it ---- */

/* What matters to a reader; includes are not followed. */
static bool
is_known_extension(const char *name, const char *value)
{
	static const char *const harmless[] = { "noop", "noop-v1",
	    "preciousobjects", "partialclone", "worktreeconfig",
	    "relativeworktrees" };

	if (strcasecmp(name, "objectformat") == 0)
		return strcasecmp(value, "sha1") == 0;
	if (strcasecmp(name, "refstorage") == 0)
		return strcasecmp(value, "files") == 0;
	for (size_t i = 0; i < sizeof(harmless) / sizeof(*harmless); i++)
		if (strcasecmp(name, harmless[i]) == 0)
			return true;
	return false;
}

static int
refuse_extension(struct finder *f, const char *name, const char *value)
{
	struct arena *a = f->repo->arena;
	const char *en, *ja;

	if (strcasecmp(name, "objectformat") == 0) {
		en = "ismsc reads SHA-1 object ids; git fast-export --all | "
		    "git -C NEW fast-import copies the history into a new "
		    "repository made by git init --object-format=sha1";
		ja = "ismsc が読めるのは SHA-1 のリポジトリです。git init "
		    "--object-format=sha1 で作った新しいリポジトリに git "
		    "fast-export --all | git -C NEW fast-import で移せます";
	} else if (strcasecmp(name, "refstorage") == 0) {
		en = "git refs migrate --ref-format=files converts it";
		ja = "git refs migrate --ref-format=files で変換できます";
	} else {
		en = "this version of ismsc does not know it";
		ja = "このバージョンの ismsc はこの拡張に対応していません";
	}
	return refuse(f, arena_printf(a,
	    "it uses the extension %s = %s; %s", name, value, en),
	    arena_printf(a, "拡張 %s = %s が使われています。%s", name, value,
	    ja));
}

struct setting {
	char	section[64], name[64], value[256];
};

static void
copy_until(char *to, size_t size, const char **s, const char *stop)
{
	size_t n = strcspn(*s, stop), keep = n < size - 1 ? n : size - 1;

	memcpy(to, *s, keep);
	to[keep] = '\0';
	*s += n;
}

/*
 * One line of a configuration: false when it sets nothing.  Values that need
 * more than this (continued lines, escapes) are none of those looked for.
 */
static bool
setting(const char *s, struct setting *set)
{
	size_t n;

	s += strspn(s, " \t");
	if (*s == '[') {
		s++;
		copy_until(set->section, sizeof(set->section), &s, " \t\"]");
		s += strcspn(s, "]");
		s += *s == ']';
		s += strspn(s, " \t");
	}
	if (*s == '\0' || *s == '#' || *s == ';')
		return false;
	copy_until(set->name, sizeof(set->name), &s, " \t=#;");
	s += strspn(s, " \t");
	strcpy(set->value, "true");
	if (*s != '=')
		return true;
	s++;
	s += strspn(s, " \t\"");
	copy_until(set->value, sizeof(set->value), &s, "\"#;");
	for (n = strlen(set->value); n > 0 &&
	    strchr(" \t", set->value[n - 1]) != NULL;)
		set->value[--n] = '\0';
	return true;
}

/* Git is as free with the truth. */
static bool
is_true(const char *s)
{
	return strcasecmp(s, "true") == 0 || strcasecmp(s, "yes") == 0 ||
	    strcasecmp(s, "on") == 0 || strtol(s, NULL, 10) != 0;
}

/* What a work tree has for itself: whether it is sparse. */
static void
read_own_settings(struct finder *f)
{
	struct setting set = { "", "", "" };
	struct buf b = BUF_INIT;
	char *line, *next;

	if (fs_read(arena_printf(f->repo->arena, "%sconfig.worktree",
	    f->repo->git), CONFIG_MAX, &b) == 0)
		for (line = b.s; line != NULL; line = next) {
			if ((next = strchr(line, '\n')) != NULL)
				*next++ = '\0';
			line[strcspn(line, "\r")] = '\0';
			if (setting(line, &set) &&
			    strcasecmp(set.section, "core") == 0 &&
			    strcasecmp(set.name, "sparsecheckout") == 0)
				f->repo->sparse = is_true(set.value);
		}
	buf_done(&b);
}

static int
judge_format(struct finder *f, char *text)
{
	struct setting set = { "", "", "" };
	char *line, *next, bad[2][256] = { "", "" };
	long version = 0;
	bool must = false, own = false;

	for (line = text; line != NULL; line = next) {
		if ((next = strchr(line, '\n')) != NULL)
			*next++ = '\0';
		line[strcspn(line, "\r")] = '\0';
		if (!setting(line, &set))
			continue;
		if (strcasecmp(set.section, "core") == 0 &&
		    strcasecmp(set.name, "repositoryformatversion") == 0)
			version = strtol(set.value, NULL, 10);
		else if (strcasecmp(set.section, "core") == 0 &&
		    strcasecmp(set.name, "sparsecheckout") == 0)
			f->repo->sparse = is_true(set.value);
		else if (strcasecmp(set.section, "extensions") == 0 &&
		    strcasecmp(set.name, "worktreeconfig") == 0)
			own = is_true(set.value);
		else if (strcasecmp(set.section, "remote") == 0 &&
		    (strcasecmp(set.name, "promisor") == 0 ||
		    strcasecmp(set.name, "partialclonefilter") == 0))
			f->repo->partial = true;
		else if (strcasecmp(set.section, "extensions") == 0 &&
		    !is_known_extension(set.name, set.value)) {
			/* These two change how everything is stored. */
			must |= strcasecmp(set.name, "objectformat") == 0 ||
			    strcasecmp(set.name, "refstorage") == 0;
			strcpy(bad[0], set.name);
			strcpy(bad[1], set.value);
		}
	}
	if (own)
		read_own_settings(f);
	if (version > 1 || version < 0)
		return refuse(f, arena_printf(f->repo->arena,
		    "its format has the version %ld; a newer ismsc may know "
		    "it", version), arena_printf(f->repo->arena,
		    "リポジトリ形式のバージョンが %ld です。新しい ismsc が必要かも"
		    "しれません", version));
	if (bad[0][0] != '\0' && (version == 1 || must))
		return refuse_extension(f, bad[0], bad[1]);
	return 1;
}

static int
read_format(struct finder *f)
{
	struct arena *a = f->repo->arena;
	struct buf b = BUF_INIT;
	int rc;

	rc = fs_read(arena_printf(a, "%sconfig", f->repo->common),
	    CONFIG_MAX, &b);
	if (rc == 0)
		rc = b.s == NULL ? 1 : judge_format(f, b.s);
	else if (rc == -1 && errno == ENOENT)
		rc = 1;
	else
		rc = refuse(f, arena_printf(a, "%sconfig: %s",
		    f->repo->common, rc == -2 ? "too large" :
		    strerror(errno)), arena_printf(a, "%sconfig: %s",
		    f->repo->common, rc == -2 ? "大きすぎます" :
		    strerror(errno)));
	buf_done(&b);
	return rc;
}

/* ---- where it is ---- */

/* top ends in '/' and holds an entry ".git": 1, 0 when it leads nowhere. */
static int
enter(struct finder *f, const char *top)
{
	struct repo *r = f->repo;
	struct arena *a = r->arena;
	const char *dot = arena_printf(a, "%s.git", top);
	struct stat st;

	if (stat(dot, &st) != 0)
		return 0;
	if (S_ISDIR(st.st_mode)) {
		r->git = arena_printf(a, "%s/", dot);
		if (!looks_like_git(a, r->git))
			return 0;
	} else {
		r->git = pointer(a, dot, "gitdir:", top);
		if (r->git == NULL || !looks_like_git(a, r->git))
			return refuse(f, arena_printf(a, "the file %s names "
			    "no git folder; git worktree repair or git "
			    "submodule update --init mends it", dot),
			    arena_printf(a, "ファイル %s の指す git フォルダーがあり"
			    "ません。git worktree repair または git submodule "
			    "update --init で直せます", dot));
	}
	r->workdir = top;
	return 1;
}

/* Upwards from dir (real, ending in '/'). */
static int
climb(struct finder *f, const char *dir)
{
	struct repo *r = f->repo;
	char *top = arena_str(r->arena, dir);
	size_t len = strlen(top);
	int rc = 0;

	/*
	 * A bare one only where it was named, never further up; and a folder
	 * that merely looks like one, with an ISMS committed into it, belongs
	 * to the repository around it.
	 */
	if (looks_like_git(r->arena, dir) &&
	    is_folder(arena_printf(r->arena, "%srefs", dir)) &&
	    access(arena_printf(r->arena, "%sisms.yaml", dir), F_OK) != 0) {
		r->git = dir;
		r->prefix = "";
		return 1;
	}
	while (rc == 0 && len > 0) {
		rc = enter(f, arena_dup(r->arena, top, len));
		if (rc != 0)
			break;
		for (len--; len > 0 && top[len - 1] != '/'; len--)
			;
	}
	if (rc == 1)
		r->prefix = arena_str(r->arena, dir + strlen(r->workdir));
	return rc;
}

int
locate(struct repo *r, const char *dir, const char **why)
{
	struct finder f = { r, dir, why };
	char real[PATH_MAX];
	int rc;

	if (realpath(dir, real) == NULL)
		return 0;
	rc = climb(&f, strcmp(real, "/") == 0 ? "/" :
	    arena_printf(r->arena, "%s/", real));
	if (rc != 1)
		return rc;
	r->common = pointer(r->arena, arena_printf(r->arena, "%scommondir",
	    r->git), "", r->git);
	if (r->common == NULL)
		r->common = r->git;
	return read_format(&f);
}
