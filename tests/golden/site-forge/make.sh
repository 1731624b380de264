# A forge, an image beside the document, a file that is no record.
cat >>isms.yaml <<'END'
forge:
  edit: "https://forge.example/isms/edit/main/{path}"
  file: "https://forge.example/isms/blob/main/{path}"
END
sed -i '/^manual:/d' isms.yaml
cat >>isms.yaml <<'END'
manual:
  title: Manual
  chapters: [B, soa]
END
mkdir -p "documents/a b"
printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\001\0\0\0\001\010\0\0\0\0:~\233U\0\0\0\nIDATx\234cX\0\0\0\306\0\305\005\177\024\263\0\0\0\0IEND\256B`\202' >"documents/a b/dot.png"
echo plain >"documents/a b/notes.txt"
cat >>documents/DOC-0001.md <<'END'

![A dot](<a b/dot.png>) and [the notes](<a b/notes.txt>), ![gone](no.png)
END
