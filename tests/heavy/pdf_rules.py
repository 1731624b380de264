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
        f.want(cell["/S"] != "/TH" or "/Scope" in a, "TH without scope")
    return n


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
            f.want(below.count("Caption") < 2 and "Caption" not in
                   below[1:-1], "a caption amidst %s" % s)
        if s == "Table":
            rows = [f.get(k) for k in kids]
            rows = [r for r in rows if r["/S"] == "/TR"]
            f.want(len({columns(f, r) for r in rows}) <= 1,
                   "a table whose rows differ in columns: %s" %
                   sorted({columns(f, r) for r in rows}))
        for k in reversed(kids):
            if isinstance(k, str) and "/S" in f.get(k):
                stack.append((k, s, ref))


def pages(f, parents):
    count = 0
    for key, o in f.objects.items():
        p = o.get("value")
        if not isinstance(p, dict) or p.get("/Type") != "/Page":
            continue
        count += 1
        f.want(p.get("/Tabs") == "/S", "tab order")
        marked = f.get(parents.get(p.get("/StructParents"), []))
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
                   n.get("/Contents"), "annotation")
            e = f.get(parents.get(n.get("/StructParent")))
            f.want(e and e["/S"] == "/Link" and any(
                isinstance(k, dict) and k.get("/Obj") == a
                for k in e["/K"]), "link without its element")
            act = f.get(n.get("/A", {}))
            f.want(not act or (act["/S"] == "/URI" and re.match(
                "u:(https?://|mailto:)", act["/URI"])), "action")
    f.want(count > 0, "no page")


def content(f, data, marks):
    depth = q = spans = 0
    last = b""
    tag = lang = None
    seen, mcid = set(), None
    for t in TOKEN.findall(data):
        if t == b"BDC" and tag == b"/Span" and lang is not None:
            # words of another language, within the mark of their element
            f.want(lang in (b"(ja)", b"(en)") and spans == 0 and depth == 1,
                   "a span that says no language")
            spans += 1
            lang = None
        elif t == b"EMC" and spans:
            spans -= 1
        elif t == b"BDC" or t == b"BMC":
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
        elif last == b"/Lang":
            lang = t
        elif t == b"<<":
            tag = last
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
        number_tree(f, f.get(f.root["/StructTreeRoot"])["/ParentTree"],
                    parents)
        structure(f)
        pages(f, parents)
        fonts(f)
        bad += f.bad
    sys.exit(bad > 0)


main()
