#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "history/bases.h"
#include "base/inflate.h"
#include "history/loose.h"

/*
 * A loose object is a file, named by its id in two parts: a zlib stream of
 * "type length", a NUL, and the bytes.
 */
#define HEAD_MAX	32

struct loose {
	struct inflate	*inflate;
	const char	*dir;		/* ending in '/' */
	unsigned char	*file;
	char		*text;
	size_t		 file_size, text_size;
};

struct loose *
loose_new(const char *dir, struct inflate *z)
{
	struct loose *l = calloc(1, sizeof(*l));

	if (l == NULL)
		arena_exhausted();
	l->inflate = z;
	l->dir = dir;
	return l;
}

void
loose_done(struct loose *l)
{
	if (l == NULL)
		return;
	free(l->file);
	free(l->text);
	free(l);
}

static void *
room(void *p, size_t *size, size_t want)
{
	if (*size >= want)
		return p;
	free(p);
	if ((p = malloc(want)) == NULL)
		arena_exhausted();
	*size = want;
	return p;
}

/* The file's bytes: 0, 1 when there is none, -1 with anything else. */
static int
read_file(struct loose *l, const struct oid *id, size_t *len)
{
	char path[4096], hex[OID_HEX + 1];
	size_t n = strlen(l->dir), got = 0;
	struct stat st;
	ssize_t r = 1;
	int fd;

	if (n + OID_HEX + 2 > sizeof(path))
		return -1;
	oid_print(id, hex);
	memcpy(path, l->dir, n);
	memcpy(path + n, hex, 2);
	path[n + 2] = '/';
	memcpy(path + n + 3, hex + 2, OID_HEX - 1);
	if ((fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)) < 0)
		return 1;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    st.st_size <= 0 || (size_t)st.st_size > LIMIT_OBJECT_BYTES) {
		close(fd);
		return -1;
	}
	*len = (size_t)st.st_size;
	l->file = room(l->file, &l->file_size, *len);
	while (got < *len && (r = read(fd, l->file + got, *len - got)) > 0)
		got += (size_t)r;
	close(fd);
	return got == *len ? 0 : -1;
}

/* Inflate what is of unknown length: it grows at most a thousandfold. */
static long
inflate_file(struct loose *l, size_t len)
{
	size_t size = len < 256 ? 1024 : len * 4;
	long n;

	for (;; size *= 4) {
		l->text = room(l->text, &l->text_size, size);
		n = inflate_some(l->inflate, l->file, len, l->text,
		    l->text_size);
		if (n != -2 || size > LIMIT_OBJECT_BYTES ||
		    !inflate_plausible(len, size))
			return n;
	}
}

static bool
word(const char **s, const char *what)
{
	size_t n = strlen(what);

	if (strncmp(*s, what, n) != 0)
		return false;
	*s += n;
	return true;
}

/* "blob 123", a NUL, and so many bytes. */
static bool
header(const char *text, size_t len, enum object_type *type,
    const char **data, size_t *size)
{
	const char *s = text, *nul;

	nul = memchr(text, '\0', len < HEAD_MAX ? len : HEAD_MAX);
	if (nul == NULL)
		return false;
	*type = word(&s, "commit ") ? OBJECT_COMMIT :
	    word(&s, "tree ") ? OBJECT_TREE :
	    word(&s, "blob ") ? OBJECT_BLOB :
	    word(&s, "tag ") ? OBJECT_TAG : OBJECT_NONE;
	if (*type == OBJECT_NONE || s == nul)
		return false;
	for (*size = 0; s < nul && *size <= LIMIT_OBJECT_BYTES; s++) {
		if (*s < '0' || *s > '9')
			return false;
		*size = *size * 10 + (size_t)(*s - '0');
	}
	*data = nul + 1;
	return *size == len - (size_t)(nul + 1 - text);
}

int
loose_read(struct loose *l, const struct oid *id, struct bytes **out)
{
	enum object_type type;
	const char *data;
	size_t len = 0, size;
	struct bytes *b;
	long n;
	int rc = read_file(l, id, &len);

	if (rc != 0)
		return rc;
	n = inflate_file(l, len);
	if (n < 0 || !header(l->text, (size_t)n, &type, &data, &size) ||
	    (b = bytes_new(type, size)) == NULL)
		return -1;
	memcpy(b->data, data, size);
	*out = b;
	return 0;
}
