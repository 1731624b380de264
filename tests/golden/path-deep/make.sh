p=$(printf 'd/%.0s' $(seq 1 70))
mkdir -p $p
printf x >${p}x.md
