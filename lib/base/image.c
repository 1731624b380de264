#include <string.h>

#include "base/image.h"

static unsigned
be16(const unsigned char *s)
{
	return (unsigned)s[0] << 8 | s[1];
}

static unsigned long
be32(const unsigned char *s)
{
	return (unsigned long)be16(s) << 16 | be16(s + 2);
}

static enum image_fault
judge(const struct image *im)
{
	if (im->w == 0 || im->h == 0)
		return IMAGE_BROKEN;
	if (im->w > IMAGE_SIDE || im->h > IMAGE_SIDE ||
	    (size_t)im->w * im->h > IMAGE_PIXELS)
		return IMAGE_LARGE;
	return IMAGE_FINE;
}

/* ---- PNG ---- */

static const unsigned char png_head[8] = {
	0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'
};

/* The depths that a colour type may have, as bits of a mask. */
static bool
png_depth(unsigned color, unsigned bits)
{
	static const unsigned char deep[7] = {
		[0] = 1 | 2 | 4 | 8 | 16, [2] = 8 | 16, [3] = 1 | 2 | 4 | 8,
		[4] = 8 | 16, [6] = 8 | 16
	};

	return color < 7 && (bits == 1 || bits == 2 || bits == 4 ||
	    bits == 8 || bits == 16) && (deep[color] & bits) != 0;
}

static enum image_fault
png_start(struct image *im, const unsigned char *s, size_t n)
{
	static const unsigned char parts[7] = { 1, 0, 3, 1, 2, 0, 4 };
	unsigned long w, h;

	if (n != 13)
		return IMAGE_BROKEN;
	w = be32(s);
	h = be32(s + 4);
	im->bits = s[8];
	im->color = s[9];
	if (!png_depth(im->color, im->bits) || s[10] != 0 || s[11] != 0 ||
	    s[12] > 1)
		return IMAGE_BROKEN;
	im->parts = parts[im->color];
	im->interlaced = s[12] == 1;
	im->transparent = im->color >= 4;
	if (w > IMAGE_SIDE || h > IMAGE_SIDE)
		return IMAGE_LARGE;
	im->w = (unsigned)w;
	im->h = (unsigned)h;
	return judge(im);
}

/* A piece of a PNG that can matter to us; false when it is not in order. */
static bool
png_piece(struct image *im, const unsigned char *name,
    const unsigned char *s, size_t n)
{
	if (memcmp(name, "PLTE", 4) == 0) {
		im->palette = s;
		im->npalette = n / 3;
		return n > 0 && n % 3 == 0 && n <= 768;
	}
	if (memcmp(name, "tRNS", 4) == 0) {
		im->clear = s;
		im->nclear = n;
		im->transparent = true;
		if (im->color == 3)
			return n <= 256;
		return im->color < 4 && n == 2 * (size_t)im->parts;
	}
	/* a capital begins what a reader must understand */
	return (name[0] & 0x20) != 0 || memcmp(name, "IDAT", 4) == 0;
}

static enum image_fault
png(struct image *im, const unsigned char *s, size_t n)
{
	enum image_fault fault;
	const unsigned char *name;
	bool data = false;
	size_t at, len;

	im->type = IMAGE_PNG;
	if (n < 33 || memcmp(s + 12, "IHDR", 4) != 0)
		return IMAGE_BROKEN;
	if ((fault = png_start(im, s + 16, be32(s + 8))) != IMAGE_FINE)
		return fault;
	for (at = 33; n - at >= 12; at += len + 12) {
		len = be32(s + at);
		name = s + at + 4;
		if (len > n - at - 12)
			return IMAGE_BROKEN;
		if (memcmp(name, "IEND", 4) == 0)
			return data && (im->color != 3 ||
			    im->palette != NULL) ? IMAGE_FINE : IMAGE_BROKEN;
		if (!png_piece(im, name, name + 4, len))
			return IMAGE_BROKEN;
		data = data || memcmp(name, "IDAT", 4) == 0;
	}
	return IMAGE_BROKEN;
}

const unsigned char *
image_png_data(const void *bytes, size_t n, size_t *at, size_t *len)
{
	const unsigned char *s = bytes, *name;

	if (*at == 0)
		*at = 8;
	while (n - *at >= 12) {
		*len = be32(s + *at);
		name = s + *at + 4;
		if (memcmp(name, "IEND", 4) == 0 || *len > n - *at - 12)
			break;
		*at += *len + 12;
		if (memcmp(name, "IDAT", 4) == 0)
			return name + 4;
	}
	return NULL;
}

/* ---- JPEG ---- */

/* The frame: depth, size and parts. */
static enum image_fault
jpeg_frame(struct image *im, const unsigned char *s, size_t n)
{
	if (n < 6 || s[0] != 8)
		return IMAGE_BROKEN;
	im->bits = 8;
	im->h = be16(s + 1);
	im->w = be16(s + 3);
	im->parts = s[5];
	if (n != 6 + (size_t)3 * im->parts || (im->parts != 1 &&
	    im->parts != 3 && im->parts != 4))
		return IMAGE_BROKEN;
	return judge(im);
}

/* Behind the scans the file ends with a mark; some programs add bytes. */
static bool
jpeg_ends(const unsigned char *s, size_t n)
{
	while (n >= 2) {
		if (s[n - 2] == 0xff && s[n - 1] == 0xd9)
			return true;
		n--;
	}
	return false;
}

static enum image_fault
jpeg(struct image *im, const unsigned char *s, size_t n)
{
	enum image_fault fault = IMAGE_BROKEN;
	size_t at = 2, len;
	unsigned mark;

	im->type = IMAGE_JPEG;
	while (n - at >= 4) {
		if (s[at] != 0xff)
			return IMAGE_BROKEN;
		mark = s[at + 1];
		if (mark == 0xff) {
			at++;
			continue;
		}
		len = be16(s + at + 2);
		if (len < 2 || len > n - at - 2)
			return IMAGE_BROKEN;
		/* the frames that a PDF and a browser know: the plain, the
		   extended and the progressive one */
		if (mark >= 0xc0 && mark <= 0xc2)
			fault = jpeg_frame(im, s + at + 4, len - 2);
		else if (mark > 0xc2 && mark < 0xd0 && mark != 0xc4 &&
		    mark != 0xc8)
			return IMAGE_BROKEN;
		if (mark == 0xee && len >= 14 &&
		    memcmp(s + at + 4, "Adobe", 5) == 0)
			im->inverted = true;
		if (fault == IMAGE_LARGE)
			return fault;
		if (mark == 0xda)
			return fault == IMAGE_FINE && jpeg_ends(s + at,
			    n - at) ? IMAGE_FINE : IMAGE_BROKEN;
		at += len + 2;
	}
	return IMAGE_BROKEN;
}

enum image_fault
image_look(struct image *im, const void *bytes, size_t n)
{
	const unsigned char *s = bytes;

	memset(im, 0, sizeof(*im));
	if (n >= 3 && s[0] == 0xff && s[1] == 0xd8 && s[2] == 0xff)
		return n > IMAGE_BYTES ? IMAGE_LARGE : jpeg(im, s, n);
	if (n >= 8 && memcmp(s, png_head, 8) == 0)
		return n > IMAGE_BYTES ? IMAGE_LARGE : png(im, s, n);
	return IMAGE_OTHER;
}

const char *
image_media(const struct image *im)
{
	return im->type == IMAGE_PNG ? "image/png" : "image/jpeg";
}

const char *
image_suffix(const struct image *im)
{
	return im->type == IMAGE_PNG ? ".png" : ".jpg";
}
