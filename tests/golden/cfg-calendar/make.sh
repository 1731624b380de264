# Works that there are not, and values that no work can have.
cat >>isms.yaml <<'END'
calendar:
  mangement_review: {month: 12}
  internal_audit: {month: 13, grace: soon, style: slot}
END
