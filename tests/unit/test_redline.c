#include "unit.h"

#include "base/redline.h"

/* "[-gone-]{+new+}" as git's word diff has it. */
static void
becomes(const char *old, const char *now, const char *want)
{
	static const char *const marks[][2] = {
		{ "", "" }, { "[-", "-]" }, { "{+", "+}" },
	};
	struct arena *a = arena_new();
	struct redline *r = redline(a, old, strlen(old), now, strlen(now));
	struct buf b = BUF_INIT;

	buf_adds(&b, "");
	for (size_t i = 0; i < r->len; i++)
		buf_addf(&b, "%s%.*s%s", marks[r->pieces[i].op][0],
		    (int)r->pieces[i].len, r->pieces[i].s,
		    marks[r->pieces[i].op][1]);
	assert_string_equal(b.s, want);
	buf_done(&b);
	arena_done(a);
}

static void
test_words(void **state)
{
	(void)state;
	becomes("", "", "");
	becomes("a b", "a b", "a b");
	becomes("", "a b", "{+a b+}");
	becomes("a b", "", "[-a b-]");
	becomes("every quarter, and", "each month, and",
	    "[-every quarter-]{+each month+}, and");
	becomes("x-1 is 2.5", "x-2 is 2.5", "x-[-1-]{+2+} is 2.5");
}

static void
test_lines_broken_anew(void **state)
{
	(void)state;
	becomes("one two\nthree four", "one\ntwo three   four",
	    "one\ntwo three   four");
	becomes("one two\nthree", "one two\n\nthree", "one two\n\nthree");
}

static void
test_japanese(void **state)
{
	(void)state;
	becomes("四半期ごとに復元試験を行う。", "毎月復元試験を行う。",
	    "[-四半期ごとに-]{+毎月+}復元試験を行う。");
	becomes("バックアップを取る", "バックアップを二重に取る",
	    "バックアップを{+二重に+}取る");
}

/* Texts of thousands of words with nothing in common: one edit, soon. */
static void
test_much(void **state)
{
	struct arena *a = arena_new();
	struct buf x = BUF_INIT, y = BUF_INIT;
	struct redline *r;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		buf_addf(&x, "a%d ", i);
		buf_addf(&y, "b%d ", i);
	}
	r = redline(a, x.s, x.len, y.s, y.len);
	assert_int_equal(r->gone, 20000);
	assert_int_equal(r->new, 20000);
	assert_true(r->len <= 3);
	buf_done(&x);
	buf_done(&y);
	arena_done(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_lines_broken_anew),
		cmocka_unit_test(test_japanese),
		cmocka_unit_test(test_much),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
