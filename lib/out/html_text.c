#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/map.h"
#include "base/utf8.h"
#include "out/html.h"
#include "out/out.h"

static const char *const tones[] = {
	[TONE_PLAIN] = NULL, [TONE_MUTED] = "t-muted", [TONE_GOOD] = "t-good",
	[TONE_INFO] = "t-info", [TONE_WARN] = "t-warn", [TONE_BAD] = "t-bad",
	[TONE_WORST] = "t-worst", [TONE_ACCENT] = "t-accent"
};

/* What stands for a byte in text; NULL: the byte itself. */
static const char *
entity(unsigned char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case '\t':
	case '\n':
		return NULL;
	default:
		return c < ' ' || c == 0x7f ? "\xef\xbf\xbd" : NULL;
	}
}

/* Bytes of ASCII that stand in text as they are. */
static const bool plain[256] = {
	['\t'] = true, ['\n'] = true, [' ' ... '!'] = true,
	['#' ... '%'] = true, ['(' ... ';'] = true, ['='] = true,
	['?' ... '~'] = true
};

void
html_escape(struct buf *b, const char *s)
{
	const char *from = s, *e;
	uint32_t c;
	size_t n;

	if (s == NULL)
		return;
	for (;; s += n) {
		while (plain[(unsigned char)*s])
			s++;
		if (*s == '\0')
			break;
		n = 1;
		e = entity((unsigned char)*s);
		if ((unsigned char)*s >= 0x80) {
			/* The NUL behind it ends a sequence as well. */
			n = utf8_get(s, 4, &c);
			/* C1 controls are no characters of HTML either. */
			if (c == UTF8_BAD || (c >= 0x80 && c < 0xa0))
				e = "\xef\xbf\xbd";
		}
		if (e == NULL)
			continue;
		buf_add(b, from, (size_t)(s - from));
		buf_adds(b, e);
		from = s + n;
	}
	buf_add(b, from, (size_t)(s - from));
}

#define DATE_LEN	10	/* YYYY-MM-DD */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Is there a date whose first hyphen that is?  Not as a part of a name. */
static bool
is_date(const char *s, const char *hyphen)
{
	char day[DATE_LEN + 1] = "";
	date_day d;

	if (hyphen - s < 4 || !is_digit(hyphen[1]) || !is_digit(hyphen[2]) ||
	    hyphen[3] != '-')
		return false;
	memcpy(day, hyphen - 4, strnlen(hyphen - 4, DATE_LEN));
	if (strlen(day) < DATE_LEN || !date_parse(day, &d))
		return false;
	if (hyphen - s > 4 && (isalnum((unsigned char)hyphen[-5]) ||
	    strchr("-./_", hyphen[-5]) != NULL))
		return false;
	if (hyphen[6] == '.')
		return !isalnum((unsigned char)hyphen[7]);
	return !isalnum((unsigned char)hyphen[6]) &&
	    (hyphen[6] == '\0' || strchr("-/_", hyphen[6]) == NULL);
}

/* The length of a period such as FY2025-Q4 around its hyphen; 0: none. */
static size_t
period_at(const char *s, const char *hyphen, const char **begin)
{
	const char *from = hyphen, *end = hyphen + 1;

	if (hyphen == s || !is_digit(hyphen[-1]) ||
	    !isupper((unsigned char)hyphen[1]) || !is_digit(hyphen[2]))
		return 0;
	while (from > s && isalnum((unsigned char)from[-1]))
		from--;
	while (isalnum((unsigned char)*end))
		end++;
	*begin = from;
	return *end == '-' || (from > s && from[-1] == '-') ? 0 :
	    (size_t)(end - from);
}

void
html_prose(const struct html *h, struct buf *b, const char *s)
{
	const char *from = s, *at = s, *begin = s;
	size_t n;
	bool day;

	while (at != NULL && (at = strchr(at, '-')) != NULL) {
		day = is_date(from, at);
		n = day ? DATE_LEN : period_at(from, at, &begin);
		if (day)
			begin = at - 4;
		/* Alone it is not broken by anything. */
		if (n == 0 || (begin == s && s[n] == '\0')) {
			at++;
			continue;
		}
		html_escape(b, arena_dup(h->arena, from,
		    (size_t)(begin - from)));
		buf_addf(b, day ? "<time>%.*s</time>" :
		    "<span class=\"whole\">%.*s</span>", (int)n, begin);
		from = at = begin + n;
	}
	html_escape(b, from);
}

