#ifndef OUT_ZIP_H
#define OUT_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"

struct arena;
struct buf;

/*
 * A zip archive whose bytes depend on its files and the day alone: entries in
 * the order given, one fixed time, mode 0644, UTF-8 names.
 */
struct zip_member {
	const char	*name;		/* in the archive, '/' */
	const char	*bytes;		/* must live until zip_write() ends */
	size_t		 len;
	bool		 lasting;	/* these bytes at this address are in
					   other archives as well */
};

/*
 * What archives are made with one after the other; _done() takes NULL.  For
 * small ones that are made often: lightly takes a third of the time, and the
 * archive is a sixth larger.
 */
struct zip_press;
struct zip_press *zip_press_new(bool lightly);
void zip_press_done(struct zip_press *);

/* Write the archive whole or not at all; 0, or -1 with errno. */
int zip_write(const char *path, const struct zip_member *, size_t n,
    date_day day);

/* The same into the emptied buffer; the press may be NULL. */
int zip_bytes(struct zip_press *, const struct zip_member *, size_t n,
    date_day day, struct buf *);

#endif
