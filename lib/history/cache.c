#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/kept.h"
#include "base/map.h"
#include "base/rows.h"
#include "base/sum.h"
#include "base/zone.h"
#include "history/cache.h"
#include "history/history.h"
#include "history/version.h"
#include "history/walk.h"
#include "history/words.h"

/*
 * The file: a head, rows, texts.  The rows are the commits of the line, those
 * that merges brought, the changes, the ids of all commits that had landed,
 * and the state in which the walk ended: versions, files, records.  Whoever
 * asks for the same commit again reads no further than to the changes.
 */

#ifndef HISTORY_ID
#define HISTORY_ID	0
#endif

/* So many new commits, or one of so many, are worth a new file. */
#define FRESH_MIN	32
#define FRESH_SHARE	8
/* So long a history leaves much behind that nobody needs any more. */
#define MOVE_MIN	2000
#define MOVE_MAX	((size_t)1 << 30)

static const struct kept_sort sort = { "ismsc h\1", HISTORY_ID };

/* ---- the structs of history.h ---- */

static const struct member commit_row[] = {
	{ MEMBER_TEXT, offsetof(struct commit, id) },
	{ MEMBER_SIZE, offsetof(struct commit, seq) },
	{ MEMBER_MOMENT, offsetof(struct commit, when) },
	{ MEMBER_DAY, offsetof(struct commit, day) },
	{ MEMBER_DAY, offsetof(struct commit, author_day) },
	{ MEMBER_TEXT, offsetof(struct commit, author_name) },
	{ MEMBER_TEXT, offsetof(struct commit, author_mail) },
	{ MEMBER_TEXT, offsetof(struct commit, committer_name) },
	{ MEMBER_TEXT, offsetof(struct commit, committer_mail) },
	{ MEMBER_TEXT, offsetof(struct commit, summary) },
	{ MEMBER_TEXT, offsetof(struct commit, message) },
	{ MEMBER_SIZE, offsetof(struct commit, parents) },
	{ MEMBER_BOOL, offsetof(struct commit, is_signed) },
};

static const struct member trailer_row[] = {
	{ MEMBER_TEXT, offsetof(struct trailer, key) },
	{ MEMBER_TEXT, offsetof(struct trailer, value) },
	{ MEMBER_MAYBE, offsetof(struct trailer, name) },
	{ MEMBER_MAYBE, offsetof(struct trailer, mail) },
};

static const struct member change_row[] = {
	{ MEMBER_TEXT, offsetof(struct change, id) },
	{ MEMBER_MAYBE, offsetof(struct change, field) },
	{ MEMBER_MAYBE, offsetof(struct change, from) },
	{ MEMBER_MAYBE, offsetof(struct change, to) },
	{ MEMBER_MAYBE, offsetof(struct change, item) },
	{ MEMBER_TEXT, offsetof(struct change, author_name) },
	{ MEMBER_TEXT, offsetof(struct change, author_mail) },
};

/*
 * A member that is added to one of them must be added here: it would be lost
 * in the cache.  Trailers, commits and what are written by hand below.
 */
#if UINTPTR_MAX == UINT64_MAX
_Static_assert(sizeof(struct commit) == 112, "commit_row");
_Static_assert(sizeof(struct trailer) == 32, "trailer_row");
_Static_assert(sizeof(struct change) == 80, "change_row");
#endif

#define COUNT(a)	(sizeof(a) / sizeof(*(a)))

struct cache {
	struct arena	*arena;
	struct cursor	 start, at;	/* behind the key; and as read */
	const char	*commit, *trial, *first_known, *tip, *mailmap;
	size_t		 line, extra;
	const char	*landed;
	size_t		 landed_len;
	struct commit	*commits, *extras;
};

/* ---- where it is ---- */

