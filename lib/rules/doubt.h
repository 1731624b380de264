#ifndef RULES_DOUBT_H
#define RULES_DOUBT_H

struct arena;
struct diag;
struct diags;
struct model;
struct query;
struct store;

/*
 * One cause, one finding.  What a rule finds rests on what it reads; where
 * that is in doubt (model/model.h) and the record of the finding is the one
 * in doubt, or has to do with it, the finding tells of the doubt alone.
 * Which columns a query reads, SQLite says when it prepares it.
 */
struct doubts;

/* NULL when nothing is in doubt, which costs nothing. */
struct doubts *doubts_new(struct arena *, const struct model *,
    struct store *);

/* Around the opening of each query: what it reads is noted. */
void doubts_watch(struct doubts *);
void doubts_unwatch(struct doubts *);
/* A finding, of the row where the query of the last watch stands. */
void doubts_note(struct doubts *, struct diag *, struct query *);

/* When all is found: each finding gets the roots it may follow from. */
void doubts_settle(struct doubts *, struct diags *);

#endif
