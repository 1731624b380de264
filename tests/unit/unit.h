#ifndef UNIT_H
#define UNIT_H

/* What each unit test needs before its own includes, in cmocka's order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "diag/diag.h"

/* The findings as "line:col code line:col code", sorted. */
static inline const char *
unit_findings(struct arena *a, struct diags *ds)
{
	struct buf b = BUF_INIT;
	const char *s;

	diags_sort(ds);
	for (size_t i = 0; i < diags_len(ds); i++) {
		const struct diag *d = diags_at(ds, i);

		buf_addf(&b, "%s%u:%u %s", i == 0 ? "" : " ", d->at.line,
		    d->at.col, d->head->code);
	}
	s = b.s == NULL ? "" : arena_str(a, b.s);
	buf_done(&b);
	return s;
}

#endif
