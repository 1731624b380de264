# A finding that names a person, whose name is written in each language.
sed -i 's/    due: 2026-08-31/    due: 2026-05-31/' improvement.md
sed -i 's/{id: PER-0002,/{id: PER-0002, title_ja: 二階堂 勉,/' people.md
