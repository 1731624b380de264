# Overrides and settings that nothing could obey.
cat >>isms.yaml <<'END'
rules:
  - {code: CTL-99, severity: off, reason: There is none}
  - {code: XYZZY-1, severity: note, reason: There is none}
  - {code: GEN-04, severity: off, reason: It is never off}
  - {code: CA-02, severity: warning, reason: We are slow}
  - {code: CTL-07, severity: note, reason: A choice of ours}
  - {code: HOUSE-01, severity: note, reason: A rule of ours}
house_rules:
  - {code: HOUSE-01, message: "{id}", sql: "SELECT id FROM risk WHERE 0"}
settings: {lead: soon, joiner_days: many, reason_length: 20, review_grace: [P1M, P2M], not_a_basis: "because"}
END
sed -i 's/^  - {code: XYZZY-1/  - {code: RTP-09, severity: off, reason: TBD}\n&/
s/^house_rules:/&\n  - {code: RTP-01, message: "{id}", sql: "SELECT id FROM risk"}/' isms.yaml
