#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "book/book.h"
#include "book/part.h"
#include "diag/diag.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"
#include "store/store.h"

#define COLUMNS_MAX	24

struct column {
	const char		*get, *as, *label;
	const char		*page;		/* a column: where it leads */
	const char		*absent;	/* said where nothing is */
	const struct field	*field;		/* of the kind, or NULL */
	enum align		 align;
};

static bool
is(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

/* "risk_level" to the label of the kind's field, else the word. */
static void
column_label(struct part *p, struct column *c, const struct yaml *y)
{
	c->label = part_say_of(p, y, "label");
	if (c->label == NULL && c->field != NULL)
		c->label = c->field->label[p->lang];
	if (c->label == NULL)
		c->label = part_label(p, c->get);
}

static size_t
read_columns(struct part *p, const struct kind *kind, const struct yaml *y,
    struct column *out)
{
	struct column *c;
	size_t n = 0;

	for (y = y == NULL ? NULL : y->first; y != NULL && n < COLUMNS_MAX;
	    y = y->next) {
		c = &out[n++];
		memset(c, 0, sizeof(*c));
		c->get = y->type == YAML_SCALAR ? y->s : yaml_str(y, "get");
		if (c->get == NULL)
			c->get = "";
		c->as = yaml_str(y, "as");
		c->page = yaml_str(y, "page");
		c->absent = yaml_str(y, "absent");
		if (kind != NULL)
			c->field = kind_path(kind, c->get);
		column_label(p, c, y->type == YAML_MAP ? y : NULL);
		if (c->field != NULL && (c->field->type == FIELD_INT ||
		    c->field->type == FIELD_NUM))
			c->align = ALIGN_RIGHT;
		if (is(c->as, "number"))
			c->align = ALIGN_RIGHT;
	}
	return n;
}

static struct node *
start_table(struct part *p, struct node *up, const struct yaml *y,
    const struct column *cols, size_t n)
{
	struct node *t = node_child(p->arena, up, NODE_TABLE), *row, *cell;
	size_t i;

	t->text = part_say_of(p, y, "caption");
	t->wide = is(yaml_str(y, "wide"), "true");
	t->name = yaml_str(y, "look");
	row = node_child(p->arena, t, NODE_ROW);
	row->head = true;
	for (i = 0; i < n; i++) {
		cell = part_cell(p, row, cols[i].label);
		cell->align = cols[i].align;
	}
	return t;
}

static void
say_empty(struct part *p, struct node *up, const struct yaml *y)
{
	const char *s = part_say_of(p, y, "empty");
	struct node *n = node_child(p->arena, up, NODE_PARA);

	n = node_text(p->arena, n, s != NULL ? s :
	    part_word(p, "manual.none_recorded"));
	n->tone = TONE_MUTED;
}

/* A list of ids as the store joins them, in print perhaps with their pages. */
static void
put_refs(struct part *p, struct node *cell, const char *text, bool pages)
{
	const char *end, *id;
	const struct node *link;

	for (;; text = end + 2) {
		end = strstr(text, ", ");
		id = end == NULL ? text : arena_dup(p->arena, text,
		    (size_t)(end - text));
		value_ref(p, cell, id, false);
		link = cell->last;
		if (pages && link->type == NODE_LINK)
			node_child(p->arena, cell, NODE_FOLIO)->ref =
			    link->ref;
		if (end == NULL)
			return;
		node_text(p->arena, cell, value_between(p, id));
	}
}

/* A link to the page of that name within the cell; the cell without one. */
static struct node *
lead(struct part *p, struct node *cell, const char *page)
{
	struct node *n;

	if (page == NULL)
		return cell;
	n = node_child(p->arena, cell, NODE_LINK);
	n->ref = arena_str(p->arena, page);
	return n;
}

/* A list of ids by their titles, each the link. */
static void
put_titles(struct part *p, struct node *cell, const char *text)
{
	const struct record *r;
	const char *end, *id;

	for (;; text = end + 2) {
		end = strstr(text, ", ");
		id = end == NULL ? text : arena_dup(p->arena, text,
		    (size_t)(end - text));
		if ((r = model_find(p->in->model, id)) == NULL)
			node_text(p->arena, cell, id);
		else
			node_text(p->arena, lead(p, cell, r->id),
			    value_title(p, r));
		if (end == NULL)
			return;
		node_text(p->arena, cell, lang_pick(p->lang, ", ", "、"));
	}
}

/*
 * A clause: a link to the chapter that has its number, or begins it; a
 * control, to its record.
 */
static void
put_clause(struct part *p, struct node *cell, const char *text)
{
	const struct yaml *y = yaml_get(p->manual, "pages");
	const char *no, *page = NULL;
	size_t n, best = 0;
	struct node *link;

	if (model_find(p->in->model, text) != NULL) {
		value_ref(p, cell, text, false);
		return;
	}
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next) {
		no = yaml_str(y, "number");
		n = no == NULL ? 0 : strlen(no);
		if (n <= best || strncmp(no, text, n) != 0 ||
		    (text[n] != '\0' && text[n] != '.'))
			continue;
		best = n;
		page = yaml_str(y, "name");
	}
	if (page == NULL) {
		node_text(p->arena, cell, text);
		return;
	}
	link = node_child(p->arena, cell, NODE_LINK);
	link->ref = page;
	node_text(p->arena, link, text);
	node_child(p->arena, cell, NODE_FOLIO)->ref = page;
}

