#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/sum.h"
#include "load/load.h"
#include "load/mark.h"
#include "load/outline.h"
#include "load/source.h"
#include "load/yaml.h"
#include "load/yaml_fault.h"

#define BOM		"\xef\xbb\xbf"
#define LFS		"version https://git-lfs.github.com/spec/"
#define LFS_MIN		100
#define LFS_MAX		1024


struct loader {
	struct arena		*arena;
	struct diags		*diags;
	struct source		*source;
	struct load_limits	 limits;
	struct loaded		*out;
	struct arena		*scratch;	/* for outlines; else NULL */
	struct buf		 buf;
};

static struct pos
whole(const char *path)
{
	return (struct pos){ path, 0, 0, 0 };
}

/* A line of three dashes and nothing but white space behind them. */
static bool
is_fence(const char *s, const char *end)
{
	if (end - s < 3 || memcmp(s, "---", 3) != 0)
		return false;
	for (s += 3; s < end && *s != '\n'; s++)
		if (*s != ' ' && *s != '\t' && *s != '\r')
			return false;
	return true;
}

static const char *
next_line(const char *s, const char *end)
{
	const char *nl = memchr(s, '\n', (size_t)(end - s));

	return nl == NULL ? end : nl + 1;
}

int
front_find(const char *text, size_t len, size_t *from, size_t *yaml_len,
    size_t *body)
{
	const char *end = text + len, *s, *start;

	if (!is_fence(text, end))
		return 0;
	start = next_line(text, end);
	for (s = start; s < end; s = next_line(s, end))
		if (is_fence(s, end)) {
			*from = (size_t)(start - text);
			*yaml_len = (size_t)(s - start);
			*body = (size_t)(next_line(s, end) - text);
			return 1;
		}
	return -1;
}

static bool
ends_in(const char *s, const char *suffix)
{
	size_t n = strlen(s), m = strlen(suffix);

	return n > m && strcmp(s + n - m, suffix) == 0;
}

/* What git hosts show to visitors belongs to the repository, not the ISMS. */
static bool
is_for_the_host(const char *path)
{
	static const char *const names[] = {
		"readme", "changelog", "contributing", "license", "licence",
		"security", "support", "code_of_conduct", "governance",
		"pull_request_template", "issue_template", "notice", "authors",
		"codeowners", "maintainers"
	};
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	size_t len = strcspn(name, ".");

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strlen(names[i]) == len &&
		    strncasecmp(name, names[i], len) == 0)
			return true;
	return false;
}

static bool
is_document(const struct entry *e)
{
	return e->type == ENTRY_FILE && ends_in(e->path, ".md") &&
	    strncmp(e->path, "templates/", 10) != 0;
}

/* The bytes, or false with a finding. */
static bool
read_entry(struct loader *l, const struct entry *e)
{
	char size[24], limit[24];
	int rc;

	buf_clear(&l->buf);
	errno = 0;
	rc = l->source->read(l->source, e, l->limits.file_bytes, &l->buf);
	if (rc == -2) {
		snprintf(size, sizeof(size), "%zu", e->size >
		    l->limits.file_bytes ? e->size : l->buf.len);
		snprintf(limit, sizeof(limit), "%zu", l->limits.file_bytes);
		diag_add(l->diags, D_LIM_FILE, whole(e->path), NULL, "size",
		    size, "limit", limit, NULL);
	} else if (rc != 0 && errno == ENOENT)
		diag_add(l->diags, D_PATH_GONE, whole(e->path), NULL, "name",
		    e->path, NULL);
	else if (rc != 0)
		diag_add(l->diags, D_PATH_READ, whole(e->path), NULL, "name",
		    e->path, "reason", errno != 0 ? strerror(errno) :
		    "input/output error", NULL);
	return rc == 0;
}

static bool
is_blank(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (s[i] != ' ' && s[i] != '\t' && s[i] != '\n' &&
		    s[i] != '\r')
			return false;
	return true;
}

/*
 * The ids that a front matter names which cannot be read, by the look of its
 * lines: a reference to one of them leads somewhere after all.
 */
