#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "diag/diag.h"
#include "rules/phrase.h"

#define PLACES	9
#define DEPTH	3	/* of phrases within phrases */

struct place {
	const char	*s;
	size_t		 len;
};

/* "{1}" to "{9}" at s. */
static bool
is_place(const char *s)
{
	return s[0] == '{' && s[1] >= '1' && s[1] <= '9' && s[2] == '}';
}

/* How many bytes of a pattern stand before its next place. */
static size_t
literal(const char *s)
{
	size_t n = 0;

	while (s[n] != '\0' && !is_place(s + n))
		n++;
	return n;
}

/* Whether the text is what the pattern says; where its places are. */
static bool
fits(const char *pattern, const char *text, struct place at[PLACES])
{
	size_t n = literal(pattern), len;
	const char *end;
	int which;

	memset(at, 0, PLACES * sizeof(*at));
	if (strncmp(pattern, text, n) != 0)
		return false;
	for (pattern += n, text += n; *pattern != '\0'; pattern += n) {
		which = pattern[1] - '1';
		pattern += 3;
		n = literal(pattern);
		len = strlen(text);
		if (pattern[n] != '\0') {
			char part[256];

			if (n == 0 || n >= sizeof(part))
				return false;
			memcpy(part, pattern, n);
			part[n] = '\0';
			end = strstr(text, part);
		} else
			end = len < n || strcmp(text + len - n, pattern) != 0 ?
			    NULL : text + len - n;
		if (end == NULL)
			return false;
		at[which] = (struct place){ text, (size_t)(end - text) };
		text = end + n;
	}
	return *text == '\0';
}

static const char *say(struct arena *, const char *all, const char *text,
    int depth);

/* The translation with what stood at the places. */
static const char *
put(struct arena *a, const char *all, const char *to,
    const struct place at[PLACES], int depth)
{
	struct buf b = BUF_INIT;
	const struct place *p;
	const char *out;

	for (; *to != '\0'; to++) {
		p = is_place(to) ? &at[to[1] - '1'] : NULL;
		if (p == NULL) {
			buf_addc(&b, *to);
			continue;
		}
		if (p->s != NULL)
			buf_adds(&b, say(a, all, arena_dup(a, p->s, p->len),
			    depth + 1));
		to += 2;
	}
	out = arena_dup(a, b.len > 0 ? b.s : "", b.len);
	buf_done(&b);
	return out;
}

/* all: pairs of lines, a pattern and what it becomes. */
static const char *
say(struct arena *a, const char *all, const char *text, int depth)
{
	struct place at[PLACES];
	const char *whole = all, *end, *to;

	if (depth == DEPTH)
		return text;
	for (; *all != '\0'; all = end + 1) {
		to = strchr(all, '\n') + 1;
		end = strchr(to, '\n');
		if (fits(arena_dup(a, all, (size_t)(to - 1 - all)), text, at))
			return put(a, whole, arena_dup(a, to,
			    (size_t)(end - to)), at, depth);
	}
	return text;
}

const char *
phrase(struct arena *a, const char *standard, const char *code,
    const char *text)
{
	const char *all = lang_text("", "%s.rules.%s.says", standard, code);

	return *all == '\0' ? text : say(a, all, text, 0);
}
