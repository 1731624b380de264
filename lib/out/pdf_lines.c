#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "out/pdf.h"

/* Tokens to lines: as many as fit, then break at the last good place. */

#define FILLED		0.6f	/* of a ragged line; else a word is parted */
#define LONG		2.2f	/* lines, from which on that is worth it */

/* The bytes of a piece that fit into a width, at clusters' ends. */
static size_t
fitting(const struct pdf_piece *s, float room)
{
	const struct pdf_run *r;
	size_t bytes = 0;
	unsigned i, k, g;
	float x = 0;

	if (s->rtl || s->missing != 0)
		return 0;
	for (i = 0; i < s->nruns; i++) {
		r = &s->runs[i];
		for (k = g = 0; k < r->nclusters; k++) {
			g += r->cluster[2 * k + 1];
			if (x + (g < r->n ? r->x[g] : r->w) > room)
				return bytes;
			bytes += r->cluster[2 * k];
		}
		x += r->w;
	}
	return bytes;
}

/* Room for one more token, rarely wanted when the paragraph is ended. */
static void
make_room(struct pdf *p, struct pdf_para *q)
{
	struct pdf_tok *more;

	if (q->ntok < q->room)
		return;
	q->room = (q->ntok + 1) * 2;
	more = arena_alloc(p->arena, q->room * sizeof(*more));
	memcpy(more, q->tok, q->ntok * sizeof(*more));
	q->tok = more;
}

void
pdf_tok_cut(struct pdf *p, struct pdf_para *q, size_t i, size_t n, bool hyphen)
{
	struct pdf_tok *t, *next;
	struct pdf_font *f;
	const char *s;
	char part[PDF_PIECE_MAX + sizeof(PDF_SHY)];
	size_t len;

	make_room(p, q);
	t = &q->tok[i];
	f = q->seg[t->seg].font;
	s = t->p->key;
	len = t->p->keylen;
	next = t + 1;
	memmove(next + 1, next, (q->ntok - i - 1) * sizeof(*t));
	q->ntok++;
	*next = *t;
	next->p = pdf_piece(f, s + n, len - n);
	next->w = next->p->w;
	memcpy(part, s, n);
	if (hyphen) {
		memcpy(part + n, PDF_SHY, sizeof(PDF_SHY) - 1);
		n += sizeof(PDF_SHY) - 1;
		q->parted = true;
	}
	t->p = pdf_piece(f, part, n);
	t->w = t->p->w;
	t->brk = BRK_HARD_PUSHED;
	t->hang = 0;
	t->parted = hyphen;
}

/* Words that were parted for lines of another width are whole again. */
static void
rejoin(struct pdf_para *q)
{
	char word[PDF_PIECE_MAX];
	struct pdf_tok *to = q->tok, *t;
	size_t i, n;

	for (i = 0; q->parted && i < q->ntok; i++) {
		t = &q->tok[i];
		for (n = 0; t->parted && i + 1 < q->ntok; t = &q->tok[++i]) {
			memcpy(word + n, t->p->key, t->p->keylen);
			n += t->p->keylen - (sizeof(PDF_SHY) - 1);
		}
		*to = *t;
		if (n > 0) {
			memcpy(word + n, t->p->key, t->p->keylen);
			to->p = pdf_piece(q->seg[t->seg].font, word,
			    n + t->p->keylen);
			to->w = to->p->w;
		}
		to++;
	}
	if (q->parted)
		q->ntok = (unsigned)(to - q->tok);
	q->parted = false;
}

uint64_t
pdf_tok_parts(const struct pdf_para *q, size_t i, float *hyphen)
{
	const struct pdf_tok *t = &q->tok[i];
	const struct pdf_seg *g = &q->seg[t->seg];
	uint64_t parts;

	if (!q->english || t->type != TOK_WORD || g->literal || g->badge ||
	    (parts = pdf_piece_parts(g->font, t->p)) == 0)
		return 0;
	*hyphen = pdf_piece(g->font, PDF_SHY, sizeof(PDF_SHY) - 1)->w;
	return parts;
}

