#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/zone.h"
#include "history/cache.h"
#include "history/compare.h"
#include "history/gather.h"
#include "history/history.h"
#include "history/people.h"
#include "history/repo.h"
#include "history/report.h"
#include "history/trailer.h"
#include "history/version.h"
#include "history/walk.h"
#include "history/words.h"

/*
 * One walk of the first-parent line.  A change landed when the first-parent
 * commit that brought it in was made; a merge is compared with its first
 * parent, so that a branch lands as a whole.
 */

#define MAILMAP_MAX	((size_t)4 * 1024 * 1024)

/* ---- the line ---- */

/*
 * From the commit back to the root, the shallow edge or a hole; or to the tip
 * (NULL: none), which is taken too, and true then.
 */
static bool
collect(struct walk *w, struct oid id, const struct oid *tip)
{
	struct raw_commit c;

	for (;;) {
		if (commit_read(w->repo, w->arena, &id, true, &c) != 0) {
			w->broken = true;
			w->missing = id;
			break;
		}
		w->ids = arena_grow(w->arena, w->ids, w->len,
		    sizeof(*w->ids));
		w->raw = arena_grow(w->arena, w->raw, w->len,
		    sizeof(*w->raw));
		w->ids[w->len] = id;
		w->raw[w->len++] = c;
		if (tip != NULL && oid_equal(&id, tip))
			return true;
		if (c.parent_len == 0 || repo_is_shallow_root(w->repo, &id))
			break;
		id = c.parents[0];
	}
	w->edge = w->len > 0 && w->raw[w->len - 1].parent_len > 0;
	return false;
}

/*
 * A host tries a pull request by merging it, dated now, and checks that out.
 * Nobody committed it and nothing landed by it: its message is "Merge SECOND
 * into FIRST" in full ids, which people do not write.
 */
static bool
is_trial(const struct raw_commit *c)
{
	char want[2 * OID_HEX + 16], hex[2][OID_HEX + 1];
	size_t n;

	if (c->parent_len != 2)
		return false;
	oid_print(&c->parents[1], hex[0]);
	oid_print(&c->parents[0], hex[1]);
	n = (size_t)snprintf(want, sizeof(want), "Merge %s into %s", hex[0],
	    hex[1]);
	return strncmp(c->message, want, n) == 0 &&
	    strspn(c->message + n, "\r\n") == strlen(c->message + n);
}

static const char *
first_line(struct arena *a, const char *s)
{
	s += strspn(s, "\r\n");
	return arena_dup(a, s, strcspn(s, "\r\n"));
}

void
walk_describe(struct walk *w, struct commit *c, const char *hex,
    struct raw_commit *raw, size_t seq)
{
	people_introduce(w->people, &raw->author);
	people_introduce(w->people, &raw->committer);
	c->id = hex;
	c->seq = seq;
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
	c->is_signed = raw->is_signed;
	c->trailer_len = trailers_read(w->arena, w->people, raw->message,
	    &c->trailers);
}

/* .mailmap as the commit has it, not as the work tree or the user does. */
static void
read_people(struct walk *w)
{
	struct object o;
	struct oid id;

	if (w->len == 0 || tree_blob(w->repo, &w->raw[0].tree, ".mailmap",
	    &id) != 0 || object_read_as(w->repo, &id, OBJECT_BLOB,
	    &o) != 0)
		return;
	if (o.len <= MAILMAP_MAX)
		w->people = people_read(w->arena, o.data, o.len);
	object_done(&o);
}

const struct oid *
walk_tree(struct repo *r, const struct walk *w, const struct raw_commit *c,
    struct oid *out)
{
	return tree_below(r, &c->tree, w->prefix, out) == 0 ?
	    out : NULL;
}

/* ---- facts ---- */

static void
emit(struct step *s, struct record_state *r, enum change_what what,
    const char *from, const char *to)
{
	struct walk *w = s->w;
	struct fact *f = arena_alloc(w->arena, sizeof(*f));
	struct change *c = &f->change;

	c->id = r->id;
	c->what = what;
	c->from = from;
	c->to = to;
	c->commit = c->written = &w->t->commits[w->len - 1 - s->i];
	c->author_name = c->commit->author_name;
	c->author_mail = c->commit->author_mail;
	if (r->last == NULL)
		r->first = f;
	else
		r->last->next = f;
	r->last = f;
	w->t->len++;
}

/* A difference between two versions of the record at hand. */
struct differing {
	struct step		*step;
	struct record_state	*record;
};

