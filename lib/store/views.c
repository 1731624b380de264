#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/inside.h"

const char *
store_view_text(struct store *s, const char *name, size_t *len)
{
	return embed_get(arena_printf(s->arena, "%s/views/%s.sql",
	    s->model->standard->name, name), len);
}

static bool keep_rows(struct store *, const char *sql, size_t len,
    const char *name, bool typed);

bool
store_view(struct store *s, const char *schema, const char *name)
{
	const char *whole = arena_printf(s->arena, "%s.%s", schema, name);
	const char *text;
	size_t len;

	if (map_get(s->views, whole) != NULL ||
	    (text = store_view_text(s, name, &len)) == NULL)
		return false;
	map_put(s->views, whole, s);
	if (s->settled)
		return keep_rows(s, text, len, name, true);
	return store_run(s, arena_printf(s->arena, "CREATE VIEW "
	    "%s.\"%s\" AS %.*s", schema, name, (int)len, text));
}

bool
store_view_lacks(struct store *s)
{
	static const char says[] = "no such table: ";
	const char *name = sqlite3_errmsg(s->db);

	if (strncmp(name, says, strlen(says)) != 0)
		return false;
	name += strlen(says);
	if (strncmp(name, "main.", 5) == 0)
		name += 5;
	return store_view(s, "main", arena_str(s->arena, name));
}

void
store_views(struct store *s)
{
	const char *dir = arena_printf(s->arena, "%s/views/",
	    s->model->standard->name), *path;

	for (size_t i = 0; (path = embed_name(dir, i)) != NULL; i++) {
		path += strlen(dir);
		store_view(s, "main", arena_dup(s->arena, path,
		    strcspn(path, ".")));
	}
}

static void
take_value(struct store *s, struct insert *in, sqlite3_stmt *stmt, int i)
{
	switch (sqlite3_column_type(stmt, i)) {
	case SQLITE_NULL:
		insert_null(in);
		break;
	case SQLITE_INTEGER:
		insert_int(in, sqlite3_column_int64(stmt, i));
		break;
	case SQLITE_FLOAT:
		insert_real(in, sqlite3_column_double(stmt, i));
		break;
	default:
		insert_text(in, arena_str(s->arena,
		    (const char *)sqlite3_column_text(stmt, i)));
		break;
	}
}

/* Its columns, and of what type they are where they are to be typed. */
static const char *
columns_of(struct store *s, sqlite3_stmt *stmt, bool typed)
{
	struct buf b = BUF_INIT;
	const char *type, *columns;
	int n = sqlite3_column_count(stmt);

	for (int i = 0; i < n; i++) {
		type = typed ? sqlite3_column_decltype(stmt, i) : NULL;
		buf_addf(&b, "%s\"%s\"%s%s", i > 0 ? ", " : "",
		    sqlite3_column_name(stmt, i), type != NULL ? " " : "",
		    type != NULL ? type : "");
	}
	buf_addc(&b, ')');
	columns = arena_dup(s->arena, b.s, b.len);
	buf_done(&b);
	return columns;
}

/* The rows that a query has now, as a table. */
static bool
keep_rows(struct store *s, const char *sql, size_t len, const char *name,
    bool typed)
{
	struct pos program = { NULL, 0, 0, 0 };
	sqlite3_stmt *stmt = NULL;
	struct insert in;
	int rc, n;

	do
		rc = sqlite3_prepare_v2(s->db, sql, (int)len, &stmt, NULL);
	while (rc != SQLITE_OK && store_view_lacks(s));
	n = sqlite3_column_count(stmt);
	if (rc == SQLITE_OK && store_table(s, name, columns_of(s, stmt, typed),
	    program)) {
		insert_begin(s, &in, name);
		while (sqlite3_step(stmt) == SQLITE_ROW) {
			for (int i = 0; i < n; i++)
				take_value(s, &in, stmt, i);
			insert_row(&in);
		}
		insert_end(&in);
	}
	if (sqlite3_finalize(stmt) == SQLITE_OK && rc == SQLITE_OK)
		return true;
	store_failed(s);
	return false;
}

void
store_tables(struct store *s)
{
	const char *dir = arena_printf(s->arena, "%s/tables/",
	    s->model->standard->name), *path, *text, *name;
	size_t len;

	for (size_t i = 0; s->db != NULL &&
	    (path = embed_name(dir, i)) != NULL; i++) {
		name = path + strlen(dir);
		text = embed_get(path, &len);
		keep_rows(s, text, len, arena_dup(s->arena, name,
		    strcspn(name, ".")), false);
	}
}

/* The manual asks for the same views again and again. */
void
store_settle(struct store *s)
{
	if (s->settled || s->db == NULL || s->other != NULL)
		return;
	store_unprepare(s);
	for (size_t i = 0; i < map_len(s->views); i++)
		store_run(s, arena_printf(s->arena, "DROP VIEW %s",
		    map_at(s->views, i)->key));
	s->views = map_new(s->arena);
	s->settled = true;
}
