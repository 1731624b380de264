for id in ../x -rf con . 'ISS 0901' ISS-00001 ｉｓｓ-1 "$(printf '%0300d' 7)"; do
	n=$((n + 1))
	sed "s|id: AST-0002|id: $id|; /id: AST-0001/,/process/d
	    s|title: Laptops|title: Laptops $n|" assets.md >"x$n.md"
done
