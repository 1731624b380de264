#include "unit.h"

#include <ctype.h>
#include <time.h>

#include "base/fs.h"
#include "load/mark.h"
#include "tree/node.h"

static struct node *
parse(struct arena *a, struct diags *ds, const char *text)
{
	return mark_parse(a, ds, (struct pos){ "x.md", 1, 0, 0 }, text,
	    strlen(text), 0);
}

/*
 * Headings and the anchors that GitHub gives them, in the order of one
 * document: a line each, a tab between.
 */
static void
slugs(void **state)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct buf list = BUF_INIT, doc = BUF_INIT;
	const struct node *n;
	char *line, *tab, *next;
	size_t count = 0;

	(void)state;
	assert_int_equal(fs_read("tests/mark/slugs.txt", 1 << 20, &list), 0);
	for (line = list.s; *line != '\n' || line[1] != '\0'; line++) {
		if (*line == '\0')
			break;
		buf_adds(&doc, "# ");
		for (; *line != '\t'; line++) {
			if (ispunct((unsigned char)*line))
				buf_addc(&doc, '\\');
			buf_addc(&doc, *line);
		}
		buf_addc(&doc, '\n');
		line = strchr(line, '\n');
	}
	n = parse(a, ds, doc.s)->first;
	for (line = list.s; *line != '\0'; line = next, n = n->next) {
		tab = strchr(line, '\t');
		next = strchr(tab, '\n') + 1;
		next[-1] = *tab = '\0';
		assert_non_null(n);
		assert_int_equal(n->type, NODE_HEADING);
		assert_string_equal(n->anchor, tab + 1);
		count++;
	}
	assert_null(n);
	assert_true(count > 200);
	buf_done(&list);
	buf_done(&doc);
	arena_done(a);
}

/* A heading that is called as another's second has it. */
static void
unique(void **state)
{
	static const char *const want[] = { "a", "a-1", "a-1-1", "a-2",
	    "a-1-2" };
	struct arena *a = arena_new();
	const struct node *n = parse(a, diags_new(a),
	    "# A\n# a\n# a-1\n# A!\n# a-1\n")->first;

	(void)state;
	for (size_t i = 0; i < 5; i++, n = n->next)
		assert_string_equal(n->anchor, want[i]);
	arena_done(a);
}

/* Where links, notes and literals are: "line:col-end what", in order. */
static const char *
places(struct arena *a, const struct node *root)
{
	const struct node *n = NULL;
	struct buf b = BUF_INIT;
	const char *what, *s;
	bool enter = false;

	while ((n = node_step(root, n, &enter)) != NULL) {
		if (!enter)
			continue;
		what = n->type == NODE_LINK ? (n->ref != NULL ? n->ref :
		    n->url) : n->type == NODE_NOTE_REF ? n->name :
		    n->type == NODE_LITERAL || n->type == NODE_CODE ? n->text :
		    n->type == NODE_IMAGE ? n->url : n->type == NODE_EMPH ?
		    "*" : n->type == NODE_STRIKE ? "~" :
		    n->type == NODE_HEADING ? "#" : n->type == NODE_TABLE ?
		    "|" : NULL;
		if (what != NULL)
			buf_addf(&b, "%s%u:%u-%u %s", b.len > 0 ? ", " : "",
			    n->at.line, n->at.col, n->at.end, what);
	}
	s = b.s == NULL ? "" : arena_str(a, b.s);
	buf_done(&b);
	return s;
}