static const char *
path_of(struct walk *w)
{
	struct buf b = BUF_INIT;
	const char *path;

	if (w->repo->cache == NULL)
		return NULL;
	buf_adds(&b, w->repo->cache_name);
	buf_addc(&b, '\n');
	buf_adds(&b, w->prefix);
	buf_addc(&b, '\n');
	buf_addf(&b, "%016jx", (uintmax_t)zone_hash(w->zone));
	path = arena_printf(w->arena, "%shistory-%016jx", w->repo->cache,
	    (uintmax_t)sum_bytes(b.s, b.len));
	buf_done(&b);
	return path;
}

/* .mailmap decides how people are called, in old commits too. */
static const char *
mailmap_of(struct walk *w, const struct raw_commit *c)
{
	struct oid id;

	if (tree_blob(w->repo, &c->tree, ".mailmap", &id) != 0)
		return "";
	return repo_hex(w->arena, &id);
}

/* ---- reading ---- */

/* What is read from there; texts live as long as it does. */
static struct cache *
open_cursor(struct walk *w, struct cursor at)
{
	struct cache *c;

	if (strcmp(cursor_text(&at, false), w->repo->cache_name) != 0 ||
	    strcmp(cursor_text(&at, false), w->prefix) != 0 ||
	    cursor_number(&at) != (uint32_t)zone_hash(w->zone))
		return NULL;
	c = arena_alloc(w->arena, sizeof(*c));
	c->arena = w->arena;
	c->commit = cursor_text(&at, false);
	c->tip = cursor_text(&at, false);
	c->mailmap = cursor_text(&at, false);
	c->first_known = cursor_text(&at, true);
	c->trial = cursor_text(&at, true);
	c->line = cursor_count(&at, COUNT(commit_row) * 4);
	c->extra = cursor_count(&at, COUNT(commit_row) * 4);
	c->landed_len = cursor_count(&at, OID_RAW);
	c->landed = at.at;
	at.at += c->landed_len * OID_RAW;
	c->start = at;
	return at.bad || c->line == 0 ? NULL : c;
}

struct cache *
cache_open(struct walk *w)
{
	const char *path = path_of(w), *s;
	struct cursor at;
	size_t len = 0;

	if (path == NULL || (s = kept_load(w->arena, path, &len)) == NULL)
		return NULL;
	return kept_read(&at, &sort, s, len) ? open_cursor(w, at) : NULL;
}

const char *
cache_tip(const struct cache *c)
{
	return c->tip;
}

size_t
cache_len(const struct cache *c)
{
	return c->line;
}

static void
get_commits(struct cache *c, struct commit *list, size_t n)
{
	struct commit *x;

	for (size_t i = 0; i < n && !c->at.bad; i++) {
		x = &list[i];
		cursor_get(&c->at, commit_row, COUNT(commit_row), x);
		if (x->seq >= c->line || (list == c->commits && x->seq != i))
			c->at.bad = true;
		x->trailer_len = cursor_count(&c->at,
		    COUNT(trailer_row) * 4);
		x->trailers = x->trailer_len == 0 ? NULL :
		    arena_alloc(c->arena,
		    x->trailer_len * sizeof(*x->trailers));
		for (size_t k = 0; k < x->trailer_len; k++)
			cursor_get(&c->at, trailer_row, COUNT(trailer_row),
			    &x->trailers[k]);
	}
}

static const struct commit *
get_commit(struct cache *c)
{
	size_t i = cursor_below(&c->at, c->line + c->extra);

	return i < c->line ? &c->commits[i] : &c->extras[i - c->line];
}

static struct change *
get_changes(struct cache *c, size_t *len)
{
	struct change *list, *x;

	*len = cursor_count(&c->at, (COUNT(change_row) + 3) * 4);
	list = arena_alloc(c->arena, *len * sizeof(*list));
	for (size_t i = 0; i < *len && !c->at.bad; i++) {
		x = &list[i];
		x->what = (enum change_what)cursor_below(&c->at,
		    CHANGE_RENAMED + 1);
		cursor_get(&c->at, change_row, COUNT(change_row), x);
		x->commit = get_commit(c);
		x->written = get_commit(c);
	}
	return list;
}

