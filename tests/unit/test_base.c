#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

#include "base/fold.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/near.h"
#include "base/pattern.h"
#include "base/utf8.h"

static char top[] = "/tmp/test_base.XXXXXX";

static const char *
under(struct arena *a, const char *name)
{
	return arena_printf(a, "%s/%s", top, name);
}

static void
test_near(void **state)
{
	static const char *const words[] = {
		"owner", "created", "reviewed", "review_due", "status", "id"
	};

	(void)state;
	assert_int_equal(near_distance("abc", "abc", 2), 0);
	assert_int_equal(near_distance("abc", "acb", 2), 1);
	assert_int_equal(near_distance("Owner", "owner", 2), 0);
	assert_int_equal(near_distance("kitten", "sitting", 3), 3);
	assert_int_equal(near_distance("kitten", "sitting", 2), 3);
	assert_int_equal(near_distance("", "ab", 3), 2);
	assert_string_equal(near_find("ower", words, 6), "owner");
	assert_string_equal(near_find("reviewdue", words, 6), "review_due");
	assert_string_equal(near_find("Stauts", words, 6), "status");
	assert_null(near_find("x", words, 6));
	assert_null(near_find("likelihood", words, 6));
	assert_null(near_find("owner", words, 0));
}

static void
test_fold(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(fold_loose(a, "ＩＤ"), "id");
	assert_string_equal(fold_loose(a, "Ｏｗｎｅｒ"), "owner");
	assert_string_equal(fold_loose(a, "ｶﾞ"), "ガ");
	assert_string_equal(fold_path(a, "straße"), fold_path(a, "STRASSE"));
	assert_string_equal(fold_path(a, "か\xe3\x82\x99"), "が");
	assert_string_not_equal(fold_path(a, "Ａ"), fold_path(a, "A"));
	assert_string_equal(fold_nfc(a, "か\xe3\x82\x99"), "が");
	assert_string_equal(fold_width(a, "２０２４－０１−０１　Ａ"),
	    "2024-01-01 A");
	assert_string_equal(fold_width(a, "\xff"), "\xff");
	arena_done(a);
}

static void
test_utf8(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	utf8_safe(&b, "a\x1b[2J\n\xe2\x80\xae\xff日\xf3\xa0\x80\x81",
	    sizeof("a\x1b[2J\n\xe2\x80\xae\xff日\xf3\xa0\x80\x81") - 1);
	assert_string_equal(b.s, "a\\x1b[2J\\n\\u202e\\xff日\\U000e0001");
	assert_int_equal(utf8_count("日本a", 7), 3);
	assert_int_equal(utf8_count16("日👩", 7), 3);
	buf_done(&b);
}

static void
test_map(void **state)
{
	struct arena *a = arena_new();
	struct map *m = map_new(a);
	char *keys[1000];

	(void)state;
	for (size_t i = 0; i < 1000; i++) {
		keys[i] = arena_printf(a, "key %zu", i);
		assert_null(map_put(m, keys[i], keys[i]));
	}
	for (size_t i = 0; i < 1000; i++) {
		assert_ptr_equal(map_get(m, arena_printf(a, "key %zu", i)),
		    keys[i]);
		assert_ptr_equal(map_at(m, i)->key, keys[i]);
	}
	assert_null(map_get(m, "other"));
	assert_ptr_equal(map_put(m, "key 7", m), keys[7]);
	assert_int_equal(map_len(m), 1000);
	arena_done(a);
}

static void
test_hash(void **state)
{
	static const char empty[] = "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855";
	static const char abc[] = "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad";
	struct arena *a = arena_new();
	char hex[65];

	(void)state;
	hash_bytes("", 0, hex);
	assert_string_equal(hex, empty);
	assert_int_equal(fs_replace(under(a, "abc"), "abc", 3), 0);
	assert_int_equal(hash_file(under(a, "abc"), hex), 0);
	assert_string_equal(hex, abc);
	assert_int_equal(hash_file(under(a, "none"), hex), -1);
	assert_int_equal(errno, ENOENT);
	arena_done(a);
}

/* What an array gives back is as clean as all new memory. */
static void
test_fit(void **state)
{
	struct arena *a = arena_new();
	char *list = NULL, *next;
	size_t i;

	(void)state;
	for (i = 0; i < 33; i++) {
		list = arena_grow(a, list, i, 16);
		memset(list + i * 16, 'x', 16);
	}
	arena_fit(a, list, 33, 20, 16);
	for (i = 0; i < 40; i++) {
		next = arena_alloc(a, 16);
		assert_int_equal(next[0] | next[15], 0);
		assert_true(next + 16 <= list || next >= list + 320);
		memset(next, 'y', 16);
	}
	for (i = 0; i < 320; i++)
		assert_int_equal(list[i], 'x');
	/* something stands behind it: nothing moves */
	list = arena_grow(a, NULL, 0, 8);
	next = arena_str(a, "kept");
	arena_fit(a, list, 1, 0, 8);
	arena_alloc(a, 64);
	assert_string_equal(next, "kept");
	arena_fit(a, NULL, 0, 0, 8);
	arena_done(a);
}

