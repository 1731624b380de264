#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "diag/inside.h"

/*
 * Which findings a change made.  Those of the base lie in buckets by what
 * tells findings apart; each of ours takes the one of its bucket that is most
 * like it.
 */

struct known {
	struct known		*next;
	const struct diag	*diag;
	bool			 taken;
};

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
	    c == '_' || c == '-';
}

static size_t
digits(const char *s)
{
	return strspn(s, "0123456789");
}

/* The length of a date or a number that stands alone, 0 when it is none. */
static size_t
figure(const char *start, const char *s)
{
	size_t n = digits(s);

	if (n == 0 || (s > start && (letter(s[-1]) || digits(s - 1) > 0)))
		return 0;
	if (n == 4 && s[4] == '-' && digits(s + 5) == 2 && s[7] == '-' &&
	    digits(s + 8) == 2)
		return 10;
	return n;
}

/* The words without figures, which time and other records change. */
static void
words(struct buf *key, const char *s)
{
	const char *start = s;
	size_t n;

	while (*s != '\0') {
		if ((n = figure(start, s)) > 0) {
			buf_addc(key, '#');
			s += n;
		} else
			buf_addc(key, *s++);
	}
}

/* The field without the places in its lists: items move. */
static void
field(struct buf *key, const char *s)
{
	for (; *s != '\0'; s++) {
		buf_addc(key, *s);
		if (*s == '[')
			s += digits(s + 1);
	}
}

static const char *
replaced(struct arena *a, const char *s, const char *word, const char *by)
{
	struct buf b = BUF_INIT;
	const char *at, *out;

	for (; (at = strstr(s, word)) != NULL; s = at + strlen(word)) {
		buf_add(&b, s, (size_t)(at - s));
		buf_adds(&b, by);
	}
	buf_adds(&b, s);
	out = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return out;
}

/* What tells a finding apart; was: the id its record had before, or NULL. */
static const char *
key_of(struct arena *a, const struct diag *d, const char *was)
{
	struct buf key = BUF_INIT;
	const char *record = was != NULL ? was : d->record, *out;

	buf_adds(&key, d->head->code);
	buf_addc(&key, '\n');
	if (record != NULL)
		buf_adds(&key, record);
	else if (d->at.path != NULL)
		buf_adds(&key, d->at.path);
	buf_addc(&key, '\n');
	if (d->field != NULL)
		field(&key, d->field);
	else if (was != NULL)
		words(&key, replaced(a, d->message[LANG_EN], d->record, was));
	else
		words(&key, d->message[LANG_EN]);
	out = arena_dup(a, key.s, key.len);
	buf_done(&key);
	return out;
}

const char *
diag_key(struct arena *a, const struct diag *d)
{
	return key_of(a, d, NULL);
}

static struct map *
fill(struct arena *a, const struct diags *base)
{
	struct map *m = map_new(a);
	struct known *k;
	const char *key;

	for (size_t i = base->len; i-- > 0;) {
		k = arena_alloc(a, sizeof(*k));
		k->diag = base->list[i];
		key = key_of(a, k->diag, NULL);
		k->next = map_put(m, key, k);
	}
	return m;
}

/* The finding of the base that is most like ours, taken; NULL without. */
static const struct diag *
match(const struct map *m, const char *key, const struct diag *d)
{
	struct known *best = NULL, *k;
	int score, most = -1;

	for (k = map_get(m, key); k != NULL; k = k->next) {
		if (k->taken)
			continue;
		score = 2 * (strcmp(k->diag->message[LANG_EN],
		    d->message[LANG_EN]) == 0) +
		    ((k->diag->waived == NULL) == (d->waived == NULL));
		if (score > most) {
			most = score;
			best = k;
		}
	}
	if (best == NULL)
		return NULL;
	best->taken = true;
	return best->diag;
}

static bool
counts(const struct diag *d)
{
	return d->waived == NULL && d->level != DIAG_OFF;
}

/* One of those that d may follow from stands. */
static bool
follows(const struct diag *d, bool news)
{
	for (size_t i = 0; i < d->root_len; i++)
		if (counts(d->roots[i]) && d->roots[i]->level >= d->level &&
		    (!news || d->roots[i]->news))
			return true;
	return false;
}

void
diags_settle(struct diags *ds)
{
	bool *off = arena_alloc(ds->arena, (ds->len + 1) * sizeof(*off));

	for (size_t i = 0; i < ds->len; i++)
		off[i] = follows(ds->list[i], false);
	for (size_t i = 0; i < ds->len; i++)
		if (off[i])
			ds->list[i]->level = DIAG_OFF;
}

static void
went(struct arena *a, struct diag_delta *delta, const struct diag *d)
{
	delta->went = arena_grow(a, delta->went, delta->gone,
	    sizeof(*delta->went));
	delta->went[delta->gone++] = d;
}

/* Whether ours is news; was is the same finding in the base, or NULL. */
static bool
news(struct arena *a, struct diag *d, const struct diag *was,
    struct diag_delta *delta)
{
	if (!counts(d)) {
		if (was != NULL && counts(was))
			went(a, delta, was);
		return was == NULL;
	}
	if (was == NULL || !counts(was)) {
		delta->created++;
		return true;
	}
	if (d->level > was->level) {
		d->before = was->level;
		delta->worsened++;
		return true;
	}
	delta->unchanged++;
	return false;
}

/* Not told after all. */
static void
uncount(const struct diag *d, struct diag_delta *delta)
{
	if (!counts(d))
		return;
	if (d->before != DIAG_OFF)
		delta->worsened--;
	else
		delta->created--;
}

void
diags_compare(struct diags *ds, const struct diags *base,
    const struct map *was, struct diag_delta *delta)
{
	struct arena *a = ds->arena;
	struct map *known = fill(a, base);
	const struct diag *old;
	struct diag **kept = NULL;
	size_t n = 0;

	delta->created = delta->worsened = delta->gone = delta->unchanged = 0;
	delta->went = NULL;
	for (size_t i = 0; i < ds->len; i++) {
		struct diag *d = ds->list[i];

		old = match(known, key_of(a, d, was == NULL ||
		    d->record == NULL ? NULL : map_get(was, d->record)), d);
		d->news = news(a, d, old, delta);
	}
	for (size_t i = 0; i < ds->len; i++) {
		struct diag *d = ds->list[i];

		if (!d->news)
			continue;
		if (follows(d, true)) {
			uncount(d, delta);
			continue;
		}
		kept = arena_grow(a, kept, n, sizeof(*kept));
		kept[n++] = d;
	}
	for (size_t i = 0; i < map_len(known); i++)
		for (struct known *k = map_at(known, i)->value; k != NULL;
		    k = k->next)
			if (!k->taken && counts(k->diag))
				went(a, delta, k->diag);
	if (delta->gone > 0)
		qsort(delta->went, delta->gone, sizeof(*delta->went),
		    diag_compare);
	ds->list = kept;
	ds->len = n;
}
