#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/fs.h"
#include "cmd/run.h"
#include "diag/diag.h"
#include "rules/baseline.h"

/* What the call lacks, before anything is read. */
static int
look(const struct run *r, date_day *expires)
{
	if (r->opt.rev != NULL)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "baseline records the work tree: leave out --rev",
		    "baseline は作業ツリーを記録します。--rev を外してください"));
	if (r->opt.reason == NULL || *r->opt.reason == '\0' ||
	    r->opt.expires == NULL)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "baseline needs --reason TEXT and --expires YYYY-MM-DD",
		    "baseline には --reason 理由 と --expires YYYY-MM-DD が必要です"));
	if (!date_parse(r->opt.expires, expires))
		return complain(EXIT_USAGE, pick(r,
		    "--expires takes a day as YYYY-MM-DD, not '%s'",
		    "--expires は YYYY-MM-DD の日付です: '%s'"),
		    r->opt.expires);
	return EXIT_DONE;
}

static void
tell(const struct run *r, size_t kept, size_t never)
{
	if (r->opt.quiet)
		return;
	printf(pick(r, "%s: %zu finding%s held back until %s\n",
	    "%s: %zu 件%sの指摘を %s まで保留します\n"), BASELINE_FILE, kept,
	    r->opt.lang == LANG_EN && kept != 1 ? "s" : "", r->opt.expires);
	if (never > 0)
		printf(pick(r, "%zu that can never be held back remain; "
		    "ismsc check shows them\n",
		    "保留できない指摘が %zu 件残っています。ismsc check で確認できます\n"),
		    never);
}

int
cmd_baseline(struct run *r)
{
	date_day expires;
	struct baseline_plan plan = { r->opt.reason, r->opt.expires, 0, 0 };
	struct buf b = BUF_INIT;
	const char *path;
	int rc = look(r, &expires);

	if (rc != EXIT_DONE)
		return rc;
	/* What was held back before is recorded anew. */
	r->anew = r->outlines = r->heads = true;
	if ((rc = compile(r)) != EXIT_DONE)
		return rc;
	if (r->unable)
		return complain(EXIT_UNABLE, "%s", pick(r,
		    "the history is not whole, so there is more than is seen "
		    "here: nothing was recorded",
		    "履歴が完全でないため、すべての指摘を確認できません。何も記録していません"));
	if (expires < r->asof)
		return complain(EXIT_USAGE, pick(r,
		    "--expires %s has passed already",
		    "--expires %s はすでに過ぎています"), r->opt.expires);
	baseline_write(r->arena, r->diags, r->rules, r->standard, &plan, &b);
	path = arena_printf(r->arena, "%s/%s", r->root, BASELINE_FILE);
	rc = fs_replace(path, b.s, b.len);
	buf_done(&b);
	if (rc != 0)
		return complain(EXIT_UNABLE, "%s: %s", path, strerror(errno));
	tell(r, plan.kept, plan.never);
	return EXIT_DONE;
}
