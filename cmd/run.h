#ifndef CMD_RUN_H
#define CMD_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "cmd/option.h"
#include "diag/diag.h"
#include "history/history.h"

/*
 * One run of the program: what was asked, and what each stage left for the
 * next.  Everything lives in the arena but the foreign handles, which
 * run_done() closes.
 */
enum exit_code {
	EXIT_DONE = 0, EXIT_FINDINGS = 1, EXIT_USAGE = 2, EXIT_UNABLE = 3,
	EXIT_FAULT = 70
};

struct run {
	struct arena		*arena;
	struct diags		*diags;
	struct diags		*before;	/* those that no rule found */
	struct options		 opt;
	struct config		*own;		/* as written; else NULL */
	const char		*root;		/* folder of isms.yaml */
	const char		*prefix;	/* of root in the repository */
	struct repo		*repo;		/* NULL: none */
	const char		*commit;	/* full id, "" if none */
	bool			 dirty, dirty_known;	/* by run_dirty() */
	struct stamps		*stamps;	/* of the folder; or NULL */
	struct verdict		*verdict;	/* kept of it; or NULL */
	struct source		*source;
	struct config		*config;
	struct standard		*standard;
	struct ruleset		*rules;
	struct baseline		*baseline;	/* NULL: none */
	struct baseline		*written;	/* as written; else NULL */
	bool			 anew;		/* take no notice of it */
	bool			 heads;	/* and nothing of texts but their front
					   matter: no body is compared */
	bool			 outlines;	/* of bodies do: none is shown */
	struct loaded		*loaded;
	struct model		*model;
	struct timelines	*timelines;	/* NULL: not read */
	struct store		*store;
	struct map		*images;	/* read for the outputs */
	struct out_font		*fonts;		/* of the PDFs last written */
	size_t			 font_len;
	struct map		*templates;	/* name: what is used */
	date_day		 asof;
	char			 asof_text[11];
	size_t			 rules_judged;
	const char		**not_judged[LANG_COUNT];
	size_t			 not_judged_len;
	bool			 unable;	/* history cut: status 3 */

	/*
	 * The reading that this one is compared with, and the branch between
	 * them; NULL: this is read for itself.  base->store is NULL when there
	 * was no ISMS yet.
	 */
	struct run		*base;
	struct branch		 branch;
	struct comparison	*comparison;
	const struct diag_delta	*delta;
};

/*
 * The whole flow, from the folder or commit to judged findings.  EXIT_DONE,
 * or the status to end with; why has been said on standard error.
 */
int compile(struct run *);
/* Whether the work tree differs from the commit: looked at once, when asked. */
bool run_dirty(struct run *);
/* Where: root, repository and commit.  compile() does what is left of it. */
int run_open(struct run *);
/* The as-of day by the call and a zone; false when the call names none. */
struct zone;
bool run_day(struct run *, const struct zone *);
/* Its two halves: what is read, and reading and judging it. */
int compile_open(struct run *);
void compile_judge(struct run *);
/*
 * Tell in another language what was judged: EXIT_DONE, or the status of a
 * second compile() that the language needed.
 */
int run_speak(struct run *, const char *code);
/* The findings of the rules, had the same ISMS been judged on that day. */
struct diags *judge_on(struct run *, date_day);
/*
 * The same, and before it, into *base, the ISMS where this one and the
 * revision parted; this one is judged by the base's configuration, as of one
 * day.  own is the configuration as it is written here.
 */
int compile_against(struct run *, struct run *base, const char *rev);
/*
 * Keep the findings that the change made, and add those about the change
 * itself.  The arguments of compile_against().
 */
void gate_judge(struct run *);
/* Let go of what compile() opened, so that it can run once more. */
void run_reset(struct run *);
void run_done(struct run *);

/* The folder that holds isms.yaml, found upwards from dir; NULL: none. */
const char *find_root(struct arena *, const char *dir);

/* Say "ismsc: ..." on standard error; returns status. */
int complain(int status, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Write the bytes to standard output and see that they arrive: status, or
 * EXIT_UNABLE.  A closed pipe ends the program quietly.
 */
struct buf;
int deliver(struct buf *, int status);

/* The words and verdict of the findings: status for the process. */
struct diag_summary;
void run_summary(const struct run *, struct diag_summary *);
int run_status(const struct run *);

/* The usage of a command on standard output; false: there is none so called. */
bool command_help(const char *name, enum lang);
/* The commands by number, NULL behind the last. */
const char *command_name(size_t i);

/* One text of two, in the language of the run. */
const char *pick(const struct run *, const char *en, const char *ja);
/* A word of the standard, in the language of the run. */
const char *word(const struct run *, const char *key);

int cmd_baseline(struct run *);
int cmd_build(struct run *);
int cmd_check(struct run *);
int cmd_diff(struct run *);
int cmd_doctor(struct run *);
int cmd_due(struct run *);
int cmd_explain(struct run *);
int cmd_list(struct run *);
int cmd_pack(struct run *);
int cmd_query(struct run *);
int cmd_schema(struct run *);
int cmd_serve(struct run *);
int cmd_show(struct run *);

#endif
