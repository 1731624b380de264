sed 's/approved_on: 2025-10-20/approved_on: 2025-09-20/; s/review_due: .*/review_due: 2025-09-01/' documents/DOC-0001.md >new
mv new documents/DOC-0001.md
