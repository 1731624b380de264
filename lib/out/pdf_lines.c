#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "out/pdf.h"

/* Tokens to lines: as many as fit, then break at the last good place. */

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

/*
 * Cut token i so that its first part fits into room, at the least one
 * character when must is set.  False when nothing fits.
 */
static bool
cut(struct pdf *p, struct pdf_para *q, size_t i, float room, bool must)
{
	struct pdf_tok *t = &q->tok[i], *next;
	const char *s;
	size_t n, len;

	if (t->p == NULL)
		return false;
	s = t->p->key;
	len = t->p->keylen;
	n = fitting(t->p, room);
	if (n == 0 && must)
		n = pdf_piece_first(t->p);
	if (n == 0 || n >= len)
		return false;
	make_room(p, q);
	t = &q->tok[i];
	next = t + 1;
	memmove(next + 1, next, (q->ntok - i - 1) * sizeof(*t));
	q->ntok++;
	*next = *t;
	next->p = pdf_piece(q->seg[t->seg].font, s + n, len - n);
	next->w = next->p->w;
	t->p = pdf_piece(q->seg[t->seg].font, s, n);
	t->w = t->p->w;
	t->brk = BRK_HARD_PUSHED;
	t->hang = 0;
	return true;
}

static void
spread(const struct pdf_para *q, struct pdf_line *l, float room)
{
	float em = pdf_font_size(q->font), slack = room - l->w;
	unsigned i, n = 0;

	for (i = l->from; i + 1 < l->to; i++)
		n += q->tok[i].stretch;
	if (n == 0 || slack <= 0 || slack > em * 3 ||
	    slack / (float)n > em * 0.12f)
		return;
	l->add = slack / (float)n;
}

/* Close the line from..to; returns where the next begins. */
static size_t
close_line(struct pdf *p, struct pdf_para *q, size_t from, size_t to,
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
	if (q->justify && !last)
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
	i = close_line(p, q, from, i - 1, false);
	close_line(p, q, i, q->ntok, true);
}

void
pdf_para_break(struct pdf *p, struct pdf_para *q, float width)
{
	size_t i, from = 0, good = 0;
	float x = 0, room, em = pdf_font_size(q->font);
	const struct pdf_tok *t;
	bool ragged = q->njapanese > 0 && !q->justify && !q->code;

	q->nline = 0;
	q->line = NULL;
	q->width = width;
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
			} else if (ragged)
				good = phrase_end(q, from, good,
				    width < em * NARROW);
			from = close_line(p, q, from, good, false);
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
			from = close_line(p, q, from, i + 1, true);
			room = width + 0.01f - (q->code ? 0 : q->hang);
			x = 0;
			good = from;
			i = from - 1;
		}
	}
	if (from < q->ntok || q->nline == 0)
		close_line(p, q, from, q->ntok, true);
	no_runt(p, q);
	arena_fit(p->arena, q->line, q->nline, q->nline, sizeof(*q->line));
}