static void
positions(void **state)
{
	static const struct {
		const char	*text, *want;
	} cases[] = {
	{ "# 日本 [[A]]\n", "1:1-11 #, 1:6-11 A" },
	{ "日 [x](y) *z*\n[[A|b]] `c`\n",
	    "1:3-9 y, 1:10-13 *, 2:1-8 A, 2:10-11 c" },
	{ "> a\n> [[A]]\n[[B]]\n", "2:3-8 A, 3:1-6 B" },
	{ "- a\n  [[A]]\n [[B]]\n\n  > *c*\n  >  `d`\n",
	    "2:3-8 A, 3:2-7 B, 5:5-8 *, 6:7-8 d" },
	{ "10) > a\n    > b\n    >\n    > [[A]]\n", "4:7-12 A" },
	{ "&amp; \\* &#42; [[A]] www.a.bc me@a.bc\n",
	    "1:16-21 A, 1:22-30 http://www.a.bc, 1:31-38 mailto:me@a.bc" },
	{ "[r]: /u\n[s]:\n /v\n[[A]] [r]\n*b*\n",
	    "4:1-6 A, 4:7-10 /u, 5:1-4 *" },
	{ "a ~~b *c*~~ d[^n]\n\n[^n]: e [[A]]\n    [[B]]\n\n    `f`\n",
	    "1:3-12 ~, 1:7-10 *, 1:14-18 n, 3:9-14 A, 4:5-10 B, "
	    "6:6-7 f" },
	{ "x\n\n| a \\| [[A]] | 日 `b\\|c` |\n|:-|-|\n|  *d* | [[B\\|t]] |\n",
	    "3:3-0 |, 3:8-13 A, 3:19-23 b|c, 5:4-7 *, 5:10-18 B" },
	{ "> - [x] | a |\n>   |---|\n>   | [[A]] |\n", "1:11-0 |, 3:7-12 A" },
	{ "Title\nof [[A]]\n===\n\n```c\nx\n```\n",
	    "1:1-0 #, 2:4-9 A, 5:1-0 x\n" },
	{ "\ta\n\n-\t[[A]]\n", "1:2-0 a\n, 3:3-8 A" },
	{ "![*i* j](k) [*l*](http://m.n)\r\n<br>\r\n[[A]]\r\n",
	    "1:1-12 k, 1:13-30 http://m.n, 1:14-17 *, 3:1-6 A" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena *a = arena_new();
		const struct node *root = parse(a, diags_new(a),
		    cases[i].text);

		assert_string_equal(places(a, root), cases[i].want);
		arena_done(a);
	}
}

static void
findings(void **state)
{
	static const struct {
		const char	*text, *want;
	} cases[] = {
	{ "a <b>c</b> <!-- d --> <br> <BR/>\n", "1:3 MD-01" },
	{ "<!-- a -->\n<!-- b --> <i>\n", "2:12 MD-01" },
	{ "<!-- a -->\n\n<br>\n", "" },
	{ "<!-- a --> <script>\n</script>\n", "1:12 MD-01 2:1 MD-01" },
	{ "[a](javascript:b) ![c](data:d) [e](<f g.md>) [h](i%3aj)\n",
	    "1:1 MD-02 1:19 MD-02" },
	{ "[a](//b) [c](\\\\\\\\d) [e](http:/f) <https:g>\n",
	    "1:1 MD-03 1:10 MD-03 1:21 MD-03 1:34 MD-03" },
	{ "a[^b] `[^c]` \\[^d]\n", "1:2 MD-05" },
	{ "a[^b][^B]\n\n[^b]: c\n\n[^B]: d\n\n[^e]: f\n",
	    "5:1 MD-06 7:1 MD-07" },
	{ "[a]: b\n[c]: d\n\n> [A]: e\n\n```\n[c]: f\n```\n", "4:3 MD-06" },
	{ "[a]: b\n\n[a]: c\nd\n", "3:1 MD-06" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);

		parse(a, ds, cases[i].text);
		assert_string_equal(unit_findings(a, ds), cases[i].want);
		arena_done(a);
	}
}

/*
 * Taking out the first table turns the second one's item into text: what
 * stood for it in between must not show.
 */
static void
put_back(void **state)
{
	static const char text[] =
	    "1. 1. | a |\n      | - |\n   0  | b |\n"
	    "   2. | c |\n      | - |\n";
	struct arena *a = arena_new();
	const struct node *root = parse(a, diags_new(a), text);
	struct buf b = BUF_INIT;

	(void)state;
	node_plain(&b, root);
	assert_null(strpbrk(b.s, "\001\002\003\016\017"));
	assert_non_null(strstr(b.s, "2. | c |"));
	buf_done(&b);
	arena_done(a);
}

/* What is repeated to make a text: before it, it, behind it. */
struct hostile {
	const char	*before, *piece, *behind;
};

static char *
make(const struct hostile *h, size_t size)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, h->before);
	while (b.len < size)
		buf_adds(&b, h->piece);
	buf_adds(&b, h->behind);
	return b.s;
}

static void
guard(void **state)
{
	static const struct {
		struct hostile	 h;
		size_t		 size;
		unsigned	 line;
	} cases[] = {
	{ { "a\n", "- ", "x\n" }, 50000, 2 },
	{ { "", "> ", "\n" }, 50000, 1 },
	{ { "", "> - ", "x\n" }, 168, 1 },
	{ { "", "> - ", "x\n" }, 72, 0 },
	{ { "", "-", "\n" }, 1000, 0 },
	{ { "a\n\n", "--- | ", "---\n" }, 300, 0 },
	{ { "| a", " | a", " |\n|---|\n" }, 400, 1 },
	{ { "", "a ", "\n" }, 20000, 1 },
	{ { "", "a\n", "\n" }, 40000, 16385 },
	{ { "", "a\n\n", "\n" }, 400000, 0 },
	{ { "", "[\n", "\n" }, 10000, 4001 },
	{ { "", "a)", "\n" }, 10000, 0 },
	{ { "a", ")", "\n" }, 100, 1 },
	{ { "", "<\n", "\n" }, 10000, 1001 },
	{ { "", "*a\n", "\n" }, 30000, 8001 },
	{ { "|a|\n|-|\n", "|b|\n", "" }, 120000, 25001 },
	{ { "", "|a|\n|-|\n\n", "" }, 200000, 50000 },
	};
	const char *why = NULL;
	char *s;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		s = make(&cases[i].h, cases[i].size);
		assert_int_equal(mark_guard(s, strlen(s), 0, &why),
		    cases[i].line);
		if (cases[i].line > 0)
			assert_non_null(why);
		free(s);
	}
}

