#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "book/book.h"
#include "book/chapter.h"
#include "book/part.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/model.h"
#include "model/standard.h"

static const struct yaml *
chosen(const struct config *c)
{
	const struct yaml *y = yaml_get(yaml_get(c->yaml, "manual"),
	    "chapters");

	return y == NULL || y->type != YAML_LIST ? NULL : y;
}

static bool
is(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/*
 * A chapter runs to the next page of its level: its sections and records go
 * with it.  Moves it behind what is in the book; false when there is none.
 */
static bool
take(struct node *from, struct node *to, const char *name)
{
	struct node *n = from->first, *before = NULL, *end, *last;

	while (n != NULL && (n->level > 1 || n->type != NODE_PAGE ||
	    !(name == NULL || is(n->name, name) || is(n->number, name)))) {
		before = n;
		n = n->next;
	}
	if (n == NULL)
		return false;
	for (last = n; last->next != NULL && last->next->level > 1;)
		last = last->next;
	end = last->next;
	last->next = NULL;
	if (before == NULL)
		from->first = end;
	else
		before->next = end;
	if (end == NULL)
		from->last = before;
	if (to->last == NULL)
		to->first = n;
	else
		to->last->next = n;
	for (to->last = n; ; to->last = to->last->next) {
		to->last->parent = to;
		if (to->last->next == NULL)
			return true;
	}
}

void
chapter_order(struct part *p)
{
	const struct yaml *y = chosen(p->in->model->config);
	struct node *all = p->book, *book;

	if (y == NULL || y->first == NULL)
		return;
	book = node_new(p->arena, NODE_BOOK);
	take(all, book, NULL);
	for (y = y->first; y != NULL; y = y->next)
		if (y->type == YAML_SCALAR)
			take(all, book, y->s);
	p->book = book;
}

void
chapter_check(struct arena *a, struct diags *ds, const struct standard *s,
    const struct config *c)
{
	const struct yaml *want = chosen(c), *page, *pages;
	struct buf all = BUF_INIT;

	if (want == NULL || want->first == NULL)
		return;
	pages = yaml_get(standard_manual(a, s), "pages");
	for (page = pages == NULL ? NULL : pages->first; page != NULL;
	    page = page->next)
		if (yaml_str(page, "name") != NULL &&
		    !is(yaml_str(page, "level"), "2"))
			buf_addf(&all, "%s%s", all.len == 0 ? "" : ", ",
			    yaml_str(page, "name"));
	for (want = want->first; want != NULL; want = want->next) {
		page = pages == NULL ? NULL : pages->first;
		while (page != NULL && (is(yaml_str(page, "level"), "2") ||
		    want->type != YAML_SCALAR ||
		    !(is(yaml_str(page, "name"), want->s) ||
		    is(yaml_str(page, "number"), want->s))))
			page = page->next;
		/* Chapters of the organisation's own kinds. */
		if (page != NULL || (want->type == YAML_SCALAR &&
		    strncmp(want->s, "own-", 4) == 0))
			continue;
		diag_add(ds, D_CFG_CHAPTER, want->at, NULL, "value",
		    want->type == YAML_SCALAR ? want->s : "[...]",
		    "known", all.s != NULL ? all.s : "", NULL);
	}
	buf_done(&all);
}
