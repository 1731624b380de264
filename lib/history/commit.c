#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <git2.h>
#include <git2/sys/repository.h>

#include "base/arena.h"
#include "history/repo.h"

/*
 * "Name <mail> seconds zone" up to the end of the line.  What cannot be read
 * of the date is unknown, never guessed.
 */
static void
signature(struct arena *a, const char *s, const char *end,
    struct signature *who)
{
	const char *open = memchr(s, '<', (size_t)(end - s)), *shut, *p;
	char *stop, digits[24];
	size_t n;

	if (open == NULL ||
	    (shut = memchr(open, '>', (size_t)(end - open))) == NULL)
		return;
	for (p = open; p > s && p[-1] == ' '; p--)
		;
	who->name = arena_dup(a, s, (size_t)(p - s));
	who->mail = arena_dup(a, open + 1, (size_t)(shut - open - 1));
	for (p = shut + 1; p < end && *p == ' '; p++)
		;
	for (n = 0; p + n < end && n < sizeof(digits) - 1 &&
	    isdigit((unsigned char)p[n]); n++)
		digits[n] = p[n];
	digits[n] = '\0';
	/* A zone must follow, and the year 9999 is the last civil one. */
	if (n == 0 || n > 12 || p + n >= end || p[n] != ' ')
		return;
	who->when = strtoll(digits, &stop, 10);
	who->known = *stop == '\0' && who->when <= 253402300799LL;
}

static void
header(struct arena *a, struct raw_commit *c, const char *s, const char *end)
{
	git_oid id;

	if (end - s > 7 && strncmp(s, "author ", 7) == 0)
		signature(a, s + 7, end, &c->author);
	else if (end - s > 10 && strncmp(s, "committer ", 10) == 0)
		signature(a, s + 10, end, &c->committer);
	else if (end - s >= 45 && strncmp(s, "tree ", 5) == 0)
		git_oid_fromstrn(&c->tree, s + 5, GIT_OID_HEXSZ);
	else if (end - s >= 47 && strncmp(s, "parent ", 7) == 0 &&
	    git_oid_fromstrn(&id, s + 7, GIT_OID_HEXSZ) == 0) {
		if (c->parent_len < 2)
			c->parents[c->parent_len] = id;
		c->parent_len++;
	}
}

int
commit_read(struct repo *r, struct arena *a, const git_oid *id,
    struct raw_commit *c)
{
	git_odb_object *object = NULL;
	const char *s, *end, *line;

	memset(c, 0, sizeof(*c));
	c->author.name = c->author.mail = "";
	c->committer.name = c->committer.mail = c->message = "";
	if (git_odb_read(&object, r->odb, id) != 0)
		return -1;
	if (git_odb_object_type(object) != GIT_OBJECT_COMMIT) {
		git_odb_object_free(object);
		return -1;
	}
	s = git_odb_object_data(object);
	end = s + git_odb_object_size(object);
	while (s < end && *s != '\n') {
		if ((line = memchr(s, '\n', (size_t)(end - s))) == NULL)
			line = end;
		header(a, c, s, line);
		s = line < end ? line + 1 : end;
	}
	if (s < end)
		c->message = arena_dup(a, s + 1, (size_t)(end - s - 1));
	git_odb_object_free(object);
	return 0;
}
