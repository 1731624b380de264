#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

#include "base/arena.h"
#include "base/buf.h"
#include "diag/diag.h"
#include "load/names.h"
#include "load/source.h"

#define DEPTH_MAX	64
#define FILES_MAX	((size_t)200000)

/* Folders still to be read wait in a list: no recursion, two descriptors. */
struct folder {
	struct arena	*arena;
	struct diags	*diags;
	int		 root;
	struct entry	*entries;
	size_t		 len;
	const char	**wait;
	size_t		 wait_len, wait_at;
	struct names	 names;
	bool		 full;
};

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

static int
folder_read(struct source *s, const struct entry *e, size_t max,
    struct buf *b)
{
	const struct folder *f = s->data;
	struct stat st;
	ssize_t n = 1;
	int fd, rc = -1;

	buf_clear(b);
	/* A FIFO in place of a file must not make us wait. */
	fd = open_below(f->root, e->path, O_RDONLY | O_NONBLOCK);
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

static void
folder_close(struct source *s)
{
	struct folder *f = s->data;

	close(f->root);
	f->root = -1;
}

static struct pos
whole(const char *path)
{
	return (struct pos){ path, 0, 0, 0 };
}

static bool
is_markdown(const char *path)
{
	size_t len = strlen(path);

	return len > 3 && strcmp(path + len - 3, ".md") == 0;
}

static void
keep(struct folder *f, const char *path, enum entry_type type, size_t size)
{
	struct entry *e;

	f->entries = arena_grow(f->arena, f->entries, f->len,
	    sizeof(*f->entries));
	e = &f->entries[f->len++];
	e->path = path;
	e->type = type;
	e->size = size;
}

/* Judged by its text alone: what it leads to is none of our business. */
static bool
leads_out(int dir, const char *name, const char *path)
{
	char to[PATH_MAX], *s;
	ssize_t n = readlinkat(dir, name, to, sizeof(to) - 1);
	int depth = 0;

	if (n <= 0 || to[0] == '/')
		return true;
	to[n] = '\0';
	for (; *path != '\0'; path++)
		depth += *path == '/';
	for (s = strtok(to, "/"); s != NULL; s = strtok(NULL, "/")) {
		if (strcmp(s, "..") == 0)
			depth--;
		else if (strcmp(s, ".") != 0)
			depth++;
		if (depth < 0)
			return true;
	}
	return false;
}

static void
wait_for(struct folder *f, const char *path)
{
	size_t depth = 1;
	char limit[16];

	for (const char *s = path; *s != '\0'; s++)
		depth += *s == '/';
	if (depth > DEPTH_MAX) {
		snprintf(limit, sizeof(limit), "%d", DEPTH_MAX);
		diag_add(f->diags, D_LIM_DEPTH, whole(path), NULL, "limit",
		    limit, NULL);
		return;
	}
	f->wait = arena_grow(f->arena, f->wait, f->wait_len,
	    sizeof(*f->wait));
	f->wait[f->wait_len++] = path;
}

static void
take(struct folder *f, int dir, const char *name, const char *path)
{
	struct stat st;

	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
		diag_add(f->diags, D_PATH_GONE, whole(path), NULL, "name",
		    path, NULL);
		return;
	}
	if (!names_check(&f->names, path))
		return;
	if (S_ISLNK(st.st_mode)) {
		diag_add(f->diags, leads_out(dir, name, path) ?
		    D_PATH_LINK_OUT : D_PATH_LINK, whole(path), NULL,
		    "name", path, NULL);
		keep(f, path, ENTRY_SYMLINK, 0);
	} else if (S_ISDIR(st.st_mode)) {
		if (is_markdown(path))
			diag_add(f->diags, D_PATH_FOLDER, whole(path), NULL,
			    "name", path, NULL);
		wait_for(f, path);
	} else if (S_ISREG(st.st_mode))
		keep(f, path, ENTRY_FILE, (size_t)st.st_size);
	else {
		diag_add(f->diags, D_PATH_OTHER, whole(path), NULL, "name",
		    path, NULL);
		keep(f, path, ENTRY_OTHER, 0);
	}
}

static int
by_bytes(const void *x, const void *y)
{
	return strcmp(*(char *const *)x, *(char *const *)y);
}

/* The names in a folder, sorted, so that findings come alike everywhere. */
static const char **
list(struct folder *f, DIR *d, size_t *len, bool *repository)
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
		names = arena_grow(f->arena, names, *len, sizeof(*names));
		names[(*len)++] = arena_str(f->arena, e->d_name);
		if (f->len + *len > FILES_MAX) {
			f->full = true;
			break;
		}
	}
	if (*len > 0)
		qsort(names, *len, sizeof(*names), by_bytes);
	return names;
}

static int
read_folder(struct folder *f, const char *path)
{
	const char **names;
	bool repository;
	size_t len;
	DIR *d;
	int fd;

	fd = *path == '\0' ? dup(f->root) :
	    open_below(f->root, path, O_RDONLY | O_DIRECTORY | O_NONBLOCK);
	if (fd < 0)
		return -1;
	if ((d = fdopendir(fd)) == NULL) {
		close(fd);
		return -1;
	}
	names = list(f, d, &len, &repository);
	if (repository && *path != '\0') {
		/* A repository in the repository holds its own truth. */
		keep(f, path, ENTRY_SUBMODULE, 0);
		len = 0;
	}
	for (size_t i = 0; i < len; i++)
		take(f, dirfd(d), names[i], *path == '\0' ? names[i] :
		    arena_printf(f->arena, "%s/%s", path, names[i]));
	closedir(d);
	return 0;
}

static int
compare(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;

	return strcmp(a->path, b->path);
}

struct source *
source_folder(struct arena *a, struct diags *ds, const char *root)
{
	struct source *s = arena_alloc(a, sizeof(*s));
	struct folder *f = arena_alloc(a, sizeof(*f));
	const char *path;

	f->arena = a;
	f->diags = ds;
	names_begin(&f->names, a, ds);
	f->root = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (f->root < 0)
		return NULL;
	if (read_folder(f, "") != 0) {
		int saved = errno;

		close(f->root);
		errno = saved;
		return NULL;
	}
	while (f->wait_at < f->wait_len && !f->full) {
		path = f->wait[f->wait_at++];
		if (read_folder(f, path) != 0)
			diag_add(ds, D_PATH_READ, whole(path), NULL, "name",
			    path, "reason", strerror(errno), NULL);
	}
	if (f->full)
		diag_add(ds, D_LIM_FILES, whole(NULL), NULL, "limit",
		    "200,000", NULL);
	if (f->len > 0)
		qsort(f->entries, f->len, sizeof(*f->entries), compare);
	s->entries = f->entries;
	s->len = f->len;
	s->read = folder_read;
	s->close = folder_close;
	s->data = f;
	return s;
}
