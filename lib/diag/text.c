#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/width.h"
#include "diag/diag.h"
#include "diag/text.h"

/*
 * Compiler style, for people and for every editor that knows gcc:
 *
 *	path:line:col: error: message [CODE]
 *	   11 | due: 2026-09-30
 *	      |      ^~~~~~~~~~
 *	      = clause: what to do
 */

#define GUTTER		5
#define LINE_MAX_SHOWN	160

static const char *const paint[] = {
	[DIAG_OFF] = "",
	[DIAG_NOTE] = "\033[1;36m",
	[DIAG_WARNING] = "\033[1;33m",
	[DIAG_ERROR] = "\033[1;31m",
};

static void
tint(struct buf *out, const struct diag_style *st, const char *code)
{
	if (st->color)
		buf_adds(out, code);
}

static void
safe(struct buf *out, const char *s)
{
	utf8_safe(out, s, strlen(s));
}

/* The marker below the characters col to end - 1 of a line. */
static void
caret(struct buf *out, const struct diag *d, const char *line, size_t len)
{
	unsigned col = 1, n;
	size_t i = 0, used, shown = 0;
	uint32_t c;

	for (; i < len && col < d->at.col; col++, i += used) {
		used = utf8_get(line + i, len - i, &c);
		for (n = c == '\t' ? 1 : width_char(c); n > 0; n--)
			buf_addc(out, c == '\t' ? '\t' : ' ');
	}
	buf_addc(out, '^');
	for (; i < len && col < d->at.end && shown < LINE_MAX_SHOWN;
	    col++, i += used) {
		used = utf8_get(line + i, len - i, &c);
		for (n = width_char(c) - (col == d->at.col); n > 0; n--, shown++)
			buf_addc(out, '~');
	}
}

/* A source line as it is, but for what could move the cursor. */
static void
source_line(struct buf *out, const char *line, size_t len)
{
	size_t from = 0, i;

	for (i = 0; i < len; i++)
		if (line[i] == '\t') {
			utf8_safe(out, line + from, i - from);
			buf_addc(out, '\t');
			from = i + 1;
		}
	utf8_safe(out, line + from, len - from);
}

static void
excerpt(const struct diags *ds, const struct diag_style *st,
    const struct diag *d, struct buf *out)
{
	size_t len, offset;
	const char *line;

	if (d->at.line == 0 || d->at.col == 0 || (line = diags_line(ds,
	    d->at.path, d->at.line, &len, &offset)) == NULL)
		return;
	if (len > 1024 || utf8_count(line, len) > LINE_MAX_SHOWN)
		return;
	tint(out, st, "\033[2m");
	buf_addf(out, "%*u | ", GUTTER, d->at.line);
	tint(out, st, "\033[0m");
	source_line(out, line, len);
	buf_addc(out, '\n');
	tint(out, st, "\033[2m");
	buf_addf(out, "%*s | ", GUTTER, "");
	tint(out, st, "\033[0m");
	tint(out, st, paint[d->level]);
	caret(out, d, line, len);
	tint(out, st, "\033[0m");
	buf_addc(out, '\n');
}

static void
place(struct buf *out, const struct pos *at)
{
	if (at->path == NULL)
		buf_adds(out, "isms");
	else {
		/* A line that begins with these is a command to CI systems. */
		if (strncmp(at->path, "::", 2) == 0 ||
		    strncmp(at->path, "##", 2) == 0)
			buf_adds(out, "./");
		safe(out, at->path);
	}
	if (at->line > 0)
		buf_addf(out, ":%u", at->line);
	if (at->line > 0 && at->col > 0)
		buf_addf(out, ":%u", at->col);
	buf_adds(out, ": ");
}

static void
help_line(const struct diag_style *st, const struct diag *d, struct buf *out)
{
	const char *help = d->help[st->lang];
	bool clause = d->head->clause[0] != '\0';

	if (help == NULL && !clause)
		return;
	tint(out, st, "\033[2m");
	buf_addf(out, "%*s = ", GUTTER, "");
	tint(out, st, "\033[0m");
	if (clause)
		buf_addf(out, "%s%s%s", d->head->clause,
		    help != NULL ? ": " : "", "");
	if (help != NULL)
		safe(out, help);
	buf_addc(out, '\n');
}

