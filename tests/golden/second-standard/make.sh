cp -R "$(dirname "$0")/../../../lib/standard/iso9001/minimal/." .
# What its own rules say, and those of no other standard.
sed -i 's/received_on: 2026-06-25/received_on: 2026-06-05/; s/due: 2026-07-31/due: 2026-05-31/; s/actions: \[QCA-0001\]/controls: [A.5.1]/; s/level: policy/level: polcy/' complaints.md organisation.md
cat >>isms.yaml <<'END'
settings: {answer_days: 20, joiner_days: 3}
rules:
  - {code: CPL-03, severity: error, reason: We want to know}
END
