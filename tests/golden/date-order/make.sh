sed 's/approved_on: 2025-12-20/approved_on: 2026-05-20/; s/done_on: 2026-02-20/done_on: 2025-12-30/' risks.md >new
mv new risks.md