static const char **
likely_ids(struct arena *a, const char *s, size_t len)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
	const char **ids = NULL, *end = s + len, *p, *from;
	size_t n = 0;

	for (; s < end; s = next_line(s, end)) {
		p = s;
		while (p < end && (*p == ' ' || *p == '-' || *p == '{'))
			p++;
		if (end - p < 3 || memcmp(p, "id:", 3) != 0)
			continue;
		for (p += 3; p < end && (*p == ' ' || *p == '"' ||
		    *p == '\''); p++)
			;
		for (from = p; p < end && *p != '\0' &&
		    strchr(letters, *p) != NULL; p++)
			;
		if (p == from)
			continue;
		ids = arena_grow(a, ids, n, sizeof(*ids));
		ids[n++] = arena_dup(a, from, (size_t)(p - from));
	}
	if (n > 0) {
		ids = arena_grow(a, ids, n, sizeof(*ids));
		ids[n] = NULL;
	}
	return ids;
}

static struct yaml *
read_front(struct loader *l, const struct doc *d, size_t from, size_t len)
{
	size_t before = diags_len(l->diags);
	struct yaml_text t = { d->path, d->text + from, len, 2 };
	struct yaml *y;

	y = yaml_parse(l->arena, l->diags, t.path, t.s, t.len, t.line);
	if (y == NULL) {
		if (diags_len(l->diags) == before)
			diag_add(l->diags, D_YML_NONE, (struct pos){ d->path,
			    1, 1, 4 }, NULL, NULL);
	} else if (y->type != YAML_MAP) {
		yaml_shape(l->arena, l->diags, &t, y);
		y = NULL;
	}
	return y;
}

static unsigned
line_of(const char *text, size_t at)
{
	const char *s = text, *end = text + at;
	unsigned line = 1;

	while ((s = memchr(s, '\n', (size_t)(end - s))) != NULL) {
		line++;
		s++;
	}
	return line;
}

/* One finding at most says why a document has no front matter. */
static void
no_front(struct loader *l, const struct doc *d, int found)
{
	struct pos at = { d->path, 1, 1, 0 };

	if (found < 0)
		at.end = 4;
	diag_add(l->diags, found < 0 ? D_YML_OPEN : d->len == 0 ?
	    D_YML_EMPTY : is_blank(d->text, d->len) ? D_YML_BLANK :
	    D_GEN_FRONT, is_blank(d->text, d->len) ?
	    whole(d->path) : at, NULL, NULL);
}

static bool
is_pointer(const char *s, size_t len)
{
	return len > strlen(LFS) && memcmp(s, LFS, strlen(LFS)) == 0;
}

static bool
read_text(struct loader *l, struct doc *d, const struct entry *e)
{
	const char *s;
	size_t len;

	d->path = e->path;
	d->blob = e->blob;
	d->text = d->body = "";
	if (!read_entry(l, e))
		return false;
	s = l->buf.s == NULL ? "" : l->buf.s;
	len = l->buf.len;
	if (len >= 3 && memcmp(s, BOM, 3) == 0) {
		diag_add(l->diags, D_ENC_BOM, whole(d->path), NULL,
		    NULL)->fix = "";
		s += 3;
		len -= 3;
	}
	d->text = d->body = arena_dup(l->limits.heads ? l->scratch : l->arena,
	    s, len);
	d->len = len;
	if (!l->limits.heads)
		diags_text(l->diags, d->path, d->text, d->len);
	if (is_pointer(s, len)) {
		diag_add(l->diags, D_PATH_LFS, whole(d->path), NULL, NULL);
		return false;
	}
	return true;
}

/* Evidence that was left in the large file store is no evidence. */
static void
check_attachment(struct loader *l, const struct entry *e)
{
	if (e->type != ENTRY_FILE || e->size < LFS_MIN || e->size > LFS_MAX ||
	    !read_entry(l, e))
		return;
	if (l->buf.len > 0 && is_pointer(l->buf.s, l->buf.len))
		diag_add(l->diags, D_PATH_LFS, whole(e->path), NULL, NULL);
}

static struct node *
read_body(struct loader *l, const struct doc *d)
{
	struct pos at = { d->path, d->body_line, 0, 0 };
	struct node *tree;

	if (l->scratch == NULL)
		return mark_parse(l->arena, l->diags, at, d->body,
		    d->body_len, l->limits.run_bytes);
	tree = mark_parse(l->scratch, l->diags, at, d->body, d->body_len,
	    l->limits.run_bytes);
	if (tree != NULL)
		tree = outline_make(l->arena, tree,
		    yaml_get(d->front, "records") == NULL);
	return tree;
}

