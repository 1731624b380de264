cp documents/DOC-0001.md documents/doc-0001.md
mkdir Straße STRASSE
cp -R evidence Evidence
