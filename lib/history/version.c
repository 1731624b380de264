#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "diag/diag.h"
#include "history/version.h"
#include "load/load.h"
#include "load/yaml.h"

#define FILE_MAX	((size_t)1024 * 1024)

/*
 * Prose without what editors change by themselves: trailing blanks, line
 * ends, empty lines at the end.  64 bits of FNV-1a tell versions of one text
 * apart; nobody gains by a collision in the own file.
 */
static void
fingerprint(const char *s, size_t len, char out[17])
{
	uint64_t h = 14695981039346656037u;
	size_t i = 0, end, next, newlines = 0;

	while (i < len) {
		for (end = i; end < len && s[end] != '\n'; end++)
			;
		next = end + 1;
		while (end > i && (s[end - 1] == ' ' || s[end - 1] == '\t' ||
		    s[end - 1] == '\r'))
			end--;
		if (end > i)
			for (; newlines > 0; newlines--)
				h = (h ^ '\n') * 1099511628211u;
		for (; i < end; i++)
			h = (h ^ (unsigned char)s[i]) * 1099511628211u;
		newlines++;
		i = next;
	}
	snprintf(out, 17, "%016llx", (unsigned long long)h);
}

struct flat {
	struct arena	*arena;
	struct version	*v;
	struct buf	 path;
};

static void
put(struct flat *f, const char *text)
{
	struct version *v = f->v;

	v->values = arena_grow(f->arena, v->values, v->len,
	    sizeof(*v->values));
	v->values[v->len].field = arena_dup(f->arena, f->path.s,
	    f->path.len);
	v->values[v->len++].text = arena_str(f->arena, text);
}

static bool
all_scalars(const struct yaml *y)
{
	for (const struct yaml *m = y->first; m != NULL; m = m->next)
		if (m->type != YAML_SCALAR)
			return false;
	return true;
}

/* A list of scalars is one value: its members joined by ", ". */
static void
put_joined(struct flat *f, const struct yaml *y)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, "");
	for (const struct yaml *m = y->first; m != NULL; m = m->next) {
		if (m != y->first)
			buf_adds(&b, ", ");
		buf_adds(&b, m->s);
	}
	put(f, b.s);
	buf_done(&b);
}

/* The parser bounds the depth, so the recursion is bounded. */
static void
flatten(struct flat *f, const struct yaml *y)
{
	size_t mark = f->path.len, n = 0;

	if (y->type == YAML_SCALAR) {
		put(f, y->s);
		return;
	}
	if (y->type == YAML_LIST && all_scalars(y)) {
		put_joined(f, y);
		return;
	}
	for (const struct yaml *m = y->first; m != NULL; m = m->next) {
		if (y->type == YAML_LIST)
			buf_addf(&f->path, "[%zu]", n++);
		else
			buf_addf(&f->path, "%s%s", mark > 0 ? "." : "",
			    m->key);
		flatten(f, m);
		f->path.len = mark;
		f->path.s[mark] = '\0';
	}
}

static int
by_field(const void *a, const void *b)
{
	return strcmp(((const struct value *)a)->field,
	    ((const struct value *)b)->field);
}

/* head: what a register file says for all of its records, or NULL. */
static void
add(struct arena *a, struct versions *vs, const struct yaml *map,
    const struct yaml *head)
{
	const char *id = yaml_str(map, "id");
	struct flat f = { .arena = a };

	if (id == NULL || *id == '\0')
		return;
	vs->list = arena_grow(a, vs->list, vs->len, sizeof(*vs->list));
	f.v = &vs->list[vs->len++];
	f.v->id = arena_str(a, id);
	buf_adds(&f.path, "");
	flatten(&f, map);
	for (const struct yaml *m = head == NULL ? NULL : head->first;
	    m != NULL; m = m->next)
		if (strcmp(m->key, "records") != 0 &&
		    yaml_get(map, m->key) == NULL) {
			buf_adds(&f.path, m->key);
			flatten(&f, m);
			buf_clear(&f.path);
		}
	buf_done(&f.path);
	if (f.v->len > 0)
		qsort(f.v->values, f.v->len, sizeof(*f.v->values), by_field);
}

struct versions *
versions_read(struct arena *a, const char *text, size_t len)
{
	struct versions *vs = arena_alloc(a, sizeof(*vs));
	struct arena *scratch;
	const struct yaml *front, *records, *m;
	size_t from, yaml_len, body;

	if (len > FILE_MAX)
		return vs;
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		len -= 3;
	}
	if (front_find(text, len, &from, &yaml_len, &body) != 1)
		return vs;
	scratch = arena_new();
	front = yaml_parse(scratch, diags_new(scratch), "", text + from,
	    yaml_len, 2);
	if (front != NULL && front->type == YAML_MAP) {
		records = yaml_get(front, "records");
		if (records == NULL)
			add(a, vs, front, NULL);
		else
			for (m = records->first; m != NULL; m = m->next)
				if (m->type == YAML_MAP)
					add(a, vs, m, front);
		/* Prose belongs to a record of its own only. */
		if (records == NULL && vs->len == 1)
			fingerprint(text + body, len - body,
			    vs->list[0].body);
	}
	arena_done(scratch);
	return vs;
}