static void
one(const struct diags *ds, const struct diag_style *st,
    const struct diag *d, struct buf *out)
{
	tint(out, st, "\033[1m");
	place(out, &d->at);
	tint(out, st, "\033[0m");
	tint(out, st, paint[d->level]);
	buf_addf(out, "%s: ", diag_level_name(d->level, st->lang));
	tint(out, st, "\033[0m");
	safe(out, d->message[st->lang]);
	if (d->before != DIAG_OFF)
		buf_addf(out, lang_pick(st->lang, " (%s before the change)",
		    "（変更前は%s）"),
		    diag_level_name(d->before, st->lang));
	buf_addf(out, " [%s]\n", d->head->code);
	excerpt(ds, st, d, out);
	help_line(st, d, out);
	if (d->also.path != NULL) {
		place(out, &d->also);
		buf_addf(out, "%s: ", diag_level_name(DIAG_NOTE, st->lang));
		safe(out, d->also_says[st->lang] != NULL ?
		    d->also_says[st->lang] : d->message[st->lang]);
		buf_addc(out, '\n');
	}
}

static void
many(struct buf *out, size_t n, const char *what, const char *then)
{
	buf_addf(out, "%zu %s%s%s", n, what, n == 1 ? "" : "s", then);
}

static void
counts(const struct diags *ds, const struct diag_summary *sum,
    enum lang lang, struct buf *out)
{
	size_t e = diags_count(ds, DIAG_ERROR);
	size_t w = diags_count(ds, DIAG_WARNING);
	size_t n = diags_count(ds, DIAG_NOTE);
	size_t waived = 0, held = 0;

	for (size_t i = 0; i < diags_len(ds); i++) {
		held += diags_at(ds, i)->held;
		waived += diags_at(ds, i)->waived != NULL &&
		    !diags_at(ds, i)->held;
	}
	if (lang != LANG_EN) {
		buf_addf(out, lang_pick(lang, "errors: %zu, warnings: %zu, "
		    "notes: %zu", "エラー %zu 件、警告 %zu 件、注記 %zu 件"),
		    e, w, n);
		if (waived > 0)
			buf_addf(out, lang_pick(lang, " (waived: %zu)",
			    "（適用免除 %zu 件）"), waived);
		if (held > 0)
			buf_addf(out, lang_pick(lang, " (until %s held: %zu)",
			    "（%s まで保留 %zu 件）"), sum->held_until, held);
		buf_addf(out, lang_pick(lang, "; judged as of %s, profile %s; "
		    "files: %zu, records: %zu, links: %zu, commits: %zu, "
		    "rules: %zu\n", "。判定基準日 %s、プロファイル %s。"
		    "ファイル %zu、記録 %zu、リンク %zu、コミット %zu、規則 %zu を確認\n"),
		    sum->asof, sum->profile, sum->files, sum->records,
		    sum->links, sum->commits, sum->rules);
		return;
	}
	many(out, e, "error", ", ");
	many(out, w, "warning", ", ");
	many(out, n, "note", "");
	if (waived > 0)
		buf_addf(out, " (%zu waived)", waived);
	if (held > 0)
		buf_addf(out, " (%zu held back until %s)", held,
		    sum->held_until);
	buf_addf(out, "; judged as of %s, profile %s: ", sum->asof,
	    sum->profile);
	many(out, sum->files, "file", ", ");
	many(out, sum->records, "record", ", ");
	many(out, sum->links, "link", ", ");
	many(out, sum->commits, "commit", ", ");
	many(out, sum->rules, "rule", "\n");
}

static void
delta(const struct diag_delta *d, enum lang lang, struct buf *out)
{
	buf_addf(out, lang_pick(lang, "against %.10s: %zu new, "
	    "%zu worsened, %zu gone, %zu unchanged (not shown)\n",
	    "%.10s との比較: 新規 %zu 件、悪化 %zu 件、"
	    "解消 %zu 件、変化なし %zu 件（表示なし）\n"), d->base,
	    d->created, d->worsened, d->gone, d->unchanged);
}

void
diag_summary(const struct diags *ds, const struct diag_summary *sum,
    enum lang lang, struct buf *out)
{
	const char *const *why = sum->not_judged[lang];

	if (sum->delta != NULL)
		delta(sum->delta, lang, out);
	counts(ds, sum, lang, out);
	for (; why != NULL && *why != NULL; why++)
		buf_addf(out, "%s%s\n", lang_pick(lang, "not judged: ",
		    "未判定: "), *why);
}

void
diag_text(const struct diags *ds, const struct diag_summary *sum,
    const struct diag_style *st, struct buf *out)
{
	size_t shown = 0;

	for (size_t i = 0; i < diags_len(ds); i++) {
		const struct diag *d = diags_at(ds, i);

		if (d->waived != NULL || d->level == DIAG_OFF ||
		    (st->wanted != NULL && !st->wanted(st->wanted_data, d)))
			continue;
		one(ds, st, d, out);
		shown++;
	}
	if (st->quiet)
		return;
	if (shown > 0)
		buf_addc(out, '\n');
	diag_summary(ds, sum, st->lang, out);
}
