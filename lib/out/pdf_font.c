#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <hb-ot.h>
#include <pango/pango.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <sys/mman.h>
#include <sys/stat.h>

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/late.h"
#include "base/utf8.h"
#include "out/out.h"
#include "out/pdf.h"

/*
 * Pango sets the scripts that need more than a run of glyphs.  Few books have
 * them; with GLib behind it, it would be half of what a start costs.
 */
#define PANGO(F) \
	F(g_free) F(g_list_free) F(g_list_free_full) \
	F(g_log_set_default_handler) F(g_malloc0_n) F(g_object_ref) \
	F(g_object_unref) F(g_utf8_strlen) \
	F(pango_context_set_font_description) F(pango_context_set_language) \
	F(pango_context_set_round_glyph_positions) \
	F(pango_fc_font_map_set_config) F(pango_font_description_free) \
	F(pango_font_description_new) F(pango_font_description_set_family) \
	F(pango_font_description_set_size) \
	F(pango_font_description_set_style) \
	F(pango_font_description_set_weight) F(pango_font_get_hb_font) \
	F(pango_font_map_create_context) F(pango_ft2_font_map_new) \
	F(pango_ft2_font_map_set_resolution) F(pango_get_log_attrs) \
	F(pango_glyph_string_free) F(pango_glyph_string_new) \
	F(pango_item_free) F(pango_itemize) F(pango_language_from_string) \
	F(pango_reorder_items) F(pango_shape_with_flags)

static struct {
	PANGO(LATE_MEMBER)
} pango;

static const char *const pango_names[] = { PANGO(LATE_NAME) };
static pthread_once_t pango_loaded = PTHREAD_ONCE_INIT;

static void
load_pango(void)
{
	late_load(LATE_PANGOFT2, pango_names, LATE_COUNT(pango_names),
	    &pango);
}

/*
 * fontconfig's own choice differs by machine and would move every page
 * break, so only these folders and families are ever looked at.
 */
static const char *const dirs[] = {
	"/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts",
	"/opt/homebrew/share/fonts"
};

#define CHAIN_MAX	10

/*
 * No ligatures: what one glyph says in two letters, Cairo explains by marked
 * content within the marks of a tag, and readers lose the rest of the words.
 */
#define OFF(A, B, C, D)	{ HB_TAG(A, B, C, D), 0, 0, (unsigned)-1 }
static const hb_feature_t plain[] = {
	OFF('l', 'i', 'g', 'a'), OFF('c', 'l', 'i', 'g'),
	/*
	 * From here on what letters, digits and signs of ASCII never need: to
	 * look whether they do is the larger part of setting a word.
	 */
	OFF('a', 'b', 'v', 'm'), OFF('b', 'l', 'w', 'm'),
	OFF('c', 'a', 'l', 't'), OFF('c', 'c', 'm', 'p'),
	OFF('c', 'u', 'r', 's'), OFF('l', 'o', 'c', 'l'),
	OFF('m', 'a', 'r', 'k'), OFF('m', 'k', 'm', 'k'),
	OFF('r', 'c', 'l', 't'), OFF('r', 'l', 'i', 'g')
};
#define PLAIN		(sizeof(plain) / sizeof(plain[0]))
#define PLAIN_MIN	2

static const char *const chain_sans[] = {
	"Noto Sans", "Noto Sans CJK JP", "Noto Sans Symbols",
	"Noto Sans Symbols2", "Noto Sans Math", "IPAexGothic", NULL
};
static const char *const chain_serif[] = {
	"Noto Serif", "Noto Serif CJK JP", "Noto Sans CJK JP",
	"Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math",
	"IPAexMincho", NULL
};
static const char *const chain_mono[] = {
	"Noto Sans Mono", "Noto Sans Mono CJK JP", "Noto Sans",
	"Noto Sans CJK JP", "Noto Sans Symbols", "Noto Sans Symbols2",
	"Noto Sans Math", "IPAexGothic", NULL
};
/* For scripts that Pango sets for us. */
static const char *const chain_more[] = {
	"Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Thai",
	"Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Tamil",
	"Noto Sans Armenian", "Noto Sans Georgian", "Noto Sans Ethiopic",
	"Noto Sans Khmer", "Noto Sans Lao", "Noto Sans Myanmar",
	"Noto Sans Sinhala", NULL
};

