# What is held back of one record is not held back of another.
sed -i 's/^    classification:.*/    colour: red\n    colour2: blue/' assets.md
cat >baseline.yaml <<'END'
reason: Taken over
expires: 2026-12-31
findings:
  - {code: GEN-12, record: "AST-0001", says: "asset has no field colour"}
  - {code: GEN-12, record: "AST-0001", says: "asset has no field colour2"}
  - {code: AST-02, record: "AST-0001", field: "classification", count: 2}
END
