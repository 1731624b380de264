#include "unit.h"

#include <libdeflate.h>

#include "repo.h"

#include "history/repo.h"

/* Packs as git makes them, and as nobody should: nothing may crash. */

static uint32_t seed = 7;

static uint32_t
dice(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

struct bench {
	struct arena	*a;
	struct repo	 r;
};

/* A reader of "R.bad/objects/" alone, without libgit2. */
static void
bench_open(struct bench *b)
{
	memset(b, 0, sizeof(*b));
	b->a = arena_new();
	b->r.arena = b->a;
	b->r.in_thread = true;
	b->r.objects = objects_new(b->a, arena_printf(b->a,
	    "%s.bad/objects/", repo_dir));
	b->r.reader = reader_new(b->r.objects);
}

static void
bench_done(struct bench *b)
{
	reader_done(b->r.reader);
	objects_done(b->r.objects);
	arena_done(b->a);
}

static void
slurp(const char *name, struct buf *b)
{
	char path[256];

	snprintf(path, sizeof(path), "%s.bad/%s", repo_dir, name);
	assert_int_equal(fs_read(path, 1 << 26, b), 0);
}

static void
spill(const char *name, const struct buf *b)
{
	char path[256];

	snprintf(path, sizeof(path), "%s.bad/objects/pack/pack-1.%s",
	    repo_dir, name);
	assert_int_equal(fs_write(path, b->s, b->len), 0);
}

/* Ids of an index as it was before it was damaged. */
static struct oid
id_of(const struct buf *idx, size_t i)
{
	struct oid id;

	oid_set(&id, (const unsigned char *)idx->s + 8 + 1024 + i * OID_RAW);
	return id;
}

static size_t
count_of(const struct buf *idx)
{
	const unsigned char *p = (const unsigned char *)idx->s + 8 + 1020;

	return (size_t)p[2] << 8 | p[3];
}

static void
make(void)
{
	repo_sh("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20;"
	    "do rec a.md R-1 $i \"$(seq 1 $((100 + i)))\";"
	    "rec d/$i.md R-$((i + 1)) $i; save $i; done; git tag -a -m x v1;"
	    "git repack -adfq --depth=50 --window=50;"
	    "mkdir -p \"$R.bad/objects/pack\";"
	    "cp .git/objects/pack/*.pack \"$R.bad/pack\";"
	    "cp .git/objects/pack/*.idx \"$R.bad/idx\"");
}

static void
test_alike(void **state)
{
	struct buf pack = BUF_INIT, idx = BUF_INIT;
	struct story s;
	struct bench b;
	struct object x, y;
	enum object_type type;
	struct oid id;
	size_t len;

	(void)state;
	make();
	slurp("pack", &pack);
	slurp("idx", &idx);
	spill("pack", &pack);
	spill("idx", &idx);
	bench_open(&b);
	story_open(&s, "");
	s.r->by_libgit2 = true;
	assert_true(count_of(&idx) > 80);
	for (size_t i = 0; i < count_of(&idx); i++) {
		id = id_of(&idx, i);
		assert_int_equal(object_read(&b.r, &id, &x), 0);
		assert_int_equal(object_read(s.r, &id, &y), 0);
		assert_int_equal(x.type, y.type);
		assert_int_equal(x.len, y.len);
		assert_memory_equal(x.data, y.data, x.len);
		assert_int_equal(object_size(&b.r, &id, &type, &len), 0);
		assert_true(type == x.type && len == x.len);
		object_done(&x);
		object_done(&y);
	}
	story_done(&s);
	bench_done(&b);
	buf_done(&pack);
	buf_done(&idx);
}

/* Flip, cut, blank: whatever is read is read within its bounds. */
static void
damage(struct buf *b)
{
	size_t at = dice(4) == 0 ? dice(1100) % b->len :
	    dice((uint32_t)b->len), n = 1 + dice(40);

	switch (dice(4)) {
	case 0:
		b->s[at] = (char)(b->s[at] ^ (1 << dice(8)));
		break;
	case 1:
		b->s[at] = (char)dice(256);
		break;
	case 2:
		for (; n > 0 && at < b->len; n--, at++)
			b->s[at] = dice(2) == 0 ? 0 : -1;
		break;
	default:
		b->len = at;
	}
}

static void
test_damaged(void **state)
{
	struct buf was[2] = { BUF_INIT, BUF_INIT }, b = BUF_INIT;
	const char *names[] = { "pack", "idx" };
	struct bench bench;
	struct object x;
	struct oid id;
	size_t read = 0;

	(void)state;
	make();
	slurp("pack", &was[0]);
	slurp("idx", &was[1]);
	for (int round = 0; round < 600; round++) {
		for (int k = 0; k < 2; k++) {
			buf_clear(&b);
			buf_add(&b, was[k].s, was[k].len);
			if (dice(2) == (uint32_t)k || round % 2 == k)
				damage(&b);
			spill(names[k], &b);
		}
		bench_open(&bench);
		for (size_t i = 0; i < count_of(&was[1]); i++) {
			id = id_of(&was[1], i);
			if (object_read(&bench.r, &id, &x) != 0)
				continue;
			read++;
			assert_int_equal(x.data[x.len], '\0');
			object_done(&x);
		}
		bench_done(&bench);
	}
	assert_true(read > 0);
	buf_done(&was[0]);
	buf_done(&was[1]);
	buf_done(&b);
}

/* ---- packs made by hand ---- */

struct craft {
	struct buf	pack;
	size_t		offset[8], len;
};

static void
be(struct buf *b, size_t v)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_addc(b, (int)(v >> shift & 255));
}

