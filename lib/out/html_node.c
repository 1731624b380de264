#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "out/html.h"
#include "out/out.h"

struct walk {
	const struct html	*h;
	const struct html_page	*page;
	struct buf		*b;
	unsigned		 heading;	/* level of the last one */
	unsigned		 depth;		/* titled sections open */
	unsigned		 bodies, tables;
	struct buf		 scratch;
	bool			 second;	/* pair of two in a line */
	bool			 long_pair;	/* the next one is */
	enum { PART_NONE, PART_HEAD, PART_BODY } part;	/* of the table */
};

static void
close_tag(struct walk *w, const char *name)
{
	buf_adds(w->b, "</");
	buf_adds(w->b, name);
	buf_addc(w->b, '>');
}

/* ' id=".." lang=".."' of a node, where it has them. */
static void
marks(struct walk *w, const struct node *n)
{
	const struct html_spot *spot = NULL;

	if (n->anchor != NULL)
		spot = map_get(w->h->spots, n->anchor);
	if (spot != NULL && spot->page == w->page && spot->id != NULL) {
		buf_adds(w->b, " id=\"");
		html_id(w->h, w->b, w->page, spot->id);
		buf_addc(w->b, '"');
	}
	if (n->lang != NULL) {
		buf_adds(w->b, " lang=\"");
		html_escape(w->b, n->lang);
		buf_addc(w->b, '"');
	}
}

static void
open_tag(struct walk *w, const struct node *n, const char *name,
    const char *class)
{
	buf_addc(w->b, '<');
	buf_adds(w->b, name);
	html_class(w->b, n->tone, class);
	marks(w, n);
	buf_addc(w->b, '>');
}

static void
number(struct walk *w, const char *no)
{
	if (no == NULL)
		return;
	buf_adds(w->b, "<span class=\"no\">");
	html_escape(w->b, no);
	buf_adds(w->b, "</span> ");
}

/* No level is skipped on the way down, whatever the source does. */
static unsigned
heading_level(struct walk *w, unsigned want)
{
	if (want < 2)
		want = 2;
	if (want > w->heading + 1)
		want = w->heading + 1;
	if (want > 6)
		want = 6;
	w->heading = want;
	return want;
}

static void
heading(struct walk *w, const struct node *n, bool enter)
{
	if (!enter) {
		buf_addf(w->b, "</h%u>\n", w->heading);
		return;
	}
	buf_addf(w->b, "<h%u", heading_level(w, n->level));
	marks(w, n);
	buf_addc(w->b, '>');
	number(w, n->number);
}

static void
section(struct walk *w, const struct node *n, bool enter)
{
	unsigned level;

	if (!enter) {
		if (n->text != NULL)
			w->depth--;
		buf_adds(w->b, "</section>\n");
		return;
	}
	open_tag(w, n, "section", n->name);
	if (n->text == NULL)
		return;
	level = heading_level(w, 2 + w->depth++);
	buf_addf(w->b, "<h%u>", level);
	number(w, n->number);
	html_escape(w->b, n->text);
	buf_addf(w->b, "</h%u>\n", level);
}

/* The caption names the table, else the section around it does. */
static void
region_name(struct walk *w, const struct node *n)
{
	const struct node *p;

	html_word(w->h, w->b, "out.table");
	buf_addf(w->b, " %u", w->tables);
	for (p = n; p != NULL && p->text == NULL; p = p->parent)
		continue;
	if (p != NULL) {
		buf_adds(w->b, ": ");
		html_escape(w->b, p->text);
	}
}

/* The register as files for those who work with spreadsheets. */
static void
sheets(struct walk *w)
{
	static const struct {
		const char *suffix, *name;
	} forms[] = { { "csv", "CSV" }, { "xlsx", "Excel" } };
	struct buf name = BUF_INIT;
	size_t i;

	html_sheet_name(&name, w->page, w->tables);
	buf_adds(w->b, "<p class=\"sheets\">");
	html_word(w->h, w->b, "out.download");
	for (i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		buf_adds(w->b, " <a href=\"");
		html_escape(w->b, name.s);
		buf_addf(w->b, ".%s\" download>%s</a>", forms[i].suffix,
		    forms[i].name);
	}
	buf_adds(w->b, "</p>\n");
	buf_done(&name);
}

