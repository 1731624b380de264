#include <sys/stat.h>

#include <dirent.h>
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
#include "diag/diag.h"
#include "out/out.h"
#include "tree/node.h"

static struct arena *arena;
static struct node *book;
static char dir[] = "/tmp/test_html.XXXXXX";

static const char *
word(void *data, const char *key)
{
	(void)data;
	return key;
}

static const char template[] =
    "<!DOCTYPE html><html lang=\"{{lang}}\"><title>{{title}}</title>"
    "<body class=\"{{class}}\">{{nav}}|{{breadcrumbs}}|{{content}}|{{steps}}"
    "{{out.skip}}{{ broken";

static const char *
file(void *data, const char *name, size_t *len)
{
	(void)data;
	if (strcmp(name, "page.html") != 0)
		return NULL;
	*len = strlen(template);
	return template;
}

static const struct out_meta meta = {
	.lang = LANG_EN, .title = "Manual <&>", .organisation = "O",
	.number = "N", .version = "1", .classification = "c",
	.commit = "abc", .asof = "2026-10-15", .approved = "",
	.word = word, .file = file
};

static struct node *
page(const char *name, const char *title, int level)
{
	struct node *n = node_child(arena, book, NODE_PAGE);

	n->name = n->anchor = name;
	n->text = title;
	n->level = (unsigned char)level;
	return n;
}

static struct node *
para(struct node *up, const char *text)
{
	struct node *p = node_child(arena, up, NODE_PARA);

	if (text != NULL)
		node_text(arena, p, text);
	return p;
}

/* Write the book and give back one of its files. */
static char *
written(const char *name)
{
	struct buf b = BUF_INIT;
	struct dirent *d;
	char path[600], *s;
	DIR *dp;
	FILE *f;
	int c;

	assert_non_null(mkdtemp(dir));
	assert_int_equal(html_write(arena, NULL, book, &meta, dir), 0);
	snprintf(path, sizeof(path), "%s/%s", dir, name);
	assert_non_null(f = fopen(path, "rb"));
	while ((c = getc(f)) != EOF)
		buf_addc(&b, c);
	fclose(f);
	dp = opendir(dir);
	while ((d = readdir(dp)) != NULL) {
		snprintf(path, sizeof(path), "%s/%s", dir, d->d_name);
		unlink(path);
	}
	closedir(dp);
	rmdir(dir);
	memcpy(dir + strlen(dir) - 6, "XXXXXX", 6);
	s = arena_str(arena, b.s);
	buf_done(&b);
	return s;
}

static void
has(const char *s, const char *part)
{
	if (strstr(s, part) == NULL)
		fail_msg("no \"%s\" in: %s", part, s);
}

static void
has_not(const char *s, const char *part)
{
	if (strstr(s, part) != NULL)
		fail_msg("\"%s\" in: %s", part, s);
}

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	book = node_new(arena, NODE_BOOK);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_done(arena);
	return 0;
}

/* Whatever the text, it stays text: the sink escapes. */
static void
text_is_escaped(void **state)
{
	struct node *p, *n;
	char *s;

	(void)state;
	p = page("index", "<script>alert('1')</script>", 1);
	para(p, "a & b <img src=x onerror=\"x\"> \x1b[2J \xff \xc2\x85");
	n = node_child(arena, p, NODE_CODE);
	n->text = "</code><b>";
	n->name = "\"><script>";
	n = node_child(arena, para(p, NULL), NODE_BADGE);
	n->text = "\"><i>";
	n = node_child(arena, p, NODE_FIGURE);
	n->text = "\"><svg onload=x>";
	n = node_child(arena, n, NODE_SHAPE);
	n->shape = SHAPE_TEXT;
	n->text = "</text><script>";
	s = written("index.html");
	has(s, "<title>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;<");
	has(s, "a &amp; b &lt;img src=x onerror=&quot;x&quot;&gt; "
	    "\xef\xbf\xbd[2J \xef\xbf\xbd \xef\xbf\xbd");
	has_not(s, "<script");
	has_not(s, "<b>");
	has_not(s, "<svg onload");
	has(s, "out.skip{{ broken");
}

/* Only web, mail and paths below the page become links. */
static void
links_are_harmless(void **state)
{
	static const char *const bad[] = {
		"javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x",
		"vbscript:x", "file:///etc/passwd", "blob:x", "//host/x",
		"\\\\host\\x", "http:/x", "https:\\\\x", "/etc/passwd",
		"java\tscript:x", " javascript:x", "http:x", ""
	};
	static const char *const good[][2] = {
		{ "https://a.example/?q=\"'<x>&y=\xe5\x92\x8c",
		    "href=\"https://a.example/?q=%22%27%3Cx%3E&amp;y="
		    "%E5%92%8C\" rel=" },
		{ "mailto:a@b.example", "href=\"mailto:a@b.example\"" },
		{ "evidence/a b.pdf#x", "<span" },
		{ "evidence/a.pdf", "href=\"evidence/a.pdf\"" }
	};
	struct node *n;
	char *s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		book = node_new(arena, NODE_BOOK);
		n = node_child(arena, para(page("index", "t", 1), NULL),
		    NODE_LINK);
		n->url = bad[i];
		node_text(arena, n, "here");
		s = written("index.html");
		has(s, "<p><span>here</span></p>");
	}
	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		book = node_new(arena, NODE_BOOK);
		n = node_child(arena, para(page("index", "t", 1), NULL),
		    NODE_LINK);
		n->url = good[i][0];
		has(written("index.html"), good[i][1]);
	}
}

