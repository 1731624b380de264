#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/near.h"
#include "cmd/reference.h"
#include "cmd/run.h"
#include "model/kind.h"
#include "model/schema.h"

static const struct kind *
find_kind(const struct say *s, const char *name)
{
	for (size_t i = 0; i < s->kind_len; i++) {
		const struct kind *k = s->kinds[i];

		if (strcmp(k->name, name) == 0 || (k->prefix != NULL &&
		    strcmp(k->prefix, name) == 0))
			return k;
	}
	return NULL;
}

static int
unknown(const struct run *r, const struct say *s, const char *name)
{
	struct near g = { .word = name };

	for (size_t i = 0; i < s->kind_len; i++)
		near_offer(&g, s->kinds[i]->name);
	near_offer(&g, "isms.yaml");
	if (g.best != NULL)
		return complain(EXIT_USAGE, pick(r,
		    "there is no kind '%s'; did you mean %s?",
		    "種類 '%s' はありません。%s の間違いではありませんか"),
		    name, g.best);
	return complain(EXIT_USAGE, pick(r,
	    "there is no kind '%s'; schema takes a kind, isms.yaml, or "
	    "nothing for all kinds",
	    "種類 '%s' はありません。schema には種類か isms.yaml を指定します"
	    "（省略するとすべての種類）"), name);
}

int
cmd_schema(struct run *r)
{
	const char *name = r->opt.arg_len > 0 ? r->opt.args[0] : NULL;
	const struct kind *k = NULL;
	struct buf b = BUF_INIT;
	struct say s;
	int rc;

	if (r->opt.arg_len > 1)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "schema takes one kind", "schema に指定できる種類は一つです"));
	if ((rc = reference(r, &s)) != EXIT_DONE)
		return rc;
	if (name != NULL && (strcmp(name, "isms.yaml") == 0 ||
	    strcmp(name, "config") == 0)) {
		json_dump(schema_config(&s), &b);
		return deliver(&b, EXIT_DONE);
	}
	if (name != NULL && (k = find_kind(&s, name)) == NULL)
		return unknown(r, &s, name);
	json_dump(schema_kind(&s, k), &b);
	return deliver(&b, EXIT_DONE);
}
