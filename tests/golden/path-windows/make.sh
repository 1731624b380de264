for n in CON.txt aux 'a:b.txt' 'q?.txt' 'end.' 'back\slash.txt'; do : >"$n"; done
: >'space '
