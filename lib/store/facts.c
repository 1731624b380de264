#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/map.h"
#include "base/near.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/inside.h"
#include "tree/node.h"

/* Tables that do not come from records: none of them asked for in the input. */
static const struct pos program = { NULL, 0, 0, 0 };

/* Columns that are there even when the standard's file is not. */
static const char *const clause_columns[] = {
	"no", "title", "title_ja", NULL
};
static const char *const catalogue_columns[] = {
	"id", "title", "title_ja", "theme", "new", NULL
};
static const char *const calendar_columns[] = {
	"id", "title", "title_ja", "clause", "month", "style", "every",
	"grace", "kinds", "needs", "after", "after_last", "elsewhere", "rules",
	NULL
};

static bool
is_whole(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && n < 10 && s[n] == '\0';
}

/* Members of a list, joined; in the arena until the step. */
static const char *
joined(struct arena *a, const struct yaml *list)
{
	struct buf b = BUF_INIT;
	const char *text;

	for (const struct yaml *y = list->first; y != NULL; y = y->next)
		if (y->type == YAML_SCALAR)
			buf_addf(&b, "%s%s", b.len > 0 ? ", " : "", y->s);
	text = b.len > 0 ? arena_dup(a, b.s, b.len) : NULL;
	buf_done(&b);
	return text;
}

static void
put_value(struct store *s, struct insert *in, const struct yaml *y)
{
	if (y == NULL || y->type == YAML_MAP)
		insert_null(in);
	else if (y->type == YAML_LIST)
		insert_text(in, joined(s->arena, y));
	else if (y->plain && strcmp(y->s, "true") == 0)
		insert_int(in, 1);
	else if (y->plain && strcmp(y->s, "false") == 0)
		insert_int(in, 0);
	else if (y->plain && is_whole(y->s))
		insert_int(in, strtoll(y->s, NULL, 10));
	else
		insert_text(in, *y->s != '\0' ? y->s : NULL);
}

/*
 * A list of mappings as a table: n, then a column for each key.  own: by the
 * id of a member, values in place of its own; NULL: none.
 */
static void
put_table(struct store *s, const char *name, const struct yaml *list,
    const char *const *known, const struct yaml *own)
{
	const struct yaml *mine, *value;
	struct map *names = map_new(s->arena);
	struct buf columns = BUF_INIT;
	const struct yaml *row, *y;
	struct insert in;
	sqlite3_int64 n = 0;
	size_t i;

	for (; *known != NULL; known++)
		map_put(names, *known, s);
	row = list != NULL && list->type == YAML_LIST ? list->first : NULL;
	for (; row != NULL; row = row->next)
		for (y = row->first; y != NULL; y = y->next)
			if (y->key != NULL && y->type != YAML_MAP &&
			    strcmp(y->key, "n") != 0)
				map_put(names, y->key, s);
	buf_adds(&columns, "n INTEGER PRIMARY KEY");
	for (i = 0; i < map_len(names); i++)
		buf_addf(&columns, ", \"%s\"", map_at(names, i)->key);
	buf_addc(&columns, ')');
	if (store_table(s, name, columns.s, program)) {
		insert_begin(s, &in, name);
		row = list != NULL && list->type == YAML_LIST ? list->first :
		    NULL;
		for (; row != NULL; row = row->next) {
			insert_int(&in, n++);
			mine = yaml_get(own, yaml_str(row, "id"));
			for (i = 0; i < map_len(names); i++) {
				value = yaml_get(mine, map_at(names, i)->key);
				put_value(s, &in, value != NULL ? value :
				    yaml_get(row, map_at(names, i)->key));
			}
			insert_row(&in);
		}
		insert_end(&in);
	}
	buf_done(&columns);
}

/* The works that the calendar knows, joined; whether name is one. */
static bool
is_work(const struct yaml *calendar, const char *name, struct buf *all)
{
	const struct yaml *row = calendar == NULL ? NULL : calendar->first;
	bool found = false;
	const char *id;

	buf_clear(all);
	for (; row != NULL; row = row->next) {
		if ((id = yaml_str(row, "id")) == NULL)
			continue;
		found |= strcmp(id, name) == 0;
		buf_addf(all, "%s%s", all->len == 0 ? "" : ", ", id);
	}
	return found;
}

static bool
is_work_value(const struct yaml *y)
{
	struct date_span span;

	if (y->type != YAML_SCALAR)
		return false;
	if (strcmp(y->key, "month") == 0)
		return is_whole(y->s) && atoi(y->s) >= 1 && atoi(y->s) <= 12;
	return (strcmp(y->key, "every") == 0 ||
	    strcmp(y->key, "grace") == 0) && date_span_parse(y->s, &span);
}

