#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "history/cache.h"
#include "history/repo.h"
#include "history/walk.h"
#include "history/words.h"

/*
 * A merge brings what others wrote.  For each file that it changed, the
 * branch is followed back, always to a parent that has the file as it is,
 * until a commit differs from all of its parents: its author wrote it.  What
 * had landed before the merge is not looked at.
 */

/* A commit that the files lo to hi - 1 have been followed to. */
struct trail {
	struct oid			id;
	struct raw_commit	raw;
	size_t			lo, hi;
};

struct search {
	struct walk	*w;
	struct file	**files;
	struct trail	*stack;		/* on the heap */
	size_t		 len, cap;
	size_t		 seq;		/* of the merge */
};

/* So few files are looked up; more of them are worth a comparison. */
#define FEW	8

static bool
has_landed(const struct walk *w, const struct oid *id)
{
	return oids_get(w->landed, id) != NULL ||
	    (w->cache != NULL && cache_has_landed(w->cache, id->id));
}

/* Mark all that is reachable from here and not marked yet. */
static void
land(struct walk *w, struct oid id)
{
	struct arena *scratch = arena_new();
	struct oid *stack = arena_alloc(scratch, sizeof(*stack));
	struct raw_commit c;
	size_t len = 1;

	for (stack[0] = id; len > 0;) {
		id = stack[--len];
		if (has_landed(w, &id))
			continue;
		oids_put(w->landed, &id, w);
		if (commit_read(w->repo, scratch, &id, false, &c) != 0 ||
		    repo_is_shallow_root(w->repo, &id))
			continue;
		for (size_t i = c.parent_len; i-- > 0;) {
			stack = arena_grow(scratch, stack, len,
			    sizeof(*stack));
			stack[len++] = c.parents[i];
		}
	}
	arena_done(scratch);
}

void
writers_land(struct walk *w, size_t i)
{
	const struct raw_commit *c;

	for (; w->unmarked > i; w->unmarked--) {
		c = &w->raw[w->unmarked - 1];
		oids_put(w->landed, &w->ids[w->unmarked - 1], w);
		if (w->edge && w->unmarked == w->len)
			continue;	/* the cut edge */
		for (size_t p = 1; p < c->parent_len; p++)
			land(w, c->parents[p]);
	}
}

/* Whether a path has one blob in both, or none in both. */
static bool
is_alike(struct repo *r, const struct oid *from, const struct oid *to,
    const char *path)
{
	struct oid a, b;
	bool has_a = from != NULL && tree_blob(r, from, path, &a) == 0;
	bool has_b = to != NULL && tree_blob(r, to, path, &b) == 0;

	return has_a == has_b && (!has_a || oid_equal(&a, &b));
}

/* Stamp the files that differ, of a few, between trees far apart. */
static void
look_up(struct search *s, const struct oid *from, const struct oid *to,
    const struct trail *t)
{
	for (size_t i = t->lo; i < t->hi; i++)
		if (!is_alike(s->w->repo, from, to, s->files[i]->path))
			s->files[i]->stamp = s->w->stamp;
}

/*
 * Files of lo to hi that two trees have alike are moved to the front; how
 * many; or -1 when a tree cannot be read.
 */
static int
alike(struct search *s, const struct oid *from, const struct oid *to,
    const struct trail *t, size_t *mid)
{
	struct walk *w = s->w;
	struct oid missing;
	struct file *f;

	w->stamp++;
	w->side.len = 0;
	/* A merge differs from its side in all that happened meanwhile. */
	if (t->raw.parent_len > 1 && t->hi - t->lo <= FEW)
		look_up(s, from, to, t);
	else if (tree_compare(w->repo, from, to, &w->side, &missing) != 0)
		return -1;
	for (size_t i = 0; i < w->side.len; i++)
		if ((f = map_get(w->files, w->side.list[i].path)) != NULL)
			f->stamp = w->stamp;
	*mid = t->lo;
	for (size_t i = t->lo; i < t->hi; i++) {
		f = s->files[i];
		if (f->stamp == w->stamp)
			continue;
		s->files[i] = s->files[*mid];
		s->files[(*mid)++] = f;
	}
	return 0;
}

