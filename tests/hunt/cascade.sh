#!/bin/sh
# One value of the example broken at a time: one finding each (ten minutes).
: "${BUILD:=build}"
exec python3 tests/hunt/cascade.py "$BUILD/ismsc" example-isms \
    lib/standard/iso27001/kinds --known tests/hunt/cascade.txt
