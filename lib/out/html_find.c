#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/eight.h"
#include "base/fold.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "out/html.h"
#include "out/out.h"

/*
 * Finding words in pages that are opened from a folder: a script may load
 * other scripts there, and nothing else.  The index tells which pages can
 * hold a word, by the groups of letters in it: three at a time in scripts
 * that have words, two in Chinese and Japanese, where the words are not set
 * apart.  A group is one of GROUPS numbers, so that the index has a size that
 * is known and the text itself has the last word; templates/site.js reads it.
 */
#define GROUPS		4096u
#define FEWEST		256u		/* groups below which it says nothing */
#define SHARE		5		/* of the text at most: find.js */
#define CHUNK		((size_t)96 * 1024)

struct text {
	uint64_t	 groups[GROUPS / 64];
};

struct finder {
	const struct html	*html;
	const char		*dir;
	struct text		*texts;		/* a page each */
	size_t			 len, bytes;
	struct buf		 text, folded;	/* of the page being read */
	struct buf		 chunk, list;	/* a file, where each begins */
	size_t			 held, chunks;	/* bytes of text; files */
};

/* A string of JavaScript that is harmless within HTML as well. */
static void
script_string(struct buf *b, const char *s)
{
	static const bool stops[256] = { [0 ... ' ' - 1] = true,
	    ['"'] = true, ['\\'] = true, ['<'] = true, ['>'] = true,
	    ['&'] = true, [0xe2] = true };
	const char *from = s;

	buf_addc(b, '"');
	if (s == NULL) {
		buf_addc(b, '"');
		return;
	}
	for (;; s++) {
		while (!stops[(unsigned char)*s])
			s++;
		if (*s == '\0')
			break;
		if (*s == '"' || *s == '\\') {
			buf_add(b, from, (size_t)(s - from));
			buf_addf(b, "\\%c", *s);
		} else if ((unsigned char)*s < ' ' || *s == '<' ||
		    *s == '>' || *s == '&') {
			buf_add(b, from, (size_t)(s - from));
			buf_addf(b, "\\u%04x", (unsigned)*s);
		} else if (*s == '\xe2' && s[1] == '\x80' &&
		    (s[2] == '\xa8' || s[2] == '\xa9')) {
			buf_add(b, from, (size_t)(s - from));
			buf_addf(b, "\\u202%d", s[2] == '\xa8' ? 8 : 9);
			s += 2;
		} else {
			continue;
		}
		from = s + 1;
	}
	buf_add(b, from, (size_t)(s - from));
	buf_addc(b, '"');
}

/* Scripts written without blanks: kana, Chinese characters, hangul. */
static bool
is_dense(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff && c != 0x30fb) ||
	    (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) ||
	    (c >= 0x20000 && c <= 0x3ffff) || c == 0x3005;
}

static bool
is_ideograph(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff);
}

/* The number of a group: FNV-1a over its code points. */
static void
note(unsigned char *seen, uint32_t a, uint32_t b, uint32_t c)
{
	uint32_t h = 2166136261u;

	h = (h ^ a) * 16777619u;
	h = (h ^ b) * 16777619u;
	h = (h ^ c) * 16777619u;
	h ^= h >> 15;
	seen[h % GROUPS] = 1;
}

static const bool ascii_word[256] = {
	['a' ... 'z'] = true, ['0' ... '9'] = true
};

/*
 * '_' stands before a word, so that its first two letters are a group.  The
 * text ends with a NUL.
 */
static void
note_groups(unsigned char *seen, const char *s, size_t len)
{
	const char *end = s + len;
	uint32_t c, one = 0, two = 0;	/* the last, and the one before it */
	bool dense = false, was_dense;

	while (s < end) {
		/* What nearly all words of most languages are made of. */
		if (ascii_word[(unsigned char)*s] && (one == 0 || dense)) {
			two = 0;
			one = '_';
			dense = false;
		}
		for (; ascii_word[c = (unsigned char)*s]; s++) {
			if (two != 0)
				note(seen, two, one, c);
			two = one;
			one = c;
		}
		if (s == end)
			break;
		if (c < 0x80) {
			one = two = 0;
			dense = false;
			s++;
			continue;
		}
		s += utf8_get(s, (size_t)(end - s), &c);
		was_dense = dense;
		dense = is_dense(c);
		if (dense) {
			if (is_ideograph(c))
				note(seen, c, 0, 0);
			if (was_dense && one != 0)
				note(seen, one, c, 0);
			two = 0;
			one = c;
		} else if (c >= 0x80 && unicode_alnum(c)) {
			if (one == 0 || was_dense) {
				two = 0;
				one = '_';
			}
			if (two != 0)
				note(seen, two, one, c);
			two = one;
			one = c;
		} else {
			one = two = 0;
		}
	}
}

