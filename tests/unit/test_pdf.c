#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "diag/diag.h"
#include "out/out.h"
#include "tree/node.h"

/*
 * The PDF of a small book with everything in it, judged by qpdf and poppler.
 * PDF_KEEP=DIR leaves the files there to be looked at.
 */

static struct arena *arena;
static struct diags *diags;
static char dir[] = "/tmp/test_pdf.XXXXXX";
static bool ja;

static const char *
word(void *data, const char *key)
{
	(void)data;
	if (strcmp(key, "out.page_of") == 0)
		return ja ? "{page} / {pages} ページ" : "Page {page} of {pages}";
	if (strcmp(key, "out.draft") == 0)
		return ja ? "草案" : "DRAFT";
	if (strcmp(key, "out.version") == 0)
		return ja ? "第{version}版" : "Version {version}";
	if (strcmp(key, "out.as_of") == 0)
		return ja ? "基準日 {date}" : "as of {date}";
	if (strcmp(key, "out.commit") == 0)
		return "commit {commit}";
	return key;
}

static const char *
file(void *data, const char *name, size_t *len)
{
	(void)data;
	(void)name;
	(void)len;
	return NULL;
}

static struct out_meta
meta(void)
{
	struct out_meta m = {
		.lang = ja ? LANG_JA : LANG_EN,
		.title = ja ? "ISMSマニュアル" : "ISMS Manual",
		.organisation = ja ? "湊川グリッドシステムズ株式会社" :
		    "Minatogawa Grid Systems Inc.",
		.number = "MGS-ISMS-01", .version = "2.1",
		.classification = ja ? "社外秘" : "internal",
		.commit = "abc1234", .asof = "2026-10-15",
		.approved = "2026-09-30", .word = word, .file = file
	};

	return m;
}

static struct node *
add(struct node *up, enum node_type type, const char *text)
{
	struct node *n = node_child(arena, up, type);

	n->text = text;
	return n;
}

static struct node *
page(struct node *book, const char *number, const char *title, int level,
    const char *anchor)
{
	struct node *n = add(book, NODE_PAGE, title);

	n->number = number;
	n->anchor = n->name = anchor;
	n->level = (unsigned char)level;
	return n;
}

static struct node *
heading(struct node *up, const char *number, const char *text, int level)
{
	struct node *n = node_child(arena, up, NODE_HEADING);

	n->number = number;
	n->level = (unsigned char)level;
	n->anchor = arena_printf(arena, "h-%s-%s", number ? number : "", text);
	add(n, NODE_TEXT, text);
	return n;
}

static struct node *
para(struct node *up, const char *text)
{
	struct node *n = node_child(arena, up, NODE_PARA);

	if (text != NULL)
		add(n, NODE_TEXT, text);
	return n;
}

static struct node *
to(struct node *up, const char *ref, const char *url, const char *text)
{
	struct node *n = node_child(arena, up, NODE_LINK);

	n->ref = ref;
	n->url = url;
	add(n, NODE_TEXT, text);
	return n;
}

static struct node *
badge(struct node *up, const char *text, enum tone tone)
{
	struct node *n = add(up, NODE_BADGE, text);

	n->tone = tone;
	return n;
}

static struct node *
row(struct node *table, bool head, const char *const *cells)
{
	struct node *r = node_child(arena, table, NODE_ROW);

	r->head = head;
	for (; *cells != NULL; cells++)
		add(node_child(arena, r, NODE_CELL), NODE_TEXT, *cells);
	return r;
}

static const char lorem_en[] =
    "Information security is preserved when confidentiality, integrity and "
    "availability are kept to the degree that the business needs. The company "
    "runs a management system for this purpose; it is planned, operated, "
    "measured and improved every year, and its results are reported to top "
    "management. Everybody who works with information that belongs to the "
    "company or to its customers follows the policies in this manual and "
    "reports an event or a weakness as soon as it is seen.";
static const char lorem_ja[] =
    "当社は、情報資産の機密性、完全性及び可用性を事業上必要な水準に保つため、情報"
    "セキュリティマネジメントシステム（ISMS）を確立し、実施し、維持し、かつ、継続"
    "的に改善する。「情報資産」とは、当社が保有する情報及びそれを取り扱うための"
    "システム、設備、サービスをいう。従業者は、本マニュアルに定める方針を守り、"
    "事象又は弱点を発見したときは、直ちにISMS事務局へ報告しなければならない。"
    "VPNやSaaSなどのクラウドサービスについても、ISO/IEC 27001:2022の要求事項に従う。";

