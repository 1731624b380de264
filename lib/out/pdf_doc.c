#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "out/out.h"
#include "out/pdf.h"
#include "out/pdf_pen.h"

/* What belongs to the document and to no page of it. */

#define LEAF	64	/* names to a leaf of the tree of destinations */

static const char *
day_of(const struct out_meta *m)
{
	return m->asof != NULL && strlen(m->asof) == 10 ? m->asof :
	    "2000-01-01";
}

/*
 * What the file claims to be.  PDF/UA is not among the words that PDF/A knows,
 * so that it must be explained there.
 */
static void
claims(const struct pdf_pen *pen, struct buf *b)
{
	buf_adds(b, "<rdf:Description rdf:about=\"\" xmlns:pdfuaid="
	    "\"http://www.aiim.org/pdfua/ns/id/\">"
	    "<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n");
	/* colours of a press have no meaning in our profile */
	if (pen->inks)
		return;
	buf_adds(b, "<rdf:Description rdf:about=\"\" xmlns:pdfaid="
	    "\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>2"
	    "</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
	    "</rdf:Description>\n");
	buf_adds(b, "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension="
	    "\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema="
	    "\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty="
	    "\"http://www.aiim.org/pdfa/ns/property#\">\n"
	    "<pdfaExtension:schemas><rdf:Bag><rdf:li "
	    "rdf:parseType=\"Resource\">"
	    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema"
	    "</pdfaSchema:schema><pdfaSchema:namespaceURI>"
	    "http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
	    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
	    "<pdfaSchema:property><rdf:Seq><rdf:li "
	    "rdf:parseType=\"Resource\">"
	    "<pdfaProperty:name>part</pdfaProperty:name>"
	    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
	    "<pdfaProperty:category>internal</pdfaProperty:category>"
	    "<pdfaProperty:description>Part of the standard"
	    "</pdfaProperty:description></rdf:li></rdf:Seq>"
	    "</pdfaSchema:property></rdf:li></rdf:Bag>"
	    "</pdfaExtension:schemas></rdf:Description>\n");
}

