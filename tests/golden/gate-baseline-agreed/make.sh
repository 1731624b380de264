# A change hides what it does, and lets the rest be hidden longer.
. "$(dirname "$0")/../../story.sh"
put assets.md AST-0001 colour red
cat >baseline.yaml <<'END'
reason: Taken over
expires: 2026-07-31
findings:
  - {code: GEN-12, record: "AST-0001", says: "asset has no field colour"}
END
start 2026-06-01
git checkout -q -b pr
put assets.md AST-0002 shape round
sed -i 's/07-31/12-31/' baseline.yaml
cat >>baseline.yaml <<'END'
  - {code: GEN-12, record: "AST-0002", says: "asset has no field shape"}
END
land 2026-06-25 'a round laptop

The supplier changes the form in autumn.

Approved-by: Aya Ichinose'