static void
emit_field(void *ctx, const char *field, const char *from, const char *to,
    const char *item)
{
	struct differing *d = ctx;

	/* A changed id is told as one. */
	if (d->record->was != NULL && strcmp(field, "id") == 0)
		return;
	emit(d->step, d->record, CHANGE_FIELD, from, to);
	d->record->last->change.field = field;
	d->record->last->change.item = item;
}

static void
compare_values(struct step *s, struct record_state *r,
    const struct version *from, const struct version *to)
{
	struct differing d = { s, r };

	if (from == to)
		return;
	versions_compare(s->w->repo->words, from, to, emit_field, &d);
	if (from->body != to->body)
		emit(s, r, CHANGE_BODY, NULL, NULL);
}

/* ---- what stands where ---- */

const struct place *
walk_holder(const struct record_state *r, const char *before)
{
	const struct place *best = NULL;

	for (const struct place *p = r->places; p != NULL; p = p->next) {
		if (p->file->path == before)
			return p;
		if (best == NULL ||
		    strcmp(p->file->path, best->file->path) < 0)
			best = p;
	}
	return best;
}

/* Where the record counted, as of the last step. */
static struct record_state *
touch(struct step *s, const struct version *v)
{
	struct record_state *r = map_get(s->w->records, v->id);
	const struct place *p;

	if (r == NULL) {
		r = arena_alloc(s->w->arena, sizeof(*r));
		r->id = v->id;
		map_put(s->w->records, r->id, r);
	}
	if (r->touched)
		return r;
	r->touched = true;
	r->lost = r->unsure = false;
	r->was = NULL;
	r->before = r->last;
	r->next_touched = s->touched;
	s->touched = r;
	p = walk_holder(r, r->old_path);
	r->old = p == NULL ? NULL : p->version;
	r->old_path = p == NULL ? NULL : p->file->path;
	return r;
}

static void
put(struct step *s, struct file *f, const struct version *v, bool unsure)
{
	struct record_state *r = touch(s, v);
	struct place *p = s->spare;

	if (p != NULL)
		s->spare = p->next;
	else
		p = arena_alloc(s->w->arena, sizeof(*p));
	p->file = f;
	p->version = v;
	p->next = r->places;
	r->places = p;
	r->unsure |= unsure;
}

static void
take(struct step *s, struct file *f, const struct version *v, bool lost)
{
	struct record_state *r = touch(s, v);
	struct place **p = &r->places, *found;

	while (*p != NULL && (*p)->file != f)
		p = &(*p)->next;
	if ((found = *p) != NULL) {
		*p = found->next;
		found->next = s->spare;
		s->spare = found;
	}
	r->lost |= lost;
}

/*
 * A new version of a file.  What a register has alike at both ends is passed
 * over, so that one changed record of a thousand costs one.
 */
static void
replace(struct step *s, struct file *f, const struct versions *to,
    bool unknown)
{
	static const struct versions none;
	const struct versions *from = f->now != NULL ? f->now : &none;
	size_t head = 0, a = from->len, b;
	bool unsure = f->unknown;

	if (to == NULL)
		to = &none;
	for (b = to->len; head < a && head < b &&
	    from->list[head] == to->list[head]; head++)
		;
	for (; a > head && b > head && from->list[a - 1] == to->list[b - 1];
	    a--, b--)
		;
	for (size_t i = head; i < a; i++)
		take(s, f, from->list[i], unknown);
	for (size_t i = head; i < b; i++)
		put(s, f, to->list[i], unsure);
	s->hole_from |= unsure;
	s->hole_to |= unknown;
	f->now = to;
	f->unknown = unknown;
}

static const struct versions *
versions_of(struct walk *w, const struct oid *id)
{
	struct versions *vs = oids_get(w->blobs, id);
	struct object o;

	if (vs != NULL)
		return vs;
	if (object_read_as(w->repo, id, OBJECT_BLOB, &o) != 0) {
		if (!w->broken)
			w->missing = *id;
		w->broken = w->lost_blob = true;
		return NULL;
	}
	vs = versions_read(w->reader, o.data, o.len);
	object_done(&o);
	oids_put(w->blobs, id, vs);
	return vs;
}

static struct file *
file_of(struct walk *w, const char *path)
{
	struct file *f = map_get(w->files, path);

	if (f == NULL) {
		f = arena_alloc(w->arena, sizeof(*f));
		f->path = path;
		map_put(w->files, path, f);
	}
	return f;
}

static void
file_changed(struct step *s, const struct path_change *c)
{
	struct file *f = file_of(s->w, c->path);
	const struct versions *to;

	if (oid_is_zero(&c->to)) {
		replace(s, f, NULL, false);
		return;
	}
	to = versions_of(s->w, &c->to);
	if (to != NULL && !to->readable)
		return;
	replace(s, f, to, to == NULL);
}

/* ---- a step ---- */

