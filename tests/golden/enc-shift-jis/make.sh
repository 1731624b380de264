printf -- '---\nid: ISS-0900\ntitle: 監視のルールを決める\n---\n' | iconv -f UTF-8 -t CP932 >x.md
