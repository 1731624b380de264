#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "history/history.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/model.h"
#include "model/standard.h"
#include "store/inside.h"
#include "store/store.h"

/*
 * The history as tables.  What many rules would each work out by a join is
 * worked out here once.
 */

/* Of a commit of the line, what it does not say itself. */
struct landed {
	const char	*day, *author_day;
	const char	*author_id, *committer_id;
	size_t		 records;	/* that it changed */
	long		 back;
};

/* In the arena: tables look into it. */
struct past {
	struct store			*s;
	const struct timelines		*t;
	struct landed			*landed;
	const char			**written;	/* days of changes */
	struct map			*people;	/* key: id; "" doubt */
	struct map			*told;		/* commits by id */
	struct insert			 trailers;
	/* Of the one asked for last: texts are kept once. */
	const char			*name, *mail, *id;
	struct buf			 key;		/* scratch of who() */
};

void
store_past(struct store *s)
{
	struct pos program = { NULL, 0, 0, 0 };

	store_table(s, "history", "id TEXT, field TEXT, old TEXT, new TEXT, "
	    "commit_id TEXT, day TEXT, author TEXT, committer TEXT, "
	    "seq INTEGER, what TEXT, item TEXT, written TEXT, "
	    "written_id TEXT)", program);
	store_table(s, "commits", "commit_id TEXT PRIMARY KEY, seq INTEGER, "
	    "day TEXT, author_name TEXT, author_mail TEXT, "
	    "committer_name TEXT, committer_mail TEXT, summary TEXT, "
	    "parents INTEGER, author_day TEXT, author_id TEXT, "
	    "committer_id TEXT, signed INTEGER, back INTEGER, "
	    "records INTEGER)", program);
	store_table(s, "branch_commit", "commit_id TEXT PRIMARY KEY, "
	    "seq INTEGER, author_day TEXT, author_name TEXT, "
	    "author_mail TEXT, committer_name TEXT, committer_mail TEXT, "
	    "summary TEXT, author_id TEXT, committer_id TEXT, "
	    "signed INTEGER) WITHOUT ROWID", program);
	store_table(s, "trailer", "commit_id TEXT, key TEXT COLLATE NOCASE, "
	    "value TEXT, name TEXT, mail TEXT, person_id TEXT)", program);
	store_table(s, "life", "id TEXT PRIMARY KEY, born TEXT, "
	    "born_seq INTEGER, born_id TEXT, last TEXT, last_seq INTEGER, "
	    "edits INTEGER) WITHOUT ROWID", program);
	store_table(s, "closed_evidence", "id TEXT, field TEXT, path TEXT, "
	    "closed TEXT, commit_id TEXT, was TEXT, present TEXT, stated TEXT, "
	    "was_hash TEXT, present_hash TEXT)", program);
	store_table(s, "history_state", "whole INTEGER, why TEXT)", program);
	store_table(s, "recorded", "id TEXT, kind TEXT, field TEXT, "
	    "day TEXT, seq INTEGER, landed TEXT, commit_id TEXT, "
	    "late INTEGER)", program);
}

/* ---- who is who ---- */

/* A name without what writers differ in: case of letters, blanks. */
static const char *
key_of(struct buf *b, const char *name)
{
	buf_clear(b);
	for (; *name != '\0'; name++)
		if (strncmp(name, "\xe3\x80\x80", 3) == 0)
			name += 2;
		else if (!isspace((unsigned char)*name))
			buf_addc(b, tolower((unsigned char)*name));
	return b->len > 0 ? b->s : "";
}

static void
know(struct past *p, const struct record *r, const char *name)
{
	const char *key, *known;

	if (name == NULL || *(key = key_of(&p->key, name)) == '\0')
		return;
	known = map_get(p->people, key);
	map_put(p->people, arena_str(p->s->arena, key), (char *)(known == NULL ||
	    strcmp(known, r->id) == 0 ? r->id : ""));
}

