#include "base/arena.h"
#include "base/buf.h"
#include "tree/node.h"

struct node *
node_new(struct arena *a, enum node_type type)
{
	struct node *n = arena_alloc(a, sizeof(*n));

	n->type = type;
	return n;
}

struct node *
node_add(struct node *parent, struct node *child)
{
	child->parent = parent;
	child->next = NULL;
	if (parent->last != NULL)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	return child;
}

struct node *
node_child(struct arena *a, struct node *parent, enum node_type type)
{
	return node_add(parent, node_new(a, type));
}

struct node *
node_text(struct arena *a, struct node *parent, const char *text)
{
	struct node *n = node_child(a, parent, NODE_TEXT);

	n->text = text;
	return n;
}

bool
node_is_leaf(enum node_type type)
{
	switch (type) {
	case NODE_CODE:
	case NODE_RULE:
	case NODE_SHAPE:
	case NODE_TOC:
	case NODE_TEXT:
	case NODE_LITERAL:
	case NODE_IMAGE:
	case NODE_BREAK:
	case NODE_SOFT:
	case NODE_NOTE_REF:
	case NODE_BADGE:
	case NODE_FOLIO:
		return true;
	default:
		return false;
	}
}

bool
node_is_inline(enum node_type type)
{
	return type >= NODE_TEXT;
}

const struct node *
node_step(const struct node *root, const struct node *n, bool *enter)
{
	if (n == NULL) {
		*enter = true;
		return root;
	}
	if (*enter && !node_is_leaf(n->type)) {
		if (n->first != NULL)
			return n->first;
		*enter = false;
		return n;
	}
	if (n == root)
		return NULL;
	if (n->next != NULL) {
		*enter = true;
		return n->next;
	}
	*enter = false;
	return n->parent;
}

void
node_plain(struct buf *b, const struct node *root)
{
	const struct node *n = NULL;
	bool enter = true;

	while ((n = node_step(root, n, &enter)) != NULL) {
		if (!enter)
			continue;
		if (n->type == NODE_SOFT || n->type == NODE_BREAK)
			buf_addc(b, ' ');
		else if (n->text != NULL && node_is_inline(n->type))
			buf_adds(b, n->text);
	}
}

void
node_lines(struct buf *b, const struct node *root)
{
	const struct node *n = NULL;
	size_t from = b->len;
	bool enter = true;

	while ((n = node_step(root, n, &enter)) != NULL) {
		if (enter && n->text != NULL && (node_is_inline(n->type) ||
		    n->type == NODE_CODE) && n->type != NODE_IMAGE)
			buf_adds(b, n->text);
		else if (enter && (n->type == NODE_SOFT ||
		    n->type == NODE_BREAK))
			buf_addc(b, ' ');
		else if (!enter && !node_is_inline(n->type) &&
		    b->len > from && b->s[b->len - 1] != '\n')
			buf_addc(b, '\n');
	}
}
