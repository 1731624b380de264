#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/map.h"
#include "out/html.h"
#include "out/out.h"

/* Files that come from the templates as they are. */
static const char *const assets[] = { "style.css", "site.js" };
static const char *const logos[] = { "logo.svg", "logo.png", "logo.jpg" };

/* What a template may ask for. */
enum slot {
	SLOT_LANG, SLOT_TITLE, SLOT_CLASS, SLOT_MANUAL, SLOT_ORGANISATION,
	SLOT_NUMBER, SLOT_EDITION, SLOT_CLASSIFICATION, SLOT_COMMIT, SLOT_ASOF,
	SLOT_LOGO, SLOT_NAV, SLOT_BREADCRUMBS, SLOT_OUTLINE, SLOT_CONTENT,
	SLOT_CHILDREN, SLOT_STEPS, SLOT_EDIT, SLOT_LANGUAGES, SLOTS
};

/*
 * A template is taken apart once: bytes that are the same on every page, and
 * what each page has of its own behind them.
 */
struct piece {
	struct buf	 text;
	enum slot	 slot;		/* SLOTS: nothing */
};

struct frame {
	struct piece	*pieces;
	size_t		 len;
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

#define COLUMNS_WIDE	8
#define COLUMNS_WIDEST	10

/*
 * A table that wants the whole page: it says so, or has many columns.  With
 * most of them it wants the place of the chapters beside it as well.
 */
static enum html_width
width_of(const struct node *table)
{
	const struct node *n;
	unsigned columns = 0;

	if (table->wide)
		return HTML_WIDEST;
	if (table->name == NULL || table->first == NULL ||
	    strcmp(table->name, "grid") == 0 ||
	    strcmp(table->name, "form") == 0)
		return HTML_PLAIN;
	for (n = table->first->first; n != NULL; n = n->next)
		columns++;
	return columns >= COLUMNS_WIDEST ? HTML_WIDEST :
	    columns >= COLUMNS_WIDE ? HTML_WIDE : HTML_PLAIN;
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
	map_put(taken, "404", taken);
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
			p->images |= in->type == NODE_IMAGE;
			if (in->type == NODE_TABLE &&
			    width_of(in) > p->width)
				p->width = width_of(in);
		}
		p++;
	}
	place_pages(h);
}

int
html_file(const struct html *h, const char *dir, const char *name,
    const char *s, size_t len)
{
	const char *former = h->former;

	return fs_write_like(arena_printf(h->arena, "%s/%s", dir, name),
	    former == NULL ? NULL :
	    arena_printf(h->arena, "%s/%s", former, name), s, len);
}

