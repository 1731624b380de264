#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/redline.h"
#include "base/utf8.h"
#include "cmd/diff.h"
#include "cmd/run.h"
#include "cmd/term.h"
#include "history/history.h"
#include "model/standard.h"
#include "out/markdown.h"

/* The three forms of a diff. */

#define COMMENT_MAX	60000	/* bytes of a comment */
#define COMMENT_TAIL	1200	/* kept for what stands below */
#define PIECE_MAX	1500	/* bytes of one edit in a comment */
#define ITEM_MAX	900	/* and of a line about a record or finding */

static const char *
finding_line(const struct run *r, const struct diag *g)
{
	enum lang l = r->opt.lang;
	const char *before = g->before == DIAG_OFF ? "" : arena_printf(
	    r->arena, pick(r, " (%s before)", "（変更前は%s）"),
	    diag_level_name(g->before, l));

	return arena_printf(r->arena, "%s: %s%s [%s]",
	    diag_level_name(g->level, l), g->message[l], before,
	    g->head->code);
}

static const char *
summary(const struct diff *d)
{
	const struct run *r = d->run;
	const struct diag_delta *c = r->delta;

	return arena_printf(r->arena, pick(r,
	    "records changed: %zu; findings: %zu new, %zu worsened, %zu gone, "
	    "%zu unchanged (not shown); as of %s",
	    "変更された記録 %zu 件。指摘: 新規 %zu 件、悪化 %zu 件、解消 %zu 件、"
	    "変化なし %zu 件（表示なし）。判定基準日 %s"), d->edited, c->created,
	    c->worsened, c->gone, c->unchanged, r->asof_text);
}

static const char *
head_name(const struct run *r)
{
	return r->opt.rev == NULL ? pick(r, "the work tree", "作業ツリー") :
	    arena_printf(r->arena, "%.10s", r->commit);
}

/* ---- text ---- */

static void
heading(const struct run *r, struct buf *out, const char *title, size_t n)
{
	buf_addf(out, "\n%s%s%s: %zu\n", r->opt.color ? "\033[1m" : "", title,
	    r->opt.color ? "\033[0m" : "", n);
}

static void
item(struct buf *out, const char *line)
{
	buf_adds(out, "  ");
	term_wrap(out, line, 2, 4);
	buf_addc(out, '\n');
}

struct text_put {
	const struct run	*run;
	struct buf		 line;
};

static void
put_text(void *data, int op, const char *s, size_t len)
{
	static const char *const marks[][2] = {
		[REDLINE_SAME] = { "", "" }, [REDLINE_GONE] = { "[-", "-]" },
		[REDLINE_NEW] = { "{+", "+}" },
	};
	struct text_put *p = data;

	buf_adds(&p->line, marks[op][0]);
	buf_add(&p->line, s, len);
	buf_adds(&p->line, marks[op][1]);
}

static void
prose_text(const struct diff *d, struct buf *out)
{
	struct text_put p = { d->run, BUF_INIT };
	size_t at;

	for (size_t i = 0; i < d->prose_len; i++) {
		const struct diff_prose *x = &d->prose[i];

		item(out, arena_printf(d->run->arena, pick(d->run,
		    "%s %s (%s): %zu words out, %zu in",
		    "%s %s（%s）: %zu 語削除、%zu 語追加"), x->id, x->title,
		    x->path, x->words->gone, x->words->new));
		for (at = 0; diff_excerpt(x->words, &at, put_text, &p);) {
			buf_adds(out, "    ");
			term_wrap(out, p.line.s, 4, 6);
			buf_addc(out, '\n');
			buf_clear(&p.line);
		}
		buf_clear(&p.line);
	}
	buf_done(&p.line);
}

void
diff_text(const struct diff *d, struct buf *out)
{
	const struct run *r = d->run;

	buf_addf(out, "%.10s → %s\n", r->branch.base, head_name(r));
	term_wrap(out, summary(d), 0, 0);
	buf_addc(out, '\n');
	if (d->came_len > 0)
		heading(r, out, pick(r, "Findings that appear", "新たな指摘"),
		    d->came_len);
	for (size_t i = 0; i < d->came_len; i++)
		item(out, finding_line(r, d->came[i]));
	if (d->went_len > 0)
		heading(r, out, pick(r, "Findings that go", "解消する指摘"),
		    d->went_len);
	for (size_t i = 0; i < d->went_len; i++)
		item(out, finding_line(r, d->went[i]));
	for (size_t s = 0; s < d->section_len; s++) {
		heading(r, out, d->sections[s].title, d->sections[s].len);
		for (size_t i = 0; i < d->sections[s].len; i++)
			item(out, d->sections[s].rows[i].line);
	}
	if (d->prose_len > 0)
		heading(r, out, pick(r, "Text", "本文"), d->prose_len);
	prose_text(d, out);
}

