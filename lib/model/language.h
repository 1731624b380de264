#ifndef MODEL_LANGUAGE_H
#define MODEL_LANGUAGE_H

#include <stdbool.h>

#include "diag/diag.h"

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

#endif
