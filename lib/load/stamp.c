#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/magic.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#endif

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/rows.h"
#include "load/stamp.h"

#define FILES_MAX	((size_t)200000)
/*
 * So many seconds must lie between the last change of a file and the look at
 * it.  The clock of a file system stands still for milliseconds, on old ones
 * for two seconds; and what a program writes through a mapping moves no time
 * before the page went to the disk, half a minute later.
 */
#define SETTLED		60

/* ---- opening what lies below ---- */

/* The same without openat2(): one component at a time. */
static int
open_step_by_step(int root, const char *path, int flags)
{
	char name[NAME_MAX + 1];
	size_t len;
	int fd = root, next;

	for (;;) {
		len = strcspn(path, "/");
		if (len > NAME_MAX || len == 0 || (path[0] == '.' &&
		    (len == 1 || (len == 2 && path[1] == '.')))) {
			next = -1;
			errno = ENOENT;
		} else {
			memcpy(name, path, len);
			name[len] = '\0';
			next = openat(fd, name, O_NOFOLLOW | O_CLOEXEC |
			    (path[len] == '/' ? O_RDONLY | O_DIRECTORY :
			    flags));
		}
		if (fd != root)
			close(fd);
		if (next < 0 || path[len] == '\0')
			return next;
		path += len + 1;
		fd = next;
	}
}

/*
 * Open what lies below root, and nothing else: a file that was swapped for a
 * symbolic link since it was listed does not open.
 */
static int
open_below(int root, const char *path, int flags)
{
#ifdef SYS_openat2
	static bool absent;
	struct open_how how = { 0 };
	int fd;

	if (!absent) {
		how.flags = (unsigned long long)(flags | O_CLOEXEC);
		how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS |
		    RESOLVE_NO_MAGICLINKS;
		fd = (int)syscall(SYS_openat2, root, path, &how, sizeof(how));
		if (fd >= 0 || (errno != ENOSYS && errno != EPERM))
			return fd;
		/* Old kernels lack it, old sandboxes refuse it. */
		absent = true;
	}
#endif
	return open_step_by_step(root, path, flags);
}

/* ---- the walk ---- */

size_t
stamp_depth(const char *path)
{
	size_t depth = 1;

	for (; *path != '\0'; path++)
		depth += *path == '/';
	return depth;
}

static int
by_bytes(const void *x, const void *y)
{
	return strcmp(*(char *const *)x, *(char *const *)y);
}

/* The names in a folder, sorted, so that findings come alike everywhere. */
static const char **
names_in(struct stamps *ss, DIR *d, size_t *len, bool *repository)
{
	const char **names = NULL;
	struct dirent *e;

	*len = 0;
	*repository = false;
	while ((e = readdir(d)) != NULL) {
		if (strcmp(e->d_name, ".git") == 0)
			*repository = true;
		if (e->d_name[0] == '.')
			continue;
		names = arena_grow(ss->arena, names, *len, sizeof(*names));
		names[(*len)++] = arena_str(ss->arena, e->d_name);
		if (ss->len + *len > FILES_MAX) {
			ss->full = true;
			break;
		}
	}
	if (*len > 0)
		qsort(names, *len, sizeof(*names), by_bytes);
	return names;
}

static const char *
join(struct arena *a, const char *folder, const char *name)
{
	size_t n = strlen(folder), m = strlen(name);
	char *path;

	if (n == 0)
		return name;
	path = arena_alloc(a, n + m + 2);
	memcpy(path, folder, n);
	path[n] = '/';
	memcpy(path + n + 1, name, m);
	return path;
}

/* Judged by its text alone: what it leads to is none of our business. */
static const char *
target(struct stamps *ss, int dir, const char *name)
{
	char to[PATH_MAX];
	ssize_t n = readlinkat(dir, name, to, sizeof(to) - 1);

	return n <= 0 ? "" : arena_dup(ss->arena, to, (size_t)n);
}

static void
look(struct stamps *ss, int dir, const char *name, struct stamp *s)
{
	struct stat st;

	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
		s->type = STAMP_GONE;
		ss->odd = true;
		return;
	}
	if (S_ISLNK(st.st_mode)) {
		s->type = STAMP_SYMLINK;
		s->to = target(ss, dir, name);
		return;
	}
	s->type = S_ISDIR(st.st_mode) ? STAMP_FOLDER :
	    S_ISREG(st.st_mode) ? STAMP_FILE : STAMP_OTHER;
	if (s->type != STAMP_FILE)
		return;
	s->size = st.st_size;
	s->device = (int64_t)st.st_dev;
	s->inode = (int64_t)st.st_ino;
	s->mode = (int64_t)st.st_mode << 32 ^ (int64_t)st.st_uid << 16 ^
	    (int64_t)st.st_gid;
	s->changed = st.st_ctim.tv_sec;
	s->changed_ns = st.st_ctim.tv_nsec;
	s->modified = st.st_mtim.tv_sec;
	s->modified_ns = st.st_mtim.tv_nsec;
}

