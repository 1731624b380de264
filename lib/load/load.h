#ifndef LOAD_LOAD_H
#define LOAD_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"

struct arena;
struct entry;
struct node;
struct source;
struct yaml;

/*
 * Bytes to documents.  One faulty file costs one finding and hides no other.
 */
struct telling;
struct doc {
	const char	*path;
	const char	*text;		/* past a byte order mark; arena */
	size_t		 len;
	const char	*blob;		/* git's id, or "" */
	struct yaml	*front;		/* a mapping, or NULL */
	const char	*body;		/* within text */
	size_t		 body_len;
	unsigned	 body_line;	/* of its first byte */
	struct node	*tree;		/* the parsed body or its outline, NULL
					   when empty */
	const char	**likely;	/* front NULL: ids it seems to hold,
					   NULL-terminated, or NULL */
	struct telling	*told;		/* the body in other languages; filled
					   by whoever knows the languages */
};

/* The text of a body in another language, from the front matter. */
struct telling {
	const char	*key;		/* "body_ja" */
	const char	*lang;		/* "ja" */
	struct node	*tree;		/* as that of the document; or NULL */
	struct telling	*next;
};

/*
 * Limits before any parser; 0 stands for the default in brackets.
 */
struct load_limits {
	size_t		 file_bytes;	/* [1 MiB] */
	size_t		 files;		/* [100,000] */
	size_t		 run_bytes;	/* run of non-blank lines [32 KiB] */
	bool		 outlines;	/* of bodies (load/outline.h): nobody
					   will show them */
	bool		 heads;		/* with outlines: no more is kept of
					   the text than its front matter;
					   doc.body is empty, and findings
					   read the file again for a line */
};

struct loaded {
	struct doc	*docs;		/* Markdown files, sorted by path */
	size_t		 len;
	size_t		 files;		/* all files seen, of any type */
	bool		 outlines;	/* the trees are no more than that */
};

/*
 * Read every *.md of the source that has front matter (a Markdown file
 * without is kept with front NULL and a finding, but for README.md and other
 * names that git hosts show, which are left alone).  Texts are registered
 * with diags_text().
 */
struct loaded *load_documents(struct arena *, struct diags *,
    struct source *, const struct load_limits *);

/*
 * A file that is YAML as a whole, through the same gates.  NULL when it is
 * empty, or with a finding when it cannot be read or is no mapping.
 */
struct yaml *load_yaml(struct arena *, struct diags *, struct source *,
    const struct entry *);

/*
 * The byte gate: UTF-8, NUL, control and hidden characters, line ends.
 * front is the length of the front matter, in which hidden characters are
 * errors.  False when the text must not go on to a parser.
 */
bool gate_check(struct diags *, const char *path, const char *text,
    size_t len, size_t front);

/*
 * Where the front matter lies: text starts with a line "---"; *from and *len
 * are the YAML between the fences, *body the offset behind the closing one.
 * 1 found, 0 there is none, -1 it is never closed.
 */
int front_find(const char *text, size_t len, size_t *from, size_t *yaml_len,
    size_t *body);

#endif
