#include "unit.h"

#include "base/guess.h"
#include "load/load.h"
#include "load/source.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/id.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "tree/node.h"

static struct arena *arena;
static struct diags *diags;
static struct standard *standard;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	diags = diags_new(arena);
	standard = standard_read(arena, diags, "iso27001");
	return standard == NULL;
}

static int
teardown(void **state)
{
	(void)state;
	arena_done(arena);
	return 0;
}

#define CONFIG	"standard: iso27001\nname: x\nyear_start: \"04-01\"\n"

/* A model of files given as path, text, path, text. */
static struct model *
build(const char *const (*files)[2], size_t n)
{
	const char *(*all)[2] = calloc(n + 1, sizeof(*all));
	struct load_limits limits = { 0, 0, 0 };
	struct source *source;
	struct config *config;
	struct loaded *loaded;

	assert_non_null(all);
	all[0][0] = "isms.yaml";
	all[0][1] = CONFIG;
	memcpy(all + 1, files, n * sizeof(*all));
	source = source_memory(arena, (const char *const (*)[2])all, n + 1);
	free(all);
	diags = diags_new(arena);
	config = config_read(arena, diags, source);
	assert_non_null(config);
	loaded = load_documents(arena, diags, source, &limits);
	return model_build(arena, diags, loaded, standard, config, source);
}

static struct model *
build_one(const char *text)
{
	const char *file[1][2] = { { "r.md", text } };

	return build((const char *const (*)[2])file, 1);
}

static const struct kind *
kind(const char *name)
{
	for (size_t i = 0; i < standard->kind_len; i++)
		if (strcmp(standard->kinds[i]->name, name) == 0)
			return standard->kinds[i];
	return NULL;
}

static void
the_standard_has_no_fault(void **state)
{
	(void)state;
	assert_string_equal(unit_findings(arena, diags), "");
	assert_true(standard->kind_len > 30);
	for (size_t i = 0; i < standard->kind_len; i++) {
		const struct kind *k = standard->kinds[i];

		assert_true(k->prefix != NULL || k->compiled != NULL);
		assert_string_equal(k->fields[0].name, "id");
		assert_true(k->state_len > 0);
		assert_string_not_equal(k->label[LANG_JA], k->name);
	}
}

static void
ids_sort_by_their_numbers(void **state)
{
	(void)state;
	assert_true(id_compare("A.5.2", "A.5.10") < 0);
	assert_true(id_compare("RSK-0002", "RSK-0010") < 0);
	assert_true(id_compare("RSK-9999", "RSK-10000") < 0);
	assert_true(id_compare("A.5.1", "A.5.1") == 0);
	assert_true(id_compare("A.5.01", "A.5.1") != 0);
	assert_true(id_compare("AST-0001", "RSK-0001") < 0);
}