/* The folder at a place of the list (0: the root, else 1 + the place). */
static int
read_folder(struct stamps *ss, size_t folder)
{
	const char **names, *path = folder == 0 ? "" :
	    ss->list[folder - 1].path;
	struct stamp *s;
	bool repository;
	size_t len;
	DIR *d;
	int fd;

	fd = folder == 0 ? dup(ss->root) : open_below(ss->root, path,
	    O_RDONLY | O_DIRECTORY | O_NONBLOCK);
	if (fd < 0)
		return -1;
	if ((d = fdopendir(fd)) == NULL) {
		close(fd);
		return -1;
	}
	names = names_in(ss, d, &len, &repository);
	if (repository && folder > 0) {
		/* A repository in the repository holds its own truth. */
		ss->list[folder - 1].type = STAMP_SUBMODULE;
		len = 0;
	}
	for (size_t i = 0; i < len; i++) {
		ss->list = arena_grow(ss->arena, ss->list, ss->len,
		    sizeof(*ss->list));
		s = &ss->list[ss->len++];
		s->path = join(ss->arena, path, names[i]);
		s->within = folder;
		look(ss, dirfd(d), names[i], s);
	}
	closedir(d);
	return 0;
}

/*
 * Only file systems of this machine set the time of a change by one clock,
 * and never again to an earlier one.
 */
static int64_t
device_of(int root)
{
#ifdef __linux__
	static const long kinds[] = { EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC,
	    BTRFS_SUPER_MAGIC, TMPFS_MAGIC, F2FS_SUPER_MAGIC,
	    OVERLAYFS_SUPER_MAGIC, 0x2fc12fc1 /* ZFS */ };
	struct statfs fs;
	struct stat st;

	if (fstatfs(root, &fs) == 0 && fstat(root, &st) == 0)
		for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
			if ((long)fs.f_type == kinds[i])
				return (int64_t)st.st_dev;
#else
	(void)root;
#endif
	return -1;
}

struct stamps *
stamps_read(struct arena *a, const char *root, int64_t now)
{
	struct stamps *ss = arena_alloc(a, sizeof(*ss));
	struct stamp *s;
	int saved;

	ss->arena = a;
	ss->since = now;
	ss->root = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (ss->root < 0)
		return NULL;
	ss->device = device_of(ss->root);
	if (read_folder(ss, 0) != 0) {
		saved = errno;
		close(ss->root);
		errno = saved;
		return NULL;
	}
	/* Folders still to be read lie ahead in the list: no recursion. */
	for (size_t i = 0; i < ss->len && !ss->full; i++) {
		s = &ss->list[i];
		if (s->type != STAMP_FOLDER ||
		    stamp_depth(s->path) > STAMP_DEPTH ||
		    read_folder(ss, i + 1) == 0)
			continue;
		ss->list[i].why = errno;
		ss->odd = true;
	}
	ss->odd |= ss->full;
	return ss;
}

void
stamps_close(struct stamps *ss)
{
	if (ss == NULL)
		return;
	close(ss->root);
	ss->root = -1;
}

/* ---- contents ---- */

static int
read_below(int root, const char *path, size_t max, struct buf *b)
{
	struct stat st;
	ssize_t n = 1;
	int fd, rc = -1;

	buf_clear(b);
	/* A FIFO in place of a file must not make us wait. */
	fd = open_below(root, path, O_RDONLY | O_NONBLOCK);
	if (fd < 0)
		return -1;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		goto out;
	if ((size_t)st.st_size > max) {
		rc = -2;
		goto out;
	}
	buf_reserve(b, (size_t)st.st_size + 1);
	/* One byte more than allowed tells a file that grew meanwhile. */
	while (b->len <= max && n > 0) {
		buf_reserve(b, 4096);
		n = read(fd, b->s + b->len, b->cap - b->len - 1);
		if (n < 0 && errno == EINTR)
			n = 1;
		else if (n > 0)
			b->len += (size_t)n;
	}
	b->s[b->len] = '\0';
	rc = n < 0 ? -1 : b->len > max ? -2 : 0;
out:
	close(fd);
	return rc;
}

int
stamps_content(struct stamps *ss, size_t i, size_t max, struct buf *b)
{
	int rc = read_below(ss->root, ss->list[i].path, max, b), saved;
	struct stamp *s = &ss->list[i];
	char hex[65];

	if (!ss->sums)
		return rc;
	saved = errno;
	if (rc != 0)
		ss->odd = true;
	else {
		hash_bytes(b->s, b->len, hex);
		/* What was read twice and differs was judged by halves. */
		if (s->sum != NULL && strcmp(s->sum, hex) != 0)
			ss->odd = true;
		s->sum = arena_str(ss->arena, hex);
	}
	errno = saved;
	return rc;
}

