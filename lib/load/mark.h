#ifndef LOAD_MARK_H
#define LOAD_MARK_H

#include <stddef.h>

#include "diag/diag.h"

struct arena;
struct node;

/*
 * Markdown as GitHub shows it (CommonMark, tables, task lists,
 * strikethrough, autolinks, footnotes) to a tree whose root is NODE_BODY.
 * No raw HTML gets through: it is a finding at its place and is left out,
 * but for <br>, which is a line break; a comment is dropped silently.
 * [[ID]] becomes a NODE_LINK with ref set and the id as its text; a heading
 * carries its GitHub slug as anchor (made unique within the document).
 * Footnotes stand at the end of the body, numbered as they are called; one
 * that is never called is a finding and left out.
 * A link target or image source stands in NODE_LINK.url or NODE_IMAGE.url as
 * written (decoded), to be judged by whoever resolves it; schemes other than
 * http, https and mailto are a finding and the link becomes plain text.
 *
 * at is the file and the line on which text begins.  Text that is too
 * costly for the parser (mark_guard()) is one finding and NULL.
 */
struct node *mark_parse(struct arena *, struct diags *, struct pos at,
    const char *text, size_t len, size_t run_bytes);

/*
 * The guard before the parser.  0 when the text may be parsed, else the line
 * (from 1) that is too costly, with the reason's word set.
 */
unsigned mark_guard(const char *text, size_t len, size_t run_bytes,
    const char **why);

/* GitHub's slug of a heading's text; not yet unique. */
char *mark_slug(struct arena *, const char *text);

#endif
