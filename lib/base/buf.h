#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

/*
 * Growing bytes on the heap.  Start with `struct buf b = { 0 }` (or
 * BUF_INIT), end with buf_done().  s is NUL-terminated as soon as anything
 * was added, and NULL before; len does not count the NUL.
 */
struct buf {
	char	*s;
	size_t	 len, cap;
};

#define BUF_INIT	{ NULL, 0, 0 }

void buf_addf(struct buf *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void buf_addv(struct buf *, const char *fmt, va_list)
    __attribute__((format(printf, 2, 0)));
/* A number in decimal digits. */
void buf_addu(struct buf *, unsigned long long);
/* Room for n more bytes behind len; does not change len. */
void buf_reserve(struct buf *, size_t n);
/* Keeps the room, forgets the content. */
void buf_clear(struct buf *);
void buf_done(struct buf *);

/*
 * Here, since outputs are made of it byte by byte, and mostly of texts whose
 * length the compiler knows.
 */
static inline void
buf_add(struct buf *b, const char *s, size_t n)
{
	if (n >= b->cap - b->len)
		buf_reserve(b, n);
	if (n > 0)
		memcpy(b->s + b->len, s, n);
	b->len += n;
	b->s[b->len] = '\0';
}

static inline void
buf_adds(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

static inline void
buf_addc(struct buf *b, int c)
{
	if (b->len + 1 >= b->cap)
		buf_reserve(b, 1);
	b->s[b->len++] = (char)c;
	b->s[b->len] = '\0';
}

#endif