/* ---- Markdown ---- */

struct comment {
	const struct run	*run;
	struct buf		*out;
	struct buf		 item;
	size_t			 limit;		/* for the section at hand */
	size_t			 more;		/* that found no room */
};

static void
open_section(struct comment *c, const char *title, size_t n, const char *tone)
{
	bool open = tone != NULL && (strcmp(tone, "bad") == 0 ||
	    strcmp(tone, "warn") == 0);

	buf_addf(c->out, "\n<details%s><summary><b>", open ? " open" : "");
	markdown_text(c->out, title, strlen(title));
	buf_addf(c->out, "</b> (%zu)</summary>\n\n", n);
	c->more = 0;
}

static void
close_section(struct comment *c)
{
	if (c->more > 0)
		buf_addf(c->out, pick(c->run, "- … %zu more, left out to "
		    "keep this short: `ismsc diff` lists them\n",
		    "- … ほか %zu 件は省略（`ismsc diff` ですべて表示）\n"),
		    c->more);
	buf_adds(c->out, "\n</details>\n");
}

/* What was written to item, if there is room. */
static void
commit_item(struct comment *c)
{
	if (c->more > 0 || c->out->len + c->item.len + 4 > c->limit)
		c->more++;
	else
		buf_addf(c->out, "- %s\n", c->item.s);
	buf_clear(&c->item);
}

/* A text of a bounded length: no single one takes the place of the others. */
static void
put_short(struct comment *c, const char *s)
{
	size_t n = strlen(s);

	if (n > ITEM_MAX)
		for (n = ITEM_MAX; (s[n] & 0xc0) == 0x80;)
			n--;
	buf_adds(&c->item, "");
	markdown_text(&c->item, s, n);
	buf_adds(&c->item, s[n] == '\0' ? "" : "…");
}

static void
comment_line(struct comment *c, const char *line)
{
	const char *code = strrchr(line, '[');

	put_short(c, line);
	/* Which rule it was is never cut off. */
	if (code != NULL && strlen(line) > ITEM_MAX && strlen(code) < 20) {
		buf_addc(&c->item, ' ');
		put_short(c, code);
	}
	commit_item(c);
}

static void
put_comment(void *data, int op, const char *s, size_t len)
{
	static const char *const marks[][2] = {
		[REDLINE_SAME] = { "", "" },
		[REDLINE_GONE] = { "<del>", "</del>" },
		[REDLINE_NEW] = { "<ins>", "</ins>" },
	};
	struct comment *c = data;
	size_t n = len;

	while (n > PIECE_MAX || (n < len && (s[n] & 0xc0) == 0x80))
		n--;
	buf_adds(&c->item, marks[op][0]);
	markdown_text(&c->item, s, n);
	buf_adds(&c->item, n < len ? "…" : "");
	buf_adds(&c->item, marks[op][1]);
}

static void
prose_comment(const struct diff *d, struct comment *c)
{
	for (size_t i = 0; i < d->prose_len; i++) {
		const struct diff_prose *x = &d->prose[i];
		size_t at = 0;

		buf_adds(&c->item, "<b>");
		markdown_text(&c->item, x->id, strlen(x->id));
		buf_adds(&c->item, "</b> ");
		put_short(c, x->title);
		buf_addf(&c->item, pick(d->run, ": %zu words out, %zu in",
		    "：%zu 語削除、%zu 語追加"), x->words->gone,
		    x->words->new);
		while (c->item.len < COMMENT_MAX / 4) {
			size_t mark = c->item.len;

			buf_adds(&c->item, "<br>");
			if (diff_excerpt(x->words, &at, put_comment, c))
				continue;
			c->item.len = mark;
			c->item.s[mark] = '\0';
			break;
		}
		if (c->item.len >= COMMENT_MAX / 4)
			buf_adds(&c->item, "<br>…");
		commit_item(c);
	}
}

static void
findings_comment(struct comment *c, const char *title,
    const struct diag *const *list, size_t n, const char *tone)
{
	if (n == 0)
		return;
	open_section(c, title, n, tone);
	/* What fails first, so that notes never crowd it out. */
	for (int level = DIAG_ERROR; level >= DIAG_NOTE; level--)
		for (size_t i = 0; i < n; i++)
			if ((int)list[i]->level == level)
				comment_line(c, finding_line(c->run, list[i]));
	close_section(c);
}

