# A word that no column has room for is broken; a graph of nothing has no
# title either.
cat >risks2.md <<'END'
---
kind: risk
status: assessed
owner: PER-0002
created: 2026-01-10
records:
  - {id: RSK-0900, title: Donaudampfschifffahrtsgesellschaftskapitaen, threat: none, likelihood: 3, impact: 3, level: high}
  - {id: RSK-0901, title: 情報システムの運用委託先における特権アカウントの不適切な管理, threat: none, likelihood: 3, impact: 3, level: high}
---
END
