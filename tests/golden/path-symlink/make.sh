printf 'secret: 1\n' >../secret.md
ln -s /etc/passwd out.md
ln -s ../secret.md up.md
ln -s assets.md in.md
ln -s nowhere.md broken.md
