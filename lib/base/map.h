#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>

struct arena;

/*
 * Strings to pointers, in an arena.  The key is not copied and must live as
 * long as the map.  There is no removal.  Walking is in order of insertion.
 */
struct map;

struct map_slot {
	const char	*key;
	void		*value;
};

struct map *map_new(struct arena *);
/* NULL when absent. */
void *map_get(const struct map *, const char *key);
/* Replaces; returns the earlier value or NULL. */
void *map_put(struct map *, const char *key, void *value);
size_t map_len(const struct map *);
/* i < map_len(). */
const struct map_slot *map_at(const struct map *, size_t i);

#endif
