#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "out/out.h"
#include "out/pdf.h"

/*
 * Text to tokens: a word, a Japanese character, a space.  Whether a line may
 * end between two tokens is asked of the two characters that meet there.
 */

#define WORD_MAX	48	/* bytes; longer ones are cut */
#define LONG_WORD	22	/* from here breaks at dots and such are good */
#define CAPITALS	5	/* of an abbreviation before a number */
#define GAP		0.25f	/* em between Latin and Japanese */

static bool
in(uint32_t c, uint32_t from, uint32_t to)
{
	return c >= from && c <= to;
}

static bool
among(uint32_t c, const char *set)
{
	const char *end = set + strlen(set);
	uint32_t d;

	while (set < end) {
		set += utf8_get(set, (size_t)(end - set), &d);
		if (d == c)
			return true;
	}
	return false;
}

static bool
is_japanese(uint32_t c)
{
	return in(c, 0x3000, 0x30ff) || in(c, 0x31f0, 0x9fff) ||
	    in(c, 0xf900, 0xfaff) || in(c, 0xff00, 0xff60) ||
	    in(c, 0xffe0, 0xffee) || in(c, 0x20000, 0x3ffff) ||
	    in(c, 0xac00, 0xd7af) || in(c, 0x2e80, 0x2fff) ||
	    in(c, 0x3100, 0x31ef) || in(c, 0x2460, 0x24ff) ||
	    in(c, 0xff61, 0xff9f);
}

/* Kana that may begin a line: neither small nor a mark of another. */
static bool
is_plain_kana(uint32_t c)
{
	if (c < 0x3042 || c > 0x30fa)
		return false;
	switch (c) {
	case 0x3043: case 0x3045: case 0x3047: case 0x3049: case 0x3063:
	case 0x3083: case 0x3085: case 0x3087: case 0x308e: case 0x3095:
	case 0x3096: case 0x309b: case 0x309c: case 0x309d: case 0x309e:
	case 0x30a0: case 0x30a1: case 0x30a3: case 0x30a5: case 0x30a7:
	case 0x30a9: case 0x30c3: case 0x30e3: case 0x30e5: case 0x30e7:
	case 0x30ee: case 0x30f5: case 0x30f6:
		return false;
	default:
		return true;
	}
}

static enum pdf_kind
find_kind(uint32_t c)
{
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return KIND_WORD;
	if ((c >= 0x4e00 && c <= 0x9fff) || is_plain_kana(c))
		return KIND_J;
	if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
		return KIND_SPACE;
	if (c < 0x80) {
		if (c == '(' || c == '[' || c == '{')
			return KIND_OPEN;
		if (among(c, ")]},.!?:;%'\""))
			return KIND_CLOSE;
		return KIND_WORD;
	}
	if (c == 0x200b || c == 0xad)
		return KIND_SPACE;
	if (among(c, "‘“«‹"))
		return KIND_OPEN;
	if (among(c, "’”»›‐–…‥‰℃°′″"))
		return KIND_CLOSE;
	if (!is_japanese(c))
		return KIND_WORD;
	if (among(c, "（［｛「『【〈《〔〘〖｟"))
		return KIND_JOPEN;
	if (among(c, "）］｝」』】〉》〕〙〗｠、。，．"))
		return KIND_JCLOSE;
	if (among(c, "・：；？！゛゜ヽヾゝゞ々〻ー％"
	    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
	    "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ゠〜～｡､･｣ｧｨｩｪｫｬｭｮｯｰﾞﾟ"))
		return KIND_JNS;
	return KIND_J;
}

/* Where the marks are: Latin, general, of Japanese, full-width. */
#define PAGES		4
static const uint32_t page_of[PAGES] = { 0, 0x2000, 0x3000, 0xff00 };
static unsigned char kinds[PAGES][256];
static pthread_once_t kinds_known = PTHREAD_ONCE_INIT;

static void
find_kinds(void)
{
	for (unsigned i = 0; i < PAGES; i++)
		for (unsigned c = 0; c < 256; c++)
			kinds[i][c] = (unsigned char)find_kind(page_of[i] + c);
}

/* What a character does at a line's end or start. */
static enum pdf_kind
kind_of(uint32_t c)
{
	if (c < 0x100)
		return kinds[0][c];
	for (unsigned i = 1; i < PAGES; i++)
		if ((c & ~0xffu) == page_of[i])
			return kinds[i][c & 0xff];
	return find_kind(c);
}

