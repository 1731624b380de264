#include "unit.h"

#include "repo.h"

#include "load/source.h"

/* Opens the folder below the repository's parent; its story is of HEAD. */
static void
opens(const char *below, const char *prefix, const char *want)
{
	struct story s;

	story_read(&s, below, "HEAD");
	assert_string_equal(repo_prefix(s.r), prefix);
	assert_string_equal(life(&s, "R-1"), want);
	story_done(&s);
}

#define ADDED	"0 added >a.md by Ann"

static void
test_places(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; mkdir -p sub/deep; echo x >sub/deep/x;"
	    "save one; git worktree add -q \"$R.wt\" -b side 2>/dev/null;"
	    "git clone -q --bare . \"$R.bare\"; cp -r .git \"$R.git\";"
	    "ln -s \"$R\" \"$R.link\"; git clone -q --shared . \"$R.share\";"
	    "git checkout -q --detach");
	opens("", "", ADDED);
	opens(".wt", "", ADDED);
	opens(".bare", "", ADDED);
	opens(".link", "", ADDED);
	opens(".share", "", ADDED);
	opens("/sub/deep", "sub/deep/", "");
	/* Packed, with a multi-pack index and a commit graph. */
	repo_sh("git gc -q; git multi-pack-index write 2>/dev/null;"
	    "git commit-graph write --reachable 2>/dev/null");
	opens("", "", ADDED);
}

static void
test_submodule(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; save one; git init -q -b main \"$R.top\";"
	    "cd \"$R.top\"; git -c protocol.file.allow=always submodule -q "
	    "add \"$R\" isms; rec b.md R-2 1; save two");
	opens(".top/isms", "", ADDED);
	opens(".top", "", "");
}

/* None, an empty one, and those that only look like one. */
static void
test_none(void **state)
{
	struct story s;

	(void)state;
	story_open(&s, "");
	assert_non_null(s.r);
	assert_null(repo_resolve(s.r, s.a, "HEAD"));
	assert_true(repo_dirty(s.r, "") || !repo_dirty(s.r, ""));
	story_done(&s);
	repo_sh("mkdir \"$R.no\" \"$R.half\"; mkdir \"$R.half/.git\"");
	story_open(&s, ".no");
	assert_null(s.r);
	assert_null(s.why[LANG_EN]);
	story_done(&s);
	story_open(&s, ".half");
	assert_null(s.r);
	assert_null(s.why[LANG_EN]);
	story_done(&s);
	story_open(&s, ".absent");
	assert_null(s.r);
	story_done(&s);
	/* A bare repository that was committed is a folder like any other. */
	repo_sh("rec a.md R-1 1; mkdir -p b/objects b/refs;"
	    "echo 'ref: refs/heads/main' >b/HEAD; rec b/b.md R-9 1;"
	    "touch b/isms.yaml; save one; mkdir ignored;"
	    "git clone -q --bare . ignored/real.git");
	opens("/b", "b/", "");
	/* A true one is taken where it is named, not from within. */
	opens("/ignored/real.git", "", ADDED);
	opens("/ignored/real.git/hooks", "ignored/real.git/hooks/", "");
}

/* Fails, with the words in the message, in both languages. */
static void
refused(const char *script, const char *words)
{
	struct story s;
	char all[1024];

	snprintf(all, sizeof(all), "rm -rf \"$R.x\"; cp -r . \"$R.x\"; "
	    "cd \"$R.x\"; %s", script);
	repo_sh(all);
	story_open(&s, ".x");
	assert_null(s.r);
	assert_non_null(s.why[LANG_EN]);
	assert_non_null(s.why[LANG_JA]);
	if (strstr(s.why[LANG_EN], words) == NULL)
		fail_msg("'%s' is not in: %s", words, s.why[LANG_EN]);
	story_done(&s);
}

static void
taken(const char *script)
{
	char all[1024];

	snprintf(all, sizeof(all), "rm -rf \"$R.x\"; cp -r . \"$R.x\"; "
	    "cd \"$R.x\"; %s", script);
	repo_sh(all);
	opens(".x", "", ADDED);
}

