# What a register file says before its records stands above their table, in
# the language of the reader.  Japanese has no space where a line ends.
sed -i '2i body_ja: |\
  # 課題\
\
  毎年10月に各部門が集め、\
  最高責任者が\
  決める。[[PER-0001]]も加わる。' issues.md
cat >> issues.md <<'X'

# Issues

Collected each October,
decided by top management.
X
