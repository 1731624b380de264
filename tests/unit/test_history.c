#include "unit.h"

#include "repo.h"

static void
test_fields(void **state)
{
	(void)state;
	repo_sh("rec a.md RSK-1 2025-01-31 Text; save one;"
	    "who Bob; rec a.md RSK-1 2025-02-28 Text; save two;"
	    "who Cy; rec a.md RSK-1 2025-02-28 Other; save three;"
	    "printf '\\n\\n' >>a.md; save blanks;"
	    "git mv a.md b.md; save four;"
	    "git rm -q b.md; save five;"
	    "rec c.md RSK-1 2025-03-31 Other; save six");
	expect("RSK-1", "0 added >a.md by Ann; "
	    "1 field due 2025-01-31>2025-02-28 by Bob; 2 body by Cy; "
	    "4 moved a.md>b.md by Cy; 5 gone b.md> by Cy; "
	    "6 added >c.md by Cy; 6 field due 2025-02-28>2025-03-31 by Cy");
	expect("RSK-2", "");
}

static void
test_register(void **state)
{
	(void)state;
	repo_sh("rec a.md AST-1 2025-01-31; save one;"
	    "git rm -q a.md; printf -- '---\\nkind: asset\\nowner: PER-1\\n"
	    "records:\\n- id: AST-1\\n  due: 2025-01-31\\n- id: AST-2\\n"
	    "  due: 2025-05-05\\n  tags: [a, b]\\n---\\n' >r.md; save two;"
	    "sed -i s/PER-1/PER-2/ r.md; save three;"
	    "sed -i 's/^  due: 2025-05-05/  due: 2025-06-06/' r.md; save four;"
	    "git rm -q --cached r.md; mv r.md x; mkdir r; mv x r/r.md; "
	    "save five");
	expect("AST-1", "0 added >a.md by Ann; "
	    "1 field kind risk>asset by Ann; 1 field owner >PER-1 by Ann; "
	    "1 moved a.md>r.md by Ann; 2 field owner PER-1>PER-2 by Ann; "
	    "4 moved r.md>r/r.md by Ann");
	expect("AST-2", "1 added >r.md by Ann; "
	    "2 field owner PER-1>PER-2 by Ann; "
	    "3 field due 2025-05-05>2025-06-06 by Ann; "
	    "4 moved r.md>r/r.md by Ann");
}

static void
test_doubles(void **state)
{
	(void)state;
	/* A copy that is given its own id later never takes the life over. */
	repo_sh("rec b.md R-1 2025-01-31; save one; cp b.md a.md; save two;"
	    "rec a.md R-2 2025-02-28; save three");
	expect("R-1", "0 added >b.md by Ann");
	expect("R-2", "2 added >a.md by Ann");
}

static void
test_unreadable(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 2025-01-31; save one;"
	    "sed -i 's/^due.*/due: \"2025/' a.md; save slip;"
	    "rec a.md R-1 2025-02-28; who Bob; save mended;"
	    "echo none >a.md; save none");
	expect("R-1", "0 added >a.md by Ann; "
	    "2 field due 2025-01-31>2025-02-28 by Bob; "
	    "3 gone a.md> by Bob");
}

static void
test_merge(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; rec b.md R-2 1; save one;"
	    "git checkout -q -b topic; who Bob; rec a.md R-1 2; save t1;"
	    "who Cy; rec b.md R-2 2; save t2; who Bob; echo x >x; save t3;"
	    "git checkout -q main; who Dan; rec c.md R-3 1; save two;"
	    "merge topic");
	expect("R-1", "0 added >a.md by Ann; 2 field due 1>2 by Bob");
	expect("R-2", "0 added >b.md by Ann; 2 field due 1>2 by Cy");
	expect("R-3", "1 added >c.md by Dan");
	/* The topic goes on and lands again: only what is new counts. */
	repo_sh("git checkout -q topic; who Eve; rec d.md R-4 1; save t4;"
	    "git checkout -q main; who Dan; now;"
	    "git merge -q --no-ff --no-commit topic >/dev/null; rec a.md R-1 9; git add .;"
	    "git commit -qm Evil");
	expect("R-4", "3 added >d.md by Eve");
	expect("R-1", "0 added >a.md by Ann; 2 field due 1>2 by Bob; "
	    "3 field due 2>9 by Dan");
}

