#ifndef OUT_PDF_H
#define OUT_PDF_H

/*
 * The inside of pdf_write(), of no use to others.  Four jobs apart:
 *
 * pdf_font.c	which fonts; a word once shaped is kept (struct pdf_piece)
 * pdf_text.c	inlines to a paragraph of tokens
 * pdf_lines.c, pdf_fit.c, pdf_hyphen.c
 *		tokens to lines of a width: one after the other, a paragraph
 *		at a time; where an English word may be parted
 * pdf_block.c, pdf_table.c, pdf_width.c, pdf_caption.c
 *		blocks to a vertical list of items, without a page in sight
 * pdf_page.c	items to pages of drawing operations; then all page numbers
 *		are known
 * pdf_paint.c, pdf_pen.c, pdf_tags.c
 *		operations to content streams, with tags and links
 * pdf_embed.c, pdf_doc.c, pdf_file.c
 *		fonts, what belongs to no page, and the bytes of the file
 *
 * Measures are points, y grows downwards.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag/diag.h"
#include "tree/node.h"

struct arena;
struct map;
struct out_meta;
struct pdf_faces;
struct pdf_fonts;
struct pdf_measure;
struct pdf_pen;

/* ---- fonts and pieces ---- */

enum pdf_face { PDF_SERIF, PDF_SANS, PDF_MONO };

/* A face at a size for a language, made by pdf_font(); compare by pointer. */
struct pdf_font;

/* Glyphs of one font file, left to right. */
struct pdf_run {
	void		*face;		/* hb_face_t */
	float		 size;
	unsigned	 n, bytes;
	unsigned	*glyph;
	float		*x, *y;		/* from the start of the run */
	unsigned char	*cluster;	/* bytes, glyphs of each cluster */
	unsigned	 nclusters;
	bool		 backward;
	bool		 plain;		/* its glyphs say the text in the PDF
					   where they were last set */
	const void	*said;		/* the font there, or NULL */
	float		 w;
};

struct pdf_piece {
	const char	*key, *text;	/* asked for; set */
	size_t		 hash;
	unsigned	 keylen, len, nruns;
	float		 w;
	bool		 rtl;
	uint32_t	 missing;	/* the first code point without glyph */
	struct pdf_run	*runs;
	uint64_t	 parts;		/* of pdf_piece_parts() */
	bool		 parted;	/* it is known */
};

/* NULL when not one of the fonts we know is installed. */
struct pdf_fonts *pdf_fonts_new(struct arena *);
void pdf_fonts_done(struct pdf_fonts *);
struct pdf_font *pdf_font(struct pdf_fonts *, enum pdf_face, bool bold,
    bool italic, float size, enum lang);
float pdf_font_size(const struct pdf_font *);
/* Shaped once for each font and text; n <= PDF_PIECE_MAX. */
const struct pdf_piece *pdf_piece(struct pdf_font *, const char *, size_t n);
#define PDF_PIECE_MAX	250
/* The bytes of text that belong to its first cluster. */
size_t pdf_piece_first(const struct pdf_piece *);
/* The width of its first n bytes. */
float pdf_piece_upto(const struct pdf_piece *, size_t n);
/* Where an English word may be parted; see pdf_hyphens_of(). */
uint64_t pdf_piece_parts(struct pdf_font *, const struct pdf_piece *);
/*
 * Mark in brk, n bytes, where a line may break before the byte, for scripts
 * that have no spaces between words.
 */
void pdf_font_breaks(const char *, size_t n, unsigned char *brk);
/* The file of a face, and its family; false when it is none of them. */
bool pdf_font_file(const struct pdf_fonts *, const void *face,
    const char **family, const char **file);
/* The bytes of a face are not wanted soon: its file is read again if so. */
void pdf_font_rest(const struct pdf_fonts *, const void *face);
/* The patterns for hyphens that were asked, or NULL. */
const struct pdf_hyphens *pdf_font_hyphens(const struct pdf_fonts *);
/* The names that are looked for, for the message that there are none. */
const char *pdf_font_names(struct arena *);

/* ---- hyphens (pdf_hyphen.c) ---- */

