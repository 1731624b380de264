#!/bin/sh
# setup.sh SET [pkg-config names]: make sure the packages of a set are there.
# As root, or with sudo, on Debian and Ubuntu it installs what is missing and
# says so first; elsewhere it prints the names to install.
set -u

build='gcc make pkg-config libcmark-dev libyaml-dev libsqlite3-dev libgit2-dev
libpango1.0-dev libharfbuzz-dev zlib1g-dev libdeflate-dev
libjansson-dev libutf8proc-dev libpcre2-dev libssl-dev libhyphen-dev hyphen-en-us
fonts-noto-core fonts-noto-mono fonts-noto-cjk tzdata git'
check='libcmocka-dev cmark-gfm qpdf poppler-utils unzip curl python3'

# Without them English words are not parted: nothing to stop a build that
# cannot bring them.
hyphens() {
	! command -v apt-get >/dev/null ||
	    { [ -e /usr/include/hyphen.h ] &&
	      [ -e /usr/share/hyphen/hyph_en_US.dic ]; }
}

case ${1-} in
build)	want=$build; shift
	# Quick answer when everything is there already.
	if command -v pkg-config >/dev/null &&
	    pkg-config --exists "$@" 2>/dev/null &&
	    hyphens &&
	    [ -n "$(find /usr/share/fonts /usr/local/share/fonts \
		-name 'NotoSansCJK*' 2>/dev/null | head -1)" ]; then
		exit 0
	fi ;;
check)	want=$check ;;
all)	want=
	# Node often comes from elsewhere; npm of Debian brings 400 packages.
	command -v chromium >/dev/null || want="$want chromium"
	command -v soffice >/dev/null ||
	    want="$want libreoffice-calc-nogui"
	command -v mutool >/dev/null || want="$want mupdf-tools"
	/usr/bin/python3 -c 'import icalendar' 2>/dev/null ||
	    want="$want python3-icalendar"
	command -v node >/dev/null || want="$want nodejs"
	command -v npm >/dev/null || want="$want npm" ;;
*)	echo "usage: setup.sh build|check|all" >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null; then
	cat >&2 <<-END
	Packages are missing.  Install the development files of:
	Fedora:  cmark-devel libyaml-devel sqlite-devel libgit2-devel pango-devel harfbuzz-devel zlib-devel libdeflate-devel jansson-devel utf8proc-devel pcre2-devel openssl-devel hyphen-devel hyphen-en google-noto-sans-fonts google-noto-sans-cjk-fonts google-noto-serif-fonts
	Arch:    cmark libyaml sqlite libgit2 pango harfbuzz zlib libdeflate jansson libutf8proc pcre2 openssl hyphen hyphen-en noto-fonts noto-fonts-cjk
	Alpine:  cmark-dev yaml-dev sqlite-dev libgit2-dev pango-dev harfbuzz-dev zlib-dev libdeflate-dev jansson-dev utf8proc-dev pcre2-dev openssl-dev hyphen-dev font-noto font-noto-cjk
	macOS:   brew install cmark libyaml sqlite libgit2 pango harfbuzz zlib libdeflate jansson utf8proc pcre2 openssl; brew install --cask font-noto-sans font-noto-sans-cjk
	For the tests: cmocka cmark-gfm qpdf poppler unzip python3.
	END
	exit 1
fi

missing=
for p in $want; do
	dpkg-query -W -f '${Status}' "$p" 2>/dev/null |
	    grep -q 'ok installed' || missing="$missing $p"
done
[ -z "$missing" ] && exit 0

sudo=
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null; then
		echo "Packages are missing; as root run:" >&2
		echo "  apt-get install --no-install-recommends$missing" >&2
		exit 1
	fi
	sudo=sudo
fi
echo "Installing what is missing:$missing" >&2
# shellcheck disable=SC2086
$sudo apt-get install -y -qq --no-install-recommends $missing \
    >/dev/null 2>&1 ||
    { $sudo apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq \
	--no-install-recommends $missing >/dev/null; }
