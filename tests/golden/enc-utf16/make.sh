printf 'id: ISS-0900\ntitle: 監視のルール\nstatus: open\n' | iconv -f UTF-8 -t UTF-16LE >x.md