void
html_word(const struct html *h, struct buf *b, const char *key)
{
	html_escape(b, h->meta->word(h->meta->word_data, key));
}

void
html_title(struct buf *b, const struct node *page)
{
	if (page->number != NULL) {
		html_escape(b, page->number);
		buf_addc(b, ' ');
	}
	html_escape(b, page->text);
}

void
html_class(struct buf *b, enum tone tone, const char *more)
{
	if (tones[tone] == NULL && more == NULL)
		return;
	buf_adds(b, " class=\"");
	if (more != NULL)
		buf_adds(b, more);
	if (more != NULL && tones[tone] != NULL)
		buf_addc(b, ' ');
	if (tones[tone] != NULL)
		buf_adds(b, tones[tone]);
	buf_addc(b, '"');
}

/* Bytes that may stand in a URL as they are; the rest is written as %XX. */
static void
percent(struct buf *b, const char *s)
{
	static const bool fine[256] = {
		['a' ... 'z'] = true, ['A' ... 'Z'] = true,
		['0' ... ';'] = true, ['('] = true, [')'] = true,
		['*'] = true, ['+'] = true, [','] = true, ['-'] = true,
		['.'] = true, ['/'] = true, ['_'] = true, ['~'] = true,
		['!'] = true, ['$'] = true, ['='] = true, ['@'] = true,
		['?'] = true, ['#'] = true, ['['] = true, [']'] = true,
		['%'] = true
	};
	const char *from = s;

	for (; *s != '\0'; s++) {
		while (fine[(unsigned char)*s])
			s++;
		buf_add(b, from, (size_t)(s - from));
		from = s + 1;
		if (*s == '\0')
			return;
		if (*s == '&')
			buf_adds(b, "&amp;");
		else
			buf_addf(b, "%%%02X", (unsigned)(unsigned char)*s);
	}
}

void
html_id(const struct html *h, struct buf *b, const struct html_page *page,
    const char *id)
{
	if (h->single) {
		html_escape(b, page->address + 1);
		buf_addc(b, '.');
	}
	html_escape(b, id);
}

const struct html_spot *
html_spot_of(const struct html *h, const char *anchor)
{
	return map_get(h->spots, anchor);
}

bool
html_ref(const struct html *h, struct buf *b, const struct html_page *from,
    const char *anchor)
{
	const struct html_spot *spot = map_get(h->spots, anchor);
	const char *file;

	if (spot == NULL) {
		if ((file = map_get(h->files, anchor)) == NULL)
			return false;
		buf_adds(b, " href=\"");
		buf_adds(b, file);
		buf_addc(b, '"');
		return true;
	}
	buf_adds(b, " href=\"");
	if (spot->page != from || spot->id == NULL || h->single)
		percent(b, spot->page->address);
	if (spot->id != NULL) {
		buf_addc(b, h->single ? '.' : '#');
		percent(b, spot->id);
	}
	buf_addc(b, '"');
	return true;
}

/*
 * Only web and mail addresses and paths below the page: what else browsers
 * know of schemes can run or open something.  A back slash or a blank within
 * the scheme is read differently by different browsers.
 */
static bool
is_harmless(const char *url)
{
	size_t n = strcspn(url, ":/?#");
	const char *c;

	for (c = url; *c != '\0'; c++)
		if ((unsigned char)*c <= ' ' || *c == '\\' || *c == 0x7f)
			return false;
	if (*url == '\0' || *url == '/')
		return false;
	if (url[n] != ':')
		return true;
	if (n == 6 && strncasecmp(url, "mailto", n) == 0)
		return true;
	return ((n == 4 && strncasecmp(url, "http", n) == 0) ||
	    (n == 5 && strncasecmp(url, "https", n) == 0)) &&
	    strncmp(url + n, "://", 3) == 0;
}

bool
html_url(struct buf *b, const char *url)
{
	if (!is_harmless(url))
		return false;
	buf_adds(b, " href=\"");
	percent(b, url);
	buf_addc(b, '"');
	if (strchr(url, ':') != NULL)
		buf_adds(b, " rel=\"noopener noreferrer\" class=\"out\"");
	return true;
}