/* A letter or digit, Latin or Japanese, that wants a gap to the other. */
static bool
is_letter(uint32_t c, enum pdf_kind k)
{
	if (k == KIND_J || k == KIND_JNS)
		return in(c, 0x3041, 0x309f) || in(c, 0x30a1, 0x30fa) ||
		    in(c, 0x30fc, 0x30ff) ||
		    in(c, 0x3400, 0x9fff) || in(c, 0x3005, 0x3007) ||
		    in(c, 0xf900, 0xfaff) || in(c, 0xff66, 0xff9f) ||
		    in(c, 0x20000, 0x3ffff);
	return k == KIND_WORD && (in(c, '0', '9') || in(c, 'A', 'Z') ||
	    in(c, 'a', 'z') || in(c, 0xc0, 0x58f));
}

/* Dots in the middle of their square, a quarter of it free on each side. */
static bool
is_middle(uint32_t c)
{
	return c == 0x30fb || c == 0xff1a || c == 0xff1b;
}

/* Signs that stay with the number behind them. */
static bool
is_before(uint32_t c)
{
	return c == 0xffe5 || c == 0xff04 || c == 0xffe1 || c == 0xff03 ||
	    c == 0x2116;
}

static bool
is_j(enum pdf_kind k)
{
	return k >= KIND_J;
}

/* May a line end between two characters with nothing between them? */
static unsigned char
pair(enum pdf_kind a, enum pdf_kind b)
{
	if (a == KIND_SPACE)
		return BRK_OK;
	if (a == KIND_OPEN || a == KIND_JOPEN)
		return BRK_NO;
	if (b == KIND_CLOSE || b == KIND_JCLOSE || b == KIND_JNS)
		return BRK_NO;
	return is_j(a) || is_j(b) ? BRK_OK : BRK_NO;
}

struct pdf_para *
pdf_para_new(struct pdf *p, const struct pdf_look *look, enum lang lang)
{
	struct pdf_para *q = arena_alloc(p->arena, sizeof(*q));

	pthread_once(&kinds_known, find_kinds);
	q->font = pdf_font(p->fonts, look->face, look->bold, look->italic,
	    look->size, lang);
	q->step = look->step;
	q->lang = lang;
	q->kind = KIND_SPACE;
	return q;
}

static struct pdf_tok *
add_tok(struct pdf *p, struct pdf_para *q, unsigned char type)
{
	struct pdf_tok *t;

	q->tok = arena_grow(p->arena, q->tok, q->ntok, sizeof(*q->tok));
	t = &q->tok[q->ntok++];
	t->type = type & 3u;
	t->seg = (unsigned short)(q->nseg - 1);
	return t;
}

static void
report(struct pdf *p, uint32_t c, struct pos at)
{
	char code[16], *key;

	snprintf(code, sizeof(code), "U+%04X", (unsigned)c);
	key = arena_printf(p->press, "%s %s", code,
	    at.path != NULL ? at.path : "");
	if (map_put(p->missed, key, key) == NULL)
		diag_add(p->diags, D_OUT_GLYPH, at, NULL, "char", code,
		    "fonts", pdf_font_names(p->keep), NULL);
}

/* Each character of the piece that is set as its number. */
static void
report_all(struct pdf *p, const struct pdf_piece *s, struct pos at)
{
	char code[16];
	uint32_t c;
	size_t i, n;

	for (i = 0; i < s->keylen; i += n) {
		n = utf8_get(s->key + i, s->keylen - i, &c);
		snprintf(code, sizeof(code), "[U+%04X]", (unsigned)c);
		if (memmem(s->text, s->len, code, strlen(code)) != NULL)
			report(p, c, at);
	}
}

/* A word or a Japanese character that begins and ends so. */
static void
add_word(struct pdf *p, struct pdf_para *q, const char *s, size_t n,
    struct pos at)
{
	const struct pdf_seg *g = &q->seg[q->nseg - 1];
	struct pdf_tok *t = add_tok(p, q, TOK_WORD);

	t->p = pdf_piece(g->font, s, n);
	t->w = t->p->w;
	if (t->p->missing != 0)
		report_all(p, t->p, at);
}

