#ifndef OUT_SHELL_H
#define OUT_SHELL_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;

/*
 * Whether a template of the organisation may be used; what forbids it is a
 * finding at path.  A template is text with {{slots}}: it cannot run, fetch
 * or embed anything, so that a manual can be handed on without being read
 * first.  name is that of the file among the templates: page.html, style.css,
 * own.css, logo.svg, logo.png, logo.jpg.
 */
bool shell_judge(struct diags *, const char *path, const char *name,
    const char *bytes, size_t len);

/* The slots of a page, in the arena: those that it needs come first. */
const char *shell_slots(struct arena *);

#endif
