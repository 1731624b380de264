#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "load/mark_walk.h"
#include "tree/node.h"

/* cmark's inlines as ours; texts are looked into by mark_text.c. */

static struct pos
pos_of(struct mark *m, cmark_node *n)
{
	int line = cmark_node_get_start_line(n);
	struct pos at = mark_inline_pos(m, line,
	    cmark_node_get_start_column(n));

	if (at.line > 0 && cmark_node_get_end_line(n) == line)
		at.end = mark_inline_pos(m, line,
		    cmark_node_get_end_column(n) + 1).col;
	if (at.end < at.col)
		at.end = 0;
	return at;
}

/* The character of the source that ends an inline or its parent's mark. */
static int
char_before(cmark_node *n)
{
	cmark_node *p = cmark_node_previous(n);

	switch (cmark_node_get_type(p != NULL ? p : cmark_node_parent(n))) {
	case CMARK_NODE_CODE: return '`';
	case CMARK_NODE_HTML_INLINE: return '>';
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG: return '*';
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE: return p != NULL ? ')' : '[';
	default: return '\n';
	}
}

/* The same for what follows; after is NULL at the end of n's siblings. */
static int
char_after(cmark_node *parent, cmark_node *after)
{
	switch (cmark_node_get_type(after != NULL ? after : parent)) {
	case CMARK_NODE_CODE: return '`';
	case CMARK_NODE_HTML_INLINE: return '<';
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG: return '*';
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE: return after != NULL ? '[' : ']';
	default: return '\n';
	}
}

static void one(struct mark *, struct node *, cmark_node *);

static void
walk(struct mark *m, struct node *parent, cmark_node *in)
{
	cmark_node *n = cmark_node_first_child(in), *first;

	while (n != NULL) {
		if (cmark_node_get_type(n) != CMARK_NODE_TEXT) {
			one(m, parent, n);
			n = cmark_node_next(n);
			continue;
		}
		mark_text_begin(m);
		for (first = n; n != NULL && cmark_node_get_type(n) ==
		    CMARK_NODE_TEXT; n = cmark_node_next(n))
			mark_text_add(m, n);
		mark_text_end(m, parent, char_before(first),
		    char_after(in, n));
	}
}

/* Neighbouring texts become one, and empty ones none. */
static void
join(struct mark *m, struct node *parent)
{
	struct node *n, *next, *last = NULL, *to = NULL;
	struct buf b = BUF_INIT;

	for (n = parent->first; n != NULL; n = next) {
		next = n->next;
		if (n->type != NODE_TEXT) {
			to = NULL;
			last = n;
			continue;
		}
		n->span = 0;
		if (to == NULL && *n->text != '\0' && (next == NULL ||
		    next->type != NODE_TEXT)) {
			last = n;
			continue;
		}
		if (to == NULL && *n->text != '\0') {
			to = last = n;
			buf_clear(&b);
			buf_adds(&b, n->text);
			continue;
		}
		if (last == NULL)
			parent->first = next;
		else
			last->next = next;
		if (to == NULL)
			continue;
		buf_adds(&b, n->text);
		if (n->at.line == to->at.line && n->at.end > 0)
			to->at.end = n->at.end;
		if (next == NULL || next->type != NODE_TEXT)
			to->text = arena_dup(m->arena, b.s, b.len);
	}
	parent->last = last;
	buf_done(&b);
}

static void
join_all(struct mark *m, struct node *parent)
{
	join(m, parent);
	for (struct node *n = parent->first; n != NULL; n = n->next)
		if (n->type == NODE_STRIKE)
			join_all(m, n);
}

void
mark_finish(struct mark *m, struct node *parent)
{
	mark_strike(parent);
	join_all(m, parent);
}

static void
wrap(struct mark *m, struct node *parent, enum node_type type, cmark_node *n)
{
	struct node *out;

	if (m->in_alt || m->nest >= MARK_NEST) {
		walk(m, parent, n);
		return;
	}
	out = node_child(m->arena, parent, type);
	out->at = pos_of(m, n);
	m->nest++;
	walk(m, out, n);
	m->nest--;
	mark_finish(m, out);
}

