# Since when is asked of what is implemented, and of nothing else.
sed -i '/id: A.5.1,/s/ since: [0-9-]*,//
/id: A.5.2,/s/implementation: implemented, since: [0-9-]*,/implementation: partial,/' controls.md
cat >>isms.yaml <<'END'
kinds:
  - name: key
    prefix: KEY
    fields:
      - {name: form, type: choice, choices: [metal, card], need: always, label: {en: Form, ja: 形式}}
      - {name: number, type: str, need: always, when: {form: card}, label: {en: Number, ja: 番号}}
      - {name: lock, type: str, need: always, when: {from: metal}, label: {en: Lock, ja: 錠}}
      - {name: room, type: str, when: metal, label: {en: Room, ja: 部屋}}
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