struct pdf_hyphens;
/* The English patterns, by the file that is installed, or NULL. */
struct pdf_hyphens *pdf_hyphens_new(struct arena *);
void pdf_hyphens_done(struct pdf_hyphens *);
const char *pdf_hyphens_file(const struct pdf_hyphens *);
/* The first file of patterns that is there, or NULL. */
const char *pdf_hyphens_known(void);
/*
 * Where a word of n bytes may be parted: bit i for a hyphen behind i of them.
 * None in what is no word of small letters, with stops or quotes around it:
 * names and ids are known by how they look.  Three letters stay on each side.
 */
uint64_t pdf_hyphens_of(struct pdf_hyphens *, const char *, size_t n);
#define PDF_HYPHENS_NAME	"English hyphenation"
#define PDF_HYPHENS_PACKAGE	"hyphen-en-us"

/* ---- paragraphs ---- */

struct pdf_color {
	float	r, g, b;
};

/* What holds for a run of characters. */
struct pdf_seg {
	struct pdf_font	*font;
	struct pdf_color ink;
	const char	*url, *ref;	/* of a link, or NULL */
	float		 rise;
	bool		 strike, literal;
	bool		 badge;		/* on a pill of the colour fill */
	bool		 folio;		/* its pad holds the page of ref */
	const char	*after;		/* a comma behind that page, or NULL */
	struct pdf_color fill;
};

/* What a character does at the end and start of a line. */
enum pdf_kind {
	KIND_SPACE, KIND_WORD, KIND_OPEN, KIND_CLOSE,
	/* Japanese: brackets, letters that begin no line, the others */
	KIND_J, KIND_JOPEN, KIND_JCLOSE, KIND_JNS
};

enum { TOK_WORD, TOK_SPACE, TOK_PAD };
enum { BRK_NO, BRK_HARD_PUSHED, BRK_OK, BRK_MUST };

struct pdf_tok {
	const struct pdf_piece *p;	/* NULL in pads and gaps */
	float		 w;
	unsigned short	 seg;
	/* in 16 bytes, since a long book has a million of them */
	unsigned short	 type : 2, brk : 2;	/* brk: after this one */
	unsigned short	 hang : 4;	/* 1/8 em that may hang out */
	unsigned short	 stretch : 1;	/* room may be added behind it */
	unsigned short	 open : 1;	/* a bracket with room before it */
	unsigned short	 parted : 1;	/* ends in a hyphen that only the line
					   wants; the next is its rest */
};

struct pdf_line {
	unsigned	 from, to;	/* tokens, without spaces at the end */
	float		 x, w;
	float		 add;		/* behind each stretch token */
};

struct pdf_para {
	struct pdf_tok	*tok;
	struct pdf_seg	*seg;
	struct pdf_line	*line;
	unsigned	 ntok, nseg, nline;
	unsigned	 room;		/* for tokens, once it is ended */
	struct pdf_font	*font;
	float		 width, step;	/* as set by pdf_para_break() */
	float		 min, max;	/* narrowest, natural width */
	float		 hang;		/* indent of the following lines */
	const char	*tag;		/* structure tag, or NULL */
	void		*elem;		/* its structure, once painted */
	unsigned	 njapanese, nlatin;	/* tokens */
	enum align	 align : 8;
	enum lang	 lang : 8;
	bool		 links, justify, code;
	bool		 english;	/* its words may be parted */
	bool		 parted;	/* some are */
	bool		 grounds;	/* holds badges or code */
	/* while it is filled: the last character */
	enum pdf_kind	 kind : 8;
	uint32_t	 last;
};

struct pdf;

/* How the text of a block looks. */
struct pdf_look {
	enum pdf_face	 face;
	float		 size, step;
	bool		 bold, italic;
	struct pdf_color ink;
};

/* The language that holds at a node. */
enum lang pdf_lang(const struct pdf *, const struct node *);

struct pdf_para *pdf_para_new(struct pdf *, const struct pdf_look *,
    enum lang);
/* The inlines below n, which may hold blocks as well. */
void pdf_para_inlines(struct pdf *, struct pdf_para *,
    const struct pdf_look *, const struct node *n);
/*
 * The inline n and those behind it; returns the first block or the first
 * image that can be drawn, or NULL.
 */
/* The image that the inline is or, alone in a link, holds. */
const struct node *pdf_drawn(struct pdf *, const struct node *);
const struct node *pdf_para_some(struct pdf *, struct pdf_para *,
    const struct pdf_look *, const struct node *n);
/* Text from here on looks so; then the text. */
void pdf_para_seg(struct pdf *, struct pdf_para *, const struct pdf_look *,
    enum lang);
