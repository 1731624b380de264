#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "diag/diag.h"
#include "load/names.h"
#include "load/source.h"
#include "load/stamp.h"

/* A folder of the disk as a source: what was seen of it, judged. */
struct folder {
	struct arena	*arena;
	struct diags	*diags;
	struct stamps	*stamps;
	const struct stamp **seen;	/* of each entry */
	bool		*shut;		/* stamps with no right name */
	struct names	 names;
};

static int
folder_read(struct source *s, const struct entry *e, size_t max,
    struct buf *b)
{
	const struct folder *f = s->data;

	const struct stamp *seen = f->seen[e - s->entries];

	return stamps_content(f->stamps, (size_t)(seen - f->stamps->list),
	    max, b);
}

static void
folder_close(struct source *s)
{
	const struct folder *f = s->data;

	stamps_close(f->stamps);
}

static struct pos
whole(const char *path)
{
	return (struct pos){ path, 0, 0, 0 };
}

static bool
is_markdown(const char *path)
{
	size_t len = strlen(path);

	return len > 3 && strcmp(path + len - 3, ".md") == 0;
}

static bool
leads_out(struct arena *a, const char *to, const char *path)
{
	char *copy = arena_str(a, to), *s;
	int depth = 0;

	if (*to == '\0' || *to == '/')
		return true;
	for (; *path != '\0'; path++)
		depth += *path == '/';
	for (s = strtok(copy, "/"); s != NULL; s = strtok(NULL, "/")) {
		if (strcmp(s, "..") == 0)
			depth--;
		else if (strcmp(s, ".") != 0)
			depth++;
		if (depth < 0)
			return true;
	}
	return false;
}

static void
say(struct folder *f, enum diag_id id, const char *path)
{
	diag_add(f->diags, id, whole(path), NULL, "name", path, NULL);
}

/* Whether the folder's content counts. */
static void
judge_folder(struct folder *f, const struct stamp *s)
{
	char limit[16];

	if (is_markdown(s->path))
		say(f, D_PATH_FOLDER, s->path);
	if (stamp_depth(s->path) > STAMP_DEPTH) {
		snprintf(limit, sizeof(limit), "%d", STAMP_DEPTH);
		diag_add(f->diags, D_LIM_DEPTH, whole(s->path), NULL,
		    "limit", limit, NULL);
	} else if (s->why != 0)
		diag_add(f->diags, D_PATH_READ, whole(s->path), NULL, "name",
		    s->path, "reason", strerror(s->why), NULL);
}

/* True when it is an entry. */
static bool
judge(struct folder *f, size_t i)
{
	const struct stamp *s = &f->stamps->list[i];

	if (s->within > 0 && f->shut[s->within - 1]) {
		f->shut[i] = true;
		return false;
	}
	if (s->type == STAMP_GONE) {
		say(f, D_PATH_GONE, s->path);
		return false;
	}
	if (!names_check(&f->names, s->path)) {
		f->shut[i] = true;
		return false;
	}
	switch (s->type) {
	case STAMP_SYMLINK:
		say(f, leads_out(f->arena, s->to, s->path) ?
		    D_PATH_LINK_OUT : D_PATH_LINK, s->path);
		break;
	case STAMP_OTHER:
		say(f, D_PATH_OTHER, s->path);
		break;
	case STAMP_FOLDER:
	case STAMP_SUBMODULE:
		judge_folder(f, s);
		break;
	case STAMP_FILE:
	case STAMP_GONE:
	case STAMP_TYPES:
		break;
	}
	return s->type != STAMP_FOLDER;
}

static int
compare(const void *x, const void *y)
{
	const struct stamp *const *a = x, *const *b = y;

	return strcmp((*a)->path, (*b)->path);
}

static void
fill(struct folder *f, struct source *s)
{
	static const enum entry_type types[STAMP_TYPES] = {
		[STAMP_FILE] = ENTRY_FILE,
		[STAMP_SYMLINK] = ENTRY_SYMLINK,
		[STAMP_SUBMODULE] = ENTRY_SUBMODULE,
		[STAMP_OTHER] = ENTRY_OTHER,
	};
	struct entry *entries = arena_alloc(f->arena,
	    s->len * sizeof(*entries));

	for (size_t i = 0; i < s->len; i++) {
		entries[i].path = f->seen[i]->path;
		entries[i].type = types[f->seen[i]->type];
		entries[i].size = (size_t)f->seen[i]->size;
	}
	s->entries = entries;
}

struct source *
source_stamped(struct arena *a, struct diags *ds, struct stamps *stamps)
{
	struct source *s = arena_alloc(a, sizeof(*s));
	struct folder *f = arena_alloc(a, sizeof(*f));

	f->arena = a;
	f->diags = ds;
	f->stamps = stamps;
	f->shut = arena_alloc(a, stamps->len * sizeof(*f->shut));
	f->seen = arena_alloc(a, stamps->len * sizeof(*f->seen));
	names_begin(&f->names, a, ds);
	for (size_t i = 0; i < stamps->len; i++)
		if (judge(f, i))
			f->seen[s->len++] = &stamps->list[i];
	if (stamps->full)
		diag_add(ds, D_LIM_FILES, whole(NULL), NULL, "limit",
		    "200,000", NULL);
	if (s->len > 0)
		qsort(f->seen, s->len, sizeof(*f->seen), compare);
	fill(f, s);
	s->read = folder_read;
	s->close = folder_close;
	s->data = f;
	return s;
}

struct source *
source_folder(struct arena *a, struct diags *ds, const char *root)
{
	struct stamps *stamps = stamps_read(a, root, 0);

	return stamps == NULL ? NULL : source_stamped(a, ds, stamps);
}
