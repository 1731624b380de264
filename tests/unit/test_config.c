#include "unit.h"

#include "load/source.h"
#include "model/config.h"

static struct config *
read_text(struct arena *a, struct diags *ds, const char *text)
{
	const char *const files[][2] = { { "isms.yaml", text } };

	return config_read(a, ds, source_memory(a, files, 1));
}

static void
test_values(void **state)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	const struct config *c = read_text(a, ds,
	    "standard: iso27001\n"
	    "name: Minato\n"
	    "name_ja: 湊\n"
	    "timezone: Asia/Tokyo\n"
	    "year_start: \"10-01\"\n"
	    "languages: [ja, en]\n"
	    "profile: certified\n"
	    "manual: {number: M-1, version: \"2.1\"}\n"
	    "rules:\n"
	    "  - {code: GEN-18, severity: off, reason: we differ}\n"
	    "house_rules:\n"
	    "  - code: HOUSE-01\n"
	    "    severity: note\n"
	    "    message: {en: \"{id} is odd\", ja: \"{id} は変です\"}\n"
	    "    sql: |\n"
	    "      SELECT id FROM risk\n");

	(void)state;
	assert_string_equal(unit_findings(a, ds), "");
	assert_string_equal(c->standard, "iso27001");
	assert_string_equal(c->name[LANG_EN], "Minato");
	assert_string_equal(c->name[LANG_JA], "湊");
	assert_string_equal(c->zone, "Asia/Tokyo");
	assert_int_equal(c->year_start, 1001);
	assert_int_equal(c->lang_len, 2);
	assert_string_equal(c->langs[0], "ja");
	assert_int_equal(c->profile, PROFILE_CERTIFIED);
	assert_int_equal(c->override_len, 1);
	assert_int_equal(c->overrides[0].level, DIAG_OFF);
	assert_int_equal(c->overrides[0].at.line, 10);
	assert_int_equal(c->house_len, 1);
	assert_string_equal(c->house[0].message[LANG_JA], "{id} は変です");
	assert_int_equal(c->house[0].sql_at.line, 15);
	arena_done(a);
}

static const struct {
	const char	*text, *findings;
} cases[] = {
	{ "name: x\n", "" },
	{ "", "0:0 CFG-03" },
	{ "name:\n", "0:0 CFG-03" },
	{ "name: [x]\n", "1:7 CFG-04" },
	{ "- x\n", "1:1 YML-26" },
	{ "name: x\ntimezon: UTC\n", "2:1 CFG-02" },
	{ "name: x\ntimezone: Mars/Olympus\n", "2:11 CFG-06" },
	{ "name: x\nyear_start: 02-29\n", "2:13 CFG-07" },
	{ "name: x\nyear_start: 4-1\n", "2:13 CFG-07" },
	{ "name: x\nlanguages: [en, fr]\n", "2:17 CFG-08" },
	{ "name: x\nprofile: expert\n", "2:10 CFG-09" },
	{ "name: x\nstandard: iso9999\n", "2:11 CFG-12" },
	{ "name: x\nrules: off\n", "2:8 CFG-05" },
	{ "name: x\nrules: [a]\n", "2:9 CFG-05" },
	{ "name: x\nrules:\n- {code: A-1, severity: off}\n", "3:10 CFG-10" },
	{ "name: x\nrules:\n- {code: A-1, severity: no, reason: r}\n",
	    "3:25 CFG-11" },
	{ "name: x\nrules:\n- {code: A-1, reason: r}\n", "3:10 CFG-03" },
	{ "name: x\nrules:\n- {severity: off, reason: r}\n", "3:3 CFG-03" },
	{ "name: x\nrules:\n- {code: A-1, severity: off, reason: r}\n"
	    "- {code: A-1, severity: note, reason: r}\n", "4:10 CFG-13" },
	{ "name: x\nhouse_rules:\n- {code: X-1, sql: s, message: m}\n",
	    "3:10 CFG-14" },
	{ "name: x\nhouse_rules:\n- {code: GEN-01, sql: s, message: m}\n",
	    "3:10 CFG-14" },
	{ "name: x\nhouse_rules:\n- {code: HOUSE-1, message: m}\n",
	    "3:3 CFG-03" },
	{ "name: x\nmanual: {titel: y}\n", "2:10 CFG-02" },
};

static void
test_faults(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);
		const char *got;

		read_text(a, ds, cases[i].text);
		got = unit_findings(a, ds);
		if (strcmp(got, cases[i].findings) != 0)
			print_error("%s\n", cases[i].text);
		assert_string_equal(got, cases[i].findings);
		arena_done(a);
	}
}

static void
test_hint(void **state)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);

	(void)state;
	assert_null(config_read(a, ds, source_memory(a, NULL, 0)));
	read_text(a, ds, "name: x\ntime_zone: UTC\n");
	diags_sort(ds);
	assert_string_equal(diags_at(ds, 0)->head->code, "CFG-01");
	assert_string_equal(diags_at(ds, 1)->help[LANG_EN],
	    "did you mean timezone?");
	arena_done(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_hint)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
