#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/map.h"
#include "out/out.h"
#include "out/pdf.h"
#include "out/pdf_pen.h"

static void
add_place(struct pdf *p, const char *anchor)
{
	map_put(p->places, anchor, arena_alloc(p->keep,
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

struct pdf_press {
	struct arena	*arena;		/* of what outlives it */
	struct arena	*own;
	/* of the one that is made: until it is painted, until it is written */
	struct arena	*layout, *file;
	struct diags	*diags;
	struct pdf_fonts *fonts;
	struct pdf_faces *faces;
	struct map	*missed;
	int		 failed;	/* errno of the first that could not be */
};

struct pdf_press *
pdf_press_new(struct arena *a, struct diags *ds)
{
	struct pdf_press *s = arena_alloc(a, sizeof(*s));
	struct pos nowhere = { 0 };

	s->arena = a;
	s->own = arena_new();
	s->layout = arena_new();
	s->file = arena_new();
	s->diags = ds;
	s->fonts = pdf_fonts_new(s->own);
	if (s->fonts == NULL) {
		diag_add(ds, D_OUT_FONTS, nowhere, NULL, "fonts",
		    pdf_font_names(a), NULL);
		arena_done(s->layout);
		arena_done(s->file);
		arena_done(s->own);
		errno = ENOENT;
		return NULL;
	}
	s->faces = pdf_faces_new(s->own);
	s->missed = map_new(s->own);
	return s;
}

void
pdf_press_add(struct pdf_press *s, const struct node *book,
    const struct out_meta *meta, const char *path)
{
	struct pdf p = {
		.arena = s->layout, .keep = s->file, .press = s->own,
		.diags = s->diags, .book = book, .meta = meta,
		.fonts = s->fonts, .faces = s->faces, .missed = s->missed,
		.places = map_new(s->file), .stands = map_new(s->layout),
		.pictures = map_new(s->layout)
	};
	struct pdf_list list = { 0 };
	struct buf done = BUF_INIT;
	struct pdf_pen *pen;

	find_anchors(&p);
	pdf_caption_all(&p);
	pdf_book(&p, &list);
	pdf_pages(&p, &list);
	pen = pdf_paint(&p);
	arena_clear(s->layout);
	pdf_doc_write(pen, &done);
	if (fs_write(path, done.s, done.len) != 0 && s->failed == 0)
		s->failed = errno;
	buf_done(&done);
	arena_clear(s->file);
}

/* By the name of the file, which is the same on every machine. */
static int
by_name(const void *a, const void *b)
{
	const struct out_font *x = a, *y = b;

	return strcmp(strrchr(x->file, '/'), strrchr(y->file, '/'));
}

struct out_font *
pdf_press_fonts(const struct pdf_press *s, size_t *n)
{
	const struct pdf_hyphens *hyphens = pdf_font_hyphens(s->fonts);
	struct out_font *list = NULL, font = { NULL };
	size_t i, k;
	void *face;

	*n = 0;
	if (hyphens != NULL) {
		font.family = PDF_HYPHENS_NAME;
		font.file = pdf_hyphens_file(hyphens);
		list = arena_grow(s->arena, list, *n, sizeof(*list));
		list[(*n)++] = font;
	}
	for (i = 0; (face = pdf_faces_at(s->faces, i)) != NULL; i++) {
		if (!pdf_font_file(s->fonts, face, &font.family, &font.file))
			continue;
		for (k = 0; k < *n; k++)
			if (strcmp(list[k].file, font.file) == 0)
				break;
		if (k < *n)
			continue;
		font.file = arena_str(s->arena, font.file);
		list = arena_grow(s->arena, list, *n, sizeof(*list));
		list[(*n)++] = font;
	}
	if (*n > 0)
		qsort(list, *n, sizeof(*list), by_name);
	return list;
}

int
pdf_press_done(struct pdf_press *s)
{
	int err = s->failed;

	arena_done(s->layout);
	arena_done(s->file);
	pdf_faces_done(s->faces);
	pdf_fonts_done(s->fonts);
	arena_done(s->own);
	errno = err;
	return err == 0 ? 0 : -1;
}

int
pdf_write(struct arena *a, struct diags *ds, const struct node *book,
    const struct out_meta *meta, const char *path)
{
	struct pdf_press *s = pdf_press_new(a, ds);

	if (s == NULL)
		return -1;
	pdf_press_add(s, book, meta, path);
	return pdf_press_done(s);
}