/* The people among the records, by their addresses and names. */
static void
know_people(struct past *p)
{
	static const char *const fields[] = { "name", "kana", "mail" };
	const struct model *m = p->s->model;
	const struct yaml *w = yaml_get(yaml_get(m->standard->about,
	    "meaning"), "person");
	const char *kind = yaml_str(w, "kind"), *field;

	p->people = map_new(p->s->arena);
	for (size_t i = 0; kind != NULL && i < m->len; i++) {
		const struct record *r = m->records[i];

		if (strcmp(r->kind->name, kind) != 0)
			continue;
		know(p, r, record_str(r, "title"));
		know(p, r, record_str(r, "title_en"));
		know(p, r, record_str(r, "title_ja"));
		for (size_t f = 0; f < 3; f++)
			if ((field = yaml_str(w, fields[f])) != NULL)
				know(p, r, record_str(r, field));
	}
}

/* The address decides, else the name; NULL: nobody, or one of several. */
static const char *
who(struct past *p, const char *name, const char *mail)
{
	const char *id = NULL;

	if (name != NULL && name == p->name && mail == p->mail)
		return p->id;
	p->name = name;
	p->mail = mail;
	if (mail != NULL && *mail != '\0')
		id = map_get(p->people, key_of(&p->key, mail));
	if (id == NULL && name != NULL)
		id = map_get(p->people, key_of(&p->key, name));
	return p->id = id != NULL && *id != '\0' ? id : NULL;
}

/* ---- rows ---- */

static const char *
day_text(struct store *s, date_day day)
{
	char text[11];

	return day == DATE_NONE ? NULL :
	    arena_str(s->arena, date_print(day, text));
}

static void
put_trailers(struct past *p, const struct commit *c)
{
	struct insert *in = &p->trailers;

	for (size_t i = 0; i < c->trailer_len; i++) {
		const struct trailer *t = &c->trailers[i];

		insert_text(in, c->id);
		insert_text(in, t->key);
		insert_text(in, t->value);
		insert_text(in, t->name);
		insert_text(in, t->mail);
		insert_text(in, who(p, t->name, t->mail));
		insert_row(in);
	}
}

/* What is worked out for a commit of the line, each after the one before. */
static void
know_commit(struct past *p, struct landed *l, const struct commit *c,
    date_day *newest)
{
	/* Many land on one day. */
	l->day = c->seq > 0 && c[-1].day == c->day ? l[-1].day :
	    day_text(p->s, c->day);
	l->author_day = c->author_day == c->day ? l->day :
	    day_text(p->s, c->author_day);
	l->author_id = who(p, c->author_name, c->author_mail);
	l->committer_id = who(p, c->committer_name, c->committer_mail);
	/* How far the clock ran back behind what had landed. */
	if (c->day == DATE_NONE)
		return;
	if (*newest == DATE_NONE || c->day > *newest)
		*newest = c->day;
	l->back = *newest - c->day;
}

static struct cell
text_cell(const char *s)
{
	return (struct cell){ .s = s,
	    .type = s == NULL ? CELL_NULL : CELL_TEXT };
}

static struct cell
number_cell(int64_t n)
{
	return (struct cell){ .n = n, .type = CELL_INT };
}

/* The columns of the table "commits", in their order. */
static struct cell
commit_cell(const void *data, size_t row, size_t column)
{
	const struct past *p = data;
	const struct commit *c = &p->t->commits[row];
	const struct landed *l = &p->landed[row];

	switch (column) {
	case 0:
		return text_cell(c->id);
	case 1:
		return number_cell((int64_t)c->seq);
	case 2:
		return text_cell(l->day);
	case 3:
		return text_cell(c->author_name);
	case 4:
		return text_cell(c->author_mail);
	case 5:
		return text_cell(c->committer_name);
	case 6:
		return text_cell(c->committer_mail);
	case 7:
		return text_cell(c->summary);
	case 8:
		return number_cell((int64_t)c->parents);
	case 9:
		return text_cell(l->author_day);
	case 10:
		return text_cell(l->author_id);
	case 11:
		return text_cell(l->committer_id);
	case 12:
		return number_cell(c->is_signed);
	case 13:
		return l->day == NULL ? text_cell(NULL) :
		    number_cell(l->back);
	default:
		return number_cell((int64_t)l->records);
	}
}