static const char *
lorem(void)
{
	return ja ? lorem_ja : lorem_en;
}

static void
add_front(struct node *book)
{
	struct node *pg = page(book, NULL, ja ? "ISMSマニュアル" :
	    "ISMS Manual", 1, "home"), *c, *t;
	const char *const rows[][3] = {
		{ "Document number", "MGS-ISMS-01", NULL },
		{ "Version", "2.1", NULL },
		{ "Classification", "internal", NULL },
		{ "Approved", "2026-09-30, Sato Haruka (President)", NULL }
	};
	size_t i;

	c = node_child(arena, pg, NODE_COVER);
	heading(c, NULL, ja ? "情報セキュリティマネジメントシステム マニュアル" :
	    "Information Security Management System Manual", 1);
	para(c, ja ? "JIS Q 27001:2023 適合" :
	    "Conforming to ISO/IEC 27001:2022 with Amendment 1:2024");
	t = node_child(arena, c, NODE_COLUMNS);
	for (i = 0; i < 4; i++)
		row(t, false, rows[i]);
	pg = page(book, NULL, ja ? "目次" : "Contents", 1, "contents");
	node_child(arena, pg, NODE_TOC);
}

static void
add_text(struct node *pg)
{
	struct node *p, *l, *i, *n, *q;

	p = para(pg, lorem());
	add(p, NODE_TEXT, " ");
	to(p, "RSK-0001", NULL, "RSK-0001");
	add(p, NODE_TEXT, ja ? "を参照。状態は" : " tells more; its state is ");
	badge(p, ja ? "対応中" : "in progress", TONE_INFO);
	badge(p, "open", TONE_WARN);
	badge(p, "critical", TONE_WORST);
	badge(p, "done", TONE_GOOD);
	add(p, NODE_TEXT, ". ");
	to(p, NULL, "https://example.com/a?b=c", "example.com");
	add(p, NODE_TEXT, " ");
	add(add(p, NODE_STRONG, NULL), NODE_TEXT, ja ? "重要" : "Important");
	add(p, NODE_TEXT, " ");
	add(add(p, NODE_EMPH, NULL), NODE_TEXT, ja ? "強調する語" : "emphasis");
	add(p, NODE_TEXT, " ");
	add(p, NODE_LITERAL, "ismsc check --fail-on error");
	add(p, NODE_TEXT, " ");
	add(add(p, NODE_STRIKE, NULL), NODE_TEXT, "struck out");
	n = add(p, NODE_NOTE_REF, NULL);
	n->name = "1";
	n->number = "1";
	l = node_child(arena, pg, NODE_LIST);
	l->tight = true;
	para(node_child(arena, l, NODE_ITEM), ja ? "組織の状況を理解する" :
	    "understand the organisation and its context");
	i = node_child(arena, l, NODE_ITEM);
	para(i, lorem());
	q = node_child(arena, i, NODE_LIST);
	q->ordered = true;
	q->start = 1;
	para(node_child(arena, q, NODE_ITEM), "first step");
	para(node_child(arena, q, NODE_ITEM), "second step");
	l = node_child(arena, pg, NODE_LIST);
	i = node_child(arena, l, NODE_ITEM);
	i->task = 'x';
	para(i, ja ? "完了した項目" : "a task that is done");
	i = node_child(arena, l, NODE_ITEM);
	i->task = ' ';
	para(i, ja ? "未了の項目" : "a task that is open");
	para(node_child(arena, pg, NODE_QUOTE), lorem());
	n = add(pg, NODE_NOTE, ja ? "期限超過" : "Overdue");
	n->tone = TONE_WARN;
	para(n, lorem());
	n = add(pg, NODE_NOTE, NULL);
	n->tone = TONE_BAD;
	para(n, "A note without a title, of the bad tone.");
	add(pg, NODE_CODE, "---\nid: RSK-0001\nkind: risk\n\ttabbed: yes\n"
	    "a_very_long_line_of_code: that does not fit into the width of the "
	    "page and so has to be broken somewhere, best between two words\n");
	n = node_child(arena, pg, NODE_FOOTNOTE);
	n->name = n->number = "1";
	para(n, ja ? "脚注の文章。" : "The text of the footnote.");
}