void
html_page_class(const struct html *h, const struct html_page *p, struct buf *b)
{
	buf_addf(b, "level-%u", p->node->level);
	if (p->width != HTML_PLAIN)
		buf_adds(b, p->width == HTML_WIDEST ? " wide widest" :
		    " wide");
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

/* What is the same on every page; false: it is not. */
static bool
fill_manual(const struct html *h, enum slot slot, struct buf *b)
{
	const struct out_meta *m = h->meta;

	switch (slot) {
	case SLOT_LANG:
		buf_adds(b, lang_code(m->lang));
		return true;
	case SLOT_MANUAL:
		html_escape(b, m->title);
		return true;
	case SLOT_ORGANISATION:
		html_escape(b, m->organisation);
		return true;
	case SLOT_NUMBER:
		html_escape(b, m->number);
		return true;
	case SLOT_EDITION:
		worded(h, b, "out.version", m->version);
		return true;
	case SLOT_CLASSIFICATION:
		html_escape(b, m->classification);
		return true;
	case SLOT_COMMIT:
		worded(h, b, "out.commit", m->commit);
		return true;
	case SLOT_ASOF:
		worded(h, b, "out.as_of", m->asof);
		return true;
	case SLOT_LOGO:
		if (h->logo != NULL)
			buf_addf(b, "<img class=\"logo\" src=\"%s\" alt=\"\">",
			    h->logo);
		return true;
	default:
		return false;
	}
}

/* What a page says itself. */
static void
fill_page(const struct html *h, const struct html_page *p, enum slot slot,
    struct buf *b)
{
	if (slot == SLOT_TITLE)
		html_title(b, p->node);
	else if (slot == SLOT_CLASS)
		html_page_class(h, p, b);
	else if (slot == SLOT_NAV)
		html_nav(h, p, b);
	else if (slot == SLOT_LANGUAGES)
		html_editions(h, p, b);
	else if (slot == SLOT_CONTENT && h->single)
		html_articles(h, b);
	else if (h->single)
		return;
	else if (slot == SLOT_BREADCRUMBS)
		html_crumbs(h, p, b);
	else if (slot == SLOT_OUTLINE)
		html_outline(h, p, b);
	else if (slot == SLOT_CONTENT)
		html_content(h, p, b);
	else if (slot == SLOT_CHILDREN)
		html_children(h, p, b);
	else if (slot == SLOT_STEPS)
		html_steps(h, p, b);
	else if (slot == SLOT_EDIT)
		html_edit(h, p, b);
}

static enum slot
slot_named(const char *name)
{
	static const char *const names[SLOTS] = { "lang", "title", "class",
	    "manual", "organisation", "number", "edition", "classification",
	    "commit", "asof", "logo", "nav", "breadcrumbs", "outline",
	    "content", "children", "steps", "edit", "languages" };
	int i;

	for (i = 0; i < SLOTS && strcmp(names[i], name) != 0; i++)
		continue;
	return (enum slot)i;
}

/* Each {{name}} is one of the slots, or a word. */
static void
frame_open(const struct html *h, const char *t, size_t len, struct frame *f)
{
	const char *end = t + len, *open, *close;
	struct piece *p;
	enum slot slot;
	char *name;

	*f = (struct frame){ NULL, 0 };
	p = f->pieces = arena_grow(h->arena, NULL, 0, sizeof(*p));
	p->slot = SLOTS;
	while ((open = memmem(t, (size_t)(end - t), "{{", 2)) != NULL) {
		close = memmem(open, (size_t)(end - open), "}}", 2);
		if (close == NULL)
			break;
		buf_add(&p->text, t, (size_t)(open - t));
		t = close + 2;
		name = arena_dup(h->arena, open + 2,
		    (size_t)(close - open - 2));
		if ((slot = slot_named(name)) == SLOTS)
			html_word(h, &p->text, name);
		else if (!fill_manual(h, slot, &p->text)) {
			p->slot = slot;
			f->pieces = arena_grow(h->arena, f->pieces, ++f->len,
			    sizeof(*p));
			p = &f->pieces[f->len];
			p->slot = SLOTS;
		}
	}
	buf_add(&p->text, t, (size_t)(end - t));
	f->len++;
}

static void
frame_done(struct frame *f)
{
	for (size_t i = 0; i < f->len; i++)
		buf_done(&f->pieces[i].text);
}

/* The page in the template's frame. */
static void
frame_fill(const struct html *h, const struct html_page *p,
    const struct frame *f, struct buf *b)
{
	for (size_t i = 0; i < f->len; i++) {
		buf_add(b, f->pieces[i].text.s, f->pieces[i].text.len);
		if (f->pieces[i].slot != SLOTS)
			fill_page(h, p, f->pieces[i].slot, b);
	}
}

static int
write_pages(const struct html *h, const char *dir, const struct frame *f)
{
	struct finder *find = html_find_new(h, dir);
	struct buf b = BUF_INIT;
	int rc = 0;

	for (size_t i = 0; i < h->len && rc == 0; i++) {
		buf_clear(&b);
		frame_fill(h, &h->pages[i], f, &b);
		rc = html_file(h, dir, h->pages[i].file, b.s, b.len);
		if (rc == 0)
			rc = html_find_read(find, &h->pages[i]);
	}
	buf_done(&b);
	return html_find_done(find, rc);
}

/*
 * What a web server shows for an address that is none: a record has another
 * id, a chapter was left out.  It is no page of the book.
 */
static int
write_missing(const struct html *h, const char *dir, const struct frame *f)
{
	const struct out_meta *m = h->meta;
	struct html_page page = { .file = HTML_MISSING,
	    .address = HTML_MISSING };
	struct node *n = node_new(h->arena, NODE_PAGE);
	struct buf b = BUF_INIT;
	int rc;

	n->level = 1;
	n->text = m->word(m->word_data, "out.missing");
	node_child(h->arena, node_child(h->arena, n, NODE_PARA),
	    NODE_TEXT)->text = m->word(m->word_data, "out.missing_why");
	page.node = n;
	frame_fill(h, &page, f, &b);
	rc = html_file(h, dir, page.file, b.s, b.len);
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
	struct frame f;
	struct stat st;
	const char *s;
	size_t len;
	int rc;

	(void)ds;
	place_all(&h, book);
	if (m->former != NULL && stat(m->former, &st) == 0)
		h.former = m->former;
	if (write_assets(&h, dir) == -1)
		return -1;
	if (html_images(&h, dir) == -1 || html_sheets(&h, dir) == -1 ||
	    html_calendars(&h, dir) == -1)
		return -1;
	if ((s = m->file(m->file_data, "page.html", &len)) == NULL) {
		errno = ENOENT;
		return -1;
	}
	frame_open(&h, s, len, &f);
	rc = write_pages(&h, dir, &f);
	if (rc == 0)
		rc = write_missing(&h, dir, &f);
	frame_done(&f);
	return rc;
}

int
html_write_single(struct arena *a, const struct node *book,
    const struct out_meta *m, struct buf *out)
{
	struct html h = { .arena = a, .meta = m, .single = true };
	struct buf b = BUF_INIT;
	struct frame f;
	const char *s;
	size_t len;

	place_all(&h, book);
	html_inline_images(&h);
	if (h.len == 0 ||
	    (s = m->file(m->file_data, "page.html", &len)) == NULL) {
		errno = ENOENT;
		return -1;
	}
	frame_open(&h, s, len, &f);
	frame_fill(&h, h.pages, &f, &b);
	frame_done(&f);
	html_inline(&h, b.s, b.len, out);
	buf_done(&b);
	return 0;
}
