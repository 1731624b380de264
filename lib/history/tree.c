#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "history/repo.h"
#include "history/words.h"

#define DEPTH_MAX	64
#define MODE_TREE	040000

bool
tree_next(const char *data, size_t len, size_t *at, struct tree_entry *e)
{
	const char *s = data + *at, *end = data + len, *nul;

	e->mode = 0;
	for (; s < end && *s >= '0' && *s <= '7'; s++)
		e->mode = e->mode << 3 | (unsigned)(*s - '0');
	if (s >= end || *s++ != ' ' ||
	    (nul = memchr(s, '\0', (size_t)(end - s))) == NULL ||
	    end - nul - 1 < OID_RAW)
		return false;
	e->name = s;
	e->name_len = (size_t)(nul - s);
	e->oid = (const unsigned char *)nul + 1;
	*at = (size_t)(nul + 1 + OID_RAW - data);
	return true;
}

/* ".git" to a file system that ignores some characters of names (HFS+). */
static bool
hfs_dotgit(const char *s, size_t len)
{
	static const char want[] = ".git";
	size_t n = 0;
	uint32_t c;

	for (size_t i = 0; i < len;) {
		i += utf8_get(s + i, len - i, &c);
		if ((c >= 0x200c && c <= 0x200f) ||
		    (c >= 0x202a && c <= 0x202e) ||
		    (c >= 0x206a && c <= 0x206f) || c == 0xfeff)
			continue;
		if (c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		if (n == 4 || c != (uint32_t)want[n++])
			return false;
	}
	return n == 4;
}

/*
 * ".git" or its short name to a file system that drops dots and blanks at the
 * end, reads "\" as a slash and ":" as a stream (NTFS).
 */
static bool
ntfs_dotgit(const char *s, size_t len)
{
	size_t n, part;

	for (;; s += part + 1, len -= part + 1) {
		for (part = 0; part < len && s[part] != '\\' &&
		    s[part] != ':'; part++)
			;
		n = part;
		while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '.'))
			n--;
		if ((n == 4 && strncasecmp(s, ".git", 4) == 0) ||
		    (n == 5 && strncasecmp(s, "git~1", 5) == 0))
			return true;
		if (part == len || s[part] == ':')
			return false;
	}
}

bool
tree_name_sane(const char *name, size_t len)
{
	if (len == 0 || memchr(name, '/', len) != NULL ||
	    (len == 1 && name[0] == '.') ||
	    (len == 2 && memcmp(name, "..", 2) == 0))
		return false;
	return !hfs_dotgit(name, len) && !ntfs_dotgit(name, len);
}

/* The entry called name (len bytes) of a tree. */
static int
lookup(struct repo *r, const struct oid *tree, const char *name, size_t len,
    struct oid *out, unsigned *mode)
{
	struct object o;
	struct tree_entry e;
	size_t at = 0;
	int rc = -1;

	if (object_read_as(r, tree, OBJECT_TREE, &o) != 0)
		return -1;
	while (rc != 0 && tree_next(o.data, o.len, &at, &e))
		if (e.name_len == len && memcmp(e.name, name, len) == 0) {
			oid_set(out, e.oid);
			*mode = e.mode;
			rc = 0;
		}
	object_done(&o);
	return rc;
}

int
tree_blob(struct repo *r, const struct oid *tree, const char *path,
    struct oid *out)
{
	struct oid at = *tree;
	unsigned mode = 0;
	size_t len;

	for (;; path += len + 1) {
		len = strcspn(path, "/");
		if (lookup(r, &at, path, len, &at, &mode) != 0)
			return -1;
		if (path[len] == '\0')
			break;
		if (mode != MODE_TREE)
			return -1;
	}
	if ((mode & 0170000) != 0100000)
		return -1;
	*out = at;
	return 0;
}

int
tree_below(struct repo *r, const struct oid *root, const char *prefix,
    struct oid *out)
{
	unsigned mode = 0;
	size_t len;

	for (*out = *root; *prefix != '\0'; prefix += len + 1) {
		len = strcspn(prefix, "/");
		if (lookup(r, out, prefix, len, out, &mode) != 0 ||
		    mode != MODE_TREE)
			return -1;
		if (prefix[len] == '\0')
			break;
	}
	return 0;
}

struct compare {
	struct repo		*repo;
	struct path_changes	*out;
	struct oid			*missing;
	struct buf		 path;
	bool			 unsorted;
};

/* One side of a comparison: a tree and the entry at hand. */
struct cursor {
	struct object		 o;
	size_t			 at, next;	/* of the entry, behind it */
	struct tree_entry	 e;
	bool			 has;
};

