#!/bin/sh
# demo.sh PROGRAM DIR: lay the example company out as a git repository in
# DIR/repo, check it as of the day its story ends, and compile its manual.
set -eu
ismsc=$1 dir=$2 asof=2026-10-15
here=$(dirname "$0")

say() { printf '\n== %s\n' "$*"; }

mkdir -p "$dir"
rm -rf "$dir/repo"
say "The example company's repository: $dir/repo"
sh "$here/history.sh" "$dir/repo"

say "ismsc check --as-of $asof"
status=0
"$ismsc" check -C "$dir/repo" --as-of "$asof" || status=$?
[ "$status" -le 1 ] || exit "$status"
if [ "$status" -eq 1 ]; then
	cat <<-'END'

	Status 1: these findings are the honest state of the company on that day.
	An error is something an auditor would write up (a corrective action past
	its due date fails the check without grace); a warning is worth a look.
	example-isms/README.md tells the story behind each.
	END
fi

say "ismsc build"
"$ismsc" build -C "$dir/repo" --as-of "$asof" -o "$dir"
say "ismsc pack --draft"
"$ismsc" pack -C "$dir/repo" --as-of "$asof" --draft -o "$dir/pack.zip"
