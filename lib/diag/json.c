#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"
#include "diag/diag.h"
#include "diag/text.h"

/* Findings as JSON, for programs. */

/* Byte of a column (from 1) of a line, counted from 0. */
static size_t
byte_of(const char *line, size_t len, unsigned col)
{
	size_t i = 0;
	uint32_t c;

	for (unsigned n = 1; n < col && i < len; n++)
		i += utf8_get(line + i, len - i, &c);
	return i;
}

static struct json *
place(const struct diags *ds, const struct pos *at)
{
	struct json *j = json_new_object();
	size_t len, offset, byte;
	const char *line;

	json_set_str(j, "path", at->path);
	if (at->line > 0)
		json_set_int(j, "line", at->line);
	if (at->line == 0 || at->col == 0)
		return j;
	json_set_int(j, "column", at->col);
	if (at->end > at->col)
		json_set_int(j, "end_column", at->end);
	line = diags_line(ds, at->path, at->line, &len, &offset);
	if (line != NULL) {
		byte = byte_of(line, len, at->col);
		json_set_int(j, "byte_offset", (long long)(offset + byte));
		json_set_int(j, "utf16_column",
		    (long long)utf8_count16(line, byte) + 1);
	}
	return j;
}

static struct json *
one(const struct diags *ds, const struct diag *d, enum lang lang)
{
	struct json *j = json_new_object();

	json_set_str(j, "code", d->head->code);
	json_set_str(j, "severity", diag_level_name(d->level, LANG_EN));
	json_set_str(j, "clause", d->head->clause[0] == '\0' ? NULL :
	    d->head->clause);
	json_set_str(j, "record", d->record);
	json_set(j, "location", place(ds, &d->at));
	json_set_str(j, "message", d->message[lang]);
	json_set_str(j, "help", d->help[lang]);
	if (d->also.path != NULL)
		json_set(j, "related", place(ds, &d->also));
	if (d->waived != NULL)
		json_set_str(j, "waived_by", d->waived);
	if (d->before != DIAG_OFF)
		json_set_str(j, "severity_before",
		    diag_level_name(d->before, LANG_EN));
	return j;
}

static struct json *
delta(const struct diag_delta *d)
{
	struct json *j = json_new_object();

	json_set_str(j, "base", d->base);
	json_set_int(j, "new", (long long)d->created);
	json_set_int(j, "worsened", (long long)d->worsened);
	json_set_int(j, "gone", (long long)d->gone);
	json_set_int(j, "unchanged", (long long)d->unchanged);
	return j;
}

static struct json *
summary(const struct diags *ds, const struct diag_summary *sum,
    enum lang lang)
{
	struct json *j = json_new_object(), *list = json_new_array();

	json_set_str(j, "as_of", sum->asof);
	json_set_str(j, "commit", sum->commit[0] == '\0' ? NULL :
	    sum->commit);
	json_set_str(j, "profile", sum->profile);
	json_set_int(j, "errors", (long long)diags_count(ds, DIAG_ERROR));
	json_set_int(j, "warnings",
	    (long long)diags_count(ds, DIAG_WARNING));
	json_set_int(j, "notes", (long long)diags_count(ds, DIAG_NOTE));
	json_set_int(j, "files", (long long)sum->files);
	json_set_int(j, "records", (long long)sum->records);
	json_set_int(j, "links", (long long)sum->links);
	json_set_int(j, "commits", (long long)sum->commits);
	json_set_int(j, "rules", (long long)sum->rules);
	for (const char *const *why = sum->not_judged[lang];
	    why != NULL && *why != NULL; why++)
		json_add(list, json_new_str(*why));
	json_set(j, "not_judged", list);
	if (sum->held_until != NULL) {
		long long held = 0;

		for (size_t i = 0; i < diags_len(ds); i++)
			held += diags_at(ds, i)->held;
		json_set_int(j, "held_back", held);
		json_set_str(j, "held_back_until", sum->held_until);
	}
	if (sum->delta != NULL)
		json_set(j, "against", delta(sum->delta));
	json_set(j, "failed", json_new_bool(sum->failed));
	return j;
}

void
diag_json(const struct diags *ds, const struct diag_summary *sum,
    const struct diag_style *st, struct buf *out)
{
	struct json *j = json_new_object(), *list = json_new_array();

	for (size_t i = 0; i < diags_len(ds); i++) {
		const struct diag *d = diags_at(ds, i);

		if (d->level != DIAG_OFF && (st->wanted == NULL ||
		    st->wanted(st->wanted_data, d)))
			json_add(list, one(ds, d, st->lang));
	}
	json_set_int(j, "version", 1);
	json_set(j, "findings", list);
	json_set(j, "summary", summary(ds, sum, st->lang));
	json_dump(j, out);
}
