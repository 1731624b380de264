#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "history/gather.h"
#include "history/version.h"
#include "history/walk.h"
#include "history/words.h"

/*
 * Reading is most of the work, and nothing in it hangs on what was read
 * before: commits are compared in ranges, then every blob is read once, in
 * the order of the disk, where a version stands next to those that it was
 * derived from.  A thread has a reader, words and an arena of its own, which
 * are joined with ours at the end; the answers are the same for any number.
 */

#define THREADS_MAX	4
/* So few are not worth a thread. */
#define COMMITS_MIN	400
#define BLOBS_MIN	400

struct wanted {
	struct oid		 id;
	size_t			 file, seq;
	struct versions		*versions;	/* NULL: cannot be read */
};

struct part {
	struct walk		*w;
	struct repo		 repo;
	struct arena		*arena, *scratch;
	void			 (*work)(struct part *);
	size_t			 lo, hi;
	struct wanted		*blobs;
	struct versions_reader	*reader;
	pthread_t		 thread;
	bool			 started;
};

/* ---- the two kinds of work ---- */

static void
compare_one(struct part *p, size_t i, struct path_changes *out)
{
	struct walk *w = p->w;
	struct gathered *g = &w->gathered[i];
	struct oid own, other, missing;
	const struct oid *to = walk_tree(&p->repo, w, &w->raw[i], &own);
	const struct oid *from = i + 1 == w->len ? NULL :
	    walk_tree(&p->repo, w, &w->raw[i + 1], &other);

	if (tree_compare(&p->repo, from, to, out, &missing) != 0)
		return;
	g->done = true;
	g->len = out->len;
	g->list = arena_alloc(p->arena, out->len * sizeof(*g->list));
	if (out->len > 0)
		memcpy(g->list, out->list, out->len * sizeof(*g->list));
}

/* Newest first: older trees are derived from newer ones. */
static void
compare(struct part *p)
{
	struct path_changes out = { NULL, 0, 0 };

	for (size_t i = p->lo; i < p->hi; i++)
		compare_one(p, i, &out);
	path_changes_done(&out);
}

static void
read_blobs(struct part *p)
{
	struct object o;

	for (size_t i = p->lo; i < p->hi; i++) {
		if (object_read_as(&p->repo, &p->blobs[i].id, OBJECT_BLOB,
		    &o) != 0)
			continue;
		p->blobs[i].versions = versions_read(p->reader, o.data,
		    o.len);
		object_done(&o);
	}
}

/* ---- threads ---- */

static void *
run(void *data)
{
	struct part *p = data;

	p->work(p);
	return NULL;
}

static void
part_open(struct part *p)
{
	p->repo = *p->w->repo;
	p->arena = arena_new();
	p->scratch = arena_new();
	p->repo.arena = p->scratch;
	p->repo.words = words_new(p->scratch);
	p->repo.reader = reader_new(p->w->repo->objects);
	p->repo.in_thread = true;
	p->reader = versions_new(p->arena, p->repo.words);
}

/* What it found is ours from now on. */
static void
part_join(struct part *p)
{
	struct words *ours = p->w->repo->words;
	struct gathered *g;

	words_merge(ours, p->repo.words);
	versions_rename(p->reader);
	for (size_t i = p->lo; p->work == compare && i < p->hi; i++) {
		g = &p->w->gathered[i];
		for (size_t n = 0; n < g->len; n++)
			g->list[n].path = words_other(g->list[n].path);
	}
	versions_done(p->reader);
	reader_done(p->repo.reader);
	arena_done(p->scratch);
	arena_join(p->w->arena, p->arena);
}

static size_t
processors(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set) != 0)
		return 1;
	return (size_t)CPU_COUNT(&set);
}

/* The work in equal parts: the first is done here, the others by threads. */
static void
divide(struct walk *w, void (*work)(struct part *), size_t n,
    struct wanted *blobs, size_t least)
{
	struct part parts[THREADS_MAX] = { { NULL } }, *p;
	size_t many = n < 2 * least ? 1 : processors();

	if (many > THREADS_MAX)
		many = THREADS_MAX;
	for (size_t k = many; k-- > 0;) {
		p = &parts[k];
		p->w = w;
		p->work = work;
		p->blobs = blobs;
		p->lo = n / many * k;
		p->hi = k + 1 == many ? n : n / many * (k + 1);
		if (k > 0) {
			part_open(p);
			p->started = pthread_create(&p->thread, NULL, run,
			    p) == 0;
			continue;
		}
		p->repo = *w->repo;
		p->arena = w->arena;
		p->reader = w->reader;
		work(p);
	}
	for (size_t k = 1; k < many; k++) {
		p = &parts[k];
		if (p->started)
			pthread_join(p->thread, NULL);
		else
			work(p);
		part_join(p);
	}
}

/* ---- which blobs ---- */

static int
by_file(const void *va, const void *vb)
{
	const struct wanted *a = va, *b = vb;

	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	return a->seq < b->seq ? -1 : a->seq > b->seq;
}

static size_t
number_of(struct map *paths, const char *path)
{
	uintptr_t n = (uintptr_t)map_get(paths, path);

	if (n == 0) {
		n = map_len(paths) + 1;
		map_put(paths, path, (void *)n);
	}
	return n;
}

/* Each that some commit brought, once. */
static size_t
list_blobs(struct walk *w, size_t n, struct wanted *list)
{
	struct arena *scratch = arena_new();
	struct oids *seen = oids_new(scratch);
	struct map *paths = map_new(scratch);
	size_t len = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < w->gathered[i].len; k++) {
			const struct oid *id = &w->gathered[i].list[k].to;

			if (oid_is_zero(id) || oids_get(seen, id) != NULL ||
			    oids_get(w->blobs, id) != NULL)
				continue;
			oids_put(seen, id, w);
			list[len].id = *id;
			list[len].versions = NULL;
			list[len].seq = i;
			list[len++].file = number_of(paths,
			    w->gathered[i].list[k].path);
		}
	arena_done(scratch);
	if (len > 0)
		qsort(list, len, sizeof(*list), by_file);
	return len;
}

void
gather(struct walk *w, size_t n)
{
	struct wanted *blobs;
	size_t len = 0;

	w->gathered = arena_alloc(w->arena, n * sizeof(*w->gathered));
	w->gathered_len = n;
	divide(w, compare, n, NULL, COMMITS_MIN);
	for (size_t i = 0; i < n; i++)
		len += w->gathered[i].len;
	if ((blobs = malloc((len + 1) * sizeof(*blobs))) == NULL)
		arena_exhausted();
	len = list_blobs(w, n, blobs);
	divide(w, read_blobs, len, blobs, BLOBS_MIN);
	for (size_t i = 0; i < len; i++)
		if (blobs[i].versions != NULL)
			oids_put(w->blobs, &blobs[i].id, blobs[i].versions);
	free(blobs);
}
