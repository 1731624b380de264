#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/near.h"
#include "store/inside.h"
#include "store/store.h"

#define STEPS_AT_ONCE	1000		/* between two looks at the count */
#define PREPARED_MAX	500		/* texts of ours that are noted */

/*
 * What a query may cost: a user at the terminal waits for his own, but the
 * house rules of a pull request run wherever it is checked.
 */
static const struct {
	size_t	steps;			/* looks */
	size_t	rows;
	int	length;			/* of a text, in bytes */
	int	pattern;		/* of LIKE and GLOB */
} budget[] = {
	[QUERY_USER] = { LIMIT_QUERY_STEPS, LIMIT_QUERY_ROWS, 1000000, 1000 },
	[QUERY_HOUSE] = { LIMIT_HOUSE_STEPS, LIMIT_HOUSE_ROWS, 200000, 100 },
};

struct query {
	struct store	*store;
	sqlite3_stmt	*stmt;
	enum query_trust trust;
	size_t		 steps;		/* looks */
	size_t		 rows;
	bool		*number;	/* of the row's columns */
	const char	**names;	/* of the columns, once one was asked
					   for by its name */
	const char	*error;
	struct prepared	*of;		/* where stmt goes back to, or NULL */
};

/* A text that the manual asks for record after record: compiled once. */
struct prepared {
	sqlite3_stmt	*idle;		/* NULL: in use, or asked only once */
	size_t		 asked;
};

/* Limits of the connection while an untrusted query is prepared or runs. */
static const struct {
	int	id, value;
} limits[] = {
	{ SQLITE_LIMIT_LENGTH, 0 },
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 0 },
	{ SQLITE_LIMIT_SQL_LENGTH, 100000 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 200 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 100 },
	{ SQLITE_LIMIT_VDBE_OP, 100000 },
	{ SQLITE_LIMIT_ATTACHED, 0 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
};
#define LIMITS	(sizeof(limits) / sizeof(limits[0]))

static bool
begins(const char *s, const char *prefix)
{
	return s != NULL && sqlite3_strnicmp(s, prefix,
	    (int)strlen(prefix)) == 0;
}

static bool
is(const char *s, const char *word)
{
	return s != NULL && sqlite3_stricmp(s, word) == 0;
}

static void
watch(const struct store *s, int action, const char *table,
    const char *column)
{
	if (s->watcher == NULL)
		return;
	if (action == SQLITE_READ && table != NULL)
		s->watcher(s->watching, table, column != NULL ? column : "");
	else if (action == SQLITE_FUNCTION && is(column, "top") &&
	    s->top_kind != NULL)
		s->watcher(s->watching, s->top_kind, s->top_field);
}

/* Our own may do what it likes. */
static int
watch_ours(void *data, int action, const char *one, const char *two,
    const char *base, const char *by)
{
	(void)base;
	(void)by;
	watch(data, action, one, two);
	return SQLITE_OK;
}

void
store_watch(struct store *s, store_watcher *watcher, void *data)
{
	s->watcher = watcher;
	s->watching = data;
}

/* Reading tables and calling functions is all; the rest is refused. */
static int
judge(void *data, int action, const char *one, const char *two,
    const char *base, const char *by)
{
	const struct store *s = data;

	/* Nothing is written for a declaration, whatever SQLite asks. */
	if (s->home.declaring)
		return SQLITE_OK;
	(void)base;
	(void)by;
	watch(s, action, one, two);
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_READ:
		/* Tables that show or do what a pragma does. */
		if (begins(one, "pragma_") || (begins(one, "sqlite_") &&
		    !is(one, "sqlite_master") && !is(one, "sqlite_schema")))
			return SQLITE_DENY;
		return SQLITE_OK;
	case SQLITE_FUNCTION:
		return guard_allows(two) ? SQLITE_OK : SQLITE_DENY;
	default:
		return SQLITE_DENY;
	}
}

static int
count_steps(void *data)
{
	struct query *q = data;

	q->steps++;
	if (q->store->cost >= STEPS_AT_ONCE) {
		q->steps += q->store->cost / STEPS_AT_ONCE;
		q->store->cost = 0;
	}
	if (q->steps > budget[q->trust].steps)
		return 1;
	return q->trust == QUERY_HOUSE &&
	    q->store->spent + q->steps > LIMIT_HOUSE_STEPS_ALL;
}

/* Between enter() and leave() the connection is bound by the limits. */
struct bounds {
	int		old[LIMITS];
	sqlite3_int64	memory;
};

