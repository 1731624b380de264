#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/zone.h"
#include "history/history.h"
#include "history/repo.h"
#include "history/words.h"

/*
 * Where two commits parted.  Both are followed back at once, the newest first,
 * and each commit remembers from which side it was reached; one reached from
 * both is common, and what lies behind it is of no interest (stale).  As in
 * git, nothing but commits is read.
 */

enum { TRUNK = 1, HEAD = 2, STALE = 4, COMMON = 8 };

struct spot {
	struct oid			 id;
	struct raw_commit	 raw;
	int			 flags;
	bool			 read;
	size_t			 waiting;	/* times in the queue */
};

struct search {
	struct repo	*repo;
	struct arena	*arena;
	struct oids	*spots;
	struct spot	**seen;		/* in the order they were met */
	size_t		 seen_len;
	struct spot	**heap;		/* the newest first */
	size_t		 len;
	size_t		 fresh;		/* of the heap, not stale */
	bool		 hole;		/* a commit is not here */
};

static bool
newer(const struct spot *a, const struct spot *b)
{
	return a->raw.committer.when > b->raw.committer.when;
}

static void
push(struct search *s, struct spot *p)
{
	size_t i = s->len, up;

	s->heap = arena_grow(s->arena, s->heap, s->len, sizeof(*s->heap));
	s->heap[s->len++] = p;
	for (; i > 0 && newer(p, s->heap[up = (i - 1) / 2]); i = up) {
		s->heap[i] = s->heap[up];
		s->heap[up] = p;
	}
	p->waiting++;
	s->fresh += (p->flags & STALE) == 0;
}

static struct spot *
pop(struct search *s)
{
	struct spot *top = s->heap[0], *last = s->heap[--s->len];
	size_t i = 0, down;

	for (; (down = 2 * i + 1) < s->len; i = down) {
		if (down + 1 < s->len &&
		    newer(s->heap[down + 1], s->heap[down]))
			down++;
		if (!newer(s->heap[down], last))
			break;
		s->heap[i] = s->heap[down];
	}
	s->heap[i] = last;
	top->waiting--;
	s->fresh -= (top->flags & STALE) == 0;
	return top;
}

static struct spot *
spot(struct search *s, const struct oid *id)
{
	struct spot *p = oids_get(s->spots, id);

	if (p != NULL)
		return p;
	p = arena_alloc(s->arena, sizeof(*p));
	p->id = *id;
	p->read = commit_read(s->repo, s->arena, id, false, &p->raw) == 0;
	if (!p->read || repo_is_shallow_root(s->repo, id)) {
		s->hole |= !p->read || p->raw.parent_len > 0;
		p->raw.parent_len = 0;
	}
	oids_put(s->spots, id, p);
	s->seen = arena_grow(s->arena, s->seen, s->seen_len,
	    sizeof(*s->seen));
	s->seen[s->seen_len++] = p;
	return p;
}

static void
reach(struct search *s, struct spot *p, int flags)
{
	if ((p->flags & flags) == flags)
		return;
	if ((flags & STALE) != 0 && (p->flags & STALE) == 0)
		s->fresh -= p->waiting;
	p->flags |= flags;
	push(s, p);
}

static void
paint(struct search *s)
{
	struct spot *p;
	int flags;

	while (s->fresh > 0) {
		p = pop(s);
		flags = p->flags & (TRUNK | HEAD | STALE);
		if (flags == (TRUNK | HEAD)) {
			p->flags |= COMMON;
			flags |= STALE;
		}
		for (size_t i = 0; i < p->raw.parent_len; i++)
			reach(s, spot(s, &p->raw.parents[i]), flags);
	}
}

/* The best common ancestor; the newest, then the least id, of several. */
static const struct spot *
best(const struct search *s)
{
	const struct spot *b = NULL;

	for (size_t i = 0; i < s->seen_len; i++) {
		const struct spot *p = s->seen[i];

		if ((p->flags & (COMMON | STALE)) != COMMON || !p->read)
			continue;
		if (b == NULL || newer(p, b) || (!newer(b, p) &&
		    memcmp(p->id.id, b->id.id, OID_RAW) < 0))
			b = p;
	}
	return b;
}

/* ---- what the branch brings ---- */

