#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cmd/explain.h"
#include "cmd/run.h"
#include "diag/diag.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/standard.h"
#include "rules/rules.h"

#define COUNT(array)	(sizeof(array) / sizeof(*(array)))

/* The reference that the documentation uses: all there is, in one order. */

static void
chapter(struct subject *s, const char *key)
{
	page_chapter(&s->page, say_word(&s->say, key, NULL));
}

/* The fields of every kind, as a kind without a name. */
static void
envelope(struct subject *s)
{
	static const char *const columns[] = {
		"explain.field", "explain.label", "explain.value",
		"explain.need"
	};
	const struct kind *k = s->say.standard->envelope;

	if (k == NULL)
		return;
	page_rows(&s->page, "explain.envelope", columns, COUNT(columns));
	for (size_t i = 0; i < k->len; i++) {
		const struct field *f = &k->fields[i];
		const char *cells[] = { f->name, f->label[s->say.lang],
		    say_type(&s->say, f), say_need(&s->say, k, f) };

		page_row(&s->page, cells, COUNT(cells));
	}
}

static void
codes(struct subject *s)
{
	static const char *const columns[] = { "explain.code",
	    "explain.severity", "explain.title", "explain.help" };
	enum lang l = s->say.lang;

	page_rows(&s->page, "explain.builtin", columns, COUNT(columns));
	for (int i = 0; i < D_COUNT; i++) {
		const struct diag_head *h = diag_head((enum diag_id)i);
		const char *cells[] = { h->code, diag_level_name(h->level, l),
		    h->message[l], h->help[l] };

		page_row(&s->page, cells, COUNT(cells));
	}
}

static void
title(struct subject *s)
{
	const struct yaml *about = s->say.standard->about;
	const char *t = standard_said(s->say.standard, "about", about,
	    "edition_title", s->say.lang);

	buf_addf(s->page.out, "# %s\n\n%s\n", t != NULL ? t :
	    s->say.standard->name, say_word(&s->say, "explain.about", NULL));
}

void
explain_everything(struct subject *s)
{
	const struct yaml *y;

	title(s);
	chapter(s, "explain.all_kinds");
	envelope(s);
	for (size_t i = 0; i < s->say.kind_len; i++)
		explain_kind(s, s->say.kinds[i]);
	chapter(s, "explain.all_clauses");
	y = s->say.standard->clauses;
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		explain_clause(s, y);
	y = s->say.standard->catalogue;
	if (y != NULL)
		chapter(s, "explain.all_controls");
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		explain_control(s, y);
	chapter(s, "explain.rules");
	for (size_t i = 0; i < s->rules->len; i++)
		explain_rule(s, &s->rules->rules[i]);
	chapter(s, "explain.all_builtin");
	codes(s);
	y = yaml_get(s->say.standard->about, "settings");
	if (y != NULL)
		chapter(s, "explain.all_settings");
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next)
		explain_setting(s, y);
	chapter(s, "explain.all_config");
	explain_config(s);
}
