#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "store/table.h"

#define TESTS_MAX	8		/* of a cursor */

struct table {
	struct table_home *home;
	struct arena	*arena;
	const char	*declared;
	struct cells	 cells;
	size_t		 key;		/* column + 1, or 0 */
	table_filler	*filler;
	void		*data;
};

struct face {
	sqlite3_vtab	 base;		/* must be first */
	struct table	*table;
};

/* What the value of a column must be. */
struct test {
	size_t		 column;
	struct cell	 value;
};

struct cursor {
	sqlite3_vtab_cursor	 base;	/* must be first */
	struct table		*table;
	const uint32_t		*next;	/* rows of a value; NULL: every row */
	struct test		 tests[TESTS_MAX];
	size_t			 tests_len;
	size_t			 row;
};

/* ---- rows ---- */

void
table_put(struct table *t, const struct cell *cells)
{
	cells_put(&t->cells, cells);
}

void
table_read(struct table *t, size_t len, cells_reader *read, const void *data)
{
	cells_clear(&t->cells);
	t->cells.len = len;
	t->cells.read = read;
	t->cells.data = data;
}

void
table_end(struct table *t)
{
	if (t->key > 0)
		cells_sort(&t->cells, t->key - 1);
}

void
table_clear(struct table *t)
{
	cells_clear(&t->cells);
}

size_t
table_columns(const struct table *t)
{
	return t->cells.columns;
}

void
table_column(const struct table *t, size_t i, const char **name,
    const char **type)
{
	const char *s = strchr(t->declared, '(') + 1, *end;

	while (i-- > 0)
		s = strchr(s, ',') + 1;
	end = s + strcspn(s, ",)");
	s += *s == '"';
	*name = arena_dup(t->arena, s, strcspn(s, "\" ,)"));
	s += strcspn(s, " ,)");
	s += s < end && *s == ' ';
	*type = arena_dup(t->arena, s, (size_t)(end - s));
}

void
table_lazy(struct table *t, table_filler *filler, void *data)
{
	t->filler = filler;
	t->data = data;
}

/* ---- what SQLite calls ---- */

static int
face_connect(sqlite3 *db, void *aux, int argc, const char *const *argv,
    sqlite3_vtab **out, char **error)
{
	struct table *t = aux;
	struct face *f;
	table_filler *filler = t->filler;
	int rc;

	(void)argc;
	(void)argv;
	(void)error;
	t->filler = NULL;
	if (filler != NULL)
		filler(t->data);
	t->home->declaring = true;
	rc = sqlite3_declare_vtab(db, t->declared);
	t->home->declaring = false;
	if (rc != SQLITE_OK)
		return rc;
	sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
	if ((f = sqlite3_malloc(sizeof(*f))) == NULL)
		return SQLITE_NOMEM;
	memset(f, 0, sizeof(*f));
	f->table = t;
	*out = &f->base;
	return SQLITE_OK;
}

static int
face_disconnect(sqlite3_vtab *vtab)
{
	sqlite3_free(vtab);
	return SQLITE_OK;
}

/* True for one of several values, each of which SQLite looks up by itself. */
static bool
is_list(sqlite3_index_info *info, int i)
{
#if SQLITE_VERSION_NUMBER >= 3038000
	return sqlite3_vtab_in(info, i, -1);
#else
	(void)info;
	(void)i;
	return true;
#endif
}

/* The index that helps with a comparison, or NULL. */
static const struct by_value *
helps(struct table *t, sqlite3_index_info *info, int i)
{
	if (!info->aConstraint[i].usable ||
	    info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ ||
	    info->aConstraint[i].iColumn < 0 ||
	    strcmp(sqlite3_vtab_collation(info, i), "BINARY") != 0)
		return NULL;
	return cells_index(&t->cells, (size_t)info->aConstraint[i].iColumn);
}

/* How the columns compared reach the cursor: two bytes each. */
static void
note_column(char *note, int at, int column)
{
	note[at * 2] = (char)('0' + column / 64);
	note[at * 2 + 1] = (char)('0' + column % 64);
}

static size_t
noted_column(const char *note, int at)
{
	return (size_t)(note[at * 2] - '0') * 64 +
	    (size_t)(note[at * 2 + 1] - '0');
}

/*
 * The rows of one value are looked up, by the comparison that leaves the
 * fewest; other values are compared with here, before SQLite sees a row.
 */
