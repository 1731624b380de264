#ifndef HISTORY_LOOSE_H
#define HISTORY_LOOSE_H

#include "history/oid.h"

/* Objects that are files of their own.  One a thread. */
struct bytes;
struct inflate;
struct loose;

/* dir ends in '/' and outlives it, as the inflater does. */
struct loose *loose_new(const char *dir, struct inflate *);
/* Takes NULL. */
void loose_done(struct loose *);

/* 0 held once for the caller, 1 there is none, -1 it cannot be read here. */
int loose_read(struct loose *, const struct oid *, struct bytes **out);

#endif
