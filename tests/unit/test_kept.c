#include "unit.h"

#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/kept.h"
#include "base/rows.h"
#include "diag/diag.h"
#include "diag/keep.h"
#include "diag/text.h"
#include "load/stamp.h"

/*
 * What is kept of a verdict comes back as it was; and whatever the bytes of
 * such a file say, they are read within their bounds and can be shown.
 */

#define TEXT	"one\ntwo: x\nthree\n"

static const struct kept_sort sort = { "a sort\0", 7 };

static uint32_t seed = 5;

static uint32_t
dice(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

static void
fill(struct arena *a, struct diags *ds, struct diag_summary *sum)
{
	static const char *const why[] = { "a", "b", NULL };
	struct diag *d;

	diags_text(ds, "a.md", TEXT, strlen(TEXT));
	diag_add(ds, D_REF_UNKNOWN, (struct pos){ "a.md", 2, 1, 4 }, "R-1",
	    "field", "owner", "target", "PER-9", NULL);
	d = diag_add(ds, D_REF_UNKNOWN, (struct pos){ "a.md", 3, 2, 0 },
	    NULL, "field", "x", "target", "y", NULL);
	d->also = (struct pos){ "a.md", 1, 1, 2 };
	d->also_says[LANG_EN] = arena_str(a, "here");
	d->waived = "WVR-1";
	diag_add(ds, D_REF_UNKNOWN, (struct pos){ NULL, 0, 0, 0 }, NULL,
	    NULL);
	diags_sort(ds);
	*sum = (struct diag_summary){ .files = 3, .records = 4, .links = 5,
	    .commits = 6, .rules = 7, .asof = "2026-01-01", .commit = "",
	    .profile = "starter", .held_until = "2026-02-02" };
	sum->not_judged[LANG_EN] = sum->not_judged[LANG_JA] = why;
}

/* All forms of it, in both languages, behind each other. */
static void
show(const struct diags *ds, const struct diag_summary *sum, struct buf *b)
{
	struct diag_style st = { .lang = LANG_EN };

	for (int l = LANG_EN; l <= LANG_JA; l++) {
		st.lang = (enum lang)l;
		diag_text(ds, sum, &st, b);
		diag_json(ds, sum, &st, b);
		diag_github(ds, sum, &st, b);
	}
}

static void
write_kept(struct arena *a, struct buf *b, struct buf *shown)
{
	struct diags *ds = diags_new(a);
	struct diag_summary sum;
	struct stamps *ss;
	struct rows rows;
	char dir[] = "/tmp/kept.XXXXXX";

	assert_non_null(mkdtemp(dir));
	assert_int_equal(mkdir(arena_printf(a, "%s/d", dir), 0755), 0);
	assert_int_equal(fs_write(arena_printf(a, "%s/d/a.md", dir), TEXT,
	    strlen(TEXT)), 0);
	assert_int_equal(symlink("x", arena_printf(a, "%s/l", dir)), 0);
	ss = stamps_read(a, dir, 1000);
	assert_non_null(ss);
	fill(a, ds, &sum);
	show(ds, &sum, shown);
	rows_new(&rows, a);
	stamps_keep(ss, &rows);
	diags_keep(ds, &sum, &rows, a);
	assert_true(kept_write(b, &sort, &rows));
	rows_done(&rows);
	stamps_close(ss);
	fs_remove(dir);
}

static void
test_same(void **state)
{
	struct arena *a = arena_new();
	struct buf b = BUF_INIT, was = BUF_INIT, now = BUF_INIT;
	struct diag_summary sum;
	struct stamps *ss;
	struct diags *ds;
	struct cursor c;

	(void)state;
	write_kept(a, &b, &was);
	assert_true(kept_read(&c, &sort, b.s, b.len));
	ss = stamps_take(a, &c);
	assert_non_null(ss);
	assert_int_equal(ss->len, 3);
	assert_string_equal(ss->list[2].path, "d/a.md");
	ds = diags_take(a, &c, &sum);
	assert_non_null(ds);
	show(ds, &sum, &now);
	assert_string_equal(was.s, now.s);
	buf_done(&b);
	buf_done(&was);
	buf_done(&now);
	arena_done(a);
}

static void
test_cut(void **state)
{
	struct arena *a = arena_new();
	struct buf b = BUF_INIT, was = BUF_INIT;
	struct cursor c;
	char *s;

	(void)state;
	write_kept(a, &b, &was);
	for (size_t len = 0; len < b.len; len++)
		assert_false(kept_read(&c, &sort, b.s, len));
	for (size_t i = 0; i < b.len; i++) {
		s = arena_dup(a, b.s, b.len);
		s[i] ^= 1;
		assert_false(kept_read(&c, &sort, s, b.len));
	}
	buf_done(&b);
	buf_done(&was);
	arena_done(a);
}

static void
test_hostile(void **state)
{
	struct arena *a = arena_new(), *scratch;
	struct buf b = BUF_INIT, was = BUF_INIT, now = BUF_INIT;
	struct diag_summary sum;
	struct diags *ds;
	struct cursor c, from;
	size_t at;
	char *s;

	(void)state;
	write_kept(a, &b, &was);
	assert_true(kept_read(&from, &sort, b.s, b.len));
	for (int round = 0; round < 5000; round++) {
		scratch = arena_new();
		s = arena_dup(scratch, b.s, b.len);
		for (uint32_t n = 1 + dice(3); n > 0; n--) {
			at = (size_t)(from.at - b.s) +
			    dice((uint32_t)(from.texts - from.at));
			s[at - at % 4] = (char)dice(dice(2) == 0 ? 256 : 32);
			if (dice(8) == 0)
				memset(s + at - at % 4, 255, 4);
		}
		c = from;
		c.at = s + (from.at - b.s);
		c.end = s + (from.end - b.s);
		c.texts = s + (from.texts - b.s);
		if (stamps_take(scratch, &c) != NULL &&
		    (ds = diags_take(scratch, &c, &sum)) != NULL) {
			buf_clear(&now);
			show(ds, &sum, &now);
		}
		arena_done(scratch);
	}
	buf_done(&b);
	buf_done(&was);
	buf_done(&now);
	arena_done(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
