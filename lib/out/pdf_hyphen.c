#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if __has_include(<hyphen.h>)
#include <hyphen.h>
#define HYPHENS
#endif

#include "base/arena.h"
#include "out/pdf.h"

/*
 * English words are parted by the patterns of the machine, looked for in one
 * folder as fonts are: the American ones go by how a word is spoken, the
 * British ones by what it is made of, which readers stumble over.
 */
static const char *const files[] = {
	"/usr/share/hyphen/hyph_en_US.dic",
	"/usr/local/share/hyphen/hyph_en_US.dic",
	"/usr/share/hyphen/hyph_en_GB.dic",
	"/usr/local/share/hyphen/hyph_en_GB.dic"
};

#define LEAST		3	/* letters on either side */
#define LETTERS_MAX	63

struct pdf_hyphens {
	const char	*file;
#ifdef HYPHENS
	HyphenDict	*dict;
#endif
};

const char *
pdf_hyphens_known(void)
{
#ifdef HYPHENS
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		if (access(files[i], R_OK) == 0)
			return files[i];
#endif
	return NULL;
}

struct pdf_hyphens *
pdf_hyphens_new(struct arena *a)
{
	struct pdf_hyphens *h = arena_alloc(a, sizeof(*h));

	if ((h->file = pdf_hyphens_known()) == NULL)
		return NULL;
#ifdef HYPHENS
	/* patterns of another encoding would be misread */
	h->dict = hnj_hyphen_load(h->file);
	if (h->dict != NULL && h->dict->utf8)
		return h;
	pdf_hyphens_done(h);
#endif
	return NULL;
}

void
pdf_hyphens_done(struct pdf_hyphens *h)
{
#ifdef HYPHENS
	if (h != NULL && h->dict != NULL)
		hnj_hyphen_free(h->dict);
#else
	(void)h;
#endif
}

const char *
pdf_hyphens_file(const struct pdf_hyphens *h)
{
	return h->file;
}

#ifdef HYPHENS
/* The letters a to z alone. */
static uint64_t
parts_of(struct pdf_hyphens *h, const char *s, size_t n)
{
	char marks[LETTERS_MAX + 6] = "", **rep = NULL;
	int *pos = NULL, *cut = NULL;
	uint64_t bits = 0;

	if (hnj_hyphen_hyphenate3(h->dict, s, (int)n, marks, NULL, &rep, &pos,
	    &cut, LEAST, LEAST, LEAST, LEAST) != 0)
		return 0;
	/* a mark is behind its letter; English changes none at a hyphen */
	for (size_t i = LEAST; i + LEAST <= n && rep == NULL; i++)
		if ((marks[i - 1] & 1) != 0)
			bits |= (uint64_t)1 << i;
	for (size_t i = 0; rep != NULL && i < n; i++)
		free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
	return bits;
}

/* The length of what may stand around a word: brackets, quotes, stops. */
static size_t
around(const char *s, size_t n)
{
	size_t i = 0;

	for (;;) {
		if (i < n && strchr("()[]\"'.,;:!?", s[i]) != NULL)
			i++;
		else if (i + 2 < n && memcmp(s + i, "\xe2\x80", 2) == 0)
			i += 3;
		else
			return i;
	}
}
#endif

uint64_t
pdf_hyphens_of(struct pdf_hyphens *h, const char *s, size_t n)
{
#ifdef HYPHENS
	size_t from = around(s, n), to = from;

	while (to < n && s[to] >= 'a' && s[to] <= 'z')
		to++;
	if (to - from < 2 * LEAST || to > LETTERS_MAX ||
	    to + around(s + to, n - to) != n)
		return 0;
	return parts_of(h, s + from, to - from) << from;
#else
	(void)h;
	(void)s;
	(void)n;
	return 0;
#endif
}
