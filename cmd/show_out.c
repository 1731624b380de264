#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/map.h"
#include "base/width.h"
#include "cmd/run.h"
#include "cmd/show.h"
#include "cmd/term.h"
#include "history/history.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/language.h"
#include "model/model.h"

/* The life of a record in a terminal of 80 columns, and as JSON. */

#define VALUE_MAX	100	/* columns of a value in the life */

static void
heading(const struct run *r, struct buf *out, const char *en, const char *ja)
{
	buf_addf(out, "\n%s%s%s\n", r->opt.color ? "\033[1m" : "",
	    pick(r, en, ja), r->opt.color ? "\033[0m" : "");
}

/* A line of its own, wrapped behind its indentation. */
static void
item(struct buf *out, const char *s, size_t indent)
{
	buf_addf(out, "%*s", (int)indent, "");
	term_wrap(out, s, indent, indent + 2);
	buf_addc(out, '\n');
}

/* ---- fields ---- */

/* A value on one line; the title of a record behind its id. */
static void
value(const struct run *r, struct buf *out, const struct field *f,
    const struct yaml *y)
{
	const struct field *sub;
	const struct record *to;

	if (y->type == YAML_SCALAR) {
		buf_adds(out, show_value(r, f, y->s));
		if ((to = model_find(r->model, y->s)) != NULL)
			buf_addf(out, " %s", record_title(to, r->opt.lang));
		return;
	}
	for (const struct yaml *m = y->first, *own; m != NULL; m = m->next) {
		sub = m->key == NULL || f == NULL ? f : field_part(f, m->key);
		/* A translation is said in place of what it translates. */
		if (sub == NULL && f != NULL && language_twin(f->sub,
		    f->sub_len, m->key) != NULL)
			continue;
		own = m->key == NULL ? NULL : yaml_get(y, arena_printf(
		    r->arena, "%s_%s", m->key, lang_code(r->opt.lang)));
		if (m != y->first)
			buf_adds(out, pick(r, y->type == YAML_MAP ? ", " :
			    "; ", y->type == YAML_MAP ? "、" : "；"));
		if (m->key != NULL)
			buf_addf(out, "%s: ", sub == NULL ? m->key :
			    sub->label[r->opt.lang]);
		value(r, out, sub, own != NULL ? own : m);
	}
}

/* A list of mappings: a line each; what else there is, on one line. */
static void
field(const struct run *r, struct buf *out, const struct field *f,
    const struct yaml *y, const char *label)
{
	struct buf b = BUF_INIT;

	if (y->type == YAML_LIST && y->first != NULL &&
	    y->first->type == YAML_MAP) {
		item(out, arena_printf(r->arena, "%s:", label), 2);
		for (const struct yaml *m = y->first; m != NULL;
		    m = m->next) {
			buf_clear(&b);
			buf_adds(&b, "- ");
			value(r, &b, f, m);
			item(out, b.s, 4);
		}
	} else {
		buf_addf(&b, "%s: ", label);
		value(r, &b, f, y);
		item(out, b.s, 2);
	}
	buf_done(&b);
}

static void
fields(const struct run *r, struct buf *out, const struct record *rec)
{
	const struct kind *k = rec->kind;
	const struct yaml *y;
	bool own;

	for (size_t i = 0; i < k->len; i++) {
		const struct field *f = &k->fields[i];

		if (strcmp(f->name, "id") == 0 ||
		    strcmp(f->name, "kind") == 0 ||
		    strncmp(f->name, "title", 5) == 0 ||
		    (y = record_told(rec, f->name, r->opt.lang, &own)) == NULL)
			continue;
		if (strcmp(f->name, "status") == 0 && y->type == YAML_SCALAR)
			item(out, arena_printf(r->arena, "%s: %s",
			    f->label[r->opt.lang], kind_state_label(k, y->s,
			    r->opt.lang)), 2);
		else
			field(r, out, f, y, f->label[r->opt.lang]);
	}
}

/* ---- findings, what is next, links ---- */

static bool
is_of(const struct show *s, const struct diag *d)
{
	return d->record != NULL && strcmp(d->record, s->rec->id) == 0 &&
	    d->level != DIAG_OFF;
}

