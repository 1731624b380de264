#ifndef LOAD_YAML_FAULT_H
#define LOAD_YAML_FAULT_H

#include <stddef.h>

struct arena;
struct diags;
struct yaml;
struct yaml_parser_s;

/* A text that is parsed, and where it lies in its file. */
struct yaml_text {
	const char	*path, *s;
	size_t		 len;
	unsigned	 line;		/* of the first byte */
};

/*
 * The parser gave up: one finding that names the cause in the words of
 * whoever wrote the text.
 */
void yaml_fault(struct arena *, struct diags *, const struct yaml_text *,
    const struct yaml_parser_s *);

/* One finding that says why the root of a text is no mapping. */
void yaml_shape(struct arena *, struct diags *, const struct yaml_text *,
    const struct yaml *root);

#endif