/* The last place to part token i so that it fits into room; 0: none. */
static size_t
part_at(const struct pdf_para *q, size_t i, float room)
{
	const struct pdf_tok *t = &q->tok[i];
	float hyphen;
	uint64_t parts = pdf_tok_parts(q, i, &hyphen);
	size_t n;

	if (parts == 0)
		return 0;
	room -= hyphen;
	for (n = t->p->keylen - 1; n > 0; n--)
		if (n < 64 && (parts >> n & 1) != 0 &&
		    pdf_piece_upto(t->p, n) <= room)
			return n;
	return 0;
}

/*
 * Cut token i so that its first part fits into room, at the least one
 * character when must is set.  False when nothing fits.
 */
static bool
cut(struct pdf *p, struct pdf_para *q, size_t i, float room, bool must)
{
	const struct pdf_tok *t = &q->tok[i];
	size_t n;

	if (t->p == NULL)
		return false;
	if ((n = part_at(q, i, room)) > 0) {
		pdf_tok_cut(p, q, i, n, true);
		return true;
	}
	n = fitting(t->p, room);
	if (n == 0 && must)
		n = pdf_piece_first(t->p);
	if (n == 0 || n >= t->p->keylen)
		return false;
	pdf_tok_cut(p, q, i, n, false);
	return true;
}

/*
 * Room added behind what may stretch: so little that no Japanese line looks
 * spaced out; between words, what the choice of the lines allowed for.
 */
static void
spread(const struct pdf_para *q, struct pdf_line *l, float room)
{
	float em = pdf_font_size(q->font), slack = room - l->w, space;
	unsigned i, n = 0;

	for (i = l->from; i + 1 < l->to; i++)
		n += q->tok[i].stretch;
	if (n == 0)
		return;
	if (q->english) {
		space = pdf_piece(q->font, " ", 1)->w;
		if (slack / (float)n > space * PDF_STRETCH * PDF_LOOSEST ||
		    slack / (float)n < -space * PDF_SHRINK * 1.1f)
			return;
	} else if (slack <= 0 || slack > em * 3 ||
	    slack / (float)n > em * 0.12f)
		return;
	l->add = slack / (float)n;
}

size_t
pdf_line_close(struct pdf *p, struct pdf_para *q, size_t from, size_t to,
    bool last)
{
	struct pdf_line *l;
	size_t i, next = to;

	q->line = arena_grow(p->arena, q->line, q->nline, sizeof(*q->line));
	l = &q->line[q->nline++];
	/* it may hold a line that was taken back */
	*l = (struct pdf_line){ 0 };
	/* a new line of code begins at the left again */
	if (from > 0 && !(q->code && q->tok[from - 1].brk == BRK_MUST))
		l->x = q->hang;
	/* no room before a bracket that begins a line */
	if (from < to && q->tok[from].open)
		l->x -= pdf_font_size(q->font) / 2;
	while (to > from && q->tok[to - 1].type == TOK_SPACE)
		to--;
	l->from = (unsigned)from;
	l->to = (unsigned)to;
	for (i = from; i < to; i++)
		l->w += q->tok[i].w;
	if (to > from && q->tok[to - 1].hang > 0)
		l->w -= pdf_font_size(q->font) *
		    (float)q->tok[to - 1].hang / 8;
	/* a last line is filled only where it has to be pressed */
	if (q->justify && (!last || l->w > q->width - l->x))
		spread(q, l, q->width - l->x);
	while (next < q->ntok && q->tok[next].type == TOK_SPACE)
		next++;
	return next;
}

/* ---- Japanese in columns ---- */

#define NARROW		20.0f	/* em; wider lines need less care */
#define PHRASE_BACK	5	/* characters that may go to the next line */
#define RUNT		2.6f	/* em; a last line so short looks lost */
#define RUNT_WANT	4.0f
#define LOST		5.6f	/* the same for one word, in wide lines only */

