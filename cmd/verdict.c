#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/kept.h"
#include "base/program.h"
#include "base/rows.h"
#include "base/zone.h"
#include "cmd/run.h"
#include "cmd/verdict.h"
#include "diag/keep.h"
#include "diag/text.h"
#include "load/source.h"
#include "load/stamp.h"
#include "model/config.h"
#include "model/language.h"

/*
 * A check is a function of what it looks at.  So its result may be given
 * again when all of that is the same, which is far cheaper to find out:
 *
 * the key, compared as text
 *	the program: sources, data, each library;
 *	who asks: user and groups, since they decide what can be read;
 *	the options that change findings: --no-history, --require-history
 *	(formats, levels, paths and colours only choose from the result);
 *	the root, and the repository around it: HEAD's commit, from which all
 *	content of the history follows; the clone's shallow commits, filter,
 *	grafts, replaced objects; and which objects are there; the index, since
 *	it says which files git has.
 * the day and the language
 *	worked out anew from --as-of or the clock, by the zone that the
 *	configuration named then; the zone's rules as this machine has them.
 * the folder (load/stamp.h)
 *	every name below the root, its type, its size; of a file that was read
 *	(configuration, documents, baseline) the content, by inode, mode,
 *	owner and times when they prove that nobody touched it, else by its
 *	SHA-256.
 *
 * Nothing else is looked at: no environment but SOURCE_DATE_EPOCH (the day)
 * and whether CI is set,
 * no configuration of the user.  Where something could not be read, where
 * --rev or --against reads commits, and in a sparse checkout, nothing is kept.
 */

static const struct kept_sort sort = { "ismsc v\1", 2 };

/* The newly touched are looked at again only so often. */
#define LOOKED_MAX	16
#define LOOKED_AGE	60

struct verdict {
	const char	*key, *path;
	const char	*late;		/* the libraries of the run it is of */
	const char	*zone;		/* as the configuration names it */
	const char	*own;		/* its language, or NULL */
	bool		 again;		/* worth a new file */
};

static bool
add_asker(struct buf *b)
{
	gid_t groups[256];
	int n = getgroups(256, groups);

	buf_addf(b, "%ju %ju", (uintmax_t)geteuid(), (uintmax_t)getegid());
	for (int i = 0; i < n; i++)
		buf_addf(b, " %ju", (uintmax_t)groups[i]);
	buf_addc(b, '\n');
	return n >= 0;
}

/* NULL when this run is none to keep. */
static const char *
key_of(struct run *r)
{
	struct buf b = BUF_INIT;
	const char *key = NULL;

	if (r->opt.rev != NULL || r->opt.no_cache || r->repo == NULL ||
	    r->root == NULL)
		return NULL;
	program_id(&b);
	if (add_asker(&b)) {
		buf_addf(&b, "%d %d %d\n%s\n%s\n", r->opt.no_history,
		    r->opt.require_history, getenv("CI") != NULL, r->root,
		    r->commit);
		repo_index_state(r->repo, &b);
		/* A NUL in it would hide what follows. */
		if (repo_state(r->repo, &b) && strlen(b.s) == b.len)
			key = arena_dup(r->arena, b.s, b.len);
	}
	buf_done(&b);
	return key;
}

/* One a root and sort of call: who asks otherwise does not drive it out. */
static const char *
path_of(struct run *r)
{
	return repo_kept(r->repo, r->arena, "verdict", arena_printf(r->arena,
	    "%d%d%s", r->opt.no_history, r->opt.require_history, r->root));
}

static const char *
rules_of(struct run *r, const struct zone *z)
{
	return arena_printf(r->arena, "%016" PRIx64, zone_hash(z));
}

