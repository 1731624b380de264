#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fs.h"

/* Deeper than any output of ours; the stack of a handler has its end. */
#define DEPTH	32

/* ---- removing, by calls that a signal handler may make ---- */

/* One entry as the kernel lists it. */
struct entry {
	uint64_t	inode;
	int64_t		next;
	uint16_t	size;
	uint8_t		type;
	char		name[];
};

static int remove_at(int dir, const char *name, int depth);

/*
 * Remove what the next entries of a folder name and add up how many; 1, 0 at
 * its end, -1 with errno.
 */
static int
remove_some(int fd, int depth, size_t *count)
{
	_Alignas(struct entry) char room[4096];
	const struct entry *e;
	long n = syscall(SYS_getdents64, fd, room, sizeof(room));

	for (long at = 0; at < n; at += e->size) {
		e = (const void *)(room + at);
		if (strcmp(e->name, ".") == 0 || strcmp(e->name, "..") == 0)
			continue;
		if (remove_at(fd, e->name, depth) != 0)
			return -1;
		++*count;
	}
	return n < 0 ? -1 : n > 0;
}

/*
 * Some file systems pass over entries when others go: the folder is read
 * until nothing is found in it.
 */
static int
remove_all(int fd, int depth)
{
	size_t count;
	int rc;

	do {
		count = 0;
		while ((rc = remove_some(fd, depth, &count)) > 0)
			;
	} while (rc == 0 && count > 0 && lseek(fd, 0, SEEK_SET) == 0);
	return rc;
}

static int
remove_folder(int dir, const char *name, int depth)
{
	int fd, rc, saved;

	if (depth == DEPTH) {
		errno = ELOOP;
		return -1;
	}
	fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
	    O_CLOEXEC);
	if (fd < 0)
		return -1;
	rc = remove_all(fd, depth + 1);
	saved = errno;
	close(fd);
	errno = saved;
	return rc != 0 ? -1 : unlinkat(dir, name, AT_REMOVEDIR);
}

static int
remove_at(int dir, const char *name, int depth)
{
	int saved;

	if (unlinkat(dir, name, 0) == 0)
		return 0;
	/* Linux says EISDIR of a folder, POSIX EPERM. */
	if (errno != EISDIR && errno != EPERM)
		return -1;
	saved = errno;
	if (remove_folder(dir, name, depth) == 0)
		return 0;
	if (errno == ENOTDIR)
		errno = saved;
	return -1;
}

int
fs_remove(const char *path)
{
	return remove_at(AT_FDCWD, path, 0);
}

/* ---- what is not finished yet ---- */

struct temp {
	struct temp	*next;
	char		*path;
};

/* Changed with signals held back alone, since a handler reads it. */
static struct temp *temps;

static const int ends[] = { SIGHUP, SIGINT, SIGTERM };

void
fs_hold(sigset_t *before)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		sigaddset(&set, ends[i]);
	pthread_sigmask(SIG_BLOCK, &set, before);
}

void
fs_release(const sigset_t *before)
{
	int saved = errno;

	pthread_sigmask(SIG_SETMASK, before, NULL);
	errno = saved;
}

void
fs_temp_remove(void)
{
	for (const struct temp *t = temps; t != NULL; t = t->next)
		fs_remove(t->path);
}

/* Who started us learns by which signal we ended. */
static void
end_by(int sig)
{
	struct sigaction act = { .sa_handler = SIG_DFL };
	sigset_t set;

	fs_temp_remove();
	sigaction(sig, &act, NULL);
	raise(sig);
	sigemptyset(&set);
	sigaddset(&set, sig);
	pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

/* Once; who ignores a signal or has a handler keeps it. */
static void
catch_ends(void)
{
	struct sigaction act = { .sa_handler = end_by }, was;

	sigfillset(&act.sa_mask);
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (sigaction(ends[i], NULL, &was) == 0 &&
		    was.sa_handler == SIG_DFL)
			sigaction(ends[i], &act, NULL);
}

void
fs_temp_add(const char *path)
{
	struct temp *t = malloc(sizeof(*t));
	sigset_t before;

	if (t == NULL || (t->path = strdup(path)) == NULL)
		arena_exhausted();
	fs_hold(&before);
	t->next = temps;
	temps = t;
	catch_ends();
	fs_release(&before);
}

void
fs_temp_drop(const char *path)
{
	struct temp **at, *t;
	sigset_t before;

	fs_hold(&before);
	for (at = &temps; (t = *at) != NULL; at = &t->next)
		if (strcmp(t->path, path) == 0) {
			*at = t->next;
			break;
		}
	fs_release(&before);
	if (t == NULL)
		return;
	free(t->path);
	free(t);
}
