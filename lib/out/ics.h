#ifndef OUT_ICS_H
#define OUT_ICS_H

#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct buf;

/*
 * A calendar (RFC 5545) of whole days.  Texts may hold anything: what the
 * format reads otherwise is escaped, controls are left out, lines are folded.
 */
struct ics_event {
	const char	*uid;		/* the same as long as the matter is */
	date_day	 day;
	int64_t		 stamp;		/* of the data, seconds since 1970 */
	int64_t		 modified;	/* when the day was set; 0: unknown */
	size_t		 sequence;	/* how often it was moved */
	const char	*summary, *description, *category;
};

/* name is shown as that of the calendar. */
void ics_begin(struct buf *, const char *name);
void ics_event(struct buf *, const struct ics_event *);
void ics_end(struct buf *);

#endif
