printf -- '---\rid: ISS-0900\rkind: issue\r---\r' >x.md
