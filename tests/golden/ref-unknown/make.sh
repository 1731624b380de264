sed 's/supplier: SUP-0001/supplier: SUP-0099/; s/process: PRC-0001/process: SUP-0001/' assets.md >new
mv new assets.md
sed 's/risks: \[RSK-0001\]/risks: [RKS-0001, RSK-1]/; s/controls: \[A.8.5\]/controls: [A.9.4.2, A.9.99, 8.5]/' risks.md >new
mv new risks.md
printf 'See [[RSK-0777]] and [[rsk-0001]].\n' >>documents/DOC-0001.md
