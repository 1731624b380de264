#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "history/history.h"
#include "history/repo.h"
#include "load/source.h"

#define DEPTH_MAX	64

/* The files of a commit as a source: no checkout is touched. */

struct lister {
	struct repo	*repo;
	struct arena	*arena;
	struct diags	*diags;
	bool		 names_alone;	/* no blob need be here */
	struct entry	*list;
	size_t		 len;
	struct buf	 path;
};

static enum entry_type
type_of(unsigned mode)
{
	switch (mode & 0170000) {
	case 0100000: return ENTRY_FILE;
	case 0120000: return ENTRY_SYMLINK;
	case 0160000: return ENTRY_SUBMODULE;
	default: return ENTRY_OTHER;
	}
}

static size_t
blob_size(struct repo *r, const struct oid *id)
{
	enum object_type type;
	size_t len = 0;

	return object_size(r, id, &type, &len) == 0 ? len : 0;
}

static bool
is_document(const struct tree_entry *e)
{
	return (e->name_len > 3 &&
	    memcmp(e->name + e->name_len - 3, ".md", 3) == 0) ||
	    (e->name_len == 9 && memcmp(e->name, "isms.yaml", 9) == 0);
}

static int list_tree(struct lister *, const struct oid *, int);

static int
list_entry(struct lister *l, const struct tree_entry *e,
    const struct oid *tree, int depth)
{
	size_t mark = l->path.len;
	struct entry *out;
	struct pos at = { NULL, 0, 0, 0 };
	struct oid id;
	int rc = 0;

	buf_add(&l->path, e->name, e->name_len);
	oid_set(&id, e->oid);
	if (!tree_name_sane(e->name, e->name_len)) {
		at.path = arena_dup(l->arena, l->path.s, l->path.len);
		diag_add(l->diags, D_TREE_NAME, at, NULL, "tree",
		    repo_hex(l->arena, tree), NULL);
	} else if (e->name[0] == '.') {
		/* Dot files are the tools', not the ISMS's. */
	} else if (e->mode == 040000) {
		buf_addc(&l->path, '/');
		rc = list_tree(l, &id, depth + 1);
	} else {
		l->list = arena_grow(l->arena, l->list, l->len,
		    sizeof(*l->list));
		out = &l->list[l->len++];
		out->path = arena_dup(l->arena, l->path.s, l->path.len);
		out->type = type_of(e->mode);
		oid_print(&id, out->blob);
		if (out->type == ENTRY_FILE &&
		    (out->size = blob_size(l->repo, &id)) == 0 &&
		    !l->names_alone && is_document(e) && !object_is_here(l->repo, &id)) {
			/* Every judgement would be of something else. */
			repo_tell_missing(l->repo, &id, l->repo->why);
			rc = -1;
		}
	}
	l->path.len = mark;
	l->path.s[mark] = '\0';
	return rc;
}

static int
list_tree(struct lister *l, const struct oid *id, int depth)
{
	struct pos at = { NULL, 0, 0, 0 };
	struct object o;
	struct tree_entry e;
	size_t next = 0;
	int rc = 0;

	if (depth > DEPTH_MAX) {
		/* As the loader says it of a folder on disk. */
		at.path = arena_dup(l->arena, l->path.s, l->path.len - 1);
		diag_add(l->diags, D_LIM_DEPTH, at, NULL, "limit",
		    arena_printf(l->arena, "%d", DEPTH_MAX), NULL);
		return 0;
	}
	if (object_read_as(l->repo, id, OBJECT_TREE, &o) != 0) {
		repo_tell_missing(l->repo, id, l->repo->why);
		return -1;
	}
	while (rc == 0 && tree_next(o.data, o.len, &next, &e))
		rc = list_entry(l, &e, id, depth);
	object_done(&o);
	return rc;
}

static int
by_path(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->path,
	    ((const struct entry *)b)->path);
}

/* A path that a tree names twice: one of them would be seen by nobody. */
static void
drop_doubles(struct lister *l)
{
	struct pos at = { NULL, 0, 0, 0 };
	size_t n = 0;

	for (size_t i = 0; i < l->len; i++) {
		if (n > 0 && strcmp(l->list[n - 1].path,
		    l->list[i].path) == 0) {
			at.path = l->list[i].path;
			diag_add(l->diags, D_TREE_NAME, at, NULL, "tree",
			    l->list[i].blob, NULL);
			continue;
		}
		l->list[n++] = l->list[i];
	}
	l->len = n;
}

static int
read_blob(struct source *s, const struct entry *e, size_t max,
    struct buf *out)
{
	struct repo *r = s->data;
	struct object o;
	struct oid id;

	buf_clear(out);
	if (e->size > max)
		return -2;
	if (e->type != ENTRY_FILE || !oid_parse(&id, e->blob, OID_HEX) ||
	    object_read_as(r, &id, OBJECT_BLOB, &o) != 0)
		return -1;
	buf_add(out, o.data, o.len);
	object_done(&o);
	return 0;
}

static struct source *
list_commit(struct lister *want, const char *commit, const char *prefix)
{
	struct lister l = *want;
	struct repo *r = l.repo;
	struct arena *a = l.arena;
	struct source *s = NULL;
	struct raw_commit raw;
	struct oid id, tree;

	buf_adds(&l.path, "");
	if (oid_parse(&id, commit, OID_HEX) &&
	    commit_read(r, a, &id, false, &raw) == 0 &&
	    tree_below(r, &raw.tree, prefix, &tree) == 0 &&
	    list_tree(&l, &tree, 0) == 0) {
		if (l.len > 0)
			qsort(l.list, l.len, sizeof(*l.list), by_path);
		drop_doubles(&l);
		s = arena_alloc(a, sizeof(*s));
		s->entries = l.list;
		s->len = l.len;
		s->read = read_blob;
		s->data = r;
	}
	buf_done(&l.path);
	return s;
}

struct source *
repo_source(struct repo *r, struct arena *a, struct diags *ds,
    const char *commit, const char *prefix)
{
	struct lister l = { .repo = r, .arena = a, .diags = ds };

	return list_commit(&l, commit, prefix);
}

struct source *
repo_names(struct repo *r, struct arena *a, struct diags *ds,
    const char *commit, const char *prefix)
{
	struct lister l = { .repo = r, .arena = a, .diags = ds,
	    .names_alone = true };

	return list_commit(&l, commit, prefix);
}