/* What is to stay of a text whose first head bytes are its front matter. */
static void
keep_text(struct loader *l, struct doc *d, size_t head)
{
	uint64_t sum;

	if (l->scratch == NULL)
		return;
	if (l->limits.heads) {
		sum = sum_bytes(d->text, d->len);
		d->text = arena_dup(l->arena, d->text, head);
		d->body = "";
		d->body_len = 0;
		diags_text_cut(l->diags, d->path, d->text, head, d->len, sum);
		d->len = head;
	}
	arena_clear(l->scratch);
}

static void
read_doc(struct loader *l, const struct entry *e)
{
	struct doc *d;
	size_t from = 0, len = 0, body = 0;
	int found;

	l->out->docs = arena_grow(l->arena, l->out->docs, l->out->len,
	    sizeof(*l->out->docs));
	d = &l->out->docs[l->out->len++];
	if (!read_text(l, d, e)) {
		keep_text(l, d, d->len);
		return;
	}
	found = front_find(d->text, d->len, &from, &len, &body);
	if (found <= 0 && is_for_the_host(d->path)) {
		memset(d, 0, sizeof(*d));
		l->out->len--;
		return;
	}
	if (gate_check(l->diags, d->path, d->text, d->len, body)) {
		if (found > 0)
			d->front = read_front(l, d, from, len);
		else
			no_front(l, d, found);
	}
	if (d->front == NULL) {
		d->likely = likely_ids(l->arena, d->text + from,
		    found > 0 ? len : 0);
		keep_text(l, d, d->len);
		return;
	}
	d->body = d->text + body;
	d->body_len = d->len - body;
	d->body_line = line_of(d->text, body);
	if (!is_blank(d->body, d->body_len))
		d->tree = read_body(l, d);
	keep_text(l, d, body);
}

static void
defaults(struct load_limits *limits)
{
	if (limits->file_bytes == 0)
		limits->file_bytes = LIMIT_FILE_BYTES;
	if (limits->files == 0)
		limits->files = LIMIT_FILES;
	if (limits->run_bytes == 0)
		limits->run_bytes = LIMIT_RUN_BYTES;
}

struct yaml *
load_yaml(struct arena *a, struct diags *ds, struct source *s,
    const struct entry *e)
{
	struct loader l = { .arena = a, .diags = ds, .source = s };
	struct yaml_text t = { e->path, NULL, 0, 1 };
	struct yaml *y = NULL;
	struct doc d = { 0 };

	defaults(&l.limits);
	if (read_text(&l, &d, e) &&
	    gate_check(ds, d.path, d.text, d.len, d.len)) {
		t.s = d.text;
		t.len = d.len;
		y = yaml_parse(a, ds, t.path, t.s, t.len, t.line);
		if (y != NULL && y->type != YAML_MAP) {
			yaml_shape(a, ds, &t, y);
			y = NULL;
		}
	}
	buf_done(&l.buf);
	return y;
}

struct loaded *
load_documents(struct arena *a, struct diags *ds, struct source *s,
    const struct load_limits *limits)
{
	struct loader l = { .arena = a, .diags = ds, .source = s };
	char limit[24];

	if (limits != NULL)
		l.limits = *limits;
	defaults(&l.limits);
	l.limits.heads = l.limits.heads && l.limits.outlines;
	if (l.limits.outlines)
		l.scratch = arena_new();
	l.out = arena_alloc(a, sizeof(*l.out));
	l.out->files = s->len;
	l.out->outlines = l.limits.outlines;
	if (s->len > l.limits.files) {
		snprintf(limit, sizeof(limit), "%zu", l.limits.files);
		diag_add(ds, D_LIM_FILES, whole(NULL), NULL, "limit", limit,
		    NULL);
	}
	for (size_t i = 0; i < s->len && i < l.limits.files; i++)
		if (is_document(&s->entries[i]))
			read_doc(&l, &s->entries[i]);
		else
			check_attachment(&l, &s->entries[i]);
	arena_done(l.scratch);
	buf_done(&l.buf);
	return l.out;
}
