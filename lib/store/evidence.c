#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "history/history.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"
#include "store/inside.h"
#include "store/store.h"

/*
 * Files that closed records name as evidence: as they were in the commit that
 * closed the record, and as they are.  Looked up when a query asks, since it
 * costs a look into two trees for each.
 */

#define PATH_LONGEST	4096

/* The commit that brought the present state; NULL: not known. */
static const struct commit *
closed_by(const struct store *s, const struct record *r)
{
	const char *status = record_str(r, "status");
	size_t n;
	const struct change *c = history_of(s->timelines, r->id, &n);

	for (size_t i = n; i-- > 0;)
		if (c[i].what == CHANGE_FIELD && c[i].to != NULL &&
		    strcmp(c[i].field, "status") == 0)
			return status != NULL && strcmp(c[i].to, status) == 0 ?
			    c[i].commit : NULL;
	return n > 0 && c[0].what == CHANGE_ADDED ? c[0].commit : NULL;
}

static const char *
lower(struct arena *a, const char *hex)
{
	char *s = arena_str(a, hex);

	for (char *p = s; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return s;
}

/* Read only where there is something to compare it with. */
static void
put_hash(struct store *s, struct insert *in, const char *stated,
    const char *id)
{
	insert_text(in, stated == NULL || id == NULL ? NULL :
	    repo_file_hash(s->repo, s->arena, id));
}

static void
put_file(struct store *s, struct insert *in, const struct record *r,
    const char *field, const char *value)
{
	const struct commit *c = closed_by(s, r);
	const char *full, *was, *is, *stated, *path = arena_dup(s->arena,
	    value, value_evidence(value, &stated));
	char day[11];

	if (c == NULL || c->day == DATE_NONE || strpbrk(path, "./") == NULL ||
	    strlen(path) > PATH_LONGEST)
		return;
	full = arena_printf(s->arena, "%s%s", s->prefix, path);
	is = repo_file_id(s->repo, s->arena, s->head, full);
	was = repo_file_id(s->repo, s->arena, c->id, full);
	if (is == NULL && was == NULL)
		return;
	insert_text(in, r->id);
	insert_text(in, field);
	insert_text(in, path);
	insert_text(in, arena_str(s->arena, date_print(c->day, day)));
	insert_text(in, c->id);
	insert_text(in, was);
	insert_text(in, is);
	insert_text(in, stated == NULL ? NULL : lower(s->arena, stated));
	put_hash(s, in, stated, was);
	put_hash(s, in, stated, is);
	insert_row(in);
}

static bool
is_ended(const struct record *r)
{
	const char *status = record_str(r, "status");

	for (size_t i = 0; status != NULL && i < r->kind->state_len; i++)
		if (strcmp(r->kind->states[i].name, status) == 0)
			return r->kind->states[i].end;
	return false;
}

static void
put_record(struct store *s, struct insert *in, const struct record *r)
{
	const struct field *f;
	const struct yaml *y;
	size_t n;

	for (size_t i = 0; i < r->kind->len; i++) {
		f = &r->kind->fields[i];
		if (f->type != FIELD_EVIDENCE ||
		    (y = record_get(r, f->name)) == NULL)
			continue;
		if (y->type == YAML_SCALAR)
			put_file(s, in, r, f->name, y->s);
		n = 0;
		for (y = y->type == YAML_LIST ? y->first : NULL; y != NULL;
		    y = y->next, n++)
			if (y->type == YAML_SCALAR)
				put_file(s, in, r, arena_printf(s->arena,
				    "%s[%zu]", f->name, n), y->s);
	}
}

static void
put_evidence(void *data)
{
	struct store *s = data;
	struct insert in;

	insert_begin(s, &in, "closed_evidence");
	for (size_t i = 0; i < s->model->len; i++)
		if (is_ended(s->model->records[i]))
			put_record(s, &in, s->model->records[i]);
	insert_end(&in);
}

void
store_files(struct store *s, struct repo *repo, const char *head,
    const char *prefix)
{
	struct table *t = map_get(s->tables, "closed_evidence");

	if (t == NULL || s->timelines == NULL)
		return;
	s->repo = repo;
	s->head = head;
	s->prefix = prefix;
	table_lazy(t, put_evidence, s);
}
