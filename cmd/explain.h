#ifndef CMD_EXPLAIN_H
#define CMD_EXPLAIN_H

#include <stdbool.h>

#include "cmd/page.h"
#include "model/say.h"

struct diag_head;
struct field;
struct key;
struct kind;
struct rule;
struct ruleset;
struct run;
struct yaml;

/* All that explain speaks of. */
struct subject {
	struct run		*run;
	struct say		 say;
	const struct ruleset	*rules;
	struct page		 page;
};

/* A page each; what they say is data. */
void explain_rule(struct subject *, const struct rule *);
void explain_builtin(struct subject *, const struct diag_head *);
void explain_kind(struct subject *, const struct kind *);
void explain_field(struct subject *, const struct kind *,
    const struct field *, const char *path);
void explain_clause(struct subject *, const struct yaml *);
void explain_control(struct subject *, const struct yaml *);
void explain_setting(struct subject *, const struct yaml *);
/* The keys of isms.yaml. */
void explain_config(struct subject *);
/* What an organisation may put in the place of the program's looks. */
void explain_templates(struct subject *);
/* A state by its name in one kind, or in each that has it (NULL). */
bool explain_state(struct subject *, const char *name,
    const struct kind *only);

/* The whole reference, in Markdown. */
void explain_everything(struct subject *);

#endif
