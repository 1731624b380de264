#ifndef HISTORY_WALK_H
#define HISTORY_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "history/repo.h"

struct commit;
struct diags;
struct map;
struct people;
struct timelines;
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
	const struct signature	*writer;
};

struct walk {
	struct repo		*repo;
	struct arena		*arena;
	struct diags		*diags;
	const char		*prefix;
	const struct zone	*zone;
	struct timelines	*t;
	struct people		*people;	/* or NULL */

	struct oid			*ids;		/* newest first */
	struct raw_commit	*raw;
	size_t			 len;

	struct versions_reader	*reader;
	struct oids		*blobs;		/* struct versions */
	struct map		*files;		/* path: struct file */
	struct map		*records;	/* id: struct record_state */
	struct path_changes	 changes;

	struct oids		*landed;	/* reachable before a merge */
	size_t			 unmarked;	/* commits of the line */
	struct path_changes	 side;		/* scratch of writer.c */
	unsigned long		 stamp;

	struct oid			 missing;	/* the first object not here */
	bool			 broken;
};

/*
 * Who wrote what the merge i of the line brought: sets writer of n files,
 * NULL where it was the merge itself.  Files are reordered.
 */
void writers_find(struct walk *, size_t i, struct file **files, size_t n);

/* The tree of the ISMS in a commit; NULL when it has none. */
const struct oid *walk_tree(struct walk *, const struct raw_commit *,
    struct oid *out);

#endif