static void
test_pattern(void **state)
{
	static const char many[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab";
	struct arena *a = arena_new();
	const char *error = NULL;
	struct pattern *p;
	size_t at = 0;

	(void)state;
	p = pattern_new(a, "A\\.[0-9]+", NULL, NULL);
	assert_int_equal(pattern_match(p, "xA.51y", 6), 1);
	assert_int_equal(pattern_match_all(p, "xA.51y", 6), 0);
	assert_int_equal(pattern_match_all(p, "A.51", 4), 1);
	assert_null(pattern_new(a, "a(b", &error, &at));
	assert_non_null(error);
	assert_int_equal(at, 3);
	/* What would take longer than the universe lasts says so. */
	p = pattern_new(a, "^(a+)+\\1$", NULL, NULL);
	assert_int_equal(pattern_match(p, many, sizeof(many) - 1), -1);
	arena_done(a);
}

static const char *
content(struct arena *a, const char *path)
{
	struct buf b = BUF_INIT;
	const char *s = NULL;

	if (fs_read(path, 1000, &b) == 0)
		s = arena_str(a, b.s);
	buf_done(&b);
	return s;
}

static mode_t
mode(const char *path)
{
	struct stat st;

	assert_int_equal(lstat(path, &st), 0);
	return st.st_mode & 07777;
}

static void
test_file(void **state)
{
	struct arena *a = arena_new();
	const char *path = under(a, "file");
	struct buf b = BUF_INIT;
	struct fs_file *f;
	mode_t mask = umask(0777);

	(void)state;
	assert_int_equal(fs_replace(path, "one", 3), 0);
	umask(mask);
	assert_int_equal(mode(path), 0644);
	f = fs_file_begin(path);
	fputs("two", fs_file_stream(f));
	assert_string_equal(content(a, path), "one");
	fs_file_abort(f);
	assert_string_equal(content(a, path), "one");
	f = fs_file_begin(path);
	fputs("two", fs_file_stream(f));
	assert_int_equal(fs_file_commit(f), 0);
	assert_string_equal(content(a, path), "two");
	assert_int_equal(fs_read(path, 2, &b), -2);
	assert_int_equal(fs_read(path, 3, &b), 0);
	assert_int_equal(fs_read(top, 3, &b), -1);
	assert_null(fs_file_begin(top));
	assert_null(fs_file_begin(under(a, "no/such/folder/x")));
	buf_done(&b);
	arena_done(a);
}

/* A full disk is told at the end, though each write seemed to succeed. */
static void
test_full(void **state)
{
	FILE *f = fopen("/dev/full", "w");

	(void)state;
	if (f == NULL)
		skip();
	fputs("x", f);
	assert_int_equal(fs_flush(f), -1);
	assert_int_equal(errno, ENOSPC);
	fclose(f);
}

static void
test_folder(void **state)
{
	struct arena *a = arena_new();
	const char *dir = under(a, "deep/er/out"), *mine = under(a, "mine");
	struct fs_set *s = fs_set_new();
	const char *f = fs_set_folder(s, dir);

	(void)state;
	assert_non_null(f);
	assert_int_equal(fs_mkdirs(arena_printf(a, "%s/sub", f)), 0);
	assert_int_equal(fs_write(arena_printf(a, "%s/sub/x", f), "1", 1), 0);
	assert_int_equal(access(dir, F_OK), -1);
	assert_int_equal(fs_set_commit(s), 0);
	assert_string_equal(content(a, arena_printf(a, "%s/sub/x", dir)), "1");
	assert_int_equal(mode(dir), 0755);

	/* The next one takes its place, and an aborted one leaves it. */
	f = fs_set_folder(s = fs_set_new(), dir);
	assert_int_equal(fs_write(arena_printf(a, "%s/y", f), "2", 1), 0);
	assert_int_equal(fs_set_commit(s), 0);
	assert_null(content(a, arena_printf(a, "%s/sub/x", dir)));
	assert_string_equal(content(a, arena_printf(a, "%s/y", dir)), "2");
	fs_set_folder(s = fs_set_new(), dir);
	fs_set_abort(s);
	assert_string_equal(content(a, arena_printf(a, "%s/y", dir)), "2");

	/* What a person wrote is never replaced, nor what a link shows. */
	s = fs_set_new();
	assert_int_equal(fs_mkdirs(mine), 0);
	assert_int_equal(fs_write(arena_printf(a, "%s/x", mine), "", 0), 0);
	assert_null(fs_set_folder(s, mine));
	assert_int_equal(errno, ENOTEMPTY);
	assert_int_equal(symlink(dir, under(a, "linked")), 0);
	assert_null(fs_set_folder(s, under(a, "linked")));
	assert_int_equal(errno, ELOOP);
	assert_null(fs_set_file(s, under(a, "linked")));
	assert_int_equal(errno, ELOOP);
	assert_null(fs_set_folder(s, under(a, "mine/x")));
	assert_int_equal(errno, ENOTDIR);
	assert_null(fs_set_file(s, mine));
	assert_int_equal(errno, EISDIR);
	fs_set_abort(s);
	assert_non_null(content(a, under(a, "mine/x")));
	arena_done(a);
}

/* A file of an earlier output stands for an equal one, and for no other. */
static void
test_like(void **state)
{
	struct arena *a = arena_new();
	const char *old = under(a, "old"), *link = under(a, "link-old");
	struct stat was, is;

	(void)state;
	assert_int_equal(fs_write(old, "1234", 4), 0);
	assert_int_equal(stat(old, &was), 0);
	assert_int_equal(fs_write_like(under(a, "same"), old, "1234", 4), 0);
	assert_int_equal(stat(under(a, "same"), &is), 0);
	assert_true(was.st_ino == is.st_ino);
	assert_int_equal(fs_write_like(under(a, "other"), old, "1235", 4), 0);
	assert_string_equal(content(a, under(a, "other")), "1235");
	assert_string_equal(content(a, old), "1234");
	assert_int_equal(fs_write_like(under(a, "longer"), old, "12345", 5),
	    0);
	assert_string_equal(content(a, under(a, "longer")), "12345");
	assert_int_equal(symlink(old, link), 0);
	assert_int_equal(fs_write_like(under(a, "apart"), link, "1234", 4), 0);
	assert_int_equal(lstat(under(a, "apart"), &is), 0);
	assert_true(S_ISREG(is.st_mode) && was.st_ino != is.st_ino);
	assert_int_equal(fs_write_like(under(a, "new"), under(a, "none"), "",
	    0), 0);
	/* What is there is not written to: it may have two names. */
	assert_int_equal(fs_write_like(under(a, "same"), NULL, "5", 1), -1);
	assert_int_equal(errno, EEXIST);
	assert_string_equal(content(a, old), "1234");
	arena_done(a);
}

/* Put one word into the outputs of a set: a folder, a file, a folder. */
static struct fs_set *
fill(struct arena *a, const char *word)
{
	struct fs_set *s = fs_set_new();
	const char *one = fs_set_folder(s, under(a, "set/one"));
	const char *file = fs_set_file(s, under(a, "set/file"));
	const char *two = fs_set_folder(s, under(a, "set/two"));

	assert_int_equal(fs_write(arena_printf(a, "%s/x", one), word, 1), 0);
	assert_int_equal(fs_write(file, word, 1), 0);
	assert_int_equal(fs_write(arena_printf(a, "%s/x", two), word, 1), 0);
	return s;
}

/* All outputs of a set take their places, or none of them does. */
static void
test_set(void **state)
{
	struct arena *a = arena_new();
	struct fs_set *s = fill(a, "1");

	(void)state;
	assert_int_equal(fs_set_commit(s), 0);
	assert_int_equal(fs_set_commit(fill(a, "2")), 0);
	assert_string_equal(content(a, under(a, "set/one/x")), "2");
	assert_string_equal(content(a, under(a, "set/file")), "2");
	assert_string_equal(content(a, under(a, "set/two/x")), "2");

	/* Meanwhile somebody put a folder of their own in one place. */
	s = fill(a, "3");
	assert_int_equal(fs_remove(under(a, "set/two")), 0);
	assert_int_equal(fs_mkdirs(under(a, "set/two/own")), 0);
	assert_int_equal(fs_set_commit(s), -1);
	assert_int_equal(errno, ENOTEMPTY);
	assert_string_equal(content(a, under(a, "set/one/x")), "2");
	assert_string_equal(content(a, under(a, "set/file")), "2");
	assert_int_equal(access(under(a, "set/two/own"), F_OK), 0);
	arena_done(a);
}

/* A killed run's folder goes with the next run; a live one's stays. */
static void
test_sweep(void **state)
{
	struct arena *a = arena_new();
	const char *dead = under(a, "swept.tmp-999999999");
	const char *live = arena_printf(a, "%s/swept.tmp-%ld", top,
	    (long)getppid());
	const char *other = under(a, "swept.tmp-notes");
	struct fs_set *s = fs_set_new();

	(void)state;
	assert_int_equal(fs_mkdirs(dead) | fs_mkdirs(live) |
	    fs_mkdirs(other), 0);
	fs_set_folder(s, under(a, "swept"));
	fs_set_abort(s);
	assert_int_equal(access(dead, F_OK), -1);
	assert_int_equal(access(live, F_OK), 0);
	assert_int_equal(access(other, F_OK), 0);
	arena_done(a);
}

static int
setup(void **state)
{
	(void)state;
	return mkdtemp(top) == NULL;
}

static int
teardown(void **state)
{
	(void)state;
	return fs_remove(top);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fit),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_utf8),
		cmocka_unit_test(test_map),
		cmocka_unit_test(test_hash),
		cmocka_unit_test(test_pattern),
		cmocka_unit_test(test_file),
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_folder),
		cmocka_unit_test(test_like),
		cmocka_unit_test(test_set),
		cmocka_unit_test(test_sweep)
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
