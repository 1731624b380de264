#ifndef BOOK_CHAPTER_H
#define BOOK_CHAPTER_H

struct arena;
struct config;
struct diags;
struct standard;

/*
 * A finding for each chapter that isms.yaml chooses (manual: chapters:) and
 * that the standard's manual does not have.
 */
void chapter_check(struct arena *, struct diags *, const struct standard *,
    const struct config *);

#endif
