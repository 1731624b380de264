#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/zone.h"
#include "cmd/run.h"
#include "history/history.h"
#include "load/source.h"
#include "model/compare.h"
#include "model/config.h"
#include "model/model.h"
#include "model/standard.h"
#include "rules/baseline.h"
#include "rules/rules.h"
#include "store/store.h"

/*
 * Two readings of one ISMS: where a change began, and where it stands.
 */

/* The clone does not hold what is asked for: how it is mended. */
static int
not_here(const struct run *r, const char *rev)
{
	if (repo_shallow(r->repo))
		return complain(EXIT_UNABLE, pick(r,
		    "where the change and '%s' parted is not in this clone: %s",
		    "変更が '%s' から分かれたコミットがこのクローンにありません: %s"),
		    rev, history_mend[r->opt.lang]);
	return complain(EXIT_UNABLE, pick(r,
	    "the commit of '%s' is not in this clone; fetch it: git fetch "
	    "origin, or fetch-depth: 0 in actions/checkout",
	    "'%s' のコミットがこのクローンにありません。git fetch origin を実行するか、"
	    "actions/checkout に fetch-depth: 0 を指定してください"), rev);
}

static bool
is_id(const char *s)
{
	size_t n = strspn(s, "0123456789abcdefABCDEF");

	return s[n] == '\0' && n >= 7;
}

static int
no_such(struct run *r, const char *rev)
{
	const char *near = arena_printf(r->arena, "origin/%s", rev);

	if (repo_resolve(r->repo, r->arena, near) != NULL)
		return complain(EXIT_USAGE, pick(r,
		    "there is no revision '%s' here; did you mean %s?",
		    "ここにリビジョン '%s' はありません。%s の誤りではありませんか"),
		    rev, near);
	if (repo_shallow(r->repo) || is_id(rev) ||
	    strncmp(rev, "origin/", 7) == 0)
		return not_here(r, rev);
	return complain(EXIT_USAGE, pick(r,
	    "there is no revision '%s' in this repository",
	    "このリポジトリにリビジョン '%s' はありません"), rev);
}

/* The commit where the change began. */
static int
find_base(struct run *r, const char *rev)
{
	const char *trunk;

	if (r->repo == NULL || r->commit[0] == '\0')
		return complain(EXIT_UNABLE, "%s", pick(r,
		    "a change is seen against a commit, and there is no git "
		    "history here",
		    "変更はコミットと比較しますが、ここには git の履歴がありません"));
	if ((trunk = repo_resolve(r->repo, r->arena, rev)) == NULL)
		return no_such(r, rev);
	switch (branch_read(r->repo, r->arena, trunk, r->commit,
	    zone_find(r->arena, r->config->zone), &r->branch)) {
	case BRANCH_FOUND:
		return EXIT_DONE;
	case BRANCH_APART:
		return complain(EXIT_USAGE, pick(r,
		    "'%s' and %s have no history in common; name the branch "
		    "that the change is to be merged into",
		    "'%s' と %s には共通の履歴がありません。変更のマージ先のブランチを"
		    "指定してください"), rev, r->opt.rev != NULL ? r->opt.rev :
		    "HEAD");
	case BRANCH_UNKNOWN:
		break;
	}
	return not_here(r, rev);
}

/* True when the base has an ISMS whose configuration can be read. */
static bool
has_isms(struct run *r, struct run *base)
{
	struct diags *ds = diags_new(r->arena);
	struct source *s = repo_source(r->repo, r->arena, ds, base->opt.rev,
	    r->prefix);
	bool found = s != NULL && config_read(r->arena, ds, s) != NULL;

	if (s != NULL && s->close != NULL)
		s->close(s);
	return found;
}

int
compile_against(struct run *r, struct run *base, const char *rev)
{
	int rc = compile_open(r);

	if (rc != EXIT_DONE || (rc = find_base(r, rev)) != EXIT_DONE)
		return rc;
	memset(base, 0, sizeof(*base));
	base->arena = r->arena;
	base->commit = "";
	base->opt = r->opt;
	base->outlines = r->outlines;
	base->opt.rev = r->branch.base;
	base->opt.asof = r->asof_text;
	r->base = base;
	r->own = r->config;
	if (has_isms(r, base)) {
		if ((rc = compile(base)) != EXIT_DONE)
			return rc;
		r->config = config_against(r->arena, base->config, r->own);
		r->written = r->baseline;
		r->baseline = base->baseline;
		r->standard = base->standard;
		r->rules = base->rules;
	} else
		base->diags = diags_new(r->arena);
	compile_judge(r);
	return EXIT_DONE;
}

/*
 * A waiver counts when it was in force before the change: nobody excuses his
 * own findings in the change that makes them.
 */
static void
recall_waivers(struct run *r)
{
	for (size_t i = 0; i < diags_len(r->diags); i++) {
		struct diag *d = diags_at(r->diags, i);

		if (d->waived != NULL && !d->held && !rules_waived(r->arena, r->rules,
		    r->base->model, r->base->store, d->head->code, d->record))
			d->waived = NULL;
	}
}

void
gate_judge(struct run *r)
{
	struct diag_delta *delta = arena_alloc(r->arena, sizeof(*delta));
	const struct run *base = r->base;

	if (base->store != NULL) {
		recall_waivers(r);
		rules_weakened(r->arena, r->diags, r->rules, base->model,
		    r->own, r->store);
		baseline_grown(r->arena, r->diags, base->baseline,
		    r->written, r->store);
		diags_sort(r->diags);
	}
	delta->base = r->branch.base;
	diags_compare(r->diags, base->diags, r->comparison == NULL ? NULL :
	    r->comparison->was, delta);
	r->delta = delta;
}
