#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "history/repo.h"

/*
 * References as files: a file each, or lines of "packed-refs".  Names come
 * from users and from the repository, so none may lead out of its folder.
 */

#define REF_MAX		((size_t)64 * 1024)
#define PACKED_MAX	((size_t)256 * 1024 * 1024)
#define LINKS_MAX	5
#define TAGS_MAX	10

/* HEAD and its like, or refs/…, by the rules of git check-ref-format. */
static bool
is_name(const char *s)
{
	const char *p;

	if (strncmp(s, "refs/", 5) != 0) {
		for (p = s; (*p >= 'A' && *p <= 'Z') || *p == '_'; p++)
			;
		return p > s && *p == '\0';
	}
	for (p = s; *p != '\0'; p++)
		if ((unsigned char)*p <= ' ' || *p == 0x7f ||
		    strchr("~^:?*[\\", *p) != NULL ||
		    ((p[0] == '/' || p[0] == '.') && p[1] == '.') ||
		    (p[0] == '/' && (p[1] == '/' || p[1] == '\0')) ||
		    (p[0] == '@' && p[1] == '{'))
			return false;
	return p[-1] != '.';
}

/* What each work tree has for itself. */
static bool
is_own(const char *name)
{
	return strncmp(name, "refs/", 5) != 0 ||
	    strncmp(name, "refs/bisect/", 12) == 0 ||
	    strncmp(name, "refs/worktree/", 14) == 0 ||
	    strncmp(name, "refs/rewritten/", 15) == 0;
}

static bool
take_id(const char *s, struct oid *id)
{
	return strlen(s) >= OID_HEX &&
	    oid_parse(id, s, OID_HEX) &&
	    (s[OID_HEX] == '\0' ||
	    isspace((unsigned char)s[OID_HEX]));
}

/* 1 found, 0 absent, -1 the file cannot be read. */
static int
packed(struct repo *r, const char *name, struct oid *id)
{
	struct buf b = BUF_INIT;
	size_t len = strlen(name);
	const char *s, *nl;
	int rc;

	rc = fs_read(arena_printf(r->arena, "%spacked-refs", r->common),
	    PACKED_MAX, &b);
	if (rc != 0 || b.s == NULL) {
		rc = rc == 0 || (rc == -1 && errno == ENOENT) ? 0 : -1;
		buf_done(&b);
		return rc;
	}
	for (s = b.s; rc == 0 && *s != '\0'; s = nl) {
		nl = s + strcspn(s, "\n");
		if (nl - s > OID_HEX + 1 && *s != '#' && *s != '^' &&
		    (size_t)(nl - s) - OID_HEX - 1 == len &&
		    memcmp(s + OID_HEX + 1, name, len) == 0)
			rc = take_id(s, id) ? 1 : -1;
		nl += *nl == '\n';
	}
	buf_done(&b);
	return rc;
}

enum ref_state
ref_read(struct repo *r, const char *name, struct oid *id)
{
	struct buf b = BUF_INIT;
	enum ref_state absent = REF_ABSENT;
	int rc;

	for (int links = 0; links <= LINKS_MAX; links++) {
		if (!is_name(name)) {
			buf_done(&b);
			return links == 0 ? REF_ABSENT : REF_DAMAGED;
		}
		rc = fs_read(arena_printf(r->arena, "%s%s", is_own(name) ?
		    r->git : r->common, name), REF_MAX, &b);
		if (rc == 0 && b.len > 4 && memcmp(b.s, "ref:", 4) == 0) {
			b.s[strcspn(b.s, "\r\n")] = '\0';
			name = b.s + 4;
			name = arena_str(r->arena, name + strspn(name, " \t"));
			absent = REF_UNBORN;
			continue;
		}
		if (rc == 0)
			rc = b.s != NULL && take_id(b.s, id) ? 1 : -1;
		else if (rc == -1 && (errno == ENOENT || errno == EISDIR ||
		    errno == ENOTDIR))
			rc = packed(r, name, id);
		buf_done(&b);
		return rc > 0 ? REF_FOUND : rc < 0 ? REF_DAMAGED : absent;
	}
	buf_done(&b);
	return REF_DAMAGED;
}

