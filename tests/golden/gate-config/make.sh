# What a change may not do to the rules that it is judged by.
. "$(dirname "$0")/../../story.sh"
cat >>isms.yaml <<'END'
settings:
  treatment_grace: P7D
house_rules:
  - {code: HOUSE-01, severity: error, message: "{id} has no tags", sql: "SELECT id FROM risk WHERE 0"}
  - {code: HOUSE-02, severity: error, message: "{id} is short", sql: "SELECT id FROM risk WHERE id = 'RSK-0002' AND title = 'Short'"}
rules:
  - {code: DOC-01, severity: error, reason: We want to know}
kinds:
  - name: risk
    fields: [{name: site, type: str, label: {en: Site, ja: 拠点}}]
  - name: asset
    fields: [{name: site, type: str, need: always, label: {en: Site, ja: 拠点}}]
END
put assets.md AST-0001 site tokyo
start 2026-06-01
git checkout -q -b pr
put risks.md RSK-0002 title Short
put risks.md RTP-0002 due 2026-06-15
cat >x <<'END'
profile: starter
timezone: UTC
settings:
  treatment_grace: P30D
  reason_length: 3
  effect_days: 30
house_rules:
  - {code: HOUSE-02, severity: note, message: "{id} is short", sql: "SELECT id FROM risk WHERE id = 'RSK-0002' AND title = 'Short'"}
rules:
  - {code: RTP-03, severity: off, reason: It is too loud}
  - {code: DOC-01, severity: warning, reason: Agreed in June, approver: PER-0001}
kinds:
  - name: asset
    fields: [{name: site, type: str, label: {en: Site, ja: 拠点}}]
END
sed '/^profile:/,$d; /^timezone:/d' isms.yaml >y && cat y x >isms.yaml && rm x y
land 2026-06-25 'an easier life'
