#include "unit.h"

#include <glob.h>

#include "base/fs.h"
#include "history/version.h"
#include "history/words.h"
#include "load/load.h"

static struct arena *arena;
static struct versions_reader *reader;
static uint64_t seed = 1;

static unsigned
dice(unsigned n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

static void
begin(void)
{
	arena = arena_new();
	reader = versions_new(arena, words_new(arena));
}

static void
end(void)
{
	versions_done(reader);
	arena_done(arena);
}

/* A version of a text as "ID field=text …". */
static const char *
show(const char *text)
{
	const struct versions *vs = versions_read(reader, text, strlen(text));
	struct buf b = BUF_INIT;
	const char *out;

	buf_adds(&b, vs->readable ? "" : "unreadable");
	for (size_t i = 0; i < vs->len; i++) {
		buf_addf(&b, "%s%s:", i > 0 ? " / " : "", vs->list[i]->id);
		for (size_t j = 0; j < vs->list[i]->len; j++)
			buf_addf(&b, " %s=%s", vs->list[i]->values[j].field,
			    vs->list[i]->values[j].text);
	}
	out = arena_str(arena, b.s);
	buf_done(&b);
	return out;
}

static void
test_fields(void **state)
{
	(void)state;
	begin();
	assert_string_equal(show("---\nid: A\ntags: [x, \"y, z\"]\nby:\n"
	    "  who: P\n  when: 2025-01-01 # c\nlist:\n- {a: 1, b: 2}\n"
	    "- a: 3\n---\n"), "A: by.when=2025-01-01 by.who=P id=A "
	    "list[0].a=1 list[0].b=2 list[1].a=3 tags=x, y, z");
	assert_string_equal(show("---\nid: A\nnote: |\n  one\n  two\nx: >-\n"
	    "  a\n  b\n---\n"), "A: id=A note=one\ntwo\n x=a b");
	assert_string_equal(show("---\nkind: k\nid: no\nrecords:\n"
	    "  - id: A\n    x: 1\n  - {id: B, kind: own}\n  - id: A\n"
	    "  - x: 1\nowner: P\n---\n"),
	    "A: id=A kind=k owner=P x=1 / B: id=B kind=own owner=P");
	/* Inherited by key: an empty mapping is a value, too. */
	assert_string_equal(show("---\nby: {a: 1}\nrecords:\n"
	    "- id: A\n  by: {}\n- id: B\n---\n"), "A: id=A / B: by.a=1 id=B");
	assert_string_equal(show("---\nid: [A]\nx: 1\n---\n"), "");
	assert_string_equal(show("---\nid:\nx: 1\n---\n"), "");
	assert_string_equal(show("# only prose\n"), "");
	assert_string_equal(show("---\n---\n"), "");
	assert_string_equal(show("---\nid: A\n"), "unreadable");
	assert_string_equal(show("---\n- id: A\n---\n"), "unreadable");
	assert_string_equal(show("---\nid: \"A\n---\n"), "unreadable");
	/* As the loader reads them. */
	assert_string_equal(show("---\nid: A\nid: B\n---\n"), "A: id=A");
	assert_string_equal(show("---\nid: A\ndue: ２０２５－０１－０１\n---\n"),
	    "A: due=2025-01-01 id=A");
	assert_string_equal(show("\xef\xbb\xbf---\r\nid: A\r\n---\r\n"),
	    "A: id=A");
	end();
}

static const char *
body_of(const char *body)
{
	const char *text = arena_printf(arena, "---\nid: A\n---\n%s", body);

	return versions_read(reader, text, strlen(text))->list[0]->body;
}

static void
test_prose(void **state)
{
	const char *plain;

	(void)state;
	begin();
	plain = body_of("One\n\ntwo\n");
	assert_non_null(plain);
	assert_ptr_equal(plain, body_of("\n\nOne  \r\n\r\ntwo\t\n\n\n"));
	assert_ptr_equal(plain, body_of("One\n \t\ntwo"));
	assert_ptr_not_equal(plain, body_of("One\ntwo\n"));
	assert_ptr_not_equal(plain, body_of("One\n\n\ntwo\n"));
	assert_ptr_not_equal(plain, body_of("One\n\n two\n"));
	assert_null(body_of(""));
	assert_null(body_of(" \r\n\n"));
	end();
}

/* A record that stands unchanged is one object, whatever is around it. */
static void
test_shared(void **state)
{
	const struct versions *a, *b;
	const char *one = "---\nkind: k\nrecords:\n- id: A\n  x: 1\n"
	    "- id: B\n  x: 1\n---\n";
	const char *two = "---\nkind: k\nrecords:\n- id: A\n  x: 2\n"
	    "- id: B\n  x: 1\n---\n";

	(void)state;
	begin();
	a = versions_read(reader, one, strlen(one));
	b = versions_read(reader, two, strlen(two));
	assert_ptr_not_equal(a->list[0], b->list[0]);
	assert_ptr_equal(a->list[1], b->list[1]);
	two = "---\nkind: other\nrecords:\n- id: A\n  x: 1\n- id: B\n"
	    "  x: 1\n---\n";
	b = versions_read(reader, two, strlen(two));
	assert_ptr_not_equal(a->list[1], b->list[1]);
	end();
}

/* ---- the scanner against the parser ---- */

static bool
alike(const struct versions *a, const struct versions *b)
{
	if (a->readable != b->readable || a->len != b->len)
		return false;
	for (size_t i = 0; i < a->len; i++) {
		const struct version *x = a->list[i], *y = b->list[i];

		if (x->id != y->id || x->len != y->len || x->body != y->body)
			return false;
		for (size_t j = 0; j < x->len; j++)
			if (x->values[j].field != y->values[j].field ||
			    x->values[j].text != y->values[j].text)
				return false;
	}
	return true;
}

static void
agree(const char *text, size_t len, const char *what)
{
	const struct versions *a = versions_read(reader, text, len);
	const struct versions *b = versions_read_slow(reader, text, len);

	if (!alike(a, b))
		fail_msg("%s: scanner and parser differ on:\n%.*s", what,
		    (int)len, text);
}

static bool
is_certain(const char *text, size_t len)
{
	struct fields f = { .words = words_new(arena) };
	struct slices slices = { NULL, 0, 0, false, NULL, NULL };
	size_t from, yaml_len, body;
	bool ok = front_find(text, len, &from, &yaml_len, &body) == 1 &&
	    scan_plain(text + from, yaml_len) &&
	    scan_front(&f, &slices, text + from, yaml_len);

	for (size_t i = 0; ok && i < slices.len; i++)
		ok = scan_slice(&f, &slices.list[i]);
	buf_done(&f.path);
	free(f.list);
	free(slices.list);
	return ok;
}

/* One to three small changes of the kind that break YAML. */
static void
mutate(struct buf *b, const char *text, size_t len, size_t head)
{
	static const char *const bits[] = { ":", ": ", " #", "#", "- ", "-",
	    "\n", "\n  ", "\n\n", " ", "  ", "'", "''", "\"", "[", "]", "{",
	    "}", ",", ", ", "|", ">", "&a", "*a", "!t ", "%", "@", "`", "?",
	    "? ", "\\", "\t", "\r", "\r\n", "---\n", "...\n", "<<: x\n", "~",
	    "é", "　", "：", "Ａ", "１", "ー", "\xe2\x80\x8b", "\xe2\x80\xa8",
	    "\xc2\x85", "\xc2\xa0", "\xff", "\xef\xbb\xbf", "\x7f", "key:",
	    "id: Z\n", "records:\n", "records: ", "kind: x\n", "[]", "{}",
	    "[a, b]", "{a: b}", "{a: b, A: c}", "- - x\n", "\n- id: Q\n" };
	size_t at, cut;

	buf_clear(b);
	buf_add(b, text, len);
	for (unsigned n = 1 + dice(3); n > 0; n--) {
		const char *bit = bits[dice(sizeof(bits) / sizeof(*bits))];
		struct buf c = BUF_INIT;

		at = dice((unsigned)(head < b->len ? head : b->len));
		cut = dice(3) == 0 ? 1 + dice(4) : 0;
		if (at + cut > b->len)
			cut = 0;
		buf_add(&c, b->s, at);
		if (dice(4) != 0)
			buf_adds(&c, bit);
		buf_add(&c, b->s + at + cut, b->len - at - cut);
		buf_done(b);
		*b = c;
	}
}

static size_t
compare_files(const char *pattern, unsigned rounds, size_t *certain)
{
	struct buf text = BUF_INIT, b = BUF_INIT;
	size_t n, from, yaml_len, body;
	glob_t g;

	assert_int_equal(glob(pattern, 0, NULL, &g), 0);
	for (n = 0; n < g.gl_pathc; n++) {
		begin();
		assert_int_equal(fs_read(g.gl_pathv[n], 1 << 20, &text), 0);
		agree(text.s, text.len, g.gl_pathv[n]);
		*certain += is_certain(text.s, text.len);
		if (front_find(text.s, text.len, &from, &yaml_len,
		    &body) == 1)
			for (unsigned i = 0; i < rounds; i++) {
				mutate(&b, text.s, body + 20 < text.len ?
				    body + 20 : text.len, body);
				agree(b.s, b.len, g.gl_pathv[n]);
			}
		end();
	}
	globfree(&g);
	buf_done(&text);
	buf_done(&b);
	return n;
}

static void
test_scanner(void **state)
{
	const char *s = getenv("ROUNDS");
	unsigned rounds = s == NULL ? 30 : (unsigned)atoi(s);
	size_t certain = 0, all;

	(void)state;
	all = compare_files("example-isms/*/*.md", rounds, &certain);
	/* Faster only where it is certain: that must be nearly everywhere. */
	assert_true(all > 100);
	if (certain * 100 < all * 90)
		fail_msg("certain of %zu of %zu files", certain, all);
	compare_files("lib/standard/iso27001/minimal/*.md", rounds * 4,
	    &certain);
}

static const char *const tricky[] = {
	"a:\n  b: 1\n c: 2\n", "a: 1\n b: 2\n", "a:\n- x\n-  y\n",
	"a:\n  - x\n - y\n", "a:\n- x: 1\n   y: 2\n", "a: [x, y", "a: [x, , y]\n",
	"a: [x, ]\n", "a: {x: 1, }\n", "a: {x}\n", "a: {x:1}\n", "a: [x: 1]\n",
	"a: x: y\n", "a: x:\n", "a : x\n", "a:x\n", "a: 'it''s' # c\n",
	"a: 'x'y\n", "a: \"x\\ty\"\n", "a: x\n  y\n", "a: x\n\n  y\n",
	"a:\n  x\n", "a: # c\n  b: 1\n", "a: #c\n", "a: x#y\n", "a: x #y\n",
	"A: 1\na: 2\n", "a: |\n  x\n  # no comment\n", "a: >\n x\n\n y\n",
	"a: |\n  x\n\n   y \n\n\nb: 1\n", "a: |\n\n  x\n", "a: |\nb: 1\n",
	"a: |\n  x\n y\n", "a: |\n  x\n    \n# c\nb: 1\n", "a: |  # c\n  x\n",
	"a: |-\n  x\n", "a:\n  b: |\n    x\n  c: |\n   - y\n", "a: |\n  \tx\n",
	"a:\n- b: |\n    x\n- |\n  y\n", "a: |\n  x\n\t\nb: 1\n", "a: |\n    \n  x\n",
	"a: -5\n", "a: - x\n", "a: -x\n", "a:\n-\n", "a:\n- \n- x\n",
	"a: [[x, y], z]\n", "a: [{x: 1}, y]\n", "a: {x: [1, 2], y: {z: 3}}\n",
	"a:\n- [x, y]\n- z\n", "a:\n- b:\n  - c\n  d: e\n", "a: []\nb: {}\n",
	"a:\n\n- x\n\n# c\n- y\n", "a: ~\nb: null\nc: ''\nd: \"\"\n",
	"records:\n- id: X\n  t: |\n    - id: Y\n    text\n- id: Z\n",
	"records:\n- id: X\n  t: \"a\n- id: Y\"\n- id: Z\n",
	"records:\n- id: X\n  t: a\n   b\n- id: Z\n", "records: []\n",
	"records:\n  - id: X\n - id: Y\n", "records:\n- id: X\n\n# c\n\nk: v\n",
	"records:\n- id: X\n  a: {}\na: {b: c}\n", "records:\n- x\n- id: Y\n",
	"records:\n-   id: X\n    a: 1\n- id: Y\n", "records:\n",
	"records:\n  id: X\n", "records:\n- id: X\nrecords:\n- id: Y\n",
	"records:\n- id: X\n  a.b: 1\na: 2\n", "a: Ａ\n", "a: [Ａ－１]\n",
	"a: http://x/y:z\n", "a: [http://x]\n", "a: x, y: z\n", "a: x,y\n",
	"a: 50%\n", "a: \"x\" \n", "a: x \n", "1: x\n", "-a: x\n", "a-: x\n",
	"? a\n: b\n", "a: <<\n", "a: =\n", "a: (x) [y] {z}\n", "a: .\n",
	"...\na: 1\n", "a: 1\n...\n", "%YAML 1.1\n", "  a: 1\n  b: 2\n",
};

static void
test_tricky(void **state)
{
	(void)state;
	begin();
	for (size_t i = 0; i < sizeof(tricky) / sizeof(*tricky); i++)
		for (int id = 0; id < 3; id++) {
			const char *s = arena_printf(arena,
			    "---\n%s%s%s---\nText\n", id == 1 ? "id: I\n" : "",
			    tricky[i], id == 2 ? "id: I\n" : "");

			agree(s, strlen(s), "tricky");
		}
	end();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fields), cmocka_unit_test(test_prose),
		cmocka_unit_test(test_shared), cmocka_unit_test(test_tricky),
		cmocka_unit_test(test_scanner),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
