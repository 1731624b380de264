#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fs.h"

/* Tells a folder that may be replaced from one that a person filled. */
#define MARKER	".ismsc-output"

struct fs_folder {
	char	*dir, *temp;
};

static int
drop_one(const char *path, const struct stat *st, int what, struct FTW *at)
{
	(void)st;
	(void)at;
	return what == FTW_DP || what == FTW_DNR ? rmdir(path) :
	    unlink(path);
}

int
fs_remove(const char *path)
{
	return nftw(path, drop_one, 8, FTW_DEPTH | FTW_PHYS);
}

static int
settle_one(const char *path, const struct stat *st, int what, struct FTW *at)
{
	(void)at;
	if (what == FTW_SL)
		return 0;
	if (what == FTW_F && (st->st_mode & 07777) == 0644)
		return 0;
	if (what == FTW_D && (st->st_mode & 07777) == 0755)
		return 0;
	return chmod(path, what == FTW_D ? 0755 : 0644);
}

static char *
join(const char *a, const char *b)
{
	size_t size = strlen(a) + strlen(b) + 1;
	char *s = malloc(size);

	if (s == NULL)
		arena_exhausted();
	strcpy(s, a);
	strcat(s, b);
	return s;
}

static char *
numbered(const char *dir, const char *suffix)
{
	char tail[40];

	snprintf(tail, sizeof(tail), "%s%ld", suffix, (long)getpid());
	return join(dir, tail);
}

/* NAME.tmp-PID and NAME.old-PID of processes that are no more. */
void
fs_sweep(const char *dir)
{
	const char *slash = strrchr(dir, '/'), *name, *digits;
	char *parent, *path, *end;
	struct dirent *e;
	size_t len;
	long pid;
	DIR *d;

	name = slash == NULL ? dir : slash + 1;
	len = strlen(name);
	parent = join(dir, "");
	parent[name - dir] = '\0';
	if ((d = opendir(*parent == '\0' ? "." : parent)) != NULL) {
		while ((e = readdir(d)) != NULL) {
			if (strncmp(e->d_name, name, len) != 0 ||
			    (strncmp(e->d_name + len, ".tmp-", 5) != 0 &&
			    strncmp(e->d_name + len, ".old-", 5) != 0))
				continue;
			digits = e->d_name + len + 5;
			pid = strtol(digits, &end, 10);
			if (*digits < '1' || *digits > '9' || *end != '\0' ||
			    kill((pid_t)pid, 0) == 0 || errno != ESRCH)
				continue;
			path = join(parent, e->d_name);
			fs_remove(path);
			free(path);
		}
		closedir(d);
	}
	free(parent);
}

/* 0 when the folder may be replaced: absent, empty, or ours. */
static int
may_replace(const char *dir)
{
	struct dirent *e;
	struct stat st;
	bool empty = true, ours = false;
	DIR *d;

	if (lstat(dir, &st) != 0)
		return errno == ENOENT ? 0 : -1;
	if (!S_ISDIR(st.st_mode)) {
		errno = S_ISLNK(st.st_mode) ? ELOOP : ENOTDIR;
		return -1;
	}
	if ((d = opendir(dir)) == NULL)
		return -1;
	while ((e = readdir(d)) != NULL) {
		if (strcmp(e->d_name, ".") != 0 &&
		    strcmp(e->d_name, "..") != 0)
			empty = false;
		if (strcmp(e->d_name, MARKER) == 0)
			ours = true;
	}
	closedir(d);
	if (!empty && !ours) {
		errno = ENOTEMPTY;
		return -1;
	}
	return 0;
}

static void
folder_done(struct fs_folder *f)
{
	int saved = errno;

	free(f->dir);
	free(f->temp);
	free(f);
	errno = saved;
}

static int
make(const struct fs_folder *f)
{
	char *parent = join(f->dir, ""), *slash = strrchr(parent, '/');
	char *marker;
	int rc = 0;

	if (slash != NULL && slash != parent) {
		*slash = '\0';
		rc = fs_mkdirs(parent);
	}
	free(parent);
	if (rc != 0)
		return -1;
	fs_sweep(f->dir);
	/* Of a dead process that had our number. */
	fs_remove(f->temp);
	if (mkdir(f->temp, 0755) != 0 || chmod(f->temp, 0755) != 0)
		return -1;
	marker = join(f->temp, "/" MARKER);
	rc = fs_write(marker, "", 0);
	free(marker);
	return rc;
}

