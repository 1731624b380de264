# Tests and lints; `make check` ends with "N passed, N failed".

lint:
	@sh tests/lint.sh

check: all
	@sh tests/setup.sh check
	@BUILD=$(BUILD) CC='$(CC)' sh tests/run.sh

.PHONY: lint check