/* An object: its first byte, what follows it, and a stream of the text. */
static void
put(struct craft *c, int type, size_t size, const char *base, size_t base_len,
    const struct buf *text)
{
	struct libdeflate_compressor *z = libdeflate_alloc_compressor(6);
	char out[4096];
	size_t n;

	if (c->len == 0) {
		buf_add(&c->pack, "PACK\0\0\0\2", 8);
		be(&c->pack, 0);
	}
	c->offset[c->len++] = c->pack.len;
	buf_addc(&c->pack, type << 4 | (int)(size & 15) | 0x80);
	for (size >>= 4; size > 127; size >>= 7)
		buf_addc(&c->pack, (int)(size & 127) | 0x80);
	buf_addc(&c->pack, (int)size);
	buf_add(&c->pack, base, base_len);
	n = libdeflate_zlib_compress(z, text->s, text->len, out, sizeof(out));
	buf_add(&c->pack, out, n);
	libdeflate_free_compressor(z);
}

/* Object i has the id of twenty bytes i + 1. */
static void
close_pack(struct craft *c)
{
	struct buf idx = BUF_INIT;
	char name[OID_RAW];

	c->pack.s[11] = (char)c->len;
	memset(name, 'n', sizeof(name));
	buf_add(&c->pack, name, sizeof(name));
	buf_add(&idx, "\377tOc\0\0\0\2", 8);
	for (size_t i = 0; i < 256; i++)
		be(&idx, i < c->len ? i : c->len);
	for (size_t i = 0; i < c->len; i++)
		for (int k = 0; k < OID_RAW; k++)
			buf_addc(&idx, (int)i + 1);
	for (size_t i = 0; i < c->len; i++)
		be(&idx, 0);
	for (size_t i = 0; i < c->len; i++)
		be(&idx, c->offset[i]);
	buf_add(&idx, name, sizeof(name));
	buf_add(&idx, name, sizeof(name));
	spill("pack", &c->pack);
	spill("idx", &idx);
	buf_done(&idx);
	buf_done(&c->pack);
}

/* 'y': it can be read; 'n': it cannot. */
static void
reads(size_t i, char want, const char *text)
{
	struct bench b;
	struct object x;
	struct oid id;
	int rc;

	memset(id.id, (int)i + 1, OID_RAW);
	bench_open(&b);
	rc = object_read(&b.r, &id, &x);
	if ((rc == 0) != (want == 'y'))
		fail_msg("object %zu: %d", i, rc);
	if (rc == 0)
		assert_string_equal(x.data, text);
	object_done(&x);
	bench_done(&b);
}

#define PUT(c, type, size, base, base_len, text) do {			\
	const struct buf t_ = { (char *)(uintptr_t)(text),		\
	    sizeof(text) - 1, 0 };					\
	put(c, type, size, base, base_len, &t_);			\
} while (0)

static void
test_crafted(void **state)
{
	struct craft c = { .len = 0 };
	char a[OID_RAW], b[OID_RAW];

	(void)state;
	repo_sh("mkdir -p \"$R.bad/objects/pack\"");
	memset(a, 3, sizeof(a));
	memset(b, 2, sizeof(b));
	PUT(&c, 3, 5, NULL, 0, "hello");
	/* Two that are derived from each other. */
	PUT(&c, 7, 6, a, OID_RAW, "\5\5\x90\5\0\0");
	PUT(&c, 7, 6, b, OID_RAW, "\5\5\x90\5\0\0");
	/* Says it is longer than it is; far longer than its stream can be. */
	PUT(&c, 3, 6, NULL, 0, "hello");
	PUT(&c, 3, (size_t)1 << 40, NULL, 0, "hello");
	close_pack(&c);
	reads(0, 'y', "hello");
	for (size_t i = 1; i < 5; i++)
		reads(i, 'n', NULL);
	memset(&c, 0, sizeof(c));
	memset(a, 1, sizeof(a));
	PUT(&c, 3, 5, NULL, 0, "hello");
	PUT(&c, 7, 7, a, OID_RAW, "\5\6\x90\5\1!");	/* size lies */
	PUT(&c, 7, 6, a, OID_RAW, "\5\6\x90\5\1!");
	PUT(&c, 7, 4, a, OID_RAW, "\5\6\x90\6");	/* past its base */
	PUT(&c, 7, 5, a, OID_RAW, "\5\5\x91\1\5");
	PUT(&c, 7, 4, a, OID_RAW, "\5\7\x90\5");	/* too little */
	PUT(&c, 7, 4, a, OID_RAW, "\4\5\x90\5");	/* another base */
	PUT(&c, 6, 4, "\0", 1, "\5\5\x90\5");		/* from itself */
	close_pack(&c);
	for (size_t i = 0; i < 8; i++)
		reads(i, i == 0 || i == 2 ? 'y' : 'n', i == 0 ? "hello" :
		    "hello!");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_alike, repo_new,
		    repo_gone),
		cmocka_unit_test_setup_teardown(test_damaged, repo_new,
		    repo_gone),
		cmocka_unit_test_setup_teardown(test_crafted, repo_new,
		    repo_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
