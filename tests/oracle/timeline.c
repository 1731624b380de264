/*
 * timeline DIR [REV [OPTION]...]: what the library makes of the history of the ISMS in
 * the folder DIR, a line a fact, for an oracle to judge.  Fields are separated
 * by tabs; bytes that would disturb are written %XX; "-" is NULL.  OPTION is
 * "cost" to count only, "libgit2" to read all objects by that, or cache=DIR.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/zone.h"
#include "diag/diag.h"
#include "history/history.h"
#include "history/repo.h"

static void
field(const char *s)
{
	putchar('\t');
	if (s == NULL) {
		putchar('-');
		return;
	}
	for (putchar('='); *s != '\0'; s++)
		if ((unsigned char)*s <= ' ' || *s == '%')
			printf("%%%02X", (unsigned char)*s);
		else
			putchar(*s);
}

static void
commits(const struct timelines *t)
{
	char day[11];

	for (size_t i = 0; i < t->commit_len; i++) {
		const struct commit *c = &t->commits[i];

		printf("commit\t%zu", c->seq);
		field(c->id);
		if (c->day == DATE_NONE)
			field(NULL);
		else
			printf("\t=%lld", (long long)c->when);
		field(c->day == DATE_NONE ? NULL : date_print(c->day, day));
		field(c->author_name);
		field(c->author_mail);
		field(c->committer_name);
		field(c->committer_mail);
		field(c->summary);
		printf("\t%zu\n", c->parents);
		for (size_t n = 0; n < c->trailer_len; n++) {
			printf("trailer");
			field(c->id);
			field(c->trailers[n].key);
			field(c->trailers[n].value);
			putchar('\n');
		}
	}
}

static void
changes(const struct timelines *t)
{
	static const char *const what[] = {
		[CHANGE_ADDED] = "added", [CHANGE_FIELD] = "field",
		[CHANGE_BODY] = "body", [CHANGE_MOVED] = "moved",
		[CHANGE_GONE] = "gone", [CHANGE_UNKNOWN] = "unknown",
		[CHANGE_RENAMED] = "renamed",
	};

	for (size_t i = 0; i < t->len; i++) {
		const struct change *c = &t->changes[i];

		printf("change");
		field(c->id);
		printf("\t%zu\t%s", c->commit->seq, what[c->what]);
		field(c->field);
		field(c->from);
		field(c->to);
		field(c->author_name);
		field(c->author_mail);
		field(c->written->id);
		field(c->item);
		putchar('\n');
	}
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	const char *why[LANG_COUNT], *id;
	struct timelines *t;
	struct repo *r;
	bool count = false, foreign = false;
	const char *cache = NULL;

	for (int i = 3; i < argc; i++) {
		count |= strcmp(argv[i], "cost") == 0;
		foreign |= strcmp(argv[i], "libgit2") == 0;
		if (strncmp(argv[i], "cache=", 6) == 0)
			cache = argv[i] + 6;
	}
	if (argc < 2)
		return 2;
	r = repo_open(a, argv[1], why);
	if (r == NULL) {
		fprintf(stderr, "%s\n", why[LANG_EN] == NULL ?
		    "no repository" : why[LANG_EN]);
		return 3;
	}
	r->by_libgit2 = foreign;
	if (cache != NULL)
		repo_cache(r, cache);
	id = repo_resolve(r, a, argc > 2 ? argv[2] : "HEAD");
	if (id == NULL) {
		fprintf(stderr, "no such revision\n");
		return 2;
	}
	t = history_read(r, a, ds, id, repo_prefix(r), zone_find(a, "UTC"));
	if (count) {
		printf("%zu commits, %zu changes\n", t->commit_len, t->len);
	} else {
		commits(t);
		changes(t);
		printf("whole\t%d", t->whole);
		field(t->first_known);
		field(t->trial);
		putchar('\n');
	}
	repo_close(r);
	arena_done(a);
	return 0;
}
