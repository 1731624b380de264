#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"
#include "cmd/run.h"
#include "diag/text.h"
#include "history/history.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"
#include "store/store.h"
#include "model/standard.h"

/*
 * The life of one record: what it says, what it is linked with, what is
 * wrong with it and what to do, and what git knows of it.
 */

static void
heading(const struct run *r, struct buf *out, const char *en, const char *ja)
{
	buf_addf(out, "\n%s%s%s\n", r->opt.color ? "\033[1m" : "",
	    pick(r, en, ja), r->opt.color ? "\033[0m" : "");
}

static void
safe(struct buf *out, const char *s)
{
	utf8_safe(out, s, strlen(s));
}

/* How a single value of a field reads to the reader. */
static const char *
reads(const struct run *r, const struct field *f, const char *s)
{
	const char *key, *level;

	if (f == NULL)
		return s;
	switch (f->type) {
	case FIELD_STR:
		key = arena_printf(r->arena, "manual.level_%s", s);
		level = word(r, key);
		return level == key ? s : level;
	case FIELD_CHOICE:
		return field_choice(f, s, r->opt.lang);
	case FIELD_DURATION:
		return standard_span(r->arena, r->standard, s, r->opt.lang);
	case FIELD_BOOL:
		if (strcmp(s, "true") != 0 && strcmp(s, "false") != 0)
			return s;
		return standard_yes(r->arena, r->standard, f->name, *s == 't',
		    r->opt.lang);
	default:
		return s;
	}
}

/* A value on one line; the title of a record behind its id. */
static void
value(const struct run *r, struct buf *out, const struct field *f,
    const struct yaml *y)
{
	const struct field *sub;
	const struct record *to;

	if (y->type == YAML_SCALAR) {
		safe(out, reads(r, f, y->s));
		if ((to = model_find(r->model, y->s)) != NULL) {
			buf_addc(out, ' ');
			safe(out, record_title(to, r->opt.lang));
		}
		return;
	}
	for (const struct yaml *m = y->first; m != NULL; m = m->next) {
		sub = m->key == NULL || f == NULL ? f : field_part(f, m->key);
		if (m != y->first)
			buf_adds(out, pick(r, y->type == YAML_MAP ? ", " :
			    "; ", y->type == YAML_MAP ? "、" : "；"));
		if (m->key != NULL)
			buf_addf(out, "%s: ", sub == NULL ? m->key :
			    sub->label[r->opt.lang]);
		value(r, out, sub, m);
	}
}

static void
fields(const struct run *r, struct buf *out, const struct record *rec)
{
	const struct kind *k = rec->kind;
	const struct yaml *y;

	for (size_t i = 0; i < k->len; i++) {
		const struct field *f = &k->fields[i];

		if (strcmp(f->name, "id") == 0 ||
		    strcmp(f->name, "kind") == 0 ||
		    strncmp(f->name, "title", 5) == 0 ||
		    (y = record_get(rec, f->name)) == NULL)
			continue;
		buf_addf(out, "  %s: ", f->label[r->opt.lang]);
		if (strcmp(f->name, "status") == 0 && y->type == YAML_SCALAR)
			safe(out, kind_state_label(k, y->s, r->opt.lang));
		else
			value(r, out, f, y);
		buf_addc(out, '\n');
	}
}

/* A field by its label; the path itself when the kind has no such field. */
static const char *
field_label(const struct run *r, const struct record *rec, const char *path)
{
	const struct field *f = kind_path(rec->kind, path), *whole;
	const char *dot = strpbrk(path, ".[");

	if (strcmp(path, "body") == 0)
		return word(r, "manual.in_the_text");
	if (f == NULL)
		return path;
	whole = dot == NULL ? f : kind_field(rec->kind, arena_dup(r->arena,
	    path, (size_t)(dot - path)));
	return whole == NULL || whole == f ? f->label[r->opt.lang] :
	    arena_printf(r->arena, pick(r, "%s: %s", "%s：%s"),
	    whole->label[r->opt.lang], f->label[r->opt.lang]);
}

static void
links(const struct run *r, struct buf *out, const struct record *rec)
{
	bool any = false;

	for (size_t i = 0; i < r->model->ref_len; i++) {
		const struct reference *ref = &r->model->refs[i];
		const struct record *other;

		if (ref->dst == NULL || (ref->src != rec && ref->dst != rec))
			continue;
		if (!any)
			heading(r, out, "Links", "リンク");
		any = true;
		other = ref->src == rec ? ref->dst : ref->src;
		buf_addf(out, "  %s %s ", ref->src == rec ? "→" : "←",
		    other->id);
		safe(out, record_title(other, r->opt.lang));
		buf_addf(out, pick(r, " (%s)\n", "（%s）\n"),
		    field_label(r, ref->src, ref->field));
	}
}

