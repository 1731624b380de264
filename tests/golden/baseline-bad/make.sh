cat >baseline.yaml <<'END'
expires: next year
findings:
  - {record: AST-0001}
  - AST-02
END
