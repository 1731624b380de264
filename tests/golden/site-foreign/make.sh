# Words of people in a language that they do not name: subjects of commits,
# former values, headings of a text that is not translated.
export GIT_CONFIG_NOSYSTEM=1 HOME=/nonexistent
commit() {
	GIT_AUTHOR_DATE="$1T09:00:00+09:00" \
	    GIT_COMMITTER_DATE="$1T09:00:00+09:00" \
	    git -c user.name='Ann Ichinose' -c user.email=ann@example.org \
	    commit -q -a -m "$2"
}
cat >>more.md <<'EOF'

## First part
## Second part
## Third part
## Fourth part
EOF
commit 2026-06-10 'Headings for all'
sed -i 's/^description: .*/description: Something else now./' more.md
commit 2026-06-11 '説明を改めた'
