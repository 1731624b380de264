#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Small at first, so that a scratch arena costs little. */
#define FIRST	((size_t)16 * 1024)
#define CHUNK	((size_t)256 * 1024)
#define ALIGN	((size_t)16)

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
};

struct arena {
	struct chunk	*top;
};

void
arena_exhausted(void)
{
	fputs("ismsc: out of memory\n", stderr);
	_Exit(3);
}

static size_t
header_size(void)
{
	return (sizeof(struct chunk) + ALIGN - 1) / ALIGN * ALIGN;
}

static struct chunk *
chunk_new(size_t size)
{
	struct chunk *c;

	if (size > SIZE_MAX - header_size())
		arena_exhausted();
	/* calloc, since the pages of a fresh chunk are zero already. */
	if ((c = calloc(1, header_size() + size)) == NULL)
		arena_exhausted();
	c->size = size;
	return c;
}

struct arena *
arena_new(void)
{
	struct arena *a = calloc(1, sizeof(*a));

	if (a == NULL)
		arena_exhausted();
	a->top = chunk_new(FIRST);
	return a;
}

void
arena_done(struct arena *a)
{
	struct chunk *c, *next;

	if (a == NULL)
		return;
	for (c = a->top; c != NULL; c = next) {
		next = c->next;
#ifdef GUARDED
		ASAN_UNPOISON_MEMORY_REGION(c, header_size() + c->size);
#endif
		free(c);
	}
	free(a);
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
	if (room > FIRST / 4) {
		/* A chunk of its own, behind the top, which stays in use. */
		big = chunk_new(room);
		big->used = room;
		big->next = c->next;
		c->next = big;
		return piece(big, 0, n, room);
	}
	if (c->size - c->used < room) {
		c = chunk_new(CHUNK);
		c->next = a->top;
		a->top = c;
	}
	c->used += room;
	return piece(c, c->used - room, n, room);
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
	va_list ap;
	char *p;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		arena_exhausted();
	p = arena_alloc(a, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return p;
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
	p = arena_alloc(a, (len == 0 ? 1 : len * 2) * size);
	if (len > 0)
		memcpy(p, array, len * size);
	return p;
}
