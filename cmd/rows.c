#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"
#include "base/width.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "out/out.h"
#include "out/xlsx.h"
#include "store/store.h"

#define CELL_MAX	60	/* columns of a terminal */

struct grid {
	const char	**cells;	/* row by row */
	bool		*number;
	size_t		 columns, rows;
};

static void
csv(struct query *q, const char *const *heads, struct buf *out)
{
	size_t n = query_columns(q);
	const char *s;

	csv_begin(out);
	for (size_t i = 0; i < n; i++)
		csv_cell(out, heads != NULL ? heads[i] : query_name(q, i), i,
		    false);
	csv_end(out);
	while (query_step(q) == 1) {
		for (size_t i = 0; i < n; i++) {
			s = query_text(q, i);
			csv_cell(out, s == NULL ? "" : s, i, false);
		}
		csv_end(out);
	}
}

static void
json(struct query *q, struct buf *out)
{
	struct json *list = json_new_array(), *row;
	size_t n = query_columns(q);

	while (query_step(q) == 1) {
		row = json_new_object();
		for (size_t i = 0; i < n; i++)
			json_set(row, query_name(q, i), query_is_number(q, i) ?
			    json_new_number(query_text(q, i)) :
			    json_new_str(query_text(q, i)));
		json_add(list, row);
	}
	json_dump(list, out);
}

/* A value on one line of a terminal, cut with a mark when it is long. */
static const char *
cell(struct arena *a, const char *s)
{
	struct buf b = BUF_INIT;
	size_t cut;
	char *out;

	utf8_safe(&b, s, strlen(s));
	cut = width_cut(b.s == NULL ? "" : b.s, b.len, CELL_MAX);
	if (cut < b.len) {
		b.len = width_cut(b.s, b.len, CELL_MAX - 1);
		buf_adds(&b, "\xe2\x80\xa6");	/* ellipsis */
	}
	out = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return out;
}

static void
read_grid(struct run *r, struct query *q, const char *const *heads,
    struct grid *g)
{
	size_t len = 0, n = g->columns = query_columns(q);
	const char *s;

	g->number = arena_alloc(r->arena, n * sizeof(*g->number));
	do {
		for (size_t i = 0; i < n; i++) {
			if (g->rows == 0)
				s = heads != NULL ? heads[i] :
				    query_name(q, i);
			else if ((s = query_text(q, i)) == NULL)
				s = "";
			if (g->rows == 1)
				g->number[i] = query_is_number(q, i);
			g->cells = arena_grow(r->arena, g->cells, len,
			    sizeof(*g->cells));
			g->cells[len++] = cell(r->arena, s);
		}
		g->rows++;
	} while (query_step(q) == 1);
}

static void
spaces(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_addc(out, ' ');
}

static void
table(struct run *r, struct query *q, const char *const *heads,
    struct buf *out)
{
	struct grid g = { 0 };
	size_t *w, i, row, used;

	read_grid(r, q, heads, &g);
	w = arena_alloc(r->arena, g.columns * sizeof(*w));
	for (i = 0; i < g.columns * g.rows; i++) {
		used = width_of(g.cells[i], strlen(g.cells[i]));
		if (used > w[i % g.columns])
			w[i % g.columns] = used;
	}
	for (row = 0; row < g.rows; row++) {
		if (row == 0 && r->opt.color)
			buf_adds(out, "\033[1m");
		for (i = 0; i < g.columns; i++) {
			const char *s = g.cells[row * g.columns + i];

			used = width_of(s, strlen(s));
			if (g.number[i])
				spaces(out, w[i] - used);
			buf_adds(out, s);
			if (i + 1 == g.columns)
				break;
			spaces(out, 2 + (g.number[i] ? 0 : w[i] - used));
		}
		if (row == 0 && r->opt.color)
			buf_adds(out, "\033[0m");
		buf_addc(out, '\n');
	}
}

/* A workbook is for a file; a terminal would be lost. */
static int
workbook(struct run *r, struct query *q, const char *const *heads,
    struct buf *out)
{
	size_t n = query_columns(q), i;
	struct xlsx *x;
	int rc;

	if (isatty(STDOUT_FILENO))
		return complain(EXIT_USAGE, "%s", pick(r,
		    "a workbook is no text: send it to a file, as in > a.xlsx",
		    "xlsx は端末に表示できません。> a.xlsx のようにファイルへ"
		    "出力してください"));
	x = xlsx_new();
	for (i = 0; i < n; i++)
		xlsx_cell(x, heads != NULL ? heads[i] : query_name(q, i),
		    false);
	xlsx_row(x);
	while (query_step(q) == 1) {
		for (i = 0; i < n; i++)
			xlsx_cell(x, query_text(q, i), query_is_number(q, i));
		xlsx_row(x);
	}
	rc = xlsx_finish(x, NULL, r->opt.arg_len > 0 ? r->opt.args[0] : "",
	    r->asof, out);
	xlsx_done(x);
	return rc == 0 ? EXIT_DONE : complain(EXIT_UNABLE, "%s",
	    strerror(errno));
}

int
rows_print(struct run *r, struct query *q, const char *const *heads,
    struct buf *out)
{
	const char *f = r->opt.format == NULL ? "table" : r->opt.format;
	const char *error;
	int rc;

	if (strcmp(f, "xlsx") == 0) {
		if ((rc = workbook(r, q, heads, out)) != EXIT_DONE)
			return rc;
	} else if (strcmp(f, "csv") == 0)
		csv(q, heads, out);
	else if (strcmp(f, "json") == 0)
		json(q, out);
	else if (strcmp(f, "table") == 0 || strcmp(f, "text") == 0)
		table(r, q, heads, out);
	else
		return complain(EXIT_USAGE, pick(r,
		    "there is no format '%s' here: table, csv, json, xlsx",
		    "ここでは形式 '%s' は使えません: table, csv, json, xlsx"), f);
	if ((error = query_error(q)) != NULL)
		return complain(EXIT_USAGE, "%s", error);
	return EXIT_DONE;
}
