# Markup and line separators within a text: harmless in a script.
mkdir -p notes
printf '%s\n' '---' 'id: ISS-0900' 'kind: issue' \
    'title: "</script><!-- & \"quoted\""' 'title_ja: ｶﾞｲﾄﾞ' \
    'owner: PER-0002' 'created: 2026-01-10' \
    'side: external' 'effect: negative' 'description: "back \\ slash"' \
    '---' >notes/ISS-0900.md
printf 'Line\342\200\250separator and ｶﾞｲﾄﾞ text.\n' >>notes/ISS-0900.md
