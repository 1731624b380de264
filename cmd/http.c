#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "cmd/http.h"

bool
http_whole(const char *s, size_t len)
{
	return memmem(s, len, "\r\n\r\n", 4) != NULL;
}

/*
 * Names of the site are flat and of few letters, so that no path, no escape
 * and no hidden file can be asked for at all.
 */
static bool
is_name(const char *s, size_t n)
{
	size_t i;

	if (n >= 256 || (n > 0 && *s == '.'))
		return false;
	for (i = 0; i < n; i++)
		if (!((s[i] >= 'a' && s[i] <= 'z') ||
		    (s[i] >= 'A' && s[i] <= 'Z') ||
		    (s[i] >= '0' && s[i] <= '9') ||
		    strchr("-._", s[i]) != NULL) || s[i] == '\0')
			return false;
	return true;
}

/* "127.0.0.1:PORT" or "localhost:PORT". */
static bool
is_ours(const char *s, size_t n, unsigned port)
{
	static const char *const hosts[] = { "127.0.0.1", "localhost" };
	char want[40];
	size_t i;

	for (i = 0; i < sizeof(hosts) / sizeof(*hosts); i++) {
		snprintf(want, sizeof(want), "%s:%u", hosts[i], port);
		if (strlen(want) == n && strncasecmp(want, s, n) == 0)
			return true;
	}
	return false;
}

static int
read_line(struct http_request *q, const char *s, const char *end)
{
	const char *target, *space, *cut;

	if (end - s > 4 && strncmp(s, "GET ", 4) == 0)
		target = s + 4;
	else if (end - s > 5 && strncmp(s, "HEAD ", 5) == 0) {
		target = s + 5;
		q->head = true;
	} else
		return 405;
	space = memchr(target, ' ', (size_t)(end - target));
	if (space == NULL || end - space != 9 ||
	    (strncmp(space, " HTTP/1.1", 9) != 0 &&
	    strncmp(space, " HTTP/1.0", 9) != 0) || *target != '/')
		return 400;
	target++;
	cut = memchr(target, '?', (size_t)(space - target));
	if (cut == NULL)
		cut = space;
	if (!is_name(target, (size_t)(cut - target)))
		return 404;
	memcpy(q->name, target, (size_t)(cut - target));
	q->name[cut - target] = '\0';
	return 200;
}

/* What the fields of a head say, as far as they can forbid an answer. */
struct fields {
	unsigned	 hosts;
	bool		 ours, foreign, away, goes, body, broken;
};

static bool
is_field(const char *s, size_t n, const char *name)
{
	return strlen(name) == n && strncasecmp(s, name, n) == 0;
}

static void
read_field(struct fields *f, const char *s, const char *end, unsigned port)
{
	const char *colon = memchr(s, ':', (size_t)(end - s)), *v;
	size_t n, len;

	/* A line that is folded, or a blank in a name, hides something. */
	if (colon == NULL || colon == s || *s == ' ' || *s == '\t' ||
	    colon[-1] == ' ' || colon[-1] == '\t') {
		f->broken = true;
		return;
	}
	n = (size_t)(colon - s);
	for (v = colon + 1; v < end && (*v == ' ' || *v == '\t');)
		v++;
	len = (size_t)(end - v);
	while (len > 0 && (v[len - 1] == ' ' || v[len - 1] == '\t'))
		len--;
	if (is_field(s, n, "host")) {
		f->hosts++;
		f->ours = is_ours(v, len, port);
	} else if (is_field(s, n, "origin"))
		f->foreign |= len < 7 || strncasecmp(v, "http://", 7) != 0 ||
		    !is_ours(v + 7, len - 7, port);
	else if (is_field(s, n, "sec-fetch-site"))
		f->away = !is_field(v, len, "same-origin") &&
		    !is_field(v, len, "none");
	else if (is_field(s, n, "sec-fetch-mode"))
		f->goes = is_field(v, len, "navigate");
	else if (is_field(s, n, "transfer-encoding") ||
	    (is_field(s, n, "content-length") && !is_field(v, len, "0")))
		f->body = true;
}

void
http_read(struct http_request *q, const char *s, size_t len, unsigned port)
{
	const char *end = s + len, *line;
	struct fields f = { 0 };
	int status;

	memset(q, 0, sizeof(*q));
	q->status = 400;
	if (memchr(s, '\0', len) != NULL ||
	    (line = memmem(s, len, "\r\n", 2)) == NULL)
		return;
	status = read_line(q, s, line);
	for (s = line + 2; s < end; s = line + 2) {
		line = memmem(s, (size_t)(end - s), "\r\n", 2);
		if (line == NULL || line == s)
			break;
		read_field(&f, s, line, port);
	}
	if (f.broken || f.body || f.hosts != 1)
		return;
	if (!f.ours || f.foreign || (f.away && !f.goes))
		q->status = 403;
	else
		q->status = status;
}

static const char *
reason(int status)
{
	switch (status) {
	case 200:
		return "OK";
	case 400:
		return "Bad Request";
	case 403:
		return "Forbidden";
	case 404:
		return "Not Found";
	case 405:
		return "Method Not Allowed";
	case 408:
		return "Request Timeout";
	case 431:
		return "Request Header Fields Too Large";
	default:
		return "Service Unavailable";
	}
}

void
http_head(struct buf *b, int status, const char *type, size_t len)
{
	buf_addf(b, "HTTP/1.1 %d %s\r\n", status, reason(status));
	if (status == 405)
		buf_adds(b, "Allow: GET, HEAD\r\n");
	buf_addf(b, "Content-Type: %s\r\nContent-Length: %zu\r\n", type, len);
	buf_adds(b, "Connection: close\r\nCache-Control: no-store\r\n"
	    "X-Content-Type-Options: nosniff\r\n"
	    "Cross-Origin-Resource-Policy: same-origin\r\n"
	    "Cross-Origin-Opener-Policy: same-origin\r\n"
	    "Referrer-Policy: no-referrer\r\n"
	    "Content-Security-Policy: default-src 'none'; style-src 'self'; "
	    "script-src 'self'; img-src 'self' data:; connect-src 'self'; "
	    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	    "\r\n\r\n");
}

const char *
http_type(const char *name)
{
	static const char *const types[][2] = {
		{ ".html", "text/html; charset=utf-8" },
		{ ".pdf", "application/pdf" },
		{ ".css", "text/css; charset=utf-8" },
		{ ".js", "text/javascript; charset=utf-8" },
		{ ".csv", "text/csv; charset=utf-8" },
		{ ".ics", "text/calendar; charset=utf-8" },
		{ ".png", "image/png" }, { ".jpg", "image/jpeg" },
		{ ".svg", "image/svg+xml" },
		{ ".xlsx", "application/vnd.openxmlformats-officedocument."
		    "spreadsheetml.sheet" }
	};
	const char *dot = strrchr(name, '.');
	size_t i;

	for (i = 0; dot != NULL && i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(types[i][0], dot) == 0)
			return types[i][1];
	return "application/octet-stream";
}
