#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/limits.h"
#include "history/bases.h"
#include "base/inflate.h"
#include "history/loose.h"
#include "history/object.h"
#include "history/odb.h"
#include "history/pack.h"
#include "history/repo.h"

#define DIRS_MAX	8
#define ALTERNATES_MAX	((size_t)64 * 1024)

struct objects {
	struct arena	*arena;
	struct packs	 packs;
	const char	*dirs[DIRS_MAX];	/* ending in '/' */
	struct timespec	 seen[DIRS_MAX];	/* their packs' folders */
	size_t		 len;
	bool		 odd;		/* libgit2 may know of more */
};

struct reader {
	const struct objects	*objects;
	struct inflate		*inflate;
	struct unpacker		*unpacker;
	struct loose		*loose[DIRS_MAX];
	size_t			 hint;
};

/* ---- where they lie ---- */

static bool
is_known(const struct objects *o, const char *dir)
{
	for (size_t i = 0; i < o->len; i++)
		if (strcmp(o->dirs[i], dir) == 0)
			return true;
	return false;
}

/* One line of "alternates"; relative to the folder that names it. */
static void
borrow(struct objects *o, const char *from, const char *line)
{
	char real[PATH_MAX];
	const char *dir;

	if (*line == '\0' || *line == '#')
		return;
	if (*line == '"') {
		o->odd = true;
		return;
	}
	if (*line != '/')
		line = arena_printf(o->arena, "%s%s", from, line);
	if (realpath(line, real) == NULL)
		return;
	dir = arena_printf(o->arena, "%s/", real);
	if (is_known(o, dir))
		return;
	if (o->len == DIRS_MAX)
		o->odd = true;
	else
		o->dirs[o->len++] = dir;
}

static void
alternates(struct objects *o, const char *dir)
{
	struct buf b = BUF_INIT;
	char *line, *next;

	if (fs_read(arena_printf(o->arena, "%sinfo/alternates", dir),
	    ALTERNATES_MAX, &b) != 0) {
		o->odd |= errno != ENOENT && errno != ENOTDIR;
	} else {
		for (line = b.s; line != NULL; line = next) {
			if ((next = strchr(line, '\n')) != NULL)
				*next++ = '\0';
			line[strcspn(line, "\r")] = '\0';
			borrow(o, dir, line);
		}
	}
	buf_done(&b);
}

/*
 * Look for packs where a folder changed since the last look: git may pack
 * anew, or fetch, while we read.  True when there are new ones.
 */
static bool
scan(struct objects *o)
{
	struct arena *scratch;
	struct stat st;
	const char *dir;
	size_t found = 0;

	scratch = arena_new();
	for (size_t i = 0; i < o->len; i++) {
		dir = arena_printf(scratch, "%spack/", o->dirs[i]);
		if (stat(dir, &st) != 0 || (st.st_mtim.tv_sec ==
		    o->seen[i].tv_sec && st.st_mtim.tv_nsec ==
		    o->seen[i].tv_nsec))
			continue;
		o->seen[i] = st.st_mtim;
		found += packs_scan(&o->packs, scratch, dir);
	}
	arena_done(scratch);
	return found > 0;
}

struct objects *
objects_new(struct arena *a, const char *dir)
{
	struct objects *o = arena_alloc(a, sizeof(*o));

	o->arena = a;
	o->dirs[o->len++] = dir;
	for (size_t i = 0; i < o->len; i++)
		alternates(o, o->dirs[i]);
	scan(o);
	return o;
}

void
objects_done(struct objects *o)
{
	if (o != NULL)
		packs_done(&o->packs);
}

const char *
objects_dir(const struct objects *o, size_t i)
{
	return i < o->len ? o->dirs[i] : NULL;
}

const struct packs *
objects_packs(const struct objects *o)
{
	return &o->packs;
}

bool
objects_are_odd(const struct objects *o)
{
	return o->odd || o->packs.odd;
}

/* ---- our own reading ---- */

struct reader *
reader_new(const struct objects *o)
{
	struct reader *rd = calloc(1, sizeof(*rd));

	if (rd == NULL)
		arena_exhausted();
	rd->objects = o;
	rd->inflate = inflate_new();
	rd->unpacker = unpacker_new(&o->packs, rd->inflate);
	for (size_t i = 0; i < o->len; i++)
		rd->loose[i] = loose_new(o->dirs[i], rd->inflate);
	return rd;
}