static bool
any_file(struct arena *a, const char *dir, int depth)
{
	DIR *d = depth > 8 ? NULL : opendir(dir);
	struct dirent *e;
	struct stat st;
	bool found = false;
	const char *path;

	while (d != NULL && !found && (e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		path = arena_printf(a, "%s/%s", dir, e->d_name);
		if (stat(path, &st) == 0)
			found = S_ISDIR(st.st_mode) ?
			    any_file(a, path, depth + 1) : true;
	}
	if (d != NULL)
		closedir(d);
	return found;
}

bool
ref_any(struct repo *r, const char *prefix)
{
	struct buf b = BUF_INIT;
	const char *s;
	bool found;

	found = any_file(r->arena, arena_printf(r->arena, "%s%.*s",
	    r->common, (int)strlen(prefix) - 1, prefix), 0);
	if (!found && fs_read(arena_printf(r->arena, "%spacked-refs",
	    r->common), PACKED_MAX, &b) == 0 && b.s != NULL)
		for (s = b.s; !found && (s = strstr(s, prefix)) != NULL; s++)
			found = s > b.s && s[-1] == ' ';
	buf_done(&b);
	return found;
}

/* ---- revisions ---- */

/* Through tags to a commit; an object that is absent is left as it is. */
static int
peel(struct repo *r, struct oid *id)
{
	struct object o;
	int rc = -1;

	for (int n = 0; n < TAGS_MAX; n++) {
		if (object_read(r, id, &o) != 0)
			return 0;
		if (o.type == OBJECT_COMMIT)
			rc = 0;
		if (o.type != OBJECT_TAG || o.len < 7 + OID_HEX ||
		    memcmp(o.data, "object ", 7) != 0 ||
		    !oid_parse(id, o.data + 7, OID_HEX)) {
			object_done(&o);
			return rc;
		}
		object_done(&o);
	}
	return -1;
}

static int
abbreviated(struct repo *r, const char *s, size_t len, struct oid *id)
{
	struct oid part;

	for (size_t i = 0; i < len; i++)
		if (!isxdigit((unsigned char)s[i]))
			return -1;
	if (len < 4 || len > OID_HEX ||
	    !oid_parse(&part, s, len))
		return -1;
	if (len == OID_HEX) {
		*id = part;
		return object_is_here(r, id) ? 0 : -1;
	}
	return object_prefix(r, &part, len, id);
}

/* The name in front of any ~ or ^. */
static int
base_of(struct repo *r, const char *name, struct oid *id)
{
	static const char *const forms[] = { "%s", "refs/%s",
	    "refs/tags/%s", "refs/heads/%s", "refs/remotes/%s",
	    "refs/remotes/%s/HEAD" };
	const char *g;

	if (strcmp(name, "@") == 0)
		name = "HEAD";
	if (strlen(name) == OID_HEX &&
	    abbreviated(r, name, OID_HEX, id) == 0)
		return 0;
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (ref_read(r, arena_printf(r->arena, forms[i], name), id) ==
		    REF_FOUND)
			return 0;
	if (abbreviated(r, name, strlen(name), id) == 0)
		return 0;
	/* As git describe says it: v1.0-3-g1a2b3c4. */
	for (g = name + strlen(name); g > name && g[-1] != '-'; g--)
		;
	return g > name && *g == 'g' ?
	    abbreviated(r, g + 1, strlen(g + 1), id) : -1;
}

static int
parent(struct repo *r, struct oid *id, unsigned long n)
{
	struct arena *scratch;
	struct raw_commit c;
	int rc = -1;

	if (n == 0)
		return 0;
	scratch = arena_new();
	if (commit_read(r, scratch, id, false, &c) == 0 &&
	    n <= c.parent_len) {
		*id = c.parents[n - 1];
		rc = 0;
	}
	arena_done(scratch);
	return rc;
}

/* ^ ^N ^{commit} ^{} ~ ~N, one after the other. */
static int
steps(struct repo *r, const char *s, struct oid *id)
{
	unsigned long n;
	char *end, sign;

	while (*s != '\0') {
		sign = *s++;
		if (sign == '^' && *s == '{') {
			if (strncmp(s, "{commit}", 8) == 0)
				s += 8;
			else if (strncmp(s, "{}", 2) == 0)
				s += 2;
			else
				return -1;
			continue;
		}
		if (sign != '^' && sign != '~')
			return -1;
		n = 1;
		if (isdigit((unsigned char)*s)) {
			n = strtoul(s, &end, 10);
			s = end;
		}
		if (sign == '^') {
			if (parent(r, id, n) != 0)
				return -1;
			continue;
		}
		while (n-- > 0)
			if (parent(r, id, 1) != 0)
				return -1;
	}
	return 0;
}

int
ref_revision(struct repo *r, const char *rev, struct oid *id)
{
	size_t n = strcspn(rev, "^~");

	if (n == 0 || strlen(rev) > 1024 ||
	    base_of(r, arena_dup(r->arena, rev, n), id) != 0 ||
	    peel(r, id) != 0)
		return -1;
	return steps(r, rev + n, id);
}
