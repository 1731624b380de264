#ifndef DIAG_KEEP_H
#define DIAG_KEEP_H

struct arena;
struct cursor;
struct diag_summary;
struct diags;
struct rows;

/*
 * Judged findings as rows, with the lines that they show, and what the
 * summary says: all that any format needs.
 */
void diags_keep(const struct diags *, const struct diag_summary *,
    struct rows *, struct arena *scratch);

/*
 * The same from rows, whose texts must live as long; NULL when they do not
 * fit.  What was compared with a base is none of it, nor is the verdict:
 * fail_on, failed and delta are not set.
 */
struct diags *diags_take(struct arena *, struct cursor *,
    struct diag_summary *);

#endif
