#include <stdlib.h>
#include <string.h>

#include <git2.h>
#include <git2/sys/repository.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/zone.h"
#include "history/history.h"
#include "history/repo.h"
#include "history/version.h"

/*
 * One walk of the first-parent line.  A change landed when the first-parent
 * commit that brought it in was made; a merge is compared with its first
 * parent, so that a branch lands as a whole.
 */

struct walk {
	struct repo		*repo;
	struct arena		*arena;
	struct diags		*diags;
	const char		*prefix;
	const struct zone	*zone;
	struct timelines	*t;
	git_oid			*ids;		/* newest first */
	struct raw_commit	*raw;
	size_t			 len;
	struct map		*blobs;		/* hex: struct versions */
	struct map		*mainline;	/* hex: itself */
	struct map		*gone;		/* id: struct side, once removed */
	git_oid			 missing;
	bool			 broken;
};

/* A record on one side of a commit. */
struct side {
	const struct version	*version;
	const char		*path;
};

struct pair {
	struct side	from, to;
};

/* The line from HEAD back to the root, the shallow edge or a hole. */
static void
collect(struct walk *w, git_oid id)
{
	struct raw_commit c;

	for (;;) {
		if (commit_read(w->repo, w->arena, &id, &c) != 0) {
			w->broken = true;
			w->missing = id;
			return;
		}
		w->ids = arena_grow(w->arena, w->ids, w->len,
		    sizeof(*w->ids));
		w->raw = arena_grow(w->arena, w->raw, w->len,
		    sizeof(*w->raw));
		w->ids[w->len] = id;
		w->raw[w->len++] = c;
		if (c.parent_len == 0 || repo_is_shallow_root(w->repo, &id))
			return;
		id = c.parents[0];
	}
}

static const char *
first_line(struct arena *a, const char *s)
{
	s += strspn(s, "\r\n");
	return arena_dup(a, s, strcspn(s, "\r\n"));
}

static void
describe(struct walk *w, struct commit *c, size_t i)
{
	const struct raw_commit *raw = &w->raw[i];

	c->id = repo_hex(w->arena, &w->ids[i]);
	c->seq = w->len - 1 - i;
	c->when = raw->committer.when;
	c->day = raw->committer.known ?
	    zone_day(w->zone, raw->committer.when) : DATE_NONE;
	c->author_day = raw->author.known ?
	    zone_day(w->zone, raw->author.when) : DATE_NONE;
	c->author_name = raw->author.name;
	c->author_mail = raw->author.mail;
	c->committer_name = raw->committer.name;
	c->committer_mail = raw->committer.mail;
	c->message = raw->message;
	c->summary = first_line(w->arena, raw->message);
	c->parents = raw->parent_len;
}

static const struct versions *
versions_of(struct walk *w, const git_oid *id)
{
	const char *hex = repo_hex(w->arena, id);
	struct versions *vs = map_get(w->blobs, hex);
	git_odb_object *object = NULL;

	if (vs != NULL)
		return vs;
	if (git_odb_read(&object, w->repo->odb, id) != 0) {
		w->broken = true;
		w->missing = *id;
		return NULL;
	}
	vs = versions_read(w->arena, git_odb_object_data(object),
	    git_odb_object_size(object));
	git_odb_object_free(object);
	map_put(w->blobs, hex, vs);
	return vs;
}

static void
gather(struct walk *w, struct map *pairs, const git_oid *blob,
    const char *path, bool to)
{
	const struct versions *vs;
	struct pair *p;

	if (git_oid_is_zero(blob) || (vs = versions_of(w, blob)) == NULL)
		return;
	for (size_t i = 0; i < vs->len; i++) {
		p = map_get(pairs, vs->list[i].id);
		if (p == NULL) {
			p = arena_alloc(w->arena, sizeof(*p));
			map_put(pairs, vs->list[i].id, p);
		}
		if (to) {
			p->to.version = &vs->list[i];
			p->to.path = path;
		} else {
			p->from.version = &vs->list[i];
			p->from.path = path;
		}
	}
}

/*
 * Who wrote what a merge brought: the author of the newest commit of the
 * branch that changed the path.
 */
