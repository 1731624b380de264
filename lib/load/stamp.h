#ifndef LOAD_STAMP_H
#define LOAD_STAMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;
struct cursor;
struct rows;

/*
 * All that a run sees of a folder: the names in it, what each one is, and the
 * content of each file that was read.  Whoever sees the same once more must
 * come to the same answers; that is what a verdict kept from an earlier run
 * rests on.
 *
 * Names that begin with a dot are not seen, nor what lies in a repository of
 * its own.  Folder by folder, names in the order of their bytes.
 */
enum stamp_type {
	STAMP_FILE, STAMP_FOLDER, STAMP_SYMLINK, STAMP_SUBMODULE,
	STAMP_OTHER, STAMP_GONE, STAMP_TYPES
};

struct stamp {
	const char	*path;		/* below the root */
	enum stamp_type	 type;
	size_t		 within;	/* 1 + its folder's place; 0: root */
	const char	*to;		/* of a link */
	int64_t		 size;		/* of a file */
	int64_t		 device, inode, mode;
	int64_t		 changed, changed_ns, modified, modified_ns;
	const char	*sum;		/* SHA-256 as read; NULL: not read */
	int		 why;		/* errno of a folder, else 0 */
};

struct stamps {
	struct arena	*arena;
	struct stamp	*list;
	size_t		 len;
	bool		 full;		/* too many: the rest is unseen */
	/* Something could not be seen, or not twice alike. */
	bool		 odd;
	bool		 sums;		/* to be made of what is read */
	/* The clock before the first look, in seconds. */
	int64_t		 since;
	int64_t		 device;	/* -1: times say nothing there */
	int		 root;
};

/* How deep folders are followed. */
#define STAMP_DEPTH	64
size_t stamp_depth(const char *path);

/* NULL with errno when the folder itself cannot be read. */
struct stamps *stamps_read(struct arena *, const char *root, int64_t now);
/* Takes NULL. */
void stamps_close(struct stamps *);

/*
 * The content of the i-th, a file, as source.h has it: 0, -1, -2.  With sums
 * it is put down what was read.
 */
int stamps_content(struct stamps *, size_t i, size_t max, struct buf *);

/*
 * Whether a run would see now what it saw then.  What was read then has its
 * sum here too.  A file whose change could have been overlooked is read and
 * compared; *looked is how many there were.
 */
bool stamps_alike(struct stamps *now, const struct stamps *then,
    size_t *looked);

void stamps_keep(const struct stamps *, struct rows *);
struct stamps *stamps_take(struct arena *, struct cursor *);

#endif
