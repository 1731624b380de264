#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/redline.h"
#include "base/utf8.h"
#include "cmd/diff.h"
#include "cmd/run.h"
#include "load/load.h"
#include "load/yaml.h"
#include "model/compare.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/store.h"

#define AROUND	48	/* characters beside a change */

/*
 * What a change means.  Which facts of a record are told, and how, is
 * diff.yaml of the standard; here they are asked for and laid out.
 */

static const char *
said(const struct run *r, const struct yaml *y, const char *key)
{
	const char *s = standard_say(r->standard, yaml_get(y, key),
	    r->opt.lang);

	return s == NULL ? "" : s;
}

static void
add_row(struct run *r, struct diff_section *s, struct query *q,
    const char *line)
{
	size_t n = query_columns(q);
	struct diag_word *words = arena_alloc(r->arena, n * sizeof(*words));
	struct diff_row *row;
	const char *value;

	s->rows = arena_grow(r->arena, s->rows, s->len, sizeof(*s->rows));
	row = &s->rows[s->len++];
	row->len = n;
	row->names = arena_alloc(r->arena, n * sizeof(*row->names));
	row->values = arena_alloc(r->arena, n * sizeof(*row->values));
	for (size_t i = 0; i < n; i++) {
		value = query_text(q, i);
		row->names[i] = words[i].name = arena_str(r->arena,
		    query_name(q, i));
		row->values[i] = value == NULL ? NULL :
		    arena_str(r->arena, value);
		words[i].value = value == NULL ? "\xe2\x80\x94" :
		    row->values[i];
	}
	row->line = diag_fill(r->arena, line, words, n);
}

static int
section(struct diff *d, const struct yaml *y)
{
	struct run *r = d->run;
	struct diff_section s = { .name = yaml_str(y, "name"),
	    .tone = yaml_str(y, "tone"), .title = said(r, y, "title") };
	const char *error = NULL, *sql = yaml_str(y, "query");
	struct query *q = query_open(r->store, sql, QUERY_OURS, &error);
	int rc;

	if (q == NULL)
		return complain(EXIT_FAULT, "diff %s: %s", s.name, error);
	while ((rc = query_step(q)) == 1)
		add_row(r, &s, q, said(r, y, "line"));
	if (rc != 0)
		rc = complain(EXIT_FAULT, "diff %s: %s", s.name,
		    query_error(q));
	query_close(q);
	if (s.len == 0)
		return rc;
	d->sections = arena_grow(r->arena, d->sections, d->section_len,
	    sizeof(*d->sections));
	d->sections[d->section_len++] = s;
	return rc;
}

static void
add_prose(struct diff *d, const struct pair *p)
{
	struct run *r = d->run;
	const struct doc *old = p->from->doc, *now = p->to->doc;
	struct diff_prose *x;

	d->prose = arena_grow(r->arena, d->prose, d->prose_len,
	    sizeof(*d->prose));
	x = &d->prose[d->prose_len++];
	x->id = p->to->id;
	x->title = record_title(p->to, r->opt.lang);
	x->path = now->path;
	x->words = redline(r->arena, old->body, old->body_len, now->body,
	    now->body_len);
}

/* Records that differ, and prose of those whose text does. */
static void
edits(struct diff *d)
{
	const struct comparison *c = d->run->comparison;
	const struct pair *last = NULL;

	for (size_t i = 0; i < c->edit_len; i++) {
		const struct edit *e = &c->edits[i];

		d->edited += e->pair != last;
		last = e->pair;
		if (e->what == EDIT_BODY)
			add_prose(d, e->pair);
	}
}

static void
findings(struct diff *d)
{
	struct run *r = d->run;

	gate_judge(r);
	for (size_t i = 0; i < diags_len(r->diags); i++) {
		const struct diag *g = diags_at(r->diags, i);

		if (g->waived != NULL || g->level == DIAG_OFF)
			continue;
		d->came = arena_grow(r->arena, d->came, d->came_len,
		    sizeof(*d->came));
		d->came[d->came_len++] = g;
	}
	d->went = r->delta->went;
	d->went_len = r->delta->gone;
}

static int
gather(struct diff *d)
{
	const struct yaml *y = standard_diff(d->run->arena, d->run->standard);
	int rc = EXIT_DONE;

	findings(d);
	edits(d);
	for (y = y == NULL ? NULL : y->first; y != NULL && rc == EXIT_DONE;
	    y = y->next)
		rc = section(d, y);
	return rc;
}

/* ---- excerpts ---- */

struct shown {
	diff_put	*put;
	void		*data;
};

