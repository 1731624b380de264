#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

/*
 * One arena a run.  What is built in a run lives here and is freed at once
 * by arena_done(); nothing is freed singly.  Exhausted memory ends the
 * program with one line on standard error and status 3, so that no caller
 * needs a path for it.
 */
struct arena;

struct arena *arena_new(void);
/* Takes NULL. */
void arena_done(struct arena *);

/* All that lives in it is gone; a part of its memory is kept for more. */
void arena_clear(struct arena *);

/* Give the system back what was freed: behind a large arena that is gone. */
void arena_trim(void);
/* What lives in from lives in to from now on; from itself is gone. */
void arena_join(struct arena *to, struct arena *from);

/*
 * Zeroed bytes, aligned for pointers, numbers and structs of them (long double
 * apart); n may be 0.
 */
void *arena_alloc(struct arena *, size_t n);
/*
 * Zeroed bytes of a table that is made anew when it is full: the old one can
 * be given back.
 */
void *arena_table(struct arena *, size_t n);
void arena_give(struct arena *, void *table);
/* Copies with a NUL behind; s may hold NUL bytes in arena_dup(). */
char *arena_dup(struct arena *, const char *s, size_t n);
char *arena_str(struct arena *, const char *s);
char *arena_printf(struct arena *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Room for one more element in a growing array: given the present array,
 * its length and the element size, returns the array to use (moved when
 * the length is a power of two); the new slot is zeroed.
 */
void *arena_grow(struct arena *, void *array, size_t len, size_t size);

/*
 * The array will not grow any more: of the grown elements that it had, len
 * are left, and the room behind them serves others where nothing came behind
 * it.  arena_grow() may not be called for it again.
 */
void arena_fit(struct arena *, void *array, size_t grown, size_t len,
    size_t size);

/* Say why on standard error and end with status 3. */
_Noreturn void arena_exhausted(void);

#endif
