# Texts and their translations: told once, in the reader's own language; a
# translation that changes alone says which.
. "$(dirname "$0")/../../story.sh"
start 2026-03-01
f=documents/DOC-0002.md
sed -i -e '2i body_ja: |\
  来訪者は[[PER-0001]]が迎える。' -e '2i title_ja: 入退管理規程' $f
printf '\n[[PER-0001]] meets visitors.\n' >>$f
land 2026-04-01 'both texts'
sed -i 's/が迎える。/が受付で迎える。/' $f
land 2026-05-01 'the translation alone'
