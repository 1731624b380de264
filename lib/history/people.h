#ifndef HISTORY_PEOPLE_H
#define HISTORY_PEOPLE_H

#include <stddef.h>

struct arena;
struct signature;

/* Who is who: a .mailmap, by git's rules. */
struct people;

struct people *people_read(struct arena *, const char *text, size_t len);
/* The proper name and address of a signature; NULL changes nothing. */
void people_introduce(const struct people *, struct signature *);

#endif