void pdf_para_text(struct pdf *, struct pdf_para *, const char *text,
    size_t n, struct pos at);
/* Ends the filling: breaks, min and max are known. */
void pdf_para_end(struct pdf *, struct pdf_para *);
void pdf_para_break(struct pdf *, struct pdf_para *, float width);
/*
 * Lines of the whole paragraph at once, so that all are filled about alike;
 * for words with spaces.  False when one of them fits into no line, or there
 * are too many: nothing was done then.
 */
bool pdf_para_fit(struct pdf *, struct pdf_para *, float width);
/* Of pdf_lines.c, for both: ends the line; cuts token i behind n bytes, with
   a hyphen or without.  close returns where the next line begins. */
size_t pdf_line_close(struct pdf *, struct pdf_para *, size_t from, size_t to,
    bool last);
void pdf_tok_cut(struct pdf *, struct pdf_para *, size_t i, size_t n,
    bool hyphen);
/*
 * Where the word of token i may be parted, as pdf_piece_parts(), and then how
 * wide the hyphen is.
 */
uint64_t pdf_tok_parts(const struct pdf_para *, size_t i, float *hyphen);
/* The soft hyphen, which is seen only at the end of a line. */
#define PDF_SHY		"\xc2\xad"
/* What a space between words may lose or gain, of its width. */
#define PDF_SHRINK	0.3f
#define PDF_STRETCH	0.5f
#define PDF_LOOSEST	2.2f	/* times that; beyond it a line stays ragged */
bool pdf_is_katakana(const struct pdf_tok *);
/* The width of the widest Japanese phrase that is no wider than limit. */
float pdf_phrase_min(const struct pdf_para *, float limit);
/* A paragraph of one style; the lines of a NODE_CODE. */
struct pdf_para *pdf_para_code(struct pdf *, const struct node *);
struct pdf_para *pdf_para_plain(struct pdf *, const struct pdf_look *,
    const char *text, enum lang);

/* ---- style (pdf_style.c) ---- */

enum pdf_style {
	ST_BODY, ST_TABLE, ST_TABLE1, ST_TABLE2, ST_HEAD, ST_LABEL,
	ST_H1, ST_H2, ST_H3, ST_H4,
	ST_H5, ST_CAPTION, ST_NOTE, ST_NOTE_HEAD, ST_CODE, ST_SMALL,
	ST_QUOTE, ST_RUNNING, ST_TOC1, ST_TOC2, ST_TOC3, ST_TITLE, ST_COVER,
	ST_COVER_ORG, ST_TILE, ST_TILE_LABEL, ST_COUNT
};

const struct pdf_look *pdf_look(enum pdf_style);
struct pdf_color pdf_ink(enum tone);
struct pdf_color pdf_tint(enum tone);
/* Strong colours, for figures and badges. */
struct pdf_color pdf_solid(enum tone);

/* ---- vertical lists ---- */

enum vtype {
	V_LINE,		/* line i of para */
	V_SPACE,	/* dropped at the top of a page */
	V_OPEN,		/* structure tag begins; deco may be set */
	V_CLOSE,
	V_LABEL,	/* para, beside the next line */
	V_ROW,
	V_FIGURE,
	V_TILES,
	V_RULE,
	V_DEST,		/* text: anchor; node: the page that begins, or NULL */
	V_TURN,		/* new page; i: turned */
	V_ROOM,		/* new page unless h is left */
	V_TOC,		/* a line of the contents */
	V_FILL		/* space that is kept at the top of a page */
};

struct pdf_deco {
	struct pdf_color fill, edge;
	float		 x, w, pad;
	bool		 filled, bar;	/* bar: a rule at the left */
};

struct pdf_vitem {
	unsigned char	 type;
	bool		 keep;		/* stays with what follows */
	bool		 bare, strong;	/* of a page; of a rule */
	unsigned	 i;
	float		 x, h;
	const char	*text;
	union {
		struct pdf_para		*para;
		struct pdf_row		*row;
		const struct node	*node;
		struct pdf_deco		*deco;
		struct pdf_toc		*toc;
		struct pdf_tiles	*tiles;
	} u;
	struct pdf_table *table;	/* V_OPEN of one */
	void		**elem;		/* of V_OPEN */
};

struct pdf_list {
	struct pdf_vitem *v;
	size_t		 n;
};

