#ifndef HISTORY_OBJECT_H
#define HISTORY_OBJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "history/oid.h"

struct arena;
struct bytes;
struct repo;

/*
 * Where the objects of a repository lie: its own folder and those that it
 * borrows from (alternates).
 */
struct objects;

/* dir ends in '/'. */
struct objects *objects_new(struct arena *, const char *dir);
/* Takes NULL. */
void objects_done(struct objects *);
/* The i-th of its folders, ending in '/'; NULL behind the last. */
const char *objects_dir(const struct objects *, size_t i);
/* The packs that were found so far. */
struct packs;
const struct packs *objects_packs(const struct objects *);
/* Whether there may be objects that only libgit2 finds. */
bool objects_are_odd(const struct objects *);

/*
 * Our own reading of packs and loose objects; what it does not understand is
 * libgit2's to read, which is slower.  One a thread; the objects that it
 * gives are not for another.
 */
struct reader;

struct reader *reader_new(const struct objects *);
/* Takes NULL. */
void reader_done(struct reader *);
/* Let go of what it keeps for the next object. */
void reader_rest(struct reader *);

struct object {
	const char		*data;		/* a NUL stands behind it */
	size_t			 len;
	enum object_type	 type;
	struct bytes		*own;		/* one of these two holds it */
	void			*foreign;
};

/* 0, or -1 when it is absent, damaged or too large (*o is then empty). */
int object_read(struct repo *, const struct oid *, struct object *);
/* The same when it must be of one type. */
int object_read_as(struct repo *, const struct oid *, enum object_type,
    struct object *);
void object_done(struct object *);
/* Type and length alone. */
int object_size(struct repo *, const struct oid *, enum object_type *,
    size_t *len);
bool object_is_here(struct repo *, const struct oid *);
/* The one object whose id begins with len digits of an id; 0 or -1. */
int object_prefix(struct repo *, const struct oid *, size_t len,
    struct oid *out);
/* Where it lies, for reading many in the order of the disk; 0: anywhere. */
size_t object_place(struct repo *, const struct oid *);

#endif
