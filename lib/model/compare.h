#ifndef MODEL_COMPARE_H
#define MODEL_COMPARE_H

#include <stddef.h>

struct arena;
struct map;
struct model;
struct record;

/*
 * Two readings of one ISMS: what became of each record, whoever did it and
 * however many commits it took.
 */

/* A record on both sides, or on one (the other is NULL). */
struct pair {
	const struct record	*from, *to;
};

/*
 * SET and CLEARED: a value that was absent, or is; CHANGED: both; ADDED and
 * REMOVED: a member of a list of mappings, as text; BODY: the prose; MOVED:
 * the file, old and new are paths.
 */
enum edit_what {
	EDIT_SET, EDIT_CLEARED, EDIT_CHANGED, EDIT_ADDED, EDIT_REMOVED,
	EDIT_BODY, EDIT_MOVED
};

struct edit {
	const struct pair	*pair;		/* with both sides */
	enum edit_what		 what;
	const char		*field;		/* "due", "acceptance.on"; NULL
						   for BODY and MOVED */
	const char		*old, *now;	/* as text, or NULL */
};

struct comparison {
	struct pair	*pairs;		/* in the order of the kinds: what is,
					   then what is gone */
	size_t		 pair_len;
	struct edit	*edits;		/* in the order of the pairs */
	size_t		 edit_len;
	struct map	*was;		/* id now: id before, where it
					   changed */
};

/*
 * Compare.  A record is found by its id; one that went and one of the same
 * kind that came are taken for a change of the id when they alone have the
 * same title, or stand alone in the same file.  The comparison refers into
 * both models.
 */
struct comparison *model_compare(struct arena *, const struct model *from,
    const struct model *to);

#endif
