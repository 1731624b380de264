#include "unit.h"

#include "load/yaml.h"
#include "load/yaml_fault.h"
#include "load/yaml_quick.h"

static const struct {
	const char	*text, *findings;
} cases[] = {
	{ "", "" },
	{ "# a comment\n", "" },
	{ "id: x\n", "" },
	{ "l:\n- a\n- b\nm: {a: [1, 2], b: \"c: d\"}\n", "" },
	{ "a:\r\n  - b\r\nc: |\r\n  d\r\n  e\r\n", "" },
	{ "a: it's\nb: 100%\nc: x#y\nd: a:b\ne: http://x/\n", "" },
	{ "a: no\nb: 0o17\nc: 1:30\nd: ~\ne:\n", "" },
	/* What an input method leaves behind. */
	{ "id：RSK-1\nkind: risk\n", "1:3 YML-08" },
	{ "a: x\ntitle：foo\nkind: risk\n", "2:6 YML-08" },
	{ "a: x\ntitle ： foo\nkind: risk\n", "2:7 YML-08" },
	{ "m:\n　 a: 1\n", "2:1 YML-09" },
	{ "d: ２０２４－０１－０１\n", "1:4 YML-10" },
	{ "c: [Ａ．５．１, A.5.2]\n", "1:5 YML-10" },
	{ "c: ＲＳＫ−０００１\n", "1:4 YML-10" },
	{ "ｉｄ: x\n", "1:1 YML-10" },
	{ "title: 第１章 ＡＢＣ社の２０２４年度\n", "" },
	{ "title: \"　字下げ\"\n", "" },
	/* Colons and spaces. */
	{ "id:RSK-1\nkind: risk\n", "1:3 YML-04" },
	{ "id: x\nkind:risk\ntitle: y\n", "2:5 YML-04" },
	{ "id: x\nkind risk\ntitle: y\n", "2:1 YML-03" },
	{ "id: x\ntitle: a: b\n", "2:9 YML-05" },
	{ "id: x\n: b\n", "2:1 YML-25" },
	/* Quotes and brackets. */
	{ "a: x\nb: \"c\nd: e\n", "2:4 YML-02" },
	{ "b: 'c\n", "1:4 YML-02" },
	{ "a: \"b\" c\n", "1:8 YML-24" },
	{ "b: 'it's'\n", "1:8 YML-24" },
	{ "a: [x]y\n", "1:7 YML-24" },
	{ "a: [b, c\nd: e\n", "1:4 YML-21" },
	{ "a: {b: c\nd: e\n", "1:4 YML-21" },
	{ "a: {{title}}\n", "1:5 YML-15" },
	{ "? [a]\n: b\n", "1:3 YML-15" },
	{ "a: \"C:\\temp\\q\"\n", "1:12 YML-20" },
	{ "a: \"\\e[2J\"\n", "1:4 YML-19" },
	{ "a: \"x\\0y\"\n", "1:4 YML-19" },
	{ "a: \"x\\u202ey\"\n", "1:4 YML-19" },
	{ "a: @x\n", "1:4 YML-22" },
	{ "a: %x\n", "1:4 YML-22" },
	{ "a: `x`\n", "1:4 YML-22" },
	{ "a: **b**\n", "1:4 YML-22" },
	{ "a: | b\n", "1:4 YML-22" },
	/* Indentation. */
	{ "id: x\n\tkind: b\n", "2:1 YML-06" },
	{ "m:\n\ta: b\n", "2:1 YML-06" },
	{ "m:\n  a: b\n\tc: d\n", "3:1 YML-06" },
	{ "m:\n   a: 1\n  b: 2\n", "3:3 YML-07" },
	{ "l:\n- a\n - b\nc: d\n", "3:2 YML-07" },
	{ "a: - b\n", "1:4 YML-23" },
	/* What other readers take otherwise, or not at all. */
	{ "id: x\nID: y\n", "2:1 YML-11" },
	{ "id: x\nid: y\nid: z\n", "2:1 YML-11 3:1 YML-11" },
	{ "a: {b: 1, b: 2}\n", "1:11 YML-11" },
	{ "a: &x b\nc: *x\n", "1:4 YML-12" },
	{ "a: *x\n", "1:4 YML-12" },
	{ "a:\n  <<: {b: c}\n", "2:3 YML-12" },
	{ "a: !!python/object b\n", "1:4 YML-13" },
	{ "a: !<x> b\n", "1:4 YML-13" },
	{ "a: !x b\n", "1:4 YML-13" },
	{ "%YAML 9.9\n---\na: b\n", "1:1 YML-13" },
	{ "%TAG ! tag:x,2000:\n---\na: b\n", "1:1 YML-13" },
	{ "---\na: b\n", "" },
	{ "a: b\n---\nc: d\n", "2:1 YML-14" },
	{ "a: b\n...\nc: d\n", "3:1 YML-14" },
};

