#ifndef LOAD_YAML_H
#define LOAD_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"

/*
 * The subset of YAML that every reader understands alike: mappings, lists
 * and scalars.  No anchors, aliases, tags, merge keys, directives, second
 * documents or duplicate keys; depth at most 32.  A scalar is text; the kind
 * decides its type.
 */
enum yaml_type { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml {
	enum yaml_type	 type;
	bool		 plain;		/* scalar without quotes */
	const char	*s;		/* scalar, NUL-terminated, no NUL inside */
	struct pos	 at;		/* of the value */
	const char	*key;		/* in a mapping, else NULL */
	struct pos	 key_at;
	struct yaml	*first, *next;	/* members; the next sibling */
	size_t		 len;		/* members */
};

/*
 * Parse text that begins on the given line of path (1 for a whole file).
 * Trouble is one finding and NULL; empty text is NULL without a finding.
 * Two kinds of trouble leave the rest standing: of a doubled key the first
 * value counts, and a number, date or id in full-width characters is read as
 * it was meant.  at.end of a mapping or list is set for [..] and {..} on one
 * line; an empty value stands at its key.  Strings are in the arena.
 */
struct yaml *yaml_parse(struct arena *, struct diags *, const char *path,
    const char *text, size_t len, unsigned line);

/* Member of a mapping by key, NULL when absent; y may be NULL. */
const struct yaml *yaml_get(const struct yaml *y, const char *key);
/*
 * The members of a list in turn, behind m (NULL: the first); what is no list
 * is a list of itself.  NULL behind the last; y may be NULL.
 */
const struct yaml *yaml_item(const struct yaml *y, const struct yaml *m);
/* Text of a scalar member, NULL when absent or no scalar. */
const char *yaml_str(const struct yaml *y, const char *key);

#endif