static const struct raw_commit *
writer(struct walk *w, size_t i, const char *path)
{
	const struct raw_commit *merge = &w->raw[i];
	struct raw_commit *c, *parent;
	git_oid id = merge->parents[1], before, after;
	bool has_before, has_after;
	const char *full = arena_printf(w->arena, "%s%s", w->prefix, path);

	if (merge->parent_len != 2)
		return merge;
	c = arena_alloc(w->arena, sizeof(*c));
	if (commit_read(w->repo, w->arena, &id, c) != 0)
		return merge;
	while (map_get(w->mainline, repo_hex(w->arena, &id)) == NULL &&
	    c->parent_len > 0) {
		parent = arena_alloc(w->arena, sizeof(*parent));
		id = c->parents[0];
		if (commit_read(w->repo, w->arena, &id, parent) != 0)
			return merge;
		has_after = tree_blob(w->repo, &c->tree, full, &after) == 0;
		has_before = tree_blob(w->repo, &parent->tree, full,
		    &before) == 0;
		if (has_after != has_before || (has_after &&
		    !git_oid_equal(&after, &before)))
			return c;
		c = parent;
	}
	return merge;
}

struct event {
	struct walk		*walk;
	const struct commit	*commit;
	const struct raw_commit	*who;
	const char		*id;
};

static void
emit(const struct event *e, enum change_what what, const char *field,
    const char *from, const char *to)
{
	struct timelines *t = e->walk->t;
	struct change *c;

	t->changes = arena_grow(e->walk->arena, t->changes, t->len,
	    sizeof(*t->changes));
	c = &t->changes[t->len++];
	c->id = e->id;
	c->what = what;
	c->field = field;
	c->from = from;
	c->to = to;
	c->commit = e->commit;
	c->author_name = e->who->author.name;
	c->author_mail = e->who->author.mail;
}

static void
compare_values(const struct event *e, const struct version *from,
    const struct version *to)
{
	size_t i = 0, j = 0;
	int c;

	while (i < from->len || j < to->len) {
		const struct value *a = i < from->len ?
		    &from->values[i] : NULL;
		const struct value *b = j < to->len ? &to->values[j] : NULL;

		c = a == NULL ? 1 : b == NULL ? -1 :
		    strcmp(a->field, b->field);
		if (c < 0)
			emit(e, CHANGE_FIELD, a->field, a->text, NULL);
		else if (c > 0)
			emit(e, CHANGE_FIELD, b->field, NULL, b->text);
		else if (strcmp(a->text, b->text) != 0)
			emit(e, CHANGE_FIELD, a->field, a->text, b->text);
		i += c <= 0;
		j += c >= 0;
	}
	if (strcmp(from->body, to->body) != 0)
		emit(e, CHANGE_BODY, NULL, NULL, NULL);
}

/*
 * A record that returns after it was removed is compared with what it was,
 * since its life goes on.
 */
static void
record_changed(struct walk *w, size_t i, const char *id,
    const struct pair *p)
{
	const char *path = p->to.path != NULL ? p->to.path : p->from.path;
	struct event e = { w, &w->t->commits[w->len - 1 - i],
	    &w->raw[i], id };
	struct side *last;

	if (w->raw[i].parent_len > 1)
		e.who = writer(w, i, path);
	if (p->to.version == NULL) {
		emit(&e, CHANGE_GONE, NULL, p->from.path, NULL);
		last = arena_alloc(w->arena, sizeof(*last));
		*last = p->from;
		map_put(w->gone, id, last);
	} else if (p->from.version == NULL) {
		emit(&e, CHANGE_ADDED, NULL, NULL, p->to.path);
		last = map_get(w->gone, id);
		if (last != NULL)
			compare_values(&e, last->version, p->to.version);
	} else {
		if (strcmp(p->from.path, p->to.path) != 0)
			emit(&e, CHANGE_MOVED, NULL, p->from.path,
			    p->to.path);
		compare_values(&e, p->from.version, p->to.version);
	}
}

/* The tree of the ISMS in a commit; NULL when it had none yet. */
static const git_oid *
isms_tree(struct walk *w, size_t i, git_oid *out)
{
	return tree_below(w->repo, &w->raw[i].tree, w->prefix, out) == 0 ?
	    out : NULL;
}

/* What commit i changed against the one before it on the line. */
static void
step(struct walk *w, size_t i, bool edge)
{
	struct path_changes changes;
	struct map *pairs = map_new(w->arena);
	git_oid a, b;
	const git_oid *from = i + 1 < w->len ? isms_tree(w, i + 1, &a) : NULL;
	const git_oid *to = isms_tree(w, i, &b);

	if (tree_compare(w->repo, w->arena, from, to, &changes,
	    &w->missing) != 0) {
		w->broken = true;
		return;
	}
	for (size_t n = 0; n < changes.len && !w->broken; n++) {
		gather(w, pairs, &changes.list[n].from,
		    changes.list[n].path, false);
		gather(w, pairs, &changes.list[n].to,
		    changes.list[n].path, true);
	}
	/* Behind a cut edge nobody knows what is new: read, but say nothing. */
	if (edge || w->broken)
		return;
	for (size_t n = 0; n < map_len(pairs); n++)
		record_changed(w, i, map_at(pairs, n)->key,
		    map_at(pairs, n)->value);
}

