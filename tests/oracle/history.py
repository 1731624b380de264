#!/usr/bin/env python3
"""history.py DRIVER FIRST COUNT: random histories, judged by git.

Each seed makes a bare repository with merges, octopuses, criss-crosses,
renames, reverts, moves into registers, broken front matter, odd dates and
modes.  The timelines that the DRIVER prints must be those that follow from
what git log, git cat-file and git rev-list say; front matter is read here by
a parser of its own.  The last line is "N passed, N failed".
"""
import os
import random
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

ENV = dict(os.environ, GIT_CONFIG_NOSYSTEM="1", GIT_CONFIG_GLOBAL="/dev/null",
           LC_ALL="C.UTF-8", TZ="UTC")


def git(repo, *args, data=None, ok=(0,)):
    p = subprocess.run(["git", "-C", repo, *args], input=data, env=ENV,
                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if p.returncode not in ok:
        raise RuntimeError(f"git {args}: {p.stderr.decode()}")
    return p.stdout


# ---- a history at random -------------------------------------------------

PEOPLE = [("Aoki", "aoki@example.jp"), ("Bauer", "bauer@example.de"),
          ("青木 花子", "hanako@example.jp"), ("Cole", "COLE@example.com"),
          ("O'Neil (CISO)", "oneil@example.ie")]
WORDS = ["open", "done", "late", "a: b" , "高い", "it's", 'say "hi"', "x # y",
         "2025-01-31", "50 %", "Ａ．５．１ 節", "", "- dash", "[x]", "~", "no",
         "http://example.com/a:b", "tab and more", "é", "100", "{x}", "*"]
FOLDERS = ["", "risks/", "actions/", "日本語 folder/", "a/b/c/", "templates/",
           ".hidden/", "a/templates/"]


def quote(rng, s):
    simple = s and all(c.isalnum() or c in "-./ " for c in s) and \
        s.strip() == s and not s.startswith("-") and s.isascii()
    if simple and rng.random() < 0.7:
        return s
    if s and not s.isascii() and ": " not in s and rng.random() < 0.5:
        return s
    if '"' not in s and rng.random() < 0.5:
        return f'"{s}"'
    return "'" + s.replace("'", "''") + "'"


def flow_word(rng):
    return rng.choice(["one", "A.5.1", "PER-0001", "日本", '"q, r"', "2025-01-01"])


def show_field(rng, key, v, pad):
    """One field as YAML; v is text, a list of text, a dict, or dicts."""
    if isinstance(v, str):
        if v.count("\n") > 0:
            return f"{pad}{key}: |\n" + "".join(
                f"{pad}  {x}\n" for x in v[:-1].split("\n"))
        c = "  # why" if rng.random() < 0.1 else ""
        if v == "" and rng.random() < 0.5:
            return f"{pad}{key}:{c}\n"
        return f"{pad}{key}: {quote(rng, v)}{c}\n"
    if isinstance(v, dict):
        if rng.random() < 0.5:
            return f"{pad}{key}: " + "{" + ", ".join(
                f"{k}: {x}" for k, x in v.items()) + "}\n"
        return f"{pad}{key}:\n" + "".join(
            f"{pad}  {k}: {x}\n" for k, x in v.items())
    if v and isinstance(v[0], dict):
        out = f"{pad}{key}:\n"
        deep = pad + rng.choice(["", "  "])
        for item in v:
            if rng.random() < 0.5:
                out += f"{deep}- " + "{" + ", ".join(
                    f"{k}: {x}" for k, x in item.items()) + "}\n"
            else:
                lines = [f"{k}: {x}\n" for k, x in item.items()]
                out += f"{deep}- " + (deep + "  ").join(lines)
        return out
    if not v or rng.random() < 0.6:
        return f"{pad}{key}: [" + ", ".join(v) + "]\n"
    return f"{pad}{key}:\n" + "".join(f"{pad}- {x}\n" for x in v)


def random_value(rng):
    n = rng.random()
    if n < 0.6:
        return rng.choice(WORDS)
    if n < 0.7:
        return [flow_word(rng) for _ in range(rng.randrange(3))]
    if n < 0.8:
        return {k: rng.choice(["PER-0001", "2025-03-04", "yes"])
                for k in rng.sample(["by", "on", "reason"], rng.randint(1, 3))}
    if n < 0.9:
        keys = rng.choice([("sample", "ok"), ("period", "value", "date"),
                           ("value", "date"), ("item", "sample"),
                           ("by", "date", "name")])
        return [{k: str(rng.randrange(4)) for k in keys}
                for _ in range(rng.randint(1, 5))]
    return "first line\nsecond: line\n"


def shuffle_members(rng, members):
    """A list of dicts as people edit one: a row more, less, or changed."""
    out = [dict(m) for m in members]
    for _ in range(rng.randint(1, 3)):
        n = rng.random()
        if n < 0.35:
            out.insert(rng.randint(0, len(out)), {
                k: str(rng.randrange(4)) for k in members[0]})
        elif n < 0.55 and len(out) > 1:
            out.pop(rng.randrange(len(out)))
        elif n < 0.8:
            m = rng.choice(out)
            m[rng.choice(list(m))] = str(rng.randrange(4))
        elif n < 0.9:
            rng.choice(out)["note"] = "more"
        else:
            rng.shuffle(out)
    return out


def random_record(rng, name):
    r = {"id": name}
    for key in rng.sample(["title", "due", "owner", "status", "tags", "level",
                           "acceptance", "results", "note"],
                          rng.randint(1, 6)):
        r[key] = random_value(rng)
    return r


class File:
    """What a generated file holds; text() is never the same style twice."""

    def __init__(self, rng):
        self.records, self.register = [], False
        self.head, self.body = {}, ""
        self.broken, self.crlf, self.bom = None, False, False
        self.style = rng.randrange(1 << 30)

    def copy(self):
        f = File(random)
        f.__dict__.update(self.__dict__)
        f.records = [dict(r) for r in self.records]
        f.head = dict(self.head)
        return f

    def text(self):
        rng = random.Random(self.style)
        if self.register:
            y = "".join(show_field(rng, k, v, "")
                        for k, v in self.head.items()) + "records:\n"
            pad = rng.choice(["", "  "])
            for r in self.records:
                fields = [show_field(rng, k, v, pad + "  ")
                          for k, v in r.items()]
                y += pad + "- " + fields[0].lstrip(" ") + "".join(fields[1:])
                if rng.random() < 0.1:
                    y += "\n# a remark\n"
            if not self.records:
                y = y.replace("records:\n", "records: []\n")
        else:
            y = "".join(show_field(rng, k, v, "")
                        for k, v in self.records[0].items())
        if self.broken == "quote":
            y += 'extra: "never closed\n'
        elif self.broken == "tab":
            y += "extra:\n\tx: 1\n"
        s = "---\n" + y + ("" if self.broken == "open" else "---\n") + \
            self.body
        if self.broken == "none":
            s = "# no front matter\n" + self.body
        if self.crlf:
            s = s.replace("\n", "\r\n")
        return (b"\xef\xbb\xbf" if self.bom else b"") + s.encode()


class Maker:
    def __init__(self, rng, commits):
        self.rng, self.limit = rng, commits
        self.out, self.mark, self.clock = [], 0, 1_700_000_000
        self.trees = {}             # mark: {path: (mode, File or bytes)}
        self.names = [f"{p}-{n:04d}" for p in ("RSK", "CA", "A")
                      for n in range(1, 6)]
        self.past = []

    def commit(self, parents, tree, message):
        rng = self.rng
        self.mark += 1
        self.clock += rng.choice([1, 3600, 86400, 86400 * 9, -86400 * 3,
                                  0, -1])
        who, by = rng.choice(PEOPLE), rng.choice(PEOPLE)
        when = self.clock - rng.choice([0, 0, 500, 86400 * 20, -86400 * 2,
                                        self.clock])
        o = self.out
        o.append(b"commit refs/heads/b%d\nmark :%d\n" % (self.mark, self.mark))
        code = rng.choice([None] * 6 + ["ISO-8859-1", "EUC-JP", "Shift_JIS"])
        if code == "ISO-8859-1":
            who = by = ("Zo\u00eb M\u00fcller", "zoe@example.de")
        elif code is not None:
            who = by = PEOPLE[2]
        for role, p, t in (("author", who, when), ("committer", by,
                                                   self.clock)):
            zone = rng.choice(["+0000", "+0900", "-0330", "+1400", "-1200"])
            o.append(f"{role} {p[0]} <{p[1]}> {t} {zone}\n".encode(
                code or "utf-8"))
        text = message + self.tail(message)
        if code is not None:
            o.append(f"encoding {code}\n".encode())
            text = text.encode(code, "ignore").decode(code)
        m = text.encode(code or "utf-8")
        o.append(b"data %d\n%s\n" % (len(m), m))
        for i, p in enumerate(parents):
            o.append(b"%s :%d\n" % (b"from" if i == 0 else b"merge", p))
        o.append(b"deleteall\n")
        for path, (mode, f) in tree.items():
            data = f.text() if isinstance(f, File) else f
            o.append(b"M %s inline \"%s\"\ndata %d\n%s\n" % (
                mode, path.encode().replace(b"\\", b"\\\\")
                .replace(b'"', b'\\"'), len(data), data))
        o.append(b"\n")
        self.trees[self.mark] = tree
        return self.mark

    def tail(self, message):
        """More of a message: prose, trailers, what looks like them."""
        rng = self.rng
        if rng.random() < 0.5:
            return ""
        lines = []
        for _ in range(rng.randint(1, 5)):
            who = rng.choice(PEOPLE)
            lines.append(rng.choice([
                f"Approved-by: {who[0]} <{who[1]}>",
                f"Signed-off-by: {who[0]} <{who[1]}>",
                f"reviewed-by:{who[0]}  <{who[1]}>  ",
                f"Reason : the supplier is late",
                f"Co-authored-by: {who[0]}", "and on it goes",
                "  which goes on", "# a remark", "http://example.com/x",
                "(cherry picked from commit abcdef)", "", "Also: 50 %: done"]))
        return rng.choice(["\n", "\n\n", "\n\nSome prose.\n\n"]) + \
            "\n".join(lines) + rng.choice(["", "\n", "\n\n"])

    def edit(self, tree):
        """A copy of the tree with one to three changes."""
        tree = {p: (m, f.copy() if isinstance(f, File) else f)
                for p, (m, f) in tree.items()}
        for _ in range(self.rng.choice([1, 1, 1, 2, 3])):
            self.one(tree)
        return tree

    def fresh_path(self, tree):
        rng = self.rng
        while True:
            p = rng.choice(FOLDERS) + rng.choice(
                ["x", "risk one", "台帳", "q\"uote", "z.md", "b"]) + \
                str(rng.randrange(30)) + rng.choice([".md"] * 8 + [".txt"])
            if p not in tree and not any(q.startswith(p + "/") or
                                         p.startswith(q + "/") for q in tree):
                return p

    def one(self, tree):
        rng = self.rng
        files = [p for p, (m, f) in tree.items() if isinstance(f, File)]
        n = rng.random()
        if not files or n < 0.2:
            f = File(rng)
            if rng.random() < 0.3:
                f.register = True
                f.head = {"kind": "asset", "owner": rng.choice(WORDS)}
                f.records = [random_record(rng, x) for x in
                             rng.sample(self.names, rng.randint(0, 5))]
            else:
                f.records = [random_record(rng, rng.choice(self.names))]
                f.body = rng.choice(["", "\n", "Text.\n", "\n# Head\n\nMore"])
            tree[self.fresh_path(tree)] = (b"100644", f)
            return
        p = rng.choice(files)
        mode, f = tree[p]
        f.style = rng.randrange(1 << 30) if rng.random() < 0.3 else f.style
        if n < 0.45:
            for r in f.records[:1] if not f.register else \
                    rng.sample(f.records, min(len(f.records), 1)):
                k = rng.choice(["title", "due", "status", "note", "results"])
                k = next((x for x in r if isinstance(r[x], list) and r[x]
                          and isinstance(r[x][0], dict)
                          and rng.random() < 0.8), k)
                if rng.random() < 0.2:
                    r.pop(k, None)
                elif isinstance(r.get(k), list) and r[k] and \
                        isinstance(r[k][0], dict) and rng.random() < 0.9:
                    r[k] = shuffle_members(rng, r[k])
                else:
                    r[k] = random_value(rng)
        elif n < 0.52:
            f.body = rng.choice(["", "Text.\n", "Text. \n\n", "\nText.\r\n",
                                 "Other.\n", "Text.\n\n\nMore\n"])
        elif n < 0.6:
            tree[self.fresh_path(tree)] = tree.pop(p)
        elif n < 0.66:
            del tree[p]
        elif n < 0.72 and f.records:
            # A record moves into a register, perhaps without its old place.
            to = [q for q in files if tree[q][1].register and q != p]
            if to:
                g = tree[rng.choice(to)][1]
                g.records.insert(rng.randint(0, len(g.records)),
                                 dict(f.records[0]))
                if rng.random() < 0.8:
                    if f.register:
                        f.records.pop(0)
                    else:
                        del tree[p]
        elif n < 0.735 and f.register and len(f.records) > 1:
            # A register splits: a record gets a file of its own.
            g = File(rng)
            g.records = [f.records.pop(rng.randrange(len(f.records)))]
            tree[self.fresh_path(tree)] = (b"100644", g)
        elif n < 0.76:
            f.broken = rng.choice(["quote", "tab", "open", "none", None])
        elif n < 0.79:
            f.crlf, f.bom = rng.random() < 0.5, rng.random() < 0.3
        elif n < 0.82:
            tree[p] = (rng.choice([b"100644", b"100755"]), f)
        elif n < 0.87 and f.records:
            r = rng.choice(f.records)
            old = r["id"]
            r["id"] = rng.choice(self.names)
            if rng.random() < 0.5:
                r[rng.choice(["supersedes", "formerly"])] = old
            elif rng.random() < 0.3:
                r["aliases"] = [rng.choice(self.names), old]
            if rng.random() < 0.4:
                r["status"] = rng.choice(WORDS)
            if rng.random() < 0.3 and not f.register:
                tree[self.fresh_path(tree)] = tree.pop(p)
        elif n < 0.885:
            if f.register:
                rng.shuffle(f.records)
                f.head["owner"] = rng.choice(WORDS)
        elif n < 0.90:
            del tree[p]
            tree[p] = (b"120000", b"target.md")
        elif n < 0.92:
            del tree[p]
            tree[p + "/inner.md"] = (mode, f)
        elif n < 0.94 and f.register:
            f.records = [random_record(rng, x) for x in
                         rng.sample(self.names, rng.randint(0, 5))]
        elif self.past:
            # Back to what some commit had.
            old = rng.choice(self.past)
            tree.clear()
            tree.update((q, (m, g.copy() if isinstance(g, File) else g))
                        for q, (m, g) in old.items())

    def combine(self, tips):
        """A merge's tree: for each path the version of one of them."""
        rng, tree = self.rng, {}
        base = self.trees[tips[0]]
        names = sorted(set().union(*(self.trees[t] for t in tips)))
        for p in names:
            have = [self.trees[t].get(p) for t in tips]
            text = [x and (x[0], x[1].text() if isinstance(x[1], File)
                           else x[1]) for x in have]
            x = have[0] if rng.random() < 0.3 else next(
                (h for h, t in zip(have[1:], text[1:]) if t != text[0]),
                have[0])
            if x is not None:
                tree[p] = x
        for p in list(tree):
            if any(q.startswith(p + "/") for q in tree):
                del tree[p]
        if rng.random() < 0.2:
            tree = self.edit(tree)          # an evil merge
        return tree if tree else dict(base)

    def run(self):
        rng = self.rng
        tip = self.commit([], self.edit({}), "first")
        topics = []
        while self.mark < self.limit:
            n = rng.random()
            self.past.append(self.trees[tip])
            if n < 0.45:
                tip = self.commit([tip], self.edit(self.trees[tip]), "work")
            elif n < 0.6 and len(topics) < 4:
                topics.append(rng.choice([tip] + topics))
            elif n < 0.8 and topics:
                i = rng.randrange(len(topics))
                topics[i] = self.commit(
                    [topics[i]], self.edit(self.trees[topics[i]]), "topic")
            elif n < 0.84 and len(topics) > 1 and rng.random() < 0.7:
                # Criss-cross: two branches merge each other.
                i, j = rng.sample(range(len(topics)), 2)
                a, b = topics[i], topics[j]
                if a != b and tip not in (a, b):
                    topics[i] = self.commit([a, b], self.combine([a, b]),
                                            "one way")
                    topics[j] = self.commit([b, a], self.combine([b, a]),
                                            "and back")
            elif n < 0.88 and topics:
                i = rng.randrange(len(topics))
                if topics[i] != tip:
                    topics[i] = self.commit(
                        [topics[i], tip], self.combine([topics[i], tip]),
                        "update from main")
            elif topics:
                k = 1
                if len(topics) > 1 and rng.random() < 0.3:
                    k = rng.randint(2, min(4, len(topics)))     # octopus
                some = [t for t in rng.sample(topics, k) if t != tip]
                some = list(dict.fromkeys(some))
                if some:
                    tip = self.commit([tip] + some, self.combine(
                        [tip] + some), "Merge")
                    if rng.random() < 0.6:
                        topics = [t for t in topics if t not in some]
        if rng.random() < 0.3:
            tree = dict(self.trees[tip])
            tree[".mailmap"] = (b"100644",
                                b"Aoki Taro <taro@example.jp> "
                                b"<AOKI@example.jp>\n"
                                b"# remark\nCole <cole@example.org> "
                                b"Cole <cole@example.com>\n")
            tip = self.commit([tip], tree, "names")
        self.out.append(b"reset refs/heads/main\nfrom :%d\n\n" % tip)
        return b"".join(self.out)


# ---- front matter, read by other eyes ------------------------------------

def scalar(s):
    s = s.strip()
    if s.startswith('"'):
        return s[1:s.index('"', 1)]
    if s.startswith("'"):
        out, i = "", 1
        while True:
            if s[i] == "'":
                if s[i + 1:i + 2] != "'":
                    return out
                i += 1
            out += s[i]
            i += 1
    cut = s.find(" #")
    return (s if cut < 0 else s[:cut]).strip()


def brackets(s):
    """The members between the outer brackets, split at commas."""
    inner, parts, now, inside = s[1:s.rindex("]" if s[0] == "[" else "}")], \
        [], "", False
    for c in inner:
        if c == '"':
            inside = not inside
        if c == "," and not inside:
            parts.append(now)
            now = ""
        else:
            now += c
    return parts + [now] if inner.strip() else []


def inline(s):
    s = s.strip()
    if s.startswith("["):
        return [scalar(x) for x in brackets(s)]
    if s.startswith("{"):
        return {k.strip(): scalar(v) for k, v in
                (x.split(":", 1) for x in brackets(s))}
    return scalar(s)


def indent_of(line):
    return len(line) - len(line.lstrip(" "))


def parse(lines, i, indent):
    """The block at lines[i:]: (value, next line)."""
    if lines[i].lstrip().startswith("- "):
        out = []
        while i < len(lines) and indent_of(lines[i]) == indent and \
                lines[i].lstrip().startswith("- "):
            rest = lines[i].lstrip()[2:]
            if rest[0] not in "[{\"'" and ":" in rest and (
                    ": " in rest or rest.endswith(":")):
                lines[i] = " " * (indent + 2) + rest
                v, i = parse(lines, i, indent + 2)
            else:
                v, i = inline(rest), i + 1
            out.append(v)
        return out, i
    out = {}
    while i < len(lines) and indent_of(lines[i]) == indent and \
            not lines[i].lstrip().startswith("- "):
        key, rest = lines[i].strip().split(":", 1)
        rest, i = rest.strip(), i + 1
        if rest == "|":
            text = ""
            while i < len(lines) and indent_of(lines[i]) > indent:
                text += lines[i][indent + 2:] + "\n"
                i += 1
            out[key] = text
        elif rest and not rest.startswith("#"):
            out[key] = inline(rest)
        elif i < len(lines) and (indent_of(lines[i]) > indent or (
                indent_of(lines[i]) == indent and
                lines[i].lstrip().startswith("- "))):
            out[key], i = parse(lines, i, indent_of(lines[i]))
        else:
            out[key] = ""
    return out, i


def flatten(v, path, out):
    if isinstance(v, str):
        out[path] = v
    elif isinstance(v, dict):
        for k, x in v.items():
            flatten(x, f"{path}.{k}" if path else k, out)
    elif all(isinstance(x, str) for x in v):
        out[path] = ", ".join(v)
    else:
        for n, x in enumerate(v):
            flatten(x, f"{path}[{n}]", out)
    return out


def prose(s):
    lines = [x.rstrip(" \t\r") for x in s.split("\n")]
    return "\n".join(lines).strip("\n")


def read(data):
    """{id: (fields, prose)} of a blob, None when it cannot be read."""
    s = data.decode().removeprefix("\ufeff")
    if not s.startswith("---"):
        return {}
    lines = s.split("\n")
    end = next((n for n, x in enumerate(lines[1:], 1)
                if x.rstrip() == "---"), None)
    if end is None:
        return None
    front = [x.rstrip("\r") for x in lines[1:end]]
    if any("\t" in x or x.startswith('extra: "') for x in front):
        return None
    front = [x for x in front if x.strip() and not x.startswith("#")]
    top, n = parse(front, 0, 0)
    assert n == len(front), front[n:]
    if "records" not in top:
        if isinstance(top.get("id"), str) and top["id"]:
            return {top["id"]: (flatten(top, "", {}),
                                prose("\n".join(lines[end + 1:])))}
        return {}
    out = {}
    records = top.pop("records")
    for r in records if isinstance(records, list) else []:
        both = dict(top, **r)
        out.setdefault(r["id"], (flatten(both, "", {}), ""))
    return out


# ---- what git says -------------------------------------------------------

class Judge:
    def __init__(self, repo):
        self.repo = repo
        self.parents = {}
        for line in git(repo, "rev-list", "--parents", "main") \
                .decode().split("\n"):
            if line:
                c, *p = line.split()
                self.parents[c] = p
        self.ancestors, self.trees = {}, {}
        self.cat = subprocess.Popen(
            ["git", "-C", repo, "cat-file", "--batch"], env=ENV,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.blobs = {}

    def close(self):
        self.cat.stdin.close()
        self.cat.wait()
        self.cat.stdout.close()

    def blob(self, oid):
        if oid not in self.blobs:
            self.cat.stdin.write(oid.encode() + b"\n")
            self.cat.stdin.flush()
            size = int(self.cat.stdout.readline().split()[2])
            self.blobs[oid] = read(self.cat.stdout.read(size + 1)[:-1])
        return self.blobs[oid]

    def before(self, c):
        if c not in self.ancestors:
            seen, todo = set(), [c]
            while todo:
                x = todo.pop()
                if x not in seen:
                    seen.add(x)
                    todo += self.parents[x]
            self.ancestors[c] = seen
        return self.ancestors[c]

    def line(self):
        out = git(self.repo, "log", "--first-parent", "--reverse", "--raw",
                  "-z", "--root", "--no-renames", "--no-abbrev",
                  "--diff-merges=first-parent",
                  "--format=%x01%H%x00%ct%x00%aN%x00%aE%x00%cN%x00%cE%x00%B",
                  "main")
        for part in out.split(b"\1")[1:]:
            f = part.decode().split("\0")
            # With -z the format ends in a NUL of its own.
            changes, rest = [], [x.lstrip("\n") for x in f[7:]]
            while rest and not rest[0].startswith(":"):
                rest.pop(0)
            while len(rest) > 1 and rest[0].startswith(":"):
                m = rest[0][1:].split()
                changes.append((m[0], m[1], m[2], m[3], rest[1]))
                rest = rest[2:]
            f[6] = f[6].lstrip("\n").split("\n")[0]
            yield f[:7], changes

    def trailers(self, commit):
        if not hasattr(self, "tails"):
            out = git(self.repo, "log", "--format=%x01%H%x00"
                      "%(trailers:only,unfold)", "main").decode()
            self.tails = dict(x.split("\0") for x in out.split("\1")[1:])
        for line in self.tails[commit].split("\n"):
            if line.strip():
                key, value = line.split(":", 1)
                yield key, value.strip()

    def entry(self, commit, path):
        if commit not in self.trees:
            out = git(self.repo, "ls-tree", "-r", "-z", commit).decode()
            self.trees[commit] = {
                x.split("\t", 1)[1]: x.split()[2] for x in out.split("\0")
                if is_file(x[:6])}
        return self.trees[commit].get(path)

    def writer(self, merge, path):
        """Who wrote path on the merged side: (name, mail) or None."""
        ps = self.parents[merge]
        own = self.entry(merge, path)
        alike = [p for p in ps[1:] if self.entry(p, path) == own]
        for p in alike[:1] or ps[1:]:
            while p:
                out = git(self.repo, "log", "-1", "--format=%H%x00%aN%x00%aE",
                          p, "--", ":(literal)" + path,
                          f":(exclude,literal){path}/").decode().rstrip("\n")
                if not out:
                    break
                c, name, mail = out.split("\0")
                if c in self.before(ps[0]):
                    break
                # A change of mode alone is one to git, not to us.
                own = self.entry(c, path)
                p = next((q for q in self.parents[c]
                          if self.entry(q, path) == own), None)
                if p is None:
                    return name, mail, c
        return None


def is_document(path):
    parts = path.split("/")
    return path.endswith(".md") and len(parts[-1]) > 3 and \
        not any(x.startswith(".") for x in parts) and parts[0] != "templates"


def is_file(mode):
    return mode in ("100644", "100755", "100664")


NAMES = ["id", "period", "version", "item", "date", "person", "name", "title",
         "topic", "skill", "what", "text", "to"]


def members(fields):
    """Plain fields, and of each list its members by number."""
    plain, lists = {}, {}
    for path, v in fields.items():
        name, bracket, rest = path.partition("[")
        if not bracket:
            plain[path] = v
            continue
        n, rest = rest.split("]", 1)
        lists.setdefault(name, {}).setdefault(int(n), {})[rest] = v
    return plain, lists


def known_by(member):
    return next((member["." + n] for n in NAMES if "." + n in member), None)


def partners(old, new):
    """{new number: old number} of the members of a list."""
    out, left = {}, dict(old)

    def take(alike):
        for j in sorted(new):
            if j not in out:
                i = next((i for i in sorted(left) if alike(i, j)), None)
                if i is not None:
                    out[j] = i
                    del left[i]
    take(lambda i, j: old[i] == new[j])
    take(lambda i, j: known_by(new[j]) is not None and
         known_by(old[i]) == known_by(new[j]))
    take(lambda i, j: i == j)
    return out


def differences(was, now):
    """(field, from, to, item) for all that differs."""
    (p, old), (q, new) = members(was), members(now)
    for k in set(p) | set(q):
        if p.get(k) != q.get(k):
            yield k, p.get(k), q.get(k), None
    for name in set(old) | set(new):
        a, b = old.get(name, {}), new.get(name, {})
        pairs = partners(a, b)
        for j in b:
            x = a[pairs[j]] if j in pairs else {}
            for sub in set(x) | set(b[j]):
                if x.get(sub) != b[j].get(sub):
                    yield (f"{name}[{j}]{sub}", x.get(sub), b[j].get(sub),
                           known_by(b[j]))
        for i in set(a) - set(pairs.values()):
            for sub in a[i]:
                yield f"{name}[{i}]{sub}", a[i][sub], None, known_by(a[i])


def nameless(record):
    return {k: v for k, v in record[0].items() if k != "id"}, record[1]


def renames(old, now, known):
    """{new id: old id} of the records whose id a commit changed."""
    went = {i for i in old if i not in now}
    came = {i for i in now if i not in old and i not in known}
    claims = {}
    for i in came:
        fields = now[i][0]
        for k in sorted(set(fields) & {"supersedes", "formerly", "aliases"},
                        key=lambda x: x.encode()):
            x = next((x for x in fields[k].split(", ") if x in went), None)
            if x is not None:
                claims.setdefault(x, []).append(i)
                break
    out = {c[0]: x for x, c in claims.items() if len(c) == 1}
    went -= set(out.values())
    came -= set(out)
    for i in came:
        same = [x for x in went if nameless(old[x]) == nameless(now[i])]
        if len(same) == 1 and sum(nameless(now[j]) == nameless(now[i])
                                  for j in came) == 1:
            out[i] = same[0]
    return out


def holder(files, i, before):
    have = [p for p in files if i in files[p]]
    return before if before in have else \
        min(have, key=lambda x: x.encode(), default=None)


def timelines(judge):
    files, where, gone = {}, {}, {}     # path: records; id: path
    facts = {}                          # id: its facts
    for seq, (meta, raw) in enumerate(judge.line()):
        commit = meta[0]
        old = {i: files[p][i] for i, p in where.items()}
        yield ("commit", str(seq), commit, meta[1], *meta[2:7],
               str(len(judge.parents[commit])))
        for key, value in judge.trailers(commit):
            yield ("trailer", commit, key, value)
        for mode_a, mode_b, a, b, path in raw:
            if not is_document(path):
                continue
            if not is_file(mode_b):
                files.pop(path, None)
                continue
            records = judge.blob(b)
            if records is not None:
                files[path] = records
            elif not is_file(mode_a):
                files[path] = {}
        ids = set().union(*files.values()) if files else set()
        paths = {i: holder(files, i, where.get(i)) for i in ids}
        new_names = renames(old, {i: files[p][i] for i, p in paths.items()},
                            facts)
        for i, x in new_names.items():
            facts[i] = facts.pop(x)
            gone.pop(x, None)
            where[i], old[i] = where.pop(x), old.pop(x)
            paths[i] = holder(files, i, where[i])
        found = []
        for i in sorted(set(old) | set(paths)):
            if i not in paths:
                found.append((i, "gone", None, where[i], None, None,
                              where[i]))
                gone[i] = old[i]
                continue
            p, now = paths[i], files[paths[i]][i]
            was = old[i] if i in old else gone.get(i)
            if i in new_names:
                found.append((i, "renamed", None, new_names[i], i, None, p))
            elif i not in old:
                found.append((i, "added", None, None, p, None, p))
            if was is not None:
                found += [(i, "field", *d, p)
                          for d in differences(was[0], now[0])
                          if d[0] != "id" or i not in new_names]
                if was[1] != now[1]:
                    found.append((i, "body", None, None, None, None, p))
            if i in old and where[i] != p:
                found.append((i, "moved", None, where[i], p, None, p))
        where = paths
        writers = {}
        for i, what, field, a, b, item, path in found:
            who = (meta[2], meta[3], commit)
            if len(judge.parents[commit]) > 1:
                if path not in writers:
                    writers[path] = judge.writer(commit, path)
                who = writers[path] or who
            facts.setdefault(i, []).append(
                (str(seq), what, field, a, b, *who, item))
    for i, list_ in facts.items():
        for f in list_:
            yield ("change", i, *f)


# ---- one against the other -----------------------------------------------

def driver(exe, repo, *options, rev="main"):
    p = subprocess.run([exe, repo, rev, *options], stdout=subprocess.PIPE,
                       env=ENV)
    if p.returncode != 0:
        return [("driver", f"status {p.returncode}")]
    out = []
    for line in p.stdout.decode().split("\n")[:-1]:
        kind, *f = line.split("\t")
        f = [None if x == "-" else urllib.parse.unquote(x[1:])
             if x.startswith("=") else x for x in f]
        if kind == "commit":
            out.append((kind, f[0], f[1], f[2], *f[4:]))
        elif kind in ("change", "trailer"):
            out.append((kind, *f))
        elif f[0] != "1":
            out.append(("cut",))
    return out


def store(repo, seed):
    """The objects as git may keep them: as they came, in one pack or none,
    half of them, with an index over all packs."""
    if seed % 4 == 1:
        git(repo, "repack", "-adfq")
    elif seed % 4 == 2:
        for name in os.listdir(os.path.join(repo, "objects/pack")):
            path = os.path.join(repo, "objects/pack", name)
            pack = os.path.join(repo, name)
            os.rename(path, pack)
            if name.endswith(".pack"):
                with open(pack, "rb") as f:
                    git(repo, "unpack-objects", "-q", data=f.read())
    elif seed % 4 == 3:
        git(repo, "repack", "-adfq", "--depth=200")
        git(repo, "pack-objects", "-q", "objects/pack/pack",
            data=git(repo, "rev-parse", "main", "main^{tree}"))
        git(repo, "multi-pack-index", "write")


def cached(exe, repo, folder, rng):
    """A cache that grows commit by commit, and looks back, changes nothing."""
    line = git(repo, "rev-list", "--first-parent", "--reverse",
               "main").decode().split()
    cache = "cache=" + os.path.join(folder, os.path.basename(repo) + ".cache")
    steps = sorted(rng.sample(range(len(line)), min(4, len(line))))
    for i in [*steps, *rng.sample(steps, len(steps))]:
        if driver(exe, repo, rev=line[i]) != \
                driver(exe, repo, cache, rev=line[i]):
            return line[i]
    return None


def one(exe, seed, folder):
    repo = os.path.join(folder, f"{seed}.git")
    rng = random.Random(seed)
    git(folder, "init", "-q", "--bare", repo)
    git(repo, "fast-import", "--quiet", "--force",
        data=Maker(rng, rng.choice([8, 20, 30, 45])).run())
    git(repo, "symbolic-ref", "HEAD", "refs/heads/main")
    store(repo, seed)
    judge = Judge(repo)
    want = sorted(map(repr, timelines(judge)))
    judge.close()
    got = sorted(map(repr, driver(exe, repo)))
    other = sorted(map(repr, driver(exe, repo, "libgit2")))
    if got != other:
        print(f"FAIL seed {seed} ({repo}): not as by libgit2")
    elif (rev := cached(exe, repo, folder, rng)) is not None:
        print(f"FAIL seed {seed} ({repo}): {rev} differs with the cache")
    elif want == got:
        shutil.rmtree(repo)
        return True, len(want)
    a, b = set(want), set(got)
    print(f"FAIL seed {seed} ({repo})")
    for x in sorted(a - b)[:10]:
        print(f"  git alone:  {x}")
    for x in sorted(b - a)[:10]:
        print(f"  ours alone: {x}")
    return False, len(want)


def main():
    exe, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    folder = tempfile.mkdtemp()
    passed = facts = 0
    try:
        for seed in range(first, first + count):
            ok, n = one(exe, seed, folder)
            passed += ok
            facts += n
    finally:
        if "KEEP" not in os.environ:
            shutil.rmtree(folder)
    print(f"{count} histories, {facts} facts")
    print(f"{passed} passed, {count - passed} failed")
    return passed != count


sys.exit(main())
