#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "out/out.h"
#include "out/pdf.h"
#include "out/pdf_pen.h"

/* What the words are, for those who hear them, and where links lead. */

enum { KID_ELEM, KID_MARK, KID_LINK };

struct kid {
	unsigned	 page : 30;	/* from 1 */
	unsigned	 kind : 2;
	unsigned	 n;		/* object, or number of the mark, or of
					   the element among all */
};

struct pdf_elem {
	unsigned	 id;
	const char	*type;
	struct pdf_elem	*parent;
	struct kid	*kid;
	size_t		 nkid;
	const char	*alt, *lang;
	unsigned	 count;		/* columns, ordered */
};

struct pdf_annot {
	float		 box[4];
	const char	*url, *ref;
	struct pdf_elem	*elem;
	unsigned	 id;
};

static struct kid *
add_kid(struct pdf_pen *pen, struct pdf_elem *e, unsigned kind)
{
	struct kid *k;

	e->kid = arena_grow(pen->p->keep, e->kid, e->nkid, sizeof(*e->kid));
	k = &e->kid[e->nkid++];
	k->kind = kind & 3;
	k->page = (unsigned)pen->number & 0x3fffffff;
	return k;
}

unsigned
pdf_elem_id(const struct pdf_elem *e)
{
	return e->id;
}

/* Headings begin with the first level and skip none on their way down. */
static const char *
heading(struct pdf_pen *pen, const char *type)
{
	static const char *const levels[] = { "H1", "H1", "H2", "H3", "H4",
	    "H5", "H6" };
	unsigned n;

	if (type[0] != 'H' || type[1] < '1' || type[1] > '6' ||
	    type[2] != '\0')
		return type;
	n = (unsigned)(type[1] - '0');
	if (n > pen->heading + 1)
		n = pen->heading + 1;
	pen->heading = n;
	return levels[n];
}

void
pdf_pen_resume(struct pdf_pen *pen, const char *type, void **elem)
{
	if (*elem == NULL) {
		pdf_pen_tag(pen, type);
		*elem = pen->cur;
	} else
		pen->cur = *elem;
}

void
pdf_pen_count(struct pdf_pen *pen, unsigned n)
{
	pen->cur->count = n;
}

void
pdf_pen_tag(struct pdf_pen *pen, const char *type)
{
	struct pdf_elem *e = arena_alloc(pen->p->keep, sizeof(*e));

	e->id = pdf_file_id(pen->file);
	e->type = heading(pen, type);
	e->parent = pen->cur;
	if (e->parent != NULL)
		add_kid(pen, e->parent, KID_ELEM)->n = (unsigned)pen->nelem;
	pen->elem = arena_grow(pen->p->keep, pen->elem, pen->nelem,
	    sizeof(*pen->elem));
	pen->elem[pen->nelem++] = e;
	pen->cur = e;
}

void
pdf_pen_end(struct pdf_pen *pen)
{
	if (pen->cur->parent != NULL)
		pen->cur = pen->cur->parent;
}

void
pdf_pen_alt(struct pdf_pen *pen, const char *alt)
{
	pen->cur->alt = alt;
}

void
pdf_pen_lang(struct pdf_pen *pen, enum lang lang)
{
	if (lang != pen->p->meta->lang && pen->cur != pen->root)
		pen->cur->lang = lang_code(lang);
}

void
pdf_pen_foreign(struct pdf_pen *pen, const char *lang)
{
	if (pen->foreign)
		pdf_pen_end(pen);
	pen->foreign = lang != NULL && !pen->artifact;
	if (!pen->foreign)
		return;
	pdf_pen_tag(pen, "Span");
	pen->cur->lang = lang;
}

void
pdf_pen_artifact(struct pdf_pen *pen, bool on)
{
	pen->artifact = on;
}

void
pdf_pen_unmark(struct pdf_pen *pen)
{
	if (pen->marked == NULL && !pen->inartifact)
		return;
	pdf_pen_flush(pen);
	buf_adds(&pen->s, "EMC\n");
	pen->marked = NULL;
	pen->inartifact = false;
}

/* Begin a mark of the present element; its glyphs say text, or NULL. */
static void
mark(struct pdf_pen *pen, const char *text)
{
	struct kid *k = add_kid(pen, pen->cur, KID_MARK);

	k->n = (unsigned)pen->nmc;
	buf_addc(&pen->s, '/');
	buf_adds(&pen->s, pen->cur->type);
	buf_adds(&pen->s, " <</MCID ");
	buf_addu(&pen->s, pen->nmc);
	if (text != NULL) {
		buf_adds(&pen->s, "/ActualText");
		pdf_text_string(&pen->s, text);
	}
	buf_adds(&pen->s, ">> BDC\n");
	pen->mc = arena_grow(pen->p->keep, pen->mc, pen->nmc,
	    sizeof(*pen->mc));
	pen->mc[pen->nmc++] = pen->cur;
	pen->marked = pen->cur;
}

