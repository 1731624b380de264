#ifndef LOAD_NAMES_H
#define LOAD_NAMES_H

#include <stdbool.h>

struct arena;
struct diags;
struct map;

/*
 * Judge the names of files and folders, on whatever system they lie: one
 * finding for each name that another system cannot hold, and for each pair
 * that it cannot tell apart.
 */
struct names {
	struct arena	*arena;
	struct diags	*diags;
	struct map	*seen;		/* folded path: path */
	struct map	*doubled;	/* folded paths that were told */
};

void names_begin(struct names *, struct arena *, struct diags *);
/*
 * path relative to the ISMS root, '/' between names; only its last name is
 * judged.  False when the name must not be used at all.
 */
bool names_check(struct names *, const char *path);

#endif
