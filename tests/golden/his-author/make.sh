# A text is edited after its approval: by a person of whom git knows the Latin
# name alone, and by somebody of whom there is no record.
. "$(dirname "$0")/../../story.sh"
sed 's/title: Chie Mitsui/&, title_ja: 三井 千恵/' people.md >x && mv x people.md
start 2025-10-21
echo 'Visitors are welcome.' >>documents/DOC-0002.md
land 2026-06-20 'a word on visitors'
who 'A. Stranger' stranger@elsewhere.example
echo 'So are guests.' >>documents/DOC-0001.md
land 2026-06-22 'a word on guests'