static void
add_tables(struct node *pg)
{
	const char *const head[] = { "Id", "Title", "Owner", "Level", "Due",
	    NULL };
	const char *const wide[] = { "Id", "Asset", "Threat", "Vulnerability",
	    "Likelihood", "Impact", "Level", "Option", "Treatment", "Owner",
	    "Residual", "Due", NULL };
	const char *cells[16];
	struct node *t, *r, *c;
	int i, k;

	t = add(pg, NODE_TABLE, ja ? "リスク一覧" : "Risks and their owners");
	row(t, true, head);
	for (i = 0; i < 60; i++) {
		r = node_child(arena, t, NODE_ROW);
		c = node_child(arena, r, NODE_CELL);
		if (i == 0)
			r->anchor = "RSK-0001";
		to(c, "RSK-0001", NULL, arena_printf(arena, "RSK-%04d", i + 1));
		add(node_child(arena, r, NODE_CELL), NODE_TEXT, i % 3 == 0 ?
		    (ja ? "委託先の従業者による顧客データの持ち出し" :
		    "Customer data leaves by way of a developer at the "
		    "outsourced partner whose access was never reviewed") :
		    (ja ? "ノートPCの紛失" : "Lost laptop"));
		add(node_child(arena, r, NODE_CELL), NODE_TEXT,
		    ja ? "佐藤 遥" : "Sato Haruka");
		badge(node_child(arena, r, NODE_CELL), i % 4 == 0 ? "high" :
		    "medium", i % 4 == 0 ? TONE_BAD : TONE_WARN);
		add(node_child(arena, r, NODE_CELL), NODE_TEXT, "2026-10-31");
		if (i == 7)
			r->tone = TONE_BAD;
	}
	heading(pg, "6.2", ja ? "横長の表" : "A wide register", 2);
	para(pg, lorem());
	t = add(pg, NODE_TABLE, ja ? "リスクアセスメント表" : "Risk register");
	t->wide = true;
	row(t, true, wide);
	for (i = 0; i < 30; i++) {
		for (k = 0; k < 12; k++)
			cells[k] = k == 0 ? arena_printf(arena, "RSK-%04d",
			    i + 1) : k >= 4 && k < 7 ? "3" : k == 11 ?
			    "2026-10-31" : k % 3 == 0 ?
			    (ja ? "アクセス権の見直し漏れにより不正に利用される" :
			    "access rights that nobody has reviewed") :
			    (ja ? "顧客情報" : "customer records");
		cells[12] = NULL;
		row(t, false, cells);
	}
	heading(pg, "6.3", ja ? "高い行" : "A row higher than a page", 2);
	t = node_child(arena, pg, NODE_TABLE);
	r = node_child(arena, t, NODE_ROW);
	c = node_child(arena, r, NODE_CELL);
	add(c, NODE_TEXT, "left");
	c = node_child(arena, r, NODE_CELL);
	for (i = 0; i < 18; i++)
		para(c, lorem());
}

static void
add_figure(struct node *pg)
{
	struct node *f = add(pg, NODE_FIGURE, "Heat map of 5 by 5 fields"), *s;
	static const enum tone tones[] = { TONE_GOOD, TONE_GOOD, TONE_WARN,
	    TONE_BAD, TONE_WORST };
	int i, k, t;

	f->w = 300;
	f->h = 220;
	for (i = 0; i < 5; i++)
		for (k = 0; k < 5; k++) {
			s = node_child(arena, f, NODE_SHAPE);
			s->x = 40 + k * 50;
			s->y = i * 40;
			s->w = 48;
			s->h = 38;
			t = (4 - i + k) / 2;
			s->tone = tones[t > 4 ? 4 : t];
			s = add(f, NODE_SHAPE, "3");
			*s = (struct node){ .type = NODE_SHAPE, .parent = f,
			    .shape = SHAPE_TEXT, .text = "3", .x = 40 + k * 50,
			    .y = i * 40, .w = 48, .h = 38, .level = 10,
			    .ref = "RSK-0001" };
		}
	s = node_child(arena, f, NODE_SHAPE);
	s->shape = SHAPE_LINE;
	s->x = 40;
	s->y = 205;
	s->w = 250;
	s = node_child(arena, f, NODE_SHAPE);
	s->shape = SHAPE_CIRCLE;
	s->tone = TONE_ACCENT;
	s->x = 10;
	s->y = 10;
	s->w = s->h = 12;
	s = node_child(arena, f, NODE_SHAPE);
	s->shape = SHAPE_TRIANGLE;
	s->tone = TONE_INFO;
	s->x = 10;
	s->y = 30;
	s->w = s->h = 12;
}

