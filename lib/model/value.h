#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include <stdbool.h>

#include "diag/diag.h"

struct field;
struct standard;
struct yaml;

/*
 * Single values: what a scalar says as a value of a field.
 */

/*
 * What is wrong with a scalar that is not blank: the finding's id, D_COUNT
 * when nothing.  References are not looked up here.
 */
enum diag_id value_fault(const struct field *, const struct yaml *,
    int year_start);

/*
 * True for an empty scalar, a plain ~ or null, and a placeholder: what
 * counts as absent.  True for NULL; false for lists and mappings.
 */
bool value_absent(const struct standard *, const struct yaml *);
/* True when the field's value, of any shape, says something. */
bool value_present(const struct standard *, const struct yaml *);

#endif
