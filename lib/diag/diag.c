#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/sum.h"
#include "diag/inside.h"
#include "diag/text.h"

static struct diag_head heads[D_COUNT] = {
#define DIAG(ID, code, LEVEL, clause, en, ja, help_en, help_ja) \
	[D_##ID] = { code, DIAG_##LEVEL, clause, { en, ja, NULL }, \
	    { help_en, help_ja, NULL } },
#include "diag/diag.def"
#undef DIAG
};

static const char *const head_names[D_COUNT] = {
#define DIAG(ID, code, LEVEL, clause, en, ja, help_en, help_ja) #ID,
#include "diag/diag.def"
#undef DIAG
};

const char *
diag_head_name(enum diag_id id)
{
	return head_names[id];
}

void
diag_heads_speak(void)
{
	for (int i = 0; i < D_COUNT; i++) {
		struct diag_head *h = &heads[i];

		h->message[LANG_FILE] = lang_text(h->message[LANG_EN],
		    "findings.%s.message", head_names[i]);
		h->help[LANG_FILE] = lang_text(h->help[LANG_EN],
		    "findings.%s.help", head_names[i]);
	}
}

struct diags *
diags_new(struct arena *a)
{
	struct diags *ds = arena_alloc(a, sizeof(*ds));

	ds->arena = a;
	ds->texts = map_new(a);
	return ds;
}

struct diags *
diags_copy(struct arena *a, const struct diags *from)
{
	struct diags *ds = diags_new(a);
	struct diag *d;

	ds->texts = from->texts;
	ds->reader = from->reader;
	ds->reader_data = from->reader_data;
	for (size_t i = 0; i < from->len; i++) {
		d = arena_alloc(a, sizeof(*d));
		*d = *from->list[i];
		ds->list = arena_grow(a, ds->list, ds->len,
		    sizeof(*ds->list));
		ds->list[ds->len++] = d;
	}
	return ds;
}

const struct diag_head *
diag_head(enum diag_id id)
{
	return &heads[id];
}

static const char *
word_find(const struct diag_word *words, size_t n, const char *name,
    size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (strncmp(words[i].name, name, len) == 0 &&
		    words[i].name[len] == '\0')
			return words[i].value;
	return NULL;
}

size_t
diag_place(const char *s)
{
	return strcspn(s, ":}");
}

/* Of the forms "day|days" the one that goes with a value, or NULL. */
static void
add_form(struct buf *b, const char *value, const char *forms, const char *bar,
    const char *end)
{
	if (value != NULL && strcmp(value, "1") == 0)
		buf_add(b, forms, (size_t)(bar - forms));
	else
		buf_add(b, bar + 1, (size_t)(end - bar) - 1);
}

const char *
diag_fill(struct arena *a, const char *template,
    const struct diag_word *words, size_t n)
{
	struct buf b = BUF_INIT;
	const char *s = template, *open, *shut, *value, *bar;
	size_t len;
	char *out;

	while ((open = strchr(s, '{')) != NULL &&
	    (shut = strchr(open, '}')) != NULL) {
		len = diag_place(open + 1);
		value = word_find(words, n, open + 1, len);
		buf_add(&b, s, (size_t)(open - s));
		bar = memchr(open, '|', (size_t)(shut - open));
		if (open[1 + len] == ':' && bar != NULL)
			add_form(&b, value, open + len + 2, bar, shut);
		else if (value != NULL)
			buf_adds(&b, value);
		else
			buf_add(&b, open, (size_t)(shut - open + 1));
		s = shut + 1;
	}
	buf_adds(&b, s);
	out = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return out;
}

/* "own" and "label_own" stand for "en" and "label_en" in a file's language. */
static const struct diag_word *
own_words(struct arena *a, const struct diag_word *words, size_t n)
{
	struct diag_word *out = arena_alloc(a, (n + 1) * sizeof(*out));
	const char *own;
	size_t len;

	for (size_t i = 0; i < n; i++) {
		out[i] = words[i];
		len = strlen(words[i].name);
		if (len < 2 || strcmp(words[i].name + len - 2, "en") != 0)
			continue;
		own = arena_printf(a, "%.*sown", (int)len - 2, words[i].name);
		if ((own = word_find(words, n, own, strlen(own))) != NULL)
			out[i].value = own;
	}
	return out;
}

