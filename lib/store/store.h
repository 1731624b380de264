#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "diag/diag.h"

struct arena;
struct model;
struct timelines;
struct repo;
struct store;

/*
 * The ISMS as tables in memory (SQLite).  lib/standard/README.md describes
 * tables and functions.
 */

/* The tables filled from the model; asof is the day judged. */
struct store *store_open(struct arena *, struct diags *, const struct model *,
    date_day asof, enum lang);
/* Takes NULL. */
void store_close(struct store *);

/*
 * Tables history and commits, and those of the standard's tables/; once, before
 * any rule.  NULL: history was not read, the first two stay empty.
 */
void store_history(struct store *, const struct timelines *);
/*
 * Where files are looked up that are no records, for the table
 * closed_evidence: the commit judged, and where in it the ISMS lies.  After
 * store_history(); the repository stays open as long as the store.
 */
void store_files(struct store *, struct repo *, const char *head,
    const char *prefix);
/* Table finding, anew, from the sorted findings. */
void store_findings(struct store *, const struct diags *);

/*
 * Nothing is put into the store from now on: what the standard's views give
 * is kept from when it is first asked for.
 */
void store_settle(struct store *);

/*
 * The tables of another reading of the same ISMS become readable as base.NAME,
 * and what lies between the two as the tables changed, renamed and agreed
 * (branch may be NULL: nothing is agreed).  Both stores stay open; the other
 * is copied as it is now.
 */
struct branch;
struct comparison;
void store_base(struct store *, const struct store *other,
    const struct comparison *, const struct branch *);
/* True behind store_base(). */
bool store_has_base(const struct store *);

/*
 * Run a query.  Rows come one at a time; every value is text or NULL and
 * lives until the next step.
 */
struct query;

/*
 * Whose SQL it is.  Of a user it may only read and is bound in steps, rows
 * and memory; house rules, which a pull request may bring, are bound closer,
 * each and all together.
 */
enum query_trust { QUERY_OURS, QUERY_USER, QUERY_HOUSE };

/*
 * Told of each column that a query reads while it is opened, table by table
 * below its views; NULL: nobody.  column is "" where only rows are counted.
 */
typedef void store_watcher(void *, const char *table, const char *column);
void store_watch(struct store *, store_watcher *, void *);

/* NULL when the SQL is wrong; *error then says why (in the arena). */
struct query *query_open(struct store *, const char *sql, enum query_trust,
    const char **error);
/* 1 a row, 0 the end, -1 an error or a limit (see query_error()). */
int query_step(struct query *);
/* Why it stopped, NULL when it ended well. */
const char *query_error(struct query *);
size_t query_columns(struct query *);
const char *query_name(struct query *, size_t column);
const char *query_text(struct query *, size_t column);
/* By name; NULL when there is no such column or the value is NULL. */
const char *query_get(struct query *, const char *name);
/* True when the column's value is a number: for JSON and right alignment. */
bool query_is_number(struct query *, size_t column);
/* Bind ?n (from 1) before the first step; NULL allowed; copied. */
void query_bind(struct query *, int n, const char *text);
/* Takes NULL. */
void query_close(struct query *);

#endif
