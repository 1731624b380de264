#include <stdint.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "history/git2.h"
#include "history/history.h"
#include "history/odb.h"
#include "history/repo.h"

/* A sparse checkout leaves files out on purpose, which libgit2 calls deleted. */
static bool
is_left_out(git_index *index, const git_status_entry *e)
{
	const git_index_entry *i;

	if (e->status != GIT_STATUS_WT_DELETED)
		return false;
	i = git2.git_index_get_bypath(index, e->index_to_workdir->old_file.path, 0);
	return i != NULL &&
	    (i->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
}

static bool
any_change(git_repository *git, git_status_list *list)
{
	git_index *index = NULL;
	bool dirty = false;

	if (git2.git_repository_index(&index, git) != 0)
		return true;
	for (size_t i = 0; !dirty && i < git2.git_status_list_entrycount(list);
	    i++)
		dirty = !is_left_out(index, git2.git_status_byindex(list, i));
	git2.git_index_free(index);
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
	odb_start();
	git2.git_status_options_init(&opts, GIT_STATUS_OPTIONS_VERSION);
	opts.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
	opts.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED |
	    GIT_STATUS_OPT_EXCLUDE_SUBMODULES |
	    GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH;
	if (prefix[0] != '\0') {
		opts.pathspec.strings = &spec;
		opts.pathspec.count = 1;
	}
	if (git2.git_repository_open_ext(&git, r->workdir,
	    GIT_REPOSITORY_OPEN_NO_SEARCH, NULL) == 0 &&
	    git2.git_status_list_new(&list, git, &opts) == 0)
		dirty = any_change(git, list);
	git2.git_status_list_free(list);
	git2.git_repository_free(git);
	return dirty;
}

/* The paths of the index; NULL when it cannot be read. */
static struct map *
read_index(struct repo *r)
{
	struct map *paths = NULL;
	git_index *index = NULL;
	const git_index_entry *e;

	odb_start();
	if (git2.git_index_open(&index, arena_printf(r->arena, "%sindex",
	    r->git)) == 0 && git2.git_index_entrycount(index) > 0) {
		paths = map_new(r->arena);
		for (size_t i = 0; (e = git2.git_index_get_byindex(index, i)) !=
		    NULL; i++)
			map_put(paths, arena_str(r->arena, e->path), r);
	}
	git2.git_index_free(index);
	return paths;
}

bool
repo_tracked(void *repo, const char *path)
{
	struct repo *r = repo;

	path = arena_printf(r->arena, "%s%s", r->prefix, path);
	/* Most files are where HEAD has them; libgit2 is not needed to see. */
	if (r->head == NULL && (r->head = repo_resolve(r, r->arena,
	    "HEAD")) == NULL)
		r->head = "";
	if (repo_file_id(r, r->arena, r->head, path) != NULL)
		return true;
	if (!r->index_read)
		r->index = read_index(r);
	r->index_read = true;
	return r->index == NULL || map_get(r->index, path) != NULL;
}

void
repo_index_state(const struct repo *r, struct buf *b)
{
	struct stat st;

	if (stat(arena_printf(r->arena, "%sindex", r->git), &st) != 0) {
		buf_adds(b, "no index\n");
		return;
	}
	/* A new one is another file, renamed into its place. */
	buf_addf(b, "%ju %jd %jd %ld\n", (uintmax_t)st.st_ino,
	    (intmax_t)st.st_size, (intmax_t)st.st_mtim.tv_sec,
	    st.st_mtim.tv_nsec);
}
