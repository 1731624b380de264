#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/sum.h"
#include "diag/diag.h"
#include "history/version.h"
#include "history/words.h"
#include "load/load.h"
#include "load/yaml.h"

#define FILE_MAX	((size_t)1024 * 1024)

/* A record of a register that was read before, by all that it hangs on. */
struct seen {
	uint64_t		 hash;
	const char		*text;	/* NULL: free */
	size_t			 len, col;
	const char		*head;	/* of the words */
	const struct version	*version;
};

/*
 * A part of the text that was read last.  Versions of a file mostly come one
 * after the other and differ in one part alone.
 */
struct last {
	struct buf	 text;
	const char	*body;			/* of the prose */
	const struct version *front;		/* of the front matter */
};

struct versions_reader {
	struct arena	*arena, *scratch;
	struct words	*words;
	struct last	 prose, front;
	struct version	**made;			/* all, for renaming */
	size_t		 made_len;
	struct fields	 fields, head;
	struct slices	 slices;
	struct seen	*seen;
	size_t		 seen_size, seen_len;
	struct buf	 text;
	struct hash	*hash;		/* made when it is needed */
	const char	**ids;		/* of one file, to find doubles */
	size_t		 ids_size;
};

struct versions_reader *
versions_new(struct arena *a, struct words *w)
{
	struct versions_reader *r = arena_alloc(a, sizeof(*r));

	r->arena = a;
	r->scratch = arena_new();
	r->words = r->fields.words = r->head.words = w;
	r->seen_size = 256;
	r->seen = arena_alloc(r->scratch, r->seen_size * sizeof(*r->seen));
	return r;
}

void
versions_done(struct versions_reader *r)
{
	buf_done(&r->fields.path);
	buf_done(&r->head.path);
	buf_done(&r->text);
	hash_free(r->hash);
	free(r->fields.list);
	free(r->head.list);
	free(r->slices.list);
	free(r->ids);
	buf_done(&r->prose.text);
	buf_done(&r->front.text);
	arena_done(r->scratch);
}

void
versions_rename(struct versions_reader *r)
{
	struct version *v;

	for (size_t i = 0; i < r->made_len; i++) {
		v = r->made[i];
		v->id = words_other(v->id);
		v->body = words_other(v->body);
		for (size_t n = v->shares ? v->len : 0; n < v->len; n++) {
			v->values[n].field = words_other(v->values[n].field);
			v->values[n].text = words_other(v->values[n].text);
		}
	}
}

static bool
is_last(const struct last *l, const char *s, size_t len)
{
	return l->text.s != NULL && l->text.len == len &&
	    memcmp(l->text.s, s, len) == 0;
}

static void
set_last(struct last *l, const char *s, size_t len)
{
	buf_clear(&l->text);
	buf_add(&l->text, s, len);
}

/*
 * Prose without what editors change by themselves: trailing blanks, line
 * ends, empty lines at either end.  A strong hash, since it decides whether a
 * text was edited after its approval.
 */
static const char *
make_fingerprint(struct versions_reader *r, const char *s, size_t len)
{
	const char *end = s + len, *stop, *next;
	struct buf *b = &r->text;
	size_t newlines = 0;
	char hex[65];

	buf_clear(b);
	for (; s < end; s = next) {
		stop = memchr(s, '\n', (size_t)(end - s));
		next = stop == NULL ? end : stop + 1;
		stop = stop == NULL ? end : stop;
		while (stop > s && (stop[-1] == ' ' || stop[-1] == '\t' ||
		    stop[-1] == '\r'))
			stop--;
		if (stop > s) {
			for (; b->len > 0 && newlines > 0; newlines--)
				buf_addc(b, '\n');
			buf_add(b, s, (size_t)(stop - s));
			newlines = 0;
		}
		newlines++;
	}
	if (b->len == 0)
		return NULL;
	if (r->hash == NULL)
		r->hash = hash_new();
	hash_add(r->hash, b->s, b->len);
	hash_sum(r->hash, hex);
	return words_keep(r->words, hex, 32);
}

static const char *
fingerprint(struct versions_reader *r, const char *s, size_t len)
{
	if (!is_last(&r->prose, s, len)) {
		set_last(&r->prose, s, len);
		r->prose.body = make_fingerprint(r, s, len);
	}
	return r->prose.body;
}

