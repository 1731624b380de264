#ifndef RULES_PHRASE_H
#define RULES_PHRASE_H

struct arena;

/*
 * What a query of a rule puts into words in English ("the last exercise was
 * 2026-04-01"), in the language that comes as a file, whose patterns have
 * places: "the last exercise was {1}".  The text itself when no pattern of
 * the rule fits.
 */
const char *phrase(struct arena *, const char *standard, const char *code,
    const char *text);

#endif
