printf 'name: x\nrules: off\nhouse_rules: [a]\n' >isms.yaml
