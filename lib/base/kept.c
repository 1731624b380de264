#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/kept.h"
#include "base/rows.h"
#include "base/sum.h"

#define FILE_MAX	((size_t)1024 * 1024 * 1024)

struct head {
	char		magic[8];
	uint32_t	order, build;
	uint64_t	sum, rows, texts;
};

#define ORDER		0x01020304u

bool
kept_write(struct buf *b, const struct kept_sort *sort, const struct rows *r)
{
	struct head h = { .order = ORDER, .build = sort->build };

	memcpy(h.magic, sort->magic, sizeof(h.magic));
	h.rows = r->rows.len;
	h.texts = r->texts.len;
	if (h.rows + h.texts + sizeof(h) > FILE_MAX)
		return false;
	buf_reserve(b, sizeof(h) + h.rows + h.texts);
	buf_add(b, (const char *)&h, sizeof(h));
	buf_add(b, r->rows.s, h.rows);
	buf_add(b, r->texts.s, h.texts);
	h.sum = sum_bytes(b->s + sizeof(h), b->len - sizeof(h));
	memcpy(b->s, &h, sizeof(h));
	return true;
}

bool
kept_read(struct cursor *c, const struct kept_sort *sort, const char *s,
    size_t len)
{
	struct head h;
	size_t left;

	if (len <= sizeof(h))
		return false;
	left = len - sizeof(h);
	memcpy(&h, s, sizeof(h));
	if (memcmp(h.magic, sort->magic, sizeof(h.magic)) != 0 ||
	    h.order != ORDER || h.build != sort->build || h.rows > left ||
	    h.texts != left - h.rows || h.texts == 0 || s[len - 1] != '\0' ||
	    h.sum != sum_bytes(s + sizeof(h), left))
		return false;
	c->at = s + sizeof(h);
	c->end = c->at + h.rows;
	c->texts = c->end;
	c->texts_len = h.texts;
	c->bad = false;
	return true;
}

static bool
is_ours(const struct stat *st)
{
	return S_ISREG(st->st_mode) && st->st_uid == geteuid() &&
	    (st->st_mode & (S_IWGRP | S_IWOTH)) == 0 &&
	    (size_t)st->st_size <= FILE_MAX;
}

const char *
kept_load(struct arena *a, const char *path, size_t *len)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat st;
	ssize_t n = 1;
	size_t got = 0;
	char *s = NULL;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && is_ours(&st)) {
		*len = (size_t)st.st_size;
		s = arena_alloc(a, *len);
		while (got < *len && (n = read(fd, s + got, *len - got)) > 0)
			got += (size_t)n;
	}
	close(fd);
	return got == 0 || got < *len ? NULL : s;
}