enum script { OTHER, HIRAGANA, KATAKANA, KANJI };

static enum script
script(const struct pdf_tok *t)
{
	uint32_t c;

	if (t->type != TOK_WORD || t->p == NULL)
		return OTHER;
	utf8_get(t->p->key, t->p->keylen, &c);
	return c >= 0x3041 && c <= 0x309f ? HIRAGANA :
	    (c >= 0x30a1 && c <= 0x30fa) || c == 0x30fc ? KATAKANA :
	    (c >= 0x3400 && c <= 0x9fff) || c == 0x3005 ? KANJI : OTHER;
}

bool
pdf_is_katakana(const struct pdf_tok *t)
{
	return script(t) == KATAKANA;
}

/*
 * Does a phrase begin with b, as far as the script tells?  Particles and
 * endings are written in hiragana and belong to what is before them.
 */
static bool
phrase(const struct pdf_tok *a, const struct pdf_tok *b)
{
	enum script x = script(a), y = script(b);

	return x != y || x == OTHER ? y != HIRAGANA : false;
}

float
pdf_phrase_min(const struct pdf_para *q, float limit)
{
	float w = 0, most = 0;
	size_t i;

	for (i = 0; i < q->ntok; i++) {
		if (i == 0 || q->tok[i].type != TOK_WORD ||
		    phrase(&q->tok[i - 1], &q->tok[i]))
			w = 0;
		w += q->tok[i].w;
		if (w > most && w <= limit)
			most = w;
	}
	return most;
}

/* The first token of the stretch in one script that a break would part. */
static size_t
stretch_from(const struct pdf_para *q, size_t from, size_t good,
    enum script which)
{
	size_t i = good;

	if (good < q->ntok && script(&q->tok[good]) == which)
		while (i > from && script(&q->tok[i - 1]) == which)
			i--;
	return i > from && q->tok[i - 1].brk == BRK_OK ? i : good;
}

/*
 * A word of many kanji is made of words of two, counted from its beginning;
 * one alone does not stay behind.
 */
static size_t
pairs_end(const struct pdf_para *q, size_t from, size_t good)
{
	size_t start = good, end = good, cut = good;

	while (start > 0 && script(&q->tok[start - 1]) == KANJI)
		start--;
	while (end < q->ntok && script(&q->tok[end]) == KANJI)
		end++;
	if (start == good || end == good)
		return good;
	cut -= (good - start) % 2;
	if (end - cut == 1)
		cut -= 2;
	return cut >= start && cut > from + 1 &&
	    q->tok[cut - 1].brk == BRK_OK ? cut : good;
}

/*
 * Where a ragged line that could go on to token good had better end: before a
 * word of katakana, or some characters earlier, if a phrase begins there.
 */
static size_t
phrase_end(const struct pdf_para *q, size_t from, size_t good, bool narrow)
{
	size_t i, end = stretch_from(q, from, good, KATAKANA);

	if (end < good && (end - from) * 5 >= (good - from) * (narrow ? 1 : 4))
		return end;
	if (!narrow)
		return pairs_end(q, from, good);
	for (i = good; i > from + 1 && good - i <= PHRASE_BACK; i--)
		if (q->tok[i - 1].brk == BRK_OK && i < q->ntok &&
		    phrase(&q->tok[i - 1], &q->tok[i]))
			return (i - from) * 5 >= (good - from) * 2 ? i : good;
	/* better before a verb's ending or "ni oite" than within */
	end = stretch_from(q, from, good, HIRAGANA);
	return good - end >= 2 && (end - from) * 5 >= (good - from) * 2 ?
	    end : pairs_end(q, from, good);
}

/* Does the line hold more than one word? */
static bool
has_words(const struct pdf_para *q, const struct pdf_line *l)
{
	size_t i;

	for (i = l->from; i < l->to; i++)
		if (q->tok[i].type == TOK_SPACE)
			return true;
	return false;
}