struct pdf_toc {
	struct pdf_para	*number, *title;
	const char	*anchor;
	struct pdf_font	*font;
	float		 indent, w, numw;
	unsigned	 level;
};

/* A row of key figures. */
struct pdf_tiles {
	struct pdf_para	*label[4], *value[4];
	enum tone	 tone[4];
	size_t		 n;
	float		 w;
};

struct pdf_cell {
	struct pdf_list	 list;
	float		 x, w, h;
	bool		 filled, th;
	struct pdf_color fill;
	enum align	 align;
	unsigned	 col, span;
	void		*elem;		/* its structure, once painted */
};

struct pdf_row {
	struct pdf_table *table;
	struct pdf_cell	*cell;
	size_t		 n;
	float		 h, minh;
	bool		 head, filled;
	struct pdf_color fill;
	const char	*anchor;
	void		*elem;
};

struct pdf_table {
	struct pdf_row	**head;		/* repeated on each page */
	size_t		 nhead;
	float		 x, w, headh;
	float		 padx, pady;
	float		*colx;		/* ncol + 1 edges */
	size_t		 ncol;
	bool		 grid;		/* rules between columns too */
	bool		 labels;	/* the first column holds labels */
	bool		 pairs;		/* and the third: two pairs a row */
	struct pdf_color rule;
};

struct pdf_vitem *pdf_push(struct pdf *, struct pdf_list *, enum vtype);
/* Space between blocks; two in a row do not add up. */
void pdf_space(struct pdf *, struct pdf_list *, float h);
/* No space at the end of a cell or box, nor before the ends in it. */
void pdf_close_up(struct pdf_list *);
/* A line that introduces a list, a table or an image stays with it. */
void pdf_hold(struct pdf_list *);
void pdf_lines(struct pdf *, struct pdf_list *, struct pdf_para *, float x);
/* Blocks below n at x, w points wide; the style set of a cell is smaller. */
void pdf_blocks(struct pdf *, struct pdf_list *, const struct node *n,
    float x, float w);
void pdf_block(struct pdf *, struct pdf_list *, const struct node *n,
    float x, float w);
void pdf_anchor(struct pdf *, struct pdf_list *, const char *);
/* An entry of the outline at the place that the list has reached. */
void pdf_outline(struct pdf *, struct pdf_list *, const char *number,
    const char *title, unsigned level);
/* A heading at the left edge; the number of n (or NULL) hangs out. */
void pdf_heading(struct pdf *, struct pdf_list *, struct pdf_para *,
    const struct node *n, enum pdf_style, float w);
void pdf_toc(struct pdf *, struct pdf_list *, float x, float w);
void pdf_table(struct pdf *, struct pdf_list *, const struct node *, float x,
    float w);
/* The table wants a turned page. */
bool pdf_table_wide(struct pdf *, const struct node *);
/* The whole book as one list. */
void pdf_book(struct pdf *, struct pdf_list *);

/* ---- captions (pdf_caption.c) ---- */

/* A numbered table or figure. */
struct pdf_caption {
	const struct node *node;
	unsigned	 number;
	const char	*text, *entry;	/* with it; in the list */
	const char	*anchor;
	const struct node *heading;	/* the section it stands for, or NULL */
};

/* Numbers them all, before anything is set. */
void pdf_caption_all(struct pdf *);
const struct pdf_caption *pdf_caption_of(const struct pdf *,
    const struct node *);
/* The title of the section is the caption of what stands in it. */
bool pdf_caption_names(const struct pdf *, const struct node *section);
void pdf_caption_set(struct pdf *, struct pdf_list *,
    const struct pdf_caption *, float x, float w);
/* The list of tables and the list of figures. */
void pdf_caption_lists(struct pdf *, struct pdf_list *, float x, float w);
/*
 * The chapters and sections in the order in which they are printed, NULL
 * before the first and after the last.
 */
const struct node *pdf_toc_next(const struct pdf *, const struct node *);

/* ---- pages ---- */

enum optype {
	OP_TAG, OP_END,
	OP_TEXT,	/* line i of para at x, y */
	OP_BOX,		/* filled rectangle, radius r */
	OP_RULE,	/* horizontal or vertical line to x + w, y + h */
	OP_FIGURE,	/* node at x, y, scale w */
	OP_FIGURE_LINKS,
	OP_TOC
};