/* What is ASCII at the beginning of it; its length. */
static size_t
fold_ascii(struct buf *out, const char *s, size_t len)
{
	uint64_t x, capital;
	char *to;
	size_t i;

	buf_reserve(out, len);
	to = out->s + out->len;
	for (i = 0; len - i >= 8 && eight_ascii(x = eight_at(s + i)); i += 8) {
		/* The highest bit of each that is a capital, as its 0x20. */
		capital = (x + EIGHT_ONES * (0x80 - 'A')) &
		    ~(x + EIGHT_ONES * (0x80 - 'Z' - 1)) & EIGHT_HIGHS;
		x |= capital >> 2;
		memcpy(to + i, &x, sizeof(x));
	}
	for (; i < len && (unsigned char)s[i] < 0x80; i++)
		to[i] = (char)(s[i] | (s[i] >= 'A' && s[i] <= 'Z') << 5);
	to[i] = '\0';
	out->len += i;
	return i;
}

/* Case, width and composition make no difference to who searches. */
static void
fold_into(struct arena *a, struct buf *out, const char *s, size_t len)
{
	const char *from;
	uint32_t c;
	size_t n;

	while (len > 0) {
		n = fold_ascii(out, s, len);
		s += n;
		len -= n;
		for (from = s; len > 0; s += n, len -= n) {
			n = utf8_get(s, len, &c);
			if (c < 0x80 || (is_dense(c) && c != 0x3099 &&
			    c != 0x309a && c != 0x30ff))
				break;
		}
		if (s > from)
			buf_adds(out, fold_loose(a, arena_dup(a, from,
			    (size_t)(s - from))));
		for (from = s; len > 0; s += n, len -= n) {
			n = utf8_get(s, len, &c);
			if (!is_dense(c))
				break;
			/* A voicing mark joins what stands before it. */
			if (len > n + 2 && s[n] == '\xe3' &&
			    s[n + 1] == '\x82' && (s[n + 2] == '\x99' ||
			    s[n + 2] == '\x9a')) {
				s += n + 3;
				len -= n + 3;
				buf_adds(out, fold_loose(a, arena_dup(a, from,
				    (size_t)(s - from))));
				from = s;
				n = 0;
			}
		}
		buf_add(out, from, (size_t)(s - from));
	}
}

/* No two blanks side by side, and nothing to be made one. */
static bool
is_set_apart(uint64_t x)
{
	uint64_t blanks = eight_which(x, ' ');

	return !eight_below(x, ' ') && (blanks & blanks << 8) == 0;
}

/* Blanks and line ends in a row are one blank, at the beginning none. */
static void
add_words(struct buf *b, const char *s)
{
	size_t len = s == NULL ? 0 : strlen(s);
	bool blank = b->len == 0 || b->s[b->len - 1] == ' ';
	char *to;

	if (len == 0)
		return;
	buf_reserve(b, len);
	to = b->s + b->len;
	for (; len > 0; s++, len--) {
		if (len >= 8 && !(blank && *s == ' ') &&
		    is_set_apart(eight_at(s))) {
			memcpy(to, s, 8);
			blank = s[7] == ' ';
			to += 8;
			s += 7;
			len -= 7;
		} else if ((unsigned char)*s > ' ') {
			*to++ = *s;
			blank = false;
		} else if (!blank) {
			*to++ = ' ';
			blank = true;
		}
	}
	*to = '\0';
	b->len = (size_t)(to - b->s);
}

/* A row that stands for a record which has a page is found there. */
static bool
is_told_elsewhere(const struct finder *f, const struct node *n,
    const struct html_page *page)
{
	const struct html_spot *spot;

	if (n->type == NODE_SECTION)
		return n->aside;
	if (n->type == NODE_FIGURE || n->type == NODE_TOC)
		return true;
	if (n->type != NODE_ROW || n->ref == NULL)
		return false;
	spot = html_spot_of(f->html, n->ref);
	return spot != NULL && spot->page != page;
}