/* Commits into an array with room for more, and changes. */
static struct change *
get_known(struct cache *c, size_t room, size_t *len)
{
	c->at = c->start;
	c->commits = arena_alloc(c->arena, room * sizeof(*c->commits));
	c->extras = arena_alloc(c->arena, c->extra * sizeof(*c->extras));
	get_commits(c, c->commits, c->line);
	get_commits(c, c->extras, c->extra);
	return get_changes(c, len);
}

/*
 * Changes up to a commit of the line.  Whether they can be told from the
 * whole: a later change of an id has moved its timeline.
 */
static bool
cut_behind(struct change *list, size_t *len, size_t seq)
{
	size_t n = 0;

	for (size_t i = 0; i < *len; i++) {
		if (list[i].commit->seq <= seq)
			list[n++] = list[i];
		else if (list[i].what == CHANGE_RENAMED)
			return false;
	}
	*len = n;
	return true;
}

static int
by_id(const void *a, const void *b)
{
	return memcmp(a, b, OID_RAW);
}

bool
cache_has_landed(const struct cache *c, const unsigned char *oid)
{
	return c->landed_len > 0 && bsearch(oid, c->landed, c->landed_len,
	    OID_RAW, by_id) != NULL;
}

/* An earlier commit of the line, with the same names for people. */
static bool
is_behind(struct cache *c, struct walk *w, const char *commit)
{
	struct raw_commit raw;
	struct oid id;

	return oid_parse(&id, commit, OID_HEX) &&
	    cache_has_landed(c, id.id) &&
	    commit_read(w->repo, w->arena, &id, false, &raw) == 0 &&
	    strcmp(mailmap_of(w, &raw), c->mailmap) == 0;
}

bool
cache_take(struct cache *c, struct walk *w, const char *commit)
{
	struct timelines *t = w->t;
	struct change *changes;
	size_t len, seq = c->line - 1;
	bool same = strcmp(commit, c->commit) == 0;

	if (!same && !is_behind(c, w, commit))
		return false;
	changes = get_known(c, c->line, &len);
	if (c->at.bad)
		return false;
	if (!same) {
		while (seq > 0 && strcmp(c->commits[seq].id, commit) != 0)
			seq--;
		if (strcmp(c->commits[seq].id, commit) != 0 ||
		    !cut_behind(changes, &len, seq))
			return false;
	}
	t->commits = c->commits;
	t->commit_len = seq + 1;
	t->changes = changes;
	t->len = len;
	t->first_known = c->first_known;
	t->trial = same ? c->trial : NULL;
	return true;
}

/* ---- going on ---- */

static const char *
keep(struct walk *w, const char *s)
{
	return s == NULL ? NULL : words_keep(w->repo->words, s, strlen(s));
}

static struct version *
get_versions(struct cache *c, struct walk *w, size_t *len)
{
	struct version *list, *v;

	*len = cursor_count(&c->at, 3 * 4);
	list = arena_alloc(c->arena, *len * sizeof(*list));
	for (size_t i = 0; i < *len && !c->at.bad; i++) {
		v = &list[i];
		v->id = keep(w, cursor_text(&c->at, false));
		v->body = keep(w, cursor_text(&c->at, true));
		v->len = cursor_count(&c->at, 2 * 4);
		v->values = arena_alloc(c->arena,
		    v->len * sizeof(*v->values));
		for (size_t k = 0; k < v->len; k++) {
			v->values[k].field = keep(w,
			    cursor_text(&c->at, false));
			v->values[k].text = keep(w,
			    cursor_text(&c->at, false));
		}
	}
	return list;
}

