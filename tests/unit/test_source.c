#include <sys/stat.h>
#include <fcntl.h>
#include <unistd.h>

#include "unit.h"

#include "base/fs.h"
#include "load/source.h"

static char top[] = "/tmp/test_source.XXXXXX";
static struct arena *arena;

static const char *
under(const char *name)
{
	return arena_printf(arena, "%s/%s", top, name);
}

static void
put(const char *name, const char *text)
{
	assert_int_equal(fs_write(under(name), text, strlen(text)), 0);
}

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	if (mkdtemp(top) == NULL)
		return 1;
	fs_mkdirs(under("b/c"));
	fs_mkdirs(under("nested/.git"));
	fs_mkdirs(under(".hidden"));
	put("isms.yaml", "name: x\n");
	put("b.md", "b");
	put("b/c/d.md", "d");
	put("nested/x.md", "x");
	put(".hidden/y.md", "y");
	put("secret.md", "s");
	return symlink("/etc/passwd", under("b/out")) |
	    symlink("c/d.md", under("b/in")) |
	    symlink(".", under("loop")) |
	    mkfifo(under("pipe"), 0600);
}

static int
teardown(void **state)
{
	(void)state;
	arena_done(arena);
	return fs_remove(top);
}

static void
test_list(void **state)
{
	static const struct {
		const char	*path;
		enum entry_type	 type;
	} want[] = {
		{ "b.md", ENTRY_FILE }, { "b/c/d.md", ENTRY_FILE },
		{ "b/in", ENTRY_SYMLINK }, { "b/out", ENTRY_SYMLINK },
		{ "isms.yaml", ENTRY_FILE }, { "loop", ENTRY_SYMLINK },
		{ "nested", ENTRY_SUBMODULE }, { "pipe", ENTRY_OTHER },
		{ "secret.md", ENTRY_FILE }
	};
	struct diags *ds = diags_new(arena);
	struct source *s = source_folder(arena, ds, top);

	(void)state;
	assert_non_null(s);
	assert_int_equal(s->len, sizeof(want) / sizeof(*want));
	for (size_t i = 0; i < s->len; i++) {
		assert_string_equal(s->entries[i].path, want[i].path);
		assert_int_equal(s->entries[i].type, want[i].type);
		assert_ptr_equal(source_find(s, want[i].path),
		    &s->entries[i]);
	}
	assert_null(source_find(s, "nested/x.md"));
	assert_string_equal(unit_findings(arena, ds),
	    "0:0 PATH-02 0:0 PATH-01 0:0 PATH-02 0:0 PATH-11");
	s->close(s);
}

/* What is swapped between the listing and the reading is not read. */
static void
test_swap(void **state)
{
	struct diags *ds = diags_new(arena);
	struct source *s = source_folder(arena, ds, top);
	struct buf b = BUF_INIT;
	const struct entry *e = source_find(s, "b/c/d.md");

	(void)state;
	assert_int_equal(s->read(s, e, 10, &b), 0);
	assert_string_equal(b.s, "d");
	assert_int_equal(s->read(s, e, 0, &b), -2);
	assert_int_equal(s->read(s, source_find(s, "b/out"), 10, &b), -1);
	assert_int_equal(s->read(s, source_find(s, "pipe"), 10, &b), -1);

	assert_int_equal(unlink(under("secret.md")), 0);
	assert_int_equal(s->read(s, source_find(s, "secret.md"), 10, &b), -1);
	assert_int_equal(symlink("/etc/passwd", under("secret.md")), 0);
	assert_int_equal(s->read(s, source_find(s, "secret.md"), 10, &b), -1);

	assert_int_equal(rename(under("b/c"), under("b/moved")), 0);
	assert_int_equal(symlink("moved", under("b/c")), 0);
	assert_int_equal(s->read(s, e, 10, &b), -1);
	assert_int_equal(b.len, 0);
	buf_done(&b);
	s->close(s);
}

static void
test_sparse(void **state)
{
	struct diags *ds = diags_new(arena);
	struct buf b = BUF_INIT;
	struct source *s;
	int fd;

	(void)state;
	fd = open(under("huge.md"), O_WRONLY | O_CREAT, 0644);
	assert_int_equal(ftruncate(fd, (off_t)1 << 40), 0);
	close(fd);
	s = source_folder(arena, ds, top);
	assert_int_equal(s->read(s, source_find(s, "huge.md"), 1 << 20, &b),
	    -2);
	buf_done(&b);
	s->close(s);
}

static void
test_memory(void **state)
{
	static const char *const files[][2] = {
		{ "z.md", "zed" }, { "a/b.md", "b" }, { "a.md", "" }
	};
	struct source *s = source_memory(arena, files, 3);
	struct buf b = BUF_INIT;

	(void)state;
	assert_string_equal(s->entries[0].path, "a.md");
	assert_int_equal(s->read(s, source_find(s, "z.md"), 3, &b), 0);
	assert_string_equal(b.s, "zed");
	assert_int_equal(s->read(s, source_find(s, "z.md"), 2, &b), -2);
	assert_null(source_find(source_memory(arena, files, 0), "z.md"));
	buf_done(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_swap),
		cmocka_unit_test(test_sparse),
		cmocka_unit_test(test_memory)
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
