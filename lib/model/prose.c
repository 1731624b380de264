#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/map.h"
#include "load/load.h"
#include "load/mark.h"
#include "load/outline.h"
#include "load/yaml.h"
#include "model/build.h"
#include "model/language.h"
#include "model/model.h"
#include "tree/node.h"

/*
 * The prose of documents: the text below the front matter, and what the front
 * matter gives of it in other languages (body_ja), judged alike.
 */

struct node *
build_next(const struct node *root, struct node *n)
{
	if (n->first != NULL)
		return n->first;
	while (n != root && n->next == NULL)
		n = n->parent;
	return n == root ? NULL : n->next;
}

const struct telling *
doc_telling(const struct doc *doc, const char *lang)
{
	const struct telling *t = doc->told;

	while (t != NULL && strcmp(t->lang, lang) != 0)
		t = t->next;
	return t;
}

static struct node *
next_heading(const struct node *root, struct node *n)
{
	while ((n = build_next(root, n)) != NULL)
		if (n->type == NODE_HEADING)
			break;
	return n;
}

/* Both have the same headings, by number and level. */
static bool
is_parallel(struct node *told, struct node *body)
{
	struct node *a = told, *b = body;

	if (told == NULL || body == NULL)
		return false;
	do {
		a = next_heading(told, a);
		b = next_heading(body, b);
		if ((a == NULL) != (b == NULL) ||
		    (a != NULL && a->level != b->level))
			return false;
	} while (a != NULL);
	return true;
}

const char *
build_anchor(struct node *body, struct node *told, const struct node *h)
{
	struct node *a = told, *b = body;

	if (!is_parallel(told, body))
		return h->anchor;
	do {
		a = next_heading(told, a);
		b = next_heading(body, b);
	} while (a != h);
	return b->anchor;
}

/*
 * A translation that has the headings of its original has their anchors, too:
 * links lead to a section in either language, and who changes the language
 * stays at it.
 */
static void
take_anchors(struct node *told, struct node *body)
{
	struct node *a = told, *b = body;

	if (!is_parallel(told, body))
		return;
	while ((a = next_heading(told, a)) != NULL) {
		b = next_heading(body, b);
		a->anchor = b->anchor;
	}
}

/* Where the lines of a value stand in its file. */
struct place {
	struct pos	 at;	/* of its first line */
	unsigned	 indent;	/* of a literal block */
	bool		 exact;	/* a line of it is a line of the file */
};

static struct place
place_of(const struct doc *doc, const struct yaml *y)
{
	struct place p = { .at = y->at };
	const char *s = doc->text, *end = doc->text + doc->len;
	size_t n;

	for (unsigned line = 1; line < y->at.line && s != NULL; line++)
		if ((s = memchr(s, '\n', (size_t)(end - s))) != NULL)
			s++;
	for (unsigned col = 1; col < y->at.col && s != NULL && s < end; col++)
		s++;
	if (s == NULL || s >= end || *s != '|')
		return p;
	p.exact = true;
	p.at.line++;
	do {
		s = memchr(s, '\n', (size_t)(end - s));
		if (s == NULL)
			return p;
		s++;
		for (n = 0; s + n < end && s[n] == ' '; n++)
			;
	} while (s + n < end && (s[n] == '\n' || s[n] == '\r'));
	p.indent = (unsigned)n;
	return p;
}

static void
put_at(struct pos *at, const struct place *p)
{
	if (!p->exact)
		*at = p->at;
	else if (at->col > 0) {
		at->col += p->indent;
		at->end += at->end > 0 ? p->indent : 0;
	}
}

static struct node *
parse(struct build *b, const struct doc *doc, const struct yaml *y)
{
	struct arena *a = b->loaded->outlines ? arena_new() : b->arena;
	struct place p = place_of(doc, y);
	size_t before = diags_len(b->diags);
	struct pos at = p.at;
	struct node *tree, *n;
	struct diag *d;

	at.col = at.end = 0;
	tree = mark_parse(a, b->diags, at, y->s, strlen(y->s), 0);
	if (a != b->arena) {
		if (tree != NULL)
			tree = outline_make(b->arena, tree, false);
		arena_done(a);
	}
	for (n = tree; n != NULL; n = build_next(tree, n))
		if (n->at.path != NULL)
			put_at(&n->at, &p);
	for (; before < diags_len(b->diags); before++) {
		d = diags_at(b->diags, before);
		put_at(&d->at, &p);
		if (d->also.path != NULL)
			put_at(&d->also, &p);
	}
	return tree;
}

static void
read_told(struct build *b, struct doc *doc)
{
	const struct yaml *y = doc->front == NULL ? NULL : doc->front->first;
	struct telling **to = &doc->told;

	for (; y != NULL; y = y->next) {
		if (language_prose(y->key) == NULL ||
		    y->type != YAML_SCALAR || *y->s == '\0')
			continue;
		*to = arena_alloc(b->arena, sizeof(**to));
		(*to)->key = y->key;
		(*to)->lang = strchr(y->key, '_') + 1;
		(*to)->tree = parse(b, doc, y);
		to = &(*to)->next;
	}
}

static void
judge(struct build *b, size_t i)
{
	struct doc *doc = &b->loaded->docs[i];
	struct prose p = { .b = b, .doc = doc, .field = "body",
	    .src = build_doc_record(b, i) };

	if (p.src != NULL && p.src->defaults != NULL)
		p.src = NULL;
	build_links(&p, doc->tree);
	for (const struct telling *t = doc->told; t != NULL; t = t->next) {
		p.field = t->key;
		p.lang = t->lang;
		build_links(&p, t->tree);
	}
}

void
build_prose(struct build *b)
{
	struct doc *docs = b->loaded->docs;
	const struct telling *t;

	b->paths = map_new(b->arena);
	for (size_t i = 0; i < b->loaded->len; i++) {
		map_put(b->paths, fold_nfc(b->arena, docs[i].path), &docs[i]);
		read_told(b, &docs[i]);
	}
	for (size_t i = 0; i < b->loaded->len; i++)
		judge(b, i);
	for (size_t i = 0; i < b->loaded->len; i++)
		for (t = docs[i].told; t != NULL; t = t->next)
			take_anchors(t->tree, docs[i].tree);
}
