#include <dirent.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/sum.h"
#include "history/history.h"
#include "history/odb.h"
#include "history/pack.h"
#include "history/repo.h"
#include "history/words.h"

#define FILE_MAX	((size_t)64 * 1024 * 1024)

/* A small file by what it holds; one that is not there by that. */
static bool
add_file(struct repo *r, struct buf *b, const char *name)
{
	struct buf text = BUF_INIT;
	int rc = fs_read(arena_printf(r->arena, "%s%s", r->common, name),
	    FILE_MAX, &text);

	buf_addf(b, "%s %d %zu\n", name, rc, text.len);
	if (rc == 0 && text.len > 0)
		buf_add(b, text.s, text.len);
	buf_done(&text);
	return rc != -2;
}

static void
add_pack(struct buf *b, const struct stat *st, const char *name)
{
	buf_addf(b, "%s %jd %jd %jd.%09ld %jd.%09ld\n", name,
	    (intmax_t)st->st_ino, (intmax_t)st->st_size,
	    (intmax_t)st->st_mtim.tv_sec, st->st_mtim.tv_nsec,
	    (intmax_t)st->st_ctim.tv_sec, st->st_ctim.tv_nsec);
}

/*
 * The names of a folder in whatever order, as one number and how many; with
 * times, each file by its own as well.
 */
static void
add_names(struct buf *b, const char *dir, bool times)
{
	DIR *d = opendir(dir);
	struct buf one = BUF_INIT;
	uint64_t sum = 0;
	size_t n = 0;
	struct dirent *e;
	struct stat st;

	while (d != NULL && (e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		buf_clear(&one);
		if (times && fstatat(dirfd(d), e->d_name, &st, 0) == 0)
			add_pack(&one, &st, e->d_name);
		else
			buf_adds(&one, e->d_name);
		sum += sum_bytes(one.s, one.len);
		n++;
	}
	if (d != NULL)
		closedir(d);
	buf_addf(b, "%s %zu %016jx\n", dir, n, (uintmax_t)sum);
	buf_done(&one);
}

/* Which objects there are, without opening any. */
static void
add_objects(struct repo *r, struct buf *b, const char *dir)
{
	const char digits[] = "0123456789abcdef";
	bool there[256] = { false };
	DIR *d = opendir(dir);
	const char *hi, *lo;
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL) {
		if (strlen(e->d_name) != 2)
			continue;
		hi = strchr(digits, e->d_name[0]);
		lo = strchr(digits, e->d_name[1]);
		if (hi != NULL && lo != NULL)
			there[(hi - digits) * 16 + (lo - digits)] = true;
	}
	if (d != NULL)
		closedir(d);
	for (unsigned i = 0; i < 256; i++)
		if (there[i])
			add_names(b, arena_printf(r->arena, "%s%02x", dir,
			    i), false);
	add_names(b, arena_printf(r->arena, "%spack", dir), true);
}

static int
by_id(const void *x, const void *y)
{
	return memcmp(x, y, sizeof(struct oid));
}

/* As they were read, since the file may have changed meanwhile. */
static void
add_shallow(struct repo *r, struct buf *b)
{
	size_t n = oids_len(r->shallow);
	struct oid *ids = arena_alloc(r->arena, n * sizeof(*ids));

	oids_list(r->shallow, ids);
	if (n > 0)
		qsort(ids, n, sizeof(*ids), by_id);
	buf_addf(b, "shallow %zu\n", n);
	for (size_t i = 0; i < n; i++)
		buf_addf(b, "%s\n", repo_hex(r->arena, &ids[i]));
}

/* Those in use: one of them may be gone from its folder. */
static void
add_mapped(struct repo *r, struct buf *b)
{
	const struct packs *ps = objects_packs(r->objects);
	uint64_t sum = 0;

	for (size_t i = 0; i < ps->len; i++)
		sum += sum_bytes(ps->list[i].name, strlen(ps->list[i].name));
	buf_addf(b, "mapped %zu %016jx\n", ps->len, (uintmax_t)sum);
}

bool
repo_state(struct repo *r, struct buf *b)
{
	const char *dir;

	/* What is left out, or known to libgit2 alone, is not seen here. */
	if (r->sparse || objects_are_odd(r->objects))
		return false;
	buf_addf(b, "%s\n%s\n%s\n%s\n%d %d\n", r->git, r->common,
	    r->workdir == NULL ? "" : r->workdir, r->prefix, r->partial,
	    ref_any(r, "refs/replace/"));
	if (!add_file(r, b, "info/grafts"))
		return false;
	add_shallow(r, b);
	add_mapped(r, b);
	for (size_t i = 0; (dir = objects_dir(r->objects, i)) != NULL; i++)
		add_objects(r, b, dir);
	return true;
}