static int
face_plan(sqlite3_vtab *vtab, sqlite3_index_info *info)
{
	struct table *t = ((struct face *)vtab)->table;
	double rows = (double)t->cells.len, fewest = 0, left;
	const struct by_value *v;
	int best = -1, n = 0;
	char *note;

	for (int i = 0; i < info->nConstraint; i++) {
		if ((v = helps(t, info, i)) == NULL)
			continue;
		left = (double)cells_each(v) * (is_list(info, i) ? 2 : 1);
		if (best < 0 || left < fewest) {
			best = i;
			fewest = left;
		}
	}
	if (best < 0) {
		info->estimatedRows = (sqlite3_int64)rows + 1;
		info->estimatedCost = rows * 2 + 4;
		return SQLITE_OK;
	}
	if ((note = sqlite3_malloc(TESTS_MAX * 2)) == NULL)
		return SQLITE_NOMEM;
	for (int i = 0; i < info->nConstraint; i++) {
		if ((i != best && (n == TESTS_MAX - 1 || is_list(info, i))) ||
		    (v = helps(t, info, i)) == NULL)
			continue;
		note_column(note, n, info->aConstraint[i].iColumn);
		info->aConstraintUsage[i].argvIndex = ++n;
		rows *= (double)cells_each(v) / (double)(t->cells.len + 1);
		if (cells_unique(v))
			info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
	}
	info->idxNum = n;
	info->idxStr = note;
	info->needToFreeIdxStr = 1;
	info->estimatedRows = (sqlite3_int64)rows + 1;
	info->estimatedCost = fewest / 2 + rows * 2 + 2;
	return SQLITE_OK;
}

static int
cursor_open(sqlite3_vtab *vtab, sqlite3_vtab_cursor **out)
{
	struct cursor *c = sqlite3_malloc(sizeof(*c));

	if (c == NULL)
		return SQLITE_NOMEM;
	memset(c, 0, sizeof(*c));
	c->table = ((struct face *)vtab)->table;
	*out = &c->base;
	return SQLITE_OK;
}

static int
cursor_close(sqlite3_vtab_cursor *cursor)
{
	sqlite3_free(cursor);
	return SQLITE_OK;
}

static bool
passes(const struct cursor *c, size_t row)
{
	const struct cells *rows = &c->table->cells;

	for (size_t i = 0; i < c->tests_len; i++) {
		const struct test *t = &c->tests[i];
		struct cell has = cells_at(rows, row, t->column);

		if (has.type != t->value.type ||
		    (t->value.type == CELL_TEXT ? has.s != t->value.s &&
		    strcmp(has.s, t->value.s) != 0 : has.n != t->value.n))
			return false;
	}
	return true;
}

/* From row n (from 1) of a chain to the one that passes. */
static void
seek(struct cursor *c, uint32_t n)
{
	while (n != 0 && !passes(c, n - 1))
		n = c->next[n];
	c->row = n == 0 ? c->table->cells.len : n - 1;
}

/* False when no value of a column can be equal in its type. */
static bool
take(struct cell *cell, sqlite3_value *value, enum cell_type type)
{
	switch (sqlite3_value_type(value)) {
	case SQLITE_TEXT:
		cell->type = CELL_TEXT;
		cell->s = (const char *)sqlite3_value_text(value);
		break;
	case SQLITE_INTEGER:
		cell->type = CELL_INT;
		cell->n = sqlite3_value_int64(value);
		break;
	default:
		return false;
	}
	return cell->type == type;
}

/*
 * SQLite compares again, so that a value of another type than the column's is
 * left to it.
 */
static int
cursor_filter(sqlite3_vtab_cursor *cursor, int n, const char *note,
    int argc, sqlite3_value **argv)
{
	struct cursor *c = (struct cursor *)cursor;
	struct cells *cells = &c->table->cells;
	const struct by_value *v;
	struct same_value rows, fewest = { NULL, 0, 0 };
	struct cell value;

	c->next = NULL;
	c->tests_len = 0;
	c->row = 0;
	for (int i = 0; i < n && i < argc; i++) {
		size_t column = noted_column(note, i);

		if (sqlite3_value_type(argv[i]) == SQLITE_NULL) {
			c->row = cells->len;
			return SQLITE_OK;
		}
		if ((v = cells_index(cells, column)) == NULL ||
		    !take(&value, argv[i], cells_kind(v)))
			continue;
		if (value.type == CELL_TEXT && value.s == NULL)
			return SQLITE_NOMEM;
		rows = cells_find(cells, column, &value);
		if (rows.len == 0) {
			c->row = cells->len;
			return SQLITE_OK;
		}
		/* The text of a row stays where it is. */
		if (value.type == CELL_TEXT)
			value = cells_at(cells, rows.first - 1, column);
		c->tests[c->tests_len].column = column;
		c->tests[c->tests_len++].value = value;
		if (c->next == NULL || rows.len < fewest.len) {
			fewest = rows;
			c->next = rows.next;
		}
	}
	if (c->next != NULL)
		seek(c, fewest.first);
	return SQLITE_OK;
}

