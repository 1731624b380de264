#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct diags;

/*
 * Collect, never print: trouble in the input is data.  Findings are made
 * here and nowhere else; they are sorted and shown once, at the end.
 */

/*
 * The languages.  English is the base; it and Japanese stand side by side
 * wherever a text stands.  Any other is a file of texts by key, found in the
 * data; a run speaks one of them at most, and LANG_FILE is that one.
 */
enum lang { LANG_EN, LANG_JA, LANG_FILE, LANG_COUNT };

struct map;
/*
 * Speak a language that comes as texts by key, kept by the caller; chosen
 * before anything is read, since it stands for the whole program.
 */
void lang_use(const char *code, struct map *texts);
/* "en", "ja", or the code of the file; "" when no file is in use. */
const char *lang_code(enum lang);
/* The text under a key in the file's language; the English when it has none. */
const char *lang_text(const char *english, const char *key, ...)
    __attribute__((format(printf, 2, 3)));
/* A text of the program, which its English is the key of. */
const char *lang_own(const char *english);
/* Marks such a text that stands apart from its lang_own(). */
#define LANG_TEXT(s)	s
/* The one of a pair for a language. */
const char *lang_pick(enum lang, const char *en, const char *ja);

enum diag_level { DIAG_OFF, DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

/*
 * Where in the input.  line and col count from 1, col in characters; end is
 * the column behind the last character, on the same line (0: unknown).  col 0
 * means the whole line, line 0 the whole file, path NULL the whole ISMS.
 * path lives as long as the run's arena.
 */
struct pos {
	const char	*path;
	unsigned	 line, col, end;
};

/* What a code means: one head for each built-in finding and each rule. */
struct diag_head {
	const char	*code;			/* "CA-02" */
	enum diag_level	 level;
	const char	*clause;		/* "" where none */
	const char	*message[LANG_COUNT];	/* template with {words} */
	const char	*help[LANG_COUNT];	/* template, or NULL */
};

/* A word for a template: {name} becomes value. */
struct diag_word {
	const char	*name, *value;
};

struct diag {
	const struct diag_head	*head;
	enum diag_level		 level;		/* after overrides */
	struct pos		 at;
	const char		*record;	/* id, or NULL */
	/*
	 * The path in the record that a rule points at, "" for the record
	 * itself; NULL for what is told apart by its words.
	 */
	const char		*field;
	const char		*message[LANG_COUNT];
	const char		*help[LANG_COUNT];	/* or NULL */
	struct pos		 also;		/* second place; path NULL: none */
	const char		*also_says[LANG_COUNT];
	const char		*waived;	/* id of the waiver, or NULL */
	bool			 held;		/* waived by the baseline */
	/* Worse than in the base: its level there; DIAG_OFF: not compared. */
	enum diag_level		 before;
	const char		*same_as;	/* codes of the same cause, or NULL */
	const struct diag	**roots;	/* findings of which it may be no
						   more than a consequence */
	size_t			 root_len;
	bool			 news;		/* the base does not have it */
	/*
	 * What to write in place of at.col to at.end where that cannot change
	 * the meaning, else NULL.  With line 0: the byte order mark goes.
	 */
	const char		*fix;
};

/* The built-in findings: what the program itself says of its input. */
enum diag_id {
#define DIAG(ID, code, LEVEL, clause, en, ja, help_en, help_ja) D_##ID,
#include "diag/diag.def"
#undef DIAG
	D_COUNT
};

struct diags *diags_new(struct arena *);

const struct diag_head *diag_head(enum diag_id);
/* What its texts are called in a file of a language: "ENC_BOM". */
const char *diag_head_name(enum diag_id);

/*
 * Add a built-in finding.  The words follow as name, value pairs, ended by
 * NULL; values are copied.  record may be NULL.  Returns the finding, so
 * that a second place can be set.
 *
 *	diag_add(ds, D_REF_UNKNOWN, at, id, "target", s, NULL);
 */
struct diag *diag_add(struct diags *, enum diag_id, struct pos,
    const char *record, ...) __attribute__((sentinel));

/* The same for a head from data and an array of n words. */
struct diag *diag_add_words(struct diags *, const struct diag_head *,
    struct pos, const char *record, const struct diag_word *, size_t n);

/* Text of a file, so that findings in it can show its lines. */
void diags_text(struct diags *, const char *path, const char *text,
    size_t len);

/*
 * The same of a text of which only the first len bytes, whole lines, are at
 * hand: the reader is asked for all of it when a finding stands behind them,
 * and believed when it has that length and sum (base/sum.h).  A text that
 * the path has already stays.
 */
void diags_text_cut(struct diags *, const char *path, const char *text,
    size_t len, size_t whole, uint64_t sum);
/* The text of a file in the arena, without its byte order mark; or NULL. */
typedef const char *diags_reader(void *data, struct arena *,
    const char *path, size_t *len);
void diags_read_by(struct diags *, diags_reader *, void *data);

/*
 * Fill a template's {words}; an unknown word stays as it stands.
 * {word:day|days} is the first form when the word's value is 1, else the
 * second.
 */
const char *diag_fill(struct arena *, const char *template,
    const struct diag_word *, size_t n);
/* How long the name of a word is that begins here, behind its brace. */
size_t diag_place(const char *);

/*
 * Sort by path, line, column, code; drop doubles and what is off.  Must be
 * called before diags_at(); adding after it needs another call.
 */
void diags_sort(struct diags *);
size_t diags_len(const struct diags *);
/* Take back what was added since there were so many; before the sorting. */
void diags_cut(struct diags *, size_t len);
/* i < diags_len(); may be changed (level, waived) before the output. */
struct diag *diags_at(const struct diags *, size_t i);
/* The worst level that is not waived, DIAG_OFF when there is none. */
enum diag_level diags_worst(const struct diags *);
/* How many of a level are not waived. */
size_t diags_count(const struct diags *, enum diag_level);

/*
 * What is a consequence of another finding that stands, neither off nor
 * waived nor milder, goes off.  Not before diags_compare(), which asks that the other is
 * news as well: what a change brings must not hide behind what was there.
 */
void diags_settle(struct diags *);

/* Another list of the same findings; each is copied. */
struct diags *diags_copy(struct arena *, const struct diags *);

/*
 * What stands between two lists of findings.  A waived finding is none.
 */
struct diag_delta {
	size_t		 created, worsened, gone, unchanged;
	const struct diag **went;	/* those gone, in the base's order */
	const char	*base;		/* the commit compared with */
};

/*
 * What tells a finding apart from others, through changes of lines, numbers
 * and dates: code, record or path, field or words; each a line.
 */
const char *diag_key(struct arena *, const struct diag *);

struct map;
/*
 * Compare with the findings of a base and keep only those that it does not
 * have, or has at a lower level.  A finding of a rule is the same when code,
 * record and field are, whatever its words and line; one of the program when
 * its words are, but for numbers and dates.  was: ids of now to those before,
 * or NULL.  Both must be sorted.
 */
void diags_compare(struct diags *, const struct diags *base,
    const struct map *was, struct diag_delta *);

const char *diag_level_name(enum diag_level, enum lang);

#endif