/* The commits of merged branches that wrote something. */
static void
put_branches(struct past *p)
{
	struct insert in;

	insert_begin(p->s, &in, "branch_commit");
	for (size_t i = 0; i < p->t->len; i++) {
		const struct commit *c = p->t->changes[i].written;

		if (c == p->t->changes[i].commit ||
		    map_get(p->told, c->id) != NULL)
			continue;
		map_put(p->told, c->id, p);
		insert_text(&in, c->id);
		insert_int(&in, (sqlite3_int64)c->seq);
		insert_text(&in, day_text(p->s, c->author_day));
		insert_text(&in, c->author_name);
		insert_text(&in, c->author_mail);
		insert_text(&in, c->committer_name);
		insert_text(&in, c->committer_mail);
		insert_text(&in, c->summary);
		insert_text(&in, who(p, c->author_name, c->author_mail));
		insert_text(&in, who(p, c->committer_name,
		    c->committer_mail));
		insert_int(&in, c->is_signed);
		insert_row(&in);
		put_trailers(p, c);
	}
	insert_end(&in);
}

static const char *
what_word(const struct change *c)
{
	switch (c->what) {
	case CHANGE_ADDED:
		return "added";
	case CHANGE_BODY:
		return "body";
	case CHANGE_MOVED:
		return "moved";
	case CHANGE_GONE:
		return "gone";
	case CHANGE_UNKNOWN:
		return "unknown";
	case CHANGE_RENAMED:
		return "renamed";
	case CHANGE_FIELD:
		break;
	}
	return c->to == NULL ? "removed" : "changed";
}

/* The columns of the table "history", in their order. */
static struct cell
change_cell(const void *data, size_t row, size_t column)
{
	const struct past *p = data;
	const struct change *c = &p->t->changes[row];
	const struct commit *at = c->commit;

	switch (column) {
	case 0:
		return text_cell(c->id);
	case 1:
		return text_cell(c->field);
	case 2:
		return text_cell(c->from);
	case 3:
		return text_cell(c->to);
	case 4:
		return text_cell(at->id);
	case 5:
		return text_cell(p->landed[at->seq].day);
	case 6:
		return text_cell(c->author_name);
	case 7:
		return text_cell(at->committer_name);
	case 8:
		return number_cell((int64_t)at->seq);
	case 9:
		return text_cell(what_word(c));
	case 10:
		return text_cell(c->item);
	case 11:
		return text_cell(p->written[row]);
	default:
		return text_cell(c->written == at ? NULL : c->written->id);
	}
}

/* The days on which changes were written: mostly those of the line. */
static void
know_written(struct past *p)
{
	const struct timelines *t = p->t;
	const struct commit *c, *last = NULL;
	const char *day = NULL;

	p->written = arena_alloc(p->s->arena, t->len * sizeof(*p->written));
	for (size_t i = 0; i < t->len; i++) {
		c = t->changes[i].written;
		if (c == t->changes[i].commit)
			p->written[i] = p->landed[c->seq].author_day;
		else if (c == last)
			p->written[i] = day;
		else
			p->written[i] = day = day_text(p->s,
			    (last = c)->author_day);
	}
}

/* A row a record, where its first change is known to be its birth. */
static void
put_life(struct past *p)
{
	const struct change *c = p->t->changes, *end = c + p->t->len, *first;
	const struct change *last;
	struct insert in;
	sqlite3_int64 edits;

	insert_begin(p->s, &in, "life");
	while (c < end) {
		edits = 0;
		last = NULL;
		for (first = c; c < end && strcmp(c->id, first->id) == 0;
		    c++) {
			if (last == NULL || c->commit != last->commit) {
				p->landed[c->commit->seq].records++;
				edits++;
			}
			last = c;
		}
		insert_text(&in, first->id);
		if (first->what == CHANGE_ADDED) {
			insert_text(&in, p->landed[first->commit->seq].day);
			insert_int(&in, (sqlite3_int64)first->commit->seq);
			insert_text(&in, first->commit->id);
		} else {
			insert_null(&in);
			insert_null(&in);
			insert_null(&in);
		}
		insert_text(&in, p->landed[last->commit->seq].day);
		insert_int(&in, (sqlite3_int64)last->commit->seq);
		insert_int(&in, edits);
		insert_row(&in);
	}
	insert_end(&in);
}

/* Alike but for the numbers of list members, which shift. */
static bool
same_path(const char *a, const char *b)
{
	while (*a == *b && *a != '\0') {
		if (*a == '[') {
			a += strcspn(a, "]");
			b += strcspn(b, "]");
			continue;
		}
		a++;
		b++;
	}
	return *a == *b;
}

