#include <pthread.h>

#include "base/arena.h"
#include "history/git2.h"
#include "history/odb.h"
#include "history/repo.h"

struct odb {
	struct repo	*repo;
	git_odb		*git;
	bool		 tried;
};

struct git2 git2;

static const char *const names[] = { GIT2(LATE_NAME) };

/* libgit2 is loaded and starts once a process. */
static pthread_once_t started = PTHREAD_ONCE_INIT;

/*
 * Told to look at the repository alone: no system or user configuration, no
 * check of ownership (nothing of the repository is ever run), and the
 * extensions that change nothing for a reader.
 */
static void
start(void)
{
	const char *extensions[] = { "worktreeconfig", "partialclone",
	    "preciousobjects", "relativeworktrees", "refstorage" };
	const int levels[] = { GIT_CONFIG_LEVEL_SYSTEM,
	    GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG,
	    GIT_CONFIG_LEVEL_PROGRAMDATA };

	late_load(LATE_GIT2, names, LATE_COUNT(names), &git2);
	git2.git_libgit2_init();
	for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++)
		git2.git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
	git2.git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
	git2.git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions,
	    sizeof(extensions) / sizeof(*extensions));
	/* As git itself does: trust a pack, its own checks find most. */
	git2.git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
}

void
odb_start(void)
{
	pthread_once(&started, start);
}

struct odb *
odb_new(struct repo *r)
{
	struct odb *o = arena_alloc(r->arena, sizeof(*o));

	o->repo = r;
	return o;
}

void
odb_done(struct odb *o)
{
	if (o != NULL && o->git != NULL)
		git2.git_odb_free(o->git);
}

static git_odb *
handle(struct odb *o)
{
	if (!o->tried) {
		o->tried = true;
		odb_start();
		if (git2.git_odb_open(&o->git, arena_printf(o->repo->arena,
		    "%sobjects", o->repo->common)) != 0)
			o->git = NULL;
	}
	return o->git;
}

static const git_oid *
name(const struct oid *id, git_oid *out)
{
	git2.git_oid_fromraw(out, id->id);
	return out;
}

int
odb_read(struct odb *o, const struct oid *id, void **out, const char **data,
    size_t *len, enum object_type *type)
{
	git_odb *git = handle(o);
	git_odb_object *obj = NULL;
	git_oid want;

	if (git == NULL || git2.git_odb_read(&obj, git, name(id, &want)) != 0)
		return -1;
	*out = obj;
	*data = git2.git_odb_object_data(obj);
	*len = git2.git_odb_object_size(obj);
	*type = (enum object_type)git2.git_odb_object_type(obj);
	return 0;
}

void
odb_drop(void *obj)
{
	if (obj != NULL)
		git2.git_odb_object_free(obj);
}

int
odb_size(struct odb *o, const struct oid *id, enum object_type *type,
    size_t *len)
{
	git_odb *git = handle(o);
	git_object_t t;
	git_oid want;

	if (git == NULL ||
	    git2.git_odb_read_header(len, &t, git, name(id, &want)) != 0)
		return -1;
	*type = (enum object_type)t;
	return 0;
}

int
odb_prefix(struct odb *o, const struct oid *id, size_t len, struct oid *out)
{
	git_odb *git = handle(o);
	git_oid want, got;

	if (git == NULL || git2.git_odb_exists_prefix(&got, git, name(id, &want),
	    len) != 0)
		return -1;
	oid_set(out, got.id);
	return 0;
}
