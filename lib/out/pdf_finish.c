#include <qpdf/qpdf-c.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "out/out.h"
#include "out/pdf.h"

/*
 * What Cairo leaves out of a tagged PDF, added by libqpdf: the mark that it
 * is tagged, its language, metadata, dates as the format wants them, the
 * meaning of colours, words for figures, the scope of table heads, and that
 * what has no tag is an artifact.  Only what is missing is added.
 */

/* Where icc-profiles-free puts it. */
static const char *const profiles[] = {
	"/usr/share/color/icc/sRGB.icc",
	"/usr/share/color/icc/ghostscript/srgb.icc"
};

struct finish {
	struct pdf	*p;
	qpdf_data	 q;
	size_t		 figure;	/* the next one of the texts */
};

static void
put(struct finish *f, qpdf_oh d, const char *key, qpdf_oh value)
{
	if (!qpdf_oh_has_key(f->q, d, key))
		qpdf_oh_replace_key(f->q, d, key, value);
}

static void
set(struct finish *f, qpdf_oh d, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(f->q, d, key, value);
}

static qpdf_oh
text(struct finish *f, const char *s)
{
	return qpdf_oh_new_unicode_string(f->q, s != NULL ? s : "");
}

/* ---- the document ---- */

static void
escape(struct buf *b, const char *s)
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

static void
add_stream(struct finish *f, qpdf_oh stream, const char *s, size_t n)
{
	qpdf_oh_replace_stream_data(f->q, stream, (const unsigned char *)s, n,
	    qpdf_oh_new_null(f->q), qpdf_oh_new_null(f->q));
}

static void
xmp(struct finish *f, qpdf_oh root)
{
	const struct out_meta *m = f->p->meta;
	const char *day = m->asof != NULL && strlen(m->asof) == 10 ?
	    m->asof : "2000-01-01";
	struct buf b = BUF_INIT;
	qpdf_oh s;

	buf_adds(&b, "<?xpacket begin=\"\xef\xbb\xbf\" "
	    "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf="
	    "\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	    "<rdf:Description rdf:about=\"\""
	    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
	    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
	    "<dc:format>application/pdf</dc:format>\n"
	    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
	escape(&b, m->title);
	buf_adds(&b, "</rdf:li></rdf:Alt></dc:title>\n"
	    "<dc:creator><rdf:Seq><rdf:li>");
	escape(&b, m->organisation);
	buf_addf(&b, "</rdf:li></rdf:Seq></dc:creator>\n"
	    "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>"
	    "</dc:language>\n"
	    "<xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate>\n"
	    "<xmp:ModifyDate>%sT00:00:00Z</xmp:ModifyDate>\n"
	    "<xmp:CreatorTool>ismsc %s</xmp:CreatorTool>\n",
	    m->lang == LANG_JA ? "ja" : "en", day, day, ISMSC_VERSION);
	buf_adds(&b, "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
	    "<?xpacket end=\"w\"?>");
	s = qpdf_oh_new_stream(f->q);
	add_stream(f, s, b.s, b.len);
	put(f, qpdf_oh_get_dict(f->q, s), "/Type",
	    qpdf_oh_new_name(f->q, "/Metadata"));
	put(f, qpdf_oh_get_dict(f->q, s), "/Subtype",
	    qpdf_oh_new_name(f->q, "/XML"));
	put(f, root, "/Metadata", s);
	buf_done(&b);
}

static void
info(struct finish *f)
{
	const struct out_meta *m = f->p->meta;
	qpdf_oh trailer = qpdf_get_trailer(f->q), d;
	char date[32] = "D:20000101000000Z";

	d = qpdf_oh_get_key(f->q, trailer, "/Info");
	if (!qpdf_oh_is_dictionary(f->q, d))
		return;
	if (m->asof != NULL && strlen(m->asof) == 10) {
		memcpy(date + 2, m->asof, 4);
		memcpy(date + 6, m->asof + 5, 2);
		memcpy(date + 8, m->asof + 8, 2);
	}
	set(f, d, "/Title", text(f, m->title));
	set(f, d, "/Author", text(f, m->organisation));
	set(f, d, "/Subject", text(f, m->number));
	set(f, d, "/Creator", text(f, "ismsc " ISMSC_VERSION));
	set(f, d, "/Producer", text(f, "ismsc with Pango, Cairo and qpdf"));
	set(f, d, "/CreationDate", qpdf_oh_new_string(f->q, date));
	set(f, d, "/ModDate", qpdf_oh_new_string(f->q, date));
}

static void
intent(struct finish *f, qpdf_oh root)
{
	struct buf b = BUF_INIT;
	qpdf_oh s, all;
	size_t i;

	for (i = 0; i < sizeof(profiles) / sizeof(profiles[0]); i++)
		if (fs_read(profiles[i], 1 << 20, &b) == 0 && b.len > 0)
			break;
	if (i < sizeof(profiles) / sizeof(profiles[0])) {
		s = qpdf_oh_new_stream(f->q);
		add_stream(f, s, b.s, b.len);
		put(f, qpdf_oh_get_dict(f->q, s), "/N",
		    qpdf_oh_new_integer(f->q, 3));
		all = qpdf_oh_parse(f->q, "[ << /Type /OutputIntent "
		    "/S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
		    "/Info (sRGB IEC61966-2.1) >> ]");
		put(f, qpdf_oh_get_array_item(f->q, all, 0),
		    "/DestOutputProfile", s);
		put(f, root, "/OutputIntents", all);
	}
	buf_done(&b);
}

static void
document(struct finish *f)
{
	qpdf_oh root = qpdf_get_root(f->q);

	put(f, root, "/MarkInfo", qpdf_oh_parse(f->q, "<< /Marked true >>"));
	qpdf_oh_replace_key(f->q, root, "/Lang", qpdf_oh_new_string(f->q,
	    f->p->meta->lang == LANG_JA ? "ja" : "en"));
	put(f, root, "/ViewerPreferences",
	    qpdf_oh_parse(f->q, "<< /DisplayDocTitle true >>"));
	put(f, root, "/PageMode", qpdf_oh_new_name(f->q, "/UseOutlines"));
	xmp(f, root);
	info(f);
	intent(f, root);
}

/* ---- the structure ---- */

static bool
is_type(struct finish *f, qpdf_oh e, const char *type)
{
	qpdf_oh t = qpdf_oh_get_key(f->q, e, "/S");
	bool is = strcmp(qpdf_oh_get_name(f->q, t), type) == 0;

	qpdf_oh_release(f->q, t);
	return is;
}

/*
 * A head beside a cell is that of its row, else of its column.  Heads stand
 * first, so that most rows are done with a look at two of theirs.
 */
static void
scopes(struct finish *f, qpdf_oh kids)
{
	int i, n = qpdf_oh_get_array_n_items(f->q, kids);
	bool cells, head = true;
	qpdf_oh e;

	if (n == 0)
		return;
	e = qpdf_oh_get_array_item(f->q, kids, n - 1);
	cells = is_type(f, e, "/TD");
	qpdf_oh_release(f->q, e);
	for (i = 0; i < n && (head || !cells || n == 4); i++) {
		e = qpdf_oh_get_array_item(f->q, kids, i);
		head = is_type(f, e, "/TH");
		if (head)
			put(f, e, "/A", qpdf_oh_parse(f->q, cells ?
			    "<< /O /Table /Scope /Row >>" :
			    "<< /O /Table /Scope /Column >>"));
		qpdf_oh_release(f->q, e);
	}
}

/* Can a figure or a row of a table lie below? */
static bool
holds_more(const char *type)
{
	static const char *const types[] = { "/Document", "/Table", "/Div",
	    "/BlockQuote", "/L", "/LI", "/LBody", "/Note" };
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strcmp(types[i], type) == 0)
			return true;
	return false;
}

