#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "history/bases.h"
#include "base/inflate.h"
#include "history/pack.h"

/*
 * An object of a pack lies there whole, or as a delta: what to copy from
 * another object and what to put in.  A chain of deltas is followed to its
 * base and made from there, each link once.
 */

/* Git itself makes chains of at most 4,095. */
#define CHAIN_MAX	8192
/* What one object may take, and all links of its chain together. */
#define WORK_MAX	((size_t)2 * 1024 * 1024 * 1024)

enum { OFS_DELTA = 6, REF_DELTA = 7 };

/* What stands in front of an object's stream. */
struct head {
	unsigned	 type;
	size_t		 size;		/* of the inflated stream */
	size_t		 base;		/* where a delta's base begins */
	const unsigned char *stream;
	size_t		 stream_max;
};

struct link {
	size_t		 offset, size, stream_max;
	const unsigned char *stream;
};

struct unpacker {
	const struct packs	*packs;
	struct inflate		*inflate;
	struct bases		*bases;
	unsigned char		*delta;		/* scratch */
	size_t			 delta_size;
	struct link		*chain;
	size_t			 chain_size;
};

struct unpacker *
unpacker_new(const struct packs *ps, struct inflate *z)
{
	struct unpacker *u = calloc(1, sizeof(*u));

	if (u == NULL)
		arena_exhausted();
	u->packs = ps;
	u->inflate = z;
	u->bases = bases_new();
	return u;
}

void
unpacker_done(struct unpacker *u)
{
	if (u == NULL)
		return;
	bases_done(u->bases);
	free(u->delta);
	free(u->chain);
	free(u);
}

void
unpacker_rest(struct unpacker *u)
{
	bases_done(u->bases);
	u->bases = bases_new();
}

/* Seven bits a byte, low ones first, the high bit: more follow. */
static bool
varint(const unsigned char **s, const unsigned char *end, size_t *out,
    unsigned shift)
{
	unsigned char c;

	do {
		if (*s == end || shift > 56)
			return false;
		c = *(*s)++;
		*out |= (size_t)(c & 0x7f) << shift;
		shift += 7;
	} while ((c & 0x80) != 0);
	return true;
}

/* How far before a delta its base begins. */
static bool
distance(const unsigned char **s, const unsigned char *end, size_t *out)
{
	unsigned char c;
	size_t n;

	if (*s == end)
		return false;
	c = *(*s)++;
	for (n = c & 0x7f; (c & 0x80) != 0; n = (n + 1) << 7 | (c & 0x7f)) {
		if (*s == end || n >> 55 != 0)
			return false;
		c = *(*s)++;
	}
	*out = n;
	return true;
}

static bool
head(const struct pack *p, size_t offset, struct head *h)
{
	const unsigned char *s, *end;
	struct oid id;
	size_t back;

	if (p->data == NULL || offset < 12 || offset >= pack_end(p))
		return false;
	s = p->data + offset;
	end = p->data + pack_end(p);
	h->type = *s >> 4 & 7;
	h->size = *s & 15;
	if ((*s++ & 0x80) != 0 && !varint(&s, end, &h->size, 4))
		return false;
	if (h->type == OFS_DELTA) {
		if (!distance(&s, end, &back) || back == 0 || back > offset)
			return false;
		h->base = offset - back;
	} else if (h->type == REF_DELTA) {
		if ((size_t)(end - s) < OID_RAW)
			return false;
		oid_set(&id, s);
		s += OID_RAW;
		if (!pack_find(p, &id, &h->base))
			return false;
	} else if (h->type < OBJECT_COMMIT || h->type > OBJECT_TAG) {
		return false;
	}
	h->stream = s;
	h->stream_max = (size_t)(end - s);
	return inflate_plausible(h->stream_max, h->size);
}

static enum unpacked
whole(struct unpacker *u, const struct head *h, struct bytes **out)
{
	struct bytes *b;

	if (h->size > LIMIT_OBJECT_BYTES)
		return UNPACK_LARGE;
	if ((b = bytes_new((enum object_type)h->type, h->size)) == NULL)
		return UNPACK_LARGE;
	if (!inflate_exact(u->inflate, h->stream, h->stream_max, b->data,
	    b->len)) {
		bytes_drop(b);
		return UNPACK_FAULT;
	}
	*out = b;
	return UNPACKED;
}

/* The instructions of a delta into the scratch buffer. */
static enum unpacked
inflate_delta(struct unpacker *u, const struct link *l)
{
	unsigned char *p;

	if (l->size > LIMIT_OBJECT_BYTES)
		return UNPACK_LARGE;
	if (u->delta_size < l->size) {
		if ((p = realloc(u->delta, l->size)) == NULL)
			return UNPACK_LARGE;
		u->delta = p;
		u->delta_size = l->size;
	}
	return inflate_exact(u->inflate, l->stream, l->stream_max, u->delta,
	    l->size) ? UNPACKED : UNPACK_FAULT;
}

/* What to copy: four bytes of where, three of how much, zeroes left out. */
static bool
copy_of(const unsigned char **s, const unsigned char *end, unsigned c,
    size_t *at, size_t *n)
{
	*at = *n = 0;
	for (unsigned i = 0; i < 7; i++) {
		if ((c >> i & 1) == 0)
			continue;
		if (*s == end)
			return false;
		if (i < 4)
			*at |= (size_t)*(*s)++ << i * 8;
		else
			*n |= (size_t)*(*s)++ << (i - 4) * 8;
	}
	if (*n == 0)
		*n = 0x10000;
	return true;
}

