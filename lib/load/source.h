#ifndef LOAD_SOURCE_H
#define LOAD_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct diags;

/*
 * Where files come from: a folder of the disk, a commit, or memory (tests).
 * Nothing outside the ISMS root is reachable through it, and no symbolic
 * link is followed.
 */
enum entry_type { ENTRY_FILE, ENTRY_SYMLINK, ENTRY_SUBMODULE, ENTRY_OTHER };

struct entry {
	const char	*path;		/* relative to the ISMS root, '/' */
	enum entry_type	 type;
	size_t		 size;		/* bytes; of a file */
	char		 blob[65];	/* git's id of the content, or "" */
};

struct source {
	const struct entry	*entries;	/* sorted by bytes of path */
	size_t			 len;
	/*
	 * Read a file whole into the emptied buffer, at most max bytes.
	 * 0; -1 when it vanished or
	 * cannot be read; -2 when it is larger than max.
	 */
	int	(*read)(struct source *, const struct entry *, size_t max,
		    struct buf *);
	void	(*close)(struct source *);	/* may be NULL */
	/*
	 * Whether git has a file of the disk, as whoever opened it says; NULL:
	 * not asked.  strict: nobody is there to add it (CI).
	 */
	bool	(*tracked)(void *tracker, const char *path);
	void	*tracker;
	bool	 strict;
	void	*data;
};

/*
 * The folder root, without dot files and without what lies in a nested
 * repository.  Unreadable folders and names that cannot be carried to another
 * system are findings.  NULL with errno set when root itself cannot be read.
 */
struct source *source_folder(struct arena *, struct diags *,
    const char *root);

/* The same of a folder that has been looked at; closing it closes that. */
struct stamps;
struct source *source_stamped(struct arena *, struct diags *,
    struct stamps *);

/* Files in memory: n pairs of path and text. */
struct source *source_memory(struct arena *, const char *const (*)[2],
    size_t n);

/* Binary search by path; NULL when absent. */
const struct entry *source_find(const struct source *, const char *path);

#endif
