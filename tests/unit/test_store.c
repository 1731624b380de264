#include "unit.h"

#include "base/date.h"
#include "load/load.h"
#include "load/source.h"
#include "model/config.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/store.h"

static struct arena *arena;
static struct diags *diags;
static struct store *store;

#define HEAD	"title: t\ntitle_ja: 題\nstatus: active\nowner: PER-0001\n" \
		"created: 2026-01-01\n"

static const char *const files[][2] = {
	{ "isms.yaml", "standard: iso27001\nname: x\nyear_start: \"04-01\"\n"
	    "settings: {lead: P7D}\nkinds:\n"
	    "  - {name: cat, prefix: CAT, fields: [{name: live, type: str}, "
	    "{name: lives, type: num}, {name: when, type: month}]}\n" },
	{ "ORG-0001.md", "---\nid: ORG-0001\nkind: organisation\n" HEAD
	    "top_management: PER-0001\nsites:\n"
	    "  - {id: tokyo, name: Tokyo, type: office}\n---\n" },
	{ "people.md", "---\nkind: person\nrecords:\n  - {id: PER-0001, "
	    "title: Haruka, title_ja: 遥, name: Haruka M, joined: TBD}\n"
	    "---\n" },
	{ "ACT-0001.md", "---\nid: ACT-0001\nkind: activity\n" HEAD
	    "control: A.8.8\nevery: P1Y\ntags: [a, TBD, b]\n"
	    "last_done: 2026-02-30\nruns:\n"
	    "  - {date: 2026-01-02, by: PER-0001, evidence: [x, y]}\n"
	    "  - {date: 2026-02-02}\n---\nSome *words*.\n\n"
	    "[[ORG-0001]] `code`\n\n- item\n" },
	{ "CRI-0001.md", "---\nid: CRI-0001\nkind: risk_criteria\n" HEAD
	    "matrix:\n  - [low, high]\n  - [high, high]\nfactors:\n"
	    "  - name: likelihood\n    steps:\n"
	    "      - {n: 1, label: rare, meaning: m}\n"
	    "      - {n: 2, label: often, meaning: m}\n---\n" },
	{ "CAT-0001.md", "---\nid: CAT-0001\nkind: cat\n" HEAD
	    "lives: 9\nwhen: 2026-13\n---\n" },
};

static int
setup(void **state)
{
	struct load_limits limits = { 0, 0, 0 };
	struct source *source;
	struct config *config;
	date_day asof = DATE_NONE;

	(void)state;
	arena = arena_new();
	diags = diags_new(arena);
	source = source_memory(arena, files, sizeof(files) / sizeof(files[0]));
	config = config_read(arena, diags, source);
	date_parse("2026-06-30", &asof);
	store = store_open(arena, diags, model_build(arena, diags,
	    load_documents(arena, diags, source, &limits),
	    standard_read(arena, diags, "iso27001"), config, source), asof,
	    LANG_EN);
	store_history(store, NULL);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	store_close(store);
	arena_done(arena);
	return 0;
}

/* All rows as "a|b;c|d", or the error. */
static const char *
run(const char *sql, enum query_trust untrusted)
{
	const char *error = NULL, *s;
	struct query *q = query_open(store, sql, untrusted, &error);
	struct buf b = BUF_INIT;
	int rc;

	if (q == NULL)
		return error;
	while ((rc = query_step(q)) == 1) {
		if (b.len > 0)
			buf_addc(&b, ';');
		for (size_t i = 0; i < query_columns(q); i++) {
			if (i > 0)
				buf_addc(&b, '|');
			s = query_text(q, i);
			buf_adds(&b, s != NULL ? s : "NULL");
		}
	}
	s = rc < 0 ? query_error(q) : arena_dup(arena,
	    b.len > 0 ? b.s : "", b.len);
	buf_done(&b);
	query_close(q);
	return s;
}

#define SAYS(sql, want)	assert_string_equal(run(sql, false), want)

static void
a_record_is_a_row(void **state)
{
	(void)state;
	SAYS("SELECT id, kind, title_ja, owner, created, live, ended, path, "
	    "line FROM activity",
	    "ACT-0001|activity|題|PER-0001|2026-01-01|1|0|ACT-0001.md|2");
	SAYS("SELECT body FROM activity", "Some words.\nORG-0001 code\nitem\n");
	SAYS("SELECT count(*) FROM record", "5");
	SAYS("SELECT status FROM person", "NULL");
}

