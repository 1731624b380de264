cat >>isms.yaml <<'END'
kinds:
  - name: visitor
    prefix: VIS
    label: {en: Visitor, ja: 訪問者}
    plural: {en: Visitors, ja: 訪問者}
    fields:
      - {name: host, type: reff, refs: [person], label: {en: Host, ja: 担当}}
      - {nmae: badge, type: str}
  - {prefix: ZZZ}
  - {name: guest, prefix: AST, label: {en: Guest, ja: 客}, plural: {en: Guests, ja: 客}, states: [{name: a, label: {en: a, ja: a}}]}
END
