#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

void
buf_reserve(struct buf *b, size_t n)
{
	size_t cap = b->cap == 0 ? 64 : b->cap;

	if (n > SIZE_MAX / 2 - b->len)
		arena_exhausted();
	if (b->len + n + 1 <= b->cap)
		return;
	while (cap < b->len + n + 1)
		cap *= 2;
	if ((b->s = realloc(b->s, cap)) == NULL)
		arena_exhausted();
	b->cap = cap;
	b->s[b->len] = '\0';
}

void
buf_add(struct buf *b, const char *s, size_t n)
{
	if (n >= b->cap - b->len)
		buf_reserve(b, n);
	if (n > 0)
		memcpy(b->s + b->len, s, n);
	b->len += n;
	b->s[b->len] = '\0';
}

void
buf_adds(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

static void
add_number(struct buf *b, unsigned long long n)
{
	char digits[24];
	size_t i = sizeof(digits);

	do
		digits[--i] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	buf_add(b, digits + i, sizeof(digits) - i);
}

static void
add_signed(struct buf *b, long n)
{
	if (n < 0)
		buf_addc(b, '-');
	add_number(b, n < 0 ? 0ull - (unsigned long long)n :
	    (unsigned long long)n);
}

/*
 * What nearly all formats consist of, without the C library's machinery:
 * outputs are made of a million small pieces.  False at anything else.
 */
static bool
quick(struct buf *b, const char *fmt, va_list ap)
{
	const char *next, *s;

	for (;; fmt = next + 1) {
		for (next = fmt; *next != '%' && *next != '\0'; next++)
			;
		buf_add(b, fmt, (size_t)(next - fmt));
		if (*next == '\0')
			return true;
		switch (*++next) {
		case 's':
			s = va_arg(ap, const char *);
			buf_adds(b, s != NULL ? s : "(null)");
			break;
		case 'u':
			add_number(b, va_arg(ap, unsigned));
			break;
		case 'd':
			add_signed(b, va_arg(ap, int));
			break;
		case 'c':
			buf_addc(b, va_arg(ap, int));
			break;
		case 'z':
			if (*++next != 'u')
				return false;
			add_number(b, va_arg(ap, size_t));
			break;
		case 'l':
			if (*++next != 'd')
				return false;
			add_signed(b, va_arg(ap, long));
			break;
		default:
			return false;
		}
	}
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	size_t room, len = b->len;
	bool done;
	int n;

	va_start(ap, fmt);
	done = quick(b, fmt, ap);
	va_end(ap);
	if (done)
		return;
	b->len = len;
	/* Formatting is dear: again only when the room was not enough. */
	buf_reserve(b, 32);
	room = b->cap - b->len;
	va_start(ap, fmt);
	n = vsnprintf(b->s + b->len, room, fmt, ap);
	va_end(ap);
	if (n < 0)
		arena_exhausted();
	if ((size_t)n >= room) {
		b->s[b->len] = '\0';
		buf_reserve(b, (size_t)n);
		va_start(ap, fmt);
		vsnprintf(b->s + b->len, (size_t)n + 1, fmt, ap);
		va_end(ap);
	}
	b->len += (size_t)n;
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	if (b->s != NULL)
		b->s[0] = '\0';
}

void
buf_done(struct buf *b)
{
	free(b->s);
	b->s = NULL;
	b->len = b->cap = 0;
}
