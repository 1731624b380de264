#ifndef HISTORY_ODB_H
#define HISTORY_ODB_H

#include <stdbool.h>
#include <stddef.h>

#include "history/oid.h"

/*
 * libgit2's way to objects, for what our own does not understand.  It starts
 * up at the first call: that costs more than a small history.  For one thread.
 */
struct odb;
struct repo;

/* Start libgit2; it may have been started before. */
void odb_start(void);

struct odb *odb_new(struct repo *);
/* Takes NULL. */
void odb_done(struct odb *);

/* 0, or -1.  A handle is given back to odb_drop(), which takes NULL. */
int odb_read(struct odb *, const struct oid *, void **handle,
    const char **data, size_t *len, enum object_type *);
void odb_drop(void *handle);
int odb_size(struct odb *, const struct oid *, enum object_type *,
    size_t *len);
/* The one object whose id begins with len digits of an id; 0 or -1. */
int odb_prefix(struct odb *, const struct oid *, size_t len, struct oid *out);

#endif