static void
what_is_wrong_or_blank_is_null(void **state)
{
	(void)state;
	SAYS("SELECT last_done FROM activity", "NULL");
	SAYS("SELECT joined FROM person", "NULL");
	SAYS("SELECT \"when\" FROM cat", "NULL");
}

static void
lists_are_tables(void **state)
{
	(void)state;
	SAYS("SELECT tags, runs FROM activity", "a, b|2");
	SAYS("SELECT n, date, by, evidence FROM activity_runs",
	    "0|2026-01-02|PER-0001|x, y;1|2026-02-02|NULL|NULL");
	/* A scalar is a list of one. */
	SAYS("SELECT * FROM activity_control", "ACT-0001|0|A.8.8");
	SAYS("SELECT id, own_id, name FROM organisation_sites",
	    "ORG-0001|tokyo|Tokyo");
	SAYS("SELECT n, value FROM risk_criteria_matrix",
	    "0|low, high;1|high, high");
	SAYS("SELECT n, m, own_n, label FROM risk_criteria_factors_steps",
	    "0|0|1|rare;0|1|2|often");
}

static void
links_lead_to_records(void **state)
{
	(void)state;
	SAYS("SELECT src, field, dst, dst_kind FROM link "
	    "WHERE src = 'ACT-0001' ORDER BY field",
	    "ACT-0001|body|ORG-0001|organisation;"
	    "ACT-0001|owner|PER-0001|person;"
	    "ACT-0001|runs.by|PER-0001|person");
}

static void
own_kinds_have_tables(void **state)
{
	(void)state;
	SAYS("SELECT id, lives, typeof(lives) FROM cat", "CAT-0001|9|integer");
	/* The built-in column of that name is left out, with a finding. */
	SAYS("SELECT live FROM cat", "NULL");
}

static void
functions_know_the_day_and_the_year(void **state)
{
	(void)state;
	SAYS("SELECT asof(), date('now'), days('2026-01-01', asof())",
	    "2026-06-30|2026-06-30|180");
	SAYS("SELECT date_add('2026-01-31', 'P1M'), "
	    "date_add('2026-03-01', '-P1D'), date_add('x', 'P1D'), "
	    "date_add('2026-01-31', 'soon'), date_add('9999-12-31', 'P1D')",
	    "2026-02-28|2026-02-28|NULL|NULL|NULL");
	SAYS("SELECT period('2026-03-31'), period_first('FY2025-H2'), "
	    "period_last('FY2025'), period_last('x')",
	    "FY2025|2025-10-01|2026-03-31|NULL");
	SAYS("SELECT count(*), min(first), max(last) FROM period_list",
	    "95|2023-04-01|2028-03-31");
	SAYS("SELECT year, first, last FROM period_list "
	    "WHERE name = 'FY2026-Q1'", "FY2026|2026-04-01|2026-06-30");
}

static void
functions_know_the_records(void **state)
{
	(void)state;
	SAYS("SELECT top(), person(top()), label('ACT-0001'), label('X')",
	    "PER-0001|Haruka M (PER-0001)|ACT-0001 t|X");
	SAYS("SELECT setting('lead'), setting('no such')", "P7D|NULL");
	SAYS("SELECT blank('TBD'), blank(NULL), blank('x')", "1|1|0");
}

static void
functions_know_text(void **state)
{
	(void)state;
	SAYS("SELECT cjk('情報資産の一覧 A'), cjk('plain'), cjk('')", "1|0|0");
	SAYS("SELECT has('a, b', 'b'), has('a, bc', 'b'), has(NULL, 'b'), "
	    "item('a, b', 2), item('a', 2), item(NULL, 1)",
	    "1|0|0|b|NULL|NULL");
	SAYS("SELECT same_words('The cause', 'the CAUSE'), "
	    "same_words('a b', 'c d'), same_words('原因は不明', '原因は不明'), "
	    "same_words(NULL, 'x')", "1.0|0.0|1.0|NULL");
	SAYS("SELECT 'abc' REGEXP '^a.c$', 'abc' REGEXP 'x', NULL REGEXP 'x'",
	    "1|0|NULL");
	SAYS("SELECT id_key('A.5.2') < id_key('A.5.10')", "1");
	assert_non_null(strstr(run("SELECT 'a' REGEXP '('", false),
	    "parenthes"));
}