/* What isms.yaml says of the works: by their ids, month, every and grace. */
static const struct yaml *
own_calendar(struct store *s)
{
	const struct yaml *own, *y, *z, *std = s->model->standard->calendar;
	struct buf known = BUF_INIT;
	bool good = true;

	own = yaml_get(s->model->config->yaml, "calendar");
	for (y = own == NULL || own->type != YAML_MAP ? NULL : own->first;
	    y != NULL; y = y->next) {
		if (!is_work(std, y->key, &known)) {
			diag_add(s->diags, D_CALENDAR_WORK, y->key_at, NULL,
			    "name", y->key, "known", known.s, NULL);
			continue;
		}
		for (z = y->type == YAML_MAP ? y->first : NULL; z != NULL;
		    z = z->next) {
			if (is_work_value(z))
				continue;
			good = false;
			diag_add(s->diags, D_CALENDAR_VALUE, z->at, NULL,
			    "key", z->key, "value", z->type == YAML_SCALAR ?
			    z->s : "\xe2\x80\x94", NULL);
		}
	}
	buf_done(&known);
	return good ? own : NULL;
}

static void
put_old(struct store *s)
{
	const struct yaml *row, *from, *y;
	struct insert in;

	if (!store_table(s, "catalogue_from", "id TEXT, old TEXT)", program))
		return;
	insert_begin(s, &in, "catalogue_from");
	row = s->model->standard->catalogue;
	for (row = row != NULL ? row->first : NULL; row != NULL;
	    row = row->next) {
		from = yaml_get(row, "from");
		for (y = from != NULL ? from->first : NULL; y != NULL;
		    y = y->next) {
			insert_text(&in, yaml_str(row, "id"));
			insert_text(&in, y->type == YAML_SCALAR ? y->s :
			    NULL);
			insert_row(&in);
		}
	}
	insert_end(&in);
}

static const char *
setting_text(struct store *s, const struct yaml *y)
{
	if (y->type == YAML_LIST)
		return joined(s->arena, y);
	return y->type == YAML_SCALAR ? y->s : NULL;
}

/*
 * A value of the same sort as the one it replaces: a length of time, a number,
 * or words.
 */
static bool
setting_fits(struct store *s, const struct yaml *usual, const struct yaml *y)
{
	struct date_span span;
	const char *was = setting_text(s, usual), *now = setting_text(s, y);
	bool fits = true;
	char *end;

	if (was == NULL)
		return true;
	strtod(was, &end);
	if (*was == 'P' && date_span_parse(was, &span))
		fits = now != NULL && date_span_parse(now, &span);
	else if (*was != '\0' && *end == '\0') {
		if (now != NULL)
			strtod(now, &end);
		fits = now != NULL && *now != '\0' && *end == '\0';
	}
	if (!fits)
		diag_add(s->diags, D_SETTING_VALUE, y->at, NULL, "name",
		    y->key, "value", now != NULL ? now : "\xe2\x80\x94",
		    "usual", was, NULL);
	return fits;
}

/* The standard's settings, and over them those of isms.yaml. */
static void
read_settings(struct store *s)
{
	const struct yaml *own, *map, *y;
	struct near near;
	struct insert in;

	map = yaml_get(s->model->standard->about, "settings");
	for (y = map != NULL ? map->first : NULL; y != NULL; y = y->next)
		if (y->key != NULL)
			map_put(s->settings, y->key,
			    (char *)setting_text(s, y));
	own = yaml_get(s->model->config->yaml, "settings");
	for (y = own != NULL && own->type == YAML_MAP ? own->first : NULL;
	    y != NULL; y = y->next) {
		if (yaml_get(map, y->key) != NULL) {
			/* A wrong one leaves the usual in force. */
			if (setting_fits(s, yaml_get(map, y->key), y))
				map_put(s->settings, y->key,
				    (char *)setting_text(s, y));
			continue;
		}
		near = (struct near){ .word = y->key };
		for (size_t i = 0; i < map_len(s->settings); i++)
			near_offer(&near, map_at(s->settings, i)->key);
		diag_add(s->diags, near.best != NULL ? D_SETTING_NEAR :
		    D_SETTING_WORD, y->key_at, NULL, "name", y->key, "near",
		    near.best, NULL);
	}
	if (!store_table(s, "setting", "name TEXT PRIMARY KEY, value TEXT) "
	    "WITHOUT ROWID", program))
		return;
	insert_begin(s, &in, "setting");
	for (size_t i = 0; i < map_len(s->settings); i++) {
		insert_text(&in, map_at(s->settings, i)->key);
		insert_text(&in, map_at(s->settings, i)->value);
		insert_row(&in);
	}
	insert_end(&in);
}

static const char *
heading_text(struct store *s, const struct node *tree)
{
	const struct node *n = NULL;
	struct buf b = BUF_INIT;
	const char *text = NULL;
	bool enter = true;

	while (tree != NULL && (n = node_step(tree, n, &enter)) != NULL)
		if (enter && n->type == NODE_HEADING) {
			node_plain(&b, n);
			if (b.len > 0)
				text = arena_dup(s->arena, b.s, b.len);
			break;
		}
	buf_done(&b);
	return text;
}

