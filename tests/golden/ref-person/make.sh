sed 's/approved_by: PER-0001/approved_by: Aya Ichinose/; s/prepared_by: PER-0002/prepared_by: The board/' documents/DOC-0001.md >new
mv new documents/DOC-0001.md
