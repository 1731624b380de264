#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "book/book.h"
#include "book/part.h"
#include "load/load.h"
#include "load/mark.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/model.h"

/* A path beside that of a file, its . and .. taken in; NULL when outside. */
static const char *
path_beside(struct part *p, const char *file, const char *rel, size_t len)
{
	struct buf b = BUF_INIT;
	const char *slash = strrchr(file, '/'), *end = rel + len, *next, *s;
	size_t n;

	if (slash != NULL)
		buf_add(&b, file, (size_t)(slash - file));
	for (; rel < end; rel = next + 1) {
		if ((next = memchr(rel, '/', (size_t)(end - rel))) == NULL)
			next = end;
		n = (size_t)(next - rel);
		if (n == 0 || (n == 1 && *rel == '.'))
			continue;
		if (n == 2 && memcmp(rel, "..", 2) == 0) {
			if (b.len == 0) {
				buf_done(&b);
				return NULL;
			}
			while (b.len > 0 && b.s[b.len - 1] != '/')
				b.len--;
			if (b.len > 0)
				b.len--;
			b.s[b.len] = '\0';
			continue;
		}
		if (b.len > 0)
			buf_addc(&b, '/');
		buf_add(&b, rel, n);
	}
	s = arena_str(p->arena, b.s != NULL ? b.s : "");
	buf_done(&b);
	return s;
}

/* Where a link of the source leads within the book, or NULL. */
static const char *
book_ref(struct part *p, const struct record *r, const char *url)
{
	const struct record *to;
	const char *hash = strchr(url, '#'), *path;
	size_t len = hash == NULL ? strlen(url) : (size_t)(hash - url);

	if (r == NULL)
		return NULL;
	if (len == 0)
		return hash == NULL || hash[1] == '\0' ? r->id :
		    arena_printf(p->arena, "%s/%s", r->id, hash + 1);
	if (memchr(url, ':', len) != NULL || r->doc == NULL)
		return NULL;
	path = path_beside(p, r->doc->path, url, len);
	if (path == NULL || (to = map_get(p->paths, path)) == NULL)
		return NULL;
	return hash == NULL || hash[1] == '\0' ? to->id :
	    arena_printf(p->arena, "%s/%s", to->id, hash + 1);
}

/*
 * The heading with which a text begins by saying its title again, after its
 * id perhaps; the page has it already.  NULL when it does not.
 */
static const struct node *
title_heading(const struct record *r, const struct node *body)
{
	const struct node *h = body == NULL ? NULL : body->first;
	struct buf b = BUF_INIT;
	const char *s, *title;
	bool same = false;
	int lang;

	if (h == NULL || h->type != NODE_HEADING || h->level != 1)
		return NULL;
	node_plain(&b, h);
	s = b.s != NULL ? b.s : "";
	if (r->id != NULL && strncmp(s, r->id, strlen(r->id)) == 0) {
		s += strlen(r->id);
		s += strspn(s, " :-");
	}
	for (lang = 0; !same && lang < LANG_COUNT; lang++) {
		title = record_title(r, (enum lang)lang);
		same = title != NULL && strcmp(s, title) == 0;
	}
	buf_done(&b);
	return same ? h : NULL;
}

/* A link to a title that is not printed again leads to the page. */
static void
mend_ref(struct part *p, struct node *n)
{
	const char *slash = n->ref == NULL ? NULL : strchr(n->ref, '/');
	const struct record *to;
	const struct node *h;
	const char *id;

	if (slash == NULL)
		return;
	id = arena_dup(p->arena, n->ref, (size_t)(slash - n->ref));
	if ((to = model_find(p->in->model, id)) != NULL &&
	    (h = title_heading(to, to->body)) != NULL && h->anchor != NULL &&
	    strcmp(h->anchor, slash + 1) == 0)
		n->ref = to->id;
}

static void
mend_link(struct part *p, struct node *n, const struct record *r)
{
	const char *ref;

	if (n->ref != NULL)
		return;
	/* A file that is no record is seen at the forge, or nowhere. */
	if (n->name != NULL) {
		n->url = part_address(p, p->in->model->config->forge_file,
		    n->name, true);
		n->name = NULL;
		return;
	}
	if (n->url == NULL || (ref = book_ref(p, r, n->url)) == NULL)
		return;
	n->ref = ref;
	n->url = NULL;
}

static struct node *
copy_one(struct part *p, struct node *up, const struct node *n,
    const struct record *r, unsigned shift)
{
	struct node *c = node_new(p->arena, n->type);
	const struct record *to;

	*c = *n;
	c->parent = c->first = c->last = c->next = NULL;
	node_add(up, c);
	if (n->type == NODE_HEADING) {
		c->level = (unsigned char)(n->level + shift);
		if (c->level > 6)
			c->level = 6;
		c->anchor = r == NULL || n->anchor == NULL ? NULL :
		    arena_printf(p->arena, "%s/%s", r->id, n->anchor);
	} else {
		c->anchor = NULL;
	}
	if (n->type == NODE_LINK) {
		mend_link(p, c, r);
		mend_ref(p, c);
	}
	/* [[PER-0001]] shows the name, which leads to the page if there is one. */
	if (n->type == NODE_TEXT && up->type == NODE_LINK &&
	    up->ref != NULL && n->text != NULL &&
	    strcmp(n->text, up->ref) == 0 &&
	    (to = model_find(p->in->model, up->ref)) != NULL) {
		struct node tmp = { .type = NODE_PARA };

		value_ref(p, &tmp, to->id, false);
		if (tmp.first != NULL && tmp.first->name != NULL) {
			up->name = tmp.first->name;
			c->text = tmp.first->first->text;
		} else if (tmp.first != NULL &&
		    tmp.first->type == NODE_TEXT)
			c->text = tmp.first->text;
	}
	return c;
}

