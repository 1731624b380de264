#ifndef MODEL_SAY_H
#define MODEL_SAY_H

#include "diag/diag.h"

struct arena;
struct field;
struct kind;
struct standard;

/*
 * A description in words, for those who write records: explain, the schema
 * and the reference say the same.  The words are of the standard or of the
 * program (lib/standard/words.yaml).
 */
struct say {
	struct arena		*arena;
	const struct standard	*standard;
	const struct kind	*const *kinds;	/* all there are */
	size_t			 kind_len;
	enum lang		 lang;
};

/* What a value looks like: "day, YYYY-MM-DD", "one of: modify, retain". */
const char *say_type(const struct say *, const struct field *);
/* When it is needed: "needed from the state planned on"; NULL: never. */
const char *say_need(const struct say *, const struct kind *,
    const struct field *);
/* A word with its {places} filled: pairs of name and value, then NULL. */
const char *say_word(const struct say *, const char *key, ...)
    __attribute__((sentinel));
/* A kind by its label, or by its name when there is no such kind. */
const char *say_kind(const struct say *, const char *name);

#endif
