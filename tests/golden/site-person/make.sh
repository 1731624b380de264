# A page for each person: what they owe, own and signed, and nothing of what
# is kept about them; what holds no row has no title either.
sed -i '/PER-0003/s/}$/, email: chie@example.com, name_kana: みついちえ}/' people.md