static void
table(struct walk *w, const struct node *n, bool enter)
{
	if (!enter) {
		if (w->part == PART_HEAD)
			buf_adds(w->b, "</thead>\n");
		else if (w->part == PART_BODY)
			buf_adds(w->b, "</tbody>\n");
		w->part = PART_NONE;
		buf_adds(w->b, n->aside ? "</table></section></details>\n" :
		    "</table></section>\n");
		return;
	}
	w->tables++;
	if (n->aside) {
		buf_adds(w->b, "<details class=\"data\"><summary>");
		html_word(w->h, w->b, "out.data");
		buf_adds(w->b, "</summary>\n");
	}
	if (html_is_sheet(n) && w->page->node->level < 3 && !w->h->single)
		sheets(w);
	buf_adds(w->b, html_is_sheet(n) ?
	    "<section class=\"scroll searched\"" : "<section class=\"scroll\"");
	buf_adds(w->b, " tabindex=\"0\" aria-label=\"");
	region_name(w, n);
	buf_adds(w->b, "\"><table");
	html_class(w->b, n->tone, n->name);
	marks(w, n);
	buf_addc(w->b, '>');
	if (n->text != NULL) {
		buf_adds(w->b, "<caption>");
		html_escape(w->b, n->text);
		buf_adds(w->b, "</caption>\n");
	}
	w->part = PART_NONE;
}

/* A pair that wants the whole width: a list, prose, many words. */
static bool
is_long(struct walk *w, const struct node *row)
{
	const struct node *c;

	if (row->last == NULL)
		return false;
	for (c = row->last->first; c != NULL; c = c->next)
		if (!node_is_inline(c->type))
			return true;
	buf_clear(&w->scratch);
	node_plain(&w->scratch, row->last);
	return w->scratch.len >= 40;
}

/*
 * Pairs stand two beside each other; one that is left without another, before
 * a long one or at the end, takes the line to itself.
 */
static void
pair(struct walk *w, const struct node *n, bool enter)
{
	const char *class = NULL;
	bool wide;

	if (!enter) {
		buf_adds(w->b, "</div>\n");
		return;
	}
	if (n == n->parent->first)
		w->second = w->long_pair = false;
	wide = n == n->parent->first ? is_long(w, n) : w->long_pair;
	w->long_pair = n->next != NULL && is_long(w, n->next);
	if (wide)
		class = "long";
	else if (!w->second && (n->next == NULL || w->long_pair))
		class = "lone";
	w->second = class == NULL && !w->second;
	open_tag(w, n, "div", class);
}

static void
row(struct walk *w, const struct node *n, bool enter)
{
	if (n->parent->type == NODE_COLUMNS) {
		pair(w, n, enter);
		return;
	}
	if (!enter) {
		buf_adds(w->b, "</tr>\n");
		return;
	}
	if (n->head && w->part == PART_NONE) {
		buf_adds(w->b, "<thead>\n");
		w->part = PART_HEAD;
	} else if (!n->head && w->part != PART_BODY) {
		if (w->part == PART_HEAD)
			buf_adds(w->b, "</thead>\n");
		buf_adds(w->b, "<tbody>\n");
		w->part = PART_BODY;
	}
	open_tag(w, n, "tr", NULL);
}

#define UNBROKEN	32

/* Has it a word too long for a column, without a place to break it at? */
static bool
is_unbroken(const char *s)
{
	size_t run = 0;

	for (; *s != '\0'; s++) {
		/* From 0xe3 on it is kana and kanji, which break anywhere. */
		if (*s == ' ' || *s == '-' || *s == '/' || *s == '\n' ||
		    (unsigned char)*s >= 0xe3)
			run = 0;
		else if (++run > UNBROKEN)
			return true;
	}
	return false;
}