/*
 * Do the halves that brackets and stops leave free meet in front of c?  One of
 * them is enough.
 */
static bool
is_tight(const struct pdf_para *q, uint32_t c, enum pdf_kind k)
{
	if (k == KIND_JCLOSE)
		return q->kind == KIND_JCLOSE;
	if (k == KIND_JOPEN)
		return q->kind == KIND_JCLOSE || q->kind == KIND_JOPEN ||
		    is_middle(q->last);
	return q->kind == KIND_JCLOSE && is_middle(c);
}

/* Settle what may happen between the last token and c, which follows. */
static void
meet(struct pdf *p, struct pdf_para *q, uint32_t c, enum pdf_kind k)
{
	struct pdf_tok *last;
	bool counts;
	float em;

	if (q->ntok == 0 || q->kind == KIND_SPACE)
		return;
	em = pdf_font_size(q->seg[q->nseg - 1].font);
	last = &q->tok[q->ntok - 1];
	if (last->brk == BRK_MUST || last->type == TOK_SPACE)
		return;
	if (last->brk != BRK_OK)
		last->brk = is_before(q->last) ? BRK_NO :
		    pair(q->kind, k) & 3u;
	if (is_tight(q, c, k)) {
		last->w -= em / 2;
		/* its half is gone, and cannot hang out once more */
		last->hang = 0;
	}
	if (is_j(q->kind) && is_j(k))
		last->stretch = true;
	else if (is_j(q->kind) != is_j(k) && is_letter(q->last, q->kind) &&
	    is_letter(c, k)) {
		/* a number stays with what it counts: 14 days, 3 pieces */
		counts = in(q->last, '0', '9') && in(c, 0x4e00, 0x9fff);
		last = add_tok(p, q, TOK_SPACE);
		last->w = em * GAP;
		last->brk = counts ? BRK_NO : BRK_OK;
		last[-1].brk = BRK_NO;
		last->stretch = true;
	}
}

static void
add_space(struct pdf *p, struct pdf_para *q)
{
	struct pdf_tok *t;
	bool full;

	if (q->ntok == 0)
		return;
	t = &q->tok[q->ntok - 1];
	if (t->type == TOK_SPACE || t->brk == BRK_MUST)
		return;
	if (t->brk != BRK_NO && t->type != TOK_PAD)
		t->brk = BRK_NO;
	/* a full stop of Japanese brings its room along */
	full = q->kind == KIND_JCLOSE;
	t = add_tok(p, q, TOK_SPACE);
	t->p = pdf_piece(q->seg[q->nseg - 1].font, " ", 1);
	t->w = full ? 0 : t->p->w;
	t->brk = BRK_OK;
	t->stretch = true;
	q->kind = KIND_SPACE;
}

static bool
upper_or_digit(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool
ascii_alnum(char c)
{
	return upper_or_digit(c) || (c >= 'a' && c <= 'z');
}

/* Is s, n bytes, what a file name ends with: md, csv:12? */
static bool
is_suffix(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && ascii_alnum(s[i]))
		i++;
	if (i == 0 || i > 4)
		return false;
	if (i < n && s[i] == ':')
		for (i++; i < n && s[i] >= '0' && s[i] <= '9'; i++)
			;
	return i == n;
}

/* May a line end behind s[i], inside a word of n bytes? */
static bool
inner_break(const char *s, size_t i, size_t n)
{
	if (i + 1 >= n)
		return false;
	if (i == 0 && s[0] != '/')
		return false;
	switch (s[i]) {
	case '-':
		/* not within ids, dates and the like: A-1, 2026-04-01 */
		if (upper_or_digit(s[i - 1]) && upper_or_digit(s[i + 1]))
			return n > 2 * (size_t)LONG_WORD;
		return i >= 2 && ascii_alnum(s[i + 1]) && s[i - 1] != '-' &&
		    !(s[i + 1] >= '0' && s[i + 1] <= '9');
	case '/':
		return s[i + 1] != '/' && s[i + 1] > ' ' &&
		    !(s[i + 1] >= '0' && s[i + 1] <= '9');
	case '.':
		return n >= LONG_WORD && s[i + 1] != '.' &&
		    !is_suffix(s + i + 1, n - i - 1);
	case ':':
		return n >= LONG_WORD && s[i + 1] != ':' &&
		    !(s[i + 1] >= '0' && s[i + 1] <= '9');
	case '_': case ',': case ';': case '=': case '&': case '?':
	case '@': case '#': case '+': case '|':
		return n >= LONG_WORD && s[i + 1] != s[i];
	case '\224':
		/* the end of an em dash */
		return i >= 2 && s[i - 2] == '\342' && s[i - 1] == '\200';
	default:
		return false;
	}
}

