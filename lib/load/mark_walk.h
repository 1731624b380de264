#ifndef LOAD_MARK_WALK_H
#define LOAD_MARK_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/buf.h"
#include "diag/diag.h"

/*
 * What the files of the Markdown layer share.
 *
 * cmark knows CommonMark only.  It is given a view of the text in which what
 * GitHub adds stands as something that CommonMark knows: a table as one
 * heading that bears its number, a footnote's definition as an item of a
 * list, the cells of all tables as headings before everything else.  The
 * view is remade from what cmark found in it until nothing new is found.
 */

struct arena;
struct map;
struct node;

/*
 * These stand for other characters while cmark parses, each in the place of
 * one byte, so that columns stay; mark_restore() puts them back.
 */
enum {
	BYTE_NOTE = 1,		/* the [ of a footnote's [^ */
	BYTE_CARET,		/* its ^ */
	BYTE_SHUT,		/* its ] */
	BYTE_STAR, BYTE_UNDER, BYTE_TILDE, BYTE_AMP, BYTE_BACK,
				/* in a bare address, where they mean nothing */
	BYTE_TABLE = 14,	/* a table's number follows */
	BYTE_PLAIN		/* the next character was escaped */
};

/* A line of the view. */
struct mark_line {
	const char	*s;
	size_t		 len;		/* without its end */
	size_t		 at;		/* line of the text, from 0 */
	int		 shift;		/* its columns there, in bytes */
	size_t		 note;		/* number of the footnote begun */
	size_t		 edit;		/* number of what it stands for */
};

/* Lines of the view that another took the place of. */
struct mark_edit {
	const struct mark_line *lines;
	size_t		 len;
	size_t		 note;		/* number of the one begun, or 0 */
};

/* A quote or an item of a list that the walk is in. */
struct mark_box {
	bool		 quote;
	size_t		 line;		/* of the view, where it begins */
	unsigned	 width;		/* columns an item's text is behind */
};

#define MARK_BOXES	128
#define MARK_NEST	64	/* of inlines: marks any deeper say no more */

/* Where the text of a line begins, behind what its containers put there. */
struct mark_spot {
	const char	*s, *end;
	unsigned	 col;		/* tabs expanded */
	unsigned	 tab;		/* columns left of a tab cut in two */
	bool		 lazy;		/* a container's mark is missing */
};

struct mark_cell {
	const char	*text;		/* trimmed, pipes unescaped */
	size_t		 line, byte;	/* of its first byte, in the text */
	const unsigned	*cuts;		/* where a backslash was taken */
	size_t		 cut_len;
	cmark_node	*parsed;	/* heading that holds the inlines */
};

struct mark_table {
	size_t		 rows, columns;	/* header included, delimiter not */
	struct mark_cell *cells;	/* rows * columns */
	unsigned char	*aligns;	/* a column; enum align */
	char		 box;		/* of the task it stands in, or 0 */
	bool		 seen;		/* in the tree of the last parse */
};

/* A footnote's definition. */
struct mark_note {
	const char	*label, *key;
	struct pos	 at;
	int		 col;		/* of its item in the view */
	struct node	*node;
	bool		 called;
	bool		 seen;		/* in the tree of the last parse */
	bool		 gone;		/* its line stands as it was again */
};

/* A link reference definition. */
struct mark_ref {
	const char	*key;
	struct pos	 at;
};

/* From here on the bytes of a run of texts are those of the source. */
struct mark_seg {
	size_t		 at;		/* in the run */
	int		 line, col;
};

/* How positions of inlines are to be read. */
struct mark_frame {
	const struct mark_cell *cell;	/* in a cell, else NULL */
	int		 line, col;	/* of the block's beginning */
	size_t		 skip;		/* lines of definitions before it */
	size_t		 known;		/* a line, from 1, and ... */
	size_t		 start;		/* ... the byte its text begins at */
};

struct mark {
	struct arena	*arena;		/* of the tree */
	struct arena	*scratch;	/* of all else */
	struct diags	*diags;
	const char	*path;
	unsigned	 first;		/* line of the file, of the text's first */
	const char	*text;
	size_t		 len;
	const size_t	*starts;	/* of its lines; one more for the end */
	size_t		 start_len;
	const uint32_t	*counts;	/* characters before each 64th byte */

	struct mark_line *lines;	/* the view */
	size_t		 line_len;
	int		 base;		/* lines that the cells take before */
	bool		 maybe_table, maybe_note, maybe_ref;
	char		 bullet;	/* for footnotes: used by no list */

	struct mark_box	 boxes[MARK_BOXES];
	size_t		 depth;
	struct mark_frame frame;

