#include "out/out.h"
#include "out/pdf.h"

/* How the book looks: one place for sizes and colours. */

#define INK	{ 0.118f, 0.133f, 0.157f }
#define GREY	{ 0.357f, 0.396f, 0.447f }
#define DEEP	{ 0.043f, 0.243f, 0.353f }
#define WHITE	{ 1, 1, 1 }

static const struct pdf_look looks[ST_COUNT] = {
	[ST_BODY]	= { PDF_SERIF, 10, 15, false, false, INK },
	[ST_TABLE]	= { PDF_SANS, 7.8f, 11.0f, false, false, INK },
	[ST_TABLE1]	= { PDF_SANS, 6.8f, 9.4f, false, false, INK },
	[ST_TABLE2]	= { PDF_SANS, 5.8f, 8.0f, false, false, INK },
	[ST_HEAD]	= { PDF_SANS, 7.6f, 10.6f, true, false, DEEP },
	[ST_LABEL]	= { PDF_SANS, 7.8f, 11.0f, true, false, GREY },
	[ST_H1]		= { PDF_SANS, 23, 29, true, false, DEEP },
	[ST_H2]		= { PDF_SANS, 15, 20, true, false, DEEP },
	[ST_H3]		= { PDF_SANS, 11.5f, 16, true, false, DEEP },
	[ST_H4]		= { PDF_SANS, 9.8f, 14, true, false, INK },
	[ST_H5]		= { PDF_SANS, 9, 13, true, false, GREY },
	[ST_CAPTION]	= { PDF_SANS, 8.6f, 12.4f, true, false, DEEP },
	[ST_NOTE]	= { PDF_SANS, 8.6f, 12.8f, false, false, INK },
	[ST_NOTE_HEAD]	= { PDF_SANS, 8.6f, 12.8f, true, false, INK },
	[ST_CODE]	= { PDF_MONO, 7.8f, 11.2f, false, false, INK },
	[ST_SMALL]	= { PDF_SANS, 7.6f, 11.2f, false, false, GREY },
	[ST_QUOTE]	= { PDF_SERIF, 9.6f, 15, false, false, GREY },
	[ST_RUNNING]	= { PDF_SANS, 6.9f, 9, false, false, GREY },
	[ST_TOC1]	= { PDF_SANS, 9.2f, 14, true, false, DEEP },
	[ST_TOC2]	= { PDF_SANS, 8.4f, 12.4f, false, false, INK },
	[ST_TOC3]	= { PDF_SANS, 8, 11.6f, false, false, INK },
	[ST_TITLE]	= { PDF_SANS, 32, 40, true, false, DEEP },
	[ST_COVER]	= { PDF_SANS, 11, 17, false, false, INK },
	[ST_COVER_ORG]	= { PDF_SANS, 11, 16, true, false, WHITE },
	[ST_TILE]	= { PDF_SANS, 17, 21, true, false, DEEP },
	[ST_TILE_LABEL]	= { PDF_SANS, 7.4f, 10, false, false, GREY }
};

static const struct pdf_color inks[] = {
	[TONE_PLAIN]	= INK,
	[TONE_MUTED]	= GREY,
	[TONE_GOOD]	= { 0.063f, 0.400f, 0.231f },
	[TONE_INFO]	= { 0.094f, 0.310f, 0.553f },
	[TONE_WARN]	= { 0.478f, 0.298f, 0 },
	[TONE_BAD]	= { 0.651f, 0.196f, 0.094f },
	[TONE_WORST]	= { 0.510f, 0.055f, 0.125f },
	[TONE_ACCENT]	= { 0.039f, 0.333f, 0.486f }
};

static const struct pdf_color tints[] = {
	[TONE_PLAIN]	= WHITE,
	[TONE_MUTED]	= { 0.933f, 0.945f, 0.957f },
	[TONE_GOOD]	= { 0.878f, 0.953f, 0.906f },
	[TONE_INFO]	= { 0.890f, 0.933f, 0.980f },
	[TONE_WARN]	= { 0.996f, 0.945f, 0.816f },
	[TONE_BAD]	= { 0.992f, 0.894f, 0.867f },
	[TONE_WORST]	= { 0.973f, 0.839f, 0.851f },
	[TONE_ACCENT]	= { 0.886f, 0.937f, 0.957f }
};

/* The worse, the darker, so that the order stays when printed in grey. */
static const struct pdf_color solids[] = {
	[TONE_PLAIN]	= { 0.788f, 0.820f, 0.851f },
	[TONE_MUTED]	= { 0.725f, 0.757f, 0.792f },
	[TONE_GOOD]	= { 0.706f, 0.867f, 0.729f },
	[TONE_INFO]	= { 0.447f, 0.667f, 0.871f },
	[TONE_WARN]	= { 0.933f, 0.690f, 0.200f },
	[TONE_BAD]	= { 0.812f, 0.318f, 0.184f },
	[TONE_WORST]	= { 0.580f, 0.086f, 0.157f },
	[TONE_ACCENT]	= { 0.055f, 0.361f, 0.522f }
};

const struct pdf_look *
pdf_look(enum pdf_style s)
{
	return &looks[s];
}

struct pdf_color
pdf_ink(enum tone t)
{
	return inks[t];
}

struct pdf_color
pdf_tint(enum tone t)
{
	return tints[t];
}

struct pdf_color
pdf_solid(enum tone t)
{
	return solids[t];
}

static const float sheets[][2] = {
	[PAPER_A4]	= { 595.276f, 841.890f },
	[PAPER_LETTER]	= { 612, 792 }
};

float
pdf_page_w(const struct pdf *p, bool turned)
{
	return sheets[p->meta->paper][turned];
}

float
pdf_page_h(const struct pdf *p, bool turned)
{
	return sheets[p->meta->paper][!turned];
}

float
pdf_text_w(const struct pdf *p, bool turned)
{
	return pdf_page_w(p, turned) - PDF_LEFT - PDF_RIGHT;
}

float
pdf_text_h(const struct pdf *p, bool turned)
{
	return pdf_page_h(p, turned) - PDF_TOP - PDF_BOTTOM;
}
