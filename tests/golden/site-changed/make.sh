# Three commits: all records, one of them again, one of them gone.
export GIT_CONFIG_NOSYSTEM=1 HOME=/nonexistent
commit() {
	git add -A
	GIT_AUTHOR_DATE="$1T09:00:00+09:00" \
	    GIT_COMMITTER_DATE="$1T09:00:00+09:00" \
	    git -c user.name='Ann Ichinose' -c user.email=ann@example.org \
	    commit -q -m "$2"
}
cat >>isms.yaml <<'EOF'
forge:
  edit: "https://forge.example/isms/edit/main/{path}"
  file: "https://forge.example/isms/blob/main/{path}"
  commit: "https://forge.example/isms/commit/{commit}"
EOF
mkdir -p evidence
echo kept >evidence/course.txt
sed '/CMP-0003/s/Course record/evidence\/course.txt/' competence.md >x && mv x competence.md
cat >more.md <<'EOF'
---
id: ISS-0900
kind: issue
title: First
status: open
owner: PER-0002
created: 2026-01-10
side: external
effect: negative
description: Something.
---
EOF
sed 's/ISS-0900/ISS-0901/; s/First/Second/' more.md >gone.md
git init -q -b main
commit 2026-03-05 'Begin'
sed -i 's/^title: First/title: Renamed/; s/^side: external/side: internal/' more.md
commit 2026-05-20 'Look again'
rm gone.md
commit 2026-06-02 'Less'
