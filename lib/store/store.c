#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/heap.h"
#include "store/inside.h"
#include "store/store.h"

/* Noon of 1970-01-01 as a Julian day, and a day in milliseconds. */
#define JULIAN_NOON	2440588
#define DAY_MS		86400000

static int
still_int64(sqlite3_vfs *vfs, sqlite3_int64 *now)
{
	*now = ((struct still *)vfs)->now;
	return SQLITE_OK;
}

static int
still_real(sqlite3_vfs *vfs, double *now)
{
	*now = (double)((struct still *)vfs)->now / DAY_MS;
	return SQLITE_OK;
}

void
store_failed(struct store *s)
{
	struct pos nowhere = { NULL, 0, 0, 0 };

	if (sqlite3_errcode(s->db) == SQLITE_NOMEM)
		arena_exhausted();
	diag_add(s->diags, D_STORE, nowhere, NULL, "error",
	    sqlite3_errmsg(s->db), NULL);
}

bool
store_run(struct store *s, const char *sql)
{
	if (sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	store_failed(s);
	return false;
}

bool
store_table(struct store *s, const char *name, const char *columns,
    struct pos at)
{
	if (map_get(s->tables, name) != NULL) {
		diag_add(s->diags, D_KIND_TWICE, at, NULL, "name", name,
		    NULL);
		return false;
	}
	name = arena_str(s->arena, name);
	map_put(s->tables, name, table_new(&s->home, name, columns));
	return true;
}

void
store_read(struct store *s, const char *table, size_t len,
    cells_reader *read, const void *data)
{
	struct table *t = map_get(s->tables, table);

	if (t != NULL)
		table_read(t, len, read, data);
}

void
insert_begin(struct store *s, struct insert *in, const char *table)
{
	memset(in, 0, sizeof(*in));
	if ((in->table = map_get(s->tables, table)) == NULL)
		return;
	table_clear(in->table);
	in->cells = arena_alloc(s->arena, table_columns(in->table) *
	    sizeof(*in->cells));
}

static struct cell *
next_cell(struct insert *in, enum cell_type type)
{
	struct cell *c = &in->cells[in->at++];

	c->type = type;
	return c;
}

void
insert_text(struct insert *in, const char *text)
{
	if (in->table != NULL)
		next_cell(in, text == NULL ? CELL_NULL : CELL_TEXT)->s = text;
}

void
insert_int(struct insert *in, sqlite3_int64 n)
{
	if (in->table != NULL)
		next_cell(in, CELL_INT)->n = n;
}

/* A whole number is one, however it was written. */
void
insert_real(struct insert *in, double d)
{
	if (d > -1e15 && d < 1e15 && d == (double)(sqlite3_int64)d)
		insert_int(in, (sqlite3_int64)d);
	else if (in->table != NULL)
		next_cell(in, CELL_REAL)->d = d;
}

void
insert_null(struct insert *in)
{
	insert_text(in, NULL);
}

void
insert_row(struct insert *in)
{
	if (in->table != NULL)
		table_put(in->table, in->cells);
	in->at = 0;
}

void
insert_end(struct insert *in)
{
	if (in->table != NULL)
		table_end(in->table);
	in->table = NULL;
}

static bool
open_db(struct store *s)
{
	sqlite3_vfs *system;
	int rc;

	heap_use();
	system = sqlite3_vfs_find(NULL);
	s->still.vfs = *system;
	s->still.vfs.pNext = NULL;
	s->still.vfs.zName = arena_printf(s->arena, "still-%p", (void *)s);
	s->still.vfs.xCurrentTime = still_real;
	s->still.vfs.xCurrentTimeInt64 = still_int64;
	s->still.now = ((sqlite3_int64)s->asof + JULIAN_NOON) * DAY_MS;
	sqlite3_vfs_register(&s->still.vfs, 0);
	/* The zone of the machine must not show in any answer. */
	sqlite3_test_control(SQLITE_TESTCTRL_LOCALTIME_FAULT, 1);
	rc = sqlite3_open_v2(":memory:", &s->db, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, s->still.vfs.zName);
	if (s->db == NULL || rc == SQLITE_NOMEM)
		arena_exhausted();
	if (rc != SQLITE_OK) {
		store_failed(s);
		return false;
	}
	/* A misspelt "column" must be an error and not a string. */
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	return store_run(s, "PRAGMA journal_mode = OFF;"
	    "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY");
}

/* Which record and field mean what, from the standard's data. */
static void
read_meaning(struct store *s)
{
	const struct yaml *meaning, *top;
	const char *kind, *field, *id;

	meaning = yaml_get(s->model->standard->about, "meaning");
	top = yaml_get(meaning, "top");
	kind = yaml_str(top, "kind");
	field = yaml_str(top, "field");
	if (kind == NULL || field == NULL)
		return;
	s->top_kind = kind;
	s->top_field = field;
	for (size_t i = 0; i < s->model->len; i++) {
		const struct record *r = s->model->records[i];

		if (strcmp(r->kind->name, kind) != 0 ||
		    (id = record_str(r, field)) == NULL)
			continue;
		if (s->top == NULL || r->live)
			s->top = id;
	}
}

struct store *
store_open(struct arena *a, struct diags *ds, const struct model *m,
    date_day asof, enum lang lang)
{
	struct store *s = arena_alloc(a, sizeof(*s));

	s->arena = a;
	s->diags = ds;
	s->model = m;
	s->asof = asof;
	s->lang = lang;
	s->tables = map_new(a);
	s->settings = map_new(a);
	s->patterns = map_new(a);
	s->views = map_new(a);
	read_meaning(s);
	if (!open_db(s))
		return s;
	s->home.arena = a;
	s->home.db = s->db;
	store_functions(s);
	store_run(s, "BEGIN");
	store_facts(s);
	store_kinds(s);
	store_dates(s);
	store_past(s);
	store_run(s, "COMMIT");
	return s;
}

void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	store_unprepare(s);
	sqlite3_close_v2(s->db);
	sqlite3_vfs_unregister(&s->still.vfs);
}

static const char *
level_word(enum diag_level level)
{
	return diag_level_name(level, LANG_EN);
}

void
store_findings(struct store *s, const struct diags *ds)
{
	const struct diag *d;
	struct insert in;

	insert_begin(s, &in, "finding");
	for (size_t i = 0; i < diags_len(ds); i++) {
		d = diags_at(ds, i);
		insert_text(&in, d->head->code);
		insert_text(&in, level_word(d->level));
		insert_text(&in, d->head->clause);
		insert_text(&in, d->record);
		insert_text(&in, d->at.path);
		insert_int(&in, d->at.line);
		insert_int(&in, d->at.col);
		insert_text(&in, d->message[s->lang]);
		insert_text(&in, d->waived);
		insert_text(&in, d->help[s->lang]);
		insert_row(&in);
	}
	insert_end(&in);
}