/* Elements in the order of the book; figures get their words so. */
static void
element(struct finish *f, qpdf_oh e, unsigned depth)
{
	qpdf_oh type, kids, kid;
	const char *s;
	bool row, more;
	int i, n;

	if (depth > 500 || !qpdf_oh_is_dictionary(f->q, e) ||
	    !qpdf_oh_has_key(f->q, e, "/S"))
		return;
	type = qpdf_oh_get_key(f->q, e, "/S");
	s = qpdf_oh_get_name(f->q, type);
	row = strcmp(s, "/TR") == 0;
	more = holds_more(s);
	if (strcmp(s, "/Figure") == 0 && f->figure < f->p->nalt)
		put(f, e, "/Alt", text(f, f->p->alt[f->figure++]));
	qpdf_oh_release(f->q, type);
	if (!row && !more)
		return;
	kids = qpdf_oh_get_key(f->q, e, "/K");
	if (!qpdf_oh_is_array(f->q, kids)) {
		if (more)
			element(f, kids, depth + 1);
	} else if (row) {
		scopes(f, kids);
	} else {
		n = qpdf_oh_get_array_n_items(f->q, kids);
		for (i = 0; i < n; i++) {
			kid = qpdf_oh_get_array_item(f->q, kids, i);
			element(f, kid, depth + 1);
			qpdf_oh_release(f->q, kid);
		}
	}
	qpdf_oh_release(f->q, kids);
}

static void
structure(struct finish *f)
{
	qpdf_oh tree = qpdf_oh_get_key(f->q, qpdf_get_root(f->q),
	    "/StructTreeRoot"), kids;
	int i, n;

	if (!qpdf_oh_is_dictionary(f->q, tree))
		return;
	kids = qpdf_oh_get_key(f->q, tree, "/K");
	if (!qpdf_oh_is_array(f->q, kids)) {
		element(f, kids, 0);
		return;
	}
	n = qpdf_oh_get_array_n_items(f->q, kids);
	for (i = 0; i < n; i++)
		element(f, qpdf_oh_get_array_item(f->q, kids, i), 0);
}

