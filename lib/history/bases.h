#ifndef HISTORY_BASES_H
#define HISTORY_BASES_H

#include <stddef.h>

#include "history/oid.h"

/* The bytes of an object, counted by who holds them; on the heap. */
struct bytes {
	size_t			 holders, len;
	enum object_type	 type;
	char			 data[];
};

/* Held once; the content is the caller's to fill.  NULL: no memory. */
struct bytes *bytes_new(enum object_type, size_t len);
struct bytes *bytes_hold(struct bytes *);
/* Takes NULL. */
void bytes_drop(struct bytes *);

/*
 * Objects that others were derived from, by where they begin in their pack:
 * of a chain of deltas each is made once.  Bounded in number and bytes.
 */
struct bases;

struct bases *bases_new(void);
/* Takes NULL. */
void bases_done(struct bases *);
/* Not held for the caller; NULL when it is not there. */
struct bytes *bases_get(const struct bases *, size_t pack, size_t offset);
void bases_put(struct bases *, size_t pack, size_t offset, struct bytes *);

#endif
