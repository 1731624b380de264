#ifndef OUT_OUT_H
#define OUT_OUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "diag/diag.h"

struct arena;
struct node;

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
	bool		 draft;		/* errors are open or the tree dirty */
	/* the back ends' own words, translated: "Contents", "Page %d of %d" */
	const char	*(*word)(void *, const char *key);
	void		*word_data;
};

/*
 * Write the site into the folder dir, which must exist and be empty: one
 * HTML file for each NODE_PAGE plus what they need.  0, or -1 with errno.
 */
int html_write(struct arena *, struct diags *, const struct node *book,
    const struct out_meta *, const char *dir);

/* Write the book as one PDF file.  0, or -1 with errno. */
int pdf_write(struct arena *, struct diags *, const struct node *book,
    const struct out_meta *, const char *path);

#endif
