# A text that is edited after its approval; a risk with scores.
. "$(dirname "$0")/../../story.sh"
start 2025-10-21
echo 'Visitors are welcome.' >>documents/DOC-0002.md
land 2026-05-08 'a word on visitors'
