/*
 * pages DIR OUT: the Markdown files of a folder as a site, through the
 * program's own readers and writer: a page each with its front matter as a
 * table, links by id, what refers to it, shell, navigation and search index;
 * and a register of them all.  What a build does besides (types, rules, due
 * dates, figures, calendars) stays out, as it does in the programs it is
 * measured against.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/map.h"
#include "diag/diag.h"
#include "load/load.h"
#include "load/mark.h"
#include "load/yaml.h"
#include "model/standard.h"
#include "out/out.h"
#include "tree/node.h"

#define BYTES_MAX	((size_t)1 << 20)
#define RUN_MAX		32768

static const char *
word(void *data, const char *key)
{
	(void)data;
	return key;
}

static const char *
file(void *data, const char *name, size_t *len)
{
	return embed_get(arena_printf(data, "templates/%s", name), len);
}

static int
visible(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

static int
bytewise(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* A record: its page, what it says of itself, who refers to it. */
struct item {
	struct node	*page;
	const struct yaml *front;
	const char	**from;
	size_t		 nfrom;
};

struct site {
	struct arena	*arena;
	struct diags	*diags;
	struct node	*book;
	struct item	*items;
	size_t		 len;
	struct map	*by_id;
};

/* [[RSK-1001]] leads to the page of that name. */
static void
resolve(struct site *s, struct item *it)
{
	struct node *l;
	struct item *to;
	bool enter;

	for (const struct node *n = NULL;
	    (n = node_step(it->page, n, &enter)) != NULL;) {
		l = (struct node *)n;
		if (!enter || l->type != NODE_LINK || l->url == NULL ||
		    (to = map_get(s->by_id, l->url)) == NULL)
			continue;
		l->ref = to->page->anchor;
		l->url = NULL;
		to->from = arena_grow(s->arena, to->from, to->nfrom,
		    sizeof(*to->from));
		to->from[to->nfrom++] = it->page->anchor;
	}
}

static struct node *
cell(struct site *s, struct node *row, const char *text)
{
	struct node *c = node_child(s->arena, row, NODE_CELL);

	if (text != NULL)
		node_text(s->arena, c, text);
	return c;
}

static struct node *
link_to(struct site *s, struct node *up, const char *ref)
{
	struct node *l = node_child(s->arena, up, NODE_LINK);

	l->ref = ref;
	return node_text(s->arena, l, ref);
}

/* The front matter, a row a field; an id is a link. */
static void
put_front(struct site *s, struct item *it)
{
	struct node *t = node_child(s->arena, it->page, NODE_COLUMNS), *row;
	const struct yaml *y, *m;

	for (y = it->front == NULL ? NULL : it->front->first; y != NULL;
	    y = y->next) {
		row = node_child(s->arena, t, NODE_ROW);
		cell(s, row, y->key);
		row = cell(s, row, NULL);
		for (m = NULL; (m = yaml_item(y, m)) != NULL;)
			if (map_get(s->by_id, m->s) != NULL)
				link_to(s, row, m->s);
			else
				node_text(s->arena, row, m->s);
	}
}

static void
put_from(struct site *s, struct item *it)
{
	struct node *up = node_child(s->arena, it->page, NODE_SECTION), *li;

	up->text = "Referred to by";
	up = node_child(s->arena, up, NODE_LIST);
	up->tight = true;
	for (size_t i = 0; i < it->nfrom; i++) {
		li = node_child(s->arena, up, NODE_ITEM);
		li = node_child(s->arena, li, NODE_PARA);
		link_to(s, li, it->from[i]);
	}
}

/* All of them, to be sorted and searched, and as sheets. */
static void
put_register(struct site *s, struct node *page)
{
	static const char *const keys[] = { "title", "status", "owner",
	    "likelihood", "impact", "level", "assessed_on" };
	struct node *t = node_child(s->arena, page, NODE_TABLE), *row;

	t->name = "register";
	t->wide = true;
	row = node_child(s->arena, t, NODE_ROW);
	row->head = true;
	cell(s, row, "id");
	for (size_t k = 0; k < sizeof(keys) / sizeof(*keys); k++)
		cell(s, row, keys[k]);
	for (size_t i = 0; i < s->len; i++) {
		row = node_child(s->arena, t, NODE_ROW);
		row->ref = s->items[i].page->anchor;
		link_to(s, cell(s, row, NULL), row->ref);
		for (size_t k = 0; k < sizeof(keys) / sizeof(*keys); k++)
			cell(s, row, yaml_str(s->items[i].front, keys[k]));
	}
}

static void
read_item(struct site *s, struct item *it, const char *name, const char *text,
    size_t len)
{
	size_t from, n, body;
	struct node *tree;

	it->page = node_child(s->arena, s->book, NODE_PAGE);
	it->page->anchor = it->page->name = arena_dup(s->arena, name,
	    strcspn(name, "."));
	it->page->level = 3;
	map_put(s->by_id, it->page->anchor, it);
	if (front_find(text, len, &from, &n, &body) != 1)
		return;
	it->front = yaml_parse(s->arena, s->diags, it->page->name,
	    text + from, n, 2);
	it->page->text = yaml_str(it->front, "title");
	tree = mark_parse(s->arena, s->diags, (struct pos){ it->page->name, 1,
	    0, 0 }, text + body, len - body, RUN_MAX);
	if (tree != NULL)
		node_add(it->page, tree);
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct out_meta meta = {
		.title = "Manual", .organisation = "Bench", .number = "B-1",
		.version = "1", .classification = "internal", .commit = "",
		.asof = "2026-10-15", .approved = "2026-09-30",
		.word = word, .file = file, .file_data = a
	};
	struct site s = { .arena = a, .diags = diags_new(a),
	    .book = node_new(a, NODE_BOOK), .by_id = map_new(a) };
	struct node *top;
	struct dirent **list;
	struct buf b;
	int n, rc;

	if (argc != 3 || (n = scandir(argv[1], &list, visible,
	    bytewise)) < 0) {
		fprintf(stderr, "usage: pages DIR OUT\n");
		return 2;
	}
	top = node_child(a, s.book, NODE_PAGE);
	top->text = "Documents";
	top->anchor = top->name = "index";
	top->level = 1;
	s.items = arena_alloc(a, (size_t)n * sizeof(*s.items));
	for (int i = 0; i < n; i++) {
		b = (struct buf)BUF_INIT;
		if (fs_read(arena_printf(a, "%s/%s", argv[1],
		    list[i]->d_name), BYTES_MAX, &b) == 0)
			read_item(&s, &s.items[s.len++], list[i]->d_name,
			    arena_dup(a, b.s, b.len), b.len);
		buf_done(&b);
		free(list[i]);
	}
	free(list);
	for (size_t i = 0; i < s.len; i++)
		resolve(&s, &s.items[i]);
	for (size_t i = 0; i < s.len; i++) {
		put_from(&s, &s.items[i]);
		put_front(&s, &s.items[i]);
	}
	put_register(&s, top);
	rc = html_write(a, s.diags, s.book, &meta, argv[2]);
	arena_done(a);
	return rc == 0 ? 0 : 1;
}
