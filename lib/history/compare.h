#ifndef HISTORY_COMPARE_H
#define HISTORY_COMPARE_H

struct arena;
struct value;
struct version;
struct words;

/*
 * One difference: the field as it is called in the newer version, or in the
 * older one when it is gone; NULL: absent there.  item is what the member of
 * a list is known by ("2026-03-31"), NULL elsewhere.
 */
typedef void differs_fn(void *, const char *field, const char *from,
    const char *to, const char *item);

/*
 * What differs between two versions of a record, prose aside.  A member of a
 * list is compared with what is known by the same id, period, date or name,
 * wherever it stands; one without such a name with its equal, else with what
 * stands at its place.
 */
void versions_compare(struct words *, const struct version *from,
    const struct version *to, differs_fn *, void *);

#endif