/* A face of a font file. */
struct opened {
	const char	*file;
	int		 nth;
	hb_face_t	*face;
	struct mapped	*mapped;	/* its bytes, or NULL: HarfBuzz's own */
};

struct mapped {
	void		*at;
	size_t		 len;
};

/* It at a size. */
struct loaded {
	const char	*family;
	bool		 bold, italic;
	float		 size;
	hb_font_t	*hb;		/* NULL: not installed */
	hb_face_t	*face;
	PangoFont	*font;		/* that holds the face, or NULL */
};

struct pdf_font {
	struct pdf_fonts *all;
	enum pdf_face	 face;
	bool		 bold, italic;
	float		 size;
	enum lang	 lang;
	hb_language_t	 hblang;
	struct loaded	*chain[CHAIN_MAX];
	size_t		 nchain;
	struct pdf_piece **slot;	/* hash table, nslot a power of two */
	size_t		 nslot, used;
	struct loaded	*ascii[128];	/* what covers them, once asked */
};

struct pdf_fonts {
	struct arena	*arena;
	FcConfig	*config;
	PangoFontMap	*map;		/* for scripts that need it, or NULL */
	PangoContext	*context;
	hb_buffer_t	*hb;
	struct opened	*opened;
	size_t		 nopened;
	struct loaded	**loaded;
	size_t		 nloaded;
	struct pdf_font	**font;
	size_t		 nfont, last;	/* that was asked for */
	struct pdf_hyphens *hyphens;	/* NULL: not asked, or none */
	bool		 hyphens_asked;
};

/* What Debian has them in; the first of the needed ones sets Latin text. */
static const struct {
	const char	*family, *package;
	bool		 needed;
} origins[] = {
	{ "Noto Sans", "fonts-noto-core", true },
	{ "Noto Serif", "fonts-noto-core", false },
	{ "Noto Sans Mono", "fonts-noto-mono", false },
	{ "Noto Sans CJK JP", "fonts-noto-cjk", true },
	{ "Noto Serif CJK JP", "fonts-noto-cjk", false },
	{ "Noto Sans Mono CJK JP", "fonts-noto-cjk", true },
	{ "Noto Sans Symbols", "fonts-noto-core", false },
	{ "Noto Sans Symbols2", "fonts-noto-core", false },
	{ "Noto Sans Math", "fonts-noto-core", false },
	{ "IPAexGothic", "fonts-ipaexfont-gothic", false },
	{ "IPAexMincho", "fonts-ipaexfont-mincho", false }
};

const char *
pdf_font_names(struct arena *a)
{
	struct buf b = BUF_INIT;
	const char *names;
	size_t i;

	for (i = 0; i < sizeof(origins) / sizeof(*origins); i++)
		buf_addf(&b, "%s%s", i == 0 ? "" : ", ", origins[i].family);
	names = arena_str(a, b.s);
	buf_done(&b);
	return names;
}

static void
add_families(struct buf *b, const char *const *chain)
{
	size_t i;

	for (i = 0; chain[i] != NULL; i++)
		buf_addf(b, "<pattern><patelt name=\"family\">"
		    "<string>%s</string></patelt></pattern>", chain[i]);
}

static FcConfig *
make_config(void)
{
	FcConfig *c = FcConfigCreate();
	struct buf b = BUF_INIT;
	size_t i;
	bool ok;

	buf_adds(&b, "<fontconfig>");
	for (i = 0; i < sizeof(dirs) / sizeof(dirs[0]); i++)
		buf_addf(&b, "<dir>%s</dir>", dirs[i]);
	buf_adds(&b, "<cachedir>/var/cache/fontconfig</cachedir>"
	    "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
	    "<selectfont><rejectfont>"
	    "<pattern><patelt name=\"scalable\"><bool>true</bool></patelt>"
	    "</pattern><pattern><patelt name=\"scalable\"><bool>false</bool>"
	    "</patelt></pattern></rejectfont><acceptfont>");
	add_families(&b, chain_sans);
	add_families(&b, chain_serif);
	add_families(&b, chain_mono);
	add_families(&b, chain_more);
	buf_adds(&b, "</acceptfont></selectfont></fontconfig>");
	ok = c != NULL && FcConfigParseAndLoadFromMemory(c,
	    (const FcChar8 *)b.s, FcFalse) && FcConfigBuildFonts(c);
	buf_done(&b);
	if (!ok && c != NULL) {
		FcConfigDestroy(c);
		c = NULL;
	}
	return c;
}

