#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "load/mark_walk.h"
#include "tree/node.h"

/*
 * Inlines: cmark's, then what GitHub finds in the text that is left:
 * strikethrough, bare addresses, footnotes; and [[ID]], which is ours.
 */

char *
mark_restore(struct arena *a, const char *s)
{
	char *out = arena_str(a, s);

	for (char *p = out; (p = strchr(p, NOTE_OPEN)) != NULL; p++) {
		p[0] = '[';
		if (p[1] == NOTE_CARET)
			p[1] = '^';
	}
	return out;
}

/* An address a reader may be led to; anything else stays text. */
static bool
scheme_fits(const char *url)
{
	static const char *const good[] = { "http://", "https://", "mailto:" };
	const char *s = url;

	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		if (strncasecmp(url, good[i], strlen(good[i])) == 0)
			return true;
	/* No scheme: a colon before any slash would be one. */
	for (; *s != '\0' && *s != '/' && *s != '?' && *s != '#'; s++)
		if (*s == ':' || (unsigned char)*s <= ' ')
			return false;
	return true;
}

/* "//host", "\\host" and "https:\\host" lead where browsers guess. */
static bool
ambiguous(const char *url)
{
	return strncmp(url, "//", 2) == 0 || strchr(url, '\\') != NULL ||
	    (strncasecmp(url, "http:/", 6) == 0 && url[6] != '/') ||
	    (strncasecmp(url, "https:/", 7) == 0 && url[7] != '/');
}

static const char *
address(struct mark *m, const char *url, struct pos at)
{
	if (url == NULL)
		url = "";
	if (ambiguous(url))
		diag_add(m->diags, D_MARK_URL, at, NULL, "url", url, NULL);
	else if (!scheme_fits(url))
		diag_add(m->diags, D_MARK_SCHEME, at, NULL, "url", url, NULL);
	else
		return mark_restore(m->arena, url);
	return NULL;
}

static struct node *
text_node(struct mark *m, struct node *parent, const char *s, size_t n,
    struct pos at)
{
	struct node *t;

	if (n == 0)
		return NULL;
	s = mark_restore(m->arena, arena_dup(m->arena, s, n));
	/* Neighbours are one text. */
	t = parent->last;
	if (t != NULL && t->type == NODE_TEXT) {
		t->text = arena_printf(m->arena, "%s%s", t->text, s);
		return t;
	}
	t = node_text(m->arena, parent, s);
	t->at = at;
	return t;
}

/* "[[ID]]" or "[[ID|text]]" at s: its length, 0 when there is none. */
static size_t
wiki(struct mark *m, struct node *parent, const char *s, struct pos at)
{
	const char *shut = strstr(s, "]]"), *bar;
	struct node *link;
	size_t n;

	if (s[0] != '[' || s[1] != '[' || shut == NULL || shut == s + 2 ||
	    (n = strcspn(s + 2, "[]\n")) != (size_t)(shut - s - 2))
		return 0;
	link = node_child(m->arena, parent, NODE_LINK);
	link->at = at;
	bar = memchr(s + 2, '|', n);
	link->ref = arena_dup(m->arena, s + 2, bar != NULL ?
	    (size_t)(bar - s - 2) : n);
	node_text(m->arena, link, bar != NULL ? arena_dup(m->arena, bar + 1,
	    (size_t)(shut - bar - 1)) : link->ref);
	return n + 4;
}

static size_t
note_ref(struct mark *m, struct node *parent, const char *s, struct pos at)
{
	struct node *ref;
	size_t n;

	if (s[0] != NOTE_OPEN || s[1] != NOTE_CARET)
		return 0;
	n = strcspn(s + 2, "] \t\n");
	if (n == 0 || s[2 + n] != ']')
		return 0;
	ref = node_child(m->arena, parent, NODE_NOTE_REF);
	ref->at = at;
	ref->name = arena_dup(m->arena, s + 2, n);
	return n + 3;
}

/* Trailing punctuation is not part of a bare address (GFM 6.9). */
static size_t
trim_address(const char *s, size_t n)
{
	size_t opens = 0, shuts = 0, i;

	for (i = 0; i < n; i++) {
		opens += s[i] == '(';
		shuts += s[i] == ')';
	}
	while (n > 0) {
		if (strchr("?!.,:*_~'\"", s[n - 1]) != NULL)
			n--;
		else if (s[n - 1] == ')' && shuts > opens) {
			n--;
			shuts--;
		} else if (s[n - 1] == ';') {
			for (i = n - 1; i > 0 &&
			    isalnum((unsigned char)s[i - 1]); i--)
				;
			if (i > 0 && i < n - 1 && s[i - 1] == '&')
				n = i - 1;
			else
				n--;
		} else
			break;
	}
	return n;
}

