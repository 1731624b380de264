#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/utf8.h"
#include "base/width.h"
#include "out/xlsx.h"
#include "out/zip.h"

/*
 * Office Open XML as far as a register needs it: texts in place, dates and
 * numbers.  A library would bring charts and formulas, which nobody wants
 * here, and temporary files; these parts are fixed but the sheet itself.
 */
#define COLUMNS_MAX	64
#define TEXT_MAX	32767	/* UTF-16 units of a cell, by the format */
#define NAME_MAX_31	31	/* characters of a sheet's name */
#define EPOCH		"1899-12-30"	/* day 0 of spreadsheets */

struct xlsx {
	struct buf	 rows;
	size_t		 row, col, cols;
	size_t		 width[COLUMNS_MAX];
	bool		 begun;		/* the row */
	date_day	 epoch;
};

static const char types[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
    "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
    "vnd.openxmlformats-package.relationships+xml\"/><Default Extension="
    "\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/"
    "workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
    "officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName="
    "\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd."
    "openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override "
    "PartName=\"/xl/styles.xml\" ContentType=\"application/vnd."
    "openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";

#define REL	"http://schemas.openxmlformats.org/officeDocument/2006/" \
		"relationships"
#define RELS	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"" \
		"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/" \
		"package/2006/relationships\">"
#define MAIN	"http://schemas.openxmlformats.org/spreadsheetml/2006/main"

static const char root_rels[] = RELS
    "<Relationship Id=\"rId1\" Type=\"" REL "/officeDocument\" Target=\"xl/"
    "workbook.xml\"/></Relationships>";

static const char book_rels[] = RELS
    "<Relationship Id=\"rId1\" Type=\"" REL "/worksheet\" Target=\""
    "worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" REL
    "/styles\" Target=\"styles.xml\"/></Relationships>";

/* Styles: 0 text, wrapped and at the top; 1 a head; 2 a date; 3 a number. */
static const char styles[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"1\"><numFmt numFmtId="
    "\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"2\">"
    "<font><sz val=\"10\"/><name val=\"Calibri\"/></font><font><b/><sz val="
    "\"10\"/><name val=\"Calibri\"/></font></fonts><fills count=\"3\"><fill>"
    "<patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\""
    "><fgColor rgb=\"FFE3EEF1\"/><bgColor indexed=\"64\"/></patternFill>"
    "</fill></fills><borders count=\"1\"><border><left/><right/><top/>"
    "<bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf "
    "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"4\"><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">"
    "<alignment vertical=\"top\" wrapText=\"1\"/></xf><xf numFmtId=\"49\" "
    "fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" "
    "applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" "
    "wrapText=\"1\"/></xf><xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">"
    "<alignment horizontal=\"left\" vertical=\"top\"/></xf><xf numFmtId="
    "\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyAlignment=\"1\"><alignment vertical=\"top\"/></xf></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
    "builtinId=\"0\"/></cellStyles></styleSheet>";

struct xlsx *
xlsx_new(void)
{
	struct xlsx *x = calloc(1, sizeof(*x));

	if (x == NULL)
		arena_exhausted();
	date_parse(EPOCH, &x->epoch);
	return x;
}

void
xlsx_done(struct xlsx *x)
{
	if (x == NULL)
		return;
	buf_done(&x->rows);
	free(x);
}

/* What stands for a character that cannot stand for itself, or NULL. */
static const char *
entity(uint32_t c)
{
	if (c == '&')
		return "&amp;";
	if (c == '<')
		return "&lt;";
	if (c == '>')
		return "&gt;";
	if (c == '"')
		return "&quot;";
	return c == UTF8_BAD || c == 0xfffe || c == 0xffff ||
	    (c < ' ' && c != '\t' && c != '\n') || c == 0x7f ?
	    "\xef\xbf\xbd" : NULL;
}

/* What XML 1.0 may hold, escaped; at most so many UTF-16 units. */
static void
xml(struct buf *b, const char *s, size_t most)
{
	size_t left = strlen(s), units = 0, n;
	const char *from = s, *e;
	uint32_t c;

	for (; left > 0; s += n, left -= n) {
		c = (unsigned char)*s;
		n = c < 0x80 ? 1 : utf8_get(s, left, &c);
		units += c != UTF8_BAD && c > 0xffff ? 2 : 1;
		if (units >= most && left > n) {
			buf_add(b, from, (size_t)(s - from));
			buf_adds(b, "\xe2\x80\xa6");
			return;
		}
		if ((e = entity(c)) == NULL)
			continue;
		buf_add(b, from, (size_t)(s - from));
		buf_adds(b, e);
		from = s + n;
	}
	buf_add(b, from, (size_t)(s - from));
}

/* "A1", "AB20": a column is a number in letters. */
static void
place(struct buf *b, size_t col, size_t row)
{
	if (col >= 26)
		buf_addc(b, (int)('A' + col / 26 - 1));
	buf_addf(b, "%c%zu", (int)('A' + col % 26), row + 1);
}

/* A number that a spreadsheet reads back as it was: no more than digits. */
static bool
is_number(const char *s)
{
	size_t n = 0, dot = 0;

	if (*s == '-')
		s++;
	if (*s == '0' && s[1] != '.' && s[1] != '\0')
		return false;
	for (; *s != '\0'; s++) {
		if (*s == '.' && n > 0 && s[1] != '\0')
			dot++;
		else if (*s >= '0' && *s <= '9')
			n++;
		else
			return false;
	}
	return n > 0 && n <= 15 && dot <= 1;
}

static void
grow(struct xlsx *x, const char *text)
{
	const char *end;
	size_t w;

	for (; *text != '\0'; text = *end == '\0' ? end : end + 1) {
		end = text + strcspn(text, "\n");
		w = width_of(text, (size_t)(end - text));
		if (w > x->width[x->col])
			x->width[x->col] = w;
	}
}

static void
begin(struct xlsx *x)
{
	if (!x->begun)
		buf_addf(&x->rows, "<row r=\"%zu\">", x->row + 1);
	x->begun = true;
}

void
xlsx_cell(struct xlsx *x, const char *text, bool number)
{
	struct buf *b = &x->rows;
	date_day day;

	if (x->col == COLUMNS_MAX)
		return;
	begin(x);
	if (text == NULL || *text == '\0') {
		x->col++;
		return;
	}
	grow(x, text);
	buf_adds(b, "<c r=\"");
	place(b, x->col, x->row);
	if (x->row > 0 && strlen(text) == 10 && date_parse(text, &day) &&
	    day >= x->epoch + 61)
		buf_addf(b, "\" s=\"2\"><v>%ld</v></c>",
		    (long)(day - x->epoch));
	else if (x->row > 0 && number && is_number(text))
		buf_addf(b, "\" s=\"3\"><v>%s</v></c>", text);
	else {
		buf_addf(b, "\" s=\"%d\" t=\"inlineStr\"><is><t xml:space="
		    "\"preserve\">", x->row == 0);
		xml(b, text, TEXT_MAX);
		buf_adds(b, "</t></is></c>");
	}
	x->col++;
}

void
xlsx_row(struct xlsx *x)
{
	begin(x);
	buf_adds(&x->rows, "</row>\n");
	if (x->col > x->cols)
		x->cols = x->col;
	x->col = 0;
	x->row++;
	x->begun = false;
}

static void
sheet(const struct xlsx *x, struct buf *b)
{
	size_t i, w, cols = x->cols > 0 ? x->cols : 1,
	    rows = x->row > 0 ? x->row : 1;

	buf_adds(b, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone="
	    "\"yes\"?>\n<worksheet xmlns=\"" MAIN "\"><dimension ref=\"A1:");
	place(b, cols - 1, rows - 1);
	buf_adds(b, "\"/><sheetViews><sheetView workbookViewId=\"0\"><pane "
	    "ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state="
	    "\"frozen\"/></sheetView></sheetViews><sheetFormatPr "
	    "defaultRowHeight=\"15\"/><cols>");
	for (i = 0; i < cols; i++) {
		w = x->width[i] + 2;
		w = w < 8 ? 8 : w > 60 ? 60 : w;
		buf_addf(b, "<col min=\"%zu\" max=\"%zu\" width=\"%zu\" "
		    "customWidth=\"1\"/>", i + 1, i + 1, w);
	}
	buf_adds(b, "</cols><sheetData>");
	buf_add(b, x->rows.s, x->rows.len);
	buf_adds(b, "</sheetData><autoFilter ref=\"A1:");
	place(b, cols - 1, rows - 1);
	buf_adds(b, "\"/><pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" "
	    "bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/><pageSetup "
	    "paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
	    "</worksheet>");
}

/* Without the signs that a sheet's name cannot have. */
static void
book(const char *name, size_t cols, size_t rows, struct buf *b)
{
	struct buf n = BUF_INIT;
	size_t left = strlen(name), len, chars = 0;
	uint32_t c;

	for (; left > 0 && chars < NAME_MAX_31; name += len, left -= len) {
		len = utf8_get(name, left, &c);
		if (c == UTF8_BAD || c < ' ' || c > 0xffff ||
		    (c < 0x80 && strchr("[]:*?/\\'", (int)c) != NULL))
			continue;
		buf_add(&n, name, len);
		chars++;
	}
	buf_adds(b, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone="
	    "\"yes\"?>\n<workbook xmlns=\"" MAIN "\" xmlns:r=\"" REL "\">"
	    "<sheets><sheet name=\"");
	xml(b, n.len > 0 ? n.s : "Register", TEXT_MAX);
	buf_adds(b, "\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>"
	    "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" "
	    "hidden=\"1\">'");
	xml(b, n.len > 0 ? n.s : "Register", TEXT_MAX);
	buf_adds(b, "'!$A$1:$");
	if (cols > 26)
		buf_addc(b, (int)('A' + (cols - 1) / 26 - 1));
	buf_addf(b, "%c$%zu</definedName></definedNames></workbook>",
	    (int)('A' + (cols - 1) % 26), rows);
	buf_done(&n);
}

int
xlsx_finish(struct xlsx *x, struct zip_press *press, const char *name,
    date_day day, struct buf *out)
{
	struct buf one = BUF_INIT, all = BUF_INIT, zip = BUF_INIT;
	int rc;

	sheet(x, &one);
	book(name, x->cols > 0 ? x->cols : 1, x->row > 0 ? x->row : 1, &all);
	{
		const struct zip_member members[] = {
			{ "[Content_Types].xml", types, sizeof(types) - 1,
			    true },
			{ "_rels/.rels", root_rels, sizeof(root_rels) - 1,
			    true },
			{ "xl/workbook.xml", all.s, all.len, false },
			{ "xl/_rels/workbook.xml.rels", book_rels,
			    sizeof(book_rels) - 1, true },
			{ "xl/styles.xml", styles, sizeof(styles) - 1,
			    true },
			{ "xl/worksheets/sheet1.xml", one.s, one.len, false }
		};

		rc = zip_bytes(press, members,
		    sizeof(members) / sizeof(*members), day, &zip);
	}
	if (rc == 0)
		buf_add(out, zip.s, zip.len);
	buf_done(&one);
	buf_done(&all);
	buf_done(&zip);
	return rc;
}
