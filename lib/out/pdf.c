#include <errno.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/map.h"
#include "out/out.h"
#include "out/pdf.h"

/* Every place that can be linked to, before the first link is set. */
static void
find_anchors(struct pdf *p)
{
	const struct node *n = NULL;
	bool enter = true;

	while ((n = node_step(p->book, n, &enter)) != NULL)
		if (enter && n->anchor != NULL && *n->anchor != '\0' &&
		    map_get(p->places, n->anchor) == NULL)
			map_put(p->places, n->anchor, arena_alloc(p->arena,
			    sizeof(struct pdf_place)));
}

int
pdf_write(struct arena *a, struct diags *ds, const struct node *book,
    const struct out_meta *meta, const char *path)
{
	struct pdf p = { .arena = a, .diags = ds, .book = book, .meta = meta };
	struct pdf_list list = { 0 };
	struct buf drawn = BUF_INIT, done = BUF_INIT;
	struct pos nowhere = { 0 };
	int rc = -1;

	p.fonts = pdf_fonts_new(a);
	if (p.fonts == NULL) {
		diag_add(ds, D_OUT_FONTS, nowhere, NULL, "fonts",
		    pdf_font_names(), NULL);
		errno = ENOENT;
		return -1;
	}
	p.places = map_new(a);
	p.missed = map_new(a);
	find_anchors(&p);
	pdf_book(&p, &list);
	pdf_pages(&p, &list);
	if (pdf_paint(&p, &drawn) != 0)
		goto out;
	if (pdf_finish(&p, &drawn, &done) != 0)
		goto out;
	rc = fs_replace(path, done.s, done.len);
out:
	buf_done(&drawn);
	buf_done(&done);
	pdf_fonts_done(p.fonts);
	return rc;
}
