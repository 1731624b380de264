/*
 * The Markdown layer's tree as HTML in the form of the cmark-gfm command, so
 * that the two can be compared.  Reads files named on the command line and
 * prints each followed by a line of U+001E.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "load/mark.h"
#include "tree/node.h"

static void
escape(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++)
		switch (*s) {
		case '<': buf_adds(b, "&lt;"); break;
		case '>': buf_adds(b, "&gt;"); break;
		case '&': buf_adds(b, "&amp;"); break;
		case '"': buf_adds(b, "&quot;"); break;
		default: buf_addc(b, *s);
		}
}

static void
href(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '&')
			buf_adds(b, "&amp;");
		else if (c == '\'')
			buf_adds(b, "&#x27;");
		else if (c <= ' ' || c >= 0x7f || strchr("\"<>\\^`{|}[]", c))
			buf_addf(b, "%%%02X", c);
		else
			buf_addc(b, c);
	}
}

/* A footnote stands in front of this one. */
static bool
before(const struct node *n)
{
	const struct node *p = n->parent->first;

	while (p->next != n)
		p = p->next;
	return p->type == NODE_FOOTNOTE;
}

static void
open_tag(struct buf *b, const struct node *n)
{
	static const char *const aligns[] = { "", " align=\"left\"",
	    " align=\"center\"", " align=\"right\"" };

	switch (n->type) {
	case NODE_PARA:
		if (n->parent->type != NODE_ITEM || !n->parent->parent->tight)
			buf_adds(b, "<p>");
		break;
	case NODE_HEADING: buf_addf(b, "<h%u>", n->level); break;
	case NODE_QUOTE: buf_adds(b, "<blockquote>\n"); break;
	case NODE_LIST:
		if (n->ordered && n->start != 1)
			buf_addf(b, "<ol start=\"%d\">\n", n->start);
		else
			buf_addf(b, "<%s>\n", n->ordered ? "ol" : "ul");
		break;
	case NODE_ITEM:
		buf_adds(b, "<li>");
		if (n->task != 0)
			buf_addf(b, "[%c] ", n->task);
		break;
	case NODE_FOOTNOTE:
		if (n->parent->first == n || !before(n))
			buf_adds(b, "<section>");
		buf_adds(b, "<li>");
		break;
	case NODE_CODE:
		buf_adds(b, "<pre><code");
		if (n->name != NULL) {
			buf_adds(b, " class=\"language-");
			for (const char *s = n->name; *s != '\0' &&
			    *s != ' '; s++) {
				char one[2] = { *s, '\0' };
				escape(b, one);
			}
			buf_adds(b, "\"");
		}
		buf_adds(b, ">");
		escape(b, n->text);
		buf_adds(b, "</code></pre>\n");
		break;
	case NODE_RULE: buf_adds(b, "<hr />\n"); break;
	case NODE_TABLE: buf_adds(b, "<table>\n"); break;
	case NODE_ROW: buf_adds(b, "<tr>\n"); break;
	case NODE_CELL:
		buf_addf(b, "<%s%s>", n->parent->head ? "th" : "td",
		    aligns[n->align]);
		break;
	case NODE_TEXT: escape(b, n->text); break;
	case NODE_EMPH: buf_adds(b, "<em>"); break;
	case NODE_STRONG: buf_adds(b, "<strong>"); break;
	case NODE_STRIKE: buf_adds(b, "<del>"); break;
	case NODE_LITERAL:
		buf_adds(b, "<code>");
		escape(b, n->text);
		buf_adds(b, "</code>");
		break;
	case NODE_LINK:
		if (n->ref != NULL) {
			buf_adds(b, "[[");
			break;
		}
		buf_adds(b, "<a href=\"");
		href(b, n->url);
		buf_adds(b, "\">");
		break;
	case NODE_IMAGE:
		buf_adds(b, "<img src=\"");
		href(b, n->url);
		buf_adds(b, "\" alt=\"");
		escape(b, n->text);
		buf_adds(b, "\" />");
		break;
	case NODE_BREAK: buf_adds(b, "<br />\n"); break;
	case NODE_SOFT: buf_adds(b, "\n"); break;
	case NODE_NOTE_REF: buf_addf(b, "[note %s]", n->number); break;
	default: break;
	}
}

static void
close_tag(struct buf *b, const struct node *n)
{
	switch (n->type) {
	case NODE_PARA:
		if (n->parent->type != NODE_ITEM || !n->parent->parent->tight)
			buf_adds(b, "</p>\n");
		break;
	case NODE_HEADING: buf_addf(b, "</h%u>\n", n->level); break;
	case NODE_QUOTE: buf_adds(b, "</blockquote>\n"); break;
	case NODE_LIST: buf_addf(b, "</%s>\n", n->ordered ? "ol" : "ul");
		break;
	case NODE_FOOTNOTE:
		buf_adds(b, n->next == NULL ? "</li></section>" : "</li>\n");
		break;
	case NODE_ITEM: buf_adds(b, "</li>\n"); break;
	case NODE_TABLE: buf_adds(b, "</table>\n"); break;
	case NODE_ROW: buf_adds(b, "</tr>\n"); break;
	case NODE_CELL: buf_addf(b, "</%s>\n", n->parent->head ? "th" : "td");
		break;
	case NODE_EMPH: buf_adds(b, "</em>"); break;
	case NODE_STRONG: buf_adds(b, "</strong>"); break;
	case NODE_STRIKE: buf_adds(b, "</del>"); break;
	case NODE_LINK: buf_adds(b, n->ref != NULL ? "]]" : "</a>"); break;
	default: break;
	}
}

int
main(int argc, char **argv)
{
	struct buf b = BUF_INIT, in = BUF_INIT;

	for (int i = 1; i < argc; i++) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);
		const struct node *root, *n = NULL;
		bool enter = false;

		if (fs_read(argv[i], 1 << 20, &in) != 0)
			return 3;
		root = mark_parse(a, ds, (struct pos){ argv[i], 1, 0, 0 },
		    in.s == NULL ? "" : in.s, in.len, 0);
		buf_clear(&b);
		buf_adds(&b, "");
		while (root != NULL &&
		    (n = node_step(root, n, &enter)) != NULL)
			if (enter)
				open_tag(&b, n);
			else
				close_tag(&b, n);
		for (size_t d = 0; d < diags_len(ds); d++)
			printf("finding %s\n",
			    diags_at(ds, d)->head->code);
		fwrite(b.s, 1, b.len, stdout);
		puts("\x1e");
		arena_done(a);
	}
	buf_done(&b);
	buf_done(&in);
	return 0;
}