struct fs_folder *
fs_folder_begin(const char *dir)
{
	struct fs_folder *f = calloc(1, sizeof(*f));
	size_t len;

	if (f == NULL)
		arena_exhausted();
	f->dir = join(dir, "");
	for (len = strlen(dir); len > 1 && f->dir[len - 1] == '/'; len--)
		f->dir[len - 1] = '\0';
	f->temp = numbered(f->dir, ".tmp-");
	if (may_replace(f->dir) != 0 || make(f) != 0) {
		folder_done(f);
		return NULL;
	}
	return f;
}

const char *
fs_folder_path(const struct fs_folder *f)
{
	return f->temp;
}

/*
 * Where the exchange is not to be had (NFS, old overlays) the old folder
 * steps aside first; should the second step fail, it comes back.
 */
static int
two_renames(const struct fs_folder *f)
{
	char *old = numbered(f->dir, ".old-");
	int rc, saved;

	fs_remove(old);
	rc = rename(f->dir, old);
	if (rc == 0 && (rc = rename(f->temp, f->dir)) != 0) {
		saved = errno;
		rename(old, f->dir);
		errno = saved;
	}
	if (rc == 0)
		fs_remove(old);
	free(old);
	return rc;
}

static int
swap(const struct fs_folder *f)
{
	struct stat st;

	if (lstat(f->dir, &st) != 0)
		return rename(f->temp, f->dir);
#ifdef RENAME_EXCHANGE
	if (renameat2(AT_FDCWD, f->temp, AT_FDCWD, f->dir,
	    RENAME_EXCHANGE) == 0) {
		/* The former output now bears the temporary name. */
		fs_remove(f->temp);
		return 0;
	}
	if (errno != ENOSYS && errno != EINVAL && errno != ENOTSUP)
		return -1;
#endif
	return two_renames(f);
}

/* All that can be done before the folder takes its place. */
static int
ready(const struct fs_folder *f)
{
	int fd, rc = nftw(f->temp, settle_one, 8, FTW_PHYS);

	if (rc == 0)
		rc = may_replace(f->dir);
	if (rc == 0 && (fd = open(f->temp, O_RDONLY | O_DIRECTORY |
	    O_CLOEXEC)) >= 0) {
		/* One call for all that was written. */
		rc = syncfs(fd);
		close(fd);
	}
	return rc;
}

static int
end(struct fs_folder *f, int rc)
{
	int saved = errno;

	if (rc != 0) {
		fs_remove(f->temp);
		errno = saved;
		rc = -1;
	}
	folder_done(f);
	return rc;
}

int
fs_folder_commit(struct fs_folder *f)
{
	int rc = ready(f);

	return end(f, rc == 0 ? swap(f) : rc);
}

/* Fresh takes the place of path, which goes to old, if there is one. */
static int
exchange(const char *fresh, const char *path, const char *old)
{
	unlink(old);
	if (link(path, old) != 0 && errno != ENOENT &&
	    rename(path, old) != 0)
		return -1;
	return rename(fresh, path);
}

int
fs_folder_commit_with(struct fs_folder *f, const char *fresh,
    const char *path)
{
	char *old = numbered(path, ".old-");
	int rc = ready(f), saved;

	if (rc == 0 && (rc = exchange(fresh, path, old)) == 0 &&
	    (rc = swap(f)) != 0) {
		saved = errno;
		if (rename(old, path) != 0)
			unlink(path);
		errno = saved;
	}
	saved = errno;
	unlink(old);
	if (rc != 0)
		unlink(fresh);
	free(old);
	errno = saved;
	return end(f, rc);
}

void
fs_folder_abort(struct fs_folder *f)
{
	int saved = errno;

	if (f == NULL)
		return;
	fs_remove(f->temp);
	errno = saved;
	folder_done(f);
}
