#!/usr/bin/env python3
"""Do the words of documents come out of their PDF as they went in?

usage: pdf_text.py FOLDER DOCUMENT.md...
FOLDER holds the PDF of each document.  Prints each paragraph that is not there, word for word and in one piece, when
the file is read by its structure, and each cell of a table that is not there
by itself; status 1 if any.
"""
import os
import re
import subprocess
import sys

MARKUP = re.compile(r"[\[\]|*_`<>#~\\&\"']|https?:|[A-Z]{2,3}-\d{4}|^\s*[-+]|"
                    r"^\s*\d+\.|^\s{2,}")
CELL = re.compile(r"[\[\]*_`<>~\\&\"']|[A-Z]{2,3}-\d{4}|\d\.\d|--")
JAPANESE = "[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"


def flat(s):
    """One space between words, none beside Japanese."""
    s = re.sub(r"\s+", " ", s)
    return re.sub("(?<=%s) | (?=%s)" % (JAPANESE, JAPANESE), "", s).strip()


def structure(path):
    out = subprocess.run(["pdfinfo", "-struct-text", path],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # a paragraph on two pages, or in two languages, is told in two pieces
    return re.sub('"\\n\\s*(Span.*\\n\\s*)?"', "", out.stdout.decode())


def prose(lines):
    """Paragraphs of plain words, and cells."""
    part = []
    for line in lines + [""]:
        if line.startswith("|"):
            for cell in line.strip().strip("|").split(" | "):
                cell = cell.strip()
                if len(cell) > 2 and not CELL.search(cell):
                    yield cell
        if line.strip() and not MARKUP.search(line):
            part.append(line.strip())
            continue
        if part and not line.strip() and len(part) > 1:
            yield " ".join(part)
        part = []


def body(path):
    text = open(path, encoding="utf-8").read()
    lines = text.split("\n---\n", 1)[-1].split("\n")
    # a paragraph with markup in any of its lines is left out whole
    out, block = [], []
    for line in lines + [""]:
        if line.strip():
            block.append(line)
            continue
        if block and (block[0].startswith("|") or
                      not any(MARKUP.search(x) for x in block)):
            out += block + [""]
        block = []
    return out


def main():
    bad = n = 0
    for path in sys.argv[2:]:
        name = re.match(r"[A-Z]+-\d+", os.path.basename(path))[0]
        tree = flat(structure(os.path.join(sys.argv[1], name + ".pdf")))
        for words in prose(body(path)):
            n += 1
            if flat(words) not in tree:
                bad += 1
                if bad <= 10:
                    print("%s: %s" % (path, words[:70]))
    if n < 100:
        bad += 1
        print("%d paragraphs and cells" % n)
    sys.exit(bad > 0)


main()
