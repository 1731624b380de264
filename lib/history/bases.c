#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "history/bases.h"

#define SLOTS_BITS	13
#define SLOTS		((size_t)1 << SLOTS_BITS)
#define BYTES_MAX	((size_t)16 * 1024 * 1024)

struct slot {
	size_t		 pack, offset;
	struct bytes	*bytes;		/* NULL: free */
};

/* A slot has one place, so that nothing is searched for or listed. */
struct bases {
	struct slot	*slots;
	size_t		 held;		/* bytes */
	size_t		 hand;		/* where room is made next */
};

struct bytes *
bytes_new(enum object_type type, size_t len)
{
	struct bytes *b = malloc(sizeof(*b) + len + 1);

	if (b == NULL)
		return NULL;
	b->holders = 1;
	b->len = len;
	b->type = type;
	b->data[len] = '\0';
	return b;
}

struct bytes *
bytes_hold(struct bytes *b)
{
	b->holders++;
	return b;
}

void
bytes_drop(struct bytes *b)
{
	if (b != NULL && --b->holders == 0)
		free(b);
}

struct bases *
bases_new(void)
{
	struct bases *c = calloc(1, sizeof(*c));

	if (c == NULL || (c->slots = calloc(SLOTS, sizeof(*c->slots))) == NULL)
		arena_exhausted();
	return c;
}

void
bases_done(struct bases *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < SLOTS; i++)
		bytes_drop(c->slots[i].bytes);
	free(c->slots);
	free(c);
}

static struct slot *
place(const struct bases *c, size_t pack, size_t offset)
{
	uint64_t h = (offset ^ (uint64_t)pack << 48) * 0x9e3779b97f4a7c15u;

	return &c->slots[h >> (64 - SLOTS_BITS)];
}

struct bytes *
bases_get(const struct bases *c, size_t pack, size_t offset)
{
	const struct slot *s = place(c, pack, offset);

	return s->bytes != NULL && s->offset == offset && s->pack == pack ?
	    s->bytes : NULL;
}

static void
empty(struct bases *c, struct slot *s)
{
	if (s->bytes == NULL)
		return;
	c->held -= s->bytes->len;
	bytes_drop(s->bytes);
	s->bytes = NULL;
}

void
bases_put(struct bases *c, size_t pack, size_t offset, struct bytes *b)
{
	struct slot *s = place(c, pack, offset);

	if (b->len > BYTES_MAX / 4)
		return;
	empty(c, s);
	while (c->held + b->len > BYTES_MAX) {
		empty(c, &c->slots[c->hand]);
		c->hand = (c->hand + 1) % SLOTS;
	}
	s->pack = pack;
	s->offset = offset;
	s->bytes = bytes_hold(b);
	c->held += b->len;
}
