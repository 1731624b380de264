#ifndef BASE_GUESS_H
#define BASE_GUESS_H

struct arena;

/*
 * What a writer probably meant.
 */

/*
 * The day that a text such as 2026/4/1, 1.4.2026, 20260401 or an era date
 * (R8.4.1, in characters or letters) means, as YYYY-MM-DD; the month's last
 * day for one past it.  NULL when it is none or could be two.
 */
const char *guess_date(struct arena *, const char *s);

#endif
