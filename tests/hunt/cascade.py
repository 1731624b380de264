#!/usr/bin/env python3
"""One cause, one finding: break the example one value at a time.

For a record of each kind, every field of it is left out, misspelt, given a
value of another type, a choice with a letter missing, an id that nothing has
and a date of another form; then every file and every record is taken away.
Each time the program may find one thing more than before, and must find one
where the value is none at all.

usage: cascade.py ISMSC EXAMPLE KINDS [--only WORD] [--each N] [--files]
"""
import argparse
import collections
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import yaml

DAY = "2026-10-15"


def kinds_of(folder):
    """Name of each kind: its fields by name, the envelope's included."""
    kinds = {}
    with open(os.path.join(folder, "_envelope.yaml")) as f:
        envelope = yaml.safe_load(f)["fields"]
    for path in glob.glob(os.path.join(folder, "[a-z]*.yaml")):
        with open(path) as f:
            k = yaml.safe_load(f)
        fields = {} if k.get("envelope") is False else {
            x["name"]: x for x in envelope}
        fields.update({x["name"]: x for x in k["fields"]})
        kinds[k["name"]] = fields
    return kinds


class Value:
    """A value in a file: where its key and the value itself stand."""

    def __init__(self, path, field, key, node, flow, entry):
        self.path, self.field, self.key = path, field, key
        self.node, self.flow, self.entry = node, flow, entry


def values_of(kind_fields, node, up=""):
    """Every value of a mapping and of the mappings in it, first members."""
    for key, value in node.value:
        f = kind_fields.get(key.value)
        if f is None:
            continue
        path = up + key.value
        yield Value(path, f, key, value, node.flow_style, node)
        sub = {x["name"]: x for x in f.get("fields", [])}
        if isinstance(value, yaml.SequenceNode) and sub:
            if value.value and isinstance(value.value[0], yaml.MappingNode):
                yield from values_of(sub, value.value[0], path + "[0].")
        elif isinstance(value, yaml.MappingNode) and sub:
            yield from values_of(sub, value, path + ".")


def front(text):
    if not text.startswith("---\n"):
        return None
    end = text.find("\n---", 4)
    return None if end < 0 else text[4:end + 1]


class Record:
    def __init__(self, path, kind, ident, node, text, member):
        self.path, self.kind, self.id = path, kind, ident
        self.node, self.text, self.member = node, text, member


def records_of(root):
    for path in sorted(glob.glob(root + "/**/*.md", recursive=True)):
        with open(path) as f:
            text = f.read()
        head = front(text)
        if head is None:
            continue
        node = yaml.compose(head, Loader=yaml.SafeLoader)
        at = {k.value: v for k, v in node.value}
        rel = os.path.relpath(path, root)
        kind = at["kind"].value if "kind" in at else None
        if "records" not in at:
            if "id" in at:
                yield Record(rel, kind, at["id"].value, node, text, None)
            continue
        for m in at["records"].value:
            own = {k.value: v for k, v in m.value}
            yield Record(rel, own["kind"].value if "kind" in own else kind,
                         own["id"].value, m, text, m)


OTHER = {"date": ["2026/4/1", "2026-02-30", "soon"], "int": ["high", "3.5"],
         "num": ["high"], "bool": ["yes"], "period": ["2026"],
         "duration": ["1 year"], "month_day": ["April"], "month": ["April"]}


