#include "unit.h"

#include "load/guess.h"
#include "load/load.h"

#define FRONT	"---\nid: x\n---\n"
#define N	(sizeof(FRONT) - 1)

static const struct {
	const char	*text;
	size_t		 len, front;
	bool		 passes;
	const char	*findings;
} cases[] = {
#define CASE(text, front, passes, findings) \
	{ text, sizeof(text) - 1, front, passes, findings }
	CASE("", 0, true, ""),
	CASE(FRONT "plain 日本語 text 👩‍💻 ❤️ 葛󠄀城 1️⃣\n", N, true, ""),
	CASE(FRONT "a\r\nb\n", N, true, "0:0 ENC-08"),
	CASE("a\r\nb\r\n", 0, true, ""),
	CASE("a\rb\r", 0, false, "1:2 ENC-07"),
	CASE("a\r\r\n", 0, false, "1:2 ENC-07"),
	CASE(FRONT "a\0b", N, false, "4:2 ENC-05"),
	CASE("a\x1b[2Jb\n", 0, false, "1:2 ENC-06"),
	CASE("a\x07\x08\x7f\n", 0, false, "1:2 ENC-06"),
	CASE("日\xc2\x9b\n", 0, false, "1:2 ENC-06"),
	CASE("a\xef\xbf\xbf\n", 0, false, "1:2 ENC-06"),
	CASE("x\n日\xff\n", 0, false, "2:2 ENC-03"),
	CASE("abc \xc0\xaf", 0, false, "1:5 ENC-03"),
	CASE("abc \xed\xa0\x80", 0, false, "1:5 ENC-03"),
	CASE("abc \xf4\x90\x80\x80", 0, false, "1:5 ENC-03"),
	CASE("日本 \xe6\x97", 0, false, "1:4 ENC-03"),
	CASE("id: caf\xe9 b\n", 0, false, "1:8 ENC-04"),
	CASE("\x93\xfa\x96{\x8c\xea\x82\xcc\x83\x65", 0, false, "1:1 ENC-04"),
	CASE("\xc6\xfc\xcb\xdc\xb8\xec", 0, false, "1:1 ENC-04"),
	CASE("a \x1b$BF|K\\\x1b(B", 0, false, "1:3 ENC-04"),
	CASE("a\0b\0\n\0c\0\n\0", 0, false, "0:0 ENC-02"),
	CASE("\xff\xfe" "a\0b\0", 0, false, "0:0 ENC-02"),
	CASE("---\nid: a\xe2\x80\x8b\n---\n", 14, false, "2:6 ENC-09"),
	CASE("---\nid: a\xef\xbb\xbf\n---\n", 14, false, "2:6 ENC-09"),
	CASE("---\nid: a\xf3\xa0\x81\x81\n---\n", 14, false, "2:6 ENC-09"),
	CASE("---\nid: a\xef\xb8\x8f\n---\n", 14, false, "2:6 ENC-09"),
	CASE("---\nid: a\xe2\x80\xa8x: b\n---\n", 17, false, "2:6 ENC-11"),
	CASE("---\nid: a\xc2\x85x: b\n---\n", 17, false, "2:6 ENC-11"),
	CASE(FRONT "a\xe2\x80\xae" "b\xc2\xad", N, true, "4:2 ENC-10"),
	CASE(FRONT "a\xe2\x80\xa8", N, true, "4:2 ENC-10"),
};

static void
test_gate(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);
		bool passes = gate_check(ds, "f", cases[i].text,
		    cases[i].len, cases[i].front);
		const char *got = unit_findings(a, ds);

		if (strcmp(got, cases[i].findings) != 0)
			print_error("case %zu\n", i);
		assert_string_equal(got, cases[i].findings);
		assert_int_equal(passes, cases[i].passes);
		arena_done(a);
	}
}

static void
test_front(void **state)
{
	static const struct {
		const char	*text;
		int		 found;
		size_t		 from, len, body;
	} t[] = {
		{ "", 0, 0, 0, 0 },
		{ "---", -1, 0, 0, 0 },
		{ "--- \r\na: b\r\n---\r\nx", 1, 6, 6, 17 },
		{ "---\n---", 1, 4, 0, 7 },
		{ "\n---\na: b\n---\n", 0, 0, 0, 0 },
		{ "----\na: b\n---\n", 0, 0, 0, 0 },
		{ "---\na: b\n --- \n", -1, 0, 0, 0 },
		{ "---\na: --- b\n---\n", 1, 4, 9, 17 },
	};
	size_t from, len, body;

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		from = len = body = 0;
		assert_int_equal(front_find(t[i].text, strlen(t[i].text),
		    &from, &len, &body), t[i].found);
		assert_int_equal(from, t[i].from);
		assert_int_equal(len, t[i].len);
		assert_int_equal(body, t[i].body);
	}
}

static void
quoted(const char *name, const char *want)
{
	struct buf b = BUF_INIT;

	guess_quote(&b, name);
	assert_string_equal(b.s, want);
	buf_done(&b);
}

static void
test_quote(void **state)
{
	(void)state;
	quoted("a/b-1.md", "a/b-1.md");
	quoted("-x.md", "./'-x.md'");
	quoted("a b'c$d.md", "'a b'\\''c$d.md'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_gate),
		cmocka_unit_test(test_front),
		cmocka_unit_test(test_quote)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
