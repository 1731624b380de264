#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "diag/diag.h"
#include "store/store.h"
#include "store/table.h"

struct arena;
struct buf;
struct map;
struct model;
struct past;
struct record;
struct repo;
struct timelines;
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

/* A date of a record that has happened, where it stands. */
struct happened {
	const struct record	*record;
	const char		*field, *day;
};

struct store {
	struct arena		*arena;
	struct diags		*diags;
	const struct model	*model;
	sqlite3			*db;
	struct still		 still;
	date_day		 asof;
	enum lang		 lang;
	struct table_home	 home;
	struct map		*tables;	/* name: struct table */
	struct map		*settings;	/* name: value */
	struct map		*patterns;	/* source: struct pattern */
	struct map		*views;		/* made: "main.due" */
	const struct store	*other;		/* base.NAME, or NULL */
	struct map		*lent;		/* names told of base so far */
	const char		*top;		/* id, or NULL */
	const char		*top_kind, *top_field;	/* where it stands */
	const struct timelines	*timelines;	/* or NULL */
	struct past		*past;		/* past.c; NULL: not asked */
	struct map		*authors;	/* name in git: id, or "" */
	/* Where files are looked up; NULL: nowhere. */
	struct repo		*repo;
	const char		*head, *prefix;
	struct happened		*happened;	/* by record */
	size_t			 happened_len;
	store_watcher		*watcher;	/* or NULL */
	void			*watching;	/* what it is called with */
	bool			 settled;	/* views are kept as tables */
	bool			 guarded;	/* see guard.c */
	size_t			 cost;		/* steps that functions are
						   worth, since it was reset */
	size_t			 spent;		/* looks by house rules */
	struct map		*prepared;	/* SQL of ours asked before:
						   struct prepared */
};

/* A row in the making for one table; columns in the order they were made. */
struct insert {
	struct table	*table;		/* NULL: rows go nowhere */
	struct cell	*cells;
	size_t		 at;		/* cells so far */
};

/* query.c: give back what is kept prepared. */
void store_unprepare(struct store *);

/* store.c */
/* Run SQL of our own; false with a finding when it fails. */
bool store_run(struct store *, const char *sql);
/* What SQLite says last, as a finding; without memory the program ends. */
void store_failed(struct store *);
/*
 * Make a table; false, with a finding at the place that asks for it, when the
 * name is taken.  columns ends with the closing parenthesis.
 */
bool store_table(struct store *, const char *name, const char *columns,
    struct pos);
/* Rows for a table follow; what was in it goes.  A text outlives the store. */
void insert_begin(struct store *, struct insert *, const char *table);
void insert_text(struct insert *, const char *);	/* NULL allowed */
void insert_int(struct insert *, sqlite3_int64);
void insert_real(struct insert *, double);
void insert_null(struct insert *);
void insert_row(struct insert *);
void insert_end(struct insert *);
/* Rows that are worked out when asked for, see table_read(). */
void store_read(struct store *, const char *table, size_t len,
    cells_reader *, const void *data);

/* past.c: the person whom a name of git means; NULL: nobody, or several. */
const char *store_author(struct store *, const char *name);

/* functions.c: kana, Chinese characters, Hangul. */
bool store_is_cjk(uint32_t);
/* alike.c: SQL functions that tell how alike two texts are, 0 to 1. */
void store_same_words(sqlite3_context *, int, sqlite3_value **);
void store_same_lines(sqlite3_context *, int, sqlite3_value **);

/*
 * views.c: a view is made when a query first lacks it.  True when the error
 * of the connection was that, and the query can be tried once more.
 */
bool store_view_lacks(struct store *);
/* Make one, or all of them; false: there is none, or it is there already. */
bool store_view(struct store *, const char *schema, const char *name);
void store_views(struct store *);
/* The query of a view, NULL: there is none. */
const char *store_view_text(struct store *, const char *name, size_t *len);
/* Each file of tables/ is a query, whose rows are the table of its name. */
void store_tables(struct store *);
/* base.c: make what the SQL calls base.NAME readable. */
void store_base_told(struct store *, const char *sql);

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
/* True for one of our own. */
bool store_has_function(const char *name);

/* guard.c: the functions that a user's SQL may call. */
bool guard_allows(const char *name);
/* Put ours in place of those that take too long; needs to be done once. */
void guard_functions(struct store *);
/* Count a function that has read so many bytes. */
void guard_charge(struct store *, size_t bytes);

#endif
