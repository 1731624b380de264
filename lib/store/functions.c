#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/fold.h"
#include "base/map.h"
#include "base/pattern.h"
#include "base/utf8.h"
#include "model/config.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "model/value.h"
#include "store/inside.h"

#define PATTERNS_MAX	500	/* of one run */

typedef sqlite3_context context;
typedef sqlite3_value value;

static struct store *
store_of(context *c)
{
	return sqlite3_user_data(c);
}

static const char *
text_of(value *v)
{
	return (const char *)sqlite3_value_text(v);
}

static void
give_text(context *c, const char *s)
{
	if (s == NULL)
		sqlite3_result_null(c);
	else
		sqlite3_result_text(c, s, -1, SQLITE_TRANSIENT);
}

static void
give_day(context *c, date_day day)
{
	char text[11];

	give_text(c, date_print(day, text));
}

/* False, and NULL as the result, when it is no day. */
static bool
day_of(context *c, value *v, date_day *day)
{
	const char *s = text_of(v);

	if (s != NULL && date_parse(s, day))
		return true;
	sqlite3_result_null(c);
	return false;
}

static void
f_asof(context *c, int n, value **v)
{
	(void)n;
	(void)v;
	give_day(c, store_of(c)->asof);
}

static void
f_days(context *c, int n, value **v)
{
	date_day from, to;

	(void)n;
	if (day_of(c, v[0], &from) && day_of(c, v[1], &to))
		sqlite3_result_int(c, to - from);
}

static void
f_date_add(context *c, int n, value **v)
{
	const char *s = text_of(v[1]);
	struct date_span span;
	date_day day, least, most;
	bool back;

	(void)n;
	if (!day_of(c, v[0], &day))
		return;
	sqlite3_result_null(c);
	if (s == NULL)
		return;
	back = *s == '-';
	if (!date_span_parse(s + back, &span))
		return;
	if (back)
		span.months = -span.months, span.days = -span.days;
	least = date_make(1, 1, 1);
	most = date_make(9999, 12, 31);
	/* A span is at most a hundred years, so nothing overflows. */
	day = date_add_months(day, span.months) + span.days;
	if (day >= least && day <= most)
		give_day(c, day);
}

static void
f_period(context *c, int n, value **v)
{
	char name[24];
	date_day day;

	(void)n;
	if (!day_of(c, v[0], &day))
		return;
	snprintf(name, sizeof(name), "FY%04d", date_period_year(day,
	    store_of(c)->model->config->year_start));
	give_text(c, name);
}

static void
give_bound(context *c, value *v, bool end)
{
	const char *s = text_of(v);
	date_day first, last;

	if (s == NULL || !date_period(s,
	    store_of(c)->model->config->year_start, &first, &last))
		sqlite3_result_null(c);
	else
		give_day(c, end ? last : first);
}

static void
f_period_first(context *c, int n, value **v)
{
	(void)n;
	give_bound(c, v[0], false);
}

static void
f_period_last(context *c, int n, value **v)
{
	(void)n;
	give_bound(c, v[0], true);
}

static void
f_setting(context *c, int n, value **v)
{
	const char *s = text_of(v[0]);

	(void)n;
	give_text(c, s == NULL ? NULL : map_get(store_of(c)->settings, s));
}

static void
f_label(context *c, int n, value **v)
{
	const char *id = text_of(v[0]);
	const struct record *r;
	struct buf b = BUF_INIT;

	(void)n;
	r = id == NULL ? NULL : model_find(store_of(c)->model, id);
	if (r == NULL) {
		give_text(c, id);
		return;
	}
	buf_addf(&b, lang_pick(store_of(c)->lang, "%s %s", "%s「%s」"), r->id,
	    record_title(r, store_of(c)->lang));
	give_text(c, b.s);
	buf_done(&b);
}

/* One member of a joined list, in words. */
typedef const char *reading(const struct store *, const char *, const void *);

