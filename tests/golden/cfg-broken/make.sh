printf 'name：x\n' >isms.yaml
