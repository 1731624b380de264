#!/bin/sh
exec sh tests/parts/lint.sh
