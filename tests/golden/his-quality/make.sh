# What the history can prove, how often work was done, how long a risk stood
# above acceptance, whether a cause came back.
export TZ=Asia/Tokyo
at() {
	GIT_AUTHOR_DATE="${3-$1}T09:00:00" GIT_COMMITTER_DATE="$1T09:00:00" \
	git -c user.name='Ben Nikaido' -c user.email=ben@small.example \
	    -c commit.gpgsign=false commit -q -a -m "$2"
}
git -c init.defaultBranch=main init -q .
git add -A
at 2025-12-15 'the ISMS'
sed 's/residual_level: medium/residual_level: low/' risks.md >x && mv x risks.md
at 2026-03-15 'less is left

Approved-by: Aya Ichinose <aya@small.example>'
echo >>issues.md
at 2026-03-05 'a clock that runs back' 2026-02-01
