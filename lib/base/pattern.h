#ifndef BASE_PATTERN_H
#define BASE_PATTERN_H

#include <stddef.h>

struct arena;

/*
 * Regular expressions (PCRE2, UTF-8) from data and from users, with limits
 * on work and memory; the only home of pcre2.
 */
struct pattern;

/*
 * NULL when it is no pattern: *error then says why, *at is the offset in it
 * (both may be NULL).  Lives in the arena; there is nothing to free.
 */
struct pattern *pattern_new(struct arena *, const char *source,
    const char **error, size_t *at);

/* 1 somewhere in s, 0 nowhere, -1 too costly to tell. */
int pattern_match(struct pattern *, const char *s, size_t len);
/* The same, and where it matches first: s[*from] up to s[*to]. */
int pattern_find(struct pattern *, const char *s, size_t len, size_t *from,
    size_t *to);
/* As pattern_match() for the whole of s. */
int pattern_match_all(struct pattern *, const char *s, size_t len);

#endif
