#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/image.h"
#include "diag/diag.h"
#include "out/shell.h"

/* What a page cannot do without. */
static const char *const needed[] = {
	"{{lang}}", "{{title}}", "{{class}}", "{{nav}}", "{{breadcrumbs}}",
	"{{content}}", "{{children}}", "{{steps}}", "{{asof}}",
	"<meta http-equiv=\"Content-Security-Policy\" content=\""
	"default-src 'none'; style-src 'self'; script-src 'self'; "
	"img-src 'self' data:; base-uri 'none'; form-action 'none'\">",
	"<link rel=\"stylesheet\" href=\"style.css\">", "id=\"Content\""
};

/* The slots besides the words of the standard, which have a dot. */
static const char *const slots[] = {
	"lang", "title", "class", "manual", "organisation", "number",
	"edition", "classification", "commit", "asof", "nav", "breadcrumbs",
	"outline", "content", "children", "steps", "edit", "logo",
	"languages"
};

const char *
shell_slots(struct arena *a)
{
	struct buf b = BUF_INIT;
	const char *all;
	size_t i;

	for (i = 0; i < sizeof(needed) / sizeof(*needed); i++)
		if (needed[i][0] == '{')
			buf_addf(&b, "%s%s", b.len > 0 ? " " : "", needed[i]);
	for (i = 0; i < sizeof(slots) / sizeof(*slots); i++) {
		const char *one = arena_printf(a, "{{%s}}", slots[i]);

		if (strstr(b.s, one) == NULL)
			buf_addf(&b, " %s", one);
	}
	all = arena_str(a, b.s);
	buf_done(&b);
	return all;
}

static struct pos
place(const char *path, const char *from, const char *at)
{
	struct pos pos = { path, 1, 0, 0 };

	for (; from < at; from++)
		if (*from == '\n')
			pos.line++;
	return pos;
}

static bool
refuse(struct diags *ds, const char *path, const char *from, const char *at,
    const char *en, const char *ja)
{
	diag_add(ds, D_TPL_REFUSED, place(path, from, at), NULL, "what_en",
	    en, "what_ja", ja, NULL);
	return false;
}

/* The element that a page's frame has not, by its name. */
static bool
refuse_tag(struct diags *ds, const char *path, const char *from,
    const char *at, size_t n)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, "<");
	buf_add(&b, at + 1, n > 20 ? 20 : n);
	buf_addc(&b, '>');
	refuse(ds, path, from, at, b.s, b.s);
	buf_done(&b);
	return false;
}

static const char *
find(const char *from, const char *end, const char *word)
{
	size_t n = strlen(word);

	for (; from + n <= end; from++)
		if (strncasecmp(from, word, n) == 0)
			return from;
	return NULL;
}

static bool
is_slot(const char *name, size_t n)
{
	size_t i;

	if (n > 4 && strncmp(name, "out.", 4) == 0 && n < 40)
		return strspn(name, "abcdefghijklmnopqrstuvwxyz_.") >= n;
	for (i = 0; i < sizeof(slots) / sizeof(*slots); i++)
		if (strlen(slots[i]) == n && strncmp(slots[i], name, n) == 0)
			return true;
	return false;
}

static bool
judge_slots(struct diags *ds, const char *path, const char *s,
    const char *end)
{
	const char *open, *close;
	char name[48];
	bool fine = true;
	size_t i, n;

	for (i = 0; i < sizeof(needed) / sizeof(*needed); i++)
		if (memmem(s, (size_t)(end - s), needed[i],
		    strlen(needed[i])) == NULL) {
			diag_add(ds, D_TPL_MISSING, place(path, s, s), NULL,
			    "slot", needed[i], NULL);
			fine = false;
		}
	for (open = s; (open = memmem(open, (size_t)(end - open), "{{", 2)) !=
	    NULL; open += 2) {
		close = memmem(open, (size_t)(end - open), "}}", 2);
		n = close == NULL ? 0 : (size_t)(close - open - 2);
		if (close != NULL && is_slot(open + 2, n))
			continue;
		n = n >= sizeof(name) ? sizeof(name) - 1 : n;
		memcpy(name, open + 2, n);
		name[n] = '\0';
		diag_add(ds, D_TPL_SLOT, place(path, s, open), NULL, "slot",
		    name, NULL);
		fine = false;
	}
	return fine;
}

static bool
is_one_of(const char *s, size_t n, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strlen(*list) == n && strncasecmp(*list, s, n) == 0)
			return true;
	return false;
}

/*
 * One attribute: no handler, no style, and addresses only within the site.
 * Without a quote around it, a value could run on into a slot.
 */
