printf -- '---\nid: "RSK-0009\357\270\217"\nkind: risk\ntitle: Strange\nstatus: open\ncreated: 2026-01-10\nowner: PER-0003\nmethod: event\nevent: x\nconsequence: y\ncia: [C]\n---\n' >RSK-0009.md
