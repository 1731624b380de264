#ifndef BASE_KEPT_H
#define BASE_KEPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;
struct cursor;
struct rows;

/*
 * Rows as the bytes of a file that one run leaves for the next: a head, the
 * rows, their texts.  Bytes of another sort, of another build of the program,
 * or damaged ones are as if there were none.
 */
struct kept_sort {
	char		magic[8];
	uint32_t	build;
};

/* Append to an empty buffer; false when it is too much for a file. */
bool kept_write(struct buf *, const struct kept_sort *, const struct rows *);
/* The rows lie in s, which must live as long as the cursor. */
bool kept_read(struct cursor *, const struct kept_sort *, const char *s,
    size_t len);

/*
 * A file whole into the arena; NULL when there is none that can be trusted:
 * a link, or one that another user wrote or may write.
 */
const char *kept_load(struct arena *, const char *path, size_t *len);

#endif
