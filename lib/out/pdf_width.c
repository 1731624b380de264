#include <math.h>
#include <string.h>

#include "out/pdf.h"
#include "out/pdf_table.h"

/* How wide the columns of a table are. */

/*
 * Widths that add up to w.  Columns that ask for no more than a fair share
 * get what they ask for, the narrow ones first; the others divide the rest
 * by the square root of what they want, so that a long text gets more than a
 * short one but does not starve it.
 */
static void
divide(const struct pdf_measure *t, float w, float *width)
{
	bool done[PDF_COLS_MAX] = { false };
	float left = w, sum;
	size_t i, n = t->ncol;
	bool again = true;

	for (i = 0; i < t->ncol; i++)
		width[i] = t->min[i];
	while (again && n > 0) {
		again = false;
		for (i = 0; i < t->ncol; i++) {
			if (done[i] || t->max[i] > left / (float)n)
				continue;
			done[i] = again = true;
			width[i] = t->max[i];
			left -= t->max[i];
			n--;
		}
	}
	again = true;
	while (again && n > 0) {
		again = false;
		for (i = 0, sum = 0; i < t->ncol; i++)
			sum += done[i] ? 0 : sqrtf(t->max[i]);
		for (i = 0; i < t->ncol; i++) {
			if (done[i])
				continue;
			width[i] = left * sqrtf(t->max[i]) / sum;
			if (width[i] >= t->min[i] && width[i] <= t->max[i])
				continue;
			width[i] = width[i] < t->min[i] ? t->min[i] :
			    t->max[i];
			left -= width[i];
			done[i] = again = true;
			n--;
			break;
		}
	}
}

/* ---- fair shares bettered ---- */

#define ROWS_TRIED	40

/* What each cell of some rows wants; 0 where there is none. */
struct wants {
	float		 want[ROWS_TRIED][PDF_COLS_MAX];
	float		 indent[ROWS_TRIED][PDF_COLS_MAX];
	unsigned	 least[ROWS_TRIED][PDF_COLS_MAX];	/* lines */
	float		 waste[PDF_COLS_MAX];
	float		 body[PDF_COLS_MAX];	/* the widest below the heads */
	size_t		 nrow;
};

static void
gather(const struct pdf_measure *t, struct wants *g, float pad)
{
	const struct node *row = NULL;
	size_t i, all = 0, step, rows, nth = 0;

	for (i = 0; i < t->ncol; i++)
		g->waste[i] = pad + (t->min[i] - pad) * 0.3f;
	for (i = 0; i < t->ncell; i++) {
		all += t->cell[i].node->parent != row;
		row = t->cell[i].node->parent;
	}
	step = (all + ROWS_TRIED - 1) / ROWS_TRIED;
	/* there is much room, and most tables are small */
	rows = step == 0 ? 0 : (all + step - 1) / step;
	memset(g->want, 0, rows * sizeof(g->want[0]));
	memset(g->indent, 0, rows * sizeof(g->indent[0]));
	memset(g->least, 0, rows * sizeof(g->least[0]));
	memset(g->body, 0, sizeof(g->body));
	g->nrow = 0;
	for (i = 0, row = NULL; i < t->ncell; i++) {
		if (t->cell[i].node->parent != row) {
			row = t->cell[i].node->parent;
			if (nth++ % step == 0)
				g->nrow++;
		}
		if ((nth - 1) % step != 0 || t->cell[i].span != 1)
			continue;
		g->want[g->nrow - 1][t->cell[i].col] = pad +
		    fmaxf(t->cell[i].max, t->cell[i].all);
		g->indent[g->nrow - 1][t->cell[i].col] = t->cell[i].indent;
		g->least[g->nrow - 1][t->cell[i].col] = t->cell[i].paras;
		if (!row->head)
			g->body[t->cell[i].col] = fmaxf(pad + fmaxf(
			    t->cell[i].max, t->cell[i].all),
			    g->body[t->cell[i].col]);
	}
}

/*
 * About how many lines the rows take in all; which column makes the most of
 * them.  A line is not filled to its end: about a third of its longest word
 * stays free.
 */
static float
lines(const struct wants *g, const float *width, size_t ncol, size_t *most)
{
	float sum = 0, tall, n, by[PDF_COLS_MAX] = { 0 };
	size_t i, k, which;

	for (i = 0; i < g->nrow; i++) {
		tall = 1;
		which = ncol;
		for (k = 0; k < ncol; k++) {
			n = g->want[i][k] <= width[k] ? 1 :
			    g->want[i][k] / fmaxf(width[k] - g->waste[k] -
			    g->indent[i][k], 1) + 0.2f;
			/* the last line of each paragraph is half empty */
			if (g->least[i][k] > 1)
				n = fmaxf(n + (float)g->least[i][k] * 0.4f,
				    (float)g->least[i][k]);
			if (n > tall) {
				tall = n;
				which = k;
			}
		}
		sum += tall;
		if (which < ncol)
			by[which] += tall;
	}
	for (*most = 0, k = 1; k < ncol; k++)
		if (by[k] > by[*most])
			*most = k;
	return sum;
}

