#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/sum.h"
#include "history/compare.h"
#include "history/history.h"
#include "history/version.h"
#include "history/words.h"
#include "load/yaml.h"

/*
 * By what people tell the members of a list apart; the first that a member
 * has counts.
 */
static const char *const names[] = {
	"id", "period", "version", "item", "date", "person", "name", "title",
	"topic", "skill", "what", "text", "to", "label"
};
#define NAMES	(sizeof(names) / sizeof(names[0]))

const char *
history_member(const struct yaml *member)
{
	const struct yaml *y;

	for (size_t i = 0; i < NAMES; i++)
		if ((y = yaml_get(member, names[i])) != NULL)
			return y->type == YAML_SCALAR ? y->s : NULL;
	return NULL;
}

bool
history_concerns(const struct change *c, const char *field,
    const char *member)
{
	size_t n = strcspn(field, "[");
	const char *a, *b;

	if (c->what != CHANGE_FIELD)
		return false;
	if (member == NULL || c->item == NULL)
		return strcmp(c->field, field) == 0;
	a = strchr(field, ']');
	b = strchr(c->field, ']');
	return a != NULL && b != NULL && strncmp(c->field, field, n + 1) ==
	    0 && strcmp(a, b) == 0 && strcmp(c->item, member) == 0;
}

/* A member of a list of mappings: its values, side by side. */
struct member {
	const struct value	*list;
	size_t			 len;
	size_t			 index;		/* as written */
	size_t			 path;		/* length of "list[3]" */
	uintptr_t		 name;		/* a word's address; 0: none */
	uint64_t		 hash;		/* of all that it says */
	struct member		*partner;
};

struct comparison {
	struct words	*words;
	differs_fn	*differs;
	void		*ctx;
	struct buf	 path;
};

/* How many values from here belong to the list, whose name is len long. */
static size_t
extent(const struct value *v, const struct value *end, const char *name,
    size_t len)
{
	const struct value *p = v;

	while (p < end && strncmp(p->field, name, len) == 0 &&
	    p->field[len] == '[')
		p++;
	return (size_t)(p - v);
}

static void
name_member(struct member *m)
{
	size_t best = NAMES;

	for (size_t i = 0; i < m->len; i++) {
		const char *sub = m->list[i].field + m->path;

		m->hash = (m->hash ^ sum_bytes(sub, strlen(sub))) * 31 ^
		    (uintptr_t)m->list[i].text;
		if (*sub++ != '.')
			continue;
		for (size_t n = 0; n < best; n++)
			if (strcmp(sub, names[n]) == 0) {
				best = n;
				m->name = (uintptr_t)m->list[i].text;
			}
	}
}

/* The members of a list; on the heap, NULL when there is none. */
static struct member *
split(const struct value *v, size_t len, size_t name, size_t *count)
{
	struct member *list, *m = NULL;
	const char *shut;
	size_t n = 0;

	*count = 0;
	if (len == 0)
		return NULL;
	list = calloc(len, sizeof(*list));
	if (list == NULL)
		arena_exhausted();
	for (size_t i = 0; i < len; i++) {
		shut = strchr(v[i].field + name, ']');
		if (shut == NULL)
			shut = v[i].field + strlen(v[i].field) - 1;
		n = (size_t)(shut + 1 - v[i].field);
		if (m == NULL || n != m->path ||
		    strncmp(v[i].field, m->list[0].field, n) != 0) {
			m = &list[(*count)++];
			m->list = &v[i];
			m->path = n;
			m->index = strtoul(v[i].field + name + 1, NULL, 10);
		}
		m->len++;
	}
	for (size_t i = 0; i < *count; i++)
		name_member(&list[i]);
	return list;
}

/* ---- who is whose partner ---- */

static int
order(uint64_t a, uint64_t b)
{
	return a < b ? -1 : a > b;
}

static int
by_index(const void *va, const void *vb)
{
	const struct member *const *a = va, *const *b = vb;

	return order((*a)->index, (*b)->index);
}

static int
by_name(const void *va, const void *vb)
{
	const struct member *const *a = va, *const *b = vb;

	return order((*a)->name, (*b)->name);
}

static int
by_all(const void *va, const void *vb)
{
	const struct member *const *a = va, *const *b = vb;
	int c = by_name(va, vb);

	return c != 0 ? c : order((*a)->hash, (*b)->hash);
}

static int
by_name_index(const void *a, const void *b)
{
	int c = by_name(a, b);

	return c != 0 ? c : by_index(a, b);
}

static int
by_all_index(const void *a, const void *b)
{
	int c = by_all(a, b);

	return c != 0 ? c : by_index(a, b);
}

/* Those without a partner, in order; how many. */
static size_t
lonely(struct member *list, size_t len, struct member **out,
    int (*sorted)(const void *, const void *))
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		if (list[i].partner == NULL)
			out[n++] = &list[i];
	qsort(out, n, sizeof(*out), sorted);
	return n;
}

struct lists {
	struct member	*a, *b;
	size_t		 a_len, b_len;
	struct member	**from, **to;		/* scratch */
};

/* Pair those that are alike to match, the first with the first. */
static void
pair(struct lists *l, int (*sorted)(const void *, const void *),
    int (*match)(const void *, const void *), bool named)
{
	size_t n = lonely(l->a, l->a_len, l->from, sorted);
	size_t m = lonely(l->b, l->b_len, l->to, sorted), i = 0, j = 0;
	int c;

	while (i < n && j < m) {
		c = match(&l->from[i], &l->to[j]);
		if (c == 0 && (!named || l->from[i]->name != 0)) {
			l->from[i]->partner = l->to[j];
			l->to[j]->partner = l->from[i];
		}
		i += c <= 0;
		j += c >= 0;
	}
}

