#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/image.h"
#include "base/map.h"
#include "out/html.h"
#include "out/out.h"

static void
base64(struct buf *b, const unsigned char *s, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned v;
	size_t i, k, len;

	for (i = 0; i < n; i += 3) {
		len = n - i < 3 ? n - i : 3;
		v = (unsigned)s[i] << 16;
		if (len > 1)
			v |= (unsigned)s[i + 1] << 8;
		if (len > 2)
			v |= s[i + 2];
		for (k = 0; k < 4; k++)
			buf_addc(b, k <= len ?
			    digits[v >> (18 - 6 * k) & 63] : '=');
	}
}

static int
nibble(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* 'sha256-...' of what stands between the tags. */
static void
source(struct buf *b, const struct buf *text)
{
	unsigned char sum[32];
	char hex[65];
	size_t i;

	hash_bytes(text->len > 0 ? text->s : "", text->len, hex);
	for (i = 0; i < sizeof(sum); i++)
		sum[i] = (unsigned char)(nibble(hex[2 * i]) << 4 |
		    nibble(hex[2 * i + 1]));
	buf_adds(b, "'sha256-");
	base64(b, sum, sizeof(sum));
	buf_addc(b, '\'');
}

static void
attribute(struct buf *b, const char *name, const char *value)
{
	buf_addf(b, " %s=\"", name);
	html_escape(b, value);
	buf_addc(b, '"');
}

void
html_articles(const struct html *h, struct buf *b)
{
	const struct html_page *p;

	for (p = h->pages; p < h->pages + h->len; p++) {
		buf_adds(b, "<article class=\"page\" id=\"");
		html_escape(b, p->address + 1);
		buf_adds(b, "\" data-class=\"");
		html_page_class(h, p, b);
		buf_addc(b, '"');
		attribute(b, "data-no", p->node->number);
		attribute(b, "data-title", p->node->text);
		buf_addf(b, " data-up=\"%ld\"%s>\n", p->up == NULL ? -1L :
		    (long)(p->up - h->pages),
		    p->node->aside ? " data-aside" : "");
		html_crumbs(h, p, b);
		html_content(h, p, b);
		html_children(h, p, b);
		html_edit(h, p, b);
		html_steps(h, p, b);
		buf_adds(b, "</article>\n");
	}
}

static const char *
data_address(struct html *h, const char *media, const void *bytes, size_t len)
{
	struct buf b = BUF_INIT;
	const char *s;

	buf_addf(&b, "data:%s;base64,", media);
	base64(&b, bytes, len);
	s = arena_dup(h->arena, b.s, b.len);
	buf_done(&b);
	return s;
}

/* Each image stands in the file once for each place that shows it. */
void
html_inline_images(struct html *h)
{
	static const char *const logos[][2] = {
		{ "logo.svg", "image/svg+xml" }, { "logo.png", "image/png" },
		{ "logo.jpg", "image/jpeg" }
	};
	const struct out_meta *m = h->meta;
	const struct node *n;
	const void *bytes;
	struct image im;
	size_t i, len;
	bool enter;

	for (i = 0; h->logo == NULL && i < sizeof(logos) / sizeof(*logos);
	    i++)
		if ((bytes = m->file(m->file_data, logos[i][0], &len)) != NULL)
			h->logo = data_address(h, logos[i][1], bytes, len);
	h->images = map_new(h->arena);
	for (i = 0; i < h->len; i++)
		for (n = NULL; (n = node_step(h->pages[i].node, n,
		    &enter)) != NULL;) {
			if (!enter || n->type != NODE_IMAGE ||
			    n->name == NULL || n->w <= 0 || n->h <= 0 ||
			    m->image == NULL ||
			    map_get(h->images, n->name) != NULL)
				continue;
			bytes = m->image(m->image_data, n->name, &len);
			if (bytes != NULL &&
			    image_look(&im, bytes, len) == IMAGE_FINE)
				map_put(h->images, n->name, (void *)(uintptr_t)
				    data_address(h, image_media(&im), bytes,
				    len));
		}
}

/* Put new in the place of the first old; what stands before and it. */
static const char *
swap(struct buf *out, const char *s, const char *end, const char *old,
    const struct buf *new)
{
	const char *at = memmem(s, (size_t)(end - s), old, strlen(old));

	if (at == NULL)
		return s;
	buf_add(out, s, (size_t)(at - s));
	buf_add(out, new->s, new->len);
	return at + strlen(old);
}

static void
asset(const struct html *h, const char *name, struct buf *b)
{
	const char *s;
	size_t len;

	if ((s = h->meta->file(h->meta->file_data, name, &len)) != NULL)
		buf_add(b, s, len);
}

void
html_inline(const struct html *h, const char *page, size_t len,
    struct buf *out)
{
	const char *end = page + len;
	struct buf style = BUF_INIT, script = BUF_INIT, b = BUF_INIT;

	asset(h, "style.css", &style);
	asset(h, "own.css", &style);
	asset(h, "site.js", &script);
	buf_adds(&b, "default-src 'none'; style-src ");
	source(&b, &style);
	buf_adds(&b, "; script-src ");
	source(&b, &script);
	buf_adds(&b, "; img-src data:;");
	page = swap(out, page, end, "default-src 'none'; style-src 'self'; "
	    "script-src 'self'; img-src 'self' data:;", &b);
	buf_clear(&b);
	buf_adds(&b, "<style>");
	buf_add(&b, style.s, style.len);
	buf_adds(&b, "</style>");
	page = swap(out, page, end, "<link rel=\"stylesheet\" "
	    "href=\"style.css\">", &b);
	buf_clear(&b);
	buf_adds(&b, "<script>");
	buf_add(&b, script.s, script.len);
	buf_adds(&b, "</script>");
	page = swap(out, page, end, "<script src=\"site.js\"></script>", &b);
	buf_clear(&b);
	buf_addf(&b, "href=\"%s\"", h->pages->address);
	page = swap(out, page, end, "href=\"index.html\"", &b);
	buf_add(out, page, (size_t)(end - page));
	buf_done(&style);
	buf_done(&script);
	buf_done(&b);
}
