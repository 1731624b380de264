#ifndef CMD_DUE_H
#define CMD_DUE_H

#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct buf;
struct diag;
struct run;

/* A day that no longer holds: who moved it, when, and why. */
struct due_past {
	const char	*was, *then;	/* and what it was set to */
	date_day	 moved;		/* DATE_NONE: unknown */
	int		 late;		/* days after it had passed; <= 0: in
					   time */
	const char	*by, *commit;
	const char	*reason;	/* as recorded, else what the commit
					   says of itself */
	const char	*approved_by;	/* or NULL */
};

/* One open obligation with a day: a row of the standard's view `due`. */
struct due_item {
	date_day	 due;
	const char	*due_text, *id, *title, *field, *what, *owner;
	const char	*owner_name;	/* or NULL */
	const char	*member;	/* what the member of a list is known
					   by whose day it is; or NULL */
	int64_t		 modified;	/* when the day was set; 0: unknown */
	size_t		 changes;	/* of the day, in either direction */
	struct due_past	*past;		/* oldest first, from history */
	size_t		 past_len;
};

/* What time alone will turn red, by the day that shows it first. */
struct due_ahead {
	int			 days;	/* from today, at the latest */
	const struct diag	**list;
	size_t			 len;
};

struct due_list {
	struct run		*run;
	struct due_item		*items;		/* by day */
	size_t			 len;
	bool			 dated;		/* some record states a day */
	date_day		 until;
	struct due_ahead	*ahead;
	size_t			 ahead_len;
};

const char *due_word(const struct run *, const struct due_item *);

/*
 * Judge the ISMS as if nobody did anything, 14, 30, 60 and 90 days from now
 * as far as until reaches: fills ahead.
 */
void due_forecast(struct due_list *);

void due_text(const struct due_list *, struct buf *);
void due_csv(const struct due_list *, struct buf *);
void due_json(const struct due_list *, struct buf *);
void due_ics(const struct due_list *, struct buf *);

/* The obligations of one record, for `show`. */
int due_gather(struct due_list *, const char *id);

#endif
