#ifndef HISTORY_CACHE_H
#define HISTORY_CACHE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct walk;

/*
 * What an earlier run made of the history, as a file: all that is immutable
 * once a commit is made.  It holds for one line of commits, one folder of the
 * repository, one time zone and one build of the reader; any other one, or
 * one that is damaged, is as if there were none.  Only whole histories are
 * kept.
 */
struct cache;

/* NULL when there is none that fits repository, prefix and zone. */
struct cache *cache_open(struct walk *);

/*
 * The timelines of a commit of the line that it holds: sets all of w->t and
 * is true, else leaves it alone.
 */
bool cache_take(struct cache *, struct walk *, const char *commit);

/* The last commit of its line, from which the walk can go on. */
const char *cache_tip(const struct cache *);
size_t cache_len(const struct cache *);
/*
 * Go on from the tip: w->fresh commits of the line came since, w->len is set
 * to the whole of it.  Fills w->t for what is behind, and all that the walk
 * has to know of it.  False when it cannot be used; w is as before then.
 */
bool cache_resume(struct cache *, struct walk *);
/* Whether a commit had landed by the tip. */
bool cache_has_landed(const struct cache *, const unsigned char *oid);

/*
 * Keep what the walk found in the file; nothing is said when that cannot be
 * done, and nothing is done when it is not worth it.  True when w->t has been
 * moved as well, with all that it points to, so that the walk's own arena can
 * go: a long walk leaves ten times as much there as it found out.
 */
bool cache_finish(struct walk *, const char *commit, struct arena *to);

#endif
