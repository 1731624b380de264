#include <libdeflate.h>

#include "base/arena.h"
#include "base/inflate.h"

/* A handle of the library is all that there is; it keeps no state between
 * two streams. */
static struct libdeflate_decompressor *
handle(struct inflate *z)
{
	return (struct libdeflate_decompressor *)z;
}

struct inflate *
inflate_new(void)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();

	if (d == NULL)
		arena_exhausted();
	return (struct inflate *)d;
}

void
inflate_done(struct inflate *z)
{
	libdeflate_free_decompressor(handle(z));
}

bool
inflate_exact(struct inflate *z, const void *in, size_t in_len, void *out,
    size_t out_len)
{
	size_t used;

	return libdeflate_zlib_decompress_ex(handle(z), in, in_len, out,
	    out_len, &used, NULL) == LIBDEFLATE_SUCCESS;
}

long
inflate_some(struct inflate *z, const void *in, size_t in_len, void *out,
    size_t size)
{
	size_t used, len;

	switch (libdeflate_zlib_decompress_ex(handle(z), in, in_len, out,
	    size, &used, &len)) {
	case LIBDEFLATE_SUCCESS:
		return (long)len;
	case LIBDEFLATE_INSUFFICIENT_SPACE:
		return -2;
	default:
		return -1;
	}
}

/* Deflate makes at best 1032 bytes of one. */
bool
inflate_plausible(size_t in_len, size_t out_len)
{
	return out_len / 1032 <= in_len;
}
