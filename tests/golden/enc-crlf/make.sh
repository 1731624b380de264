for f in *.md *.yaml documents/*.md; do
	sed 's/$/\r/' "$f" >new && mv new "$f"
done
