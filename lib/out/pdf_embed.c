#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "out/pdf.h"
#include "out/pdf_file.h"
#include "out/pdf_pen.h"

/*
 * Fonts in the file: the glyphs that were used, their widths, and what each
 * of them says.  Glyphs keep their numbers, so that pages can be written
 * before it is known which are used.
 */

struct pdf_embed {
	struct arena	*arena;
	hb_face_t	*face;
	unsigned	 upem, nglyph;
	const char	**says;		/* by glyph; NULL: not used */
	unsigned char	*sayslen;
	short		*width;		/* in thousandths */
	hb_font_t	*font;
	unsigned	 id;		/* of the font object */
};

struct pdf_embed *
pdf_embed_new(struct arena *a, struct pdf_file *f, void *face)
{
	struct pdf_embed *e = arena_alloc(a, sizeof(*e));

	e->arena = a;
	e->face = hb_face_reference(face);
	e->upem = hb_face_get_upem(face);
	e->nglyph = hb_face_get_glyph_count(face);
	e->says = arena_alloc(a, e->nglyph * sizeof(*e->says));
	e->sayslen = arena_alloc(a, e->nglyph);
	e->width = arena_alloc(a, e->nglyph * sizeof(*e->width));
	e->font = hb_font_create(face);
	hb_font_set_scale(e->font, 1000, 1000);
	e->id = pdf_file_id(f);
	return e;
}

unsigned
pdf_embed_id(const struct pdf_embed *e)
{
	return e->id;
}

int
pdf_embed_use(struct pdf_embed *e, unsigned glyph, const char *text,
    size_t n)
{
	if (glyph >= e->nglyph)
		return 0;
	if (e->says[glyph] == NULL) {
		e->says[glyph] = text;
		e->sayslen[glyph] = (unsigned char)n;
		e->width[glyph] =
		    (short)hb_font_get_glyph_h_advance(e->font, glyph);
	}
	return e->width[glyph];
}

static int
scaled(const struct pdf_embed *e, int units)
{
	return (int)((long)units * 1000 / (long)e->upem);
}

static void
widths(const struct pdf_embed *e, struct buf *b)
{
	unsigned g, next = 0;
	bool open = false;

	buf_adds(b, "[");
	for (g = 0; g < e->nglyph; g++) {
		if (e->says[g] == NULL)
			continue;
		if (!open || g != next)
			buf_addf(b, "%s%u [", open ? "] " : "", g);
		open = true;
		next = g + 1;
		buf_addf(b, "%d ", e->width[g]);
	}
	buf_adds(b, open ? "]]" : "]");
}

static void
add_hex(struct buf *b, const char *s, size_t n)
{
	const char *end = s + n;
	uint32_t u;

	while (s < end) {
		s += utf8_get(s, (size_t)(end - s), &u);
		pdf_utf16(b, u == UTF8_BAD ? 0xfffd : u);
	}
}

static void
to_unicode(const struct pdf_embed *e, struct buf *b)
{
	unsigned g, n = 0, i;
	unsigned *used = arena_alloc(e->arena, e->nglyph * sizeof(*used));

	for (g = 0; g < e->nglyph; g++)
		if (e->says[g] != NULL && e->sayslen[g] > 0)
			used[n++] = g;
	buf_adds(b, "/CIDInit /ProcSet findresource begin\n"
	    "12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) "
	    "/Ordering (UCS) /Supplement 0 >> def\n"
	    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
	for (i = 0; i < n; i++) {
		if (i % 100 == 0)
			buf_addf(b, "%u beginbfchar\n",
			    n - i < 100 ? n - i : 100);
		buf_addf(b, "<%04X> <", used[i]);
		add_hex(b, e->says[used[i]], e->sayslen[used[i]]);
		buf_adds(b, ">\n");
		if (i % 100 == 99 || i + 1 == n)
			buf_adds(b, "endbfchar\n");
	}
	buf_adds(b, "endcmap\nCMapName currentdict /CMap defineresource pop\n"
	    "end\nend\n");
}

/* The file with the used glyphs only; NULL when that fails. */
static hb_face_t *
subset(const struct pdf_embed *e, char tag[7])
{
	hb_subset_input_t *in = hb_subset_input_create_or_fail();
	hb_face_t *out;
	struct buf b = BUF_INIT;
	char hex[65];
	unsigned g, i;
	hb_set_t *set;

	if (in == NULL)
		return NULL;
	hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_RETAIN_GIDS |
	    HB_SUBSET_FLAGS_NO_HINTING);
	set = hb_subset_input_glyph_set(in);
	hb_set_add(set, 0);
	for (g = 0; g < e->nglyph; g++)
		if (e->says[g] != NULL) {
			hb_set_add(set, g);
			buf_addf(&b, "%u ", g);
		}
	/* layout is done: its tables need not travel */
	set = hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG);
	hb_set_add(set, HB_TAG('G', 'S', 'U', 'B'));
	hb_set_add(set, HB_TAG('G', 'P', 'O', 'S'));
	hb_set_add(set, HB_TAG('G', 'D', 'E', 'F'));
	out = hb_subset_or_fail(e->face, in);
	hb_subset_input_destroy(in);
	hash_bytes(b.s != NULL ? b.s : "", b.len, hex);
	for (i = 0; i < 6; i++)
		tag[i] = (char)('A' + (hex[i] >= 'a' ? hex[i] - 'a' + 10 :
		    hex[i] - '0'));
	tag[6] = '\0';
	buf_done(&b);
	return out;
}

