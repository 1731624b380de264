#include <string.h>

#include "base/buf.h"
#include "base/width.h"
#include "cmd/page.h"
#include "model/say.h"

#define NAME_WIDTH	24

/* As prose of Markdown: nothing in it counts as a mark. */
static void
prose(struct page *p, const char *s)
{
	for (; *s != '\0'; s++) {
		if (p->markdown && strchr("\\`*_<>[]|#~", *s) != NULL)
			buf_addc(p->out, '\\');
		buf_addc(p->out, *s);
	}
}

/* In a cell, where a line cannot end. */
static void
cell(struct page *p, const char *s)
{
	size_t n;

	for (; s != NULL && *s != '\0'; s += n + (s[n] == '\n')) {
		char line[512];

		n = strcspn(s, "\n");
		if (n >= sizeof(line))
			n = sizeof(line) - 1;
		memcpy(line, s, n);
		line[n] = '\0';
		prose(p, line);
		if (s[n] == '\n')
			buf_addc(p->out, ' ');
	}
}

static void
heading(struct page *p, const char *key)
{
	const char *s = say_word(p->say, key, NULL);

	if (p->markdown)
		buf_addf(p->out, "\n**%s**\n\n", s);
	else
		buf_addf(p->out, "\n%s\n", s);
}

void
page_chapter(struct page *p, const char *title)
{
	if (!p->markdown)
		return;
	buf_adds(p->out, p->out->len > 0 ? "\n## " : "## ");
	prose(p, title);
	buf_addc(p->out, '\n');
}

void
page_head(struct page *p, const char *id, const char *title)
{
	if (p->markdown) {
		buf_addf(p->out, "\n### %s", id);
		if (*title != '\0') {
			buf_addc(p->out, ' ');
			prose(p, title);
		}
		buf_addc(p->out, '\n');
	} else
		buf_addf(p->out, p->color ? "\033[1m%s\033[0m%s%s\n" :
		    "%s%s%s\n", id, *title == '\0' ? "" : "  ", title);
}

void
page_facts(struct page *p, const char *const *facts, size_t n)
{
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		if (facts[i] == NULL || *facts[i] == '\0')
			continue;
		if (!any && p->markdown)
			buf_addc(p->out, '\n');
		if (any)
			buf_adds(p->out, " \xc2\xb7 ");
		prose(p, facts[i]);
		any = true;
	}
	if (any)
		buf_addc(p->out, '\n');
}

static void
indented(struct page *p, const char *text)
{
	size_t n;

	for (const char *s = text; *s != '\0'; s += n + (s[n] == '\n')) {
		n = strcspn(s, "\n");
		if (n > 0)
			buf_addf(p->out, "  %.*s", (int)n, s);
		buf_addc(p->out, '\n');
	}
}

void
page_part(struct page *p, const char *key, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	heading(p, key);
	if (p->markdown) {
		prose(p, text);
		buf_addc(p->out, '\n');
	} else
		indented(p, text);
}

void
page_code(struct page *p, const char *key, const char *syntax,
    const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	heading(p, key);
	if (!p->markdown) {
		indented(p, text);
		return;
	}
	buf_addf(p->out, "```%s\n%s%s```\n", syntax, text,
	    text[strlen(text) - 1] == '\n' ? "" : "\n");
}

void
page_rows(struct page *p, const char *key, const char *const *columns,
    size_t n)
{
	heading(p, key);
	if (!p->markdown)
		return;
	for (size_t i = 0; i < n; i++) {
		buf_adds(p->out, "| ");
		prose(p, say_word(p->say, columns[i], NULL));
		buf_addc(p->out, ' ');
	}
	buf_adds(p->out, "|\n");
	for (size_t i = 0; i < n; i++)
		buf_adds(p->out, "|---");
	buf_adds(p->out, "|\n");
}

void
page_row(struct page *p, const char *const *cells, size_t n)
{
	const char *gap = "  ";

	if (!p->markdown) {
		size_t w = width_of(cells[0], strlen(cells[0]));

		buf_addf(p->out, "  %s%*s", cells[0], w < NAME_WIDTH ?
		    (int)(NAME_WIDTH - w) : 0, "");
		for (size_t i = 1; i < n; i++) {
			if (cells[i] == NULL || *cells[i] == '\0')
				continue;
			buf_adds(p->out, gap);
			cell(p, cells[i]);
			gap = " \xc2\xb7 ";
		}
		buf_addc(p->out, '\n');
		return;
	}
	for (size_t i = 0; i < n; i++) {
		buf_adds(p->out, "| ");
		if (i == 0)
			buf_addf(p->out, "`%s`", cells[i]);
		else
			cell(p, cells[i]);
		buf_addc(p->out, ' ');
	}
	buf_adds(p->out, "|\n");
}
