/*
 * pages DIR OUT: the Markdown files of a folder as a site, a page each with
 * the program's own shell, navigation and search index, through its own
 * parser and writer.  What a build does besides (typed records, links both
 * ways, rules, registers, calendars) stays out, as it does in the programs it
 * is measured against.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "diag/diag.h"
#include "load/mark.h"
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

/* [[RSK-1001]] leads to the page of that name. */
static void
resolve(struct arena *a, struct node *body)
{
	struct node *l;
	bool enter;

	for (const struct node *n = NULL;
	    (n = node_step(body, n, &enter)) != NULL;) {
		l = (struct node *)n;
		if (!enter || l->type != NODE_LINK || l->url == NULL)
			continue;
		l->ref = arena_str(a, l->url);
		l->url = NULL;
	}
}

static void
add(struct arena *a, struct diags *ds, struct node *book, const char *name,
    const char *text, size_t len)
{
	const char *title = strstr(text, "title: ") + 7,
	    *s = strstr(title, "\n---\n") + 5;
	struct node *page = node_child(a, book, NODE_PAGE), *body;

	page->text = arena_dup(a, title, strcspn(title, "\n"));
	page->anchor = page->name = arena_dup(a, name, strcspn(name, "."));
	page->level = 3;
	body = mark_parse(a, ds, (struct pos){ page->name, 1, 0, 0 }, s,
	    len - (size_t)(s - text), RUN_MAX);
	if (body == NULL)
		return;
	resolve(a, body);
	node_add(page, body);
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
	struct diags *ds = diags_new(a);
	struct node *book = node_new(a, NODE_BOOK), *top;
	struct dirent **list;
	struct buf b;
	int n, rc;

	if (argc != 3 || (n = scandir(argv[1], &list, visible,
	    bytewise)) < 0) {
		fprintf(stderr, "usage: pages DIR OUT\n");
		return 2;
	}
	top = node_child(a, book, NODE_PAGE);
	top->text = "Documents";
	top->anchor = top->name = "index";
	top->level = 1;
	for (int i = 0; i < n; i++) {
		b = (struct buf)BUF_INIT;
		if (fs_read(arena_printf(a, "%s/%s", argv[1],
		    list[i]->d_name), BYTES_MAX, &b) == 0)
			add(a, ds, book, list[i]->d_name, arena_dup(a, b.s,
			    b.len), b.len);
		buf_done(&b);
		free(list[i]);
	}
	free(list);
	rc = html_write(a, ds, book, &meta, argv[2]);
	arena_done(a);
	return rc == 0 ? 0 : 1;
}
