#ifndef HISTORY_HISTORY_H
#define HISTORY_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "diag/diag.h"

struct arena;
struct source;
struct yaml;
struct zone;

/*
 * What git proves.  Reads objects only: no hook, filter or program of the
 * repository runs, no configuration but its format is read, nothing is
 * fetched.
 */
struct repo;

/*
 * The repository that holds the folder dir (an absolute or relative path),
 * found upwards (a bare one only where dir itself is it); NULL with why[] NULL
 * when there is none, NULL with why[] set in each language when it cannot be
 * read.  prefix is the folder's path inside it, "" or "a/b/".  The
 * environment, includes and settings of the user have no say; whose files
 * they are does not matter, since nothing of them is run.
 */
struct repo *repo_open(struct arena *, const char *dir,
    const char *why[LANG_COUNT]);
void repo_close(struct repo *);
/*
 * Keep what history_read() finds in a folder, NULL: one of the repository's
 * own, and answer from it what was found before.  Nothing is kept unless
 * asked for; the answers are the same.
 */
void repo_cache(struct repo *, const char *dir);
/*
 * Whether a folder lies in the work tree, outside the repository's own: what
 * is there may come with any commit.
 */
bool repo_works_in(const struct repo *, const char *dir);
/*
 * A file beside that, for what others keep of one work tree; name tells apart
 * what is of one sort ("verdict").  NULL when nothing is to be kept.
 */
const char *repo_kept(const struct repo *, struct arena *, const char *sort,
    const char *name);
/* Write such a file; nothing is said when that cannot be done. */
struct buf;
void repo_keep(const struct repo *, const char *path, const struct buf *);
/*
 * Append all that history_read() and the like can see of the repository
 * besides the commit they are asked for: where it is, what cuts or replaces
 * its history, which objects are here.  The same text means the same answers.
 * False when that cannot be told.
 */
bool repo_state(struct repo *, struct buf *);
const char *repo_prefix(const struct repo *);
/* The work tree's folder, ending in '/'; NULL in a bare repository. */
const char *repo_workdir(const struct repo *);

/*
 * The full id of a revision, NULL when there is none of that name: what git's
 * rev-parse takes (HEAD, branches, tags, ids and their beginnings, ~N, ^N),
 * but for reflogs.  A branch may name a commit that is not here: history_read
 * then says so.
 */
const char *repo_resolve(struct repo *, struct arena *, const char *rev);
/* When a commit landed, seconds since 1970; 0, or -1 when it is unknown. */
int repo_commit_time(struct repo *, const char *commit, int64_t *seconds);
/*
 * The id of the file at a path (from the repository's root) in a commit; NULL
 * when there is none, or when that cannot be told.
 */
const char *repo_file_id(struct repo *, struct arena *, const char *commit,
    const char *path);
/*
 * The SHA-256 of a file by the id that repo_file_id() gave; what a pointer of
 * Git LFS stands for, not the pointer's own.  NULL when it cannot be read.
 */
const char *repo_file_hash(struct repo *, struct arena *, const char *id);
/*
 * Files of a commit below prefix; findings for names that git's own fsck
 * refuses.  NULL when the commit, a tree or a document of it is not here.
 */
struct source *repo_source(struct repo *, struct arena *, struct diags *,
    const char *commit, const char *prefix);
/* Why that was NULL, and what mends it; NULL when nobody knows. */
const char *repo_why(const struct repo *, enum lang);
/*
 * True when the work tree below prefix differs from HEAD (for "draft"), or
 * when that cannot be told; ignored files do not count.
 */
bool repo_dirty(struct repo *, const char *prefix);
/*
 * True when HEAD or the index has the file, its path seen from the ISMS root,
 * or when that cannot be told.
 */
bool repo_tracked(void *repo, const char *path);
/* Appends what changes whenever the index does. */
void repo_index_state(const struct repo *, struct buf *);

/*
 * How many files of the commit below prefix a sparse checkout left out of the
 * work tree, and the first of them.
 */
size_t repo_left_out(struct repo *, const char *commit, const char *prefix,
    const char **first);

/* A line at the end of a message: "Approved-by: Name <mail>". */
struct trailer {
	const char	*key, *value;
	const char	*name, *mail;	/* of the person; mail may be "" */
};

struct commit {
	const char	*id;
	size_t		 seq;		/* 0 is the oldest of the line */
	int64_t		 when;		/* committer's seconds, UTC */
	date_day	 day;		/* in the organisation's zone, or
					   DATE_NONE when unknown */
	date_day	 author_day;
	const char	*author_name, *author_mail;
	const char	*committer_name, *committer_mail;
	const char	*summary;	/* first line */
	const char	*message;	/* whole, for trailers */
	size_t		 parents;
	struct trailer	*trailers;
	size_t		 trailer_len;
	bool		 is_signed;	/* a signature is there; nobody
					   verified it */
};

