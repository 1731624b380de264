#ifndef HISTORY_REPO_H
#define HISTORY_REPO_H

#include <stdbool.h>
#include <stddef.h>

#include <git2.h>

/* What the files of this folder share; the handles never leave it. */

struct arena;

struct repo {
	git_repository	*git;
	git_odb		*odb;
	const char	*prefix, *workdir;
	git_oid		*shallow;	/* commits whose parents are absent */
	size_t		 shallow_len;
};

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
/* True for a name that git's fsck accepts in a tree. */
bool tree_name_sane(const char *name, size_t len);
/* The id of the tree at prefix ("a/b/" or "") below root; 0 or -1. */
int tree_below(struct repo *, const git_oid *root, const char *prefix,
    git_oid *out);

bool repo_is_shallow_root(const struct repo *, const git_oid *);
const char *repo_hex(struct arena *, const git_oid *);

/* A commit object, read without libgit2's parser: it gives up on dates that
 * real histories contain. */
struct signature {
	const char	*name, *mail;
	long long	 when;		/* seconds since 1970 */
	bool		 known;		/* when could be read */
};

struct raw_commit {
	git_oid			 tree, parents[2];
	size_t			 parent_len;	/* may be more than two */
	struct signature	 author, committer;
	const char		*message;
};

/* 0, or -1 when the object is absent or no commit. */
int commit_read(struct repo *, struct arena *, const git_oid *,
    struct raw_commit *);

/* One changed file between two trees; a zero id: absent on that side. */
struct path_change {
	const char	*path;		/* below the prefix */
	git_oid		 from, to;
};

struct path_changes {
	struct path_change	*list;
	size_t			 len;
};

/*
 * The *.md files that differ between two trees (NULL: the empty tree),
 * without following links or submodules.  0, or -1 with the missing object's
 * id in *missing.
 */
int tree_compare(struct repo *, struct arena *, const git_oid *from,
    const git_oid *to, struct path_changes *, git_oid *missing);

/* The blob at a path of a tree; 0, or -1 when it is not there. */
int tree_blob(struct repo *, const git_oid *tree, const char *path,
    git_oid *out);

#endif
