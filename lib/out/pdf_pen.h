#ifndef OUT_PDF_PEN_H
#define OUT_PDF_PEN_H

/*
 * What writes the pages: words, boxes and paths in the order in which they
 * are wanted, with their tags and links.  Inside of the PDF alone.
 */

#include "base/buf.h"
#include "out/pdf.h"
#include "out/pdf_file.h"

struct pdf_elem;
struct pdf_embed;

/* A use of a font in the file. */
struct pdf_used {
	struct pdf_embed *font;
	void		*face;
};

/* A colour as content streams write it; s is "" when unused. */
struct pdf_tint {
	struct pdf_color c;
	char		 s[40];
};

struct pdf_pen {
	struct pdf	*p;
	struct pdf_file	*file;
	struct buf	 s;		/* content of the page */
	size_t		 number;	/* of the page, from 1 */
	float		 h;		/* its height */
	unsigned	*pages;		/* object numbers */
	/* colour, font and place that hold in the stream */
	struct pdf_color now;
	struct pdf_tint	 tints[24];
	bool		 colored, intext, instring;
	const struct pdf_embed *font;
	float		 size, x, y;	/* where the next glyph would stand */
	float		 linex, liney;	/* where the line began */
	/* structure */
	struct pdf_elem	*root, *cur, *marked;
	bool		 artifact;	/* what is drawn has no meaning */
	bool		 inartifact;	/* a mark of it is open */
	bool		 foreign;	/* words of another language are */
	struct pdf_elem	**mc;		/* by number on the page */
	size_t		 nmc;
	struct pdf_elem	**elem;
	size_t		 nelem;
	unsigned	*parents;	/* objects for the parent tree */
	size_t		 nparents;
	struct pdf_annot *annot;	/* of all pages */
	size_t		 nannot, firstannot;
	struct pdf_used	*used;
	size_t		 nused;
	unsigned	 resources, pagetree;
	struct buf	 objects;	/* images and forms, for the resources */
	unsigned	 watermark;	/* object, 0: none yet */
	bool		 inks;		/* an image has colours of a press */
	unsigned	 heading;	/* level of the last */
};

void pdf_pen_init(struct pdf_pen *, struct pdf *, struct pdf_file *);
void pdf_pen_page(struct pdf_pen *, const struct pdf_page *);
void pdf_pen_page_end(struct pdf_pen *, const struct pdf_page *);
/* Fonts and what they share. */
void pdf_pen_done(struct pdf_pen *);

void pdf_pen_color(struct pdf_pen *, struct pdf_color);
/* A filled box with round corners of radius r. */
void pdf_pen_box(struct pdf_pen *, const float b[4], float r,
    struct pdf_color);
/* Notes in the run what it says here. */
void pdf_pen_run(struct pdf_pen *, struct pdf_run *, const char *text,
    float x, float y);
/*
 * Words behind the page, turned and in the middle; they say nothing, so that
 * they are neither searched nor read aloud on each page.
 */
void pdf_pen_watermark(struct pdf_pen *, const struct pdf_piece *,
    struct pdf_color, float w);
/* An image or form, in a box of the page. */
void pdf_pen_object(struct pdf_pen *, unsigned id, const float box[4]);
/* Words end here; paths may begin. */
void pdf_pen_flush(struct pdf_pen *);
void pdf_pen_line(struct pdf_pen *, const float from_to[4], float width);
void pdf_pen_circle(struct pdf_pen *, float x, float y, float r);
void pdf_pen_triangle(struct pdf_pen *, const float b[4]);
void pdf_pen_outline(struct pdf_pen *, const float b[4], float width);
void pdf_pen_dots(struct pdf_pen *, float x, float end, float y);

/* pdf_tags.c */
unsigned pdf_elem_id(const struct pdf_elem *);
void pdf_pen_tag(struct pdf_pen *, const char *);
/* The same for what may go on later: *elem keeps it. */
void pdf_pen_resume(struct pdf_pen *, const char *, void **elem);
/* Of a cell: its columns; of a list: 1 when it is ordered. */
void pdf_pen_count(struct pdf_pen *, unsigned);
void pdf_pen_end(struct pdf_pen *);
void pdf_pen_alt(struct pdf_pen *, const char *);
/* Words from here on are of another language; NULL: of the element's. */
void pdf_pen_foreign(struct pdf_pen *, const char *lang);
void pdf_pen_lang(struct pdf_pen *, enum lang);
/* Begin or end what is no content. */
void pdf_pen_artifact(struct pdf_pen *, bool);
/* Before anything is drawn: the mark that it needs. */
void pdf_pen_mark(struct pdf_pen *);
/* The same for glyphs that do not tell the letters of text. */
void pdf_pen_mark_as(struct pdf_pen *, const char *text);
void pdf_pen_unmark(struct pdf_pen *);
/* Begin a link over a box unless it leads nowhere; tells whether. */
bool pdf_pen_link(struct pdf_pen *, const char *url, const char *ref,
    const float box[4]);
void pdf_pen_unlink(struct pdf_pen *);
/* The links of the page that ends, as an entry of its dictionary. */
void pdf_pen_annots(struct pdf_pen *, struct buf *, const struct pdf_page *);
/* The structure of the whole book; its object number. */
unsigned pdf_pen_structure(struct pdf_pen *);
/* [page /XYZ ...] of a place. */
void pdf_pen_place(struct pdf_pen *, struct buf *, const struct pdf_place *);

/* pdf_embed.c */
struct pdf_faces *pdf_faces_new(struct arena *);
void pdf_faces_done(struct pdf_faces *);
/* The i-th that is used (hb_face_t), NULL behind the last. */
void *pdf_faces_at(const struct pdf_faces *, size_t i);
/* The squeezer of all of them. */
struct deflate *pdf_faces_deflate(const struct pdf_faces *);
struct pdf_embed *pdf_embed_new(struct pdf_faces *, struct pdf_file *,
    void *face);
unsigned pdf_embed_id(const struct pdf_embed *);
/* The glyph is used and says so. */
void pdf_embed_use(struct pdf_embed *, unsigned glyph, const char *text,
    size_t n);
/* Of one that is used, in thousandths of the size. */
int pdf_embed_width(const struct pdf_embed *, unsigned glyph);
/*
 * Is that what the glyph says wherever it stands?  A glyph may stand for more
 * than one text, and a text may take more than one glyph.
 */
bool pdf_embed_says(const struct pdf_embed *, unsigned glyph,
    const char *text, size_t n);
void pdf_embed_write(struct pdf_embed *, struct pdf_file *);
/* pdf_doc.c: everything that is no page; ends the file. */
void pdf_doc_write(struct pdf_pen *, struct buf *out);

#endif
