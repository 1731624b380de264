#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "diag/diag.h"

struct arena;
struct pattern;
struct yaml;

/*
 * What a record of a kind looks like.  The standard describes its kinds in
 * lib/standard/NAME/kinds/ (see lib/standard/README.md for the words), and an
 * organisation adds kinds and fields in isms.yaml in the same words.
 */
enum field_type {
	FIELD_STR, FIELD_TEXT, FIELD_DATE, FIELD_INT, FIELD_NUM, FIELD_BOOL,
	FIELD_REF,		/* id of a record of one of the kinds in refs */
	FIELD_CHOICE,
	FIELD_PERIOD,		/* FY2025, FY2025-H1 ... */
	FIELD_DURATION,		/* P1Y ... */
	FIELD_MONTH_DAY,	/* MM-DD */
	FIELD_MONTH,		/* YYYY-MM */
	FIELD_MAP,		/* of the sub-fields */
	FIELD_ANY,		/* a mapping or list the kind does not look into */
	FIELD_EVIDENCE,		/* a record's id, a path, or words */
	FIELD_TYPES
};

enum field_need { NEED_NOT, NEED_ALWAYS, NEED_STATE };

struct field {
	const char	*name;
	enum field_type	 type;
	bool		 list;
	bool		 happened;	/* a date that lies in the past */
	bool		 acyclic;	/* following it never comes back */
	bool		 envelope;	/* of every kind */
	bool		 own;		/* added in isms.yaml */
	enum field_need	 need;
	const char	*state;		/* NEED_STATE: from this state on */
	const char	*when;		/* needed only where this other field
					   beside it has a value of when_is;
					   NULL: wherever */
	const char	**when_is;	/* NULL-terminated */
	const char	*rule;		/* code of the rule that reports its
					   absence in our place, or NULL */
	const char	*fallback;	/* value when absent, or NULL */
	const char	**choices;	/* NULL-terminated; never NULL */
	const char	**choice_label[LANG_COUNT];	/* beside choices */
	const char	**refs;		/* names of kinds, NULL-terminated;
					   empty: any kind, "=": the same */
	bool		 scale;		/* lo and hi hold */
	double		 lo, hi;
	struct pos	 at;		/* of its name, where it is described */
	struct field	*sub;		/* FIELD_MAP */
	size_t		 sub_len;
	const char	*label[LANG_COUNT];
};

struct state {
	const char	*name;
	const char	*label[LANG_COUNT];
	const char	**to;		/* steps, NULL-terminated */
	bool		 end;		/* nothing is done any more */
	bool		 live;		/* counts as in use */
	int		 rank;		/* order for NEED_STATE; -1: aside
					   (cancelled), needs nothing */
};

struct kind {
	const char	*name;		/* of its table, too */
	const char	*prefix;	/* "CA"; NULL when there is a pattern */
	const char	*pattern;	/* of the id when not PREFIX-NNNN:
					   a PCRE pattern, or NULL */
	struct pattern	*compiled;	/* the pattern, or NULL */
	const char	*label[LANG_COUNT], *plural[LANG_COUNT];
	const char	*clause;	/* that asks for it */
	const char	*status;	/* when none is written, or NULL */
	int		 order;		/* among the kinds */
	struct pos	 at;		/* where it is described */
	struct field	*fields;	/* envelope first */
	size_t		 len;
	struct state	*states;
	size_t		 state_len;
	const char	***dates;	/* each a NULL-terminated list of paths
					   whose days must not run backwards */
	size_t		 date_len;
	bool		 single;	/* at most one live record */
	bool		 private;	/* not published unless asked */
	bool		 own;		/* described in isms.yaml */
	const char	**aliases;	/* NULL-terminated */
};

const struct field *kind_field(const struct kind *, const char *name);
const struct state *kind_state(const struct kind *, const char *name);
/*
 * The one of n fields that a key which is none of them means, by its spelling
 * or as people read it; or NULL.
 */
const char *field_meant(const struct field *, size_t n, const char *key);
/* A sub-field of a FIELD_MAP, NULL when there is none. */
const struct field *field_part(const struct field *, const char *name);
/* The field at a path such as "acceptance.on" or "results[2].sample". */
const struct field *kind_path(const struct kind *, const char *path);
/* How a choice or state reads; the value itself when it has no label. */
const char *field_choice(const struct field *, const char *value, enum lang);
const char *kind_state_label(const struct kind *, const char *name,
    enum lang);
/*
 * True when a record in the state (NULL: unknown) must have the field, as far
 * as the state tells; field.when may take it back.
 */
bool kind_needs(const struct kind *, const struct field *,
    const struct state *);
/* The type's word in a description: "date". */
const char *field_type_name(enum field_type);

/*
 * Read a description.  envelope (NULL: none) gives the fields that come
 * first; a field of the same name takes the place of the envelope's.  Faults
 * are findings at their place; NULL when it has no usable name.
 */
struct kind *kind_read(struct arena *, struct diags *, const struct yaml *,
    const struct kind *envelope);
/* A copy of a kind with the additional fields that the description names. */
struct kind *kind_extend(struct arena *, struct diags *, const struct kind *,
    const struct yaml *);

#endif