void
diff_markdown(const struct diff *d, struct buf *out)
{
	const struct run *r = d->run;
	struct comment c = { .run = r, .out = out };
	const char *s = summary(d);

	/* Prose gets what the sections leave, a quarter at the least. */
	c.limit = COMMENT_MAX / 2;
	buf_addf(out, "### %s\n\n`%.10s` → %s%.10s%s<br>\n", pick(r,
	    "What this change means for the ISMS", "この変更が ISMS に与える影響"),
	    r->branch.base, r->opt.rev == NULL ? "" : "`", r->opt.rev == NULL ?
	    pick(r, "work tree", "作業中") : r->commit,
	    r->opt.rev == NULL ? "" : "`");
	markdown_text(out, s, strlen(s));
	buf_addc(out, '\n');
	findings_comment(&c, pick(r, "Findings that appear", "新たな指摘"),
	    d->came, d->came_len, "bad");
	c.limit += COMMENT_MAX / 8;
	for (size_t i = 0; i < d->section_len; i++) {
		const struct diff_section *x = &d->sections[i];

		open_section(&c, x->title, x->len, x->tone);
		for (size_t n = 0; n < x->len; n++)
			comment_line(&c, x->rows[n].line);
		close_section(&c);
	}
	c.limit = COMMENT_MAX - COMMENT_TAIL - COMMENT_MAX / 16;
	if (d->prose_len > 0) {
		open_section(&c, pick(r, "Text", "本文"), d->prose_len, "");
		prose_comment(d, &c);
		close_section(&c);
	}
	c.limit = COMMENT_MAX - COMMENT_TAIL;
	findings_comment(&c, pick(r, "Findings that go", "解消する指摘"),
	    d->went, d->went_len, "good");
	buf_done(&c.item);
}

/* ---- JSON ---- */

static struct json *
findings_json(const struct run *r, const struct diag *const *list, size_t n)
{
	struct json *all = json_new_array(), *j;

	for (size_t i = 0; i < n; i++) {
		const struct diag *g = list[i];

		j = json_new_object();
		json_set_str(j, "code", g->head->code);
		json_set_str(j, "severity",
		    diag_level_name(g->level, LANG_EN));
		if (g->before != DIAG_OFF)
			json_set_str(j, "severity_before",
			    diag_level_name(g->before, LANG_EN));
		json_set_str(j, "record", g->record);
		json_set_str(j, "path", g->at.path);
		json_set_str(j, "message", g->message[r->opt.lang]);
		json_add(all, j);
	}
	return all;
}

static struct json *
section_json(const struct diff_section *s)
{
	struct json *all = json_new_array(), *j;

	for (size_t i = 0; i < s->len; i++) {
		j = json_new_object();
		for (size_t n = 0; n < s->rows[i].len; n++)
			json_set_str(j, s->rows[i].names[n],
			    s->rows[i].values[n]);
		json_set_str(j, "line", s->rows[i].line);
		json_add(all, j);
	}
	return all;
}

static struct json *
prose_json(const struct diff_prose *x)
{
	static const char *const words[] = { "same", "removed", "added" };
	struct json *j = json_new_object(), *list = json_new_array(), *p;

	json_set_str(j, "id", x->id);
	json_set_str(j, "title", x->title);
	json_set_str(j, "path", x->path);
	json_set_int(j, "removed", (long long)x->words->gone);
	json_set_int(j, "added", (long long)x->words->new);
	for (size_t i = 0; i < x->words->len; i++) {
		p = json_new_object();
		json_set_str(p, "what", words[x->words->pieces[i].op]);
		json_set_str(p, "text", x->words->pieces[i].s);
		json_add(list, p);
	}
	json_set(j, "pieces", list);
	return j;
}

void
diff_json(const struct diff *d, struct buf *out)
{
	const struct run *r = d->run;
	struct json *top = json_new_object(), *all = json_new_object();
	struct json *list = json_new_array(), *f = json_new_object();

	json_set_int(top, "version", 1);
	json_set_str(top, "base", r->branch.base);
	json_set_str(top, "head", r->opt.rev == NULL ? NULL : r->commit);
	json_set_str(top, "as_of", r->asof_text);
	json_set_int(top, "records_changed", (long long)d->edited);
	json_set(f, "new", findings_json(r, d->came, d->came_len));
	json_set(f, "gone", findings_json(r, d->went, d->went_len));
	json_set_int(f, "unchanged", (long long)r->delta->unchanged);
	json_set(top, "findings", f);
	for (size_t i = 0; i < d->section_len; i++)
		json_set(all, d->sections[i].name,
		    section_json(&d->sections[i]));
	json_set(top, "changes", all);
	for (size_t i = 0; i < d->prose_len; i++)
		json_add(list, prose_json(&d->prose[i]));
	json_set(top, "text", list);
	json_set(top, "history_known", json_new_bool(r->timelines != NULL &&
	    r->timelines->whole));
	json_dump(top, out);
}
