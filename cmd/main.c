#include <errno.h>
#include <getopt.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cmd/run.h"

static const struct command {
	const char	*name, *usage, *about[LANG_COUNT], *options;
	int		(*run)(struct run *);
} commands[] = {
#define COMMAND(name, usage, en, ja, options) \
	{ #name, usage, { en, ja }, options, cmd_##name },
#include "cmd/commands.def"
#undef COMMAND
};

#define COMMANDS	(sizeof(commands) / sizeof(*commands))

int
complain(int status, const char *fmt, ...)
{
	va_list ap;

	fputs("ismsc: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
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
	fputs(lang == LANG_JA ?
	    "\n共通オプション:\n"
	    "  -C DIR                ISMS のあるフォルダー\n"
	    "  --as-of YYYY-MM-DD    判定基準日（既定は今日）\n"
	    "  --rev REV             作業ツリーの代わりにコミットを読む\n"
	    "  --format F            出力形式\n"
	    "  --lang en|ja          表示言語\n"
	    "  --color auto|always|never\n"
	    "  --no-history          git の履歴を読まない\n"
	    "  --require-history     履歴が完全でなければ 3 で終了する\n"
	    "  --fail-on error|warning|note|never\n"
	    "  -q, -v, --help, --version\n" :
	    "\nOptions that every command takes:\n"
	    "  -C DIR                the folder that holds the ISMS\n"
	    "  --as-of YYYY-MM-DD    the day on which overdue is judged (today)\n"
	    "  --rev REV             read a commit instead of the work tree\n"
	    "  --format F            form of the output\n"
	    "  --lang en|ja          language of the output\n"
	    "  --color auto|always|never\n"
	    "  --no-history          leave git history unread\n"
	    "  --require-history     end with 3 when history is not whole\n"
	    "  --fail-on error|warning|note|never\n"
	    "  -q, -v, --help, --version\n", f);
	return f == stdout ? EXIT_DONE : EXIT_USAGE;
}

static int
command_usage(const struct command *c, enum lang lang)
{
	printf("%s: ismsc %s%s%s\n\n%s\n%s: %s\n%s\n",
	    lang == LANG_JA ? "使い方" : "usage", c->name,
	    *c->usage == '\0' ? "" : " ", c->usage,
	    c->about[lang], lang == LANG_JA ? "オプション" : "options",
	    c->options, lang == LANG_JA ?
	    "共通オプションは ismsc --help で表示します" :
	    "ismsc --help lists the options that every command takes");
	return EXIT_DONE;
}

enum {
	O_ASOF = 256, O_REV, O_FORMAT, O_LANG, O_COLOR, O_NO_HISTORY,
	O_REQUIRE_HISTORY, O_FAIL_ON, O_HELP, O_VERSION, O_OWNER, O_WITHIN,
	O_ALL, O_COLUMNS, O_DRAFT, O_FIX, O_DIFF
};

static const struct option long_options[] = {
	{ "as-of", required_argument, NULL, O_ASOF },
	{ "rev", required_argument, NULL, O_REV },
	{ "format", required_argument, NULL, O_FORMAT },
	{ "lang", required_argument, NULL, O_LANG },
	{ "color", required_argument, NULL, O_COLOR },
	{ "no-history", no_argument, NULL, O_NO_HISTORY },
	{ "require-history", no_argument, NULL, O_REQUIRE_HISTORY },
	{ "fail-on", required_argument, NULL, O_FAIL_ON },
	{ "output", required_argument, NULL, 'o' },
	{ "owner", required_argument, NULL, O_OWNER },
	{ "within", required_argument, NULL, O_WITHIN },
	{ "all", no_argument, NULL, O_ALL },
	{ "columns", required_argument, NULL, O_COLUMNS },
	{ "draft", no_argument, NULL, O_DRAFT },
	{ "fix", no_argument, NULL, O_FIX },
	{ "diff", no_argument, NULL, O_DIFF },
	{ "quiet", no_argument, NULL, 'q' },
	{ "verbose", no_argument, NULL, 'v' },
	{ "help", no_argument, NULL, O_HELP },
	{ "version", no_argument, NULL, O_VERSION },
	{ NULL, 0, NULL, 0 }
};

/* Index of a word in a NULL-terminated list, -1 when it is none of them. */
static int
choose(const char *s, const char *const *words)
{
	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(s, words[i]) == 0)
			return i;
	return -1;
}

/* Flag, then NO_COLOR, then the CI's wish, then the terminal. */
static bool
color_wanted(int choice)
{
	const char *term = getenv("TERM"), *s;

	if (choice >= 0)
		return choice == 1 || (choice == 0 && isatty(1));
	if ((s = getenv("NO_COLOR")) != NULL && *s != '\0')
		return false;
	if (((s = getenv("CLICOLOR_FORCE")) != NULL && *s != '\0' &&
	    strcmp(s, "0") != 0) ||
	    ((s = getenv("FORCE_COLOR")) != NULL && *s != '\0' &&
	    strcmp(s, "0") != 0))
		return true;
	return isatty(1) && (term == NULL || strcmp(term, "dumb") != 0);
}

static int
option_value(struct options *o, int c, int *color)
{
	static const char *const langs[] = { "en", "ja", NULL };
	static const char *const colors[] = { "auto", "always", "never",
	    NULL };
	static const char *const levels[] = { "never", "note", "warning",
	    "error", NULL };
	int v = 0;

	switch (c) {
	case O_LANG:
		if ((v = choose(optarg, langs)) >= 0)
			o->lang = (enum lang)v;
		o->lang_given = true;
		break;
	case O_COLOR:
		v = *color = choose(optarg, colors);
		break;
	case O_FAIL_ON:
		if ((v = choose(optarg, levels)) >= 0)
			o->fail_on = (enum diag_level)v;
		break;
	default:
		return EXIT_USAGE;
	}
	return v >= 0 ? EXIT_DONE : complain(EXIT_USAGE, o->lang == LANG_JA ?
	    "'%s' はこのオプションの値ではありません。ismsc --help を参照してください" :
	    "'%s' is not a value of this option; see ismsc --help", optarg);
}

/* Say what is wrong with an option that getopt did not take. */
static int
odd_option(const struct options *o, const char *s, bool lacks_value)
{
	bool ja = o->lang == LANG_JA;

	return complain(EXIT_USAGE, lacks_value ?
	    (ja ? "オプション %s には値が必要です。ismsc --help を参照してください" :
	    "the option %s needs a value; see ismsc --help") :
	    (ja ? "オプション %s はありません。ismsc --help を参照してください" :
	    "there is no option %s; see ismsc --help"), s);
}

/*
 * The language of help and usage errors may stand anywhere among the
 * arguments, also behind what is wrong.
 */
static void
find_lang(struct options *o, int argc, char **argv)
{
	const char *s = NULL;

	for (int i = 1; i < argc; i++) {
		if (strncmp(argv[i], "--lang=", 7) == 0)
			s = argv[i] + 7;
		else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			s = argv[i + 1];
	}
	if (s != NULL && (strcmp(s, "ja") == 0 || strcmp(s, "en") == 0))
		o->lang = *s == 'j' ? LANG_JA : LANG_EN;
}

/* EXIT_DONE to go on, -1 for help, -2 for the version. */
static int
parse(struct options *o, int argc, char **argv)
{
	int c, rc, color = -1;

	opterr = 0;
	while ((c = getopt_long(argc, argv, ":C:o:qvh", long_options,
	    NULL)) != -1)
		switch (c) {
		case 'C': o->dir = optarg; break;
		case 'o': o->output = optarg; break;
		case 'q': o->quiet = true; break;
		case 'v': o->verbose = true; break;
		case O_ASOF: o->asof = optarg; break;
		case O_REV: o->rev = optarg; break;
		case O_FORMAT: o->format = optarg; break;
		case O_OWNER: o->owner = optarg; break;
		case O_WITHIN: o->within = optarg; break;
		case O_COLUMNS: o->columns = optarg; break;
		case O_ALL: o->all = true; break;
		case O_DRAFT: o->draft = true; break;
		case O_FIX: o->fix = true; break;
		case O_DIFF: o->diff = true; break;
		case O_NO_HISTORY: o->no_history = true; break;
		case O_REQUIRE_HISTORY: o->require_history = true; break;
		case O_VERSION: return -2;
		case O_HELP: case 'h': return -1;
		case '?':
		case ':': return odd_option(o, argv[optind - 1], c == ':');
		default:
			if ((rc = option_value(o, c, &color)) != EXIT_DONE)
				return rc;
		}
	o->color = color_wanted(color);
	o->args = argv + optind;
	o->arg_len = argc - optind;
	return EXIT_DONE;
}

/* Before anything is read: the language of help and of usage errors. */
static enum lang
lang_of_machine(void)
{
	const char *s;

	if (((s = getenv("LC_ALL")) != NULL && *s != '\0') ||
	    ((s = getenv("LC_MESSAGES")) != NULL && *s != '\0') ||
	    (s = getenv("LANG")) != NULL)
		return strncmp(s, "ja", 2) == 0 ? LANG_JA : LANG_EN;
	return LANG_EN;
}

static const struct command *
find(const char *name)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

int
main(int argc, char **argv)
{
	struct run run = { .commit = "" };
	const struct command *c;
	int rc;

	setlocale(LC_ALL, "C");
	/* A reader that has seen enough (head, less) ends us quietly. */
	signal(SIGPIPE, SIG_DFL);
	/* A limit on the size of files is a full disk, not a death. */
	signal(SIGXFSZ, SIG_IGN);
	run.opt.lang = lang_of_machine();
	find_lang(&run.opt, argc, argv);
	if (argc > 2 && strcmp(argv[1], "--lang") == 0) {
		argv += 2;
		argc -= 2;
	}
	run.opt.fail_on = DIAG_ERROR;
	run.opt.dir = ".";
	if (argc < 2)
		return usage(run.opt.lang, stderr);
	if (strcmp(argv[1], "--version") == 0 ||
	    strcmp(argv[1], "version") == 0)
		return puts("ismsc " ISMSC_VERSION) < 0;
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
	    strcmp(argv[1], "help") == 0)
		return usage(run.opt.lang, stdout);
	if ((c = find(argv[1])) == NULL)
		return complain(EXIT_USAGE, run.opt.lang == LANG_JA ?
		    "コマンド '%s' はありません。ismsc --help を参照してください" :
		    "there is no command '%s'; see ismsc --help", argv[1]);
	rc = parse(&run.opt, argc - 1, argv + 1);
	if (rc == -1)
		return command_usage(c, run.opt.lang);
	if (rc == -2)
		return puts("ismsc " ISMSC_VERSION) < 0;
	if (rc != EXIT_DONE)
		return rc;
	run.arena = arena_new();
	rc = c->run(&run);
	run_done(&run);
	return rc;
}