static int
by_field(const void *a, const void *b)
{
	return strcmp(((const struct value *)a)->field,
	    ((const struct value *)b)->field);
}

/* Mostly in order already, since people copy their last record. */
static void
sort_values(struct value *v, size_t len)
{
	struct value x;
	size_t j;

	if (len > 32) {
		qsort(v, len, sizeof(*v), by_field);
		return;
	}
	for (size_t i = 1; i < len; i++) {
		x = v[i];
		for (j = i; j > 0 && strcmp(v[j - 1].field, x.field) > 0; j--)
			v[j] = v[j - 1];
		v[j] = x;
	}
}

/*
 * A version of what was gathered; NULL when it has no id of its own, among
 * the first own fields.
 */
static struct version *
new_version(struct versions_reader *r)
{
	struct version *v = arena_alloc(r->arena, sizeof(*v));

	r->made = arena_grow(r->scratch, r->made, r->made_len,
	    sizeof(struct version *));
	r->made[r->made_len++] = v;
	return v;
}

static struct version *
settle(struct versions_reader *r, const struct fields *f, size_t own)
{
	const char *id = NULL, *word = words_keep(r->words, "id", 2);
	struct version *v;

	for (size_t i = 0; i < own; i++)
		if (f->list[i].field == word)
			id = f->list[i].text;
	if (id == NULL || *id == '\0')
		return NULL;
	v = new_version(r);
	v->id = id;
	v->len = f->len;
	v->values = arena_alloc(r->arena, f->len * sizeof(*v->values));
	memcpy(v->values, f->list, f->len * sizeof(*v->values));
	sort_values(v->values, v->len);
	return v;
}

/* Within one file the first record of an id counts. */
static bool
is_double(struct versions_reader *r, const char *id)
{
	size_t at = sum_bytes((const char *)&id, sizeof(id));

	for (at &= r->ids_size - 1; r->ids[at] != NULL;
	    at = (at + 1) & (r->ids_size - 1))
		if (r->ids[at] == id)
			return true;
	r->ids[at] = id;
	return false;
}

static void
begin_ids(struct versions_reader *r, size_t records)
{
	size_t size = 16;

	while (size < records * 2)
		size *= 2;
	if (size > r->ids_size) {
		free(r->ids);
		r->ids = malloc(size * sizeof(*r->ids));
		if (r->ids == NULL)
			arena_exhausted();
		r->ids_size = size;
	}
	memset(r->ids, 0, r->ids_size * sizeof(*r->ids));
}

/* ---- by libyaml ---- */

static bool
all_scalars(const struct yaml *y)
{
	for (const struct yaml *m = y->first; m != NULL; m = m->next)
		if (m->type != YAML_SCALAR)
			return false;
	return true;
}

/* The parser bounds the depth, so the recursion is bounded. */
static void
flatten(struct fields *f, const struct yaml *y)
{
	size_t path = f->path.len, mark = f->len, n = 0;

	if (y->type == YAML_SCALAR) {
		fields_put(f, y->s, strlen(y->s));
		return;
	}
	for (const struct yaml *m = y->first; m != NULL; m = m->next) {
		if (y->type == YAML_LIST)
			fields_index(f, n++);
		else
			buf_addf(&f->path, "%s%s", path > 0 ? "." : "",
			    m->key);
		flatten(f, m);
		f->path.len = path;
		f->path.s[path] = '\0';
	}
	if (y->type == YAML_LIST && all_scalars(y))
		fields_join(f, mark);
}

static void
flatten_top(struct fields *f, const struct yaml *map)
{
	f->len = 0;
	buf_clear(&f->path);
	buf_adds(&f->path, "");
	flatten(f, map);
}

/* The title and the prose at the head of a register are the register's. */
static bool
is_inherited(const char *key)
{
	return strcmp(key, "records") != 0 &&
	    strncmp(key, "title", 5) != 0 && strncmp(key, "body_", 5) != 0;
}

/* What a register says for all of its records, where one is silent. */
static void
inherit(struct fields *f, const struct yaml *map, const struct yaml *head)
{
	for (const struct yaml *m = head->first; m != NULL; m = m->next) {
		if (!is_inherited(m->key) || yaml_get(map, m->key) != NULL)
			continue;
		buf_adds(&f->path, m->key);
		flatten(f, m);
		buf_clear(&f->path);
		buf_adds(&f->path, "");
	}
}