def wrongs(v):
    """What to write in place of a value, and what is wrong with it."""
    f, is_list = v.field, isinstance(v.node, yaml.SequenceNode)
    t = f["type"]
    if t in ("map", "any"):
        if t == "map":
            yield "words", "some words"
        return
    if isinstance(v.node, yaml.ScalarNode):
        yield "a mapping", "{a: b}"
        if not f.get("list"):
            yield "a list", "[a, b]"
    one = v.node.value[0].value if is_list and v.node.value else \
        v.node.value if not is_list else ""
    if not isinstance(one, str):
        return
    rest = [x.value for x in v.node.value[1:]] if is_list else []

    def put(s):
        return "[" + ", ".join([s] + rest) + "]" if is_list else s

    if t == "choice":
        yield "a letter less", put(one[:-2] + one[-1:] if len(one) > 2
                                   else one + "x")
        yield "no choice", put("whatever")
    elif t == "ref":
        yield "an unknown id", put(re.sub(r"\d+$", "9876", one))
        yield "an id misspelt", put(one.replace("-", "").replace(".", "-", 1))
    for s in OTHER.get(t, []):
        yield s, put(s)
    if f["name"] == "status":
        yield "a letter less", one[:-2] + one[-1:]
        yield "no state", "whatever"


def replaced(text, head_at, start, end, new):
    return text[:head_at + start] + new + text[head_at + end:]


def edits(rec, v):
    """Name and new text of every fault of one value."""
    text, at = rec.text, 4
    k0, k1 = v.key.start_mark.index, v.key.end_mark.index
    v0, v1 = v.node.start_mark.index, v.node.end_mark.index
    if v.flow:
        end = at + v1
        if text[end:end + 2] == ", ":
            end += 2
            gone = text[:at + k0] + text[end:]
        elif text[at + k0 - 2:at + k0] == ", ":
            gone = text[:at + k0 - 2] + text[end:]
        else:
            gone = text[:at + k0] + text[end:]
        yield "left out", gone
    else:
        start = text.rfind("\n", 0, at + k0) + 1
        # A block ends where the next token stands, lines below its last.
        last = len(text[:at + v1].rstrip("\n ")) - 1
        end = text.find("\n", max(last, at + v0)) + 1
        lead = text[start:at + k0]
        gone = text[:start] + text[end:]
        if "-" in lead:         # the first key of a list's member
            nxt = text[end:]
            m = re.match(r" *", nxt)
            if m and len(m.group(0)) == len(lead):
                gone = text[:start] + lead + nxt[len(lead):]
            else:
                gone = None
        if gone is not None:
            yield "left out", gone
    name = v.key.value
    if len(name) > 2:
        yield "its key misspelt", replaced(
            text, at, k0, k1, name[:-2] + name[-1] + name[-2]
            if name[-1] != name[-2] else name[:-1])
    block = isinstance(v.node, yaml.CollectionNode) and not v.node.flow_style
    for what, new in wrongs(v):
        if block:
            # From the colon to the end of the block, its line's break kept.
            colon = at + k1 + 1
            tail = text[:at + v1].rstrip("\n ")
            yield what, text[:colon] + " " + new + text[len(tail):]
        elif getattr(v.node, "style", None) in ("|", ">"):
            colon = at + k1 + 1
            tail = text[:at + v1].rstrip("\n ")
            yield what, text[:colon] + " " + new + text[len(tail):]
        else:
            yield what, replaced(text, at, v0, v1, new)


