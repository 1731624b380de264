#include <stdint.h>

#include <libdeflate.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/inflate.h"

static struct libdeflate_compressor *
handle(struct deflate *z)
{
	return (struct libdeflate_compressor *)z;
}

struct deflate *
deflate_new(int level)
{
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(level);

	if (c == NULL)
		arena_exhausted();
	return (struct deflate *)c;
}

void
deflate_done(struct deflate *z)
{
	libdeflate_free_compressor(handle(z));
}

void
deflate_all(struct deflate *z, struct buf *b, const void *in, size_t len)
{
	size_t room = libdeflate_zlib_compress_bound(handle(z), len);

	buf_reserve(b, room);
	b->len += libdeflate_zlib_compress(handle(z), in, len, b->s + b->len,
	    room);
	b->s[b->len] = '\0';
}

void
deflate_bare(struct deflate *z, struct buf *b, const void *in, size_t len)
{
	size_t room = libdeflate_deflate_compress_bound(handle(z), len);

	buf_reserve(b, room);
	b->len += libdeflate_deflate_compress(handle(z), in, len,
	    b->s + b->len, room);
	b->s[b->len] = '\0';
}

uint32_t
deflate_crc(const void *in, size_t len)
{
	return libdeflate_crc32(0, in, len);
}
