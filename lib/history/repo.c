#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <git2.h>
#include <git2/sys/repository.h>

#include "base/arena.h"
#include "base/buf.h"
#include "history/history.h"
#include "history/repo.h"

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
	    "preciousobjects", "relativeworktrees" };
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
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
}

const char *
repo_hex(struct arena *a, const git_oid *id)
{
	char hex[GIT_OID_HEXSZ + 1];

	git_oid_tostr(hex, sizeof(hex), id);
	return arena_str(a, hex);
}

/* The ids in the file "shallow": commits fetched without their parents. */
static void
read_shallow(struct repo *r, struct arena *a)
{
	char line[128];
	const char *path;
	FILE *f;

	path = arena_printf(a, "%sshallow", git_repository_commondir(r->git));
	if ((f = fopen(path, "re")) == NULL)
		return;
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\r\n")] = '\0';
		r->shallow = arena_grow(a, r->shallow, r->shallow_len,
		    sizeof(*r->shallow));
		if (git_oid_fromstr(&r->shallow[r->shallow_len], line) == 0)
			r->shallow_len++;
	}
	fclose(f);
}

bool
repo_is_shallow_root(const struct repo *r, const git_oid *id)
{
	for (size_t i = 0; i < r->shallow_len; i++)
		if (git_oid_equal(&r->shallow[i], id))
			return true;
	return false;
}

/* dir below the work tree as "a/b/", "" for the work tree itself. */
static const char *
prefix_of(struct arena *a, const char *workdir, const char *dir)
{
	char *real = realpath(dir, NULL), *top = workdir == NULL ? NULL :
	    realpath(workdir, NULL);
	const char *prefix = "";
	size_t len;

	if (real != NULL && top != NULL) {
		len = strlen(top);
		if (strncmp(real, top, len) == 0 && real[len] == '/')
			prefix = arena_printf(a, "%s/", real + len + 1);
	}
	free(real);
	free(top);
	return prefix;
}

struct repo *
repo_open(struct arena *a, const char *dir, const char **why)
{
	struct repo *r = arena_alloc(a, sizeof(*r));
	const git_error *e;
	int rc;

	*why = NULL;
	library_init();
	rc = git_repository_open_ext(&r->git, dir, 0, NULL);
	if (rc == 0)
		rc = git_repository_odb(&r->odb, r->git);
	if (rc != 0) {
		e = git_error_last();
		if (rc != GIT_ENOTFOUND)
			*why = arena_printf(a,
			    "the git repository of %s cannot be read: %s",
			    dir, e == NULL ? "unknown reason" : e->message);
		git_repository_free(r->git);
		return NULL;
	}
	r->workdir = git_repository_workdir(r->git);
	r->prefix = prefix_of(a, r->workdir, dir);
	read_shallow(r, a);
	return r;
}

void
repo_close(struct repo *r)
{
	if (r == NULL)
		return;
	git_odb_free(r->odb);
	git_repository_free(r->git);
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

/*
 * A branch, a tag of a commit or a full id without parsing the commit, which
 * may bear a date that libgit2 refuses.
 */
static bool
resolve_plain(struct repo *r, const char *rev, git_oid *id)
{
	git_reference *ref = NULL, *direct = NULL;
	git_odb *odb = NULL;
	git_object_t type = GIT_OBJECT_INVALID;
	bool found = false;
	size_t len;

	if (git_reference_dwim(&ref, r->git, rev) == 0 &&
	    git_reference_resolve(&direct, ref) == 0) {
		git_oid_cpy(id, git_reference_target(direct));
		found = true;
	} else if (strlen(rev) == GIT_OID_HEXSZ)
		found = git_oid_fromstr(id, rev) == 0;
	if (found)
		found = git_repository_odb(&odb, r->git) == 0 &&
		    git_odb_read_header(&len, &type, odb, id) == 0 &&
		    type == GIT_OBJECT_COMMIT;
	git_odb_free(odb);
	git_reference_free(direct);
	git_reference_free(ref);
	return found;
}

const char *
repo_resolve(struct repo *r, struct arena *a, const char *rev)
{
	git_object *object = NULL, *commit = NULL;
	const char *id = NULL;
	git_oid oid;

	if (resolve_plain(r, rev, &oid))
		return repo_hex(a, &oid);
	if (git_revparse_single(&object, r->git, rev) == 0 &&
	    git_object_peel(&commit, object, GIT_OBJECT_COMMIT) == 0)
		id = repo_hex(a, git_object_id(commit));
	git_object_free(commit);
	git_object_free(object);
	return id;
}

int
repo_commit_time(struct repo *r, const char *commit, int64_t *seconds)
{
	struct arena *scratch = arena_new();
	struct raw_commit raw;
	git_oid id;
	int rc = -1;

	if (git_oid_fromstr(&id, commit) == 0 &&
	    commit_read(r, scratch, &id, &raw) == 0 && raw.committer.known) {
		*seconds = raw.committer.when;
		rc = 0;
	}
	arena_done(scratch);
	return rc;
}

bool
repo_dirty(struct repo *r, const char *prefix)
{
	git_status_options opts;
	git_status_list *list = NULL;
	char *spec = (char *)(uintptr_t)prefix;
	bool dirty = false;

	git_status_options_init(&opts, GIT_STATUS_OPTIONS_VERSION);
	opts.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
	opts.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED |
	    GIT_STATUS_OPT_EXCLUDE_SUBMODULES |
	    GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH;
	if (prefix[0] != '\0') {
		opts.pathspec.strings = &spec;
		opts.pathspec.count = 1;
	}
	if (git_status_list_new(&list, r->git, &opts) == 0)
		dirty = git_status_list_entrycount(list) > 0;
	git_status_list_free(list);
	return dirty;
}
