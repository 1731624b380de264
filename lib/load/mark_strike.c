#include <string.h>

#include "load/mark_walk.h"
#include "tree/node.h"

/*
 * Strikethrough.  The inlines stand with their tildes as texts of their own,
 * span telling what each can do; one or two on both sides strike what is
 * between.
 */

/* GitHub's rule for marks that can both open and close. */
static bool
fits(const struct node *open, const struct node *shut)
{
	size_t a = strlen(open->text), b = strlen(shut->text);

	return !((shut->span & MARK_OPENS) || (open->span & MARK_SHUTS)) ||
	    b % 3 == 0 || (a + b) % 3 != 0;
}

/* What stands between becomes the children of the opener. */
static void
wrap(struct node *parent, struct node *open, struct node *shut,
    struct node *before_shut)
{
	open->type = NODE_STRIKE;
	open->text = NULL;
	open->span = 0;
	open->at.end = shut->at.line == open->at.line ? shut->at.end : 0;
	open->first = open->next == shut ? NULL : open->next;
	open->last = open->next == shut ? NULL : before_shut;
	if (open->last != NULL)
		open->last->next = NULL;
	for (struct node *c = open->first; c != NULL; c = c->next)
		c->parent = open;
	open->next = shut->next;
	if (parent->last == shut)
		parent->last = open;
}

/*
 * The openers are a stack, linked through first while they wait.  A search
 * that found nothing need not be made again: floor is where it ended, for
 * closers of one and of two.
 */
struct stack {
	struct node	*top, *floor[3];
	size_t		 len;
};

/* Take all off the stack down to and with n. */
static void
pop(struct stack *st, const struct node *n)
{
	struct node *gone;
	bool low[3] = { false, false, false };

	do {
		gone = st->top;
		for (size_t i = 1; i < 3; i++)
			low[i] = low[i] || st->floor[i] == gone;
		st->top = gone->first;
		st->len--;
		gone->first = NULL;
	} while (gone != n);
	for (size_t i = 1; i < 3; i++)
		if (low[i])
			st->floor[i] = st->top;
}

/* The opener that n closes, or NULL. */
static struct node *
find(struct stack *st, const struct node *n, size_t len)
{
	struct node *open = st->top;

	while (open != NULL && open != st->floor[len] && !fits(open, n))
		open = open->first;
	if (open != NULL && open != st->floor[len] &&
	    strlen(open->text) == len)
		return open;
	st->floor[len] = st->top;
	return NULL;
}

void
mark_strike(struct node *parent)
{
	struct stack st = { NULL, { NULL, NULL, NULL }, 0 };
	struct node *before = NULL, *next, *open;

	for (struct node *n = parent->first; n != NULL; before = n, n = next) {
		next = n->next;
		if (n->type != NODE_TEXT || n->span == 0)
			continue;
		open = n->span & MARK_SHUTS ?
		    find(&st, n, strlen(n->text)) : NULL;
		if (open != NULL) {
			pop(&st, open);
			wrap(parent, open, n, before);
			n = open;
		} else if ((n->span & MARK_OPENS) && st.len < MARK_NEST) {
			n->first = st.top;
			st.top = n;
			st.len++;
		}
	}
	while (st.top != NULL)
		pop(&st, st.top);
}
