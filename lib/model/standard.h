#ifndef MODEL_STANDARD_H
#define MODEL_STANDARD_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"

struct arena;
struct kind;
struct map;
struct yaml;

/*
 * A standard as data: what lies below lib/standard/NAME/, read from the
 * copy inside the program.  See lib/standard/README.md for its files.
 */
struct standard {
	const char		*name;		/* "iso27001" */
	struct kind		**kinds;
	size_t			 kind_len;
	const struct kind	*envelope;	/* the fields all kinds share; NULL:
						   none */
	size_t			 envelope_len;	/* how many; first in each kind */
	const struct yaml	*about;		/* standard.yaml: title, edition,
						   placeholders, settings */
	const struct yaml	*words;		/* words.yaml */
	const struct yaml	*clauses;	/* clauses.yaml */
	const struct yaml	*catalogue;	/* catalogue.yaml */
	const struct yaml	*calendar;	/* calendar.yaml */
	struct map		*word_map;	/* key: struct yaml of en, ja */
	struct words		*common;	/* the program's own, read when
						   one is asked for */
	const struct yaml	*placeholders;	/* list; NULL: none */
	size_t			 placeholder_max;	/* longest, in bytes */
};

/*
 * NULL when there is no such standard.  Faults in its data are findings with
 * the path inside the program, which no released program has.
 */
struct standard *standard_read(struct arena *, struct diags *,
    const char *name);

/* The names of the standards inside the program, joined; the first alone. */
const char *standard_names(struct arena *);
const char *standard_first(struct arena *);

/*
 * The chapters of the manual, manual.yaml; read when asked for, since a check
 * does without.  NULL when the standard has none.
 */
const struct yaml *standard_manual(struct arena *, const struct standard *);

/* The sections of a diff, diff.yaml; NULL when the standard has none. */
const struct yaml *standard_diff(struct arena *, const struct standard *);

/*
 * A word in a language, of the standard or else of the program itself; "key"
 * when it is missing.
 */
const char *standard_word(const struct standard *, const char *key,
    enum lang);

/*
 * A text of an entry of the clauses, the catalogue or the calendar (list is
 * the name of their file), or of standard.yaml itself (list "about"): KEY, in
 * Japanese KEY_ja, in a file's language what the file has.  NULL: no such key.
 */
const char *standard_said(const struct standard *, const char *list,
    const struct yaml *entry, const char *key, enum lang);
/* The same of {en: ..., ja: ...}, of which the English is the key. */
const char *standard_say(const struct standard *, const struct yaml *,
    enum lang);

/*
 * A duration such as P1Y6M in words, with the standard's; the text itself
 * when it is none.
 */
const char *standard_span(struct arena *, const struct standard *,
    const char *, enum lang);

/*
 * Yes or no as an answer to a field: "yes.FIELD" and "no.FIELD" of the words
 * when they are there, else plain "yes" and "no".
 */
const char *standard_yes(struct arena *, const struct standard *,
    const char *field, bool, enum lang);

/* A file compiled into the program, "iso27001/words.yaml"; NULL if none. */
const char *embed_get(const char *path, size_t *len);
/* All paths below a prefix, sorted; i from 0; NULL at the end. */
const char *embed_name(const char *prefix, size_t i);

#endif