static bool
attribute_fine(const char *name, size_t n, const char *value, size_t len)
{
	static const char *const addresses[] = { "href", "src", "action",
	    "formaction", "poster", "background", "xlink:href", "data",
	    "srcset", "ping", "manifest", "cite", "longdesc", NULL };

	if ((n >= 2 && strncasecmp(name, "on", 2) == 0) ||
	    (n == 5 && strncasecmp(name, "style", n) == 0) ||
	    (n == 6 && strncasecmp(name, "srcdoc", n) == 0))
		return false;
	if (!is_one_of(name, n, addresses))
		return true;
	/* A name in the folder, or a place of the page. */
	return len > 0 && strspn(value, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.#") >= len;
}

/* The attributes of a tag from its name on; the end of the tag, or NULL. */
static const char *
attributes(const char *s, const char *end)
{
	const char *name, *value;
	size_t n, len;
	char quote;

	for (;;) {
		while (s < end && strchr(" \t\r\n/", *s) != NULL)
			s++;
		if (s == end || *s == '>')
			return s == end ? NULL : s;
		name = s;
		while (s < end && strchr(" \t\r\n/>=", *s) == NULL)
			s++;
		n = (size_t)(s - name);
		value = s;
		len = 0;
		if (s < end && *s == '=') {
			if (++s == end || (*s != '"' && *s != '\''))
				return NULL;
			quote = *s++;
			value = s;
			while (s < end && *s != quote)
				s++;
			if (s == end)
				return NULL;
			len = (size_t)(s++ - value);
		}
		if (n == 0 || !attribute_fine(name, n, value, len))
			return NULL;
	}
}

static bool
judge_tags(struct diags *ds, const char *path, const char *s,
    const char *end)
{
	static const char *const tags[] = { "!doctype", "html", "head",
	    "body", "meta", "title", "link", "a", "header", "footer", "main",
	    "article", "section", "nav", "aside", "div", "span", "p", "h1",
	    "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
	    "img", "button", "input", "label", "output", "details", "summary",
	    "svg", "path", "circle", "rect", "line", "g", "strong", "em",
	    "small", "b", "i", "br", "hr", "abbr", "time", "address",
	    "figure", "figcaption", "table", "thead", "tbody", "tr", "th",
	    "td", NULL };
	static const char script[] = "<script src=\"site.js\"></script>";
	const char *at = s, *name, *shut;

	while ((at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		if ((size_t)(end - at) >= sizeof(script) - 1 &&
		    strncmp(at, script, sizeof(script) - 1) == 0) {
			at += sizeof(script) - 1;
			continue;
		}
		name = at + 1 + (at + 1 < end && at[1] == '/');
		for (shut = name; shut < end &&
		    strchr(" \t\r\n/>", *shut) == NULL;)
			shut++;
		if (!is_one_of(name, (size_t)(shut - name), tags))
			return refuse_tag(ds, path, s, at,
			    (size_t)(shut - at - 1));
		if ((shut = attributes(shut, end)) == NULL)
			return refuse(ds, path, s, at,
			    "a handler, a style or an address outside",
			    "イベント属性、style 属性又はサイト外へのアドレス");
		if (find(at, shut, "http-equiv=\"refresh") != NULL ||
		    find(at, shut, "http-equiv='refresh") != NULL)
			return refuse(ds, path, s, at, "a refresh",
			    "別のページへの自動転送（refresh）");
		at = shut;
	}
	return true;
}

/* A style may colour; it cannot load anything. */
static bool
judge_style(struct diags *ds, const char *path, const char *s,
    const char *end)
{
	static const char *const bad[] = { "@import", "url(", "</", "image-set(",
	    "image(", "-moz-binding", "\\" };
	const char *at;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if ((at = find(s, end, bad[i])) != NULL)
			/* A character of a quoted text may be escaped. */
			if (strcmp(bad[i], "\\") != 0 || (at > s &&
			    at[-1] != '"' && at[-1] != '\''))
				return refuse(ds, path, s, at, bad[i],
				    bad[i]);
	return true;
}

/* Shown as an image it could not run; what tries to is no logo. */
static bool
judge_svg(struct diags *ds, const char *path, const char *s,
    const char *end)
{
	static const char *const bad[] = { "<script", "<foreignobject",
	    "<!entity", "<!doctype", "<?xml-stylesheet", "javascript:",
	    "<iframe", "<image", "<use", "<animate", "<set", "@import",
	    "url(h", "url('h", "url(\"h", "url(/", "href", " on", "\ton",
	    "\non", "/on" };
	const char *at;
	size_t i;

	if (find(s, end, "<svg") == NULL)
		return refuse(ds, path, s, s, "no SVG at all",
		    "SVG ではないファイル");
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if ((at = find(s, end, bad[i])) != NULL)
			return refuse(ds, path, s, at, bad[i], bad[i]);
	return true;
}

bool
shell_judge(struct diags *ds, const char *path, const char *name,
    const char *bytes, size_t len)
{
	const char *dot = strrchr(name, '.'), *end = bytes + len;
	struct image im;

	if (dot == NULL)
		return false;
	if (strcmp(dot, ".png") == 0 || strcmp(dot, ".jpg") == 0)
		return image_look(&im, bytes, len) == IMAGE_FINE ||
		    refuse(ds, path, bytes, bytes, "no image",
		    "画像ではないファイル");
	if (memchr(bytes, '\0', len) != NULL)
		return refuse(ds, path, bytes, bytes, "a NUL byte",
		    "NUL バイト");
	if (strcmp(dot, ".css") == 0)
		return judge_style(ds, path, bytes, end);
	if (strcmp(dot, ".svg") == 0)
		return judge_svg(ds, path, bytes, end);
	return judge_slots(ds, path, bytes, end) &&
	    judge_tags(ds, path, bytes, end);
}