static void
record_changed(struct step *s, struct record_state *r)
{
	const struct place *p = walk_holder(r, r->old_path);
	const char *path = p == NULL ? NULL : p->file->path;
	const struct version *to = p == NULL ? NULL : p->version;

	r->about = path != NULL ? path : r->old_path;
	if (to == NULL && r->old == NULL)
		return;
	if (to == NULL && (r->lost || s->hole_to)) {
		emit(s, r, CHANGE_UNKNOWN, NULL, NULL);
		r->gone = NULL;
	} else if (to == NULL) {
		emit(s, r, CHANGE_GONE, r->old_path, NULL);
		r->gone = r->old;
	} else if (r->old == NULL && (r->unsure || s->hole_from)) {
		emit(s, r, CHANGE_UNKNOWN, NULL, NULL);
		r->gone = NULL;
	} else if (r->was != NULL) {
		emit(s, r, CHANGE_RENAMED, r->was, r->id);
		compare_values(s, r, r->old, to);
		if (r->old_path != path)
			emit(s, r, CHANGE_MOVED, r->old_path, path);
	} else if (r->old == NULL) {
		emit(s, r, CHANGE_ADDED, NULL, path);
		if (r->gone != NULL)
			compare_values(s, r, r->gone, to);
		r->gone = NULL;
	} else {
		compare_values(s, r, r->old, to);
		if (r->old_path != path)
			emit(s, r, CHANGE_MOVED, r->old_path, path);
	}
	r->old_path = path;
}

/* The people behind the facts that a merge brought. */
static void
credit(struct step *s)
{
	struct walk *w = s->w;
	struct file **files = NULL, *f;
	size_t n = 0;

	for (struct record_state *r = s->touched; r != NULL;
	    r = r->next_touched) {
		if (r->last == r->before)
			continue;
		f = map_get(w->files, r->about);
		if (f->wanted)
			continue;
		f->wanted = true;
		files = arena_grow(w->arena, files, n, sizeof(*files));
		files[n++] = f;
	}
	if (n > 0)
		writers_find(w, s->i, files, n);
	for (struct record_state *r = s->touched; r != NULL;
	    r = r->next_touched) {
		struct fact *fact = r->before == NULL ? r->first :
		    r->before->next;

		if (fact == NULL)
			continue;
		f = map_get(w->files, r->about);
		if (f->writer == NULL)
			continue;
		for (; fact != NULL; fact = fact->next) {
			fact->change.written = f->writer;
			fact->change.author_name = f->writer->author_name;
			fact->change.author_mail = f->writer->author_mail;
		}
	}
	for (size_t i = 0; i < n; i++)
		files[i]->wanted = false;
}

static void
forget(struct walk *w)
{
	w->files = map_new(w->arena);
	w->records = map_new(w->arena);
	w->t->len = 0;
	w->t->first_known = NULL;
}

/* What commit i changed, of all there is when the one before is unknown. */
static bool
find_changes(struct walk *w, size_t i, bool edge)
{
	struct oid a, b, missing;
	const struct oid *from, *to;

	from = edge || i + 1 == w->len ? NULL :
	    walk_tree(w->repo, w, &w->raw[i + 1], &a);
	to = walk_tree(w->repo, w, &w->raw[i], &b);
	if (tree_compare(w->repo, from, to, &w->changes, &missing) == 0)
		return true;
	if (!w->broken)
		w->missing = missing;
	w->broken = true;
	return false;
}

/*
 * What commit i changed against the one before it on the line; behind an edge
 * nobody knows what is new, so all is read and nothing said.  False when a
 * tree is missing.
 */
static bool
step(struct walk *w, size_t i, bool edge, struct place **spare)
{
	struct step s = { .w = w, .i = i, .spare = *spare };
	const struct gathered *g = NULL;
	const struct path_change *list;
	size_t len;

	if (!edge && i < w->gathered_len && w->gathered[i].done)
		g = &w->gathered[i];
	else if (!find_changes(w, i, edge))
		return false;
	list = g != NULL ? g->list : w->changes.list;
	len = g != NULL ? g->len : w->changes.len;
	for (size_t n = 0; n < len; n++)
		file_changed(&s, &list[n]);
	if (!edge)
		renames_find(&s);
	for (struct record_state *r = s.touched; r != NULL;
	    r = r->next_touched) {
		if (!edge)
			record_changed(&s, r);
		else
			r->old_path = walk_holder(r, NULL)->file->path;
	}
	if (!edge && w->raw[i].parent_len > 1)
		credit(&s);
	for (struct record_state *r = s.touched; r != NULL;
	    r = r->next_touched)
		r->touched = false;
	*spare = s.spare;
	return true;
}

