#ifndef HISTORY_WORDS_H
#define HISTORY_WORDS_H

#include <stddef.h>

struct arena;
struct oid;

/*
 * Texts kept once: two equal ones are one pointer.  A history repeats its
 * names and values thousands of times.
 */
struct words;

struct words *words_new(struct arena *);
const char *words_keep(struct words *, const char *s, size_t len);
/*
 * Keep all of from in into too; words_other() is then, for a text kept by
 * from (or NULL), the one of into.  For what a thread of its own read.
 */
void words_merge(struct words *into, const struct words *from);
const char *words_other(const char *);

/* Object ids to pointers; a NULL value counts as absent. */
struct oids;

struct oids *oids_new(struct arena *);
void *oids_get(const struct oids *, const struct oid *);
void oids_put(struct oids *, const struct oid *, void *);
size_t oids_len(const struct oids *);
/* All ids, in no order, into room for as many. */
void oids_list(const struct oids *, struct oid *);

#endif
