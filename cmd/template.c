#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/map.h"
#include "cmd/manual.h"
#include "cmd/run.h"
#include "load/source.h"
#include "load/yaml.h"
#include "model/config.h"
#include "model/standard.h"
#include "out/shell.h"

#define TEMPLATE_MAX	((size_t)1024 * 1024)

struct template {
	const char	*bytes;		/* NULL: there is none */
	size_t		 len;
};

/* What an organisation may replace; scripts are not among it. */
static const char *const names[] = { "page.html", "style.css", "own.css",
	"logo.svg", "logo.png", "logo.jpg" };

static bool
is_replaceable(const char *name)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* The logo that isms.yaml names, for the name with the same ending. */
static const char *
logo(const struct run *r, const char *name)
{
	const char *path = yaml_str(yaml_get(r->config->yaml, "manual"),
	    "logo"), *dot;

	if (strncmp(name, "logo.", 5) != 0 || path == NULL ||
	    (dot = strrchr(path, '.')) == NULL)
		return NULL;
	return strcmp(dot, name + 4) == 0 ? path : NULL;
}

/* From --templates, else from the ISMS itself; where it was found, or NULL. */
static const char *
fetch(struct run *r, const char *name, struct buf *b)
{
	const char *path;
	const struct entry *e;

	if (r->opt.templates != NULL) {
		path = arena_printf(r->arena, "%s/%s", r->opt.templates,
		    name);
		if (fs_read(path, TEMPLATE_MAX, b) == 0)
			return path;
	}
	if ((path = logo(r, name)) == NULL)
		path = arena_printf(r->arena, "templates/%s", name);
	e = source_find(r->source, path);
	return e != NULL && e->type == ENTRY_FILE &&
	    r->source->read(r->source, e, TEMPLATE_MAX, b) == 0 ? path : NULL;
}

void
template_check(struct run *r)
{
	const char *path;
	size_t len;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		path = arena_printf(r->arena, "templates/%s", names[i]);
		if (r->opt.templates != NULL ||
		    source_find(r->source, path) != NULL ||
		    logo(r, names[i]) != NULL)
			template_file(r, names[i], &len);
	}
}

const char *
template_file(void *data, const char *name, size_t *len)
{
	struct run *r = data;
	struct template *t;
	struct buf b = BUF_INIT;
	const char *path;

	if (r->templates == NULL)
		r->templates = map_new(r->arena);
	if ((t = map_get(r->templates, name)) == NULL) {
		t = arena_alloc(r->arena, sizeof(*t));
		map_put(r->templates, arena_str(r->arena, name), t);
		if (is_replaceable(name) &&
		    (path = fetch(r, name, &b)) != NULL && b.len > 0 &&
		    shell_judge(r->diags, path, name, b.s, b.len)) {
			t->bytes = arena_dup(r->arena, b.s, b.len);
			t->len = b.len;
		} else
			t->bytes = embed_get(arena_printf(r->arena,
			    "templates/%s", name), &t->len);
		buf_done(&b);
	}
	*len = t->len;
	return t->bytes;
}
