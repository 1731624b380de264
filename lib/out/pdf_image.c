#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/image.h"
#include "base/map.h"
#include "out/out.h"
#include "out/pdf.h"
#include "out/pdf_pen.h"

/*
 * Images.  What a PDF reader can take as it is goes into the file as it is;
 * a PNG that is woven or see-through is taken apart into its colours and a
 * mask.  The pixels of every PNG are counted before it is used.
 */

struct pdf_picture {
	struct image	 image;
	const char	*name;
	const void	*bytes;
	size_t		 len;
	unsigned	 id;		/* object; 0 until it is written */
};

/* The pixels of one pass; a PNG that is not woven has one. */
struct pass {
	unsigned	 x, y, dx, dy, w, h;
	size_t		 row;		/* bytes, without the filter's */
};

static const unsigned char weave[7][4] = {
	{ 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 },
	{ 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 }
};

static size_t
passes(const struct image *im, struct pass *out)
{
	size_t i, n = im->interlaced ? 7 : 1;
	struct pass *p;

	for (i = 0; i < n; i++) {
		p = &out[i];
		p->x = im->interlaced ? weave[i][0] : 0;
		p->y = im->interlaced ? weave[i][1] : 0;
		p->dx = im->interlaced ? weave[i][2] : 1;
		p->dy = im->interlaced ? weave[i][3] : 1;
		p->w = im->w > p->x ? (im->w - p->x + p->dx - 1) / p->dx : 0;
		p->h = im->h > p->y ? (im->h - p->y + p->dy - 1) / p->dy : 0;
		p->row = ((size_t)p->w * im->bits * im->parts + 7) / 8;
		if (p->w == 0)
			p->h = 0;
	}
	return n;
}

static size_t
raw_size(const struct image *im)
{
	struct pass p[7];
	size_t i, n = passes(im, p), sum = 0;

	for (i = 0; i < n; i++)
		sum += (size_t)p[i].h * (p[i].row + 1);
	return sum;
}

/*
 * Expand the pixels into out, or only count them when out is NULL.  False
 * when they are not exactly as many as the size says.
 */
static bool
expand(const struct pdf_picture *pic, unsigned char *out, size_t want)
{
	unsigned char waste[16384];
	const unsigned char *s;
	size_t at = 0, len, done = 0, room;
	z_stream z = { 0 };
	int rc = Z_OK;

	if (inflateInit(&z) != Z_OK)
		arena_exhausted();
	while (rc == Z_OK && (s = image_png_data(pic->bytes, pic->len, &at,
	    &len)) != NULL) {
		z.next_in = (unsigned char *)(uintptr_t)s;
		z.avail_in = (unsigned)len;
		do {
			room = out == NULL ? sizeof(waste) : want - done;
			z.next_out = out == NULL || room == 0 ? waste :
			    out + done;
			z.avail_out = (unsigned)(room == 0 ? 1 : room);
			room = z.avail_out;
			rc = inflate(&z, Z_NO_FLUSH);
			done += room - z.avail_out;
		} while (rc == Z_OK && z.avail_out == 0 && done <= want);
		if (rc == Z_BUF_ERROR && z.avail_in == 0)
			rc = Z_OK;
	}
	inflateEnd(&z);
	return rc == Z_STREAM_END && done == want;
}

/* A picture of these bytes, kept by its name; NULL when it is none. */
static struct pdf_picture *
keep(struct pdf *p, const char *name, const void *bytes, size_t len)
{
	struct pdf_picture *pic = arena_alloc(p->arena, sizeof(*pic));

	pic->name = name;
	pic->bytes = bytes;
	pic->len = len;
	map_put(p->pictures, name, pic);
	if (bytes == NULL || image_look(&pic->image, bytes, len) !=
	    IMAGE_FINE || (pic->image.type == IMAGE_PNG &&
	    !expand(pic, NULL, raw_size(&pic->image))))
		pic->bytes = NULL;
	return pic->bytes != NULL ? pic : NULL;
}

struct pdf_picture *
pdf_picture(struct pdf *p, const struct node *n)
{
	struct pdf_picture *pic;
	const struct out_meta *m = p->meta;
	const void *bytes;
	size_t len = 0;

	if (n->name == NULL || n->w <= 0)
		return NULL;
	if ((pic = map_get(p->pictures, n->name)) != NULL)
		return pic->bytes != NULL ? pic : NULL;
	if (m->image == NULL)
		return NULL;
	bytes = m->image(m->image_data, n->name, &len);
	return keep(p, n->name, bytes, len);
}