static void
push(struct search *s, const struct oid *id, const struct raw_commit *raw,
    size_t lo, size_t hi)
{
	struct trail *t;

	if (lo == hi || has_landed(s->w, id))
		return;
	if (s->len == s->cap) {
		s->cap = s->cap == 0 ? 16 : s->cap * 2;
		t = realloc(s->stack, s->cap * sizeof(*t));
		if (t == NULL)
			arena_exhausted();
		s->stack = t;
	}
	t = &s->stack[s->len++];
	t->id = *id;
	t->raw = *raw;
	t->lo = lo;
	t->hi = hi;
}

static void
found(struct search *s, const struct trail *t)
{
	struct walk *w = s->w;
	struct commit *who = arena_alloc(w->arena, sizeof(*who));
	struct raw_commit raw;

	/* Again, with its message: few commits are asked for it. */
	if (commit_read(w->repo, w->arena, &t->id, true, &raw) != 0)
		return;
	walk_describe(w, who, repo_hex(w->arena, &t->id), &raw, s->seq);
	for (size_t i = t->lo; i < t->hi; i++)
		s->files[i]->writer = who;
}

/* One commit back from the top of the stack. */
static void
back(struct search *s)
{
	struct walk *w = s->w;
	struct trail t = s->stack[--s->len];
	struct oid own, other;
	const struct oid *to = walk_tree(w->repo, w, &t.raw, &own);
	struct raw_commit p;
	size_t mid;

	if (repo_is_shallow_root(w->repo, &t.id))
		return;
	for (size_t i = 0; i < t.raw.parent_len && t.lo < t.hi; i++) {
		if (commit_read(w->repo, w->arena, &t.raw.parents[i], false,
		    &p) != 0 || alike(s, walk_tree(w->repo, w, &p, &other), to, &t,
		    &mid) != 0)
			return;
		push(s, &t.raw.parents[i], &p, t.lo, mid);
		t.lo = mid;
	}
	if (t.raw.parent_len == 0) {
		/* What is alike to an empty tree is not there at all. */
		if (alike(s, NULL, to, &t, &mid) != 0)
			return;
		t.lo = mid;
	}
	if (t.lo < t.hi)
		found(s, &t);
}

static void
follow(struct search *s, const struct oid *id, size_t lo, size_t hi)
{
	struct raw_commit raw;

	if (lo == hi || commit_read(s->w->repo, s->w->arena, id, false,
	    &raw) != 0)
		return;
	push(s, id, &raw, lo, hi);
	while (s->len > 0)
		back(s);
}

void
writers_find(struct walk *w, size_t i, struct file **files, size_t n)
{
	const struct raw_commit *merge = &w->raw[i];
	struct search s = { w, files, NULL, 0, 0, w->len - 1 - i };
	struct trail t = { .raw = *merge, .lo = 0, .hi = n };
	struct raw_commit p;
	struct oid own, other;
	const struct oid *to = walk_tree(w->repo, w, merge, &own);
	size_t mid, k;

	for (size_t f = 0; f < n; f++)
		files[f]->writer = NULL;
	writers_land(w, i + 1);
	for (k = 1; k < merge->parent_len && t.lo < n; k++) {
		if (commit_read(w->repo, w->arena, &merge->parents[k], false,
		    &p) != 0 || alike(&s, walk_tree(w->repo, w, &p, &other), to, &t,
		    &mid) != 0)
			continue;
		follow(&s, &merge->parents[k], t.lo, mid);
		t.lo = mid;
	}
	/* What the merge put together of both sides: the branch's part. */
	for (k = 1; k < merge->parent_len && t.lo < n; k++) {
		follow(&s, &merge->parents[k], t.lo, n);
		for (mid = t.lo; mid < n; mid++)
			if (files[mid]->writer != NULL) {
				struct file *x = files[t.lo];

				files[t.lo++] = files[mid];
				files[mid] = x;
			}
	}
	free(s.stack);
}
