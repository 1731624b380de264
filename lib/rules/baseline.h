#ifndef RULES_BASELINE_H
#define RULES_BASELINE_H

#include <stddef.h>

#include "base/date.h"
#include "diag/diag.h"

struct arena;
struct buf;
struct map;
struct ruleset;
struct source;
struct standard;

/*
 * The findings an organisation starts with, in baseline.yaml beside
 * isms.yaml: held back until a day, so that check shows what is new.  What
 * stands there is told apart by code, record and field, never by line.
 */
#define BASELINE_FILE	"baseline.yaml"

struct baseline {
	const char	*reason;
	const char	*until;		/* YYYY-MM-DD, the last day it holds */
	date_day	 expires;
	struct pos	 at;		/* of the day */
	struct map	*items;		/* what tells apart: struct held */
	size_t		 len;		/* findings, equal ones counted each */
};

/* NULL when there is none, or, with findings, when it cannot be read. */
struct baseline *baseline_read(struct arena *, struct diags *,
    struct source *);

/*
 * Hold back what stands in it: such a finding counts as waived, and held is
 * set.  After its last day nothing is held and that is a finding.
 */
void baseline_hold(struct arena *, struct diags *, const struct baseline *,
    const struct ruleset *, const struct standard *, date_day asof);

/*
 * What a change adds to the baseline, or how much longer it shall hold; a
 * note when a commit of the change says who agreed.  store is the change's,
 * with its base.
 */
struct store;
void baseline_grown(struct arena *, struct diags *,
    const struct baseline *from, const struct baseline *to, struct store *);

/*
 * A baseline to be written: why and until when; then how many findings it
 * holds, and how many of the rest may never be held back.
 */
struct baseline_plan {
	const char	*reason, *until;
	size_t		 kept, never;
};

/* The file with every finding that may be held back. */
void baseline_write(struct arena *, const struct diags *,
    const struct ruleset *, const struct standard *, struct baseline_plan *,
    struct buf *);

#endif