/* The commit that brought a date in; NULL: not known. */
static const struct commit *
brought(const struct past *p, const struct happened *h)
{
	size_t n;
	const struct change *c = history_of(p->t, h->record->id, &n);

	for (size_t i = 0; i < n; i++)
		if (c[i].what == CHANGE_FIELD && c[i].to != NULL &&
		    strcmp(c[i].to, h->day) == 0 &&
		    same_path(c[i].field, h->field))
			return c[i].commit;
	return n > 0 && c[0].what == CHANGE_ADDED ? c[0].commit : NULL;
}

/* When each date that has happened was first recorded. */
static void
put_recorded(struct past *p)
{
	const struct commit *c;
	struct insert in;
	date_day day;

	insert_begin(p->s, &in, "recorded");
	for (size_t i = 0; i < p->s->happened_len; i++) {
		const struct happened *h = &p->s->happened[i];

		if ((c = brought(p, h)) == NULL || c->day == DATE_NONE ||
		    !date_parse(h->day, &day))
			continue;
		insert_text(&in, h->record->id);
		insert_text(&in, h->record->kind->name);
		insert_text(&in, h->field);
		insert_text(&in, h->day);
		insert_int(&in, (sqlite3_int64)c->seq);
		insert_text(&in, p->landed[c->seq].day);
		insert_text(&in, c->id);
		insert_int(&in, c->day - day);
		insert_row(&in);
	}
	insert_end(&in);
}

/* Whether the history is whole; NULL: nobody read it. */
static void
put_state(struct past *p)
{
	struct insert in;

	insert_begin(p->s, &in, "history_state");
	if (p->t == NULL)
		insert_null(&in);
	else
		insert_int(&in, p->t->whole);
	insert_text(&in, p->t == NULL ? NULL : p->t->cut[p->s->lang]);
	insert_row(&in);
	insert_end(&in);
}

static void
put_line(struct past *p)
{
	const struct timelines *t = p->t;
	date_day newest = DATE_NONE;

	p->landed = arena_alloc(p->s->arena, t->commit_len *
	    sizeof(*p->landed));
	p->told = map_new(p->s->arena);
	know_people(p);
	insert_begin(p->s, &p->trailers, "trailer");
	for (size_t i = 0; i < t->commit_len; i++) {
		know_commit(p, &p->landed[i], &t->commits[i], &newest);
		put_trailers(p, &t->commits[i]);
	}
	know_written(p);
	put_life(p);
	store_read(p->s, "commits", t->commit_len, commit_cell, p);
	store_read(p->s, "history", t->len, change_cell, p);
	put_branches(p);
	put_recorded(p);
	insert_end(&p->trailers);
	buf_done(&p->key);
}

/* A name of git is one person's, or nobody's ("") when it means several. */
static void
know_author(struct past *p, struct map *authors, const struct commit *c,
    const char *id)
{
	const char *known;

	if (c->author_name == NULL)
		return;
	if (id == NULL)
		id = "";
	known = map_get(authors, c->author_name);
	if (known == NULL || strcmp(known, id) != 0)
		map_put(authors, arena_str(p->s->arena, c->author_name),
		    (char *)(known == NULL ? id : ""));
}

const char *
store_author(struct store *s, const char *name)
{
	struct past *p = s->past;
	const char *id;

	if (s->authors == NULL) {
		s->authors = map_new(s->arena);
		for (size_t i = 0; p->landed != NULL &&
		    i < p->t->commit_len; i++)
			know_author(p, s->authors, &p->t->commits[i],
			    p->landed[i].author_id);
		for (size_t i = 0; p->landed != NULL && i < p->t->len; i++) {
			const struct commit *c = p->t->changes[i].written;

			if (c != NULL && c != p->t->changes[i].commit)
				know_author(p, s->authors, c, who(p,
				    c->author_name, c->author_mail));
		}
		buf_done(&p->key);
	}
	id = map_get(s->authors, name);
	return id == NULL || *id == '\0' ? NULL : id;
}

void
store_history(struct store *s, const struct timelines *t)
{
	struct past *p = arena_alloc(s->arena, sizeof(*p));

	p->s = s;
	s->past = p;
	p->t = s->timelines = t;
	put_state(p);
	if (t != NULL && t->commit_len > 0)
		put_line(p);
	/* What they hold may hang on history, so they come last. */
	store_tables(s);
}