/* A host with a dot and no underscore in its last two parts. */
static bool
valid_host(const char *s, size_t n)
{
	size_t dots = 0, under = 0, before = 0, i;

	for (i = 0; i < n; i++) {
		if (s[i] == '.') {
			dots++;
			before = under;
			under = 0;
		} else if (s[i] == '_')
			under++;
		else if (!isalnum((unsigned char)s[i]) && s[i] != '-' &&
		    (unsigned char)s[i] < 0x80)
			break;
	}
	return dots > 0 && under == 0 && before == 0 && i > 0;
}

/* "www.", "http://" or "https://" at s where an address may begin. */
static size_t
bare_url(struct mark *m, struct node *parent, const char *s, char before,
    struct pos at)
{
	size_t scheme = strncmp(s, "http://", 7) == 0 ? 7 :
	    strncmp(s, "https://", 8) == 0 ? 8 : 0, n, host;
	struct node *link;

	if (scheme == 0 ? strncmp(s, "www.", 4) != 0 || (before != '\0' &&
	    strchr(" \t\n*_~(", before) == NULL) :
	    isalpha((unsigned char)before))
		return 0;
	n = strcspn(s, " \t\n<");
	host = strcspn(s + scheme, "/?#: \t\n<");
	if (!valid_host(s + scheme, host))
		return 0;
	if ((n = trim_address(s, n)) <= scheme)
		return 0;
	link = node_child(m->arena, parent, NODE_LINK);
	link->at = at;
	link->url = arena_printf(m->arena, "%s%.*s", scheme == 0 ?
	    "http://" : "", (int)n, s);
	node_text(m->arena, link, arena_dup(m->arena, s, n));
	return n;
}

/*
 * An e-mail address around the '@' at s[i]: takes its local part back from
 * the text before it.  Length behind '@' used, 0 when it is none.
 */
static size_t
bare_mail(struct mark *m, struct node *parent, const char *s, size_t i,
    size_t from, struct pos at)
{
	size_t begin = i, end = i + 1, dots = 0;
	struct node *link;
	char *text;

	while (begin > from && (isalnum((unsigned char)s[begin - 1]) ||
	    strchr(".+-_", s[begin - 1]) != NULL))
		begin--;
	while (isalnum((unsigned char)s[end]) || s[end] == '-' ||
	    s[end] == '_' || (s[end] == '.' &&
	    isalnum((unsigned char)s[end + 1]))) {
		dots += s[end] == '.';
		end++;
	}
	if (begin == i || dots == 0 || s[end - 1] == '-' ||
	    s[end - 1] == '_')
		return 0;
	text_node(m, parent, s + from, begin - from, at);
	text = arena_dup(m->arena, s + begin, end - begin);
	link = node_child(m->arena, parent, NODE_LINK);
	link->at = at;
	link->url = arena_printf(m->arena, "mailto:%s", text);
	node_text(m->arena, link, text);
	return end;
}

/* What GitHub and we find in plain text; links inside links are none. */
static void
text(struct mark *m, struct node *parent, const char *s, struct pos at,
    bool in_link)
{
	size_t from = 0, i = 0, n;
	struct pos here = at;

	while (s[i] != '\0') {
		n = 0;
		if (!in_link && strchr("[\001wh@", s[i]) != NULL) {
			struct node probe = { .type = NODE_PARA };

			here.col = at.col == 0 ? 0 : at.col +
			    (unsigned)utf8_count(s, i);
			if (s[i] == '[')
				n = wiki(m, &probe, s + i, here);
			else if (s[i] == NOTE_OPEN)
				n = note_ref(m, &probe, s + i, here);
			else if (s[i] == '@' && (n = bare_mail(m, &probe, s,
			    i, from, here)) > 0) {
				n -= i;
				from = i;
			} else if (s[i] != '@')
				n = bare_url(m, &probe, s + i,
				    i > 0 ? s[i - 1] : '\0', here);
			if (n > 0) {
				text_node(m, parent, s + from, i - from, at);
				for (struct node *c = probe.first, *next;
				    c != NULL; c = next) {
					next = c->next;
					node_add(parent, c);
				}
				from = i + n;
				here.end = here.col == 0 ? 0 : here.col +
				    (unsigned)utf8_count(s + i, n);
				parent->last->at.end = here.end;
			}
		}
		i += n > 0 ? n : 1;
	}
	text_node(m, parent, s + from, i - from, at);
}

/* The sibling text that holds the next "~" or "~~", split around it. */
static struct node *
tilde(struct arena *a, struct node *n, size_t *len)
{
	const char *s;
	struct node *rest;
	size_t run;

	for (; n != NULL; n = n->next) {
		if (n->type != NODE_TEXT ||
		    (s = strchr(n->text, '~')) == NULL)
			continue;
		run = strspn(s, "~");
		rest = node_new(a, NODE_TEXT);
		*rest = *n;
		rest->text = s + run;
		n->text = arena_dup(a, n->text, (size_t)(s - n->text));
		rest->next = n->next;
		n->next = rest;
		if (n->parent->last == n)
			n->parent->last = rest;
		*len = run;
		return n;
	}
	return NULL;
}

