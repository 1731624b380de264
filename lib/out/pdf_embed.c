#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/inflate.h"
#include "base/utf8.h"
#include "out/pdf.h"
#include "out/pdf_file.h"
#include "out/pdf_pen.h"

/*
 * Level 4 makes a manual three in a hundred smaller, and its PDFs take a
 * tenth longer; level 6 a tenth smaller, and a sixth longer.
 */
#define LEVEL		1
#define SHARED_MAX	16384	/* bytes of a font */

/*
 * Fonts in the file: the glyphs that were used, their widths, and what each
 * of them says.  On the pages glyphs keep the numbers they have in the whole
 * font, so that pages can be written before it is known which are used.
 */
enum how {
	KEPT,		/* the smaller font keeps the numbers as well */
	NAMED,		/* it names its glyphs by them */
	MAPPED		/* a table leads to its numbers */
};

/* The bytes of a font, squeezed: all of it, or the one table that is CFF. */
struct program {
	bool		 cff;
	unsigned	 plain;		/* their length before */
	struct buf	 bytes;
};

/* How a font goes into a PDF; the buffers are squeezed. */
struct form {
	struct program	 program;
	struct buf	 map, unicode;
	char		 tag[7];
};

/* A font file, for all PDFs that are made together. */
struct face {
	struct arena	*arena;
	struct deflate	*deflate;
	hb_face_t	*face;
	hb_font_t	*font;
	unsigned	 upem, nglyph;
	const char	**says;		/* by glyph; NULL: used by none yet */
	unsigned	 nsaid;		/* those that are */
	unsigned char	*sayslen;
	short		*width;		/* in thousandths */
	enum how	 how;
	/* what any of them used by then, and the numbers of the glyphs there */
	hb_face_t	*some;
	unsigned short	*now;
	unsigned	 nsome;
	/* it as it goes into each, when that is small */
	bool		 shared;
	struct form	 form;
};

struct pdf_faces {
	struct arena	*arena;
	struct deflate	*deflate;
	struct face	**face;
	size_t		 n;
};

/* Its use in one PDF. */
struct pdf_embed {
	struct face	*of;
	unsigned char	*used;		/* a bit for each glyph */
	unsigned short	*list;		/* of them, when all is painted */
	unsigned	 n;
	unsigned	 id;		/* of the font object */
};

static unsigned
be(const unsigned char *s, unsigned n)
{
	unsigned v = 0;

	while (n-- > 0)
		v = v << 8 | *s++;
	return v;
}

/* Behind the index at s; NULL when it runs out of its end. */
static const unsigned char *
skip_index(const unsigned char *s, const unsigned char *end)
{
	unsigned count, size, last;

	if (end - s < 2)
		return NULL;
	count = be(s, 2);
	if (count == 0)
		return s + 2;
	size = end - s < 3 ? 0 : s[2];
	if (size < 1 || size > 4 ||
	    (size_t)(end - s) < 3 + ((size_t)count + 1) * size)
		return NULL;
	last = be(s + 3 + (size_t)count * size, size);
	s += 2 + ((size_t)count + 1) * size;
	return (size_t)(end - s) < last ? NULL : s + last;
}

/*
 * Where the names of the glyphs stand in a CFF table whose glyphs are named
 * by numbers; 0 when they are not.  d is the first dictionary.
 */
static unsigned
cid_charset(const unsigned char *d, const unsigned char *end)
{
	unsigned n = 0, charset = 0;
	bool cid = false;

	while (d < end) {
		if (*d == 28 && end - d >= 3) {
			n = be(d + 1, 2);
			d += 3;
		} else if (*d == 29 && end - d >= 5) {
			n = be(d + 1, 4);
			d += 5;
		} else if (*d == 30) {
			while (++d < end && (*d & 15) != 15 && *d >> 4 != 15)
				;
			d++;
		} else if (*d >= 247 && *d <= 254)
			d += 2;
		else if (*d >= 32)
			d++;
		else {
			cid = cid || (*d == 12 && end - d > 1 && d[1] == 30);
			charset = *d == 15 ? n : charset;
			d += *d == 12 ? 2 : 1;
		}
	}
	return cid ? charset : 0;
}