static bool
is_markdown(const struct tree_entry *e)
{
	return (e->mode & 0170000) == 0100000 && e->name_len > 3 &&
	    memcmp(e->name + e->name_len - 3, ".md", 3) == 0;
}

/* Git sorts a folder as if its name ended in a slash. */
static int
entry_compare(const struct tree_entry *a, const struct tree_entry *b)
{
	size_t n = a->name_len < b->name_len ? a->name_len : b->name_len;
	int c = memcmp(a->name, b->name, n), ca, cb;

	if (c != 0)
		return c;
	ca = a->name_len > n ? (unsigned char)a->name[n] :
	    a->mode == MODE_TREE ? '/' : 0;
	cb = b->name_len > n ? (unsigned char)b->name[n] :
	    b->mode == MODE_TREE ? '/' : 0;
	return ca - cb;
}

static void
changed(struct compare *c, const struct tree_entry *from,
    const struct tree_entry *to)
{
	struct path_changes *out = c->out;
	struct path_change *p;

	/* A change of mode alone is none. */
	if (from != NULL && to != NULL &&
	    memcmp(from->oid, to->oid, OID_RAW) == 0)
		return;
	if (out->len == out->cap) {
		out->cap = out->cap == 0 ? 64 : out->cap * 2;
		p = realloc(out->list, out->cap * sizeof(*p));
		if (p == NULL)
			arena_exhausted();
		out->list = p;
	}
	p = &out->list[out->len++];
	memset(p, 0, sizeof(*p));
	p->path = words_keep(c->repo->words, c->path.s, c->path.len);
	if (from != NULL)
		oid_set(&p->from, from->oid);
	if (to != NULL)
		oid_set(&p->to, to->oid);
}

static int compare_trees(struct compare *, const struct oid *,
    const struct oid *, int);

/* What load/ leaves out of the folder it leaves out of history too. */
static bool
is_outside(const struct tree_entry *e, int depth)
{
	return e->name_len == 0 || e->name[0] == '.' || (depth == 0 &&
	    e->name_len == 9 && memcmp(e->name, "templates", 9) == 0) ||
	    !tree_name_sane(e->name, e->name_len);
}

/* One name that stands on either side, or on both. */
static int
differs(struct compare *c, const struct tree_entry *from,
    const struct tree_entry *to, int depth)
{
	const struct tree_entry *any = from != NULL ? from : to;
	bool from_dir = from != NULL && from->mode == MODE_TREE;
	bool to_dir = to != NULL && to->mode == MODE_TREE;
	bool from_md = from != NULL && is_markdown(from);
	bool to_md = to != NULL && is_markdown(to);
	size_t mark = c->path.len;
	struct oid a, b;
	int rc = 0;

	if ((!from_dir && !to_dir && !from_md && !to_md) ||
	    is_outside(any, depth))
		return 0;
	buf_add(&c->path, any->name, any->name_len);
	if (from_md || to_md)
		changed(c, from_md ? from : NULL, to_md ? to : NULL);
	if (from_dir || to_dir) {
		buf_addc(&c->path, '/');
		if (from_dir)
			oid_set(&a, from->oid);
		if (to_dir)
			oid_set(&b, to->oid);
		rc = compare_trees(c, from_dir ? &a : NULL,
		    to_dir ? &b : NULL, depth + 1);
	}
	c->path.len = mark;
	c->path.s[mark] = '\0';
	return rc;
}

/* How many bytes two buffers have in common at their beginning. */
static size_t
same_front(const char *a, const char *b, size_t len)
{
	size_t i = 0;
	uint64_t x, y;

	for (; i + 8 <= len; i += 8) {
		memcpy(&x, a + i, 8);
		memcpy(&y, b + i, 8);
		if (x != y)
			break;
	}
	while (i < len && a[i] == b[i])
		i++;
	return i;
}

/* The same for n bytes before two ends. */
static size_t
same_back(const char *a, const char *b, size_t len)
{
	size_t i = 0;
	uint64_t x, y;

	for (; i + 8 <= len; i += 8) {
		memcpy(&x, a - i - 8, 8);
		memcpy(&y, b - i - 8, 8);
		if (x != y)
			break;
	}
	while (i < len && a[-(ptrdiff_t)i - 1] == b[-(ptrdiff_t)i - 1])
		i++;
	return i;
}