static void
findings(const struct run *r, struct buf *out, const struct record *rec)
{
	enum lang l = r->opt.lang;
	bool any = false;

	for (size_t i = 0; i < diags_len(r->diags); i++) {
		const struct diag *d = diags_at(r->diags, i);

		if (d->record == NULL || strcmp(d->record, rec->id) != 0)
			continue;
		if (!any)
			heading(r, out, "Findings", "指摘");
		any = true;
		buf_addf(out, "  %s: ", diag_level_name(d->level, l));
		safe(out, d->message[l]);
		buf_addf(out, " [%s]%s%s\n", d->head->code, d->waived != NULL ?
		    pick(r, ", waived by ", "、適用免除 ") : "",
		    d->waived != NULL ? d->waived : "");
		if (d->help[l] != NULL) {
			buf_adds(out, "    = ");
			safe(out, d->help[l]);
			buf_addc(out, '\n');
		}
	}
}

/* An earlier or later value of a field, which history keeps as text. */
static const char *
was(const struct run *r, const struct record *rec, const char *path,
    const char *s)
{
	if (s == NULL)
		return "—";
	if (strcmp(path, "status") == 0)
		return kind_state_label(rec->kind, s, r->opt.lang);
	return reads(r, kind_path(rec->kind, path), s);
}

/* What is due next, from the standard's view. */
static void
due(const struct run *r, struct buf *out, const struct record *rec)
{
	const char *error = NULL;
	struct query *q = query_open(r->store,
	    "SELECT due, what, days(asof(), due) AS days FROM due "
	    "WHERE id = ?1 AND due IS NOT NULL ORDER BY due", QUERY_OURS, &error);
	bool any = false;
	int days;

	if (q == NULL)
		return;
	query_bind(q, 1, rec->id);
	while (query_step(q) == 1) {
		if (!any)
			heading(r, out, "Due next", "次の期限");
		any = true;
		days = atoi(query_get(q, "days"));
		buf_addf(out, "  %s  %s, ", query_get(q, "due"),
		    word(r, arena_printf(r->arena, "due.%s",
		    query_get(q, "what"))));
		buf_addf(out, days < 0 ? pick(r, "%d days late\n",
		    "%d日超過\n") : pick(r, "%d days left\n",
		    "あと%d日\n"), abs(days));
	}
	query_close(q);
}

static void
change(const struct run *r, struct buf *out, const struct record *rec,
    const struct change *c)
{
	char day[11];

	buf_addf(out, "  %s  %.7s  ", date_print(c->commit->day, day),
	    c->commit->id);
	switch (c->what) {
	case CHANGE_ADDED:
		buf_adds(out, pick(r, "recorded in ", "登録: "));
		safe(out, c->to);
		break;
	case CHANGE_FIELD:
		safe(out, field_label(r, rec, c->field));
		buf_adds(out, ": ");
		safe(out, was(r, rec, c->field, c->from));
		buf_adds(out, " → ");
		safe(out, was(r, rec, c->field, c->to));
		break;
	case CHANGE_BODY:
		buf_adds(out, pick(r, "text changed", "本文を変更"));
		break;
	case CHANGE_MOVED:
		buf_adds(out, pick(r, "moved to ", "移動: "));
		safe(out, c->to);
		break;
	case CHANGE_RENAMED:
		buf_adds(out, pick(r, "id changed from ", "id の変更: 旧 "));
		safe(out, c->from);
		break;
	case CHANGE_GONE:
		buf_adds(out, pick(r, "removed", "削除"));
		break;
	case CHANGE_UNKNOWN:
		buf_adds(out, pick(r, "changed, what is unknown: the text is "
		    "not in this clone", "変更（内容は不明: このクローンに本文がありま"
		    "せん）"));
		break;
	}
	buf_adds(out, pick(r, "  (", "（"));
	safe(out, c->author_name);
	buf_adds(out, pick(r, ")\n", "）\n"));
}

static void
life(const struct run *r, struct buf *out, const struct record *rec)
{
	const struct change *c;
	size_t n;

	heading(r, out, "Life", "経過");
	if (r->timelines == NULL) {
		buf_addf(out, "  %s\n", pick(r, "unknown: history was not read",
		    "不明: 履歴を読んでいません"));
		return;
	}
	c = history_of(r->timelines, rec->id, &n);
	if (n == 0)
		buf_addf(out, "  %s\n", r->timelines->whole ?
		    pick(r, "not committed yet", "まだコミットされていません") :
		    pick(r, "unknown: history is not whole",
		    "不明: 履歴が完全ではありません"));
	for (size_t i = 0; i < n; i++)
		change(r, out, rec, &c[i]);
}

