cat >>isms.yaml <<'END'
kinds:
  - name: asset
    fields:
      - {name: part_of, type: ref, refs: ["="], acyclic: true, label: {en: Part of, ja: 上位の資産}}
END
sed 's/supplier: SUP-0001/&\n    part_of: AST-0002/; s/title: Laptops/&\n    part_of: AST-0001/' assets.md >new
mv new assets.md
