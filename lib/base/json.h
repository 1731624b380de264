#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>

struct buf;

/*
 * JSON to be written; the only home of jansson.  A value given to
 * json_set() or json_add() belongs to its container; json_dump() frees the
 * whole.  Text that is no UTF-8 becomes null.
 */
struct json;

struct json *json_new_object(void);
struct json *json_new_array(void);
struct json *json_new_str(const char *);	/* NULL: null */
struct json *json_new_int(long long);
struct json *json_new_bool(bool);
/* A number written in decimal; text that is none becomes a string. */
struct json *json_new_number(const char *);

/* In the order of the calls; a key set twice keeps its first place. */
void json_set(struct json *object, const char *key, struct json *value);
void json_set_str(struct json *object, const char *key, const char *);
void json_set_int(struct json *object, const char *key, long long);
void json_add(struct json *array, struct json *value);

/* Append, indented by two, with a newline behind, and free. */
void json_dump(struct json *, struct buf *);

#endif