static void
walk_line(struct walk *w)
{
	struct timelines *t = w->t;
	/* The oldest commit has parents that are not here: a cut line. */
	bool edge = w->edge;
	struct place *spare = NULL;

	for (size_t i = w->fresh; i-- > 0;) {
		if (!step(w, i, edge, &spare)) {
			forget(w);
			spare = NULL;
			edge = true;
			continue;
		}
		if (t->first_known == NULL)
			t->first_known = t->commits[w->len - 1 - i].id;
		edge = false;
	}
}

/* ---- the result ---- */

static int
by_id(const void *va, const void *vb)
{
	const struct record_state *const *a = va, *const *b = vb;

	return strcmp((*a)->id, (*b)->id);
}

/* Facts were found in order, so the records need sorting alone. */
static void
lay_out(struct walk *w)
{
	struct timelines *t = w->t;
	size_t n = map_len(w->records), at = 0;
	struct record_state **list = arena_alloc(w->arena, n * sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i] = map_at(w->records, i)->value;
	if (n > 0)
		qsort(list, n, sizeof(*list), by_id);
	t->changes = arena_alloc(w->arena, t->len * sizeof(*t->changes));
	for (size_t i = 0; i < n; i++)
		for (struct fact *f = list[i]->first; f != NULL;
		    f = f->next) {
			t->changes[at] = f->change;
			t->changes[at++].id = list[i]->id;
		}
}

/*
 * The commits to walk: of the whole line, or those that came since the cache
 * was written.
 */
static void
begin(struct walk *w, const char *commit, struct cache *c)
{
	struct timelines *t = w->t;
	struct oid id, tip;
	bool reached = false;

	if (oid_parse(&id, commit, OID_HEX))
		reached = collect(w, id, c != NULL && oid_parse(&tip,
		    cache_tip(c), OID_HEX) ? &tip : NULL);
	if (w->len > 1 && is_trial(&w->raw[0])) {
		t->trial = repo_hex(w->arena, &w->ids[0]);
		w->ids++;
		w->raw++;
		w->len--;
	}
	w->fresh = w->len;
	if (!reached)
		return;
	w->fresh--;
	if (cache_resume(c, w)) {
		w->cache = c;
		return;
	}
	w->ids = NULL;
	w->raw = NULL;
	w->len = 0;
	t->trial = NULL;
	begin(w, commit, NULL);
}

static void
walk(struct walk *w)
{
	struct timelines *t = w->t;

	read_people(w);
	w->blobs = oids_new(w->arena);
	w->landed = oids_new(w->arena);
	w->unmarked = w->fresh;
	w->reader = versions_new(w->arena, w->repo->words);
	t->commit_len = w->len;
	if (w->cache == NULL) {
		t->commits = arena_alloc(w->arena,
		    w->len * sizeof(*t->commits));
		forget(w);
	}
	for (size_t i = 0; i < w->fresh; i++)
		walk_describe(w, &t->commits[w->len - 1 - i],
		    repo_hex(w->arena, &w->ids[i]), &w->raw[i],
		    w->len - 1 - i);
	gather(w, w->fresh);
	/* Little more is read, and what comes wants its memory. */
	reader_rest(w->repo->reader);
	walk_line(w);
	lay_out(w);
	versions_done(w->reader);
}

/* The walk in an arena and with words of its own. */
static void
walk_apart(struct walk *w, const char *commit, struct cache *c)
{
	struct arena *ours = w->arena, *scratch = arena_new();
	struct words *words = w->repo->words;
	bool moved;

	w->arena = scratch;
	w->repo->words = words_new(scratch);
	begin(w, commit, c);
	if (w->len > 0)
		walk(w);
	reader_rest(w->repo->reader);
	moved = w->len > 0 && cache_finish(w, commit, ours);
	w->arena = ours;
	w->repo->words = words;
	path_changes_done(&w->changes);
	path_changes_done(&w->side);
	if (moved) {
		arena_done(scratch);
		arena_trim();
	} else
		arena_join(ours, scratch);
}

struct timelines *
history_read(struct repo *r, struct arena *a, struct diags *ds,
    const char *commit, const char *prefix, const struct zone *zone)
{
	struct walk w = { .repo = r, .arena = a, .diags = ds,
	    .prefix = prefix, .zone = zone };
	/* A cut line may be whole tomorrow, or the other way round. */
	struct cache *c = oids_len(r->shallow) > 0 ? NULL : cache_open(&w);

	w.t = arena_alloc(a, sizeof(*w.t));
	w.t->whole = true;
	if (c == NULL || !cache_take(c, &w, commit))
		walk_apart(&w, commit, c);
	history_report(&w);
	return w.t;
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
