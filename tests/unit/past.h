#ifndef PAST_H
#define PAST_H

/*
 * The small history of a rule's example: a commit for each block "commit:",
 * in a repository of its own, made by git fast-import.
 */

#include <stdlib.h>
#include <unistd.h>

#include "base/zone.h"
#include "history/history.h"
#include "load/yaml.h"

struct past {
	struct arena		*arena;
	const struct yaml	*spec;		/* of the open commit, or NULL */
	struct buf		 stream;
	int			 mark, line;	/* line: the tip of main */
	bool			 any;
	char			 dir[32];
	struct repo		*repo;
};

/* What every file of the snapshot at hand is written by. */
typedef void past_files(void *, struct past *);

static inline void
past_file(struct past *p, const char *path, const char *text)
{
	buf_addf(&p->stream, "M 100644 inline %s\ndata %zu\n%s\n", path,
	    strlen(text), text);
}

static inline void
past_when(struct past *p, const char *day, int seconds)
{
	date_day d;

	assert_true(date_parse(day, &d));
	/* Noon in Tokyo; each commit a little later than the one before. */
	buf_addf(&p->stream, "%lld +0900\n", (long long)d * 86400 + 3 * 3600 +
	    seconds);
}

/* "Approved-by: PER-0001" with the name and address of the person. */
static inline void
past_trailers(struct past *p, struct buf *message,
    const char *(*person)(void *, const char *), void *ctx)
{
	const struct yaml *y = p->spec == NULL ? NULL :
	    yaml_get(p->spec, "trailers");
	const char *colon, *who;

	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next) {
		buf_adds(message, message->s[message->len - 1] == '\n' ? "" :
		    "\n\n");
		colon = strchr(y->s, ':');
		assert_non_null(colon);
		who = person(ctx, colon + 1 + strspn(colon + 1, " "));
		if (who == NULL)
			buf_addf(message, "%s\n", y->s);
		else
			buf_addf(message, "%.*s: %s\n", (int)(colon - y->s),
			    y->s, who);
	}
}

static inline void
past_commit(struct past *p, const char *branch, const char *author,
    const char *committer, const char *message)
{
	const char *day = p->spec == NULL ? "2025-10-01" :
	    yaml_str(p->spec, "day"), *written = p->spec == NULL ? NULL :
	    yaml_str(p->spec, "written");

	assert_non_null(day);
	buf_addf(&p->stream, "commit refs/heads/%s\nmark :%d\n", branch,
	    ++p->mark);
	buf_addf(&p->stream, "author %s ", author);
	past_when(p, written == NULL ? day : written, p->mark);
	buf_addf(&p->stream, "committer %s ", committer);
	past_when(p, day, p->mark);
	buf_addf(&p->stream, "data %zu\n%s\n", strlen(message), message);
	if (p->line > 0)
		buf_addf(&p->stream, "from :%d\n", p->line);
}

/*
 * The open commit with these files: by its author, or by its author on a
 * branch and merged by another.
 */
static inline void
past_snap(struct past *p, past_files *files, void *ctx,
    const char *(*person)(void *, const char *))
{
	const char *by = p->spec == NULL ? NULL : yaml_str(p->spec, "by");
	const char *at = p->spec == NULL ? NULL :
	    yaml_str(p->spec, "committer");
	const char *merger = p->spec == NULL ? NULL :
	    yaml_str(p->spec, "merged_by");
	const char *text = p->spec == NULL ? NULL :
	    yaml_str(p->spec, "message");
	struct buf message = BUF_INIT;

	by = person(ctx, by == NULL ? "PER-0002" : by);
	at = at == NULL ? by : person(ctx, at);
	assert_non_null(by);
	assert_non_null(at);
	buf_adds(&message, text == NULL ? "The ISMS" : text);
	past_trailers(p, &message, person, ctx);
	past_commit(p, merger == NULL ? "main" : "topic", by, at, message.s);
	buf_adds(&p->stream, "deleteall\n");
	files(ctx, p);
	if (merger != NULL) {
		merger = person(ctx, merger);
		assert_non_null(merger);
		past_commit(p, "main", merger, merger, "Merge");
		buf_addf(&p->stream, "merge :%d\ndeleteall\n", p->mark - 1);
		files(ctx, p);
	}
	p->line = p->mark;
	buf_done(&message);
}

/* The timelines, as the program itself reads them. */
static inline struct timelines *
past_read(struct past *p, struct diags *ds)
{
	const char *why[LANG_COUNT], *id;
	FILE *f;

	strcpy(p->dir, "/tmp/past.XXXXXX");
	assert_non_null(mkdtemp(p->dir));
	assert_int_equal(system(arena_printf(p->arena, "git init -q --bare "
	    "-b main --template= %s", p->dir)), 0);
	f = popen(arena_printf(p->arena, "git -C %s fast-import --quiet "
	    "--force", p->dir), "w");
	assert_non_null(f);
	fwrite(p->stream.s, 1, p->stream.len, f);
	assert_int_equal(pclose(f), 0);
	buf_done(&p->stream);
	p->repo = repo_open(p->arena, p->dir, why);
	assert_non_null(p->repo);
	id = repo_resolve(p->repo, p->arena, "HEAD");
	assert_non_null(id);
	return history_read(p->repo, p->arena, ds, id, "",
	    zone_find(p->arena, "Asia/Tokyo"));
}

static inline void
past_done(struct past *p)
{
	if (p->repo == NULL)
		return;
	repo_close(p->repo);
	assert_int_equal(system(arena_printf(p->arena, "rm -rf %s", p->dir)),
	    0);
}

#endif