struct diag *
diag_add_words(struct diags *ds, const struct diag_head *head,
    struct pos at, const char *record, const struct diag_word *words,
    size_t n)
{
	struct diag *d = arena_alloc(ds->arena, sizeof(*d));

	d->head = head;
	d->level = head->level;
	d->at = at;
	d->record = record == NULL ? NULL : arena_str(ds->arena, record);
	for (int l = 0; l < LANG_COUNT; l++) {
		if (head->message[l] == NULL)
			continue;
		if (l == LANG_FILE)
			words = own_words(ds->arena, words, n);
		d->message[l] = diag_fill(ds->arena, head->message[l], words,
		    n);
		if (head->help[l] != NULL && head->help[l][0] != '\0')
			d->help[l] = diag_fill(ds->arena, head->help[l],
			    words, n);
	}
	ds->list = arena_grow(ds->arena, ds->list, ds->len,
	    sizeof(struct diag *));
	ds->list[ds->len++] = d;
	return d;
}

struct diag *
diag_add(struct diags *ds, enum diag_id id, struct pos at,
    const char *record, ...)
{
	struct diag_word words[16];
	size_t n = 0;
	va_list ap;
	const char *name;

	va_start(ap, record);
	while (n < sizeof(words) / sizeof(*words) &&
	    (name = va_arg(ap, const char *)) != NULL) {
		words[n].name = name;
		words[n].value = va_arg(ap, const char *);
		if (words[n].value == NULL)
			words[n].value = "";
		n++;
	}
	va_end(ap);
	return diag_add_words(ds, &heads[id], at, record, words, n);
}

void
diags_text(struct diags *ds, const char *path, const char *text, size_t len)
{
	struct text *t = arena_alloc(ds->arena, sizeof(*t));

	t->s = text;
	t->len = len;
	map_put(ds->texts, path, t);
}

void
diags_text_cut(struct diags *ds, const char *path, const char *text,
    size_t len, size_t whole, uint64_t sum)
{
	struct text *t;

	if (map_get(ds->texts, path) != NULL)
		return;
	diags_text(ds, path, text, len);
	t = map_get(ds->texts, path);
	t->cut = len < whole;
	t->whole = whole;
	t->sum = sum;
}

void
diags_read_by(struct diags *ds, diags_reader *reader, void *data)
{
	ds->reader = reader;
	ds->reader_data = data;
}

/* All of a text; one that is another by now shows no more than before. */
static void
complete(const struct diags *ds, const char *path, struct text *t)
{
	const char *s = NULL;
	size_t len = 0;

	t->cut = false;
	if (ds->reader != NULL)
		s = ds->reader(ds->reader_data, ds->arena, path, &len);
	if (s == NULL || len != t->whole || sum_bytes(s, len) != t->sum)
		return;
	t->s = s;
	t->len = len;
	t->lines = NULL;
	t->line_len = 0;
}

static void
find_lines(struct arena *a, struct text *t)
{
	const char *s = t->s, *end = t->s + t->len;

	while (s != NULL && s < end) {
		t->lines = arena_grow(a, t->lines, t->line_len,
		    sizeof(*t->lines));
		t->lines[t->line_len++] = (size_t)(s - t->s);
		if ((s = memchr(s, '\n', (size_t)(end - s))) != NULL)
			s++;
	}
}

static int
by_line(const void *key, const void *at)
{
	const unsigned *line = key;
	const struct lone_line *l = at;

	return *line < l->line ? -1 : *line > l->line;
}

static const char *
lone_line(const struct text *t, unsigned line, size_t *len, size_t *offset)
{
	const struct lone_line *l = t->lone_len == 0 ? NULL : bsearch(&line,
	    t->lone, t->lone_len, sizeof(*t->lone), by_line);

	if (l == NULL)
		return NULL;
	*len = l->len;
	*offset = l->offset;
	return l->s;
}

