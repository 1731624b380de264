#ifndef HISTORY_PACK_H
#define HISTORY_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "history/oid.h"

struct arena;

/*
 * Packs as they lie on disk, mapped.  Nothing in them is trusted: what does
 * not fit its bounds is a fault, and a fault is never more than an object
 * that cannot be read here.
 */
struct packs {
	struct pack	*list;		/* on the heap */
	size_t		 len, cap;
	bool		 odd;		/* one of them is not understood */
};

struct pack {
	char			*name;	/* of its index, on the heap */
	const unsigned char	*idx, *data;	/* mapped; NULL: odd */
	size_t			 idx_len, len;
	size_t			 count;
	size_t			 far;	/* offsets beyond 2 GiB */
};

/*
 * Add the packs of a folder ("…/objects/pack/") that are not there yet; how
 * many came.
 */
size_t packs_scan(struct packs *, struct arena *scratch, const char *dir);
void packs_done(struct packs *);
/* Let go of the memory that looking at them took. */
void packs_rest(const struct packs *);

/* Where an object begins; false when no pack has it. */
struct pack_place {
	size_t	pack, offset;
};
/* *hint is where the last one was found; 0 at first. */
bool packs_find(const struct packs *, const struct oid *, size_t *hint,
    struct pack_place *);

/* The bytes of a pack that objects may take. */
size_t pack_end(const struct pack *);
/* An object of one pack; false when it has none of that id. */
bool pack_find(const struct pack *, const struct oid *, size_t *offset);

/* ---- unpack.c: objects out of packs ---- */

/* One a thread: what it holds on to is its own. */
struct unpacker;
struct bytes;
struct inflate;

/* Takes packs that outlive it, and an inflater. */
struct unpacker *unpacker_new(const struct packs *, struct inflate *);
/* Takes NULL. */
void unpacker_done(struct unpacker *);

/* Forget the bases. */
void unpacker_rest(struct unpacker *);

enum unpacked { UNPACKED, UNPACK_FAULT, UNPACK_LARGE };

/*
 * The object at a place, held once for the caller; LARGE when it is longer
 * than max, or making it takes more than any real history does.
 */
enum unpacked unpack(struct unpacker *, const struct pack_place *, size_t max,
    struct bytes **out);
/* Its type and length alone. */
enum unpacked unpack_size(struct unpacker *, const struct pack_place *,
    enum object_type *, size_t *len);

#endif
