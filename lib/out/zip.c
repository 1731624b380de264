#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/inflate.h"
#include "out/zip.h"

/*
 * The archive is made in memory, so that a full disk is met at one place.
 * Each file is squeezed by itself; when that does not make it smaller, as
 * with PDFs, it stands there as it is.
 */
#define LEVEL		6
#define LIGHTLY		1
#define ENTRIES_MAX	65535	/* of the format without its later additions */
#define BYTES_MAX	0xfffffffful
#define FLAG_UTF8	0x0800
#define STORED		0
#define DEFLATED	8
#define NEEDS		20	/* version 2.0: folders and deflate */
#define MADE_BY		(3 << 8 | 20)	/* Unix, whose modes we give */
#define MODE		(0100644ul << 16)

#define LASTING_MAX	8	/* members that are kept squeezed */

struct lasting {
	const char	*bytes;
	size_t		 len;
	struct buf	 packed;
};

struct zip_press {
	struct deflate	*z;
	struct buf	 scratch;
	struct lasting	 kept[LASTING_MAX];
	size_t		 len;
};

struct zip_press *
zip_press_new(bool lightly)
{
	struct zip_press *p = calloc(1, sizeof(*p));

	if (p == NULL)
		arena_exhausted();
	p->z = deflate_new(lightly ? LIGHTLY : LEVEL);
	return p;
}

void
zip_press_done(struct zip_press *p)
{
	if (p == NULL)
		return;
	for (size_t i = 0; i < p->len; i++)
		buf_done(&p->kept[i].packed);
	buf_done(&p->scratch);
	deflate_done(p->z);
	free(p);
}

/* A member squeezed; to be read before the next one is. */
static const struct buf *
squeeze(struct zip_press *p, const struct zip_member *m)
{
	struct buf *to = &p->scratch;

	for (size_t i = 0; m->lasting && i < p->len; i++)
		if (p->kept[i].bytes == m->bytes && p->kept[i].len == m->len)
			return &p->kept[i].packed;
	if (m->lasting && p->len < LASTING_MAX) {
		p->kept[p->len].bytes = m->bytes;
		p->kept[p->len].len = m->len;
		to = &p->kept[p->len++].packed;
	}
	buf_clear(to);
	if (m->len > 0)
		deflate_bare(p->z, to, m->bytes, m->len);
	return to;
}

/* What the two heads of an entry say alike. */
struct entry {
	uint16_t	 flags, method;
	uint32_t	 crc;
	size_t		 packed, at;
};

static void
put(struct buf *b, unsigned long n, unsigned bytes)
{
	for (; bytes > 0; bytes--, n >>= 8)
		buf_addc(b, (int)(n & 0xff));
}

static unsigned
dos_date(date_day day)
{
	int y, m, d;

	date_split(day, &y, &m, &d);
	/* The format begins in 1980. */
	if (y < 1980)
		return 1 << 5 | 1;
	return (unsigned)((y - 1980) << 9 | m << 5 | d);
}

static uint16_t
flags_of(const char *name)
{
	for (; *name != '\0'; name++)
		if ((unsigned char)*name >= 0x80)
			return FLAG_UTF8;
	return 0;
}

/* From the version that is needed to the length of the name. */
static void
put_common(struct buf *b, const struct zip_member *m, const struct entry *e,
    unsigned date)
{
	put(b, NEEDS, 2);
	put(b, e->flags, 2);
	put(b, e->method, 2);
	put(b, 0, 2);
	put(b, date, 2);
	put(b, e->crc, 4);
	put(b, e->packed, 4);
	put(b, m->len, 4);
	put(b, strlen(m->name), 2);
	put(b, 0, 2);
}

static void
put_file(struct buf *b, struct zip_press *p, const struct zip_member *m,
    struct entry *e, unsigned date)
{
	const struct buf *packed = squeeze(p, m);

	e->flags = flags_of(m->name);
	e->crc = deflate_crc(m->bytes, m->len);
	e->at = b->len;
	e->method = packed->len < m->len ? DEFLATED : STORED;
	e->packed = packed->len < m->len ? packed->len : m->len;
	buf_add(b, "PK\3\4", 4);
	put_common(b, m, e, date);
	buf_adds(b, m->name);
	buf_add(b, e->method == DEFLATED ? packed->s : m->bytes, e->packed);
}

static void
put_listed(struct buf *b, const struct zip_member *m, const struct entry *e,
    unsigned date)
{
	buf_add(b, "PK\1\2", 4);
	put(b, MADE_BY, 2);
	put_common(b, m, e, date);
	put(b, 0, 6);		/* no comment, the first disk, no text */
	put(b, MODE, 4);
	put(b, e->at, 4);
	buf_adds(b, m->name);
}

static int
fits(const struct zip_member *members, size_t n)
{
	size_t all = 0;

	for (size_t i = 0; i < n; i++) {
		if (strlen(members[i].name) > UINT16_MAX ||
		    members[i].len > BYTES_MAX - all)
			return 0;
		all += members[i].len;
	}
	return n <= ENTRIES_MAX;
}

int
zip_bytes(struct zip_press *press, const struct zip_member *members, size_t n,
    date_day day, struct buf *out)
{
	struct zip_press *own = press == NULL ? zip_press_new(false) : NULL;
	struct buf list = BUF_INIT;
	struct entry e;
	unsigned date = dos_date(day);
	size_t at;
	int rc = 0;

	buf_clear(out);
	if (!fits(members, n)) {
		zip_press_done(own);
		errno = EFBIG;
		return -1;
	}
	for (size_t i = 0; i < n; i++) {
		put_file(out, own != NULL ? own : press, &members[i], &e,
		    date);
		put_listed(&list, &members[i], &e, date);
	}
	zip_press_done(own);
	if (out->len > BYTES_MAX - list.len) {
		errno = EFBIG;
		rc = -1;
	}
	at = out->len;
	buf_add(out, list.s, list.len);
	buf_add(out, "PK\5\6", 4);
	put(out, 0, 4);
	put(out, n, 2);
	put(out, n, 2);
	put(out, list.len, 4);
	put(out, at, 4);
	put(out, 0, 2);
	buf_done(&list);
	return rc;
}

int
zip_write(const char *path, const struct zip_member *members, size_t n,
    date_day day)
{
	struct buf b = BUF_INIT;
	int rc = zip_bytes(NULL, members, n, day, &b);

	if (rc == 0)
		rc = fs_replace(path, b.s, b.len);
	buf_done(&b);
	return rc;
}
