sed -i '/^manual:/d' isms.yaml
cat >>isms.yaml <<'END'
manual:
  title: Manual
  chapters: [soa, "10", appendix-z]
END