static bool
build(const unsigned char *s, const unsigned char *end,
    const struct bytes *from, struct bytes *to)
{
	size_t done = 0, at, n;
	unsigned c;

	while (s < end) {
		c = *s++;
		if ((c & 0x80) != 0) {
			if (!copy_of(&s, end, c, &at, &n) ||
			    at > from->len || n > from->len - at ||
			    n > to->len - done)
				return false;
			memcpy(to->data + done, from->data + at, n);
		} else {
			n = c;
			if (n == 0 || n > (size_t)(end - s) ||
			    n > to->len - done)
				return false;
			memcpy(to->data + done, s, n);
			s += n;
		}
		done += n;
	}
	return done == to->len;
}

/* What the delta in the scratch buffer makes of its base. */
static enum unpacked
apply(const struct unpacker *u, size_t size, const struct bytes *from,
    struct bytes **out)
{
	const unsigned char *s = u->delta, *end;
	size_t from_len = 0, len = 0;
	struct bytes *b;

	if (size == 0)		/* nor is there a scratch buffer then */
		return UNPACK_FAULT;
	end = s + size;
	if (!varint(&s, end, &from_len, 0) ||
	    !varint(&s, end, &len, 0) || from_len != from->len)
		return UNPACK_FAULT;
	if (len > LIMIT_OBJECT_BYTES)
		return UNPACK_LARGE;
	if ((b = bytes_new(from->type, len)) == NULL)
		return UNPACK_LARGE;
	if (!build(s, end, from, b)) {
		bytes_drop(b);
		return UNPACK_FAULT;
	}
	*out = b;
	return UNPACKED;
}

static void
push(struct unpacker *u, size_t n, size_t offset, const struct head *h)
{
	struct link *l;

	if (n == u->chain_size) {
		u->chain_size = n == 0 ? 64 : n * 2;
		l = realloc(u->chain, u->chain_size * sizeof(*l));
		if (l == NULL)
			arena_exhausted();
		u->chain = l;
	}
	l = &u->chain[n];
	l->offset = offset;
	l->size = h->size;
	l->stream = h->stream;
	l->stream_max = h->stream_max;
}

/* Down to the base of the chain: how many links, or a fault. */
static enum unpacked
descend(struct unpacker *u, const struct pack_place *at, size_t *depth,
    struct bytes **base)
{
	const struct pack *p = &u->packs->list[at->pack];
	size_t offset = at->offset;
	enum unpacked rc;
	struct head h;

	for (*depth = 0; *depth < CHAIN_MAX; ++*depth) {
		*base = bases_get(u->bases, at->pack, offset);
		if (*base != NULL) {
			bytes_hold(*base);
			return UNPACKED;
		}
		if (!head(p, offset, &h))
			return UNPACK_FAULT;
		if (h.type != OFS_DELTA && h.type != REF_DELTA) {
			rc = whole(u, &h, base);
			if (rc == UNPACKED && h.type != OBJECT_COMMIT)
				bases_put(u->bases, at->pack, offset, *base);
			return rc;
		}
		push(u, *depth, offset, &h);
		offset = h.base;
	}
	return UNPACK_FAULT;
}

enum unpacked
unpack(struct unpacker *u, const struct pack_place *at, size_t max,
    struct bytes **out)
{
	struct bytes *b = NULL, *next = NULL;
	size_t depth, work = 0;
	enum unpacked rc = descend(u, at, &depth, &b);

	while (rc == UNPACKED && depth > 0) {
		const struct link l = u->chain[--depth];

		if ((rc = inflate_delta(u, &l)) == UNPACKED &&
		    (rc = apply(u, l.size, b, &next)) == UNPACKED) {
			bytes_drop(b);
			b = next;
			bases_put(u->bases, at->pack, l.offset, b);
			if ((work += l.size + b->len) > WORK_MAX)
				rc = UNPACK_LARGE;
		}
	}
	if (rc == UNPACKED && b->len > max)
		rc = UNPACK_LARGE;
	if (rc != UNPACKED)
		bytes_drop(b);
	else
		*out = b;
	return rc;
}

enum unpacked
unpack_size(struct unpacker *u, const struct pack_place *at,
    enum object_type *type, size_t *len)
{
	const struct pack *p = &u->packs->list[at->pack];
	const unsigned char *s;
	size_t offset = at->offset, skipped = 0;
	struct head h;
	struct link l;

	for (size_t n = 0; n < CHAIN_MAX; n++) {
		if (!head(p, offset, &h))
			return UNPACK_FAULT;
		if (h.type != OFS_DELTA && h.type != REF_DELTA) {
			*type = (enum object_type)h.type;
			if (n == 0)
				*len = h.size;
			return UNPACKED;
		}
		l.size = h.size;
		l.stream = h.stream;
		l.stream_max = h.stream_max;
		if (n == 0) {
			if (inflate_delta(u, &l) != UNPACKED)
				return UNPACK_FAULT;
			s = u->delta;
			*len = 0;
			if (l.size == 0 || !varint(&s, u->delta + l.size,
			    &skipped, 0) ||
			    !varint(&s, u->delta + l.size, len, 0))
				return UNPACK_FAULT;
		}
		offset = h.base;
	}
	return UNPACK_FAULT;
}