static void
append(struct arena *a, struct node *n, const char *mark, size_t len)
{
	n->text = arena_printf(a, "%s%.*s", n->text, (int)len, mark);
}

/* One or two tildes on both sides strike what is between. */
static void
strike(struct mark *m, struct node *parent)
{
	struct node *open, *shut, *s;
	size_t len, len2;

	for (open = tilde(m->arena, parent->first, &len); open != NULL;
	    open = tilde(m->arena, open->next, &len)) {
		shut = len > 2 || open->next->text[0] == ' ' ||
		    (open->next->text[0] == '\0' &&
		    open->next->next == NULL) ? NULL :
		    tilde(m->arena, open->next, &len2);
		if (shut == NULL) {
			append(m->arena, open, "~~~~~~~~", len > 8 ? 8 : len);
			continue;
		}
		if (len2 != len) {
			append(m->arena, open, "~~", len);
			append(m->arena, shut, "~~~~~~~~",
			    len2 > 8 ? 8 : len2);
			open = shut;
			continue;
		}
		s = node_new(m->arena, NODE_STRIKE);
		s->at = open->at;
		s->parent = parent;
		s->first = open->next;
		s->last = shut;
		s->next = shut->next;
		shut->next = NULL;
		open->next = s;
		for (struct node *c = s->first; c != NULL; c = c->next)
			c->parent = s;
		if (parent->last == shut)
			parent->last = s;
		open = s;
	}
}

static bool
is_break(const char *s)
{
	char name[8];

	return sscanf(s, "<%2[brBR]%*[ /]>", name) == 1 &&
	    strcasecmp(name, "br") == 0 && strlen(s) <= 8;
}

static void
html(struct mark *m, struct node *parent, cmark_node *n)
{
	const char *s = cmark_node_get_literal(n);
	struct pos at = mark_pos(m, n);

	if (is_break(s)) {
		node_child(m->arena, parent, NODE_BREAK)->at = at;
		return;
	}
	if (strncmp(s, "<!--", 4) != 0)
		diag_add(m->diags, D_MARK_HTML, at, NULL, "html",
		    arena_printf(m->arena, "%.40s", s), NULL);
}

static void one(struct mark *, struct node *, cmark_node *, bool);

static void
children(struct mark *m, struct node *parent, cmark_node *n, bool in_link)
{
	for (n = cmark_node_first_child(n); n != NULL;
	    n = cmark_node_next(n))
		one(m, parent, n, in_link);
	strike(m, parent);
}

static void
link_to(struct mark *m, struct node *parent, cmark_node *n)
{
	struct pos at = mark_pos(m, n);
	const char *url = address(m, cmark_node_get_url(n), at);
	struct node *link;

	if (url == NULL) {
		children(m, parent, n, true);
		return;
	}
	link = node_child(m->arena, parent, NODE_LINK);
	link->at = at;
	link->url = url;
	children(m, link, n, true);
}

static void
image(struct mark *m, struct node *parent, cmark_node *n)
{
	struct node probe = { .type = NODE_PARA }, *img;
	struct pos at = mark_pos(m, n);
	const char *url = address(m, cmark_node_get_url(n), at);
	struct buf b = BUF_INIT;

	children(m, &probe, n, true);
	node_plain(&b, &probe);
	if (url == NULL)
		text_node(m, parent, b.s == NULL ? "" : b.s, b.len, at);
	else {
		img = node_child(m->arena, parent, NODE_IMAGE);
		img->at = at;
		img->url = url;
		img->text = arena_dup(m->arena, b.s, b.len);
	}
	buf_done(&b);
}

static void
one(struct mark *m, struct node *parent, cmark_node *n, bool in_link)
{
	struct node *out;

	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_TEXT:
		text(m, parent, cmark_node_get_literal(n), mark_pos(m, n),
		    in_link);
		return;
	case CMARK_NODE_SOFTBREAK:
		node_child(m->arena, parent, NODE_SOFT);
		return;
	case CMARK_NODE_LINEBREAK:
		node_child(m->arena, parent, NODE_BREAK);
		return;
	case CMARK_NODE_CODE:
		out = node_child(m->arena, parent, NODE_LITERAL);
		out->at = mark_pos(m, n);
		out->text = mark_restore(m->arena, cmark_node_get_literal(n));
		return;
	case CMARK_NODE_HTML_INLINE:
		html(m, parent, n);
		return;
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
		out = node_child(m->arena, parent, cmark_node_get_type(n) ==
		    CMARK_NODE_EMPH ? NODE_EMPH : NODE_STRONG);
		out->at = mark_pos(m, n);
		/* The guard bounds how deep marks can nest. */
		children(m, out, n, in_link);
		return;
	case CMARK_NODE_LINK:
		link_to(m, parent, n);
		return;
	case CMARK_NODE_IMAGE:
		image(m, parent, n);
		return;
	default:
		children(m, parent, n, in_link);
	}
}

void
mark_inlines(struct mark *m, struct node *parent, cmark_node *n)
{
	children(m, parent, n, false);
}
