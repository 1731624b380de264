#ifndef MODEL_LANGUAGE_H
#define MODEL_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"

struct field;

/*
 * The languages there are: English and Japanese, which stand inline in the
 * data, and each that has a file lib/standard/lang/CODE.yaml.
 */
bool language_known(const char *code);
/* All of them with a text between; lives as long as the program. */
const char *language_names(const char *between);

/*
 * What a run speaks when it is asked for that language, whose texts are then
 * in use (see lang_use); LANG_COUNT when there is no such language.
 */
enum lang language_choose(const char *code);

/* Add what the language in use says of a standard: NAME/lang/CODE.yaml. */
void language_standard(const char *name);

/* Whether a field is a text that may have translations beside it. */
bool language_translates(const struct field *);
/*
 * A translation beside a field of text: of NAME_de the field NAME, where de is
 * a language there is; else NULL.
 */
const struct field *language_twin(const struct field *fields, size_t n,
    const char *key);
/* The same of the prose below the front matter: body_de; else NULL. */
const struct field *language_prose(const char *key);

#endif
