#ifndef CMD_SHOW_H
#define CMD_SHOW_H

#include <stddef.h>

#include "cmd/due.h"

struct buf;
struct change;
struct field;
struct record;
struct run;
struct yaml;

/* The life of one record, neutral to its form. */
struct show_event {
	const struct change	*change;
	const char		*mark;	/* word behind "life.", or NULL */
	int			 slip;	/* days that a date moved later */
	int			 late;	/* days after it had passed */
};

struct show_due {
	const struct due_item	*item;
	/* The finding that comes when nothing is done; NULL: it is there
	 * already, or none comes by itself. */
	const struct diag	*then;
};

struct show {
	struct run		*run;
	const struct record	*rec;
	struct show_event	*events;	/* oldest first */
	size_t			 len;
	struct show_due		*due;		/* by day */
	size_t			 due_len;
};

/* Fill events and due of the record. */
void show_life(struct show *);
int show_next(struct show *);

void show_text(const struct show *, struct buf *);
void show_json(const struct show *, struct buf *);

/* How a field and a single value of it read. */
/*
 * The path that a path of a translation stands beside (text_ja: text), *lang
 * its language; else the path itself, and NULL.
 */
const char *show_original(const struct run *, const struct record *,
    const char *path, const char **lang);
const char *show_label(const struct run *, const struct record *,
    const char *path);
const char *show_value(const struct run *, const struct field *,
    const char *);

#endif
