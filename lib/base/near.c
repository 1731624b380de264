#include <string.h>

#include "base/near.h"

#define LETTERS	63

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static size_t
lower(char *to, const char *s)
{
	size_t n = 0;

	for (; *s != '\0' && n < LETTERS; s++)
		to[n++] = (char)(*s >= 'A' && *s <= 'Z' ? *s + 32 : *s);
	return n;
}

unsigned
near_distance(const char *one, const char *two, unsigned max)
{
	unsigned rows[3][LETTERS + 1], *before, *last, *row, best;
	char a[LETTERS], b[LETTERS];
	size_t n = lower(a, one), m = lower(b, two), i, j;

	if ((n > m ? n - m : m - n) > max)
		return max + 1;
	for (j = 0; j <= m; j++)
		rows[0][j] = (unsigned)j;
	for (i = 1; i <= n; i++) {
		row = rows[i % 3];
		last = rows[(i + 2) % 3];
		before = rows[(i + 1) % 3];
		best = row[0] = (unsigned)i;
		for (j = 1; j <= m; j++) {
			row[j] = least(least(row[j - 1], last[j]) + 1,
			    last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
			best = least(best, row[j]);
		}
		if (best > max)
			return max + 1;
	}
	return least(rows[n % 3][m], max + 1);
}

void
near_offer(struct near *near, const char *name)
{
	size_t len = strlen(near->word);
	unsigned max = len < 3 ? 1 : len < 8 ? 2 : 3, d;

	if (near->best != NULL) {
		if (near->distance == 0)
			return;
		max = near->distance - 1;
	}
	d = near_distance(near->word, name, max);
	/* Nothing of the word may be left by chance alone. */
	if (d <= max && d < len) {
		near->best = name;
		near->distance = d;
	}
}

const char *
near_find(const char *word, const char *const *candidates, size_t n)
{
	struct near near = { .word = word };

	for (size_t i = 0; i < n; i++)
		near_offer(&near, candidates[i]);
	return near.best;
}
