/*
 * press BOOK.md OUT.pdf en|ja: a long manual of Markdown as a PDF, through the
 * program's own parser, layout and writer; what a build does besides, the
 * rules and the site, stays out, as it does in the programs it is measured
 * against.  Each heading of the first level begins a chapter.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "diag/diag.h"
#include "load/mark.h"
#include "out/out.h"
#include "tree/node.h"

#define BYTES_MAX	((size_t)64 << 20)
#define RUN_MAX		65536

static enum lang lang;

static const char *
word(void *data, const char *key)
{
	(void)data;
	if (strcmp(key, "out.page_of") == 0)
		return lang == LANG_JA ? "{page} / {pages} ページ" :
		    "Page {page} of {pages}";
	if (strcmp(key, "out.contents") == 0)
		return lang == LANG_JA ? "目次" : "Contents";
	if (strcmp(key, "out.version") == 0)
		return lang == LANG_JA ? "第{version}版" : "Version {version}";
	if (strcmp(key, "out.as_of") == 0)
		return lang == LANG_JA ? "基準日 {date}" : "as of {date}";
	return key;
}

static const char *
file(void *data, const char *name, size_t *len)
{
	(void)data;
	(void)name;
	*len = 0;
	return NULL;
}

static struct node *
add_page(struct arena *a, struct node *book, const char *title,
    const char *anchor)
{
	struct node *n = node_child(a, book, NODE_PAGE);

	n->text = title;
	n->anchor = n->name = anchor;
	n->level = 1;
	return n;
}

/* Links within the text: the compiler proper judges them. */
static void
resolve(struct node *body)
{
	const struct node *n = NULL;
	struct node *l;
	bool enter;

	while ((n = node_step(body, n, &enter)) != NULL) {
		l = (struct node *)(uintptr_t)n;
		if (l->type != NODE_LINK || l->url == NULL ||
		    l->url[0] != '#')
			continue;
		l->ref = l->url + 1;
		l->url = NULL;
	}
}

static void
add_chapter(struct arena *a, struct diags *ds, struct node *book,
    const char *s, const char *end)
{
	const char *line = memchr(s, '\n', (size_t)(end - s));
	struct pos at = { "book.md", 1, 0 };
	char *title = arena_dup(a, s + 2, (size_t)(line - s) - 2);
	struct node *page = add_page(a, book, title, mark_slug(a, title)),
	    *body = mark_parse(a, ds, at, line, (size_t)(end - line),
	    RUN_MAX);

	if (body == NULL)
		return;
	resolve(body);
	node_add(page, body);
}

static struct node *
read_book(struct arena *a, struct diags *ds, const char *s)
{
	struct node *book = node_new(a, NODE_BOOK);
	const char *end;

	node_child(a, add_page(a, book, word(NULL, "out.contents"), "toc"),
	    NODE_TOC);
	while (*s != '\0') {
		end = strstr(s, "\n# ");
		end = end == NULL ? s + strlen(s) : end + 1;
		add_chapter(a, ds, book, s, end);
		s = end;
	}
	return book;
}

int
main(int argc, char **argv)
{
	struct out_meta meta = {
		.title = "Manual", .organisation = "Bench", .number = "B-1",
		.version = "1", .classification = "internal", .commit = "",
		.asof = "2026-10-15", .approved = "2026-09-30",
		.word = word, .file = file
	};
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct buf b = BUF_INIT;
	struct node *book;
	int rc;

	if (argc != 4 || fs_read(argv[1], BYTES_MAX, &b) != 0 ||
	    strncmp(b.s, "# ", 2) != 0) {
		fprintf(stderr, "usage: press BOOK.md OUT.pdf en|ja\n");
		return 2;
	}
	lang = strcmp(argv[3], "ja") == 0 ? LANG_JA : LANG_EN;
	meta.lang = lang;
	if (lang == LANG_JA)
		meta.title = "マニュアル";
	book = read_book(a, ds, b.s);
	rc = pdf_write(a, ds, book, &meta, argv[2]);
	if (diags_len(ds) > 0)
		fprintf(stderr, "%zu findings\n", diags_len(ds));
	buf_done(&b);
	arena_done(a);
	return rc == 0 ? 0 : 1;
}
