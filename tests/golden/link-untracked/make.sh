. "$(dirname "$0")/../../story.sh"
mkdir -p evidence
echo logs/ >.gitignore; mkdir logs; echo x >logs/today.txt
echo x >evidence/list.txt; echo x >evidence/old.txt
put improvement.md CA-0002 evidence '[evidence/list.txt, evidence/old.txt, logs/today.txt]'
git init -q -b main .
git add -A
git rm -q --cached evidence/list.txt
on 2026-06-01
git commit -q -m 'the ISMS'
