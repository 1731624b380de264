#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "history/repo.h"
#include "history/words.h"

#define LAST_SECOND	253402300799LL	/* of the year 9999 */
#define ZONE_MAX	1459

/*
 * "seconds +hhmm" behind the mail address.  What cannot be read is unknown,
 * never guessed.  A zone that no place on earth has casts doubt on the clock
 * that wrote both.
 */
static void
moment(const char *p, const char *end, struct signature *who)
{
	char *stop, digits[24];
	size_t n;

	while (p < end && isspace((unsigned char)*p))
		p++;
	for (n = 0; p + n < end && n < sizeof(digits) - 1 &&
	    isdigit((unsigned char)p[n]); n++)
		digits[n] = p[n];
	digits[n] = '\0';
	if (n == 0 || n > 12 || p + n >= end || p[n] != ' ')
		return;
	who->when = strtoll(digits, &stop, 10);
	for (p += n; p < end && *p == ' '; p++)
		;
	if (p >= end || (*p != '+' && *p != '-'))
		return;
	p++;
	for (n = 0; p + n < end && n < sizeof(digits) - 1 &&
	    isdigit((unsigned char)p[n]); n++)
		digits[n] = p[n];
	digits[n] = '\0';
	who->known = n == 4 && atoi(digits) <= ZONE_MAX &&
	    who->when <= LAST_SECOND;
	if (!who->known)
		who->when = 0;
}

/* A part of a signature, where the bytes lie. */
struct piece {
	const char	*s;
	size_t		 len;
};

/*
 * "Name <mail> seconds zone".  As git does, the mail ends at the first '>'
 * and the date is looked for behind the last one.
 */
static void
signature(const char *s, const char *end, struct signature *who,
    struct piece name_mail[2])
{
	const char *open = memchr(s, '<', (size_t)(end - s)), *shut, *p;

	if (open == NULL ||
	    (shut = memchr(open, '>', (size_t)(end - open))) == NULL)
		return;
	for (p = open; p > s && isspace((unsigned char)p[-1]); p--)
		;
	name_mail[0].s = s;
	name_mail[0].len = (size_t)(p - s);
	name_mail[1].s = open + 1;
	name_mail[1].len = (size_t)(shut - open - 1);
	for (p = end; p[-1] != '>'; p--)
		;
	moment(p, end, who);
}

struct header {
	struct piece	author[2], committer[2];
	bool		has_author, has_committer;
	char		encoding[32];
};

static bool
begins(const char *s, const char *end, const char *word, const char **rest)
{
	size_t n = strlen(word);

	if ((size_t)(end - s) < n || memcmp(s, word, n) != 0)
		return false;
	*rest = s + n;
	return true;
}

static void
header_line(struct arena *a, struct raw_commit *c, struct header *h,
    const char *s, const char *end)
{
	struct oid id;
	size_t n;

	if (begins(s, end, "parent ", &s)) {
		/* Git reads parents in front of the author only. */
		if (h->has_author || end - s < OID_HEX ||
		    !oid_parse(&id, s, OID_HEX))
			return;
		c->parents = arena_grow(a, c->parents, c->parent_len,
		    sizeof(*c->parents));
		c->parents[c->parent_len++] = id;
	} else if (begins(s, end, "author ", &s)) {
		if (!h->has_author)
			signature(s, end, &c->author, h->author);
		h->has_author = true;
	} else if (begins(s, end, "committer ", &s)) {
		if (!h->has_committer)
			signature(s, end, &c->committer, h->committer);
		h->has_committer = true;
	} else if (begins(s, end, "gpgsig", &s)) {
		/* Of any make: OpenPGP, SSH, X.509. */
		c->is_signed = true;
	} else if (begins(s, end, "encoding ", &s)) {
		n = (size_t)(end - s);
		if (n < sizeof(h->encoding)) {
			memcpy(h->encoding, s, n);
			h->encoding[n] = '\0';
		}
	}
}

static const char *
name_of(struct repo *r, struct arena *a, const struct piece *p,
    const struct header *h)
{
	const char *s;

	if (p->len == 0)
		return "";
	s = p->s;
	for (size_t i = 0; i < p->len; i++)
		if ((unsigned char)s[i] >= 0x80 || h->encoding[0] != '\0') {
			s = text_utf8(a, p->s, p->len, h->encoding);
			return words_keep(r->words, s, strlen(s));
		}
	return words_keep(r->words, p->s, p->len);
}

int
commit_read(struct repo *r, struct arena *a, const struct oid *id,
    bool with_message, struct raw_commit *c)
{
	struct header h = { .has_author = false };
	struct object o;
	const char *s, *end, *line;

	memset(c, 0, sizeof(*c));
	c->message = "";
	if (object_read_as(r, id, OBJECT_COMMIT, &o) != 0)
		return -1;
	s = o.data;
	end = s + o.len;
	if (o.len < 5 + OID_HEX || memcmp(s, "tree ", 5) != 0 ||
	    !oid_parse(&c->tree, s + 5, OID_HEX)) {
		object_done(&o);
		return -1;
	}
	while (s < end && *s != '\n') {
		if ((line = memchr(s, '\n', (size_t)(end - s))) == NULL)
			line = end;
		header_line(a, c, &h, s, line);
		s = line < end ? line + 1 : end;
	}
	c->author.name = name_of(r, a, &h.author[0], &h);
	c->author.mail = name_of(r, a, &h.author[1], &h);
	c->committer.name = name_of(r, a, &h.committer[0], &h);
	c->committer.mail = name_of(r, a, &h.committer[1], &h);
	if (with_message && s < end)
		c->message = text_utf8(a, s + 1, (size_t)(end - s - 1),
		    h.encoding[0] == '\0' ? NULL : h.encoding);
	object_done(&o);
	return 0;
}

bool
repo_is_shallow_root(const struct repo *r, const struct oid *id)
{
	return oids_get(r->shallow, id) != NULL;
}