static void
findings(const struct show *s, struct buf *out)
{
	const struct run *r = s->run;
	enum lang l = r->opt.lang;
	bool any = false;

	for (size_t i = 0; i < diags_len(r->diags); i++) {
		const struct diag *d = diags_at(r->diags, i);

		if (!is_of(s, d))
			continue;
		if (!any)
			heading(r, out, "Findings", "指摘");
		any = true;
		item(out, arena_printf(r->arena, "%s: %s [%s]%s%s",
		    diag_level_name(d->level, l), d->message[l],
		    d->head->code, d->waived != NULL ?
		    pick(r, ", waived by ", "、適用免除 ") : "",
		    d->waived != NULL ? d->waived : ""), 2);
		if (d->help[l] != NULL)
			item(out, arena_printf(r->arena, "→ %s",
			    d->help[l]), 4);
	}
}

static void
next(const struct show *s, struct buf *out)
{
	const struct run *r = s->run;

	if (s->due_len > 0)
		heading(r, out, "Due next", "次の期限");
	for (size_t i = 0; i < s->due_len; i++) {
		const struct show_due *d = &s->due[i];
		int days = d->item->due - r->asof;
		const char *who = d->item->owner_name != NULL ?
		    d->item->owner_name : d->item->owner;

		item(out, arena_printf(r->arena, days < 0 ? pick(r,
		    "%s %s, %d days late%s%s", "%s %s、%d日超過%s%s") :
		    pick(r, "%s %s, %d days left%s%s",
		    "%s %s、あと%d日%s%s"), d->item->due_text,
		    due_word(r, d->item), abs(days), who == NULL ? "" : " · ",
		    who == NULL ? "" : who), 2);
		if (d->then == NULL)
			continue;
		item(out, arena_printf(r->arena, pick(r,
		    "or else, the day after: %s [%s]",
		    "過ぎると%s [%s]"), diag_level_name(d->then->level,
		    r->opt.lang), d->then->head->code), 4);
		if (d->then->help[r->opt.lang] != NULL)
			item(out, arena_printf(r->arena, "→ %s",
			    d->then->help[r->opt.lang]), 4);
	}
}

static void
links(const struct show *s, struct buf *out)
{
	const struct run *r = s->run;
	struct map *said = map_new(r->arena);
	const char *line;
	bool any = false;

	for (int in = 0; in < 2; in++)
		for (size_t i = 0; i < r->model->ref_len; i++) {
			const struct reference *ref = &r->model->refs[i];
			const struct record *other = in ? ref->src : ref->dst;

			if (ref->dst == NULL ||
			    (in ? ref->dst : ref->src) != s->rec)
				continue;
			line = arena_printf(r->arena, pick(r,
			    "%s %s %s (%s)", "%s %s %s（%s）"),
			    in ? "←" : "→", other->id, record_title(other,
			    r->opt.lang), show_label(r, ref->src,
			    ref->field));
			/* A text that names it twice is one link. */
			if (map_put(said, line, s->run->arena) != NULL)
				continue;
			if (!any)
				heading(r, out, "Links", "リンク");
			any = true;
			item(out, line, 2);
		}
}

/* ---- life ---- */

/* An earlier or later value of a field, which history keeps as text. */
static const char *
was(const struct show *s, const char *path, const char *text)
{
	const struct run *r = s->run;
	size_t cut;

	if (text == NULL)
		return "—";
	if (strcmp(path, "status") == 0)
		return kind_state_label(s->rec->kind, text, r->opt.lang);
	text = show_value(r, kind_path(s->rec->kind, path), text);
	cut = width_cut(text, strlen(text), VALUE_MAX);
	return text[cut] == '\0' ? text : arena_printf(r->arena, "%.*s…",
	    (int)cut, text);
}

/* Which text a change is of: the path of its original, and the language. */
static const char *
text_of(const struct show *s, const struct change *c, const char **lang)
{
	*lang = NULL;
	return c->what == CHANGE_BODY ? "body" : c->what != CHANGE_FIELD ?
	    NULL : show_original(s->run, s->rec, c->field, lang);
}

/* A text that changed with its translations is told in the reader's own. */
static bool
is_told_elsewhere(const struct show *s, size_t n)
{
	const struct change *c = s->events[n].change, *d;
	const char *own = lang_code(s->run->opt.lang), *lang, *other;
	const char *path = text_of(s, c, &lang), *same;
	size_t i;

	if (path == NULL || (lang != NULL && strcmp(lang, own) == 0))
		return false;
	for (i = n; i > 0 && s->events[i - 1].change->commit == c->commit;)
		i--;
	for (; i < s->len; i++) {
		d = s->events[i].change;
		if (d->commit != c->commit)
			break;
		if (i == n || (same = text_of(s, d, &other)) == NULL ||
		    strcmp(same, path) != 0)
			continue;
		if (other == NULL || strcmp(other, own) == 0)
			return true;
	}
	return false;
}