static void
name_of(const struct pdf_embed *e, char *name, unsigned room)
{
	unsigned n = room, i;
	char *s = name;

	hb_ot_name_get_utf8(e->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
	    hb_language_from_string("en", -1), &n, name);
	for (i = 0; name[i] != '\0'; i++)
		if ((name[i] >= '0' && name[i] <= '9') || name[i] == '-' ||
		    (name[i] >= 'A' && name[i] <= 'Z') ||
		    (name[i] >= 'a' && name[i] <= 'z'))
			*s++ = name[i];
	*s = '\0';
	if (name[0] == '\0')
		snprintf(name, room, "Font");
}

static int
word16(const char *s)
{
	int n = (unsigned char)s[0] << 8 | (unsigned char)s[1];

	return n >= 0x8000 ? n - 0x10000 : n;
}

static void
descriptor(const struct pdf_embed *e, struct pdf_file *f, const char *name,
    unsigned id, const char *file)
{
	hb_blob_t *head = hb_face_reference_table(e->face,
	    HB_TAG('h', 'e', 'a', 'd'));
	hb_font_extents_t ext;
	struct buf *b = pdf_file_begin(f, id);
	unsigned n, i;
	const char *s = hb_blob_get_data(head, &n);

	memset(&ext, 0, sizeof(ext));
	hb_font_get_h_extents(e->font, &ext);
	buf_addf(b, "<< /Type /FontDescriptor /FontName /%s /Flags 4 "
	    "/FontBBox [", name);
	for (i = 0; i < 4; i++)
		buf_addf(b, "%d ", n >= 44 ? scaled(e,
		    word16(s + 36 + 2 * i)) : 0);
	buf_addf(b, "] /ItalicAngle %d /Ascent %d /Descent %d "
	    "/CapHeight 714 /StemV %d %s >>",
	    strstr(name, "Italic") != NULL ? -12 : 0, ext.ascender,
	    ext.descender, strstr(name, "Bold") != NULL ? 140 : 80, file);
	pdf_file_end(f);
	hb_blob_destroy(head);
}

/* The bytes of the font: all of it, or the one table that is CFF. */
static bool
program(struct pdf_file *f, hb_face_t *face, char *entry)
{
	hb_blob_t *cff = hb_face_reference_table(face,
	    HB_TAG('C', 'F', 'F', ' ')), *all;
	unsigned n, id = pdf_file_id(f);
	const char *s = hb_blob_get_data(cff, &n);
	bool is_cff = n > 0;
	char head[64];

	if (is_cff) {
		pdf_file_stream(f, id, "/Subtype /CIDFontType0C", s, n);
		sprintf(entry, "/FontFile3 %u 0 R", id);
	} else {
		all = hb_face_reference_blob(face);
		s = hb_blob_get_data(all, &n);
		snprintf(head, sizeof(head), "/Length1 %u", n);
		pdf_file_stream(f, id, head, s, n);
		sprintf(entry, "/FontFile2 %u 0 R", id);
		hb_blob_destroy(all);
	}
	hb_blob_destroy(cff);
	return is_cff;
}

void
pdf_embed_write(struct pdf_embed *e, struct pdf_file *f)
{
	unsigned cid = pdf_file_id(f), desc = pdf_file_id(f),
	    uni = pdf_file_id(f);
	char tag[7] = "AAAAAA", ps[128], name[140], entry[48];
	hb_face_t *face = subset(e, tag);
	struct buf text = BUF_INIT, *b;
	bool cff;

	if (face == NULL)
		face = hb_face_reference(e->face);
	name_of(e, ps, sizeof(ps));
	snprintf(name, sizeof(name), "%s+%s", tag, ps);
	cff = program(f, face, entry);
	descriptor(e, f, name, desc, entry);
	b = pdf_file_begin(f, cid);
	buf_addf(b, "<< /Type /Font /Subtype /CIDFontType%d /BaseFont /%s "
	    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
	    "/Supplement 0 >> /FontDescriptor %u 0 R /DW 1000 %s/W ",
	    cff ? 0 : 2, name, desc, cff ? "" : "/CIDToGIDMap /Identity ");
	widths(e, b);
	buf_adds(b, " >>");
	pdf_file_end(f);
	to_unicode(e, &text);
	pdf_file_stream(f, uni, "", text.s, text.len);
	b = pdf_file_begin(f, e->id);
	buf_addf(b, "<< /Type /Font /Subtype /Type0 /BaseFont /%s%s "
	    "/Encoding /Identity-H /DescendantFonts [%u 0 R] "
	    "/ToUnicode %u 0 R >>", name, cff ? "-Identity-H" : "", cid, uni);
	pdf_file_end(f);
	buf_done(&text);
	hb_face_destroy(face);
	hb_font_destroy(e->font);
	hb_face_destroy(e->face);
}
