#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"

struct arena;
struct config;
struct doc;
struct kind;
struct loaded;
struct map;
struct node;
struct source;
struct standard;
struct yaml;

/*
 * Documents to typed records.  A record that is wrong in one field is still
 * a record; what is wrong is a finding, and the value counts as absent.
 */
struct record {
	const char		*id;
	const struct kind	*kind;
	const struct doc	*doc;
	const struct yaml	*map;		/* its mapping */
	const struct yaml	*defaults;	/* of a register file, or NULL */
	const char		*status;	/* as written, or the fallback */
	const struct node	*body;		/* NULL in a register */
	bool			 live;
	struct pos		 at;		/* of the id's value */
	const struct standard	*standard;	/* for its placeholders */
	size_t			 n;		/* place in model.records */
};

/* One reference, resolved: dst is NULL when it leads nowhere. */
struct reference {
	const struct record	*src, *dst;
	const char		*field;		/* "treatments", "decisions.owner",
						   "body" for prose */
	const char		*target;	/* as written */
	struct pos		 at;
};

/*
 * What is not known, since it is wrong or missing and a finding says so: a
 * value that its field does not take, a reference that leads nowhere, a field
 * misspelt or absent, a record that could not be read.  What rests on it alone
 * is no second fault.
 */
struct doubt {
	const struct diag	*diag;		/* that says so, or NULL: */
	const char		*code;		/* the rule that does */
	const char		*id;		/* of the record, or what is named
						   and not there */
	const struct kind	*kind;
	const char		*field;		/* "runs.by"; NULL: all of it */
	const char		*near;		/* the id that was meant, or NULL */
	bool			 absent;	/* no such record: named only */
};

struct model {
	const struct loaded	*loaded;
	const struct standard	*standard;
	const struct config	*config;
	const struct kind	*const *kinds;	/* in the standard's order */
	size_t			 kind_len;
	struct record		**records;	/* by kind's order, then id */
	size_t			 len;
	struct reference	*refs;
	size_t			 ref_len;
	struct doubt		*doubts;
	size_t			 doubt_len;
	struct map		*by_id;		/* id: struct record */
};

/*
 * This is also the one place where the parsed bodies (doc.tree) and their
 * translations (doc.told) change: a
 * NODE_LINK that leads to a record gets its anchor as ref ("RSK-0001", or
 * "DOC-0004/scope" for a heading in it; a register file's first record
 * stands for the file), one that leads nowhere loses ref and url and stays
 * as text; a link or image that leads to a file which is no record gets the
 * file's path from the ISMS root as name, and an image that can be shown
 * (base/image.h) its size in pixels as w and h.
 */
struct model *model_build(struct arena *, struct diags *,
    const struct loaded *, const struct standard *, const struct config *,
    struct source *);

/*
 * The kinds alone, without records: the standard's in its order, then the
 * organisation's.  config may be NULL.
 */
const struct kind *const *model_kinds(struct arena *, struct diags *,
    const struct standard *, const struct config *, size_t *len);

/* The document in the language with that code, NULL: there is none. */
struct telling;
const struct telling *doc_telling(const struct doc *, const char *lang);
const struct record *model_find(const struct model *, const char *id);
const struct kind *model_kind(const struct model *, const char *name);

/*
 * The value at a path such as "due", "acceptance.on", "results[2].sample"
 * (from 0), or NULL.  Values of a register file's head are found as well.
 */
const struct yaml *record_get(const struct record *, const char *path);
/*
 * The title in a language when there is one: its own, the name of a person,
 * or what the standard's catalogue calls it; else that of the other.
 */
const char *record_title(const struct record *, enum lang);
/*
 * The value at a path, or its translation beside it (PATH_ja), which says so.
 */
const struct yaml *record_told(const struct record *, const char *path,
    enum lang, bool *translated);
/* Text of a scalar that is present and no placeholder, else NULL. */
const char *record_str(const struct record *, const char *path);
/*
 * Where to point for a field: its value; else what holds it (the member of a
 * list, say) as far as that is there; else the record's id.
 */
struct pos record_pos(const struct record *, const char *path);
/*
 * The same for the one of several values that names an id: path as references
 * have it ("treatments", "decisions.owner").
 */
struct pos record_pos_naming(const struct record *, const char *path,
    const char *id);
/* True for "" and {{...}} and the words the standard calls placeholders. */
bool value_is_blank(const struct standard *, const char *);
/*
 * Evidence may state what the file was: "PATH sha256:HEX".  The length of the
 * path; 64 digits of either case at *hash, NULL when none are stated.
 */
size_t value_evidence(const char *, const char **hash);

/* Ids in the order of their numbers: A.5.2 before A.5.10. */
int id_compare(const char *, const char *);

#endif