static void
add(struct versions_reader *r, struct versions *vs, const struct version *v)
{
	if (v != NULL && !is_double(r, v->id))
		vs->list[vs->len++] = v;
}

/* Room for the records of a file. */
static void
begin_list(struct versions_reader *r, struct versions *vs, size_t records)
{
	begin_ids(r, records);
	vs->list = arena_alloc(r->arena, records * sizeof(*vs->list));
	vs->len = 0;
}

/* One mapping, which must have an id of its own. */
static struct version *
slow_record(struct versions_reader *r, const struct yaml *map,
    const struct yaml *head)
{
	size_t own;

	if (map->type != YAML_MAP || yaml_str(map, "id") == NULL)
		return NULL;
	flatten_top(&r->fields, map);
	own = r->fields.len;
	if (head != NULL)
		inherit(&r->fields, map, head);
	return settle(r, &r->fields, own);
}

static void
slow(struct versions_reader *r, struct versions *vs, const char *s,
    size_t len, const char **body)
{
	struct arena *scratch = arena_new();
	struct diags *ds = diags_new(scratch);
	const struct yaml *front, *records, *m;
	struct version *v;

	vs->len = 0;
	front = yaml_parse(scratch, ds, "", s, len, 2);
	if (front == NULL || front->type != YAML_MAP) {
		vs->readable = front == NULL && diags_len(ds) == 0;
		arena_done(scratch);
		return;
	}
	records = yaml_get(front, "records");
	begin_list(r, vs, records == NULL ? 1 : records->len);
	if (records == NULL) {
		if ((v = slow_record(r, front, NULL)) != NULL)
			v->body = fingerprint(r, body[0],
			    (size_t)(body[1] - body[0]));
		add(r, vs, v);
	}
	for (m = records == NULL ? NULL : records->first; m != NULL;
	    m = m->next)
		add(r, vs, slow_record(r, m, front));
	arena_done(scratch);
}

/* ---- by the line scanner ---- */

/* The length of a field's first part: "a" of "a.b" and "a[0]". */
static size_t
top_len(const char *field)
{
	return strcspn(field, ".[");
}

/* The records inherit from the head, key by key. */
static void
inherit_fields(struct fields *f, const struct fields *head)
{
	size_t own = f->len, n;
	bool has;

	for (size_t i = 0; i < head->len; i++) {
		n = top_len(head->list[i].field);
		has = false;
		for (size_t j = 0; j < own && !has; j++)
			has = strncmp(f->list[j].field, head->list[i].field,
			    n) == 0 && top_len(f->list[j].field) == n;
		if (has || !is_inherited(head->list[i].field))
			continue;
		fields_put(f, "", 0);
		f->list[f->len - 1] = head->list[i];
	}
}

/*
 * A record that the line scanner is not certain of, by itself.  Its lines
 * stand at the column that they had.
 */
static bool
slow_slice(struct versions_reader *r, const struct slice *p)
{
	struct arena *scratch = arena_new();
	struct diags *ds = diags_new(scratch);
	const struct yaml *map, *id;
	struct fields *f = &r->fields;
	struct buf b = BUF_INIT;
	size_t len;
	bool ok;

	buf_addf(&b, "%*s", (int)p->col, "");
	buf_add(&b, p->s, p->len);
	map = yaml_parse(scratch, ds, "", b.s, b.len, 1);
	id = yaml_get(map, "id");
	ok = map != NULL && map->type == YAML_MAP && diags_len(ds) == 0 &&
	    (id == NULL || id->type == YAML_SCALAR);
	f->len = 0;
	for (const struct yaml *m = ok ? map->first : NULL; m != NULL;
	    m = m->next) {
		buf_clear(&f->path);
		buf_adds(&f->path, m->key);
		len = f->len;
		flatten(f, m);
		/* Else the fields would not tell which keys are there. */
		ok = ok && f->len > len && strpbrk(m->key, ".[") == NULL;
	}
	buf_done(&b);
	arena_done(scratch);
	return ok;
}

