#ifndef RULES_WAIVER_H
#define RULES_WAIVER_H

struct arena;
struct diags;
struct model;
struct ruleset;
struct store;

/*
 * Records that waive findings; the standard says which kind and fields these
 * are (meaning.waiver of standard.yaml).
 */

/* A finding is waived when a waiver in force names its code and its record. */
void waivers_apply(struct arena *, struct diags *, const struct ruleset *,
    const struct model *, struct store *);

/*
 * Waivers in use that name a rule there is not, or one that cannot be waived,
 * or no record: who wrote them believes otherwise.
 */
void waivers_check(struct arena *, struct diags *, const struct ruleset *,
    const struct model *);

#endif