static struct node *
sample(void)
{
	struct node *book = node_new(arena, NODE_BOOK), *pg, *t;
	const char *const kv[][3] = { { "Owner", "Sato Haruka", NULL },
	    { "Review due", "2027-03-31", NULL },
	    { "Description", lorem(), NULL } };
	const char *const tile[][3] = { { "open findings", "7", NULL },
	    { "overdue", "1", NULL }, { "controls in place", "88 / 93", NULL },
	    { "days to audit", "112", NULL } };
	int i;

	add_front(book);
	pg = page(book, "4", ja ? "組織の状況" : "Context of the organisation",
	    1, "clause-4");
	t = node_child(arena, pg, NODE_COLUMNS);
	t->name = "tiles";
	for (i = 0; i < 4; i++)
		row(t, false, tile[i])->last->tone = i == 1 ? TONE_BAD :
		    TONE_PLAIN;
	add_text(pg);
	heading(pg, "4.1", ja ? "外部及び内部の課題" :
	    "External and internal issues", 2);
	para(pg, lorem());
	heading(pg, NULL, ja ? "小見出し" : "A smaller heading", 3);
	for (i = 0; i < 5; i++)
		para(pg, lorem());
	pg = page(book, "4.2", ja ? "利害関係者のニーズ" :
	    "Needs of interested parties", 2, "clause-4-2");
	t = node_child(arena, pg, NODE_COLUMNS);
	for (i = 0; i < 3; i++)
		row(t, false, kv[i]);
	para(pg, lorem());
	pg = page(book, "6", ja ? "計画" : "Planning", 1, "clause-6");
	para(pg, lorem());
	add_figure(pg);
	heading(pg, "6.1", ja ? "リスク" : "Risks", 2);
	add_tables(pg);
	pg = page(book, "10", ja ? "改善" : "Improvement", 1, "clause-10");
	para(pg, lorem());
	return book;
}

static char *
path_of(const char *name)
{
	const char *keep = getenv("PDF_KEEP");

	return arena_printf(arena, "%s/%s", keep != NULL ? keep : dir, name);
}

static char *
output(const char *fmt, const char *path)
{
	struct buf b = BUF_INIT;
	char part[4096], *out;
	size_t n;
	FILE *f = popen(arena_printf(arena, fmt, path), "r");

	assert_non_null(f);
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		buf_add(&b, part, n);
	buf_addf(&b, "\nstatus %d\n", pclose(f));
	out = arena_str(arena, b.s);
	buf_done(&b);
	return out;
}

static char *
written(const struct node *book, const struct out_meta *m, const char *name)
{
	char *path = path_of(name);

	assert_int_equal(pdf_write(arena, diags, book, m, path), 0);
	return path;
}

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	diags = diags_new(arena);
	ja = false;
	strcpy(dir, "/tmp/test_pdf.XXXXXX");
	return mkdtemp(dir) != NULL ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	fs_remove(dir);
	arena_done(arena);
	return 0;
}

static void
check_sound(const char *path)
{
	char *out = output("qpdf --check %s 2>&1", path);

	if (strstr(out, "status 0") == NULL || strstr(out, "WARNING") != NULL)
		fail_msg("%s", out);
}

static void
english_reads_well(void **state)
{
	struct out_meta m = meta();
	char *path, *out;

	(void)state;
	path = written(sample(), &m, "en.pdf");
	check_sound(path);
	out = output("pdftotext %s -", path);
	assert_non_null(strstr(out, "Information security is preserved when"));
	assert_non_null(strstr(out, "Page 3 of "));
	assert_non_null(strstr(out, "MGS-ISMS-01"));
	assert_non_null(strstr(out, "RSK-0060"));
	out = output("pdfinfo %s", path);
	assert_non_null(strstr(out, "Tagged:          yes"));
	assert_non_null(strstr(out, "Title:           ISMS Manual"));
	assert_int_equal(diags_len(diags), 0);
}

static void
japanese_reads_well(void **state)
{
	struct out_meta m;
	char *path, *out;

	(void)state;
	ja = true;
	m = meta();
	m.draft = true;
	path = written(sample(), &m, "ja.pdf");
	check_sound(path);
	out = output("pdftotext %s -", path);
	assert_non_null(strstr(out, "組織の状況"));
	assert_non_null(strstr(out, "情報資産の機密性、完全性及び可用性"));
	assert_non_null(strstr(out, "草案"));
	assert_non_null(strstr(out, "RSK-0060"));
	assert_int_equal(diags_len(diags), 0);
}

static void
the_same_bytes_twice(void **state)
{
	struct out_meta m = meta();
	char *a, *b;

	(void)state;
	a = written(sample(), &m, "a.pdf");
	b = written(sample(), &m, "b.pdf");
	assert_non_null(strstr(output(arena_printf(arena, "cmp %s %%s", a), b),
	    "status 0"));
}