/* The members of "a, b" in words, joined as the language of the run does. */
static void
give_members(context *c, const char *s, reading *f, const void *data)
{
	const struct store *st = store_of(c);
	struct buf b = BUF_INIT;
	size_t len;

	for (; s != NULL && *s != '\0'; s += len + (s[len] != '\0' ? 2 : 0)) {
		const char *end = strstr(s, ", ");

		len = end == NULL ? strlen(s) : (size_t)(end - s);
		if (b.len > 0)
			buf_adds(&b, lang_pick(st->lang, ", ", "、"));
		buf_adds(&b, f(st, arena_dup(st->arena, s, len), data));
	}
	give_text(c, b.s);
	buf_done(&b);
}

static const char *
state_reads(const struct store *s, const char *text, const void *kind)
{
	return kind_state_label(kind, text, s->lang);
}

static const char *
choice_reads(const struct store *s, const char *text, const void *field)
{
	return field_choice(field, text, s->lang);
}

/* How the value of a field reads: the label of a state or of choices. */
static void
f_label_of(context *c, int n, value **v)
{
	const char *kind = text_of(v[0]), *path = text_of(v[1]);
	const struct kind *k = kind == NULL ? NULL :
	    model_kind(store_of(c)->model, kind);
	const struct field *f;

	(void)n;
	if (k != NULL && path != NULL && strcmp(path, "status") == 0)
		give_members(c, text_of(v[2]), state_reads, k);
	else if (k != NULL && path != NULL &&
	    (f = kind_path(k, path)) != NULL && f->type == FIELD_CHOICE)
		give_members(c, text_of(v[2]), choice_reads, f);
	else
		give_text(c, text_of(v[2]));
}

/* A single value as a reader takes it. */
static const char *
value_reads(const struct store *s, const struct kind *k, const char *path,
    const char *text)
{
	const struct field *f = kind_path(k, path);
	const char *key, *word;

	if (strcmp(path, "status") == 0)
		return kind_state_label(k, text, s->lang);
	if (f == NULL)
		return text;
	switch (f->type) {
	case FIELD_CHOICE:
		return field_choice(f, text, s->lang);
	case FIELD_DURATION:
		return standard_span(s->arena, s->model->standard, text,
		    s->lang);
	case FIELD_BOOL:
		if (strcmp(text, "true") != 0 && strcmp(text, "false") != 0)
			return text;
		return standard_yes(s->arena, s->model->standard, f->name,
		    *text == 't', s->lang);
	case FIELD_STR:
		key = arena_printf(s->arena, "manual.level_%s", text);
		word = standard_word(s->model->standard, key, s->lang);
		return word == key ? text : word;
	default:
		return text;
	}
}

/* How the value of any field reads: a state, a choice, yes or no ... */
static void
f_reads(context *c, int n, value **v)
{
	const char *kind = text_of(v[0]), *path = text_of(v[1]);
	const char *text = text_of(v[2]);
	const struct kind *k = kind == NULL ? NULL :
	    model_kind(store_of(c)->model, kind);

	(void)n;
	give_text(c, k == NULL || path == NULL || text == NULL ? text :
	    value_reads(store_of(c), k, path, text));
}

static void
f_kind_label(context *c, int n, value **v)
{
	const struct store *s = store_of(c);
	const char *name = text_of(v[0]);
	const struct kind *k = name == NULL ? NULL :
	    model_kind(s->model, name);

	(void)n;
	give_text(c, k == NULL || k->label[s->lang] == NULL ? name :
	    k->label[s->lang]);
}

/* What a field of a kind is called: "Acceptance: On". */
static void
f_field_label(context *c, int n, value **v)
{
	const struct store *s = store_of(c);
	const char *kind = text_of(v[0]), *path = text_of(v[1]), *dot;
	const struct kind *k = kind == NULL ? NULL :
	    model_kind(s->model, kind);
	const struct field *f, *whole;

	(void)n;
	if (k == NULL || path == NULL || (f = kind_path(k, path)) == NULL) {
		give_text(c, path);
		return;
	}
	dot = strpbrk(path, ".[");
	whole = dot == NULL ? f : kind_field(k, arena_dup(s->arena, path,
	    (size_t)(dot - path)));
	give_text(c, whole == NULL || whole == f ? f->label[s->lang] :
	    arena_printf(s->arena, lang_pick(s->lang, "%s: %s", "%s：%s"),
	    whole->label[s->lang], f->label[s->lang]));
}