/* Is each glyph named by its own number, as in fonts for Japanese? */
static bool
names_are_numbers(const unsigned char *s, unsigned len, unsigned nglyph)
{
	const unsigned char *end = s + len, *dict, *data;
	unsigned at, next = 1, width;

	if (len < 4 || s[2] > len || (dict = skip_index(s + s[2], end)) ==
	    NULL || (data = skip_index(dict, end)) == NULL)
		return false;
	at = cid_charset(dict + 3 + 2 * (size_t)dict[2], data);
	if (at == 0 || at >= len || s[at] < 1 || s[at] > 2)
		return false;
	width = s[at] == 1 ? 3 : 4;
	for (at++; next < nglyph && len - at >= width; at += width) {
		if (be(s + at, 2) != next)
			return false;
		next += be(s + at + 2, width - 2) + 1;
	}
	return next >= nglyph;
}

static enum how
how(hb_face_t *face)
{
	hb_blob_t *cff = hb_face_reference_table(face,
	    HB_TAG('C', 'F', 'F', ' '));
	unsigned n;
	const char *s = hb_blob_get_data(cff, &n);
	enum how h = MAPPED;

	if (n > 0)
		h = names_are_numbers((const unsigned char *)s, n,
		    hb_face_get_glyph_count(face)) ? NAMED : KEPT;
	hb_blob_destroy(cff);
	return h;
}

struct pdf_faces *
pdf_faces_new(struct arena *a)
{
	struct pdf_faces *fs = arena_alloc(a, sizeof(*fs));

	fs->arena = a;
	fs->deflate = deflate_new(LEVEL);
	return fs;
}

static void
form_done(struct form *s)
{
	buf_done(&s->program.bytes);
	buf_done(&s->map);
	buf_done(&s->unicode);
}

void
pdf_faces_done(struct pdf_faces *fs)
{
	size_t i;

	for (i = 0; i < fs->n; i++) {
		hb_face_destroy(fs->face[i]->some);
		hb_font_destroy(fs->face[i]->font);
		hb_face_destroy(fs->face[i]->face);
		form_done(&fs->face[i]->form);
	}
	deflate_done(fs->deflate);
}

void *
pdf_faces_at(const struct pdf_faces *fs, size_t i)
{
	return i < fs->n ? fs->face[i]->face : NULL;
}

struct deflate *
pdf_faces_deflate(const struct pdf_faces *fs)
{
	return fs->deflate;
}

static struct face *
find_face(struct pdf_faces *fs, hb_face_t *face)
{
	struct face *f;
	size_t i;

	for (i = 0; i < fs->n; i++)
		if (fs->face[i]->face == face)
			return fs->face[i];
	fs->face = arena_grow(fs->arena, fs->face, fs->n, sizeof(*fs->face));
	f = fs->face[fs->n++] = arena_alloc(fs->arena, sizeof(*f));
	f->arena = fs->arena;
	f->deflate = fs->deflate;
	f->face = hb_face_reference(face);
	f->upem = hb_face_get_upem(face);
	f->nglyph = hb_face_get_glyph_count(face);
	f->says = arena_alloc(f->arena, f->nglyph * sizeof(*f->says));
	f->sayslen = arena_alloc(f->arena, f->nglyph);
	f->width = arena_alloc(f->arena, f->nglyph * sizeof(*f->width));
	f->now = arena_alloc(f->arena, f->nglyph * sizeof(*f->now));
	f->font = hb_font_create(face);
	hb_font_set_scale(f->font, 1000, 1000);
	f->how = how(face);
	return f;
}

struct pdf_embed *
pdf_embed_new(struct pdf_faces *fs, struct pdf_file *f, void *face)
{
	struct pdf_embed *e = arena_alloc(fs->arena, sizeof(*e));

	e->of = find_face(fs, face);
	e->used = arena_alloc(fs->arena, e->of->nglyph / 8 + 1);
	e->id = pdf_file_id(f);
	return e;
}

unsigned
pdf_embed_id(const struct pdf_embed *e)
{
	return e->id;
}

void
pdf_embed_use(struct pdf_embed *e, unsigned glyph, const char *text,
    size_t n)
{
	struct face *f = e->of;

	if (glyph >= f->nglyph)
		return;
	e->used[glyph / 8] |= (unsigned char)(1u << glyph % 8);
	if (f->says[glyph] == NULL || (n > 0 && f->sayslen[glyph] == 0)) {
		f->nsaid += f->says[glyph] == NULL;
		f->says[glyph] = text;
		f->sayslen[glyph] = (unsigned char)n;
		f->width[glyph] =
		    (short)hb_font_get_glyph_h_advance(f->font, glyph);
	}
}

int
pdf_embed_width(const struct pdf_embed *e, unsigned glyph)
{
	return glyph < e->of->nglyph ? e->of->width[glyph] : 0;
}

