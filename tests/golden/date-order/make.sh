sed 's/done_on: 2026-02-20/done_on: 2026-03-20/' risks.md >new
mv new risks.md
