#include "unit.h"

#include "base/date.h"
#include "base/zone.h"

static void
test_parse(void **state)
{
	static const char *const bad[] = {
		"", "2025-02-29", "2024-02-30", "2024-13-01", "0000-01-01",
		"10000-01-01", "2024-1-5", "2024/01/05", "05.01.2024",
		"20240105", "令和6年1月5日", "2024-00-01", "2024-01-00",
		"2024-04-31", "2024-01-05 ", " 2024-01-05", "1900-02-29"
	};
	date_day d = 42;
	char buf[11];

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(date_parse(bad[i], &d));
	assert_int_equal(d, 42);
	assert_true(date_parse("1970-01-01", &d));
	assert_int_equal(d, 0);
	assert_true(date_parse("2000-02-29", &d));
	assert_int_equal(d, 11016);
	assert_true(date_parse("0001-01-01", &d));
	assert_string_equal(date_print(d, buf), "0001-01-01");
	assert_true(date_parse("9999-12-31", &d));
	assert_string_equal(date_print(d, buf), "9999-12-31");
	assert_string_equal(date_print(DATE_NONE, buf), "\?\?\?\?-\?\?-\?\?");
}

/* Every day of 800 years goes out and comes back. */
static void
test_round(void **state)
{
	date_day d, from = date_make(1600, 1, 1), to = date_make(2400, 1, 1);
	int y, m, day;

	(void)state;
	assert_int_equal(to - from, 2 * 146097);
	for (d = from; d < to; d++) {
		date_split(d, &y, &m, &day);
		assert_int_equal(date_make(y, m, day), d);
	}
}

static void
sum(const char *from, const char *span, const char *want)
{
	struct date_span s;
	date_day d;
	char buf[11];

	assert_true(date_parse(from, &d));
	assert_true(date_span_parse(span, &s));
	assert_string_equal(date_print(date_add(d, s), buf), want);
}

static void
test_spans(void **state)
{
	static const char *const bad[] = {
		"", "P", "0d", "-1y", "P0D", "1y6m", "annual", "99999y",
		"P99999Y", "P1", "P1X", "PY", "P1Y1Y", "P1M1Y", "PT1H", "P-1Y",
		"P1.5Y", "p1y", "P101Y"
	};
	struct date_span s;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(date_span_parse(bad[i], &s));
	sum("2024-02-29", "P1Y", "2025-02-28");
	sum("2024-01-31", "P1M", "2024-02-29");
	sum("2024-12-31", "P2M", "2025-02-28");
	sum("2024-01-31", "P1M1D", "2024-03-01");
	sum("2024-02-28", "P2W", "2024-03-13");
	sum("2026-06-30", "P100Y", "2126-06-30");
}

static void
period(const char *name, int start, const char *from, const char *to)
{
	date_day first, last;
	char a[11], b[11];

	if (from == NULL) {
		assert_false(date_period(name, start, &first, &last));
		return;
	}
	assert_true(date_period(name, start, &first, &last));
	assert_string_equal(date_print(first, a), from);
	assert_string_equal(date_print(last, b), to);
}

static void
test_periods(void **state)
{
	(void)state;
	period("FY2025", 1001, "2025-10-01", "2026-09-30");
	period("FY2025-H1", 1001, "2025-10-01", "2026-03-31");
	period("FY2025-H2", 1001, "2026-04-01", "2026-09-30");
	period("FY2025-Q3", 401, "2025-10-01", "2025-12-31");
	period("FY2025-M07", 401, "2025-10-01", "2025-10-31");
	period("FY2024-M11", 401, "2025-02-01", "2025-02-28");
	period("FY2025-Q5", 401, NULL, NULL);
	period("FY2025-M13", 401, NULL, NULL);
	period("FY2025-M0", 401, NULL, NULL);
	period("2025", 401, NULL, NULL);
	period("FY25", 401, NULL, NULL);
	assert_int_equal(date_period_year(date_make(2026, 3, 31), 401), 2025);
	assert_int_equal(date_period_year(date_make(2026, 4, 1), 401), 2026);
}

static const char *
day_in(struct arena *a, const char *zone, int64_t t)
{
	static char buf[11];
	struct zone *z = zone_find(a, zone);

	assert_non_null(z);
	return date_print(zone_day(z, t), buf);
}

static void
test_zones(void **state)
{
	static const char *const bad[] = {
		"", "garbage", "../etc/passwd", "/etc/passwd", "Asia", "Asia/",
		"Asia//Tokyo", "+9:00", "+15:00", "+09:60", "+0900", "UTC+9",
		"posixrules\n", "Asia/../Asia/Tokyo"
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_null(zone_find(a, bad[i]));
	/* 2026-06-30 14:59:59 and 15:00:00 UTC. */
	assert_string_equal(day_in(a, "UTC", 1782831599), "2026-06-30");
	assert_string_equal(day_in(a, "Asia/Tokyo", 1782831599), "2026-06-30");
	assert_string_equal(day_in(a, "Asia/Tokyo", 1782831600), "2026-07-01");
	assert_string_equal(day_in(a, "+09:00", 1782831600), "2026-07-01");
	assert_string_equal(day_in(a, "-10:00", 1782808200), "2026-06-29");
	assert_string_equal(day_in(a, "UTC", -1), "1969-12-31");
	/* Samoa had no 2011-12-30. */
	assert_string_equal(day_in(a, "Pacific/Apia", 1325239199),
	    "2011-12-29");
	assert_string_equal(day_in(a, "Pacific/Apia", 1325239200),
	    "2011-12-31");
	/* The last hours of a summer day, far behind the last table entry. */
	assert_string_equal(day_in(a, "Europe/Berlin", 3707416800 - 1),
	    "2087-06-25");
	assert_string_equal(day_in(a, "UTC", INT64_MAX),
	    "\?\?\?\?-\?\?-\?\?");
	assert_string_equal(day_in(a, "Asia/Tokyo", INT64_MIN),
	    "\?\?\?\?-\?\?-\?\?");
	arena_done(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_round),
		cmocka_unit_test(test_spans),
		cmocka_unit_test(test_periods),
		cmocka_unit_test(test_zones)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
