#include <math.h>
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
#include "out/pdf.h"
#include "tree/node.h"

/*
 * Where the pages of a PDF end, judged by what poppler reads on each.  The
 * words that matter are in capitals; the others fill.
 */

static struct arena *arena;
static struct diags *diags;
static char dir[] = "/tmp/test_pdf.XXXXXX";

static const char *
word(void *data, const char *key)
{
	(void)data;
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

static struct node *
add(struct node *up, enum node_type type, const char *text)
{
	struct node *n = node_child(arena, up, type);

	n->text = text;
	return n;
}

static struct node *
page(struct node *book, const char *number, const char *title, int level)
{
	struct node *n = add(book, NODE_PAGE, title);

	n->number = number;
	n->anchor = n->name = arena_printf(arena, "at-%s", number);
	n->level = (unsigned char)level;
	return n;
}

static void
para(struct node *up, const char *text)
{
	add(node_child(arena, up, NODE_PARA), NODE_TEXT, text);
}

static void
row(struct node *table, bool head, const char *a, const char *b)
{
	struct node *r = node_child(arena, table, NODE_ROW);

	r->head = head;
	add(node_child(arena, r, NODE_CELL), NODE_TEXT, a);
	add(node_child(arena, r, NODE_CELL), NODE_TEXT, b);
}

/* The text of each page, apart by form feeds. */
static char *
pages(const struct node *book)
{
	struct out_meta m = { .lang = LANG_EN, .title = "Manual",
	    .organisation = "Example", .number = "EX-01", .version = "1",
	    .classification = "internal", .commit = "abc1234",
	    .asof = "2026-10-15", .word = word, .file = file };
	char *path = arena_printf(arena, "%s/pages.pdf", dir), part[4096],
	    *out;
	struct buf b = BUF_INIT;
	size_t n;
	FILE *f;

	assert_int_equal(pdf_write(arena, diags, book, &m, path), 0);
	f = popen(arena_printf(arena, "pdftotext -layout %s - | tr -s ' '",
	    path), "r");
	assert_non_null(f);
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		buf_add(&b, part, n);
	assert_int_equal(pclose(f), 0);
	out = arena_str(arena, b.s);
	buf_done(&b);
	return out;
}

/* How often s stands on page i, from 0. */
static int
on_page(const char *text, int i, const char *s)
{
	const char *end;
	int n = 0;

	for (; i > 0 && text != NULL; i--)
		if ((text = strchr(text, '\f')) != NULL)
			text++;
	if (text == NULL)
		return 0;
	if ((end = strchr(text, '\f')) == NULL)
		end = text + strlen(text);
	while ((text = memmem(text, (size_t)(end - text), s, strlen(s))) !=
	    NULL) {
		n++;
		text++;
	}
	return n;
}

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	diags = diags_new(arena);
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

/* A chapter with n lines of filling; what comes behind is on its way down. */
static struct node *
filled(struct node *book, int n)
{
	struct node *pg = page(book, "1", "Filling", 1);

	for (; n > 0; n--)
		para(pg, "a line");
	return pg;
}

/* A heading, the box below it and a small table are not parted. */
static void
a_box_below_a_heading_leads_on(void **state)
{
	struct node *book, *pg, *t;
	int n, i, k, both = 0;
	char *s;

	(void)state;
	for (n = 8; n < 34; n++) {
		book = node_new(arena, NODE_BOOK);
		filled(book, n);
		pg = page(book, "1.1", "SECTION", 2);
		para(add(pg, NODE_NOTE, "ASKED"), "what is asked");
		t = node_child(arena, pg, NODE_TABLE);
		row(t, true, "Id", "What");
		for (i = 0; i < 7; i++)
			row(t, false, "RECORD", "a word");
		for (i = 0; i < 16; i++)
			para(pg, "more");
		s = pages(book);
		for (i = 0; i < 4; i++) {
			k = on_page(s, i, "ASKED");
			/* in the header, too */
			assert_true((on_page(s, i, "1.1 SECTION") == 2) ==
			    (k == 1));
			if (on_page(s, i, "RECORD") != k * 7)
				fail_msg("%d lines: the box alone", n);
			both += k;
		}
	}
	assert_int_equal(both, 34 - 8);
}

/* Neither the first nor the last row of the facts stands alone. */
static void
facts_do_not_end_with_one_row(void **state)
{
	struct node *book, *pg, *t;
	int n, i, k, cut = 0;
	char *s;

	(void)state;
	for (n = 8; n < 40; n++) {
		book = node_new(arena, NODE_BOOK);
		pg = filled(book, n);
		t = node_child(arena, pg, NODE_COLUMNS);
		for (i = 0; i < 24; i++)
			row(t, false, "Label", i % 2 ? "SHORT" : "LONG enough "
			    "a value to take the whole of the line, so that "
			    "it stands in a row of its own and in no other");
		s = pages(book);
		k = on_page(s, 0, "SHORT") + on_page(s, 0, "LONG");
		assert_int_equal(k + on_page(s, 1, "SHORT") +
		    on_page(s, 1, "LONG"), 24);
		if (k == 1 || k == 2 || k == 23)
			fail_msg("%d lines: %d rows on the page", n, k);
		cut += k > 0 && k < 24;
	}
	assert_true(cut > 0);
}

/* Nor does an item of a list. */
static void
lists_do_not_end_with_one_item(void **state)
{
	struct node *book, *pg, *l;
	int n, i, k, cut = 0;
	char *s;

	(void)state;
	for (n = 20; n < 34; n++) {
		book = node_new(arena, NODE_BOOK);
		pg = filled(book, n);
		para(pg, "INTRODUCED");
		l = node_child(arena, pg, NODE_LIST);
		l->tight = true;
		for (i = 0; i < 6; i++)
			para(node_child(arena, l, NODE_ITEM), "POINT");
		for (i = 0; i < 14; i++)
			para(pg, "more");
		s = pages(book);
		k = on_page(s, 0, "POINT");
		assert_int_equal(k + on_page(s, 1, "POINT"), 6);
		if (k == 1 || k == 5)
			fail_msg("%d lines: %d items on the page", n, k);
		assert_int_equal(on_page(s, 0, "INTRODUCED"), k > 0);
		cut += k > 0 && k < 6;
	}
	assert_true(cut > 0);
}

/* The header tells the section and the records of its page. */
static void
headers_tell_what_is_on_the_page(void **state)
{
	struct node *book = node_new(arena, NODE_BOOK), *pg;
	char *s;
	int n, i;

	(void)state;
	page(book, "1", "Chapter", 1);
	para(book->last, "what it is about");
	page(book, "1.1", "Records", 2);
	for (n = 1; n <= 4; n++) {
		pg = page(book, arena_printf(arena, "R-%d", n), "A record",
		    3);
		for (i = 0; i < 20; i++)
			para(pg, "a line");
	}
	pg = page(book, "2", "Manual", 1);
	for (i = 0; i < 40; i++)
		para(pg, "a line");
	s = pages(book);
	assert_int_equal(on_page(s, 0, "1.1 Records · R-1\n"), 1);
	assert_int_equal(on_page(s, 1, "1.1 Records · R-2 – R-3\n"), 1);
	assert_int_equal(on_page(s, 2, "1.1 Records · R-3 – R-4\n"), 1);
	/* what the book is called is told once */
	assert_int_equal(on_page(s, 3, "Example · Manual"), 1);
	assert_int_equal(on_page(s, 4, "Example · Manual"), 1);
	assert_int_equal(on_page(s, 4, "Manual 2\n"), 1);
}

/* The line above a table is not parted from it. */
static void
tables_stay_with_what_introduces_them(void **state)
{
	struct node *book, *pg, *t;
	int n, i, cut = 0;
	char *s;

	(void)state;
	for (n = 18; n < 34; n++) {
		book = node_new(arena, NODE_BOOK);
		pg = filled(book, n);
		para(pg, "INTRODUCED:");
		t = node_child(arena, pg, NODE_TABLE);
		row(t, true, "Id", "What");
		for (i = 0; i < 24; i++)
			row(t, false, "RECORD", "a word");
		s = pages(book);
		i = on_page(s, 0, "RECORD");
		assert_int_equal(on_page(s, 0, "INTRODUCED"), i > 0);
		cut += i == 0;
	}
	assert_true(cut > 0);
}

/* The facts of a document and who approved it stand on one page. */
static void
the_head_of_a_document_is_whole(void **state)
{
	struct node *book, *pg, *t;
	int n, i;
	char *s;

	(void)state;
	for (n = 2; n < 30; n += 3) {
		book = node_new(arena, NODE_BOOK);
		filled(book, n);
		pg = page(book, "D-1", "DOCUMENT", 2);
		pg->at.path = "documents/D-1.md";
		t = node_child(arena, pg, NODE_COLUMNS);
		for (i = 0; i < 24; i++)
			row(t, false, "Label", "A value that takes the whole "
			    "of its line, so that none stands beside it, as "
			    "long as that is");
		t = node_child(arena, pg, NODE_TABLE);
		row(t, true, "Prepared", "Approved");
		row(t, false, "SIGNED", "SIGNED");
		for (i = 0; i < 20; i++)
			para(pg, "more");
		s = pages(book);
		for (i = 0; i < 4; i++)
			if (on_page(s, i, "SIGNED") > 0)
				assert_int_equal(on_page(s, i,
				    "D-1 DOCUMENT"), 2);
	}
}

static void
map(struct node *up, const char *text)
{
	struct node *f = node_child(arena, up, NODE_FIGURE), *s;

	f->w = 400;
	f->h = 230;
	s = add(f, NODE_SHAPE, text);
	s->shape = SHAPE_TEXT;
	s->w = 100;
	s->h = 20;
}

/* Figures that are compared stand on one page, a little smaller if need be. */
static void
two_maps_share_a_page(void **state)
{
	struct node *book, *pg;
	int n, i, both = 0;
	char *s;

	(void)state;
	for (n = 0; n < 40; n += 2) {
		book = node_new(arena, NODE_BOOK);
		pg = filled(book, n);
		map(pg, "BEFORE");
		map(pg, "AFTER");
		s = pages(book);
		for (i = 0; i < 3; i++)
			assert_int_equal(on_page(s, i, "BEFORE"),
			    on_page(s, i, "AFTER"));
		both += on_page(s, 0, "AFTER");
	}
	assert_true(both > 0);
}

/* A chapter of any length does not end with two rows on a page. */
static void
long_chapters_end_with_more_than_rows(void **state)
{
	struct node *book, *t;
	int n, i, last;
	char *s;

	(void)state;
	for (n = 34; n < 60; n++) {
		book = node_new(arena, NODE_BOOK);
		for (i = 0; i < 45; i++)
			filled(book, 30)->level = i == 0 ? 1 : 2;
		t = page(book, "9.9", "LAST", 2);
		t = node_child(arena, t, NODE_TABLE);
		row(t, true, "Id", "What");
		for (i = 0; i < n; i++)
			row(t, false, "RECORD", "a word");
		s = pages(book);
		for (last = i = 0; i < 60; i++)
			if (on_page(s, i, "RECORD") > 0)
				last = on_page(s, i, "RECORD");
		assert_true(last > 3);
	}
}

/* What is called by capitals and a number is not parted. */
static void
numbers_stay_with_their_capitals(void **state)
{
	struct node *book = node_new(arena, NODE_BOOK), *pg;
	struct buf b = BUF_INIT;
	char *s;
	int n;

	(void)state;
	pg = page(book, "1", "Text", 1);
	for (n = 0; n < 24; n++) {
		buf_addf(&b, "%s%.*s conforms to ISO/IEC 27001 and JIS Q 27001.",
		    n > 0 ? "mm" : "", n, "mmmmmmmmmmmmmmmmmmmmmmmmmm");
		para(pg, arena_str(arena, b.s));
	}
	s = pages(book);
	assert_int_equal(on_page(s, 0, "IEC\n") + on_page(s, 1, "IEC\n"), 0);
	assert_int_equal(on_page(s, 0, " Q\n") + on_page(s, 1, " Q\n"), 0);
	buf_done(&b);
}

/* The words above narrow columns are not parted where they have phrases. */
static void
japanese_heads_keep_their_phrases(void **state)
{
	struct node *book = node_new(arena, NODE_BOOK), *pg, *t, *r;
	char *s;
	int i, n;

	(void)state;
	pg = page(book, "1", "Register", 1);
	pg->lang = "ja";
	t = node_child(arena, pg, NODE_TABLE);
	for (n = 0; n < 3; n++) {
		r = node_child(arena, t, NODE_ROW);
		r->head = n == 0;
		for (i = 0; i < 9; i++)
			add(node_child(arena, r, NODE_CELL), NODE_TEXT,
			    n > 0 ? "3" : "残留リスクの起こりやすさ");
	}
	s = pages(book);
	assert_int_equal(on_page(s, 0, "起こりやすさ"), 9);
	assert_int_equal(on_page(s, 0, "残留リスクの"), 9);
}

static float
linear(float c)
{
	return c <= 0.04045f ? c / 12.92f : powf((c + 0.055f) / 1.055f, 2.4f);
}

/* Printed in grey the worse is still the darker, and can be told apart. */
static void
the_worse_is_the_darker(void **state)
{
	static const enum tone order[] = { TONE_GOOD, TONE_WARN, TONE_BAD,
	    TONE_WORST };
	struct pdf_color c;
	float was = 1, is;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(order) / sizeof(*order); i++, was = is) {
		c = pdf_solid(order[i]);
		is = 0.2126f * linear(c.r) + 0.7152f * linear(c.g) +
		    0.0722f * linear(c.b) + 0.05f;
		assert_true(was > is * 1.25f);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_box_below_a_heading_leads_on,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(facts_do_not_end_with_one_row,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(
		    headers_tell_what_is_on_the_page, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    japanese_heads_keep_their_phrases, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    numbers_stay_with_their_capitals, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    tables_stay_with_what_introduces_them, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    two_maps_share_a_page, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    long_chapters_end_with_more_than_rows, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    the_head_of_a_document_is_whole, setup, teardown),
		cmocka_unit_test(the_worse_is_the_darker),
		cmocka_unit_test_setup_teardown(lists_do_not_end_with_one_item,
		    setup, teardown),
	};

	return cmocka_run_group_tests_name("pdf_page", tests, NULL, NULL);
}