/* A heading's address in its document is its address on the page. */
static void
anchors_lead_home(void **state)
{
	struct node *p, *n;
	char *s;

	(void)state;
	p = page("index", "home", 1);
	n = node_child(arena, para(p, NULL), NODE_LINK);
	n->ref = "DOC-1/\xe7\x9b\xae\xe7\x9a\x84";
	n = node_child(arena, para(p, NULL), NODE_LINK);
	n->ref = "DOC-1";
	n = node_child(arena, para(p, NULL), NODE_LINK);
	n->ref = "DOC-1/gone";
	p = page("DOC-1", "doc", 2);
	n = node_child(arena, p, NODE_HEADING);
	n->anchor = "DOC-1/\xe7\x9b\xae\xe7\x9a\x84";
	n->level = 4;
	s = written("index.html");
	has(s, "<a href=\"DOC-1.html#%E7%9B%AE%E7%9A%84\"></a>");
	has(s, "<a href=\"DOC-1.html\"></a>");
	has(s, "<span></span>");
	s = written("DOC-1.html");
	/* no level is skipped */
	has(s, "<h2 id=\"\xe7\x9b\xae\xe7\x9a\x84\"></h2>");
}

/* Names that differ only in case, or lead elsewhere, get names of their own. */
static void
names_are_portable(void **state)
{
	(void)state;
	page("index", "home", 1);
	page("A", "one", 1);
	page("a", "two", 1);
	page("../x", "three", 1);
	page(NULL, "four", 1);
	has(written("A.html"), "one");
	has(written("a-2.html"), "two");
	has(written("page.html"), "three");
	has(written("page-2.html"), "four");
}

static void
tables_have_parts(void **state)
{
	struct node *t, *r, *c;
	int i;

	(void)state;
	t = node_child(arena, page("index", "t", 1), NODE_TABLE);
	t->text = "Cap";
	for (i = 0; i < 3; i++) {
		r = node_child(arena, t, NODE_ROW);
		r->head = i == 0;
		c = node_child(arena, r, NODE_CELL);
		c->span = i == 1 ? 2 : 1;
		node_text(arena, c, "x");
		if (i == 1)
			continue;
		c = node_child(arena, r, NODE_CELL);
		c->align = ALIGN_RIGHT;
		para(c, "y");
	}
	has(written("index.html"), "aria-label=\"out.table 1: Cap\"><table>"
	    "<caption>Cap</caption>\n<thead>\n<tr><th scope=\"col\">x</th>"
	    "<th scope=\"col\" class=\"right\">y</th></tr>\n</thead>\n<tbody>"
	    "\n<tr><th scope=\"rowgroup\" colspan=\"2\" class=\"word\">x</th></tr>"
	    "\n<tr><td class=\"word\">x</td><td class=\"right\">y</td></tr>\n</tbody>\n"
	    "</table></section>");
}

static void
full_folder_fails(void **state)
{
	(void)state;
	page("index", "t", 1);
	assert_int_equal(html_write(arena, NULL, book, &meta,
	    "/nonexistent/x"), -1);
}

static void
formulas_are_disarmed(void **state)
{
	static const char *const cells[] = {
		"a", "=1+1", "+1", "-1", "-1+1", "@x", "\tx", "\xef\xbc\x9d" "1",
		"a,b", "a\"b", "a\nb", NULL, ""
	};
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		csv_cell(&b, cells[i], i, false);
	csv_end(&b);
	assert_string_equal(b.s, "a,\"'=1+1\",\"'+1\",-1,\"'-1+1\",\"'@x\","
	    "\"'\tx\",\"'\xef\xbc\x9d" "1\",\"a,b\",\"a\"\"b\",\"a\nb\",,\r\n");
	buf_clear(&b);
	csv_cell(&b, "=1", 0, true);
	assert_string_equal(b.s, "=1");
	buf_done(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(text_is_escaped, begin, end),
		cmocka_unit_test_setup_teardown(links_are_harmless, begin,
		    end),
		cmocka_unit_test_setup_teardown(anchors_lead_home, begin, end),
		cmocka_unit_test_setup_teardown(names_are_portable, begin,
		    end),
		cmocka_unit_test_setup_teardown(tables_have_parts, begin, end),
		cmocka_unit_test_setup_teardown(full_folder_fails, begin, end),
		cmocka_unit_test(formulas_are_disarmed)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
