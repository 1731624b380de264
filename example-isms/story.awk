# story.awk: from the finished ISMS and its story to a git fast-import stream
#
# awk -f story.awk -v src=DIR -v list=FILES
#
# Every version of a file is derived from the finished one: what had not yet
# happened on the day of the commit is taken away.
#
#   - records of a register that were created later;
#   - entries that carry a later date (runs, measurements, changes, rows);
#   - fields that belong to a state not yet reached (see "life");
#   - references to records that did not exist yet;
#   - sections of prose whose heading begins with a later date.
#
# story-past.txt, one statement a line; "until" is the first day without:
#   life ID state=date ...        the states a record went through
#   was ID until field: value     an earlier value; "-" means none
#   said ID until | new => old    earlier words, fixed strings
#   cut ID until /regex/          paragraphs not yet written
#   line ID until /regex/         lines not yet written
#   path ID until PATH            where the file lay before
#   review R DUE R0 DUE0          the review before the one of day R
#   check R DUE R0 DUE0           the same for checked_on and next_check
#   tested R R0                   the same for last_tested
#
# story.txt: commits in the order of time
#   @ DATE TIME PERSON subject
#   text                          body of the message, until a word below
#   approved PERSON               trailer Approved-by
#   put ID|PATH|GLOB ...          the file as it stood that day
#   move ID                       the file leaves its earlier path
#   branch NAME                   the commit is made on a topic branch
#   merge NAME                    the commit merges it into main

function die(m)
{
	print "story.awk: " m | "cat 1>&2"
	close("cat 1>&2")
	failed = 1
	exit 1
}

# Days since 1970-01-01 of a date.
function days(d,    y, m, k)
{
	y = substr(d, 1, 4) + 0
	m = substr(d, 6, 2) + 0
	k = substr(d, 9, 2) + 0
	if (m <= 2) {
		y--
		m += 12
	}
	return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + \
	    int((153 * (m - 3) + 2) / 5) + k - 719469
}

function months_after(d, n,    y, m, k, last)
{
	y = substr(d, 1, 4) + 0
	m = substr(d, 6, 2) + n
	k = substr(d, 9, 2) + 0
	while (m > 12) {
		m -= 12
		y++
	}
	last = 31
	if (m == 4 || m == 6 || m == 9 || m == 11)
		last = 30
	if (m == 2)
		last = (y % 4 == 0) ? 29 : 28
	if (k > last)
		k = last
	return sprintf("%04d-%02d-%02d", y, m, k)
}

function is_date(s)
{
	return s ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/
}

function unquote(s)
{
	if (s ~ /^".*"$/)
		return substr(s, 2, length(s) - 2)
	return s
}

# --- loading -------------------------------------------------------------

function note_field(id, line,    k, v)
{
	k = line
	sub(/^ */, "", k)
	if (k !~ /^[a-z0-9_]+: /)
		return
	v = k
	sub(/:.*/, "", k)
	sub(/^[a-z0-9_]+: /, "", v)
	VAL[id, k] = v
}

function load_file(path,    line, n, fm, id, rid, kind, born, f)
{
	n = 0
	f = src "/" path
	while ((getline line < f) > 0)
		T[path, ++n] = line
	close(f)
	TN[path] = n
	FM[path] = 0
	if (path !~ /\.md$/ || T[path, 1] != "---")
		return
	for (fm = 2; fm <= n && T[path, fm] != "---"; fm++) {
		line = T[path, fm]
		if (line ~ /^  - id: /) {
			rid = substr(line, 9)
			if (rid in PATHOF)
				die("id twice: " rid)
			PATHOF[rid] = path
			KIND[rid] = VAL[path, "kind"]
			BORN[rid] = VAL[path, "created"]
			REG[path] = 1
		} else if (line ~ /^    [a-z0-9_]+: / && REG[path]) {
			note_field(rid, line)
			if (line ~ /^    created: /)
				BORN[rid] = substr(line, 14)
		} else if (line ~ /^[a-z0-9_]+: /) {
			note_field(path, line)
		}
	}
	FM[path] = fm
	OWN[path] = path
	KIND[path] = VAL[path, "kind"]
	if ((path, "id") in VAL) {
		id = VAL[path, "id"]
		if (id in PATHOF)
			die("id twice: " id)
		PATHOF[id] = path
		KIND[id] = VAL[path, "kind"]
		BORN[id] = VAL[path, "created"]
		OWN[path] = id
		for (line = 2; line < fm; line++)
			note_field(id, T[path, line])
	}
}