/* A byte for each group becomes a bit: eight of them are one product. */
static void
put_seen(struct text *t, const unsigned char *seen)
{
	uint64_t x;

	for (size_t i = 0; i < GROUPS; i += 8) {
		x = eight_at((const char *)seen + i);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
		x = __builtin_bswap64(x);
#endif
		t->groups[i / 64] |= (x * 0x0102040810204080u >> 56) <<
		    (i % 64);
	}
}

/* Bits into base64, the first bit the highest of its sextet. */
struct bits {
	struct buf	*b;
	uint64_t	 acc;
	unsigned	 used;
};

/* The lowest n bits of a value that has no others. */
static void
put_bits(struct bits *w, unsigned value, unsigned n)
{
	static const char sextets[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";

	w->acc = w->acc << n | value;
	w->used += n;
	while (w->used >= 6) {
		w->used -= 6;
		buf_addc(w->b, sextets[w->acc >> w->used & 63]);
	}
}

static void
put_unary(struct bits *w, unsigned n)
{
	for (; n >= 16; n -= 16)
		put_bits(w, 0xffff, 16);
	put_bits(w, (1u << (n + 1)) - 2, n + 1);
}

/* A number from 1: its length in unary, then the digits below the first. */
static void
put_gamma(struct bits *w, unsigned n)
{
	unsigned len = 0;

	while (n >> (len + 1) != 0)
		len++;
	put_unary(w, len);
	put_bits(w, n & ((1u << len) - 1), len);
}

/* The pages that are not among n sorted ones; their number. */
static size_t
others(const unsigned *pages, size_t n, size_t all, unsigned *out)
{
	size_t i, len = 0;
	unsigned next = 0;

	for (i = 0; i < n; i++, next++)
		for (; next < pages[i]; next++)
			out[len++] = next;
	for (; next < all; next++)
		out[len++] = next;
	return len;
}

/*
 * The pages of a group as the gaps between them in Rice's code; where most
 * pages have it, those that do not.
 */
static void
put_group(struct bits *w, const unsigned *pages, size_t n, size_t all,
    unsigned *room)
{
	unsigned k = 0, gap, next = 0;
	bool most = n > all / 2;
	size_t i;

	if (most) {
		n = others(pages, n, all, room);
		pages = room;
	}
	while (n > 0 && k < 15 && (all / (n + 1)) >> (k + 1) != 0)
		k++;
	put_bits(w, most, 1);
	put_gamma(w, (unsigned)n + 1);
	put_bits(w, k, 4);
	for (i = 0; i < n; i++) {
		gap = pages[i] - next;
		next = pages[i] + 1;
		put_unary(w, gap >> k);
		put_bits(w, gap & ((1u << k) - 1), k);
	}
}

/* Sixty-four groups at a time, so that each text is looked at once. */
static void
put_groups(const struct finder *f, unsigned groups, unsigned *room,
    struct buf *code)
{
	struct bits w = { .b = code };
	size_t len[64], i;
	uint64_t set;
	unsigned at, g;

	for (at = 0; at < groups / 64; at++) {
		memset(len, 0, sizeof(len));
		for (i = 0; i < f->len; i++)
			for (set = f->texts[i].groups[at]; set != 0;
			    set &= set - 1) {
				g = (unsigned)__builtin_ctzll(set);
				room[g * f->len + len[g]++] = (unsigned)i;
			}
		for (g = 0; g < 64; g++)
			put_group(&w, room + g * f->len, len[g], f->len,
			    room + 64 * f->len);
	}
	put_bits(&w, 0, 5);
	w.used = 0;
	/* One sextet behind the last four is no base64 to a browser. */
	while (code->len % 4 != 0)
		put_bits(&w, 0, 6);
}

/* As many groups as the share of the text allows, the list of pages in b. */
static void
put_index(struct finder *f, struct buf *b)
{
	unsigned *room = arena_alloc(f->html->arena, 65 * (f->len + 1) *
	    sizeof(*room)), groups = GROUPS, half;
	struct buf code = BUF_INIT;
	size_t i;

	for (;;) {
		buf_clear(&code);
		put_groups(f, groups, room, &code);
		if (b->len + code.len < f->bytes / SHARE ||
		    groups == FEWEST)
			break;
		groups /= 2;
		for (i = 0; i < f->len; i++)
			for (half = 0; half < groups / 64; half++)
				f->texts[i].groups[half] |=
				    f->texts[i].groups[half + groups / 64];
	}
	if (b->len + code.len >= f->bytes / SHARE)
		buf_clear(&code);
	buf_addf(b, "window.groups = %u;\nwindow.index = \"",
	    code.len == 0 ? 0 : groups);
	buf_add(b, code.s, code.len);
	buf_adds(b, "\";\n");
	buf_done(&code);
}

/* Number, title, file, chapter; then where the texts of the pages begin. */
static void
put_pages(const struct finder *f, struct buf *b)
{
	const struct html_page *p;
	size_t i;

	buf_adds(b, "\"use strict\";\nwindow.pages = [\n");
	for (i = 0; i < f->len; i++) {
		p = &f->html->pages[i];
		buf_addc(b, '[');
		script_string(b, p->node->number);
		buf_addc(b, ',');
		script_string(b, p->node->text);
		buf_addc(b, ',');
		script_string(b, p->file);
		buf_addc(b, ',');
		if (p->up != NULL)
			buf_addf(b, "%zu", (size_t)(p->up - f->html->pages));
		else
			buf_adds(b, "-1");
		buf_adds(b, i + 1 < f->len ? "],\n" : "]\n");
	}
	buf_adds(b, "];\nwindow.chunks = [");
}

/* The texts that are held back, in a file of their own. */
static int
put_texts(struct finder *f)
{
	const struct html *h = f->html;
	int rc;

	buf_adds(&f->chunk, "\n]);\n");
	rc = html_file(h, f->dir, arena_printf(h->arena, "text-%zu.js",
	    f->chunks++), f->chunk.s, f->chunk.len);
	buf_clear(&f->chunk);
	return rc;
}

/* A chunk has as many texts as fit, and one at least. */
static int
add_text(struct finder *f, size_t page, const char *s, size_t len)
{
	int rc = 0;

	if (f->chunk.len > 0 && f->held + len > CHUNK)
		rc = put_texts(f);
	if (f->chunk.len == 0) {
		buf_addf(&f->list, f->chunks == 0 ? "%zu" : ",%zu", page);
		buf_addf(&f->chunk, "\"use strict\";\nwindow.gotText(%zu, [\n",
		    f->chunks);
		f->held = 0;
	} else {
		buf_adds(&f->chunk, ",\n");
	}
	script_string(&f->chunk, s);
	f->held += len;
	f->bytes += len;
	return rc;
}

int
html_find_read(struct finder *f, const struct html_page *page)
{
	const struct node *root = page->node, *n = NULL, *skip = NULL;
	struct text *t = &f->texts[page - f->html->pages];
	unsigned char seen[GROUPS] = { 0 };
	struct buf *b = &f->text, *folded = &f->folded;
	bool enter;
	int rc;

	buf_clear(b);
	buf_clear(folded);
	while (!root->aside && (n = node_step(root, n, &enter)) != NULL) {
		if (skip != NULL) {
			if (n == skip && !enter)
				skip = NULL;
			continue;
		}
		if (enter && is_told_elsewhere(f, n, page)) {
			skip = node_is_leaf(n->type) ? NULL : n;
			continue;
		}
		if (!enter || n->type == NODE_BREAK || n->type == NODE_SOFT) {
			if (!node_is_inline(n->type) || enter)
				add_words(b, " ");
			continue;
		}
		if (n->type != NODE_TABLE)
			add_words(b, n->text);
		if (!node_is_inline(n->type))
			add_words(b, " ");
	}
	buf_reserve(b, 0);
	buf_reserve(folded, 0);
	rc = add_text(f, (size_t)(page - f->html->pages), b->s, b->len);
	fold_into(f->html->arena, folded, b->s, b->len);
	note_groups(seen, folded->s, folded->len);
	put_seen(t, seen);
	return rc;
}

struct finder *
html_find_new(const struct html *h, const char *dir)
{
	struct finder *f = arena_alloc(h->arena, sizeof(*f));

	f->html = h;
	f->dir = dir;
	f->len = h->len;
	f->texts = arena_alloc(h->arena, (f->len + 1) * sizeof(*f->texts));
	return f;
}

int
html_find_done(struct finder *f, int rc)
{
	struct buf b = BUF_INIT;

	if (rc == 0 && f->chunk.len > 0)
		rc = put_texts(f);
	put_pages(f, &b);
	buf_add(&b, f->list.s, f->list.len);
	buf_adds(&b, "];\n");
	put_index(f, &b);
	if (rc == 0)
		rc = html_file(f->html, f->dir, "find.js", b.s, b.len);
	buf_done(&b);
	buf_done(&f->text);
	buf_done(&f->folded);
	buf_done(&f->chunk);
	buf_done(&f->list);
	return rc;
}
