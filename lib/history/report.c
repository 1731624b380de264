#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "diag/diag.h"
#include "history/history.h"
#include "history/report.h"
#include "history/walk.h"

#define GRAFTS_MAX	((size_t)1024 * 1024)
#define NAMED		10

static const struct pos nowhere = { NULL, 0, 0, 0 };

static void
cut(struct walk *w, const char *const why[LANG_COUNT])
{
	w->t->whole = false;
	memcpy(w->t->cut, why, sizeof(w->t->cut));
	diag_add(w->diags, D_HISTORY_CUT, nowhere, NULL, "en", why[LANG_EN],
	    "ja", why[LANG_JA], "own", why[LANG_FILE], NULL);
}

const char *const history_mend[] = {
	[LANG_EN] = LANG_TEXT("the clone is shallow; GitHub Actions: "
	    "fetch-depth: 0 in actions/checkout; GitLab: GIT_DEPTH: 0; "
	    "Bitbucket: clone: depth: full; Azure: fetchDepth: 0; elsewhere: "
	    "git fetch --unshallow"),
	[LANG_JA] = "浅いクローンです。GitHub Actions: actions/checkout に "
	    "fetch-depth: 0、GitLab: GIT_DEPTH: 0、Bitbucket: clone: depth: "
	    "full、Azure: fetchDepth: 0、その他: git fetch --unshallow",
};

static void
shallow(struct walk *w)
{
	const char *const why[LANG_COUNT] = {
		history_mend[LANG_EN], history_mend[LANG_JA],
		lang_own(history_mend[LANG_EN])
	};

	cut(w, why);
}

/* A clone with a filter has objects on demand only, and we never fetch. */
void
repo_tell_missing(struct repo *r, const struct oid *id, const char **why)
{
	struct arena *a = r->arena;
	const char *hex = repo_hex(a, id);

	const char *en = r->partial ? LANG_TEXT("object %s is not in this "
	    "partial clone; GitHub Actions: no filter: in actions/checkout; "
	    "GitLab: no --filter in GIT_FETCH_EXTRA_FLAGS; Bitbucket: no "
	    "--filter in git clone; Azure: no fetchFilter: in checkout; "
	    "elsewhere: git fetch --refetch --no-filter") :
	    LANG_TEXT("object %s is missing or damaged; git fsck shows what "
	    "else is, git fetch --refetch brings it back from the remote");

	why[LANG_EN] = arena_printf(a, en, hex);
	why[LANG_JA] = arena_printf(a, r->partial ?
	    "部分クローンのためオブジェクト %s がありません。GitHub Actions: "
	    "actions/checkout の filter: を外す、GitLab: "
	    "GIT_FETCH_EXTRA_FLAGS の --filter を外す、Bitbucket: git clone "
	    "の --filter を外す、Azure: checkout の fetchFilter: を外す、"
	    "その他: git fetch --refetch --no-filter" :
	    "オブジェクト %s が欠けているか壊れています。git fsck で確認し、"
	    "git fetch --refetch で取り直してください", hex);
	why[LANG_FILE] = arena_printf(a, lang_own(en), hex);
}

static void
missing(struct walk *w)
{
	const char *why[LANG_COUNT];

	repo_tell_missing(w->repo, &w->missing, why);
	cut(w, why);
}

/* Commits whose day nobody knows, the newest ones named. */
static void
dates(struct walk *w)
{
	const struct timelines *t = w->t;
	struct buf b = BUF_INIT;
	size_t odd = 0;

	for (size_t i = t->commit_len; i-- > 0;) {
		if (t->commits[i].day != DATE_NONE)
			continue;
		if (odd++ < NAMED)
			buf_addf(&b, "%s%.10s", odd > 1 ? ", " : "",
			    t->commits[i].id);
	}
	if (odd > NAMED)
		buf_adds(&b, ", …");
	if (odd > 0)
		diag_add(w->diags, D_COMMIT_DATE, nowhere, NULL, "count",
		    arena_printf(w->arena, "%zu", odd), "ids", b.s, NULL);
	buf_done(&b);
}

/* Git shows another history to whoever asks it here; we read the true one. */
static void
replaced(struct walk *w)
{
	struct buf b = BUF_INIT;
	const char *path = arena_printf(w->arena, "%sinfo/grafts",
	    w->repo->common), *s;

	if (ref_any(w->repo, "refs/replace/"))
		diag_add(w->diags, D_HISTORY_REPLACED, nowhere, NULL, "what",
		    "refs/replace/", "mend", "git replace -d", NULL);
	if (fs_read(path, GRAFTS_MAX, &b) != -1 && b.s != NULL) {
		for (s = b.s; *s == '#' || *s == '\n' || *s == '\r';
		    s += strcspn(s, "\n") + (s[strcspn(s, "\n")] != '\0'))
			;
		if (*s != '\0')
			diag_add(w->diags, D_HISTORY_REPLACED, nowhere, NULL,
			    "what", "info/grafts", "mend",
			    "rm \"$(git rev-parse --git-path info/grafts)\"",
			    NULL);
	}
	buf_done(&b);
}

/* Whether nothing is missing behind the commit where knowledge begins. */
static bool
is_known_since(const struct timelines *t)
{
	for (size_t i = 0; i < t->len; i++)
		if (t->changes[i].what == CHANGE_UNKNOWN)
			return false;
	return t->first_known != NULL;
}

void
history_report(struct walk *w)
{
	if (w->broken)
		missing(w);
	else if (w->edge)
		shallow(w);
	w->t->part = !w->t->whole && !w->lost_blob &&
	    is_known_since(w->t);
	dates(w);
	replaced(w);
}
