#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "out/pdf.h"

/*
 * Cairo 1.16 writes the address of a link unescaped into the file, and reads
 * its attributes between apostrophes: what could end either is encoded.
 */

#define URI_MAX	2000

static bool
allowed(const char *url)
{
	size_t n = strcspn(url, ":/?#");

	if (url[n] != ':')
		return false;
	if (n == 6 && strncasecmp(url, "mailto", n) == 0)
		return url[n + 1] != '\0';
	return ((n == 4 && strncasecmp(url, "http", n) == 0) ||
	    (n == 5 && strncasecmp(url, "https", n) == 0)) &&
	    strncmp(url + n, "://", 3) == 0;
}

const char *
pdf_uri(struct arena *a, const char *url)
{
	struct buf b = BUF_INIT;
	const char *s;
	char *out;

	if (!allowed(url))
		return NULL;
	for (s = url; *s != '\0'; s++)
		if ((unsigned char)*s <= ' ' || (unsigned char)*s >= 0x7f ||
		    strchr("()\\'<>\"`{}|^", *s) != NULL)
			buf_addf(&b, "%%%02X", (unsigned char)*s);
		else
			buf_addc(&b, *s);
	/* a reader may refuse longer ones */
	out = b.len > URI_MAX ? NULL : arena_dup(a, b.s, b.len);
	buf_done(&b);
	return out;
}

const char *
pdf_dest(struct arena *a, const char *anchor)
{
	struct buf b = BUF_INIT;
	const char *s;
	char *out;

	for (s = anchor; *s != '\0'; s++)
		if ((*s >= '0' && *s <= '9') || (*s >= 'a' && *s <= 'z') ||
		    (*s >= 'A' && *s <= 'Z') || strchr("-._/", *s) != NULL)
			buf_addc(&b, *s);
		else
			buf_addf(&b, "~%02X", (unsigned char)*s);
	out = arena_dup(a, b.s != NULL ? b.s : "", b.len);
	buf_done(&b);
	return out;
}

void
pdf_xml(struct buf *b, const char *s)
{
	for (; s != NULL && *s != '\0'; s++)
		switch (*s) {
		case '&':	buf_adds(b, "&amp;"); break;
		case '<':	buf_adds(b, "&lt;"); break;
		case '>':	buf_adds(b, "&gt;"); break;
		default:
			if ((unsigned char)*s >= ' ' || *s == '\n')
				buf_addc(b, *s);
			break;
		}
}
