#ifndef BASE_REDLINE_H
#define BASE_REDLINE_H

#include <stddef.h>

struct arena;

/*
 * What became of a text, word by word.  A word is a run of letters and digits,
 * in Japanese of one kind of characters; lines may be broken anew without a
 * difference.
 */
enum redline_op { REDLINE_SAME, REDLINE_GONE, REDLINE_NEW };

struct redline_piece {
	enum redline_op	 op;
	const char	*s;		/* white space as it was */
	size_t		 len;
};

struct redline {
	struct redline_piece	*pieces;	/* GONE before NEW */
	size_t			 len;
	size_t			 gone, new;	/* words */
};

/*
 * Both texts are UTF-8 or bytes like it.  A passage with more differences than
 * are worth telling apart is one piece that went and one that came.
 */
struct redline *redline(struct arena *, const char *old, size_t old_len,
    const char *now, size_t now_len);

#endif