static void
enter(struct query *q, struct bounds *b)
{
	int value;

	if (q->trust == QUERY_OURS) {
		if (q->store->watcher != NULL)
			sqlite3_set_authorizer(q->store->db, watch_ours,
			    q->store);
		return;
	}
	for (size_t i = 0; i < LIMITS; i++) {
		value = limits[i].id == SQLITE_LIMIT_LENGTH ?
		    budget[q->trust].length :
		    limits[i].id == SQLITE_LIMIT_LIKE_PATTERN_LENGTH ?
		    budget[q->trust].pattern : limits[i].value;
		b->old[i] = sqlite3_limit(q->store->db, limits[i].id, value);
	}
	sqlite3_set_authorizer(q->store->db, judge, q->store);
	sqlite3_progress_handler(q->store->db, STEPS_AT_ONCE, count_steps, q);
	b->memory = sqlite3_hard_heap_limit64(sqlite3_memory_used() +
	    LIMIT_QUERY_MEMORY);
}

static void
leave(struct query *q, const struct bounds *b)
{
	if (q->trust == QUERY_OURS) {
		if (q->store->watcher != NULL)
			sqlite3_set_authorizer(q->store->db, NULL, NULL);
		return;
	}
	for (size_t i = 0; i < LIMITS; i++)
		sqlite3_limit(q->store->db, limits[i].id, b->old[i]);
	sqlite3_set_authorizer(q->store->db, NULL, NULL);
	sqlite3_progress_handler(q->store->db, 0, NULL, NULL);
	sqlite3_hard_heap_limit64(b->memory);
}

/*
 * The name of a table or a column that was likely meant, among those that
 * the first column of the query lists.
 */
static const char *
near_name(struct store *s, const char *sql, const char *word)
{
	struct near near = { .word = word };
	sqlite3_stmt *stmt = NULL;
	const char *name;

	if (sqlite3_prepare_v2(s->db, sql, -1, &stmt, NULL) == SQLITE_OK)
		while (sqlite3_step(stmt) == SQLITE_ROW)
			if ((name = (const char *)sqlite3_column_text(stmt,
			    0)) != NULL)
				near_offer(&near, arena_str(s->arena, name));
	sqlite3_finalize(stmt);
	return near.best;
}

/* "no such column: r.tilte", and what was likely meant. */
static const char *
unknown_name(struct store *s, const char *error)
{
	static const struct {
		const char	*says, *sql;
	} kinds[] = {
		{ "no such table: ",
		    "SELECT DISTINCT of FROM column_list ORDER BY of" },
		{ "no such column: ",
		    "SELECT DISTINCT name FROM column_list ORDER BY name" }
	};
	const char *name, *dot, *best;

	for (size_t i = 0; i < 2; i++) {
		size_t len = strlen(kinds[i].says);

		if (strncmp(error, kinds[i].says, len) != 0)
			continue;
		name = error + len;
		if ((dot = strrchr(name, '.')) != NULL)
			name = dot + 1;
		if ((best = near_name(s, kinds[i].sql, name)) != NULL)
			return arena_printf(s->arena,
			    "%s; did you mean %s?", error, best);
	}
	return error;
}

static const char *
explain(struct query *q, int rc)
{
	switch (rc & 0xff) {
	case SQLITE_NOMEM:
		if (q->trust == QUERY_OURS)
			arena_exhausted();
		return "the query needs more than 64 MiB of memory";
	case SQLITE_INTERRUPT:
		return "the query takes too long";
	case SQLITE_AUTH:
		return arena_printf(q->store->arena, "%s: a query may only "
		    "read", sqlite3_errmsg(q->store->db));
	default:
		return unknown_name(q->store, arena_str(q->store->arena,
		    sqlite3_errmsg(q->store->db)));
	}
}

/* Nothing but space, semicolons and comments. */
static bool
is_empty(const char *s)
{
	for (;;) {
		s += strspn(s, " \t\r\n;");
		if (strncmp(s, "--", 2) == 0)
			s += strcspn(s, "\n");
		else if (strncmp(s, "/*", 2) == 0) {
			if ((s = strstr(s + 2, "*/")) == NULL)
				return true;
			s += 2;
		} else
			return *s == '\0';
	}
}

/* Whoever watches wants to see what preparing reads. */
static struct prepared *
find_prepared(struct store *s, const char *sql, enum query_trust trust)
{
	struct prepared *p;

	if (trust != QUERY_OURS || s->watcher != NULL)
		return NULL;
	if (s->prepared == NULL)
		s->prepared = map_new(s->arena);
	p = map_get(s->prepared, sql);
	if (p == NULL && map_len(s->prepared) < PREPARED_MAX)
		map_put(s->prepared, arena_str(s->arena, sql),
		    p = arena_alloc(s->arena, sizeof(*p)));
	if (p != NULL)
		p->asked++;
	return p;
}

