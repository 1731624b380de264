#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "book/book.h"
#include "book/part.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"

#define COLUMNS_MAX	9	/* of a register nobody laid out */

/*
 * Kinds that an organisation adds are known to no page of manual.yaml: each
 * that has records gets a page with its register and a page a record.
 */

/* The kinds that registers and records of the pages are about. */
static void
collect(struct map *shown, const struct yaml *y)
{
	const struct yaml *m;
	const char *kind;

	if (y->key != NULL && (kind = yaml_str(y, "kind")) != NULL &&
	    (strcmp(y->key, "register") == 0 ||
	    strcmp(y->key, "records") == 0 || strcmp(y->key, "table") == 0))
		map_put(shown, kind, shown);
	for (m = y->first; m != NULL; m = m->next)
		collect(shown, m);
}

static struct yaml *
make(struct part *p, struct yaml *up, const char *key, const char *s)
{
	struct yaml *y = arena_alloc(p->arena, sizeof(*y)), **at;

	y->type = s != NULL ? YAML_SCALAR : YAML_MAP;
	y->key = key;
	y->s = s;
	if (up == NULL)
		return y;
	for (at = &up->first; *at != NULL; at = &(*at)->next)
		continue;
	*at = y;
	up->len++;
	return y;
}

/* Id, title, what is not the envelope's and short, owner, state. */
static struct yaml *
columns(struct part *p, const struct kind *k, struct yaml *spec)
{
	struct yaml *list = make(p, spec, "columns", NULL);
	const struct field *f;

	list->type = YAML_LIST;
	make(p, list, NULL, "id");
	make(p, list, NULL, "title");
	for (size_t i = 0; i < k->len && list->len < COLUMNS_MAX - 2; i++) {
		f = &k->fields[i];
		if (!f->envelope && f->type != FIELD_MAP &&
		    f->type != FIELD_TEXT && f->type != FIELD_ANY)
			make(p, list, NULL, f->name);
	}
	if (kind_field(k, "owner") != NULL)
		make(p, list, NULL, "owner");
	if (kind_field(k, "status") != NULL)
		make(p, list, NULL, "status");
	return list;
}

static bool
has_records(const struct model *m, const struct kind *k)
{
	for (size_t i = 0; i < m->len; i++)
		if (m->records[i]->kind == k)
			return true;
	return false;
}

/* A page as manual.yaml would describe it. */
static const struct yaml *
describe(struct part *p, const struct kind *k, const struct yaml *spec)
{
	struct yaml *page = make(p, NULL, NULL, NULL), *blocks, *y;
	const char *level = yaml_str(spec, "level");
	char *name = arena_str(p->arena, k->name);

	for (char *s = name; *s != '\0'; s++)
		if (*s == '_')
			*s = '-';
	make(p, page, "name", arena_printf(p->arena, "own-%s", name));
	if (level != NULL)
		make(p, page, "level", level);
	if (k->prefix != NULL)
		make(p, page, "number", k->prefix);
	y = make(p, page, "title", NULL);
	make(p, y, "en", k->plural[LANG_EN]);
	make(p, y, "ja", k->plural[LANG_JA]);
	if (p->lang == LANG_FILE)
		make(p, y, lang_code(p->lang), k->plural[LANG_FILE]);
	blocks = make(p, page, "blocks", NULL);
	blocks->type = YAML_LIST;
	if (*k->clause != '\0')
		make(p, make(p, blocks, NULL, NULL), "clause", k->clause);
	y = make(p, make(p, blocks, NULL, NULL), "register", NULL);
	make(p, y, "kind", k->name);
	columns(p, k, y);
	y = make(p, make(p, blocks, NULL, NULL), "records", NULL);
	make(p, y, "kind", k->name);
	return page;
}

size_t
own_pages(struct part *p, const struct yaml *spec, const struct yaml ***pages)
{
	const struct model *m = p->in->model;
	const struct yaml **list;
	struct map *shown = map_new(p->arena);
	size_t n = 0;

	if (p->manual != NULL)
		collect(shown, p->manual);
	list = arena_alloc(p->arena, (m->kind_len + 1) * sizeof(*list));
	for (size_t i = 0; i < m->kind_len; i++) {
		const struct kind *k = m->kinds[i];

		if (k->own && !k->private && has_records(m, k) &&
		    map_get(shown, k->name) == NULL)
			list[n++] = describe(p, k, spec);
	}
	*pages = list;
	return n;
}