static void
link_to(struct mark *m, struct node *parent, cmark_node *n)
{
	const char *url = m->in_alt ? NULL :
	    mark_address(m, cmark_node_get_url(n), pos_of(m, n));
	bool outer = m->in_link;

	m->in_link = true;
	if (url == NULL)
		walk(m, parent, n);
	else {
		wrap(m, parent, NODE_LINK, n);
		if (parent->last != NULL && parent->last->type == NODE_LINK &&
		    parent->last->url == NULL)
			parent->last->url = url;
	}
	m->in_link = outer;
}

/* Words for who cannot see the image: its text, without marks. */
static void
image(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node alt = { .type = NODE_PARA }, *img;
	struct pos at = pos_of(m, n);
	struct buf b = BUF_INIT;
	const char *url;

	if (m->in_alt) {
		walk(m, parent, n);
		return;
	}
	url = mark_address(m, cmark_node_get_url(n), at);
	m->in_alt = true;
	walk(m, &alt, n);
	m->in_alt = false;
	mark_strike(&alt);
	node_plain(&b, &alt);
	img = node_child(m->arena, parent,
	    url != NULL ? NODE_IMAGE : NODE_TEXT);
	img->at = at;
	img->url = url;
	img->text = arena_dup(m->arena, b.s, b.len);
	buf_done(&b);
}

static uint32_t
last_char(const struct node *n)
{
	const char *s;
	uint32_t c = 0;

	for (n = n->last; n != NULL && n->text == NULL; n = n->last)
		;
	if (n == NULL || *n->text == '\0')
		return 0;
	for (s = n->text + strlen(n->text) - 1; s > n->text &&
	    ((unsigned char)*s & 0xc0) == 0x80; s--)
		;
	utf8_get(s, strlen(s), &c);
	return c;
}

static uint32_t
first_char(cmark_node *n)
{
	const char *s = NULL;
	uint32_t c = 0;

	for (; n != NULL && (s = cmark_node_get_literal(n)) == NULL;
	    n = cmark_node_first_child(n))
		;
	if (s != NULL && *s != '\0')
		utf8_get(s, strlen(s), &c);
	return c;
}

static void
line_end(struct mark *m, struct node *parent, cmark_node *n)
{
	uint32_t a = last_char(parent), b;

	b = first_char(cmark_node_next(n));
	if (utf8_joined(a, b))
		return;
	node_child(m->arena, parent, NODE_SOFT);
}

static void
one(struct mark *m, struct node *parent, cmark_node *n)
{
	const char *s;
	struct node *out;

	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_SOFTBREAK:
		line_end(m, parent, n);
		return;
	case CMARK_NODE_LINEBREAK:
		node_child(m->arena, parent, NODE_BREAK);
		return;
	case CMARK_NODE_CODE:
		s = cmark_node_get_literal(n);
		out = node_child(m->arena, parent, NODE_LITERAL);
		out->at = pos_of(m, n);
		out->text = mark_restore(m->arena, s, strlen(s));
		return;
	case CMARK_NODE_HTML_INLINE:
		mark_html_inline(m, parent, n);
		return;
	case CMARK_NODE_EMPH:
		wrap(m, parent, NODE_EMPH, n);
		return;
	case CMARK_NODE_STRONG:
		wrap(m, parent, NODE_STRONG, n);
		return;
	case CMARK_NODE_LINK:
		link_to(m, parent, n);
		return;
	case CMARK_NODE_IMAGE:
		image(m, parent, n);
		return;
	default:
		walk(m, parent, n);
	}
}

/* The guard bounds how deep marks nest, so the recursion is bounded. */
void
mark_inlines(struct mark *m, struct node *parent, cmark_node *n)
{
	walk(m, parent, n);
	mark_finish(m, parent);
}