void
store_unprepare(struct store *s)
{
	struct prepared *p;

	for (size_t i = 0; s->prepared != NULL && i < map_len(s->prepared);
	    i++) {
		p = map_at(s->prepared, i)->value;
		sqlite3_finalize(p->idle);
		p->idle = NULL;
	}
}

struct query *
query_open(struct store *s, const char *sql, enum query_trust trust,
    const char **error)
{
	struct query *q = arena_alloc(s->arena, sizeof(*q));
	const char *tail = NULL;
	struct bounds b;
	int rc;

	q->store = s;
	q->trust = trust;
	s->cost = 0;
	*error = NULL;
	q->of = find_prepared(s, sql, trust);
	if (q->of != NULL && q->of->idle != NULL) {
		q->stmt = q->of->idle;
		q->of->idle = NULL;
		return q;
	}
	store_base_told(s, sql);
	if (trust != QUERY_OURS)
		guard_functions(s);
	if (trust != QUERY_OURS && strcasestr(sql, "sqlite_") != NULL)
		store_views(s);
	do {
		enter(q, &b);
		rc = sqlite3_prepare_v2(s->db, sql, -1, &q->stmt, &tail);
		leave(q, &b);
	} while (rc != SQLITE_OK && store_view_lacks(s));
	if (rc != SQLITE_OK)
		*error = explain(q, rc);
	else if (q->stmt == NULL)
		*error = "there is no statement";
	else if (!is_empty(tail))
		*error = "there is more than one statement";
	else if (trust != QUERY_OURS && !sqlite3_stmt_readonly(q->stmt))
		*error = "a query may only read";
	if (*error == NULL)
		return q;
	sqlite3_finalize(q->stmt);
	return NULL;
}

/* Asked before the text is: reading that may change a value's type. */
static void
note_types(struct query *q)
{
	int n = sqlite3_column_count(q->stmt), type;

	if (q->number == NULL)
		q->number = arena_alloc(q->store->arena,
		    (size_t)n * sizeof(*q->number));
	for (int i = 0; i < n; i++) {
		type = sqlite3_column_type(q->stmt, i);
		q->number[i] = type == SQLITE_INTEGER || type == SQLITE_FLOAT;
	}
}

int
query_step(struct query *q)
{
	struct bounds b;
	int rc;

	if (q->error != NULL)
		return -1;
	if (q->trust != QUERY_OURS && q->rows >= budget[q->trust].rows) {
		q->error = q->trust == QUERY_HOUSE ?
		    "the query gives more than 1,000 rows" :
		    "the query gives more than 100,000 rows";
		return -1;
	}
	enter(q, &b);
	rc = sqlite3_step(q->stmt);
	leave(q, &b);
	if (rc == SQLITE_ROW) {
		q->rows++;
		note_types(q);
		return 1;
	}
	if (rc == SQLITE_DONE)
		return 0;
	q->error = explain(q, rc);
	return -1;
}

const char *
query_error(struct query *q)
{
	return q->error;
}

size_t
query_columns(struct query *q)
{
	return (size_t)sqlite3_column_count(q->stmt);
}

const char *
query_name(struct query *q, size_t column)
{
	return sqlite3_column_name(q->stmt, (int)column);
}

const char *
query_text(struct query *q, size_t column)
{
	return (const char *)sqlite3_column_text(q->stmt, (int)column);
}

/* SQLite looks for a name anew each time; rows have the same ones. */
static void
note_names(struct query *q)
{
	size_t n = query_columns(q), i;

	q->names = arena_alloc(q->store->arena, (n + 1) * sizeof(*q->names));
	for (i = 0; i < n; i++)
		q->names[i] = arena_str(q->store->arena, query_name(q, i));
}

const char *
query_get(struct query *q, const char *name)
{
	if (q->names == NULL)
		note_names(q);
	for (size_t i = 0; q->names[i] != NULL; i++)
		if (q->names[i][0] == name[0] &&
		    strcmp(q->names[i], name) == 0)
			return query_text(q, i);
	return NULL;
}

bool
query_is_number(struct query *q, size_t column)
{
	return q->number != NULL && q->number[column];
}

void
query_bind(struct query *q, int n, const char *text)
{
	if (text == NULL)
		sqlite3_bind_null(q->stmt, n);
	else
		sqlite3_bind_text(q->stmt, n, text, -1, SQLITE_TRANSIENT);
}

void
query_close(struct query *q)
{
	if (q == NULL)
		return;
	if (q->trust == QUERY_HOUSE)
		q->store->spent += q->steps;
	if (q->of != NULL && q->of->idle == NULL && q->of->asked > 1 &&
	    q->stmt != NULL && q->error == NULL) {
		sqlite3_reset(q->stmt);
		sqlite3_clear_bindings(q->stmt);
		q->of->idle = q->stmt;
	} else
		sqlite3_finalize(q->stmt);
	q->stmt = NULL;
}