/* White space made single. */
static void
show(const struct shown *w, int op, const char *s, size_t len)
{
	struct buf b = BUF_INIT;
	size_t from = 0, gap = 0;

	for (size_t i = 0; i < len; i++)
		if (strchr(" \t\r\n", s[i]) == NULL)
			buf_addc(&b, s[i]);
		else if (b.len == 0 || b.s[b.len - 1] != ' ')
			buf_addc(&b, ' ');
	/* A change begins and ends with a word. */
	if (op != REDLINE_SAME && b.len > 0 && *b.s == ' ')
		from = 1, w->put(w->data, REDLINE_SAME, " ", 1);
	if (op != REDLINE_SAME && b.len > from && b.s[b.len - 1] == ' ')
		b.len--, gap = 1;
	if (b.len > from)
		w->put(w->data, op, b.s + from, b.len - from);
	if (gap > 0)
		w->put(w->data, REDLINE_SAME, " ", gap);
	buf_done(&b);
}

/* The bytes of the first n characters, or those in front of the last n. */
static size_t
head(const char *s, size_t len, size_t n)
{
	size_t i = 0;
	uint32_t c;

	while (n-- > 0 && i < len)
		i += utf8_get(s + i, len - i, &c);
	return i;
}

static size_t
tail(const char *s, size_t len, size_t n)
{
	size_t all = utf8_count(s, len);

	return all <= n ? 0 : head(s, len, all - n);
}

bool
diff_excerpt(const struct redline *r, size_t *at, diff_put *put, void *data)
{
	struct shown w = { put, data };
	const struct redline_piece *p = r->pieces + *at;
	const struct redline_piece *end = r->pieces + r->len;
	size_t cut;

	if (p < end && p->op == REDLINE_SAME && p + 1 < end) {
		cut = tail(p->s, p->len, AROUND);
		if (cut > 0)
			w.put(w.data, REDLINE_SAME, "\xe2\x80\xa6", 3);
		show(&w, REDLINE_SAME, p->s + cut, p->len - cut);
		p++;
	}
	if (p == end || p->op == REDLINE_SAME)
		return false;
	for (; p < end; p++) {
		if (p->op != REDLINE_SAME) {
			show(&w, p->op, p->s, p->len);
			continue;
		}
		if (p + 1 < end && utf8_count(p->s, p->len) <= 2 * AROUND) {
			show(&w, REDLINE_SAME, p->s, p->len);
			continue;
		}
		cut = head(p->s, p->len, AROUND);
		show(&w, REDLINE_SAME, p->s, cut);
		if (cut < p->len)
			w.put(w.data, REDLINE_SAME, "\xe2\x80\xa6", 3);
		break;
	}
	*at = (size_t)(p - r->pieces);
	return true;
}

/* ---- the command ---- */

/* "BASE", "BASE..HEAD": what is compared with what. */
static const char *
ends(struct run *r)
{
	const char *arg = r->opt.args[0], *dots = strstr(arg, "..");

	if (dots == NULL)
		return arg;
	r->opt.rev = dots + 2 + (dots[2] == '.');
	if (*r->opt.rev == '\0')
		r->opt.rev = "HEAD";
	return dots == arg ? "HEAD" :
	    arena_dup(r->arena, arg, (size_t)(dots - arg));
}

static int
print(struct diff *d, const char *format)
{
	struct buf b = BUF_INIT;

	if (strcmp(format, "json") == 0)
		diff_json(d, &b);
	else if (strcmp(format, "markdown") == 0)
		diff_markdown(d, &b);
	else
		diff_text(d, &b);
	return deliver(&b, d->run->unable ? EXIT_UNABLE : EXIT_DONE);
}

int
cmd_diff(struct run *r)
{
	const char *f = r->opt.format == NULL ? "text" : r->opt.format;
	struct run base = { .arena = NULL };
	struct diff d = { .run = r };
	int rc;

	if (r->opt.arg_len != 1)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "diff takes one argument: BASE or BASE..HEAD",
		    "diff の引数は一つ（BASE または BASE..HEAD）です"));
	if (strcmp(f, "text") != 0 && strcmp(f, "markdown") != 0 &&
	    strcmp(f, "json") != 0)
		return complain(EXIT_USAGE, pick(r,
		    "there is no format '%s' here: text, markdown, json",
		    "ここでは形式 '%s' は使えません: text, markdown, json"), f);
	r->outlines = true;
	if ((rc = compile_against(r, &base, ends(r))) == EXIT_DONE) {
		if (base.store == NULL)
			rc = complain(EXIT_UNABLE, pick(r,
			    "there is no ISMS that can be read in %.10s",
			    "%.10s には読み取れる ISMS がありません"),
			    r->branch.base);
		else if ((rc = gather(&d)) == EXIT_DONE)
			rc = print(&d, f);
	}
	run_reset(&base);
	return rc;
}
