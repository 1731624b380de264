#include <string.h>

#include "base/arena.h"
#include "book/book.h"
#include "book/part.h"
#include "diag/diag.h"
#include "history/history.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/model.h"
#include "model/standard.h"
#include "rules/baseline.h"
#include "rules/rules.h"
#include "store/store.h"

static bool
is(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

static const char *
number(struct part *p, size_t n)
{
	return arena_printf(p->arena, "%zu", n);
}

static const char *
setting(struct part *p, const char *key)
{
	const char *s = yaml_str(yaml_get(p->in->model->config->yaml,
	    "manual"), key);

	return s != NULL ? s : "";
}

static void
pair(struct part *p, struct node *cols, const char *key, const char *value)
{
	if (value != NULL && *value != '\0')
		node_text(p->arena, part_pair(p, cols, part_label(p, key)),
		    value);
}

/* Organisation, title, number: what a title page says. */
void
front_cover(struct part *p, struct node *up, const struct yaml *spec)
{
	const struct yaml *about = p->in->model->standard->about;
	const char *title = standard_said(p->in->model->standard, "about",
	    about, "edition_title", p->lang);
	struct node *cover = node_child(p->arena, up, NODE_COVER), *cols;
	const struct yaml *own = value_of(p,
	    yaml_get(p->in->model->config->yaml, "manual"), "subtitle");

	if (own != NULL && own->s != NULL && *own->s != '\0')
		part_para(p, cover, own->s);
	if (title != NULL)
		part_para(p, cover, title);
	cols = node_child(p->arena, cover, NODE_COLUMNS);
	pair(p, cols, "document_number", setting(p, "number"));
	pair(p, cols, "version", setting(p, "version"));
	pair(p, cols, "approved_on", part_value(p, up,
	    yaml_str(spec, "approved")));
	pair(p, cols, "classification", part_word_or(p,
	    arena_printf(p->arena, "manual.class_%s",
	    setting(p, "classification")), setting(p, "classification")));
	pair(p, cols, "manual.as_of", part_day(p, p->in->asof));
}

/* The facts of the control page. */
void
front_facts(struct part *p, struct node *up, const struct yaml *spec)
{
	const struct yaml *title = value_of(p,
	    yaml_get(p->in->model->config->yaml, "manual"), "title");
	struct node *cols = node_child(p->arena, up, NODE_COLUMNS), *cell, *n;
	struct query *q;
	const struct diags *ds = p->in->diags;

	pair(p, cols, "title", title != NULL && title->s != NULL ? title->s :
	    "");
	pair(p, cols, "organization", p->in->model->config->name[p->lang]);
	pair(p, cols, "document_number", setting(p, "number"));
	pair(p, cols, "version", setting(p, "version"));
	pair(p, cols, "classification", part_word_or(p,
	    arena_printf(p->arena, "manual.class_%s",
	    setting(p, "classification")), setting(p, "classification")));
	if (*setting(p, "owner") != '\0')
		value_ref(p, part_pair(p, cols, part_label(p, "owner")),
		    setting(p, "owner"), false);
	pair(p, cols, "manual.as_of", part_day(p, p->in->asof));
	q = part_query(p, up, yaml_str(spec, "query"));
	while (q != NULL && query_step(q) == 1) {
		const char *word = query_get(q, "word"),
		    *value = query_get(q, "value");

		if (word != NULL && value != NULL)
			pair(p, cols, arena_str(p->arena, word),
			    arena_str(p->arena, value));
	}
	query_close(q);
	cell = part_pair(p, cols, part_word(p, "manual.made_from"));
	if (p->in->commit[0] == '\0') {
		node_text(p->arena, cell, part_word(p, "manual.no_commit"));
	} else {
		n = node_child(p->arena, cell, NODE_LITERAL);
		n->text = p->in->commit;
		if (p->in->dirty)
			node_text(p->arena, cell, arena_printf(p->arena,
			    " (%s)", part_word(p, "manual.dirty")));
	}
	cell = part_pair(p, cols, part_word(p, "manual.state"));
	node_text(p->arena, cell, part_fill(p, "manual.counts",
	    "errors", number(p, diags_count(ds, DIAG_ERROR)),
	    "warnings", number(p, diags_count(ds, DIAG_WARNING)),
	    "notes", number(p, diags_count(ds, DIAG_NOTE)), NULL));
}

static void
bullet(struct part *p, struct node *list, const char *text)
{
	part_para(p, node_child(p->arena, list, NODE_ITEM), text);
}

/* What was not judged, and why; what was switched off, and why. */
void
front_judged(struct part *p, struct node *up)
{
	const struct timelines *tl = p->in->timelines;
	const struct config *c = p->in->model->config;
	const struct ruleset *rules = p->in->rules;
	struct node *list = node_child(p->arena, up, NODE_LIST);
	size_t i, n = 0;

	list->tight = true;
	for (i = 0; rules != NULL && i < rules->len; i++)
		n += rules->rules[i].profile > c->profile;
	if (n > 0)
		bullet(p, list, part_fill(p, "manual.above_profile",
		    "n", number(p, n), NULL));
	if (tl == NULL)
		bullet(p, list, part_word(p, "manual.history_not_read"));
	else if (!tl->whole)
		bullet(p, list, tl->cut[p->lang]);
	for (i = 0; i < c->override_len; i++)
		bullet(p, list, part_fill(p, "manual.override",
		    "code", c->overrides[i].code, "level",
		    diag_level_name(c->overrides[i].level, p->lang),
		    "reason", c->overrides[i].reason != NULL ?
		    c->overrides[i].reason : "\xe2\x80\x94", NULL));
	for (i = n = 0; i < diags_len(p->in->diags); i++)
		n += diags_at(p->in->diags, i)->held;
	if (n > 0 && p->in->baseline != NULL)
		bullet(p, list, part_fill(p, "manual.baseline", "n",
		    number(p, n), "day", p->in->baseline->until, "reason",
		    p->in->baseline->reason, NULL));
	if (p->in->dirty)
		bullet(p, list, part_word(p, "manual.dirty_note"));
	bullet(p, list, part_word(p, "manual.cannot_judge"));
}

/* What a clause asks, in our words. */
void
front_clause(struct part *p, struct node *up, const char *no)
{
	const struct yaml *y = p->in->model->standard->clauses;
	const char *s = NULL;
	struct node *note;

	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		if (is(yaml_str(y, "no"), no))
			break;
	if (y == NULL)
		return;
	s = standard_said(p->in->model->standard, "clauses", y, "ask",
	    p->lang);
	if (s == NULL)
		return;
	note = node_child(p->arena, up, NODE_NOTE);
	note->tone = TONE_MUTED;
	note->text = part_fill(p, "manual.what_is_asked", "no", no, NULL);
	part_para(p, note, s);
}