/* A stretch without spaces or Japanese, of n bytes. */
static void
add_stretch(struct pdf *p, struct pdf_para *q, const char *s, size_t n,
    struct pos at)
{
	unsigned char *brk = NULL;
	size_t i, from = 0, len;
	uint32_t c;
	bool other = false;

	for (i = 0; i < n; i += len) {
		len = utf8_get(s + i, n - i, &c);
		other = other || in(c, 0xe00, 0xfff) || in(c, 0x1000, 0x109f) ||
		    in(c, 0x1780, 0x17ff);
	}
	if (other && n <= 16384) {
		brk = arena_alloc(p->arena, n + 1);
		pdf_font_breaks(s, n, brk);
	}
	for (i = 0; i < n; i += len) {
		if (brk == NULL && i - from < WORD_MAX && ascii_alnum(s[i])) {
			len = 1;
			continue;
		}
		len = utf8_get(s + i, n - i, &c);
		if (i > from && ((brk != NULL && brk[i]) ||
		    i + len - from > WORD_MAX)) {
			add_word(p, q, s + from, i - from, at);
			q->tok[q->ntok - 1].brk = brk != NULL && brk[i] ?
			    BRK_OK : BRK_HARD_PUSHED;
			from = i;
		}
		if (inner_break(s, i + len - 1, n)) {
			add_word(p, q, s + from, i + len - from, at);
			q->tok[q->ntok - 1].brk = BRK_OK;
			from = i + len;
		}
	}
	if (from < n)
		add_word(p, q, s + from, n - from, at);
}

static bool
joins(uint32_t c)
{
	return in(c, 0x300, 0x36f) || c == 0x3099 || c == 0x309a ||
	    in(c, 0xfe00, 0xfe0f) || in(c, 0xe0100, 0xe01ef);
}

static void
add_japanese(struct pdf *p, struct pdf_para *q, const char *s, size_t n,
    struct pos at)
{
	struct pdf_tok *t;

	add_word(p, q, s, n, at);
	q->njapanese++;
	t = &q->tok[q->ntok - 1];
	if (q->kind == KIND_JCLOSE)
		t->hang = 4;
	t->open = q->kind == KIND_JOPEN;
}

/* Code keeps its spaces; each run of them is a word. */
static void
add_code(struct pdf *p, struct pdf_para *q, const char *s, size_t n,
    struct pos at)
{
	size_t i = 0, k;

	while (i < n) {
		for (k = i; k < n && s[k] == ' '; k++)
			;
		if (k > i) {
			k = k - i > WORD_MAX ? i + WORD_MAX : k;
			add_word(p, q, s + i, k - i, at);
			q->tok[q->ntok - 1].brk = BRK_OK;
		} else {
			for (k = i; k < n && s[k] != ' '; k++)
				;
			add_stretch(p, q, s + i, k - i, at);
		}
		i = k;
	}
}

/* Is it a word of a few capitals, a bracket before them perhaps? */
static bool
is_short_name(const struct pdf_tok *t)
{
	unsigned i = 0, from;

	if (t->type != TOK_WORD || t->p == NULL)
		return false;
	from = i = t->p->len > 0 && t->p->text[0] == '(';
	while (i < t->p->len && t->p->text[i] >= 'A' && t->p->text[i] <= 'Z')
		i++;
	return i == t->p->len && i > from && i - from <= CAPITALS;
}

/* A number stays with the capitals before it: ISO/IEC 27001, JIS Q 27001. */
static void
bind_number(struct pdf_para *q, char first)
{
	struct pdf_tok *t;

	if (first < '0' || first > '9' || q->ntok < 2)
		return;
	t = &q->tok[q->ntok - 1];
	if (t->type != TOK_SPACE || t->p == NULL || !is_short_name(&t[-1]))
		return;
	t->brk = BRK_NO;
	if (q->ntok >= 4 && t[-1].p->len == 1 && t[-2].type == TOK_SPACE &&
	    t[-2].p != NULL && is_short_name(&t[-3]))
		t[-2].brk = BRK_NO;
}

