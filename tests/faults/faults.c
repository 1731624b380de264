/*
 * Preloaded: the FAULT_AT-th call of FAULT_CALL fails with FAULT_ERRNO (0:
 * every call), as a broken disk or an old file system would make it.  With
 * FAULT_SIGNAL a signal arrives at that moment.
 */
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int rename(const char *, const char *);
int renameat2(int, const char *, int, const char *, unsigned);

/* As in a terminal: a shell's background ignores what a key would send. */
__attribute__((constructor)) static void
begin(void)
{
	signal(SIGINT, SIG_DFL);
}

static int
fails(const char *call)
{
	static int count;
	const char *want = getenv("FAULT_CALL"), *at = getenv("FAULT_AT");
	const char *error = getenv("FAULT_ERRNO");

	if (want == NULL || strcmp(want, call) != 0)
		return 0;
	if (at != NULL && atoi(at) != 0 && ++count != atoi(at))
		return 0;
	if (getenv("FAULT_SIGNAL") != NULL)
		raise(atoi(getenv("FAULT_SIGNAL")));
	errno = error == NULL ? EIO : atoi(error);
	return 1;
}

#define REAL(name)	(__extension__(__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Memory ends when an output is begun, not before. */
static int unfinished;

int
mkdir(const char *path, mode_t mode)
{
	unfinished |= strstr(path, ".tmp-") != NULL;
	return REAL(mkdir)(path, mode);
}

/* FAULT_CUT: a file so called loses its content as soon as it is mapped. */
void *
mmap(void *at, size_t len, int prot, int flags, int fd, off_t from)
{
	void *p = unfinished && fd < 0 && fails("mmap") ? MAP_FAILED :
	    REAL(mmap)(at, len, prot, flags, fd, from);
	const char *want = getenv("FAULT_CUT");
	char link[64], path[4096];
	ssize_t n;

	if (want == NULL || fd < 0)
		return p;
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, path, sizeof(path) - 1);
	path[n < 0 ? 0 : n] = '\0';
	if (strstr(path, want) != NULL && truncate(path, 0) != 0)
		abort();
	return p;
}

int
fsync(int fd)
{
	return fails("fsync") ? -1 : REAL(fsync)(fd);
}

int
syncfs(int fd)
{
	return fails("syncfs") ? -1 : REAL(syncfs)(fd);
}

int
close(int fd)
{
	int rc = REAL(close)(fd);

	return fails("close") ? -1 : rc;
}

int
fclose(FILE *f)
{
	int rc = REAL(fclose)(f);

	return fails("fclose") ? EOF : rc;
}

int
rename(const char *from, const char *to)
{
	return fails("rename") ? -1 : REAL(rename)(from, to);
}

int
renameat2(int a, const char *from, int b, const char *to, unsigned flags)
{
	return fails("renameat2") ? -1 :
	    REAL(renameat2)(a, from, b, to, flags);
}
