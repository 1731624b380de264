mkdir -p t
printf 'x' >t/$(printf '\343\201\213\343\202\231').txt
printf 'x' >t/$(printf '\343\201\214').txt