static const struct hostile hostile[] = {
	{ "", "![[]()", "" }, { "", "[a](b", "" }, { "", "![", "" },
	{ "", "![a](b)", "" }, { "", "[a][", "" }, { "", "a**b", "" },
	{ "", "*a ", "" }, { "", "*a _a*_ ", "" }, { "", "a ~b~~", "" },
	{ "", "~~a~", "" }, { "", "~~a ~", "" }, { "", "a~ ~~b", "" },
	{ "", "~", "" }, { "", "> ", "" }, { "", ">", "a" },
	{ "", "> - ", "a\n\n" }, { "", "- ", "x" }, { "", "- a\n", "" },
	{ "", "1. ", "" }, { "", "`", "" }, { "", "`a``", "" },
	{ "", "&", "" }, { "", "&amp;", "" }, { "", "\\*", "" },
	{ "", "<?", "" }, { "", "<!A ", "" }, { "", "<![CDATA[", "" },
	{ "", "a <!-- ", "" }, { "", "<a ", "" }, { "", "<b>", "" },
	{ "", "http://a.b", "" }, { "", "http://_", "" },
	{ "", "(http://a.b", "" }, { "", "http://a.b/)", "" },
	{ "", "http://a.b&x;", "" }, { "", "www.", "" }, { "", "_www.a", "" },
	{ "", "*www.a_b.", "" }, { "", "a@b.c", "" }, { "", "a@", "" },
	{ "", "a.", "@" }, { "", "[[a", "" }, { "", "[[A-1]]", "" },
	{ "", "[^", "" }, { "[^1]: x\n\n", "[^1]", "" },
	{ "", "[^1]: x\n", "" }, { "", "[^1]: x\n\n", "" },
	{ "[^1]: a\n\n", "    [^1]\n\n", "" },
	{ "|a|\n|-|\n", "|b|\n", "" }, { "", "|a|\n|-|\n\n", "" },
	{ "|a|b|c|\n|-|-|-|\n", "x\n", "" }, { "a\n-|\n", "\\|\n", "" },
	{ "", "> |a|\n> |-|\n", "" }, { "", "a\nb\n|-|\n", "" },
	{ "", "===\n|a|\n|-|\n", "" }, { "[a]: /u\n\n", "[a]", "" },
	{ "", "[a]: /u\n", "" }, { "", "[a]: /u\n\n", "" },
	{ "", "# a\n", "" }, { "", "#\n", "" }, { "", "a\n=\n", "" },
	{ "", "- [ ] |a|\n  |-|\n", "" }, { "", "* a\n + b\n  - c\n", "" },
	{ "", "a  \n", "" }, { "", "- a\n\n  b\n", "" }, { "", "![a", "" },
	{ "", "[a](<b", "" }, { "", "[a](b \"", "" }, { "", "[a](((((", "" },
	{ "", "**x [a*b**c](d)_", "" }, { "", "a_b*c~d`", "" },
};

/* The largest text of a kind that the guard lets through. */
static size_t
accepted(const struct hostile *h, size_t most)
{
	size_t low = 0, high = most, mid;
	const char *why;
	char *s;

	while (high > low) {
		mid = high - (high - low) / 2;
		s = make(h, mid);
		if (mark_guard(s, strlen(s), 0, &why) == 0)
			low = mid;
		else
			high = mid - 1;
		free(s);
	}
	return low;
}

/*
 * Whatever the guard lets through is cheap: no more nodes than bytes, and a
 * second of the processor's time where the parser alone would take many.
 */
static void
cheap(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(hostile) / sizeof(*hostile); i++) {
		struct arena *a = arena_new();
		char *s = make(&hostile[i], accepted(&hostile[i], 48000));
		const struct node *root, *n = NULL;
		clock_t begun = clock();
		size_t nodes = 0;
		bool enter = false;

		root = parse(a, diags_new(a), s);
		assert_non_null(root);
		while ((n = node_step(root, n, &enter)) != NULL)
			nodes += enter;
		assert_true(nodes < 3 * strlen(s) + 10);
		assert_true((double)(clock() - begun) / CLOCKS_PER_SEC < 1.0);
		free(s);
		arena_done(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slugs),
		cmocka_unit_test(unique),
		cmocka_unit_test(positions),
		cmocka_unit_test(findings),
		cmocka_unit_test(put_back),
		cmocka_unit_test(guard),
		cmocka_unit_test(cheap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