/* Take from the column that misses it least, give where rows are tallest. */
static void
better(const struct pdf_measure *t, const struct wants *g, float *width)
{
	static const float steps[] = { 24, 8, 3 };
	float now, then, best;
	size_t i, k, s, to, from, any;

	for (s = 0; s < 3; s++)
		for (i = 0; i < 40; i++) {
			best = now = lines(g, width, t->ncol, &to);
			from = to;
			for (k = 0; k < t->ncol; k++) {
				if (k == to || width[k] - steps[s] < t->min[k])
					continue;
				width[k] -= steps[s];
				width[to] += steps[s];
				then = lines(g, width, t->ncol, &any);
				width[k] += steps[s];
				width[to] -= steps[s];
				if (then < best - 0.01f) {
					best = then;
					from = k;
				}
			}
			if (from == to)
				break;
			width[from] -= steps[s];
			width[to] += steps[s];
		}
}

#define NAME_MAX_W	92.0f	/* of a name, or what is as short */
#define NAME_COST	1.03f	/* how much taller a table may become */

/*
 * Names and the like are not parted where other columns can spare the room
 * and rows become no taller for it.
 */
static void
keep_names(const struct pdf_measure *t, const struct wants *g, float *width)
{
	float most, then, best, need;
	size_t i, k, from, any;

	for (i = 0; i < t->ncol; i++) {
		need = g->body[i] - width[i] + 0.1f;
		if (need <= 0.1f || g->body[i] > NAME_MAX_W)
			continue;
		best = most = lines(g, width, t->ncol, &any) * NAME_COST;
		from = i;
		width[i] += need;
		for (k = 0; k < t->ncol; k++) {
			if (k == i || width[k] - need < (g->body[k] >
			    NAME_MAX_W ? t->min[k] : fmaxf(g->body[k],
			    t->min[k])))
				continue;
			width[k] -= need;
			then = lines(g, width, t->ncol, &any);
			width[k] += need;
			if (then < best) {
				best = then;
				from = k;
			}
		}
		width[from] -= need;
	}
}

/*
 * Bring the widths to w in all.  What is too much comes off the columns that
 * have more than their least, so that no word is cut for another's comfort.
 */
static void
fit(const struct pdf_measure *t, float w, float *width)
{
	float sum = 0, spare = 0, share;
	size_t i;

	for (i = 0; i < t->ncol; i++) {
		sum += width[i];
		spare += width[i] - t->min[i];
	}
	share = spare > 0 ? (w - sum) / spare : 0;
	for (i = 0; i < t->ncol; i++)
		width[i] = sum <= w ? width[i] * w / sum :
		    width[i] + (width[i] - t->min[i]) * share;
}

/* Numbers that count the rows stand close to what they count. */
static bool
counts_rows(const struct pdf_measure *t)
{
	return t->ncol > 1 && t->ncell > 0 &&
	    t->cell[t->ncell - 1].node->parent->first->align == ALIGN_RIGHT;
}

/* Room to spare: each column gets some, the wider more. */
static void
spread(const struct pdf_measure *t, float w, float *width)
{
	size_t i, first = counts_rows(t);
	float sum = t->summax, spare = w - sum, n = (float)(t->ncol - first);

	if (first > 0) {
		width[0] = t->max[0];
		sum -= t->max[0];
	}
	for (i = first; i < t->ncol; i++)
		width[i] = sum <= 0 ? (w - (first > 0 ? t->max[0] : 0)) / n :
		    t->max[i] +
		    spare * (0.5f * t->max[i] / sum + 0.5f / n);
}

static void
improve(const struct pdf_measure *t, float *width)
{
	struct wants g;

	gather(t, &g, 2 * pdf_padx(t->node, t->dense));
	better(t, &g, width);
	keep_names(t, &g, width);
}

void
pdf_widths(const struct pdf_measure *t, float w, float *width)
{
	float scale;
	size_t i;

	if (t->summax <= w) {
		spread(t, w, width);
		return;
	}
	if (t->summin >= w) {
		/* words will have to be cut */
		scale = w / t->summin;
		for (i = 0; i < t->ncol; i++)
			width[i] = t->min[i] * scale;
		return;
	}
	divide(t, w, width);
	fit(t, w, width);
	if (t->ncol > 2)
		improve(t, width);
}

float
pdf_tallness(const struct pdf_measure *t, float w)
{
	struct wants g;
	float width[PDF_COLS_MAX];
	size_t most;

	pdf_widths(t, w, width);
	gather(t, &g, 2 * pdf_padx(t->node, t->dense));
	return g.nrow == 0 ? 0 : lines(&g, width, t->ncol, &most) /
	    (float)g.nrow;
}
