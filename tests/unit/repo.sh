# Read by tests/unit/repo.h: runs the script on standard input in the folder
# $R, where git knows no user and no system, and the clock ticks by days.
set -e
export HOME="$R" GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export LC_ALL=C.UTF-8
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_CONFIG_COUNT \
    GIT_OBJECT_DIRECTORY GIT_NAMESPACE GIT_CEILING_DIRECTORIES

who() {
	export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$1@x"
	export GIT_COMMITTER_NAME=Land GIT_COMMITTER_EMAIL=land@x
}

now() {
	n=$(cat "$R.clock" 2>/dev/null || echo 0)
	echo $((n + 1)) >"$R.clock"
	GIT_AUTHOR_DATE="@$((1735689600 + n * 86400)) +0000"
	GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
	export GIT_AUTHOR_DATE GIT_COMMITTER_DATE
}

# save MESSAGE: commit all there is.
save() {
	now
	git add -A
	git commit -q --allow-empty -m "$1"
}

# merge BRANCH...
merge() {
	now
	git merge -q --no-ff -m Merge "$@" >/dev/null
}

# rec FILE ID DUE [PROSE]
rec() {
	mkdir -p "$(dirname "$1")"
	printf -- '---\nid: %s\nkind: risk\ndue: %s\n---\n%s\n' "$2" "$3" \
	    "${4-}" >"$1"
}

# commit_raw TREE TEXT: a commit as the text has it, made HEAD.
commit_raw() {
	id=$(printf 'tree %s\n%b' "$1" "$2" |
	    git hash-object -t commit -w --literally --stdin)
	git update-ref --no-deref HEAD "$id" || echo "$id" >.git/HEAD
}

who Ann
cd "$R"
. /dev/stdin
