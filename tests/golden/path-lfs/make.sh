cat >x.md <<'END'
version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
END
mkdir -p evidence
cp x.md evidence/log.pdf
