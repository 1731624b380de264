#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/map.h"
#include "base/utf8.h"
#include "book/book.h"
#include "book/part.h"
#include "diag/diag.h"
#include "history/history.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/language.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/store.h"

#define VALUE_LONGEST	90	/* characters of a value in a timeline */
#define OLD_MOST	12	/* members of a list in it */

static bool
is(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

static bool
in_list(const struct yaml *list, const char *word)
{
	const struct yaml *y;

	for (y = list == NULL ? NULL : list->first; y != NULL; y = y->next)
		if (is(y->s, word))
			return true;
	return false;
}

#define MAP_SMALL	3	/* members that need no section */

/*
 * A mapping spreads: one line for each of its members, under its own name
 * when it stands among other fields.
 */
static void
put_map(struct part *p, struct node *cols, const struct field *f,
    const struct yaml *y, bool among)
{
	const struct yaml *v;
	struct node *cell;
	size_t i;

	for (i = 0; i < f->sub_len; i++) {
		if (value_is_twin(f->sub, f->sub_len, f->sub[i].name))
			continue;
		v = value_of(p, y, f->sub[i].name);
		if (v == NULL || v->len + (v->s != NULL ? strlen(v->s) : 0)
		    == 0)
			continue;
		cell = part_pair(p, cols, !among ? f->sub[i].label[p->lang] :
		    arena_printf(p->arena,
		    lang_pick(p->lang, "%s: %s", "%s：%s"),
		    f->label[p->lang], f->sub[i].label[p->lang]));
		cell->lang = v == yaml_get(y, f->sub[i].name) ?
		    value_words_lang(p, &f->sub[i], v, p->record) : NULL;
		cell->at = v->at;
		value_field(p, cell, &f->sub[i], v, false);
	}
}

/* What falls due of a record: rows of the query that manual.yaml calls owed. */
struct owed {
	struct owed	*next;
	const char	*due, *what, *who, *field;
};

static void
read_owed(struct part *p, struct node *up)
{
	struct query *q = part_query(p, up, yaml_str(p->manual, "owed"));
	struct owed *o, **end;
	const char *id;

	p->owed = map_new(p->arena);
	while (q != NULL && query_step(q) == 1) {
		if ((id = query_get(q, "id")) == NULL ||
		    query_get(q, "due") == NULL)
			continue;
		o = arena_alloc(p->arena, sizeof(*o));
		o->due = arena_str(p->arena, query_get(q, "due"));
		if (query_get(q, "what") != NULL)
			o->what = arena_str(p->arena, query_get(q, "what"));
		if (query_get(q, "owner") != NULL)
			o->who = arena_str(p->arena, query_get(q, "owner"));
		if (query_get(q, "field") != NULL)
			o->field = arena_str(p->arena, query_get(q, "field"));
		id = arena_str(p->arena, id);
		if ((end = map_get(p->owed, id)) == NULL) {
			end = arena_alloc(p->arena, sizeof(*end));
			map_put(p->owed, id, end);
		}
		while (*end != NULL)
			end = &(*end)->next;
		*end = o;
	}
	query_close(q);
}

/* A day on which something is to be done, not one on which it was. */
static bool
is_ahead(const struct record *r, const struct field *f, const char *day)
{
	return f->type == FIELD_DATE && !f->happened &&
	    is(record_str(r, f->name), day);
}

static bool
names_day(const struct record *r, const char *day)
{
	size_t i;

	for (i = 0; i < r->kind->len; i++)
		if (is_ahead(r, &r->kind->fields[i], day))
			return true;
	return false;
}

bool
record_late(struct part *p, struct node *up, const struct record *r,
    const struct field *f)
{
	struct owed **first, *o;
	date_day day;

	if (p->owed == NULL)
		read_owed(p, up);
	first = map_get(p->owed, r->id);
	for (o = first == NULL ? NULL : *first; o != NULL; o = o->next)
		if (date_parse(o->due, &day) && day < p->in->asof &&
		    (is_ahead(r, f, o->due) || (is(o->field, f->name) &&
		    !names_day(r, o->due))))
			return true;
	return false;
}

/* Fields of the record; skip names those that stand elsewhere. */
void
record_fields(struct part *p, struct node *up, const struct yaml *spec)
{
	const struct record *r = p->record;
	const struct yaml *skip = yaml_get(spec, "skip"),
	    *only = yaml_get(spec, "only"), *v;
	const struct field *f;
	struct node *cols = node_child(p->arena, up, NODE_COLUMNS), *cell;
	bool own;
	size_t i;

	for (i = 0; i < r->kind->len; i++) {
		f = &r->kind->fields[i];
		if (in_list(skip, f->name) ||
		    (only != NULL && !in_list(only, f->name)))
			continue;
		if (is(f->name, "status")) {
			if (r->status != NULL)
				value_status(p, part_pair(p, cols,
				    f->label[p->lang]), r);
			continue;
		}
		v = record_told(r, f->name, p->lang, &own);
		if (v == NULL || (v->type == YAML_SCALAR && *v->s == '\0') ||
		    (v->type != YAML_SCALAR && v->len == 0))
			continue;
		if (f->type == FIELD_MAP && v->type == YAML_MAP) {
			if (v->len <= MAP_SMALL)
				put_map(p, cols, f, v, true);
			continue;
		}
		if (f->type == FIELD_ANY ||
		    (f->type == FIELD_MAP && v->type == YAML_LIST))
			continue;
		cell = part_pair(p, cols, f->label[p->lang]);
		cell->lang = own ? NULL : value_words_lang(p, f, v, r);
		cell->at = v->at;
		if (f->type == FIELD_DATE && v->type == YAML_SCALAR &&
		    record_late(p, up, r, f))
			value_badge(p, cell, v->s, "overdue");
		else
			value_field(p, cell, f, v, false);
	}
}

/* The sub-fields that any entry has; the number of them. */
static size_t
used_parts(const struct field *f, const struct yaml *list, bool *used)
{
	const struct yaml *y;
	size_t i, n = 0;

	for (i = 0; i < f->sub_len; i++) {
		used[i] = false;
		if (value_is_twin(f->sub, f->sub_len, f->sub[i].name))
			continue;
		for (y = list->first; y != NULL && !used[i]; y = y->next)
			used[i] = yaml_get(y, f->sub[i].name) != NULL;
		n += used[i];
	}
	return n;
}

/* Numbers stand below each other, and their head above them. */
static enum align
number_align(const struct field *f)
{
	return f->type == FIELD_INT || f->type == FIELD_NUM ? ALIGN_RIGHT :
	    ALIGN_NONE;
}

/* A table of the entries, a column for each part that is used. */
static void
put_rows(struct part *p, struct node *up, const struct field *f,
    const struct yaml *list)
{
	bool *used = arena_alloc(p->arena, f->sub_len * sizeof(*used) + 1);
	struct node *t, *row, *cell;
	const struct yaml *y, *v;
	size_t i;

	if (used_parts(f, list, used) == 0)
		return;
	t = node_child(p->arena, up, NODE_TABLE);
	row = node_child(p->arena, t, NODE_ROW);
	row->head = true;
	for (i = 0; i < f->sub_len; i++)
		if (used[i])
			part_cell(p, row, f->sub[i].label[p->lang])->align =
			    number_align(&f->sub[i]);
	for (y = list->first; y != NULL; y = y->next) {
		row = node_child(p->arena, t, NODE_ROW);
		for (i = 0; i < f->sub_len; i++) {
			if (!used[i])
				continue;
			cell = part_cell(p, row, NULL);
			if ((v = value_of(p, y, f->sub[i].name)) == NULL)
				continue;
			if (v == yaml_get(y, f->sub[i].name))
				cell->lang = value_words_lang(p, &f->sub[i],
				    v, p->record);
			cell->align = number_align(&f->sub[i]);
			cell->at = v->at;
			value_field(p, cell, &f->sub[i], v, true);
		}
	}
}

/* Entries that hold lists themselves: a section each, named by its first
 * part (the steps of a scale below the name of the scale). */
static bool
put_nested(struct part *p, struct node *up, const struct field *f,
    const struct yaml *list)
{
	const struct field *in = NULL;
	const struct yaml *y, *v;
	struct node *sec;
	const char *title;
	size_t i;

	for (i = 0; i < f->sub_len; i++)
		if (f->sub[i].type == FIELD_MAP && f->sub[i].list)
			in = &f->sub[i];
	if (in == NULL)
		return false;
	for (y = list->first; y != NULL; y = y->next) {
		v = yaml_get(y, in->name);
		if (v == NULL || v->type != YAML_LIST)
			continue;
		title = y->first != NULL && y->first->s != NULL ?
		    y->first->s : f->label[p->lang];
		sec = part_section(p, up, part_label(p, title), NULL);
		put_rows(p, sec, in, v);
	}
	return true;
}

static void
put_list(struct part *p, struct node *up, const struct field *f,
    const struct yaml *list)
{
	up = part_section(p, up, f->label[p->lang],
	    arena_printf(p->arena, "List-%s", f->name));
	if (!put_nested(p, up, f, list))
		put_rows(p, up, f, list);
}

/* Lists of mappings, each a table of its own, and large mappings. */
void
record_lists(struct part *p, struct node *up, const struct yaml *spec)
{
	const struct record *r = p->record;
	const struct yaml *skip = yaml_get(spec, "skip"),
	    *only = yaml_get(spec, "only"), *v;
	const struct field *f;
	struct node *sec;
	size_t i;

	for (i = 0; i < r->kind->len; i++) {
		f = &r->kind->fields[i];
		if (f->type != FIELD_MAP || in_list(skip, f->name) ||
		    (only != NULL && !in_list(only, f->name)))
			continue;
		v = record_get(r, f->name);
		if (v != NULL && v->type == YAML_LIST && v->len > 0)
			put_list(p, up, f, v);
		if (v == NULL || v->type != YAML_MAP || v->len <= MAP_SMALL)
			continue;
		sec = part_section(p, up, f->label[p->lang],
		    arena_printf(p->arena, "List-%s", f->name));
		put_map(p, node_child(p->arena, sec, NODE_COLUMNS), f, v,
		    false);
	}
}

void
record_body(struct part *p, struct node *up)
{
	body_record(p, up, p->record);
}

/* "decisions.owner" or "body" in the reader's words. */
static const char *
role_of(struct part *p, const struct reference *ref)
{
	const struct field *f;

	if (is(ref->field, "body") || language_prose(ref->field) != NULL)
		return part_word(p, "manual.in_the_text");
	f = kind_path(ref->src->kind, ref->field);
	return f == NULL ? ref->field : f->label[p->lang];
}

/* Every record that refers to this one, once for each way it does. */
void
record_links(struct part *p, struct node *up)
{
	const struct incoming *in = map_get(p->incoming, p->record->id);
	struct map *said = map_new(p->arena);
	const struct reference *ref;
	struct node *t, *row, *cell;
	size_t i;

	if (in == NULL)
		return;
	up = part_section(p, up, part_word(p, "manual.referred_to_by"),
	    "Links");
	up->aside = true;
	t = node_child(p->arena, up, NODE_TABLE);
	row = node_child(p->arena, t, NODE_ROW);
	row->head = true;
	part_cell(p, row, part_word(p, "manual.record"));
	part_cell(p, row, part_word(p, "manual.kind"));
	part_cell(p, row, part_word(p, "manual.as"));
	part_cell(p, row, part_word(p, "manual.status"));
	for (i = 0; i < in->len; i++) {
		ref = in->refs[i];
		if (map_put(said, arena_printf(p->arena, "%s %s",
		    ref->src->id, role_of(p, ref)), row) != NULL)
			continue;
		row = node_child(p->arena, t, NODE_ROW);
		cell = part_cell(p, row, NULL);
		value_ref(p, cell, ref->src->id, true);
		part_cell(p, row, ref->src->kind->label[p->lang]);
		part_cell(p, row, role_of(p, ref));
		value_status(p, part_cell(p, row, NULL), ref->src);
	}
}

#define OWED_AHEAD	5	/* lines of what is not late yet */

/* How many more there are than are told, and until when. */
static void
put_more(struct part *p, struct node *list, const struct owed *o)
{
	struct node *para = node_child(p->arena, node_child(p->arena, list,
	    NODE_ITEM), NODE_PARA);
	size_t n = 1;

	for (; o->next != NULL; o = o->next)
		n++;
	node_text(p->arena, para, part_fill(p, "manual.owed_more", "n",
	    arena_printf(p->arena, "%zu", n), "due", o->due, NULL));
}

void
record_owed(struct part *p, struct node *up)
{
	struct node *note, *list, *para;
	struct owed **first, *o;
	date_day day;
	unsigned ahead = 0;
	long days;

	if (p->owed == NULL)
		read_owed(p, up);
	if ((first = map_get(p->owed, p->record->id)) == NULL)
		return;
	note = node_child(p->arena, up, NODE_NOTE);
	note->text = part_word(p, "manual.owed");
	note->tone = TONE_MUTED;
	list = node_child(p->arena, note, NODE_LIST);
	list->tight = true;
	for (o = *first; o != NULL; o = o->next) {
		if (!date_parse(o->due, &day))
			day = p->in->asof;
		days = (long)day - (long)p->in->asof;
		if (days >= 0 && ++ahead > OWED_AHEAD && o->next != NULL) {
			put_more(p, list, o);
			return;
		}
		para = node_child(p->arena, node_child(p->arena, list,
		    NODE_ITEM), NODE_PARA);
		if (days < 0)
			note->tone = TONE_BAD;
		node_text(p->arena, para, part_fill(p, days < 0 ?
		    "manual.owed_late" : "manual.owed_ahead", "due", o->due,
		    "what", o->what == NULL ? "" : part_word_or(p, o->what,
		    o->what), "n", arena_printf(p->arena, "%ld",
		    days < 0 ? -days : days), NULL));
		if (o->who == NULL)
			continue;
		node_text(p->arena, para, lang_pick(p->lang, ", ", "、"));
		value_ref(p, para, o->who, false);
	}
}

void
record_findings(struct part *p, struct node *up)
{
	const struct open *o = map_get(p->open, p->record->id);
	const struct diag *d;
	struct node *note, *list, *para, *n;
	size_t i;

	if (o == NULL)
		return;
	note = node_child(p->arena, up, NODE_NOTE);
	note->text = part_word(p, "manual.open_findings");
	note->tone = TONE_INFO;
	list = node_child(p->arena, note, NODE_LIST);
	list->tight = true;
	for (i = 0; i < o->len; i++) {
		d = o->diags[i];
		if (d->level == DIAG_ERROR)
			note->tone = TONE_BAD;
		else if (d->level == DIAG_WARNING && note->tone != TONE_BAD)
			note->tone = TONE_WARN;
		para = node_child(p->arena, node_child(p->arena, list,
		    NODE_ITEM), NODE_PARA);
		n = node_child(p->arena, para, NODE_LITERAL);
		n->text = d->head->code;
		value_text(p, para, arena_printf(p->arena, " %s",
		    d->message[p->lang]));
		if (d->help[p->lang] == NULL)
			continue;
		node_child(p->arena, para, NODE_BREAK);
		node_text(p->arena, para, arena_printf(p->arena,
		    "\xe2\x86\x92 %s", d->help[p->lang]))->tone = TONE_MUTED;
	}
}

/* Records and choices of a list as it was, each by what it is called. */
static void
put_old_list(struct part *p, struct node *up, const struct field *f,
    const char *s)
{
	const char *end, *one;
	size_t n;

	for (n = 0; n < OLD_MOST; n++, s = end + 2) {
		end = strstr(s, ", ");
		one = end == NULL ? s : arena_dup(p->arena, s,
		    (size_t)(end - s));
		if (n > 0)
			node_text(p->arena, up, value_between(p, one));
		if (f->type == FIELD_CHOICE)
			node_text(p->arena, up, field_choice(f, one, p->lang));
		else
			value_ref(p, up, one, false);
		if (end == NULL)
			return;
	}
	node_text(p->arena, up, "\xe2\x80\xa6");
}

/* Is it a list whose members are called otherwise than they are written? */
static bool
is_named_list(struct part *p, const struct field *f, const char *s)
{
	return f != NULL && f->list && (f->type == FIELD_REF ||
	    f->type == FIELD_CHOICE || (f->type == FIELD_EVIDENCE &&
	    model_find(p->in->model, arena_dup(p->arena, s,
	    strcspn(s, ","))) != NULL));
}

/* A value as it was, short enough for a line. */
static void
put_old(struct part *p, struct node *up, const struct field *f, const char *s)
{
	size_t n = 0, left, at = 0, used;
	uint32_t c;

	if (s == NULL || *s == '\0')
		s = "\xe2\x80\x94";
	else if (is_named_list(p, f, s)) {
		put_old_list(p, up, f, s);
		return;
	} else if (f != NULL && f->type == FIELD_CHOICE)
		s = field_choice(f, s, p->lang);
	else if (f != NULL && f->type == FIELD_BOOL)
		s = standard_yes(p->arena, p->in->model->standard, f->name,
		    is(s, "true"), p->lang);
	else if (f != NULL && is(f->name, "status"))
		s = kind_state_label(p->record->kind, s, p->lang);
	else if (f != NULL && model_find(p->in->model, s) != NULL) {
		value_ref(p, up, s, false);
		return;
	}
	for (left = strlen(s); left > 0 && n < VALUE_LONGEST; n++) {
		used = utf8_get(s + at, left, &c);
		at += used;
		left -= used;
	}
	value_said(p, up, left == 0 ? s : arena_printf(p->arena,
	    "%.*s\xe2\x80\xa6", (int)at, s));
}

/* Of the path of a translation that of what it translates, else NULL. */
static const char *
original(struct part *p, const char *path)
{
	const char *at = strrchr(path, '_');

	return at == NULL || at == path || !language_known(at + 1) ? NULL :
	    arena_dup(p->arena, path, (size_t)(at - path));
}

/* The label of the field that a path leads to, its numbers dropped. */
static const struct field *
changed_field(struct part *p, const char *path)
{
	const struct field *f = kind_path(p->record->kind, path);
	char *s, *cut;

	if (f != NULL)
		return f;
	if (original(p, path) != NULL)
		return changed_field(p, original(p, path));
	s = arena_str(p->arena, path);
	if ((cut = strpbrk(s, ".[")) != NULL)
		*cut = '\0';
	return kind_field(p->record->kind, s);
}

/* "Effectiveness review – On" for a part of a field. */
static const char *
changed_label(struct part *p, const struct field *f, const char *path)
{
	const char *dot = strpbrk(path, ".[");
	const struct field *whole;

	if (language_prose(path) != NULL)
		return part_word(p, "manual.body_changed");
	if (f == NULL)
		return path;
	if (dot == NULL)
		return f->label[p->lang];
	whole = kind_field(p->record->kind, arena_dup(p->arena, path,
	    (size_t)(dot - path)));
	if (whole == NULL || whole == f)
		return f->label[p->lang];
	return arena_printf(p->arena, lang_pick(p->lang,
	    "%s \xe2\x80\x93 %s", "%s／%s"),
	    whole->label[p->lang], f->label[p->lang]);
}

/* The word for a change of a whole record; NULL: a field changed. */
static const char *
change_key(const struct change *c)
{
	static const char *const keys[] = {
		[CHANGE_ADDED] = "manual.was_added",
		[CHANGE_BODY] = "manual.body_changed",
		[CHANGE_GONE] = "manual.was_removed",
		[CHANGE_MOVED] = "manual.was_moved",
		[CHANGE_RENAMED] = "manual.was_renamed",
		[CHANGE_UNKNOWN] = "manual.unknown"
	};

	return c->what == CHANGE_FIELD ? NULL : keys[c->what];
}

/* Two changes of parts of one mapping, as a rule a member of a list. */
static bool
same_whole(const struct change *a, const struct change *b)
{
	const char *dot;

	if (a == NULL || a->what != CHANGE_FIELD || b->what != CHANGE_FIELD ||
	    (dot = strrchr(a->field, '.')) == NULL)
		return false;
	return strncmp(a->field, b->field, (size_t)(dot - a->field) + 1) == 0 &&
	    strchr(b->field + (dot - a->field) + 1, '.') == NULL;
}

/* From what to what; what was not there before needs no mention. */
static void
put_values(struct part *p, struct node *para, const struct field *f,
    const struct change *c)
{
	if (c->from != NULL && *c->from != '\0') {
		put_old(p, para, f, c->from);
		node_text(p->arena, para, " \xe2\x86\x92 ");
	}
	put_old(p, para, f, c->to);
}

/* Does the text below n end with a full stop? */
static bool
ends_sentence(const struct node *n)
{
	size_t len;

	while (n->last != NULL)
		n = n->last;
	len = n->text == NULL ? 0 : strlen(n->text);
	return len > 0 && (n->text[len - 1] == '.' || (len > 2 &&
	    strcmp(n->text + len - 3, "。") == 0));
}

/* One more part of what the last paragraph of the cell tells of. */
static void
put_part(struct part *p, struct node *cell, const struct change *c)
{
	const struct field *f = changed_field(p, c->field);
	struct node *n;

	node_text(p->arena, cell->last, ends_sentence(cell->last) ?
	    lang_pick(p->lang, " ", "") : lang_pick(p->lang, ", ", "、"));
	n = node_text(p->arena, cell->last, f != NULL ? f->label[p->lang] :
	    strrchr(c->field, '.') + 1);
	n->tone = TONE_MUTED;
	node_text(p->arena, cell->last, lang_pick(p->lang, ": ", "："));
	put_values(p, cell->last, f, c);
}

/* before: the change told in the cell before this one, or NULL. */
static void
put_change(struct part *p, struct node *cell, const struct change *c,
    const struct change *before)
{
	const struct field *f = NULL;
	struct node *para, *n;

	if (same_whole(before, c)) {
		put_part(p, cell, c);
		return;
	}
	para = node_child(p->arena, cell, NODE_PARA);
	if (c->what != CHANGE_FIELD)
		node_text(p->arena, para, part_word(p, change_key(c)));
	if (c->what == CHANGE_FIELD) {
		f = changed_field(p, c->field);
		n = node_text(p->arena, para, changed_label(p, f, c->field));
		n->tone = TONE_MUTED;
	}
	if ((c->what != CHANGE_FIELD && c->what != CHANGE_MOVED &&
	    c->what != CHANGE_RENAMED) || (c->what == CHANGE_FIELD &&
	    language_prose(c->field) != NULL))
		return;
	node_text(p->arena, para, lang_pick(p->lang, ": ", "："));
	put_values(p, para, f, c);
}

#define BRIEFLY	6	/* fields named of one commit */

/* The field of a change as readers call it, members of a list alike. */
static const char *
whole_label(struct part *p, const struct record *r, const char *path)
{
	const struct field *f;
	size_t n = strcspn(path, ".[");

	f = kind_field(r->kind, path[n] == '\0' ? path :
	    arena_dup(p->arena, path, n));
	if (f == NULL && path[n] == '\0')
		f = language_twin(r->kind->fields, r->kind->len, path);
	if (f == NULL && language_prose(path) != NULL)
		return part_word(p, "manual.body_changed");
	return f != NULL ? f->label[p->lang] : path;
}

void
record_last_change(struct part *p, struct node *up, const char *id)
{
	const struct record *r = model_find(p->in->model, id);
	const char *said[BRIEFLY], *s;
	const struct change *cs;
	size_t len, i, k, n = 0, more = 0;

	if (p->in->timelines == NULL)
		return;
	cs = history_of(p->in->timelines, id, &len);
	for (i = len; i > 0 && cs[i - 1].commit == cs[len - 1].commit;)
		i--;
	for (; i < len; i++) {
		if ((s = change_key(&cs[i])) != NULL)
			s = part_word(p, s);
		else
			s = r == NULL ? cs[i].field :
			    whole_label(p, r, cs[i].field);
		for (k = 0; k < n && !is(said[k], s); k++)
			continue;
		if (k < n)
			continue;
		if (n == BRIEFLY) {
			more++;
			continue;
		}
		if (n > 0)
			node_text(p->arena, up, lang_pick(p->lang, ", ",
			    "、"));
		node_text(p->arena, up, said[n++] = s);
	}
	if (more > 0)
		node_text(p->arena, up, arena_printf(p->arena,
		    " \xe2\x80\xa6 +%zu", more));
}

static const char *
changed_path(const struct change *c)
{
	return c->what == CHANGE_BODY ? "body" : c->field;
}

/*
 * A text that changed together with its translation is one change, told in
 * the reader's language; the one that is not is passed over.
 */
static bool
told_by_other(struct part *p, const struct change *cs, size_t len,
    const struct change *c)
{
	const char *code = lang_code(p->lang), *path = changed_path(c), *at, *s;
	bool foreign;
	size_t n, whole;

	if (path == NULL || (c->what != CHANGE_BODY &&
	    c->what != CHANGE_FIELD))
		return false;
	at = strrchr(path, '_');
	foreign = at != NULL && language_known(at + 1) &&
	    strcmp(at + 1, code) != 0;
	whole = strlen(path);
	n = foreign ? (size_t)(at - path) : whole;
	for (; len > 0; len--, cs++) {
		s = changed_path(cs);
		if (s == NULL || *s != *path || strncmp(s, path, n) != 0)
			continue;
		if ((foreign && s[n] == '\0') || (strncmp(s, path, whole) ==
		    0 && s[whole] == '_' && strcmp(s + whole + 1, code) == 0))
			return true;
	}
	return false;
}

static void
put_commit(struct part *p, struct node *row, const struct change *c)
{
	value_by(p, part_cell(p, row, NULL), c->author_name);
	value_commit(p, part_cell(p, row, NULL), c->commit->id);
}

static void
unread(struct part *p, struct node *up, const char *why)
{
	struct node *note = node_child(p->arena, up, NODE_NOTE);

	note->tone = TONE_MUTED;
	part_para(p, note, why);
}

/* What git proves of the record, newest first, a row for each commit. */
void
record_timeline(struct part *p, struct node *up)
{
	const struct timelines *tl = p->in->timelines;
	const struct change *cs;
	const struct commit *at = NULL;
	const struct change *before;
	struct node *t, *row, *what = NULL;
	size_t len, i, first;

	up = part_section(p, up, part_word(p, "manual.life"), "History");
	up->aside = true;
	if (tl == NULL) {
		unread(p, up, part_word(p, "manual.history_not_read"));
		return;
	}
	if (!tl->whole)
		unread(p, up, tl->cut[p->lang]);
	cs = history_of(tl, p->record->id, &len);
	if (len == 0) {
		unread(p, up, part_word(p, "manual.not_committed"));
		return;
	}
	t = node_child(p->arena, up, NODE_TABLE);
	t->name = "timeline";
	row = node_child(p->arena, t, NODE_ROW);
	row->head = true;
	part_cell(p, row, part_word(p, "manual.day"));
	part_cell(p, row, part_word(p, "manual.change"));
	part_cell(p, row, part_word(p, "manual.who"));
	part_cell(p, row, part_word(p, "manual.commit"));
	while (len > 0) {
		at = cs[len - 1].commit;
		for (first = len - 1; first > 0 && cs[first - 1].commit == at;
		    first--)
			continue;
		row = node_child(p->arena, t, NODE_ROW);
		part_cell(p, row, part_day(p, at->day));
		what = part_cell(p, row, NULL);
		for (i = first, before = NULL; i < len; i++) {
			if (told_by_other(p, cs + first, len - first, &cs[i]))
				continue;
			put_change(p, what, &cs[i], before);
			before = &cs[i];
		}
		put_commit(p, row, &cs[first]);
		len = first;
	}
}
