#ifndef OUT_ZIP_H
#define OUT_ZIP_H

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
};

/* Write the archive whole or not at all; 0, or -1 with errno. */
int zip_write(const char *path, const struct zip_member *, size_t n,
    date_day day);

/* The same into the emptied buffer. */
int zip_bytes(const struct zip_member *, size_t n, date_day day,
    struct buf *);

#endif