void
pdf_para_text(struct pdf *p, struct pdf_para *q, const char *s, size_t n,
    struct pos at)
{
	const char *end = s + n, *from;
	enum pdf_kind k;
	uint32_t c;
	size_t len;

	if (q->code) {
		add_code(p, q, s, n, at);
		return;
	}
	while (s < end) {
		len = utf8_get(s, (size_t)(end - s), &c);
		k = kind_of(c);
		from = s;
		s += len;
		if (c == 0x200b || c == 0xad || c == 0xfeff) {
			if (q->ntok > 0 && q->tok[q->ntok - 1].brk == BRK_NO &&
			    c == 0x200b)
				q->tok[q->ntok - 1].brk = BRK_OK;
			continue;
		}
		if (k == KIND_SPACE) {
			add_space(p, q);
			continue;
		}
		meet(p, q, c, k);
		if (is_j(k)) {
			while (s < end && (len = utf8_get(s, (size_t)(end - s),
			    &c), joins(c)) && s - from < 200)
				s += len;
			utf8_get(from, (size_t)(end - from), &q->last);
			q->kind = k;
			add_japanese(p, q, from, (size_t)(s - from), at);
			continue;
		}
		for (;;) {
			q->last = c;
			q->kind = k;
			if (s >= end)
				break;
			len = utf8_get(s, (size_t)(end - s), &c);
			k = kind_of(c);
			if (k == KIND_SPACE || is_j(k) || c == 0xfeff)
				break;
			s += len;
		}
		bind_number(q, *from);
		/* words, not numbers and ids */
		q->nlatin += s - from > 2 && *from >= 'a' && *from <= 'z';
		add_stretch(p, q, from, (size_t)(s - from), at);
	}
}

/* Most paragraphs have one look, and share it with those around them. */
static struct pdf_seg *
common_seg(struct pdf *p, const struct pdf_seg *g)
{
	const size_t max = sizeof(p->common) / sizeof(*p->common);
	struct pdf_seg **to;
	size_t i;

	for (i = 0; i < max && p->common[i] != NULL; i++)
		if (memcmp(p->common[i], g, sizeof(*g)) == 0)
			return p->common[i];
	to = &p->common[p->ncommon++ % max];
	*to = arena_alloc(p->arena, sizeof(**to));
	**to = *g;
	return *to;
}

static void
start_seg(struct pdf *p, struct pdf_para *q, const struct pdf_seg *g)
{
	struct pdf_seg *own;

	if (q->nseg == 0)
		q->seg = common_seg(p, g);
	else if (q->nseg == 1) {
		own = arena_alloc(p->arena, 2 * sizeof(*own));
		own[0] = q->seg[0];
		q->seg = own;
	} else if (q->nseg < 65535)
		q->seg = arena_grow(p->arena, q->seg, q->nseg,
		    sizeof(*q->seg));
	if (q->nseg < 65535)
		q->nseg++;
	if (q->nseg > 1)
		q->seg[q->nseg - 1] = *g;
	q->links = q->links || g->url != NULL || g->ref != NULL;
	q->grounds = q->grounds || g->badge || g->literal;
}

enum lang
pdf_lang(const struct pdf *p, const struct node *n)
{
	for (; n != NULL; n = n->parent)
		if (n->lang != NULL)
			return strncmp(n->lang, "ja", 2) == 0 ? LANG_JA :
			    LANG_EN;
	return p->meta->lang;
}

/* What holds at a place among the inlines. */
struct here {
	struct pdf_look	 look;
	struct pdf_seg	 seg;
	enum lang	 lang;
};

static void
set_font(struct pdf *p, struct here *h)
{
	struct pdf_look *l = &h->look;

	/* Japanese has no italic: it stresses by the other face. */
	if (h->lang == LANG_JA && l->italic && l->face != PDF_MONO)
		h->seg.font = pdf_font(p->fonts, PDF_SANS, true, false,
		    l->size, h->lang);
	else
		h->seg.font = pdf_font(p->fonts, l->face, l->bold,
		    l->italic && l->face != PDF_MONO, l->size, h->lang);
}

