#include <string.h>

#include "base/buf.h"
#include "store/inside.h"

/*
 * What SQL of a user may call.  Steps are counted by SQLite, but a single
 * step can call a function that takes minutes over two long texts; those that
 * can are replaced by ones that take time in proportion to the text and have
 * it counted.
 */

#define BYTES_A_STEP	64		/* what a step may read unnoticed */
#define TRIMMED_MAX	100		/* bytes of the letters to trim */

typedef sqlite3_context context;
typedef sqlite3_value value;

/* Allowed: no chance, no clock of the machine, no way out, no bombs. */
static const char *const allowed[] = {
	"abs", "avg", "char", "coalesce", "count",
	"cume_dist", "current_date", "current_time", "current_timestamp",
	"date", "datetime", "dense_rank", "first_value", "format", "glob",
	"group_concat", "hex", "if", "ifnull", "iif", "instr", "julianday",
	"lag", "last_value", "lead", "length", "like", "likelihood",
	"likely", "lower", "ltrim", "match", "max", "min", "nth_value",
	"ntile", "nullif", "percent_rank", "printf", "quote", "rank",
	"replace", "round", "row_number", "rtrim", "sign", "strftime",
	"string_agg", "substr", "substring", "sum", "time", "total", "trim",
	"typeof", "unicode", "unixepoch", "unlikely", "upper", "zeroblob",
};

bool
guard_allows(const char *name)
{
	for (size_t i = 0; i < sizeof(allowed) / sizeof(*allowed); i++)
		if (sqlite3_stricmp(allowed[i], name) == 0)
			return true;
	return store_has_function(name);
}

void
guard_charge(struct store *s, size_t bytes)
{
	s->cost += bytes / BYTES_A_STEP;
}

static void
charge(context *c, int n, value **v)
{
	size_t bytes = 0;

	for (int i = 0; i < n; i++)
		bytes += (size_t)sqlite3_value_bytes(v[i]);
	guard_charge(sqlite3_user_data(c), bytes);
}

static bool
any_null(context *c, int n, value **v)
{
	for (int i = 0; i < n; i++)
		if (sqlite3_value_type(v[i]) == SQLITE_NULL) {
			sqlite3_result_null(c);
			return true;
		}
	return false;
}

static size_t
characters(const char *s, size_t n)
{
	size_t count = 0;

	while (n-- > 0)
		count += ((unsigned char)s[n] & 0xc0) != 0x80;
	return count;
}

static void
f_instr(context *c, int n, value **v)
{
	const char *s, *part, *at;
	size_t len, part_len;

	if (any_null(c, n, v))
		return;
	s = (const char *)sqlite3_value_text(v[0]);
	part = (const char *)sqlite3_value_text(v[1]);
	len = (size_t)sqlite3_value_bytes(v[0]);
	part_len = (size_t)sqlite3_value_bytes(v[1]);
	charge(c, n, v);
	at = s == NULL || part == NULL ? NULL : memmem(s, len, part,
	    part_len);
	sqlite3_result_int64(c, at == NULL ? 0 :
	    (sqlite3_int64)characters(s, (size_t)(at - s)) + 1);
}

static void
f_replace(context *c, int n, value **v)
{
	const char *s, *part, *by, *at, *end;
	struct buf b = BUF_INIT;
	size_t part_len, by_len;

	if (any_null(c, n, v))
		return;
	s = (const char *)sqlite3_value_text(v[0]);
	part = (const char *)sqlite3_value_text(v[1]);
	by = (const char *)sqlite3_value_text(v[2]);
	part_len = (size_t)sqlite3_value_bytes(v[1]);
	by_len = (size_t)sqlite3_value_bytes(v[2]);
	charge(c, n, v);
	if (s == NULL || part == NULL || by == NULL || part_len == 0) {
		sqlite3_result_value(c, v[0]);
		return;
	}
	end = s + sqlite3_value_bytes(v[0]);
	while ((at = memmem(s, (size_t)(end - s), part, part_len)) != NULL) {
		buf_add(&b, s, (size_t)(at - s));
		buf_add(&b, by, by_len);
		s = at + part_len;
		if (b.len > (size_t)sqlite3_limit(sqlite3_context_db_handle(c),
		    SQLITE_LIMIT_LENGTH, -1)) {
			buf_done(&b);
			sqlite3_result_error_toobig(c);
			return;
		}
	}
	buf_add(&b, s, (size_t)(end - s));
	guard_charge(sqlite3_user_data(c), b.len);
	sqlite3_result_text(c, b.len > 0 ? b.s : "", (int)b.len,
	    SQLITE_TRANSIENT);
	buf_done(&b);
}