/* ---- comparing ---- */

/* Whether no change since then can hide behind these times. */
static bool
is_settled(const struct stamps *ss, const struct stamp *s)
{
	return ss->device >= 0 && s->device == ss->device &&
	    s->changed < ss->since - SETTLED &&
	    s->modified < ss->since - SETTLED;
}

static bool
is_untouched(const struct stamp *a, const struct stamp *b)
{
	return a->inode == b->inode && a->mode == b->mode &&
	    a->changed == b->changed && a->changed_ns == b->changed_ns &&
	    a->modified == b->modified && a->modified_ns == b->modified_ns;
}

static bool
is_alike(struct stamps *now, size_t i, const struct stamps *then,
    struct buf *b, size_t *looked)
{
	struct stamp *s = &now->list[i];
	const struct stamp *t = &then->list[i];

	if (s->type != t->type || s->within != t->within ||
	    s->size != t->size || s->why != t->why ||
	    strcmp(s->path, t->path) != 0 ||
	    (s->type == STAMP_SYMLINK && strcmp(s->to, t->to) != 0))
		return false;
	if (t->sum == NULL)
		return true;
	if (is_settled(then, t) && s->device == now->device &&
	    now->device >= 0 && is_untouched(s, t)) {
		s->sum = t->sum;
		return true;
	}
	++*looked;
	return stamps_content(now, i, (size_t)t->size, b) == 0 &&
	    strcmp(s->sum, t->sum) == 0;
}

bool
stamps_alike(struct stamps *now, const struct stamps *then, size_t *looked)
{
	struct buf b = BUF_INIT;
	bool sums = now->sums, odd = now->odd, alike;

	*looked = 0;
	/* Who set the clock back has made the past uncertain. */
	alike = !now->odd && !then->odd && now->len == then->len &&
	    now->since >= then->since;
	now->sums = true;
	for (size_t i = 0; alike && i < now->len; i++)
		alike = is_alike(now, i, then, &b, looked);
	now->sums = sums;
	buf_done(&b);
	if (!alike) {
		/* The run that follows shall see for itself. */
		for (size_t i = 0; i < now->len; i++)
			now->list[i].sum = NULL;
		now->odd = odd;
	}
	return alike;
}

/* ---- as rows ---- */

static const struct member stamp_row[] = {
	{ MEMBER_TEXT, offsetof(struct stamp, path) },
	{ MEMBER_SIZE, offsetof(struct stamp, within) },
	{ MEMBER_MAYBE, offsetof(struct stamp, to) },
	{ MEMBER_MOMENT, offsetof(struct stamp, size) },
	{ MEMBER_MOMENT, offsetof(struct stamp, device) },
	{ MEMBER_MOMENT, offsetof(struct stamp, inode) },
	{ MEMBER_MOMENT, offsetof(struct stamp, mode) },
	{ MEMBER_MOMENT, offsetof(struct stamp, changed) },
	{ MEMBER_MOMENT, offsetof(struct stamp, changed_ns) },
	{ MEMBER_MOMENT, offsetof(struct stamp, modified) },
	{ MEMBER_MOMENT, offsetof(struct stamp, modified_ns) },
	{ MEMBER_MAYBE, offsetof(struct stamp, sum) },
};

#define MEMBERS	(sizeof(stamp_row) / sizeof(*stamp_row))

void
stamps_keep(const struct stamps *ss, struct rows *r)
{
	const int64_t moments[] = { ss->since, ss->device };
	const struct member moment = { MEMBER_MOMENT, 0 };

	rows_put(r, &moment, 1, &moments[0]);
	rows_put(r, &moment, 1, &moments[1]);
	rows_number(r, ss->len);
	for (size_t i = 0; i < ss->len; i++) {
		rows_number(r, ss->list[i].type);
		rows_put(r, stamp_row, MEMBERS, &ss->list[i]);
	}
}

struct stamps *
stamps_take(struct arena *a, struct cursor *c)
{
	struct stamps *ss = arena_alloc(a, sizeof(*ss));
	const struct member moment = { MEMBER_MOMENT, 0 };
	struct stamp *s;

	ss->arena = a;
	ss->root = -1;
	cursor_get(c, &moment, 1, &ss->since);
	cursor_get(c, &moment, 1, &ss->device);
	ss->len = cursor_count(c, (MEMBERS + 1) * 4);
	ss->list = arena_alloc(a, ss->len * sizeof(*ss->list));
	for (size_t i = 0; i < ss->len && !c->bad; i++) {
		s = &ss->list[i];
		s->type = (enum stamp_type)cursor_below(c, STAMP_TYPES);
		cursor_get(c, stamp_row, MEMBERS, s);
		if ((s->type == STAMP_SYMLINK) != (s->to != NULL) ||
		    s->size < 0)
			c->bad = true;
	}
	return c->bad ? NULL : ss;
}
