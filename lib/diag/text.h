#ifndef DIAG_TEXT_H
#define DIAG_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"

struct buf;

/*
 * The output formats of findings.  Each takes sorted findings and appends to
 * a buffer; every format carries the same findings and the same verdict.
 */

/* What a run judged, for the summary line. */
struct diag_summary {
	size_t		 files, records, links, commits, rules;
	const char	*asof;		/* YYYY-MM-DD */
	const char	*commit;	/* full id or "" */
	const char	*profile;
	/* What was not judged and why, NULL-terminated; may be NULL. */
	const char	*const *not_judged[LANG_COUNT];
	enum diag_level	 fail_on;	/* DIAG_OFF: never */
	bool		 failed;
	const struct diag_delta	*delta;	/* only what a change did, or NULL */
	const char	*held_until;	/* day the baseline holds, or NULL */
};

struct diag_style {
	enum lang	 lang;
	bool		 color, quiet;
	/* Only findings for which this holds are shown; NULL: all. */
	bool		(*wanted)(void *, const struct diag *);
	void		*wanted_data;
};

typedef void diag_format(const struct diags *, const struct diag_summary *,
    const struct diag_style *, struct buf *);

diag_format diag_text, diag_json, diag_github;

/* The closing lines: the counts, what was judged and what was not. */
void diag_summary(const struct diags *, const struct diag_summary *,
    enum lang, struct buf *);

/* Append the bytes of a registered text from an offset on. */
void diags_rest(const struct diags *, const char *path, size_t offset,
    struct buf *);

/* By name, NULL when unknown. */
diag_format *diag_format_find(const char *name);

/*
 * A line of a registered text: its start and length without the line end,
 * and the offset of its first byte.  NULL when it is not known.
 */
const char *diags_line(const struct diags *, const char *path, unsigned line,
    size_t *len, size_t *offset);

#endif