static void
no_id_can_be_a_path_an_option_or_a_device(void **state)
{
	static const char *const bad[] = {
		"", ".", "..", "../x", "-rf", "con", "CON.1", "aux.5", "index",
		"a/b-1", "A 1-2", "RSK-0001.", "a..1", "RSK-\xef\xbc\x91",
		"com1.x"
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(id_safe(bad[i]));
	assert_true(id_safe("RSK-0001"));
	assert_true(id_safe("A.5.1"));
	assert_true(id_safe("CON-0001"));
}

static void
an_id_is_guessed_from_its_look(void **state)
{
	const struct kind *k;

	(void)state;
	if ((k = kind("risk")) == NULL)
		fail();
	assert_true(id_fits(k, "RSK-0001"));
	assert_true(id_fits(k, "RSK-12345"));
	assert_false(id_fits(k, "RSK-00001"));
	assert_false(id_fits(k, "RSK-001"));
	assert_string_equal(id_meant(arena, k, "rsk-1"), "RSK-0001");
	assert_string_equal(id_meant(arena, k, "RSK_00001"), "RSK-0001");
	assert_string_equal(id_meant(arena, k, "ＲＳＫ－００１２"),
	    "RSK-0012");
	assert_null(id_meant(arena, k, "AST-0001"));
	if ((k = kind("control")) == NULL)
		fail();
	assert_true(id_fits(k, "A.5.1"));
	assert_string_equal(id_meant(arena, k, "a.05.01"), "A.5.1");
	/* The first letter is Cyrillic. */
	assert_string_equal(id_meant(arena, k, "\xd0\x90.5.1"), "A.5.1");
}

static void
dates_are_guessed_only_when_sure(void **state)
{
	static const char *const all[][2] = {
		{ "2026/4/1", "2026-04-01" }, { "2026.4.1", "2026-04-01" },
		{ "2026年4月1日", "2026-04-01" },
		{ "令和8年4月1日", "2026-04-01" },
		{ "令和元年5月1日", "2019-05-01" },
		{ "平成31年4月30日", "2019-04-30" },
		{ "H31.4.30", "2019-04-30" }, { "20260401", "2026-04-01" },
		{ "2025-02-30", "2025-02-28" }, { "25.1.2024", "2024-01-25" },
		{ "1/25/2024", "2024-01-25" }, { "1/2/2024", NULL },
		{ "5.5.2024", "2024-05-05" }, { "2024", NULL },
		{ "soon", NULL }, { "2024-13-01", NULL }, { "", NULL },
		{ "99/99/9999", NULL }, { "2026-04-01x", NULL },
		{ "令和", NULL }, { "R", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		const char *got = guess_date(arena, all[i][0]);

		if (all[i][1] == NULL)
			assert_null(got);
		else if (got == NULL)
			fail_msg("%s gave nothing", all[i][0]);
		else
			assert_string_equal(got, all[i][1]);
	}
}

static void
a_registers_head_stands_for_its_records(void **state)
{
	struct model *m = build_one("---\nkind: issue\ntitle: Register\n"
	    "owner: PER-0001\ncreated: 2026-01-01\nstatus: active\n"
	    "side: internal\neffect: none\ndescription: d\nrecords:\n"
	    "  - {id: ISS-0002, title: B, owner: PER-0002}\n"
	    "  - {id: ISS-0001, title: A}\n---\n");
	const struct record *r;

	(void)state;
	assert_int_equal(m->len, 2);
	r = m->records[0];
	assert_string_equal(r->id, "ISS-0001");
	assert_string_equal(record_str(r, "owner"), "PER-0001");
	assert_int_equal(record_pos(r, "owner").line, 4);
	assert_string_equal(record_str(model_find(m, "ISS-0002"), "owner"),
	    "PER-0002");
	assert_string_equal(record_title(r, LANG_JA), "A");
	/* One finding for the head's owner, not one for each record. */
	assert_string_equal(unit_findings(arena, diags),
	    "4:8 GEN-04 11:37 GEN-04");
}

static void
values_are_found_by_path(void **state)
{
	struct model *m = build_one("---\nid: AUD-0001\nkind: audit\n"
	    "title: t\nresults:\n  - {item: a, conform: yes}\n"
	    "  - {item: b, note: TBD, sample: [x, y]}\n---\n");
	const struct record *r = model_find(m, "AUD-0001");

	(void)state;
	assert_non_null(r);
	assert_string_equal(record_str(r, "results[1].item"), "b");
	assert_string_equal(record_get(r, "results[1].sample[1]")->s, "y");
	assert_null(record_str(r, "results[1].note"));
	assert_null(record_get(r, "results[2].item"));
	assert_null(record_get(r, "results[1"));
	assert_null(record_get(r, "results[-1]"));
	assert_null(record_get(r, "title.x"));
	assert_int_equal(record_pos(r, "nothing").line, 2);
}

static void
placeholders_are_blank(void **state)
{
	static const char *const blank[] = {
		"", " ", "TBD", "tbd", "{{name}}", "未定", "-", "N/A"
	};

	(void)state;
	for (size_t i = 0; i < sizeof(blank) / sizeof(blank[0]); i++)
		assert_true(value_is_blank(standard, blank[i]));
	assert_false(value_is_blank(standard, "NO"));
	assert_false(value_is_blank(standard, "--"));
	assert_false(value_is_blank(standard, "TBD later"));
}

#define MANY	500

static void
five_hundred_doubles_are_one_finding(void **state)
{
	const char *(*files)[2] = calloc(MANY, sizeof(*files));

	(void)state;
	assert_non_null(files);
	for (size_t i = 0; i < MANY; i++) {
		files[i][0] = arena_printf(arena, "ISS-0001-%zu.md", i);
		files[i][1] = "---\nid: ISS-0001\nkind: issue\ntitle: t\n"
		    "status: active\nowner: ~\ncreated: 2026-01-01\n"
		    "side: internal\neffect: none\ndescription: d\n---\n";
	}
	build((const char *const (*)[2])files, MANY);
	free(files);
	diags_sort(diags);
	{
		size_t doubles = 0;
		const char *text = NULL;

		for (size_t i = 0; i < diags_len(diags); i++)
			if (strcmp(diags_at(diags, i)->head->code,
			    "GEN-02") == 0) {
				doubles++;
				text = diags_at(diags, i)->message[LANG_EN];
			}
		assert_int_equal(doubles, 1);
		assert_non_null(strstr(text, "ISS-0001-0.md:2"));
		assert_non_null(strstr(text, "ISS-0001-499.md:2"));
	}
}

#define FILES	100

/* The last closes the circle when closed; else it is a plain chain. */
static struct model *
chain(unsigned each, bool closed)
{
	const char *files[FILES][2];
	struct buf b = BUF_INIT;

	for (unsigned f = 0, i = 0; f < FILES; f++) {
		buf_clear(&b);
		buf_adds(&b, "---\nkind: issue\ncreated: 2026-01-01\n"
		    "status: active\nside: internal\neffect: none\n"
		    "description: d\nowner: PER-0001\nrecords:\n");
		for (unsigned last = i + each; i < last; i++)
			if (i + 1 < FILES * each || closed)
				buf_addf(&b, "  - {id: ISS-%u, title: t, "
				    "supersedes: ISS-%u}\n", 100000 + i,
				    100000 + (i + 1) % (FILES * each));
			else
				buf_addf(&b, "  - {id: ISS-%u, title: t}\n",
				    100000 + i);
		buf_adds(&b, "---\n");
		files[f][0] = arena_printf(arena, "%03u.md", f);
		files[f][1] = arena_dup(arena, b.s, b.len);
	}
	buf_done(&b);
	return build((const char *const (*)[2])files, FILES);
}

static size_t
count_code(const char *code)
{
	size_t n = 0;

	for (size_t i = 0; i < diags_len(diags); i++)
		n += strcmp(diags_at(diags, i)->head->code, code) == 0;
	return n;
}

static void
long_chains_need_no_stack(void **state)
{
	(void)state;
	assert_int_equal(chain(1000, false)->len, 100000);
	assert_int_equal(count_code("GEN-13"), 0);
	chain(100, true);
	assert_int_equal(count_code("GEN-13"), 1);
}

static const struct node *
link_of(const struct model *m, size_t doc, size_t n)
{
	const struct node *root = m->loaded->docs[doc].tree, *at = NULL;
	bool enter = true;

	while ((at = node_step(root, at, &enter)) != NULL)
		if (enter && at->type == NODE_LINK && n-- == 0)
			return at;
	return NULL;
}

static void
links_in_prose_get_anchors(void **state)
{
	static const char *const files[][2] = {
		{ "a/ISS-0001.md", "---\nid: ISS-0001\nkind: issue\n---\n"
		    "[[ISS-0002]] [x](../b/ISS-0002.md#the-reason) "
		    "[y](#own) [z](../b/log.txt) [[ISS-0003]]\n\n# Own\n" },
		{ "b/ISS-0002.md", "---\nid: ISS-0002\nkind: issue\n---\n"
		    "# The reason\n" },
		{ "b/log.txt", "x" },
	};
	struct model *m = build(files, 3);
	bool found = false;

	(void)state;
	assert_string_equal(link_of(m, 0, 0)->ref, "ISS-0002");
	assert_string_equal(link_of(m, 0, 1)->ref, "ISS-0002/the-reason");
	assert_string_equal(link_of(m, 0, 2)->ref, "ISS-0001/own");
	assert_null(link_of(m, 0, 3)->ref);
	assert_string_equal(link_of(m, 0, 3)->name, "b/log.txt");
	assert_null(link_of(m, 0, 4)->ref);
	for (size_t i = 0; i < m->ref_len; i++)
		if (m->refs[i].dst != NULL &&
		    strcmp(m->refs[i].field, "body") == 0)
			found = true;
	assert_true(found);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_standard_has_no_fault),
		cmocka_unit_test(ids_sort_by_their_numbers),
		cmocka_unit_test(no_id_can_be_a_path_an_option_or_a_device),
		cmocka_unit_test(an_id_is_guessed_from_its_look),
		cmocka_unit_test(dates_are_guessed_only_when_sure),
		cmocka_unit_test(a_registers_head_stands_for_its_records),
		cmocka_unit_test(values_are_found_by_path),
		cmocka_unit_test(placeholders_are_blank),
		cmocka_unit_test(five_hundred_doubles_are_one_finding),
		cmocka_unit_test(long_chains_need_no_stack),
		cmocka_unit_test(links_in_prose_get_anchors),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
