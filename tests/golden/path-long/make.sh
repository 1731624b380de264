n=$(printf '%0250d' 0)
mkdir -p $n/$n/$n/$n
printf x >$n/$n/$n/$n/$n