const char *
diags_line(const struct diags *ds, const char *path, unsigned line,
    size_t *len, size_t *offset)
{
	struct text *t = path == NULL ? NULL : map_get(ds->texts, path);
	size_t from, to;

	if (t == NULL || line == 0)
		return NULL;
	if (t->s == NULL)
		return lone_line(t, line, len, offset);
	if (t->lines == NULL)
		find_lines(ds->arena, t);
	if (line > t->line_len && t->cut) {
		complete(ds, path, t);
		if (t->lines == NULL)
			find_lines(ds->arena, t);
	}
	if (line > t->line_len)
		return NULL;
	from = t->lines[line - 1];
	to = line < t->line_len ? t->lines[line] : t->len;
	*offset = from;
	while (to > from && (t->s[to - 1] == '\n' || t->s[to - 1] == '\r'))
		to--;
	*len = to - from;
	return t->s + from;
}

void
diags_rest(const struct diags *ds, const char *path, size_t offset,
    struct buf *out)
{
	const struct text *t = map_get(ds->texts, path);

	if (t != NULL && offset < t->len)
		buf_add(out, t->s + offset, t->len - offset);
}

int
diag_compare(const void *va, const void *vb)
{
	const struct diag *a = *(struct diag *const *)va;
	const struct diag *b = *(struct diag *const *)vb;
	int c;

	if ((a->at.path == NULL) != (b->at.path == NULL))
		return a->at.path == NULL ? -1 : 1;
	if (a->at.path != NULL &&
	    (c = strcmp(a->at.path, b->at.path)) != 0)
		return c;
	if (a->at.line != b->at.line)
		return a->at.line < b->at.line ? -1 : 1;
	if (a->at.col != b->at.col)
		return a->at.col < b->at.col ? -1 : 1;
	if ((c = strcmp(a->head->code, b->head->code)) != 0)
		return c;
	return strcmp(a->message[0], b->message[0]);
}

void
diags_sort(struct diags *ds)
{
	size_t i, n = 0;

	for (i = 0; i < ds->len; i++)
		if (ds->list[i]->level != DIAG_OFF)
			ds->list[n++] = ds->list[i];
	ds->len = n;
	if (n == 0)
		return;
	n = 0;
	qsort(ds->list, ds->len, sizeof(*ds->list), diag_compare);
	for (i = 1; i < ds->len; i++)
		if (diag_compare(&ds->list[n], &ds->list[i]) != 0)
			ds->list[++n] = ds->list[i];
	/*
	 * The room stays sized for the old length, but arena_grow() moves at
	 * powers of two only; a fresh copy keeps its rule.
	 */
	ds->list = memcpy(arena_alloc(ds->arena,
	    ds->len * 2 * sizeof(*ds->list)), ds->list,
	    (n + 1) * sizeof(*ds->list));
	ds->len = n + 1;
}

size_t
diags_len(const struct diags *ds)
{
	return ds->len;
}

void
diags_cut(struct diags *ds, size_t len)
{
	if (len < ds->len)
		ds->len = len;
}

struct diag *
diags_at(const struct diags *ds, size_t i)
{
	return ds->list[i];
}

enum diag_level
diags_worst(const struct diags *ds)
{
	enum diag_level worst = DIAG_OFF;

	for (size_t i = 0; i < ds->len; i++)
		if (ds->list[i]->waived == NULL && ds->list[i]->level > worst)
			worst = ds->list[i]->level;
	return worst;
}

size_t
diags_count(const struct diags *ds, enum diag_level level)
{
	size_t n = 0;

	for (size_t i = 0; i < ds->len; i++)
		n += ds->list[i]->waived == NULL &&
		    ds->list[i]->level == level;
	return n;
}

const char *
diag_level_name(enum diag_level level, enum lang lang)
{
	static const char *const names[][2] = {
		[DIAG_OFF] = { "off", "なし" },
		[DIAG_NOTE] = { "note", "注記" },
		[DIAG_WARNING] = { "warning", "警告" },
		[DIAG_ERROR] = { "error", "エラー" },
	};

	return lang == LANG_FILE ? lang_text(names[level][LANG_EN],
	    "levels.%s", names[level][LANG_EN]) : names[level][lang];
}