/*
 * GLib ends the program by a signal when it gets no memory or no thread; to
 * the user that is a limit of the machine.  What it only remarks on is not
 * for him.
 */
static void
glib_trouble(const gchar *domain, GLogLevelFlags level, const gchar *message,
    gpointer data)
{
	(void)domain;
	(void)message;
	(void)data;
	if ((level & (G_LOG_LEVEL_ERROR | G_LOG_FLAG_FATAL)) != 0)
		arena_exhausted();
}

struct pdf_fonts *
pdf_fonts_new(struct arena *a)
{
	struct pdf_fonts *fs = arena_alloc(a, sizeof(*fs));
	FcFontSet *set;

	fs->arena = a;
	if ((fs->config = make_config()) == NULL)
		return NULL;
	set = FcConfigGetFonts(fs->config, FcSetSystem);
	if (set == NULL || set->nfont == 0) {
		FcConfigDestroy(fs->config);
		return NULL;
	}
	fs->hb = hb_buffer_create();
	return fs;
}

/* Pango takes its time to start, and few books need it. */
static void
need_pango(struct pdf_fonts *fs)
{
	if (fs->context != NULL)
		return;
	pthread_once(&pango_loaded, load_pango);
	pango.g_log_set_default_handler(glib_trouble, NULL);
	/* Else Pango loads the machine's own configuration in a thread. */
	FcConfigSetCurrent(fs->config);
	fs->map = pango.pango_ft2_font_map_new();
	pango.pango_fc_font_map_set_config((PangoFcFontMap *)fs->map,
	    fs->config);
	pango.pango_ft2_font_map_set_resolution((PangoFT2FontMap *)fs->map, 72,
	    72);
	fs->context = pango.pango_font_map_create_context(fs->map);
	pango.pango_context_set_round_glyph_positions(fs->context, FALSE);
}

static void
drop(gpointer object)
{
	if (object != NULL)
		pango.g_object_unref(object);
}

void
pdf_fonts_done(struct pdf_fonts *fs)
{
	size_t i;

	if (fs == NULL)
		return;
	for (i = 0; i < fs->nloaded; i++) {
		hb_font_destroy(fs->loaded[i]->hb);
		drop(fs->loaded[i]->font);
	}
	for (i = 0; i < fs->nopened; i++)
		hb_face_destroy(fs->opened[i].face);
	pdf_hyphens_done(fs->hyphens);
	hb_buffer_destroy(fs->hb);
	drop(fs->context);
	drop(fs->map);
	FcConfigDestroy(fs->config);
}