/* A word of the standard, or what stands for it when it has none. */
static void
f_word(context *c, int n, value **v)
{
	const struct store *s = store_of(c);
	const char *key = text_of(v[0]), *word;

	(void)n;
	word = key == NULL ? NULL :
	    standard_word(s->model->standard, key, s->lang);
	give_text(c, word == key ? text_of(v[1]) : word);
}

/* The one of a pair for the language of the run; a file's by its key. */
static void
f_says(context *c, int n, value **v)
{
	const struct store *s = store_of(c);
	const char *key = text_of(v[0]), *en = text_of(v[1]);
	const char *ja = text_of(v[2]);

	(void)n;
	if (s->lang == LANG_JA && ja != NULL)
		en = ja;
	else if (s->lang == LANG_FILE && key != NULL && en != NULL)
		en = lang_text(en, "%s.%s", s->model->standard->name, key);
	give_text(c, en);
}

static bool
is_ascii(const char *s)
{
	while (*s != '\0' && (unsigned char)*s < 0x80)
		s++;
	return *s == '\0';
}

/*
 * The members of a list of scalars: ids and Latin words joined as in their
 * column, others as the language of the run does.
 */
static const char *
joined(const struct store *s, const struct yaml *y)
{
	const char *all = NULL;

	for (y = y->first; y != NULL; y = y->next)
		if (y->type == YAML_SCALAR)
			all = all == NULL ? y->s : arena_printf(s->arena,
			    "%s%s%s", all, is_ascii(all) &&
			    is_ascii(y->s) ? ", " :
			    lang_pick(s->lang, ", ", "、"), y->s);
	return all;
}

/*
 * A text of a record, or a list of them, in the language of the run: its
 * translation or itself.
 */
static void
f_told(context *c, int n, value **v)
{
	const struct store *s = store_of(c);
	const char *id = text_of(v[0]), *path = text_of(v[1]);
	const struct record *r = id == NULL ? NULL :
	    model_find(s->model, id);
	const struct yaml *y;
	bool own;

	(void)n;
	y = r == NULL || path == NULL ? NULL :
	    record_told(r, path, s->lang, &own);
	give_text(c, y == NULL || value_absent(s->model->standard, y) ? NULL :
	    y->type == YAML_LIST ? joined(s, y) :
	    y->type == YAML_SCALAR ? y->s : NULL);
}

static void
f_span(context *c, int n, value **v)
{
	const struct store *s = store_of(c);
	const char *text = text_of(v[0]);

	(void)n;
	give_text(c, text == NULL ? NULL :
	    standard_span(s->arena, s->model->standard, text, s->lang));
}

/* Of a record, in the language of the run; a text that is none stays. */
static const char *
name_of(const struct store *s, const char *id)
{
	const struct record *r = id == NULL ? NULL :
	    model_find(s->model, id);

	return r == NULL ? id : record_title(r, s->lang);
}

static void
f_title(context *c, int n, value **v)
{
	(void)n;
	give_text(c, name_of(store_of(c), text_of(v[0])));
}

static const char *
name_reads(const struct store *s, const char *id, const void *data)
{
	(void)data;
	return name_of(s, id);
}

static void
f_person_name(context *c, int n, value **v)
{
	(void)n;
	give_members(c, text_of(v[0]), name_reads, NULL);
}

/* A name of git as the record of its person says it, else as git does. */
static void
f_author(context *c, int n, value **v)
{
	struct store *s = sqlite3_user_data(c);
	const char *name = text_of(v[0]), *id;

	(void)n;
	id = name == NULL || s->past == NULL ? NULL : store_author(s, name);
	give_text(c, id == NULL ? name : name_of(s, id));
}