/*
 * How wide a cell wants to be: a word such as a date or an id stays on one
 * line though it has hyphens, and prose is not pressed into a narrow column; a
 * longer term does so where there is room.
 */
static const char *
measure(struct walk *w, const struct node *n)
{
	struct buf *b = &w->scratch;
	size_t chars;

	buf_clear(b);
	node_plain(b, n);
	chars = b->len > 0 ? utf8_count(b->s, b->len) : 0;
	/* Japanese breaks anywhere, so that short terms need it as well. */
	if (chars > 0 && ((chars <= 16 && strchr(b->s, ' ') == NULL &&
	    strstr(b->s, "\xe3\x80\x81") == NULL) ||
	    (chars <= 12 && chars < b->len)))
		return chars <= 10 && chars == b->len ? "word" : "term";
	if (b->len > UNBROKEN && is_unbroken(b->s))
		return b->len > 60 ? "prose unbroken" : "unbroken";
	return b->len > 60 ? "prose" : NULL;
}

static void
cell(struct walk *w, const struct node *n, bool enter)
{
	static const char *const aligns[] = {
		[ALIGN_NONE] = NULL, [ALIGN_LEFT] = NULL,
		[ALIGN_CENTER] = "center", [ALIGN_RIGHT] = "right"
	};
	const struct node *up = n->parent;
	const char *name, *class = aligns[n->align];
	bool band = up->first == n && up->last == n && n->span > 1;

	if (up->parent->type == NODE_COLUMNS)
		name = n == up->first ? "dt" : "dd";
	else
		name = up->head || band ? "th" : "td";
	if (!enter) {
		close_tag(w, name);
		return;
	}
	buf_addc(w->b, '<');
	buf_adds(w->b, name);
	if (strcmp(name, "th") == 0)
		buf_adds(w->b, band ? " scope=\"rowgroup\"" :
		    " scope=\"col\"");
	if (n->span > 1)
		buf_addf(w->b, " colspan=\"%u\"", n->span);
	if (class == NULL && !up->head && up->parent->type == NODE_TABLE)
		class = measure(w, n);
	html_class(w->b, n->tone, class);
	marks(w, n);
	buf_addc(w->b, '>');
}

/* A paragraph that needs no tag: alone in a cell, or in a tight list. */
static bool
is_bare(const struct node *n)
{
	const struct node *up = n->parent;

	if (up == NULL)
		return false;
	if (up->type == NODE_CELL)
		return up->first == up->last;
	return up->type == NODE_ITEM && up->parent != NULL &&
	    up->parent->tight;
}

static void
para(struct walk *w, const struct node *n, bool enter)
{
	if (is_bare(n)) {
		if (enter && n->parent->first != n)
			buf_adds(w->b, "<br>");
		return;
	}
	if (enter)
		open_tag(w, n, "p", n->name);
	else
		buf_adds(w->b, "</p>\n");
}

static void
list(struct walk *w, const struct node *n, bool enter)
{
	const char *name = n->ordered ? "ol" : "ul";

	if (!enter) {
		buf_addf(w->b, "</%s>\n", name);
		return;
	}
	buf_addf(w->b, "<%s", name);
	if (n->ordered && n->start > 1)
		buf_addf(w->b, " start=\"%d\"", n->start);
	html_class(w->b, n->tone, n->name);
	marks(w, n);
	buf_adds(w->b, ">\n");
}

static void
item(struct walk *w, const struct node *n, bool enter)
{
	if (!enter) {
		buf_adds(w->b, "</li>\n");
		return;
	}
	open_tag(w, n, "li", n->task != 0 ? "task" : NULL);
	if (n->task == 0)
		return;
	buf_adds(w->b, "<span class=\"box\" role=\"img\" aria-label=\"");
	html_word(w->h, w->b, n->task == 'x' ? "out.done" : "out.not_done");
	buf_adds(w->b, n->task == 'x' ? "\">\xe2\x98\x91</span> " :
	    "\">\xe2\x98\x90</span> ");
}