static void
test_formats(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; save one");
	refused("rm -rf .git; git init -q --object-format=sha256 .; git add .;"
	    "git commit -qm x", "objectformat = sha256");
	refused("git config core.repositoryformatversion 1; git config "
	    "extensions.refstorage reftable", "refstorage = reftable");
	refused("git config core.repositoryformatversion 1; git config "
	    "extensions.newthing true", "newthing = true");
	refused("git config core.repositoryformatversion 2", "version 2");
	refused("echo 'gitdir: ../nowhere' >f; rm -rf .git; mv f .git",
	    "worktree repair");
	refused("rm -rf .git/objects; git init -q .; echo x >.git/HEAD",
	    "HEAD");
	refused("echo 'ref: refs/heads/loop' >.git/HEAD;"
	    "echo 'ref: refs/heads/loop' >.git/refs/heads/loop", "HEAD");
	refused("printf '' >.git/refs/heads/main", "git fsck");
	refused("echo 'ref: ../../etc/passwd' >.git/HEAD", "git fsck");
	taken("git config core.repositoryformatversion 1;"
	    "printf '[Extensions]\nworktreeConfig\n preciousObjects = true"
	    "\n\tpartialClone=\"origin\" ; why\nrelativeWorktrees = yes\n"
	    "objectFormat = SHA1\nnoop\n' >>.git/config");
	/* Version 0 knows no extensions. */
	taken("git config extensions.newthing true");
}

/* What is around the repository has no say. */
static void
test_surroundings(void **state)
{
	(void)state;
	repo_sh("rec a.md R-1 1; save one; mkdir -p \"$R.home\";"
	    "echo '[core' >\"$R.home/.gitconfig\"");
	setenv("GIT_DIR", "/nonexistent", 1);
	setenv("GIT_WORK_TREE", "/nonexistent", 1);
	setenv("GIT_INDEX_FILE", "/nonexistent", 1);
	setenv("GIT_OBJECT_DIRECTORY", "/nonexistent", 1);
	setenv("GIT_NAMESPACE", "x", 1);
	setenv("GIT_CEILING_DIRECTORIES", "/tmp", 1);
	taken(":");
	taken("printf '[include]\\n\\tpath = /etc/passwd\\n' >>.git/config");
	taken("printf '[core\\n' >>.git/config");
	taken("git config safe.directory ''; git config core.fsmonitor "
	    "'touch \"$R.ran\"'; git config core.worktree /nonexistent");
	unsetenv("GIT_DIR");
	unsetenv("GIT_WORK_TREE");
	unsetenv("GIT_INDEX_FILE");
	unsetenv("GIT_OBJECT_DIRECTORY");
	unsetenv("GIT_NAMESPACE");
	unsetenv("GIT_CEILING_DIRECTORIES");
}

static void
resolves(struct story *s, const char *rev, const char *want)
{
	const char *id = repo_resolve(s->r, s->a, rev);

	if (want == NULL && id == NULL)
		return;
	if (want == NULL || id == NULL || strcmp(id, want) != 0)
		fail_msg("%s is %s, not %s", rev, id == NULL ? "none" : id,
		    want == NULL ? "none" : want);
}

static void
test_revisions(void **state)
{
	struct story s;
	const char *one, *two, *top;

	(void)state;
	repo_sh("rec a.md R-1 1; save one; git tag -a -m x v1; git tag t1;"
	    "git checkout -q -b feature/x; save side; git checkout -q main;"
	    "save two; merge feature/x; git update-ref "
	    "refs/remotes/origin/main HEAD~1; git symbolic-ref "
	    "refs/remotes/origin/HEAD refs/remotes/origin/main;"
	    "git update-ref ORIG_HEAD HEAD~2; git tag -a -m y v2 v1 "
	    "2>/dev/null; git branch v1.0-3-g1; git rev-parse HEAD:a.md "
	    ">\"$R.blob\"; git tag blob $(cat \"$R.blob\")");
	for (int packed = 0; packed < 2; packed++) {
		story_open(&s, "");
		top = repo_resolve(s.r, s.a, "HEAD");
		assert_non_null(top);
		one = repo_resolve(s.r, s.a, "v1");
		two = repo_resolve(s.r, s.a, "HEAD^");
		assert_non_null(one);
		assert_non_null(two);
		assert_string_not_equal(one, two);
		resolves(&s, "@", top);
		resolves(&s, "main", top);
		resolves(&s, "heads/main", top);
		resolves(&s, "refs/heads/main", top);
		resolves(&s, top, top);
		resolves(&s, arena_dup(s.a, top, 12), top);
		resolves(&s, arena_printf(s.a, "v9-4-g%.9s", top), top);
		resolves(&s, "t1", one);
		resolves(&s, "v2", one);
		resolves(&s, "tags/v1", one);
		resolves(&s, "v1^{commit}", one);
		resolves(&s, "v1^{}", one);
		resolves(&s, "v1^0", one);
		resolves(&s, "HEAD~2", one);
		resolves(&s, "HEAD^^", one);
		resolves(&s, "HEAD^2~1", one);
		resolves(&s, "HEAD^2^", one);
		resolves(&s, "feature/x~", one);
		resolves(&s, "origin/main", two);
		resolves(&s, "origin", two);
		resolves(&s, "ORIG_HEAD", one);
		resolves(&s, "HEAD^3", NULL);
		resolves(&s, "HEAD~9", NULL);
		resolves(&s, "nothing", NULL);
		resolves(&s, "", NULL);
		resolves(&s, "^", NULL);
		resolves(&s, "config", NULL);
		resolves(&s, "../config", NULL);
		resolves(&s, "refs/../config", NULL);
		resolves(&s, "/etc/passwd", NULL);
		resolves(&s, "blob", NULL);
		resolves(&s, "HEAD@{1}", NULL);
		resolves(&s, "HEAD:a.md", NULL);
		resolves(&s, "ffff", NULL);
		resolves(&s, "0123456789012345678901234567890123456789", NULL);
		story_done(&s);
		repo_sh("git pack-refs --all; git gc -q");
	}
}

