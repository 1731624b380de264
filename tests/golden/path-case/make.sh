mkdir -p evidence
printf x >evidence/keys-2026-02.csv
cp documents/DOC-0001.md documents/doc-0001.md
mkdir Straße STRASSE
cp -R evidence Evidence
