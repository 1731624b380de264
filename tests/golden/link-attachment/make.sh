mkdir -p evidence
printf x >evidence/keys-2026-02.csv
: >evidence/empty.pdf
printf '[a](../evidence/empty.pdf) [b](../evidence/none.pdf) [c](../evidence/keys-2026-02.csv)\n' >>documents/DOC-0001.md
