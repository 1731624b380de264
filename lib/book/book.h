#ifndef BOOK_BOOK_H
#define BOOK_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "diag/diag.h"
#include "out/out.h"

struct arena;
struct model;
struct node;
struct ruleset;
struct store;
struct timelines;

/*
 * The manual as a tree: title and control page, chapters in the order of
 * the standard's manual.yaml, registers, records, policies, figures,
 * findings.  Every record and every heading of a document has an anchor.
 */
struct book_input {
	const struct model	*model;
	struct store		*store;		/* findings included */
	const struct timelines	*timelines;	/* NULL: not read */
	const struct ruleset	*rules;
	const struct diags	*diags;		/* sorted */
	const struct baseline	*baseline;	/* in force, or NULL */
	date_day		 asof;
	const char		*commit;	/* full id, "" if none */
	const char		*prefix;	/* of the ISMS in its repository */
	bool			 dirty;
	enum lang		 lang;
};

/*
 * What is printed for one record alone: a policy, the form of a corrective
 * action.  path is FOLDER/ID.pdf, meta that of the manual with the record's
 * own title, number and version.
 */
struct book_paper {
	const char	*path;
	struct node	*book;
	struct out_meta	 meta;
};

/* The papers of manual.yaml, beside a manual that was built before. */
struct book_paper *book_papers(struct arena *, const struct book_input *,
    const struct out_meta *manual, size_t *len);

/* Never NULL; fills meta as well. */
struct node *book_build(struct arena *, const struct book_input *,
    struct out_meta *meta);

#endif
