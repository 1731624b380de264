#ifndef BOOK_CALENDAR_H
#define BOOK_CALENDAR_H

#include <stddef.h>

#include "diag/diag.h"

struct arena;
struct record;

/*
 * The entries of calendars, the same whether `due` or the site writes them.
 */

/* What the member of a list is known by to which a field ("milestones[1].due")
 * leads; NULL when it leads to none, or rec is NULL. */
const char *calendar_member(struct arena *, const struct record *rec,
    const char *field);

/*
 * The UID (RFC 5545, 3.8.4.7) of a day: it stays whatever comes before it in
 * the list where it stands.  nth, from 0, tells members of one name apart.
 */
const char *calendar_uid(struct arena *, const char *id, const char *field,
    const char *member, size_t nth);

/* What is owed, in the words of the language; and of which member. */
const char *calendar_owed(struct arena *, enum lang, const char *what,
    const char *member);

#endif
