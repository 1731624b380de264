#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "store/cells.h"

#define LARGE	4096		/* groups: from here on they are doubled */

/* The rows of one value; rows count from 1, 0 is the end. */
struct group {
	uint32_t	 hash, len;
	uint32_t	 first, last;
};

/* Groups by hash, one behind the other; rows of a group by next. */
struct by_value {
	enum { UNASKED, USELESS, READY } state;
	enum cell_type	 type;		/* of all values */
	struct group	*groups;
	size_t		 size;		/* of groups, a power of two */
	uint32_t	*next;
	size_t		 each;
	bool		 unique;
};

void
cells_put(struct cells *c, const struct cell *cells)
{
	cell_row row = arena_alloc(c->arena, c->columns * (sizeof(*row) + 1));
	unsigned char *types = (unsigned char *)(row + c->columns);

	for (size_t i = 0; i < c->columns; i++)
		if ((types[i] = (unsigned char)cells[i].type) != CELL_NULL)
			row[i] = cells[i].value;
	c->rows = arena_grow(c->arena, c->rows, c->len, sizeof(*c->rows));
	c->rows[c->len++] = row;
}

struct by_key {
	const char	*key;
	size_t		 n;
	cell_row	 row;
};

static int
compare_keys(const void *x, const void *y)
{
	const struct by_key *a = x, *b = y;
	int d = strcmp(a->key, b->key);

	return d != 0 ? d : (a->n > b->n) - (a->n < b->n);
}

static const char *
key_at(const struct cells *c, size_t row, size_t column)
{
	struct cell cell = cells_at(c, row, column);

	return cell.type == CELL_TEXT ? cell.s : "";
}

void
cells_sort(struct cells *c, size_t column)
{
	struct by_key *list;
	size_t i;

	for (i = 1; i < c->len; i++)
		if (strcmp(key_at(c, i - 1, column), key_at(c, i,
		    column)) > 0)
			break;
	if (i >= c->len)
		return;
	list = calloc(c->len, sizeof(*list));
	if (list == NULL)
		arena_exhausted();
	for (i = 0; i < c->len; i++) {
		list[i].key = key_at(c, i, column);
		list[i].n = i;
		list[i].row = c->rows[i];
	}
	qsort(list, c->len, sizeof(*list), compare_keys);
	for (i = 0; i < c->len; i++)
		c->rows[i] = list[i].row;
	free(list);
}

void
cells_clear(struct cells *c)
{
	c->rows = NULL;
	c->read = NULL;
	c->len = 0;
	c->by_value = NULL;
}

/* ---- rows by value ---- */

static uint32_t
hash_of(const struct cell *cell)
{
	const unsigned char *s;
	uint32_t h = 2166136261u;

	if (cell->type != CELL_TEXT)
		return (uint32_t)(((uint64_t)cell->n * 0x9e3779b97f4a7c15u) >>
		    32);
	for (s = (const unsigned char *)cell->s; *s != '\0'; s++)
		h = (h ^ *s) * 16777619u;
	return h ^ h >> 15;
}

/* Where the group of the value is, or is to be. */
static struct group *
place(const struct by_value *v, const struct cells *c, size_t column,
    const struct cell *cell, uint32_t hash)
{
	size_t at = hash & (v->size - 1);

	for (;; at = (at + 1) & (v->size - 1)) {
		struct group *g = &v->groups[at];
		struct cell has;

		if (g->len == 0)
			return g;
		if (g->hash != hash)
			continue;
		has = cells_at(c, g->first - 1, column);
		if (cell->type == CELL_TEXT ? has.s == cell->s ||
		    strcmp(has.s, cell->s) == 0 : has.n == cell->n)
			return g;
	}
}

static void
enlarge(struct by_value *v, struct arena *a)
{
	struct group *old = v->groups;
	size_t was = v->size;

	v->size = was == 0 ? 16 : was < LARGE ? was * 4 : was * 2;
	v->groups = arena_table(a, v->size * sizeof(*v->groups));
	for (size_t i = 0; i < was; i++) {
		size_t at = old[i].hash & (v->size - 1);

		if (old[i].len == 0)
			continue;
		while (v->groups[at].len > 0)
			at = (at + 1) & (v->size - 1);
		v->groups[at] = old[i];
	}
	if (was > 0)
		arena_give(a, old);
}

/* False when the values do not compare by plain equality. */
static bool
fill(struct by_value *v, const struct cells *c, size_t column)
{
	size_t used = 0, values = 0;
	double squares = 0;

	v->next = arena_alloc(c->arena, (c->len + 1) * sizeof(*v->next));
	enlarge(v, c->arena);
	for (size_t i = 0; i < c->len; i++) {
		struct cell cell = cells_at(c, i, column);
		struct group *g;
		uint32_t hash;

		if (cell.type == CELL_NULL)
			continue;
		if (cell.type == CELL_REAL ||
		    (values > 0 && cell.type != v->type))
			return false;
		v->type = cell.type;
		values++;
		hash = hash_of(&cell);
		g = place(v, c, column, &cell, hash);
		if (g->len++ == 0) {
			g->hash = hash;
			g->first = g->last = (uint32_t)i + 1;
			if (++used * 4 > v->size * 3)
				enlarge(v, c->arena);
			continue;
		}
		v->next[g->last] = (uint32_t)i + 1;
		g->last = (uint32_t)i + 1;
	}
	for (size_t i = 0; i < v->size; i++)
		squares += (double)v->groups[i].len * v->groups[i].len;
	v->unique = used == values;
	v->each = values == 0 ? 1 : (size_t)(squares / (double)values + 0.5);
	return true;
}

const struct by_value *
cells_index(struct cells *c, size_t column)
{
	struct by_value *v;

	if (c->by_value == NULL)
		c->by_value = arena_alloc(c->arena, c->columns *
		    sizeof(*c->by_value));
	v = &c->by_value[column];
	if (v->state == UNASKED)
		v->state = c->len < UINT32_MAX && fill(v, c, column) ? READY :
		    USELESS;
	return v->state == READY ? v : NULL;
}

size_t
cells_each(const struct by_value *v)
{
	return v->each;
}

bool
cells_unique(const struct by_value *v)
{
	return v->unique;
}

enum cell_type
cells_kind(const struct by_value *v)
{
	return v->type;
}

struct same_value
cells_find(const struct cells *c, size_t column, const struct cell *cell)
{
	const struct by_value *v = &c->by_value[column];
	const struct group *g = place(v, c, column, cell, hash_of(cell));

	return (struct same_value){ v->next, g->len, g->first };
}
