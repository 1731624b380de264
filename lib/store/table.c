#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "store/table.h"

#define WORD_BITS	64

/* The cells that are not NULL, in the order of columns. */
struct row {
	const uint64_t		*there;		/* a bit a column */
	const struct cell	*cells;
};

/*
 * Rows by the value of one column: heads by hash, then a chain in the order
 * of the rows; numbers count from 1, 0 is the end.
 */
struct by_value {
	enum { UNASKED, USELESS, READY } state;
	enum cell_type	 type;		/* of all values */
	uint32_t	*heads, *next;
	size_t		 size;		/* of heads, a power of two */
	size_t		 each;		/* rows a value has, on average */
	bool		 unique;
};

struct table {
	struct table_home *home;
	struct arena	*arena;
	const char	*declared;
	size_t		 columns, words;
	size_t		 key;		/* column + 1, or 0 */
	struct row	*rows;
	size_t		 len;
	struct by_value	*by_value;	/* of each column; NULL until asked */
	table_filler	*filler;
	void		*data;
};

struct face {
	sqlite3_vtab	 base;		/* must be first */
	struct table	*table;
};

struct cursor {
	sqlite3_vtab_cursor	 base;	/* must be first */
	const struct table	*table;
	const struct by_value	*index;	/* NULL: every row */
	size_t			 column, row;
};

/* ---- rows ---- */

static const struct cell *
cell_at(const struct table *t, size_t row, size_t column)
{
	static const struct cell null;
	const struct row *r = &t->rows[row];
	const struct cell *c = r->cells;
	size_t word = column / WORD_BITS;
	uint64_t bit = (uint64_t)1 << column % WORD_BITS;

	if ((r->there[word] & bit) == 0)
		return &null;
	for (size_t i = 0; i < word; i++)
		c += __builtin_popcountll(r->there[i]);
	return c + __builtin_popcountll(r->there[word] & (bit - 1));
}

void
table_put(struct table *t, const struct cell *cells)
{
	uint64_t *there = arena_alloc(t->arena, t->words * sizeof(*there));
	struct cell *packed;
	size_t n = 0;

	for (size_t i = 0; i < t->columns; i++)
		if (cells[i].type != CELL_NULL) {
			there[i / WORD_BITS] |= (uint64_t)1 << i % WORD_BITS;
			n++;
		}
	packed = arena_alloc(t->arena, n * sizeof(*packed));
	t->rows = arena_grow(t->arena, t->rows, t->len, sizeof(*t->rows));
	t->rows[t->len].there = there;
	t->rows[t->len++].cells = packed;
	for (size_t i = 0; i < t->columns; i++)
		if (cells[i].type != CELL_NULL)
			*packed++ = cells[i];
}

struct by_key {
	const char	*key;
	size_t		 n;
	struct row	 row;
};

static int
compare_keys(const void *x, const void *y)
{
	const struct by_key *a = x, *b = y;
	int d = strcmp(a->key, b->key);

	return d != 0 ? d : (a->n > b->n) - (a->n < b->n);
}

void
table_end(struct table *t)
{
	struct by_key *list;
	bool sorted = true;

	if (t->key == 0 || t->len < 2)
		return;
	list = calloc(t->len, sizeof(*list));
	if (list == NULL)
		arena_exhausted();
	for (size_t i = 0; i < t->len; i++) {
		const struct cell *c = cell_at(t, i, t->key - 1);

		list[i].key = c->type == CELL_TEXT ? c->s : "";
		list[i].n = i;
		list[i].row = t->rows[i];
		if (i > 0 && strcmp(list[i - 1].key, list[i].key) > 0)
			sorted = false;
	}
	if (!sorted) {
		qsort(list, t->len, sizeof(*list), compare_keys);
		for (size_t i = 0; i < t->len; i++)
			t->rows[i] = list[i].row;
	}
	free(list);
}

void
table_clear(struct table *t)
{
	t->rows = NULL;
	t->len = 0;
	t->by_value = NULL;
}

