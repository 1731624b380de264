#ifndef HISTORY_GATHER_H
#define HISTORY_GATHER_H

#include <stdbool.h>
#include <stddef.h>

struct path_change;
struct walk;

/* What a commit of the line changed against the one before it. */
struct gathered {
	struct path_change	*list;
	size_t			 len;
	bool			 done;	/* false: it could not be told here */
};

/*
 * Compare the first n commits of the line, the newest ones, and read what
 * they changed, on as many processors as there are: sets w->gathered, and
 * puts the versions of blobs into w->blobs.  What cannot be read is left out;
 * whoever needs it finds out why.
 */
void gather(struct walk *w, size_t n);

#endif
