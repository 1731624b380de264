#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/near.h"
#include "base/utf8.h"
#include "cmd/run.h"

static const struct command {
	const char	*name, *usage, *about[LANG_COUNT], *formats;
	int		(*run)(struct run *);
} commands[] = {
#define COMMAND(name, usage, en, ja, formats) \
	{ #name, usage, { en, ja }, formats, cmd_##name },
#include "cmd/commands.def"
#undef COMMAND
};

#define COMMANDS	(sizeof(commands) / sizeof(*commands))

int
complain(int status, const char *fmt, ...)
{
	char text[4096];
	struct buf b = BUF_INIT;
	va_list ap;
	int n;

	/* Names and values of the call stand in it, whatever they hold. */
	va_start(ap, fmt);
	n = vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (n > 0)
		utf8_safe(&b, text, (size_t)n < sizeof(text) ? (size_t)n :
		    sizeof(text) - 1);
	fprintf(stderr, "ismsc: %s\n", b.s != NULL ? b.s : "");
	buf_done(&b);
	return status;
}

int
deliver(struct buf *b, int status)
{
	if (b->len > 0 && fwrite(b->s, 1, b->len, stdout) != b->len)
		status = EXIT_UNABLE;
	if (fflush(stdout) != 0)
		status = EXIT_UNABLE;
	if (status == EXIT_UNABLE && ferror(stdout))
		complain(status, "cannot write the result: %s",
		    strerror(errno));
	buf_done(b);
	return status;
}

static int
usage(enum lang lang, FILE *f)
{
	fprintf(f, "%s\n\n", lang == LANG_JA ?
	    "使い方: ismsc コマンド [オプション] [引数]" :
	    "usage: ismsc COMMAND [options] [arguments]");
	for (size_t i = 0; i < COMMANDS; i++)
		fprintf(f, "  %-8s %s\n", commands[i].name,
		    commands[i].about[lang]);
	fprintf(f, "\n%s\n", lang == LANG_JA ? "共通オプション:" :
	    "Options that every command takes:");
	option_help("", lang, f);
	return f == stdout ? EXIT_DONE : EXIT_USAGE;
}

static int
command_usage(const struct command *c, enum lang lang)
{
	bool ja = lang == LANG_JA;

	printf("%s: ismsc %s%s%s\n\n%s\n\n", ja ? "使い方" : "usage",
	    c->name, *c->usage == '\0' ? "" : " ", c->usage, c->about[lang]);
	option_help(c->name, lang, stdout);
	if (*c->formats != '\0')
		printf("  --format %s\n", c->formats);
	puts(ja ? "\n共通オプションは ismsc --help で表示します" :
	    "\nismsc --help lists the options that every command takes");
	return EXIT_DONE;
}

static const struct command *
find(const char *name)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static int
unknown(enum lang lang, const char *name)
{
	struct near near = { .word = name };
	bool ja = lang == LANG_JA;

	for (size_t i = 0; i < COMMANDS; i++)
		near_offer(&near, commands[i].name);
	if (near.best == NULL)
		return complain(EXIT_USAGE, ja ?
		    "コマンド '%s' はありません。ismsc --help を参照してください" :
		    "there is no command '%s'; see ismsc --help", name);
	return complain(EXIT_USAGE, ja ?
	    "コマンド '%s' はありません。%s ではありませんか" :
	    "there is no command '%s'; did you mean %s?", name, near.best);
}

bool
command_help(const char *name, enum lang lang)
{
	const struct command *c = find(name);

	return c != NULL && command_usage(c, lang) == EXIT_DONE;
}

const char *
command_name(size_t i)
{
	return i < COMMANDS ? commands[i].name : NULL;
}

int
main(int argc, char **argv)
{
	struct run run = { .commit = "" };
	struct options *o = &run.opt;
	const struct command *c;
	int rc;

	setlocale(LC_ALL, "C");
	/* A reader that has seen enough (head, less) ends us quietly. */
	signal(SIGPIPE, SIG_DFL);
	/* A limit on the size of files is a full disk, not a death. */
	signal(SIGXFSZ, SIG_IGN);
	if ((rc = option_read(o, argc, argv)) != EXIT_DONE)
		return rc;
	if (o->version || (o->arg_len > 0 &&
	    strcmp(o->args[0], "version") == 0))
		return puts("ismsc " ISMSC_VERSION) < 0;
	if (o->arg_len > 0 && strcmp(o->args[0], "help") == 0) {
		o->help = true;
		o->args++;
		o->arg_len--;
	}
	if (o->arg_len == 0)
		return usage(o->lang, o->help ? stdout : stderr);
	if ((c = find(o->args[0])) == NULL)
		return unknown(o->lang, o->args[0]);
	if (o->help)
		return command_usage(c, o->lang);
	if ((rc = option_fits(o, c->name)) != EXIT_DONE)
		return rc;
	o->args++;
	o->arg_len--;
	run.arena = arena_new();
	rc = c->run(&run);
	run_done(&run);
	return rc;
}
