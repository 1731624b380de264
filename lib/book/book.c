#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "book/book.h"
#include "book/part.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "out/out.h"
#include "store/store.h"

#define COMMIT_SHORT	10

static bool
is(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

static struct node *
new_page(struct part *p, const struct yaml *spec, const char *name,
    int level)
{
	struct node *n = node_child(p->arena, p->book, NODE_PAGE);
	const char *s = yaml_str(spec, "level");

	n->name = name;
	n->anchor = name;
	n->level = (unsigned char)(s != NULL ? atoi(s) : level);
	p->page = n;
	p->sections = 0;
	return n;
}

/* Each record of a block on a page of its own. */
static void
put_records(struct part *p, const struct yaml *spec)
{
	struct node *was = p->page, *page;
	const struct yaml *blocks = yaml_get(spec, "blocks");
	const struct record **rs;
	size_t i, len;

	if (blocks == NULL)
		blocks = yaml_get(p->manual, "record");
	rs = table_records(p, was, spec, &len);
	for (i = 0; i < len; i++) {
		page = new_page(p, spec, rs[i]->id, 3);
		page->number = rs[i]->id;
		page->text = value_title(p, rs[i]);
		page->at = rs[i]->at;
		page->url = part_address(p, p->in->model->config->forge_edit,
		    rs[i]->at.path, true);
		page->site = is(yaml_str(spec, "print"), "false");
		page->aside = is(yaml_str(spec, "search"), "false");
		p->record = rs[i];
		book_blocks(p, page, blocks);
		p->record = NULL;
	}
	p->page = was;
}

static void
put_text(struct part *p, struct node *up, const struct yaml *y,
    const char *look)
{
	const char *s = part_say(p, y);

	if (s != NULL)
		part_para(p, up, s)->name = look;
}

static void
put_note(struct part *p, struct node *up, const struct yaml *y)
{
	struct node *n = node_child(p->arena, up, NODE_NOTE);

	n->tone = part_tone_named(yaml_str(y, "tone"));
	n->text = part_say_of(p, y, "title");
	put_text(p, n, yaml_get(y, "text"), NULL);
}

/* A block that is left out when its query gives no row. */
static bool
is_wanted(struct part *p, struct node *up, const struct yaml *y)
{
	const char *sql = y->type == YAML_MAP ? yaml_str(y, "if") : NULL;
	struct query *q;
	bool any;

	if (sql == NULL)
		return true;
	if ((q = part_query(p, up, sql)) == NULL)
		return false;
	any = query_step(q) == 1;
	query_close(q);
	return any;
}

/* What a block of each name does with its description. */
static void
put_block(struct part *p, struct node *up, const struct yaml *y)
{
	static const struct {
		const char *name;
		void (*put)(struct part *, struct node *,
		    const struct yaml *);
	} shown[] = {
		{ "table", table_query }, { "register", table_register },
		{ "sign", table_sign }, { "tiles", table_tiles },
		{ "fields", record_fields }, { "lists", record_lists },
		{ "heatmap", figure_heat }, { "chart", figure_chart },
		{ "graph", graph_trace }, { "calendars", calendar_feeds },
		{ "calendar", calendar_own },
		{ "yearplan", plan_year }, { "cover", front_cover },
		{ "note", put_note }, { "form", paper_form },
		{ "facts", front_facts }
	};
	static const struct {
		const char *name;
		void (*put)(struct part *, struct node *);
	} plain[] = {
		{ "body", record_body }, { "links", record_links },
		{ "findings", record_findings },
		{ "owed", record_owed },
		{ "timeline", record_timeline },
		{ "judged", front_judged }
	};
	size_t i;

	for (i = 0; i < sizeof(shown) / sizeof(shown[0]); i++)
		if (is(shown[i].name, y->key)) {
			shown[i].put(p, up, y);
			return;
		}
	for (i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (is(plain[i].name, y->key)) {
			plain[i].put(p, up);
			return;
		}
	if (is(y->key, "text") || is(y->key, "lead"))
		put_text(p, up, y, is(y->key, "lead") ? "lead" : NULL);
	else if (is(y->key, "clause") && y->type == YAML_SCALAR)
		front_clause(p, up, y->s);
	else if (is(y->key, "records"))
		put_records(p, y);
	else if (is(y->key, "toc"))
		node_child(p->arena, up, NODE_TOC);
}

static void
drop_last(struct node *up)
{
	struct node *n = up->first;

	if (n == up->last) {
		up->first = up->last = NULL;
		return;
	}
	while (n->next != up->last)
		n = n->next;
	n->next = NULL;
	up->last = n;
}

/*
 * A title around a block makes a section of it; a block that has nothing to
 * show has no title and no introduction either.
 */
static void
put_titled(struct part *p, struct node *up, const struct yaml *y)
{
	const char *title = NULL;
	const struct node *intro;

	if (y->type == YAML_MAP && !is(y->key, "note") &&
	    !is(y->key, "records"))
		title = part_say_of(p, y, "title");
	if (title != NULL)
		up = part_section(p, up, title, yaml_str(y, "name"));
	if (y->type == YAML_MAP && title != NULL &&
	    yaml_get(y, "intro") != NULL)
		put_text(p, up, yaml_get(y, "intro"), NULL);
	intro = up->last;
	if (is(y->key, "section"))
		book_blocks(p, up, yaml_get(y, "blocks"));
	else
		put_block(p, up, y);
	if (title != NULL && up->last == intro)
		drop_last(up->parent);
}

void
book_blocks(struct part *p, struct node *up, const struct yaml *blocks)
{
	const struct yaml *y, *b;
	struct node *last, *n;

	for (y = blocks == NULL ? NULL : blocks->first; y != NULL;
	    y = y->next) {
		if (y->type != YAML_MAP || (b = y->first) == NULL)
			continue;
		last = up->last;
		if (is_wanted(p, up, b))
			put_titled(p, up, b);
		if (b->type != YAML_MAP ||
		    !is(yaml_str(b, "print"), "false"))
			continue;
		n = last == NULL ? up->first : last->next;
		for (; n != NULL; n = n->next)
			n->site = true;
	}
}

static void
put_page(struct part *p, const struct yaml *spec)
{
	const char *name = yaml_str(spec, "name");
	const struct yaml **own;
	struct node *page;

	if (yaml_get(spec, "own_kinds") != NULL) {
		size_t n = own_pages(p, spec, &own);

		for (size_t i = 0; i < n; i++)
			put_page(p, own[i]);
		return;
	}
	if (name == NULL)
		return;
	page = new_page(p, spec, name, 1);
	page->number = yaml_str(spec, "number");
	page->text = part_say_of(p, spec, "title");
	page->site = is(yaml_str(spec, "print"), "false");
	page->aside = is(yaml_str(spec, "search"), "false");
	book_blocks(p, page, yaml_get(spec, "blocks"));
}

/* "closed: good" and so on; then the levels from a query, low to high. */
static void
read_tones(struct part *p)
{
	static const enum tone ladder[] = {
		TONE_GOOD, TONE_WARN, TONE_BAD, TONE_WORST
	};
	const struct yaml *y = yaml_get(p->manual, "tones");
	struct query *q;
	enum tone *t;
	const char *s;
	size_t n = 0;

	p->tones = map_new(p->arena);
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next) {
		if (y->type != YAML_SCALAR)
			continue;
		t = arena_alloc(p->arena, sizeof(*t));
		*t = part_tone_named(y->s);
		map_put(p->tones, y->key, t);
	}
	p->levels = map_new(p->arena);
	q = part_query(p, p->book, yaml_str(p->manual, "levels"));
	while (q != NULL && query_step(q) == 1) {
		t = arena_alloc(p->arena, sizeof(*t));
		*t = ladder[n < 3 ? n++ : 3];
		if (query_text(q, 0) == NULL)
			continue;
		s = arena_str(p->arena, query_text(q, 0));
		map_put(p->tones, s, t);
		map_put(p->levels, s, t);
	}
	query_close(q);
}

/* Lists of {id, name} in records, by which other records name their parts. */
static void
read_names(struct part *p)
{
	const struct model *m = p->in->model;
	const struct yaml *spec = yaml_get(p->manual, "names"), *y, *f;
	const char *kind, *s;
	size_t i;

	p->names = map_new(p->arena);
	p->named = map_new(p->arena);
	for (spec = spec == NULL ? NULL : spec->first; spec != NULL;
	    spec = spec->next) {
		kind = yaml_str(spec, "kind");
		f = yaml_get(spec, "fields");
		for (f = f == NULL ? NULL : f->first; f != NULL; f = f->next)
			if (f->s != NULL)
				map_put(p->named, f->s, p);
		for (i = 0; i < m->len; i++) {
			if (!is(kind, m->records[i]->kind->name) ||
			    !m->records[i]->live)
				continue;
			y = record_get(m->records[i], yaml_str(spec, "list"));
			for (y = y == NULL ? NULL : y->first; y != NULL;
			    y = y->next) {
				s = value_of(p, y, "name") == NULL ? NULL :
				    value_of(p, y, "name")->s;
				if (s != NULL && yaml_str(y, "id") != NULL)
					map_put(p->names, yaml_str(y, "id"),
					    arena_str(p->arena, s));
			}
		}
	}
}

/* Fields whose values lead to rows, as a clause to what answers it. */
static void
read_leads(struct part *p)
{
	const struct yaml *spec = yaml_get(p->manual, "leads"),
	    *f = yaml_get(spec, "fields");
	const char *value, *anchor;
	struct query *q;

	p->leads = map_new(p->arena);
	p->rows = map_new(p->arena);
	if (f == NULL || yaml_str(spec, "query") == NULL)
		return;
	for (f = f->first; f != NULL; f = f->next)
		if (f->s != NULL)
			map_put(p->leads, f->s, p);
	q = part_query(p, p->book, yaml_str(spec, "query"));
	while (q != NULL && query_step(q) == 1) {
		value = query_text(q, 0);
		anchor = query_text(q, 1);
		if (value != NULL && anchor != NULL)
			map_put(p->rows, arena_str(p->arena, value),
			    arena_str(p->arena, anchor));
	}
	query_close(q);
}

/* Kinds whose records have pages: names of who is not published lead there. */
static void
read_paged(struct part *p)
{
	const struct yaml *y = yaml_get(p->manual, "pages"), *b, *spec;

	p->paged = map_new(p->arena);
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next) {
		b = yaml_get(y, "blocks");
		for (b = b == NULL ? NULL : b->first; b != NULL; b = b->next) {
			spec = yaml_get(b, "records");
			if (spec != NULL && yaml_str(spec, "kind") != NULL)
				map_put(p->paged, yaml_str(spec, "kind"), p);
		}
	}
}

