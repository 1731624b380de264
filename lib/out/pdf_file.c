#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/inflate.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "out/pdf_file.h"

#define PACK		150	/* objects to an object stream */

/* Where an object stands. */
struct where {
	uint32_t	 at;	/* offset, or number of the object stream */
	unsigned char	 nth;	/* in the object stream */
	unsigned char	 kind;	/* 0 nowhere, 1 offset, 2 packed */
};

struct pdf_file {
	struct buf	 out;
	struct where	*where;		/* by number, on the heap */
	unsigned	 nwhere, room;
	struct buf	 pack, index;	/* of the open object stream */
	unsigned	 npack, packid;
	struct buf	 squeezed;
	struct deflate	*deflate;
};

struct pdf_file *
pdf_file_new(struct arena *a, struct deflate *d)
{
	struct pdf_file *f = arena_alloc(a, sizeof(*f));

	/* the second line tells programs that the file is not text */
	buf_adds(&f->out, "%PDF-1.7\n%\342\343\317\323\n");
	f->deflate = d;
	pdf_file_id(f);
	return f;
}

unsigned
pdf_file_id(struct pdf_file *f)
{
	if (f->nwhere == f->room) {
		f->room = f->room == 0 ? 64 : f->room * 2;
		f->where = realloc(f->where, f->room * sizeof(*f->where));
		if (f->where == NULL)
			arena_exhausted();
	}
	f->where[f->nwhere] = (struct where){ 0 };
	return f->nwhere++;
}

static void
put_stream(struct pdf_file *f, unsigned id, const char *head,
    const void *data, size_t n)
{
	f->where[id].at = (uint32_t)f->out.len;
	f->where[id].kind = 1;
	buf_addf(&f->out, "%u 0 obj\n<< %s /Length %zu >>\nstream\n", id,
	    head, n);
	buf_add(&f->out, data, n);
	buf_adds(&f->out, "\nendstream\nendobj\n");
}

void
pdf_file_plain_stream(struct pdf_file *f, unsigned id, const char *head,
    const void *data, size_t n)
{
	put_stream(f, id, head, data, n);
}

void
pdf_file_squeezed_stream(struct pdf_file *f, unsigned id, const char *head,
    const void *data, size_t n)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s /Filter /FlateDecode", head);
	put_stream(f, id, b.s, data, n);
	buf_done(&b);
}

void
pdf_file_stream(struct pdf_file *f, unsigned id, const char *head,
    const void *data, size_t n)
{
	buf_clear(&f->squeezed);
	deflate_all(f->deflate, &f->squeezed, data, n);
	pdf_file_squeezed_stream(f, id, head, f->squeezed.s, f->squeezed.len);
}

static void
close_pack(struct pdf_file *f)
{
	struct buf b = BUF_INIT;
	char head[64];

	if (f->npack == 0)
		return;
	buf_add(&b, f->index.s, f->index.len);
	buf_add(&b, f->pack.s, f->pack.len);
	snprintf(head, sizeof(head), "/Type /ObjStm /N %u /First %zu",
	    f->npack, f->index.len);
	pdf_file_stream(f, f->packid, head, b.s, b.len);
	buf_done(&b);
	buf_clear(&f->pack);
	buf_clear(&f->index);
	f->npack = 0;
}

struct buf *
pdf_file_begin(struct pdf_file *f, unsigned id)
{
	if (f->npack == PACK)
		close_pack(f);
	if (f->npack == 0)
		f->packid = pdf_file_id(f);
	buf_addu(&f->index, id);
	buf_addc(&f->index, ' ');
	buf_addu(&f->index, f->pack.len);
	buf_addc(&f->index, ' ');
	f->where[id].at = f->packid;
	f->where[id].nth = (unsigned char)f->npack++;
	f->where[id].kind = 2;
	return &f->pack;
}

void
pdf_file_end(struct pdf_file *f)
{
	buf_addc(&f->pack, '\n');
}

static void
put_bytes(struct buf *b, size_t n, unsigned bytes)
{
	while (bytes-- > 0)
		buf_addc(b, (int)(n >> 8 * bytes & 0xff));
}

void
pdf_file_done(struct pdf_file *f, unsigned root, unsigned info,
    struct buf *out)
{
	struct buf table = BUF_INIT, head = BUF_INIT;
	unsigned id, i;
	size_t start;
	char hex[65];

	close_pack(f);
	id = pdf_file_id(f);
	start = f->out.len;
	f->where[id].at = (uint32_t)start;
	f->where[id].kind = 1;
	for (i = 0; i < f->nwhere; i++) {
		put_bytes(&table, f->where[i].kind, 1);
		put_bytes(&table, f->where[i].at, 4);
		put_bytes(&table, i == 0 ? 65535 : f->where[i].nth, 2);
	}
	hash_bytes(f->out.s, f->out.len, hex);
	buf_addf(&head, "/Type /XRef /Size %u /W [1 4 2] /Root %u 0 R "
	    "/Info %u 0 R /ID [<%.32s> <%.32s>]", f->nwhere, root, info, hex,
	    hex);
	pdf_file_stream(f, id, head.s, table.s, table.len);
	buf_addf(&f->out, "startxref\n%zu\n%%%%EOF\n", start);
	if (out->len > 0) {
		buf_add(out, f->out.s, f->out.len);
		buf_done(&f->out);
	} else {
		buf_done(out);
		*out = f->out;
	}
	buf_done(&table);
	buf_done(&head);
	free(f->where);
	buf_done(&f->pack);
	buf_done(&f->index);
	buf_done(&f->squeezed);
}

void
pdf_object(struct buf *b, unsigned id)
{
	buf_addu(b, id);
	buf_adds(b, " 0 R");
}

void
pdf_utf16(struct buf *b, uint32_t u)
{
	if (u < 0x10000) {
		buf_addf(b, "%04X", (unsigned)u);
		return;
	}
	u -= 0x10000;
	buf_addf(b, "%04X%04X", (unsigned)(0xd800 + (u >> 10)),
	    (unsigned)(0xdc00 + (u & 0x3ff)));
}

void
pdf_text_string(struct buf *b, const char *s)
{
	const char *c, *end = s + strlen(s);
	uint32_t u;

	for (c = s; *c >= ' ' && *c < 0x7f; c++)
		;
	if (*c == '\0') {
		buf_addc(b, '(');
		for (c = s; *c != '\0'; c++) {
			if (strchr("()\\", *c) != NULL)
				buf_addc(b, '\\');
			buf_addc(b, *c);
		}
		buf_addc(b, ')');
		return;
	}
	buf_adds(b, "<FEFF");
	for (c = s; c < end;) {
		c += utf8_get(c, (size_t)(end - c), &u);
		if (u == UTF8_BAD)
			u = 0xfffd;
		pdf_utf16(b, u);
	}
	buf_addc(b, '>');
}

void
pdf_number(struct buf *b, float f)
{
	char digits[16];
	long n = (long)(f * 100 + (f < 0 ? -0.5f : 0.5f));
	unsigned long u = (unsigned long)(n < 0 ? -n : n), whole = u / 100;
	size_t i = sizeof(digits);

	if (n < 0)
		buf_addc(b, '-');
	do
		digits[--i] = (char)('0' + whole % 10);
	while ((whole /= 10) > 0 && i > 0);
	buf_add(b, digits + i, sizeof(digits) - i);
	if (u % 100 == 0)
		return;
	buf_addc(b, '.');
	buf_addc(b, (int)('0' + u % 100 / 10));
	if (u % 10 > 0)
		buf_addc(b, (int)('0' + u % 10));
}