static PangoFontDescription *
describe(const char *family, const struct pdf_font *f)
{
	PangoFontDescription *d = pango.pango_font_description_new();

	pango.pango_font_description_set_family(d, family);
	pango.pango_font_description_set_size(d, (int)(f->size * PANGO_SCALE));
	pango.pango_font_description_set_weight(d,
	    f->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango.pango_font_description_set_style(d,
	    f->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	return d;
}

static void
unmap(void *data)
{
	struct mapped *m = data;

	munmap(m->at, m->len);
}

/* Mapped by ourselves, so that pages of it may be let go. */
static struct mapped *
map_file(struct arena *a, const char *file)
{
	struct mapped m = { MAP_FAILED, 0 }, *kept;
	struct stat st;
	int fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0 &&
	    st.st_size <= INT32_MAX) {
		m.len = (size_t)st.st_size;
		m.at = mmap(NULL, m.len, PROT_READ, MAP_PRIVATE, fd, 0);
	}
	close(fd);
	if (m.at == MAP_FAILED)
		return NULL;
	kept = arena_alloc(a, sizeof(*kept));
	*kept = m;
	return kept;
}

void
pdf_font_rest(const struct pdf_fonts *fs, const void *face)
{
	size_t i;

	for (i = 0; i < fs->nopened; i++)
		if (fs->opened[i].face == face &&
		    fs->opened[i].mapped != NULL)
			madvise(fs->opened[i].mapped->at,
			    fs->opened[i].mapped->len, MADV_DONTNEED);
}

static hb_face_t *
open_face(struct pdf_fonts *fs, const char *file, int nth)
{
	struct opened *o;
	hb_blob_t *blob;
	size_t i;

	for (i = 0; i < fs->nopened; i++) {
		o = &fs->opened[i];
		if (o->nth == nth && strcmp(o->file, file) == 0)
			return o->face;
	}
	fs->opened = arena_grow(fs->arena, fs->opened, fs->nopened,
	    sizeof(*fs->opened));
	o = &fs->opened[fs->nopened++];
	o->file = arena_str(fs->arena, file);
	o->nth = nth;
	o->mapped = map_file(fs->arena, file);
	blob = o->mapped == NULL ? hb_blob_create_from_file(file) :
	    hb_blob_create(o->mapped->at, (unsigned)o->mapped->len,
	    HB_MEMORY_MODE_READONLY, o->mapped, unmap);
	o->face = hb_face_create(blob, (unsigned)nth);
	hb_blob_destroy(blob);
	return o->face;
}

/* The face of a family, or NULL when it is not installed. */
static hb_face_t *
find_face(struct pdf_fonts *fs, const struct loaded *l)
{
	FcPattern *want = FcPatternBuild(NULL,
	    FC_FAMILY, FcTypeString, l->family,
	    FC_WEIGHT, FcTypeInteger, l->bold ? FC_WEIGHT_BOLD :
	    FC_WEIGHT_NORMAL,
	    FC_SLANT, FcTypeInteger, l->italic ? FC_SLANT_ITALIC :
	    FC_SLANT_ROMAN, FC_WIDTH, FcTypeInteger, FC_WIDTH_NORMAL,
	    (char *)NULL), *got = NULL;
	FcChar8 *family, *file;
	FcResult result;
	hb_face_t *face = NULL;
	int nth;

	if (want != NULL) {
		FcDefaultSubstitute(want);
		got = FcFontMatch(fs->config, want, &result);
	}
	if (got != NULL &&
	    FcPatternGetString(got, FC_FAMILY, 0, &family) == FcResultMatch &&
	    strcmp((const char *)family, l->family) == 0 &&
	    FcPatternGetString(got, FC_FILE, 0, &file) == FcResultMatch &&
	    FcPatternGetInteger(got, FC_INDEX, 0, &nth) == FcResultMatch)
		face = open_face(fs, (const char *)file, nth);
	if (got != NULL)
		FcPatternDestroy(got);
	if (want != NULL)
		FcPatternDestroy(want);
	return face;
}

bool
pdf_font_file(const struct pdf_fonts *fs, const void *face,
    const char **family, const char **file)
{
	size_t i;

	for (i = 0; i < fs->nopened && fs->opened[i].face != face; i++)
		;
	if (i == fs->nopened)
		return false;
	*file = fs->opened[i].file;
	for (i = 0; i < fs->nloaded && fs->loaded[i]->face != face; i++)
		;
	*family = i < fs->nloaded ? fs->loaded[i]->family : "";
	return strchr(*file, '/') != NULL;
}

struct out_font *
pdf_fonts_known(struct arena *a, size_t *n)
{
	struct pdf_fonts *fs = pdf_fonts_new(a);
	struct out_font *list = arena_alloc(a, (sizeof(origins) /
	    sizeof(*origins) + 1) * sizeof(*list));
	struct loaded l = { .face = NULL };
	const char *family;

	for (*n = 0; *n < sizeof(origins) / sizeof(*origins); ++*n) {
		list[*n] = (struct out_font){ origins[*n].family, NULL,
		    origins[*n].package, origins[*n].needed };
		l.family = origins[*n].family;
		if (fs != NULL && (l.face = find_face(fs, &l)) != NULL)
			pdf_font_file(fs, l.face, &family, &list[*n].file);
	}
	pdf_fonts_done(fs);
	list[(*n)++] = (struct out_font){ PDF_HYPHENS_NAME,
	    pdf_hyphens_known(), PDF_HYPHENS_PACKAGE, true };
	return list;
}

/* The face at its size, as Pango would measure it. */
static void
take_face(struct loaded *l, hb_face_t *face)
{
	int scale = (int)(l->size * PANGO_SCALE);

	l->face = face;
	if (face == NULL)
		return;
	l->hb = hb_font_create(face);
	hb_font_set_scale(l->hb, scale, scale);
}

static struct loaded *
load(struct pdf_fonts *fs, const char *family, const struct pdf_font *f)
{
	struct loaded *l, *other = NULL;
	size_t i;

	for (i = 0; i < fs->nloaded; i++) {
		l = fs->loaded[i];
		if (l->font != NULL || l->bold != f->bold ||
		    l->italic != f->italic || strcmp(l->family, family) != 0)
			continue;
		if (l->size == f->size)
			return l;
		other = l;
	}
	fs->loaded = arena_grow(fs->arena, fs->loaded, fs->nloaded,
	    sizeof(*fs->loaded));
	l = fs->loaded[fs->nloaded++] = arena_alloc(fs->arena, sizeof(*l));
	l->family = family;
	l->bold = f->bold;
	l->italic = f->italic;
	l->size = f->size;
	take_face(l, other != NULL ? other->face : find_face(fs, l));
	return l;
}

static const char *const *
families(enum pdf_face face)
{
	switch (face) {
	case PDF_SERIF:	return chain_serif;
	case PDF_SANS:	return chain_sans;
	case PDF_MONO:	return chain_mono;
	}
	return chain_sans;
}

struct pdf_font *
pdf_font(struct pdf_fonts *fs, enum pdf_face face, bool bold, bool italic,
    float size, enum lang lang)
{
	struct pdf_font *f;
	size_t i, k;

	/* as a rule the one that was asked for before, or one behind it */
	for (k = 0; k < fs->nfont; k++) {
		i = fs->last + k;
		i -= i >= fs->nfont ? fs->nfont : 0;
		f = fs->font[i];
		if (f->face == face && f->bold == bold &&
		    f->italic == italic && f->size == size && f->lang == lang) {
			fs->last = i;
			return f;
		}
	}
	fs->font = arena_grow(fs->arena, fs->font, fs->nfont,
	    sizeof(*fs->font));
	f = fs->font[fs->nfont++] = arena_alloc(fs->arena, sizeof(*f));
	f->all = fs;
	f->face = face;
	f->bold = bold;
	f->italic = italic;
	f->size = size;
	f->lang = lang;
	f->hblang = hb_language_from_string(lang_code(lang), -1);
	f->nslot = 256;
	f->slot = arena_alloc(fs->arena, f->nslot * sizeof(*f->slot));
	return f;
}

float
pdf_font_size(const struct pdf_font *f)
{
	return f->size;
}

/*
 * The i-th font of the chain.  Japanese text takes the Japanese font for its
 * Latin letters too: they were drawn for each other.
 */
static struct loaded *
chain(struct pdf_font *f, size_t i)
{
	const char *const *names = families(f->face);
	size_t k, n = 0;

	while (names[n] != NULL)
		n++;
	if (i >= n)
		return NULL;
	if (f->chain[i] == NULL) {
		k = i;
		if (f->lang == LANG_JA && f->face != PDF_MONO && i < 2)
			k = 1 - i;
		f->chain[i] = load(f->all, names[k], f);
	}
	return f->chain[i];
}

static bool
is_mark(uint32_t c)
{
	return (c >= 0x300 && c <= 0x36f) || c == 0x3099 || c == 0x309a ||
	    (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

/* Characters whose shape or place depends on their neighbours. */
static bool
is_complex(uint32_t c)
{
	if (c < 0x590)
		return false;
	return c <= 0x109f || (c >= 0x1200 && c <= 0x139f) ||
	    (c >= 0x1780 && c <= 0x1aff) || (c >= 0x1b00 && c <= 0x1cff) ||
	    (c >= 0xa800 && c <= 0xabff) || (c >= 0xfb1d && c <= 0xfdff) ||
	    (c >= 0xfe70 && c <= 0xfeff);
}

static struct loaded *
covers(struct pdf_font *f, uint32_t c)
{
	struct loaded *l;
	hb_codepoint_t g;
	size_t i;

	if (c < 128 && f->ascii[c] != NULL)
		return f->ascii[c];
	for (i = 0; (l = chain(f, i)) != NULL; i++)
		if (l->hb != NULL && hb_font_get_nominal_glyph(l->hb, c, &g) &&
		    g != 0)
			break;
	if (c < 128)
		f->ascii[c] = l;
	return l;
}

static struct pdf_run *
add_run(struct pdf_font *f, struct pdf_piece *p, unsigned n, unsigned bytes)
{
	struct arena *a = f->all->arena;
	struct pdf_run *r;

	p->runs = arena_grow(a, p->runs, p->nruns, sizeof(*p->runs));
	r = &p->runs[p->nruns++];
	r->n = n;
	r->bytes = bytes;
	r->glyph = arena_alloc(a, n * sizeof(*r->glyph));
	r->x = arena_alloc(a, n * sizeof(*r->x));
	r->y = arena_alloc(a, n * sizeof(*r->y));
	r->cluster = arena_alloc(a, (size_t)2 * (n + 1));
	return r;
}

static bool
is_ascii(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

static bool
ends_soft(const char *s, size_t n)
{
	const size_t len = sizeof(PDF_SHY) - 1;

	return n >= len && memcmp(s + n - len, PDF_SHY, len) == 0;
}

/* Shape the bytes from..to of p with one font by HarfBuzz. */
static void
shape_run(struct pdf_font *f, struct pdf_piece *p, struct loaded *l,
    size_t from, size_t to)
{
	hb_buffer_t *b = f->all->hb;
	hb_glyph_info_t *info;
	hb_glyph_position_t *pos;
	struct pdf_run *r;
	unsigned i, n, start, end;
	float x = 0;

	hb_buffer_clear_contents(b);
	hb_buffer_add_utf8(b, p->text + from, (int)(to - from), 0,
	    (int)(to - from));
	hb_buffer_guess_segment_properties(b);
	hb_buffer_set_direction(b, HB_DIRECTION_LTR);
	hb_buffer_set_language(b, f->hblang);
	/* the hyphen at the end of a line, which is nowhere else */
	hb_buffer_set_flags(b, ends_soft(p->text + from, to - from) ?
	    HB_BUFFER_FLAG_PRESERVE_DEFAULT_IGNORABLES :
	    HB_BUFFER_FLAG_DEFAULT);
	hb_shape(l->hb, b, plain, is_ascii(p->text + from, to - from) ?
	    PLAIN : PLAIN_MIN);
	info = hb_buffer_get_glyph_infos(b, &n);
	pos = hb_buffer_get_glyph_positions(b, &n);
	r = add_run(f, p, n, (unsigned)(to - from));
	r->face = l->face;
	r->size = f->size;
	for (i = 0; i < n; i++) {
		r->glyph[i] = info[i].codepoint;
		r->x[i] = x + (float)pos[i].x_offset / PANGO_SCALE;
		r->y[i] = -(float)pos[i].y_offset / PANGO_SCALE;
		x += (float)pos[i].x_advance / PANGO_SCALE;
		if (i > 0 && info[i].cluster == info[i - 1].cluster) {
			r->cluster[2 * r->nclusters - 1]++;
			continue;
		}
		start = info[i].cluster;
		for (end = i + 1; end < n && info[end].cluster == start; end++)
			;
		end = end < n ? info[end].cluster : r->bytes;
		r->cluster[2 * r->nclusters] = (unsigned char)(end - start);
		r->cluster[2 * r->nclusters + 1] = 1;
		r->nclusters++;
	}
	r->w = x;
	p->w += x;
}

static void shape(struct pdf_font *, struct pdf_piece *);

/* Set p anew with [U+hhhh] in the place of what has no glyph. */
static void
replace(struct pdf_font *f, struct pdf_piece *p)
{
	struct buf b = BUF_INIT;
	const char *s = p->text, *end = s + p->len;
	uint32_t c, missing = 0;
	size_t n;

	for (; s < end; s += n) {
		n = utf8_get(s, (size_t)(end - s), &c);
		if (is_mark(c) || is_complex(c) ||
		    (c >= 0x20 && covers(f, c) != NULL))
			buf_add(&b, s, n);
		else {
			buf_addf(&b, "[U+%04X]", (unsigned)c);
			missing = missing == 0 ? c : missing;
		}
	}
	if (missing == 0) {
		/* Pango found no font for one of a complex script. */
		buf_clear(&b);
		for (s = p->text; s < end; s += n) {
			n = utf8_get(s, (size_t)(end - s), &c);
			buf_addf(&b, "[U+%04X]", (unsigned)c);
			missing = missing == 0 ? c : missing;
		}
	}
	p->text = arena_dup(f->all->arena, b.s, b.len);
	p->len = (unsigned)b.len;
	buf_done(&b);
	p->w = 0;
	p->nruns = 0;
	p->runs = NULL;
	p->rtl = false;
	shape(f, p);
	p->missing = missing;
}

/* One Pango item as a run; false when a glyph is missing. */
static bool
item_run(struct pdf_font *f, struct pdf_piece *p, PangoItem *it)
{
	PangoGlyphString *gs = pango.pango_glyph_string_new();
	struct pdf_run *r;
	int i, k, prev, step;
	bool ok = true, back = (it->analysis.level & 1) != 0;
	float x = 0;

	pango.pango_shape_with_flags(p->text + it->offset, it->length, p->text,
	    (int)p->len, &it->analysis, gs, PANGO_SHAPE_NONE);
	r = add_run(f, p, (unsigned)gs->num_glyphs, (unsigned)it->length);
	r->face = hb_font_get_face(pango.pango_font_get_hb_font(
	    it->analysis.font));
	r->size = f->size;
	(pango.g_object_ref)(it->analysis.font);	/* no macro */
	f->all->loaded = arena_grow(f->all->arena, f->all->loaded,
	    f->all->nloaded, sizeof(*f->all->loaded));
	f->all->loaded[f->all->nloaded] = arena_alloc(f->all->arena,
	    sizeof(struct loaded));
	f->all->loaded[f->all->nloaded]->family = "";
	f->all->loaded[f->all->nloaded++]->font = it->analysis.font;
	r->backward = back;
	for (i = 0; i < gs->num_glyphs; i++) {
		if (gs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
			ok = false;
		r->glyph[i] = gs->glyphs[i].glyph == PANGO_GLYPH_EMPTY ? 0 :
		    gs->glyphs[i].glyph;
		r->x[i] = x +
		    (float)gs->glyphs[i].geometry.x_offset / PANGO_SCALE;
		r->y[i] = (float)gs->glyphs[i].geometry.y_offset / PANGO_SCALE;
		x += (float)gs->glyphs[i].geometry.width / PANGO_SCALE;
	}
	/* Clusters in the order of the text, glyphs in that of sight. */
	step = back ? -1 : 1;
	prev = -1;
	for (k = 0, i = back ? gs->num_glyphs - 1 : 0; k < gs->num_glyphs;
	    k++, i += step) {
		if (gs->log_clusters[i] == prev) {
			r->cluster[2 * r->nclusters - 1]++;
			continue;
		}
		if (r->nclusters > 0)
			r->cluster[2 * r->nclusters - 2] =
			    (unsigned char)(gs->log_clusters[i] - prev);
		prev = gs->log_clusters[i];
		r->cluster[2 * r->nclusters + 1] = 1;
		r->nclusters++;
	}
	if (r->nclusters > 0)
		r->cluster[2 * r->nclusters - 2] =
		    (unsigned char)(it->length - prev);
	r->w = x;
	p->w += x;
	p->rtl = p->rtl || back;
	pango.pango_glyph_string_free(gs);
	return ok;
}

static void
shape_complex(struct pdf_font *f, struct pdf_piece *p)
{
	PangoFontDescription *d;
	GList *items, *next;
	struct buf names = BUF_INIT;
	const char *const *all[2] = { families(f->face), chain_more };
	size_t i, k;
	bool ok = true;

	for (k = 0; k < 2; k++)
		for (i = 0; all[k][i] != NULL; i++)
			buf_addf(&names, "%s%s", names.len > 0 ? "," : "",
			    all[k][i]);
	need_pango(f->all);
	d = describe(names.s, f);
	pango.pango_context_set_font_description(f->all->context, d);
	pango.pango_context_set_language(f->all->context,
	    pango.pango_language_from_string(lang_code(f->lang)));
	items = pango.pango_itemize(f->all->context, p->text, 0, (int)p->len,
	    NULL, NULL);
	next = pango.pango_reorder_items(items);
	pango.g_list_free(items);
	for (items = next; next != NULL; next = next->next)
		ok = item_run(f, p, next->data) && ok;
	pango.g_list_free_full(items, (GDestroyNotify)pango.pango_item_free);
	pango.pango_font_description_free(d);
	buf_done(&names);
	if (!ok)
		replace(f, p);
}

static void
shape(struct pdf_font *f, struct pdf_piece *p)
{
	const char *s = p->text, *end = s + p->len;
	struct loaded *l, *now = NULL;
	size_t from = 0, n;
	uint32_t c;

	for (; s < end; s += n) {
		n = utf8_get(s, (size_t)(end - s), &c);
		if (is_complex(c)) {
			p->w = 0;
			p->nruns = 0;
			p->runs = NULL;
			shape_complex(f, p);
			return;
		}
		l = is_mark(c) && now != NULL ? now : covers(f, c);
		if (l == NULL) {
			replace(f, p);
			return;
		}
		if (l != now && now != NULL) {
			shape_run(f, p, now, from, (size_t)(s - p->text));
			from = (size_t)(s - p->text);
		}
		now = l;
	}
	if (now != NULL)
		shape_run(f, p, now, from, p->len);
}

static size_t
hash(const char *s, size_t n)
{
	size_t h = 1469598103934665603u;

	while (n-- > 0)
		h = (h ^ (unsigned char)*s++) * 1099511628211u;
	return h ^ h >> 29;
}

static void
rehash(struct pdf_font *f)
{
	struct pdf_piece **old = f->slot;
	size_t i, k, n = f->nslot;

	f->nslot = n * 4;
	f->slot = arena_alloc(f->all->arena, f->nslot * sizeof(*f->slot));
	for (i = 0; i < n; i++) {
		if (old[i] == NULL)
			continue;
		k = old[i]->hash & (f->nslot - 1);
		while (f->slot[k] != NULL)
			k = (k + 1) & (f->nslot - 1);
		f->slot[k] = old[i];
	}
}

const struct pdf_piece *
pdf_piece(struct pdf_font *f, const char *s, size_t n)
{
	size_t h = hash(s, n), k = h & (f->nslot - 1);
	struct pdf_piece *p;

	for (; (p = f->slot[k]) != NULL; k = (k + 1) & (f->nslot - 1))
		if (p->hash == h && p->keylen == n &&
		    memcmp(p->key, s, n) == 0)
			return p;
	p = arena_alloc(f->all->arena, sizeof(*p));
	p->key = p->text = arena_dup(f->all->arena, s, n);
	p->keylen = p->len = (unsigned)n;
	p->hash = h;
	f->slot[k] = p;
	if (++f->used * 2 > f->nslot)
		rehash(f);
	shape(f, p);
	return p;
}

float
pdf_piece_upto(const struct pdf_piece *p, size_t n)
{
	const struct pdf_run *r;
	unsigned i, k, g;
	float x = 0;

	for (i = 0; i < p->nruns; i++) {
		r = &p->runs[i];
		for (k = g = 0; k < r->nclusters; k++) {
			if (n < r->cluster[2 * k] || n == 0)
				return x + (g < r->n ? r->x[g] : r->w);
			n -= r->cluster[2 * k];
			g += r->cluster[2 * k + 1];
		}
		x += r->w;
	}
	return x;
}

uint64_t
pdf_piece_parts(struct pdf_font *f, const struct pdf_piece *p)
{
	struct pdf_piece *known = (struct pdf_piece *)p;
	struct pdf_fonts *fs = f->all;

	if (p->parted)
		return p->parts;
	known->parted = true;
	if (!fs->hyphens_asked)
		fs->hyphens = pdf_hyphens_new(fs->arena);
	fs->hyphens_asked = true;
	if (fs->hyphens != NULL && p->missing == 0 &&
	    pdf_piece(f, PDF_SHY, sizeof(PDF_SHY) - 1)->missing == 0)
		known->parts = pdf_hyphens_of(fs->hyphens, p->key, p->keylen);
	return p->parts;
}

const struct pdf_hyphens *
pdf_font_hyphens(const struct pdf_fonts *fs)
{
	return fs->hyphens;
}

size_t
pdf_piece_first(const struct pdf_piece *p)
{
	uint32_t c;

	if (p->missing == 0 && p->nruns > 0 && !p->rtl &&
	    p->runs[0].nclusters > 0)
		return p->runs[0].cluster[0];
	return utf8_get(p->key, p->keylen, &c);
}

void
pdf_font_breaks(const char *s, size_t n, unsigned char *brk)
{
	PangoLogAttr *at;
	glong chars, i;
	uint32_t c;
	size_t off;

	pthread_once(&pango_loaded, load_pango);
	chars = pango.g_utf8_strlen(s, (gssize)n);
	at = pango.g_malloc0_n((gsize)chars + 1, sizeof(*at));
	pango.pango_get_log_attrs(s, (int)n, -1,
	    pango.pango_language_from_string("en"), at, (int)chars + 1);
	for (i = 0, off = 0; i < chars && off < n; i++) {
		brk[off] = at[i].is_line_break != 0;
		off += utf8_get(s + off, n - off, &c);
	}
	pango.g_free(at);
}