static void
pad(struct pdf *p, struct pdf_para *q, float w)
{
	struct pdf_tok *t = add_tok(p, q, TOK_PAD);

	t->w = w;
}

static void
add_badge(struct pdf *p, struct pdf_para *q, struct here h,
    const struct node *n)
{
	size_t from;

	if (n->text == NULL || *n->text == '\0')
		return;
	if (q->ntok > 0 && q->tok[q->ntok - 1].type == TOK_PAD &&
	    q->tok[q->ntok - 1].brk != BRK_MUST) {
		/* two pills in a row keep their distance */
		q->tok[q->ntok - 1].brk = BRK_NO;
		add_tok(p, q, TOK_SPACE)->brk = BRK_OK;
		q->tok[q->ntok - 1].w = h.look.size * 0.4f;
		q->tok[q->ntok - 1].seg = 0;
	} else
		meet(p, q, 'a', KIND_WORD);
	h.look.face = PDF_SANS;
	h.look.bold = true;
	h.look.size *= 0.84f;
	set_font(p, &h);
	h.seg.badge = true;
	h.seg.fill = n->tone >= TONE_BAD ? pdf_solid(n->tone) :
	    pdf_tint(n->tone == TONE_PLAIN ? TONE_MUTED : n->tone);
	h.seg.ink = n->tone >= TONE_BAD && n->tone != TONE_ACCENT ?
	    (struct pdf_color){ 1, 1, 1 } : pdf_ink(n->tone);
	if (n->tone == TONE_ACCENT) {
		h.seg.fill = pdf_solid(TONE_ACCENT);
		h.seg.ink = (struct pdf_color){ 1, 1, 1 };
	}
	h.seg.rise = h.look.size * 0.04f;
	start_seg(p, q, &h.seg);
	q->kind = KIND_SPACE;
	pad(p, q, h.look.size * 0.45f);
	from = q->ntok;
	pdf_para_text(p, q, n->text, strlen(n->text), n->at);
	/* a short one stays on its line */
	if (strlen(n->text) <= 24)
		for (; from < q->ntok; from++)
			q->tok[from].brk = BRK_NO;
	pad(p, q, h.look.size * 0.45f);
	q->kind = KIND_WORD;
	q->last = 'a';
}

static void
add_break(struct pdf *p, struct pdf_para *q)
{
	struct pdf_tok *t;

	if (q->nseg == 0)
		return;
	t = add_tok(p, q, TOK_PAD);
	t->brk = BRK_MUST;
	q->kind = KIND_SPACE;
}

static void inlines(struct pdf *, struct pdf_para *, const struct here *,
    const struct node *first);

static void
add_note_ref(struct pdf *p, struct pdf_para *q, struct here h,
    const struct node *n)
{
	const char *s = n->number != NULL ? n->number :
	    n->text != NULL ? n->text : n->name != NULL ? n->name : "*";

	h.seg.rise = h.look.size * 0.33f;
	h.look.size *= 0.68f;
	h.look.face = PDF_SANS;
	set_font(p, &h);
	h.seg.ink = pdf_ink(TONE_ACCENT);
	h.seg.ref = n->ref != NULL && map_get(p->places, n->ref) != NULL ?
	    n->ref : NULL;
	start_seg(p, q, &h.seg);
	if (q->ntok > 0 && q->tok[q->ntok - 1].type != TOK_SPACE)
		q->tok[q->ntok - 1].brk = BRK_NO;
	add_word(p, q, s, strlen(s) > 40 ? 40 : strlen(s), n->at);
	q->kind = KIND_CLOSE;
	q->last = ')';
}

/* Pills that stand in a row need no comma between them. */
static bool
is_needless(const struct node *n)
{
	const struct node *before = n->parent == NULL ? NULL :
	    n->parent->first;

	if (n->type != NODE_TEXT || n->text == NULL || n->next == NULL ||
	    n->next->type != NODE_BADGE || (strcmp(n->text, ", ") != 0 &&
	    strcmp(n->text, "、") != 0))
		return false;
	while (before != NULL && before->next != n)
		before = before->next;
	return before != NULL && before->type == NODE_BADGE;
}

