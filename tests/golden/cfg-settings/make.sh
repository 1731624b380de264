printf 'settings: {review_grce: P1M, no_such_thing_at_all: 3}\n' >>isms.yaml