/* ---- what differs ---- */

/* The path that a value of an older member has in its partner. */
static const char *
renamed(struct comparison *c, const struct value *v,
    const struct member *from, const struct member *to)
{
	buf_clear(&c->path);
	buf_add(&c->path, to->list[0].field, to->path);
	buf_adds(&c->path, v->field + from->path);
	return words_keep(c->words, c->path.s, c->path.len);
}

/* A list as one version has it: its values, and where its name ends. */
struct run {
	const struct value	*v;
	size_t			 len, name;
};

static void compare_lists(struct comparison *, struct run, struct run);

/* The list within a member that starts at its value i, if one does. */
static struct run
list_in(const struct member *m, size_t i)
{
	struct run r = { &m->list[i], 0, 0 };

	if (i < m->len) {
		r.name = m->path + strcspn(r.v->field + m->path, "[");
		if (r.v->field[r.name] == '[')
			r.len = extent(r.v, m->list + m->len, r.v->field,
			    r.name);
	}
	return r;
}

/* Whether both are there, and under one name in their members. */
static bool
same_list(struct run a, const struct member *from, struct run b,
    const struct member *to)
{
	size_t n = a.name - from->path;

	return a.len > 0 && b.len > 0 && n == b.name - to->path &&
	    strncmp(a.v->field + from->path, b.v->field + to->path, n) == 0;
}

static void
compare_members(struct comparison *c, const struct member *from,
    const struct member *to)
{
	const char *name = (const char *)to->name;
	size_t i = 0, j = 0;
	int d;

	while (i < from->len || j < to->len) {
		const struct value *a = i < from->len ?
		    &from->list[i] : NULL;
		const struct value *b = j < to->len ? &to->list[j] : NULL;
		struct run x = list_in(from, i), y = list_in(to, j);

		if (same_list(x, from, y, to)) {
			compare_lists(c, x, y);
			i += x.len;
			j += y.len;
			continue;
		}
		d = a == NULL ? 1 : b == NULL ? -1 : strcmp(a->field +
		    from->path, b->field + to->path);
		if (d < 0)
			c->differs(c->ctx, renamed(c, a, from, to), a->text,
			    NULL, name);
		else if (d > 0)
			c->differs(c->ctx, b->field, NULL, b->text, name);
		else if (a->text != b->text)
			c->differs(c->ctx, b->field, a->text, b->text, name);
		i += d <= 0;
		j += d >= 0;
	}
}

static void
whole(struct comparison *c, const struct member *m, bool added)
{
	for (size_t i = 0; i < m->len; i++)
		c->differs(c->ctx, m->list[i].field,
		    added ? NULL : m->list[i].text,
		    added ? m->list[i].text : NULL, (const char *)m->name);
}

static void
compare_lists(struct comparison *c, struct run a, struct run b)
{
	struct lists l;

	l.a = split(a.v, a.len, a.name, &l.a_len);
	l.b = split(b.v, b.len, b.name, &l.b_len);
	l.from = calloc(l.a_len + l.b_len + 1, sizeof(*l.from));
	if (l.from == NULL)
		arena_exhausted();
	l.to = l.from + l.a_len;
	pair(&l, by_all_index, by_all, false);
	pair(&l, by_name_index, by_name, true);
	pair(&l, by_index, by_index, false);
	for (size_t i = 0; i < l.b_len; i++)
		if (l.b[i].partner == NULL)
			whole(c, &l.b[i], true);
		else
			compare_members(c, l.b[i].partner, &l.b[i]);
	for (size_t i = 0; i < l.a_len; i++)
		if (l.a[i].partner == NULL)
			whole(c, &l.a[i], false);
	free(l.from);
	free(l.a);
	free(l.b);
}

/* Texts are of one set of words: equal ones are one pointer. */
void
versions_compare(struct words *words, const struct version *from,
    const struct version *to, differs_fn *differs, void *ctx)
{
	struct comparison c = { words, differs, ctx, BUF_INIT };
	const struct value *a = from->values, *a_end = a + from->len;
	const struct value *b = to->values, *b_end = b + to->len;
	const char *field;
	size_t n, m, name;
	int d;

	while (a < a_end || b < b_end) {
		if (a < a_end && b < b_end && a->field == b->field &&
		    a->text == b->text) {
			a++, b++;
			continue;
		}
		d = a == a_end ? 1 : b == b_end ? -1 : a->field == b->field ?
		    0 : strcmp(a->field, b->field);
		field = d <= 0 ? a->field : b->field;
		name = strcspn(field, "[");
		if (field[name] == '[') {
			/* Equal members in front have been passed over. */
			n = extent(a, a_end, field, name);
			m = extent(b, b_end, field, name);
			while (a > from->values && b > to->values &&
			    extent(a - 1, a, field, name) == 1 &&
			    extent(b - 1, b, field, name) == 1)
				a--, b--, n++, m++;
			compare_lists(&c, (struct run){ a, n, name },
			    (struct run){ b, m, name });
			a += n;
			b += m;
			continue;
		}
		if (d < 0)
			differs(ctx, a->field, a->text, NULL, NULL);
		else if (d > 0)
			differs(ctx, b->field, NULL, b->text, NULL);
		else
			differs(ctx, b->field, a->text, b->text, NULL);
		a += d <= 0;
		b += d >= 0;
	}
	buf_done(&c.path);
}