/* The letters of a set, away from one end or both. */
static void
trim(context *c, int n, value **v, bool left, bool right)
{
	const char *s, *set = " ";
	size_t from = 0, to, len, width;

	if (any_null(c, n, v))
		return;
	charge(c, n, v);
	s = (const char *)sqlite3_value_text(v[0]);
	if (n > 1)
		set = (const char *)sqlite3_value_text(v[1]);
	if (s == NULL || set == NULL)
		return;
	if (strlen(set) > TRIMMED_MAX) {
		sqlite3_result_error(c, "too many letters to trim", -1);
		return;
	}
	to = (size_t)sqlite3_value_bytes(v[0]);
	for (len = to; left && from < len; from += width) {
		for (width = 1; from + width < len &&
		    ((unsigned char)s[from + width] & 0xc0) == 0x80;)
			width++;
		if (memmem(set, strlen(set), s + from, width) == NULL)
			break;
	}
	for (; right && to > from; to -= width) {
		for (width = 1; width < to - from &&
		    ((unsigned char)s[to - width] & 0xc0) == 0x80;)
			width++;
		if (memmem(set, strlen(set), s + to - width, width) == NULL)
			break;
	}
	sqlite3_result_text(c, s + from, (int)(to - from), SQLITE_TRANSIENT);
}

static void
f_trim(context *c, int n, value **v)
{
	trim(c, n, v, true, true);
}

static void
f_ltrim(context *c, int n, value **v)
{
	trim(c, n, v, true, false);
}

static void
f_rtrim(context *c, int n, value **v)
{
	trim(c, n, v, false, true);
}

/* The pattern first, as the operator hands them over. */
static void
match(context *c, int n, value **v, bool glob)
{
	const char *pattern, *s, *escape = NULL;
	struct store *store = sqlite3_user_data(c);
	int limit = sqlite3_limit(sqlite3_context_db_handle(c),
	    SQLITE_LIMIT_LIKE_PATTERN_LENGTH, -1);

	if (any_null(c, n, v))
		return;
	pattern = (const char *)sqlite3_value_text(v[0]);
	s = (const char *)sqlite3_value_text(v[1]);
	if (n > 2)
		escape = (const char *)sqlite3_value_text(v[2]);
	if (pattern == NULL || s == NULL)
		return;
	if (sqlite3_value_bytes(v[0]) > limit) {
		sqlite3_result_error(c, "LIKE or GLOB pattern too complex",
		    -1);
		return;
	}
	/* A pattern may look at the text once for each of its letters. */
	guard_charge(store, (size_t)sqlite3_value_bytes(v[1]) *
	    (size_t)(sqlite3_value_bytes(v[0]) + 1) / 4);
	sqlite3_result_int(c, glob ? sqlite3_strglob(pattern, s) == 0 :
	    sqlite3_strlike(pattern, s, escape != NULL ?
	    (unsigned)(unsigned char)*escape : 0) == 0);
}

static void
f_like(context *c, int n, value **v)
{
	match(c, n, v, false);
}

static void
f_glob(context *c, int n, value **v)
{
	match(c, n, v, true);
}

void
guard_functions(struct store *s)
{
	static const struct {
		const char	*name;
		int		 args;
		void		(*f)(context *, int, value **);
	} all[] = {
		{ "instr", 2, f_instr }, { "replace", 3, f_replace },
		{ "trim", 1, f_trim }, { "trim", 2, f_trim },
		{ "ltrim", 1, f_ltrim }, { "ltrim", 2, f_ltrim },
		{ "rtrim", 1, f_rtrim }, { "rtrim", 2, f_rtrim },
		{ "like", 2, f_like }, { "like", 3, f_like },
		{ "glob", 2, f_glob },
	};

	if (s->guarded)
		return;
	s->guarded = true;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		sqlite3_create_function_v2(s->db, all[i].name, all[i].args,
		    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, s,
		    all[i].f, NULL, NULL, NULL);
}
