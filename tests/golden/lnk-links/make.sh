# A name as a Mac stores it, linked to as everybody types it.
mkdir -p x
printf 'x\n' >"x/$(printf 'cafe\314\201.txt')"
cat >x/ISS-3003.md <<'END'
---
id: ISS-3003
kind: issue
title: Accents
status: active
owner: PER-0002
created: 2026-01-10
side: internal
effect: none
description: x
---

[the same name](café.txt), [another](cafè.txt)
END
