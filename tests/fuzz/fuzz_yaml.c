/*
 * The two readers of front matter: where the quick one is certain, the parser
 * has nothing to find and gives the same tree, to the last column.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "diag/diag.h"
#include "load/yaml.h"
#include "load/yaml_fault.h"
#include "load/yaml_quick.h"

static bool
same_place(struct pos a, struct pos b)
{
	return a.line == b.line && a.col == b.col && a.end == b.end;
}

static bool
same(const struct yaml *a, const struct yaml *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	if (a->type != b->type || a->len != b->len ||
	    !same_place(a->at, b->at) || (a->key == NULL) != (b->key == NULL))
		return false;
	if (a->key != NULL && (strcmp(a->key, b->key) != 0 ||
	    !same_place(a->key_at, b->key_at)))
		return false;
	if (a->type == YAML_SCALAR)
		return a->plain == b->plain && strcmp(a->s, b->s) == 0;
	for (a = a->first, b = b->first; a != NULL && b != NULL;
	    a = a->next, b = b->next)
		if (!same(a, b))
			return false;
	return a == b;
}

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct yaml_text t = { "f", (const char *)data, len, 1 };
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct yaml *quick;

	if (yaml_quick(a, &t, &quick) &&
	    (!same(quick, yaml_slow(a, ds, &t)) || diags_len(ds) > 0))
		abort();
	arena_done(a);
	return 0;
}
