#ifndef CMD_OPTION_H
#define CMD_OPTION_H

#include <stdbool.h>
#include <stdio.h>

#include "diag/diag.h"

/*
 * What the user asked for.  The members that options set are named in
 * options.def; a text that was not given is NULL.
 */
struct options {
#define OPTION(type, member, name, letter, value, commands, en, ja) \
	OPTION_##type(member)
#define OPTION_TEXT(member)	const char *member;
#define OPTION_FLAG(member)	bool member;
#include "cmd/options.def"
#undef OPTION_TEXT
#undef OPTION_FLAG
#undef OPTION
	enum lang	 lang;
	bool		 lang_given, color;
	bool		 langs;		/* lang_text names several, or "all" */
	enum diag_level	 fail_on;	/* DIAG_OFF: never */
	char		**args;		/* command, what is left, NULL */
	int		 arg_len;
};

/*
 * Read the arguments into *o, which is overwritten; options may stand before
 * and behind the command.  EXIT_DONE, or EXIT_USAGE after saying why on
 * standard error, in the language that the arguments or the machine ask for.
 */
int option_read(struct options *o, int argc, char **argv);

/*
 * EXIT_DONE when the command takes every option that was given, else
 * EXIT_USAGE after saying which it does not take.
 */
int option_fits(const struct options *o, const char *command);

/* The options of a command ("" for those that all take), a line each. */
void option_help(const char *command, enum lang lang, FILE *f);

#endif