static void
test_findings(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);
		const char *got;

		yaml_parse(a, ds, "f", cases[i].text,
		    strlen(cases[i].text), 1);
		got = unit_findings(a, ds);
		if (strcmp(got, cases[i].findings) != 0)
			print_error("%s\n", cases[i].text);
		assert_string_equal(got, cases[i].findings);
		arena_done(a);
	}
}

static void
place(struct arena *a, const struct yaml *y, struct buf *b)
{
	(void)a;
	if (y->key != NULL)
		buf_addf(b, "%s@%u:%u-%u ", y->key, y->key_at.line,
		    y->key_at.col, y->key_at.end);
	buf_addf(b, "%s@%u:%u-%u\n", y->type == YAML_SCALAR ? y->s :
	    y->type == YAML_LIST ? "[]" : "{}", y->at.line, y->at.col,
	    y->at.end);
	if (y->type != YAML_SCALAR)
		for (y = y->first; y != NULL; y = y->next)
			place(a, y, b);
}

/* Columns are characters, lines are those of the file. */
static void
test_places(void **state)
{
	static const char text[] =
	    "\"キー\": 日本 語  # c\r\n"
	    "l: [a, 'b c']\r\n"
	    "e:\r\n"
	    "m:\r\n"
	    "  t: |\r\n"
	    "    x\r\n"
	    "    y\r\n"
	    "  f: >-\r\n"
	    "    x\r\n"
	    "    y\r\n"
	    "  p: a\r\n"
	    "    b\r\n"
	    "  z: 1";
	static const char want[] =
	    "{}@2:1-0\n"
	    "キー@2:1-5 日本 語@2:7-11\n"
	    "l@3:1-2 []@3:4-14\n"
	    "a@3:5-6\n"
	    "b c@3:8-13\n"
	    "e@4:1-2 @4:1-2\n"
	    "m@5:1-2 {}@6:3-0\n"
	    "t@6:3-4 x\ny\n@6:6-0\n"
	    "f@9:3-4 x y@9:6-0\n"
	    "p@12:3-4 a b@12:6-0\n"
	    "z@14:3-4 1@14:6-7\n";
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct buf b = BUF_INIT;
	const struct yaml *y;

	(void)state;
	y = yaml_parse(a, ds, "f", text, strlen(text), 2);
	assert_non_null(y);
	place(a, y, &b);
	assert_string_equal(b.s, want);
	assert_string_equal(yaml_str(yaml_get(y, "m"), "z"), "1");
	assert_null(yaml_str(y, "m"));
	assert_null(yaml_get(NULL, "m"));
	buf_done(&b);
	arena_done(a);
}

/* Texts that the quick reader is certain of, and what it leaves alone. */
static const struct {
	const char	*text;
	bool		 sure;
} quick[] = {
	{ "id: x\ntitle: A b, c: d\n", false },
	{ "id: x\ntitle: 日本 語 # c\nempty:\nq: 'it''s'\n", true },
	{ "# c\n\nl:\n- a\n- b: 1\n  c: \"x \\\"y\\\"\"\nm:\n  n: -1\n", true },
	{ "l:\n  - [a, {b: c}]\n  - {en: x y, ja: 語, list: [\n    1,\n"
	    "    2]}\n", true },
	{ "t: |\n  a\n\n    b \n  c\nf: >-\n  a\n  b\n\n  c\n", true },
	{ "\"no\": {en: \"no\", ja: いいえ}\nu: https://x/y?z#f\n", true },
	{ "t: >\n  予測する\n  クラウド「A」\n  と B\n  の c\n\n  語\n  、d\n", true },
	{ "a: b\n  c\n", false },
	{ "a:\n  b: 1\n c: 2\n", false },
	{ "a: 1\nA: 2\n", false },
	{ "a: [1, 2, ]\n", false },
	{ "a: \"x\\ty\"\n", false },
	{ "a:\tb\n", false },
	{ "a: b\r\n", false },
	{ "day: ２０２４－０１－０１\n", false },
	{ "a: &x b\n", false },
	{ "a: b\n---\nc: d\n", false },
	{ "a: x\xe2\x80\x8by\n", false },
	{ "a: x\xff\n", false },
	{ "", false },
	{ "x\n", false },
};