static struct record_state *
get_record(struct walk *w, const char *id)
{
	struct record_state *r = map_get(w->records, id);

	if (r == NULL) {
		r = arena_alloc(w->arena, sizeof(*r));
		r->id = id;
		map_put(w->records, id, r);
	}
	return r;
}

static void
get_files(struct cache *c, struct walk *w, const struct version *versions,
    size_t len)
{
	size_t n = cursor_count(&c->at, 2 * 4);

	for (; n > 0 && !c->at.bad; n--) {
		struct file *f = arena_alloc(w->arena, sizeof(*f));
		struct versions *vs = arena_alloc(w->arena, sizeof(*vs));

		f->path = keep(w, cursor_text(&c->at, false));
		f->now = vs;
		map_put(w->files, f->path, f);
		vs->readable = true;
		vs->len = cursor_count(&c->at, 4);
		vs->list = arena_alloc(w->arena,
		    vs->len * sizeof(*vs->list));
		for (size_t i = 0; i < vs->len; i++) {
			size_t at = cursor_below(&c->at, len);
			struct place *p = arena_alloc(w->arena, sizeof(*p));
			struct record_state *r;

			if (c->at.bad)
				return;
			r = get_record(w, versions[at].id);
			vs->list[i] = p->version = &versions[at];
			p->file = f;
			p->next = r->places;
			r->places = p;
		}
	}
}

static void
get_records(struct cache *c, struct walk *w, const struct version *versions,
    size_t len)
{
	size_t n = cursor_count(&c->at, 3 * 4), gone;
	const char *path;
	struct record_state *r;
	struct file *f;

	for (; n > 0 && !c->at.bad; n--) {
		r = get_record(w, keep(w, cursor_text(&c->at, false)));
		path = cursor_text(&c->at, true);
		gone = cursor_below(&c->at, len + 1);
		f = path == NULL ? NULL : map_get(w->files, path);
		r->old_path = f == NULL ? NULL : f->path;
		r->gone = gone == 0 ? NULL : &versions[gone - 1];
	}
}

/* The changes as the walk has them: a list a record. */
static bool
get_facts(struct walk *w, const struct change *changes, size_t len)
{
	struct record_state *r = NULL;

	for (size_t i = 0; i < len; i++) {
		struct fact *f = arena_alloc(w->arena, sizeof(*f));

		f->change = changes[i];
		if (r == NULL || strcmp(r->id, f->change.id) != 0)
			r = map_get(w->records, f->change.id);
		if (r == NULL)
			return false;
		if (r->last == NULL)
			r->first = f;
		else
			r->last->next = f;
		r->last = f;
	}
	return true;
}

bool
cache_resume(struct cache *c, struct walk *w)
{
	struct version *versions;
	struct change *changes;
	size_t len, changes_len;

	if (strcmp(mailmap_of(w, &w->raw[0]), c->mailmap) != 0)
		return false;
	changes = get_known(c, c->line + w->fresh, &changes_len);
	w->files = map_new(w->arena);
	w->records = map_new(w->arena);
	versions = get_versions(c, w, &len);
	get_files(c, w, versions, len);
	get_records(c, w, versions, len);
	if (c->at.bad || !get_facts(w, changes, changes_len))
		return false;
	w->t->commits = c->commits;
	w->t->len = changes_len;
	w->t->first_known = c->first_known;
	w->len = w->fresh + c->line;
	return true;
}

/* ---- writing ---- */

struct saver {
	struct walk		*w;
	struct rows		 rows;
	struct numbers		 extra, versions;
	const struct commit	**extras;
	const struct version	**list;
	size_t			 extra_len, list_len;
	struct arena		*scratch;
};

static bool
is_of_line(const struct timelines *t, const struct commit *c)
{
	return c >= t->commits && c < t->commits + t->commit_len;
}

