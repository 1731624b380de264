#!/bin/sh
# hyphen.sh CC: how to link libhyphen, which pkg-config does not know, where it
# is installed; without it no word is parted.
echo '#include <hyphen.h>' | "$1" -E - >/dev/null 2>&1 && printf '%s ' -lhyphen
exit 0