static void
test_octopus(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; save one;"
	    "git checkout -q -b t1; who Bob; rec b.md R-2 1; save t1;"
	    "git checkout -q -b t2 main; who Cy; rec c.md R-3 1; save t2;"
	    "git checkout -q main; who Dan; merge t1 t2");
	expect("R-1", "0 added >a.md by Ann");
	expect("R-2", "1 added >b.md by Bob");
	expect("R-3", "1 added >c.md by Cy");
}

static void
test_crisscross(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; rec b.md R-2 1; save one;"
	    "git checkout -q -b topic; who Bob; rec a.md R-1 2; save t1;"
	    "git checkout -q main; who Cy; rec b.md R-2 2; save m1;"
	    "git branch old; who Dan; merge topic;"
	    "git checkout -q topic; who Eve; merge old; rec a.md R-1 3;"
	    "save t2; git checkout -q main; who Dan; merge topic");
	expect("R-1", "0 added >a.md by Ann; 2 field due 1>2 by Bob; "
	    "3 field due 2>3 by Eve");
	expect("R-2", "0 added >b.md by Ann; 1 field due 1>2 by Cy");
}

/* The merge that a host tries for a pull request has not landed. */
static void
test_trial(void **state)
{
	struct story s;

	(void)state;
	repo_sh("rec a.md R-1 1; save one; git checkout -q -b topic; who Bob;"
	    "rec a.md R-1 2; save t1; git checkout -q --detach main; now;"
	    "git merge -q --no-ff -m \"Merge $(git rev-parse topic) into "
	    "$(git rev-parse main)\" topic");
	story_read(&s, "", "HEAD");
	assert_string_equal(life(&s, "R-1"), "0 added >a.md by Ann");
	assert_int_equal(s.t->commit_len, 1);
	assert_string_equal(s.t->trial, repo_resolve(s.r, s.a, "HEAD"));
	story_done(&s);
	/* A merge that a person words so is theirs. */
	repo_sh("git checkout -q main; now; git merge -q --no-ff -m "
	    "\"Merge $(git rev-parse --short topic) into main\" topic");
	expect("R-1", "0 added >a.md by Ann; 1 field due 1>2 by Bob");
}

static void
test_dates(void **state)
{
	static const char *const wrong[] = {
		"committer C <c@x> -5 +0000", "committer C <c@x> soon",
		"committer C <c@x> 99999999999999999999 +0000",
		"committer C <c@x> 253402300800 +0000",
		"committer C <c@x> 1735689600", "committer C <c@x>",
		"committer C <c@x> 1735689600 +9999",
		"committer C c@x 1735689600 +0000",
		"committer C <c@x> 1735689600 Z", "x y"
	};
	struct story s;
	char script[512];

	(void)state;
	repo_sh("rec a.md R-1 1; save one; rec a.md R-1 2; git add -A;"
	    "git write-tree >\"$R.tree\"; git rev-parse HEAD >\"$R.head\"");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		snprintf(script, sizeof(script), "commit_raw \"$(cat "
		    "$R.tree)\" \"parent $(cat $R.head)\\nauthor B <b@x> "
		    "1735689600 +0000\\n%s\\n\\nodd\\n\"", wrong[i]);
		repo_sh(script);
		story_read(&s, "", "HEAD");
		assert_true(s.t->whole);
		assert_int_equal(s.t->commits[1].day, DATE_NONE);
		assert_int_not_equal(s.t->commits[1].author_day, DATE_NONE);
		assert_string_equal(life(&s, "R-1"),
		    "0 added >a.md by Ann; 1 field due 1>2 by B");
		assert_string_equal(unit_findings(s.a, s.ds), "0:0 GIT-01");
		assert_non_null(strstr(diags_at(s.ds, 0)->message[LANG_EN],
		    arena_dup(s.a, s.t->commits[1].id, 10)));
		story_done(&s);
	}
}

