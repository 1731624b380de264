#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/map.h"
#include "out/html.h"
#include "out/out.h"

/* Files that come from the templates as they are. */
static const char *const assets[] = { "style.css", "site.js" };
static const char *const logos[] = { "logo.svg", "logo.png", "logo.jpg" };

/* What a template is filled with. */
struct slot {
	const char	*name;
	struct buf	 text;
};

static bool
is_safe(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

const char *
html_name(struct html *h, struct map *taken, const char *name,
    const char *suffix)
{
	char *s, *low, *p;
	unsigned n = 1;

	s = arena_str(h->arena, name == NULL || *name == '\0' ||
	    *name == '.' ? "page" : name);
	for (p = s; *p != '\0'; p++)
		if (!is_safe(*p))
			*p = '-';
	name = s;
	for (;;) {
		low = arena_str(h->arena, name);
		for (p = low; *p != '\0'; p++)
			if (*p >= 'A' && *p <= 'Z')
				*p = (char)(*p - 'A' + 'a');
		if (map_get(taken, low) == NULL)
			break;
		name = arena_printf(h->arena, "%s-%u", s, ++n);
	}
	map_put(taken, low, low);
	return arena_printf(h->arena, "%s.%s", name, suffix);
}

/* Where each page stands in the nest, and its neighbours at its height. */
static void
place_pages(struct html *h)
{
	struct html_page *p, *last[2] = { NULL, NULL }, *text = NULL,
	    *record = NULL;
	size_t i;

	for (i = 0; i < h->len; i++) {
		p = &h->pages[i];
		if (p->node->level >= 3) {
			p->up = last[1] != NULL ? last[1] : last[0];
			if (record != NULL && record->up == p->up) {
				p->prev = record;
				record->next = p;
			}
			record = p;
			continue;
		}
		if (p->node->level == 2) {
			p->up = last[0];
			last[1] = p;
		} else {
			last[0] = p;
			last[1] = NULL;
		}
		p->prev = text;
		if (text != NULL)
			text->next = p;
		text = p;
	}
}

/*
 * The id of an anchor: what follows the page's own anchor, so that a heading
 * keeps the address that it has at the forge.
 */
static void
place_anchor(struct html *h, const struct html_page *page,
    const struct node *n, struct map *ids)
{
	struct html_spot *spot;
	const char *own = page->node->anchor;
	char *id, *p;
	size_t len;

	if (n->anchor == NULL || map_get(h->spots, n->anchor) != NULL)
		return;
	spot = arena_alloc(h->arena, sizeof(*spot));
	spot->page = page;
	map_put(h->spots, n->anchor, spot);
	if (n == page->node)
		return;
	len = own == NULL ? 0 : strlen(own);
	id = arena_str(h->arena, len > 0 && strncmp(n->anchor, own, len) == 0 &&
	    n->anchor[len] == '/' && n->anchor[len + 1] != '\0' ?
	    n->anchor + len + 1 : n->anchor);
	for (p = id; *p != '\0'; p++)
		if ((unsigned char)*p <= ' ')
			*p = '-';
	while (map_get(ids, id) != NULL)
		id = arena_printf(h->arena, "%s-x", id);
	map_put(ids, id, spot);
	spot->id = id;
}

static void
place_all(struct html *h, const struct node *book)
{
	struct map *taken = map_new(h->arena), *ids;
	const struct node *n, *in;
	struct html_page *p;
	bool enter;

	h->spots = map_new(h->arena);
	h->files = map_new(h->arena);
	for (n = book->first; n != NULL; n = n->next)
		h->len += n->type == NODE_PAGE;
	h->pages = arena_alloc(h->arena, (h->len + 1) * sizeof(*h->pages));
	p = h->pages;
	for (n = book->first; n != NULL; n = n->next) {
		if (n->type != NODE_PAGE)
			continue;
		p->node = n;
		p->file = html_name(h, taken, n->name, "html");
		p->address = h->single ? arena_printf(h->arena, "#%.*s",
		    (int)(strlen(p->file) - strlen(".html")), p->file) :
		    p->file;
		ids = map_new(h->arena);
		for (in = NULL; (in = node_step(n, in, &enter)) != NULL;) {
			if (!enter)
				continue;
			place_anchor(h, p, in, ids);
			if (in->type == NODE_TABLE && in->wide)
				p->wide = true;
		}
		p++;
	}
	place_pages(h);
}

int
html_file(const struct html *h, const char *dir, const char *name,
    const char *s, size_t len)
{
	const char *former = h->meta->former;

	return fs_write_like(arena_printf(h->arena, "%s/%s", dir, name),
	    former == NULL ? NULL :
	    arena_printf(h->arena, "%s/%s", former, name), s, len);
}

/* Replace each {{name}}: one of the slots, or a word. */
static void
fill(const struct html *h, struct buf *b, const char *t, const char *end,
    const struct slot *slots)
{
	const struct slot *s;
	const char *open, *close;
	char *name;

	while ((open = memmem(t, (size_t)(end - t), "{{", 2)) != NULL) {
		close = memmem(open, (size_t)(end - open), "}}", 2);
		if (close == NULL)
			break;
		buf_add(b, t, (size_t)(open - t));
		t = close + 2;
		name = arena_dup(h->arena, open + 2,
		    (size_t)(close - open - 2));
		for (s = slots; s->name != NULL; s++)
			if (strcmp(s->name, name) == 0)
				break;
		if (s->name != NULL)
			buf_add(b, s->text.s, s->text.len);
		else
			html_word(h, b, name);
	}
	buf_add(b, t, (size_t)(end - t));
}

void
html_page_class(const struct html *h, const struct html_page *p, struct buf *b)
{
	buf_addf(b, "level-%u", p->node->level);
	if (p->wide)
		buf_adds(b, " wide");
	if (h->meta->draft)
		buf_adds(b, " draft");
	if (p == h->pages)
		buf_adds(b, " home");
}

/* A word with its one {place} filled: "Version 2.1"; nothing if empty. */
static void
worded(const struct html *h, struct buf *b, const char *key,
    const char *value)
{
	const char *form = h->meta->word(h->meta->word_data, key),
	    *open = strchr(form, '{'), *end;
	struct buf t = BUF_INIT;

	if (value == NULL || *value == '\0')
		return;
	end = open == NULL ? NULL : strchr(open, '}');
	buf_add(&t, form, end == NULL ? strlen(form) :
	    (size_t)(open - form));
	if (end != NULL) {
		buf_adds(&t, value);
		buf_adds(&t, end + 1);
	}
	html_escape(b, t.s);
	buf_done(&t);
}

/* Where the source of the page is edited. */
void
html_edit(const struct html *h, const struct html_page *p, struct buf *b)
{
	if (p->node->url == NULL)
		return;
	buf_adds(b, "<p class=\"edit\"><a");
	html_url(b, p->node->url);
	buf_addc(b, '>');
	html_word(h, b, "out.edit");
	buf_adds(b, "</a></p>");
}

#define SLOTS	20

/* What every page says of the manual, then what it is itself. */
static void
fill_slots(const struct html *h, const struct html_page *p,
    struct slot slots[SLOTS])
{
	static const char *const names[SLOTS] = { "lang", "title", "class",
	    "manual", "organisation", "number", "edition", "classification",
	    "commit", "asof", "logo", "nav", "breadcrumbs", "outline",
	    "content", "children", "steps", "edit", "languages", NULL };
	const struct out_meta *m = h->meta;
	struct slot *s = slots;
	size_t i;

	for (i = 0; i < SLOTS; i++)
		slots[i] = (struct slot){ names[i], BUF_INIT };
	buf_adds(&s++->text, lang_code(m->lang));
	html_title(&s++->text, p->node);
	html_page_class(h, p, &s++->text);
	html_escape(&s++->text, m->title);
	html_escape(&s++->text, m->organisation);
	html_escape(&s++->text, m->number);
	worded(h, &s++->text, "out.version", m->version);
	html_escape(&s++->text, m->classification);
	worded(h, &s++->text, "out.commit", m->commit);
	worded(h, &s++->text, "out.as_of", m->asof);
	if (h->logo != NULL)
		buf_addf(&s->text, "<img class=\"logo\" src=\"%s\" alt=\"\">",
		    h->logo);
	s++;
	html_nav(h, p, &s++->text);
	html_editions(h, p, &slots[18].text);
	if (h->single) {
		html_articles(h, &slots[14].text);
		return;
	}
	html_crumbs(h, p, &s++->text);
	html_outline(h, p, &s++->text);
	html_content(h, p, &s++->text);
	html_children(h, p, &s++->text);
	html_steps(h, p, &s++->text);
	html_edit(h, p, &s->text);
}

/* The page in the template's frame. */
static void
frame(const struct html *h, const struct html_page *p, const char *template,
    size_t len, struct buf *b)
{
	struct slot slots[SLOTS], *s;

	fill_slots(h, p, slots);
	fill(h, b, template, template + len, slots);
	for (s = slots; s->name != NULL; s++)
		buf_done(&s->text);
}

static int
write_page(const struct html *h, const char *dir, const struct html_page *p,
    const char *template, size_t len)
{
	struct buf b = BUF_INIT;
	int rc;

	frame(h, p, template, len, &b);
	rc = html_file(h, dir, p->file, b.s, b.len);
	buf_done(&b);
	return rc;
}

/* What comes from the templates; the organisation's style stands last. */
static int
write_assets(struct html *h, const char *dir)
{
	const struct out_meta *m = h->meta;
	struct buf b = BUF_INIT;
	const char *s;
	size_t i, len;
	int rc = 0;

	for (i = 0; rc == 0 && i < sizeof(assets) / sizeof(*assets); i++) {
		buf_clear(&b);
		if ((s = m->file(m->file_data, assets[i], &len)) == NULL)
			continue;
		buf_add(&b, s, len);
		if (strcmp(assets[i], "style.css") == 0 &&
		    (s = m->file(m->file_data, "own.css", &len)) != NULL)
			buf_add(&b, s, len);
		rc = html_file(h, dir, assets[i], b.s, b.len);
	}
	for (i = 0; rc == 0 && h->logo == NULL &&
	    i < sizeof(logos) / sizeof(*logos); i++)
		if ((s = m->file(m->file_data, logos[i], &len)) != NULL) {
			h->logo = logos[i];
			rc = html_file(h, dir, logos[i], s, len);
		}
	buf_done(&b);
	return rc;
}

int
html_write(struct arena *a, struct diags *ds, const struct node *book,
    const struct out_meta *m, const char *dir)
{
	struct html h = { .arena = a, .meta = m };
	const char *s;
	size_t i, len;

	(void)ds;
	place_all(&h, book);
	if (write_assets(&h, dir) == -1)
		return -1;
	if (html_images(&h, dir) == -1 || html_find(&h, dir) == -1 ||
	    html_sheets(&h, dir) == -1 || html_calendars(&h, dir) == -1)
		return -1;
	if ((s = m->file(m->file_data, "page.html", &len)) == NULL) {
		errno = ENOENT;
		return -1;
	}
	for (i = 0; i < h.len; i++)
		if (write_page(&h, dir, &h.pages[i], s, len) == -1)
			return -1;
	return 0;
}

int
html_write_single(struct arena *a, const struct node *book,
    const struct out_meta *m, struct buf *out)
{
	struct html h = { .arena = a, .meta = m, .single = true };
	struct buf b = BUF_INIT;
	const char *s;
	size_t len;

	place_all(&h, book);
	html_inline_images(&h);
	if (h.len == 0 ||
	    (s = m->file(m->file_data, "page.html", &len)) == NULL) {
		errno = ENOENT;
		return -1;
	}
	frame(&h, h.pages, s, len, &b);
	html_inline(&h, b.s, b.len, out);
	buf_done(&b);
	return 0;
}
