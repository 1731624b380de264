#!/usr/bin/env python3
"""What PDF/UA-1 and PDF/A-2u ask that qpdf's JSON can tell.

usage: pdf_rules.py FILE.pdf...   prints each breach; status 1 if any.

Of the Matterhorn protocol's conditions for machines, those of checkpoints 01,
02, 05 to 07, 09, 11, 13 to 15, 17 to 21, 25, 26, 28, 30 and 31 that concern
what our files hold.  Not judged here, and for a validator of its own: widths
in the programs of CFF fonts (those of TrueType fonts are), the grammar of the
file beyond what qpdf reads, conditions for people (whether alternative texts
and the order of reading make sense, contrast).
"""
import base64
import json
import re
import struct
import subprocess
import sys

STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index
NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead
TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu
Figure Formula Form""".split())
PAINT = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Tj", b"TJ",
         b"'", b'"', b"Do", b"sh", b"EI"}
TOKEN = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<<|>>|<[^>]*>"
                   rb"|\[|\]|/[^\s<>\[\]()/]*|[^\s<>\[\]()/]+", re.S)


class File:
    def __init__(self, path):
        out = subprocess.run(
            ["qpdf", "--json=2", "--json-stream-data=inline",
             "--decode-level=generalized", path], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        self.objects = json.loads(out.stdout)["qpdf"][1]
        self.path, self.bad = path, 0
        trailer = self.objects["trailer"]["value"]
        self.root = self.get(trailer["/Root"])
        self.trailer = trailer

    def get(self, x):
        while isinstance(x, str) and re.fullmatch(r"\d+ \d+ R", x):
            o = self.objects.get("obj:" + x)
            if o is None:
                return None
            x = o["value"] if "value" in o else o["stream"]["dict"]
        return x

    def data(self, ref):
        s = self.objects["obj:" + ref]["stream"]
        return base64.b64decode(s.get("data", ""))

    def fail(self, what):
        self.bad += 1
        if self.bad <= 20:
            print("%s: %s" % (self.path, what))

    def want(self, ok, what):
        if not ok:
            self.fail(what)


def catalog(f):
    r = f.root
    f.want(r.get("/Lang"), "no language")
    f.want(f.get(r.get("/MarkInfo", {})).get("/Marked") is True, "not marked")
    f.want(f.get(r.get("/ViewerPreferences", {})).get("/DisplayDocTitle"),
           "title not displayed")
    f.want("/PageLabels" in r and "/Outlines" in r, "no labels or outline")
    for key in ("/OpenAction", "/AA", "/AcroForm", "/OCProperties",
                "/Collection"):
        f.want(key not in r, key + " in the catalogue")
    f.want("/JavaScript" not in f.get(r.get("/Names", {})), "JavaScript")
    f.want("/ID" in f.trailer and "/Encrypt" not in f.trailer, "trailer")
    intents = f.get(r.get("/OutputIntents", []))
    f.want(len(intents) == 1, "output intent")
    for i in intents:
        ref = f.get(i)["/DestOutputProfile"]
        icc = f.data(ref)
        f.want(f.get(ref).get("/N") == 3 and icc[36:40] == b"acsp" and
               icc[16:20] == b"RGB " and
               int.from_bytes(icc[:4], "big") == len(icc), "profile")
    xmp = f.data(r["/Metadata"]).decode()
    f.want("/Filter" not in f.get(r["/Metadata"]), "metadata are filtered")
    f.want(re.search("<dc:title><rdf:Alt><rdf:li [^>]*>[^<]", xmp), "no title")
    f.want(re.fullmatch("u:(en|ja)([-][A-Za-z0-9]+)*", r.get("/Lang", "")),
           "language " + r.get("/Lang", ""))
    f.want(not f.get(r.get("/MarkInfo", {})).get("/Suspects"), "suspects")
    f.want("/RoleMap" not in f.get(r["/StructTreeRoot"]), "a role map")
    f.want(not {"/Requirements", "/NeedsRendering"} & set(r), "needs more")
    f.want("/EmbeddedFiles" not in f.get(r.get("/Names", {})), "attachment")
    f.want("<pdfuaid:part>1<" in xmp and "<pdfaid:part>2<" in xmp, "claims")
    info = f.get(f.trailer["/Info"])
    for key in ("/Title", "/Author", "/Subject", "/Producer", "/Creator"):
        text = info.get(key, "u:")[2:]
        text = text.replace("&", "&amp;").replace("<", "&lt;")
        f.want(text.replace(">", "&gt;") in xmp, key + " differs in XMP")


def moment(s):
    """A date of the Info dictionary as XMP writes it."""
    m = re.fullmatch("D:(....)(..)(..)(..)(..)(..)(Z|[+-]..'..'?)", s)
    if m is None:
        return None
    zone = m[7].replace("'", ":").strip(":")
    return "%s-%s-%sT%s:%s:%s%s" % (m.groups()[:6] + (zone,))


def frame(f):
    """The bytes around the objects, and the dates."""
    with open(f.path, "rb") as file:
        head = file.read(20)
    f.want(re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}", head), "head of the file")
    info = f.get(f.trailer["/Info"])
    xmp = f.data(f.root["/Metadata"]).decode()
    for key, tag in (("/CreationDate", "CreateDate"),
                     ("/ModDate", "ModifyDate")):
        day = moment(info.get(key, "u:")[2:])
        said = re.search("<xmp:%s>([^<]*)<" % tag, xmp)
        f.want(day and said and said[1].replace("Z", "+00:00") ==
               day.replace("Z", "+00:00"), "%s: %s, in XMP %s" %
               (key, day, said and said[1]))
    for o in f.objects.values():
        d = o.get("stream", {}).get("dict", {})
        f.want(not {"/F", "/FFilter", "/FDecodeParms"} & set(d), "outer file")
        f.want(not re.search("LZW|Crypt|JBIG", str(d.get("/Filter"))),
               "filter")


def leaves(f):
    """The pages in their order."""
    out, stack = [], [f.root["/Pages"]]
    while stack:
        ref = stack.pop()
        n = f.get(ref)
        if n["/Type"] == "/Page":
            out.append(ref)
        else:
            stack.extend(reversed(n["/Kids"]))
    return out


def outline(f, pages):
    """Each entry leads to a page, none before the one above it."""
    count, last = 0, 0
    at = f.get(f.root["/Outlines"]).get("/First")
    stack = []
    while at or stack:
        if not at:
            at = stack.pop()
            continue
        e = f.get(at)
        count += 1
        f.want(e.get("/Title", "u:") != "u:", "outline without words")
        to = f.get(e.get("/Dest"))
        if isinstance(to, str):
            to = None
        page = pages.get(to[0]) if to else None
        f.want(page is not None and page >= last, "outline: %s leads to %s" %
               (e.get("/Title"), page))
        last = page or last
        stack.append(e.get("/Next"))
        at = e.get("/First")
    f.want(count > 0, "an empty outline")


def number_tree(f, ref, out):
    n = f.get(ref)
    for kid in n.get("/Kids", []):
        number_tree(f, kid, out)
    nums = n.get("/Nums", [])
    for i in range(0, len(nums), 2):
        out[nums[i]] = nums[i + 1]


def columns(f, row):
    n = 0
    for k in row["/K"]:
        cell = f.get(k)
        a = f.get(cell.get("/A", {}))
        n += a.get("/ColSpan", 1)
        f.want(cell["/S"] != "/TH" or a.get("/Scope") in
               ("/Row", "/Column"), "TH without scope")
    return n


def heads(f, rows):
    """A table has cells that tell what the others are."""
    kinds = [[f.get(k)["/S"] for k in r["/K"]] for r in rows]
    return any("/TH" in k for k in kinds)


def structure(f):
    tree = f.get(f.root["/StructTreeRoot"])
    top = tree["/K"] if isinstance(tree["/K"], list) else [tree["/K"]]
    last, notes, stack = 0, set(), [(k, None, None) for k in
                                 reversed(top)]
    # what may stand below; of the others anything
    holds = {"Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
             "TR": {"TH", "TD"}, "L": {"LI", "L", "Caption"},
             "LI": {"Lbl", "LBody"}, "TOC": {"TOCI", "TOC", "Caption"},
             "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC", "Link",
                      "Span"}}
    inside = {"TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"},
              "Lbl": {"LI", "Note"}, "LBody": {"LI"}, "TOCI": {"TOC"}}
    while stack:
        ref, up, upper = stack.pop()
        e = f.get(ref)
        s = e["/S"][1:]
        f.want(s in STANDARD, "type " + s)
        f.want(s not in inside or up in inside[s], "%s in %s" % (s, up))
        if re.fullmatch("H[1-6]", s):
            f.want(int(s[1]) <= last + 1, "heading %s after H%d" % (s, last))
            last = int(s[1])
        if s == "Figure":
            f.want(e.get("/Alt", "u:") != "u:", "figure without words")
        if s == "Note":
            f.want(e.get("/ID") not in notes and "/ID" in e, "note id")
            notes.add(e.get("/ID"))
        f.want(re.fullmatch("u:(en|ja)", e.get("/Lang", "u:en")),
               "language of %s: %s" % (s, e.get("/Lang")))
        f.want(e["/P"] == (upper if upper else f.root["/StructTreeRoot"]),
               "%s does not know what it stands in" % s)
        if s == "L":
            f.want("/ListNumbering" in f.get(e.get("/A", {})), "list numbers")
        kids = e.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        below = [f.get(k) for k in kids if isinstance(k, str)]
        below = [k["/S"][1:] for k in below if isinstance(k, dict) and
                 "/S" in k]
        if s in holds:
            f.want(len(below) == len(kids), "words right in %s" % s)
            f.want(set(below) <= holds[s], "in %s: %s" %
                   (s, set(below) - holds.get(s, set())))
            f.want(s != "LI" or below in (["Lbl", "LBody"], ["LBody"]),
                   "an item of %s" % below)
            f.want(s not in ("L", "TR", "TOC") or below, "an empty " + s)
            f.want(below.count("Caption") < 2 and "Caption" not in
                   below[1:-1], "a caption amidst %s" % s)
        if s == "Table":
            rows = [f.get(k) for k in kids]
            rows = [r for r in rows if r["/S"] == "/TR"]
            f.want(rows and heads(f, rows), "a table without heads")
            f.want(len({columns(f, r) for r in rows}) <= 1,
                   "a table whose rows differ in columns: %s" %
                   sorted({columns(f, r) for r in rows}))
        for k in reversed(kids):
            if isinstance(k, str) and "/S" in f.get(k):
                stack.append((k, s, ref))


def order(f):
    """(page, mark) of the structure, with element and language."""
    out = {}
    top = f.get(f.root["/StructTreeRoot"])["/K"]
    stack = [(top, None, f.root["/Lang"][2:])]
    while stack:
        ref, page, lang = stack.pop()
        if isinstance(ref, list):
            stack.extend((k, page, lang) for k in reversed(ref))
            continue
        if isinstance(ref, tuple):
            out.setdefault(ref[0], []).append(ref[1:])
            continue
        e = f.get(ref)
        page = e.get("/Pg", page)
        lang = e.get("/Lang", "u:" + lang)[2:]
        kids = e.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        for k in reversed(kids):
            if isinstance(k, int):
                k = (page, k, ref, lang)
            elif isinstance(k, dict) and "/MCID" in k:
                k = (k["/Pg"], k["/MCID"], ref, lang)
            elif isinstance(k, dict):
                continue
            stack.append((k, page, lang))
    return out


def says(f, font):
    """What the codes of a font say."""
    cmap = f.data(f.get(font)["/ToUnicode"]).decode()
    return {bytes.fromhex(a): bytes.fromhex(b).decode("utf-16-be") for a, b in
            re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", cmap)}


ESCAPE = re.compile(rb"\\(.)", re.S)


def unescaped(t):
    if t[:1] == b"<":
        return bytes.fromhex(t[1:-1].decode())
    return ESCAPE.sub(lambda m: b"\r" if m[1] == b"r" else m[1], t[1:-1])


def spoken(f, page, fonts, marks):
    """The words of each mark; Japanese is said to be Japanese."""
    mcid = font = last = None
    words = {}
    for t in TOKEN.findall(f.data(page["/Contents"])):
        if t == b"EMC":
            mcid = None
        elif last == b"/MCID":
            mcid = int(t)
        elif t[:2] == b"/F" and t[2:].isdigit():
            font = fonts[t.decode()]
        elif t[:1] in b"(<" and t[:2] != b"<<" and mcid is not None and \
                last != b"/ActualText":
            s = unescaped(t)
            text = "".join(font.get(s[i:i + 2], "") for i in
                           range(0, len(s), 2))
            words[mcid] = words.get(mcid, "") + text
            f.want(marks.get(mcid) == "ja" or
                   not re.search("[ぁ-んァ-ヶ]", text),
                   "Japanese said to be %s: %s" % (marks.get(mcid), text))
        last = t
    return words


def pages(f, parents):
    count = 0
    reading = order(f)
    fonts = {}
    for key, o in f.objects.items():
        p = o.get("value")
        if not isinstance(p, dict) or p.get("/Type") != "/Page":
            continue
        count += 1
        f.want(p.get("/Tabs") == "/S", "tab order")
        marked = f.get(parents.get(p.get("/StructParents"), []))
        ref = key[4:]
        ids = [m[0] for m in reading.get(ref, [])]
        f.want(sorted(ids) == list(range(len(marked))), "marks that nothing "
               "holds, or held twice")
        # cells that go on from page to page come when their row does
        f.want(ids == sorted(ids), "words in another order than they stand")
        for mcid, elem, _ in reading.get(ref, []):
            f.want(mcid < len(marked) and marked[mcid] == elem,
                   "a mark and its element differ")
        for name, font in f.get(f.get(p["/Resources"]).get("/Font",
                                                           {})).items():
            if font not in fonts:
                fonts[font] = says(f, font)
        named = {n: fonts[r] for n, r in
                 f.get(f.get(p["/Resources"]).get("/Font", {})).items()}
        words = spoken(f, p, named, {m: lang for m, _, lang in
                                     reading.get(ref, [])})
        for mcid, elem, _ in reading.get(ref, []):
            f.want(f.get(elem)["/S"] != "/Link" or words.get(mcid, "x").strip(),
                   "a link without words")
        content(f, f.data(p["/Contents"]), len(marked))
        f.want("/Lang" not in p and "/AA" not in p, "keys of a page")
        for x in f.get(f.get(p["/Resources"]).get("/XObject", {})).values():
            x = f.get(x)
            f.want(not {"/Ref", "/OPI", "/PS", "/Alternates"} & set(x) and
                   x["/Subtype"] in ("/Image", "/Form") and
                   x.get("/Interpolate") is not True, "outer object")
        for a in f.get(p.get("/Annots", [])):
            n = f.get(a)
            f.want(n["/Subtype"] == "/Link" and n.get("/F") == 4 and
                   n.get("/Contents", "u:") != "u:", "annotation")
            f.want(not re.match("u:[a-z]+[.-][0-9]", n["/Contents"]),
                   "a link told by its name: " + n["/Contents"])
            box, media = n["/Rect"], f.get(p["/MediaBox"])
            f.want(media[0] <= box[0] < box[2] <= media[2] and
                   media[1] <= box[1] < box[3] <= media[3],
                   "a link beside the page: %s" % box)
            f.want("/Dest" not in n or f.get(n["/Dest"][0])["/Type"] ==
                   "/Page", "a link to no page")
            e = f.get(parents.get(n.get("/StructParent")))
            f.want(e and e["/S"] == "/Link" and any(
                isinstance(k, dict) and k.get("/Obj") == a
                for k in e["/K"]), "link without its element")
            act = f.get(n.get("/A", {}))
            f.want(not act or (act["/S"] == "/URI" and re.match(
                "u:(https?://|mailto:)", act["/URI"])), "action")
    f.want(count > 0, "no page")


def content(f, data, marks):
    depth = q = 0
    last = b""
    seen, mcid = set(), None
    for t in TOKEN.findall(data):
        if t == b"BDC" or t == b"BMC":
            depth += 1
            if mcid is not None:
                f.want(mcid not in seen, "mark twice")
                seen.add(mcid)
            mcid = None
        elif t == b"EMC":
            depth -= 1
        elif t == b"q":
            q += 1
        elif t == b"Q":
            q -= 1
        elif t in PAINT:
            f.want(depth == 1, "painted outside of a mark, or within two")
        elif last == b"/MCID":
            mcid = int(t)
        elif last == b"/ActualText":
            f.want(t not in (b"()", b"<>", b"<FEFF>"), "a mark without words")
        last = t
    f.want(depth == 0 and q == 0, "marks or states are not balanced")
    f.want(seen == set(range(marks)), "marks and parents differ")


def advances(program):
    """Of a TrueType font, in thousandths."""
    tables = {}
    for i in range(struct.unpack_from(">H", program, 4)[0]):
        tag, _, at, n = struct.unpack_from(">4sLLL", program, 12 + 16 * i)
        tables[tag] = program[at:at + n]
    em = struct.unpack_from(">H", tables[b"head"], 18)[0]
    n = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    glyphs = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
    long = [struct.unpack_from(">H", tables[b"hmtx"], 4 * i)[0] * 1000 / em
            for i in range(n)]
    return long + long[-1:] * (glyphs - n)


def widths(f, v, cid, w):
    """What the file says of widths is what the font says."""
    d = f.get(cid["/FontDescriptor"])
    if "/FontFile2" not in d:
        return
    font = advances(f.data(d["/FontFile2"]))
    glyphs = None
    if cid["/CIDToGIDMap"] != "/Identity":
        glyphs = f.data(cid["/CIDToGIDMap"])
    for i in range(0, len(w), 2):
        for k, said in enumerate(w[i + 1], w[i]):
            g = k if glyphs is None else struct.unpack_from(
                ">H", glyphs, 2 * k)[0] if 2 * k < len(glyphs) else -1
            if not 0 < g < len(font) or abs(font[g] - said) > 1:
                f.fail("%s: %d is said to be %s wide" % (v["/BaseFont"], k,
                                                         said))
                return


def fonts(f):
    for key, o in f.objects.items():
        v = o.get("value")
        if not isinstance(v, dict) or v.get("/Subtype") != "/Type0":
            continue
        cid = f.get(v["/DescendantFonts"][0])
        d = f.get(cid["/FontDescriptor"])
        f.want(v["/Encoding"] == "/Identity-H", "encoding")
        f.want("/FontFile2" in d or "/FontFile3" in d, "font not embedded")
        f.want(cid["/Subtype"] != "/CIDFontType2" or "/CIDToGIDMap" in cid,
               "no map to glyphs")
        info = f.get(cid["/CIDSystemInfo"])
        f.want((info["/Registry"], info["/Ordering"], info["/Supplement"]) ==
               ("u:Adobe", "u:Identity", 0), "system of characters")
        name = cid["/BaseFont"]
        f.want(name == d["/FontName"] and re.match("/[A-Z]{6}[+]", name) and
               v["/BaseFont"] in (name, name + "-Identity-H"),
               "name of a part: %s %s" % (v["/BaseFont"], name))
        widths(f, v, cid, f.get(cid["/W"]))
        cmap = f.data(v["/ToUnicode"]).decode()
        says = {int(a, 16): b for a, b in
                re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", cmap)}
        w, used = f.get(cid["/W"]), set()
        for i in range(0, len(w), 2):
            used |= set(range(w[i], w[i] + len(w[i + 1])))
        f.want(used <= set(says), "%s: glyphs that say nothing: %s" %
               (v["/BaseFont"], sorted(used - set(says))[:5]))
        f.want(0 not in used, "the glyph of what is missing")
        f.want(not {"0000", "FEFF", "FFFE"} & set(says.values()), "no text")


def main():
    bad = 0
    for path in sys.argv[1:]:
        f = File(path)
        parents = {}
        catalog(f)
        frame(f)
        number_tree(f, f.get(f.root["/StructTreeRoot"])["/ParentTree"],
                    parents)
        structure(f)
        outline(f, {ref: i for i, ref in enumerate(leaves(f))})
        pages(f, parents)
        fonts(f)
        bad += f.bad
    sys.exit(bad > 0)


main()