static void
test_quick(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(quick) / sizeof(*quick); i++) {
		struct yaml_text t = { "f", quick[i].text,
		    strlen(quick[i].text), 1 };
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);
		struct buf got = BUF_INIT, want = BUF_INIT;
		struct yaml *y = NULL;

		if (yaml_quick(a, &t, &y) != quick[i].sure)
			fail_msg("%s", quick[i].text);
		if (quick[i].sure) {
			place(a, y, &got);
			place(a, yaml_slow(a, ds, &t), &want);
			assert_string_equal(got.s, want.s);
			assert_int_equal(diags_len(ds), 0);
		}
		buf_done(&got);
		buf_done(&want);
		arena_done(a);
	}
}

/* Japanese lines are joined without a space, whatever the style. */
static void
test_folded(void **state)
{
	static const char text[] =
	    "plain: 負荷を予測する\n  サービスと\n  a b\n  c  の\n"
	    "single: '一 行\n  二行'\n"
	    "double: \"一行\n\n  二行\n  三\"\n"
	    "block: >-\n  一行\n  二行\n"
	    "flow: [一行\n  二行, x]\n";
	static const char *const want[][2] = {
		{ "plain", "負荷を予測するサービスと a b c  の" },
		{ "single", "一 行二行" }, { "double", "一行\n二行三" },
		{ "block", "一行二行" }
	};
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	const struct yaml *y = yaml_parse(a, ds, "f", text, strlen(text), 1);

	(void)state;
	assert_non_null(y);
	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++)
		assert_string_equal(yaml_str(y, want[i][0]), want[i][1]);
	assert_string_equal(yaml_get(y, "flow")->first->s, "一行二行");
	arena_done(a);
}

/* A doubled key names its first place; its first value counts. */
static void
test_double(void **state)
{
	static const char text[] = "id: x\nＩＤ: y\n";
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	const struct yaml *y = yaml_parse(a, ds, "f", text, strlen(text), 1);

	(void)state;
	assert_int_equal(y->len, 1);
	assert_string_equal(yaml_str(y, "id"), "x");
	diags_sort(ds);
	assert_int_equal(diags_at(ds, 1)->also.line, 1);
	assert_int_equal(diags_at(ds, 1)->also.col, 1);
	arena_done(a);
}

static void
limit(const char *prefix, const char *part, size_t times, const char *want)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct buf b = BUF_INIT;

	buf_adds(&b, prefix);
	while (times-- > 0)
		buf_adds(&b, part);
	yaml_parse(a, ds, "f", b.s, b.len, 1);
	assert_string_equal(unit_findings(a, ds), want);
	buf_done(&b);
	arena_done(a);
}

static void
test_limits(void **state)
{
	(void)state;
	limit("", "[", 1000000, "1:33 YML-17");
	limit("a: ", "{a: ", 250000, "1:128 YML-17");
	limit("a: [1", ", 1", 100001, "1:299996 YML-18");
	limit("", "k", 1100, "");
	limit("x: y\nk: {", "k", 1025, "2:5 YML-16");
}

static void
test_long_key(void **state)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct buf b = BUF_INIT;

	(void)state;
	for (int i = 0; i < 1025; i++)
		buf_addc(&b, 'k');
	buf_adds(&b, ": v\n");
	assert_null(yaml_parse(a, ds, "f", b.s, b.len, 1));
	assert_string_equal(unit_findings(a, ds), "1:1 YML-16");
	buf_done(&b);
	arena_done(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_findings),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_quick),
		cmocka_unit_test(test_folded),
		cmocka_unit_test(test_double),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_long_key)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
