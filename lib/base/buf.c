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

/* With zeros before it until it has so many digits. */
static void
add_number(struct buf *b, unsigned long long n, size_t least)
{
	char digits[24];
	size_t i = sizeof(digits);

	do
		digits[--i] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	while (sizeof(digits) - i < least)
		digits[--i] = '0';
	buf_add(b, digits + i, sizeof(digits) - i);
}

void
buf_addu(struct buf *b, unsigned long long n)
{
	add_number(b, n, 0);
}

/* A sign is one of the places that are filled. */
static void
add_signed(struct buf *b, long n, size_t least)
{
	if (n < 0)
		buf_addc(b, '-');
	add_number(b, n < 0 ? 0ull - (unsigned long long)n :
	    (unsigned long long)n, n < 0 && least > 0 ? least - 1 : least);
}

static void
add_hex(struct buf *b, unsigned n, size_t least, const char *figures)
{
	char digits[16];
	size_t i = sizeof(digits);

	do
		digits[--i] = figures[n & 15];
	while ((n >>= 4) > 0);
	while (sizeof(digits) - i < least)
		digits[--i] = '0';
	buf_add(b, digits + i, sizeof(digits) - i);
}

static void
add_string(struct buf *b, const char *s, int most)
{
	if (s == NULL)
		s = "(null)";
	buf_add(b, s, most < 0 ? strlen(s) : strnlen(s, (size_t)most));
}

/*
 * What nearly all formats consist of, without the C library's machinery:
 * outputs are made of a million small pieces.  False at anything else.
 */
static bool
quick(struct buf *b, const char *fmt, va_list ap)
{
	const char *next;
	size_t least;
	int most;

	for (;; fmt = next + 1) {
		next = strchrnul(fmt, '%');
		buf_add(b, fmt, (size_t)(next - fmt));
		if (*next == '\0')
			return true;
		least = 0;
		most = -1;
		if (*++next == '0' && next[1] >= '1' && next[1] <= '9') {
			least = (size_t)(next[1] - '0');
			next += 2;
		} else if (*next == '.' && next[1] == '*' && next[2] == 's') {
			most = va_arg(ap, int);
			next += 2;
		}
		switch (*next) {
		case 's':
			add_string(b, va_arg(ap, const char *), most);
			break;
		case 'u':
			add_number(b, va_arg(ap, unsigned), least);
			break;
		case 'd':
			add_signed(b, va_arg(ap, int), least);
			break;
		case 'x':
			add_hex(b, va_arg(ap, unsigned), least,
			    "0123456789abcdef");
			break;
		case 'X':
			add_hex(b, va_arg(ap, unsigned), least,
			    "0123456789ABCDEF");
			break;
		case 'c':
			buf_addc(b, va_arg(ap, int));
			break;
		case 'z':
			if (*++next != 'u')
				return false;
			add_number(b, va_arg(ap, size_t), least);
			break;
		case 'l':
			if (*++next != 'd')
				return false;
			add_signed(b, va_arg(ap, long), least);
			break;
		default:
			return false;
		}
	}
}

void
buf_addv(struct buf *b, const char *fmt, va_list ap)
{
	size_t room, len = b->len;
	va_list again;
	bool done;
	int n;

	va_copy(again, ap);
	done = quick(b, fmt, again);
	va_end(again);
	if (done)
		return;
	b->len = len;
	/* Formatting is dear: again only when the room was not enough. */
	buf_reserve(b, 32);
	room = b->cap - b->len;
	va_copy(again, ap);
	n = vsnprintf(b->s + b->len, room, fmt, again);
	va_end(again);
	if (n < 0)
		arena_exhausted();
	if ((size_t)n >= room) {
		b->s[b->len] = '\0';
		buf_reserve(b, (size_t)n);
		vsnprintf(b->s + b->len, (size_t)n + 1, fmt, ap);
	}
	b->len += (size_t)n;
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_addv(b, fmt, ap);
	va_end(ap);
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
