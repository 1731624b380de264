#include <getopt.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/near.h"
#include "cmd/option.h"
#include "cmd/run.h"
#include "model/language.h"

enum type { TEXT, FLAG };

static const struct row {
	enum type	 type;
	size_t		 at;		/* in struct options */
	const char	*name;		/* NULL: only a letter */
	int		 letter;	/* 0: only a name */
	const char	*value, *commands;
	const char	*about[LANG_COUNT];
} rows[] = {
#define OPTION(type, member, name, letter, value, commands, en, ja) \
	{ type, offsetof(struct options, member), name, letter, value, \
	    commands, { en, ja } },
#include "cmd/options.def"
#undef OPTION
};

#define ROWS	(sizeof(rows) / sizeof(*rows))
#define NAMED	256		/* values of getopt above every letter */

/* Whether a list of words parted by `gap` holds the word. */
static bool
listed(const char *list, char gap, const char *word)
{
	size_t len = strlen(word), n;

	for (;; list += n + 1) {
		const char *end = strchr(list, gap);

		n = end == NULL ? strlen(list) : (size_t)(end - list);
		if (n == len && memcmp(list, word, len) == 0)
			return true;
		if (end == NULL)
			return false;
	}
}

static const struct row *
find(int c)
{
	if (c >= NAMED)
		return &rows[c - NAMED];
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].letter == c)
			return &rows[i];
	return NULL;
}

/* "all", or codes with commas between: what build takes. */
static bool
are_languages(const char *s)
{
	char code[16];
	size_t n;

	if (strcmp(s, "all") == 0)
		return true;
	if (strchr(s, ',') == NULL)
		return false;
	for (;; s += n + 1) {
		n = strcspn(s, ",");
		if (n == 0 || n >= sizeof(code))
			return false;
		memcpy(code, s, n);
		code[n] = '\0';
		if (!language_known(code))
			return false;
		if (s[n] == '\0')
			return true;
	}
}

static int
set(struct options *o, const struct row *row, char *value)
{
	if (row->type == FLAG) {
		*(bool *)((char *)o + row->at) = true;
		return EXIT_DONE;
	}
	if (strcmp(row->value, "LANG") == 0) {
		if (!are_languages(value) &&
		    language_choose(value) == LANG_COUNT)
			return complain(EXIT_USAGE, lang_pick(o->lang,
			    "--%s takes one of %s, not '%s'",
			    "--%s の値は %s のいずれかです: '%s'"), row->name,
			    language_names("|"), value);
	} else if (strchr(row->value, '|') != NULL &&
	    !listed(row->value, '|', value))
		return complain(EXIT_USAGE, lang_pick(o->lang,
		    "--%s takes one of %s, not '%s'",
		    "--%s の値は %s のいずれかです: '%s'"), row->name, row->value,
		    value);
	*(const char **)((char *)o + row->at) = value;
	return EXIT_DONE;
}

static int
unknown(enum lang lang, const char *option)
{
	struct near near = { .word = option + strspn(option, "-") };

	for (size_t i = 0; strncmp(option, "--", 2) == 0 && i < ROWS; i++)
		if (rows[i].name != NULL)
			near_offer(&near, rows[i].name);
	if (near.best == NULL)
		return complain(EXIT_USAGE, lang_pick(lang,
		    "there is no option %s; see ismsc --help",
		    "オプション %s はありません。ismsc --help を参照してください"), option);
	return complain(EXIT_USAGE, lang_pick(lang,
		    "there is no option %s; did you mean --%s?",
		    "オプション %s はありません。--%s ではありませんか"), option, near.best);
}

/* Say what is wrong with an option that getopt did not take. */
static int
odd_option(const struct options *o, const char *s, int fault)
{
	enum lang lang = o->lang;
	size_t len = strcspn(s, "=");
	char name[80];

	snprintf(name, sizeof(name), "%.*s", (int)len, s);
	if (fault == ':')
		return complain(EXIT_USAGE, lang_pick(lang,
		    "the option %s needs a value; see ismsc --help",
		    "オプション %s には値が必要です。ismsc --help を参照してください"), name);
	if (s[len] == '=' && optopt >= NAMED)
		return complain(EXIT_USAGE, lang_pick(lang,
		    "the option %s takes no value; see ismsc --help",
		    "オプション %s は値を取りません。ismsc --help を参照してください"), name);
	return unknown(lang, name);
}

/* The language of help and usage errors, before anything is read. */
static enum lang
lang_of_machine(void)
{
	const char *s;
	char code[16];
	enum lang lang;
	size_t n;

	if (((s = getenv("LC_ALL")) == NULL || *s == '\0') &&
	    ((s = getenv("LC_MESSAGES")) == NULL || *s == '\0') &&
	    (s = getenv("LANG")) == NULL)
		return LANG_EN;
	n = strcspn(s, "_.@");
	if (n >= sizeof(code))
		return LANG_EN;
	memcpy(code, s, n);
	code[n] = '\0';
	lang = language_choose(code);
	return lang != LANG_COUNT ? lang : LANG_EN;
}

