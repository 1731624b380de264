#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "load/source.h"

static int
compare(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;

	return strcmp(a->path, b->path);
}

const struct entry *
source_find(const struct source *s, const char *path)
{
	struct entry key = { path, ENTRY_FILE, 0, "" };

	if (s->len == 0)
		return NULL;
	return bsearch(&key, s->entries, s->len, sizeof(key), compare);
}

static int
memory_read(struct source *s, const struct entry *e, size_t max,
    struct buf *b)
{
	const char *const *texts = s->data;

	if (e->size > max)
		return -2;
	buf_clear(b);
	buf_add(b, texts[e - s->entries], e->size);
	return 0;
}

struct source *
source_memory(struct arena *a, const char *const (*files)[2], size_t n)
{
	struct source *s = arena_alloc(a, sizeof(*s));
	struct entry *entries = arena_alloc(a, n * sizeof(*entries));
	const char **texts = arena_alloc(a, n * sizeof(*texts));

	for (size_t i = 0; i < n; i++)
		entries[i].path = arena_str(a, files[i][0]);
	if (n > 0)
		qsort(entries, n, sizeof(*entries), compare);
	s->entries = entries;
	s->len = n;
	s->read = memory_read;
	s->data = texts;
	for (size_t i = 0; i < n; i++) {
		struct entry *e = (struct entry *)source_find(s, files[i][0]);

		texts[e - entries] = arena_str(a, files[i][1]);
		e->size = strlen(files[i][1]);
	}
	return s;
}
