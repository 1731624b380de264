#include <sqlite3.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "store/heap.h"

#define STEP	((size_t)32)
#define SMALL	((size_t)2048)		/* the largest piece that is kept */
#define SLAB	((size_t)256 * 1024)

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GUARDED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define GUARDED
#endif

/* Before each piece; behind it when it is free lies the next free one. */
struct head {
	size_t	size;			/* of what SQLite has */
};

/* SQLite has one allocator a process, so this is one as well. */
static struct {
	void	*spare[SMALL / STEP + 1];
	char	*at, *end;		/* of the slab in use */
} heap;

static struct head *
head_of(void *p)
{
	return (struct head *)p - 1;
}

static int
heap_round(int n)
{
	return (int)(((size_t)n + STEP - 1) / STEP * STEP);
}

static void *
heap_malloc(int n)
{
	size_t size = (size_t)heap_round(n), whole = size + sizeof(struct head);
	void **spare = &heap.spare[size / STEP], *p;
	struct head *h;

	if (size > SMALL) {
		if ((h = malloc(whole)) == NULL)
			return NULL;
	} else if ((p = *spare) != NULL) {
		memcpy(spare, p, sizeof(*spare));
		return p;
	} else {
		if ((size_t)(heap.end - heap.at) < whole) {
			if ((heap.at = malloc(SLAB)) == NULL) {
				heap.end = NULL;
				return NULL;
			}
			heap.end = heap.at + SLAB;
		}
		h = (struct head *)(void *)heap.at;
		heap.at += whole;
	}
	h->size = size;
	return h + 1;
}

static void
heap_free(void *p)
{
	struct head *h = head_of(p);
	void **spare;

	if (h->size > SMALL) {
		free(h);
		return;
	}
	spare = &heap.spare[h->size / STEP];
	memcpy(p, spare, sizeof(*spare));
	*spare = p;
}

static int
heap_size(void *p)
{
	return p == NULL ? 0 : (int)head_of(p)->size;
}

static void *
heap_realloc(void *p, int n)
{
	size_t size = head_of(p)->size;
	void *q;

	if ((size_t)n <= size)
		return p;
	if ((q = heap_malloc(n)) == NULL)
		return NULL;
	memcpy(q, p, size);
	heap_free(p);
	return q;
}

static int
heap_init(void *data)
{
	(void)data;
	return SQLITE_OK;
}

static void
heap_shutdown(void *data)
{
	(void)data;
}

void
heap_use(void)
{
	static const sqlite3_mem_methods methods = {
		heap_malloc, heap_free, heap_realloc, heap_size, heap_round,
		heap_init, heap_shutdown, NULL
	};

#ifdef GUARDED
	(void)methods;
#else
	sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
#endif
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
}
