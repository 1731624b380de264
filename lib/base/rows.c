#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/rows.h"

/* ---- pointers to numbers ---- */

struct numbered {
	const void	*p;		/* NULL: free */
	uint32_t	 n;
};

#define LARGE	((size_t)64 * 1024)

void
numbers_new(struct numbers *ns, struct arena *a)
{
	ns->arena = a;
	ns->size = 1024;
	ns->used = 0;
	ns->slots = arena_alloc(a, ns->size * sizeof(*ns->slots));
}

static struct numbered *
place(const struct numbers *ns, const void *p)
{
	size_t at = ((uint64_t)(uintptr_t)p * 0x9e3779b97f4a7c15u) >> 20;

	for (at &= ns->size - 1; ns->slots[at].p != NULL &&
	    ns->slots[at].p != p; at = (at + 1) & (ns->size - 1))
		;
	return &ns->slots[at];
}

uint32_t
numbers_get(const struct numbers *ns, const void *p)
{
	return place(ns, p)->n;
}

void
numbers_put(struct numbers *ns, const void *p, uint32_t n)
{
	struct numbered *slot = place(ns, p), *old = ns->slots;
	size_t size = ns->size;

	if (slot->p == NULL)
		ns->used++;
	slot->p = p;
	slot->n = n;
	if (ns->used * 2 < size)
		return;
	ns->size *= size < LARGE ? 4 : 2;
	ns->slots = arena_table(ns->arena, ns->size * sizeof(*ns->slots));
	for (size_t i = 0; i < size; i++)
		if (old[i].p != NULL)
			*place(ns, old[i].p) = old[i];
	arena_give(ns->arena, old);
}

/* ---- writing ---- */

void
rows_new(struct rows *r, struct arena *scratch)
{
	memset(r, 0, sizeof(*r));
	numbers_new(&r->known, scratch);
	buf_adds(&r->rows, "");
	buf_addc(&r->texts, '\0');
}

void
rows_done(struct rows *r)
{
	buf_done(&r->rows);
	buf_done(&r->texts);
}

static void
put32(struct rows *r, uint32_t v)
{
	char raw[4];

	memcpy(raw, &v, sizeof(v));
	buf_add(&r->rows, raw, sizeof(raw));
}

void
rows_number(struct rows *r, size_t n)
{
	put32(r, (uint32_t)n);
}

void
rows_text(struct rows *r, const char *s)
{
	uint32_t at;

	if (s == NULL) {
		put32(r, 0);
		return;
	}
	if ((at = numbers_get(&r->known, s)) == 0) {
		at = (uint32_t)r->texts.len;
		buf_add(&r->texts, s, strlen(s) + 1);
		numbers_put(&r->known, s, at);
	}
	put32(r, at);
}

void
rows_put(struct rows *r, const struct member *m, size_t n, const void *row)
{
	const char *p;
	const char *text;
	uint64_t wide;
	size_t size;
	int64_t moment;
	date_day day;

	for (; n > 0; n--, m++) {
		p = (const char *)row + m->at;
		switch (m->type) {
		case MEMBER_TEXT:
		case MEMBER_MAYBE:
			memcpy(&text, p, sizeof(text));
			rows_text(r, text);
			break;
		case MEMBER_SIZE:
			memcpy(&size, p, sizeof(size));
			put32(r, (uint32_t)size);
			break;
		case MEMBER_MOMENT:
			memcpy(&moment, p, sizeof(moment));
			wide = (uint64_t)moment;
			put32(r, (uint32_t)(wide >> 32));
			put32(r, (uint32_t)wide);
			break;
		case MEMBER_DAY:
			memcpy(&day, p, sizeof(day));
			put32(r, (uint32_t)day);
			break;
		case MEMBER_BOOL:
			put32(r, *(const bool *)p);
			break;
		}
	}
}

/* ---- reading ---- */

uint32_t
cursor_number(struct cursor *c)
{
	uint32_t v;

	if ((size_t)(c->end - c->at) < sizeof(v)) {
		c->bad = true;
		return 0;
	}
	memcpy(&v, c->at, sizeof(v));
	c->at += sizeof(v);
	return v;
}

uint32_t
cursor_count(struct cursor *c, size_t size)
{
	uint32_t n = cursor_number(c);

	if ((size_t)(c->end - c->at) / size >= n)
		return n;
	c->bad = true;
	return 0;
}

uint32_t
cursor_below(struct cursor *c, size_t n)
{
	uint32_t v = cursor_number(c);

	if (v < n)
		return v;
	c->bad = true;
	return 0;
}

const char *
cursor_text(struct cursor *c, bool maybe)
{
	uint32_t at = cursor_number(c);

	if (at == 0 && maybe)
		return NULL;
	if (at > 0 && at < c->texts_len)
		return c->texts + at;
	c->bad = true;
	return "";
}

static date_day
day_of(struct cursor *c)
{
	date_day day = (date_day)cursor_number(c);

	/* A day outside the calendar would be somebody's index. */
	if (day == DATE_NONE || (day >= date_make(1, 1, 1) &&
	    day <= date_make(9999, 12, 31)))
		return day;
	c->bad = true;
	return DATE_NONE;
}

void
cursor_get(struct cursor *c, const struct member *m, size_t n, void *row)
{
	const char *text;
	size_t size;
	uint64_t wide;
	int64_t moment;
	date_day day;
	bool flag;
	char *p;

	for (; n > 0; n--, m++) {
		p = (char *)row + m->at;
		switch (m->type) {
		case MEMBER_TEXT:
		case MEMBER_MAYBE:
			text = cursor_text(c, m->type == MEMBER_MAYBE);
			memcpy(p, &text, sizeof(text));
			break;
		case MEMBER_SIZE:
			size = cursor_number(c);
			memcpy(p, &size, sizeof(size));
			break;
		case MEMBER_MOMENT:
			wide = (uint64_t)cursor_number(c) << 32;
			wide |= cursor_number(c);
			moment = (int64_t)wide;
			memcpy(p, &moment, sizeof(moment));
			break;
		case MEMBER_DAY:
			day = day_of(c);
			memcpy(p, &day, sizeof(day));
			break;
		case MEMBER_BOOL:
			flag = cursor_below(c, 2) == 1;
			memcpy(p, &flag, sizeof(flag));
			break;
		}
	}
}
