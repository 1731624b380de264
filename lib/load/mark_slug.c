#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "load/mark.h"
#include "load/mark_walk.h"

/* The anchors that GitHub gives to headings. */

#define CAPITAL_I_DOT	0x130	/* its small form is two characters */
#define DOT_ABOVE	0x307

char *
mark_slug(struct arena *a, const char *text)
{
	struct buf b = BUF_INIT;
	size_t len = strlen(text), i = 0;
	uint32_t c;
	char *out;

	while (i < len) {
		i += utf8_get(text + i, len - i, &c);
		if (c == ' ')
			buf_addc(&b, '-');
		else if (c != UTF8_BAD && (c == '-' || unicode_word(c)))
			utf8_put(&b, c == CAPITAL_I_DOT ? 'i' :
			    unicode_lower(c));
		if (c == CAPITAL_I_DOT)
			utf8_put(&b, DOT_ABOVE);
	}
	out = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return out;
}

/* How often a slug was wanted again. */
struct count {
	unsigned	n;
};

/*
 * GitHub's: the second "a" is "a-1", unless a heading is called that.  Each
 * slug counts on from where it was, so that a thousand of one name cost no
 * more than a thousand names.
 */
const char *
mark_anchor(struct mark *m, const char *text)
{
	const char *slug = mark_slug(m->arena, text), *s = slug;
	struct count *count = map_get(m->slugs, slug);

	while (map_get(m->slugs, s) != NULL)
		s = arena_printf(m->arena, "%s-%u", slug, ++count->n);
	map_put(m->slugs, s, arena_alloc(m->scratch, sizeof(*count)));
	return s;
}