void
pdf_pen_mark(struct pdf_pen *pen)
{
	if (pen->artifact ? pen->inartifact : pen->marked == pen->cur)
		return;
	pdf_pen_unmark(pen);
	if (pen->artifact) {
		buf_adds(&pen->s, "/Artifact BMC\n");
		pen->inartifact = true;
	} else
		mark(pen, NULL);
}

/*
 * Not within the mark of the words around it: readers that meet the end of an
 * inner mark take it for that of the outer.
 */
void
pdf_pen_mark_as(struct pdf_pen *pen, const char *text)
{
	pdf_pen_unmark(pen);
	mark(pen, text);
}

/* ---- links ---- */

bool
pdf_pen_link(struct pdf_pen *pen, const char *url, const char *ref,
    const float box[4])
{
	const struct pdf_place *at;
	struct pdf_annot *a;

	/* the head of a table that goes on is a picture of the first */
	if (pen->artifact)
		return false;
	if (ref != NULL) {
		at = map_get(pen->p->places, ref);
		if (at == NULL || at->page == 0)
			return false;
	} else if (url == NULL)
		return false;
	pdf_pen_tag(pen, "Link");
	pen->annot = arena_grow(pen->p->keep, pen->annot, pen->nannot,
	    sizeof(*pen->annot));
	a = &pen->annot[pen->nannot++];
	memcpy(a->box, box, sizeof(a->box));
	a->url = url;
	a->ref = ref;
	a->elem = pen->cur;
	a->id = pdf_file_id(pen->file);
	add_kid(pen, pen->cur, KID_LINK)->n = a->id;
	return true;
}

void
pdf_pen_unlink(struct pdf_pen *pen)
{
	pdf_pen_end(pen);
}

void
pdf_pen_place(struct pdf_pen *pen, struct buf *b, const struct pdf_place *at)
{
	const struct pdf_page *g = &pen->p->page[at->page - 1];

	buf_addf(b, "[%u 0 R /XYZ 0 ", pen->pages[at->page - 1]);
	pdf_number(b, g->h - at->y + 8);
	buf_adds(b, " null]");
}

/* Where a link leads, in words: an address, a record, or else a page. */
static const char *
contents(struct pdf_pen *pen, const struct pdf_annot *a)
{
	const struct pdf_place *at;
	char page[24], pages[24];
	struct diag_word w[2] = { { "page", page }, { "pages", pages } };

	if (a->ref == NULL)
		return a->url;
	if (a->ref[0] >= 'A' && a->ref[0] <= 'Z')
		return a->ref;
	at = map_get(pen->p->places, a->ref);
	snprintf(page, sizeof(page), "%zu", at->page);
	snprintf(pages, sizeof(pages), "%zu", pen->p->npage);
	return diag_fill(pen->p->arena, pdf_word(pen->p, "out.page_of"), w,
	    2);
}

void
pdf_pen_annots(struct pdf_pen *pen, struct buf *list,
    const struct pdf_page *g)
{
	struct pdf_annot *a;
	struct buf *b;
	size_t i;

	for (i = pen->firstannot; i < pen->nannot; i++) {
		a = &pen->annot[i];
		buf_addf(list, "%s%u 0 R ", i == pen->firstannot ?
		    "/Annots [" : "", a->id);
		b = pdf_file_begin(pen->file, a->id);
		buf_adds(b, "<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4"
		    "/Rect[");
		pdf_number(b, a->box[0]);
		buf_addc(b, ' ');
		pdf_number(b, g->h - a->box[1] - a->box[3]);
		buf_addc(b, ' ');
		pdf_number(b, a->box[0] + a->box[2]);
		buf_addc(b, ' ');
		pdf_number(b, g->h - a->box[1]);
		buf_addf(b, "]/StructParent %zu/Contents", pen->p->npage + i);
		pdf_text_string(b, contents(pen, a));
		if (a->ref != NULL) {
			buf_adds(b, "/Dest ");
			pdf_pen_place(pen, b, map_get(pen->p->places,
			    a->ref));
		} else {
			buf_adds(b, "/A<</Type/Action/S/URI/URI ");
			pdf_text_string(b, a->url);
			buf_adds(b, ">>");
		}
		buf_adds(b, ">>");
		pdf_file_end(pen->file);
	}
	if (list->len > 0)
		buf_adds(list, "] ");
}

/* ---- the tree ---- */

