#ifndef BOOK_PART_H
#define BOOK_PART_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"
#include "tree/node.h"

struct arena;
struct book_input;
struct diag;
struct field;
struct kind;
struct map;
struct out_meta;
struct pairs;
struct query;
struct record;
struct yaml;

/*
 * Within the book: what is being written and from what.  The pages and their
 * blocks come from the standard's manual.yaml; record is the one that a
 * record's blocks are about, else NULL.
 */
struct part {
	struct arena		*arena;
	const struct book_input	*in;
	enum lang		 lang;
	const struct yaml	*manual;	/* manual.yaml */
	struct node		*book, *page;
	const struct record	*record;
	struct map		*tones;		/* word: enum tone, boxed */
	struct map		*levels;	/* levels of risk: the same */
	struct map		*names;		/* value of a named field: text */
	struct map		*named;		/* names of such fields */
	struct map		*leads;		/* fields whose values lead to rows */
	struct map		*rows;		/* such a value: anchor of its row */
	struct map		*paths;		/* file: struct record */
	struct map		*incoming;	/* id: struct incoming */
	struct map		*open;		/* id: struct open */
	struct map		*owed;		/* id: struct owed, once read */
	struct map		*opened;	/* register files whose prose stands */
	struct map		*authors;	/* name in git: person, once read */
	struct pairs		*pairs;		/* queries of graphs, once asked */
	struct map		*tables;	/* those of tables of records: id
						   to table, once asked */
	struct map		*paged;		/* kinds with pages of their own */
	unsigned		 sections;	/* made on this page */
	struct out_meta		*meta;		/* NULL: of a paper */
};

/* What refers to a record. */
struct incoming {
	const struct reference	**refs;
	size_t			 len;
};

/* Findings on a record that are not waived. */
struct open {
	const struct diag	**diags;
	size_t			 len;
};

/* part.c */

/* The text of {en: .., ja: ..} or the word whose key a scalar is. */
const char *part_say(struct part *, const struct yaml *);
/* The member of that name; NULL when absent. */
const char *part_say_of(struct part *, const struct yaml *, const char *key);
const char *part_word(struct part *, const char *key);
/* The same as a label: with a capital where the script has them. */
const char *part_label(struct part *, const char *key);
/* The word, or the fallback when there is none of that key. */
const char *part_word_or(struct part *, const char *key,
    const char *fallback);
/* A word with its {places} filled: pairs of name and value, then NULL. */
const char *part_fill(struct part *, const char *key, ...)
    __attribute__((sentinel));
enum tone part_tone(struct part *, const char *word);
enum tone part_tone_named(const char *name);
/* A section with a title on the page; its anchor is made from name. */
struct node *part_section(struct part *, struct node *up, const char *title,
    const char *name);
struct node *part_para(struct part *, struct node *up, const char *text);
struct node *part_cell(struct part *, struct node *row, const char *text);
/* A row of a definition table; the cell for its value. */
struct node *part_pair(struct part *, struct node *columns,
    const char *label);
/*
 * Open a query of manual.yaml with ?1 the id of the record, ?2 the
 * language.  NULL when it is wrong, which a visible note tells.
 */
struct query *part_query(struct part *, struct node *up, const char *sql);
/* The first column of the first row in the arena, or NULL. */
const char *part_value(struct part *, struct node *up, const char *sql);
const char *part_day(struct part *, int day);
/*
 * An address of isms.yaml with its {place} filled, in the arena; NULL when
 * there is none.  A path is that of a file below the ISMS root.
 */
const char *part_address(struct part *, const char *form, const char *value,
    bool path);

/* value.c */

/* The title of a record in the language of the book. */
const char *value_title(struct part *, const struct record *);
/*
 * A text of a mapping that is written in both languages: NAME in the main
 * one, NAME_ja and NAME_en beside it.  The text for the language of the book;
 * NULL when there is none of that name.
 */
const struct yaml *value_of(struct part *, const struct yaml *,
    const char *name);
/* True for NAME_ja or NAME_en beside a field NAME. */
bool value_is_twin(const struct field *fields, size_t n, const char *name);
/* A text as Markdown, like a body; false when it cannot be read so. */
bool value_prose(struct part *, struct node *up, const char *text);
/* The language of a record's own text, NULL when it is the book's. */
const char *value_lang(struct part *, const struct record *);
/*
 * That language where the value is words that somebody wrote; NULL for names,
 * days and choices, which stand in that of the book.
 */
const char *value_words_lang(struct part *, const struct field *,
    const struct yaml *, const struct record *);
/* Who wrote a commit: the person's name, or what git says when unknown. */
const char *value_author(struct part *, const char *name);
/* The same below a node, leading to the person's page. */
void value_by(struct part *, struct node *up, const char *name);
/*
 * A link that shows the id; of who is not published the name, which leads to
 * a page where the manual has one.
 */
