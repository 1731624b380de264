#ifndef BOOK_BOOK_H
#define BOOK_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "diag/diag.h"

struct arena;
struct model;
struct node;
struct out_meta;
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

/* Never NULL; fills meta as well. */
struct node *book_build(struct arena *, const struct book_input *,
    struct out_meta *meta);

#endif