static void
put_level(struct part *p, struct node *cell, const char *text)
{
	static const char *const names[] = {
		[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning",
		[DIAG_ERROR] = "error"
	};
	int l;

	for (l = DIAG_NOTE; l <= DIAG_ERROR; l++)
		if (is(names[l], text))
			value_badge(p, cell, diag_level_name(
			    (enum diag_level)l, p->lang), text);
}

/* A value of a query in the form that the column asks for. */
static void
put_value(struct part *p, struct node *cell, const struct column *c,
    const char *text)
{
	const struct record *r;
	struct node *n;

	if (is(c->as, "author")) {
		value_by(p, cell, text);
		return;
	}
	if (is(c->as, "refs") || is(c->as, "places"))
		put_refs(p, cell, text, is(c->as, "places"));
	else if (is(c->as, "clause"))
		put_clause(p, cell, text);
	else if (is(c->as, "named"))
		value_ref(p, cell, text, true);
	else if (is(c->as, "titles"))
		put_titles(p, cell, text);
	else if (is(c->as, "said"))
		value_said(p, cell, text);
	else if (is(c->as, "level"))
		put_level(p, cell, text);
	else if (is(c->as, "badge"))
		value_badge(p, cell, part_word_or(p, arena_printf(p->arena,
		    "manual.%s", text), text), text);
	else if (is(c->as, "risk_level"))
		value_badge(p, cell, part_word_or(p, arena_printf(p->arena,
		    "manual.level_%s", text), text), text);
	else if (is(c->as, "word"))
		node_text(p->arena, cell, part_word(p, text));
	else if (is(c->as, "changed"))
		record_last_change(p, cell, text);
	else if (is(c->as, "commit"))
		value_commit(p, cell, text);
	else if (is(c->as, "place"))
		value_place(p, cell, text);
	else if (is(c->as, "code")) {
		n = node_child(p->arena, cell, NODE_LITERAL);
		n->text = text;
	} else if (is(c->as, "title") || is(c->as, "status")) {
		r = model_find(p->in->model, text);
		if (r != NULL && is(c->as, "status"))
			value_status(p, cell, r);
		else
			node_text(p->arena, cell,
			    r == NULL ? text : value_title(p, r));
	} else if (is(c->as, "kind")) {
		const struct kind *k = model_kind(p->in->model, text);

		node_text(p->arena, cell, k == NULL ? text :
		    k->label[p->lang]);
	} else if (c->field != NULL)
		value_scalar(p, cell, c->field, text);
	else
		value_text(p, cell, text);
}

void
table_value(struct part *p, struct node *cell, const char *as,
    const char *text)
{
	struct column c = { .get = "", .as = as };

	put_value(p, cell, &c, text);
}

/* A field within a list is a column of the list's own table. */
static const char *
column_name(const struct column *c)
{
	const char *dot = strrchr(c->get, '.');

	return dot == NULL ? c->get : dot + 1;
}

static const char *
known_id(struct part *p, const char *id)
{
	const struct record *r = id == NULL ? NULL :
	    model_find(p->in->model, id);

	return r == NULL ? NULL : r->id;
}

static void
put_cells(struct part *p, struct node *row, struct query *q,
    const struct column *cols, size_t n)
{
	struct node *cell;
	const char *s;

	for (size_t i = 0; i < n; i++) {
		cell = node_child(p->arena, row, NODE_CELL);
		cell->align = cols[i].align;
		if (cols[i].page != NULL)
			cell = lead(p, cell, query_get(q, cols[i].page));
		s = query_get(q, column_name(&cols[i]));
		if (s != NULL && *s != '\0')
			put_value(p, cell, &cols[i], arena_str(p->arena, s));
		else if (cols[i].absent != NULL)
			node_text(p->arena, cell, part_word(p,
			    cols[i].absent));
	}
}

/* A row that is one line over all columns, perhaps with an anchor. */
static bool
put_line(struct part *p, struct node *table, struct query *q, size_t cols)
{
	const char *text = query_get(q, "band"),
	    *anchor = query_get(q, "anchor");
	struct node *row, *cell;

	if (text == NULL)
		return false;
	row = node_child(p->arena, table, NODE_ROW);
	row->tone = TONE_ACCENT;
	row->anchor = anchor == NULL ? NULL : arena_str(p->arena, anchor);
	cell = part_cell(p, row, arena_str(p->arena, text));
	cell->span = (unsigned)cols;
	return true;
}

/* The tables of a query for all records, by the id in the column `of`. */
static struct map *
read_tables(struct part *p, struct node *up, const struct yaml *y)
{
	struct column cols[COLUMNS_MAX];
	struct map *m = map_new(p->arena);
	struct query *q = part_query(p, up, yaml_str(y, "query"));
	struct node *all = node_new(p->arena, NODE_SECTION), *t, *row;
	const char *id;
	size_t n = read_columns(p, NULL, yaml_get(y, "columns"), cols);

	while (q != NULL && query_step(q) == 1) {
		if ((id = known_id(p, query_get(q, yaml_str(y, "of")))) == NULL)
			continue;
		if ((t = map_get(m, id)) == NULL) {
			all->first = all->last = NULL;
			map_put(m, id, t = start_table(p, all, y, cols, n));
		}
		row = node_child(p->arena, t, NODE_ROW);
		row->tone = part_tone_named(query_get(q, "tone"));
		put_cells(p, row, q, cols, n);
	}
	query_close(q);
	return m;
}

/* The table of the record that the page is about, or NULL. */
static struct node *
table_of(struct part *p, struct node *up, const struct yaml *y)
{
	const char *sql = yaml_str(y, "query");
	struct map *m;

	if (p->record == NULL || sql == NULL)
		return NULL;
	if (p->tables == NULL)
		p->tables = map_new(p->arena);
	if ((m = map_get(p->tables, sql)) == NULL)
		map_put(p->tables, sql, m = read_tables(p, up, y));
	return map_get(m, p->record->id);
}

void
table_query(struct part *p, struct node *up, const struct yaml *y)
{
	struct column cols[COLUMNS_MAX];
	struct query *q;
	struct node *t = NULL, *row;
	const char *anchor;
	size_t n;

	if (yaml_str(y, "of") != NULL) {
		if ((t = table_of(p, up, y)) != NULL)
			node_add(up, t);
		return;
	}
	n = read_columns(p, model_kind(p->in->model,
	    yaml_str(y, "kind") != NULL ? yaml_str(y, "kind") : ""),
	    yaml_get(y, "columns"), cols);
	if ((q = part_query(p, up, yaml_str(y, "query"))) == NULL)
		return;
	while (query_step(q) == 1) {
		if (t == NULL)
			t = start_table(p, up, y, cols, n);
		if (put_line(p, t, q, n))
			continue;
		row = node_child(p->arena, t, NODE_ROW);
		row->tone = part_tone_named(query_get(q, "tone"));
		if ((anchor = query_get(q, "anchor")) != NULL)
			row->anchor = arena_str(p->arena, anchor);
		/* A register of its kind stands for the records in print. */
		if (is(t->name, "register") && yaml_str(y, "kind") != NULL)
			row->ref = known_id(p, query_get(q, "id"));
		put_cells(p, row, q, cols, n);
	}
	query_close(q);
	if (t == NULL)
		say_empty(p, up, y);
}

static int
by_id(const void *a, const void *b)
{
	const struct record *const *x = a, *const *z = b;

	return id_compare((*x)->id, (*z)->id);
}

const struct record **
table_records(struct part *p, struct node *up, const struct yaml *y,
    size_t *len)
{
	const struct model *m = p->in->model;
	const char *kind = yaml_str(y, "kind"), *where = yaml_str(y, "where"),
	    *sort = yaml_str(y, "sort");
	const struct record **rs, *r;
	struct query *q;
	size_t i;

	*len = 0;
	rs = arena_alloc(p->arena, (m->len + 1) * sizeof(*rs));
	if (kind == NULL)
		return rs;
	if (where == NULL && sort == NULL) {
		for (i = 0; i < m->len; i++)
			if (is(m->records[i]->kind->name, kind))
				rs[(*len)++] = m->records[i];
		return rs;
	}
	q = part_query(p, up, arena_printf(p->arena,
	    "SELECT id FROM \"%s\" WHERE %s ORDER BY %s", kind,
	    where != NULL ? where : "1", sort != NULL ? sort : "id"));
	if (q == NULL)
		return rs;
	while (*len < m->len && query_step(q) == 1) {
		r = query_text(q, 0) == NULL ? NULL :
		    model_find(m, query_text(q, 0));
		if (r != NULL)
			rs[(*len)++] = r;
	}
	query_close(q);
	/* Numbers within ids count as numbers, which SQL does not know. */
	if (sort == NULL)
		qsort(rs, *len, sizeof(*rs), by_id);
	return rs;
}

static void
put_field(struct part *p, struct node *cell, const struct column *c,
    const struct record *r)
{
	const struct yaml *v;
	bool own;

	if (strcmp(c->get, "id") == 0) {
		value_ref(p, cell, r->id, false);
	} else if (strcmp(c->get, "title") == 0) {
		node_text(p->arena, cell, value_title(p, r));
	} else if (strcmp(c->get, "status") == 0) {
		value_status(p, cell, r);
	} else if (c->field != NULL &&
	    (v = record_told(r, c->get, p->lang, &own)) != NULL) {
		cell->lang = own ? NULL : value_words_lang(p, c->field, v, r);
		cell->at = v->at;
		if (c->field->type == FIELD_DATE && v->type == YAML_SCALAR &&
		    record_late(p, cell, r, c->field))
			value_badge(p, cell, v->s, "overdue");
		else
			value_field(p, cell, c->field, v, true);
	}
}

/* What every record must have since isms.yaml says so. */
static size_t
own_columns(struct part *p, const struct kind *k, struct column *cols,
    size_t n)
{
	const struct field *f;

	for (size_t i = 0; k != NULL && i < k->len && n < COLUMNS_MAX; i++) {
		f = &k->fields[i];
		if (!f->own || f->need == NEED_NOT || f->type == FIELD_MAP ||
		    f->type == FIELD_TEXT || f->type == FIELD_ANY)
			continue;
		memset(&cols[n], 0, sizeof(cols[n]));
		cols[n].get = f->name;
		cols[n].field = f;
		cols[n].label = f->label[p->lang];
		n++;
	}
	return n;
}

/* Which band each record of a register belongs to: id to a word. */
static struct map *
read_bands(struct part *p, struct node *up, const char *sql)
{
	struct query *q = part_query(p, up, sql);
	struct map *m;

	if (q == NULL)
		return NULL;
	m = map_new(p->arena);
	while (query_step(q) == 1)
		if (query_text(q, 0) != NULL && query_text(q, 1) != NULL)
			map_put(m, arena_str(p->arena, query_text(q, 0)),
			    arena_str(p->arena, query_text(q, 1)));
	query_close(q);
	return m;
}

/* The commit that holds a signature, and when it landed. */
static void
put_signed(struct part *p, struct node *cell, struct query *q)
{
	const char *commit = query_get(q, "commit_id"),
	    *author = query_get(q, "author"), *landed = query_get(q, "landed");
	struct node *n = node_child(p->arena, cell, NODE_PARA);

	cell->align = n->align = ALIGN_CENTER;
	if (query_get(q, "day") == NULL) {
		node_text(p->arena, n, "\xe2\x80\x94");
		return;
	}
	if (commit == NULL || author == NULL) {
		node_text(p->arena, n, part_word(p, "manual.commit_unknown"));
		return;
	}
	node_text(p->arena, n, part_fill(p, "manual.written_by", "name",
	    value_author(p, arena_str(p->arena, author)), "day", landed != NULL ?
	    arena_str(p->arena, landed) : part_word(p, "manual.unknown"),
	    NULL));
	node_child(p->arena, n, NODE_BREAK);
	value_commit(p, n, arena_str(p->arena, commit));
}

static void
put_band(struct part *p, struct node *table, const char *word, size_t cols)
{
	struct node *row = node_child(p->arena, table, NODE_ROW), *cell;

	row->tone = TONE_ACCENT;
	cell = part_cell(p, row, part_label(p, word));
	cell->span = (unsigned)cols;
}

/* What the files of these records say before them, each once in the book. */
static void
put_openings(struct part *p, struct node *up, const struct record **rs,
    size_t len)
{
	const struct record **first = arena_alloc(p->arena,
	    len * sizeof(struct record *));
	size_t i, n = 0;

	if (p->opened == NULL)
		p->opened = map_new(p->arena);
	for (i = 0; i < len; i++)
		if (rs[i]->defaults != NULL &&
		    map_put(p->opened, rs[i]->doc->path, p) == NULL &&
		    body_opens(p, rs[i]))
			first[n++] = rs[i];
	for (i = 0; i < n; i++)
		body_register(p, up, first[i], n > 1);
}

void
table_register(struct part *p, struct node *up, const struct yaml *y)
{
	struct column cols[COLUMNS_MAX];
	const struct record **rs;
	const struct kind *k;
	struct map *bands = NULL;
	struct node *t, *row, *cell;
	const char *band, *last = NULL, *kind = yaml_str(y, "kind");
	bool anchors = is(yaml_str(y, "anchors"), "true");
	size_t i, j, n, len;

	rs = table_records(p, up, y, &len);
	if (len == 0) {
		say_empty(p, up, y);
		return;
	}
	k = model_kind(p->in->model, kind);
	n = read_columns(p, k, yaml_get(y, "columns"), cols);
	n = own_columns(p, k, cols, n);
	if (yaml_str(y, "bands") != NULL)
		bands = read_bands(p, up, yaml_str(y, "bands"));
	put_openings(p, up, rs, len);
	t = start_table(p, up, y, cols, n);
	if (t->name == NULL)
		t->name = "register";
	for (i = 0; i < len; i++) {
		band = bands == NULL ? NULL : map_get(bands, rs[i]->id);
		if (band != NULL && (last == NULL || strcmp(band, last) != 0))
			put_band(p, t, last = band, n);
		row = node_child(p->arena, t, NODE_ROW);
		if (anchors)
			row->anchor = rs[i]->id;
		else
			row->ref = rs[i]->id;
		row->at = rs[i]->at;
		for (j = 0; j < n; j++) {
			cell = node_child(p->arena, row, NODE_CELL);
			cell->align = cols[j].align;
			put_field(p, cell, &cols[j], rs[i]);
		}
	}
}

/*
 * The boxes of those who prepared, reviewed and approved: rows of a query
 * with word, person and day, set side by side; where commits are asked for,
 * those that hold the signatures: commit_id, author and landed.
 */
void
table_sign(struct part *p, struct node *up, const struct yaml *y)
{
	struct query *q = part_query(p, up, yaml_str(y, "query"));
	struct node *t, *head, *names, *days, *commits, *cell;
	const char *s;

	if (q == NULL)
		return;
	t = node_new(p->arena, NODE_TABLE);
	t->name = "sign";
	t->text = part_say_of(p, y, "caption");
	head = node_child(p->arena, t, NODE_ROW);
	head->head = true;
	names = node_child(p->arena, t, NODE_ROW);
	days = node_child(p->arena, t, NODE_ROW);
	commits = node_new(p->arena, NODE_ROW);
	commits->h = 1;
	while (query_step(q) == 1) {
		s = query_get(q, "word");
		cell = part_cell(p, head, part_label(p, arena_str(p->arena,
		    s != NULL ? s : "")));
		cell->align = ALIGN_CENTER;
		cell = part_cell(p, names, NULL);
		cell->align = ALIGN_CENTER;
		s = query_get(q, "person");
		if (s != NULL)
			value_ref(p, cell, arena_str(p->arena, s), false);
		else
			node_text(p->arena, cell, "\xe2\x80\x94");
		cell = part_cell(p, days, NULL);
		cell->align = ALIGN_CENTER;
		s = query_get(q, "day");
		node_text(p->arena, cell, s != NULL ?
		    arena_str(p->arena, s) : "\xe2\x80\x94");
		put_signed(p, part_cell(p, commits, NULL), q);
	}
	query_close(q);
	if (is(yaml_str(y, "commits"), "true"))
		node_add(t, commits);
	if (head->first != NULL)
		node_add(up, t);
}

/* What stands behind a figure, under its label. */
static void
put_note(struct part *p, struct node *label, const char *note)
{
	if (note == NULL || *note == '\0')
		return;
	node_child(p->arena, label, NODE_BREAK);
	node_text(p->arena, label, arena_str(p->arena, note))->tone =
	    TONE_MUTED;
}

/*
 * Key figures: each a query of one number, perhaps with a tone, a note and a
 * page.
 */
void
table_tiles(struct part *p, struct node *up, const struct yaml *y)
{
	struct node *t = node_child(p->arena, up, NODE_COLUMNS), *cell, *n;
	const struct yaml *m;
	struct query *q;
	const char *s;

	t->name = "tiles";
	for (m = y->first; m != NULL; m = m->next) {
		if ((q = part_query(p, up, yaml_str(m, "query"))) == NULL)
			continue;
		cell = part_pair(p, t, part_say_of(p, m, "label"));
		if (query_step(q) == 1) {
			cell->parent->tone = part_tone_named(
			    query_get(q, "tone"));
			put_note(p, cell->parent->first, query_get(q, "note"));
			s = query_text(q, 0);
			n = cell;
			if (yaml_str(m, "page") != NULL) {
				n = node_child(p->arena, cell, NODE_LINK);
				n->ref = yaml_str(m, "page");
			}
			node_text(p->arena, n, s == NULL ? "\xe2\x80\x94" :
			    arena_str(p->arena, s));
		}
		query_close(q);
	}
}
