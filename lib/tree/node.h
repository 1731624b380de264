#ifndef TREE_NODE_H
#define TREE_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"

/*
 * The format-neutral tree: what Markdown bodies are parsed into, what the
 * book is made of, and all that an output sees.  A back end never changes
 * it.  Strings and nodes live in the run's arena.
 *
 * Text is UTF-8, unescaped; escaping is the work of each sink.
 *
 * Anchors: a node with anchor set can be linked to.  Anchors are unique in a
 * book and look like "RSK-0001" (a record) or "DOC-0004/scope" (a heading in
 * one).  A NODE_LINK with ref set leads to the node with that anchor.
 */
enum node_type {
	/* containers of blocks */
	NODE_BOOK,		/* root: NODE_PAGEs */
	NODE_PAGE,		/* a chapter, a section: one page of the site.
				   text: title; name: file name without
				   suffix; number or NULL; anchor;
				   level: 1 chapter, 2 section within it, 3 a
				   record within that (a page of the site, run
				   on in print).  Pages are children of the
				   book alone; order and level make the nest.
				   site: not printed, a row that has ref
				   stands for it in print.  url: where its
				   source is edited, or NULL */
	NODE_BODY,		/* the parsed body of a document */
	NODE_SECTION,		/* a group of blocks kept under an anchor;
				   title text may be NULL */
	NODE_QUOTE,
	NODE_LIST,		/* ordered, start, tight */
	NODE_ITEM,		/* task: ' ' 'x' or 0 */
	NODE_NOTE,		/* a box; tone; text: its title or NULL */
	NODE_FOOTNOTE,		/* definition; name: label; number */
	NODE_TABLE,		/* NODE_ROWs; text: caption or NULL; wide: many
				   columns, best on a turned page; name: "sign"
				   for the boxes of those who signed, "form"
				   for rows of labels (muted) and values,
				   "register" for one to be searched, "grid"
				   for a plan of months, "timeline" for one
				   of changes, whose paragraphs may be run
				   together, or NULL */
	NODE_ROW,		/* head: header row; tone; anchor; ref: the
				   record that it tells of, or NULL; h: no
				   lower than that, of a form */
	NODE_CELL,		/* align, tone, span; holds inlines, or blocks */
	NODE_COLUMNS,		/* label/value pairs (a definition table): its
				   children are NODE_ROWs of two NODE_CELLs;
				   name: "tiles" for a few key figures to be
				   set large, or NULL */

	/* leaf blocks */
	NODE_PARA,		/* inlines */
	NODE_HEADING,		/* inlines; anchor; number; level within its
				   page: 2 stands right below the page's
				   title, in a parsed body as written */
	NODE_CODE,		/* text; name: info string */
	NODE_RULE,
	NODE_FIGURE,		/* NODE_SHAPEs; w, h in points; text: what it
				   shows, for those who cannot see it; span:
				   drawings of equal width that it consists
				   of, side by side where there is room, no
				   shape being in two; 0 and 1: one */
	NODE_SHAPE,		/* see below */
	NODE_TOC,		/* contents of the book, made by the back end */
	NODE_COVER,		/* title page; children: blocks on it */

	/* inlines */
	NODE_TEXT,		/* text */
	NODE_EMPH,
	NODE_STRONG,
	NODE_STRIKE,
	NODE_LITERAL,		/* code in a line: text */
	NODE_LINK,		/* url, or ref; children; name: "who" for a
				   person, as the words around it */
	NODE_IMAGE,		/* url; text: alternative text; name: file
				   from the ISMS root; w, h: pixels, 0 when
				   it cannot be shown */
	NODE_BREAK,		/* hard line break */
	NODE_SOFT,		/* line end in the source */
	NODE_NOTE_REF,		/* to the footnote called name; number */
	NODE_BADGE,		/* text, tone: a status, a level */
	NODE_FOLIO,		/* in print: the number of the page that ref
				   stands on; elsewhere nothing */
	NODE_TYPES
};

/* What a colour says; a style sheet decides how it looks. */
enum tone {
	TONE_PLAIN, TONE_MUTED, TONE_GOOD, TONE_INFO, TONE_WARN, TONE_BAD,
	TONE_WORST, TONE_ACCENT
};

enum align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/*
 * A shape lies in the box x, y, w, h of its figure; a line runs from x, y to
 * x + w, y + h (both may be negative).  A triangle points up.  Text stands in
 * the middle of the box's height and is aligned in its width (ALIGN_NONE:
 * centred); level is its size in points, 0 is 8; head makes it bold.  A shape
 * with ref is a link.
 */
enum shape { SHAPE_RECT, SHAPE_LINE, SHAPE_CIRCLE, SHAPE_TRIANGLE,
	SHAPE_TEXT };

struct node {
	enum node_type	 type : 8;	/* there are many of them */
	enum tone	 tone : 8;
	enum align	 align : 8;
	enum shape	 shape : 8;
	unsigned char	 level;
	char		 task;
	bool		 ordered, tight, head, wide;
	bool		 site;		/* of a page or block: not printed */
	bool		 aside;		/* of a page or section: told
					   elsewhere, found by its title; of
					   a table: the figure before it
					   tells the same */
	int		 start;		/* of an ordered list */
	unsigned	 span;		/* columns of a cell, 0 and 1: one */
	struct pos	 at;		/* in the source, path NULL if made */
	struct node	*parent, *first, *last, *next;
	const char	*text, *name, *number, *anchor;
	const char	*url, *ref;
	const char	*lang;		/* "en", "ja"; NULL: the parent's */
	double		 x, y, w, h;	/* points; origin top left,
					   y grows downwards */
};

struct arena;
struct buf;

struct node *node_new(struct arena *, enum node_type);
/* Appends and returns child. */
struct node *node_add(struct node *parent, struct node *child);
/* A new child of a type; and one with text. */
struct node *node_child(struct arena *, struct node *parent, enum node_type);
struct node *node_text(struct arena *, struct node *parent, const char *text);

/*
 * Depth first without recursion: start with n = NULL; *enter tells whether n
 * is entered or left.  A node that can hold children is left even when empty;
 * leaves (see node_is_leaf()) are only entered.  NULL at the end.
 */
const struct node *node_step(const struct node *root, const struct node *n,
    bool *enter);
bool node_is_leaf(enum node_type);
bool node_is_inline(enum node_type);

/* All text below n, in order, soft breaks as spaces; appended. */
void node_plain(struct buf *, const struct node *n);
/* The prose below n, a line for each block; appended. */
void node_lines(struct buf *, const struct node *n);

#endif
