#!/bin/sh
# The schemas before ajv: the minimal ISMS and the example pass, their
# mutations do not.
set -u
: "${BUILD:=build}"
dir=$BUILD/heavy
mkdir -p "$dir"
if [ ! -d "$dir/node_modules/ajv" ] || [ ! -d "$dir/node_modules/yaml" ]; then
	cp tests/heavy/package.json "$dir/" &&
	    (cd "$dir" && npm install --silent --no-audit --no-fund \
		>/dev/null 2>&1)
fi
NODE_PATH=$PWD/$dir/node_modules exec node tests/heavy/schema.js \
    "$BUILD/ismsc" lib/standard/*/minimal example-isms