static void
links_do_nothing_but_link(void **state)
{
	static const char *const bad[] = {
		"http://a) /S /JavaScript /JS (app.alert(1)",
		"http://a/'/S/Launch", "http://a/\\)/x", "http://例え.jp/<>",
		"javascript:alert(1)", "file:///etc/passwd", "http://a/\n)\r",
		"https://a/%29%0a", "mailto:a@b.example?subject=x)y", "//host"
	};
	struct node *book = node_new(arena, NODE_BOOK), *pg, *p;
	struct out_meta m = meta();
	char *path, *out;
	size_t i;

	(void)state;
	m.title = "T) /S /JavaScript (x";
	pg = page(book, "1", "A ) >> /OpenAction << title\\", 1, "x') /S/Launch");
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		p = para(pg, NULL);
		to(p, NULL, bad[i], bad[i]);
		to(p, "x') /S/Launch", NULL, "inner");
		to(p, "nowhere", NULL, "lost");
	}
	path = written(book, &m, "links.pdf");
	check_sound(path);
	out = output("qpdf --qdf --object-streams=disable %s - | "
	    "grep -a -E '^ *(/S|/JS|/OpenAction|/AA|/Launch) ?' | sort -u",
	    path);
	assert_null(strstr(out, "JavaScript"));
	assert_null(strstr(out, "Launch"));
	assert_null(strstr(out, "OpenAction"));
	assert_non_null(strstr(out, "/S /URI"));
	out = output("qpdf --qdf --object-streams=disable %s - | "
	    "grep -a -c '/S /URI'", path);
	assert_non_null(strstr(out, "7\n"));
}

static void
a_missing_glyph_is_a_finding(void **state)
{
	struct node *book = node_new(arena, NODE_BOOK), *pg, *p;
	static const char *const codes[] = { "U+13E3", "U+13F3", "U+1F389",
	    "U+1F600" };
	const struct diag *d;
	struct out_meta m = meta();
	char *path;
	size_t i;

	(void)state;
	pg = page(book, "1", "Glyphs", 1, "g");
	p = para(pg, "Smile \360\237\230\200\360\237\216\211 here \341\217\243"
	    "\341\217\263");
	p->first->at = (struct pos){ "a.md", 7, 3, 0 };
	para(pg, "𠮷野家 葛󠄀城 שלום עולם مرحبا بالعالم ไทยแลนด์ Ελλάδα é");
	path = written(book, &m, "glyph.pdf");
	check_sound(path);
	diags_sort(diags);
	/* each of them, in words of one script or another */
	assert_int_equal(diags_len(diags), 4);
	for (i = 0; i < 4; i++) {
		d = diags_at(diags, i);
		assert_string_equal(d->head->code, "OUT-01");
		assert_int_equal(d->at.line, 7);
		assert_non_null(strstr(d->message[LANG_EN], codes[i]));
	}
	assert_non_null(strstr(output("pdftotext %s -", path),
	    "[U+1F600][U+1F389] here [U+13E3][U+13F3]"));
}

static void
nothing_is_cut(void **state)
{
	struct node *book = node_new(arena, NODE_BOOK), *pg, *t;
	struct out_meta m = meta();
	struct buf b = BUF_INIT;
	const char *cells[61];
	char *path, *out, *s, *d;
	int i;

	(void)state;
	for (i = 0; i < 1400; i++)
		buf_addf(&b, "w%04d", i);
	buf_adds(&b, "END");
	pg = page(book, "1", "Long", 1, "g");
	para(pg, b.s);
	add(pg, NODE_CODE, b.s);
	t = node_child(arena, pg, NODE_TABLE);
	for (i = 0; i < 60; i++)
		cells[i] = arena_printf(arena, "column%02d", i);
	cells[60] = NULL;
	row(t, true, cells);
	row(t, false, cells);
	path = written(book, &m, "long.pdf");
	check_sound(path);
	out = output("pdftotext -raw %s -", path);
	for (s = d = out; *s != '\0'; s++)
		if (*s != '\n' && *s != '\f' && *s != ' ')
			*d++ = *s;
	*d = '\0';
	assert_non_null(strstr(out, "w0700w0701"));
	assert_non_null(strstr(out, "w1399END"));
	buf_done(&b);
}

