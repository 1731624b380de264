/*
 * Bytes as a pack of git: every object of it is made or refused, whatever its
 * deltas ask for, and one that is made is as long as it says.  The streams
 * are squeezed here, so that what is tried is what stands in them: an input
 * is objects of a type, a lie about the size, a distance, a length and bytes.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/inflate.h"
#include "history/bases.h"
#include "history/pack.h"

#define OBJECTS	16
#define LARGE	((size_t)1024 * 1024)
#define HEAD	4
#define TRAILER	20

static size_t
objects(struct buf *b, struct deflate *z, const uint8_t *data, size_t len,
    size_t *offset)
{
	size_t count, n;

	for (count = 0; count < OBJECTS && len >= HEAD; count++) {
		n = data[3] < len - HEAD ? data[3] : len - HEAD;
		offset[count] = b->len;
		buf_addc(b, (char)((data[0] & 7) << 4 | (n & 15) |
		    (n > 15 || data[1] > 0 ? 0x80 : 0)));
		if (n > 15 || data[1] > 0)
			buf_addc(b, (char)((n >> 4) + (data[1] & 0x7f)));
		if ((data[0] & 7) == 6)
			buf_addc(b, (char)(data[2] & 0x7f));
		if ((data[0] & 7) == 7)
			for (int i = 0; i < 20; i++)
				buf_addc(b, (char)data[2]);
		deflate_all(z, b, data + HEAD, n);
		data += HEAD + n;
		len -= HEAD + n;
	}
	return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static const unsigned char none[8 + 256 * 4 + 40];
	struct pack p = { 0 };
	struct packs ps = { &p, 1, 1, false };
	struct deflate *squeeze = deflate_new(1);
	struct inflate *z = inflate_new();
	struct unpacker *u = unpacker_new(&ps, z);
	struct buf b = BUF_INIT;
	size_t offset[OBJECTS], n;

	buf_add(&b, "PACK\0\0\0\2\0\0\0\0", 12);
	n = objects(&b, squeeze, data, len, offset);
	for (int i = 0; i < TRAILER; i++)
		buf_addc(&b, 0);
	p.idx = none;
	p.idx_len = sizeof(none);
	p.data = (const unsigned char *)b.s;
	p.len = b.len;
	while (n-- > 0) {
		struct pack_place at = { 0, offset[n] };
		struct bytes *made = NULL;
		enum object_type type;
		size_t size;

		if (unpack(u, &at, LARGE, &made) == UNPACKED &&
		    (unpack_size(u, &at, &type, &size) != UNPACKED ||
		    made->len != size || made->type != type))
			abort();
		bytes_drop(made);
	}
	buf_done(&b);
	unpacker_done(u);
	inflate_done(z);
	deflate_done(squeeze);
	return 0;
}
