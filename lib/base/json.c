#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"

static json_t *
in(struct json *j)
{
	return (json_t *)j;
}

static struct json *
out(json_t *j)
{
	if (j == NULL)
		arena_exhausted();
	return (struct json *)j;
}

struct json *
json_new_object(void)
{
	return out(json_object());
}

struct json *
json_new_array(void)
{
	return out(json_array());
}

struct json *
json_new_str(const char *s)
{
	json_t *j = s == NULL ? NULL : json_string(s);

	/* jansson answers NULL for what is no UTF-8, too. */
	return out(j != NULL ? j : json_null());
}

struct json *
json_new_int(long long n)
{
	return out(json_integer(n));
}

struct json *
json_new_bool(bool b)
{
	return out(json_boolean(b));
}

struct json *
json_new_number(const char *s)
{
	char *end;
	long long n;
	double d;

	if (s == NULL)
		return json_new_str(NULL);
	errno = 0;
	n = strtoll(s, &end, 10);
	if (*s != '\0' && *end == '\0' && errno == 0)
		return json_new_int(n);
	d = strtod(s, &end);
	if (*s != '\0' && *end == '\0' && d - d == 0)
		return out(json_real(d));
	return json_new_str(s);
}

void
json_set(struct json *object, const char *key, struct json *value)
{
	if (json_object_set_new(in(object), key, in(value)) != 0)
		arena_exhausted();
}

void
json_set_str(struct json *object, const char *key, const char *s)
{
	json_set(object, key, json_new_str(s));
}

void
json_set_int(struct json *object, const char *key, long long n)
{
	json_set(object, key, json_new_int(n));
}

void
json_add(struct json *array, struct json *value)
{
	if (json_array_append_new(in(array), in(value)) != 0)
		arena_exhausted();
}

static int
append(const char *s, size_t n, void *data)
{
	buf_add(data, s, n);
	return 0;
}

void
json_dump(struct json *j, struct buf *b)
{
	/* 15 digits: 1.1 is written 1.1. */
	json_dump_callback(in(j), append, b,
	    JSON_INDENT(2) | JSON_REAL_PRECISION(15));
	buf_addc(b, '\n');
	json_decref(in(j));
}
