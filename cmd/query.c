#include "base/buf.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "store/store.h"

int
cmd_query(struct run *r)
{
	const char *error = NULL;
	struct buf b = BUF_INIT;
	struct query *q;
	int rc;

	if (r->opt.arg_len != 1)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "query takes one argument: 'SELECT ...'",
		    "query の引数は一つです: 'SELECT ...'"));
	r->outlines = r->heads = true;
	if ((rc = compile(r)) != EXIT_DONE)
		return rc;
	q = query_open(r->store, r->opt.args[0], QUERY_USER, &error);
	if (q == NULL)
		return complain(EXIT_USAGE, "%s", error);
	rc = rows_print(r, q, NULL, &b);
	query_close(q);
	return deliver(&b, rc);
}
