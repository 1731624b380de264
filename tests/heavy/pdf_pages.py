#!/usr/bin/env python3
"""Do the page numbers that the book prints lead to what they name?

usage: pdf_pages.py MANUAL.pdf   prints each that does not; status 1 if any.
"""
import re
import subprocess
import sys

WORDS = {"en": ("Contents", "List of tables", "List of figures",
                "Table {}. ", "Figure {}. "),
         "ja": ("目次", "表一覧", "図一覧", "表{}", "図{}")}


def squeeze(s):
    return re.sub(r"\s+", "", s)


def pages(path):
    out = subprocess.run(["pdftotext", "-layout", path, "-"],
                         stdout=subprocess.PIPE, check=True)
    return out.stdout.decode().split("\f")[:-1]


def listed(all_pages, words):
    """(kind, number, text, page) of the two lists; a text may be two lines."""
    kind, before = None, ""
    for page in all_pages[2:8]:
        lines = page.strip().split("\n")
        if not any(squeeze(x).endswith(words[0]) for x in lines[:3]):
            continue
        for line in lines[1:-1]:
            s = line.strip()
            if s == words[1] or s == words[2]:
                kind, before = words[3 + (s == words[2])], ""
                continue
            m = kind and re.match(r"(\d+)\s\s+(.*?)\s+(\d+)$", s)
            if m:
                yield kind, int(m[1]), m[2], int(m[3])


def folios(all_pages, lang):
    """(id, page) of the conformity matrix."""
    head = {"en": "Conformity matrix", "ja": "適合表"}[lang]
    for page in all_pages:
        if any(squeeze(x).endswith("C" + squeeze(head))
               for x in page.strip().split("\n")[:3]):
            for m in re.finditer(r"\b([A-Z]{2,3}-\d{4}) (\d{1,3})(?=[,\s])",
                                 page):
                yield m[1], int(m[2])


def main():
    bad = n = 0
    book = pages(sys.argv[1])
    lang = "ja" if any(squeeze(p).find("表一覧") >= 0 for p in book[:8]) \
        else "en"
    words = WORDS[lang]
    flat = [squeeze(p) for p in book]
    last = {}
    for kind, number, text, page in listed(book, words):
        n += 1
        text = re.split(r"[:：] ?", text)[-1]
        want = squeeze(kind.format(number)) + squeeze(text)
        if number != last.get(kind, 0) + 1:
            bad += 1
            print("list jumps to", kind.format(number))
        last[kind] = number
        if page > len(book) or want not in flat[page - 1]:
            # only the last part of its name need be the caption's
            head = squeeze(kind.format(number))
            if page > len(book) or head not in flat[page - 1] or \
                    squeeze(text) not in flat[page - 1]:
                bad += 1
                print("%s %s: not on page %d" % (head, text, page))
    pairs = 0
    for text, page in folios(book, lang):
        pairs += 1
        if page > len(book) or text not in book[page - 1]:
            bad += 1
            print("%s: not on page %d" % (text, page))
    if pairs < 100:
        bad += 1
        print("conformity matrix: %d pages of records" % pairs)
    if n < 20 or len(last) < 2:
        bad += 1
        print("lists of tables and figures: %d entries" % n)
    sys.exit(bad > 0)


main()
