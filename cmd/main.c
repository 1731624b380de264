#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
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

static const char *
about(const struct command *c, enum lang lang)
{
	return lang != LANG_FILE ? c->about[lang] :
	    lang_text(c->about[LANG_EN], "commands.%s", c->name);
}

static int
usage(enum lang lang, FILE *f)
{
	fprintf(f, "%s\n\n", lang_pick(lang,
	    "usage: ismsc COMMAND [options] [arguments]",
	    "使い方: ismsc コマンド [オプション] [引数]"));
	for (size_t i = 0; i < COMMANDS; i++)
		fprintf(f, "  %-8s %s\n", commands[i].name,
		    about(&commands[i], lang));
	fprintf(f, "\n%s\n", lang_pick(lang,
	    "Options that every command takes:", "共通オプション:"));
	option_help("", lang, f);
	return f == stdout ? EXIT_DONE : EXIT_USAGE;
}

static int
command_usage(const struct command *c, enum lang lang)
{
	printf("%s: ismsc %s%s%s\n\n%s\n\n",
	    lang_pick(lang, "usage", "使い方"), c->name,
	    *c->usage == '\0' ? "" : " ", c->usage, about(c, lang));
	option_help(c->name, lang, stdout);
	if (*c->formats != '\0')
		printf("  --format %s\n", c->formats);
	printf("\n%s\n", lang_pick(lang,
	    "ismsc --help lists the options that every command takes",
	    "共通オプションは ismsc --help で表示します"));
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

	for (size_t i = 0; i < COMMANDS; i++)
		near_offer(&near, commands[i].name);
	if (near.best == NULL)
		return complain(EXIT_USAGE, lang_pick(lang,
		    "there is no command '%s'; see ismsc --help",
		    "コマンド '%s' はありません。ismsc --help を参照してください"), name);
	return complain(EXIT_USAGE, lang_pick(lang,
		    "there is no command '%s'; did you mean %s?",
		    "コマンド '%s' はありません。%s ではありませんか"), name, near.best);
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

/*
 * Packs are mapped.  One that became shorter since, as when a disk goes away,
 * is told by this signal alone; nothing was printed yet, and what is written
 * takes its place only when it is whole.
 */
static const char *cut_says = "";

static void
cut_short(int sig)
{
	ssize_t n = write(STDERR_FILENO, cut_says, strlen(cut_says));

	(void)sig;
	(void)n;
	fs_temp_remove();
	_exit(EXIT_UNABLE);
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
	signal(SIGBUS, cut_short);
	if ((rc = option_read(o, argc, argv)) != EXIT_DONE)
		return rc;
	cut_says = lang_pick(o->lang,
	    "ismsc: a file of the git repository became shorter while it was "
	    "read; git fsck shows whether it is whole\n",
	    "ismsc: 読み取り中に git リポジトリのファイルが短くなりました。git fsck "
	    "で確認してください\n");
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
