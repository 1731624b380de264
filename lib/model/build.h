#ifndef MODEL_BUILD_H
#define MODEL_BUILD_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"

struct arena;
struct doc;
struct field;
struct kind;
struct loaded;
struct map;
struct model;
struct node;
struct record;
struct source;
struct yaml;

/*
 * What the parts of the model share while it is built.
 */

/*
 * Guesses at what was meant look at every record or file; a broken import
 * must not make that quadratic.
 */
#define BUILD_BUDGET	((size_t)2000000)

/* A record as found, in order of path and line; a double is one as well. */
struct found {
	struct record	*record;
	size_t		 doc;		/* in loaded->docs */
	bool		 kept;		/* in the model */
	bool			 assumed;	/* the id, by the file's name */
	const struct yaml *written;	/* the id when it is not as it should
					   be, else NULL */
};

/* A reference as found; quiet: its trouble is told elsewhere. */
struct mention {
	const struct record	*src;	/* NULL: of a file without a record */
	const struct field	*field;	/* NULL: of prose */
	const char		*path;	/* "decisions.owner" */
	const char		*target;
	const struct yaml	*value;	/* NULL: of prose */
	struct pos		 at;
	struct node		*node;	/* in a body */
	bool			 quiet;
};

struct build {
	struct arena		*arena;
	struct diags		*diags;
	const struct loaded	*loaded;
	struct source		*source;
	struct model		*model;
	struct found		*found;
	size_t			 len;
	struct mention		*mentions;
	size_t			 mention_len;
	struct map		*kinds;		/* name: struct kind */
	struct map		*keys;		/* id_key: struct record */
	struct map		*lost;		/* ids whose record has a fault
						   that is told already: the
						   path of its file */
	struct map		*idless;	/* kind of a record without id: the
						   path of its file */
	struct map		*nowhere;	/* id that is not there: struct
						   nowhere */
	struct map		*old;		/* earlier edition's number:
						   ids of today */
	struct map		*paths;		/* path: struct doc */
	struct map		*images;	/* path: what the file is; or NULL */
	const struct kind	*person;	/* NULL: the standard has none */
	size_t			 budget;	/* names that guesses may look at */
};

/* collect.c: records of all files; kind and id of each. */
void build_collect(struct build *);
/* unique.c: which of them the model keeps. */
void build_unique(struct build *);
/* The first character that is not ASCII, as a reader is shown it; or "". */
const char *build_odd(struct arena *, const char *);
/* check.c: every field of every record; fills mentions. */
void build_check(struct build *);
/* order.c: the order of a record's dates. */
void build_order(struct build *, const struct record *);
/* prose.c: the texts of all documents, and their translations. */
void build_prose(struct build *);
/* The node behind n in the order of the text, NULL at the end of root. */
struct node *build_next(const struct node *root, struct node *n);
/*
 * The anchor that a heading of a translation has on the page: that of the
 * original's, when both have the same headings.
 */
const char *build_anchor(struct node *body, struct node *told,
    const struct node *heading);

/* A text whose links are followed. */
struct prose {
	struct build		*b;
	const struct doc	*doc;
	const struct record	*src;	/* NULL: of a file without a record */
	const char		*field;	/* "body", "body_ja" */
	const char		*lang;	/* of a translation, else NULL */
};
/* link.c: mentions in a text, links to files and headings; tree may be NULL */
void build_links(const struct prose *, struct node *tree);
/*
 * link.c: what is wrong with a file that a record of the id names (NULL:
 * none), which is there.
 */
struct entry;
void build_attached(struct build *, const struct entry *, struct pos,
    const char *id, const char *target);
/* refs.c: what the mentions lead to. */
void build_refs(struct build *);
/* cycle.c: circles. */
void build_cycles(struct build *);

/* Append a mention and return it. */
struct mention *build_mention(struct build *, const struct record *src,
    const char *path, const char *target, struct pos);
/*
 * Note what the finding says is not known; field as build_mention() has it,
 * or NULL.
 */
struct doubt *build_doubt(struct build *, const struct diag *, const char *id,
    const struct kind *, const char *field);
/* True, and n taken from the budget, while there is any. */
bool build_may_search(struct build *, size_t n);
/* The record that is the file at the index, NULL when there is none. */
const struct record *build_doc_record(const struct build *, size_t doc);

#endif
