#include "base/buf.h"
#include "diag/diag.h"
#include "diag/text.h"

/*
 * Workflow commands of GitHub Actions: one annotation a finding.  Everything
 * that is not ours is encoded, so that no foreign text begins a line.
 */
static void
encode(struct buf *out, const char *s, int property)
{
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '%' || c < 0x20 || c == 0x7f ||
		    (property && (c == ':' || c == ',')))
			buf_addf(out, "%%%02X", c);
		else
			buf_addc(out, c);
	}
}

static void
annotation(const struct diag_style *st, const struct diag *d,
    struct buf *out)
{
	static const char *const commands[] = {
		[DIAG_OFF] = "debug", [DIAG_NOTE] = "notice",
		[DIAG_WARNING] = "warning", [DIAG_ERROR] = "error",
	};

	buf_addf(out, "::%s ", commands[d->level]);
	if (d->at.path != NULL) {
		buf_adds(out, "file=");
		encode(out, d->at.path, 1);
		if (d->at.line > 0)
			buf_addf(out, ",line=%u", d->at.line);
		if (d->at.line > 0 && d->at.col > 0)
			buf_addf(out, ",col=%u", d->at.col);
		if (d->at.end > d->at.col && d->at.col > 0)
			buf_addf(out, ",endColumn=%u", d->at.end);
		buf_addc(out, ',');
	}
	buf_adds(out, "title=");
	encode(out, d->head->code, 1);
	buf_adds(out, "::");
	encode(out, d->message[st->lang], 0);
	if (d->before != DIAG_OFF)
		buf_addf(out, lang_pick(st->lang, " (%s before the change)",
		    "（変更前は%s）"),
		    diag_level_name(d->before, st->lang));
	if (d->head->clause[0] != '\0')
		buf_addf(out, " (%s)", d->head->clause);
	if (d->help[st->lang] != NULL) {
		buf_adds(out, "%0A");
		encode(out, d->help[st->lang], 0);
	}
	buf_addc(out, '\n');
}

void
diag_github(const struct diags *ds, const struct diag_summary *sum,
    const struct diag_style *st, struct buf *out)
{
	for (size_t i = 0; i < diags_len(ds); i++) {
		const struct diag *d = diags_at(ds, i);

		if (d->waived == NULL && d->level != DIAG_OFF &&
		    (st->wanted == NULL || st->wanted(st->wanted_data, d)))
			annotation(st, d, out);
	}
	if (!st->quiet)
		diag_summary(ds, sum, st->lang, out);
}
