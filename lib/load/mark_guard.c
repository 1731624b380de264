#include <stdbool.h>
#include <string.h>

#include "base/limits.h"
#include "load/mark.h"

/*
 * What would cost the parser more than linear time is refused before it is
 * asked: 50 KB of nested "- " take it four seconds.  The limits stand far
 * from anything in real policies; they were found by search over hostile
 * inputs, so they bound the known families and are no proof.
 */
#define RUN_BYTES_MAX	((size_t)64 * 1024)
#define PREFIX_BYTES	128
#define CONTAINERS	40
#define PIPES		64
#define CELLS_ALL	100000
#define BRACKETS	4000
#define ANGLES		1000
#define EMPHASIS	8000
#define SHUTS		64

struct run {
	size_t	bytes, lines, pipes, brackets, angles, emphasis;
	size_t	before;		/* cells of the runs above */
};

/* Length of a list's mark with a blank or the line's end behind it. */
static size_t
marker(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && n < 9 && s[n] >= '0' && s[n] <= '9')
		n++;
	if (n == len || strchr(n > 0 ? ".)" : "-*+", s[n]) == NULL)
		return 0;
	n++;
	return n == len || s[n] == ' ' || s[n] == '\t' ? n : 0;
}

/*
 * Blanks, quote and list marks before the text of a line.  What a long
 * line of dashes begins with is none: a rule, a delimiter row.
 */
static const char *
prefix(const char *s, size_t len)
{
	size_t i = 0, containers = 0, n;

	while (i < len) {
		if (s[i] == ' ' || s[i] == '\t') {
			i++;
			continue;
		}
		n = s[i] == '>' ? 1 : marker(s + i, len - i);
		if (n == 0)
			break;
		i += n;
		containers++;
	}
	return i > PREFIX_BYTES || containers > CONTAINERS ?
	    "nested too deep" : NULL;
}

/* At most; none without a pipe. */
static size_t
cells(const struct run *r)
{
	return r->pipes == 0 ? 0 : (r->pipes + 1) * r->lines;
}

static const char *
count(struct run *r, const char *s, size_t len)
{
	static const bool counts[256] = { [')'] = true, ['|'] = true,
	    ['['] = true, [']'] = true, ['<'] = true, ['*'] = true,
	    ['_'] = true, ['~'] = true };
	size_t pipes = 0, shuts = 0;

	for (size_t i = 0; i < len; i++) {
		if (!counts[(unsigned char)s[i]]) {
			shuts = 0;
			continue;
		}
		shuts = s[i] == ')' ? shuts + 1 : 0;
		if (shuts > SHUTS)
			return "too many ) in a row";
		switch (s[i]) {
		case '|': pipes++; break;
		case '[': case ']': r->brackets++; break;
		case '<': r->angles++; break;
		case '*': case '_': case '~': r->emphasis++; break;
		default: break;
		}
	}
	if (pipes > PIPES)
		return "too many columns";
	if (pipes > r->pipes)
		r->pipes = pipes;
	r->lines++;
	r->bytes += len + 1;
	if (r->pipes * r->lines > LIMIT_CELLS)
		return "too many cells in one table";
	if (r->before + cells(r) > CELLS_ALL)
		return "too many cells in all tables";
	if (r->brackets > BRACKETS)
		return "too many brackets in one paragraph";
	if (r->angles > ANGLES)
		return "too many < in one paragraph";
	if (r->emphasis > EMPHASIS)
		return "too many emphasis marks in one paragraph";
	return NULL;
}

static bool
blank(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (s[i] != ' ' && s[i] != '\t' && s[i] != '\r')
			return false;
	return true;
}

unsigned
mark_guard(const char *text, size_t len, size_t run_bytes, const char **why)
{
	struct run run = { .before = 0 };
	const char *s = text, *end = text + len, *eol;
	unsigned line = 1;
	size_t n;

	if (run_bytes == 0)
		run_bytes = LIMIT_RUN_BYTES;
	if (run_bytes > RUN_BYTES_MAX)
		run_bytes = RUN_BYTES_MAX;
	for (; s < end; s = eol + 1, line++) {
		if ((eol = memchr(s, '\n', (size_t)(end - s))) == NULL)
			eol = end;
		n = (size_t)(eol - s);
		if (blank(s, n)) {
			run = (struct run){ .before = run.before + cells(&run) };
			if (n <= LIMIT_LINE_BYTES)
				continue;
		}
		*why = n > LIMIT_LINE_BYTES ? "a line longer than 16 KiB" : NULL;
		if (*why == NULL)
			*why = prefix(s, n);
		if (*why == NULL)
			*why = count(&run, s, n);
		if (*why == NULL && run.bytes > run_bytes && run.pipes == 0)
			*why = "a paragraph that is too long";
		if (*why != NULL)
			return line;
	}
	return 0;
}
