#include <stdlib.h>
#include <string.h>

#include <git2.h>
#include <git2/sys/repository.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "history/history.h"
#include "history/repo.h"
#include "history/words.h"

#define SHALLOW_MAX	((size_t)64 * 1024 * 1024)

/*
 * libgit2 once a process, told to look at the repository alone: no system or
 * user configuration, no check of ownership (nothing of the repository is
 * ever run), and the extensions that change nothing for a reader.
 */
static void
library_init(void)
{
	static bool done;
	const char *extensions[] = { "worktreeconfig", "partialclone",
	    "preciousobjects", "relativeworktrees", "refstorage" };
	const int levels[] = { GIT_CONFIG_LEVEL_SYSTEM,
	    GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG,
	    GIT_CONFIG_LEVEL_PROGRAMDATA };

	if (done)
		return;
	done = true;
	git_libgit2_init();
	for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++)
		git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
	git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
	git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions,
	    sizeof(extensions) / sizeof(*extensions));
	/* As git itself does: trust a pack, its own checks find most. */
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
}

/* The ids in the file "shallow": commits fetched without their parents. */
static void
read_shallow(struct repo *r)
{
	struct buf b = BUF_INIT;
	char *line, *next;
	git_oid id;

	if (fs_read(arena_printf(r->arena, "%sshallow", r->common),
	    SHALLOW_MAX, &b) == 0 && b.s != NULL)
		for (line = b.s; line != NULL; line = next) {
			if ((next = strchr(line, '\n')) != NULL)
				*next++ = '\0';
			if (git_oid_fromstrn(&id, line, strcspn(line,
			    "\r")) == 0 && strlen(line) >= GIT_OID_HEXSZ)
				oids_put(r->shallow, &id, r);
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
	git_oid id;

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
	return false;
}

struct repo *
repo_open(struct arena *a, const char *dir, const char *why[LANG_COUNT])
{
	struct repo *r = arena_alloc(a, sizeof(*r));
	const char *objects;

	memset(why, 0, LANG_COUNT * sizeof(*why));
	r->arena = a;
	if (locate(r, dir, why) != 1)
		return NULL;
	library_init();
	r->words = words_new(a);
	r->shallow = oids_new(a);
	objects = arena_printf(a, "%sobjects", r->common);
	if (git_odb_open(&r->odb, objects) != 0) {
		why[LANG_EN] = arena_printf(a, "the git repository of %s "
		    "cannot be read: no objects in %s", dir, objects);
		why[LANG_JA] = arena_printf(a, "%s の git リポジトリを読めません: "
		    "%s にオブジェクトがありません", dir, objects);
		return NULL;
	}
	read_shallow(r);
	if (!head_is_sound(r, dir, why)) {
		git_odb_free(r->odb);
		return NULL;
	}
	return r;
}

void
repo_close(struct repo *r)
{
	if (r != NULL)
		git_odb_free(r->odb);
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

const char *
repo_resolve(struct repo *r, struct arena *a, const char *rev)
{
	git_oid id;

	return ref_revision(r, rev, &id) == 0 ? repo_hex(a, &id) : NULL;
}

int
repo_commit_time(struct repo *r, const char *commit, int64_t *seconds)
{
	struct arena *scratch = arena_new();
	struct raw_commit raw;
	git_oid id;
	int rc = -1;

	if (git_oid_fromstr(&id, commit) == 0 && commit_read(r, scratch, &id,
	    false, &raw) == 0 && raw.committer.known) {
		*seconds = raw.committer.when;
		rc = 0;
	}
	arena_done(scratch);
	return rc;
}

/* A sparse checkout leaves files out on purpose, which libgit2 calls deleted. */
static bool
is_left_out(git_index *index, const git_status_entry *e)
{
	const git_index_entry *i;

	if (e->status != GIT_STATUS_WT_DELETED)
		return false;
	i = git_index_get_bypath(index, e->index_to_workdir->old_file.path, 0);
	return i != NULL &&
	    (i->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
}

static bool
any_change(git_repository *git, git_status_list *list)
{
	git_index *index = NULL;
	bool dirty = false;

	if (git_repository_index(&index, git) != 0)
		return true;
	for (size_t i = 0; !dirty && i < git_status_list_entrycount(list);
	    i++)
		dirty = !is_left_out(index, git_status_byindex(list, i));
	git_index_free(index);
	return dirty;
}

/*
 * Here libgit2's own repository is used: it knows index, ignores, line ends.
 * What it cannot tell counts as a difference.
 */
bool
repo_dirty(struct repo *r, const char *prefix)
{
	git_repository *git = NULL;
	git_status_options opts;
	git_status_list *list = NULL;
	char *spec = arena_str(r->arena, prefix);
	bool dirty = true;

	if (r->workdir == NULL)
		return false;
	git_status_options_init(&opts, GIT_STATUS_OPTIONS_VERSION);
	opts.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
	opts.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED |
	    GIT_STATUS_OPT_EXCLUDE_SUBMODULES |
	    GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH;
	if (prefix[0] != '\0') {
		opts.pathspec.strings = &spec;
		opts.pathspec.count = 1;
	}
	if (git_repository_open_ext(&git, r->workdir,
	    GIT_REPOSITORY_OPEN_NO_SEARCH, NULL) == 0 &&
	    git_status_list_new(&list, git, &opts) == 0)
		dirty = any_change(git, list);
	git_status_list_free(list);
	git_repository_free(git);
	return dirty;
}
