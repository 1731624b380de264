#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "model/value.h"

static bool
is_number(const char *s, bool whole)
{
	size_t n;

	s += *s == '-';
	if ((n = strspn(s, "0123456789")) == 0 || n > 15)
		return false;
	s += n;
	if (!whole && *s == '.') {
		if ((n = strspn(++s, "0123456789")) == 0 || n > 15)
			return false;
		s += n;
	}
	return *s == '\0';
}

static enum diag_id
number_fault(const struct field *f, const char *s)
{
	double v;

	if (!is_number(s, f->type == FIELD_INT))
		return f->type == FIELD_INT ? D_VALUE_INT : D_VALUE_NUM;
	v = strtod(s, NULL);
	if (f->scale && (v < f->lo || v > f->hi))
		return D_VALUE_RANGE;
	return D_COUNT;
}

static enum diag_id
choice_fault(const struct field *f, const char *s)
{
	for (size_t i = 0; f->choices[i] != NULL; i++)
		if (strcmp(f->choices[i], s) == 0)
			return D_COUNT;
	return D_VALUE_CHOICE;
}

/* A real day once a year is put before, or a day behind. */
static bool
is_day(const char *before, const char *s, const char *behind)
{
	char day[16];
	date_day d;

	if (strlen(before) + strlen(s) + strlen(behind) != 10)
		return false;
	snprintf(day, sizeof(day), "%s%s%s", before, s, behind);
	return date_parse(day, &d);
}

enum diag_id
value_fault(const struct field *f, const struct yaml *y, int year_start)
{
	struct date_span span;
	date_day day, last;
	const char *s = y->s;

	switch (f->type) {
	case FIELD_INT:
	case FIELD_NUM:
		return number_fault(f, s);
	case FIELD_BOOL:
		return strcmp(s, "true") == 0 || strcmp(s, "false") == 0 ?
		    D_COUNT : D_VALUE_BOOL;
	case FIELD_CHOICE:
		return choice_fault(f, s);
	case FIELD_DATE:
		return date_parse(s, &day) ? D_COUNT : D_DATE_FORM;
	case FIELD_PERIOD:
		return date_period(s, year_start, &day, &last) ? D_COUNT :
		    D_VALUE_PERIOD;
	case FIELD_DURATION:
		return date_span_parse(s, &span) ? D_COUNT :
		    D_VALUE_DURATION;
	case FIELD_MONTH_DAY:
		return is_day("2000-", s, "") ? D_COUNT : D_VALUE_MONTH_DAY;
	case FIELD_MONTH:
		return is_day("", s, "-01") ? D_COUNT : D_VALUE_MONTH;
	case FIELD_STR:
	case FIELD_TEXT:
	case FIELD_REF:
	case FIELD_MAP:
	case FIELD_ANY:
	case FIELD_EVIDENCE:
	case FIELD_TYPES:
		break;
	}
	return D_COUNT;
}

size_t
value_evidence(const char *s, const char **hash)
{
	static const char word[] = "sha256:";
	const char *p = strrchr(s, ' ');
	size_t len;

	*hash = NULL;
	len = strlen(s);
	if (p == NULL || strncmp(++p, word, sizeof(word) - 1) != 0)
		return len;
	p += sizeof(word) - 1;
	if (strlen(p) != 64 || strspn(p, "0123456789abcdefABCDEF") != 64)
		return len;
	*hash = p;
	for (len = (size_t)(p - s) - sizeof(word) + 1; len > 0 &&
	    s[len - 1] == ' '; len--)
		;
	return len;
}

bool
value_is_blank(const struct standard *std, const char *s)
{
	const struct yaml *y;
	size_t len;
	int first;

	s += strspn(s, " \t\r\n");
	len = strlen(s);
	while (len > 0 && strchr(" \t\r\n", s[len - 1]) != NULL)
		len--;
	if (len == 0 || (len >= 4 && strncmp(s, "{{", 2) == 0 &&
	    strncmp(s + len - 2, "}}", 2) == 0))
		return true;
	if (std->placeholders == NULL || len > std->placeholder_max)
		return false;
	first = tolower((unsigned char)*s);
	for (y = std->placeholders->first; y != NULL; y = y->next)
		if (y->type == YAML_SCALAR &&
		    tolower((unsigned char)*y->s) == first &&
		    strlen(y->s) == len && strncasecmp(y->s, s, len) == 0)
			return true;
	return false;
}

bool
value_absent(const struct standard *std, const struct yaml *y)
{
	if (y == NULL)
		return true;
	if (y->type != YAML_SCALAR)
		return false;
	if (y->plain && (strcmp(y->s, "~") == 0 ||
	    strcasecmp(y->s, "null") == 0))
		return true;
	return value_is_blank(std, y->s);
}

bool
value_present(const struct standard *std, const struct yaml *y)
{
	const struct yaml *m;

	if (y == NULL || y->type == YAML_SCALAR)
		return !value_absent(std, y);
	/* Lists of lists and of mappings say something by being there. */
	for (m = y->first; m != NULL; m = m->next)
		if (!value_absent(std, m))
			return true;
	return false;
}
