#ifndef HISTORY_WALK_H
#define HISTORY_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "history/history.h"
#include "history/repo.h"

struct cache;
struct diags;
struct gathered;
struct map;
struct people;
struct version;
struct versions;
struct versions_reader;
struct zone;

/* ---- shared by the walk (history.c) and what it asks (writer.c) ---- */

/* A file of the commit at hand. */
struct file {
	const char		*path;
	const struct versions	*now;	/* NULL: absent, or not known */
	bool			 unknown;	/* its blob is not here */
	/* While the writers of a merge are looked for: */
	unsigned long		 stamp;
	bool			 wanted;
	const struct commit	*writer;
};

/* Where a record stands in the commit at hand. */
struct place {
	struct place		*next;	/* another file with the same id */
	struct file		*file;
	const struct version	*version;
};

struct fact {
	struct fact	*next;
	struct change	 change;
};

struct record_state {
	const char		*id;
	struct place		*places;
	struct fact		*first, *last;
	/* What it was when it went; NULL while it is there. */
	const struct version	*gone;
	/* Of the step at hand. */
	struct record_state	*next_touched;
	bool			 touched, lost, unsure;
	const char		*old_path;
	const struct version	*old;
	const char		*about;		/* the file its facts are of */
	struct fact		*before;	/* the last one known before */
	const char		*was;		/* its id until now; or NULL */
};

/* One commit against the one before it. */
struct step {
	struct walk		*w;
	size_t			 i;
	struct record_state	*touched;
	struct place		*spare;
	bool			 hole_from, hole_to;
};

struct walk {
	struct repo		*repo;
	struct arena		*arena;
	struct diags		*diags;
	const char		*prefix;
	const struct zone	*zone;
	struct timelines	*t;
	struct people		*people;	/* or NULL */

	struct oid		*ids;		/* newest first */
	struct raw_commit	*raw;
	size_t			 len;		/* of the line */
	/*
	 * The newest commits, which are walked; ids and raw hold no more than
	 * these and the one before them, what is older came from the cache.
	 */
	size_t			 fresh;
	struct cache		*cache;		/* that the walk goes on from */
	bool			 edge;		/* the line is cut */

	struct versions_reader	*reader;
	struct oids		*blobs;		/* struct versions */
	struct map		*files;		/* path: struct file */
	struct map		*records;	/* id: struct record_state */
	struct path_changes	 changes;
	struct gathered		*gathered;	/* of the newest commits */
	size_t			 gathered_len;

	struct oids		*landed;	/* reachable before a merge */
	size_t			 unmarked;	/* commits of the line */
	struct path_changes	 side;		/* scratch of writer.c */
	unsigned long		 stamp;

	struct oid		 missing;	/* the first object not here */
	bool			 broken;
	bool			 lost_blob;	/* one of them was a file's */
};

/*
 * Who wrote what the merge i of the line brought: sets writer of n files,
 * NULL where it was the merge itself.  Files are reordered.
 */
void writers_find(struct walk *, size_t i, struct file **files, size_t n);

/* Mark all that had landed by commit i of the line. */
void writers_land(struct walk *, size_t i);

/* What is told of a commit; hex is its id, seq its place on the line. */
void walk_describe(struct walk *, struct commit *, const char *hex,
    struct raw_commit *, size_t seq);

/* The place that counts: where it was before, else the first by path. */
const struct place *walk_holder(const struct record_state *,
    const char *before);

/*
 * Records of the step that went and came under another id: sets was of the
 * new one, which takes over the timeline; the old one has none then.
 */
void renames_find(struct step *);

/* The tree of the ISMS in a commit; NULL when it has none. */
const struct oid *walk_tree(struct repo *, const struct walk *,
    const struct raw_commit *, struct oid *out);

#endif