static int
by_id(const void *va, const void *vb)
{
	const struct change *a = va, *b = vb;
	int c = strcmp(a->id, b->id);

	if (c != 0)
		return c;
	if (a->commit->seq != b->commit->seq)
		return a->commit->seq < b->commit->seq ? -1 : 1;
	if (a->what != b->what)
		return a->what < b->what ? -1 : 1;
	return strcmp(a->field == NULL ? "" : a->field,
	    b->field == NULL ? "" : b->field);
}

static void
cut(struct walk *w, const char *en, const char *ja)
{
	struct pos whole = { NULL, 0, 0, 0 };

	w->t->whole = false;
	w->t->cut[LANG_EN] = en;
	w->t->cut[LANG_JA] = ja;
	diag_add(w->diags, D_HISTORY_CUT, whole, NULL, "en", en, "ja", ja,
	    NULL);
}

static void
report(struct walk *w, bool edge)
{
	struct arena *a = w->arena;
	struct pos whole = { NULL, 0, 0, 0 };
	size_t odd = 0;

	if (w->broken)
		cut(w, arena_printf(a, "object %s is missing or damaged; "
		    "git fetch --refetch --no-filter brings it back from "
		    "the remote, git fsck says more",
		    repo_hex(a, &w->missing)),
		    arena_printf(a, "オブジェクト %s が欠けているか壊れています。"
		    "git fetch --refetch --no-filter で取り直してください"
		    "（詳細は git fsck）", repo_hex(a, &w->missing)));
	else if (edge)
		cut(w, "the clone is shallow; GitHub Actions: fetch-depth: "
		    "0 in actions/checkout; GitLab: GIT_DEPTH: 0; Bitbucket: "
		    "clone: depth: full; Azure: fetchDepth: 0; elsewhere: "
		    "git fetch --unshallow",
		    "浅いクローンです。GitHub Actions: actions/checkout に "
		    "fetch-depth: 0、GitLab: GIT_DEPTH: 0、Bitbucket: clone: "
		    "depth: full、Azure: fetchDepth: 0、その他: "
		    "git fetch --unshallow");
	for (size_t i = 0; i < w->t->commit_len; i++)
		odd += w->t->commits[i].day == DATE_NONE;
	if (odd > 0)
		diag_add(w->diags, D_COMMIT_DATE, whole, NULL, "count",
		    arena_printf(a, "%zu", odd), NULL);
}

struct timelines *
history_read(struct repo *r, struct arena *a, struct diags *ds,
    const char *commit, const char *prefix, const struct zone *zone)
{
	struct walk w = { .repo = r, .arena = a, .diags = ds,
	    .prefix = prefix, .zone = zone };
	struct timelines *t = arena_alloc(a, sizeof(*t));
	git_oid id;
	bool edge;

	w.t = t;
	t->whole = true;
	w.blobs = map_new(a);
	w.mainline = map_new(a);
	w.gone = map_new(a);
	if (git_oid_fromstr(&id, commit) == 0)
		collect(&w, id);
	if (w.len == 0) {
		report(&w, false);
		return t;
	}
	edge = w.raw[w.len - 1].parent_len > 0;
	t->commit_len = w.len;
	t->commits = arena_alloc(a, w.len * sizeof(*t->commits));
	for (size_t i = 0; i < w.len; i++) {
		struct commit *c = &t->commits[w.len - 1 - i];

		describe(&w, c, i);
		map_put(w.mainline, c->id, c);
	}
	t->first_known = t->commits[0].id;
	for (size_t i = w.len; i-- > 0;)
		step(&w, i, edge && i == w.len - 1);
	if (t->len > 0)
		qsort(t->changes, t->len, sizeof(*t->changes), by_id);
	report(&w, edge);
	return t;
}

const struct change *
history_of(const struct timelines *t, const char *id, size_t *len)
{
	size_t lo = 0, hi = t->len, mid, end;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (strcmp(t->changes[mid].id, id) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (end = lo; end < t->len &&
	    strcmp(t->changes[end].id, id) == 0; end++)
		;
	*len = end - lo;
	return t->changes == NULL ? NULL : t->changes + lo;
}
