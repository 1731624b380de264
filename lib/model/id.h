#ifndef MODEL_ID_H
#define MODEL_ID_H

#include <stdbool.h>

struct arena;
struct kind;

/*
 * Ids are ASCII: PREFIX-NNNN with four digits or more, or what a kind's
 * pattern says.  File names and anchors are made from them, so none gets
 * through that could be a path, an option or a device.
 */

/* Fit for a file name, whatever the kind. */
bool id_safe(const char *);
/* Safe, and the kind's. */
bool id_fits(const struct kind *, const char *);
/* The id of the kind that a writer meant, or NULL. */
const char *id_meant(struct arena *, const struct kind *, const char *);
/*
 * Equal for ids that differ only in case, width, look-alike letters and
 * leading zeros.
 */
const char *id_key(struct arena *, const char *);
/* An example of the kind's ids: "RSK-0001", or the pattern. */
const char *id_form(struct arena *, const struct kind *);

#endif
