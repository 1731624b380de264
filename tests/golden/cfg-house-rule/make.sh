cat >>isms.yaml <<'END'
house_rules:
  - code: HOUSE-01
    severity: note
    message: {en: "{id} is a thing", ja: "{id} は物です"}
    sql: SELECT id FROM asset WHERE asset_type = 'hardware'
  - code: HOUSE-02
    message: never
    sql: SELECT nothing FROM nowhere
  - code: HOUSE-03
    message: never
    sql: DELETE FROM asset
  - code: HOUSE-04
    message: endless
    sql: WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n
END
