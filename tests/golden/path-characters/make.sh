printf x >"$(printf 'nl\n::error file=x::pwn')"
printf x >"$(printf 'esc\033[31m.txt')"
printf x >"$(printf 'bad\377.txt')"
printf x >-rf
printf x >'::error ::y'