bool
pdf_embed_says(const struct pdf_embed *e, unsigned glyph, const char *text,
    size_t n)
{
	const struct face *f = e->of;

	return n > 0 && glyph < f->nglyph && f->sayslen[glyph] == n &&
	    memcmp(f->says[glyph], text, n) == 0;
}

static void
list_used(struct pdf_embed *e)
{
	unsigned i, k;

	for (i = 0; i <= e->of->nglyph / 8; i++)
		for (k = 0; e->used[i] >> k != 0; k++)
			if ((e->used[i] >> k & 1) != 0) {
				e->list = arena_grow(e->of->arena, e->list,
				    e->n, sizeof(*e->list));
				e->list[e->n++] = (unsigned short)(8 * i + k);
			}
}

static int
scaled(const struct pdf_embed *e, int units)
{
	return (int)((long)units * 1000 / (long)e->of->upem);
}

static void
widths(const struct pdf_embed *e, struct buf *b)
{
	unsigned g, i, next = 0;
	bool open = false;

	buf_adds(b, "[");
	for (i = 0; i < e->n; i++) {
		g = e->list[i];
		if (!open || g != next)
			buf_addf(b, "%s%u [", open ? "] " : "", g);
		open = true;
		next = g + 1;
		buf_addf(b, "%d ", e->of->width[g]);
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

/*
 * What n glyphs say.  One that says nothing by itself, as a part of a syllable,
 * stands within marked words (pdf_pen_run) and is an empty space here.
 */
static void
to_unicode(const struct face *f, const unsigned short *list, unsigned len,
    struct buf *b)
{
	unsigned g, n = 0, i;
	unsigned short *used = arena_alloc(f->arena, len * sizeof(*used));

	for (i = 0; i < len; i++)
		if ((g = list[i]) != 0)
			used[n++] = (unsigned short)g;
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
		if (f->sayslen[used[i]] > 0)
			add_hex(b, f->says[used[i]], f->sayslen[used[i]]);
		else
			buf_adds(b, "200B");
		buf_adds(b, ">\n");
		if (i % 100 == 99 || i + 1 == n)
			buf_adds(b, "endbfchar\n");
	}
	buf_adds(b, "endcmap\nCMapName currentdict /CMap defineresource pop\n"
	    "end\nend\n");
}

/* Layout is done, and pages name glyphs by number: these need not travel. */
static const char *const dropped[] = {
	"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "STAT", "kern",
	"cmap", "name", "OS/2", "gasp", "VORG", "vhea", "vmtx", "DSIG",
	"fpgm", "prep", "cvt ", "hdmx", "VDMX", "LTSH", "meta", "SVG ",
	"COLR", "CPAL"
};

/*
 * A font of some glyphs of another; NULL when that fails.  to gets their
 * numbers there, by those they had.
 */
static hb_face_t *
subset(hb_face_t *from, hb_set_t *glyphs, enum how h, hb_map_t *to)
{
	hb_subset_input_t *in = hb_subset_input_create_or_fail();
	hb_subset_plan_t *plan;
	hb_codepoint_t g = HB_SET_VALUE_INVALID;
	hb_face_t *out = NULL;
	hb_set_t *set;
	size_t i;

	if (in == NULL)
		return NULL;
	hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_NO_HINTING |
	    (h == KEPT ? HB_SUBSET_FLAGS_RETAIN_GIDS : 0));
	hb_set_add(glyphs, 0);
	hb_set_set(hb_subset_input_glyph_set(in), glyphs);
	set = hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (i = 0; i < sizeof(dropped) / sizeof(dropped[0]); i++)
		hb_set_add(set, hb_tag_from_string(dropped[i], 4));
	if ((plan = hb_subset_plan_create_or_fail(from, in)) != NULL &&
	    (out = hb_subset_plan_execute_or_fail(plan)) != NULL)
		while (hb_set_next(glyphs, &g))
			hb_map_set(to, g, hb_map_get(
			    hb_subset_plan_old_to_new_glyph_mapping(plan), g));
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(in);
	return out;
}

static unsigned
number_in(const hb_map_t *map, unsigned glyph)
{
	hb_codepoint_t g = hb_map_get(map, glyph);

	return g == HB_MAP_VALUE_INVALID ? 0 : g;
}

/*
 * The tables that travel.  Where others are missing HarfBuzz does not go
 * through them: the characters of a Japanese font alone are 40,000.
 */
