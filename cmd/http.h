#ifndef CMD_HTTP_H
#define CMD_HTTP_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

#define HTTP_REQUEST_MAX	8192	/* bytes of a request, head and all */

/*
 * A request as far as the preview understands it.  What is not exactly what
 * a browser on this machine sends for a file of the site has a status.
 */
struct http_request {
	int	 status;	/* 200, or why it is refused */
	bool	 head;		/* HEAD, not GET */
	char	 name[256];	/* of the file, "" for the home page */
};

/* True when the bytes hold a whole head. */
bool http_whole(const char *, size_t len);
/*
 * Read a whole head of a request that came to a port of the loopback address.
 * Only its own names are taken as host and as origin, so that no other site
 * can reach the preview through the reader's browser.
 */
void http_read(struct http_request *, const char *, size_t len,
    unsigned port);
/* Append the head of an answer with a body of so many bytes. */
void http_head(struct buf *, int status, const char *type, size_t len);
/* The media type of a file of the site by its suffix. */
const char *http_type(const char *name);

#endif