static void
is_dirty(const char *script, bool want)
{
	struct story s;

	repo_sh(script);
	story_open(&s, "/isms");
	if (repo_dirty(s.r, repo_prefix(s.r)) != want)
		fail_msg("after '%s'", script);
	story_done(&s);
}

static void
test_dirty(void **state)
{
	(void)state;
	repo_sh("rec isms/a.md R-1 1; rec other.md X 1; echo '*.tmp' "
	    ">.gitignore; mkdir isms/[x]; rec isms/[x]/y.md R-2 1; save one");
	is_dirty(":", false);
	is_dirty("echo x >isms/x.tmp; echo x >>other.md; touch new", false);
	is_dirty("touch isms/a.md", false);
	is_dirty("echo x >>isms/a.md", true);
	is_dirty("git add isms/a.md", true);
	is_dirty("git checkout -q HEAD isms/a.md", false);
	is_dirty("echo x >isms/new.md", true);
	is_dirty("rm isms/new.md; rm isms/a.md", true);
	is_dirty("git checkout -q isms/a.md; chmod +x isms/a.md", true);
	is_dirty("chmod -x isms/a.md", false);
	/* Line ends that git converts are no difference. */
	is_dirty("git config core.autocrlf true; rm isms/a.md;"
	    "git checkout -q isms/a.md; grep -q $(printf '\\r') isms/a.md",
	    false);
	is_dirty("git config core.autocrlf false; echo '* text=auto eol=crlf' "
	    ">.gitattributes; git add .gitattributes; git commit -qm a;"
	    "rm isms/a.md; git checkout -q isms/a.md", false);
	/* No filter runs, and what needs one to be told counts as changed. */
	is_dirty("git config filter.x.clean \"touch $R.ran; cat\";"
	    "echo '*.md filter=x' >>.gitattributes; git add .gitattributes;"
	    "git commit -qm b; rm -f \"$R.ran\"; touch isms/a.md", false);
	repo_sh("test ! -e \"$R.ran\"");
	/* A checkout that leaves files out on purpose. */
	is_dirty("echo >.gitattributes; git commit -qam c; rm isms/a.md;"
	    "git reset -q --hard; git sparse-checkout set --no-cone '/*' '!/isms/a.md'; "
	    "test ! -e isms/a.md", false);
	is_dirty("echo x >>isms/[x]/y.md", true);
}

static bool
has(struct source *src, const char *path)
{
	return source_find(src, path) != NULL;
}