static void
read_links(struct part *p)
{
	const struct model *m = p->in->model;
	const struct diags *ds = p->in->diags;
	struct incoming *in;
	struct open *o;
	struct diag *d;
	size_t i;

	p->incoming = map_new(p->arena);
	p->open = map_new(p->arena);
	p->paths = map_new(p->arena);
	for (i = 0; i < m->ref_len; i++) {
		if (m->refs[i].dst == NULL || m->refs[i].dst == m->refs[i].src)
			continue;
		in = map_get(p->incoming, m->refs[i].dst->id);
		if (in == NULL) {
			in = arena_alloc(p->arena, sizeof(*in));
			map_put(p->incoming, m->refs[i].dst->id, in);
		}
		in->refs = arena_grow(p->arena, in->refs, in->len,
		    sizeof(*in->refs));
		in->refs[in->len++] = &m->refs[i];
	}
	for (i = 0; i < diags_len(ds); i++) {
		d = diags_at(ds, i);
		if (d->record == NULL || d->waived != NULL ||
		    d->level == DIAG_OFF)
			continue;
		if ((o = map_get(p->open, d->record)) == NULL) {
			o = arena_alloc(p->arena, sizeof(*o));
			map_put(p->open, d->record, o);
		}
		o->diags = arena_grow(p->arena, o->diags, o->len,
		    sizeof(*o->diags));
		o->diags[o->len++] = d;
	}
	for (i = 0; i < m->len; i++)
		if (m->records[i]->body != NULL && m->records[i]->doc != NULL)
			map_put(p->paths, m->records[i]->doc->path,
			    m->records[i]);
}

