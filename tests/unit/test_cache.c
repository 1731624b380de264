#include "unit.h"

#include "repo.h"

#include "base/sum.h"

/*
 * A cache whose sum is right and whose content is not: whatever it says, it
 * is read within its bounds, and what is made of it can be walked.
 */

#define HEAD	40		/* magic, order, build, sum, two lengths */
#define SUM	16

static uint32_t seed = 11;

static uint32_t
dice(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

static const char *
cache_path(struct arena *a)
{
	FILE *p;
	char line[256] = "";

	p = popen(arena_printf(a, "ls %s.cache/history-*", repo_dir), "r");
	assert_non_null(p);
	assert_non_null(fgets(line, sizeof(line), p));
	pclose(p);
	line[strcspn(line, "\n")] = '\0';
	return arena_str(a, line);
}

/* Every text and every pointer, so that a sanitizer sees them all. */
static size_t
walk_all(const struct timelines *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->commit_len; i++) {
		const struct commit *c = &t->commits[i];

		assert_int_equal(c->seq, i);
		n += strlen(c->id) + strlen(c->message) +
		    strlen(c->author_name) + strlen(c->committer_mail);
		for (size_t k = 0; k < c->trailer_len; k++)
			n += strlen(c->trailers[k].key) +
			    strlen(c->trailers[k].value);
	}
	for (size_t i = 0; i < t->len; i++) {
		const struct change *c = &t->changes[i];

		n += strlen(c->id) + strlen(c->author_name) +
		    strlen(c->commit->id) + strlen(c->written->id);
		n += c->from == NULL ? 0 : strlen(c->from);
		n += c->to == NULL ? 0 : strlen(c->to);
		n += c->field == NULL ? 0 : strlen(c->field);
	}
	return n;
}

static void
read_cached(const char *rev)
{
	struct story s;
	char dir[80];
	const char *id;

	snprintf(dir, sizeof(dir), "%s.cache", repo_dir);
	story_open(&s, "");
	assert_non_null(s.r);
	repo_cache(s.r, dir);
	id = repo_resolve(s.r, s.a, rev);
	assert_non_null(id);
	s.t = history_read(s.r, s.a, s.ds, id, repo_prefix(s.r),
	    zone_find(s.a, "UTC"));
	assert_true(walk_all(s.t) > 0);
	story_done(&s);
}

static void
make(void)
{
	repo_sh("for i in 1 2 3 4 5 6 7 8 9 10 11 12; do"
	    " rec a.md R-1 $i \"$i\"; rec d/$i.md R-$((i + 1)) $i;"
	    " [ $i != 6 ] || git rm -qf d/3.md;"
	    " save \"$i\n\nApproved-by: Bo <bo@x>\"; done;"
	    "git checkout -q -b side; who Bea; rec b.md R-90 1; save side;"
	    "git checkout -q main; rec c.md R-91 1; save main; merge side;"
	    "git tag kept; rec e.md R-92 1; save later");
}

static void
test_hostile(void **state)
{
	static const char *const revs[] = { "kept", "kept~3", "main" };
	struct buf was = BUF_INIT, b = BUF_INIT;
	struct arena *a = arena_new();
	const char *path;
	uint64_t sum;
	size_t at;

	(void)state;
	make();
	read_cached("kept");
	path = cache_path(a);
	assert_int_equal(fs_read(path, 1 << 24, &was), 0);
	for (int round = 0; round < 900; round++) {
		buf_clear(&b);
		buf_add(&b, was.s, was.len);
		for (uint32_t n = 1 + dice(3); n > 0; n--) {
			at = HEAD + dice((uint32_t)(b.len - HEAD));
			at -= dice(4) == 0 ? 0 : at % 4;
			b.s[at] = (char)dice(dice(2) == 0 ? 256 : 64);
			if (dice(4) == 0 && at + 3 < b.len)
				memset(b.s + at, dice(2) == 0 ? 255 : 0, 4);
		}
		if (dice(8) == 0)
			memset(b.s + 24, (int)dice(256), 1 + dice(16));
		sum = sum_bytes(b.s + HEAD, b.len - HEAD);
		memcpy(b.s + SUM, &sum, sizeof(sum));
		assert_int_equal(fs_write(path, b.s, b.len), 0);
		read_cached(revs[round % 3]);
	}
	buf_done(&was);
	buf_done(&b);
	arena_done(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_hostile, repo_new,
		    repo_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
