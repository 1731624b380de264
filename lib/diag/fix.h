#ifndef DIAG_FIX_H
#define DIAG_FIX_H

#include <stddef.h>

struct buf;
struct diags;

/*
 * The repairs that cannot change meaning: findings whose fix is set.  The
 * findings must be sorted and the texts registered.
 */

/* The i-th path that has a repair, from 0; NULL behind the last. */
const char *fix_path(const struct diags *, size_t i);

/* Append the text of path, repaired; how many repairs that were. */
size_t fix_apply(const struct diags *, const char *path, struct buf *);

/* Append the repairs of path as a unified diff, without context. */
void fix_diff(const struct diags *, const char *path, struct buf *);

#endif
