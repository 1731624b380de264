#ifndef BASE_FS_H
#define BASE_FS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct buf;

/*
 * Files and folders that appear whole or not at all.  What fails is told by
 * -1 or NULL with errno; nothing half-written is left behind.  Modes are 0644
 * and 0755 whatever the umask; a file that is replaced keeps its own.
 */

/*
 * Read a file whole into the emptied buffer, at most max bytes: 0; -1 with
 * errno; -2 when it is larger.  Follows links; not for the ISMS itself.
 */
int fs_read(const char *path, size_t max, struct buf *);

/* The folder and what is missing above it; 0 also when it is there. */
int fs_mkdirs(const char *path);

/* Write a file anew, in place or beside: for files in a folder of ours. */
int fs_write(const char *path, const void *, size_t);
/*
 * The same for a file that is not there yet; where `former` (or NULL) has
 * these bytes it becomes a second name of that one, which is cheaper and
 * keeps its time.  The mode is what the umask leaves of 0644.
 */
int fs_write_like(const char *path, const char *former, const void *,
    size_t);

/* A file that replaces another one: written beside it, then renamed. */
struct fs_file;
struct fs_file *fs_file_begin(const char *path);
/* Where to write; errors need not be looked at before the end. */
FILE *fs_file_stream(struct fs_file *);
/* Either ends it; commit tells every error since the beginning. */
int fs_file_commit(struct fs_file *);
void fs_file_abort(struct fs_file *);
/* All at once. */
int fs_replace(const char *path, const void *, size_t);
/* The same without waiting for the disk, for what can be made again. */
int fs_put(const char *path, const void *, size_t);

/*
 * Outputs that take their places together, or none of them does.  Each is
 * written to the path that fs_set_folder() or fs_set_file() gives, which lies
 * beside its place and lives as long as the set; NULL with errno when it
 * cannot be: ELOOP when a symbolic link is in the place, ENOTDIR or EISDIR
 * when it is a thing of the other sort, ENOTEMPTY when a folder holds what no
 * earlier run wrote (such a folder is never replaced: a marker file tells
 * ours).  Left-overs of killed runs beside an output are removed first.
 *
 * Either call ends the set.  fs_set_commit() does all that may fail before
 * the first output takes its place, and takes back what it placed when one of
 * the others fails then: -1 with errno, and the former outputs stand.
 * Folders above an output are made, and taken back when none got into them.
 */
struct fs_set;
struct fs_set *fs_set_new(void);
const char *fs_set_folder(struct fs_set *, const char *dir);
const char *fs_set_file(struct fs_set *, const char *path);
int fs_set_commit(struct fs_set *);
void fs_set_abort(struct fs_set *);

/*
 * Flush a stream to its end and tell whether all of it arrived: 0, or -1
 * with errno.  Does not close.
 */
int fs_flush(FILE *);

/* Remove what killed runs left beside a file or folder that they wrote. */
void fs_sweep(const char *path);

/*
 * Remove a file, or a folder with all that is in it; links are removed, not
 * followed.  A signal handler may call it.
 */
int fs_remove(const char *path);

/*
 * A path that is to be gone when the run ends before it is finished: by a
 * signal (SIGHUP, SIGINT, SIGTERM, from the first path on), or where the
 * program ends itself, which calls fs_temp_remove() first.
 */
void fs_temp_add(const char *path);
void fs_temp_drop(const char *path);
void fs_temp_remove(void);

/* Hold these signals back for a moment, which must be short. */
void fs_hold(sigset_t *before);
void fs_release(const sigset_t *before);

#endif
