#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alike.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/image.h"
#include "base/fold.h"
#include "base/map.h"
#include "base/near.h"
#include "load/load.h"
#include "load/mark.h"
#include "load/source.h"
#include "load/yaml.h"
#include "model/build.h"
#include "model/config.h"
#include "model/model.h"
#include "model/standard.h"
#include "tree/node.h"

#define HEADINGS_SHOWN	12
#define MB		((size_t)1000000)

/* Where a link of a body leads, taken apart. */
struct target {
	const char	*url;		/* decoded, as shown */
	const char	*path;		/* from the root; NULL: same file */
	const char	*anchor;	/* NULL: none */
};

static int
hex(char c)
{
	return isdigit((unsigned char)c) ? c - '0' :
	    isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 :
	    -1;
}

static char *
decode(struct arena *a, const char *s)
{
	char *out = arena_str(a, s), *to = out;

	for (; *s != '\0'; s++)
		if (*s == '%' && hex(s[1]) >= 0 && hex(s[2]) >= 0 &&
		    (s[1] != '0' || s[2] != '0')) {
			*to++ = (char)(hex(s[1]) * 16 + hex(s[2]));
			s += 2;
		} else
			*to++ = *s;
	*to = '\0';
	return out;
}

/* "https:", "mailto:": a scheme, which whoever parsed the text has judged. */
static bool
has_scheme(const char *url)
{
	size_t n = strspn(url, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

	return n > 1 && url[n] == ':';
}

/*
 * The path of url as seen from the file at base; NULL when it leaves the
 * root.
 */
static const char *
join_path(struct arena *a, const char *base, const char *url)
{
	const char *slash = strrchr(base, '/');
	struct buf b = BUF_INIT;
	const char *path = NULL;
	size_t n;

	if (slash != NULL)
		buf_add(&b, base, (size_t)(slash - base));
	while (*url != '\0') {
		n = strcspn(url, "/");
		if (n == 2 && strncmp(url, "..", 2) == 0) {
			if (b.len == 0)
				goto out;
			while (b.len > 0 && b.s[--b.len] != '/')
				continue;
			b.s[b.len] = '\0';
		} else if (n > 0 && !(n == 1 && *url == '.')) {
			if (b.len > 0)
				buf_addc(&b, '/');
			buf_add(&b, url, n);
		}
		url += n;
		url += *url == '/';
	}
	path = arena_dup(a, b.len > 0 ? b.s : "", b.len);
out:
	buf_done(&b);
	return path;
}

static const char *
record_id(const struct record *r)
{
	return r != NULL ? r->id : NULL;
}

/* Findings for what cannot be a target; true when it can. */
static bool
take_apart(const struct prose *p, const struct node *n, struct target *t)
{
	struct build *b = p->b;
	char *url = arena_str(b->arena, n->url), *hash, *query;

	if ((hash = strchr(url, '#')) != NULL) {
		*hash = '\0';
		t->anchor = decode(b->arena, hash + 1);
	}
	if ((query = strchr(url, '?')) != NULL)
		*query = '\0';
	t->url = url = decode(b->arena, url);
	if (*url == '\0')
		return hash != NULL;
	if (strchr(url, '\\') != NULL || strncmp(url, "//", 2) == 0 ||
	    (isalpha((unsigned char)url[0]) && url[1] == ':')) {
		diag_add(b->diags, D_LINK_AMBIGUOUS, n->at, record_id(p->src),
		    "target", url, NULL);
		return false;
	}
	if (*url == '/' || *url == '~' ||
	    (t->path = join_path(b->arena, p->doc->path, url)) == NULL) {
		diag_add(b->diags, D_LINK_ESCAPE, n->at, record_id(p->src),
		    "target", url, NULL);
		return false;
	}
	return true;
}

static const struct node *
next_heading(const struct node *root, const struct node *n, bool *enter)
{
	while (root != NULL && (n = node_step(root, n, enter)) != NULL)
		if (*enter && n->type == NODE_HEADING && n->anchor != NULL)
			return n;
	return NULL;
}

/* Its anchor was made of an equal heading's with a number: intro-1. */
static bool
is_made(struct build *b, const struct node *h)
{
	size_t len = strlen(h->anchor), digits = 0;
	struct buf plain = BUF_INIT;
	bool made;

	while (digits < len && isdigit((unsigned char)
	    h->anchor[len - 1 - digits]))
		digits++;
	if (digits == 0 || digits == len ||
	    h->anchor[len - 1 - digits] != '-')
		return false;
	node_plain(&plain, h);
	made = strcmp(mark_slug(b->arena, plain.s != NULL ? plain.s : ""),
	    h->anchor) != 0;
	buf_done(&plain);
	return made;
}

static const char *
show_headings(struct build *b, const struct node *tree)
{
	const struct node *h = NULL;
	struct buf all = BUF_INIT;
	bool enter = true;
	size_t n = 0;
	char *s;

	while ((h = next_heading(tree, h, &enter)) != NULL) {
		if (n++ == HEADINGS_SHOWN) {
			buf_adds(&all, ", ...");
			break;
		}
		buf_addf(&all, "%s#%s", n > 1 ? ", " : "", h->anchor);
	}
	s = arena_dup(b->arena, n > 0 ? all.s : "-", n > 0 ? all.len : 1);
	buf_done(&all);
	return s;
}

/* The heading of the anchor, counted from 1; 0: none, the nearest noted. */
static size_t
heading_at(struct build *b, const struct node *tree, const char *anchor,
    const struct node **found, struct near *g)
{
	const struct node *h = NULL;
	const char *want = fold_loose(b->arena, anchor);
	bool enter = true;
	size_t n = 0;

	while ((h = next_heading(tree, h, &enter)) != NULL) {
		n++;
		if (strcmp(h->anchor, anchor) == 0) {
			*found = h;
			return n;
		}
		if (strcmp(fold_loose(b->arena, h->anchor), want) == 0)
			g->best = h->anchor, g->distance = 0;
		near_offer(g, h->anchor);
	}
	return 0;
}

static void
heading_missing(const struct prose *p, const struct doc *doc,
    const struct node *tree, const struct node *link, const struct near *g)
{
	struct build *b = p->b;

	if (g->best != NULL)
		diag_add(b->diags, D_LINK_HEADING_NEAR, link->at,
		    record_id(p->src), "file", doc->path, "anchor", g->word,
		    "near", g->best, NULL);
	else
		diag_add(b->diags, D_LINK_HEADING, link->at,
		    record_id(p->src), "file", doc->path, "anchor", g->word,
		    "headings", show_headings(b, tree), NULL);
}

/*
 * The anchor that the document's heading has on its page; NULL with a finding
 * when it has none.  A translation may name the headings of translations.
 */
static const char *
find_heading(const struct prose *p, const struct doc *doc,
    const struct node *link, const char *anchor)
{
	struct build *b = p->b;
	const struct telling *t = p->lang == NULL ? NULL :
	    doc_telling(doc, p->lang);
	const struct node *h = NULL;
	struct near g = { .word = anchor };
	char line[24];

	if (heading_at(b, doc->tree, anchor, &h, &g) == 0 && t != NULL &&
	    heading_at(b, t->tree, anchor, &h, &g) > 0)
		anchor = build_anchor(doc->tree, t->tree, h);
	if (h == NULL) {
		heading_missing(p, doc, t != NULL ? t->tree : doc->tree, link,
		    &g);
		return NULL;
	}
	if (is_made(b, h)) {
		snprintf(line, sizeof(line), "%u", h->at.line);
		diag_add(b->diags, D_LINK_MADE, link->at, record_id(p->src),
		    "anchor", h->anchor, "file", doc->path, "line", line,
		    NULL);
	}
	return anchor;
}

/* The first entry at or behind a path. */
static size_t
entry_from(const struct source *s, const char *path)
{
	size_t lo = 0, hi = s->len, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (strcmp(s->entries[mid].path, path) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static bool
is_folder(const struct source *s, const char *path)
{
	size_t len = strlen(path), i;
	char *dir;
	bool found;

	if (len == 0)
		return true;
	if (asprintf(&dir, "%s/", path) < 0)
		arena_exhausted();
	i = entry_from(s, dir);
	found = i < s->len && strncmp(s->entries[i].path, dir, len + 1) == 0;
	free(dir);
	return found;
}

static void
report_missing(const struct prose *p, const struct node *n,
    const struct target *t)
{
	struct build *b = p->b;
	const char *want, *name;
	const struct entry *e;
	struct near g = { .word = strrchr(t->path, '/') != NULL ?
	    strrchr(t->path, '/') + 1 : t->path };
	const char *near = NULL;

	if (build_may_search(b, b->source->len)) {
		want = fold_path(b->arena, t->path);
		for (size_t i = 0; i < b->source->len; i++) {
			e = &b->source->entries[i];
			name = strrchr(e->path, '/');
			name = name != NULL ? name + 1 : e->path;
			if (strcmp(fold_path(b->arena, e->path), want) == 0) {
				near = e->path;
				break;
			}
			near_offer(&g, name);
			if (g.best == name)
				near = e->path;
		}
	}
	if (near != NULL)
		diag_add(b->diags, D_LINK_FILE_NEAR, n->at,
		    record_id(p->src), "target", t->path, "near", near, NULL);
	else
		diag_add(b->diags, D_LINK_FILE, n->at, record_id(p->src),
		    "target", t->path, NULL);
}

/* Any part of the path that is a symbolic link or a submodule. */
static bool
is_special(const struct source *s, struct arena *a, const char *path)
{
	char *part = arena_str(a, path), *slash;
	const struct entry *e;

	for (;;) {
		e = source_find(s, part);
		if (e != NULL)
			return e->type != ENTRY_FILE;
		if ((slash = strrchr(part, '/')) == NULL)
			return false;
		*slash = '\0';
	}
}

/* A file by its path, however its accents are encoded; NULL when absent. */
static const struct entry *
find_file(struct build *b, const char *path)
{
	const struct entry *e = source_find(b->source, path);
	const char *want;

	if (e != NULL || alike_odd(path) == 0 ||
	    !build_may_search(b, b->source->len))
		return e;
	want = fold_nfc(b->arena, path);
	for (size_t i = 0; i < b->source->len; i++) {
		e = &b->source->entries[i];
		if (alike_odd(e->path) != 0 &&
		    strcmp(fold_nfc(b->arena, e->path), want) == 0)
			return e;
	}
	return NULL;
}

/* The setting attachment_mb; 0: no limit. */
static unsigned long
largest(const struct build *b)
{
	const struct yaml *own = b->model->config == NULL ? NULL :
	    yaml_get(b->model->config->yaml, "settings");
	const char *s = yaml_str(own, "attachment_mb");

	if (s == NULL)
		s = yaml_str(yaml_get(b->model->standard->about, "settings"),
		    "attachment_mb");
	return s == NULL ? 0 : strtoul(s, NULL, 10);
}

void
build_attached(struct build *b, const struct entry *e, struct pos at,
    const char *id, const char *target)
{
	const struct source *s = b->source;
	unsigned long limit = largest(b);
	char size[24], most[24];

	if (e->size == 0)
		diag_add(b->diags, D_LINK_EMPTY, at, id, "target", target,
		    NULL);
	else if (limit > 0 && limit < SIZE_MAX / MB && e->size > limit * MB) {
		snprintf(size, sizeof(size), "%zu", (e->size + MB - 1) / MB);
		snprintf(most, sizeof(most), "%lu", limit);
		diag_add(b->diags, D_LINK_LARGE, at, id, "target", target,
		    "size", size, "limit", most, NULL);
	} else if (s->tracked != NULL && !s->tracked(s->tracker, e->path))
		diag_add(b->diags, D_LINK_UNTRACKED, at, id, "target", target,
		    NULL)->level = s->strict ? DIAG_ERROR : DIAG_WARNING;
}

/* A link to a file that is no document; false when it leads nowhere. */
static bool
resolve_other(const struct prose *p, struct node *n, const struct target *t)
{
	struct build *b = p->b;
	const char *id = record_id(p->src);
	const struct entry *e;

	if (is_special(b->source, b->arena, t->path)) {
		diag_add(b->diags, D_LINK_SPECIAL, n->at, id, "target",
		    t->path, NULL);
		return false;
	}
	e = find_file(b, t->path);
	if (e == NULL && !is_folder(b->source, t->path)) {
		report_missing(p, n, t);
		return false;
	}
	if (e != NULL)
		build_attached(b, e, n->at, id, t->path);
	n->name = e != NULL ? e->path : t->path;
	return true;
}

/* False when the link leads nowhere. */
static bool
resolve_file(const struct prose *p, struct node *n, const struct target *t)
{
	struct build *b = p->b;
	const struct doc *to = t->path == NULL ? p->doc :
	    map_get(b->paths, fold_nfc(b->arena, t->path));
	const char *anchor = t->anchor != NULL && *t->anchor != '\0' ?
	    t->anchor : NULL;
	const struct record *dst;

	if (to == NULL)
		return resolve_other(p, n, t);
	/* What could not be read has headings that nobody knows. */
	if (anchor != NULL && to->tree != NULL &&
	    (anchor = find_heading(p, to, n, anchor)) == NULL)
		return false;
	dst = build_doc_record(b, (size_t)(to - b->loaded->docs));
	if (dst == NULL || dst->id == NULL) {
		n->name = to->path;
		return true;
	}
	n->ref = dst->id;
	if (anchor != NULL && dst->defaults == NULL)
		n->ref = arena_printf(b->arena, "%s/%s", dst->id, anchor);
	if (t->path != NULL && p->src != NULL && dst->defaults == NULL &&
	    dst != p->src)
		build_mention(b, p->src, p->field, dst->id, n->at)->quiet =
		    true;
	return true;
}

/* What a file of the repository is as an image; each is read once. */
static const struct image *
look_at(struct build *b, const struct entry *e, enum image_fault *fault)
{
	struct seen {
		struct image	 image;
		enum image_fault fault;
	} *seen = b->images == NULL ? NULL : map_get(b->images, e->path);
	struct buf bytes = BUF_INIT;
	int rc;

	if (seen == NULL) {
		if (b->images == NULL)
			b->images = map_new(b->arena);
		seen = arena_alloc(b->arena, sizeof(*seen));
		map_put(b->images, e->path, seen);
		rc = e->size > IMAGE_BYTES ? -2 :
		    b->source->read(b->source, e, IMAGE_BYTES, &bytes);
		seen->fault = rc == -2 ? IMAGE_LARGE : rc != 0 ?
		    IMAGE_BROKEN : image_look(&seen->image, bytes.s,
		    bytes.len);
		buf_done(&bytes);
	}
	*fault = seen->fault;
	return &seen->image;
}

/* An image that can be shown gets its size. */
static void
measure_image(const struct prose *p, struct node *n, const struct entry *e)
{
	static const enum diag_id says[] = {
		[IMAGE_OTHER] = D_IMAGE_OTHER,
		[IMAGE_BROKEN] = D_IMAGE_BROKEN,
		[IMAGE_LARGE] = D_IMAGE_LARGE
	};
	enum image_fault fault;
	const struct image *im = look_at(p->b, e, &fault);

	if (fault == IMAGE_FINE) {
		n->w = im->w;
		n->h = im->h;
	} else
		diag_add(p->b->diags, says[fault], n->at, record_id(p->src),
		    "target", e->path, NULL);
}

static void
resolve_image(const struct prose *p, struct node *n)
{
	struct build *b = p->b;
	const char *id = record_id(p->src);
	struct target t = { 0 };
	const struct entry *e;

	if (n->url == NULL || has_scheme(n->url))
		return;
	if (take_apart(p, n, &t) && t.path != NULL) {
		e = find_file(b, t.path);
		if (e != NULL && e->type == ENTRY_FILE && e->size > 0) {
			build_attached(b, e, n->at, id, t.path);
			n->name = e->path;
			measure_image(p, n, e);
			return;
		}
		if (e != NULL && e->type == ENTRY_FILE)
			diag_add(b->diags, D_LINK_EMPTY, n->at, id, "target",
			    t.path, NULL);
		else if (is_special(b->source, b->arena, t.path))
			diag_add(b->diags, D_LINK_SPECIAL, n->at, id,
			    "target", t.path, NULL);
		else
			report_missing(p, n, &t);
	}
	n->url = NULL;
}

static void
resolve_link(const struct prose *p, struct node *n)
{
	struct target t = { 0 };

	if (n->ref != NULL) {
		build_mention(p->b, p->src, p->field, n->ref, n->at)->node =
		    n;
		return;
	}
	if (n->url == NULL || has_scheme(n->url))
		return;
	if (!take_apart(p, n, &t) || !resolve_file(p, n, &t))
		n->url = NULL;
}

void
build_links(const struct prose *p, struct node *tree)
{
	for (struct node *n = tree; n != NULL; n = build_next(tree, n))
		if (n->type == NODE_LINK)
			resolve_link(p, n);
		else if (n->type == NODE_IMAGE)
			resolve_image(p, n);
}
