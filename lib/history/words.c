#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/sum.h"
#include "history/oid.h"
#include "history/words.h"

#define START	((size_t)64)
#define LARGE	((size_t)64 * 1024)

/* A text, and behind words_merge() the equal one of the other set. */
struct word {
	const char	*other;
	char		 s[];
};

struct slot {
	uint64_t	 hash;
	const char	*s;		/* NULL: free */
	size_t		 len;
};

struct words {
	struct arena	*arena;
	struct slot	*slots;
	size_t		 size, used;	/* size is a power of two */
};

struct words *
words_new(struct arena *a)
{
	struct words *w = arena_alloc(a, sizeof(*w));

	w->arena = a;
	w->size = START;
	w->slots = arena_alloc(a, w->size * sizeof(*w->slots));
	return w;
}

static void
words_widen(struct words *w)
{
	struct slot *old = w->slots;
	size_t n = w->size, at;

	w->size *= w->size < LARGE ? 4 : 2;
	w->slots = arena_table(w->arena, w->size * sizeof(*w->slots));
	for (size_t i = 0; i < n; i++) {
		if (old[i].s == NULL)
			continue;
		at = old[i].hash & (w->size - 1);
		while (w->slots[at].s != NULL)
			at = (at + 1) & (w->size - 1);
		w->slots[at] = old[i];
	}
	arena_give(w->arena, old);
}

static const char *
keep(struct words *w, const char *s, size_t len, uint64_t hash)
{
	size_t at = hash & (w->size - 1);
	struct slot *slot;
	struct word *word;

	for (; (slot = &w->slots[at])->s != NULL;
	    at = (at + 1) & (w->size - 1))
		if (slot->hash == hash && slot->len == len &&
		    memcmp(slot->s, s, len) == 0)
			return slot->s;
	slot->hash = hash;
	slot->len = len;
	word = arena_alloc(w->arena, sizeof(*word) + len + 1);
	memcpy(word->s, s, len);
	s = slot->s = word->s;
	if (++w->used * 2 > w->size)
		words_widen(w);
	return s;
}

const char *
words_keep(struct words *w, const char *s, size_t len)
{
	return keep(w, s, len, sum_bytes(s, len));
}

static struct word *
word_of(const char *s)
{
	return (struct word *)(uintptr_t)(s - offsetof(struct word, s));
}

void
words_merge(struct words *into, const struct words *from)
{
	for (size_t i = 0; i < from->size; i++)
		if (from->slots[i].s != NULL)
			word_of(from->slots[i].s)->other = keep(into,
			    from->slots[i].s, from->slots[i].len,
			    from->slots[i].hash);
}

const char *
words_other(const char *s)
{
	return s == NULL ? NULL : word_of(s)->other;
}

struct oid_slot {
	struct oid	 id;
	void	*value;			/* NULL: free */
};

struct oids {
	struct arena	*arena;
	struct oid_slot	*slots;
	size_t		 size, used;
};

struct oids *
oids_new(struct arena *a)
{
	struct oids *o = arena_alloc(a, sizeof(*o));

	o->arena = a;
	o->size = START;
	o->slots = arena_alloc(a, o->size * sizeof(*o->slots));
	return o;
}

/* An id is a hash already. */
static struct oid_slot *
oids_find(const struct oids *o, const struct oid *id)
{
	size_t at;

	memcpy(&at, id->id, sizeof(at));
	for (at &= o->size - 1; o->slots[at].value != NULL &&
	    memcmp(o->slots[at].id.id, id->id, OID_RAW) != 0;
	    at = (at + 1) & (o->size - 1))
		;
	return &o->slots[at];
}

void *
oids_get(const struct oids *o, const struct oid *id)
{
	return oids_find(o, id)->value;
}

void
oids_put(struct oids *o, const struct oid *id, void *value)
{
	struct oid_slot *slot = oids_find(o, id), *old = o->slots;
	size_t n = o->size;

	if (slot->value == NULL)
		o->used++;
	slot->id = *id;
	slot->value = value;
	if (o->used * 2 <= o->size)
		return;
	o->size *= o->size < LARGE ? 4 : 2;
	o->slots = arena_table(o->arena, o->size * sizeof(*o->slots));
	for (size_t i = 0; i < n; i++)
		if (old[i].value != NULL)
			*oids_find(o, &old[i].id) = old[i];
	arena_give(o->arena, old);
}

size_t
oids_len(const struct oids *o)
{
	return o->used;
}

void
oids_list(const struct oids *o, struct oid *out)
{
	for (size_t i = 0; i < o->size; i++)
		if (o->slots[i].value != NULL)
			*out++ = o->slots[i].id;
}
