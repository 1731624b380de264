#ifndef CMD_ROWS_H
#define CMD_ROWS_H

struct buf;
struct query;
struct run;

/*
 * The rows of a query as table, csv or json, appended.  heads are the names
 * to show for the columns (NULL: the query's own).  EXIT_DONE, or the status
 * with the reason said: EXIT_USAGE for an unknown format or a failing query.
 */
int rows_print(struct run *, struct query *, const char *const *heads,
    struct buf *);

#endif
