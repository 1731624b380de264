#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <zip.h>

#include "base/buf.h"
#include "base/fs.h"
#include "out/zip.h"

/* The archive is made in memory, so that a full disk is met at one place. */

static zip_uint16_t
dos_date(date_day day)
{
	int y, m, d;

	date_split(day, &y, &m, &d);
	/* The format begins in 1980. */
	if (y < 1980)
		return (zip_uint16_t)(1 << 5 | 1);
	return (zip_uint16_t)((y - 1980) << 9 | m << 5 | d);
}

static int
add(zip_t *z, const struct zip_member *m, zip_uint16_t date)
{
	zip_source_t *s = zip_source_buffer(z, m->bytes, m->len, 0);
	zip_int64_t i;

	if (s == NULL)
		return -1;
	if ((i = zip_file_add(z, m->name, s, ZIP_FL_ENC_UTF_8)) < 0) {
		zip_source_free(s);
		return -1;
	}
	/* zip_file_set_mtime() would convert by the local time zone. */
	if (zip_file_set_dostime(z, (zip_uint64_t)i, 0, date, 0) != 0 ||
	    zip_set_file_compression(z, (zip_uint64_t)i, ZIP_CM_DEFLATE,
	    6) != 0)
		return -1;
	return zip_file_set_external_attributes(z, (zip_uint64_t)i, 0,
	    ZIP_OPSYS_UNIX, 0100644u << 16);
}

/* The finished archive's bytes. */
static int
save(zip_source_t *archive, struct buf *out)
{
	zip_stat_t st;
	int rc = -1;

	if (zip_source_stat(archive, &st) == 0 &&
	    zip_source_open(archive) == 0) {
		buf_reserve(out, st.size);
		if (zip_source_read(archive, out->s, st.size) ==
		    (zip_int64_t)st.size) {
			out->len = st.size;
			rc = 0;
		}
		zip_source_close(archive);
	}
	return rc;
}

int
zip_bytes(const struct zip_member *members, size_t n, date_day day,
    struct buf *out)
{
	zip_source_t *archive = NULL;
	zip_t *z = NULL;
	zip_error_t error;
	int rc = -1;

	zip_error_init(&error);
	errno = EIO;
	archive = zip_source_buffer_create(NULL, 0, 0, &error);
	if (archive == NULL)
		goto out;
	/* Closing gives one reference back; ours must outlive it. */
	zip_source_keep(archive);
	z = zip_open_from_source(archive, ZIP_CREATE | ZIP_TRUNCATE, &error);
	if (z == NULL)
		goto out;
	for (size_t i = 0; i < n; i++)
		if (add(z, &members[i], dos_date(day)) != 0)
			goto out;
	if (zip_close(z) != 0)
		goto out;
	z = NULL;
	buf_clear(out);
	rc = save(archive, out);
out:
	if (z != NULL)
		zip_discard(z);
	zip_source_free(archive);
	zip_error_fini(&error);
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