static void
text(const struct run *r, struct buf *out, const struct record *rec)
{
	const char *kind = rec->kind->label[r->opt.lang];

	buf_addf(out, "%s%s%s  ", r->opt.color ? "\033[1m" : "", rec->id,
	    r->opt.color ? "\033[0m" : "");
	safe(out, record_title(rec, r->opt.lang));
	buf_addf(out, pick(r, "  (%s)\n  ", "（%s）\n  "), kind == NULL ? rec->kind->name : kind);
	safe(out, rec->doc->path);
	buf_addf(out, ":%u\n", rec->at.line);
	heading(r, out, "Fields", "項目");
	fields(r, out, rec);
	findings(r, out, rec);
	due(r, out, rec);
	links(r, out, rec);
	life(r, out, rec);
}

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
change_json(const struct change *c)
{
	static const char *const what[] = {
		[CHANGE_ADDED] = "added", [CHANGE_FIELD] = "changed",
		[CHANGE_BODY] = "body", [CHANGE_MOVED] = "moved",
		[CHANGE_GONE] = "gone", [CHANGE_UNKNOWN] = "unknown",
		[CHANGE_RENAMED] = "renamed",
	};
	struct json *j = json_new_object();
	char day[11];

	json_set_str(j, "what", what[c->what]);
	json_set_str(j, "day", c->commit->day == DATE_NONE ? NULL :
	    date_print(c->commit->day, day));
	json_set_str(j, "commit", c->commit->id);
	json_set_str(j, "author", c->author_name);
	json_set_str(j, "committer", c->commit->committer_name);
	json_set_str(j, "field", c->field);
	json_set_str(j, "from", c->from);
	json_set_str(j, "to", c->to);
	return j;
}

static struct json *
links_json(const struct run *r, const struct record *rec)
{
	struct json *list = json_new_array(), *j;

	for (size_t i = 0; i < r->model->ref_len; i++) {
		const struct reference *ref = &r->model->refs[i];

		if (ref->dst == NULL || (ref->src != rec && ref->dst != rec))
			continue;
		j = json_new_object();
		json_set_str(j, "from", ref->src->id);
		json_set_str(j, "field", ref->field);
		json_set_str(j, "to", ref->dst->id);
		json_add(list, j);
	}
	return list;
}

static void
as_json(const struct run *r, struct buf *out, const struct record *rec)
{
	struct json *j = json_new_object(), *fs = json_new_object();
	struct json *ds = json_new_array(), *life_list = json_new_array(), *d;
	const struct change *c = NULL;
	const struct yaml *y;
	size_t n = 0;

	json_set_str(j, "id", rec->id);
	json_set_str(j, "kind", rec->kind->name);
	json_set_str(j, "path", rec->doc->path);
	json_set_int(j, "line", rec->at.line);
	for (size_t i = 0; i < rec->kind->len; i++)
		if ((y = record_get(rec, rec->kind->fields[i].name)) != NULL)
			json_set(fs, rec->kind->fields[i].name,
			    value_json(y));
	json_set(j, "fields", fs);
	json_set(j, "links", links_json(r, rec));
	for (size_t i = 0; i < diags_len(r->diags); i++) {
		const struct diag *g = diags_at(r->diags, i);

		if (g->record == NULL || strcmp(g->record, rec->id) != 0)
			continue;
		d = json_new_object();
		json_set_str(d, "code", g->head->code);
		json_set_str(d, "severity",
		    diag_level_name(g->level, LANG_EN));
		json_set_str(d, "message", g->message[r->opt.lang]);
		json_set_str(d, "help", g->help[r->opt.lang]);
		json_set_str(d, "waived_by", g->waived);
		json_add(ds, d);
	}
	json_set(j, "findings", ds);
	if (r->timelines != NULL)
		c = history_of(r->timelines, rec->id, &n);
	for (size_t i = 0; i < n; i++)
		json_add(life_list, change_json(&c[i]));
	json_set(j, "history_known", json_new_bool(r->timelines != NULL &&
	    r->timelines->whole));
	json_set(j, "history", life_list);
	json_dump(j, out);
}

int
cmd_show(struct run *r)
{
	const char *f = r->opt.format == NULL ? "text" : r->opt.format;
	const struct record *rec;
	struct buf b = BUF_INIT;
	int rc;

	if (r->opt.arg_len != 1)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "show takes one argument: the id of a record",
		    "show の引数は一つ（記録の id）です"));
	if (strcmp(f, "text") != 0 && strcmp(f, "json") != 0)
		return complain(EXIT_USAGE, pick(r,
		    "there is no format '%s' here: text, json",
		    "ここでは形式 '%s' は使えません: text, json"), f);
	if ((rc = compile(r)) != EXIT_DONE)
		return rc;
	if ((rec = model_find(r->model, r->opt.args[0])) == NULL)
		return complain(EXIT_USAGE, pick(r,
		    "there is no record '%s'", "記録 '%s' はありません"),
		    r->opt.args[0]);
	if (strcmp(f, "json") == 0)
		as_json(r, &b, rec);
	else
		text(r, &b, rec);
	return deliver(&b, EXIT_DONE);
}