const struct node *
pdf_logo(struct pdf *p)
{
	/* no file of the repository is called so */
	static const char *const names[][2] = { { "logo.png", "//logo.png" },
	    { "logo.jpg", "//logo.jpg" } };
	const struct out_meta *m = p->meta;
	struct pdf_picture *pic;
	struct node *n;
	const char *s;
	size_t i, len = 0;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if ((s = m->file(m->file_data, names[i][0], &len)) == NULL ||
		    (pic = keep(p, names[i][1], s, len)) == NULL)
			continue;
		n = node_new(p->arena, NODE_IMAGE);
		n->name = names[i][1];
		n->text = m->organisation;
		n->w = (int)pic->image.w;
		n->h = (int)pic->image.h;
		return n;
	}
	return NULL;
}

/* ---- a PNG taken apart ---- */

static unsigned char
paeth(int a, int b, int c)
{
	int p = a + b - c, pa = abs(p - a), pb = abs(p - b), pc = abs(p - c);

	return (unsigned char)(pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
}

/* Undo what made a row easier to squeeze. */
static void
unfilter(unsigned char *row, const unsigned char *up, size_t n, size_t bpp,
    unsigned how)
{
	unsigned a, b, c;
	size_t i;

	for (i = 0; i < n; i++) {
		a = i >= bpp ? row[i - bpp] : 0;
		b = up != NULL ? up[i] : 0;
		c = up != NULL && i >= bpp ? up[i - bpp] : 0;
		switch (how) {
		case 1:	row[i] = (unsigned char)(row[i] + a); break;
		case 2:	row[i] = (unsigned char)(row[i] + b); break;
		case 3:	row[i] = (unsigned char)(row[i] + (a + b) / 2); break;
		case 4:
			row[i] = (unsigned char)(row[i] +
			    paeth((int)a, (int)b, (int)c));
			break;
		default: break;
		}
	}
}

/* Part k of pixel x of a row, as it stands there. */
static unsigned
sample(const struct image *im, const unsigned char *row, unsigned x,
    unsigned k)
{
	size_t i = (size_t)x * im->parts + k, bit = i * im->bits;

	if (im->bits == 16)
		return (unsigned)row[2 * i] << 8 | row[2 * i + 1];
	return (unsigned)row[bit / 8] >> (8 - im->bits - bit % 8) &
	    ((1u << im->bits) - 1);
}

static unsigned char
to_byte(const struct image *im, unsigned v)
{
	return (unsigned char)(im->bits == 16 ? v >> 8 :
	    v * 255 / ((1u << im->bits) - 1));
}

/* Red, green, blue and how solid, each a byte. */
static void
pixel(const struct image *im, const unsigned char *row, unsigned x,
    unsigned char *out)
{
	unsigned v[4] = { 0 }, k, colors = im->parts >= 3 ? 3 : 1;
	bool clear = im->nclear > 0 && im->color < 3;

	for (k = 0; k < im->parts; k++) {
		v[k] = sample(im, row, x, k);
		clear = clear && 2 * (size_t)k + 1 < im->nclear && v[k] ==
		    ((unsigned)im->clear[2 * k] << 8 | im->clear[2 * k + 1]);
	}
	out[3] = clear ? 0 : 255;
	if (im->color == 3) {
		k = v[0] < im->npalette ? v[0] : 0;
		memcpy(out, im->palette + 3 * (size_t)k, 3);
		out[3] = v[0] < im->nclear ? im->clear[v[0]] : 255;
		return;
	}
	for (k = 0; k < 3; k++)
		out[k] = to_byte(im, v[colors == 3 ? k : 0]);
	if (im->color >= 4)
		out[3] = to_byte(im, v[colors]);
}

static void
take_apart(const struct pdf_picture *pic, unsigned char *rgb,
    unsigned char *mask)
{
	const struct image *im = &pic->image;
	size_t want = raw_size(im), i, n, at, bpp;
	unsigned char *raw = malloc(want), *s = raw, *up, px[4];
	struct pass p[7];
	unsigned x, y;

	if (raw == NULL)
		arena_exhausted();
	expand(pic, raw, want);
	bpp = ((size_t)im->bits * im->parts + 7) / 8;
	n = passes(im, p);
	for (i = 0; i < n; i++)
		for (up = NULL, y = 0; y < p[i].h; y++, s += p[i].row + 1) {
			unfilter(s + 1, up, p[i].row, bpp, s[0]);
			up = s + 1;
			for (x = 0; x < p[i].w; x++) {
				pixel(im, up, x, px);
				at = (size_t)(p[i].y + y * p[i].dy) * im->w +
				    p[i].x + x * p[i].dx;
				memcpy(rgb + 3 * at, px, 3);
				mask[at] = px[3];
			}
		}
	free(raw);
}

/* ---- into the file ---- */

static void
size_entries(const struct image *im, struct buf *b)
{
	buf_addf(b, "/Type/XObject/Subtype/Image/Width %u/Height %u", im->w,
	    im->h);
}

static unsigned
write_apart(struct pdf_pen *pen, const struct pdf_picture *pic)
{
	const struct image *im = &pic->image;
	size_t n = (size_t)im->w * im->h;
	unsigned char *rgb = malloc(4 * n), *mask;
	unsigned id = pdf_file_id(pen->file), soft = 0;
	struct buf b = BUF_INIT;

	if (rgb == NULL)
		arena_exhausted();
	mask = rgb + 3 * n;
	take_apart(pic, rgb, mask);
	if (im->transparent) {
		soft = pdf_file_id(pen->file);
		size_entries(im, &b);
		buf_adds(&b, "/ColorSpace/DeviceGray/BitsPerComponent 8");
		pdf_file_stream(pen->file, soft, b.s, mask, n);
		buf_clear(&b);
	}
	size_entries(im, &b);
	buf_adds(&b, "/ColorSpace/DeviceRGB/BitsPerComponent 8");
	if (soft != 0)
		buf_addf(&b, "/SMask %u 0 R", soft);
	pdf_file_stream(pen->file, id, b.s, rgb, 3 * n);
	buf_done(&b);
	free(rgb);
	return id;
}

static unsigned
write_png(struct pdf_pen *pen, const struct pdf_picture *pic)
{
	const struct image *im = &pic->image;
	unsigned id = pdf_file_id(pen->file), i;
	struct buf b = BUF_INIT, data = BUF_INIT;
	const unsigned char *s;
	size_t at = 0, len;

	size_entries(im, &b);
	if (im->color == 3) {
		buf_addf(&b, "/ColorSpace[/Indexed/DeviceRGB %zu<",
		    im->npalette - 1);
		for (i = 0; i < 3 * im->npalette; i++)
			buf_addf(&b, "%02X", im->palette[i]);
		buf_adds(&b, ">]");
	} else
		buf_adds(&b, im->parts == 1 ? "/ColorSpace/DeviceGray" :
		    "/ColorSpace/DeviceRGB");
	buf_addf(&b, "/BitsPerComponent %u/Filter/FlateDecode/DecodeParms"
	    "<</Predictor 15/Colors %u/BitsPerComponent %u/Columns %u>>",
	    im->bits, im->parts, im->bits, im->w);
	while ((s = image_png_data(pic->bytes, pic->len, &at, &len)) != NULL)
		buf_add(&data, (const char *)s, len);
	pdf_file_plain_stream(pen->file, id, b.s, data.s, data.len);
	buf_done(&data);
	buf_done(&b);
	return id;
}

static unsigned
write_jpeg(struct pdf_pen *pen, const struct pdf_picture *pic)
{
	const struct image *im = &pic->image;
	unsigned id = pdf_file_id(pen->file);
	struct buf b = BUF_INIT;

	size_entries(im, &b);
	buf_addf(&b, "/ColorSpace/%s/BitsPerComponent 8/Filter/DCTDecode",
	    im->parts == 1 ? "DeviceGray" : im->parts == 3 ? "DeviceRGB" :
	    "DeviceCMYK");
	if (im->parts == 4) {
		pen->inks = true;
		if (im->inverted)
			buf_adds(&b, "/Decode[1 0 1 0 1 0 1 0]");
	}
	pdf_file_plain_stream(pen->file, id, b.s, pic->bytes, pic->len);
	buf_done(&b);
	return id;
}

void
pdf_image(struct pdf_pen *pen, const struct pdf_op *o)
{
	struct pdf_picture *pic = pdf_picture(pen->p, o->u.node);
	float b[4] = { o->x, o->y, (float)o->u.node->w * o->w,
	    (float)o->u.node->h * o->w };

	if (pic == NULL)
		return;
	if (pic->id == 0) {
		pic->id = pic->image.type == IMAGE_JPEG ?
		    write_jpeg(pen, pic) : pic->image.transparent ||
		    pic->image.interlaced ? write_apart(pen, pic) :
		    write_png(pen, pic);
		buf_addf(&pen->objects, "/X%u %u 0 R ", pic->id, pic->id);
	}
	pdf_pen_object(pen, pic->id, b);
}