static void
test_clock_backwards(void **state)
{
	struct story s;
	char day[11];

	(void)state;
	repo_sh("rec a.md R-1 1; save one; rec a.md R-1 2; git add -A;"
	    "GIT_COMMITTER_DATE='@1000000000 +0000' git commit -qm back;"
	    "rec a.md R-1 3; git add -A;"
	    "GIT_COMMITTER_DATE='@4102444800 +0000' git commit -qm ahead");
	/* Order is the graph's, the day is what the commit says. */
	story_read(&s, "", "HEAD");
	assert_string_equal(life(&s, "R-1"), "0 added >a.md by Ann; "
	    "1 field due 1>2 by Ann; 2 field due 2>3 by Ann");
	assert_string_equal(date_print(s.t->commits[1].day, day),
	    "2001-09-09");
	assert_string_equal(date_print(s.t->commits[2].day, day),
	    "2100-01-01");
	story_done(&s);
}

static void
test_shallow(void **state)
{
	struct story s;

	(void)state;
	repo_sh("rec a.md R-1 1; rec b.md R-2 1; save one; rec a.md R-1 2;"
	    "save two; rec a.md R-1 3; rec c.md R-3 1; save three;"
	    "git clone -q --depth 2 \"file://$R\" \"$R.d2\";"
	    "git clone -q --depth 1 \"file://$R\" \"$R.d1\"");
	story_read(&s, ".d2", "HEAD");
	assert_false(s.t->whole);
	assert_string_equal(life(&s, "R-1"), "1 field due 2>3 by Ann");
	assert_string_equal(life(&s, "R-2"), "");
	assert_string_equal(life(&s, "R-3"), "1 added >c.md by Ann");
	assert_string_equal(unit_findings(s.a, s.ds), "0:0 HIS-00");
	assert_non_null(strstr(s.t->cut[LANG_EN], "fetch-depth: 0"));
	assert_non_null(strstr(s.t->cut[LANG_JA], "fetch-depth: 0"));
	assert_string_equal(s.t->first_known, s.t->commits[0].id);
	story_done(&s);
	story_read(&s, ".d1", "HEAD");
	assert_false(s.t->whole);
	assert_int_equal(s.t->len, 0);
	story_done(&s);
	/* What mends it does. */
	repo_sh("cd \"$R.d1\"; git fetch -q --unshallow");
	story_read(&s, ".d1", "HEAD");
	assert_true(s.t->whole);
	assert_string_equal(life(&s, "R-1"), "0 added >a.md by Ann; "
	    "1 field due 1>2 by Ann; 2 field due 2>3 by Ann");
	story_done(&s);
}

static void
test_partial(void **state)
{
	struct story s;

	(void)state;
	repo_sh("git config uploadpack.allowfilter true;"
	    "git config uploadpack.allowanysha1inwant true;"
	    "rec a.md R-1 1; rec b.md R-2 1; save one;"
	    "rec a.md R-1 2; save two; rec a.md R-1 3; save three;"
	    "git clone -q --filter=blob:none \"file://$R\" \"$R.blob\";"
	    "git clone -q --filter=tree:0 \"file://$R\" \"$R.tree\";"
	    "git clone -q --filter=blob:none --sparse \"file://$R\" "
	    "\"$R.sparse\"");
	/* R-2 is as it was in the first commit, whose blob HEAD needed. */
	story_read(&s, ".blob", "HEAD");
	assert_false(s.t->whole);
	assert_string_equal(life(&s, "R-1"), "2 unknown by Ann");
	assert_string_equal(life(&s, "R-2"), "0 added >b.md by Ann");
	assert_non_null(strstr(s.t->cut[LANG_EN], "partial clone"));
	story_done(&s);
	story_read(&s, ".tree", "HEAD");
	assert_false(s.t->whole);
	assert_int_equal(s.t->len, 0);
	assert_string_equal(s.t->first_known, s.t->commits[2].id);
	story_done(&s);
	story_read(&s, ".sparse", "HEAD");
	assert_false(s.t->whole);
	story_done(&s);
	repo_sh("cd \"$R.blob\"; git fetch -q --refetch --no-filter;"
	    "cd \"$R.tree\"; git fetch -q --refetch --no-filter");
	for (int i = 0; i < 2; i++) {
		story_read(&s, i == 0 ? ".blob" : ".tree", "HEAD");
		assert_true(s.t->whole);
		assert_string_equal(life(&s, "R-1"), "0 added >a.md by Ann; "
		    "1 field due 1>2 by Ann; 2 field due 2>3 by Ann");
		story_done(&s);
	}
}

