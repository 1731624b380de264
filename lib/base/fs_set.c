#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fs.h"

/* Tells a folder that may be replaced from one that a person filled. */
#define MARKER	".ismsc-output"

/* One output: what lies at `at` gives way to what was written to `temp`. */
struct member {
	struct member	*next;
	char		*at, *temp, *old;
	size_t		 made;	/* of at, the part that is a folder from which
				   on there was none; 0: all were there */
	bool		 folder, placed, had;
};

struct fs_set {
	struct member	*first, **last;
};

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

/* 0 when the file may be replaced: absent, or a regular file. */
static int
may_replace_file(const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return errno == ENOENT ? 0 : -1;
	if (S_ISREG(st.st_mode))
		return 0;
	errno = S_ISLNK(st.st_mode) ? ELOOP : EISDIR;
	return -1;
}

static int
may_take(const struct member *m)
{
	return m->folder ? may_replace(m->at) : may_replace_file(m->at);
}

struct fs_set *
fs_set_new(void)
{
	struct fs_set *s = calloc(1, sizeof(*s));

	if (s == NULL)
		arena_exhausted();
	s->last = &s->first;
	return s;
}

static struct member *
add(struct fs_set *s, const char *at, bool folder)
{
	struct member *m = calloc(1, sizeof(*m));
	size_t len;

	if (m == NULL)
		arena_exhausted();
	m->at = join(at, "");
	for (len = strlen(at); len > 1 && m->at[len - 1] == '/'; len--)
		m->at[len - 1] = '\0';
	m->temp = numbered(m->at, ".tmp-");
	m->old = numbered(m->at, ".old-");
	m->folder = folder;
	*s->last = m;
	s->last = &m->next;
	return m;
}

/* How much of a path is its first folder that is not there; 0: all are. */
static size_t
missing(const char *path)
{
	char *copy = join(path, ""), *slash = copy;
	size_t len = 0;

	while (len == 0 && (slash = strchr(slash + 1, '/')) != NULL) {
		*slash = '\0';
		if (access(copy, F_OK) != 0)
			len = (size_t)(slash - copy);
		*slash = '/';
	}
	free(copy);
	return len;
}

/* The folders above, as far as there were none and nothing got into them. */
static void
take_parents(const struct member *m)
{
	char *at = join(m->at, ""), *slash;

	while (m->made > 0 && (slash = strrchr(at, '/')) != NULL &&
	    (size_t)(slash - at) >= m->made) {
		*slash = '\0';
		if (rmdir(at) != 0)
			break;
	}
	free(at);
}

/* The folder above, and nothing of a dead run beside the output. */
static int
clear(struct member *m)
{
	char *parent = join(m->at, ""), *slash = strrchr(parent, '/');
	int rc = 0;

	m->made = missing(m->at);
	if (slash != NULL && slash != parent) {
		*slash = '\0';
		rc = fs_mkdirs(parent);
	}
	free(parent);
	if (rc != 0)
		return -1;
	fs_sweep(m->at);
	/* Of a dead process that had our number. */
	fs_remove(m->temp);
	fs_remove(m->old);
	return 0;
}

const char *
fs_set_folder(struct fs_set *s, const char *dir)
{
	struct member *m = add(s, dir, true);
	char *marker;
	int rc;

	if (may_take(m) != 0 || clear(m) != 0)
		return NULL;
	fs_temp_add(m->temp);
	if (mkdir(m->temp, 0755) != 0 || chmod(m->temp, 0755) != 0)
		return NULL;
	marker = join(m->temp, "/" MARKER);
	rc = fs_write(marker, "", 0);
	free(marker);
	return rc == 0 ? m->temp : NULL;
}

const char *
fs_set_file(struct fs_set *s, const char *path)
{
	struct member *m = add(s, path, false);

	if (may_take(m) != 0 || clear(m) != 0)
		return NULL;
	fs_temp_add(m->temp);
	return m->temp;
}

/* Two names change places, in one step where the system has it. */
static int
exchange(const char *a, const char *b, const char *spare)
{
	int saved;

#ifdef RENAME_EXCHANGE
	if (renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE) == 0)
		return 0;
	if (errno != ENOSYS && errno != EINVAL && errno != ENOTSUP)
		return -1;
#endif
	/* Not on NFS and old overlays: b steps aside first. */
	if (rename(b, spare) != 0)
		return -1;
	if (rename(a, b) != 0) {
		saved = errno;
		rename(spare, b);
		errno = saved;
		return -1;
	}
	/* Both are whole; what was b is only not yet called a. */
	rename(spare, a);
	return 0;
}

static int
place(struct member *m)
{
	struct stat st;
	int rc;

	m->had = lstat(m->at, &st) == 0;
	rc = m->had ? exchange(m->temp, m->at, m->old) :
	    rename(m->temp, m->at);
	m->placed = rc == 0;
	return rc;
}

/* The former output comes back, or the place is empty again. */
static void
take_back(const struct member *m)
{
	if (!m->placed)
		return;
	if (!m->had)
		rename(m->at, m->temp);
	else
		exchange(m->temp, m->at, m->old);
}

/* All that can fail is tried before the first output takes its place. */
static int
ready(const struct fs_set *s)
{
	const struct member *m;
	bool synced = false;
	int fd, rc = 0;

	for (m = s->first; m != NULL && rc == 0; m = m->next) {
		if (m->folder)
			rc = nftw(m->temp, settle_one, 8, FTW_PHYS);
		else
			rc = access(m->temp, F_OK);
		if (rc == 0)
			rc = may_take(m);
		if (rc != 0 || synced || (fd = open(m->temp, O_RDONLY |
		    O_CLOEXEC)) < 0)
			continue;
		/* One call for all that was written: they lie together. */
		rc = syncfs(fd);
		close(fd);
		synced = true;
	}
	return rc == 0 ? 0 : -1;
}

static void
end(struct fs_set *s)
{
	struct member *m, *next;
	int saved = errno;

	for (m = s->first; m != NULL; m = m->next) {
		fs_remove(m->temp);
		fs_remove(m->old);
		fs_temp_drop(m->temp);
	}
	for (m = s->first; m != NULL; m = m->next)
		take_parents(m);
	for (m = s->first; m != NULL; m = next) {
		next = m->next;
		free(m->at);
		free(m->temp);
		free(m->old);
		free(m);
	}
	free(s);
	errno = saved;
}

int
fs_set_commit(struct fs_set *s)
{
	const struct member *back;
	sigset_t before;
	struct member *m;
	int rc = ready(s), saved;

	/* Whoever interrupts us gets all of the outputs or none. */
	fs_hold(&before);
	for (m = s->first; m != NULL && rc == 0; m = m->next)
		rc = place(m);
	saved = errno;
	if (rc != 0)
		for (back = s->first; back != NULL; back = back->next)
			take_back(back);
	errno = saved;
	fs_release(&before);
	end(s);
	return rc;
}

void
fs_set_abort(struct fs_set *s)
{
	if (s != NULL)
		end(s);
}