/*
 * UNKNOWN: the record's file changed and one side of it cannot be read
 * because its object is not here; what came or went is nobody's to say.
 * RENAMED: the record had another id before, and its timeline goes on.
 */
enum change_what {
	CHANGE_ADDED, CHANGE_FIELD, CHANGE_BODY, CHANGE_MOVED, CHANGE_GONE,
	CHANGE_UNKNOWN, CHANGE_RENAMED
};

/* One fact: what a first-parent commit did to one field of one record. */
struct change {
	const char		*id;	/* of the record */
	enum change_what	 what;
	const char		*field;	/* "due", "acceptance.on",
					   "results[2].sample"; NULL else */
	const char		*from, *to;	/* values as text, paths when
						   moved, ids when renamed;
						   NULL: absent */
	const char		*item;		/* what the member of a list
						   is known by; or NULL */
	const struct commit	*commit;	/* that landed it */
	/*
	 * That wrote it: the same, or one of the branch that it merged, which
	 * is not of the line (its seq is that of the merge).
	 */
	const struct commit	*written;
	/*
	 * Who wrote it: the author of the commit, and for a merge the author
	 * of the last commit of the merged branch that changed the file (the
	 * merge's own author when none did).
	 */
	const char		*author_name, *author_mail;
};

/* What a member of a list is known by (item of its changes), or NULL. */
const char *history_member(const struct yaml *);
/*
 * Whether a change is one of a field ("milestones[1].due"); a member, by what
 * it is known (NULL: its place alone), may have stood elsewhere in its list.
 */
bool history_concerns(const struct change *, const char *field,
    const char *member);

struct timelines {
	struct commit	*commits;	/* first-parent line, oldest first */
	size_t		 commit_len;
	struct change	*changes;	/* by id, then seq, what, field */
	size_t		 len;
	bool		 whole;		/* false: the line is cut */
	bool		 part;		/* it is, and all is known of what
					   came after first_known */
	const char	*cut[LANG_COUNT];	/* why, and the line that mends */
	/*
	 * Id of the oldest commit from which all is known: the first of the
	 * line, but behind it where trees are missing.  NULL without any.
	 */
	const char	*first_known;
	/*
	 * The merge that a host made for trying a pull request, when that was
	 * asked for; it is not in commits, since nothing landed by it.  NULL
	 * else.
	 */
	const char	*trial;
};

/*
 * Walk the first-parent line of the commit, oldest to newest.  Never NULL; an
 * unreadable or cut history has whole false and is a finding.  A record's
 * first change behind the boundary is not ADDED: it is unknown.  Names are as
 * .mailmap of the commit has them.
 *
 * A record is found by its id wherever it stands.  While several files of a
 * commit hold an id, the one that held it before counts, else the first by
 * path.  A version that no parser can read changes nothing: its file counts as
 * it was until it can be read again.  A record that returns is ADDED, with
 * FIELD for what differs from when it went.
 *
 * A record whose id changed keeps its timeline where that is certain: the new
 * one says that it supersedes one that went in the same commit, or nothing
 * but the id differs and no other could be meant.
 */
struct timelines *history_read(struct repo *, struct arena *, struct diags *,
    const char *commit, const char *prefix, const struct zone *);

/* A commit of a branch that has not landed, by itself. */
struct branch_commit {
	const char	*id;
	const char	*author_name, *author_mail;
	const char	*message;
	date_day	 day;
	const char	**paths;	/* documents and isms.yaml that it
					   changed, below the prefix */
	size_t		 path_len;
};

/* What one commit has and another has not, since where they parted. */
struct branch {
	const char		*base;		/* where they parted; full id */
	struct branch_commit	*commits;	/* oldest first */
	size_t			 len;
};

enum branch_state {
	BRANCH_FOUND,
	BRANCH_APART,		/* no commit in common */
	BRANCH_UNKNOWN		/* where they parted is not in this clone */
};

/*
 * The branch that leads to the commit head, seen from the commit trunk: base
 * is their best common ancestor, as git's merge-base finds it (the newest of
 * several), commits are those that head alone has.  A merge counts with what
 * it changed beyond all of its parents: nothing.
 */
enum branch_state branch_read(struct repo *, struct arena *,
    const char *trunk, const char *head, const struct zone *,
    struct branch *);

/*
 * A trailer of a commit's message: the value of the n-th line "KEY: VALUE"
 * (n from 0, KEY in any case), NULL when there is none or it says nothing.
 * Trailers are what git takes for them, as in struct commit.
 */
const char *message_trailer(struct arena *, const char *message,
    const char *key, size_t n);
/* What a message says between its first line and its trailers, or NULL. */
const char *message_body(struct arena *, const char *message);

/* True when the clone has no history behind some commits. */
bool repo_shallow(const struct repo *);
/* How a shallow clone is mended, in the CI services and elsewhere. */
extern const char *const history_mend[];	/* of LANG_EN, LANG_JA */

/* Changes of one record: a slice of timelines->changes. */
const struct change *history_of(const struct timelines *, const char *id,
    size_t *len);

#endif
