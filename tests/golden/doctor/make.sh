sed -i '/^timezone:/d' isms.yaml
