#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "book/book.h"
#include "book/part.h"
#include "diag/diag.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"
#include "out/out.h"
#include "store/store.h"

/* Papers: what is printed for one record alone, a policy or a form. */

/* ---- forms ---- */

/* The label and the value of one field of a form; the value's cell. */
static struct node *
put_field(struct part *p, struct node *row, struct query *q,
    const struct yaml *y)
{
	const char *get = yaml_str(y, "get"), *s;
	struct node *cell;

	s = part_say_of(p, y, "label");
	cell = part_cell(p, row, s != NULL ? s : part_label(p,
	    get != NULL ? get : ""));
	cell->tone = TONE_MUTED;
	cell = part_cell(p, row, NULL);
	s = get == NULL ? NULL : query_get(q, get);
	if (s != NULL && *s != '\0')
		table_value(p, cell, yaml_str(y, "as"),
		    arena_str(p->arena, s));
	return cell;
}

/*
 * A form: rows of one field or of two, whose values are the columns of the
 * first row of a query.  tall: how much room a row has at the least.
 */
void
paper_form(struct part *p, struct node *up, const struct yaml *spec)
{
	const struct yaml *rows = yaml_get(spec, "rows"), *r, *f;
	struct query *q = part_query(p, up, yaml_str(spec, "query"));
	struct node *t, *row, *cell = NULL;
	const char *tall;

	if (q == NULL)
		return;
	if (query_step(q) == 1) {
		t = node_child(p->arena, up, NODE_TABLE);
		t->name = "form";
		t->text = part_say_of(p, spec, "caption");
		for (r = rows == NULL ? NULL : rows->first; r != NULL;
		    r = r->next) {
			row = node_child(p->arena, t, NODE_ROW);
			if (r->type == YAML_MAP) {
				cell = put_field(p, row, q, r);
				cell->span = 3;
				tall = yaml_str(r, "tall");
				row->h = tall != NULL ? strtod(tall, NULL) : 0;
				continue;
			}
			for (f = r->first; f != NULL; f = f->next)
				put_field(p, row, q, f);
		}
	}
	query_close(q);
}

/* ---- papers ---- */

/* No fault is open on the record, and its paper says what is in force. */
static bool
is_draft(struct part *p, const struct yaml *spec)
{
	const struct open *o = map_get(p->open, p->record->id);
	const char *sql = yaml_str(spec, "draft");

	if (p->in->dirty)
		return true;
	for (size_t i = 0; o != NULL && i < o->len; i++)
		if (o->diags[i]->level == DIAG_ERROR)
			return true;
	return sql != NULL && part_value(p, p->page, sql) != NULL;
}

static const char *
field_or(const struct record *r, const char *name, const char *otherwise)
{
	const char *s = record_str(r, name);

	return s != NULL ? s : otherwise;
}

static void
put_paper(struct part *p, const struct yaml *spec, const struct record *r,
    struct book_paper *out)
{
	const char *title = part_say_of(p, spec, "title"),
	    *class = record_str(r, "classification");
	struct node *page;

	p->book = node_new(p->arena, NODE_BOOK);
	p->record = r;
	p->sections = 0;
	page = p->page = node_child(p->arena, p->book, NODE_PAGE);
	page->name = page->anchor = page->number = r->id;
	page->text = title != NULL ? title : value_title(p, r);
	page->level = 1;
	page->at = r->at;
	book_blocks(p, page, yaml_get(spec, "blocks"));
	out->book = p->book;
	out->path = arena_printf(p->arena, "%s/%s.pdf",
	    yaml_str(spec, "folder"), r->id);
	out->meta.title = page->text;
	out->meta.number = r->id;
	out->meta.version = field_or(r, "version", "");
	out->meta.approved = field_or(r, "approved_on", "");
	if (class != NULL)
		out->meta.classification = part_word_or(p,
		    arena_printf(p->arena, "manual.class_%s", class), class);
	out->meta.draft = is_draft(p, spec);
	p->record = NULL;
}

struct book_paper *
paper_all(struct part *p, const struct out_meta *manual, size_t *len)
{
	const struct yaml *y = yaml_get(p->manual, "papers");
	const struct record **rs;
	struct book_paper *list = NULL;
	size_t n, i;

	*len = 0;
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next) {
		if (yaml_str(y, "folder") == NULL)
			continue;
		rs = table_records(p, p->book, y, &n);
		for (i = 0; i < n; i++) {
			if (rs[i]->kind->private)
				continue;
			list = arena_grow(p->arena, list, *len,
			    sizeof(*list));
			list[*len].meta = *manual;
			put_paper(p, y, rs[i], &list[(*len)++]);
		}
	}
	return list;
}
