# Read by make.sh of golden tests: commits on a fake clock, and single fields.
# Usage: . "$(dirname "$0")/../../story.sh"
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
who() {
	GIT_AUTHOR_NAME=$1 GIT_COMMITTER_NAME=$1
	GIT_AUTHOR_EMAIL=$2 GIT_COMMITTER_EMAIL=$2
	export GIT_AUTHOR_NAME GIT_COMMITTER_NAME GIT_AUTHOR_EMAIL \
	    GIT_COMMITTER_EMAIL
}
who 'Chie Mitsui' chie@small.example
# on DAY: what the clock shows from now on
on() {
	GIT_AUTHOR_DATE="$1T09:00:00+09:00" GIT_COMMITTER_DATE="$1T09:00:00+09:00"
	export GIT_AUTHOR_DATE GIT_COMMITTER_DATE
}
# start DAY: the ISMS as it is, the first commit of main
start() {
	git init -q -b main .
	land "$1" 'the ISMS'
}
# land DAY MESSAGE: everything there is
land() {
	on "$1"
	git add -A
	git commit -q --allow-empty -m "$2"
}
# put FILE ID FIELD VALUE: a field of a record of a register; added when the
# record has none
put() {
	awk -v id="$2" -v field="$3" -v value="$4" '
	function give() { if (on && !done) print pad field ": " value }
	/^  - id: / || /^---$/ { give(); on = 0 }
	/^  - id: / { on = $3 == id; done = 0; pad = "    " }
	on && $1 == field ":" { sub(/:.*/, ": " value); done = 1 }
	{ print }' "$1" >x && mv x "$1"
}