static hb_blob_t *
bare_table(hb_face_t *bare, hb_tag_t tag, void *whole)
{
	static const char *const kept[] = {
		"CFF ", "glyf", "loca", "head", "hhea", "hmtx", "maxp", "post"
	};
	size_t i;

	(void)bare;
	for (i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		if (tag == hb_tag_from_string(kept[i], 4))
			return hb_face_reference_table(whole, tag);
	return NULL;
}

/*
 * What the PDFs use of a large font, taken out of it once: to find a few
 * glyphs among 65,000 costs more than to set them.  The manual is the first
 * of them and holds nearly all that the others do.
 */
static void
take_some(struct face *f)
{
	hb_set_t *set = hb_set_create();
	hb_map_t *map = hb_map_create();
	hb_blob_t *bytes;
	hb_face_t *face, *bare = hb_face_create_for_tables(bare_table,
	    f->face, NULL);
	unsigned g;

	for (g = 0; g < f->nglyph; g++)
		if (f->says[g] != NULL)
			hb_set_add(set, g);
	face = subset(bare, set, f->how, map);
	hb_face_destroy(bare);
	if (face != NULL) {
		bytes = hb_face_reference_blob(face);
		f->some = hb_face_create(bytes, 0);
		hb_blob_destroy(bytes);
		hb_face_destroy(face);
	} else {
		f->some = hb_face_reference(f->face);
		f->how = KEPT;
	}
	for (g = 0; g < f->nglyph; g++)
		if (f->says[g] != NULL)
			f->now[g] = (unsigned short)(f->how == KEPT ? g :
			    number_in(map, g));
	f->nsome = f->nsaid;
	hb_map_destroy(map);
	hb_set_destroy(set);
}

/*
 * Numbers of the page to numbers of the smaller font, two bytes each; to
 * leads from those of what all use, or is NULL.
 */
static void
map_glyphs(const struct face *f, const unsigned short *list, unsigned n,
    const hb_map_t *to, struct buf *b)
{
	unsigned i, g, now;

	for (i = 0; i < n; i++) {
		g = list[i];
		while (b->len < 2 * (size_t)g)
			buf_add(b, "\0", 2);
		now = to == NULL ? f->now[g] : number_in(to, f->now[g]);
		buf_addc(b, (int)(now >> 8));
		buf_addc(b, (int)(now & 0xff));
	}
}

/* Six letters that tell which glyphs of the font are in the file. */
static void
name_subset(const unsigned short *list, unsigned n, char tag[7])
{
	struct buf b = BUF_INIT;
	char hex[65];
	unsigned i;

	for (i = 0; i < n; i++)
		buf_addf(&b, "%u ", list[i]);
	hash_bytes(b.s != NULL ? b.s : "", b.len, hex);
	for (i = 0; i < 6; i++)
		tag[i] = (char)('A' + (hex[i] >= 'a' ? hex[i] - 'a' + 10 :
		    hex[i] - '0'));
	tag[6] = '\0';
	buf_done(&b);
}

/* The bytes of the font for a PDF. */
static void
squeeze(const struct face *f, hb_face_t *face, struct program *to)
{
	hb_blob_t *cff = hb_face_reference_table(face,
	    HB_TAG('C', 'F', 'F', ' ')), *all = NULL;
	unsigned n;
	const char *s = hb_blob_get_data(cff, &n);

	to->cff = n > 0;
	if (n == 0) {
		all = hb_face_reference_blob(face);
		s = hb_blob_get_data(all, &n);
	}
	to->plain = n;
	deflate_all(f->deflate, &to->bytes, s, n);
	hb_blob_destroy(all);
	hb_blob_destroy(cff);
}

/*
 * What all PDFs use of the font.  When that is little, as of Latin letters,
 * each of them gets all of it: a few kilobytes more in a file, and no time to
 * make one for each.
 */
static void
prepare(struct face *f)
{
	unsigned short *list;
	unsigned g, n = 0;
	struct buf b = BUF_INIT;
	hb_face_t *known;
	hb_blob_t *all;

	if (f->some != NULL && f->nsome == f->nsaid)
		return;
	hb_face_destroy(f->some);
	form_done(&f->form);
	take_some(f);
	all = hb_face_reference_blob(f->some);
	f->shared = hb_blob_get_length(all) <= SHARED_MAX;
	hb_blob_destroy(all);
	if (!f->shared) {
		/* read through once, for all that are taken of it */
		known = hb_subset_preprocess(f->some);
		hb_face_destroy(f->some);
		f->some = known;
		return;
	}
	list = arena_alloc(f->arena, f->nsome * sizeof(*list));
	for (g = 0; g < f->nglyph; g++)
		if (f->says[g] != NULL)
			list[n++] = (unsigned short)g;
	name_subset(list, n, f->form.tag);
	squeeze(f, f->some, &f->form.program);
	if (f->how == MAPPED) {
		map_glyphs(f, list, n, NULL, &b);
		deflate_all(f->deflate, &f->form.map, b.s, b.len);
	}
	buf_clear(&b);
	to_unicode(f, list, n, &b);
	deflate_all(f->deflate, &f->form.unicode, b.s, b.len);
	buf_done(&b);
}

/* The font with the used glyphs only. */
static void
shrink(const struct pdf_embed *e, struct form *to)
{
	struct face *f = e->of;
	hb_set_t *set = hb_set_create();
	hb_map_t *map = hb_map_create();
	hb_face_t *out = NULL;
	struct buf b = BUF_INIT;
	unsigned i;

	for (i = 0; i < e->n; i++)
		hb_set_add(set, f->now[e->list[i]]);
	if (e->n < f->nsome)
		out = subset(f->some, set, f->how, map);
	if (f->how == MAPPED) {
		map_glyphs(f, e->list, e->n, out == NULL ? NULL : map, &b);
		deflate_all(f->deflate, &to->map, b.s, b.len);
	}
	name_subset(e->list, e->n, to->tag);
	squeeze(f, out != NULL ? out : f->some, &to->program);
	buf_clear(&b);
	to_unicode(f, e->list, e->n, &b);
	deflate_all(f->deflate, &to->unicode, b.s, b.len);
	buf_done(&b);
	hb_face_destroy(out);
	hb_map_destroy(map);
	hb_set_destroy(set);
}

static void
name_of(const struct pdf_embed *e, char *name, unsigned room)
{
	unsigned n = room, i;
	char *s = name;

	hb_ot_name_get_utf8(e->of->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
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
	hb_blob_t *head = hb_face_reference_table(e->of->face,
	    HB_TAG('h', 'e', 'a', 'd'));
	hb_font_extents_t ext;
	struct buf *b = pdf_file_begin(f, id);
	unsigned n, i;
	const char *s = hb_blob_get_data(head, &n);

	memset(&ext, 0, sizeof(ext));
	hb_font_get_h_extents(e->of->font, &ext);
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

static void
put_program(struct pdf_file *f, const struct program *g, char *entry)
{
	unsigned id = pdf_file_id(f);
	char head[64] = "/Subtype /CIDFontType0C";

	if (!g->cff)
		snprintf(head, sizeof(head), "/Length1 %u", g->plain);
	pdf_file_squeezed_stream(f, id, head, g->bytes.s, g->bytes.len);
	sprintf(entry, "/FontFile%d %u 0 R", g->cff ? 3 : 2, id);
}

void
pdf_embed_write(struct pdf_embed *e, struct pdf_file *f)
{
	unsigned cid = pdf_file_id(f), desc = pdf_file_id(f),
	    uni = pdf_file_id(f), map = 0;
	char ps[128], name[140], entry[48];
	struct form own = { .tag = "" };
	const struct form *g = &own;
	struct buf *b;

	list_used(e);
	prepare(e->of);
	if (e->of->shared)
		g = &e->of->form;
	else
		shrink(e, &own);
	name_of(e, ps, sizeof(ps));
	snprintf(name, sizeof(name), "%s+%s", g->tag, ps);
	put_program(f, &g->program, entry);
	descriptor(e, f, name, desc, entry);
	if (g->map.len > 0) {
		map = pdf_file_id(f);
		pdf_file_squeezed_stream(f, map, "", g->map.s, g->map.len);
	}
	b = pdf_file_begin(f, cid);
	buf_addf(b, "<< /Type /Font /Subtype /CIDFontType%d /BaseFont /%s "
	    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
	    "/Supplement 0 >> /FontDescriptor %u 0 R /DW 1000 ",
	    g->program.cff ? 0 : 2, name, desc);
	if (map != 0)
		buf_addf(b, "/CIDToGIDMap %u 0 R ", map);
	else if (!g->program.cff)
		buf_adds(b, "/CIDToGIDMap /Identity ");
	buf_adds(b, "/W ");
	widths(e, b);
	buf_adds(b, " >>");
	pdf_file_end(f);
	pdf_file_squeezed_stream(f, uni, "", g->unicode.s, g->unicode.len);
	b = pdf_file_begin(f, e->id);
	buf_addf(b, "<< /Type /Font /Subtype /Type0 /BaseFont /%s%s "
	    "/Encoding /Identity-H /DescendantFonts [%u 0 R] "
	    "/ToUnicode %u 0 R >>", name, g->program.cff ? "-Identity-H" : "",
	    cid, uni);
	pdf_file_end(f);
	form_done(&own);
}
