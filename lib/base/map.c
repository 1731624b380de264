#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"

struct map {
	struct arena	*arena;
	struct map_slot	*slots;		/* in order of insertion */
	size_t		 len;
	uint32_t	*table;		/* slot number + 1, or 0 */
	size_t		 size;		/* a power of two */
};

static uint32_t
hash(const char *s)
{
	uint32_t h = 2166136261u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h ^ h >> 15;
}

struct map *
map_new(struct arena *a)
{
	struct map *m = arena_alloc(a, sizeof(*m));

	m->arena = a;
	m->size = 16;
	m->table = arena_alloc(a, m->size * sizeof(*m->table));
	return m;
}

static size_t
find(const struct map *m, const char *key)
{
	size_t i = hash(key) & (m->size - 1);

	while (m->table[i] != 0 &&
	    strcmp(m->slots[m->table[i] - 1].key, key) != 0)
		i = (i + 1) & (m->size - 1);
	return i;
}

void *
map_get(const struct map *m, const char *key)
{
	size_t i = find(m, key);

	return m->table[i] == 0 ? NULL : m->slots[m->table[i] - 1].value;
}

static void
rehash(struct map *m)
{
	size_t i;

	arena_give(m->arena, m->table);
	m->size *= 2;
	m->table = arena_table(m->arena, m->size * sizeof(*m->table));
	for (i = 0; i < m->len; i++)
		m->table[find(m, m->slots[i].key)] = (uint32_t)i + 1;
}

void *
map_put(struct map *m, const char *key, void *value)
{
	size_t i = find(m, key);
	void *old;

	if (m->table[i] != 0) {
		old = m->slots[m->table[i] - 1].value;
		m->slots[m->table[i] - 1].value = value;
		return old;
	}
	m->slots = arena_grow(m->arena, m->slots, m->len, sizeof(*m->slots));
	m->slots[m->len].key = key;
	m->slots[m->len].value = value;
	m->table[i] = (uint32_t)++m->len;
	if (m->len * 2 > m->size)
		rehash(m);
	return NULL;
}

size_t
map_len(const struct map *m)
{
	return m->len;
}

const struct map_slot *
map_at(const struct map *m, size_t i)
{
	return &m->slots[i];
}
