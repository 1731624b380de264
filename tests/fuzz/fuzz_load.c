/*
 * Bytes as a document and as isms.yaml: whatever they are, there is an end,
 * and every finding lies within the text.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "diag/diag.h"
#include "diag/fix.h"
#include "diag/text.h"
#include "load/load.h"
#include "load/source.h"
#include "model/config.h"

static const uint8_t *bytes;
static size_t bytes_len;

static int
read_bytes(struct source *s, const struct entry *e, size_t max,
    struct buf *b)
{
	(void)s;
	(void)e;
	buf_clear(b);
	if (bytes_len > max)
		return -2;
	buf_add(b, (const char *)bytes, bytes_len);
	return 0;
}

static void
judge(struct diags *ds)
{
	struct diag_style style = { 0 };
	struct diag_summary sum = { 0 };
	struct buf b = BUF_INIT;
	const char *path;

	diags_sort(ds);
	for (size_t i = 0; i < diags_len(ds); i++) {
		const struct diag *d = diags_at(ds, i);
		size_t len, offset;

		if (d->at.line > 1 && diags_line(ds, d->at.path, d->at.line,
		    &len, &offset) == NULL && bytes_len > 0 &&
		    strcmp(d->head->code, "ENC-04") != 0 &&
		    bytes[bytes_len - 1] != '\n')
			abort();
		if (d->at.end > 0 && d->at.end < d->at.col)
			abort();
	}
	sum.asof = sum.commit = sum.profile = "";
	diag_text(ds, &sum, &style, &b);
	buf_clear(&b);
	for (size_t i = 0; (path = fix_path(ds, i)) != NULL; i++)
		fix_apply(ds, path, &b);
	buf_done(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static const struct entry entries[] = {
		{ "isms.yaml", ENTRY_FILE, 0, "" }, { "x.md", ENTRY_FILE, 0, "" }
	};
	struct source s = { entries, 2, read_bytes, NULL, NULL };
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);

	bytes = data;
	bytes_len = len;
	load_documents(a, ds, &s, NULL);
	judge(ds);
	ds = diags_new(a);
	config_read(a, ds, &s);
	judge(ds);
	arena_done(a);
	return 0;
}