static unsigned
metadata(struct pdf_pen *pen)
{
	const struct out_meta *m = pen->p->meta;
	unsigned id = pdf_file_id(pen->file);
	const char *day = day_of(m);
	struct buf b = BUF_INIT;

	buf_adds(&b, "<?xpacket begin=\"\xef\xbb\xbf\" "
	    "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf="
	    "\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	    "<rdf:Description rdf:about=\"\""
	    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
	    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
	    "<dc:format>application/pdf</dc:format>\n"
	    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
	pdf_xml(&b, m->title);
	buf_adds(&b, "</rdf:li></rdf:Alt></dc:title>\n"
	    "<dc:creator><rdf:Seq><rdf:li>");
	pdf_xml(&b, m->organisation);
	buf_addf(&b, "</rdf:li></rdf:Seq></dc:creator>\n"
	    "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>"
	    "</dc:language>\n"
	    "<xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate>\n"
	    "<xmp:ModifyDate>%sT00:00:00Z</xmp:ModifyDate>\n"
	    "<xmp:CreatorTool>ismsc %s</xmp:CreatorTool>\n"
	    "<pdf:Producer>ismsc %s</pdf:Producer>\n",
	    lang_code(m->lang), day, day, ISMSC_VERSION,
	    ISMSC_VERSION);
	if (m->number != NULL && *m->number != '\0') {
		buf_adds(&b, "<dc:description><rdf:Alt>"
		    "<rdf:li xml:lang=\"x-default\">");
		pdf_xml(&b, m->number);
		buf_adds(&b, "</rdf:li></rdf:Alt></dc:description>\n");
	}
	buf_adds(&b, "</rdf:Description>\n");
	claims(pen, &b);
	buf_adds(&b, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
	pdf_file_plain_stream(pen->file, id, "/Type /Metadata /Subtype /XML",
	    b.s, b.len);
	buf_done(&b);
	return id;
}

static unsigned
info(struct pdf_pen *pen)
{
	const struct out_meta *m = pen->p->meta;
	unsigned id = pdf_file_id(pen->file);
	struct buf *b = pdf_file_begin(pen->file, id);
	const char *d = day_of(m);

	buf_adds(b, "<< /Title ");
	pdf_text_string(b, m->title != NULL ? m->title : "");
	buf_adds(b, " /Author ");
	pdf_text_string(b, m->organisation != NULL ? m->organisation : "");
	buf_adds(b, " /Subject ");
	pdf_text_string(b, m->number != NULL ? m->number : "");
	buf_addf(b, " /Creator (ismsc %s) /Producer (ismsc %s) "
	    "/CreationDate (D:%.4s%.2s%.2s000000Z) "
	    "/ModDate (D:%.4s%.2s%.2s000000Z) >>", ISMSC_VERSION,
	    ISMSC_VERSION, d, d + 5, d + 8, d, d + 5, d + 8);
	pdf_file_end(pen->file);
	return id;
}

/* The meaning of colours. */
static unsigned
profile(struct pdf_pen *pen)
{
	struct buf b = BUF_INIT;
	unsigned id = pdf_file_id(pen->file);

	pdf_icc(&b);
	pdf_file_stream(pen->file, id, "/N 3", b.s, b.len);
	buf_done(&b);
	return id;
}

/* ---- outline ---- */

struct entry {
	unsigned	 id, up, first, last, prev, next;
	int		 count;
};

static unsigned
level_of(const struct pdf_mark *m)
{
	return m->level < 1 ? 1 : m->level > 6 ? 6 : m->level;
}

/* Link the entries; e[0] is the root. */
static void
nest(const struct pdf *p, struct entry *e)
{
	unsigned open[8] = { 0 }, level, k, up;
	size_t i;

	for (i = 1; i <= p->nmark; i++) {
		level = level_of(&p->mark[i - 1]);
		up = open[level - 1];
		for (k = level; k < 8; k++)
			open[k] = (unsigned)i;
		e[i].up = up;
		e[i].prev = e[up].last;
		if (e[up].last != 0)
			e[e[up].last].next = (unsigned)i;
		else
			e[up].first = (unsigned)i;
		e[up].last = (unsigned)i;
		e[up].count++;
	}
}

static void
put_ref(struct buf *b, const char *key, const struct entry *e, unsigned n)
{
	if (n != 0)
		buf_addf(b, "/%s %u 0 R ", key, e[n].id);
}

static unsigned
outline(struct pdf_pen *pen)
{
	const struct pdf *p = pen->p;
	struct entry *e = arena_alloc(p->keep, (p->nmark + 1) * sizeof(*e));
	const struct pdf_place *at;
	struct buf *b;
	size_t i;

	for (i = 0; i <= p->nmark; i++)
		e[i].id = pdf_file_id(pen->file);
	nest(p, e);
	for (i = 1; i <= p->nmark; i++) {
		at = map_get(p->places, p->mark[i - 1].anchor);
		b = pdf_file_begin(pen->file, e[i].id);
		buf_adds(b, "<< /Title ");
		pdf_text_string(b, p->mark[i - 1].title);
		buf_addf(b, " /Parent %u 0 R ", e[e[i].up].id);
		put_ref(b, "Prev", e, e[i].prev);
		put_ref(b, "Next", e, e[i].next);
		put_ref(b, "First", e, e[i].first);
		put_ref(b, "Last", e, e[i].last);
		if (e[i].count > 0)
			buf_addf(b, "/Count %d ", -e[i].count);
		if (e[i].up == 0)
			buf_adds(b, "/F 2 ");
		if (at != NULL && at->page > 0) {
			buf_adds(b, "/Dest ");
			pdf_pen_place(pen, b, at);
		}
		buf_adds(b, " >>");
		pdf_file_end(pen->file);
	}
	b = pdf_file_begin(pen->file, e[0].id);
	buf_addf(b, "<< /Type /Outlines /Count %d ", e[0].count);
	put_ref(b, "First", e, e[0].first);
	put_ref(b, "Last", e, e[0].last);
	buf_adds(b, ">>");
	pdf_file_end(pen->file);
	return e[0].id;
}

/* ---- named places, so that others can link into the book ---- */

struct name {
	const char	*name;
	const struct pdf_place *at;
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct name *)a)->name,
	    ((const struct name *)b)->name);
}

