cat >>isms.yaml <<'END'
kinds:
  - name: key
    prefix: KEY
    fields:
      - {name: form, type: choice, choices: [metal, card], need: always, label: {en: Form, ja: 形式}}
      - {name: number, type: str, need: always, when: {form: card}, label: {en: Number, ja: 番号}}
END
cat >keys.md <<'END'
---
kind: key
owner: PER-0002
created: 2026-01-10
status: used
records:
  - {id: KEY-0001, title: Front door, form: metal}
  - {id: KEY-0002, title: Server room, form: card}
---
END