static const char *
what(const struct show *s, const struct change *c)
{
	const struct run *r = s->run;
	const char *lang, *path = text_of(s, c, &lang);

	if (path != NULL && strcmp(path, "body") == 0)
		return lang == NULL || strcmp(lang, lang_code(r->opt.lang)) ==
		    0 ? pick(r, "text changed", "本文を変更") :
		    arena_printf(r->arena, pick(r, "text changed (%s)",
		    "本文を変更（%s）"), lang);
	switch (c->what) {
	case CHANGE_ADDED:
		return arena_printf(r->arena, pick(r, "in %s", "%s"), c->to);
	case CHANGE_FIELD:
		return arena_printf(r->arena, "%s: %s → %s",
		    show_label(r, s->rec, c->field), was(s, c->field,
		    c->from), was(s, c->field, c->to));
	case CHANGE_MOVED:
		return arena_printf(r->arena, pick(r, "moved to %s",
		    "移動: %s"), c->to);
	case CHANGE_RENAMED:
		return arena_printf(r->arena, pick(r, "id changed from %s",
		    "id の変更: 旧 %s"), c->from);
	case CHANGE_GONE:
		return pick(r, "removed", "削除");
	case CHANGE_BODY:
	case CHANGE_UNKNOWN:
		break;
	}
	return pick(r, "changed, what is unknown: the text is not in this "
	    "clone", "変更（内容は不明: このクローンに本文がありません）");
}

static void
event(const struct show *s, struct buf *out, const struct show_event *e)
{
	const struct run *r = s->run;
	const char *mark = e->mark == NULL ? "" : word(r,
	    arena_printf(r->arena, "life.%s", e->mark)), *more = "";

	if (e->slip > 0)
		more = arena_printf(r->arena, pick(r, " %d days%s",
		    " %d日%s"), e->slip, e->late <= 0 ? "" :
		    arena_printf(r->arena, pick(r,
		    ", %d days after it had passed", "（%d日超過後）"),
		    e->late));
	item(out, arena_printf(r->arena, "%s%s%s%s", mark, more,
	    e->mark == NULL ? "" : pick(r, ": ", "："), what(s, e->change)),
	    4);
}

static void
life(const struct show *s, struct buf *out)
{
	const struct run *r = s->run;
	const struct commit *last = NULL;
	char day[11];

	heading(r, out, "Life", "経過");
	if (r->timelines == NULL)
		item(out, pick(r, "unknown: history was not read",
		    "不明: 履歴を読んでいません"), 2);
	else if (s->len == 0)
		item(out, r->timelines->whole ? pick(r,
		    "not committed yet", "まだコミットされていません") :
		    pick(r, "unknown: history is not whole",
		    "不明: 履歴が完全ではありません"), 2);
	for (size_t i = 0; i < s->len; i++) {
		const struct change *c = s->events[i].change;

		if (is_told_elsewhere(s, i))
			continue;
		if (c->commit != last)
			item(out, arena_printf(r->arena, "%s  %.7s  %s",
			    date_print(c->commit->day, day), c->commit->id,
			    c->author_name), 2);
		last = c->commit;
		event(s, out, &s->events[i]);
	}
}

void
show_text(const struct show *s, struct buf *out)
{
	const struct run *r = s->run;
	const struct record *rec = s->rec;
	const char *kind = rec->kind->label[r->opt.lang];

	buf_addf(out, "%s%s%s  ", r->opt.color ? "\033[1m" : "", rec->id,
	    r->opt.color ? "\033[0m" : "");
	term_wrap(out, arena_printf(r->arena, pick(r, "%s  (%s)",
	    "%s（%s）"), record_title(rec, r->opt.lang), kind == NULL ?
	    rec->kind->name : kind), strlen(rec->id) + 2, 2);
	buf_addc(out, '\n');
	item(out, arena_printf(r->arena, "%s:%u", rec->doc->path,
	    rec->at.line), 2);
	heading(r, out, "Fields", "項目");
	fields(r, out, rec);
	findings(s, out);
	next(s, out);
	links(s, out);
	life(s, out);
}

/* ---- JSON ---- */

