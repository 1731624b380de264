#include <string.h>

#include <git2.h>

#include "base/arena.h"
#include "history/repo.h"

int
object_read(struct repo *r, const git_oid *id, struct object *o)
{
	memset(o, 0, sizeof(*o));
	if (git_odb_read(&o->handle, r->odb, id) != 0) {
		o->handle = NULL;
		return -1;
	}
	o->data = git_odb_object_data(o->handle);
	o->len = git_odb_object_size(o->handle);
	o->type = git_odb_object_type(o->handle);
	return 0;
}

int
object_read_as(struct repo *r, const git_oid *id, git_object_t type,
    struct object *o)
{
	if (object_read(r, id, o) != 0)
		return -1;
	if (o->type == type)
		return 0;
	object_done(o);
	return -1;
}

void
object_done(struct object *o)
{
	git_odb_object_free(o->handle);
	memset(o, 0, sizeof(*o));
}

const char *
repo_hex(struct arena *a, const git_oid *id)
{
	char hex[GIT_OID_HEXSZ + 1];

	git_oid_tostr(hex, sizeof(hex), id);
	return arena_str(a, hex);
}
