#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "out/html.h"
#include "out/out.h"

static void
page_link(struct buf *b, const struct html_page *p,
    const struct html_page *here)
{
	buf_adds(b, "<a href=\"");
	html_escape(b, p->address);
	buf_addc(b, '"');
	if (p == here)
		buf_adds(b, " aria-current=\"page\"");
	if (p->node->lang != NULL) {
		buf_adds(b, " lang=\"");
		html_escape(b, p->node->lang);
		buf_addc(b, '"');
	}
	buf_addc(b, '>');
	if (p->node->number != NULL) {
		buf_adds(b, "<span class=\"no\">");
		html_escape(b, p->node->number);
		buf_adds(b, "</span> ");
	}
	html_escape(b, p->node->text);
	buf_adds(b, "</a>");
}

static bool
is_above(const struct html_page *p, const struct html_page *here)
{
	for (; here != NULL; here = here->up)
		if (here == p)
			return true;
	return false;
}

/* Chapters; the sections of the one that holds the page below it. */
static void
chapters(const struct html *h, const struct html_page *here, struct buf *b)
{
	const struct html_page *p, *end = h->pages + h->len, *q;
	bool open;

	buf_adds(b, "<ul>\n");
	for (p = h->pages; p < end; p++) {
		if (p->up != NULL)
			continue;
		open = is_above(p, here);
		buf_adds(b, open ? "<li class=\"open\">" : "<li>");
		page_link(b, p, here);
		/* In a single file the script opens and closes them. */
		if (open || h->single) {
			for (q = p + 1; q < end && q->up != p; q++)
				if (q->up == NULL)
					break;
			if (q < end && q->up == p) {
				buf_adds(b, "\n<ul>\n");
				for (; q < end && q->up != NULL; q++) {
					if (q->up != p || q->node->level != 2)
						continue;
					buf_adds(b, is_above(q, here) ?
					    "<li class=\"open\">" : "<li>");
					page_link(b, q, here);
					buf_adds(b, "</li>\n");
				}
				buf_adds(b, "</ul>\n");
			}
		}
		buf_adds(b, "</li>\n");
	}
	buf_adds(b, "</ul>");
}

/* Records are not in it, so that it is the same for those of one page. */
void
html_nav(const struct html *h, const struct html_page *here, struct buf *b)
{
	struct html_page *up;
	size_t from = b->len;

	if (here->node->level < 3 || here->up == NULL) {
		chapters(h, here, b);
		return;
	}
	up = &h->pages[here->up - h->pages];
	if (up->nav != NULL) {
		buf_adds(b, up->nav);
		return;
	}
	chapters(h, here, b);
	up->nav = arena_dup(h->arena, b->s + from, b->len - from);
}

void
html_crumbs(const struct html *h, const struct html_page *here,
    struct buf *b)
{
	if (here == h->pages)
		return;
	buf_adds(b, "<nav class=\"crumbs\" aria-label=\"");
	html_word(h, b, "out.you_are_here");
	buf_adds(b, "\"><ol><li><a href=\"");
	html_escape(b, h->pages->address);
	buf_adds(b, "\">");
	html_word(h, b, "out.home");
	buf_adds(b, "</a></li>");
	if (here->up != NULL && here->up->up != NULL) {
		buf_adds(b, "<li>");
		page_link(b, here->up->up, NULL);
		buf_adds(b, "</li>");
	}
	if (here->up != NULL) {
		buf_adds(b, "<li>");
		page_link(b, here->up, NULL);
		buf_adds(b, "</li>");
	}
	buf_adds(b, "<li><span aria-current=\"page\">");
	/* A record is known by its id, a chapter by its title. */
	if (here->node->number != NULL)
		html_escape(b, here->node->number);
	if (here->node->number != NULL && here->node->level < 3)
		buf_addc(b, ' ');
	if (here->node->number == NULL || here->node->level < 3)
		html_escape(b, here->node->text);
	buf_adds(b, "</span></li></ol></nav>");
}

void
html_steps(const struct html *h, const struct html_page *here, struct buf *b)
{
	if (here->prev == NULL && here->next == NULL)
		return;
	buf_adds(b, "<nav class=\"steps\" aria-label=\"");
	html_word(h, b, "out.neighbours");
	buf_adds(b, "\">");
	if (here->prev != NULL) {
		buf_adds(b, "<div class=\"prev\"><span>");
		html_word(h, b, "out.previous");
		buf_adds(b, "</span> ");
		page_link(b, here->prev, NULL);
		buf_adds(b, "</div>");
	}
	if (here->next != NULL) {
		buf_adds(b, "<div class=\"next\"><span>");
		html_word(h, b, "out.next");
		buf_adds(b, "</span> ");
		page_link(b, here->next, NULL);
		buf_adds(b, "</div>");
	}
	buf_adds(b, "</nav>");
}