/* A register of ten columns, almost too wide for its page: no word is cut. */
static void
a_full_table_keeps_its_words(void **state)
{
	static const char *const head[] = { "Id", "Title", "Nonconformity",
	    "Implementer", "Due", "Implemented on", "Days late",
	    "Effectiveness", "Closed on", "Status", NULL };
	static const char *const titles[] = { "Leavers end by the HR feed",
	    "Quarterly restore of the tenant configuration",
	    "Personal accounts asked for in each work order" };
	struct node *book = node_new(arena, NODE_BOOK), *t, *r;
	struct out_meta m = meta();
	const char *out, *row_of[10];
	int i, k;

	(void)state;
	t = node_child(arena, page(book, "1", "Actions", 1, "g"), NODE_TABLE);
	row(t, true, head);
	for (i = 0; i < 9; i++) {
		memcpy(row_of, (const char *[10]){ arena_printf(arena,
		    "CA-%04d", i + 1), titles[i % 3], "NCR-0001",
		    "Kaho Sugawara", "2025-10-31", "2025-12-19", "21", NULL,
		    "2026-02-13", NULL }, sizeof(row_of));
		r = node_child(arena, t, NODE_ROW);
		for (k = 0; k < 10; k++)
			if (row_of[k] == NULL)
				badge(node_child(arena, r, NODE_CELL), k == 7 ?
				    "effective" : "implemented", TONE_GOOD);
			else
				add(node_child(arena, r, NODE_CELL), NODE_TEXT,
				    row_of[k]);
	}
	out = output("pdftotext -raw %s - | tr '\n' ' '", written(book, &m,
	    "full.pdf"));
	for (i = 0; i < 9; i++)
		assert_non_null(strstr(out, arena_printf(arena, "CA-%04d ",
		    i + 1)));
	for (k = 0; head[k] != NULL; k++)
		assert_non_null(strstr(out, head[k]));
	assert_non_null(strstr(out, "2025-10-31 2025-12-19 21 effective"
	    " 2026-02-13 implemented"));
}