static bool
has_cells(const struct pdf_pen *pen, const struct pdf_elem *row)
{
	size_t i;

	for (i = 0; i < row->nkid; i++)
		if (row->kid[i].kind == KID_ELEM &&
		    strcmp(pen->elem[row->kid[i].n]->type, "TD") == 0)
			return true;
	return false;
}

static void
put_kid(struct pdf_pen *pen, struct buf *b, const struct kid *k, size_t page)
{
	switch (k->kind) {
	case KID_ELEM:
		pdf_object(b, pen->elem[k->n]->id);
		buf_addc(b, ' ');
		break;
	case KID_MARK:
		if (k->page == page) {
			buf_addu(b, k->n);
			buf_addc(b, ' ');
		} else
			buf_addf(b, "<</Type/MCR/Pg %u 0 R/MCID %u>> ",
			    pen->pages[k->page - 1], k->n);
		break;
	default:
		buf_addf(b, "<</Type/OBJR/Obj %u 0 R/Pg %u 0 R>> ", k->n,
		    pen->pages[k->page - 1]);
		break;
	}
}

static void
put_elem(struct pdf_pen *pen, const struct pdf_elem *e, unsigned tree)
{
	struct buf *b = pdf_file_begin(pen->file, e->id);
	size_t i, page = 0;

	for (i = 0; i < e->nkid && page == 0; i++)
		if (e->kid[i].kind == KID_MARK)
			page = e->kid[i].page;
	buf_adds(b, "<</S/");
	buf_adds(b, e->type);
	buf_adds(b, "/P ");
	pdf_object(b, e->parent != NULL ? e->parent->id : tree);
	if (page > 0) {
		buf_adds(b, "/Pg ");
		pdf_object(b, pen->pages[page - 1]);
	}
	if (e->alt != NULL) {
		buf_adds(b, "/Alt ");
		pdf_text_string(b, e->alt);
	}
	if (e->lang != NULL)
		buf_addf(b, "/Lang(%s)", e->lang);
	if (strcmp(e->type, "TH") == 0)
		buf_addf(b, "/A<</O/Table/Scope/%s",
		    has_cells(pen, e->parent) ? "Row" : "Column");
	else if (strcmp(e->type, "TD") == 0 && e->count > 1)
		buf_adds(b, "/A<</O/Table");
	if (e->type[0] == 'T' && e->count > 1)
		buf_addf(b, "/ColSpan %u", e->count);
	if (strcmp(e->type, "TH") == 0 ||
	    (e->type[0] == 'T' && e->count > 1))
		buf_adds(b, ">>");
	if (strcmp(e->type, "L") == 0)
		buf_addf(b, "/A<</O/List/ListNumbering/%s>>",
		    e->count != 0 ? "Decimal" : "Disc");
	if (strcmp(e->type, "Note") == 0)
		buf_addf(b, "/ID(note%08u)", e->id);
	buf_adds(b, "/K[");
	for (i = 0; i < e->nkid; i++)
		put_kid(pen, b, &e->kid[i], page);
	buf_adds(b, "]>>");
	pdf_file_end(pen->file);
}

/* Notes are found by name; numbers grow, and so do the names. */
static void
put_notes(const struct pdf_pen *pen, struct buf *b)
{
	size_t i, n = 0;

	for (i = 0; i < pen->nelem; i++)
		if (strcmp(pen->elem[i]->type, "Note") == 0)
			buf_addf(b, "%s(note%08u)%u 0 R", n++ == 0 ?
			    "/IDTree<</Names[" : " ", pen->elem[i]->id,
			    pen->elem[i]->id);
	if (n > 0)
		buf_adds(b, "]>>");
}

unsigned
pdf_pen_structure(struct pdf_pen *pen)
{
	unsigned tree = pdf_file_id(pen->file), nums;
	struct buf *b;
	size_t i;

	for (i = 0; i < pen->nelem; i++)
		put_elem(pen, pen->elem[i], tree);
	nums = pdf_file_id(pen->file);
	b = pdf_file_begin(pen->file, nums);
	buf_adds(b, "<</Nums[");
	for (i = 0; i < pen->nparents; i++)
		buf_addf(b, "%zu %u 0 R ", i, pen->parents[i]);
	for (i = 0; i < pen->nannot; i++)
		buf_addf(b, "%zu %u 0 R ", pen->p->npage + i,
		    pen->annot[i].elem->id);
	buf_adds(b, "]>>");
	pdf_file_end(pen->file);
	b = pdf_file_begin(pen->file, tree);
	buf_addf(b, "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R"
	    "/ParentTreeNextKey %zu", pen->root->id, nums,
	    pen->p->npage + pen->nannot);
	put_notes(pen, b);
	buf_adds(b, ">>");
	pdf_file_end(pen->file);
	return tree;
}
