#ifndef HISTORY_REPO_H
#define HISTORY_REPO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag/diag.h"
#include "history/object.h"

/* What the files of this folder share; the handles never leave it. */

struct arena;
struct oids;
struct words;

/*
 * A repository as its files say, without libgit2's own idea of one: that
 * reads the user's configuration, follows includes and gives up on
 * extensions that mean nothing to a reader.
 */
struct repo {
	struct arena	*arena;
	struct objects	*objects;
	struct reader	*reader;
	struct odb	*odb;
	const char	*git;		/* its folder, ending in '/' */
	const char	*common;	/* shared by work trees; may be git */
	const char	*workdir;	/* ending in '/'; NULL when bare */
	const char	*prefix;
	struct oids	*shallow;	/* commits whose parents are absent */
	struct words	*words;
	const char	*head;		/* its commit, once asked for; or "" */
	struct map	*index;		/* paths that it has; NULL: unknown */
	bool		 index_read;
	bool		 partial;	/* a clone with a filter */
	bool		 sparse;	/* files are left out on purpose */
	/* Why the last commit that was to be a source could not be one. */
	const char	*why[LANG_COUNT];
	const char	*cache;		/* folder, ending in '/'; or NULL */
	const char	*cache_name;	/* of the repository in it */
	/* A copy for a thread: its reader, words and arena are its own, and
	 * what that reader cannot read it leaves to the one whose copy it is. */
	bool		 in_thread;
	bool		 by_libgit2;	/* as the judge of our own reading */
	bool		 cut;		/* shallow holds any */
};

const char *repo_hex(struct arena *, const struct oid *);

/*
 * The folder that a file of the cache lies in, made where there is none: 0,
 * or -1 when nothing may be written there.
 */
int repo_cache_make(const struct repo *, const char *path);

/* ---- source.c ---- */

struct diags;
struct source;

/* As repo_source(), for the names of the files; none need be readable. */
struct source *repo_names(struct repo *, struct arena *, struct diags *,
    const char *commit, const char *prefix);

/* ---- report.c ---- */

/* That an object is not here, and what brings it, in each language. */
void repo_tell_missing(struct repo *, const struct oid *, const char **why);

/* ---- tree.c ---- */

/*
 * One entry of a raw tree object.  Names are bytes; oid points into the
 * object.
 */
struct tree_entry {
	unsigned		 mode;
	const char		*name;
	size_t			 name_len;
	const unsigned char	*oid;
};

/* The next entry at *at; false at the end or when the object is broken. */
bool tree_next(const char *data, size_t len, size_t *at,
    struct tree_entry *);
/*
 * True for a name that git's fsck accepts in a tree: not empty, no slash, no
 * "." or "..", and nothing that a file system takes for ".git".
 */
bool tree_name_sane(const char *name, size_t len);
/* The id of the tree at prefix ("a/b/" or "") below root; 0 or -1. */
int tree_below(struct repo *, const struct oid *root, const char *prefix,
    struct oid *out);
/* The blob at a path of a tree; 0, or -1 when it is not there. */
int tree_blob(struct repo *, const struct oid *tree, const char *path,
    struct oid *out);

/* One changed file between two trees; a zero id: absent on that side. */
struct path_change {
	const char	*path;		/* below the prefix; of r->words */
	struct oid	 from, to;
};

struct path_changes {
	struct path_change	*list;
	size_t			 len, cap;	/* list is on the heap */
};

/*
 * The documents (as load/ sees them: *.md, no dot names, not templates/) that
 * differ between two trees (NULL: the empty tree), without following links or
 * submodules.  out is emptied first.  0, or -1 with the unreadable object's
 * id in *missing.
 */
int tree_compare(struct repo *, const struct oid *from, const struct oid *to,
    struct path_changes *out, struct oid *missing);
void path_changes_done(struct path_changes *);

/* ---- commit.c ---- */

/* A commit object, read without libgit2's parser: it gives up on dates that
 * real histories contain. */
struct signature {
	const char	*name, *mail;
	int64_t		 when;		/* seconds since 1970 */
	bool		 known;		/* when could be read */
};

struct raw_commit {
	struct oid			 tree, *parents;
	size_t			 parent_len;
	struct signature	 author, committer;
	const char		*message;	/* "" unless asked for */
	bool			 is_signed;
};

/*
 * 0, or -1 when the object is absent or no commit.  Text is UTF-8; parents
 * are in the arena.
 */
int commit_read(struct repo *, struct arena *, const struct oid *,
    bool with_message, struct raw_commit *);
bool repo_is_shallow_root(const struct repo *, const struct oid *);

/* ---- text.c ---- */

/*
 * Text of a commit as UTF-8: converted from the named encoding (NULL: none is
 * named), what is no text replaced by U+FFFD.
 */
const char *text_utf8(struct arena *, const char *s, size_t len,
    const char *encoding);

/* ---- locate.c ---- */

/*
 * Find the repository of a folder and read its format: fills git, common,
 * workdir, prefix, partial.  1 found, 0 there is none, -1 with why it cannot
 * be read (in each language).
 */
int locate(struct repo *, const char *dir, const char **why);

/* ---- refs.c ---- */

enum ref_state { REF_FOUND, REF_UNBORN, REF_ABSENT, REF_DAMAGED };

/*
 * Follow HEAD or a full reference name to an object's id.  UNBORN: it names a
 * branch that has no commit yet.
 */
enum ref_state ref_read(struct repo *, const char *name, struct oid *);
/* What git's rev-parse makes of a name, without reflogs; 0 or -1. */
int ref_revision(struct repo *, const char *rev, struct oid *commit);
/* Whether any reference begins so ("refs/replace/"). */
bool ref_any(struct repo *, const char *prefix);

#endif
