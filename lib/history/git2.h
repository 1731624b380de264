#ifndef HISTORY_GIT2_H
#define HISTORY_GIT2_H

#include <git2.h>

#include "base/late.h"

/*
 * What is called of libgit2, which brings half of the libraries that the
 * program would load at its start, for a run that seldom needs it.  Filled by
 * odb_start().
 */
#define GIT2(F) \
	F(git_index_entrycount) F(git_index_free) F(git_index_get_byindex) \
	F(git_index_get_bypath) F(git_index_open) F(git_libgit2_init) \
	F(git_libgit2_opts) F(git_odb_exists_prefix) F(git_odb_free) \
	F(git_odb_object_data) F(git_odb_object_free) \
	F(git_odb_object_size) F(git_odb_object_type) F(git_odb_open) \
	F(git_odb_read) F(git_odb_read_header) F(git_oid_fromraw) \
	F(git_repository_free) F(git_repository_index) \
	F(git_repository_open_ext) F(git_status_byindex) \
	F(git_status_list_entrycount) F(git_status_list_free) \
	F(git_status_list_new) F(git_status_options_init)

struct git2 {
	GIT2(LATE_MEMBER)
};

extern struct git2 git2;

#endif