static void
put_files(struct store *s)
{
	const struct loaded *l = s->model->loaded;
	const struct yaml *records;
	const char *title;
	struct insert in;

	if (!store_table(s, "file", "path TEXT PRIMARY KEY, title TEXT, "
	    "lang TEXT, records INTEGER) WITHOUT ROWID", program))
		return;
	insert_begin(s, &in, "file");
	for (size_t i = 0; i < l->len; i++) {
		const struct doc *doc = &l->docs[i];

		title = yaml_str(doc->front, "title");
		if (title == NULL)
			title = heading_text(s, doc->tree);
		records = yaml_get(doc->front, "records");
		insert_text(&in, doc->path);
		insert_text(&in, title);
		insert_text(&in, yaml_str(doc->front, "lang"));
		insert_int(&in, records != NULL ?
		    (sqlite3_int64)records->len :
		    yaml_get(doc->front, "id") != NULL);
		insert_row(&in);
	}
	insert_end(&in);
}

static void
put_period(struct store *s, struct insert *in, const char *unit, int year,
    const char *name)
{
	date_day first, last;
	char day[11];

	if (!date_period(name, s->model->config->year_start, &first, &last))
		return;
	insert_text(in, arena_printf(s->arena, "FY%04d", year));
	insert_text(in, unit);
	insert_text(in, name);
	insert_text(in, arena_str(s->arena, date_print(first, day)));
	insert_text(in, arena_str(s->arena, date_print(last, day)));
	insert_row(in);
}

/* From three years back to the next. */
static void
put_periods(struct store *s)
{
	static const struct {
		const char	*unit, *form;
		int		 n;
	} units[] = {
		{ "year", "FY%04d", 1 }, { "half", "FY%04d-H%d", 2 },
		{ "quarter", "FY%04d-Q%d", 4 }, { "month", "FY%04d-M%02d", 12 }
	};
	int now = date_period_year(s->asof, s->model->config->year_start);
	struct insert in;

	if (!store_table(s, "period_list", "year TEXT, unit TEXT, "
	    "name TEXT PRIMARY KEY, \"first\" TEXT, \"last\" TEXT) "
	    "WITHOUT ROWID", program))
		return;
	insert_begin(s, &in, "period_list");
	for (int year = now - 3; year <= now + 1; year++)
		for (size_t u = 0; u < sizeof(units) / sizeof(units[0]); u++)
			for (int i = 1; i <= units[u].n; i++)
				put_period(s, &in, units[u].unit, year,
				    arena_printf(s->arena, units[u].form,
				    year, i));
	insert_end(&in);
}

/* The life cycles: each state and where it may go. */
static void
put_steps(struct store *s)
{
	struct insert in;

	if (!store_table(s, "step", "kind TEXT, \"from\" TEXT, "
	    "aside INTEGER, \"to\" TEXT)", program))
		return;
	insert_begin(s, &in, "step");
	for (size_t i = 0; i < s->model->kind_len; i++) {
		const struct kind *k = s->model->kinds[i];

		for (size_t j = 0; j < k->state_len; j++) {
			const char **to = k->states[j].to;

			for (; to != NULL && *to != NULL; to++) {
				insert_text(&in, k->name);
				insert_text(&in, k->states[j].name);
				insert_int(&in, k->states[j].rank < 0);
				insert_text(&in, *to);
				insert_row(&in);
			}
		}
	}
	insert_end(&in);
}

/* What tables there are: the way to find out without a manual. */
static void
put_columns(void *data)
{
	struct store *s = data;
	const char *name, *type;
	struct insert in;

	insert_begin(s, &in, "column_list");
	for (size_t i = 0; i < map_len(s->tables); i++) {
		const struct map_slot *slot = map_at(s->tables, i);

		for (size_t n = 0; n < table_columns(slot->value); n++) {
			table_column(slot->value, n, &name, &type);
			insert_text(&in, slot->key);
			insert_int(&in, (sqlite3_int64)n);
			insert_text(&in, name);
			insert_text(&in, type);
			insert_row(&in);
		}
	}
	insert_end(&in);
}

void
store_facts(struct store *s)
{
	const struct standard *std = s->model->standard;

	put_table(s, "clause", std->clauses, clause_columns, NULL);
	put_table(s, "catalogue", std->catalogue, catalogue_columns, NULL);
	put_table(s, "calendar", std->calendar, calendar_columns,
	    own_calendar(s));
	put_old(s);
	read_settings(s);
	put_files(s);
	put_periods(s);
	put_steps(s);
	store_table(s, "record", "id TEXT PRIMARY KEY, kind TEXT, "
	    "title TEXT, title_ja TEXT, status TEXT, owner TEXT, "
	    "created TEXT, reviewed TEXT, review_due TEXT, live INTEGER, "
	    "ended INTEGER, state_rank INTEGER, lang TEXT, path TEXT, "
	    "line INTEGER) WITHOUT ROWID", program);
	store_table(s, "link", "src TEXT, src_kind TEXT, field TEXT, "
	    "dst TEXT, dst_kind TEXT)", program);
	if (store_table(s, "column_list", "of TEXT, n INTEGER, name TEXT, "
	    "type TEXT)", program))
		table_lazy(map_get(s->tables, "column_list"), put_columns, s);
	store_table(s, "finding", "code TEXT, level TEXT, clause TEXT, "
	    "record TEXT, path TEXT, line INTEGER, col INTEGER, "
	    "message TEXT, waived TEXT, help TEXT)", program);
}