/* Commits that wrote what merges brought. */
static void
list_extras(struct saver *s)
{
	const struct timelines *t = s->w->t;
	const struct commit *c;

	for (size_t i = 0; i < t->len; i++) {
		c = t->changes[i].written;
		if (is_of_line(t, c) || numbers_get(&s->extra, c) != 0)
			continue;
		s->extras = arena_grow(s->scratch, s->extras, s->extra_len,
		    sizeof(const struct commit *));
		s->extras[s->extra_len++] = c;
		numbers_put(&s->extra, c, (uint32_t)s->extra_len);
	}
}

static size_t
number_of(const struct saver *s, const struct commit *c)
{
	const struct timelines *t = s->w->t;

	return is_of_line(t, c) ? (size_t)(c - t->commits) :
	    t->commit_len + numbers_get(&s->extra, c) - 1;
}

static void
put_commit(struct saver *s, const struct commit *c)
{
	rows_put(&s->rows, commit_row, COUNT(commit_row), c);
	rows_number(&s->rows, c->trailer_len);
	for (size_t i = 0; i < c->trailer_len; i++)
		rows_put(&s->rows, trailer_row, COUNT(trailer_row),
		    &c->trailers[i]);
}

static void
put_changes(struct saver *s)
{
	const struct timelines *t = s->w->t;
	const struct change *x;

	rows_number(&s->rows, t->len);
	for (size_t i = 0; i < t->len; i++) {
		x = &t->changes[i];
		rows_number(&s->rows, (size_t)x->what);
		rows_put(&s->rows, change_row, COUNT(change_row), x);
		rows_number(&s->rows, number_of(s, x->commit));
		rows_number(&s->rows, number_of(s, x->written));
	}
}

static void
put_landed(struct saver *s)
{
	struct walk *w = s->w;
	size_t len = oids_len(w->landed), old = w->cache == NULL ? 0 :
	    w->cache->landed_len;
	struct oid *list = malloc((len + old + 1) * sizeof(*list));

	if (list == NULL)
		arena_exhausted();
	oids_list(w->landed, list);
	if (old > 0)
		memcpy(list + len, w->cache->landed, old * sizeof(*list));
	qsort(list, len + old, sizeof(*list), by_id);
	rows_number(&s->rows, len + old);
	buf_add(&s->rows.rows, (const char *)list,
	    (len + old) * sizeof(*list));
	free(list);
}

static size_t
number_version(struct saver *s, const struct version *v)
{
	size_t n = numbers_get(&s->versions, v);

	if (n != 0)
		return n;
	s->list = arena_grow(s->scratch, s->list, s->list_len,
	    sizeof(const struct version *));
	s->list[s->list_len++] = v;
	numbers_put(&s->versions, v, (uint32_t)s->list_len);
	return s->list_len;
}

static const struct file *
file_at(const struct walk *w, size_t i)
{
	return map_at(w->files, i)->value;
}

static const struct record_state *
record_at(const struct walk *w, size_t i)
{
	return map_at(w->records, i)->value;
}

static void
put_versions(struct saver *s)
{
	const struct walk *w = s->w;
	const struct file *f;

	for (size_t i = 0; i < map_len(w->files); i++) {
		f = file_at(w, i);
		for (size_t k = 0; f->now != NULL && k < f->now->len; k++)
			number_version(s, f->now->list[k]);
	}
	for (size_t i = 0; i < map_len(w->records); i++)
		if (record_at(w, i)->gone != NULL)
			number_version(s, record_at(w, i)->gone);
	rows_number(&s->rows, s->list_len);
	for (size_t i = 0; i < s->list_len; i++) {
		rows_text(&s->rows, s->list[i]->id);
		rows_text(&s->rows, s->list[i]->body);
		rows_number(&s->rows, s->list[i]->len);
		for (size_t k = 0; k < s->list[i]->len; k++) {
			rows_text(&s->rows, s->list[i]->values[k].field);
			rows_text(&s->rows, s->list[i]->values[k].text);
		}
	}
}