/* Words and templates for the back ends. */
struct supply {
	const struct standard	*standard;
	enum lang		 lang;
};

static const char *
supply_word(void *data, const char *key)
{
	const struct supply *s = data;

	return standard_word(s->standard, key, s->lang);
}

static const char *
supply_file(void *data, const char *name, size_t *len)
{
	(void)data;
	if (strlen(name) > 200)
		return NULL;
	else {
		char path[256] = "templates/";

		strcat(path, name);
		return embed_get(path, len);
	}
}

static const char *
manual_str(struct part *p, const char *key)
{
	const struct yaml *y = yaml_get(p->in->model->config->yaml, "manual");

	y = value_of(p, y, key);
	return y != NULL && y->s != NULL ? y->s : "";
}

static void
fill_meta(struct part *p, struct out_meta *m)
{
	const struct book_input *in = p->in;
	struct supply *s = arena_alloc(p->arena, sizeof(*s));
	const char *approved, *class = manual_str(p, "classification");

	s->standard = in->model->standard;
	s->lang = in->lang;
	memset(m, 0, sizeof(*m));
	m->lang = in->lang;
	m->title = manual_str(p, "title");
	if (m->title[0] == '\0')
		m->title = part_word(p, "isms_manual");
	m->organisation = in->model->config->name[in->lang];
	if (m->organisation == NULL)
		m->organisation = "";
	m->number = manual_str(p, "number");
	m->version = manual_str(p, "version");
	m->classification = part_word_or(p, arena_printf(p->arena,
	    "manual.class_%s", class), class);
	m->paper = strcmp(manual_str(p, "paper"), "letter") == 0 ?
	    PAPER_LETTER : PAPER_A4;
	m->commit = arena_printf(p->arena, "%.*s", COMMIT_SHORT, in->commit);
	m->asof = part_day(p, in->asof);
	approved = part_value(p, p->book, yaml_str(p->manual, "approved"));
	m->approved = approved != NULL ? approved : "";
	m->draft = in->dirty || diags_worst(in->diags) == DIAG_ERROR;
	m->word = supply_word;
	m->word_data = s;
	m->file = supply_file;
	m->file_data = s;
}

static void
begin(struct part *p, struct arena *a, const struct book_input *in)
{
	memset(p, 0, sizeof(*p));
	p->arena = a;
	p->in = in;
	p->lang = in->lang;
	p->book = node_new(a, NODE_BOOK);
	p->page = p->book;
	p->manual = standard_manual(a, in->model->standard);
	read_tones(p);
	read_names(p);
	read_leads(p);
	read_paged(p);
	read_links(p);
}

struct book_paper *
book_papers(struct arena *a, const struct book_input *in,
    const struct out_meta *manual, size_t *len)
{
	struct part p;

	begin(&p, a, in);
	return paper_all(&p, manual, len);
}

struct node *
book_build(struct arena *a, const struct book_input *in,
    struct out_meta *meta)
{
	struct part p;
	const struct yaml *y;

	begin(&p, a, in);
	fill_meta(&p, meta);
	p.meta = meta;
	y = yaml_get(p.manual, "pages");
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		put_page(&p, y);
	chapter_order(&p);
	return p.book;
}
