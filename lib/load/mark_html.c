#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "load/mark_walk.h"
#include "tree/node.h"

/*
 * What gets no further than here: raw HTML, and addresses that a reader
 * should not be led to.
 */

#define SHOWN	40		/* bytes of HTML in a message */

/* Length of a comment, a <br> or white space at s; 0 for anything else. */
static size_t
harmless(const char *s, bool *is_break)
{
	const char *end;
	size_t n;

	*is_break = false;
	if ((n = strspn(s, " \t\n")) > 0)
		return n;
	if (strncmp(s, "<!--", 4) == 0) {
		/* "<!-->" and "<!--->" are whole. */
		n = s[4] == '>' ? 5 : s[4] == '-' && s[5] == '>' ? 6 : 0;
		if (n > 0)
			return n;
		end = strstr(s + 4, "-->");
		return end == NULL ? strlen(s) : (size_t)(end - s) + 3;
	}
	if (strncasecmp(s, "<br", 3) == 0) {
		n = 3 + strspn(s + 3, " \t\n");
		n += s[n] == '/';
		*is_break = s[n] == '>';
		return *is_break ? n + 1 : 0;
	}
	return 0;
}

static void
refuse(struct mark *m, const char *s, struct pos at)
{
	size_t n = strcspn(s, "\n");

	if (n > SHOWN)
		for (n = SHOWN; n > 0 &&
		    ((unsigned char)s[n] & 0xc0) == 0x80; n--)
			;
	diag_add(m->diags, D_MARK_HTML, at, NULL, "html",
	    mark_restore(m->arena, s, n), NULL);
}

void
mark_html_block(struct mark *m, struct node *parent, cmark_node *n)
{
	const char *s = cmark_node_get_literal(n), *from = s, *line = s;
	struct pos at = mark_block_pos(m, n);
	struct node *p;
	size_t used;
	bool is_break, any = false;

	for (; *s != '\0' && (used = harmless(s, &is_break)) > 0; s += used)
		any = any || is_break;
	if (*s != '\0') {
		for (; from < s; from++)
			if (*from == '\n') {
				at.line++;
				line = from + 1;
			}
		/* cmark tells the column of the block's first line only. */
		if (line != cmark_node_get_literal(n))
			at.col = 0;
		else
			at.col += (unsigned)utf8_count(line + strspn(line,
			    " "), (size_t)(s - line) - strspn(line, " "));
		at.end = 0;
		refuse(m, s, at);
	} else if (any) {
		p = node_child(m->arena, parent, NODE_PARA);
		p->at = at;
		node_child(m->arena, p, NODE_BREAK)->at = at;
	}
}

void
mark_html_inline(struct mark *m, struct node *parent, cmark_node *n)
{
	const char *s = cmark_node_get_literal(n);
	struct pos at = mark_inline_pos(m, cmark_node_get_start_line(n),
	    cmark_node_get_start_column(n));
	size_t used;
	bool is_break;

	if (cmark_node_get_end_line(n) == cmark_node_get_start_line(n))
		at.end = mark_inline_pos(m, cmark_node_get_end_line(n),
		    cmark_node_get_end_column(n) + 1).col;
	if (at.end < at.col)
		at.end = 0;
	used = harmless(s, &is_break);
	if (is_break)
		node_child(m->arena, parent, NODE_BREAK)->at = at;
	/* An end tag adds nothing to what its beginning said. */
	else if (used == 0 && s[1] != '/')
		refuse(m, s, at);
}

/* An address a reader may be led to; anything else stays text. */
static bool
scheme_fits(const char *url)
{
	static const char *const good[] = { "http://", "https://", "mailto:" };

	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		if (strncasecmp(url, good[i], strlen(good[i])) == 0)
			return true;
	/* No scheme: a colon before any slash would be one. */
	return url[strcspn(url, ":/?#")] != ':';
}

/* "//host", "\\host" and "https:\\host" lead where browsers guess. */
static bool
ambiguous(const char *url)
{
	size_t n;

	/* Browsers skip what cannot be seen in front. */
	while (*url != '\0' && (unsigned char)*url <= ' ')
		url++;
	n = strncasecmp(url, "http:", 5) == 0 ? 5 :
	    strncasecmp(url, "https:", 6) == 0 ? 6 : 0;
	return strncmp(url, "//", 2) == 0 || strchr(url, '\\') != NULL ||
	    (n > 0 && (strncmp(url + n, "//", 2) != 0 || url[n + 2] == '/' ||
	    url[n + 2] == '\0'));
}

const char *
mark_address(struct mark *m, const char *url, struct pos at)
{
	if (url == NULL)
		url = "";
	url = mark_restore(m->arena, url, strlen(url));
	if (ambiguous(url))
		diag_add(m->diags, D_MARK_URL, at, NULL, "url", url, NULL);
	else if (!scheme_fits(url))
		diag_add(m->diags, D_MARK_SCHEME, at, NULL, "url", url, NULL);
	else
		return url;
	return NULL;
}
