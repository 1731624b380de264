#include <pcre2.h>

#include "base/arena.h"
#include "base/pattern.h"

#define MATCH_LIMIT	100000u
#define DEPTH_LIMIT	1000u
#define HEAP_LIMIT	4096u		/* KiB */
#define PATTERN_MAX	4096u

struct pattern {
	pcre2_code		*code;
	pcre2_match_data	*match;
	pcre2_match_context	*limits;
};

static void *
take(size_t n, void *arena)
{
	return arena_alloc(arena, n);
}

/* The arena frees all at once. */
static void
leave(void *p, void *arena)
{
	(void)p;
	(void)arena;
}

static const char *
reason(struct arena *a, int code)
{
	unsigned char text[160];

	if (pcre2_get_error_message(code, text, sizeof(text)) < 0)
		return "the pattern is wrong";
	return arena_str(a, (const char *)text);
}

struct pattern *
pattern_new(struct arena *a, const char *source, const char **error,
    size_t *at)
{
	struct pattern *p = arena_alloc(a, sizeof(*p));
	pcre2_general_context *memory;
	pcre2_compile_context *compile;
	PCRE2_SIZE offset = 0;
	int code = 0;

	memory = pcre2_general_context_create(take, leave, a);
	compile = pcre2_compile_context_create(memory);
	pcre2_set_max_pattern_length(compile, PATTERN_MAX);
	p->code = pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED,
	    PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &code, &offset,
	    compile);
	if (p->code == NULL) {
		if (error != NULL)
			*error = reason(a, code);
		if (at != NULL)
			*at = offset;
		return NULL;
	}
	p->match = pcre2_match_data_create_from_pattern(p->code, memory);
	p->limits = pcre2_match_context_create(memory);
	pcre2_set_match_limit(p->limits, MATCH_LIMIT);
	pcre2_set_depth_limit(p->limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(p->limits, HEAP_LIMIT);
	return p;
}

static int
run(struct pattern *p, const char *s, size_t len, uint32_t options)
{
	int rc = pcre2_match(p->code, (PCRE2_SPTR)s, len, 0, options,
	    p->match, p->limits);

	return rc >= 0 ? 1 : rc == PCRE2_ERROR_NOMATCH ? 0 : -1;
}

int
pattern_match(struct pattern *p, const char *s, size_t len)
{
	return run(p, s, len, 0);
}

int
pattern_find(struct pattern *p, const char *s, size_t len, size_t *from,
    size_t *to)
{
	int rc = run(p, s, len, 0);
	const PCRE2_SIZE *at = pcre2_get_ovector_pointer(p->match);

	*from = rc == 1 ? at[0] : 0;
	*to = rc == 1 && at[1] > at[0] ? at[1] : *from;
	return rc;
}

int
pattern_match_all(struct pattern *p, const char *s, size_t len)
{
	return run(p, s, len, PCRE2_ANCHORED | PCRE2_ENDANCHORED);
}
