#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

struct json;
struct kind;
struct say;

/*
 * JSON Schema (2020-12) of what people write, for editors and validators:
 * what check accepts, it accepts.  Titles and descriptions are in the
 * language of say.
 */

/* Front matter of a record or register of the kind; NULL: of any kind. */
struct json *schema_kind(const struct say *, const struct kind *);
/* isms.yaml. */
struct json *schema_config(const struct say *);

#endif
