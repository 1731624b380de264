# The program's own frame to begin with, then what a frame cannot do.
mkdir -p templates
