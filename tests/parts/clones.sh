#!/bin/sh
# Repositories as CI and people have them: each is read, or there is one
# message that says what mends it, and what it says works.
set -u
: "${BUILD:=build}"
case $BUILD in /*) ismsc=$BUILD/ismsc ;; *) ismsc=$PWD/$BUILD/ismsc ;; esac
dir=$(mktemp -d) || exit 3
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0
export NO_COLOR=1 LC_ALL=C.UTF-8
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=ann@example.com
export GIT_COMMITTER_NAME=Ann GIT_COMMITTER_EMAIL=ann@example.com

ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "FAIL $*"; head -4 "$dir/out"; }
# judge NAME STATUS FOLDER OPTION...
judge() {
	name=$1 want=$2 at=$3; shift 3
	(cd "$dir/$at" && "$ismsc" check --as-of 2026-06-30 "$@") \
	    >"$dir/out" 2>&1
	got=$?
	[ $got -eq "$want" ] && ok || bad "$name: status $got, not $want"
}
has() { grep -q -- "$1" "$dir/out" && ok || bad "$name: no '$1'"; }
hasnt() { grep -q -- "$1" "$dir/out" && bad "$name: has '$1'" || ok; }
lines() { [ "$(wc -l <"$dir/out")" -eq "$1" ] && ok ||
    bad "$name: not $1 lines"; }

cp -R lib/standard/iso27001/minimal "$dir/src"
cd "$dir/src" || exit 3
git init -q -b main .
git config uploadpack.allowFilter true
for i in 1 2 3 4 5; do
	[ $i -lt 4 ] || echo "Changed in step $i." >>documents/DOC-0001.md
	git add -A
	export GIT_AUTHOR_DATE="2026-0$i-01T00:00:00Z"
	export GIT_COMMITTER_DATE="$GIT_AUTHOR_DATE"
	git commit -q --allow-empty -m $i
done
cd "$dir" || exit 3
url=file://$dir/src

judge whole 1 src --no-cache; has 'DOC-05'; hasnt 'not judged: history'
cp out want

# A shallow one: what changed since is judged, the rest is unknown.
for depth in 1 3; do
	git clone -q --depth $depth "$url" shallow$depth
	judge shallow 3 shallow$depth
	has 'fetch-depth: 0'; has 'GIT_DEPTH: 0'; has 'depth: full'
	has 'fetchDepth: 0'; has 'git fetch --unshallow'
	has 'records that have not changed since 2026-0'
	[ $depth -eq 1 ] && hasnt 'DOC-05' || has 'DOC-05'
	git -C shallow$depth fetch -q --unshallow
	judge mended 1 shallow$depth; cmp -s out want && ok || bad "not mended"
done

for filter in blob:none tree:0; do
	git clone -q --filter=$filter "$url" part
	judge "$filter" 3 part
	has 'is not in this partial clone'; has 'no filter: in actions/checkout'
	has 'GIT_FETCH_EXTRA_FLAGS'; has 'fetchFilter'; has 'Bitbucket'
	judge "$filter, earlier" 3 part --rev HEAD~1 --lang en
	has 'partial clone'; lines 1
	judge "$filter, no history" 0 part --no-history
	git -C part fetch -q --refetch --no-filter
	judge mended 1 part; cmp -s out want && ok || bad "not mended"
	rm -rf part
done

for filter in blob:none blob:limit=1g; do
	git clone -q --sparse --filter=$filter "$url" sparse
	judge sparse 3 sparse; lines 1
	has 'documents/DOC-0001.md'; has 'git sparse-checkout disable'
	judge sparse 3 sparse --lang ja; has 'スパースチェックアウト'
	git -C sparse sparse-checkout disable
	[ $filter = blob:none ] && git -C sparse fetch -q --refetch --no-filter
	judge mended 1 sparse; cmp -s out want && ok || bad "not mended"
	rm -rf sparse
done
# One that leaves out nothing of the ISMS.
mkdir big; cp -R src/* big/; mkdir big/other; mv big/* big/other 2>/dev/null
(cd big && git init -q -b main . && mv other isms && mkdir more &&
    echo x >more/x && git add -A && git commit -q -m 1 &&
    git sparse-checkout set isms)
judge "sparse around it" 0 big/isms

git -C src worktree add -q --detach "$dir/tree"
judge worktree 1 tree; cmp -s out want && ok || bad "worktree differs"
git clone -q --bare "$url" bare.git
judge bare 2 bare.git; has '--rev HEAD'; lines 1
judge "bare, a commit" 1 bare.git --rev main
git clone -q --shared src borrowed
git -C borrowed checkout -q --detach
judge alternates 1 borrowed; cmp -s out want && ok || bad "alternates differ"
cp -R src owned; rm -rf owned/.git/ismsc
if [ "$(id -u)" -eq 0 ]; then
	chown -R 65534 owned
	judge owner 1 owned; cmp -s out want && ok || bad "owner differs"
	[ ! -e owned/.git/ismsc ] && ok || bad "written for another user"
fi

git init -q --object-format=sha256 sha256
cp -R src/*.* src/documents sha256/; (cd sha256 && git add -A &&
    git commit -q -m 1)
judge sha256 3 sha256; has 'objectformat = sha256'; lines 1
judge "sha256, no history" 0 sha256 --no-history
cp -R src table
git -C table config core.repositoryformatversion 1
git -C table config extensions.refStorage reftable
judge reftable 3 table; has 'git refs migrate --ref-format=files'; lines 1
judge "reftable, no history" 0 table --no-history
cp -R src head; echo garbage >head/.git/HEAD
judge head 3 head; has 'git fsck'; lines 1
judge "head, no history" 0 head --no-history

cp -R src other; git -C other replace HEAD~2 HEAD~3
judge replace 1 other; has 'GIT-03'; has 'git replace -d'
cp -R src graft; git -C graft rev-parse HEAD >graft/.git/info/grafts
judge graft 1 graft; has 'GIT-03'
rm -rf src/.git/ismsc; cp -R src lost
o=$(git -C lost rev-parse 'HEAD~1:documents/DOC-0001.md')
rm -f "lost/.git/objects/$(echo "$o" | cut -c1-2)/$(echo "$o" | cut -c3-)"
judge lost 3 lost; has "object $o is missing"; has 'git fsck'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
