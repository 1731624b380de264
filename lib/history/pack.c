#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "history/pack.h"

/*
 * An index, version 2: magic, version, 256 sums of ids by their first byte,
 * the ids in order, a checksum of each, where each begins (or, with the high
 * bit, which of the far ones), the far ones, and the names of pack and index.
 */
#define IDX_MAGIC	"\377tOc\0\0\0\2"
#define IDX_IDS		(8 + 256 * 4)
#define IDX_END		(2 * OID_RAW)
#define PACK_BEGIN	12
#define PACK_END	OID_RAW

static uint32_t
be32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	    (uint32_t)p[2] << 8 | p[3];
}

static const unsigned char *
map(const char *path, size_t *len)
{
	struct stat st;
	void *p = NULL;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) {
		*len = (size_t)st.st_size;
		p = mmap(NULL, *len, PROT_READ, MAP_PRIVATE, fd, 0);
		if (p == MAP_FAILED)
			p = NULL;
	}
	close(fd);
	return p;
}

/* The sums must rise: they say where to look. */
static bool
sums_rise(const unsigned char *idx)
{
	uint32_t last = 0, n;

	for (size_t i = 0; i < 256; i++) {
		n = be32(idx + 8 + i * 4);
		if (n < last)
			return false;
		last = n;
	}
	return true;
}

static bool
is_sound(struct pack *p)
{
	size_t rest;

	if (p->idx_len < IDX_IDS + IDX_END ||
	    memcmp(p->idx, IDX_MAGIC, 8) != 0 || !sums_rise(p->idx))
		return false;
	p->count = be32(p->idx + 8 + 255 * 4);
	rest = p->idx_len - IDX_IDS - IDX_END;
	if (rest / (OID_RAW + 8) < p->count)
		return false;
	p->far = (rest - p->count * (OID_RAW + 8)) / 8;
	return p->len >= PACK_BEGIN + PACK_END &&
	    memcmp(p->data, "PACK\0\0\0\2", 8) == 0 &&
	    be32(p->data + 8) == p->count &&
	    memcmp(p->data + p->len - OID_RAW, p->idx + p->idx_len - IDX_END,
	    OID_RAW) == 0;
}

static void
unmap(struct pack *p)
{
	if (p->idx != NULL)
		munmap((void *)(uintptr_t)p->idx, p->idx_len);
	if (p->data != NULL)
		munmap((void *)(uintptr_t)p->data, p->len);
	p->idx = p->data = NULL;
}

/* Pages of a file come back when they are looked at. */
static void
rest(const void *p, size_t len)
{
	if (p != NULL)
		madvise((void *)(uintptr_t)p, len, MADV_DONTNEED);
}

void
packs_rest(const struct packs *ps)
{
	for (size_t i = 0; i < ps->len; i++) {
		rest(ps->list[i].idx, ps->list[i].idx_len);
		rest(ps->list[i].data, ps->list[i].len);
	}
}

static void
add(struct packs *ps, struct arena *a, const char *dir, const char *name)
{
	size_t n = strlen(name) - 3;
	struct pack *p;

	if (ps->len == ps->cap) {
		ps->cap = ps->cap == 0 ? 8 : ps->cap * 2;
		p = realloc(ps->list, ps->cap * sizeof(*p));
		if (p == NULL)
			arena_exhausted();
		ps->list = p;
	}
	p = &ps->list[ps->len];
	memset(p, 0, sizeof(*p));
	p->data = map(arena_printf(a, "%s%.*spack", dir, (int)n, name),
	    &p->len);
	/* An index without its pack says nothing: git leaves it too. */
	if (p->data == NULL)
		return;
	p->idx = map(arena_printf(a, "%s%s", dir, name), &p->idx_len);
	if (p->idx == NULL || !is_sound(p)) {
		unmap(p);
		ps->odd = true;
	}
	if ((p->name = strdup(name)) == NULL)
		arena_exhausted();
	ps->len++;
}

static bool
is_there(const struct packs *ps, const char *name)
{
	for (size_t i = 0; i < ps->len; i++)
		if (strcmp(ps->list[i].name, name) == 0)
			return true;
	return false;
}

size_t
packs_scan(struct packs *ps, struct arena *a, const char *dir)
{
	size_t before = ps->len, n;
	DIR *d = opendir(dir);
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL) {
		n = strlen(e->d_name);
		if (n > 4 && strcmp(e->d_name + n - 4, ".idx") == 0 &&
		    !is_there(ps, e->d_name))
			add(ps, a, dir, e->d_name);
	}
	if (d != NULL)
		closedir(d);
	return ps->len - before;
}

void
packs_done(struct packs *ps)
{
	for (size_t i = 0; i < ps->len; i++) {
		unmap(&ps->list[i]);
		free(ps->list[i].name);
	}
	free(ps->list);
	memset(ps, 0, sizeof(*ps));
}

size_t
pack_end(const struct pack *p)
{
	return p->len - PACK_END;
}

/*
 * Ids are spread evenly, so the first guesses are by their value; halving
 * ends it whatever the bytes say.
 */
static bool
search(const unsigned char *ids, size_t lo, size_t hi, const struct oid *id,
    size_t *at)
{
	uint64_t key = be32(id->id + 1), from = 0, to = (uint64_t)1 << 32, v;
	const unsigned char *p;
	size_t mid;
	int c;

	for (unsigned tries = 0; lo < hi; tries++) {
		mid = tries < 4 ? lo + (size_t)((key - from) * (hi - lo) /
		    (to - from)) : lo + (hi - lo) / 2;
		p = ids + mid * OID_RAW;
		c = memcmp(id->id, p, OID_RAW);
		if (c == 0) {
			*at = mid;
			return true;
		}
		v = be32(p + 1);
		if (c > 0) {
			lo = mid + 1;
			from = v;
		} else {
			hi = mid;
			to = v + 1;
		}
		/* Out of order: no guess is worth anything. */
		if (key < from || key >= to)
			tries = 4;
	}
	return false;
}

bool
pack_find(const struct pack *p, const struct oid *id, size_t *offset)
{
	const unsigned char *sums = p->idx + 8, *ids = p->idx + IDX_IDS;
	const unsigned char *near, *far;
	size_t lo, hi, at, big;
	uint32_t v;

	if (p->idx == NULL)
		return false;
	lo = id->id[0] == 0 ? 0 : be32(sums + (size_t)(id->id[0] - 1) * 4);
	hi = be32(sums + (size_t)id->id[0] * 4);
	if (!search(ids, lo, hi, id, &at))
		return false;
	near = ids + p->count * (OID_RAW + 4);
	v = be32(near + at * 4);
	if ((v & 0x80000000u) == 0) {
		*offset = v;
		return true;
	}
	big = v & 0x7fffffffu;
	if (big >= p->far)
		return false;
	far = near + p->count * 4 + big * 8;
	*offset = (size_t)be32(far) << 32 | be32(far + 4);
	return true;
}

bool
packs_find(const struct packs *ps, const struct oid *id, size_t *hint,
    struct pack_place *out)
{
	size_t at = *hint;

	for (size_t n = ps->len; n > 0; n--, at++) {
		if (at >= ps->len)
			at = 0;
		if (pack_find(&ps->list[at], id, &out->offset)) {
			out->pack = *hint = at;
			return true;
		}
	}
	return false;
}