static int
cursor_next(sqlite3_vtab_cursor *cursor)
{
	struct cursor *c = (struct cursor *)cursor;

	if (c->next == NULL)
		c->row++;
	else
		seek(c, c->next[c->row + 1]);
	return SQLITE_OK;
}

static int
cursor_eof(sqlite3_vtab_cursor *cursor)
{
	const struct cursor *c = (struct cursor *)cursor;

	return c->row >= c->table->cells.len;
}

static int
cursor_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int i)
{
	const struct cursor *c = (struct cursor *)cursor;
	const struct cell cell = cells_at(&c->table->cells, c->row, (size_t)i);

	switch (cell.type) {
	case CELL_NULL:
		break;
	case CELL_TEXT:
		/* Without a length SQLite knows that a NUL ends it. */
		sqlite3_result_text(context, cell.s, -1, SQLITE_STATIC);
		break;
	case CELL_INT:
		sqlite3_result_int64(context, cell.n);
		break;
	case CELL_REAL:
		sqlite3_result_double(context, cell.d);
		break;
	}
	return SQLITE_OK;
}

static int
cursor_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
	*id = (sqlite3_int64)((struct cursor *)cursor)->row + 1;
	return SQLITE_OK;
}

/* There, so that who may not write hears of it from the authorizer. */
static int
face_update(sqlite3_vtab *vtab, int argc, sqlite3_value **argv,
    sqlite3_int64 *id)
{
	(void)vtab;
	(void)argc;
	(void)argv;
	(void)id;
	return SQLITE_READONLY;
}

/* ---- declaring ---- */

/* True when the first words of both, in quotes or not, are one. */
static bool
same_word(const char *a, const char *b)
{
	a += *a == '"';
	b += *b == '"';
	while ((isalnum((unsigned char)*a) || *a == '_') && *a == *b)
		a++, b++;
	return !isalnum((unsigned char)*a) && *a != '_' &&
	    !isalnum((unsigned char)*b) && *b != '_';
}

/*
 * The columns without their constraints, which are not for SQLite to watch;
 * the column of a key of texts is noted, as it orders the rows.
 */
static void
declare(struct table *t, const char *name, const char *columns)
{
	static const char word[] = "PRIMARY KEY";
	struct buf b = BUF_INIT;
	const char *s, *end, *at, *key = strstr(columns, ", PRIMARY KEY (");

	buf_addf(&b, "CREATE TABLE \"%s\" (", name);
	for (s = columns; *s != '\0' && *s != ')'; s = end + (*end == ',')) {
		s += strspn(s, " ");
		end = s + strcspn(s, ",)");
		at = memmem(s, (size_t)(end - s), word, strlen(word));
		if (at == s)
			break;
		if (at != NULL ? memmem(s, (size_t)(at - s), "TEXT", 4) != NULL :
		    key != NULL && same_word(s, key + 15))
			t->key = t->cells.columns + 1;
		if (t->cells.columns++ > 0)
			buf_addc(&b, ',');
		/* Without the space before the constraint. */
		buf_add(&b, s, (size_t)((at != NULL ? at - 1 : end) - s));
	}
	if (strstr(s, "WITHOUT ROWID") == NULL)
		t->key = 0;
	buf_addc(&b, ')');
	t->declared = arena_dup(t->arena, b.s, b.len);
	buf_done(&b);
}

#define FACE	.xConnect = face_connect, .xBestIndex = face_plan, \
		.xDisconnect = face_disconnect, .xOpen = cursor_open, \
		.xClose = cursor_close, .xFilter = cursor_filter, \
		.xNext = cursor_next, .xEof = cursor_eof, \
		.xColumn = cursor_column, .xRowid = cursor_rowid, \
		.xUpdate = face_update

struct table *
table_new(struct table_home *home, const char *name, const char *columns)
{
	/* Without xCreate the table is there by the module's name. */
	static const sqlite3_module module = { FACE };
	struct table *t = arena_alloc(home->arena, sizeof(*t));

	t->home = home;
	t->arena = home->arena;
	t->cells.arena = home->arena;
	declare(t, name, columns);
	if (sqlite3_create_module(home->db, name, &module, t) != SQLITE_OK)
		arena_exhausted();
	return t;
}

void
table_lend(struct table *t, sqlite3 *db, const char *module)
{
	static const sqlite3_module lent = {
		.xCreate = face_connect, .xDestroy = face_disconnect, FACE
	};

	if (sqlite3_create_module(db, module, &lent, t) != SQLITE_OK)
		arena_exhausted();
}