void
reader_done(struct reader *rd)
{
	if (rd == NULL)
		return;
	for (size_t i = 0; i < DIRS_MAX; i++)
		loose_done(rd->loose[i]);
	unpacker_done(rd->unpacker);
	inflate_done(rd->inflate);
	free(rd);
}

void
reader_rest(struct reader *rd)
{
	unpacker_rest(rd->unpacker);
	packs_rest(&rd->objects->packs);
}

enum read { READ, READ_ABSENT, READ_FAULT, READ_BROKEN, READ_LARGE };

static enum read
read_once(struct reader *rd, const struct oid *id, struct bytes **out)
{
	struct pack_place at;
	enum read rc = READ_ABSENT;
	int n;

	if (packs_find(&rd->objects->packs, id, &rd->hint, &at))
		switch (unpack(rd->unpacker, &at, LIMIT_OBJECT_BYTES, out)) {
		case UNPACKED:
			return READ;
		case UNPACK_LARGE:
			return READ_LARGE;
		case UNPACK_FAULT:
			rc = READ_FAULT;
		}
	for (size_t i = 0; i < rd->objects->len; i++) {
		n = loose_read(rd->loose[i], id, out);
		if (n == 0)
			return READ;
		/* Of a file that is cut short libgit2 never finds the end. */
		if (n < 0)
			rc = READ_BROKEN;
	}
	return rc;
}

/* What is absent may have been packed meanwhile. */
static enum read
read_own(struct repo *r, const struct oid *id, struct bytes **out)
{
	enum read rc = read_once(r->reader, id, out);

	if (rc == READ_ABSENT && !r->in_thread && scan(r->objects))
		rc = read_once(r->reader, id, out);
	return rc;
}

/* Whether libgit2 may know better. */
static bool
ask_further(const struct repo *r, enum read rc)
{
	return rc == READ_FAULT || (rc == READ_ABSENT &&
	    (r->objects->odd || r->objects->packs.odd));
}

int
object_read(struct repo *r, const struct oid *id, struct object *o)
{
	enum read rc = READ_FAULT;

	memset(o, 0, sizeof(*o));
	if (!r->by_libgit2)
		rc = read_own(r, id, &o->own);
	if (rc == READ) {
		o->data = o->own->data;
		o->len = o->own->len;
		o->type = o->own->type;
		return 0;
	}
	o->own = NULL;
	if (ask_further(r, rc) && !r->in_thread && odb_read(r->odb, id,
	    &o->foreign, &o->data, &o->len, &o->type) == 0)
		return 0;
	memset(o, 0, sizeof(*o));
	return -1;
}

int
object_read_as(struct repo *r, const struct oid *id, enum object_type type,
    struct object *o)
{
	if (object_read(r, id, o) != 0)
		return -1;
	if (o->type == type)
		return 0;
	object_done(o);
	return -1;
}

void
object_done(struct object *o)
{
	bytes_drop(o->own);
	odb_drop(o->foreign);
	memset(o, 0, sizeof(*o));
}

int
object_size(struct repo *r, const struct oid *id, enum object_type *type,
    size_t *len)
{
	struct pack_place at;
	struct object o;

	if (!r->by_libgit2 && packs_find(&r->objects->packs, id,
	    &r->reader->hint, &at) &&
	    unpack_size(r->reader->unpacker, &at, type, len) == UNPACKED)
		return 0;
	if (object_read(r, id, &o) != 0)
		return odb_size(r->odb, id, type, len);
	*type = o.type;
	*len = o.len;
	object_done(&o);
	return 0;
}

bool
object_is_here(struct repo *r, const struct oid *id)
{
	struct pack_place at;
	struct object o;

	if (packs_find(&r->objects->packs, id, &r->reader->hint, &at))
		return true;
	if (object_read(r, id, &o) != 0)
		return false;
	object_done(&o);
	return true;
}

int
object_prefix(struct repo *r, const struct oid *id, size_t len,
    struct oid *out)
{
	return odb_prefix(r->odb, id, len, out);
}

size_t
object_place(struct repo *r, const struct oid *id)
{
	struct pack_place at;

	if (r->by_libgit2 || !packs_find(&r->objects->packs, id,
	    &r->reader->hint, &at))
		return 0;
	return (at.pack << 44) + at.offset;
}

const char *
repo_hex(struct arena *a, const struct oid *id)
{
	char hex[OID_HEX + 1];

	oid_print(id, hex);
	return arena_str(a, hex);
}
