#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/mman.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"

/*
 * Small at first, so that a scratch arena costs little; then each chunk is
 * twice the one before it.
 */
#define FIRST	((size_t)16 * 1024)
#define CHUNK	((size_t)256 * 1024)
#define LAST	((size_t)4 * 1024 * 1024)
#define AHEAD	((size_t)256 * 1024)	/* pages asked for at once */
#define TABLE	((size_t)64 * 1024)	/* worth giving back */
#define ALIGN	((size_t)8)

/* Under the sanitizer what lies behind each piece may not be touched. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GUARDED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define GUARDED
#endif
#ifdef GUARDED
#include <sanitizer/asan_interface.h>
#define BEHIND	ALIGN
#else
#define BEHIND	((size_t)0)
#endif

struct chunk {
	struct chunk	*next;
	size_t		 used, size;
	size_t		 mapped;	/* bytes from the system, else 0 */
	size_t		 ready;		/* of those, asked for ahead */
	bool		 table;		/* of arena_table() */
};

struct arena {
	struct chunk	*top;
	size_t		 grow;		/* of the next chunk */
};

void
arena_exhausted(void)
{
	fputs("ismsc: out of memory\n", stderr);
	fs_temp_remove();
	_Exit(3);
}

static size_t
header_size(void)
{
	return (sizeof(struct chunk) + ALIGN - 1) / ALIGN * ALIGN;
}

/*
 * Pages of the system are zero and wait until they are touched; memory that
 * malloc hands out again would have to be cleared.
 */
static void *
map_pages(size_t size)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		arena_exhausted();
	return p;
}

/*
 * The next pages of a chunk that is filled from its beginning, in one call
 * in place of a fault for each.  No large pages: a virtual machine that gave
 * its free memory back to its host gets them slower than it can fill them.
 */
static void
look_ahead(struct chunk *c)
{
#ifdef MADV_POPULATE_WRITE
	size_t wants = header_size() + c->used, n;

	if (wants <= c->ready || c->mapped < AHEAD)
		return;
	n = (wants - c->ready + AHEAD - 1) / AHEAD * AHEAD;
	if (n > c->mapped - c->ready)
		n = c->mapped - c->ready;
	/* Where the system does not know it, pages come one by one. */
	madvise((char *)c + c->ready, n, MADV_POPULATE_WRITE);
	c->ready += n;
#else
	(void)c;
#endif
}

static struct chunk *
chunk_new(size_t size)
{
	struct chunk *c;
	size_t mapped = 0;

	if (size > SIZE_MAX - header_size() - AHEAD)
		arena_exhausted();
#ifndef GUARDED
	if (header_size() + size >= CHUNK / 2)
		mapped = header_size() + size;
#endif
	c = mapped > 0 ? map_pages(mapped) : calloc(1, header_size() + size);
	if (c == NULL)
		arena_exhausted();
	c->size = size;
	c->mapped = mapped;
	return c;
}

struct arena *
arena_new(void)
{
	struct arena *a = calloc(1, sizeof(*a));

	if (a == NULL)
		arena_exhausted();
	a->top = chunk_new(FIRST - header_size());
	a->grow = CHUNK;
	return a;
}

static void
drop(struct chunk *c)
{
	struct chunk *next;

	for (; c != NULL; c = next) {
		next = c->next;
#ifdef GUARDED
		ASAN_UNPOISON_MEMORY_REGION(c, header_size() + c->size);
#endif
		if (c->mapped > 0)
			munmap(c, c->mapped);
		else
			free(c);
	}
}

void
arena_done(struct arena *a)
{
	if (a == NULL)
		return;
	drop(a->top);
	free(a);
}

void
arena_clear(struct arena *a)
{
	struct chunk *c = a->top;

	drop(c->next);
	c->next = NULL;
#ifdef GUARDED
	ASAN_UNPOISON_MEMORY_REGION(c, header_size() + c->size);
#endif
	memset((char *)c + header_size(), 0, c->used);
#ifdef GUARDED
	ASAN_POISON_MEMORY_REGION((char *)c + header_size(), c->size);
#endif
	c->used = 0;
}

void
arena_trim(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}

void
arena_join(struct arena *to, struct arena *from)
{
	struct chunk **end = &to->top->next;

	while (*end != NULL)
		end = &(*end)->next;
	*end = from->top;
	free(from);
}

