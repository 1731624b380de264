#include "base/utf8.h"
#include "base/width.h"

unsigned
width_char(uint32_t c)
{
	return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) ||
	    (c >= 0x3041 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
	    (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) ||
	    (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) ||
	    (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd) ?
	    2 : 1;
}

size_t
width_of(const char *s, size_t n)
{
	size_t w = 0;
	uint32_t c;

	for (size_t i = 0; i < n;) {
		if ((unsigned char)s[i] < 0x80) {
			i++;
			w++;
			continue;
		}
		i += utf8_get(s + i, n - i, &c);
		w += width_char(c);
	}
	return w;
}

size_t
width_cut(const char *s, size_t n, size_t columns)
{
	size_t i = 0, used;
	uint32_t c;

	while (i < n) {
		used = utf8_get(s + i, n - i, &c);
		if (width_char(c) > columns)
			break;
		columns -= width_char(c);
		i += used;
	}
	return i;
}
