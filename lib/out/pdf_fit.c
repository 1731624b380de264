#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "out/pdf.h"

/*
 * Lines of a whole paragraph: of all ways to end them, the one in which the
 * spaces differ least from what they should be (after Knuth and Plass,
 * "Breaking paragraphs into lines", 1981).  Words are parted only where
 * without a hyphen some line would be loose.
 */

#define TOKENS_MAX	20000	/* of a paragraph; longer ones go by lines */
#define ACTIVE_MAX	400	/* places a line can begin at, at one time */
#define RUNT		3.4f	/* em; a last line so short looks lost */

/* What makes a way worse, beside its loose and tight lines. */
#define COST_HYPHEN	60
#define COST_ROW	3000	/* two hyphens, one above the other */
#define COST_UNEVEN	1500	/* a loose line next to a tight one */
#define COST_LOOSE	1e7	/* each em that cannot be spread */
#define COST_RUNT	1.2e8

/* A place where a line may end and the next begin. */
struct spot {
	unsigned	 tok;		/* the next line's first */
	unsigned	 byte;		/* within it; 0: before it */
	float		 end, next;	/* widths: to the end of a line, and
					   to the beginning of the next */
	unsigned	 ends, begins;	/* places that stretch, the same */
	double		 cost;		/* of the best way here */
	float		 ratio;
	unsigned	 from;		/* the spot before on it */
	bool		 reached;
};

struct fit {
	struct spot	*spot;
	size_t		 n, cap;
	unsigned	*active;
	size_t		 nactive;
	float		 first, room;	/* of the first line, of the others */
	float		 em, space;
	float		 loosest;
};

static struct spot *
add_spot(struct fit *f, unsigned tok, unsigned byte, float x, unsigned gaps)
{
	struct spot *s;

	if (f->n == f->cap) {
		f->cap = f->cap == 0 ? 256 : f->cap * 2;
		s = realloc(f->spot, f->cap * sizeof(*s));
		if (s == NULL)
			arena_exhausted();
		f->spot = s;
	}
	s = &f->spot[f->n++];
	*s = (struct spot){ .tok = tok, .byte = byte, .end = x, .next = x,
	    .ends = gaps, .begins = gaps };
	return s;
}

/* The hyphens that token i can have. */
static void
add_parts(struct fit *f, const struct pdf_para *q, unsigned i, float x,
    unsigned gaps)
{
	const struct pdf_tok *t = &q->tok[i];
	struct spot *s;
	float hyphen;
	uint64_t parts = pdf_tok_parts(q, i, &hyphen);

	if (parts == 0)
		return;
	for (unsigned n = 1; n < t->p->keylen && n < 64; n++) {
		if ((parts >> n & 1) == 0)
			continue;
		s = add_spot(f, i, n, x + pdf_piece_upto(t->p, n), gaps);
		s->end += hyphen;
	}
}

/* All spots of the tokens from..to, the end among them. */
static void
find_spots(struct fit *f, const struct pdf_para *q, size_t from, size_t to,
    bool hyphens)
{
	const struct pdf_tok *t;
	struct spot *s;
	float x = 0;
	unsigned gaps = 0;

	f->n = 0;
	add_spot(f, (unsigned)from, 0, 0, 0);
	for (size_t i = from; i < to; i++) {
		t = &q->tok[i];
		if (hyphens)
			add_parts(f, q, (unsigned)i, x, gaps);
		x += t->w;
		gaps += t->stretch;
		if (t->brk != BRK_OK || i + 1 == to)
			continue;
		s = add_spot(f, (unsigned)i + 1, 0, x, gaps);
		if (t->type == TOK_SPACE) {
			s->end -= t->w;
			s->ends -= t->stretch;
		}
	}
	add_spot(f, (unsigned)to, 0, x, gaps);
}

/* What the line a..b costs; false when it cannot be one. */
static bool
line_cost(const struct fit *f, const struct spot *a, const struct spot *b,
    bool last, double *cost, float *ratio)
{
	float slack = (a == f->spot ? f->first : f->room) -
	    (b->end - a->next), gives;
	double bad;
	unsigned gaps = b->ends > a->begins ? b->ends - a->begins : 0;

	gives = (float)gaps * f->space * (slack < 0 ? PDF_SHRINK :
	    PDF_STRETCH);
	if (slack < -gives - 0.01f)
		return false;
	*ratio = gives > 0 ? slack / gives : slack > 0.01f ?
	    PDF_LOOSEST * 2 : 0;
	*cost = 0;
	if (last && slack >= 0) {
		*ratio = 0;
		if (a != f->spot && b->end - a->next < f->em * RUNT)
			*cost += COST_RUNT;
	}
	if (*ratio > f->loosest)
		return false;
	bad = *ratio < 0 ? -*ratio : *ratio;
	if (bad > PDF_LOOSEST) {
		/* it stays ragged: the less that is seen of it the better */
		*cost += COST_LOOSE * (1 + slack / f->em);
		bad = PDF_LOOSEST;
	}
	bad = 1 + 100 * bad * bad * bad + (b->byte > 0 ? COST_HYPHEN : 0);
	*cost += bad * bad;
	if (b->byte > 0 && a->byte > 0)
		*cost += COST_ROW;
	if (a->reached && (a->ratio - *ratio > 1.0f ||
	    *ratio - a->ratio > 1.0f))
		*cost += COST_UNEVEN;
	return true;
}

