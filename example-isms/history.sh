#!/bin/sh
# history.sh OUTDIR: lay the example ISMS out as a git repository
#
# The files beside this script are how the ISMS stands on the last day.
# story.txt lists the commits that led there, story-past.txt what was
# different on the way, and story.awk turns both into a stream for
# git fast-import.  Clock, names and configuration are fixed, so that the
# commit ids are the same on every machine.  No network is used.
set -eu

if [ $# -ne 1 ]; then
	echo "usage: history.sh OUTDIR" >&2
	exit 2
fi
out=$1
src=$(cd "$(dirname "$0")" && pwd)
if [ -e "$out" ] && [ -n "$(ls -A "$out" 2>/dev/null)" ]; then
	echo "history.sh: $out exists and is not empty" >&2
	exit 2
fi

unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY \
    GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_NAMESPACE GIT_DEFAULT_HASH \
    GIT_TEMPLATE_DIR GIT_CEILING_DIRECTORIES GIT_CONFIG_PARAMETERS \
    GIT_CONFIG_COUNT GIT_CONFIG 2>/dev/null || :
GIT_CONFIG_GLOBAL=/dev/null
GIT_CONFIG_NOSYSTEM=1
GIT_CONFIG_SYSTEM=/dev/null
GIT_ATTR_NOSYSTEM=1
LC_ALL=C
TZ=UTC
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM GIT_CONFIG_SYSTEM \
    GIT_ATTR_NOSYSTEM LC_ALL TZ

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT TERM

# The files of the ISMS: all but the script, the story and the README that
# explain the example.
(
	cd "$src"
	find . -type f ! -name '*.sh' ! -path './story*' \
	    ! -path './README.md' | sed 's|^\./||' | sort
) > "$tmp/files"

awk -f "$src/story.awk" -v src="$src" -v list="$tmp/files" \
    > "$tmp/stream"

git init -q -b main --template= "$out"
out=$(cd "$out" && pwd)
cd "$out"
git config core.autocrlf false
git config core.hooksPath /dev/null
git config commit.gpgsign false
git config gc.auto 0
git fast-import --quiet --date-format=raw < "$tmp/stream"
git for-each-ref --format='delete %(refname)' refs/topic |
    git update-ref --stdin
git reset -q --hard main

# The last commit has to be the ISMS that lies beside this script.
git ls-files | sort > "$tmp/have"
if ! cmp -s "$tmp/files" "$tmp/have"; then
	echo "history.sh: the files differ from those of the example" >&2
	diff "$tmp/files" "$tmp/have" >&2 || :
	exit 1
fi
while read -r f; do
	if ! cmp -s "$src/$f" "$f"; then
		echo "history.sh: $f differs from the example" >&2
		exit 1
	fi
done < "$tmp/files"

commits=$(git rev-list --count main)
merges=$(git rev-list --count --merges main)
people=$(git log --format=%ae main | sort -u | wc -l)
echo "$commits commits, $merges merges, $((people)) people," \
    "$(git rev-parse --short=12 main)"
