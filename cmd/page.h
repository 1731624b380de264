#ifndef CMD_PAGE_H
#define CMD_PAGE_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct say;

/*
 * A page of explain, for a terminal or as Markdown.  Headings are keys of
 * words; text that is NULL or empty is left out with its heading.
 */
struct page {
	const struct say	*say;
	struct buf		*out;
	bool			 markdown, color;
};

/* A chapter of the reference; nothing in a terminal. */
void page_chapter(struct page *, const char *title);
void page_head(struct page *, const char *id, const char *title);
/* A line below the head: members that are not NULL, with dots between. */
void page_facts(struct page *, const char *const *facts, size_t n);
void page_part(struct page *, const char *key, const char *text);
void page_code(struct page *, const char *key, const char *syntax,
    const char *text);
/*
 * Rows below one heading; the first cell is a name.  page_rows() begins them
 * with the keys of the columns' words.
 */
void page_rows(struct page *, const char *key, const char *const *columns,
    size_t n);
void page_row(struct page *, const char *const *cells, size_t n);

#endif
