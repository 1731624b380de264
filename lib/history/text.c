#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "history/repo.h"

/*
 * The encodings that commits were written in before UTF-8 was everywhere.
 * Only these names reach iconv: it looks for a module of that name on disk.
 */
static const struct {
	const char	*name, *iconv;
} encodings[] = {
	{ "iso-8859-1", "ISO-8859-1" }, { "iso8859-1", "ISO-8859-1" },
	{ "latin1", "ISO-8859-1" }, { "latin-1", "ISO-8859-1" },
	{ "iso-8859-15", "ISO-8859-15" }, { "windows-1252", "CP1252" },
	{ "cp1252", "CP1252" }, { "shift_jis", "SHIFT_JIS" },
	{ "shift-jis", "SHIFT_JIS" }, { "sjis", "SHIFT_JIS" },
	{ "cp932", "CP932" }, { "windows-31j", "CP932" },
	{ "euc-jp", "EUC-JP" }, { "eucjp", "EUC-JP" },
	{ "iso-2022-jp", "ISO-2022-JP" }, { "koi8-r", "KOI8-R" },
	{ "gbk", "GBK" }, { "gb18030", "GB18030" }, { "big5", "BIG5" },
	{ "euc-kr", "EUC-KR" },
};

static bool
is_text(const char *s, size_t len)
{
	uint32_t c;

	for (size_t i = 0; i < len;) {
		if ((unsigned char)s[i] < 0x80) {
			i++;
			continue;
		}
		i += utf8_get(s + i, len - i, &c);
		if (c == UTF8_BAD)
			return false;
	}
	return true;
}

static const char *
replace(struct arena *a, const char *s, size_t len)
{
	struct buf b = BUF_INIT;
	const char *copy;
	uint32_t c;
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		n = utf8_get(s + i, len - i, &c);
		utf8_put(&b, c == UTF8_BAD ? 0xfffd : c);
	}
	copy = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return copy;
}

static const char *
convert(struct arena *a, const char *s, size_t len, const char *from)
{
	iconv_t cd = iconv_open("UTF-8", from);
	struct buf b = BUF_INIT;
	char piece[512], *in = (char *)(uintptr_t)s, *out;
	const char *copy = NULL;
	size_t left = len, room, rc = 0;

	if (cd == (iconv_t)-1)
		return NULL;
	do {
		out = piece;
		room = sizeof(piece);
		rc = iconv(cd, &in, &left, &out, &room);
		buf_add(&b, piece, sizeof(piece) - room);
	} while (rc == (size_t)-1 && errno == E2BIG);
	if (rc != (size_t)-1 && b.s != NULL)
		copy = arena_dup(a, b.s, b.len);
	buf_done(&b);
	iconv_close(cd);
	return copy;
}

const char *
text_utf8(struct arena *a, const char *s, size_t len, const char *encoding)
{
	const char *copy;

	for (size_t i = 0; encoding != NULL && len > 0 &&
	    i < sizeof(encodings) / sizeof(*encodings); i++)
		if (strcasecmp(encoding, encodings[i].name) == 0 &&
		    (copy = convert(a, s, len, encodings[i].iconv)) != NULL)
			return copy;
	if (is_text(s, len))
		return arena_dup(a, s, len);
	return replace(a, s, len);
}
