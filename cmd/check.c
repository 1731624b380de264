#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cmd/run.h"
#include "diag/text.h"

/* Paths narrow what is reported, never what is read. */
static bool
wanted(void *data, const struct diag *d)
{
	const struct run *r = data;
	size_t len;

	for (int i = 0; i < r->opt.arg_len; i++) {
		const char *p = r->opt.args[i];

		while (strncmp(p, "./", 2) == 0)
			p += 2;
		len = strlen(p);
		while (len > 0 && p[len - 1] == '/')
			len--;
		if (len == 0 || strcmp(p, ".") == 0)
			return true;
		if (d->at.path != NULL && strncmp(d->at.path, p, len) == 0 &&
		    (d->at.path[len] == '\0' || d->at.path[len] == '/'))
			return true;
	}
	return r->opt.arg_len == 0;
}

/* The format that fits where we run, unless one is given. */
static const char *
format_name(const struct run *r)
{
	const char *s;

	if (r->opt.format != NULL)
		return r->opt.format;
	s = getenv("GITHUB_ACTIONS");
	return s != NULL && strcmp(s, "true") == 0 ? "github" : "text";
}

int
cmd_check(struct run *r)
{
	diag_format *format = diag_format_find(format_name(r));
	struct diag_style st;
	struct diag_summary sum;
	struct buf b = BUF_INIT;
	int rc;

	if (format == NULL)
		return complain(EXIT_USAGE, pick(r,
		    "there is no format '%s' for check: text, json, github",
		    "check の形式に '%s' はありません: text, json, github"),
		    r->opt.format);
	if ((rc = compile(r)) != EXIT_DONE)
		return rc;
	memset(&st, 0, sizeof(st));
	st.lang = r->opt.lang;
	st.color = r->opt.color;
	st.quiet = r->opt.quiet;
	st.wanted = wanted;
	st.wanted_data = r;
	run_summary(r, &sum);
	format(r->diags, &sum, &st, &b);
	return deliver(&b, run_status(r));
}
