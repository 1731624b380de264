#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"

static bool
leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static int
month_days(int y, int m)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return m == 2 && leap(y) ? 29 : days[m - 1];
}

/* Years run from March here, so that the leap day is the last of a year. */
date_day
date_make(int y, int m, int d)
{
	int era, yoe, doy;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void
date_split(date_day z, int *year, int *month, int *day)
{
	int era, doe, yoe, doy, mp;

	z += 719468;
	era = (z >= 0 ? z : z - 146096) / 146097;
	doe = z - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	*day = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

static bool
digits(const char *s, int n, int *v)
{
	int i;

	for (*v = 0, i = 0; i < n; i++) {
		if (!isdigit((unsigned char)s[i]))
			return false;
		*v = *v * 10 + (s[i] - '0');
	}
	return true;
}

bool
date_parse(const char *s, date_day *out)
{
	int y, m, d;

	if (strlen(s) != 10 || !digits(s, 4, &y) || s[4] != '-' ||
	    !digits(s + 5, 2, &m) || s[7] != '-' || !digits(s + 8, 2, &d))
		return false;
	if (y < 1 || m < 1 || m > 12 || d < 1 || d > month_days(y, m))
		return false;
	*out = date_make(y, m, d);
	return true;
}

const char *
date_print(date_day day, char buf[11])
{
	int y, m, d;
	char *p = buf + 10;

	if (day == DATE_NONE)
		return strcpy(buf, "\?\?\?\?-\?\?-\?\?");
	date_split(day, &y, &m, &d);
	*p = '\0';
	*--p = (char)('0' + d % 10);
	*--p = (char)('0' + d / 10);
	*--p = '-';
	*--p = (char)('0' + m % 10);
	*--p = (char)('0' + m / 10);
	*--p = '-';
	while (p > buf) {
		*--p = (char)('0' + y % 10);
		y /= 10;
	}
	return buf;
}

date_day
date_add_months(date_day day, int months)
{
	int y, m, d, last;

	date_split(day, &y, &m, &d);
	m += months - 1;
	y += m >= 0 ? m / 12 : -((11 - m) / 12);
	m = (m % 12 + 12) % 12 + 1;
	last = month_days(y, m);
	return date_make(y, m, d < last ? d : last);
}

date_day
date_add(date_day day, struct date_span s)
{
	return date_add_months(day, s.months) + s.days;
}

bool
date_span_parse(const char *s, struct date_span *out)
{
	/* Each unit once, in this order. */
	static const char units[] = "YMWD";
	static const struct date_span worth[] = {
		{ 12, 0 }, { 1, 0 }, { 0, 7 }, { 0, 1 }
	};
	struct date_span sum = { 0, 0 };
	const char *unit = units, *u;
	int n;

	if (*s++ != 'P' || *s == '\0')
		return false;
	while (*s != '\0') {
		for (n = 0; isdigit((unsigned char)*s) && n <= 36500; s++)
			n = n * 10 + (*s - '0');
		if (!isdigit((unsigned char)s[-1]) || *s == '\0' ||
		    (u = strchr(unit, *s)) == NULL || n > 36500)
			return false;
		sum.months += n * worth[u - units].months;
		sum.days += n * worth[u - units].days;
		unit = u + 1;
		s++;
	}
	if (sum.months > 1200 || sum.days > 36525 ||
	    sum.months + sum.days == 0)
		return false;
	*out = sum;
	return true;
}

static date_day
year_first(int year, int year_start)
{
	return date_make(year, year_start / 100, year_start % 100);
}

bool
date_period(const char *s, int year_start, date_day *first, date_day *last)
{
	int year, n, months;
	size_t len = strlen(s);
	date_day start;

	if (strncmp(s, "FY", 2) != 0 || len < 6 || !digits(s + 2, 4, &year) ||
	    year < 1 || year > 9998)
		return false;
	start = year_first(year, year_start);
	if (len == 6) {
		*first = start;
		*last = year_first(year + 1, year_start) - 1;
		return true;
	}
	if (s[6] != '-')
		return false;
	if (s[7] == 'H' && len == 9 && digits(s + 8, 1, &n))
		months = 6;
	else if (s[7] == 'Q' && len == 9 && digits(s + 8, 1, &n))
		months = 3;
	else if (s[7] == 'M' && len == 10 && digits(s + 8, 2, &n))
		months = 1;
	else
		return false;
	if (n < 1 || n > 12 / months)
		return false;
	*first = date_add_months(start, (n - 1) * months);
	*last = date_add_months(start, n * months) - 1;
	return true;
}

int
date_period_year(date_day day, int year_start)
{
	int y, m, d;

	date_split(day, &y, &m, &d);
	return m * 100 + d >= year_start ? y : y - 1;
}
