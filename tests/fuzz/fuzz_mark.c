/*
 * Bytes as Markdown: there is an end, the tree hangs together, every place
 * lies within the text, and nothing that the parser was not to see, nor an
 * address that nobody may follow, is left in it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/map.h"
#include "diag/diag.h"
#include "load/mark.h"
#include "tree/node.h"

static void
must(int holds)
{
	if (!holds)
		abort();
}

static size_t
count_lines(const uint8_t *data, size_t len)
{
	size_t lines = 1;

	for (size_t i = 0; i < len; i++)
		lines += data[i] == '\n';
	return lines;
}

static void
judge_place(const struct pos *at, size_t lines)
{
	must(at->line <= lines);
	must(at->end == 0 || at->end >= at->col);
}

/* Controls that stand for something else must be gone. */
static void
judge_text(const char *s)
{
	for (; s != NULL && *s != '\0'; s++)
		must((unsigned char)*s > 8 && *s != 14 && *s != 15);
}

static void
judge_url(const char *url)
{
	if (url == NULL)
		return;
	judge_text(url);
	must(url[strcspn(url, ":/?#")] != ':' ||
	    strncasecmp(url, "http://", 7) == 0 ||
	    strncasecmp(url, "https://", 8) == 0 ||
	    strncasecmp(url, "mailto:", 7) == 0);
	must(strncmp(url, "//", 2) != 0 && strchr(url, '\\') == NULL);
}

static void
judge_children(const struct node *n)
{
	const struct node *last = NULL;

	for (const struct node *c = n->first; c != NULL; c = c->next) {
		must(c->parent == n);
		/* Texts are joined, and none is empty. */
		must(c->type != NODE_TEXT || (*c->text != '\0' &&
		    c->span == 0 && c->first == NULL));
		must(last == NULL || c->type != NODE_TEXT ||
		    last->type != NODE_TEXT);
		last = c;
	}
	must(n->last == last);
}

static void
judge(struct arena *a, const struct node *root, size_t lines)
{
	const struct node *n = NULL;
	struct map *anchors = map_new(a);
	bool enter = false;

	while ((n = node_step(root, n, &enter)) != NULL) {
		if (!enter)
			continue;
		judge_place(&n->at, lines);
		judge_text(n->text);
		judge_text(n->ref);
		judge_text(n->name);
		judge_url(n->url);
		if (!node_is_leaf(n->type))
			judge_children(n);
		must(n->type != NODE_NOTE_REF || n->number != NULL);
		must(n->type != NODE_LINK ||
		    (n->url != NULL) != (n->ref != NULL));
		if (n->type == NODE_HEADING)
			must(map_put(anchors, n->anchor, anchors) == NULL);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	size_t lines = count_lines(data, len);
	const struct node *root;

	root = mark_parse(a, ds, (struct pos){ "x.md", 1, 0, 0 },
	    (const char *)data, len, 0);
	if (root != NULL)
		judge(a, root, lines);
	for (size_t i = 0; i < diags_len(ds); i++)
		judge_place(&diags_at(ds, i)->at, lines);
	arena_done(a);
	return 0;
}