struct pdf_op {
	unsigned char	 type;
	unsigned	 i;		/* of a tag: columns, or ordered */
	void		**elem;		/* of a tag that may go on later */
	float		 x, y, w, h, r;
	struct pdf_color c;
	const char	*text;
	union {
		struct pdf_para		*para;
		const struct node	*node;
		struct pdf_toc		*toc;
	} u;
};

struct pdf_page {
	float		 w, h;
	bool		 bare;		/* no header and footer */
	const char	*chapter;
	/* the section, and its records that stand here, for the header */
	const struct node *section, *first, *last;
	bool		 begun;		/* the section begins here */
	struct pdf_op	*op;		/* on the heap, until it is painted */
	size_t		 n, cap;
};

struct pdf_place {
	size_t		 page;		/* from 1; 0: not set */
	float		 y;
};

void pdf_pages(struct pdf *, const struct pdf_list *);
struct pdf_op *pdf_op(struct pdf_page *, enum optype);
/* Lays the items out at x, y without page breaks; returns the height. */
float pdf_list_height(const struct pdf_list *);

/* ---- the run ---- */

/* An entry of the outline. */
struct pdf_mark {
	const char	*title, *anchor;
	unsigned	 level;
};

struct pdf {
	struct arena	*arena;		/* of what is set, until it is painted */
	struct arena	*keep;		/* of what the file needs to its end */
	struct arena	*press;		/* of all files made together */
	struct diags	*diags;
	const struct node *book;
	const struct out_meta *meta;
	struct pdf_fonts *fonts;
	struct pdf_faces *faces;
	struct map	*places;	/* anchor: struct pdf_place */
	struct map	*stands;	/* ref: row that stands for it */
	struct map	*pictures;	/* by file */
	struct map	*missed;	/* code points reported */
	struct pdf_page	*page;
	size_t		 npage;
	struct pdf_mark	*mark;
	size_t		 nmark;
	struct pdf_caption *caption;	/* as printed */
	struct pdf_caption *found;	/* sorted by node */
	size_t		 ncaption;
	unsigned	 tables, figures;	/* how many are numbered */
	const struct node *part_of;	/* of what the next table is a part */
	enum pdf_style	 style;		/* of the paragraphs that are set */
	struct pdf_measure	*measured;	/* tables of the group that is set */
	unsigned	 dense;		/* tables a size smaller: 0, 1, 2 */
	struct pos	 at;		/* of that page, for its titles */
	unsigned	 level;		/* of the page that is set */
	unsigned	 depth;		/* of lists */
	struct pdf_seg	*common[8];	/* looks of whole paragraphs */
	unsigned	 ncommon;
};

const char *pdf_word(const struct pdf *, const char *key);
/* The width and height of a page, and for text on it. */
float pdf_page_w(const struct pdf *, bool turned);
float pdf_page_h(const struct pdf *, bool turned);
float pdf_text_w(const struct pdf *, bool turned);
float pdf_text_h(const struct pdf *, bool turned);

#define PDF_LEFT	74.0f
#define PDF_RIGHT	56.0f
#define PDF_TOP		70.0f
#define PDF_BOTTOM	61.0f

/* ---- bytes ---- */

/* Paint all pages; the pen that did. */
struct buf;
struct pdf_pen *pdf_paint(struct pdf *);
/* An address fit for a link, in arena; NULL when it may not be one. */
const char *pdf_uri(struct arena *, const char *url);
/* A colour profile, sRGB; appended. */
void pdf_icc(struct buf *);
/* Text for XML. */
void pdf_xml(struct buf *, const char *);
/* The name of a destination for an anchor. */
const char *pdf_dest(struct arena *, const char *anchor);
/* Text of a style at the left, middle or right of x; baseline y. */
void pdf_pen_text(struct pdf_pen *, const struct pdf_look *, enum align,
    float x, float y, const char *text);
/* The shapes; then the links on them. */
void pdf_figure(struct pdf_pen *, const struct pdf_op *);
void pdf_figure_links(struct pdf_pen *, const struct pdf_op *);

/* pdf_image.c: what a NODE_IMAGE shows; NULL when it cannot be drawn. */
struct pdf_picture;
struct pdf_picture *pdf_picture(struct pdf *, const struct node *);
void pdf_image(struct pdf_pen *, const struct pdf_op *);
/* The logo of the templates as an image for the cover; NULL: none. */
const struct node *pdf_logo(struct pdf *);
#endif
