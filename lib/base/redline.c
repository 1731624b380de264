#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/redline.h"
#include "base/unicode.h"
#include "base/utf8.h"

/* Steps of a comparison: beyond, two texts are different as a whole. */
#define STEPS_MAX	1200

struct token {
	const char	*s;
	size_t		 len;
	uint32_t	 hash;
	bool		 blank, keep;
};

struct side {
	struct token	*list;
	size_t		 len;
};

enum script { SPACE, LATIN, KANJI, HIRAGANA, KATAKANA, SIGN };

static enum script
script_of(uint32_t c)
{
	if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x3000)
		return SPACE;
	if (c >= 0x3041 && c <= 0x309f)
		return HIRAGANA;
	if (c >= 0x30a0 && c <= 0x30ff)
		return KATAKANA;
	if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
	    (c >= 0x20000 && c <= 0x3ffff) || c == 0x3005)
		return KANJI;
	return c != UTF8_BAD && unicode_word(c) ? LATIN : SIGN;
}

static void
hash_in(struct token *t)
{
	t->hash = 2166136261u;
	for (size_t i = 0; i < t->len; i++)
		t->hash = (t->hash ^ (unsigned char)t->s[i]) * 16777619u;
}

/* White space counts the same however much, but for an empty line. */
static void
hash_blank(struct token *t)
{
	size_t lines = 0;

	for (size_t i = 0; i < t->len; i++)
		lines += t->s[i] == '\n';
	t->blank = true;
	t->hash = lines > 1 ? 2 : 1;
}

/* The tokens of a text: words, white space, and signs by themselves. */
static void
split(struct arena *a, const char *s, size_t len, struct side *out)
{
	enum script now, last = SIGN;
	struct token *t = NULL;
	size_t used;
	uint32_t c;

	for (size_t i = 0; i < len; i += used, last = now) {
		used = utf8_get(s + i, len - i, &c);
		now = script_of(c);
		if (t != NULL && now == last && now != SIGN && now != KANJI) {
			t->len += used;
			continue;
		}
		out->list = arena_grow(a, out->list, out->len,
		    sizeof(*out->list));
		t = &out->list[out->len++];
		t->s = s + i;
		t->len = used;
		t->blank = now == SPACE;
	}
	for (size_t i = 0; i < out->len; i++)
		if (out->list[i].blank)
			hash_blank(&out->list[i]);
		else
			hash_in(&out->list[i]);
}

static bool
equal(const struct token *a, const struct token *b)
{
	return a->hash == b->hash && a->blank == b->blank && (a->blank ||
	    (a->len == b->len && memcmp(a->s, b->s, a->len) == 0));
}

/* Whether diagonal k is best reached from the one above, by an insertion. */
static bool
from_above(const int *last, int d, int k)
{
	return k == -d || (k != d && last[k - 1] < last[k + 1]);
}

/* Walk the shortest script back and mark what is kept on both sides. */
static void
trace(struct side *a, struct side *b, int *const *rows, int d)
{
	int x = (int)a->len, y = (int)b->len, k, px, py;

	for (; d >= 0; d--) {
		px = py = 0;
		if (d > 0) {
			k = x - y;
			k += from_above(rows[d - 1], d, k) ? 1 : -1;
			px = rows[d - 1][k];
			py = px - k;
		}
		while (x > px && y > py &&
		    equal(&a->list[x - 1], &b->list[y - 1])) {
			a->list[--x].keep = true;
			b->list[--y].keep = true;
		}
		x = px;
		y = py;
	}
}

/*
 * Myers' greedy search: row d holds the furthest x on each diagonal that d
 * insertions and deletions reach.  Nothing is kept when STEPS_MAX are not
 * enough.
 */
static void
compare(struct arena *scratch, struct side *a, struct side *b)
{
	int n = (int)a->len, m = (int)b->len, x, y;
	int **rows = arena_alloc(scratch, (STEPS_MAX + 1) * sizeof(*rows));

	for (int d = 0; d <= STEPS_MAX && d <= n + m; d++) {
		rows[d] = arena_alloc(scratch, (size_t)(2 * d + 1) *
		    sizeof(*rows[d]));
		rows[d] += d;
		for (int k = -d; k <= d; k += 2) {
			x = 0;
			if (d > 0)
				x = from_above(rows[d - 1], d, k) ?
				    rows[d - 1][k + 1] : rows[d - 1][k - 1] + 1;
			for (y = x - k; x < n && y < m &&
			    equal(&a->list[x], &b->list[y]); x++, y++)
				;
			rows[d][k] = x;
			if (x == n && y == m) {
				trace(a, b, rows, d);
				return;
			}
		}
	}
}

