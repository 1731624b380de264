#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"

struct fs_file {
	FILE	*stream;
	char	*path, *temp;
};

int
fs_read(const char *path, size_t max, struct buf *b)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), rc = -1;
	int saved = 0;
	struct stat st;
	ssize_t n = 1;

	buf_clear(b);
	if (fd < 0)
		return -1;
	if (fstat(fd, &st) != 0)
		goto out;
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		goto out;
	}
	if (S_ISREG(st.st_mode) && (size_t)st.st_size > max) {
		rc = -2;
		goto out;
	}
	while (b->len <= max && n > 0) {
		buf_reserve(b, 16384);
		n = read(fd, b->s + b->len, b->cap - b->len - 1);
		if (n < 0 && errno == EINTR)
			n = 1;
		else if (n > 0)
			b->len += (size_t)n;
	}
	b->s[b->len] = '\0';
	rc = n < 0 ? -1 : b->len > max ? -2 : 0;
out:
	saved = errno;
	close(fd);
	errno = saved;
	return rc;
}

int
fs_mkdirs(const char *path)
{
	char *copy = strdup(path), *p;
	struct stat st;
	int rc = 0, saved;

	if (copy == NULL)
		arena_exhausted();
	for (p = copy + 1; rc == 0 && p[-1] != '\0'; p++) {
		if (*p != '/' && *p != '\0')
			continue;
		char was = *p;

		*p = '\0';
		if (mkdir(copy, 0755) == 0)
			rc = chmod(copy, 0755);
		else if (stat(copy, &st) == 0 && S_ISDIR(st.st_mode))
			;
		else {
			if (errno == EEXIST)
				errno = ENOTDIR;
			rc = -1;
		}
		*p = was;
	}
	saved = errno;
	free(copy);
	errno = saved;
	return rc;
}

int
fs_flush(FILE *f)
{
	bool failed = ferror(f) != 0;

	if (fflush(f) != 0)
		return -1;
	if (failed) {
		/* An earlier write failed and its errno is gone. */
		errno = EIO;
		return -1;
	}
	return 0;
}

static int
write_all(int fd, const char *s, size_t n)
{
	ssize_t w;

	while (n > 0) {
		w = write(fd, s, n);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return -1;
		s += w;
		n -= (size_t)w;
	}
	return 0;
}

int
fs_write(const char *path, const void *p, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC |
	    O_NOFOLLOW, 0644), rc, saved;

	if (fd < 0)
		return -1;
	rc = fchmod(fd, 0644) | write_all(fd, p, n);
	saved = errno;
	if (close(fd) != 0 && rc == 0)
		return -1;
	errno = saved;
	return rc;
}

/* Whether a file of ours holds just these bytes. */
static bool
holds(const char *path, const char *s, size_t n)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	char room[8192];
	struct stat st;
	bool same;
	ssize_t r;

	if (fd < 0)
		return false;
	same = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    (size_t)st.st_size == n && (st.st_mode & 07777) == 0644 &&
	    st.st_uid == geteuid();
	while (same && n > 0) {
		r = read(fd, room, n < sizeof(room) ? n : sizeof(room));
		same = r > 0 && memcmp(room, s, (size_t)r) == 0;
		if (same) {
			s += r;
			n -= (size_t)r;
		}
	}
	close(fd);
	return same;
}

int
fs_write_like(const char *path, const char *former, const void *p, size_t n)
{
	int fd, rc, saved;

	/* Some file systems know no second names. */
	if (former != NULL && holds(former, p, n) && link(former, path) == 0)
		return 0;
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	if (fd < 0)
		return -1;
	rc = write_all(fd, p, n);
	saved = errno;
	if (close(fd) != 0 && rc == 0)
		return -1;
	errno = saved;
	return rc;
}

/* Free, and keep errno for the caller. */
static void
file_done(struct fs_file *f, bool drop)
{
	int saved = errno;

	if (f->stream != NULL)
		fclose(f->stream);
	if (drop)
		unlink(f->temp);
	fs_temp_drop(f->temp);
	free(f->path);
	free(f->temp);
	free(f);
	errno = saved;
}

static char *
temp_name(const char *path)
{
	size_t size = strlen(path) + 32;
	char *temp = malloc(size);

	if (temp == NULL)
		arena_exhausted();
	snprintf(temp, size, "%s.tmp-%ld", path, (long)getpid());
	return temp;
}

struct fs_file *
fs_file_begin(const char *path)
{
	struct fs_file *f = calloc(1, sizeof(*f));
	struct stat st;
	mode_t mode = 0644;
	int fd, saved;

	if (f == NULL || (f->path = strdup(path)) == NULL)
		arena_exhausted();
	f->temp = temp_name(path);
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		file_done(f, false);
		return NULL;
	}
	if (lstat(path, &st) == 0 && S_ISREG(st.st_mode))
		mode = st.st_mode & 0777;
	fs_sweep(path);
	/* What lies there is of a dead process that had our number. */
	unlink(f->temp);
	fs_temp_add(f->temp);
	fd = open(f->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	if (fd < 0) {
		file_done(f, false);
		return NULL;
	}
	if (fchmod(fd, mode) != 0 || (f->stream = fdopen(fd, "w")) == NULL) {
		saved = errno;
		close(fd);
		errno = saved;
		file_done(f, true);
		return NULL;
	}
	return f;
}

FILE *
fs_file_stream(struct fs_file *f)
{
	return f->stream;
}

/* A file system without fsync() says EINVAL or ENOTSUP and is believed. */
static int
to_disk(int fd)
{
	return fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : -1;
}

static int
commit(struct fs_file *f, bool wait)
{
	FILE *stream = f->stream;
	int rc = fs_flush(stream);

	if (rc == 0 && wait)
		rc = to_disk(fileno(stream));
	f->stream = NULL;
	if (rc != 0) {
		int saved = errno;

		fclose(stream);
		errno = saved;
	} else
		rc = fclose(stream) == 0 ? 0 : -1;
	if (rc == 0)
		rc = rename(f->temp, f->path);
	file_done(f, rc != 0);
	return rc;
}

int
fs_file_commit(struct fs_file *f)
{
	return commit(f, true);
}

void
fs_file_abort(struct fs_file *f)
{
	if (f != NULL)
		file_done(f, true);
}

int
fs_replace(const char *path, const void *p, size_t n)
{
	struct fs_file *f = fs_file_begin(path);

	if (f == NULL)
		return -1;
	if (n > 0)
		fwrite(p, 1, n, f->stream);
	return fs_file_commit(f);
}

int
fs_put(const char *path, const void *p, size_t n)
{
	struct fs_file *f = fs_file_begin(path);

	if (f == NULL)
		return -1;
	if (n > 0)
		fwrite(p, 1, n, f->stream);
	return commit(f, false);
}