static bool
is_titled(const struct node *n)
{
	return n->anchor != NULL && ((n->type == NODE_HEADING &&
	    n->level <= 3) || (n->type == NODE_SECTION && n->text != NULL));
}

/* The language of a heading, where it is not that of the page. */
static void
foreign(const struct node *n, const struct node *page, struct buf *b)
{
	while (n != page && n->lang == NULL)
		n = n->parent;
	if (n == page || n->lang == NULL)
		return;
	buf_adds(b, " lang=\"");
	html_escape(b, n->lang);
	buf_addc(b, '"');
}

/* The headings of a page, when there are enough to get lost among. */
void
html_outline(const struct html *h, const struct html_page *here,
    struct buf *b)
{
	const struct node *n;
	size_t count = 0;
	bool enter;

	for (n = NULL; (n = node_step(here->node, n, &enter)) != NULL;)
		count += enter && is_titled(n);
	if (count < 5)
		return;
	buf_adds(b, "<div class=\"rail\"><details class=\"opener\"><summary>");
	html_word(h, b, "out.on_this_page");
	buf_adds(b, "</summary></details>\n<nav aria-label=\"");
	html_word(h, b, "out.on_this_page");
	buf_adds(b, "\"><p class=\"rail-title\">");
	html_word(h, b, "out.on_this_page");
	buf_adds(b, "</p>\n<ul>\n");
	for (n = NULL; (n = node_step(here->node, n, &enter)) != NULL;) {
		if (!enter || !is_titled(n))
			continue;
		buf_adds(b, n->type == NODE_HEADING && n->level > 2 ?
		    "<li class=\"sub\"" : "<li");
		foreign(n, here->node, b);
		buf_adds(b, "><a");
		html_ref(h, b, here, n->anchor);
		buf_addc(b, '>');
		if (n->type == NODE_SECTION)
			html_escape(b, n->text);
		else {
			struct buf t = BUF_INIT;

			node_plain(&t, n);
			html_escape(b, t.s);
			buf_done(&t);
		}
		buf_adds(b, "</a></li>\n");
	}
	buf_adds(b, "</ul></nav></div>");
}

/* What a chapter holds. */
void
html_children(const struct html *h, const struct html_page *here,
    struct buf *b)
{
	const struct html_page *p, *end = h->pages + h->len;
	bool any = false;

	if (here->node->level != 1)
		return;
	for (p = here + 1; p < end && p->up != NULL; p++) {
		if (p->up != here || p->node->level != 2)
			continue;
		if (!any) {
			buf_adds(b, "<nav class=\"within\" aria-label=\"");
			html_word(h, b, "out.in_this_chapter");
			buf_adds(b, "\"><h2>");
			html_word(h, b, "out.in_this_chapter");
			buf_adds(b, "</h2>\n<ul>\n");
			any = true;
		}
		buf_adds(b, "<li>");
		page_link(b, p, NULL);
		buf_adds(b, "</li>\n");
	}
	if (any)
		buf_adds(b, "</ul></nav>");
}

void
html_toc(const struct html *h, const struct html_page *here, struct buf *b)
{
	const struct html_page *p, *end = h->pages + h->len;
	bool in = false, below = false;

	buf_adds(b, "<ol class=\"toc\">\n");
	for (p = h->pages; p < end; p++) {
		if (p->node->level >= 3)
			continue;
		if (p->up == NULL) {
			buf_adds(b, below ? "</ol></li>\n" :
			    in ? "</li>\n" : "");
			in = true;
			below = false;
		} else if (!below) {
			buf_adds(b, "\n<ol>\n");
			below = true;
		}
		buf_adds(b, "<li>");
		page_link(b, p, here);
		if (p->up != NULL)
			buf_adds(b, "</li>\n");
	}
	buf_adds(b, below ? "</ol></li>\n" : in ? "</li>\n" : "");
	buf_adds(b, "</ol>\n");
}

void
html_editions(const struct html *h, const struct html_page *p, struct buf *b)
{
	const struct out_meta *m = h->meta;
	const struct out_edition *e;

	if (m->edition_len == 0)
		return;
	buf_adds(b, "<nav class=\"languages\" aria-label=\"");
	html_word(h, b, "out.languages");
	buf_adds(b, "\"><ul>");
	for (e = m->editions; e < m->editions + m->edition_len; e++) {
		buf_adds(b, "<li><a href=\"");
		html_escape(b, h->single ? e->single : e->site);
		if (!h->single)
			html_escape(b, p->address);
		buf_addf(b, "\" rel=\"alternate\" hreflang=\"%s\" "
		    "lang=\"%s\">", e->code, e->code);
		html_escape(b, e->name);
		buf_adds(b, "</a></li>");
	}
	buf_adds(b, "</ul></nav>");
}