/* The comma with which the text begins, or NULL. */
static const char *
comma_of(const struct node *n)
{
	return n == NULL || n->type != NODE_TEXT || n->text == NULL ? NULL :
	    n->text[0] == ',' ? "," :
	    strncmp(n->text, "、", sizeof("、") - 1) == 0 ? "、" : NULL;
}

/*
 * Room for the number of a page, which is not known yet; it stays with the
 * word before it, and a comma behind it with the number.
 */
static void
add_folio(struct pdf *p, struct pdf_para *q, struct here h,
    const struct node *n)
{
	if (n->ref == NULL || map_get(p->places, n->ref) == NULL)
		return;
	if (q->nseg > 0) {
		add_space(p, q);
		q->tok[q->ntok - 1].brk = BRK_NO;
		q->tok[q->ntok - 1].stretch = false;
	}
	set_font(p, &h);
	h.seg.folio = true;
	h.seg.after = comma_of(n->next);
	h.seg.ref = n->ref;
	h.seg.ink = pdf_ink(TONE_MUTED);
	start_seg(p, q, &h.seg);
	pad(p, q, pdf_piece(h.seg.font, "000", 3)->w +
	    (h.seg.after == NULL ? 0 : pdf_piece(h.seg.font, h.seg.after,
	    strlen(h.seg.after))->w));
	q->kind = KIND_WORD;
	q->last = '0';
}

static void
open_link(struct pdf *p, struct here *h, const struct node *n)
{
	if (n->ref != NULL && map_get(p->places, n->ref) != NULL)
		h->seg.ref = n->ref;
	else if (n->url != NULL)
		h->seg.url = pdf_uri(p->arena, n->url);
	if (h->seg.ref != NULL || h->seg.url != NULL)
		h->seg.ink = pdf_ink(TONE_ACCENT);
}

static void
add_image(struct pdf *p, struct pdf_para *q, struct here h,
    const struct node *n)
{
	h.look.italic = true;
	set_font(p, &h);
	start_seg(p, q, &h.seg);
	if (n->text != NULL)
		pdf_para_text(p, q, n->text, strlen(n->text), n->at);
	diag_add(p->diags, D_OUT_IMAGE, n->at, NULL, "file",
	    n->url != NULL ? n->url : "", NULL);
}

const struct node *
pdf_drawn(struct pdf *p, const struct node *n)
{
	if (n->type == NODE_LINK && n->first != NULL && n->first->next == NULL)
		n = n->first;
	return n->type == NODE_IMAGE && pdf_picture(p, n) != NULL ? n : NULL;
}

/* Where a node comes from, or what it stands in. */
static struct pos
place(const struct node *n)
{
	while (n->at.path == NULL && n->parent != NULL)
		n = n->parent;
	return n->at;
}

/* One inline; what it sets for those within it stands in h, a copy. */
static void
add_inline(struct pdf *p, struct pdf_para *q, struct here h,
    const struct node *n)
{
	const char *s = n->text != NULL ? n->text : "";

	if (n->lang != NULL && n->type != NODE_TEXT)
		h.lang = pdf_lang(p, n);
	switch (n->type) {
	case NODE_EMPH:		h.look.italic = !h.look.italic; break;
	case NODE_STRONG:	h.look.bold = true; break;
	case NODE_STRIKE:	h.seg.strike = true; break;
	case NODE_LINK:		open_link(p, &h, n); break;
	case NODE_LITERAL:
		h.look.face = PDF_MONO;
		h.look.size *= 0.92f;
		h.seg.literal = true;
		break;
	case NODE_BREAK:	add_break(p, q); return;
	case NODE_SOFT:
		if (q->nseg > 0)
			add_space(p, q);
		return;
	case NODE_BADGE:	add_badge(p, q, h, n); return;
	case NODE_NOTE_REF:	add_note_ref(p, q, h, n); return;
	case NODE_FOLIO:	add_folio(p, q, h, n); return;
	case NODE_IMAGE:	add_image(p, q, h, n); return;
	default:		break;
	}
	if (is_needless(n))
		return;
	set_font(p, &h);
	if (n->type == NODE_TEXT && n->tone == TONE_MUTED &&
	    h.seg.ref == NULL && h.seg.url == NULL)
		h.seg.ink = pdf_ink(TONE_MUTED);
	if (n->type == NODE_TEXT || n->type == NODE_LITERAL) {
		start_seg(p, q, &h.seg);
		pdf_para_text(p, q, s, strlen(s), place(n));
	} else
		inlines(p, q, &h, n->first);
}