/* It may also be asked for behind what is wrong. */
static enum lang
find_lang(int argc, char **argv)
{
	enum lang lang = LANG_COUNT, l;

	for (int i = 1; i < argc; i++) {
		const char *s = strncmp(argv[i], "--lang=", 7) == 0 ?
		    argv[i] + 7 : strcmp(argv[i], "--lang") == 0 &&
		    i + 1 < argc ? argv[i + 1] : "";
		char code[16];

		/* Of several the first. */
		snprintf(code, sizeof(code), "%.*s", (int)strcspn(s, ","), s);
		if ((l = language_choose(code)) != LANG_COUNT)
			lang = l;
	}
	return lang != LANG_COUNT ? lang : lang_of_machine();
}

/* What was asked for, then NO_COLOR, then the CI's wish, then the terminal. */
static bool
color_wanted(const char *asked)
{
	const char *term = getenv("TERM"), *s;

	if (asked != NULL)
		return *asked == 'a' && asked[1] == 'l' ? true :
		    *asked == 'a' && isatty(1);
	if ((s = getenv("NO_COLOR")) != NULL && *s != '\0')
		return false;
	if (((s = getenv("CLICOLOR_FORCE")) != NULL && *s != '\0' &&
	    strcmp(s, "0") != 0) ||
	    ((s = getenv("FORCE_COLOR")) != NULL && *s != '\0' &&
	    strcmp(s, "0") != 0))
		return true;
	return isatty(1) && (term == NULL || strcmp(term, "dumb") != 0);
}

static enum diag_level
fail_level(const char *s)
{
	if (s == NULL || strcmp(s, "error") == 0)
		return DIAG_ERROR;
	return strcmp(s, "warning") == 0 ? DIAG_WARNING :
	    strcmp(s, "note") == 0 ? DIAG_NOTE : DIAG_OFF;
}

/* The rows as getopt wants them; a leading ':' tells the faults apart. */
static void
tables(struct option longs[ROWS + 1], char shorts[2 * ROWS + 2])
{
	size_t n = 0, m = 0;

	shorts[m++] = ':';
	for (size_t i = 0; i < ROWS; i++) {
		int takes = rows[i].type == FLAG ? no_argument :
		    required_argument;

		if (rows[i].name != NULL)
			longs[n++] = (struct option){ rows[i].name, takes,
			    NULL, NAMED + (int)i };
		if (rows[i].letter != 0) {
			shorts[m++] = (char)rows[i].letter;
			if (takes == required_argument)
				shorts[m++] = ':';
		}
	}
	longs[n] = (struct option){ NULL, 0, NULL, 0 };
	shorts[m] = '\0';
}

int
option_read(struct options *o, int argc, char **argv)
{
	struct option longs[ROWS + 1];
	char shorts[2 * ROWS + 2];
	int c, rc;

	*o = (struct options){ .dir = ".", .lang = find_lang(argc, argv) };
	tables(longs, shorts);
	opterr = 0;
	while ((c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (c == '?' || c == ':')
			return odd_option(o, argv[optind - 1], c);
		if ((rc = set(o, find(c), optarg)) != EXIT_DONE)
			return rc;
	}
	o->langs = o->lang_text != NULL && are_languages(o->lang_text);
	o->lang_given = o->lang_text != NULL &&
	    strcmp(o->lang_text, "all") != 0;
	o->color = color_wanted(o->color_text);
	o->fail_on = fail_level(o->fail_text);
	o->args = argv + optind;
	o->arg_len = argc - optind;
	return EXIT_DONE;
}

int
option_fits(const struct options *o, const char *command)
{
	for (size_t i = 0; i < ROWS; i++) {
		const char *at = (const char *)o + rows[i].at;
		bool given = rows[i].type == FLAG ? *(const bool *)at :
		    *(const char *const *)at != NULL;

		if (given && rows[i].commands[0] != '\0' &&
		    !listed(rows[i].commands, ' ', command))
			return complain(EXIT_USAGE, lang_pick(o->lang,
			    "%s has no option --%s; see ismsc %s --help",
			    "%s には --%s がありません。ismsc %s --help を参照してください"),
			    command, rows[i].name, command);
	}
	if (o->langs && strcmp(command, "build") != 0)
		return complain(EXIT_USAGE, lang_pick(o->lang,
		    "%s speaks one language at a time: --lang takes one of %s",
		    "%s の表示言語は一つだけです。--lang の値は %s のいずれかです"),
		    command, language_names("|"));
	return EXIT_DONE;
}

static const char *
about(const struct row *r, enum lang lang)
{
	return lang != LANG_FILE ? r->about[lang] :
	    r->name != NULL ? lang_text(r->about[LANG_EN], "options.%s",
	    r->name) : lang_text(r->about[LANG_EN], "options.%c", r->letter);
}

void
option_help(const char *command, enum lang lang, FILE *f)
{
	for (size_t i = 0; i < ROWS; i++) {
		const struct row *r = &rows[i];
		int n = 0;

		if (*command == '\0' ? *r->commands != '\0' :
		    !listed(r->commands, ' ', command))
			continue;
		n += fprintf(f, "  ");
		if (r->letter != 0)
			n += fprintf(f, "-%c%s", r->letter,
			    r->name == NULL ? "" : ", ");
		if (r->name != NULL)
			n += fprintf(f, "--%s", r->name);
		if (r->value != NULL)
			n += fprintf(f, " %s", strcmp(r->value, "LANG") == 0 ?
			    language_names("|") : r->value);
		fprintf(f, n > 22 ? "\n%*s%s\n" : "%*s%s\n",
		    n > 22 ? 24 : 24 - n, "", about(r, lang));
	}
}
