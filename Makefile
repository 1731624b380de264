# ismsc, the ISMS compiler.  `make` leaves the program at build/ismsc.
#
# make demo     build, lay out the example company, check it, compile it
# make check    every test that needs light packages only
# make check-all  the heavy judges too: browsers, validators
# make lint asan bench install uninstall

CC	?= cc
PREFIX	?= /usr/local
DESTDIR	?=
BUILD	?= build
Q	:= $(if $(V),,@)

# The packages, by what pkg-config calls them.
LIBS	= libcmark yaml-0.1 sqlite3 libgit2 pango pangoft2 fontconfig \
	  freetype2 harfbuzz harfbuzz-subset zlib libdeflate jansson \
	  libutf8proc libpcre2-8 libcrypto

VERSION	:= 0.1.0
WARN	= -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes \
	  -Wstrict-prototypes -Wundef -Wformat=2 -Wno-format-nonliteral \
	  -Werror
CFLAGS	?= -O2 -g
FLAGS	= -std=c11 -D_GNU_SOURCE -DPCRE2_CODE_UNIT_WIDTH=8 -I. -Ilib \
	  -DISMSC_VERSION='"$(VERSION)"' \
	  $(LATE) $(WARN) $(SANITIZE)

-include $(BUILD)/config.mk

LIB_C	:= $(sort $(wildcard lib/*/*.c))
CMD_C	:= $(sort $(wildcard cmd/*.c))
DATA	:= $(sort $(shell find lib/standard templates -type f \
	     ! -name README.md ! -name '*.sh' 2>/dev/null))
LIB_O	:= $(LIB_C:%.c=$(BUILD)/%.o) $(BUILD)/embed.o
CMD_O	:= $(CMD_C:%.c=$(BUILD)/%.o)

all: $(BUILD)/ismsc

# Asked once; `make clean` forgets it.
$(BUILD)/config.mk: Makefile tests/setup.sh
	@mkdir -p $(BUILD)
	@sh tests/setup.sh build $(LIBS)
	@{ printf 'PKG_CFLAGS = '; pkg-config --cflags $(LIBS); \
	   printf 'PKG_LIBS = %s' "$$(sh lib/out/hyphen.sh '$(CC)')"; \
	   pkg-config --libs $(LIBS); } | \
	   sed 's/-I\([^ ]*\)/-isystem \1/g' >$@.tmp
	@sh lib/base/late.sh '$(CC)' libgit2 pangoft2 libcrypto >>$@.tmp
	@mv $@.tmp $@

$(BUILD)/ismsc: $(CMD_O) $(BUILD)/libismsc.a
	@$(if $(V),,echo "  LD $@")
	$(Q)$(CC) $(CFLAGS) $(SANITIZE) $(LDFLAGS) -o $@ $(CMD_O) \
	    $(BUILD)/libismsc.a -Wl,--as-needed $(PKG_LIBS) -lm -lpthread

$(BUILD)/libismsc.a: $(LIB_O)
	$(Q)rm -f $@
	$(Q)$(AR) rcs $@ $(LIB_O)

$(BUILD)/%.o: %.c $(BUILD)/config.mk
	@mkdir -p $(dir $@)
	@$(if $(V),,echo "  CC $<")
	$(Q)$(CC) $(FLAGS) $(CFLAGS) $(PKG_CFLAGS) -MMD -MP -c -o $@ $<

# What is kept of a history holds for the build that read it.
HISTORY_ID := $(shell cat lib/history/*.[ch] lib/load/*.[ch] \
	     lib/base/*.[ch] | cksum | cut -d' ' -f1)
$(BUILD)/lib/history/cache.o: FLAGS += -DHISTORY_ID=$(HISTORY_ID)u
$(BUILD)/lib/history/cache.o: $(BUILD)/history.id

$(BUILD)/history.id: FORCE
	@mkdir -p $(BUILD)
	@echo $(HISTORY_ID) | cmp -s - $@ || echo $(HISTORY_ID) >$@

# What is kept of a verdict holds for the program and the data that gave it.
PROGRAM_ID := $(shell cat $(CMD_C) cmd/*.h cmd/*.def lib/*/*.[ch] \
	     lib/diag/*.def $(DATA) | cksum | tr ' ' -)
$(BUILD)/lib/base/program.o: FLAGS += -DPROGRAM_ID='"$(PROGRAM_ID)"'
$(BUILD)/lib/base/program.o: $(BUILD)/program.id

$(BUILD)/program.id: FORCE
	@mkdir -p $(BUILD)
	@echo $(PROGRAM_ID) | cmp -s - $@ || echo $(PROGRAM_ID) >$@

$(BUILD)/embed.o: $(BUILD)/embed.c
	$(Q)$(CC) -std=c11 -c -o $@ $<

$(BUILD)/embed.c: $(DATA) lib/standard/embed.sh $(BUILD)/data.list
	$(Q)sh lib/standard/embed.sh $(DATA) >$@.tmp && mv $@.tmp $@

# Rewritten only when the set of data files changes.
$(BUILD)/data.list: FORCE
	@mkdir -p $(BUILD)
	@echo $(DATA) | cmp -s - $@ || echo $(DATA) >$@

clean:
	rm -rf $(BUILD)

include tests/tests.mk

.PHONY: all clean FORCE
FORCE:

-include $(LIB_O:.o=.d) $(CMD_O:.o=.d)