static void
put(struct run *r, const struct diag_summary *sum)
{
	const struct verdict *v = r->verdict;
	struct zone *z = zone_find(r->arena, v->zone);
	struct arena *scratch = arena_new();
	struct buf b = BUF_INIT, late = BUF_INIT;
	struct rows rows;

	if (v->late != NULL)
		buf_adds(&late, v->late);
	else
		program_late(&late);
	rows_new(&rows, scratch);
	rows_text(&rows, v->key);
	rows_text(&rows, late.s == NULL ? "" : late.s);
	rows_text(&rows, v->zone);
	rows_text(&rows, z == NULL ? "" : rules_of(r, z));
	rows_text(&rows, r->asof_text);
	rows_text(&rows, v->own);
	rows_text(&rows, lang_code(r->opt.lang));
	rows_number(&rows, r->unable);
	stamps_keep(r->stamps, &rows);
	diags_keep(r->diags, sum, &rows, scratch);
	if (kept_write(&b, &sort, &rows))
		repo_keep(r->repo, v->path, &b);
	rows_done(&rows);
	buf_done(&late);
	buf_done(&b);
	arena_done(scratch);
}

/* Whether the day and language of the call are those of the verdict. */
static bool
is_this_call(struct run *r, struct verdict *v, struct cursor *c)
{
	const char *rules, *asof, *lang;
	struct zone *z;

	v->zone = cursor_text(c, false);
	rules = cursor_text(c, false);
	asof = cursor_text(c, false);
	v->own = cursor_text(c, true);
	lang = cursor_text(c, false);
	if (c->bad || (z = zone_find(r->arena, v->zone)) == NULL ||
	    strcmp(rules, rules_of(r, z)) != 0)
		return false;
	if (!r->opt.lang_given && v->own != NULL)
		r->opt.lang = language_choose(v->own);
	return r->opt.lang != LANG_COUNT &&
	    strcmp(lang_code(r->opt.lang), lang) == 0 && run_day(r, z) &&
	    strcmp(r->asof_text, asof) == 0;
}

static bool
take(struct run *r, struct verdict *v, struct cursor *c,
    struct diag_summary *sum)
{
	struct stamps *then;
	size_t looked;

	if (strcmp(cursor_text(c, false), v->key) != 0)
		return false;
	v->late = cursor_text(c, false);
	if (!program_late_same(r->arena, v->late) || !is_this_call(r, v, c))
		return false;
	r->unable = cursor_below(c, 2) == 1;
	then = stamps_take(r->arena, c);
	if (then == NULL || (r->diags = diags_take(r->arena, c, sum)) == NULL)
		return false;
	if (!stamps_alike(r->stamps, then, &looked))
		return false;
	v->again = looked > LOOKED_MAX &&
	    r->stamps->since - then->since > LOOKED_AGE;
	return true;
}

bool
verdict_find(struct run *r, struct diag_summary *sum)
{
	struct verdict *v = arena_alloc(r->arena, sizeof(*v));
	const char *lang = lang_code(r->opt.lang), *s;
	struct cursor c;
	size_t len;

	if ((v->key = key_of(r)) == NULL || (v->path = path_of(r)) == NULL)
		return false;
	r->stamps = stamps_read(r->arena, r->root, (int64_t)time(NULL));
	if (r->stamps == NULL)
		return false;
	r->stamps->sums = true;
	r->verdict = v;
	if ((s = kept_load(r->arena, v->path, &len)) != NULL &&
	    kept_read(&c, &sort, s, len) && take(r, v, &c, sum)) {
		/* The names of files matter to the paths of a call alone. */
		if (r->opt.arg_len > 0)
			r->source = source_stamped(r->arena,
			    diags_new(r->arena), r->stamps);
		if (v->again)
			put(r, sum);
		return true;
	}
	r->opt.lang = language_choose(lang);
	r->unable = false;
	r->diags = NULL;
	v->late = NULL;
	return false;
}

void
verdict_keep(struct run *r, const struct diag_summary *sum)
{
	struct verdict *v = r->verdict;
	const char *key;

	/* What was seen when the run began must be there still. */
	if (v == NULL || r->stamps->odd || (key = key_of(r)) == NULL ||
	    strcmp(key, v->key) != 0)
		return;
	v->zone = r->config->zone;
	v->own = r->config->lang_len > 0 ? r->config->langs[0] : NULL;
	put(r, sum);
}
