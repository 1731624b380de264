# The one error there is stands in the baseline.
sed -i '/id: AST-0001/,/id: AST-0002/{/^    classification:/d}' assets.md
cat >baseline.yaml <<'EOF'
reason: Taken over
expires: 2026-12-31
findings:
  - {code: AST-02, record: "AST-0001", field: "classification"}
EOF