/* Step over the entries that end within the first len bytes. */
static size_t
skip(const char *data, size_t len)
{
	size_t at = 0, next;
	const char *nul;

	/* "40000 " and one letter are the least in front of the NUL. */
	while (at + 7 < len) {
		nul = memchr(data + at + 6, '\0', len - at - 6);
		if (nul == NULL)
			break;
		next = (size_t)(nul - data) + 1 + OID_RAW;
		if (next > len)
			break;
		at = next;
	}
	return at;
}

static void
advance(struct compare *c, struct cursor *u)
{
	struct tree_entry last = u->e;
	bool had = u->has;

	u->at = u->next;
	u->has = u->o.data != NULL &&
	    tree_next(u->o.data, u->o.len, &u->next, &u->e);
	if (had && u->has && entry_compare(&last, &u->e) >= 0)
		c->unsorted = true;
}

/*
 * Walk both raw objects in step and open only what differs: diffs built by
 * libgit2 cost 80 times as much on large trees.  What both have in common at
 * either end is skipped as bytes.
 */
static int
compare_open(struct compare *c, struct cursor *a, struct cursor *b, int depth)
{
	size_t min = a->o.len < b->o.len ? a->o.len : b->o.len, tail = 0;
	int rc = 0, order;

	if (min > 0) {
		tail = same_front(a->o.data, b->o.data, min);
		a->next = b->next = skip(a->o.data, tail);
		tail = same_back(a->o.data + a->o.len,
		    b->o.data + b->o.len, min - a->next);
	}
	advance(c, a);
	advance(c, b);
	while (rc == 0 && (a->has || b->has)) {
		if (a->has && b->has && a->o.len - a->at <= tail &&
		    a->o.len - a->at == b->o.len - b->at)
			break;
		order = !a->has ? 1 : !b->has ? -1 :
		    entry_compare(&a->e, &b->e);
		if (order != 0 || a->e.mode != b->e.mode ||
		    memcmp(a->e.oid, b->e.oid, OID_RAW) != 0)
			rc = differs(c, order <= 0 ? &a->e : NULL,
			    order >= 0 ? &b->e : NULL, depth);
		if (order <= 0)
			advance(c, a);
		if (order >= 0)
			advance(c, b);
	}
	return rc;
}

static int
compare_trees(struct compare *c, const struct oid *from,
    const struct oid *to, int depth)
{
	struct cursor a = { .at = 0 }, b = { .at = 0 };
	const struct oid *bad = NULL;
	int rc = -1;

	if (depth > DEPTH_MAX)
		return 0;
	if (from != NULL && object_read_as(c->repo, from, OBJECT_TREE,
	    &a.o) != 0)
		bad = from;
	else if (to != NULL && object_read_as(c->repo, to, OBJECT_TREE,
	    &b.o) != 0)
		bad = to;
	if (bad != NULL)
		*c->missing = *bad;
	else
		rc = compare_open(c, &a, &b, depth);
	object_done(&a.o);
	object_done(&b.o);
	return rc;
}

static int
by_path(const void *va, const void *vb)
{
	const struct path_change *a = va, *b = vb;

	return strcmp(a->path, b->path);
}

/*
 * A tree that git would not have written (its entries out of order) can name
 * a path twice: once gone, once new.
 */
static void
join(struct path_changes *out)
{
	struct path_change *p = out->list, *q;
	size_t n = 0;

	if (out->len < 2)
		return;
	qsort(p, out->len, sizeof(*p), by_path);
	for (size_t i = 0; i < out->len; i++) {
		q = n > 0 ? &p[n - 1] : NULL;
		if (q == NULL || q->path != p[i].path) {
			p[n++] = p[i];
			continue;
		}
		if (oid_is_zero(&q->from))
			q->from = p[i].from;
		if (oid_is_zero(&q->to))
			q->to = p[i].to;
	}
	for (size_t i = out->len = 0; i < n; i++)
		if (!oid_equal(&p[i].from, &p[i].to))
			p[out->len++] = p[i];
}

int
tree_compare(struct repo *r, const struct oid *from, const struct oid *to,
    struct path_changes *out, struct oid *missing)
{
	struct compare c = { r, out, missing, BUF_INIT, false };
	int rc;

	out->len = 0;
	if (from != NULL && to != NULL && oid_equal(from, to))
		return 0;
	buf_adds(&c.path, "");
	rc = compare_trees(&c, from, to, 0);
	buf_done(&c.path);
	if (c.unsorted)
		join(out);
	return rc;
}

void
path_changes_done(struct path_changes *p)
{
	free(p->list);
	memset(p, 0, sizeof(*p));
}
