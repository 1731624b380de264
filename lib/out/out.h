#ifndef OUT_OUT_H
#define OUT_OUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "diag/diag.h"

struct arena;
struct buf;
struct ics_event;
struct node;

enum paper { PAPER_A4, PAPER_LETTER };

/*
 * A calendar beside the pages.  A link whose ref is its anchor leads to it;
 * name is that of its file without suffix, title what calendar programs show.
 */
struct out_calendar {
	const char		*name, *anchor, *title;
	const char		*owner;		/* whose it is; NULL: all of it */
	const struct ics_event	*events;
	size_t			 len;
};

/* The same manual in another language, whose site has the same pages. */
struct out_edition {
	const char	*code;		/* "ja" */
	const char	*name;		/* what it calls itself: "日本語" */
	const char	*site;		/* from a page: "../../ja/site/" */
	const char	*single;	/* from the single file */
};

/*
 * What every page of an output says of the whole: filled by the book, shown
 * by the back ends.  Strings in the language of the output.
 */
struct out_meta {
	enum lang	 lang;
	const char	*title;		/* "ISMS Manual" */
	const char	*organisation;
	const char	*number, *version, *classification;
	const char	*commit;	/* short id, "" outside a repository */
	const char	*asof;		/* YYYY-MM-DD */
	const char	*approved;	/* day, or "" */
	enum paper	 paper;		/* of what is printed */
	bool		 draft;		/* errors are open or the tree dirty */
	/*
	 * The back ends' own words, translated: out.contents, out.page_of and
	 * so on, as in the standard's words.yaml.  Never NULL.
	 */
	const char	*(*word)(void *, const char *key);
	void		*word_data;
	/*
	 * A file of the templates by its name there, "style.css"; NULL when
	 * there is none.  Lives as long as the run's arena.
	 */
	const char	*(*file)(void *, const char *name, size_t *len);
	void		*file_data;
	/*
	 * The bytes of a NODE_IMAGE by its name, for base/image.h; NULL when
	 * they cannot be had.  Live as long as the run's arena.
	 */
	const void	*(*image)(void *, const char *name, size_t *len);
	void		*image_data;
	struct out_calendar	*calendars;
	size_t		 calendar_len;
	/* The site that an earlier run left, whose equal files serve again. */
	const char	*former;
	const struct out_edition	*editions;	/* the others */
	size_t		 edition_len;
};

/*
 * Write the site into the folder dir, which must exist and be empty: one
 * HTML file for each NODE_PAGE plus what they need.  0, or -1 with errno.
 */
int html_write(struct arena *, struct diags *, const struct node *book,
    const struct out_meta *, const char *dir);

/*
 * The same as one file that needs no other, appended.  0, or -1 with errno.
 */
int html_write_single(struct arena *, const struct node *book,
    const struct out_meta *, struct buf *);

/*
 * One cell, then the end of the row, of a CSV table (RFC 4180, lines end with
 * CR LF).  A cell that a spreadsheet program could take for a formula gets
 * an apostrophe in front, unless raw; n counts the cells of the row from 0.
 */
void csv_cell(struct buf *, const char *text, size_t n, bool raw);
void csv_end(struct buf *);
/* The byte order mark by which spreadsheet programs know UTF-8. */
void csv_begin(struct buf *);

/*
 * PDFs that are made together share their fonts, and words that were shaped
 * for one are shaped for all: the largest comes best first.  NULL with a
 * finding and errno ENOENT when no font is installed.
 */
struct pdf_press;
struct pdf_press *pdf_press_new(struct arena *, struct diags *);
/*
 * Writes the file, in place: whoever wants files whole or not at all gives
 * names in a set of outputs (base/fs.h).
 */
void pdf_press_add(struct pdf_press *, const struct node *book,
    const struct out_meta *, const char *path);
/*
 * The font files whose letters the PDFs made so far hold, by file name, each
 * once; *n of them, in the arena that the press was made with.
 */
struct out_font {
	const char	*family;	/* "Noto Sans" */
	const char	*file;		/* its path; NULL: not installed */
	const char	*package;	/* Debian's, that brings it */
	bool		 needed;	/* without it pages look otherwise */
};
struct out_font *pdf_press_fonts(const struct pdf_press *, size_t *n);
/*
 * The families that are looked for, upright and of normal weight, in the order
 * of preference; *n of them.
 */
struct out_font *pdf_fonts_known(struct arena *, size_t *n);

/* Ends the press.  0, or -1 with the errno of the first file that failed. */
int pdf_press_done(struct pdf_press *);

/*
 * Write the book as one PDF file.  0, or -1 with errno; ENOENT and a finding
 * when no font is installed.  Its words: out.page_of with {page} and {pages},
 * out.version with {version}, out.as_of with {date}, out.commit with
 * {commit}, out.draft.
 */
int pdf_write(struct arena *, struct diags *, const struct node *book,
    const struct out_meta *, const char *path);

#endif
