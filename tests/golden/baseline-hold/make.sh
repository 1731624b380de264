# A circle of findings: of a rule, of the program, of a file, twice the same,
# and one that is never held back.
sed -i '/id: AST-0001/,/id: AST-0002/s/^    classification:.*/    colour: red/' assets.md
printf 'no front matter\n' >notes.md
sed -i 's/^\( *\)due: 2026-.*/\1due: 2026-05-31/' improvement.md
cat >baseline.yaml <<'END'
reason: Taken over
expires: 2026-12-31
findings:
  - {code: AST-02, record: "AST-0001", field: "classification"}
  - {code: GEN-12, record: "AST-0001", says: "asset has no field colour"}
  - {code: CA-02, record: "CA-0001", field: "due"}
END
sed -i '/id: AST-0002/,$s/^    classification:.*/    shape: round/' assets.md