static void
note(struct walk *w, const struct node *n, bool enter)
{
	if (!enter) {
		buf_adds(w->b, "</div>\n");
		return;
	}
	open_tag(w, n, "div", "note");
	if (n->text != NULL) {
		buf_adds(w->b, "<p class=\"note-title\">");
		html_escape(w->b, n->text);
		buf_adds(w->b, "</p>\n");
	}
}

static void
footnote(struct walk *w, const struct node *n, bool enter)
{
	if (!enter) {
		buf_adds(w->b, "</div></div>\n");
		return;
	}
	buf_adds(w->b, "<div class=\"footnote\" id=\"");
	html_id(w->h, w->b, w->page, "Note");
	buf_addf(w->b, "-%u-", w->bodies);
	html_escape(w->b, n->number);
	buf_adds(w->b, "\"><span class=\"footnote-no\">");
	html_escape(w->b, n->number);
	buf_adds(w->b, "</span><div>");
}

static void
note_ref(struct walk *w, const struct node *n)
{
	buf_adds(w->b, "<sup><a href=\"#");
	html_id(w->h, w->b, w->page, "Note");
	buf_addf(w->b, "-%u-", w->bodies);
	html_escape(w->b, n->number);
	buf_adds(w->b, "\" aria-label=\"");
	html_word(w->h, w->b, "out.footnote");
	buf_addc(w->b, ' ');
	html_escape(w->b, n->number);
	buf_adds(w->b, "\">");
	html_escape(w->b, n->number);
	buf_adds(w->b, "</a></sup>");
}

/* A link that leads nowhere is plain text, opened and closed alike. */
static void
anchor(struct walk *w, const struct node *n, bool enter)
{
	struct buf *href = &w->scratch;
	bool ok = false;

	buf_clear(href);
	if (n->ref != NULL)
		ok = html_ref(w->h, href, w->page, n->ref);
	else if (n->url != NULL && n->name == NULL)
		ok = html_url(href, n->url);
	if (!enter)
		buf_adds(w->b, ok ? "</a>" : "</span>");
	else {
		buf_adds(w->b, ok ? "<a" : "<span");
		if (ok)
			buf_add(w->b, href->s, href->len);
		if (ok && n->ref != NULL && n->first != NULL &&
		    n->first->text != NULL &&
		    strcmp(n->first->text, n->ref) == 0)
			buf_adds(w->b, " class=\"id\"");
		else if (ok && n->ref != NULL && n->name != NULL)
			buf_addf(w->b, " class=\"%s\"", n->name);
		marks(w, n);
		buf_addc(w->b, '>');
	}
}

static void
simple(struct walk *w, const struct node *n, const char *name, bool enter)
{
	if (enter)
		open_tag(w, n, name, NULL);
	else
		close_tag(w, name);
}

static void
leaf(struct walk *w, const struct node *n, const char *name,
    const char *class)
{
	open_tag(w, n, name, class);
	html_escape(w->b, n->text);
	close_tag(w, name);
}

/* What cannot be shown is told by its alternative text. */
static void
image(struct walk *w, const struct node *n)
{
	const char *file = n->name == NULL ? NULL :
	    map_get(w->h->images, n->name);

	if (file == NULL) {
		leaf(w, n, "span", "image");
		return;
	}
	buf_adds(w->b, "<img src=\"");
	html_escape(w->b, file);
	buf_adds(w->b, "\" alt=\"");
	html_escape(w->b, n->text);
	buf_addf(w->b, "\" width=\"%ld\" height=\"%ld\">", (long)n->w,
	    (long)n->h);
}

static void
text(struct walk *w, const struct node *n)
{
	if (n->lang != NULL || n->tone != TONE_PLAIN)
		leaf(w, n, "span", NULL);
	else
		html_prose(w->h, w->b, n->text);
}

