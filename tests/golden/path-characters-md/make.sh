printf '# x\n' >"$(printf '::error file=x::y\r\n.md')"
printf '# x\n' >'-x.md'
printf -- '---\nid：x\n---\n' >'::error file=x::pwn.md'