/* Text that is neither a link nor a title may name records. */
static bool
may_name(const struct node *up)
{
	for (; up != NULL; up = up->parent)
		if (up->type == NODE_LINK || up->type == NODE_HEADING ||
		    up->type == NODE_IMAGE)
			return false;
		else if (up->type == NODE_BODY)
			break;
	return true;
}

/* Text keeps its place, for what is said of its characters. */
static void
put_text(struct part *p, struct node *up, const struct node *n)
{
	struct node *c = up->last;

	value_text(p, up, n->text);
	for (c = c == NULL ? up->first : c->next; c != NULL; c = c->next)
		c->at = n->at;
}

/* All of a body but the heading that is the title. */
static void
copy_all(struct part *p, struct node *up, const struct node *body,
    const struct record *r, const struct node *title)
{
	const struct node *n = NULL;
	struct node *at = up;
	unsigned shift = 0;
	bool enter, skip = false;

	while ((n = node_step(body, n, &enter)) != NULL)
		if (enter && n->type == NODE_HEADING && n->level < 2 &&
		    n != title)
			shift = 1;
	while ((n = node_step(body, n, &enter)) != NULL) {
		skip = skip || n == title;
		if (skip) {
			/* with what stands in it */
			skip = enter || n != title;
			continue;
		}
		if (!enter)
			at = at->parent;
		else if (n->type == NODE_TEXT && may_name(at))
			put_text(p, at, n);
		else if (node_is_leaf(n->type))
			copy_one(p, at, n, r, shift);
		else
			at = copy_one(p, at, n, r, shift);
	}
}

void
body_copy(struct part *p, struct node *up, const struct node *body,
    const struct record *r)
{
	copy_all(p, up, body, r, r == NULL ? NULL : title_heading(r, body));
}

/* The prose of a document in the language of the book; NULL: none there. */
static const struct node *
translated(struct part *p, const struct doc *doc)
{
	const struct telling *t = doc_telling(doc, lang_code(p->lang));

	return t == NULL ? NULL : t->tree;
}

static bool
is_title(const struct node *n)
{
	return n->type == NODE_HEADING && n->level == 1;
}

void
body_record(struct part *p, struct node *up, const struct record *r)
{
	const struct node *told, *body;

	told = r->defaults != NULL ? NULL : translated(p, r->doc);
	body = told != NULL ? told : r->body;
	if (body == NULL || body->first == NULL)
		return;
	body_copy(p, up, body, r);
	if (told == NULL)
		up->last->lang = value_lang(p, r);
}

/* The prose of the register file of r; NULL: there is none but its title. */
static const struct node *
opening(struct part *p, const struct record *r, bool *own)
{
	const struct node *told, *body;

	if (r->defaults == NULL)
		return NULL;
	told = translated(p, r->doc);
	body = told != NULL ? told : r->doc->tree;
	*own = told == NULL;
	return body == NULL || body->first == NULL || (is_title(body->first) &&
	    body->first->next == NULL) ? NULL : body;
}

bool
body_opens(struct part *p, const struct record *r)
{
	bool own;

	return opening(p, r, &own) != NULL;
}

/* The title of a file among others leads its first paragraph. */
static void
lead_in(struct part *p, struct node *para, const struct node *title)
{
	struct node *rest = para->first, *last = para->last, *strong;
	struct buf b = BUF_INIT;

	node_plain(&b, title);
	para->first = para->last = NULL;
	strong = node_child(p->arena, para, NODE_STRONG);
	node_text(p->arena, strong, arena_str(p->arena, b.s));
	node_text(p->arena, para, b.len > 0 && (signed char)b.s[b.len - 1] < 0 ?
	    "\xe3\x80\x80" : ": ");
	buf_done(&b);
	para->last->next = rest;
	para->last = last;
}

void
body_register(struct part *p, struct node *up, const struct record *r,
    bool named)
{
	const struct node *body, *title;
	bool own, lead;

	if ((body = opening(p, r, &own)) == NULL)
		return;
	title = is_title(body->first) ? body->first : NULL;
	lead = named && title != NULL && title->next->type == NODE_PARA &&
	    title->next->first != NULL;
	copy_all(p, up, body, r, named && !lead ? NULL : title);
	if (own)
		up->last->lang = value_lang(p, r);
	if (lead && up->last->first != NULL)
		lead_in(p, up->last->first, title);
}
