cat >isms.yaml <<'END'
name: [x]
standard: iso9999
timezone: Mars/Olympus
year_start: 2-29
languages: [en, fr]
profile: expert
manual: {paper: a5}
rules:
  - {code: CA-02, severity: off}
  - {code: CA-02, severity: loud, reason: x}
  - {severity: off, reason: x}
  - {code: GEN-18, severity: note, reason: x}
  - {code: GEN-18, severity: note, reason: y}
house_rules:
  - {code: x, sql: SELECT 1, message: m}
  - {code: HOUSE-01, sql: SELECT 1}
  - {code: HOUSE-02, message: m}
END
