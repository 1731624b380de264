#ifndef STORE_TABLE_H
#define STORE_TABLE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

#include "store/cells.h"

struct arena;

/*
 * A table is an array of rows in the arena that SQLite looks into (a virtual
 * table): filling it costs no statement, and declaring it nothing until a
 * query names it.  A column that a query compares with is indexed when that
 * is first asked for, and stays indexed for the run.
 */
struct table;

/* What the tables of a store share. */
struct table_home {
	struct arena	*arena;
	sqlite3		*db;
	bool		 declaring;	/* SQLite takes a declaration in */
};

/*
 * columns as in CREATE TABLE, from behind the opening parenthesis.  Rows
 * WITHOUT ROWID whose key is a text are in the order of its bytes, those of
 * other tables in the order they were put.
 */
struct table *table_new(struct table_home *, const char *name,
    const char *columns);
/* Let CREATE VIRTUAL TABLE use it by a module's name, in any connection. */
void table_lend(struct table *, sqlite3 *, const char *module);
/* A row; as many cells as there are columns. */
void table_put(struct table *, const struct cell *);
/*
 * Rows in place of those: so many, whose cells are asked for as queries need
 * them.  The data stays as it is while the table lives.
 */
void table_read(struct table *, size_t len, cells_reader *,
    const void *data);
/* All rows are there: sort them. */
void table_end(struct table *);
/* Forget the rows. */
void table_clear(struct table *);
size_t table_columns(const struct table *);
/* Column i, its name without quotes and its type, "" when it has none. */
void table_column(const struct table *, size_t i, const char **name,
    const char **type);
/* Call f once, when a query first names the table; it fills it. */
typedef void table_filler(void *data);
void table_lazy(struct table *, table_filler *, void *data);

#endif
