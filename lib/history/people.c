#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/map.h"
#include "history/people.h"
#include "history/repo.h"

/*
 *	Proper Name <proper@mail> Name in commits <mail@in.commits>
 *
 * Either name and the second address may be missing.  libgit2 reads such
 * files too, but tells addresses apart by case, which git does not.
 */

struct person {
	const char	*name, *mail;		/* proper; NULL: as it is */
	struct person	*next;			/* of the same address */
	const char	*called;		/* in commits; NULL: any */
};

struct people {
	struct arena	*arena;
	struct map	*mails;			/* in small letters */
};

static const char *
small(struct arena *a, const char *s)
{
	char *copy = arena_str(a, s);

	for (char *p = copy; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return copy;
}

/* "name <mail>" at s; what stands behind it, NULL when nothing does. */
static char *
take(char *s, const char **name, const char **mail, bool may_be_empty)
{
	char *open = strchr(s, '<'), *shut, *end;

	if (open == NULL || (shut = strchr(open, '>')) == NULL ||
	    (!may_be_empty && shut == open + 1))
		return NULL;
	while (s < open && isspace((unsigned char)*s))
		s++;
	for (end = open; end > s && isspace((unsigned char)end[-1]); end--)
		;
	*name = end > s ? s : NULL;
	*mail = open + 1;
	*end = *shut = '\0';
	return shut[1] == '\0' ? NULL : shut + 1;
}

static void
add(struct people *all, char *line)
{
	const char *name = NULL, *mail = NULL, *called = NULL, *used = NULL;
	struct person *p, *first;
	char *rest;

	if (*line == '#')
		return;
	rest = take(line, &name, &mail, false);
	if (rest != NULL)
		take(rest, &called, &used, true);
	if (mail == NULL)
		return;
	if (used == NULL) {
		used = mail;
		mail = NULL;
	}
	used = small(all->arena, used);
	first = map_get(all->mails, used);
	for (p = first; p != NULL; p = p->next)
		if (called == NULL ? p->called == NULL : p->called != NULL &&
		    strcasecmp(p->called, called) == 0)
			break;
	if (p == NULL) {
		p = arena_alloc(all->arena, sizeof(*p));
		p->called = called;
		p->next = first;
		map_put(all->mails, used, p);
	}
	if (name != NULL)
		p->name = name;
	if (mail != NULL)
		p->mail = mail;
}

struct people *
people_read(struct arena *a, const char *text, size_t len)
{
	struct people *all = arena_alloc(a, sizeof(*all));
	char *line = arena_dup(a, text, len), *next;

	all->arena = a;
	all->mails = map_new(a);
	for (; line != NULL; line = next) {
		if ((next = strchr(line, '\n')) != NULL)
			*next++ = '\0';
		line[strcspn(line, "\r")] = '\0';
		add(all, line);
	}
	return all;
}

void
people_introduce(const struct people *all, struct signature *who)
{
	const struct person *p, *any = NULL, *best = NULL;

	if (all == NULL || map_len(all->mails) == 0)
		return;
	for (p = map_get(all->mails, small(all->arena, who->mail)); p != NULL;
	    p = p->next) {
		if (p->called == NULL)
			any = p;
		else if (strcasecmp(p->called, who->name) == 0)
			best = p;
	}
	if (best == NULL)
		best = any;
	if (best != NULL && best->name != NULL)
		who->name = best->name;
	if (best != NULL && best->mail != NULL)
		who->mail = best->mail;
}
