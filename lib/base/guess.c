#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/alike.h"
#include "base/arena.h"
#include "base/date.h"
#include "base/guess.h"

#define TEXT_MAX	64

/* Up to three numbers and what stands between them. */
struct parts {
	int	v[3], digits[3], n;
	char	sep[3][8];	/* behind each number */
	int	era;		/* year 0 of the era, 0: none */
};

static const struct {
	const char	*name;
	char		 letter;
	int		 zero;
} eras[] = {
	{ "令和", 'R', 2018 }, { "平成", 'H', 1988 }, { "昭和", 'S', 1925 },
	{ "大正", 'T', 1911 }, { "明治", 'M', 1867 },
};

static bool
split(const char *s, struct parts *p)
{
	size_t i, n;

	memset(p, 0, sizeof(*p));
	while (*s == ' ')
		s++;
	for (i = 0; i < sizeof(eras) / sizeof(eras[0]); i++) {
		n = strlen(eras[i].name);
		if (strncmp(s, eras[i].name, n) == 0)
			s += n, p->era = eras[i].zero;
		else if (*s == eras[i].letter && (isdigit((unsigned char)s[1])
		    || s[1] == '.'))
			s++, p->era = eras[i].zero;
	}
	while (*s == ' ' || (p->era != 0 && *s == '.'))
		s++;
	while (*s != '\0' && p->n < 3) {
		if (p->era != 0 && p->n == 0 && strncmp(s, "元", 3) == 0) {
			p->v[0] = 1;
			p->digits[0] = 1;
			s += 3;
		} else {
			for (; isdigit((unsigned char)*s) &&
			    p->digits[p->n] < 9; s++, p->digits[p->n]++)
				p->v[p->n] = p->v[p->n] * 10 + (*s - '0');
			if (p->digits[p->n] == 0)
				return false;
		}
		for (n = 0; *s != '\0' && !isdigit((unsigned char)*s); s++)
			if (*s != ' ') {
				if (n >= sizeof(p->sep[0]) - 1)
					return false;
				p->sep[p->n][n++] = *s;
			}
		p->n++;
	}
	return *s == '\0';
}

static bool
is_mark(const char *sep, const char *kanji)
{
	return strcmp(sep, "-") == 0 || strcmp(sep, "/") == 0 ||
	    strcmp(sep, ".") == 0 || strcmp(sep, kanji) == 0;
}

const char *
guess_date(struct arena *a, const char *s)
{
	struct parts p;
	int y, m, d, t;
	date_day day;
	char out[48];

	if (strlen(s) > TEXT_MAX || !split(alike_ascii(a, s), &p))
		return NULL;
	if (p.n == 1 && p.digits[0] == 8 && p.era == 0 && !*p.sep[0]) {
		y = p.v[0] / 10000, m = p.v[0] / 100 % 100, d = p.v[0] % 100;
	} else if (p.n != 3 || !is_mark(p.sep[0], "年") ||
	    !is_mark(p.sep[1], "月") ||
	    (*p.sep[2] != '\0' && strcmp(p.sep[2], "日") != 0)) {
		return NULL;
	} else if (p.era != 0 || p.digits[0] == 4) {
		y = p.v[0] + p.era, m = p.v[1], d = p.v[2];
	} else if (p.digits[2] == 4) {
		y = p.v[2], m = p.v[1], d = p.v[0];
		/* 1/4/2026 is April here and January there. */
		if (m <= 12 && d <= 12 && m != d)
			return NULL;
		if (m > 12)
			t = m, m = d, d = t;
	} else
		return NULL;
	if (y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > 31)
		return NULL;
	for (;; d--) {
		snprintf(out, sizeof(out), "%04d-%02d-%02d", y, m, d);
		if (date_parse(out, &day))
			return arena_str(a, out);
	}
}
