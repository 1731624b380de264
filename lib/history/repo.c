#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/sum.h"
#include "history/history.h"
#include "history/odb.h"
#include "history/repo.h"
#include "history/words.h"

#define SHALLOW_MAX	((size_t)64 * 1024 * 1024)

/* The ids in the file "shallow": commits fetched without their parents. */
static void
read_shallow(struct repo *r)
{
	struct buf b = BUF_INIT;
	char *line, *next;
	struct oid id;

	if (fs_read(arena_printf(r->arena, "%sshallow", r->common),
	    SHALLOW_MAX, &b) == 0 && b.s != NULL)
		for (line = b.s; line != NULL; line = next) {
			if ((next = strchr(line, '\n')) != NULL)
				*next++ = '\0';
			if (strcspn(line, "\r") >= OID_HEX &&
			    oid_parse(&id, line, OID_HEX)) {
				oids_put(r->shallow, &id, r);
				r->cut = true;
			}
		}
	buf_done(&b);
}

/*
 * A branch without commits is no fault; a HEAD that cannot be read is one,
 * and must not look like a repository that has no history yet.
 */
static bool
head_is_sound(struct repo *r, const char *dir, const char **why)
{
	struct oid id;

	switch (ref_read(r, "HEAD", &id)) {
	case REF_FOUND:
	case REF_UNBORN:
		return true;
	case REF_ABSENT:
	case REF_DAMAGED:
		break;
	}
	why[LANG_EN] = arena_printf(r->arena, "the git repository of %s "
	    "cannot be read: HEAD or the branch it names is damaged; git "
	    "fsck shows it, git reflog may know the last good commit", dir);
	why[LANG_JA] = arena_printf(r->arena, "%s の git リポジトリを読めません: "
	    "HEAD またはその指すブランチが壊れています。git fsck で確認し、git "
	    "reflog で最後の正しいコミットを探してください", dir);
	why[LANG_FILE] = arena_printf(r->arena, lang_own("the git repository "
	    "of %s cannot be read: HEAD or the branch it names is damaged; "
	    "git fsck shows it, git reflog may know the last good commit"),
	    dir);
	return false;
}

struct repo *
repo_open(struct arena *a, const char *dir, const char *why[LANG_COUNT])
{
	struct repo *r = arena_alloc(a, sizeof(*r));
	const char *objects;
	struct stat st;

	memset(why, 0, LANG_COUNT * sizeof(*why));
	r->arena = a;
	if (locate(r, dir, why) != 1)
		return NULL;
	r->words = words_new(a);
	r->cache_name = "";
	r->shallow = oids_new(a);
	objects = arena_printf(a, "%sobjects/", r->common);
	if (stat(objects, &st) != 0 || !S_ISDIR(st.st_mode)) {
		why[LANG_EN] = arena_printf(a, "the git repository of %s "
		    "cannot be read: no objects in %s", dir, objects);
		why[LANG_JA] = arena_printf(a, "%s の git リポジトリを読めません: "
		    "%s にオブジェクトがありません", dir, objects);
		why[LANG_FILE] = arena_printf(a, lang_own("the git repository "
		    "of %s cannot be read: no objects in %s"), dir, objects);
		return NULL;
	}
	read_shallow(r);
	if (!head_is_sound(r, dir, why))
		return NULL;
	r->objects = objects_new(a, objects);
	r->reader = reader_new(r->objects);
	r->odb = odb_new(r);
	return r;
}

void
repo_close(struct repo *r)
{
	if (r == NULL)
		return;
	odb_done(r->odb);
	reader_done(r->reader);
	objects_done(r->objects);
}

void
repo_cache(struct repo *r, const char *dir)
{
	if (dir == NULL) {
		r->cache = arena_printf(r->arena, "%sismsc/", r->common);
		r->cache_name = "";
	} else {
		r->cache = arena_printf(r->arena, "%s/", dir);
		r->cache_name = r->common;
	}
}

/*
 * In the repository only for its owner: what a container writes as root into
 * the folder of another user, that user could not remove.
 */
static bool
begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

