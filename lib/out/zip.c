#include <errno.h>
#include <stdint.h>
#include <string.h>

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
#define ENTRIES_MAX	65535	/* of the format without its later additions */
#define BYTES_MAX	0xfffffffful
#define FLAG_UTF8	0x0800
#define STORED		0
#define DEFLATED	8
#define NEEDS		20	/* version 2.0: folders and deflate */
#define MADE_BY		(3 << 8 | 20)	/* Unix, whose modes we give */
#define MODE		(0100644ul << 16)

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
put_file(struct buf *b, struct deflate *z, const struct zip_member *m,
    struct entry *e, unsigned date)
{
	struct buf packed = BUF_INIT;

	if (m->len > 0)
		deflate_bare(z, &packed, m->bytes, m->len);
	e->flags = flags_of(m->name);
	e->crc = deflate_crc(m->bytes, m->len);
	e->at = b->len;
	e->method = packed.len < m->len ? DEFLATED : STORED;
	e->packed = packed.len < m->len ? packed.len : m->len;
	buf_add(b, "PK\3\4", 4);
	put_common(b, m, e, date);
	buf_adds(b, m->name);
	buf_add(b, e->method == DEFLATED ? packed.s : m->bytes, e->packed);
	buf_done(&packed);
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
zip_bytes(const struct zip_member *members, size_t n, date_day day,
    struct buf *out)
{
	struct buf list = BUF_INIT;
	struct deflate *z;
	struct entry e;
	unsigned date = dos_date(day);
	size_t at;
	int rc = 0;

	buf_clear(out);
	if (!fits(members, n)) {
		errno = EFBIG;
		return -1;
	}
	z = deflate_new(LEVEL);
	for (size_t i = 0; i < n; i++) {
		put_file(out, z, &members[i], &e, date);
		put_listed(&list, &members[i], &e, date);
	}
	deflate_done(z);
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
	int rc = zip_bytes(members, n, day, &b);

	if (rc == 0)
		rc = fs_replace(path, b.s, b.len);
	buf_done(&b);
	return rc;
}
