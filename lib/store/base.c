#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/map.h"
#include "history/history.h"
#include "load/yaml.h"
#include "model/compare.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/inside.h"
#include "store/store.h"

/*
 * Two readings in one connection: the other one's rows are lent, so that every
 * table and view of it answers as base.NAME.
 */

/* Tables that no record and no isms.yaml can ask for by a kind's name. */
static const struct pos program = { NULL, 0, 0, 0 };

static void name_told(struct store *, const char *name);

/* A table of a store becomes one of the schema in our connection. */
static void
lend(struct store *s, struct table *t, const char *schema, const char *name)
{
	const char *module = arena_printf(s->arena, "%s.%s", schema, name);

	table_lend(t, s->db, module);
	store_run(s, arena_printf(s->arena, "CREATE VIRTUAL TABLE "
	    "%s.\"%s\" USING \"%s\"", schema, name, module));
}

/* Each word of a view may name a table. */
static void
words_told(struct store *s, const char *sql, size_t len)
{
	const char *end = sql + len;
	size_t n;

	for (; sql < end; sql += n > 0 ? n : 1) {
		for (n = 0; sql + n < end && (isalnum((unsigned char)sql[n]) ||
		    sql[n] == '_'); n++)
			;
		if (n > 0)
			name_told(s, arena_dup(s->arena, sql, n));
	}
}

/*
 * A query names base.NAME.  A name without a schema is looked for in all of
 * them before it is found to be a module's: once base has it, main has to.
 */
static void
name_told(struct store *s, const char *name)
{
	struct table *was = map_get(s->other->tables, name);
	struct table *is = map_get(s->tables, name);
	const char *text;
	size_t len;

	if (map_get(s->lent, name) != NULL)
		return;
	if (was != NULL) {
		map_put(s->lent, name, s);
		if (is != NULL)
			lend(s, is, "main", name);
		lend(s, was, "base", name);
	} else if ((text = store_view_text(s, name, &len)) != NULL) {
		map_put(s->lent, name, s);
		words_told(s, text, len);
		store_view(s, "main", name);
		store_view(s, "base", name);
	}
}

void
store_base_told(struct store *s, const char *sql)
{
	const char *at = s->other == NULL ? NULL : sql;
	size_t n;

	while (at != NULL && (at = strcasestr(at, "base")) != NULL) {
		at += 4;
		n = strspn(at, " \t\r\n.\"");
		if (memchr(at, '.', n) == NULL)
			continue;
		at += n;
		for (n = 0; isalnum((unsigned char)at[n]) || at[n] == '_'; n++)
			;
		if (n > 0)
			name_told(s, arena_dup(s->arena, at, n));
	}
}

static const char *
what_word(enum edit_what what)
{
	static const char *const words[] = {
		[EDIT_SET] = "set", [EDIT_CLEARED] = "cleared",
		[EDIT_CHANGED] = "changed", [EDIT_ADDED] = "added",
		[EDIT_REMOVED] = "removed", [EDIT_BODY] = "body",
		[EDIT_MOVED] = "moved",
	};

	return words[what];
}

static void
fill_changed(struct store *s, const struct comparison *c)
{
	struct insert in;

	insert_begin(s, &in, "changed");
	for (size_t i = 0; i < c->edit_len; i++) {
		const struct edit *e = &c->edits[i];

		insert_text(&in, e->pair->to->id);
		insert_text(&in, e->pair->from->id);
		insert_text(&in, e->pair->to->kind->name);
		insert_text(&in, e->field);
		insert_text(&in, e->old);
		insert_text(&in, e->now);
		insert_text(&in, what_word(e->what));
		insert_row(&in);
	}
	insert_end(&in);
}

static void
fill_renamed(struct store *s, const struct comparison *c)
{
	struct insert in;

	insert_begin(s, &in, "renamed");
	for (size_t i = 0; i < map_len(c->was); i++) {
		insert_text(&in, map_at(c->was, i)->key);
		insert_text(&in, map_at(c->was, i)->value);
		insert_row(&in);
	}
	insert_end(&in);
}