static struct json *
value_json(const struct yaml *y)
{
	struct json *j;

	if (y->type == YAML_SCALAR)
		return json_new_str(y->s);
	j = y->type == YAML_MAP ? json_new_object() : json_new_array();
	for (const struct yaml *m = y->first; m != NULL; m = m->next)
		if (m->key != NULL)
			json_set(j, m->key, value_json(m));
		else
			json_add(j, value_json(m));
	return j;
}

static struct json *
event_json(const struct show_event *e)
{
	static const char *const kinds[] = {
		[CHANGE_ADDED] = "added", [CHANGE_FIELD] = "changed",
		[CHANGE_BODY] = "body", [CHANGE_MOVED] = "moved",
		[CHANGE_GONE] = "gone", [CHANGE_UNKNOWN] = "unknown",
		[CHANGE_RENAMED] = "renamed",
	};
	const struct change *c = e->change;
	struct json *j = json_new_object();
	char day[11];

	json_set_str(j, "what", kinds[c->what]);
	json_set_str(j, "mark", e->mark);
	json_set_str(j, "day", c->commit->day == DATE_NONE ? NULL :
	    date_print(c->commit->day, day));
	json_set_str(j, "commit", c->commit->id);
	json_set_str(j, "author", c->author_name);
	json_set_str(j, "committer", c->commit->committer_name);
	json_set_str(j, "field", c->field);
	json_set_str(j, "from", c->from);
	json_set_str(j, "to", c->to);
	if (e->slip > 0) {
		json_set_int(j, "slip", e->slip);
		json_set_int(j, "late", e->late);
	}
	return j;
}

static struct json *
links_json(const struct show *s)
{
	const struct run *r = s->run;
	struct json *list = json_new_array(), *j;

	for (size_t i = 0; i < r->model->ref_len; i++) {
		const struct reference *ref = &r->model->refs[i];

		if (ref->dst == NULL ||
		    (ref->src != s->rec && ref->dst != s->rec))
			continue;
		j = json_new_object();
		json_set_str(j, "from", ref->src->id);
		json_set_str(j, "field", ref->field);
		json_set_str(j, "to", ref->dst->id);
		json_add(list, j);
	}
	return list;
}

static struct json *
finding_json(const struct run *r, const struct diag *d)
{
	struct json *j = json_new_object();

	json_set_str(j, "code", d->head->code);
	json_set_str(j, "severity", diag_level_name(d->level, LANG_EN));
	json_set_str(j, "message", d->message[r->opt.lang]);
	json_set_str(j, "help", d->help[r->opt.lang]);
	json_set_str(j, "waived_by", d->waived);
	return j;
}

static struct json *
due_json_of(const struct run *r, const struct show_due *d)
{
	struct json *j = json_new_object();

	json_set_str(j, "due", d->item->due_text);
	json_set_int(j, "days", d->item->due - r->asof);
	json_set_str(j, "field", d->item->field);
	json_set_str(j, "what", d->item->what);
	json_set_str(j, "owner", d->item->owner);
	if (d->then != NULL)
		json_set(j, "then", finding_json(r, d->then));
	return j;
}

void
show_json(const struct show *s, struct buf *out)
{
	const struct run *r = s->run;
	const struct record *rec = s->rec;
	struct json *j = json_new_object(), *fs = json_new_object();
	struct json *ds = json_new_array(), *events = json_new_array();
	struct json *due = json_new_array();
	const struct yaml *y;

	json_set_str(j, "id", rec->id);
	json_set_str(j, "kind", rec->kind->name);
	json_set_str(j, "path", rec->doc->path);
	json_set_int(j, "line", rec->at.line);
	for (size_t i = 0; i < rec->kind->len; i++)
		if ((y = record_get(rec, rec->kind->fields[i].name)) != NULL)
			json_set(fs, rec->kind->fields[i].name,
			    value_json(y));
	json_set(j, "fields", fs);
	json_set(j, "links", links_json(s));
	for (size_t i = 0; i < diags_len(r->diags); i++)
		if (is_of(s, diags_at(r->diags, i)))
			json_add(ds, finding_json(r, diags_at(r->diags, i)));
	json_set(j, "findings", ds);
	for (size_t i = 0; i < s->due_len; i++)
		json_add(due, due_json_of(r, &s->due[i]));
	json_set(j, "due", due);
	for (size_t i = 0; i < s->len; i++)
		json_add(events, event_json(&s->events[i]));
	json_set(j, "history_known", json_new_bool(r->timelines != NULL &&
	    r->timelines->whole));
	json_set(j, "history", events);
	json_dump(j, out);
}
