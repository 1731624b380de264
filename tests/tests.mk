# Tests and lints; `make check` ends with "N passed, N failed".

demo: all
	@sh example-isms/demo.sh $(BUILD)/ismsc $(BUILD)/demo

lint:
	@sh tests/lint.sh

check: all
	@sh tests/setup.sh check
	@BUILD=$(BUILD) CC='$(CC)' sh tests/run.sh tests/parts

# The heavy judges: browsers, office programs, validators.
check-all: all
	@sh tests/setup.sh check
	@sh tests/setup.sh all
	@BUILD=$(BUILD) CC='$(CC)' sh tests/run.sh tests/heavy

# Everything once more under the address and undefined sanitizers.
asan:
	@$(MAKE) --no-print-directory BUILD=build/asan \
	    CFLAGS='-O1 -g -fno-omit-frame-pointer' \
	    SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all'
	@ASAN_OPTIONS=detect_leaks=0 BUILD=build/asan CC='$(CC)' \
	    SANITIZE='-fsanitize=address,undefined' \
	    sh tests/run.sh tests/parts

bench: all
	@BUILD=$(BUILD) sh tests/bench.sh

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(BUILD)/ismsc $(DESTDIR)$(PREFIX)/bin/ismsc
	install -m 644 cmd/ismsc.1 $(DESTDIR)$(PREFIX)/share/man/man1/ismsc.1

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/ismsc \
	    $(DESTDIR)$(PREFIX)/share/man/man1/ismsc.1

.PHONY: demo lint check check-all asan bench install uninstall

# Thousands of generated documents, and a specification if SPEC names one.
check-mark: all
	@sh tests/setup.sh check
	@BUILD=$(BUILD) CC='$(CC)' N=5000 SPEC='$(SPEC)' sh tests/parts/mark.sh

.PHONY: check-mark
