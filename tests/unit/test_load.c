#include <errno.h>

#include "unit.h"

#include "load/load.h"
#include "load/source.h"
#include "load/yaml.h"

static const char record[] = "---\nid: X-0001\nkind: x\n---\nText.\n";

/* A source whose files fail to be read, as errno and the result say. */
static int fail_errno, fail_result;

static int
refuse(struct source *s, const struct entry *e, size_t max, struct buf *b)
{
	(void)s;
	(void)e;
	(void)max;
	buf_clear(b);
	errno = fail_errno;
	return fail_result;
}

static void
failing(int number, int result, const char *want)
{
	static const char *const files[][2] = { { "a.md", record } };
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct source *s = source_memory(a, files, 1);
	const struct loaded *l;

	fail_errno = number;
	fail_result = result;
	s->read = refuse;
	l = load_documents(a, ds, s, NULL);
	assert_int_equal(l->len, 1);
	assert_null(l->docs[0].front);
	assert_string_equal(unit_findings(a, ds), want);
	arena_done(a);
}

static void
test_failing(void **state)
{
	(void)state;
	failing(EACCES, -1, "0:0 PATH-06");
	failing(EIO, -1, "0:0 PATH-06");
	failing(ENOENT, -1, "0:0 PATH-10");
	failing(0, -2, "0:0 LIM-01");
}

static void
test_limits(void **state)
{
	static const char *const files[][2] = {
		{ "a.md", record }, { "b.md", record }, { "c.md", record }
	};
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct load_limits limits = { 0, 2, 0 };
	const struct loaded *l;

	(void)state;
	l = load_documents(a, ds, source_memory(a, files, 3), &limits);
	assert_int_equal(l->len, 2);
	assert_string_equal(unit_findings(a, ds), "0:0 LIM-02");
	ds = diags_new(a);
	limits = (struct load_limits){ sizeof(record) - 2, 0, 0 };
	l = load_documents(a, ds, source_memory(a, files, 1), &limits);
	assert_string_equal(unit_findings(a, ds), "0:0 LIM-01");
	arena_done(a);
}

/* What is a document, and what only stands beside them. */
static void
test_documents(void **state)
{
	static const char *const files[][2] = {
		{ "README.md", "# Read me\n" },
		{ "README.ja.md", "# 読んで\n" },
		{ "a/contributing.md", "\xff" },
		{ "CHANGELOG.md", record },
		{ "templates/x.md", "nothing\n" },
		{ "notes.txt", "x" }, { "md", "x" }, { ".md", "x" },
		{ "r.md", "\xef\xbb\xbf---\r\nid: X-0002\r\n---\r\n\r\nT\r\n" }
	};
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	const struct loaded *l;
	const struct doc *d;

	(void)state;
	l = load_documents(a, ds, source_memory(a, files, 9), NULL);
	assert_int_equal(l->files, 9);
	assert_int_equal(l->len, 2);
	assert_string_equal(l->docs[0].path, "CHANGELOG.md");
	d = &l->docs[1];
	assert_string_equal(yaml_str(d->front, "id"), "X-0002");
	assert_int_equal(yaml_get(d->front, "id")->at.line, 2);
	assert_string_equal(d->body, "\r\nT\r\n");
	assert_int_equal(d->body_line, 4);
	assert_string_equal(unit_findings(a, ds), "0:0 ENC-01");
	arena_done(a);
}

/* The ids of a register that cannot be read are known nevertheless. */
static void
test_likely(void **state)
{
	static const char *const files[][2] = { { "r.md",
	    "---\nkind: x\nrecords:\n  - id: X-0001\n    t: \"open\n"
	    "  - {id: 'X-0002', t: y}\n  -  id: X-0003\n---\n" } };
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	const struct loaded *l;

	(void)state;
	l = load_documents(a, ds, source_memory(a, files, 1), NULL);
	assert_string_equal(unit_findings(a, ds), "5:8 YML-02");
	assert_string_equal(l->docs[0].likely[0], "X-0001");
	assert_string_equal(l->docs[0].likely[1], "X-0002");
	assert_string_equal(l->docs[0].likely[2], "X-0003");
	assert_null(l->docs[0].likely[3]);
	arena_done(a);
}

/* The gate lets nothing of this kind through; if it did, there is an end. */
static void
test_ungated(void **state)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);

	(void)state;
	assert_null(yaml_parse(a, ds, "f", "a: \x01\n", 5, 1));
	assert_string_equal(unit_findings(a, ds), "1:1 YML-01");
	arena_done(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_failing),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_documents),
		cmocka_unit_test(test_likely),
		cmocka_unit_test(test_ungated)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