static void
test_source(void **state)
{
	struct story s;
	struct source *src;
	struct buf b = BUF_INIT;
	const struct entry *e;

	(void)state;
	repo_sh("rec isms/a.md R-1 1; rec isms/d/b.md R-2 1; rec x.md X 1;"
	    "rec isms/.github/c.md R-3 1; ln -s /etc/passwd isms/l.md;"
	    "git add -A; git update-index --add --cacheinfo "
	    "160000,1234567890123456789012345678901234567890,isms/sub;"
	    "now; git commit -qm one; rec isms/a.md R-1 2");
	story_open(&s, "/isms");
	src = repo_source(s.r, s.a, s.ds, repo_resolve(s.r, s.a, "HEAD"),
	    "isms/");
	assert_non_null(src);
	assert_int_equal(src->len, 4);
	assert_true(has(src, "a.md") && has(src, "d/b.md"));
	assert_int_equal(source_find(src, "l.md")->type, ENTRY_SYMLINK);
	assert_int_equal(source_find(src, "sub")->type, ENTRY_SUBMODULE);
	e = source_find(src, "a.md");
	buf_adds(&b, "left over");
	assert_int_equal(src->read(src, e, 10, &b), -2);
	assert_int_equal(src->read(src, e, 1000, &b), 0);
	assert_int_equal(b.len, e->size);
	assert_non_null(strstr(b.s, "due: 1"));
	assert_int_equal(src->read(src, source_find(src, "l.md"), 1000, &b),
	    -1);
	buf_done(&b);
	assert_string_equal(unit_findings(s.a, s.ds), "");
	assert_null(repo_source(s.r, s.a, s.ds,
	    "1234567890123456789012345678901234567890", ""));
	story_done(&s);
}

/* Names that git's fsck refuses, each a finding with the tree's id. */
static void
test_names(void **state)
{
	static const char *const bad[] = { "..", ".", ".git", ".GIT", ".Git ",
	    "a/b.md", "../../evil.md", "git~1", ".git::x", "x\\\\.git",
	    ".g\\342\\200\\214it" };
	struct story s;
	struct source *src;
	char script[512];

	(void)state;
	repo_sh("rec a.md R-1 1; save one");
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		snprintf(script, sizeof(script), "git reset -q --hard; "
		    "id=$(git rev-parse main:a.md | sed 's/../\\\\x&/g');"
		    "t=$(env printf \"100664 a.md\\\\0$id\"\"100644 %s\\\\0"
		    "$id\" | git hash-object -t tree -w --stdin --literally);"
		    "echo $t >\"$R.t\"; now; git update-ref refs/heads/odd "
		    "$(git commit-tree -m odd $t)", bad[i]);
		repo_sh(script);
		story_open(&s, "");
		src = repo_source(s.r, s.a, s.ds,
		    repo_resolve(s.r, s.a, "odd"), "");
		assert_non_null(src);
		assert_int_equal(src->len, 1);
		assert_string_equal(first_code(&s), "GIT-02");
		assert_int_equal(diags_len(s.ds), 1);
		story_done(&s);
	}
	/* A name that stands there twice, and one that is empty. */
	repo_sh("id=$(git rev-parse main:a.md | sed 's/../\\\\x&/g');"
	    "t=$(env printf \"100644 \\\\0$id\"\"100644 a.md\\\\0$id\""
	    "\"100644 a.md\\\\0$id\" | git hash-object -t tree -w --stdin "
	    "--literally); now; git update-ref refs/heads/odd "
	    "$(git commit-tree -m odd $t)");
	story_open(&s, "");
	src = repo_source(s.r, s.a, s.ds, repo_resolve(s.r, s.a, "odd"), "");
	assert_int_equal(src->len, 1);
	assert_int_equal(diags_len(s.ds), 2);
	story_done(&s);
}

static void
test_depth(void **state)
{
	struct story s;
	struct source *src;

	(void)state;
	repo_sh("d=$(printf 'd/%.0s' $(seq 70)); rec ${d}a.md R-1 1;"
	    "rec b.md R-2 1; save deep");
	story_read(&s, "", "HEAD");
	assert_string_equal(life(&s, "R-2"), "0 added >b.md by Ann");
	src = repo_source(s.r, s.a, s.ds, repo_resolve(s.r, s.a, "HEAD"), "");
	assert_int_equal(src->len, 1);
	assert_string_equal(first_code(&s), "LIM-03");
	story_done(&s);
}

static void
test_commit_time(void **state)
{
	struct story s;
	int64_t when = 0;

	(void)state;
	repo_sh("rec a.md R-1 1; save one");
	story_open(&s, "");
	assert_int_equal(repo_commit_time(s.r, repo_resolve(s.r, s.a, "HEAD"),
	    &when), 0);
	assert_int_equal(when, 1735689600);
	assert_int_equal(repo_commit_time(s.r, "x", &when), -1);
	story_done(&s);
}

#define T(f)	cmocka_unit_test_setup_teardown(f, repo_new, repo_gone)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_places), T(test_submodule), T(test_none),
		T(test_formats), T(test_surroundings), T(test_revisions),
		T(test_dirty), T(test_source), T(test_names),
		T(test_depth), T(test_commit_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
