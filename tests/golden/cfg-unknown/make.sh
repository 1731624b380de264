printf 'tmezone: UTC\n' >>isms.yaml