/* Words stay whole in narrow columns. */
static void
katakana_stays_whole(void **state)
{
	static const char *const cells[] = { "CMP-0011",
	    "ダニエル・オカフォー", "クラウド基盤の運用", "業務の外部委託",
	    "外部機関によるペネトレーションテスト", "社員スマートフォンの紛失",
	    "2024-09-12", "2027-09-11", "個人情報保護委員会", NULL };
	static const char *const whole[] = { "ダニエル・", "オカフォー",
	    "クラウド", "ペネトレーションテスト", "スマートフォン" };
	struct node *book = node_new(arena, NODE_BOOK), *t;
	struct out_meta m;
	const char *out;
	size_t i;

	(void)state;
	ja = true;
	m = meta();
	t = node_child(arena, page(book, "1", "表", 1, "g"), NODE_TABLE);
	for (i = 0; i < 5; i++)
		row(t, false, cells);
	out = output("pdftotext -raw %s -", written(book, &m, "kana.pdf"));
	for (i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		if (strstr(out, whole[i]) == NULL)
			fail_msg("%s in:\n%s", whole[i], out);
	/* nor does a kanji stay behind alone */
	assert_non_null(strstr(out, "委員会"));
	assert_null(strstr(out, "\n会"));
}

/*
 * English prose is filled to the measure, its long words parted, and read as
 * if they were not; names, ids and code stay whole.
 */
static void
english_lines_are_filled(void **state)
{
	static const char text[] = "Responsibilities for organisational "
	    "continuity arrangements, identification requirements and "
	    "authentication characteristics notwithstanding, communicate "
	    "nonconformities straightforwardly, with multidisciplinary "
	    "representatives of interdepartmental understanding, "
	    "Minatogawa-Grid, RSK-0001 and comprehensively documented "
	    "recommendations throughout the administration.";
	struct node *book = node_new(arena, NODE_BOOK), *pg;
	struct out_meta m = meta();
	const char *path, *out, *s;
	double right[64];
	size_t n = 0, i;

	(void)state;
	pg = page(book, "1", "Lines", 1, "g");
	para(pg, text);
	path = written(book, &m, "lines.pdf");
	check_sound(path);
	out = output("pdftotext -bbox-layout %s - | sed -n "
	    "'s/.*<word.*xMax=\"\\([^\"]*\\)\".*/W \\1/p; "
	    "s/.*<\\/line>.*/L/p'", path);
	/* the last word of each line, of the paragraph alone */
	for (s = out; (s = strstr(s, "W ")) != NULL; s++)
		if (strncmp(strchr(s, '\n'), "\nL", 2) == 0 && n < 64 &&
		    strtod(s + 2, NULL) > 440 && strtod(s + 2, NULL) < 490)
			right[n++] = strtod(s + 2, NULL);
	assert_true(n >= 4);
	for (i = 0; i < n; i++)
		if (right[i] < 483.0 || right[i] > 485.0)
			fail_msg("a line ends at %.1f", right[i]);
	assert_non_null(strstr(output("pdftotext %s -", path),
	    "\xc2\xad\n"));
	out = output("pdfinfo -struct-text %s | tr -d '\n'", path);
	assert_non_null(strstr(out, text));
}

/* A red and a blue pixel for the logo, no other file. */
static const char *
logo_file(void *data, const char *name, size_t *len)
{
	static const char png[] =
	    "\211\120\116\107\015\012\032\012\000\000\000\015\111\110\104\122"
	    "\000\000\000\002\000\000\000\001\010\002\000\000\000\173\100\350"
	    "\335\000\000\000\015\111\104\101\124\170\234\143\370\317\000\004"
	    "\377\001\007\000\001\377\342\043\236\131\000\000\000\000\111\105"
	    "\116\104\256\102\140\202";

	(void)data;
	*len = sizeof(png) - 1;
	return strcmp(name, "logo.png") == 0 ? png : NULL;
}

static void
the_logo_is_on_the_cover(void **state)
{
	struct out_meta m = meta();
	char *path, *out;

	(void)state;
	path = written(sample(), &m, "bare.pdf");
	out = output("pdfimages -list %s | tail -n +3", path);
	assert_null(strstr(out, "image"));
	m.file = logo_file;
	path = written(sample(), &m, "logo.pdf");
	check_sound(path);
	out = output("pdfimages -f 1 -l 1 -list %s | tail -n +3", path);
	assert_non_null(strstr(out, "image"));
	assert_int_equal(diags_len(diags), 0);
}

/* Does s begin with one of the characters of set? */
static bool
begins(const char *s, const char *set)
{
	size_t n;

	for (; *set != '\0'; set += n) {
		for (n = 1; ((unsigned char)set[n] & 0xc0) == 0x80; n++)
			;
		if (strncmp(s, set, n) == 0)
			return true;
	}
	return false;
}

/* However the lines fall, none begins or ends with what may not stand there. */
static void
japanese_lines_are_right(void **state)
{
	struct node *book = node_new(arena, NODE_BOOK), *pg;
	struct out_meta m;
	struct buf b = BUF_INIT;
	char *s, *line, *end;
	int i, k, n = 0;

	(void)state;
	ja = true;
	m = meta();
	pg = page(book, "1", "行", 1, "g");
	for (i = 0; i < 44; i++) {
		buf_clear(&b);
		for (k = 0; k < i; k++)
			buf_adds(&b, "永");
		buf_adds(&b, "「『甲』」、（乙）。（丙「丁」）・「戊」；サーバー"
		    "チェック々々は￥1,200と〓％の〜と、ｼｽﾃﾑ､だっ！？とゝ…");
		para(pg, arena_str(arena, b.s));
	}
	buf_done(&b);
	s = output("pdftotext -layout %s -", written(book, &m, "lines.pdf"));
	for (line = s; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		while (*line == ' ' || *line == '\f')
			line++;
		if (end - line < 9)
			continue;
		n++;
		if (begins(line, "、。，．」』）！？ーっッ々ゝ・；：％〜､…"))
			fail_msg("begins: %.*s", (int)(end - line), line);
		if (begins(end - 3, "「『（￥"))
			fail_msg("ends: %.*s", (int)(end - line), line);
	}
	assert_true(n > 60);
	assert_int_equal(diags_len(diags), 0);
}

/* No last line of a single short word; numbers stay with what they count. */
static void
no_word_is_lost(void **state)
{
	struct node *book = node_new(arena, NODE_BOOK), *pg;
	struct out_meta m = meta();
	struct buf b = BUF_INIT;
	const char *s;
	int i, k;

	(void)state;
	pg = page(book, "1", "Words", 1, "g");
	for (i = 20; i < 60; i++) {
		buf_clear(&b);
		for (k = 0; k < i; k++)
			buf_adds(&b, k % 3 == 0 ? "of " : "records ");
		buf_adds(&b, "end.");
		para(pg, arena_str(arena, b.s));
		buf_clear(&b);
		for (k = 0; k < i; k++)
			buf_adds(&b, "永");
		buf_adds(&b, "は90日以内");
		para(pg, arena_str(arena, b.s))->lang = "ja";
	}
	buf_done(&b);
	s = output("pdftotext -raw %s -", written(book, &m, "words.pdf"));
	assert_non_null(strstr(s, "records end."));
	assert_null(strstr(s, "\nend."));
	assert_non_null(strstr(s, "90"));
	assert_null(strstr(s, "\n日"));
}

/* A pill is as wide as its words, however narrow the columns. */
static void
pills_are_whole(void **state)
{
	struct node *book = node_new(arena, NODE_BOOK), *t, *r, *c;
	struct out_meta m = meta();
	const char *s;
	int i, k, n = 0;

	(void)state;
	t = node_child(arena, page(book, "1", "Pills", 1, "g"), NODE_TABLE);
	for (i = 0; i < 8; i++) {
		r = node_child(arena, t, NODE_ROW);
		for (k = 0; k < 10; k++) {
			c = node_child(arena, r, NODE_CELL);
			if (k != 4)
				add(c, NODE_TEXT, k % 2 == 0 ? "2026-10-31" :
				    "tenant configuration never restored");
			else
				badge(c, "minor nonconformity", TONE_WARN);
		}
	}
	c = para(t->parent, NULL);
	badge(c, "low", TONE_GOOD);
	add(c, NODE_TEXT, ", ");
	badge(c, "high", TONE_BAD);
	add(c, NODE_TEXT, ", then");
	s = written(book, &m, "pills.pdf");
	assert_null(strstr(output("pdftotext %s -", s), "low,"));
	assert_non_null(strstr(output("pdftotext %s -", s), ", then"));
	s = output("qpdf --qdf --object-streams=disable %s - | "
	    "grep -a ' c$'", s);
	for (; (s = strstr(s, " c\n")) != NULL; s++)
		n++;
	/* four corners each */
	assert_int_equal(n, 4 * (8 + 2));
}

/* How many pages a table of n rows takes, and how many rows the last has. */
static int
pages_of(int n, int *last)
{
	struct node *book = node_new(arena, NODE_BOOK), *t;
	struct out_meta m = meta();
	const char *cells[] = { "", "a word", NULL };
	char *path, *s;
	int i, npage = 0;

	t = node_child(arena, page(book, "1", "Rows", 1, "g"), NODE_TABLE);
	row(t, true, (const char *const[]){ "Id", "What", NULL });
	for (i = 0; i < n; i++) {
		cells[0] = arena_printf(arena, "ROW-%04d", i);
		row(t, false, cells);
	}
	path = written(book, &m, "rows.pdf");
	s = output("pdftotext -layout %s -", path);
	for (*last = 0; *s != '\0'; s++)
		if (*s == '\f') {
			npage++;
			*last = strchr(s + 1, '\f') == NULL ? *last : 0;
		} else if (strncmp(s, "ROW-", 4) == 0)
			++*last;
	return npage;
}

/*
 * What would end on an almost empty page begins there with its table: a page
 * of facts and rows, then a table of rows that runs over.
 */
static void
a_last_page_gets_its_share(void **state)
{
	struct node *book = node_new(arena, NODE_BOOK), *pg, *t;
	struct out_meta m = meta();
	char *s, *at;
	int i, n;

	(void)state;
	pg = page(book, "1", "Facts", 1, "g");
	for (i = 0; i < 2; i++) {
		t = node_child(arena, pg, NODE_TABLE);
		row(t, true, (const char *const[]){ "Id", "What", NULL });
		for (n = 0; n < (i == 0 ? 24 : 18); n++)
			row(t, false, (const char *const[]){ i == 0 ? "FACT" :
			    "SHARE", "a word", NULL });
	}
	s = output("pdftotext -layout %s -", written(book, &m, "share.pdf"));
	assert_non_null(at = strchr(s, '\f'));
	assert_null(memmem(s, (size_t)(at - s), "SHARE", 5));
	assert_non_null(strstr(at, "SHARE"));
}

/* One row does not go to a page of its own. */
static void
no_page_for_a_row(void **state)
{
	int n, npage, before = 1, last, turns = 0;

	(void)state;
	for (n = 30; n < 90; n++) {
		npage = pages_of(n, &last);
		assert_true(npage >= before);
		if (npage > before && ++turns > 0 && last < 3)
			fail_msg("%d rows: %d on page %d", n, last, npage);
		before = npage;
	}
	assert_true(turns > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(english_reads_well, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(japanese_reads_well, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(the_same_bytes_twice, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(links_do_nothing_but_link,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(a_missing_glyph_is_a_finding,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(nothing_is_cut, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(a_full_table_keeps_its_words,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(katakana_stays_whole,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(english_lines_are_filled,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(the_logo_is_on_the_cover,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(japanese_lines_are_right,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(no_word_is_lost, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(pills_are_whole, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(a_last_page_gets_its_share,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(no_page_for_a_row, setup,
		    teardown),
	};

	return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
