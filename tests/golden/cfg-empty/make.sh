: >isms.yaml
