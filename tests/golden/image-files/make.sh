mkdir -p evidence
head='\211PNG\r\n\032\n\0\0\0\015IHDR'
rest='\010\002\0\0\0\0\0\0\0'
data='\0\0\0\014IDATx\234c\370\317\300\0\0\003\001\001\0\0\0\0\0\0\0\0\0IEND\0\0\0\0'
printf "$head"'\0\0\0\001\0\0\0\001'"$rest$data" >evidence/fine.png
printf "$head"'\0\0\0\001\0\0\0\001'"$rest"'\0\0\1\0IDATx' >evidence/cut.png
printf "$head"'\0\0\165\060\0\0\165\060'"$rest$data" >evidence/vast.png
printf "$head"'\0\0\0\0\0\0\0\001'"$rest$data" >evidence/flat.png
printf '\377\330\377\340\0\004JF' >evidence/cut.jpg
printf '<svg xmlns="http://www.w3.org/2000/svg"/>' >evidence/plan.svg
printf '\n![a](../evidence/fine.png)\n![b](../evidence/cut.png)\n![c](../evidence/vast.png)\n![d](../evidence/flat.png)\n![e](../evidence/cut.jpg)\n![f](../evidence/plan.svg)\n' >>documents/DOC-0001.md
