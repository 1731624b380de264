#include "unit.h"

#include "repo.h"

/* Where branches part, as git's merge-base has it, and what they bring. */

static const char *
rev(struct story *s, const char *name)
{
	const char *id = repo_resolve(s->r, s->a, name);

	assert_non_null(id);
	return id;
}

static enum branch_state
parted(struct story *s, const char *trunk, const char *head,
    struct branch *out)
{
	return branch_read(s->r, s->a, rev(s, trunk), rev(s, head),
	    zone_find(s->a, "UTC"), out);
}

static void
found(const char *trunk, const char *head, const char *want, size_t commits)
{
	struct story s;
	struct branch b;

	story_open(&s, "");
	assert_int_equal(parted(&s, trunk, head, &b), BRANCH_FOUND);
	assert_string_equal(b.base, rev(&s, want));
	assert_int_equal(b.len, commits);
	story_done(&s);
}

static void
test_simple(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; save one; git tag root; rec a.md R-1 2;"
	    "save two; git checkout -q -b side root; rec b.md R-2 1;"
	    "save three; rec b.md R-2 2; save four");
	found("main", "side", "root", 2);
	found("side", "main", "root", 1);
	found("root", "side", "root", 2);
	found("side", "root", "root", 0);
	found("main", "main", "main", 0);
	/* Main merged into the branch: what it brought is not the branch's. */
	repo_sh("merge main");
	found("main", "side", "main", 3);
}

/* The host's trial merge, and main a commit further by now. */
static void
test_trial(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; save one; git checkout -q -b side;"
	    "rec b.md R-2 1; save two; git checkout -q main;"
	    "rec a.md R-1 2; save three; git tag tip; merge side; git tag try;"
	    "git reset -q --hard tip; rec a.md R-1 3; save four");
	found("main", "try", "tip", 2);
}

static void
test_apart(void **state)
{
	struct story s;
	struct branch b;

	(void)state;
	repo_sh("rec a.md R-1 1; save one; git checkout -q --orphan other;"
	    "save two; git checkout -q main; rec a.md R-1 2; save three;"
	    "git checkout -q -b side HEAD~1; rec b.md R-2 1; save four;"
	    "git clone -q --depth 1 --no-single-branch \"file://$R\" \"$R.cut\"");
	story_open(&s, "");
	assert_int_equal(parted(&s, "main", "other", &b), BRANCH_APART);
	story_done(&s);
	story_open(&s, ".cut");
	assert_true(repo_shallow(s.r));
	assert_int_equal(parted(&s, "origin/main", "origin/side", &b),
	    BRANCH_UNKNOWN);
	story_done(&s);
}

/* Random merges on a clock that jumps: git is the judge. */
static void
test_random(void **state)
{
	char line[256], want[2][64];
	struct story s;
	struct branch b;
	FILE *f;

	(void)state;
	repo_sh("tree=$(git mktree </dev/null); all=; n=0; seed=7;"
	    "rnd() { seed=$(((seed * 1103515245 + 12345) % 2147483648));"
	    "  r=$((seed / 65536 % $1)); };"
	    "pick() { set -- $all; rnd $#; shift $r; p=$1; };"
	    "while [ $n -lt 80 ]; do ps=; rnd 3; k=$r; j=0;"
	    "  while [ -n \"$all\" ] && [ $j -le $k ] && [ $j -lt 2 ]; do pick;"
	    "    case $ps in *$p*) ;; *) ps=\"$ps -p $p\" ;; esac;"
	    "    j=$((j + 1)); done;"
	    "  rnd 5; n=$((n + 1)); d=$((1700000000 + n * 1000 - r * 400));"
	    "  id=$(GIT_AUTHOR_DATE=\"@$d +0000\" GIT_COMMITTER_DATE=\"@$d +0000\" "
	    "  git commit-tree -m $n $ps $tree); all=\"$all $id\";"
	    "  git update-ref refs/heads/main $id; done;"
	    "i=0; while [ $i -lt 60 ]; do pick; a=$p; pick;"
	    "  echo $a $p $(git merge-base --all $a $p) .; i=$((i + 1));"
	    "done >\"$R.want\"");
	story_open(&s, "");
	f = fopen(repo_path(&s, ".want"), "r");
	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		enum branch_state got;

		assert_int_equal(sscanf(line, "%63s %63s", want[0], want[1]),
		    2);
		got = branch_read(s.r, s.a, want[0], want[1],
		    zone_find(s.a, "UTC"), &b);
		if (got == BRANCH_FOUND)
			assert_non_null(strstr(line + 82, b.base));
		else {
			assert_int_equal(got, BRANCH_APART);
			assert_int_equal(line[82], '.');
		}
	}
	fclose(f);
	story_done(&s);
}

static void
trailer(const char *message, const char *key, size_t n, const char *want)
{
	struct arena *a = arena_new();
	const char *got = message_trailer(a, message, key, n);

	if (want == NULL)
		assert_null(got);
	else
		assert_string_equal(got, want);
	arena_done(a);
}

static void
test_messages(void **state)
{
	struct arena *a = arena_new();
	const char *m = "subject\n\nWhy: the text\nis long.\n\nand more\n\n"
	    "Approved-by: Ann <a@x>\nReason: Because\n of that\n"
	    "approved-by:  Bob \n";

	(void)state;
	trailer(m, "Approved-by", 0, "Ann <a@x>");
	trailer(m, "Approved-by", 1, "Bob");
	trailer(m, "Approved-by", 2, NULL);
	trailer(m, "Why", 0, NULL);
	trailer("Approved-by: Ann", "Approved-by", 0, NULL);
	trailer("s\n\nApproved-by: Ann\nnot one", "Approved-by", 0, NULL);
	trailer("", "Approved-by", 0, NULL);
	assert_string_equal(message_body(a, m),
	    "Why: the text\nis long.\n\nand more");
	assert_null(message_body(a, "s\n\nApproved-by: Ann\n"));
	assert_null(message_body(a, "s\n"));
	assert_string_equal(message_body(a, "s\n\nb"), "b");
	arena_done(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_simple, repo_new,
		    repo_gone),
		cmocka_unit_test_setup_teardown(test_trial, repo_new,
		    repo_gone),
		cmocka_unit_test_setup_teardown(test_apart, repo_new,
		    repo_gone),
		cmocka_unit_test_setup_teardown(test_random, repo_new,
		    repo_gone),
		cmocka_unit_test(test_messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