static void
inlines(struct pdf *p, struct pdf_para *q, const struct here *h,
    const struct node *n)
{
	const char *said = NULL;
	struct node rest;

	for (; n != NULL; n = n->next) {
		/* blocks where only a line is wanted */
		if (!node_is_inline(n->type) && q->ntok > 0)
			add_break(p, q);
		if (said != NULL) {
			/* the comma went with the number before it */
			rest = *n;
			rest.text += strlen(said);
			add_inline(p, q, *h, &rest);
		} else
			add_inline(p, q, *h, n);
		said = n->type == NODE_FOLIO && q->nseg > 0 ?
		    q->seg[q->nseg - 1].after : NULL;
	}
}

void
pdf_para_inlines(struct pdf *p, struct pdf_para *q,
    const struct pdf_look *look, const struct node *n)
{
	struct here h = { .look = *look };

	h.lang = pdf_lang(p, n);
	h.seg.ink = look->ink;
	inlines(p, q, &h, n->first);
}

const struct node *
pdf_para_some(struct pdf *p, struct pdf_para *q, const struct pdf_look *look,
    const struct node *n)
{
	struct here h = { .look = *look };

	h.lang = pdf_lang(p, n->parent);
	h.seg.ink = look->ink;
	for (; n != NULL && node_is_inline(n->type) &&
	    pdf_drawn(p, n) == NULL; n = n->next)
		add_inline(p, q, h, n);
	return n;
}

void
pdf_para_seg(struct pdf *p, struct pdf_para *q, const struct pdf_look *look,
    enum lang lang)
{
	struct here h = { .look = *look };

	h.lang = lang;
	h.seg.ink = look->ink;
	set_font(p, &h);
	start_seg(p, q, &h.seg);
}

struct pdf_para *
pdf_para_plain(struct pdf *p, const struct pdf_look *look, const char *text,
    enum lang lang)
{
	struct pdf_para *q = pdf_para_new(p, look, lang);

	pdf_para_seg(p, q, look, lang);
	pdf_para_text(p, q, text, strlen(text), p->at);
	pdf_para_end(p, q);
	return q;
}

struct pdf_para *
pdf_para_code(struct pdf *p, const struct node *n)
{
	const struct pdf_look *look = pdf_look(ST_CODE);
	struct pdf_para *q = pdf_para_new(p, look, pdf_lang(p, n));
	const char *s = n->text != NULL ? n->text : "", *end;
	struct buf b = BUF_INIT;
	struct pos at = n->at;

	q->code = true;
	q->hang = 14;
	pdf_para_seg(p, q, look, pdf_lang(p, n));
	for (; *s != '\0'; s = *end == '\n' ? end + 1 : end) {
		end = s + strcspn(s, "\n");
		buf_clear(&b);
		for (; s < end; s++)
			if (*s == '\t')
				do
					buf_addc(&b, ' ');
				while (b.len % 4 != 0);
			else
				buf_addc(&b, *s);
		if (b.len > 0)
			pdf_para_text(p, q, b.s, b.len, at);
		if (*end == '\n' && end[1] != '\0')
			add_break(p, q);
	}
	buf_done(&b);
	pdf_para_end(p, q);
	return q;
}

void
pdf_para_end(struct pdf *p, struct pdf_para *q)
{
	float word = 0, line = 0;
	size_t i, grown = q->ntok;

	while (q->ntok > 0 && q->tok[q->ntok - 1].type == TOK_SPACE)
		q->ntok--;
	arena_fit(p->arena, q->tok, grown, q->ntok, sizeof(*q->tok));
	q->room = q->ntok;
	q->min = q->max = 0;
	for (i = 0; i < q->ntok; i++) {
		line += q->tok[i].w;
		/* a space at which no line ends is part of its word */
		if (q->tok[i].type != TOK_SPACE || q->tok[i].brk == BRK_NO)
			word += q->tok[i].w;
		if (word > q->min)
			q->min = word;
		if (line > q->max)
			q->max = line;
		if (q->tok[i].brk == BRK_OK || q->tok[i].brk == BRK_MUST)
			word = 0;
		if (q->tok[i].brk == BRK_MUST)
			line = 0;
	}
}
