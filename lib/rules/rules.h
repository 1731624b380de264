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
	bool			 from_part;	/* of it a part will do */
	bool			 against;	/* judges a change: see base.* */
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
 * Judge: every rule of the profile that is not switched off (those that judge
 * a change where the store has a base alone), the house rules, then overrides and waivers on all findings so far.  Of rules that need history only those are judged that can be by
 * what is there.  Returns the number of rules judged.  Consequences of other
 * findings have their roots; see diags_settle().
 */
enum rules_history { RULES_NO_HISTORY, RULES_WHOLE_HISTORY, RULES_PART };

size_t rules_run(struct arena *, struct diags *, const struct ruleset *,
    const struct model *, struct store *, enum rules_history);
/* Whether the rule can be judged by what there is. */
bool rule_has_history(const struct rule *, enum rules_history);

/* Whether there is such a code: a rule, a house rule, or the program's own. */
bool rules_known(const struct ruleset *, const struct config *,
    const char *code);
/* Whether findings of the code may be waived at all. */
bool rules_waivable(const struct ruleset *, const struct standard *,
    const char *code);

/* True when a waiver in force there silences the code for the record. */
bool rules_waived(struct arena *, const struct ruleset *,
    const struct model *, struct store *, const char *code,
    const char *record);

/*
 * What a change of isms.yaml eases: rules lowered or switched off, a smaller
 * profile, wider settings, house rules and needs of kinds that go.  store is
 * that of the change, with its base; a weakening that somebody agreed to is a
 * note.
 */
void rules_weakened(struct arena *, struct diags *, const struct ruleset *,
    const struct model *base, const struct config *now, struct store *);

#endif