/* ---- artifacts ---- */

/* The next token of a content stream from i on; strings are one token. */
static size_t
token(const char *s, size_t n, size_t i)
{
	unsigned deep = 0;

	if (s[i] == '(') {
		for (; i < n; i++)
			if (s[i] == '\\')
				i++;
			else if (s[i] == '(')
				deep++;
			else if (s[i] == ')' && --deep == 0)
				return i + 1;
		return n;
	}
	while (i < n && s[i] != '(' && s[i] != ' ' && s[i] != '\n')
		i++;
	return i;
}

/* The end of the line at i when it begins a mark, else 0. */
static size_t
marks(const char *s, size_t i, size_t n)
{
	const char *end = memchr(s + i, '\n', n - i);

	if (end == NULL)
		end = s + n;
	return end - (s + i) > 4 && memcmp(end - 4, " BDC", 4) == 0 ?
	    (size_t)(end - s) : 0;
}

/*
 * Everything outside of marked content becomes an artifact.  Cairo marks
 * outside of text objects only, and each mark on a line of its own, so that
 * the marks nest.
 */
static void
mark(const char *s, size_t n, struct buf *out)
{
	size_t i = 0, end, begin, done = 0;
	bool artifact = false;
	unsigned deep = 0;

	while (i < n) {
		if (s[i] == ' ' || s[i] == '\n') {
			i++;
			continue;
		}
		end = token(s, n, i);
		end = end == i ? i + 1 : end;
		begin = deep == 0 && s[i] == '/' ? marks(s, i, n) : 0;
		if (begin > 0) {
			buf_add(out, s + done, i - done);
			if (artifact)
				buf_adds(out, "EMC\n");
			artifact = false;
			done = i;
			deep = 1;
			end = begin;
		} else if (deep > 0 && end - i == 3) {
			if (memcmp(s + i, "BDC", 3) == 0)
				deep++;
			else if (memcmp(s + i, "EMC", 3) == 0)
				deep--;
		} else if (deep == 0 && !artifact) {
			buf_add(out, s + done, i - done);
			buf_adds(out, "/Artifact BMC\n");
			artifact = true;
			done = i;
		}
		i = end;
	}
	buf_add(out, s + done, n - done);
	if (artifact)
		buf_adds(out, "\nEMC\n");
}

static void
artifacts(struct finish *f)
{
	int i, n = qpdf_get_num_pages(f->q);
	qpdf_oh page, stream;
	unsigned char *s;
	struct buf b = BUF_INIT;
	QPDF_BOOL filtered;
	size_t len;

	for (i = 0; i < n; i++) {
		page = qpdf_get_page_n(f->q, (size_t)i);
		stream = qpdf_oh_get_key(f->q, page, "/Contents");
		s = NULL;
		if (qpdf_oh_is_stream(f->q, stream) &&
		    (qpdf_oh_get_stream_data(f->q, stream, qpdf_dl_generalized,
		    &filtered, &s, &len) & QPDF_ERRORS) == 0 && filtered) {
			buf_clear(&b);
			mark((const char *)s, len, &b);
			add_stream(f, stream, b.s, b.len);
		}
		free(s);
		qpdf_oh_replace_key(f->q, page, "/Tabs",
		    qpdf_oh_new_name(f->q, "/S"));
	}
	buf_done(&b);
}

int
pdf_finish(struct pdf *p, const struct buf *in, struct buf *out)
{
	struct finish f = { .p = p, .q = qpdf_init() };
	int rc = -1;

	qpdf_silence_errors(f.q);
	qpdf_set_suppress_warnings(f.q, QPDF_TRUE);
	if ((qpdf_read_memory(f.q, "manual", in->s, in->len, NULL) &
	    QPDF_ERRORS) != 0)
		goto out;
	document(&f);
	structure(&f);
	artifacts(&f);
	if (qpdf_has_error(f.q) ||
	    (qpdf_init_write_memory(f.q) & QPDF_ERRORS) != 0)
		goto out;
	qpdf_set_deterministic_ID(f.q, QPDF_TRUE);
	qpdf_set_object_stream_mode(f.q, qpdf_o_generate);
	qpdf_set_minimum_pdf_version(f.q, "1.7");
	if ((qpdf_write(f.q) & QPDF_ERRORS) != 0)
		goto out;
	buf_add(out, (const char *)qpdf_get_buffer(f.q),
	    qpdf_get_buffer_length(f.q));
	rc = 0;
out:
	qpdf_cleanup(&f.q);
	if (rc != 0)
		errno = EIO;
	return rc;
}