static void
test_lost(void **state)
{
	static const struct {
		const char	*lose, *a, *b;
	} rows[] = {
		{ "HEAD~1:a.md", "0 added >a.md by Ann; 1 unknown by Ann; "
		    "2 unknown by Ann", "0 added >d/b.md by Ann; "
		    "1 field due 1>2 by Ann" },
		/* Nothing in front of a lost tree is told. */
		{ "HEAD~1^{tree}", "", "" },
		{ "HEAD~1:d", "", "" },
		{ "HEAD~1", "", "" },
		{ "HEAD:a.md", "0 added >a.md by Ann; "
		    "1 field due 1>2 by Ann; 2 unknown by Ann",
		    "0 added >d/b.md by Ann; 1 field due 1>2 by Ann" },
	};
	struct story s;
	char script[512];

	(void)state;
	repo_sh("rec a.md R-1 1; rec d/b.md R-2 1; save one;"
	    "rec a.md R-1 2; rec d/b.md R-2 2; save two;"
	    "rec a.md R-1 3; rec d/b.md R-2 2; save three");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		snprintf(script, sizeof(script), "rm -rf \"$R.x\";"
		    "cp -r . \"$R.x\"; cd \"$R.x\";"
		    "id=$(git rev-parse '%s'); "
		    "rm -f .git/objects/$(echo $id | sed 's,..,&/,');",
		    rows[i].lose);
		repo_sh(script);
		story_read(&s, ".x", "HEAD");
		assert_false(s.t->whole);
		assert_string_equal(life(&s, "R-1"), rows[i].a);
		/* A subtree that did not change is needed only once. */
		if (strcmp(rows[i].lose, "HEAD~1:d") != 0)
			assert_string_equal(life(&s, "R-2"), rows[i].b);
		assert_non_null(strstr(s.t->cut[LANG_EN], "git fsck"));
		story_done(&s);
	}
	/* A flipped byte is no other text. */
	repo_sh("rm -rf \"$R.x\"; cp -r . \"$R.x\"; cd \"$R.x\";"
	    "id=$(git rev-parse HEAD~1:a.md); "
	    "f=.git/objects/$(echo $id | sed 's,..,&/,'); chmod +w $f;"
	    "printf '\\377' | dd of=$f bs=1 seek=20 conv=notrunc 2>/dev/null");
	story_read(&s, ".x", "HEAD");
	assert_false(s.t->whole);
	assert_string_equal(life(&s, "R-1"), rows[0].a);
	story_done(&s);
}

static void
test_texts(void **state)
{
	(void)state;
	repo_sh("rec 'リスク/台帳 一.md' R-1 1 本文; save one;"
	    "sed -i 's/$/\\r/' リスク/*.md; save crlf;"
	    "printf '\\357\\273\\277' >x; cat リスク/*.md >>x;"
	    "mv x リスク/台帳\\ 一.md; save bom;"
	    "chmod +x リスク/*.md; save mode;"
	    "rec 'リスク/台帳 一.md' R-1 期限なし 本文; save two");
	expect("R-1", "0 added >リスク/台帳 一.md by Ann; "
	    "4 field due 1>期限なし by Ann");
}

static void
test_kinds_of_entries(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; rec b.md R-2 1; rec c.md R-3 1;"
	    "rec .hidden/d.md R-4 1; rec templates/e.md R-5 1; save one;"
	    "rm a.md; rec a.md/a.md R-1 1; ln -sf a.md/a.md b.md; save two;"
	    "rm c.md; git update-index --add --cacheinfo "
	    "160000,$(git rev-parse HEAD),c.md; now; git commit -qm three");
	expect("R-1", "0 added >a.md by Ann; 1 moved a.md>a.md/a.md by Ann");
	expect("R-2", "0 added >b.md by Ann; 1 gone b.md> by Ann");
	expect("R-3", "0 added >c.md by Ann; 2 gone c.md> by Ann");
	expect("R-4", "");
	expect("R-5", "");
}

