printf -- '---\nid: ISS-0900\ntitle: 監視のルールを決める\n---\n' | iconv -f UTF-8 -t ISO-2022-JP >x.md
