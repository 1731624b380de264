#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/eight.h"
#include "base/utf8.h"
#include "load/guess.h"
#include "load/load.h"

/* What can be wrong with single characters; one finding each a file. */
enum fault {
	FAULT_CONTROL, FAULT_RETURN, FAULT_BREAK, FAULT_HIDDEN_FRONT,
	FAULT_HIDDEN_BODY, FAULTS
};

struct spot {
	size_t		 at, count;
	uint32_t	 c;
};

struct gate {
	struct diags	*diags;
	const char	*path, *text;
	size_t		 len, front;
	struct spot	 spots[FAULTS];
	size_t		 lf, crlf;	/* lines by their ends */
	size_t		 mixed_at;
};

static struct pos
place(const struct gate *g, size_t at)
{
	struct pos pos = { g->path, 1, 0, 0 };
	const char *s = g->text, *nl;

	while ((nl = memchr(s, '\n', (size_t)(g->text + at - s))) != NULL) {
		pos.line++;
		s = nl + 1;
	}
	pos.col = (unsigned)utf8_count(s, (size_t)(g->text + at - s)) + 1;
	pos.end = pos.col + 1;
	return pos;
}

static void
mark(struct gate *g, enum fault f, size_t at, uint32_t c)
{
	struct spot *s = &g->spots[f];

	if (s->count++ == 0) {
		s->at = at;
		s->c = c;
	}
}

/* A joiner or selector that belongs to the character before it. */
static bool
joins(uint32_t before, uint32_t c)
{
	bool symbol = before >= 0x2190 || before == 0xa9 || before == 0xae;

	if (c == 0x200c || c == 0x200d)
		return symbol || (before >= 0x600 && before < 0x10a0);
	if (c >= 0xfe00 && c <= 0xfe0f)
		return symbol || before == '#' || before == '*' ||
		    (before >= '0' && before <= '9') ||
		    (before >= 0x1000 && before < 0x2000);
	return c >= 0xe0100 && c <= 0xe01ef && before >= 0x2e80;
}

static void
judge(struct gate *g, size_t at, uint32_t before, uint32_t c)
{
	bool front = at < g->front;

	if (c == 0x85 || c == 0x2028 || c == 0x2029) {
		if (front)
			mark(g, FAULT_BREAK, at, c);
		else
			mark(g, FAULT_HIDDEN_BODY, at, c);
	} else if (c < 0xa0 || (c >= 0xfdd0 && c <= 0xfdef) ||
	    (c & 0xfffe) == 0xfffe)
		mark(g, FAULT_CONTROL, at, c);
	else if ((utf8_hidden(c) || (c >= 0xfe00 && c <= 0xfe0f) ||
	    (c >= 0xe0100 && c <= 0xe01ef)) && !joins(before, c))
		mark(g, front ? FAULT_HIDDEN_FRONT : FAULT_HIDDEN_BODY, at,
		    c);
}

static void
line_end(struct gate *g, size_t at)
{
	bool crlf = at > 0 && g->text[at - 1] == '\r';

	if (crlf)
		g->crlf++;
	else
		g->lf++;
	if (g->mixed_at == 0 && g->lf > 0 && g->crlf > 0)
		g->mixed_at = at;
}

/* Nothing but letters, digits, marks and blanks of ASCII. */
static bool
is_plain(uint64_t x)
{
	return eight_ascii(x) && !eight_below(x, ' ') && !eight_has(x, 0x7f);
}

/* Marks what is wrong; the offset of the first invalid byte, else len. */
static size_t
scan(struct gate *g)
{
	const unsigned char *s = (const unsigned char *)g->text;
	uint32_t c = '\n', before;
	size_t i, n;

	for (i = 0; i < g->len; i += n) {
		before = c;
		if (g->len - i >= 8 && is_plain(eight_at(g->text + i))) {
			c = s[i + 7];
			n = 8;
			continue;
		}
		if (s[i] >= 0x20 && s[i] < 0x7f) {
			c = s[i];
			n = 1;
			continue;
		}
		n = utf8_get(g->text + i, g->len - i, &c);
		if (c == UTF8_BAD || c == 0)
			return i;
		if (c == '\n')
			line_end(g, i);
		else if (c == '\r') {
			if (i + 1 == g->len || s[i + 1] != '\n')
				mark(g, FAULT_RETURN, i, c);
		} else if (c != '\t' && (c < 0x20 || c == 0x7f || c >= 0x80))
			judge(g, i, before, c);
	}
	return g->len;
}

