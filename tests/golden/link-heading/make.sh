mkdir -p evidence
printf x >evidence/x.txt
cat >>documents/DOC-0001.md <<'END'

## Our scope

## Twice

## Twice

[a](#our-scop) [b](#nothing-like-it-here) [c](#twice-1) [d](#our-scope)
[e](DOC-0001.md#Our-Scope) [f](../assets.md) [g](../asets.md) [h](../evidence)
END