static void
inlines(struct walk *w, const struct node *n, bool enter)
{
	switch (n->type) {
	case NODE_TEXT:
		text(w, n);
		break;
	case NODE_EMPH:
		simple(w, n, "em", enter);
		break;
	case NODE_STRONG:
		simple(w, n, "strong", enter);
		break;
	case NODE_STRIKE:
		simple(w, n, "del", enter);
		break;
	case NODE_LITERAL:
		leaf(w, n, "code", NULL);
		break;
	case NODE_LINK:
		anchor(w, n, enter);
		break;
	case NODE_IMAGE:
		image(w, n);
		break;
	case NODE_BREAK:
		buf_adds(w->b, "<br>\n");
		break;
	case NODE_SOFT:
		buf_addc(w->b, '\n');
		break;
	case NODE_NOTE_REF:
		note_ref(w, n);
		break;
	case NODE_BADGE:
		leaf(w, n, "span", "badge");
		break;
	default:
		break;
	}
}

static void
code(struct walk *w, const struct node *n)
{
	buf_adds(w->b, "<pre tabindex=\"0\"><code>");
	html_escape(w->b, n->text);
	buf_adds(w->b, "</code></pre>\n");
}

static void
blocks(struct walk *w, const struct node *n, bool enter)
{
	switch (n->type) {
	case NODE_BOOK:
	case NODE_PAGE:
		break;
	case NODE_BODY:
		if (enter)
			w->bodies++;
		simple(w, n, "div", enter);
		break;
	case NODE_SECTION:
		section(w, n, enter);
		break;
	case NODE_QUOTE:
		simple(w, n, "blockquote", enter);
		break;
	case NODE_LIST:
		list(w, n, enter);
		break;
	case NODE_ITEM:
		item(w, n, enter);
		break;
	case NODE_NOTE:
		note(w, n, enter);
		break;
	case NODE_FOOTNOTE:
		footnote(w, n, enter);
		break;
	case NODE_TABLE:
		table(w, n, enter);
		break;
	case NODE_ROW:
		row(w, n, enter);
		break;
	case NODE_CELL:
		cell(w, n, enter);
		break;
	case NODE_COLUMNS:
		if (enter)
			open_tag(w, n, "dl",
			    n->name != NULL ? n->name : "fields");
		else
			buf_adds(w->b, "</dl>\n");
		break;
	case NODE_PARA:
		para(w, n, enter);
		break;
	case NODE_HEADING:
		heading(w, n, enter);
		break;
	case NODE_CODE:
		code(w, n);
		break;
	case NODE_RULE:
		buf_adds(w->b, "<hr>\n");
		break;
	case NODE_FIGURE:
		if (enter)
			html_figure(w->h, w->page, n, w->b);
		break;
	case NODE_SHAPE:
		break;
	case NODE_TOC:
		html_toc(w->h, w->page, w->b);
		break;
	case NODE_COVER:
		if (enter)
			open_tag(w, n, "div", "cover");
		else
			buf_adds(w->b, "</div>\n");
		break;
	case NODE_TEXT:
	case NODE_EMPH:
	case NODE_STRONG:
	case NODE_STRIKE:
	case NODE_LITERAL:
	case NODE_LINK:
	case NODE_IMAGE:
	case NODE_BREAK:
	case NODE_SOFT:
	case NODE_NOTE_REF:
	case NODE_BADGE:
	case NODE_FOLIO:
	case NODE_TYPES:
		inlines(w, n, enter);
		break;
	}
}

void
html_content(const struct html *h, const struct html_page *page,
    struct buf *b)
{
	struct walk w = { .h = h, .page = page, .b = b, .heading = 1 };
	const struct node *n = NULL;
	bool enter;

	buf_adds(b, "<h1");
	if (page->node->lang != NULL) {
		buf_adds(b, " lang=\"");
		html_escape(b, page->node->lang);
		buf_addc(b, '"');
	}
	buf_addc(b, '>');
	number(&w, page->node->number);
	html_escape(b, page->node->text);
	buf_adds(b, "</h1>\n");
	while ((n = node_step(page->node, n, &enter)) != NULL)
		blocks(&w, n, enter);
	buf_done(&w.scratch);
}