void value_ref(struct part *, struct node *up, const char *id, bool title);
/* Text in which ids of records, bare or as [[ID]], are links. */
void value_text(struct part *, struct node *up, const char *text);
/* The same for words of people that say no language: their script tells it. */
void value_said(struct part *, struct node *up, const char *text);
void value_badge(struct part *, struct node *up, const char *label,
    const char *word);
/* The first digits of a commit, and "path:line", as links to the forge. */
void value_commit(struct part *, struct node *up, const char *id);
void value_place(struct part *, struct node *up, const char *place);
/* One scalar of a field. */
void value_scalar(struct part *, struct node *up, const struct field *,
    const char *text);
/* What stands between the members of a list, of which one is the id. */
const char *value_between(struct part *, const char *id);
/* A field of a record: inlines or blocks for one cell. */
void value_field(struct part *, struct node *cell, const struct field *,
    const struct yaml *, bool brief);
void value_status(struct part *, struct node *up, const struct record *);

/* table.c */

void table_query(struct part *, struct node *up, const struct yaml *);
void table_register(struct part *, struct node *up, const struct yaml *);
/* A value of a query in the form that a column's `as` asks for. */
void table_value(struct part *, struct node *cell, const char *as,
    const char *text);
void table_sign(struct part *, struct node *up, const struct yaml *);
void table_tiles(struct part *, struct node *up, const struct yaml *);
/* The records a block is about: kind, where, sort. */
const struct record **table_records(struct part *, struct node *up,
    const struct yaml *, size_t *len);

/* record.c */

/* What time asks of the record next, from the query that owed: names. */
void record_owed(struct part *, struct node *up);
/*
 * Is what hangs on the date in that field overdue?  It is the date of that
 * day, or, where the record has none, the field that the query names.
 */
bool record_late(struct part *, struct node *up, const struct record *,
    const struct field *);

void record_fields(struct part *, struct node *up, const struct yaml *);
void record_lists(struct part *, struct node *up, const struct yaml *);
void record_body(struct part *, struct node *up);
void record_links(struct part *, struct node *up);
void record_findings(struct part *, struct node *up);
void record_timeline(struct part *, struct node *up);
/* What the last commit that touched a record changed of it, in few words. */
void record_last_change(struct part *, struct node *up, const char *id);

/* body.c */

/* A copy of a parsed body below up, its anchors and links made the book's. */
void body_copy(struct part *, struct node *up, const struct node *body,
    const struct record *);
/* The prose of a record in the book's language where it is told in it. */
void body_record(struct part *, struct node *up, const struct record *);
/*
 * The prose of the register file in which a record stands, without the
 * heading that is its title, since the page has one; named: the title leads
 * it, since other files have their prose there, too.  Nothing for records
 * with a file of their own.
 */
void body_register(struct part *, struct node *up, const struct record *,
    bool named);
/* Is there such prose? */
bool body_opens(struct part *, const struct record *);

/* figure.c, chart.c, plan.c, front.c */

void figure_heat(struct part *, struct node *up, const struct yaml *);
void figure_chart(struct part *, struct node *up, const struct yaml *);
/* About how wide words are at a size, since no font is known here. */
double chart_text_width(const char *, double size);
/* graph.c: columns of records and the lines between them. */
void graph_trace(struct part *, struct node *up, const struct yaml *);
void plan_year(struct part *, struct node *up, const struct yaml *);
void front_cover(struct part *, struct node *up, const struct yaml *);
void front_facts(struct part *, struct node *up, const struct yaml *);
void front_judged(struct part *, struct node *up);
void front_clause(struct part *, struct node *up, const char *no);

/*
 * calendar.c: the dates of a query as calendars among the outputs, of all and
 * of each owner, and the links to them.
 */
void calendar_feeds(struct part *, struct node *up, const struct yaml *);
/* To that of the record, where one came before; the text of the link. */
void calendar_own(struct part *, struct node *up, const struct yaml *);

/* own.c */

/*
 * The pages of kinds that the organisation added, as manual.yaml would
 * describe them; how many.
 */
size_t own_pages(struct part *, const struct yaml *spec,
    const struct yaml ***pages);

/* chapter.c */

/* Chapters as isms.yaml wants them, the first page always first. */
void chapter_order(struct part *);

/* paper.c */

struct book_paper;
void paper_form(struct part *, struct node *up, const struct yaml *);
struct book_paper *paper_all(struct part *, const struct out_meta *manual,
    size_t *len);

/* book.c */

void book_blocks(struct part *, struct node *up, const struct yaml *);

#endif