/* "Name <mail>" in two parts. */
static void
split(struct store *s, const char *who, const char **name, const char **mail)
{
	const char *open = strchr(who, '<'), *shut;
	size_t len;

	*name = who;
	*mail = NULL;
	if (open == NULL || (shut = strchr(open, '>')) == NULL)
		return;
	for (len = (size_t)(open - who); len > 0 && who[len - 1] == ' ';)
		len--;
	*name = arena_dup(s->arena, who, len);
	*mail = arena_dup(s->arena, open + 1, (size_t)(shut - open - 1));
}

/* The record of a person by the mail address or name of a commit, or NULL. */
static const char *
person(const struct model *m, const char *name, const char *mail)
{
	const struct yaml *y = yaml_get(yaml_get(m->standard->about,
	    "meaning"), "person");
	const char *kind = yaml_str(y, "kind"), *has;

	for (size_t i = 0; kind != NULL && i < m->len; i++) {
		const struct record *r = m->records[i];

		if (strcmp(r->kind->name, kind) != 0)
			continue;
		if (mail != NULL && (has = record_str(r, yaml_str(y,
		    "mail"))) != NULL && strcasecmp(has, mail) == 0)
			return r->id;
		if (name != NULL && (has = record_str(r, yaml_str(y,
		    "name"))) != NULL && strcmp(has, name) == 0)
			return r->id;
	}
	return NULL;
}

/* Whether the approver is the author: nobody agrees with himself. */
static bool
is_author(const struct branch_commit *c, const struct model *m,
    const char *id, const char *name)
{
	const char *author = person(m, c->author_name, c->author_mail);

	return (author != NULL && strcmp(author, id) == 0) ||
	    strcmp(name, c->author_name) == 0;
}

/*
 * One row for each approver of a commit and each file that it changed.  A
 * person whom the change itself brings along has no say in it.
 */
static void
agree(struct store *s, const struct model *base, struct insert *in,
    const struct branch_commit *c)
{
	const char *by, *name, *mail, *reason, *who;

	reason = message_trailer(s->arena, c->message, "Reason", 0);
	if (reason == NULL)
		reason = message_body(s->arena, c->message);
	for (size_t n = 0; (by = message_trailer(s->arena, c->message,
	    "Approved-by", n)) != NULL; n++) {
		split(s, by, &name, &mail);
		who = person(base, name, mail);
		if (who != NULL && (is_author(c, base, who, name) ||
		    is_author(c, s->model, who, name)))
			who = NULL;
		for (size_t i = 0; i < c->path_len; i++) {
			insert_text(in, c->paths[i]);
			insert_text(in, name);
			insert_text(in, who);
			insert_text(in, reason);
			insert_text(in, c->author_name);
			insert_text(in, c->id);
			insert_row(in);
		}
	}
}

static void
fill_agreed(struct store *s, const struct model *base,
    const struct branch *b)
{
	struct insert in;

	insert_begin(s, &in, "agreed");
	for (size_t i = 0; b != NULL && i < b->len; i++)
		if (b->commits[i].id != NULL)
			agree(s, base, &in, &b->commits[i]);
	insert_end(&in);
}

void
store_base(struct store *s, const struct store *other,
    const struct comparison *c, const struct branch *b)
{
	if (s->db == NULL || other->db == NULL ||
	    !store_run(s, "ATTACH ':memory:' AS base"))
		return;
	if (store_table(s, "changed", "id TEXT, was TEXT, kind TEXT, "
	    "field TEXT, old TEXT, new TEXT, what TEXT)", program))
		fill_changed(s, c);
	if (store_table(s, "renamed", "id TEXT PRIMARY KEY, was TEXT) "
	    "WITHOUT ROWID", program))
		fill_renamed(s, c);
	if (store_table(s, "agreed", "path TEXT, by TEXT, person TEXT, "
	    "reason TEXT, author TEXT, commit_id TEXT)", program))
		fill_agreed(s, other->model, b);
	s->other = other;
	s->lent = map_new(s->arena);
}

bool
store_has_base(const struct store *s)
{
	return s->other != NULL;
}