static void
a_query_of_a_user_may_only_read(void **state)
{
	static const char *const bad[] = {
		"DELETE FROM risk", "CREATE TABLE x (a)",
		"INSERT INTO risk (id) VALUES ('x')", "UPDATE risk SET id = 1",
		"ATTACH ':memory:' AS x", "PRAGMA table_list", "VACUUM",
		"SELECT load_extension('x')", "SELECT random()", "BEGIN",
		"SELECT * FROM pragma_database_list", "DROP TABLE risk",
		"SELECT 1; SELECT 2", "", "-- nothing",
		"CREATE TEMP TABLE x AS SELECT 1", "EXPLAIN DELETE FROM risk",
		"SELECT fts3_tokenizer('x')", "SELECT writefile('x', 'y')",
	};
	const char *error;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct query *q = query_open(store, bad[i], true, &error);

		if (q != NULL)
			fail_msg("allowed: %s", bad[i]);
		assert_non_null(error);
	}
	assert_string_equal(run("SELECT count(*) FROM activity;\n-- end\n",
	    true), "1");
	assert_string_equal(run("WITH a AS (SELECT id FROM record) "
	    "SELECT count(*) FROM a JOIN link ON src = id", true), "7");
}

static void
a_query_of_a_user_ends(void **state)
{
	(void)state;
	assert_string_equal(run("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL "
	    "SELECT x + 1 FROM c) SELECT count(*) FROM c", true),
	    "the query takes too long");
	assert_string_equal(run("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL "
	    "SELECT x + 1 FROM c) SELECT 1 FROM c", true),
	    "the query gives more than 100,000 rows");
	assert_string_equal(run("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL "
	    "SELECT x + 1 FROM c LIMIT 1000) SELECT x, hex(zeroblob(400000)) "
	    "|| x AS y FROM c ORDER BY y", true),
	    "the query needs more than 64 MiB of memory");
	assert_non_null(strstr(run("SELECT zeroblob(100000000)", true),
	    "too big"));
	/* And the store goes on as before. */
	SAYS("SELECT count(*), length(zeroblob(2000000)) FROM record",
	    "5|2000000");
}

static void
numbers_are_told_from_text(void **state)
{
	const char *error;
	struct query *q = query_open(store, "SELECT 1, '1', 1.5, NULL, ?1",
	    false, &error);

	(void)state;
	assert_non_null(q);
	query_bind(q, 1, "7");
	assert_int_equal(query_step(q), 1);
	assert_string_equal(query_text(q, 0), "1");
	assert_true(query_is_number(q, 0));
	assert_false(query_is_number(q, 1));
	assert_true(query_is_number(q, 2));
	assert_false(query_is_number(q, 3));
	assert_false(query_is_number(q, 4));
	assert_string_equal(query_text(q, 4), "7");
	assert_int_equal(query_step(q), 0);
	query_close(q);
}

static void
findings_are_a_table(void **state)
{
	(void)state;
	diags_sort(diags);
	store_findings(store, diags);
	store_findings(store, diags);
	SAYS("SELECT level, record FROM finding WHERE code = 'GEN-09'",
	    "error|ACT-0001");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_record_is_a_row),
		cmocka_unit_test(what_is_wrong_or_blank_is_null),
		cmocka_unit_test(lists_are_tables),
		cmocka_unit_test(links_lead_to_records),
		cmocka_unit_test(own_kinds_have_tables),
		cmocka_unit_test(functions_know_the_day_and_the_year),
		cmocka_unit_test(functions_know_the_records),
		cmocka_unit_test(functions_know_text),
		cmocka_unit_test(a_query_of_a_user_may_only_read),
		cmocka_unit_test(a_query_of_a_user_ends),
		cmocka_unit_test(numbers_are_told_from_text),
		cmocka_unit_test(findings_are_a_table),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