static void
test_subfolder(void **state)
{
	struct story s;

	(void)state;
	repo_sh("rec other/x.md R-1 1; save one; rec isms/a/a.md R-1 1;"
	    "save two; git mv isms/a/a.md isms/b.md; save three;"
	    "git checkout -q -b t; who Bob; rec isms/b.md R-1 2; save t;"
	    "git checkout -q main; who Cy; merge t; git mv isms x; save move");
	story_read(&s, "/other", "HEAD~1");
	assert_string_equal(repo_prefix(s.r), "other/");
	assert_string_equal(life(&s, "R-1"), "0 added >x.md by Ann");
	story_done(&s);
	story_open(&s, "");
	s.t = history_read(s.r, s.a, s.ds, repo_resolve(s.r, s.a, "HEAD~1"),
	    "isms/", zone_find(s.a, "UTC"));
	assert_string_equal(life(&s, "R-1"), "1 added >a/a.md by Ann; "
	    "2 moved a/a.md>b.md by Ann; 3 field due 1>2 by Bob");
	story_done(&s);
}

static void
test_mailmap(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; who ann; save one; rec a.md R-1 2; who Bob;"
	    "save two; git checkout -q -b t; who cy; rec a.md R-1 3; save t;"
	    "git checkout -q main; who Bob; merge t;"
	    "printf 'Ann Abe <ann@real> <ANN@x>\\nCy <cy@x>\\n' >.mailmap;"
	    "save people");
	expect("R-1", "0 added >a.md by Ann Abe; 1 field due 1>2 by Bob; "
	    "2 field due 2>3 by Cy");
	/* The one that is committed counts. */
	repo_sh("echo 'Nobody <ann@x>' >.mailmap");
	expect("R-1", "0 added >a.md by Ann Abe; 1 field due 1>2 by Bob; "
	    "2 field due 2>3 by Cy");
}

static void
test_encodings(void **state)
{
	struct story s;

	(void)state;
	repo_sh("rec a.md R-1 1; git add -A; tree=$(git write-tree);"
	    "commit_raw $tree 'author J\\0303 <j@x> 1735689600 +0000\\n"
	    "committer \\0351 <c@x> 1735689600 +0000\\n"
	    "encoding ISO-8859-1\\n\\nCaf\\0351\\n';"
	    "commit_raw $tree \"parent $(git rev-parse HEAD)\\n"
	    "author \\0223\\0372 <j@x> 1735689600 +0000\\n"
	    "committer \\0223\\0372 <c@x> 1735689600 +0000\\n"
	    "encoding Shift_JIS\\n\\n\\0223\\0372\\n\";"
	    "commit_raw $tree \"parent $(git rev-parse HEAD)\\n"
	    "author A\\0377B <j@x> 1735689600 +0000\\n"
	    "committer C <c@x> 1735689600 +0000\\n"
	    "encoding ../../x\\n\\n\\n\\nlate first line\\nrest\\n\"");
	story_read(&s, "", "HEAD");
	assert_string_equal(s.t->commits[0].author_name, "JÃ");
	assert_string_equal(s.t->commits[0].committer_name, "é");
	assert_string_equal(s.t->commits[0].summary, "Café");
	assert_string_equal(s.t->commits[1].author_name, "日");
	assert_string_equal(s.t->commits[1].message, "日\n");
	assert_string_equal(s.t->commits[2].author_name, "A\xef\xbf\xbd" "B");
	assert_string_equal(s.t->commits[2].summary, "late first line");
	story_done(&s);
}