bool
repo_works_in(const struct repo *r, const char *dir)
{
	char *path = arena_str(r->arena, dir), real[PATH_MAX], *slash;
	const char *at;

	/* What is not there yet is judged by what is above it. */
	while (realpath(path, real) == NULL) {
		if ((slash = strrchr(path, '/')) == NULL)
			path = arena_str(r->arena, ".");
		else if (slash == path)
			return false;
		else
			*slash = '\0';
	}
	at = arena_printf(r->arena, "%s/", real);
	return r->workdir != NULL && begins(at, r->workdir) &&
	    !begins(at, r->git) && !begins(at, r->common);
}

int
repo_cache_make(const struct repo *r, const char *path)
{
	struct stat st;
	char *dir = arena_dup(r->arena, path,
	    (size_t)(strrchr(path, '/') - path));

	if (*r->cache_name == '\0' && (stat(arena_dup(r->arena, dir,
	    (size_t)(strrchr(dir, '/') - dir)), &st) != 0 ||
	    st.st_uid != geteuid()))
		return -1;
	if (lstat(dir, &st) == 0)
		return S_ISDIR(st.st_mode) ? 0 : -1;
	return *r->cache_name == '\0' ? mkdir(dir, 0755) : fs_mkdirs(dir);
}

const char *
repo_kept(const struct repo *r, struct arena *a, const char *sort,
    const char *name)
{
	if (r->cache == NULL)
		return NULL;
	name = arena_printf(a, "%s\n%s", r->git, name);
	/* With the work tree goes what was said of it. */
	return *r->cache_name == '\0' ? arena_printf(a,
	    "%sismsc/%s-%016jx", r->git, sort, (uintmax_t)sum_bytes(name,
	    strlen(name))) : arena_printf(a, "%s%s-%016jx", r->cache, sort,
	    (uintmax_t)sum_bytes(name, strlen(name)));
}

void
repo_keep(const struct repo *r, const char *path, const struct buf *b)
{
	if (repo_cache_make(r, path) == 0)
		fs_put(path, b->s, b->len);
}

const char *
repo_why(const struct repo *r, enum lang lang)
{
	return r->why[lang];
}

const char *
repo_prefix(const struct repo *r)
{
	return r->prefix;
}

const char *
repo_workdir(const struct repo *r)
{
	return r->workdir;
}

bool
repo_shallow(const struct repo *r)
{
	return r->cut;
}

const char *
repo_resolve(struct repo *r, struct arena *a, const char *rev)
{
	struct oid id;

	return ref_revision(r, rev, &id) == 0 ? repo_hex(a, &id) : NULL;
}

int
repo_commit_time(struct repo *r, const char *commit, int64_t *seconds)
{
	struct arena *scratch = arena_new();
	struct raw_commit raw;
	struct oid id;
	int rc = -1;

	if (oid_parse(&id, commit, OID_HEX) && commit_read(r, scratch, &id,
	    false, &raw) == 0 && raw.committer.known) {
		*seconds = raw.committer.when;
		rc = 0;
	}
	arena_done(scratch);
	return rc;
}

const char *
repo_file_id(struct repo *r, struct arena *a, const char *commit,
    const char *path)
{
	struct arena *scratch = arena_new();
	const char *hex = NULL;
	struct raw_commit raw;
	struct oid id;

	if (oid_parse(&id, commit, OID_HEX) && commit_read(r, scratch, &id,
	    false, &raw) == 0 && tree_blob(r, &raw.tree, path, &id) == 0)
		hex = repo_hex(a, &id);
	arena_done(scratch);
	return hex;
}

/* What a pointer of Git LFS says of the file that it stands for, or NULL. */
static const char *
lfs_hash(struct arena *a, const char *s)
{
	static const char head[] =
	    "version https://git-lfs.github.com/spec/v1\noid sha256:";

	if (strncmp(s, head, sizeof(head) - 1) != 0)
		return NULL;
	s += sizeof(head) - 1;
	return strspn(s, "0123456789abcdef") == 64 ? arena_dup(a, s, 64) :
	    NULL;
}

const char *
repo_file_hash(struct repo *r, struct arena *a, const char *hex)
{
	const char *found;
	struct object o;
	struct oid id;
	char hash[65];

	if (!oid_parse(&id, hex, OID_HEX) ||
	    object_read_as(r, &id, OBJECT_BLOB, &o) != 0)
		return NULL;
	if ((found = lfs_hash(a, o.data)) == NULL) {
		hash_bytes(o.data, o.len, hash);
		found = arena_str(a, hash);
	}
	object_done(&o);
	return found;
}
