cat >>documents/DOC-0001.md <<'END'

See [the law], [the law][LAW] and a note[^a].

[the law]: https://example.com/law
[LAW]:
  https://example.com/law

> [The  Law]: https://example.com/other

[^a]: Called, with two paragraphs and a table.

    | One | Two |
    | --- | --- |
    | `a\|b` | [[RSK-9999]] and [^c] |

[^A]: The same name.

[^b]: Never called.
END
