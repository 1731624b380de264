# What the rules on history see, and beside each what they let pass.
. "$(dirname "$0")/../../story.sh"
put risks.md RTP-0002 due 2026-05-31
put improvement.md CA-0001 due 2026-05-31
put improvement.md NCR-0001 severity major
cat >second.md <<'END'
---
status: active
owner: PER-0002
created: 2025-10-01
records:
  - {id: MET-0901, kind: metric, title: Closed alarms, what: Share of alarms closed in a day, method: Report, unit: "%", frequency: half, measured_by: PER-0003, analysed_by: PER-0002, analysed_when: in July, threshold: 80, direction: up}
  - {id: MSR-0901, kind: measurement, title: Closed alarms, status: recorded, metric: MET-0901, period: FY2025-H1, date: 2026-04-02, value: 95, by: PER-0003}
END
for n in 1 2 3; do cat >>second.md <<END
  - id: CA-090$n
    kind: corrective_action
    title: Action $n
    status: planned
    ncr: NCR-0001
    root_cause: Nobody had been told who answers for the list
    action: Name somebody for list $n
    implementer: PER-0004
    due: 2026-07-31
END
done
echo --- >>second.md
start 2025-10-01

# HIS-07: steps of one branch land in one merge; a step at a time passes.
on 2026-03-02
git checkout -q -b work
put second.md CA-0901 status implemented
land 2026-03-02 'done'
put second.md CA-0901 status verified
land 2026-03-12 'seen to work'
git checkout -q main
on 2026-03-20
git merge -q --no-ff -m 'Merge work' work
put second.md CA-0902 status implemented
land 2026-03-21 'done'
put second.md CA-0902 status verified
land 2026-03-25 'seen to work'

# HIS-15: eased, then tightened a little; eased and put back.
put objectives.md MET-0001 threshold 70
put second.md MET-0901 threshold 60
land 2026-04-10 'thresholds'
put objectives.md MET-0001 threshold 75
put second.md MET-0901 threshold 80
land 2026-04-12 'thresholds again'

# HIS-12: another title first, another day of creation later; a better title.
put operation.md COM-0001 title 'Talks with the police'
land 2026-04-13 'title'
put operation.md COM-0001 created 2026-04-14
put second.md CA-0903 title 'Action 3 for the list'
land 2026-04-14 'created'

# HIS-13: a likelihood falls; with a word on why it passes.
put risks.md RSK-0002 likelihood 1
land 2026-04-20 'scores'
put risks.md RSK-0001 impact 2
put risks.md RSK-0001 consequence 'Customer data are read; none can be destroyed any more'
land 2026-04-21 'scores'

# HIS-03: criteria with a new version and no approval of it.
put risks.md CRI-0001 reassess_every P2Y
put risks.md CRI-0001 version '"1.1"'
land 2026-04-22 'criteria'

# HIS-17: excluded while a treatment used it, which let go of it later.
put risks.md RTP-0002 controls '[A.8.30]'
land 2026-04-23 'treatment'
put risks.md RTP-0002 controls '[A.6.3]'
sed '/A.8.30,/s/applicable: false/applicable: true/' controls.md >x && mv x controls.md
land 2026-04-24 'applicable'
put risks.md RTP-0002 controls '[A.8.30]'
land 2026-04-25 'used'
sed '/A.8.30,/s/applicable: true/applicable: false/' controls.md >x && mv x controls.md
land 2026-04-26 'not applicable'
put risks.md RTP-0002 controls '[A.6.3]'
land 2026-05-06 'no longer used'

# HIS-11: five events of as many months, recorded on one day of June.
sed '$d' second.md >x && mv x second.md
for n in 10 11 12 01 04; do cat >>second.md <<END
  - {id: INC-09$n, kind: incident, title: Event $n, status: reported, class: event, detected_on: 2025-$n-20, reported_on: 2025-$n-21, reported_by: PER-0004, pii: false}
END
done
sed 's/2025-0\([14]\)/2026-0\1/g' second.md >x && mv x second.md
echo --- >>second.md
# HIS-01, HIS-02, HIS-22: moved back and forth, at last too late; the approver
# of the second commits himself that he agreed.
put improvement.md CA-0001 due 2026-08-31
put second.md CA-0903 due 2026-09-30
put risks.md RTP-0002 due 2026-07-31
land 2026-06-05 'days'
put improvement.md CA-0001 due 2026-07-31
put risks.md RTP-0002 due 2026-06-30
land 2026-06-06 'days, earlier'
put improvement.md CA-0001 due 2026-09-30
put risks.md RTP-0002 due 2026-08-31
land 2026-06-07 'days'
who 'Aya Ichinose' aya@small.example
awk '{ print } /id: CA-0903/ { print "    postponed:\n      - {was: 2026-07-31, until: 2026-09-30, on: 2026-06-08, by: PER-0001, reason: The list moves to another tool in August}" }' \
    second.md >x && mv x second.md
land 2026-06-08 'agreed'

# HIS-04: a line in the list of changes that says what each says, and one of
# its own; work that landed the day before.
who 'Chie Mitsui' chie@small.example
review() {
	sed -e '/^reviewed: /d' -e "s/^created: .*/&\\
reviewed: $2/; s/^changes:/&\\
  - {version: \"1.0\", date: $2, by: PER-0003, summary: $3}/" \
	    documents/$1.md >x && mv x documents/$1.md
	land "$2" "review of $1"
}
review DOC-0001 2026-06-10 'Yearly review'
review DOC-0002 2026-06-11 'Compared with the register of assets'
review DOC-0001 2026-06-20 'Yearly review'
review DOC-0002 2026-06-21 'The two new suppliers asked; their answers fit'
cat >third.md <<'END'
---
id: DOC-0903
kind: document
title: Rules for labels
status: draft
owner: PER-0002
created: 2025-10-01
reviewed: 2026-01-05
doc_type: procedure
version: "0.1"
classification: internal
prepared_by: PER-0003
review_every: P1Y
retention: P3Y
changes:
  - {version: "0.1", date: 2025-10-01, by: PER-0003, summary: First draft}
---

Labels are red.
END
land 2026-06-22 'labels'
echo 'Or blue.' >>third.md
land 2026-06-23 'labels read again'
sed 's/^reviewed: .*/reviewed: 2026-06-23/' third.md >x && mv x third.md
land 2026-06-24 'review of labels'

# HIS-18: a clock that stands a week behind, and one ahead.
put second.md MET-0901 title 'Alarms closed in time'
land 2026-06-12 'title'
put second.md MET-0901 title 'Alarms closed in a day'
land 2026-07-09 'title'
