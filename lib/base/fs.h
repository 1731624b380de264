#ifndef BASE_FS_H
#define BASE_FS_H

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
 * A folder that replaces another one: DIR.tmp-PID is filled, then takes the
 * place of DIR in one step.  Left-overs of killed runs beside it are removed
 * first.  errno is ELOOP when DIR is a symbolic link, ENOTDIR when it is a
 * file, ENOTEMPTY when it holds what no earlier run wrote (such a folder is
 * never replaced: a marker file tells ours).
 */
struct fs_folder;
struct fs_folder *fs_folder_begin(const char *dir);
const char *fs_folder_path(const struct fs_folder *);
int fs_folder_commit(struct fs_folder *);
void fs_folder_abort(struct fs_folder *);

/*
 * The folder and a file take their places together, or neither does: fresh,
 * which lies beside path, becomes path, and the folder is committed.  All
 * that may fail is done before the first of the two renames, and the file
 * goes back should the second fail.  Ends the folder and uses up fresh.
 */
int fs_folder_commit_with(struct fs_folder *, const char *fresh,
    const char *path);

/*
 * Flush a stream to its end and tell whether all of it arrived: 0, or -1
 * with errno.  Does not close.
 */
int fs_flush(FILE *);

/* Remove what killed runs left beside a file or folder that they wrote. */
void fs_sweep(const char *path);

/* Remove a folder with all that is in it; links are removed, not followed. */
int fs_remove(const char *path);

#endif
