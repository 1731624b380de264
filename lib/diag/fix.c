#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "diag/diag.h"
#include "diag/fix.h"
#include "diag/text.h"

const char *
fix_path(const struct diags *ds, size_t i)
{
	const char *last = NULL;

	for (size_t k = 0; k < diags_len(ds); k++) {
		const struct diag *d = diags_at(ds, k);

		if (d->fix == NULL || d->at.path == NULL ||
		    (last != NULL && strcmp(last, d->at.path) == 0))
			continue;
		last = d->at.path;
		if (i-- == 0)
			return last;
	}
	return NULL;
}

/* Bytes before the column (from 1) of a line. */
static size_t
bytes_before(const char *s, size_t len, unsigned col)
{
	size_t at = 0;
	uint32_t c;

	while (at < len && --col > 0)
		at += utf8_get(s + at, len - at, &c);
	return at;
}

/* The next repair of a path from *k on, on the line unless that is 0. */
static const struct diag *
next(const struct diags *ds, const char *path, unsigned line, size_t *k)
{
	for (; *k < diags_len(ds); ++*k) {
		const struct diag *d = diags_at(ds, *k);

		if (d->fix != NULL && d->at.path != NULL &&
		    strcmp(d->at.path, path) == 0 && d->at.end > 0 &&
		    (line == 0 || d->at.line == line)) {
			++*k;
			return d;
		}
	}
	return NULL;
}

/* A line with its repairs, without the line end; how many. */
static size_t
line_repaired(const struct diags *ds, const char *path, unsigned line,
    struct buf *out)
{
	const struct diag *d;
	const char *s;
	size_t k = 0, done = 0, from, to, len, offset, n = 0;

	if ((s = diags_line(ds, path, line, &len, &offset)) == NULL)
		return 0;
	while ((d = next(ds, path, line, &k)) != NULL) {
		from = bytes_before(s, len, d->at.col);
		to = bytes_before(s, len, d->at.end);
		/* Two findings on one place: the first repairs it. */
		if (from < done || to < from)
			continue;
		buf_add(out, s + done, from - done);
		buf_adds(out, d->fix);
		done = to;
		n++;
	}
	buf_add(out, s + done, len - done);
	return n;
}

/* A repair of the whole file: its byte order mark goes. */
static bool
has_mark(const struct diags *ds, const char *path)
{
	for (size_t k = 0; k < diags_len(ds); k++) {
		const struct diag *d = diags_at(ds, k);

		if (d->fix != NULL && d->at.path != NULL &&
		    d->at.line == 0 && strcmp(d->at.path, path) == 0)
			return true;
	}
	return false;
}

size_t
fix_apply(const struct diags *ds, const char *path, struct buf *out)
{
	const char *s, *after;
	size_t len, offset, end, n = has_mark(ds, path);

	/* The registered text begins behind the mark. */
	for (unsigned line = 1; (s = diags_line(ds, path, line, &len,
	    &offset)) != NULL; line++) {
		n += line_repaired(ds, path, line, out);
		if ((after = diags_line(ds, path, line + 1, &end,
		    &end)) == NULL)
			diags_rest(ds, path, offset + len, out);
		else
			buf_add(out, s + len, (size_t)(after - s) - len);
	}
	return n;
}

void
fix_diff(const struct diags *ds, const char *path, struct buf *out)
{
	const struct diag *d;
	const char *s;
	size_t k = 0, len, offset;
	unsigned last = 0;

	buf_adds(out, "--- ");
	utf8_safe(out, path, strlen(path));
	buf_adds(out, "\n+++ ");
	utf8_safe(out, path, strlen(path));
	buf_addc(out, '\n');
	if (has_mark(ds, path))
		buf_adds(out, "@@ byte order mark @@\n");
	while ((d = next(ds, path, 0, &k)) != NULL) {
		if (d->at.line == last || (s = diags_line(ds, path,
		    last = d->at.line, &len, &offset)) == NULL)
			continue;
		buf_addf(out, "@@ -%u +%u @@\n-", last, last);
		utf8_safe(out, s, len);
		buf_adds(out, "\n+");
		line_repaired(ds, path, last, out);
		buf_addc(out, '\n');
	}
}
