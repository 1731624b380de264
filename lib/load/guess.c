#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "load/guess.h"

/* How well bytes fit an encoding of two-byte characters. */
struct fit {
	size_t	 pairs, kana, bad;
};

static bool
in(unsigned c, unsigned lo, unsigned hi)
{
	return c >= lo && c <= hi;
}

static struct fit
fit_shift_jis(const unsigned char *s, size_t n)
{
	struct fit f = { 0, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		if (s[i] < 0x80 || in(s[i], 0xa1, 0xdf))
			continue;
		if (s[i] == 0x80 || s[i] == 0xa0 || s[i] > 0xfc ||
		    i + 1 == n || !(in(s[i + 1], 0x40, 0x7e) ||
		    in(s[i + 1], 0x80, 0xfc))) {
			f.bad++;
			continue;
		}
		f.pairs++;
		f.kana += (s[i] == 0x82 && s[i + 1] >= 0x9f) ||
		    (s[i] == 0x83 && s[i + 1] <= 0x96);
		i++;
	}
	return f;
}

static struct fit
fit_euc_jp(const unsigned char *s, size_t n)
{
	struct fit f = { 0, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		if (s[i] < 0x80)
			continue;
		if (i + 1 == n || !(in(s[i], 0xa1, 0xfe) || s[i] == 0x8e) ||
		    !in(s[i + 1], 0xa1, 0xfe)) {
			f.bad++;
			continue;
		}
		f.pairs++;
		f.kana += s[i] == 0xa4 || s[i] == 0xa5;
		i++;
	}
	return f;
}

/* Letters with accents stand among ASCII; some bytes mean nothing. */
static bool
is_western(const unsigned char *s, size_t n)
{
	size_t high = 0, alone = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] < 0x80)
			continue;
		if (memchr("\x81\x8d\x8f\x90\x9d\xff", s[i], 6) != NULL)
			return false;
		high++;
		alone += (s[i] >= 0xc0 || in(s[i], 0x91, 0x97)) && (i == 0 || s[i - 1] < 0x80 ||
		    i + 1 == n || s[i + 1] < 0x80);
	}
	return high > 0 && alone * 10 >= high * 8;
}

static const char *
wide(const unsigned char *s, size_t n)
{
	size_t even = 0, odd = 0;

	if (n >= 2 && s[0] == 0xff && s[1] == 0xfe)
		return "UTF-16LE";
	if (n >= 2 && s[0] == 0xfe && s[1] == 0xff)
		return "UTF-16BE";
	if (n < 4)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		even += i % 2 == 0 && s[i] == 0;
		odd += i % 2 == 1 && s[i] == 0;
	}
	/* Japanese has few NULs, but its line ends and digits have them. */
	if (odd > 2 && odd * 20 >= n && even * 10 <= odd)
		return "UTF-16LE";
	if (even > 2 && even * 20 >= n && odd * 10 <= even)
		return "UTF-16BE";
	return NULL;
}

bool
guess_escapes(const char *text, size_t len)
{
	const char *s = text, *end = text + len;

	while ((s = memchr(s, '\x1b', (size_t)(end - s))) != NULL) {
		if (end - s >= 3 && s[1] == '$' && (s[2] == 'B' ||
		    s[2] == '@'))
			return true;
		s++;
	}
	return false;
}

const char *
guess_encoding(const char *text, size_t len)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t good = 0, bad = 0, n;
	struct fit sjis, euc;
	const char *name;
	uint32_t c;

	if ((name = wide(s, len)) != NULL)
		return name;
	if (guess_escapes(text, len))
		return "ISO-2022-JP";
	for (size_t i = 0; i < len; i += n) {
		n = utf8_get(text + i, len - i, &c);
		good += n > 1;
		bad += c == UTF8_BAD;
	}
	if (bad == 0 || good > bad / 2)
		return NULL;
	euc = fit_euc_jp(s, len);
	sjis = fit_shift_jis(s, len);
	if (euc.bad == 0 && euc.pairs > 1)
		return "EUC-JP";
	if (sjis.bad * 50 <= sjis.pairs && sjis.kana > 0)
		return "CP932";
	if (is_western(s, len))
		return "WINDOWS-1252";
	if (euc.bad * 50 <= euc.pairs && euc.pairs > 1)
		return "EUC-JP";
	if (sjis.bad * 50 <= sjis.pairs && sjis.pairs > 1)
		return "CP932";
	return NULL;
}

void
guess_quote(struct buf *b, const char *s)
{
	static const char safe[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+@%,";

	if (*s != '-' && *s != '\0' && s[strspn(s, safe)] == '\0') {
		buf_adds(b, s);
		return;
	}
	buf_adds(b, *s == '-' ? "./'" : "'");
	for (; *s != '\0'; s++) {
		if (*s == '\'')
			buf_adds(b, "'\\''");
		else
			buf_addc(b, *s);
	}
	buf_addc(b, '\'');
}
