#include "base/arena.h"
#include "base/buf.h"
#include "load/outline.h"
#include "tree/node.h"

static const char *
keep(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_str(a, s);
}

static void
add(struct arena *a, struct node *out, const struct node *n, struct buf *b)
{
	struct node *copy = node_child(a, out, n->type);

	copy->at = n->at;
	copy->anchor = keep(a, n->anchor);
	copy->url = keep(a, n->url);
	copy->ref = keep(a, n->ref);
	if (n->type != NODE_HEADING || out->start++ > 0)
		return;
	buf_clear(b);
	node_plain(b, n);
	if (b->len > 0)
		node_text(a, copy, arena_dup(a, b->s, b->len));
}

struct node *
outline_make(struct arena *a, const struct node *body, bool lines)
{
	struct node *out = node_new(a, NODE_BODY);
	const struct node *n = NULL;
	struct buf b = BUF_INIT;
	bool enter = true;

	while ((n = node_step(body, n, &enter)) != NULL)
		if (enter && (n->type == NODE_HEADING ||
		    n->type == NODE_LINK || n->type == NODE_IMAGE))
			add(a, out, n, &b);
	if (lines) {
		buf_clear(&b);
		node_lines(&b, body);
		out->text = arena_dup(a, b.len > 0 ? b.s : "", b.len);
	}
	buf_done(&b);
	return out;
}
