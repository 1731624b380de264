sed 's|evidence/keys-2026-02.csv|evidence/none.csv, ../x.pdf, x/../../y.pdf, /etc/x.pdf|' risks.md >new
mv new risks.md
