#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "diag/diag.h"

struct arena;
struct buf;
struct map;
struct model;
struct record;
struct yaml;

/*
 * What the parts of the store share.
 */

/*
 * A VFS that is the system's but for its clock, which stands at noon of the
 * day judged: date('now') gives the same answer whenever it is asked.
 */
struct still {
	sqlite3_vfs	vfs;		/* must be first: SQLite hands it back */
	sqlite3_int64	now;		/* Julian day in milliseconds */
};

struct store {
	struct arena		*arena;
	struct diags		*diags;
	const struct model	*model;
	sqlite3			*db;
	struct still		 still;
	date_day		 asof;
	enum lang		 lang;
	struct map		*tables;	/* name: any pointer */
	struct map		*settings;	/* name: value */
	struct map		*patterns;	/* source: struct pattern */
	const char		*top;		/* id, or NULL */
	bool			 based;		/* there is a schema base */
};

/* A statement that fills one table; columns in the order they were made. */
struct insert {
	struct store	*store;
	sqlite3_stmt	*stmt;
	int		 at;		/* last bound column */
};

/* store.c */
/*
 * The standard's views and tables: each file of the folder is one query, by
 * its name, in the order of the names; what is VIEW or TABLE.
 */
void store_queries(struct store *, const char *folder, const char *what);
/* Run SQL of our own; false with a finding when it fails. */
bool store_run(struct store *, const char *sql);
/*
 * Make a table; false, with a finding at the place that asks for it, when the
 * name is taken.  columns ends with the closing parenthesis.
 */
bool store_table(struct store *, const char *name, const char *columns,
    struct pos);
/* The statement to fill a table with; rows follow. */
void insert_begin(struct store *, struct insert *, const char *table,
    int columns);
void insert_text(struct insert *, const char *);	/* NULL allowed */
void insert_span(struct insert *, const char *, size_t len);
void insert_int(struct insert *, sqlite3_int64);
void insert_real(struct insert *, double);
void insert_null(struct insert *);
void insert_row(struct insert *);
void insert_end(struct insert *);

/* kinds.c: a table for each kind and list, filled. */
void store_kinds(struct store *);
/* facts.c: the standard's tables, files, settings, periods. */
void store_facts(struct store *);
/* dates.c: the table of all dates. */
void store_dates(struct store *);
/* past.c: the empty tables of the history. */
void store_past(struct store *);
/* functions.c */
void store_functions(struct store *);

#endif
