# A sparse file: 60 MB that take no room.
. "$(dirname "$0")/../../story.sh"
mkdir -p evidence
truncate -s 60000000 evidence/video.mp4
truncate -s 50000000 evidence/photo.raw
: >evidence/nothing.txt
put improvement.md CA-0002 evidence '[evidence/video.mp4, evidence/photo.raw, evidence/nothing.txt, evidence/gone.txt]'
