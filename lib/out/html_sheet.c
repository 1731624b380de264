#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "out/html.h"
#include "out/out.h"
#include "out/xlsx.h"
#include "out/zip.h"

/*
 * A register beside its page as the files that offices work with: what the
 * page shows, cell by cell, without the bands between the rows.
 */
bool
html_is_sheet(const struct node *table)
{
	return table->name != NULL && strcmp(table->name, "register") == 0;
}

void
html_sheet_name(struct buf *b, const struct html_page *page, unsigned no)
{
	buf_add(b, page->file, strlen(page->file) - strlen(".html"));
	buf_addf(b, "-%u", no);
}

/* The title of the table: its own, else that of the section around it. */
static const char *
title(const struct node *n)
{
	for (; n != NULL; n = n->parent)
		if (n->text != NULL)
			return n->text;
	return "";
}

static bool
is_band(const struct node *row)
{
	return row->first != NULL && row->first == row->last &&
	    row->first->span > 1;
}

static int
write_sheet(const struct html *h, struct zip_press *press, const char *dir,
    const struct html_page *page, const struct node *table, unsigned no)
{
	struct buf csv = BUF_INIT, file = BUF_INIT, name = BUF_INIT,
	    cell = BUF_INIT;
	struct xlsx *x = xlsx_new();
	const struct node *row, *c;
	date_day day = DATE_NONE;
	size_t n;
	int rc;

	csv_begin(&csv);
	for (row = table->first; row != NULL; row = row->next) {
		if (row->type != NODE_ROW || is_band(row))
			continue;
		for (c = row->first, n = 0; c != NULL; c = c->next, n++) {
			buf_clear(&cell);
			node_plain(&cell, c);
			csv_cell(&csv, cell.len > 0 ? cell.s : "", n, false);
			xlsx_cell(x, cell.len > 0 ? cell.s : NULL,
			    c->align == ALIGN_RIGHT);
		}
		csv_end(&csv);
		xlsx_row(x);
	}
	if (!date_parse(h->meta->asof, &day))
		day = date_make(1980, 1, 1);
	html_sheet_name(&name, page, no);
	rc = html_file(h, dir, arena_printf(h->arena, "%s.csv", name.s),
	    csv.s, csv.len);
	if (rc == 0)
		rc = xlsx_finish(x, press, title(table), day, &file);
	if (rc == 0)
		rc = html_file(h, dir, arena_printf(h->arena, "%s.xlsx",
		    name.s), file.s, file.len);
	xlsx_done(x);
	buf_done(&csv);
	buf_done(&file);
	buf_done(&name);
	buf_done(&cell);
	return rc;
}

int
html_sheets(const struct html *h, const char *dir)
{
	struct zip_press *press = zip_press_new(true);
	const struct html_page *p;
	const struct node *n;
	unsigned no;
	bool enter;
	int rc = 0;

	for (p = h->pages; p < h->pages + h->len && rc == 0; p++) {
		if (p->node->level >= 3)
			continue;
		for (n = NULL, no = 0; rc == 0 &&
		    (n = node_step(p->node, n, &enter)) != NULL;) {
			if (!enter || n->type != NODE_TABLE)
				continue;
			no++;
			if (html_is_sheet(n))
				rc = write_sheet(h, press, dir, p, n, no);
		}
	}
	zip_press_done(press);
	return rc;
}