size_t
table_columns(const struct table *t)
{
	return t->columns;
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

/* ---- the index of a column ---- */

static uint32_t
hash_text(const char *s)
{
	uint32_t h = 2166136261u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h ^ h >> 15;
}

static uint32_t
hash_int(sqlite3_int64 n)
{
	uint64_t h = (uint64_t)n * 0x9e3779b97f4a7c15u;

	return (uint32_t)(h >> 32);
}

static bool
same(const struct cell *a, const struct cell *b)
{
	return a->type == CELL_TEXT ? strcmp(a->s, b->s) == 0 : a->n == b->n;
}

/* Only a column of texts, or of whole numbers, compares by plain equality. */
static enum cell_type
type_of(const struct table *t, size_t column, size_t *values)
{
	enum cell_type type = CELL_NULL;

	*values = 0;
	for (size_t i = 0; i < t->len; i++) {
		const struct cell *c = cell_at(t, i, column);

		if (c->type == CELL_NULL)
			continue;
		if (c->type == CELL_REAL ||
		    (type != CELL_NULL && c->type != type))
			return CELL_REAL;
		type = c->type;
		++*values;
	}
	return type;
}

static void
fill(struct by_value *v, const struct table *t, size_t column, size_t values)
{
	size_t distinct = 0;

	for (v->size = 16; v->size < values; v->size *= 2)
		;
	v->heads = arena_alloc(t->arena, v->size * sizeof(*v->heads));
	v->next = arena_alloc(t->arena, (t->len + 1) * sizeof(*v->next));
	for (size_t i = t->len; i-- > 0;) {
		const struct cell *c = cell_at(t, i, column);
		uint32_t *head, n;
		int steps = 0;

		if (c->type == CELL_NULL)
			continue;
		head = &v->heads[(c->type == CELL_TEXT ? hash_text(c->s) :
		    hash_int(c->n)) & (v->size - 1)];
		/* How many there are need only be known roughly. */
		for (n = *head; n != 0 && ++steps < 8; n = v->next[n])
			if (same(cell_at(t, n - 1, column), c))
				break;
		distinct += n == 0;
		v->next[i + 1] = *head;
		*head = (uint32_t)i + 1;
	}
	v->unique = distinct == values;
	v->each = distinct == 0 ? 1 : (values + distinct - 1) / distinct;
}

/* NULL when comparing with the column cannot be helped by one. */
static const struct by_value *
index_of(struct table *t, size_t column)
{
	struct by_value *v;
	size_t values;

	if (t->by_value == NULL)
		t->by_value = arena_alloc(t->arena, t->columns *
		    sizeof(*t->by_value));
	v = &t->by_value[column];
	if (v->state == UNASKED) {
		v->type = type_of(t, column, &values);
		v->state = v->type == CELL_REAL || t->len >= UINT32_MAX ?
		    USELESS : READY;
		if (v->state == READY)
			fill(v, t, column, values);
	}
	return v->state == READY ? v : NULL;
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

/* The comparison that leaves the fewest rows is looked up. */
static int
face_plan(sqlite3_vtab *vtab, sqlite3_index_info *info)
{
	struct table *t = ((struct face *)vtab)->table;
	const struct by_value *best = NULL, *v;
	int chosen = -1;

	for (int i = 0; i < info->nConstraint; i++) {
		if (!info->aConstraint[i].usable ||
		    info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ ||
		    info->aConstraint[i].iColumn < 0 ||
		    strcmp(sqlite3_vtab_collation(info, i), "BINARY") != 0)
			continue;
		v = index_of(t, (size_t)info->aConstraint[i].iColumn);
		if (v == NULL || (best != NULL && v->each >= best->each))
			continue;
		best = v;
		chosen = i;
	}
	if (best == NULL) {
		info->estimatedRows = (sqlite3_int64)t->len + 1;
		info->estimatedCost = (double)t->len * 2 + 4;
		return SQLITE_OK;
	}
	info->aConstraintUsage[chosen].argvIndex = 1;
	info->idxNum = info->aConstraint[chosen].iColumn + 1;
	info->estimatedRows = (sqlite3_int64)best->each;
	info->estimatedCost = (double)best->each * 2 + 2;
	if (best->unique)
		info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
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

/* From row n (from 1) of a chain to the one that holds the value. */
static void
seek(struct cursor *c, uint32_t n, const struct cell *value)
{
	while (n != 0 && !same(cell_at(c->table, n - 1, c->column), value))
		n = c->index->next[n];
	c->row = n == 0 ? c->table->len : n - 1;
}

static int
cursor_filter(sqlite3_vtab_cursor *cursor, int column, const char *text,
    int argc, sqlite3_value **argv)
{
	struct cursor *c = (struct cursor *)cursor;
	const struct table *t = c->table;
	const struct by_value *v;
	struct cell value = { .type = CELL_NULL };
	uint32_t h;

	(void)text;
	c->index = NULL;
	c->row = 0;
	if (column == 0 || argc == 0 || t->by_value == NULL)
		return SQLITE_OK;
	c->column = (size_t)column - 1;
	v = &t->by_value[c->column];
	switch (sqlite3_value_type(argv[0])) {
	case SQLITE_NULL:
		c->row = t->len;
		return SQLITE_OK;
	case SQLITE_TEXT:
		value.type = CELL_TEXT;
		value.s = (const char *)sqlite3_value_text(argv[0]);
		if (value.s == NULL)
			return SQLITE_NOMEM;
		break;
	case SQLITE_INTEGER:
		value.type = CELL_INT;
		value.n = sqlite3_value_int64(argv[0]);
		break;
	}
	/* SQLite compares again; of another type it sees every row. */
	if (v->state != READY || value.type != v->type)
		return SQLITE_OK;
	h = value.type == CELL_TEXT ? hash_text(value.s) : hash_int(value.n);
	c->index = v;
	seek(c, v->heads[h & (v->size - 1)], &value);
	return SQLITE_OK;
}

static int
cursor_next(sqlite3_vtab_cursor *cursor)
{
	struct cursor *c = (struct cursor *)cursor;

	if (c->index == NULL)
		c->row++;
	else
		seek(c, c->index->next[c->row + 1], cell_at(c->table, c->row,
		    c->column));
	return SQLITE_OK;
}

static int
cursor_eof(sqlite3_vtab_cursor *cursor)
{
	const struct cursor *c = (struct cursor *)cursor;

	return c->row >= c->table->len;
}

static int
cursor_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int i)
{
	const struct cursor *c = (struct cursor *)cursor;
	const struct cell *cell = cell_at(c->table, c->row, (size_t)i);

	switch (cell->type) {
	case CELL_NULL:
		break;
	case CELL_TEXT:
		/* Without a length SQLite knows that a NUL ends it. */
		sqlite3_result_text(context, cell->s, -1, SQLITE_STATIC);
		break;
	case CELL_INT:
		sqlite3_result_int64(context, cell->n);
		break;
	case CELL_REAL:
		sqlite3_result_double(context, cell->d);
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
			t->key = t->columns + 1;
		if (t->columns++ > 0)
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
	declare(t, name, columns);
	t->words = (t->columns + WORD_BITS - 1) / WORD_BITS;
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
