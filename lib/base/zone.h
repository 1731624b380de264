#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include <stdint.h>

#include "base/date.h"

struct arena;

/*
 * A time zone by its tz database name, UTC, or a fixed +HH:MM.
 */
struct zone;

/* NULL when the name is unknown on this machine. */
struct zone *zone_find(struct arena *, const char *name);
/*
 * The civil day in the zone at a moment (seconds since 1970, UTC); DATE_NONE
 * outside the years 0001 to 9999.
 */
date_day zone_day(const struct zone *, int64_t seconds);

/* The same for zones of the same rules, on any machine. */
uint64_t zone_hash(const struct zone *);

#endif