/* What both texts begin and end with needs no search. */
static void
keep_ends(struct side *a, struct side *b, struct side *c, struct side *d)
{
	size_t head = 0, i = a->len, j = b->len;

	while (head < i && head < j &&
	    equal(&a->list[head], &b->list[head])) {
		a->list[head].keep = b->list[head].keep = true;
		head++;
	}
	while (i > head && j > head &&
	    equal(&a->list[i - 1], &b->list[j - 1]))
		a->list[--i].keep = b->list[--j].keep = true;
	*c = (struct side){ a->list + head, i - head };
	*d = (struct side){ b->list + head, j - head };
}

/* ---- pieces ---- */

struct writer {
	struct arena	*arena;
	struct redline	*out;
	struct buf	 same, gone, new;
};

static void
flush(struct writer *w, struct buf *b, enum redline_op op)
{
	struct redline *r = w->out;

	if (b->len == 0)
		return;
	r->pieces = arena_grow(w->arena, r->pieces, r->len,
	    sizeof(*r->pieces));
	r->pieces[r->len++] = (struct redline_piece){ op,
	    arena_dup(w->arena, b->s, b->len), b->len };
	buf_clear(b);
}

static void
flush_changes(struct writer *w)
{
	flush(w, &w->gone, REDLINE_GONE);
	flush(w, &w->new, REDLINE_NEW);
}

/*
 * A blank or a single Chinese character between two changes belongs to them:
 * one edit, not two.
 */
static bool
bridges(const struct side *a, size_t i, const struct side *b, size_t j)
{
	const struct token *t = &b->list[j];
	uint32_t c;

	utf8_get(t->s, t->len, &c);
	return (t->blank || script_of(c) == KANJI) && ((i + 1 < a->len && !a->list[i + 1].keep) ||
	    (j + 1 < b->len && !b->list[j + 1].keep));
}

static void
write_all(struct writer *w, const struct side *a, const struct side *b)
{
	size_t i = 0, j = 0;

	while (i < a->len || j < b->len) {
		if (i < a->len && !a->list[i].keep && a->list[i].blank &&
		    w->gone.len == 0) {
			i++;
		} else if (j < b->len && !b->list[j].keep &&
		    b->list[j].blank && w->gone.len + w->new.len == 0 &&
		    (i == a->len || a->list[i].keep)) {
			buf_add(&w->same, b->list[j].s, b->list[j].len);
			j++;
		} else if (i < a->len && !a->list[i].keep) {
			flush(w, &w->same, REDLINE_SAME);
			buf_add(&w->gone, a->list[i].s, a->list[i].len);
			w->out->gone += !a->list[i++].blank;
		} else if (j < b->len && !b->list[j].keep) {
			flush(w, &w->same, REDLINE_SAME);
			buf_add(&w->new, b->list[j].s, b->list[j].len);
			w->out->new += !b->list[j++].blank;
		} else if (w->gone.len + w->new.len > 0 &&
		    bridges(a, i, b, j)) {
			if (w->gone.len > 0 || !b->list[j].blank)
				buf_add(&w->gone, a->list[i].s, a->list[i].len);
			if (w->new.len > 0 || !b->list[j].blank)
				buf_add(&w->new, b->list[j].s, b->list[j].len);
			i++;
			j++;
		} else {
			flush_changes(w);
			buf_add(&w->same, b->list[j].s, b->list[j].len);
			i++;
			j++;
		}
	}
	flush_changes(w);
	flush(w, &w->same, REDLINE_SAME);
}

struct redline *
redline(struct arena *arena, const char *old, size_t old_len, const char *now,
    size_t now_len)
{
	struct arena *scratch = arena_new();
	struct writer w = { .arena = arena };
	struct side a = { NULL, 0 }, b = { NULL, 0 }, c, d;

	w.out = arena_alloc(arena, sizeof(*w.out));
	split(scratch, old, old_len, &a);
	split(scratch, now, now_len, &b);
	keep_ends(&a, &b, &c, &d);
	if (c.len > 0 && d.len > 0)
		compare(scratch, &c, &d);
	write_all(&w, &a, &b);
	buf_done(&w.same);
	buf_done(&w.gone);
	buf_done(&w.new);
	arena_done(scratch);
	return w.out;
}