static void *
piece(struct chunk *c, size_t at, size_t n, size_t room)
{
	char *p = (char *)c + header_size() + at;

#ifdef GUARDED
	ASAN_UNPOISON_MEMORY_REGION(p, n);
	ASAN_POISON_MEMORY_REGION(p + n, room - n);
#else
	(void)n;
	(void)room;
#endif
	return p;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	struct chunk *c = a->top, *big;
	size_t room;

	if (n > SIZE_MAX - ALIGN - BEHIND)
		arena_exhausted();
	room = (n + BEHIND + ALIGN - 1) / ALIGN * ALIGN;
	if (c->size - c->used < room && room > FIRST / 4) {
		/* A chunk of its own, behind the top, which stays in use. */
		big = chunk_new(room);
		big->used = room;
		big->next = c->next;
		c->next = big;
		return piece(big, 0, n, room);
	}
	if (c->size - c->used < room) {
		c = chunk_new(a->grow - header_size());
		c->next = a->top;
		a->top = c;
		a->grow = a->grow < LAST ? a->grow * 2 : LAST;
	}
	c->used += room;
	look_ahead(c);
	return piece(c, c->used - room, n, room);
}

void *
arena_table(struct arena *a, size_t n)
{
	struct chunk *c;
	size_t room;

	if (n < TABLE)
		return arena_alloc(a, n);
	if (n > SIZE_MAX - ALIGN - BEHIND)
		arena_exhausted();
	room = (n + BEHIND + ALIGN - 1) / ALIGN * ALIGN;
	c = chunk_new(room);
	c->used = room;
	c->table = true;
	c->next = a->top->next;
	a->top->next = c;
	return piece(c, 0, n, room);
}

void
arena_give(struct arena *a, void *table)
{
	struct chunk **at = &a->top->next, *c;

	while ((c = *at) != NULL && (!c->table ||
	    (char *)c + header_size() != (char *)table))
		at = &c->next;
	if (c == NULL)
		return;
	*at = c->next;
	c->next = NULL;
	drop(c);
}

char *
arena_dup(struct arena *a, const char *s, size_t n)
{
	char *p;

	if (n == SIZE_MAX)
		arena_exhausted();
	p = arena_alloc(a, n + 1);
	if (n > 0)
		memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

char *
arena_str(struct arena *a, const char *s)
{
	return arena_dup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	struct buf b = BUF_INIT;
	va_list ap;
	char *p;

	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	p = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return p;
}

/*
 * Twice the room for an array of n bytes, where it is: when nothing came
 * behind it and the chunk has as much left.
 */
static bool
extend(struct chunk *c, void *array, size_t n)
{
#ifdef GUARDED
	(void)c;
	(void)array;
	(void)n;
	return false;
#else
	size_t has = (n + ALIGN - 1) / ALIGN * ALIGN,
	    wants = (2 * n + ALIGN - 1) / ALIGN * ALIGN;
	char *end = (char *)c + header_size() + c->used;

	if ((char *)array + has != end || c->size - c->used < wants - has)
		return false;
	c->used += wants - has;
	look_ahead(c);
	return true;
#endif
}

void *
arena_grow(struct arena *a, void *array, size_t len, size_t size)
{
	void *p;

	/* Full exactly when the length is a power of two (or 0). */
	if ((len & (len - 1)) != 0)
		return array;
	if (len > SIZE_MAX / 2 / size)
		arena_exhausted();
	if (len > 0 && extend(a->top, array, len * size))
		return array;
	p = arena_table(a, (len == 0 ? 1 : len * 2) * size);
	if (len > 0)
		memcpy(p, array, len * size);
	if (len * size >= TABLE)
		arena_give(a, array);
	return p;
}

void
arena_fit(struct arena *a, void *array, size_t grown, size_t len,
    size_t size)
{
#ifdef GUARDED
	(void)a;
	(void)array;
	(void)grown;
	(void)len;
	(void)size;
#else
	struct chunk *c = a->top;
	char *end = (char *)c + header_size() + c->used;
	size_t room = 1, had, has = (len * size + ALIGN - 1) / ALIGN * ALIGN;

	if (grown == 0)
		return;
	while (room < grown)
		room *= 2;
	had = (room * size + ALIGN - 1) / ALIGN * ALIGN;
	if ((char *)array + had != end)
		return;
	memset((char *)array + has, 0, had - has);
	c->used -= had - has;
#endif
}
