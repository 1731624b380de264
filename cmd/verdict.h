#ifndef CMD_VERDICT_H
#define CMD_VERDICT_H

#include <stdbool.h>

struct diag_summary;
struct run;

/*
 * What an earlier check of the same came to.  The run must have been opened
 * by run_open().  True: diags, unable, asof, lang and source of the run are
 * set, and *sum but for the level that fails.
 */
bool verdict_find(struct run *, struct diag_summary *sum);

/* Keep what this run came to for the next one. */
void verdict_keep(struct run *, const struct diag_summary *);

#endif
