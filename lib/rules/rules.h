#ifndef RULES_RULES_H
#define RULES_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"
#include "model/config.h"

struct arena;
struct model;
struct standard;
struct store;

/*
 * A rule is a head and an SQL query; a row of the query is a finding.
 */
struct rule {
	struct diag_head	 head;
	const char		*title[LANG_COUNT];
	const char		*why[LANG_COUNT];
	enum profile		 profile;
	bool			 waivable, needs_history;
	const char		*fails, *passes;	/* examples */
	const char		*sql;
	const char		*path;			/* inside the program */
};

struct ruleset {
	struct rule	*rules;		/* sorted by code */
	size_t		 len;
};

/*
 * Every rule of the standard.  examples: the two of each as well, which only
 * explain and the tests of the rules want; else they are "".
 */
struct ruleset *rules_read(struct arena *, struct diags *,
    const struct standard *, bool examples);
const struct rule *rules_find(const struct ruleset *, const char *code);

/*
 * Judge: every rule of the profile that is not switched off, the house
 * rules, then overrides and waivers on all findings so far.  history tells
 * whether the history tables are whole; rules that need it are otherwise not
 * judged.  Returns the number of rules judged.
 */
size_t rules_run(struct arena *, struct diags *, const struct ruleset *,
    const struct model *, struct store *, bool history);

#endif