static void
add_path(struct arena *a, struct branch_commit *c, const char *path)
{
	c->paths = arena_grow(a, c->paths, c->path_len, sizeof(*c->paths));
	c->paths[c->path_len++] = path;
}

/* Files beside the records that a change may ease. */
static const char *const settings[] = { "isms.yaml", "baseline.yaml" };

/* The id of a file below the prefix; zero when it is not there. */
static struct oid
file_of(struct search *s, const struct oid *tree, const char *name)
{
	struct oid id;

	if (tree == NULL || tree_blob(s->repo, tree, arena_printf(s->arena,
	    "%s%s", repo_prefix(s->repo), name), &id) != 0)
		memset(&id, 0, sizeof(id));
	return id;
}

static void
list_paths(struct search *s, const struct spot *p, struct branch_commit *c)
{
	struct path_changes changes = { NULL, 0, 0 };
	const char *prefix = repo_prefix(s->repo);
	struct raw_commit parent;
	struct oid from, to, missing, old, new;
	bool has = p->raw.parent_len == 1 && commit_read(s->repo, s->arena,
	    &p->raw.parents[0], false, &parent) == 0;

	if (p->raw.parent_len > 1)
		return;
	if (tree_compare(s->repo, has && tree_below(s->repo, &parent.tree,
	    prefix, &from) == 0 ? &from : NULL, tree_below(s->repo,
	    &p->raw.tree, prefix, &to) == 0 ? &to : NULL, &changes,
	    &missing) == 0)
		for (size_t i = 0; i < changes.len; i++)
			add_path(s->arena, c, changes.list[i].path);
	path_changes_done(&changes);
	for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++) {
		old = file_of(s, has ? &parent.tree : NULL, settings[i]);
		new = file_of(s, &p->raw.tree, settings[i]);
		if (!oid_equal(&old, &new))
			add_path(s->arena, c, settings[i]);
	}
}

static void
describe(struct search *s, const struct spot *p, const struct zone *zone,
    struct branch_commit *c)
{
	struct raw_commit raw;

	if (commit_read(s->repo, s->arena, &p->id, true, &raw) != 0)
		return;
	c->id = repo_hex(s->arena, &p->id);
	c->author_name = raw.author.name;
	c->author_mail = raw.author.mail;
	c->message = raw.message;
	c->day = raw.committer.known ? zone_day(zone, raw.committer.when) :
	    DATE_NONE;
	list_paths(s, p, c);
}

/* Parents first where dates tell; equal moments keep the order of paths. */
static int
by_age(const void *va, const void *vb)
{
	const struct spot *a = *(struct spot *const *)va;
	const struct spot *b = *(struct spot *const *)vb;

	if (a->raw.committer.when != b->raw.committer.when)
		return a->raw.committer.when < b->raw.committer.when ? -1 : 1;
	return memcmp(a->id.id, b->id.id, OID_RAW);
}

static void
list_commits(struct search *s, const struct zone *zone, struct branch *out)
{
	size_t n = 0;

	for (size_t i = 0; i < s->seen_len; i++)
		if ((s->seen[i]->flags & (TRUNK | HEAD)) == HEAD &&
		    s->seen[i]->read)
			s->seen[n++] = s->seen[i];
	if (n > 0)
		qsort(s->seen, n, sizeof(*s->seen), by_age);
	out->commits = arena_alloc(s->arena, n * sizeof(*out->commits));
	for (out->len = 0; out->len < n; out->len++)
		describe(s, s->seen[out->len], zone,
		    &out->commits[out->len]);
}

enum branch_state
branch_read(struct repo *r, struct arena *a, const char *trunk,
    const char *head, const struct zone *zone, struct branch *out)
{
	struct search s = { .repo = r, .arena = a, .spots = oids_new(a) };
	const struct spot *b;
	struct oid one, two;

	memset(out, 0, sizeof(*out));
	if (!oid_parse(&one, trunk, OID_HEX) ||
	    !oid_parse(&two, head, OID_HEX))
		return BRANCH_UNKNOWN;
	reach(&s, spot(&s, &one), TRUNK);
	reach(&s, spot(&s, &two), HEAD);
	paint(&s);
	if ((b = best(&s)) == NULL)
		return s.hole ? BRANCH_UNKNOWN : BRANCH_APART;
	out->base = repo_hex(a, &b->id);
	list_commits(&s, zone, out);
	return BRANCH_FOUND;
}