static void
put_state(struct saver *s)
{
	const struct walk *w = s->w;
	const struct file *f;
	const struct record_state *r;
	size_t n;

	put_versions(s);
	rows_number(&s->rows, map_len(w->files));
	for (size_t i = 0; i < map_len(w->files); i++) {
		f = file_at(w, i);
		n = f->now == NULL ? 0 : f->now->len;
		rows_text(&s->rows, f->path);
		rows_number(&s->rows, n);
		for (size_t k = 0; k < n; k++)
			rows_number(&s->rows, number_version(s,
			    f->now->list[k]) - 1);
	}
	rows_number(&s->rows, map_len(w->records));
	for (size_t i = 0; i < map_len(w->records); i++) {
		r = record_at(w, i);
		rows_text(&s->rows, r->id);
		rows_text(&s->rows, r->old_path);
		rows_number(&s->rows, r->gone == NULL ? 0 :
		    number_version(s, r->gone));
	}
}

static void
put_all(struct saver *s, const char *commit)
{
	struct walk *w = s->w;
	const struct timelines *t = w->t;
	struct rows *r = &s->rows;

	list_extras(s);
	rows_text(r, w->repo->cache_name);
	rows_text(r, w->prefix);
	rows_number(r, (uint32_t)zone_hash(w->zone));
	rows_text(r, commit);
	rows_text(r, t->commits[t->commit_len - 1].id);
	rows_text(r, mailmap_of(w, &w->raw[0]));
	rows_text(r, t->first_known);
	rows_text(r, t->trial);
	rows_number(r, t->commit_len);
	rows_number(r, s->extra_len);
	put_landed(s);
	for (size_t i = 0; i < t->commit_len; i++)
		put_commit(s, &t->commits[i]);
	for (size_t i = 0; i < s->extra_len; i++)
		put_commit(s, s->extras[i]);
	put_changes(s);
	put_state(s);
}

/* All of it as a file. */
static void
save_as(struct walk *w, const char *path, const struct rows *r)
{
	struct buf b = BUF_INIT;

	if (kept_write(&b, &sort, r) && repo_cache_make(w->repo, path) == 0)
		fs_put(path, b.s, b.len);
	buf_done(&b);
}

/* All of it into our arena, as if it had been read from a file. */
static bool
move(struct walk *w, const char *commit, struct arena *to,
    const struct rows *r)
{
	struct cursor at = { .at = r->rows.s, .end = r->rows.s + r->rows.len,
	    .texts_len = r->texts.len };
	struct cache *c;

	/* Beyond that the places of texts are no numbers of rows. */
	if (r->texts.len > MOVE_MAX)
		return false;
	w->arena = to;
	at.texts = arena_dup(to, r->texts.s, r->texts.len);
	c = open_cursor(w, at);
	return c != NULL && cache_take(c, w, commit);
}

/* A file is written anew for a history that is worth it. */
static bool
is_worth_it(const struct walk *w)
{
	if (!w->t->whole || w->broken || w->edge ||
	    oids_len(w->repo->shallow) > 0)
		return false;
	return w->cache == NULL || w->fresh >= FRESH_MIN ||
	    w->fresh * FRESH_SHARE >= w->len;
}

bool
cache_finish(struct walk *w, const char *commit, struct arena *to)
{
	const char *path = path_of(w);
	bool save = path != NULL && is_worth_it(w);
	bool moves = w->len >= MOVE_MIN, moved = false;
	struct saver s = { .w = w };

	if (!save && !moves)
		return false;
	if (save)
		writers_land(w, 0);
	s.scratch = arena_new();
	numbers_new(&s.extra, s.scratch);
	numbers_new(&s.versions, s.scratch);
	rows_new(&s.rows, s.scratch);
	put_all(&s, commit);
	arena_done(s.scratch);
	if (save)
		save_as(w, path, &s.rows);
	if (moves)
		moved = move(w, commit, to, &s.rows);
	rows_done(&s.rows);
	return moved;
}