function load_past(f,    line, a, n, i, p, k)
{
	while ((getline line < f) > 0) {
		sub(/[ \t]+$/, "", line)
		if (line == "" || line ~ /^#/)
			continue
		n = split(line, a, " ")
		if (a[1] == "life") {
			for (i = 3; i <= n; i++) {
				p = index(a[i], "=")
				LN[a[2]]++
				LS[a[2], LN[a[2]]] = substr(a[i], 1, p - 1)
				LD[a[2], LN[a[2]]] = substr(a[i], p + 1)
				if (!is_date(substr(a[i], p + 1)))
					die("bad date: " line)
			}
			continue
		}
		if (a[1] == "review" || a[1] == "check") {
			REV[a[1], a[2]] = a[4]
			REVDUE[a[1], a[2]] = a[5]
			continue
		}
		if (a[1] == "tested") {
			TESTED[a[2]] = a[3]
			continue
		}
		if (!is_date(a[3]))
			die("bad date: " line)
		k = line
		sub(/^[a-z]+ [^ ]+ [^ ]+ /, "", k)
		p = ++PN[a[1], a[2]]
		PU[a[1], a[2], p] = a[3]
		PW[a[1], a[2], p] = k
		if (!(a[2] in PATHOF) && !(a[2] in TN))
			die("unknown: " line)
	}
	close(f)
}

# --- what held on a day ----------------------------------------------------

function state(id, d,    i, s)
{
	s = ""
	for (i = 1; i <= LN[id]; i++)
		if (LD[id, i] <= d)
			s = LS[id, i]
	return s
}

function reached(id, want, d,    i)
{
	for (i = 1; i <= LN[id]; i++)
		if (LS[id, i] == want && LD[id, i] <= d)
			return 1
	return 0
}

# The nearest earlier value of a field that still held on day d, or "".
function earlier(id, key, d,    i, best, w, u)
{
	best = ""
	for (i = 1; i <= PN["was", id]; i++) {
		w = PW["was", id, i]
		u = PU["was", id, i]
		if (d < u && index(w, key ": ") == 1 &&
		    (best == "" || u < best)) {
			best = u
			EARLIER = substr(w, length(key) + 3)
		}
	}
	return best != ""
}

# The day on which the current edition of a document was begun; LASTED says
# whether it is the last one.
function edition(id, d,    i, ed, last)
{
	ed = last = BORN[id]
	for (i = 2; i <= LN[id]; i++)
		if (LS[id, i] == "review" && LS[id, i - 1] == "in_force") {
			last = LD[id, i]
			if (last <= d)
				ed = last
		}
	LASTED = (ed == last)
	return ed
}

# The n-th edition's date of a state, counted by the day it was begun.
function edition_state(id, ed, want,    i)
{
	for (i = 1; i <= LN[id]; i++)
		if (LS[id, i] == want && LD[id, i] >= ed)
			return LD[id, i]
	return ""
}

function unborn(ref, d)
{
	if (ref in BORN)
		return BORN[ref] > d
	if (ref ~ /^evidence\//)
		return !(ref in PUTON) || PUTON[ref] > d
	return 0
}

# Take references that did not exist on day d out of every [list] of a line.
function clean_lists(s, d,    out, p, q, inner, a, n, i, keep, all)
{
	out = ""
	EMPTIED = 0
	while ((p = index(s, "[")) > 0) {
		q = index(s, "]")
		if (q < p)
			break
		inner = substr(s, p + 1, q - p - 1)
		out = out substr(s, 1, p)
		s = substr(s, q)
		if (inner !~ /[A-Z]+-[0-9]|A\.[0-9]|evidence\//) {
			out = out inner
			continue
		}
		n = split(inner, a, /, /)
		keep = ""
		all = n
		for (i = 1; i <= n; i++)
			if (!unborn(unquote(a[i]), d)) {
				keep = keep (keep == "" ? "" : ", ") a[i]
				all--
			}
		if (keep == "")
			EMPTIED = 1
		out = out keep
	}
	return out s
}

# Is the entry dated after day d?
function is_later(s, d,    t)
{
	if (match(s, /[{ ](date|on): [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/)) {
		t = substr(s, RSTART, RLENGTH)
		return substr(t, length(t) - 9) > d
	}
	return 0
}

function strip_done(s, d,    t)
{
	while (match(s, /, done_on: [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/)) {
		t = substr(s, RSTART + RLENGTH - 10, 10)
		if (t <= d)
			break
		s = substr(s, 1, RSTART - 1) substr(s, RSTART + RLENGTH)
	}
	return s
}

function lines_cut(id, s, d,    i, rx)
{
	for (i = 1; i <= PN["line", id]; i++) {
		if (d >= PU["line", id, i])
			continue
		rx = PW["line", id, i]
		rx = substr(rx, 2, length(rx) - 2)
		if (s ~ rx) {
			USED["line", id, i] = 1
			return 1
		}
	}
	return 0
}

function emit(s)
{
	OUT = OUT s "\n"
}

# The last run of an activity up to day d, or "".
function last_run(path, d,    i, s, t, best)
{
	best = ""
	for (i = 2; i < FM[path]; i++) {
		s = T[path, i]
		if (s ~ /^  - \{date: /) {
			t = substr(s, 12, 10)
			if (t <= d && t > best)
				best = t
		}
	}
	return best
}

# --- one field ---------------------------------------------------------------

function scalar(id, key, val, d, ref,    k, v, due, n)
{
	k = KIND[id]
	if (key == "reviewed" || key == "checked_on") {
		n = (key == "reviewed") ? "review" : "check"
		DUE = ""
		v = val
		while (v != "-" && v > d) {
			if (!((n, v) in REV)) {
				v = "-"
				break
			}
			DUE = REVDUE[n, v]
			v = REV[n, v]
		}
		if (n == "review" && (id in BORN) && v < BORN[id])
			return "-"
		return v
	}
	if ((key == "review_due" || key == "next_check") && DUE != "") {
		v = DUE
		DUE = ""
		return v
	}
	if (key == "last_tested" || key == "tested_by") {
		v = VAL[id, "last_tested"]
		if (v > d)
			v = (v in TESTED) ? TESTED[v] : "-"
		if (v == "-" || v > d || v < VAL[id, "since"])
			return "-"
		return key == "tested_by" ? val : v
	}
	if (key == "implementation" && VAL[id, "since"] > d)
		return "planned"
	if (k == "activity" && (key == "last_done" || key == "next_due")) {
		v = last_run(PATHOF[id], d)
		if (key == "last_done")
			return v == "" ? "-" : v
		n = VAL[id, "every"]
		gsub(/[^0-9]/, "", n)
		return months_after(v == "" ? VAL[id, "created"] : v, n + 0)
	}
	if ((key in PARTNER) &&
	    !(key == "approved_by" && reached(id, "approved", d))) {
		v = VAL[id, PARTNER[key]]
		if (is_date(v) && v > d)
			return "-"
	}
	if (is_date(val) && (key in HAPPENED) && val > d)
		return "-"
	if (unborn(val, ref))
		return "-"
	return val
}

# What an earlier edition of a document said in its control fields.
function document_field(id, key, val, d,    ed, st, v)
{
	st = state(id, d)
	if ((st == "draft" || st == "review") &&
	    key ~ /^(approved_by|approved_on|effective_on)$/)
		return "-"
	ed = edition(id, d)
	if (LASTED && LN[id] > 4)
		return (key == "reviewed" && val > d) ? "-" : val
	if (LASTED)
		return val
	if (key == "approved_on")
		return edition_state(id, ed, "approved")
	if (key == "effective_on")
		return edition_state(id, ed, "in_force")
	if (key == "reviewed")
		return edition_state(id, ed, "review") > d ? "-" : \
		    edition_state(id, ed, "review")
	if (key == "review_due") {
		v = edition_state(id, ed, "approved")
		return months_after(v, 12)
	}
	if (key == "version")
		return EDVER[id, ed]
	return val
}

function field(path, id, ind, a, b, d, ref,    line, key, val, kids, i, s, had)
{
	line = T[path, a]
	key = line
	sub(/^ */, "", key)
	val = key
	sub(/:.*/, "", key)
	sub(/^[a-z0-9_]+: ?/, "", val)
	DONE[key] = 1
	if (key ~ /^body_/) {
		s = prose(path, id, a + 1, b, ind "  ", d, ref)
		if (s != "")
			OUT = OUT line "\n" s
		return
	}
	# A translation came with the words that it translates.
	if (key ~ /_(ja|en)$/ && !earlier(id, key, d)) {
		s = substr(key, 1, length(key) - 3)
		if (s in LACKS)
			return
	}
	LACKS[key] = 1
	if ((KIND[id], key) in FROM && LN[id] > 0) {
		s = FROM[KIND[id], key]
		if (s == "end")
			s = LS[id, LN[id]]
		if (!reached(id, s, d) && !reached(id, "closed", d))
			return
	}
	if (earlier(id, key, d)) {
		if (EARLIER != "-")
			emit(ind key ": " EARLIER)
		return
	}
	if (key == "status" && LN[id] > 0) {
		emit(ind "status: " state(id, d))
		return
	}
	if (key in DOCFIELD && KIND[id] == "document")
		val = document_field(id, key, unquote(val), d)
	if (a == b) {
		if (is_later(line, d) && val ~ /^\{/)
			return
		s = scalar(id, key, unquote(val), d, ref)
		if (s == "-")
			return
		if (s != unquote(val) || (key in DOCFIELD && KIND[id] == \
		    "document" && s != unquote(VAL[id, key]))) {
			if (key == "version")
				s = "\"" s "\""
			emit(ind key ": " s)
			return
		}
		line = clean_lists(strip_done(line, d), ref)
		if (EMPTIED && line ~ /: \[\]$/)
			return
		if (!lines_cut(id, line, d)) {
			emit(line)
			delete LACKS[key]
		}
		return
	}
	kids = ""
	for (i = a + 1; i <= b; i++) {
		s = T[path, i]
		if (is_later(s, d) || lines_cut(id, s, d))
			continue
		kids = kids clean_lists(strip_done(s, d), ref) "\n"
	}
	if (kids != "") {
		OUT = OUT line "\n" kids
		delete LACKS[key]
	}
}

function finish(id, ind, d,    i, k, w)
{
	for (i = 1; i <= PN["was", id]; i++) {
		w = PW["was", id, i]
		k = w
		sub(/:.*/, "", k)
		if (!(k in DONE) && earlier(id, k, d) && EARLIER != "-") {
			emit(ind k ": " EARLIER)
			DONE[k] = 1
		}
	}
	split("", DONE)
	split("", LACKS)
}

# --- prose ---------------------------------------------------------------------

function has_unborn(s, d,    t)
{
	while (match(s, /\[\[[A-Z]+[-.][0-9.]+\]\]/)) {
		t = substr(s, RSTART + 2, RLENGTH - 4)
		if (unborn(t, d))
			return 1
		s = substr(s, RSTART + RLENGTH)
	}
	return 0
}

function later_row(s, d,    t)
{
	if (s !~ /^\|/)
		return 0
	if (match(s, /\| [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] \|/)) {
		t = substr(s, RSTART + 2, 10)
		return t > d
	}
	return 0
}

function paragraph(id, p, d, ref,    i, rx, n, a, out, keep)
{
	for (i = 1; i <= PN["cut", id]; i++) {
		if (d >= PU["cut", id, i])
			continue
		rx = PW["cut", id, i]
		rx = substr(rx, 2, length(rx) - 2)
		if (p ~ rx) {
			USED["cut", id, i] = 1
			return ""
		}
	}
	n = split(p, a, "\n")
	if (p !~ /^[-|]/ && has_unborn(p, ref))
		return ""
	out = ""
	for (i = 1; i <= n; i++) {
		if (lines_cut(id, a[i], d) || later_row(a[i], d) ||
		    has_unborn(a[i], ref))
			continue
		out = out a[i] "\n"
	}
	return out
}

# The paragraphs of lines a to b that stood on day d, with a blank line
# between them; ind is what the lines of a block in the header begin with.
function prose(path, id, a, b, ind, d, ref,    i, p, skip, s, t, out)
{
	p = ""
	out = ""
	skip = 0
	for (i = a; i <= b + 1; i++) {
		t = i <= b ? substr(T[path, i], length(ind) + 1) : ""
		if (t != "") {
			p = p (p == "" ? "" : "\n") t
			continue
		}
		if (p == "")
			continue
		if (p ~ /^#+ /)
			skip = (match(p, /^#+ [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/) &&
			    substr(p, RLENGTH - 9, 10) > d)
		if (!skip) {
			s = paragraph(id, p, d, ref)
			if (s != "") {
				gsub(/\n/, "&" ind, s)
				out = out (out == "" ? "" : "\n") ind \
				    substr(s, 1, length(s) - length(ind))
			}
		}
		p = ""
	}
	return out
}

function replace(s, new, old,    p)
{
	p = index(s, new)
	if (!p)
		return s
	return substr(s, 1, p - 1) old substr(s, p + length(new))
}

function said(id, d,    i, w, p)
{
	for (i = PN["said", id]; i >= 1; i--) {
		if (d >= PU["said", id, i])
			continue
		w = substr(PW["said", id, i], 3)
		p = index(w, " => ")
		if (index(OUT, substr(w, 1, p - 1)))
			USED["said", id, i] = 1
		OUT = replace(OUT, substr(w, 1, p - 1), substr(w, p + 4))
	}
}

# The file as it stood on day d.
function version(path, d,    i, j, id, line, ref, top, n, deep)
{
	OUT = ""
	if (!FM[path]) {
		for (i = 1; i <= TN[path]; i++)
			emit(T[path, i])
		said(path, d)
		return OUT
	}
	top = OWN[path]
	ref = d
	if (KIND[top] == "document") {
		i = edition(top, d)
		j = edition_state(top, i, "approved")
		if (LASTED)
			ref = "9999-12-31"
		else if (j <= d)
			ref = j
	}
	emit("---")
	id = top
	DUE = ""
	n = FM[path]
	for (i = 2; i < n; i = j + 1) {
		line = T[path, i]
		j = i
		if (line == "records:") {
			finish(id, "", d)
			emit(line)
			continue
		}
		if (line ~ /^  - id: / && REG[path]) {
			if (id != top)
				finish(id, "    ", d)
			id = substr(line, 9)
			DUE = ""
			if (BORN[id] > d) {
				while (j + 1 < n && T[path, j + 1] !~ /^  - /)
					j++
				id = top
				continue
			}
			emit(line)
			continue
		}
		deep = (id == top) ? "^ " : "^     "
		while (j + 1 < n && (T[path, j + 1] == "" || \
		    T[path, j + 1] ~ deep))
			j++
		field(path, id, id == top ? "" : "    ", i, j, d, ref)
	}
	finish(id, id == top ? "" : "    ", d)
	emit("---")
	line = prose(path, top, FM[path] + 1, TN[path], "", d, ref)
	if (line != "")
		OUT = OUT "\n" line
	said(top, d)
	return OUT
}

# --- the stream ----------------------------------------------------------------

function lies_at(path, d,    i, id)
{
	id = OWN[path]
	for (i = 1; i <= PN["path", id]; i++)
		if (d < PU["path", id, i])
			return PW["path", id, i]
	return path
}

function who(p)
{
	if (!((p, "name") in VAL))
		die("unknown person: " p)
	return VAL[p, "name"] " <" VAL[p, "email"] ">"
}

function put(path, d,    s, at)
{
	s = version(path, d)
	at = lies_at(path, d)
	if (!(path in PUTON))
		PUTON[path] = d
	if (CUR[path] == s)
		return
	FILES[++NF_] = at
	TEXT[NF_] = s
	WAS[NF_] = path
	CUR[path] = s
}

function put_name(w, d,    n, a, i, lo, hi, p, pre)
{
	if (w in TN) {
		put(w, d)
	} else if (w in PATHOF) {
		put(PATHOF[w], d)
	} else if (w ~ /\.\./) {
		n = split(w, a, /\.\./)
		pre = a[1]
		sub(/[0-9]+$/, "", pre)
		lo = substr(a[1], length(pre) + 1) + 0
		hi = a[2] + 0
		for (i = lo; i <= hi; i++) {
			p = pre sprintf("%04d", i)
			if (!(p in PATHOF))
				die("unknown: " p)
			put(PATHOF[p], d)
		}
	} else {
		die("unknown: " w)
	}
}

function flush_commit(    i, t, ref, s)
{
	if (DATE == "")
		return
	if (NF_ == 0 && MERGE == "")
		die("nothing changes: " DATE " " SUBJECT)
	t = days(DATE) * 86400 + substr(TIME, 1, 2) * 3600 + \
	    substr(TIME, 4, 2) * 60 - 9 * 3600
	if (t < LASTT)
		die("out of order: " DATE " " TIME " " SUBJECT)
	LASTT = t
	ref = (BRANCH == "") ? "refs/heads/main" : "refs/topic/" BRANCH
	print "commit " ref
	print "mark :" ++MARK
	print "author " who(PERSON) " " t " +0900"
	print "committer " who(PERSON) " " t " +0900"
	s = SUBJECT "\n"
	if (BODY != "")
		s = s "\n" BODY
	if (TRAILER != "")
		s = s "\n" TRAILER
	print "data <<END_OF_MESSAGE"
	printf "%s", s
	print "END_OF_MESSAGE"
	if (BRANCH != "") {
		if (!(BRANCH in BTIP))
			print "from :" MAIN
		else
			print "from :" BTIP[BRANCH]
		BTIP[BRANCH] = MARK
	} else if (MAIN) {
		print "from :" MAIN
	}
	if (MERGE != "") {
		if (!(MERGE in BTIP))
			die("no such branch: " MERGE)
		print "merge :" BTIP[MERGE]
		for (i = 1; i <= BN[MERGE]; i++)
			write_file(BF[MERGE, i], BT[MERGE, i])
	}
	for (i = 1; i <= NF_; i++) {
		if (WAS[i] in MOVED)
			print "D " MOVED[WAS[i]]
		write_file(FILES[i], TEXT[i])
		if (BRANCH != "") {
			BF[BRANCH, ++BN[BRANCH]] = FILES[i]
			BT[BRANCH, BN[BRANCH]] = TEXT[i]
		}
	}
	if (BRANCH == "")
		MAIN = MARK
	print ""
	DATE = ""
}

function write_file(path, text)
{
	print "M 100644 inline " path
	print "data <<END_OF_FILE"
	printf "%s", text
	print "END_OF_FILE"
}

function begin_commit(a, line)
{
	flush_commit()
	DATE = a[2]
	TIME = a[3]
	PERSON = a[4]
	SUBJECT = line
	sub(/^@ [^ ]+ [^ ]+ [^ ]+ /, "", SUBJECT)
	if (!is_date(DATE) || TIME !~ /^[0-9][0-9]:[0-9][0-9]$/)
		die("bad line: " line)
	BODY = TRAILER = BRANCH = MERGE = ""
	NF_ = 0
	split("", MOVED)
}

function tell(f,    line, a, n, i)
{
	while ((getline line < f) > 0) {
		sub(/[ \t]+$/, "", line)
		if (line ~ /^#/ || line == "")
			continue
		n = split(line, a, " ")
		if (a[1] == "@") {
			begin_commit(a, line)
		} else if (a[1] == "put") {
			for (i = 2; i <= n; i++)
				put_name(a[i], DATE)
		} else if (a[1] == "move") {
			MOVED[PATHOF[a[2]]] = PW["path", a[2], 1]
			CUR[PATHOF[a[2]]] = ""
			put(PATHOF[a[2]], DATE)
		} else if (a[1] == "branch") {
			BRANCH = a[2]
		} else if (a[1] == "merge") {
			MERGE = a[2]
		} else if (a[1] == "approved") {
			TRAILER = TRAILER "Approved-by: " who(a[2]) "\n"
		} else {
			BODY = BODY line "\n"
		}
	}
	close(f)
	flush_commit()
}

# Fields that appear when a record reaches a state.
function from(kind, st, keys,    a, n, i)
{
	n = split(keys, a, " ")
	for (i = 1; i <= n; i++)
		FROM[kind, a[i]] = st
}

function tables(    a, n, i)
{
	from("corrective_action", "analysed", "root_cause method")
	from("corrective_action", "planned", "action implementer due")
	from("corrective_action", "implemented",
	    "implemented_on evidence isms_change")
	from("corrective_action", "verified", "effectiveness")
	from("corrective_action", "closed", "closed_by closed_on")
	from("nonconformity", "contained", "correction consequences")
	from("nonconformity", "analysed", "similar action_needed")
	from("nonconformity", "acting", "actions")
	from("nonconformity", "closed", "closed_by closed_on")
	from("incident", "triaged", "severity notify people_affected cia")
	from("incident", "contained", "contained_on")
	from("incident", "recovered", "recovered_on")
	from("incident", "closed", "cause lessons closed_on")
	from("risk", "assessed",
	    "criteria assessed_on likelihood impact level review_due")
	from("risk", "accepted", "residual_likelihood residual_impact")
	from("risk", "accepted", "residual_level acceptance")
	from("risk", "closed", "closed_reason")
	from("risk_treatment", "approved",
	    "approved_by approved_on expected_level")
	from("risk_treatment", "done", "done_on evidence")
	from("risk_treatment", "verified", "verified_by verified_on")
	from("objective", "approved", "approved_by approved_on")
	from("exercise", "held",
	    "held_on participants results measured_rto measured_rpo problems")
	from("exercise", "reported", "reported_on followups")
	from("training_session", "held", "held_on attendees absent")
	from("training_session", "reported", "evaluation reported_on material")
	from("audit", "held", "held_on")
	from("audit", "reported",
	    "results conclusion reported_on reported_to findings")
	from("audit_finding", "accepted", "ncr")
	from("audit_finding", "end", "decision")
	from("management_review", "held",
	    "held_on attendees inputs conclusions decisions")
	from("management_review", "approved", "approved_by approved_on")
	from("change", "approved", "risk_review approved_by approved_on")
	from("change", "done", "done_on")
	from("change", "closed", "review")
	from("exception", "active", "approved_by approved_on")
	from("supplier", "assessed", "assessed_on result")
	n = split("organisation risk_criteria statement_of_applicability " \
	    "audit_programme training_programme", a, " ")
	for (i = 1; i <= n; i++)
		from(a[i], "approved", "approved_by approved_on")
	from("continuity_plan", "approved", "approved_by approved_on")
	from("continuity_plan", "in_force", "effective_on")
	n = split("approved_on held_on reported_on done_on verified_on " \
	    "implemented_on closed_on assessed_on disposed_on left since " \
	    "communicated_on contained_on recovered_on", a, " ")
	for (i = 1; i <= n; i++)
		HAPPENED[a[i]] = 1
	PARTNER["approved_by"] = "approved_on"
	PARTNER["closed_by"] = "closed_on"
	PARTNER["verified_by"] = "verified_on"
	n = split("version approved_by approved_on effective_on reviewed " \
	    "review_due", a, " ")
	for (i = 1; i <= n; i++)
		DOCFIELD[a[i]] = 1
}

# The version that goes with each edition of a document, from its changes.
function edition_versions(    id, path, i, k, ed, s, n)
{
	for (id in PATHOF) {
		if (KIND[id] != "document" || !LN[id])
			continue
		path = PATHOF[id]
		n = 1
		EDDAY[1] = BORN[id]
		for (i = 2; i <= LN[id]; i++)
			if (LS[id, i] == "review" &&
			    LS[id, i - 1] == "in_force")
				EDDAY[++n] = LD[id, i]
		k = 0
		for (i = 2; i < FM[path]; i++) {
			s = T[path, i]
			if (s !~ /^  - \{version: /)
				continue
			sub(/^  - \{version: "?/, "", s)
			sub(/"?,.*/, "", s)
			if (++k <= n)
				EDVER[id, EDDAY[k]] = s
		}
		if (k != n)
			die(id " has " k " changes and " n " editions")
	}
}

function all_told(    p, k, a, bad)
{
	for (p in TN) {
		version(p, "9999-12-31")
		if (CUR[p] != OUT) {
			print "story.awk: not told to its end: " p | \
			    "cat 1>&2"
			bad = 1
		}
	}
	for (k in PW) {
		split(k, a, SUBSEP)
		if (a[1] ~ /^(cut|line|said)$/ && !(k in USED)) {
			print "story.awk: never used: " a[1] " " a[2] " " \
			    PW[k] | "cat 1>&2"
			bad = 1
		}
	}
	if (bad)
		die("the story and the ISMS differ")
}

BEGIN {
	while ((getline name < list) > 0)
		load_file(name)
	close(list)
	tables()
	load_past(src "/story-past.txt")
	edition_versions()
	tell(src "/story.txt")
	all_told()
}
