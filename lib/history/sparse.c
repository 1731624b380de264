#include <errno.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "diag/diag.h"
#include "history/history.h"
#include "history/repo.h"
#include "load/source.h"

/*
 * A sparse checkout keeps files out of the work tree on purpose, and what is
 * not there looks as if nobody had written it.
 */
size_t
repo_left_out(struct repo *r, const char *commit, const char *prefix,
    const char **first)
{
	struct arena *scratch;
	struct source *s;
	struct stat st;
	size_t n = 0;

	*first = NULL;
	if (!r->sparse || r->workdir == NULL || commit[0] == '\0')
		return 0;
	scratch = arena_new();
	s = repo_names(r, scratch, diags_new(scratch), commit, prefix);
	for (size_t i = 0; s != NULL && i < s->len; i++) {
		if (s->entries[i].type != ENTRY_FILE ||
		    lstat(arena_printf(scratch, "%s%s%s", r->workdir, prefix,
		    s->entries[i].path), &st) == 0 || (errno != ENOENT &&
		    errno != ENOTDIR))
			continue;
		if (n++ == 0)
			*first = arena_str(r->arena, s->entries[i].path);
	}
	arena_done(scratch);
	return n;
}
