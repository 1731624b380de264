#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/alike.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/pattern.h"
#include "model/id.h"
#include "model/kind.h"
#include "model/model.h"

#define ID_MAX	64

static bool
is_device(const char *s, size_t len)
{
	static const char *const names[] = { "con", "prn", "aux", "nul" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (len == 3 && strncasecmp(s, names[i], 3) == 0)
			return true;
	return len == 4 && isdigit((unsigned char)s[3]) &&
	    (strncasecmp(s, "com", 3) == 0 || strncasecmp(s, "lpt", 3) == 0);
}

bool
id_safe(const char *s)
{
	size_t len = strlen(s), i;
	bool digit = false, mark = false;

	if (len == 0 || len > ID_MAX || !isalpha((unsigned char)*s))
		return false;
	for (i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c >= 0x80 || (!isalnum(c) && c != '-' && c != '.' &&
		    c != '_'))
			return false;
		digit = digit || isdigit(c);
		mark = mark || c == '-' || c == '.';
		if (c == '.' && (s[i + 1] == '.' || s[i + 1] == '\0'))
			return false;
	}
	return digit && mark && !is_device(s, strcspn(s, "."));
}

bool
id_fits(const struct kind *k, const char *s)
{
	size_t len, digits;

	if (!id_safe(s))
		return false;
	if (k->compiled != NULL)
		return pattern_match_all(k->compiled, s, strlen(s)) == 1;
	if (k->prefix == NULL)
		return true;
	len = strlen(k->prefix);
	if (strncmp(s, k->prefix, len) != 0 || s[len] != '-')
		return false;
	s += len + 1;
	digits = strspn(s, "0123456789");
	return s[digits] == '\0' && digits >= 4 &&
	    (digits == 4 || *s != '0');
}

/* Leading zeros of every number away, one digit kept. */
static void
strip_zeros(char *s)
{
	char *to = s;
	const char *p = s;

	while (*p != '\0') {
		bool starts = p == s || !isdigit((unsigned char)p[-1]);

		if (starts)
			while (*p == '0' && isdigit((unsigned char)p[1]))
				p++;
		*to++ = *p++;
	}
	*to = '\0';
}

static const char *
meant_number(struct arena *a, const struct kind *k, const char *s)
{
	size_t len = strlen(k->prefix), digits;

	if (strncasecmp(s, k->prefix, len) != 0)
		return NULL;
	s += len;
	s += strspn(s, "-_. #");
	digits = strspn(s, "0123456789");
	if (digits == 0 || digits > 9 || s[digits] != '\0')
		return NULL;
	while (digits > 1 && *s == '0')
		s++, digits--;
	return arena_printf(a, "%s-%s%s", k->prefix,
	    &"0000"[digits < 4 ? digits : 4], s);
}

static const char *
meant_pattern(struct arena *a, const struct kind *k, char *s)
{
	char *p, *bare;

	for (p = s; *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
	bare = arena_str(a, s);
	strip_zeros(bare);
	if (id_fits(k, bare))
		return bare;
	if (id_fits(k, s))
		return s;
	if (k->prefix == NULL)
		return NULL;
	s = arena_printf(a, "%s.%s", k->prefix, s + (*s == *k->prefix));
	return id_fits(k, s) ? s : NULL;
}

const char *
id_meant(struct arena *a, const struct kind *k, const char *written)
{
	char *s;
	size_t len;

	if (strlen(written) > (size_t)4 * ID_MAX)
		return NULL;
	s = arena_str(a, alike_ascii(a, written));
	s += strspn(s, " [");
	len = strcspn(s, " ]");
	if (s[len + strspn(s + len, " ]")] == '\0')
		s[len] = '\0';
	if (*s == '\0' || strlen(s) > ID_MAX)
		return NULL;
	if (k->compiled != NULL)
		return meant_pattern(a, k, s);
	return k->prefix != NULL ? meant_number(a, k, s) : NULL;
}

const char *
id_key(struct arena *a, const char *s)
{
	char *key = arena_str(a, fold_loose(a, alike_ascii(a, s)));

	strip_zeros(key);
	return key;
}

const char *
id_form(struct arena *a, const struct kind *k)
{
	if (k->pattern != NULL)
		return k->pattern;
	return k->prefix == NULL ? "A-0001" :
	    arena_printf(a, "%s-0001", k->prefix);
}

int
id_compare(const char *a, const char *b)
{
	const char *x = a, *y = b;
	size_t m, n;
	int d;

	while (*x != '\0' && *y != '\0') {
		if (isdigit((unsigned char)*x) && isdigit((unsigned char)*y)) {
			x += strspn(x, "0");
			y += strspn(y, "0");
			m = strspn(x, "0123456789");
			n = strspn(y, "0123456789");
			if (m != n)
				return m < n ? -1 : 1;
			if ((d = strncmp(x, y, m)) != 0)
				return d;
			x += m;
			y += n;
		} else if (*x != *y)
			return (unsigned char)*x - (unsigned char)*y;
		else
			x++, y++;
	}
	if (*x != *y)
		return (unsigned char)*x - (unsigned char)*y;
	return strcmp(a, b);
}