static struct seen *
find_seen(struct versions_reader *r, const struct slice *p,
    const char *head, uint64_t hash)
{
	struct seen *x;
	size_t at = hash & (r->seen_size - 1);

	for (; (x = &r->seen[at])->text != NULL;
	    at = (at + 1) & (r->seen_size - 1))
		if (x->hash == hash && x->len == p->len && x->col == p->col &&
		    x->head == head && memcmp(x->text, p->s, p->len) == 0)
			break;
	return x;
}

static void
widen_seen(struct versions_reader *r)
{
	struct seen *old = r->seen;
	size_t n = r->seen_size, at;

	r->seen_size *= 4;
	r->seen = arena_alloc(r->scratch, r->seen_size * sizeof(*r->seen));
	for (size_t i = 0; i < n; i++) {
		if (old[i].text == NULL)
			continue;
		at = old[i].hash & (r->seen_size - 1);
		while (r->seen[at].text != NULL)
			at = (at + 1) & (r->seen_size - 1);
		r->seen[at] = old[i];
	}
}

/* One record of a register; false when it cannot be read by itself. */
static bool
fast_slice(struct versions_reader *r, struct versions *vs,
    const struct slice *p, const char *head)
{
	uint64_t hash = sum_bytes(p->s, p->len) ^
	    sum_bytes((const char *)&head, sizeof(head));
	struct seen *x = find_seen(r, p, head, hash);
	size_t own;

	if (x->text == NULL) {
		if (!scan_slice(&r->fields, p) && !slow_slice(r, p))
			return false;
		own = r->fields.len;
		inherit_fields(&r->fields, &r->head);
		x->hash = hash;
		x->text = arena_dup(r->scratch, p->s, p->len);
		x->len = p->len;
		x->col = p->col;
		x->head = head;
		x->version = settle(r, &r->fields, own);
		if (++r->seen_len * 2 > r->seen_size) {
			widen_seen(r);
			x = find_seen(r, p, head, hash);
		}
	}
	add(r, vs, x->version);
	return true;
}

static bool
fast(struct versions_reader *r, struct versions *vs, const char *s,
    size_t len, const char **body)
{
	const struct slices *parts = &r->slices;
	const char *head;
	struct version *v;

	if (is_last(&r->front, s, len)) {
		begin_list(r, vs, 1);
		v = new_version(r);
		*v = *r->front.front;
		v->shares = true;
		v->body = fingerprint(r, body[0],
		    (size_t)(body[1] - body[0]));
		add(r, vs, v);
		return true;
	}
	if (!scan_plain(s, len) || !scan_front(&r->head, &r->slices, s, len))
		return false;
	begin_list(r, vs, parts->given ? parts->len : 1);
	if (!parts->given) {
		if ((v = settle(r, &r->head, r->head.len)) != NULL) {
			v->body = fingerprint(r, body[0],
			    (size_t)(body[1] - body[0]));
			set_last(&r->front, s, len);
			r->front.front = v;
		}
		add(r, vs, v);
		return true;
	}
	buf_clear(&r->text);
	buf_add(&r->text, s, (size_t)(parts->from - s));
	buf_addc(&r->text, '\f');
	buf_add(&r->text, parts->to, (size_t)(s + len - parts->to));
	head = words_keep(r->words, r->text.s, r->text.len);
	for (size_t i = 0; i < parts->len; i++)
		if (!fast_slice(r, vs, &parts->list[i], head))
			return false;
	return true;
}

static struct versions *
read_by(struct versions_reader *r, const char *text, size_t len,
    bool try_fast)
{
	struct versions *vs = arena_alloc(r->arena, sizeof(*vs));
	size_t from, yaml_len, at;
	const char *body[2];
	int found;

	if (len > FILE_MAX)
		return vs;
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		len -= 3;
	}
	found = front_find(text, len, &from, &yaml_len, &at);
	vs->readable = found >= 0;
	if (found != 1)
		return vs;
	body[0] = text + at;
	body[1] = text + len;
	if (try_fast && fast(r, vs, text + from, yaml_len, body))
		return vs;
	slow(r, vs, text + from, yaml_len, body);
	return vs;
}

struct versions *
versions_read(struct versions_reader *r, const char *text, size_t len)
{
	return read_by(r, text, len, true);
}

struct versions *
versions_read_slow(struct versions_reader *r, const char *text, size_t len)
{
	return read_by(r, text, len, false);
}
