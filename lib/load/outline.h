#ifndef LOAD_OUTLINE_H
#define LOAD_OUTLINE_H

#include <stdbool.h>

struct arena;
struct node;

/*
 * What those ask of a body who do not show it: a NODE_BODY whose children are
 * its headings (start of them; the first one with its plain text), links and
 * images, in the order of the text; with lines, its text is what node_lines()
 * gives.  Everything is copied.
 */
struct node *outline_make(struct arena *, const struct node *body,
    bool lines);

#endif
