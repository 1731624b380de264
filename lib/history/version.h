#ifndef HISTORY_VERSION_H
#define HISTORY_VERSION_H

#include <stddef.h>

struct arena;

/*
 * What one version of a file says: its records, each flattened to fields and
 * a fingerprint of the prose.
 */
struct value {
	const char	*field, *text;
};

struct version {
	const char	*id;
	struct value	*values;	/* sorted by field */
	size_t		 len;
	char		 body[17];	/* fingerprint of the prose */
};

struct versions {
	struct version	*list;
	size_t		 len;
};

/*
 * Read a text as it stood.  A text that cannot be read (as histories hold
 * them) has no records.
 */
struct versions *versions_read(struct arena *, const char *text, size_t len);

#endif
