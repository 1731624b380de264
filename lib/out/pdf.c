#include <errno.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/map.h"
#include "out/out.h"
#include "out/pdf.h"

static void
add_place(struct pdf *p, const char *anchor)
{
	map_put(p->places, anchor, arena_alloc(p->arena,
	    sizeof(struct pdf_place)));
}

/* The anchors of a page, or the rows that stand for pages not printed. */
static void
find_places(struct pdf *p, const struct node *page, bool rows)
{
	const struct node *n = NULL;
	bool enter = true;

	while ((n = node_step(page, n, &enter)) != NULL) {
		if (!enter || n->site ||
		    (n->parent != NULL && n->parent->site))
			continue;
		if (!rows && n->anchor != NULL && *n->anchor != '\0' &&
		    map_get(p->places, n->anchor) == NULL)
			add_place(p, n->anchor);
		if (rows && n->type == NODE_ROW && n->ref != NULL &&
		    map_get(p->places, n->ref) == NULL) {
			add_place(p, n->ref);
			map_put(p->stands, n->ref, (void *)(uintptr_t)n);
		}
	}
}

/* Every place that can be linked to, before the first link is set. */
static void
find_anchors(struct pdf *p)
{
	const struct node *n;

	for (n = p->book->first; n != NULL; n = n->next)
		if (!n->site)
			find_places(p, n, false);
	for (n = p->book->first; n != NULL; n = n->next)
		if (!n->site)
			find_places(p, n, true);
}

int
pdf_write(struct arena *a, struct diags *ds, const struct node *book,
    const struct out_meta *meta, const char *path)
{
	struct pdf p = { .arena = a, .diags = ds, .book = book, .meta = meta };
	struct pdf_list list = { 0 };
	struct buf done = BUF_INIT;
	struct pos nowhere = { 0 };
	int rc;

	p.fonts = pdf_fonts_new(a);
	if (p.fonts == NULL) {
		diag_add(ds, D_OUT_FONTS, nowhere, NULL, "fonts",
		    pdf_font_names(), NULL);
		errno = ENOENT;
		return -1;
	}
	p.places = map_new(a);
	p.stands = map_new(a);
	p.missed = map_new(a);
	p.pictures = map_new(a);
	find_anchors(&p);
	pdf_book(&p, &list);
	pdf_pages(&p, &list);
	pdf_paint(&p, &done);
	rc = fs_replace(path, done.s, done.len);
	buf_done(&done);
	pdf_fonts_done(p.fonts);
	return rc;
}