/* The best way to each spot; false when none leads to the last. */
static bool
find_way(struct fit *f)
{
	struct spot *b, *a;
	double cost;
	float ratio;
	size_t i, k, kept;

	f->nactive = 1;
	f->active[0] = 0;
	for (i = 1; i < f->n; i++) {
		b = &f->spot[i];
		for (k = kept = 0; k < f->nactive; k++) {
			a = &f->spot[f->active[k]];
			if (line_cost(f, a, b, i + 1 == f->n, &cost,
			    &ratio) && (!b->reached ||
			    a->cost + cost < b->cost)) {
				b->reached = true;
				b->cost = a->cost + cost;
				b->ratio = ratio;
				b->from = f->active[k];
			}
			/* what no longer fits from there never will */
			if (b->next - a->next > (a == f->spot ? f->first :
			    f->room) + (float)(b->begins - a->begins) *
			    f->space * PDF_SHRINK + 0.02f)
				continue;
			f->active[kept++] = f->active[k];
		}
		f->nactive = kept;
		if (b->reached) {
			if (kept == ACTIVE_MAX)
				return false;
			f->active[f->nactive++] = (unsigned)i;
		}
		if (f->nactive == 0)
			return false;
	}
	/* another pass may do without */
	return f->spot[f->n - 1].reached && (f->loosest > PDF_LOOSEST ||
	    f->spot[f->n - 1].cost < COST_RUNT);
}

/* End the lines at the spots of the way; how many tokens more there are. */
static size_t
take_way(struct pdf *p, struct pdf_para *q, struct fit *f)
{
	size_t from = f->spot[0].tok, to, shift = 0;
	unsigned at = (unsigned)f->n - 1, behind = 0, before;
	unsigned word = 0, cut = 0;	/* that was parted last, and where */
	const struct spot *s;

	/* turned round, it leads from the first line to the last */
	while (at != 0) {
		before = f->spot[at].from;
		f->spot[at].from = behind;
		behind = at;
		at = before;
	}
	for (at = behind; at != 0; at = s->from) {
		s = &f->spot[at];
		to = s->tok + shift;
		if (s->byte > 0) {
			pdf_tok_cut(p, q, to, s->byte - (cut > 0 &&
			    word == s->tok ? cut : 0), true);
			word = s->tok;
			cut = s->byte;
			shift++;
			to++;
		}
		from = pdf_line_close(p, q, from, to, s->from == 0);
	}
	return shift;
}

/* The tokens from..to, which end in a line that is not filled. */
static bool
fit_part(struct pdf *p, struct pdf_para *q, struct fit *f, size_t from,
    size_t *to)
{
	static const float loosest[] = { 1.3f, PDF_LOOSEST, 1e9f };

	for (size_t pass = 0; pass < 3; pass++) {
		f->loosest = loosest[pass];
		if (pass < 2)
			find_spots(f, q, from, *to, pass > 0);
		else
			for (size_t i = 0; i < f->n; i++)
				f->spot[i].reached = false;
		if (find_way(f)) {
			*to += take_way(p, q, f);
			return true;
		}
	}
	return false;
}

bool
pdf_para_fit(struct pdf *p, struct pdf_para *q, float width)
{
	struct fit f = { .em = pdf_font_size(q->font), .first = width,
	    .room = width - q->hang };
	size_t from, to;
	bool ok = true;

	if (q->ntok == 0 || q->ntok > TOKENS_MAX)
		return false;
	f.space = pdf_piece(q->font, " ", 1)->w;
	f.active = malloc((ACTIVE_MAX + 1) * sizeof(*f.active));
	if (f.active == NULL)
		arena_exhausted();
	for (from = 0; ok && from < q->ntok; from = to) {
		for (to = from; to < q->ntok &&
		    q->tok[to].brk != BRK_MUST; to++)
			;
		to += to < q->ntok;
		ok = fit_part(p, q, &f, from, &to);
		f.first = f.room;
	}
	free(f.spot);
	free(f.active);
	return ok;
}
