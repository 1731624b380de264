# The review moves to the last month; its programme and the parties are late.
cat >>isms.yaml <<'END'
calendar: {management_review: {month: 12}, internal_audit: {month: 5, grace: P2M}}
END
