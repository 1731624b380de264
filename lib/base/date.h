#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Civil days, proleptic Gregorian, no time of day: days since 1970-01-01.
 * Years 0001 to 9999.
 */
typedef int32_t date_day;

#define DATE_NONE	INT32_MIN

/* A length of calendar time, as P1Y6M, P2W or P30D say; all >= 0. */
struct date_span {
	int	months, days;
};

/* Exactly YYYY-MM-DD and a real day; else false and *d is untouched. */
bool date_parse(const char *, date_day *d);
/* buf takes 11 bytes; "????-??-??" for DATE_NONE. */
const char *date_print(date_day, char buf[11]);
date_day date_make(int year, int month, int day);
void date_split(date_day, int *year, int *month, int *day);

/* Month ends clamp: 01-31 + 1 month = 02-28 or 02-29. */
date_day date_add_months(date_day, int months);
date_day date_add(date_day, struct date_span);

/*
 * ISO 8601 durations of whole days and more, at most 100 years and longer
 * than nothing: P1Y P6M P2W P30D P1Y6M.  Else false.
 */
bool date_span_parse(const char *, struct date_span *);

/*
 * A period of the ISMS year that begins on year_start (month * 100 + day):
 * FY2025, FY2025-H1, FY2025-Q3, FY2025-M07.  First and last day; else false.
 */
bool date_period(const char *, int year_start, date_day *first,
    date_day *last);
/* The year that holds the day: 2025 for FY2025. */
int date_period_year(date_day, int year_start);

#endif
