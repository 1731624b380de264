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

struct job {
	struct pdf	 p;
	struct pdf_pen	*pen;
	const char	*path;
};

struct pdf_press {
	struct arena	*arena;		/* of what outlives it */
	struct arena	*own;
	struct arena	*layout;	/* of the one that is set */
	struct diags	*diags;
	struct pdf_fonts *fonts;
	struct pdf_faces *faces;
	struct map	*missed;
	struct job	**job;
	size_t		 njob;
};

struct pdf_press *
pdf_press_new(struct arena *a, struct diags *ds)
{
	struct pdf_press *s = arena_alloc(a, sizeof(*s));
	struct pos nowhere = { 0 };

	s->arena = a;
	s->own = arena_new();
	s->layout = arena_new();
	s->diags = ds;
	s->fonts = pdf_fonts_new(s->own);
	if (s->fonts == NULL) {
		diag_add(ds, D_OUT_FONTS, nowhere, NULL, "fonts",
		    pdf_font_names(a), NULL);
		arena_done(s->layout);
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
	struct job *j = arena_alloc(s->own, sizeof(*j));
	struct pdf_list list = { 0 };
	struct pdf *p = &j->p;

	s->job = arena_grow(s->own, s->job, s->njob, sizeof(*s->job));
	s->job[s->njob++] = j;
	j->path = path;
	p->keep = s->own;
	p->arena = s->layout;
	p->diags = s->diags;
	p->book = book;
	p->meta = meta;
	p->fonts = s->fonts;
	p->faces = s->faces;
	p->missed = s->missed;
	p->places = map_new(s->own);
	p->stands = map_new(p->arena);
	p->pictures = map_new(p->arena);
	find_anchors(p);
	pdf_caption_all(p);
	pdf_book(p, &list);
	pdf_pages(p, &list);
	j->pen = pdf_paint(p);
	arena_clear(s->layout);
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
	struct out_font *list = NULL, font = { NULL };
	size_t i, k;
	void *face;

	*n = 0;
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
	struct buf done = BUF_INIT;
	int rc = 0, err = 0;
	size_t i;

	for (i = 0; i < s->njob; i++) {
		buf_clear(&done);
		pdf_doc_write(s->job[i]->pen, &done);
		if (rc == 0 && (rc = fs_write(s->job[i]->path, done.s,
		    done.len)) != 0)
			err = errno;
	}
	buf_done(&done);
	arena_done(s->layout);
	pdf_faces_done(s->faces);
	pdf_fonts_done(s->fonts);
	arena_done(s->own);
	errno = err;
	return rc;
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
