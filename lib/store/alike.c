#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "store/inside.h"

/*
 * How alike two texts are: by their words, or by their lines.
 */

#define WORDS_MAX	4000	/* bytes of a text that are compared */
#define LINES_MAX	65536

/*
 * The words of a text: runs of letters and digits; of CJK text, which has no
 * spaces, each pair of characters.
 */
struct parts {
	char	**list;
	size_t	  len;
};

static void
add_word(struct parts *w, const char *s, size_t len)
{
	if ((w->len & (w->len - 1)) == 0) {
		w->list = realloc(w->list, (w->len == 0 ? 1 : w->len * 2) *
		    sizeof(*w->list));
		if (w->list == NULL)
			arena_exhausted();
	}
	if ((w->list[w->len] = strndup(s, len)) == NULL)
		arena_exhausted();
	w->len++;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
split_words(struct parts *w, const char *s)
{
	size_t len = strlen(s), i, n, start = 0, last = 0;
	bool in = false, cjk = false;
	uint32_t u;

	if (len > WORDS_MAX)
		len = WORDS_MAX;
	memset(w, 0, sizeof(*w));
	for (i = 0; i < len; i += n) {
		n = utf8_get(s + i, len - i, &u);
		if (store_is_cjk(u)) {
			if (in)
				add_word(w, s + start, i - start);
			else if (cjk)
				add_word(w, s + last, i + n - last);
			in = false;
			cjk = true;
			last = i;
			continue;
		}
		cjk = false;
		if (u != UTF8_BAD && (u >= 0xc0 ||
		    isalnum((unsigned char)u))) {
			if (!in)
				start = i;
			in = true;
		} else if (in) {
			add_word(w, s + start, i - start);
			in = false;
		}
	}
	if (in)
		add_word(w, s + start, i - start);
	if (w->len > 1)
		qsort(w->list, w->len, sizeof(*w->list), by_bytes);
}

static void
parts_done(struct parts *w)
{
	for (size_t i = 0; i < w->len; i++)
		free(w->list[i]);
	free(w->list);
}

/*
 * The lines of a text without blanks and digits, so that a line with another
 * date in it is the same; lines of nothing else are left out.
 */
static void
split_lines(struct parts *w, const char *s)
{
	size_t len = strlen(s), n, max;
	const char *end;
	char *line;

	if (len > LINES_MAX)
		len = LINES_MAX;
	memset(w, 0, sizeof(*w));
	if ((line = malloc(len + 1)) == NULL)
		arena_exhausted();
	for (; len > 0; len -= max, s += max) {
		end = memchr(s, '\n', len);
		max = end == NULL ? len : (size_t)(end - s) + 1;
		n = 0;
		for (size_t i = 0; i < max; i++)
			if (!isspace((unsigned char)s[i]) &&
			    !isdigit((unsigned char)s[i]))
				line[n++] = s[i];
		if (n > 1)
			add_word(w, line, n);
	}
	free(line);
	if (w->len > 1)
		qsort(w->list, w->len, sizeof(*w->list), by_bytes);
}

/* Shared parts, twice, over all parts of both: 0 to 1. */
static double
share(const struct parts *a, const struct parts *b)
{
	size_t i = 0, j = 0, same = 0;
	int d;

	while (i < a->len && j < b->len) {
		if ((d = strcmp(a->list[i], b->list[j])) == 0)
			same++, i++, j++;
		else if (d < 0)
			i++;
		else
			j++;
	}
	return a->len + b->len == 0 ? 0 :
	    2.0 * (double)same / (double)(a->len + b->len);
}

static void
compare(sqlite3_context *c, sqlite3_value **v,
    void (*split)(struct parts *, const char *))
{
	const char *one = (const char *)sqlite3_value_text(v[0]);
	const char *two = (const char *)sqlite3_value_text(v[1]);
	struct parts a, b;
	struct arena *arena;

	if (one == NULL || two == NULL) {
		sqlite3_result_null(c);
		return;
	}
	guard_charge(sqlite3_user_data(c), (size_t)(sqlite3_value_bytes(v[0]) +
	    sqlite3_value_bytes(v[1])) * 16);
	/* Folded text is needed no longer than this call. */
	arena = arena_new();
	split(&a, fold_loose(arena, one));
	split(&b, fold_loose(arena, two));
	arena_done(arena);
	sqlite3_result_double(c, share(&a, &b));
	parts_done(&a);
	parts_done(&b);
}

void
store_same_words(sqlite3_context *c, int n, sqlite3_value **v)
{
	(void)n;
	compare(c, v, split_words);
}

void
store_same_lines(sqlite3_context *c, int n, sqlite3_value **v)
{
	(void)n;
	compare(c, v, split_lines);
}