/* The name with the id. */
static const char *
person_reads(const struct store *s, const char *id, const void *data)
{
	const char *name = name_of(s, id);

	(void)data;
	return name == id ? id : arena_printf(s->arena,
	    lang_pick(s->lang, "%s (%s)", "%s（%s）"), name, id);
}

static void
f_person(context *c, int n, value **v)
{
	(void)n;
	give_members(c, text_of(v[0]), person_reads, NULL);
}

static void
f_blank(context *c, int n, value **v)
{
	const char *s = text_of(v[0]);

	(void)n;
	sqlite3_result_int(c, s == NULL ||
	    value_is_blank(store_of(c)->model->standard, s));
}

bool
store_is_cjk(uint32_t u)
{
	return (u >= 0x3040 && u <= 0x30ff) || (u >= 0x3400 && u <= 0x9fff) ||
	    (u >= 0xac00 && u <= 0xd7af) || (u >= 0xf900 && u <= 0xfaff) ||
	    (u >= 0xff66 && u <= 0xff9d) || (u >= 0x20000 && u <= 0x3ffff);
}

static void
f_cjk(context *c, int n, value **v)
{
	const char *s = text_of(v[0]);
	size_t len = s != NULL ? strlen(s) : 0, i, cjk = 0, all = 0;
	uint32_t u;

	(void)n;
	for (i = 0; i < len;) {
		i += utf8_get(s + i, len - i, &u);
		if (store_is_cjk(u))
			cjk++, all++;
		else if (u != UTF8_BAD && (u >= 0x80 ||
		    isalnum((unsigned char)u)))
			all++;
	}
	sqlite3_result_int(c, cjk > 0 && cjk * 2 >= all);
}

static void
f_top(context *c, int n, value **v)
{
	(void)n;
	(void)v;
	give_text(c, store_of(c)->top);
}

/* The member of a joined list behind p, its length in *len; NULL at the end. */
static const char *
next_item(const char *p, size_t *len)
{
	const char *end;

	if (p == NULL)
		return NULL;
	end = strstr(p, ", ");
	*len = end != NULL ? (size_t)(end - p) : strlen(p);
	return p;
}

static void
f_has(context *c, int n, value **v)
{
	const char *list = text_of(v[0]), *item = text_of(v[1]), *at = list;
	size_t len = item == NULL ? 0 : strlen(item);
	bool found = len == 0 && item != NULL && list != NULL && *list == '\0';

	(void)n;
	if (len > 0 && strstr(item, ", ") != NULL)
		at = NULL;
	while (len > 0 && at != NULL && !found &&
	    (at = strstr(at, item)) != NULL) {
		found = (at == list || (at > list + 1 && at[-1] == ' ' &&
		    at[-2] == ',')) && (at[len] == '\0' ||
		    (at[len] == ',' && at[len + 1] == ' '));
		at++;
	}
	sqlite3_result_int(c, found);
}

static void
f_item(context *c, int n, value **v)
{
	const char *p = text_of(v[0]);
	sqlite3_int64 want = sqlite3_value_int64(v[1]), i = 0;
	size_t len;

	(void)n;
	while ((p = next_item(p, &len)) != NULL) {
		if (++i == want) {
			sqlite3_result_text(c, p, (int)len, SQLITE_TRANSIENT);
			return;
		}
		p = p[len] != '\0' ? p + len + 2 : NULL;
	}
	sqlite3_result_null(c);
}

static struct pattern *
pattern_of(context *c, const char *source)
{
	struct store *s = store_of(c);
	struct pattern *p = map_get(s->patterns, source);
	const char *why = NULL, *key;

	if (p != NULL)
		return p;
	if (map_len(s->patterns) >= PATTERNS_MAX) {
		sqlite3_result_error(c, "too many patterns", -1);
		return NULL;
	}
	guard_charge(s, 65536);
	key = arena_str(s->arena, source);
	if ((p = pattern_new(s->arena, key, &why, NULL)) == NULL) {
		sqlite3_result_error(c, why != NULL ? why : "no pattern", -1);
		return NULL;
	}
	map_put(s->patterns, key, p);
	return p;
}