/* What git replaces or grafts is not what was committed. */
static void
test_replaced(void **state)
{
	struct story s;

	(void)state;
	repo_sh("rec a.md R-1 1; save one; rec a.md R-1 2; save two;"
	    "rec a.md R-1 3; save three;"
	    "git replace --graft HEAD HEAD~2");
	story_read(&s, "", "HEAD");
	assert_int_equal(s.t->commit_len, 3);
	assert_string_equal(unit_findings(s.a, s.ds), "0:0 GIT-03");
	story_done(&s);
	repo_sh("git pack-refs --all");
	story_read(&s, "", "HEAD");
	assert_string_equal(unit_findings(s.a, s.ds), "0:0 GIT-03");
	story_done(&s);
	repo_sh("git replace -d $(git rev-parse HEAD) >/dev/null;"
	    "mkdir -p .git/info; echo '# none' >.git/info/grafts");
	story_read(&s, "", "HEAD");
	assert_string_equal(unit_findings(s.a, s.ds), "");
	story_done(&s);
	repo_sh("git rev-parse HEAD >>.git/info/grafts");
	story_read(&s, "", "HEAD");
	assert_int_equal(s.t->commit_len, 3);
	assert_string_equal(unit_findings(s.a, s.ds), "0:0 GIT-03");
	story_done(&s);
}

/* Trees that git would not write: each is read, none is followed out. */
static void
test_odd_trees(void **state)
{
	struct story s;

	(void)state;
	repo_sh("rec a.md R-1 1; rec b.md R-2 1; save one;"
	    "a=$(git rev-parse HEAD:a.md | sed 's/../\\\\x&/g');"
	    "b=$(git rev-parse HEAD:b.md | sed 's/../\\\\x&/g');"
	    /* Out of order, and with names that lead elsewhere. */
	    "t=$(env printf \"100644 b.md\\\\0$b\"\"100644 a.md\\\\0$a\""
	    "\"100644 ../x.md\\\\0$b\"\"100644 x/y.md\\\\0$b\""
	    "\"40000 ..\\\\0$(git rev-parse HEAD^{tree} | "
	    "sed 's/../\\\\x&/g')\""
	    "| git hash-object -t tree -w --stdin --literally);"
	    "now; git update-ref HEAD $(git commit-tree -p HEAD -m odd $t);"
	    "git read-tree HEAD~1; now;"
	    "rec b.md R-2 2; git add -A; git commit -qm two");
	story_read(&s, "", "HEAD");
	assert_true(s.t->whole);
	assert_string_equal(life(&s, "R-1"), "0 added >a.md by Ann");
	assert_string_equal(life(&s, "R-2"), "0 added >b.md by Ann; "
	    "2 field due 1>2 by Ann");
	story_done(&s);
}

/* One record of a thousand changes: one fact, and none for its neighbours. */
static void
test_large_register(void **state)
{
	struct story s;

	(void)state;
	repo_sh("{ printf -- '---\\nkind: asset\\nrecords:\\n';"
	    "for i in $(seq 1000); do printf -- '- id: AST-%04d\\n"
	    "  title: Asset %d\\n  due: 2025-01-01\\n' $i $i; done;"
	    "echo ---; } >r.md; save one;"
	    "sed -i '/AST-0500/,+2s/2025-01-01/2026-01-01/' r.md; save two;"
	    "sed -i '/AST-0600/,+2d' r.md; save three");
	story_read(&s, "", "HEAD");
	assert_int_equal(s.t->len, 1002);
	assert_string_equal(life(&s, "AST-0500"), "0 added >r.md by Ann; "
	    "1 field due 2025-01-01>2026-01-01 by Ann");
	assert_string_equal(life(&s, "AST-0600"), "0 added >r.md by Ann; "
	    "2 gone r.md> by Ann");
	story_done(&s);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, repo_new, repo_gone)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_fields), T(test_register), T(test_doubles),
		T(test_unreadable), T(test_merge), T(test_octopus),
		T(test_crisscross), T(test_trial), T(test_dates),
		T(test_clock_backwards), T(test_shallow), T(test_partial),
		T(test_lost), T(test_texts), T(test_kinds_of_entries),
		T(test_subfolder), T(test_mailmap), T(test_encodings),
		T(test_replaced), T(test_odd_trees), T(test_large_register),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
