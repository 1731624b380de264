cat >>isms.yaml <<'END'
forge:
  edit: "http://forge.example/edit/{path}"
  file: "https://forge.example/\" onclick=x/{path}"
  commit: "https://forge.example/commit/"
END