/* Where a pattern matches first in a text: 1, 0, or -1 and SQL has its answer. */
static int
search(context *c, value **v, size_t *from, size_t *to)
{
	const char *source = text_of(v[0]), *s = text_of(v[1]);
	struct pattern *p;
	int found;

	if (source == NULL || s == NULL) {
		sqlite3_result_null(c);
		return -1;
	}
	if ((p = pattern_of(c, source)) == NULL)
		return -1;
	guard_charge(store_of(c), (size_t)sqlite3_value_bytes(v[1]) * 16);
	found = pattern_find(p, s, (size_t)sqlite3_value_bytes(v[1]), from, to);
	if (found < 0)
		sqlite3_result_error(c, "the pattern is too costly", -1);
	return found;
}

static void
f_regexp(context *c, int n, value **v)
{
	size_t from, to;
	int found = search(c, v, &from, &to);

	(void)n;
	if (found >= 0)
		sqlite3_result_int(c, found);
}

/* What a pattern matches first in a text; NULL: nothing. */
static void
f_found(context *c, int n, value **v)
{
	size_t from, to;
	int found = search(c, v, &from, &to);

	(void)n;
	if (found == 1)
		sqlite3_result_text(c, text_of(v[1]) + from,
		    (int)(to - from), SQLITE_TRANSIENT);
	else if (found == 0)
		sqlite3_result_null(c);
}

/* Numbers filled up with zeros, so that bytes sort as numbers do. */
static void
f_id_key(context *c, int n, value **v)
{
	const char *s = text_of(v[0]);
	struct buf b = BUF_INIT;
	size_t digits;

	(void)n;
	if (s == NULL) {
		sqlite3_result_null(c);
		return;
	}
	while (*s != '\0') {
		digits = strspn(s, "0123456789");
		if (digits == 0) {
			buf_addc(&b, *s++);
			continue;
		}
		for (size_t i = digits; i < 10; i++)
			buf_addc(&b, '0');
		buf_add(&b, s, digits);
		s += digits;
	}
	give_text(c, b.s != NULL ? b.s : "");
	buf_done(&b);
}

static const struct {
	const char	*name;
	int		 args;
	void		(*f)(context *, int, value **);
} all[] = {
	{ "asof", 0, f_asof }, { "days", 2, f_days },
	{ "date_add", 2, f_date_add }, { "period", 1, f_period },
	{ "period_first", 1, f_period_first },
	{ "period_last", 1, f_period_last },
	{ "setting", 1, f_setting }, { "label", 1, f_label },
	{ "title", 1, f_title }, { "label_of", 3, f_label_of },
	{ "reads", 3, f_reads }, { "field_label", 2, f_field_label },
	{ "kind_label", 1, f_kind_label },
	{ "word", 2, f_word }, { "span", 1, f_span },
	{ "says", 3, f_says }, { "told", 2, f_told },
	{ "author", 1, f_author }, { "person", 1, f_person },
	{ "person_name", 1, f_person_name }, { "blank", 1, f_blank },
	{ "cjk", 1, f_cjk }, { "same_words", 2, store_same_words },
	{ "same_lines", 2, store_same_lines },
	{ "top", 0, f_top }, { "has", 2, f_has },
	{ "item", 2, f_item }, { "regexp", 2, f_regexp }, { "found", 2, f_found },
	{ "id_key", 1, f_id_key },
};

bool
store_has_function(const char *name)
{
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (sqlite3_stricmp(all[i].name, name) == 0)
			return true;
	return false;
}

void
store_functions(struct store *s)
{
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		sqlite3_create_function_v2(s->db, all[i].name, all[i].args,
		    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, s,
		    all[i].f, NULL, NULL, NULL);
}
