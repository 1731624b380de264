#ifndef OUT_HTML_H
#define OUT_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "tree/node.h"

struct arena;
struct buf;
struct finder;
struct map;
struct out_meta;

/*
 * Within the HTML writer.  A page knows its file, a spot is where an anchor
 * came to lie: a page and an id on it (NULL: the page itself).
 */
#define HTML_MISSING	"404.html"	/* as web servers look for it */

enum html_width { HTML_PLAIN, HTML_WIDE, HTML_WIDEST };

struct html_page {
	const struct node	*node;
	const char		*file;		/* "risks.html" */
	const char		*address;	/* the same, or "#risks" */
	const struct html_page	*up;		/* NULL: a chapter */
	const struct html_page	*prev, *next;	/* or NULL */
	enum html_width		 width;		/* of its widest table */
	bool			 images;	/* it has some */
	const char		*nav;		/* of the records below it, once
						   it was written */
};

struct html_spot {
	const struct html_page	*page;
	const char		*id;
};

struct html {
	struct arena		*arena;
	const struct out_meta	*meta;
	struct html_page	*pages;
	size_t			 len;
	bool			 single;	/* all pages in one file */
	const char		*former;	/* folder, or NULL: none is
						   there */
	const char		*logo;		/* its file; NULL: none */
	struct map		*spots;		/* anchor: html_spot */
	struct map		*images;	/* name: its file in the site */
	struct map		*files;		/* anchor: a file that no page
						   is, its name */
};

/* Text between tags and in quoted attributes. */
void html_escape(struct buf *, const char *);
/* Text of an article: a date within it stays on one line. */
void html_prose(const struct html *, struct buf *, const char *);
/* The word of a key, escaped. */
void html_word(const struct html *, struct buf *, const char *key);
/* A page's number and title. */
void html_title(struct buf *, const struct node *page);
/* ' class="t-bad"' or nothing for plain; more may be NULL. */
void html_class(struct buf *, enum tone, const char *more);
/* Where an anchor came to lie; NULL when it is unknown. */
const struct html_spot *html_spot_of(const struct html *, const char *anchor);
/*
 * ' href="..."' of a spot as seen from a page; false and nothing written
 * when the anchor is unknown.
 */
bool html_ref(const struct html *, struct buf *, const struct html_page *,
    const char *anchor);
/* The same for a URL, if it is of a harmless kind. */
bool html_url(struct buf *, const char *url);

/*
 * The id of a spot in its page; in a single file the name of the page stands
 * before it, since other pages have the same.
 */
void html_id(const struct html *, struct buf *, const struct html_page *,
    const char *id);

/* The parts of a page. */
void html_content(const struct html *, const struct html_page *,
    struct buf *);
void html_figure(const struct html *, const struct html_page *,
    const struct node *, struct buf *);
void html_nav(const struct html *, const struct html_page *, struct buf *);
/* Links to the same page in the other languages; nothing when there are none. */
void html_editions(const struct html *, const struct html_page *,
    struct buf *);
void html_crumbs(const struct html *, const struct html_page *,
    struct buf *);
void html_steps(const struct html *, const struct html_page *,
    struct buf *);
void html_outline(const struct html *, const struct html_page *,
    struct buf *);
void html_children(const struct html *, const struct html_page *,
    struct buf *);
void html_toc(const struct html *, const struct html_page *, struct buf *);
/*
 * What the script needs to find words in the pages: find.js with the list of
 * pages and the index, text-N.js with the text of some pages each, which is
 * loaded only when a hit lies there.  Each page is read when it is written,
 * in their order, since its nodes are at hand then.  0, or -1 with errno.  Done
 * after a failure, rc, it writes no more and returns that.
 */
struct finder *html_find_new(const struct html *, const char *dir);
int html_find_read(struct finder *, const struct html_page *);
int html_find_done(struct finder *, int rc);
/*
 * Registers of pages that are no records, as PAGE-N.csv and PAGE-N.xlsx where
 * the table is the N-th of the page.
 */
bool html_is_sheet(const struct node *table);
void html_sheet_name(struct buf *, const struct html_page *, unsigned no);
int html_sheets(const struct html *, const char *dir);
/*
 * The calendars of the book as files, and where links find them.  0, or -1
 * with errno.
 */
int html_calendars(struct html *, const char *dir);
/*
 * Images of the pages that can be shown, each once, under a name made of
 * what is in it.  0, or -1 with errno.
 */
int html_images(struct html *, const char *dir);
/* ' class' words of a page; a link to where its source is edited. */
void html_page_class(const struct html *, const struct html_page *,
    struct buf *);
void html_edit(const struct html *, const struct html_page *, struct buf *);

/*
 * For the single file: every page as an article; logo and images as data
 * addresses; a framed page with style and script in it, each allowed by its
 * hash and nothing else.
 */
void html_articles(const struct html *, struct buf *);
void html_inline_images(struct html *);
void html_inline(const struct html *, const char *page, size_t len,
    struct buf *out);

/*
 * A name with that suffix that every system and web server can carry, and
 * that differs from all those taken before it even where case does not count.
 */
const char *html_name(struct html *, struct map *taken, const char *name,
    const char *suffix);
/* A file of the site, written anew. */
int html_file(const struct html *, const char *dir, const char *name,
    const char *s, size_t len);

#endif
