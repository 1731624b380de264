#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include <stdbool.h>

struct arena;
struct buf;

/*
 * Append what tells this program apart from any other that could answer
 * otherwise: its sources and data, and each library that it started with.
 */
void program_id(struct buf *);

/*
 * Append a line for each library that was loaded since the first call of
 * program_id(); and whether the same files are
 * still there, asked by a run that has not loaded them.
 */
void program_late(struct buf *);
bool program_late_same(struct arena *, const char *lines);

#endif
