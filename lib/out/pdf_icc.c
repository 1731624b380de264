#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "out/pdf.h"

/*
 * The meaning of our colours, said by a profile of our own: the primaries,
 * the white and the curve of sRGB (IEC 61966-2-1), in the form of the fourth
 * edition of the ICC's format.  With it a file looks the same on machines
 * that have other profiles, or none.
 */

static void
add32(struct buf *b, uint32_t n)
{
	buf_addc(b, (int)(n >> 24));
	buf_addc(b, (int)(n >> 16 & 0xff));
	buf_addc(b, (int)(n >> 8 & 0xff));
	buf_addc(b, (int)(n & 0xff));
}

/* Numbers of 16 bits and as many behind the point. */
static void
add_fixed(struct buf *b, const double *v, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++)
		add32(b, (uint32_t)(int32_t)(v[i] * 65536 +
		    (v[i] < 0 ? -0.5 : 0.5)));
}

static void
add_xyz(struct buf *b, const double *v)
{
	buf_add(b, "XYZ \0\0\0\0", 8);
	add_fixed(b, v, 3);
}

/* Words in one language. */
static void
add_words(struct buf *b, const char *s)
{
	size_t n = strlen(s), i;

	buf_add(b, "mluc\0\0\0\0", 8);
	add32(b, 1);
	add32(b, 12);
	buf_adds(b, "enUS");
	add32(b, (uint32_t)(2 * n));
	add32(b, 28);
	for (i = 0; i < n; i++) {
		buf_addc(b, 0);
		buf_addc(b, s[i]);
	}
	while (b->len % 4 != 0)
		buf_addc(b, 0);
}

static void
add_curve(struct buf *b)
{
	static const double curve[5] = { 2.4, 1 / 1.055, 0.055 / 1.055,
	    1 / 12.92, 0.04045 };

	buf_add(b, "para\0\0\0\0\0\3\0\0", 12);
	add_fixed(b, curve, 5);
}

/* Where each part of the profile begins and ends. */
static void
add_parts(struct buf *b, size_t from[8])
{
	static const double white[3] = { 0.9642, 1, 0.82491 },
	    red[3] = { 0.43607, 0.22249, 0.01392 },
	    green[3] = { 0.38515, 0.71687, 0.09708 },
	    blue[3] = { 0.14307, 0.06061, 0.7141 },
	    adapted[9] = { 1.04788, 0.02292, -0.05022, 0.02959, 0.99048,
	    -0.01707, -0.00925, 0.01508, 0.75168 };

	from[0] = b->len;
	add_words(b, "sRGB IEC 61966-2-1");
	from[1] = b->len;
	add_words(b, "No rights reserved");
	from[2] = b->len;
	add_xyz(b, white);
	from[3] = b->len;
	buf_add(b, "sf32\0\0\0\0", 8);
	add_fixed(b, adapted, 9);
	from[4] = b->len;
	add_xyz(b, red);
	from[5] = b->len;
	add_xyz(b, green);
	from[6] = b->len;
	add_xyz(b, blue);
	from[7] = b->len;
	add_curve(b);
}

void
pdf_icc(struct buf *b)
{
	/* tags and the parts that they stand for: one curve for all three */
	static const char tags[10][5] = { "desc", "cprt", "wtpt", "chad",
	    "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
	static const double white[3] = { 0.9642, 1, 0.82491 };
	struct buf parts = BUF_INIT;
	size_t from[9], head = 128 + 4 + 10 * 12, i, k;

	add_parts(&parts, from);
	from[8] = parts.len;
	add32(b, (uint32_t)(head + parts.len));
	add32(b, 0);
	add32(b, 0x04200000);
	buf_adds(b, "mntrRGB XYZ ");
	buf_add(b, "\x07\xe8\0\1\0\1\0\0\0\0\0\0", 12);
	buf_adds(b, "acsp");
	for (i = 0; i < 7; i++)
		add32(b, 0);
	add_fixed(b, white, 3);
	for (i = 0; i < 12; i++)
		add32(b, 0);
	add32(b, 10);
	for (i = 0; i < 10; i++) {
		k = i < 7 ? i : 7;
		buf_add(b, tags[i], 4);
		add32(b, (uint32_t)(head + from[k]));
		add32(b, (uint32_t)(from[k + 1] - from[k]));
	}
	buf_add(b, parts.s, parts.len);
	buf_done(&parts);
}
