#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

struct buf;

/*
 * Append what tells this program apart from any other that could answer
 * otherwise: its sources and data, and each library as it was loaded.
 */
void program_id(struct buf *);

#endif
