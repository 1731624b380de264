#ifndef LOAD_YAML_QUICK_H
#define LOAD_YAML_QUICK_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;
struct yaml;
struct yaml_text;

/*
 * What nearly every front matter consists of, read line by line at a
 * fraction of what a full parser costs: block mappings and lists, [..] and
 * {..}, scalars on one line, | and > blocks.  True with the root when the
 * text is nothing else and nothing in it could be a finding; the root is then
 * what the parser would have given, to the last column.  False: this is for
 * the parser to read and to judge.
 */
bool yaml_quick(struct arena *, const struct yaml_text *, struct yaml **root);

/*
 * Does the line end between before, len bytes, and after, n bytes, stand for
 * nothing?  Japanese has no spaces.
 */
bool yaml_joined(const char *before, size_t len, const char *after, size_t n);

/* By the parser, whatever the text; see yaml_parse(). */
struct yaml *yaml_slow(struct arena *, struct diags *,
    const struct yaml_text *);

#endif