/*
 * A last line of one or two characters, or of one short word, takes some more
 * from the line before it, which is long enough to spare them.
 */
static void
no_runt(struct pdf *p, struct pdf_para *q)
{
	float em = pdf_font_size(q->font), w, want;
	bool words = q->njapanese == 0;
	struct pdf_line *l;
	size_t i, from;

	if (q->code || q->nline < 2 || (words && q->width < em * NARROW))
		return;
	want = em * (words ? LOST : RUNT_WANT);
	l = &q->line[q->nline - 1];
	w = l->w;
	if (w > (words ? want : em * RUNT) || l[-1].w < want * 2 ||
	    q->tok[l->from - 1].brk == BRK_MUST || (words && has_words(q, l)))
		return;
	for (i = l->from; i > l[-1].from + 1; i--) {
		w += q->tok[i - 1].w;
		if (w > want * 2.5f)
			return;
		if ((words || w >= want) && q->tok[i - 2].brk == BRK_OK &&
		    (words || q->justify ||
		    phrase(&q->tok[i - 2], &q->tok[i - 1])))
			break;
	}
	if (i <= l[-1].from + 1)
		return;
	from = l[-1].from;
	q->nline -= 2;
	i = pdf_line_close(p, q, from, i - 1, false);
	pdf_line_close(p, q, i, q->ntok, true);
}

/*
 * Would a line that ends at token good leave too much of its room?  Of two
 * lines none gains by a hyphen.
 */
static bool
lost(const struct pdf_para *q, size_t from, size_t good, float width)
{
	float w = 0;

	if (!q->english || q->max < width * LONG)
		return false;
	for (; from < good; from++)
		w += q->tok[from].w;
	return w < width * FILLED;
}

void
pdf_para_break(struct pdf *p, struct pdf_para *q, float width)
{
	size_t i, from = 0, good = 0, n;
	float x = 0, room, em = pdf_font_size(q->font);
	const struct pdf_tok *t;
	bool ragged = q->njapanese > 0 && !q->justify && !q->code;

	q->nline = 0;
	q->line = NULL;
	q->width = width;
	rejoin(q);
	if (q->justify && q->english && pdf_para_fit(p, q, width)) {
		arena_fit(p->arena, q->line, q->nline, q->nline,
		    sizeof(*q->line));
		return;
	}
	rejoin(q);
	q->nline = 0;
	room = width + 0.01f;
	for (i = 0; i < q->ntok; i++) {
		t = &q->tok[i];
		if (i == from && t->open)
			x -= em / 2;
		if (t->type != TOK_SPACE &&
		    x + t->w - em * (float)t->hang / 8 > room) {
			if (good <= from) {
				if (cut(p, q, i, room - x, i == from))
					good = i + 1;
				else
					good = i > from ? i : i + 1;
			} else if (lost(q, from, good, width) &&
			    (n = part_at(q, i, room - x)) > 0) {
				pdf_tok_cut(p, q, i, n, true);
				good = i + 1;
			} else if (ragged)
				good = phrase_end(q, from, good,
				    width < em * NARROW);
			from = pdf_line_close(p, q, from, good, false);
			room = width + 0.01f - q->hang;
			x = 0;
			good = from;
			i = from - 1;
			continue;
		}
		x += t->w;
		if (t->brk == BRK_OK)
			good = i + 1;
		if (t->brk == BRK_MUST) {
			from = pdf_line_close(p, q, from, i + 1, true);
			room = width + 0.01f - (q->code ? 0 : q->hang);
			x = 0;
			good = from;
			i = from - 1;
		}
	}
	if (from < q->ntok || q->nline == 0)
		pdf_line_close(p, q, from, q->ntok, true);
	no_runt(p, q);
	arena_fit(p->arena, q->line, q->nline, q->nline, sizeof(*q->line));
}