	struct mark_edit *edits;
	size_t		 edit_len;
	struct mark_table *tables;
	size_t		 table_len, cell_len;
	size_t		 item_line;	/* on which a task's box may stand */
	struct mark_note *notes;
	size_t		 note_len;
	struct map	*note_keys;	/* the first definition of each */
	struct map	*labels;	/* of footnotes, perhaps defined */

	struct map	*slugs;
	struct mark_ref *refs;	/* link reference definitions */
	size_t		 ref_len;
	bool		*covered;	/* lines of the view in a leaf block */

	struct buf	 run;		/* neighbouring texts */
	struct mark_seg	*segs;
	size_t		 seg_len, seg_room, seg_at;
	size_t		 dead;		/* before it no "www." begins any */
	unsigned	 nest;		/* inlines within inlines */
	bool		 in_link, in_alt;
};

/* mark_line.c: the text, its view, and places in them */
void mark_prepare(struct mark *, const char *text, size_t len);
void mark_enter(struct mark *, cmark_node *);
void mark_leave(struct mark *);
struct mark_spot mark_spot(const struct mark *, size_t line);
unsigned mark_indent(const struct mark_spot *);
void mark_eat(struct mark_spot *, unsigned columns);
struct pos mark_place(const struct mark *, size_t line, size_t byte);
struct pos mark_block_pos(const struct mark *, cmark_node *);
struct pos mark_inline_pos(struct mark *, int line, int col);
/* The view's text there, up to *end; an empty one when unknown. */
const char *mark_source(struct mark *, int line, int col, const char **end);
/* The view's line of a block's first line; behind the last when unknown. */
size_t mark_line_of(const struct mark *, int line);
/* Of the last line of a block that holds no other. */
size_t mark_last_line(const struct mark *, cmark_node *);
bool mark_is_blank(int c);

/* mark_byte.c: characters that stand for others */
char *mark_restore(struct arena *, const char *, size_t);
int mark_char(int c);
void mark_shield(struct mark *, char *text, size_t len);
/* Labels that name the same footnote have the same key. */
const char *mark_note_key(struct mark *, const char *label);

/* mark_view.c: tables and footnotes found and taken out of the view */
bool mark_find(struct mark *, cmark_node *root);
/*
 * Put back what the parser did not take as it was meant, since what else was
 * taken out changed its surroundings; with all set put everything back.
 * True when the view was changed.
 */
bool mark_put_back(struct mark *, cmark_node *root, bool all);
/* What a heading or an item stands for, or NULL. */
struct mark_table *mark_table_of(struct mark *, cmark_node *heading);
struct mark_note *mark_note_of(struct mark *, cmark_node *item);

/* mark_table.c */
size_t mark_is_table(struct mark *, size_t head, unsigned char *aligns);
size_t mark_take_table(struct mark *, size_t head, size_t last,
    size_t columns, const unsigned char *aligns);

/* mark_refs.c: link reference definitions */
size_t mark_refs_skip(struct mark *, size_t first, size_t last);
void mark_refs_judge(struct mark *);

/* mark_inline.c: a cmark node's children as ours */
void mark_inlines(struct mark *, struct node *parent, cmark_node *);
void mark_finish(struct mark *, struct node *parent);
/* mark_text.c: neighbouring texts, with what GitHub and we find in them */
void mark_text_begin(struct mark *);
void mark_text_add(struct mark *, cmark_node *);
void mark_text_end(struct mark *, struct node *parent, int before,
    int after);

/*
 * mark_bare.c: addresses without brackets in a text s of len bytes.  Each
 * gives the length from where it begins, 0 when there is none.
 */
size_t mark_trim_address(const char *, size_t);
/* Around the colon at s[at]; begins at *begin, not before from. */
size_t mark_bare_url(const char *s, size_t len, size_t at, size_t from,
    size_t *begin);
/* "www." at s[at]; a byte before *dead begins none. */
size_t mark_bare_www(const char *s, size_t len, size_t at, size_t *dead);
/* Around the '@' at s[at]. */
size_t mark_bare_mail(const char *s, size_t len, size_t at, size_t from,
    size_t *begin);

/*
 * mark_strike.c: among the children of parent the tildes are texts whose span
 * tells what they can do.
 */
#define MARK_OPENS	1u
#define MARK_SHUTS	2u
void mark_strike(struct node *parent);

/* mark_html.c: what is left out */
void mark_html_block(struct mark *, struct node *parent, cmark_node *);
void mark_html_inline(struct mark *, struct node *parent, cmark_node *);
const char *mark_address(struct mark *, const char *url, struct pos);

/* mark_slug.c */
const char *mark_anchor(struct mark *, const char *text);

#endif
