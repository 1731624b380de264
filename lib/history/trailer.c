#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "history/history.h"
#include "history/people.h"
#include "history/repo.h"
#include "history/trailer.h"

#define TRAILERS_MAX	200

static bool
is_blank(const char *s, const char *end)
{
	while (s < end && isspace((unsigned char)*s))
		s++;
	return s == end;
}

/* Length of the word in front of the colon; 0 when there is none. */
static size_t
word_len(const char *s, const char *end)
{
	const char *p = s;
	size_t len;

	while (p < end && (isalnum((unsigned char)*p) || *p == '-'))
		p++;
	len = (size_t)(p - s);
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	return p < end && *p == ':' ? len : 0;
}

static bool
begins(const char *s, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - s) >= n && memcmp(s, word, n) == 0;
}

/* The line that ends at end, which may stand behind its newline. */
static const char *
line_before(const char *s, const char *end)
{
	if (end > s && end[-1] == '\n')
		end--;
	while (end > s && end[-1] != '\n')
		end--;
	return end;
}

/* What is counted of the last paragraph, from its end. */
struct count {
	size_t	trailers, others, maybe;
	bool	gits;			/* one that git writes itself */
};

static void
count_line(struct count *c, const char *s, const char *end)
{
	if (*s == '#') {
		c->others += c->maybe;
		c->maybe = 0;
	} else if (begins(s, end, "Signed-off-by: ") ||
	    begins(s, end, "(cherry picked from commit ")) {
		c->trailers++;
		c->maybe = 0;
		c->gits = true;
	} else if (word_len(s, end) > 0) {
		c->trailers++;
		c->maybe = 0;
	} else if (isspace((unsigned char)*s)) {
		c->maybe++;
	} else {
		c->others += 1 + c->maybe;
		c->maybe = 0;
	}
}

/* Where the trailers begin; end when there are none. */
static const char *
block(const char *s, const char *end)
{
	struct count c = { 0 };
	const char *title = s, *line, *stop;
	bool blank_only = true;

	/* The first paragraph is the title, a comment is not seen. */
	while (title < end && (stop = memchr(title, '\n',
	    (size_t)(end - title))) != NULL &&
	    (*title == '#' || !is_blank(title, stop)))
		title = stop + 1;
	for (stop = end; stop > title; stop = line) {
		line = line_before(s, stop);
		if (line < title)
			break;
		if (*line != '#' && is_blank(line, stop)) {
			if (blank_only)
				continue;
			c.others += c.maybe;
			if ((c.gits && c.trailers * 3 >= c.others) ||
			    (c.trailers > 0 && c.others == 0))
				return stop;
			return end;
		}
		if (*line != '#')
			blank_only = false;
		count_line(&c, line, stop);
	}
	return end;
}

static char *
trimmed(struct arena *a, const char *s, size_t len)
{
	while (len > 0 && isspace((unsigned char)*s))
		s++, len--;
	while (len > 0 && isspace((unsigned char)s[len - 1]))
		len--;
	return arena_dup(a, s, len);
}

/* "Name <mail>", else all of it is the name. */
static void
introduce(struct arena *a, const struct people *people, struct trailer *t)
{
	const char *open = strrchr(t->value, '<'), *shut = open == NULL ?
	    NULL : strchr(open, '>');
	struct signature who = { .name = t->value, .mail = "" };

	if (shut != NULL) {
		who.name = trimmed(a, t->value, (size_t)(open - t->value));
		who.mail = trimmed(a, open + 1, (size_t)(shut - open - 1));
		people_introduce(people, &who);
	}
	t->name = who.name;
	t->mail = who.mail;
}

static void
add(struct arena *a, const struct people *people, struct trailer **list,
    size_t *n, struct buf *line)
{
	size_t word = line->len == 0 ? 0 : word_len(line->s,
	    line->s + line->len);
	const char *colon;
	struct trailer *t;

	if (word > 0 && *n < TRAILERS_MAX) {
		colon = strchr(line->s + word, ':');
		*list = arena_grow(a, *list, *n, sizeof(**list));
		t = &(*list)[(*n)++];
		t->key = arena_dup(a, line->s, word);
		t->value = trimmed(a, colon + 1, line->len -
		    (size_t)(colon + 1 - line->s));
		introduce(a, people, t);
	}
	buf_clear(line);
}

size_t
trailers_read(struct arena *a, const struct people *people,
    const char *message, struct trailer **list)
{
	const char *end = message + strlen(message), *s, *stop;
	struct buf line = BUF_INIT;
	size_t n = 0;

	*list = NULL;
	if (strchr(message, ':') == NULL)
		return 0;
	for (s = block(message, end); s < end; s = stop) {
		if ((stop = memchr(s, '\n', (size_t)(end - s))) == NULL)
			stop = end;
		if (!isspace((unsigned char)*s)) {
			add(a, people, list, &n, &line);
			if (word_len(s, stop) > 0)
				buf_add(&line, s, (size_t)(stop - s));
		} else if (line.len > 0) {
			/* Only a trailer goes on. */
			buf_addc(&line, ' ');
			while (s < stop && isspace((unsigned char)*s))
				s++;
			buf_add(&line, s, (size_t)(stop - s));
		}
		stop += stop < end;
	}
	add(a, people, list, &n, &line);
	buf_done(&line);
	return n;
}

const char *
message_trailer(struct arena *a, const char *message, const char *key,
    size_t n)
{
	struct trailer *list;
	size_t len = trailers_read(a, NULL, message, &list);

	for (size_t i = 0; i < len; i++)
		if (strcasecmp(list[i].key, key) == 0 && n-- == 0)
			return *list[i].value == '\0' ? NULL : list[i].value;
	return NULL;
}

const char *
message_body(struct arena *a, const char *message)
{
	const char *end = message + strlen(message), *s = message;
	const char *stop = block(message, end);

	s += strspn(s, "\r\n");
	s += strcspn(s, "\n");
	while (s < stop && isspace((unsigned char)*s))
		s++;
	while (stop > s && isspace((unsigned char)stop[-1]))
		stop--;
	return s >= stop ? NULL : arena_dup(a, s, (size_t)(stop - s));
}