static size_t
gather(const struct pdf *p, struct name *list)
{
	const struct map_slot *s;
	const struct pdf_place *at;
	size_t i, n = 0, k;

	for (i = 0; i < map_len(p->places); i++) {
		s = map_at(p->places, i);
		at = s->value;
		if (at->page == 0 || strncmp(s->key, "outline.", 8) == 0)
			continue;
		list[n].name = pdf_dest(p->keep, s->key);
		list[n++].at = at;
	}
	qsort(list, n, sizeof(*list), by_name);
	for (i = k = 0; i < n; i++)
		if (k == 0 || strcmp(list[k - 1].name, list[i].name) != 0)
			list[k++] = list[i];
	return k;
}

static unsigned
names(struct pdf_pen *pen)
{
	struct name *list = arena_alloc(pen->p->keep,
	    (map_len(pen->p->places) + 1) * sizeof(*list));
	size_t n = gather(pen->p, list), i, end;
	unsigned root = pdf_file_id(pen->file), leaf;
	struct buf kids = BUF_INIT, *b;

	for (i = 0; i < n; i = end) {
		end = i + LEAF < n ? i + LEAF : n;
		leaf = pdf_file_id(pen->file);
		buf_addf(&kids, "%u 0 R ", leaf);
		b = pdf_file_begin(pen->file, leaf);
		buf_addf(b, "<< /Limits [(%s) (%s)] /Names [", list[i].name,
		    list[end - 1].name);
		for (; i < end; i++) {
			buf_addf(b, "(%s)", list[i].name);
			pdf_pen_place(pen, b, list[i].at);
		}
		buf_adds(b, "] >>");
		pdf_file_end(pen->file);
	}
	b = pdf_file_begin(pen->file, root);
	buf_addf(b, "<< /Kids [%s] >>", kids.s != NULL ? kids.s : "");
	pdf_file_end(pen->file);
	buf_done(&kids);
	return root;
}

void
pdf_doc_write(struct pdf_pen *pen, struct buf *out)
{
	const struct pdf *p = pen->p;
	unsigned tree = pdf_pen_structure(pen), marks = outline(pen),
	    dests = names(pen), about = info(pen), icc = profile(pen),
	    root = pdf_file_id(pen->file), meta;
	struct buf *b;
	size_t i;

	/* what the file may claim to be is known when its fonts are */
	pdf_pen_done(pen);
	meta = metadata(pen);
	b = pdf_file_begin(pen->file, pen->pagetree);
	buf_addf(b, "<< /Type /Pages /Count %zu /Kids [", p->npage);
	for (i = 0; i < p->npage; i++)
		buf_addf(b, "%u 0 R ", pen->pages[i]);
	buf_adds(b, "] >>");
	pdf_file_end(pen->file);
	b = pdf_file_begin(pen->file, root);
	buf_addf(b, "<< /Type /Catalog /Pages %u 0 R /Outlines %u 0 R "
	    "/PageMode /UseOutlines /Names << /Dests %u 0 R >> "
	    "/StructTreeRoot %u 0 R /MarkInfo << /Marked true >> /Lang (%s) "
	    "/ViewerPreferences << /DisplayDocTitle true >> "
	    "/Metadata %u 0 R ", pen->pagetree, marks, dests, tree,
	    lang_code(p->meta->lang), meta);
	buf_addf(b, "/PageLabels << /Nums [0 << /S /D >>] >> "
	    "/OutputIntents [ << /Type /OutputIntent "
	    "/S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
	    "/Info (sRGB IEC61966-2.1) /DestOutputProfile %u 0 R >> "
	    "] >>", icc);
	pdf_file_end(pen->file);
	pdf_file_done(pen->file, root, about, out);
}