class Judge:
    def __init__(self, exe, example, work):
        self.exe, self.pure = exe, os.path.join(work, "pure")
        shutil.copytree(example, self.pure, ignore=shutil.ignore_patterns(
            "*.sh", "story*", "README.md", ".git"))
        conf = os.path.join(self.pure, "isms.yaml")
        with open(conf) as f:
            s = f.read()
        with open(conf, "w") as f:
            f.write(re.sub(r"(?m)^profile: .*", "profile: certified", s))
        self.trees = [self.pure]
        for n in range(2):
            tree = os.path.join(work, "tree%d" % n)
            shutil.copytree(self.pure, tree)
            self.trees.append(tree)
        self.free = self.trees[1:]
        self.base = self.findings(self.pure)

    def findings(self, tree):
        p = subprocess.run([self.exe, "check", "-q", "--no-history",
                            "--format", "json", "--fail-on", "never",
                            "--as-of", DAY], cwd=tree, capture_output=True,
                           text=True, timeout=60)
        if p.returncode != 0:
            return [("status %d %s" % (p.returncode, p.stderr.strip()),
                     None, "")]
        return [(f["code"], f.get("record"), f["message"])
                for f in json.loads(p.stdout)["findings"]]

    def new(self, path, text):
        tree = self.free.pop()
        try:
            at = os.path.join(tree, path)
            if text is None:
                os.remove(at)
            else:
                with open(at, "w") as f:
                    f.write(text)
            got = self.findings(tree)
            shutil.copy(os.path.join(self.pure, path), at)
        finally:
            self.free.append(tree)
        return self.more(got)

    def more(self, got):
        """What is found beyond the base; words of the same may change."""
        left = collections.Counter(f[:2] for f in self.base)
        same = collections.Counter(self.base)
        new = []
        for f in got:
            if same[f] > 0:
                same[f] -= 1
                left[f[:2]] -= 1
            else:
                new.append(f)
        kept = []
        for f in new:
            if left[f[:2]] > 0:
                left[f[:2]] -= 1
            else:
                kept.append(f)
        return kept


def cases(args, kinds):
    seen = collections.Counter()
    records = list(records_of(args.example))
    # The fullest records of a kind first.
    records.sort(key=lambda r: -len(r.node.value))
    picked = []
    for r in records:
        if r.kind in kinds and seen[r.kind] < args.each:
            seen[r.kind] += 1
            picked.append(r)
    for r in picked:
        for v in values_of(kinds[r.kind], r.node):
            for what, text in edits(r, v):
                yield (r.kind, r.id, v.path, what), r.path, text, v
    if not args.files:
        return
    for path in sorted({r.path for r in records}):
        yield ("file", path, "", "gone"), path, None, None
    for r in records:
        if r.member is not None:
            m = r.member
            start = r.text.rfind("\n", 0, 4 + m.start_mark.index) + 1
            end = 4 + m.end_mark.index
            end = r.text.rfind("\n", 0, end + 1) + 1 \
                if not m.flow_style else r.text.find("\n", end) + 1
            yield (r.kind, r.id, "", "gone"), r.path, \
                r.text[:start] + r.text[end:], None


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("exe"), ap.add_argument("example")
    ap.add_argument("kinds")
    ap.add_argument("--only", default="")
    ap.add_argument("--each", type=int, default=1)
    ap.add_argument("--files", action="store_true")
    ap.add_argument("--known", help="list of what are two causes")
    args = ap.parse_args()
    args.exe = os.path.abspath(args.exe)
    kinds = kinds_of(args.kinds)
    known = {}
    if args.known:
        with open(args.known) as f:
            for line in f:
                if line.strip() and not line.startswith("#"):
                    key, _, why = line.rstrip("\n").partition(" # ")
                    known[key.strip()] = why
    work = tempfile.mkdtemp()
    bad = ran = 0
    used = set()
    try:
        j = Judge(args.exe, args.example, work)

        def run(case):
            name, path, text, v = case
            return name, v, j.new(path, text)

        todo = [c for c in cases(args, kinds)
                if args.only in " ".join(c[0])]
        with ThreadPoolExecutor(2) as pool:
            for name, v, new in pool.map(run, todo):
                ran += 1
                wrong = name[3] not in ("left out", "gone")
                if len(new) == 1 or (not new and not wrong):
                    continue
                codes = " ".join(sorted(c for c, _, _ in new))
                key = "%s %s %s: %s" % (name[0], re.sub(r"\[\d+\]", "",
                                        name[2]), name[3], codes)
                if key in known:
                    used.add(key)
                    continue
                bad += 1
                print("%s %s %s %s: %s" % (*name, codes or "nothing"))
                for code, rec, says in sorted(new, key=str):
                    print("    %s %s" % (code, says))
                sys.stdout.flush()
    finally:
        shutil.rmtree(work)
    print("%d passed, %d failed" % (ran - bad, bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