/* Bytes that are no UTF-8, or a NUL: what are they? */
static void
refuse(const struct gate *g, size_t at)
{
	const char *name = guess_encoding(g->text, g->len);
	struct pos pos = place(g, at);
	struct buf hex = BUF_INIT, file = BUF_INIT;
	char offset[24];
	uint32_t c;
	size_t i;

	guess_quote(&file, g->path);
	for (i = at; i < g->len && i < at + 4; i++) {
		utf8_get(g->text + i, g->len - i, &c);
		if (i > at && c != UTF8_BAD)
			break;
		buf_addf(&hex, "%s%02x", i > at ? " " : "",
		    (unsigned char)g->text[i]);
	}
	snprintf(offset, sizeof(offset), "%zu", at);
	/* The lines of another encoding are no help to look at. */
	if (name != NULL)
		diags_text(g->diags, g->path, "", 0);
	if (name != NULL && strncmp(name, "UTF-16", 6) == 0)
		diag_add(g->diags, D_ENC_UTF16, (struct pos){ g->path, 0, 0,
		    0 }, NULL, "name", name, "file", file.s, NULL);
	else if (name != NULL)
		diag_add(g->diags, D_ENC_OTHER, pos, NULL, "name",
		    strcmp(name, "CP932") == 0 ? "Shift_JIS" : name, "iconv",
		    name, "bytes", hex.s, "file", file.s, NULL);
	else if (g->text[at] == '\0')
		diag_add(g->diags, D_ENC_NUL, pos, NULL, "offset", offset,
		    NULL);
	else
		diag_add(g->diags, D_ENC_INVALID, pos, NULL, "bytes", hex.s,
		    "offset", offset, NULL);
	buf_done(&hex);
	buf_done(&file);
}

static void
report(const struct gate *g)
{
	static const enum diag_id ids[FAULTS] = {
		[FAULT_CONTROL] = D_ENC_CONTROL,
		[FAULT_RETURN] = D_ENC_RETURN,
		[FAULT_BREAK] = D_ENC_BREAK,
		[FAULT_HIDDEN_FRONT] = D_ENC_HIDDEN,
		[FAULT_HIDDEN_BODY] = D_ENC_HIDDEN_PROSE
	};
	const struct spot *s;
	char name[16], more[24];

	for (int f = 0; f < FAULTS; f++) {
		s = &g->spots[f];
		if (s->count == 0)
			continue;
		snprintf(name, sizeof(name), s->c < 0x80 ? "\\x%02x" :
		    "U+%04X", (unsigned)s->c);
		snprintf(more, sizeof(more), "%zu", s->count);
		diag_add(g->diags, ids[f], place(g, s->at), NULL, "char",
		    name, "count", more, NULL);
	}
	if (g->mixed_at > 0)
		diag_add(g->diags, D_ENC_MIXED, (struct pos){ g->path, 0, 0,
		    0 }, NULL, NULL);
}

bool
gate_check(struct diags *ds, const char *path, const char *text, size_t len,
    size_t front)
{
	struct gate g = { ds, path, text, len, front, { { 0 } }, 0, 0, 0 };
	size_t bad = scan(&g);

	if (bad < len || guess_escapes(text, len)) {
		refuse(&g, bad < len ? bad : g.spots[FAULT_CONTROL].at);
		return false;
	}
	report(&g);
	return g.spots[FAULT_CONTROL].count == 0 &&
	    g.spots[FAULT_RETURN].count == 0 &&
	    g.spots[FAULT_BREAK].count == 0 &&
	    g.spots[FAULT_HIDDEN_FRONT].count == 0;
}
