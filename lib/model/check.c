#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fold.h"
#include "base/guess.h"
#include "base/map.h"
#include "base/near.h"
#include "base/utf8.h"
#include "load/load.h"
#include "load/source.h"
#include "load/yaml.h"
#include "model/build.h"
#include "model/config.h"
#include "model/id.h"
#include "model/kind.h"
#include "model/language.h"
#include "model/model.h"
#include "model/say.h"
#include "model/value.h"

/* Where in a record: a chain from the value up to its top-level field. */
struct step {
	const struct step	*up;
	const char		*name;
	long			 n;	/* index in a list, -1: none */
};

/* What is being checked; id NULL: the head of a register. */
struct subject {
	struct build		*b;
	const struct record	*record;
	const struct kind	*kind;
	const char		*id;
	size_t			 from;	/* of a head: its first record */
};

/* "results[2].sample", or without the numbers "results.sample". */
static const char *
path_of(struct arena *a, const struct step *s, bool numbers)
{
	const struct step *chain[16];
	struct buf b = BUF_INIT;
	size_t n = 0;
	const char *path;

	if (s->up == NULL && (s->n < 0 || !numbers))
		return s->name;
	for (; s != NULL && n < sizeof(chain) / sizeof(chain[0]); s = s->up)
		chain[n++] = s;
	while (n-- > 0) {
		buf_addf(&b, "%s%s", b.len > 0 ? "." : "", chain[n]->name);
		if (numbers && chain[n]->n >= 0)
			buf_addf(&b, "[%ld]", chain[n]->n);
	}
	path = arena_dup(a, b.s, b.len);
	buf_done(&b);
	return path;
}

static const char *
join(struct arena *a, const char *const *list)
{
	struct buf b = BUF_INIT;
	const char *s;

	for (size_t i = 0; list[i] != NULL; i++)
		buf_addf(&b, "%s%s", i > 0 ? ", " : "", list[i]);
	s = arena_dup(a, b.len > 0 ? b.s : "", b.len);
	buf_done(&b);
	return s;
}

static const char *
join_fields(struct arena *a, const struct field *fields, size_t n)
{
	struct buf b = BUF_INIT;
	const char *s;

	for (size_t i = 0; i < n; i++)
		buf_addf(&b, "%s%s", i > 0 ? ", " : "", fields[i].name);
	s = arena_dup(a, b.len > 0 ? b.s : "", b.len);
	buf_done(&b);
	return s;
}

/*
 * What stands here is not known; in the head of a register that holds for
 * each record that does not say otherwise.
 */
static struct doubt *
doubt(struct subject *s, const struct diag *d, const struct step *at)
{
	const char *path = path_of(s->b->arena, at, false);
	const struct doc *doc;

	if (s->record != NULL)
		return s->id == NULL ? NULL : build_doubt(s->b, d, s->id,
		    s->kind, path);
	doc = s->b->found[s->from].record->doc;
	for (size_t i = s->from; i < s->b->len &&
	    s->b->found[i].record->doc == doc; i++)
		if (s->b->found[i].record->id != NULL)
			build_doubt(s->b, d, s->b->found[i].record->id,
			    s->b->found[i].record->kind, path);
	return NULL;
}

/*
 * The choice that a value is in other letters (case, width), or in the words
 * by which people see it; NULL when it is none, or might be two.
 */
static const char *
same_choice(struct arena *a, const struct field *f, const char *value)
{
	const char *folded = fold_loose(a, value), *found = NULL, *label;

	for (size_t i = 0; f->choices[i] != NULL; i++) {
		bool same = strcmp(fold_loose(a, f->choices[i]), folded) == 0;

		for (int l = 0; !same && l < LANG_FILE; l++) {
			label = f->choice_label[l] == NULL ? NULL :
			    f->choice_label[l][i];
			same = label != NULL &&
			    strcmp(fold_loose(a, label), folded) == 0;
		}
		if (same && found != NULL)
			return NULL;
		if (same)
			found = f->choices[i];
	}
	return found;
}

/* A scalar that the field's type refuses. */
static void
report_fault(struct subject *s, const struct field *f, const struct yaml *y,
    const struct step *at, enum diag_id fault)
{
	struct arena *a = s->b->arena;
	const char *path = path_of(a, at, true), *near = NULL, *same = NULL;
	char scale[64] = "";
	struct near g = { .word = y->s };
	int year, month, day;
	struct diag *d;

	if (fault == D_DATE_FORM && (near = guess_date(a, y->s)) != NULL)
		fault = sscanf(y->s, "%4d-%2d-%2d", &year, &month, &day) == 3
		    && strlen(y->s) == 10 && y->s[4] == '-' ? D_DATE_DAY :
		    D_DATE_MEANT;
	if (fault == D_VALUE_CHOICE) {
		for (size_t i = 0; f->choices[i] != NULL; i++)
			near_offer(&g, f->choices[i]);
		same = same_choice(a, f, y->s);
		if ((near = same != NULL ? same : g.best) != NULL)
			fault = D_VALUE_NEAR;
	}
	if (fault == D_VALUE_RANGE)
		snprintf(scale, sizeof(scale), "%g..%g", f->lo, f->hi);
	d = diag_add(s->b->diags, fault, y->at, s->id, "field", path, "value",
	    y->s, "near", near, "scale", scale, "choices",
	    f->choices[0] != NULL ? join(a, f->choices) : "", NULL);
	if ((fault == D_DATE_MEANT || same != NULL) && y->plain &&
	    y->at.end > 0)
		d->fix = near;
	doubt(s, d, at);
}

/* What a value of the field looks like, as explain says it. */
static const char *
type_says(struct subject *s, const struct field *f, enum lang lang)
{
	struct say say = {
		.arena = s->b->arena, .standard = s->b->model->standard,
		.kinds = s->b->model->kinds,
		.kind_len = s->b->model->kind_len, .lang = lang
	};
	struct field one = *f;

	one.list = false;
	return say_type(&say, &one);
}

static void
report_shape(struct subject *s, const struct field *f, const struct yaml *y,
    const struct step *at, enum diag_id id)
{
	struct arena *a = s->b->arena;

	doubt(s, diag_add(s->b->diags, id, y->at, s->id, "field",
	    path_of(a, at, true), "type_en", type_says(s, f, LANG_EN), "type_ja",
	    type_says(s, f, LANG_JA), "type_own", type_says(s, f, LANG_FILE),
	    "parts", join_fields(a, f->sub, f->sub_len), "value", "...",
	    NULL), at);
}

/* Where a misspelt reference leads has to do with the record all the same. */
static void
mention_meant(struct subject *s, const struct field *fields, size_t n,
    const struct yaml *y, const struct step *at)
{
	const struct yaml *m = NULL;
	size_t i = 0;

	while (strcmp(fields[i].name, at->name) != 0 && i + 1 < n)
		i++;
	while (fields[i].type == FIELD_REF && s->record != NULL &&
	    (m = yaml_item(y, m)) != NULL)
		if (m->type == YAML_SCALAR)
			build_mention(s->b, s->record, path_of(s->b->arena,
			    at, false), m->s, m->at)->quiet = true;
}

static void
report_unknown(struct subject *s, const struct field *fields, size_t n,
    const struct yaml *y, const struct step *up)
{
	struct step at = { .up = up, .name = y->key, .n = -1 };
	const char *near = field_meant(fields, n, y->key);
	const char *path = path_of(s->b->arena, &at, true);
	const struct diag *d;

	d = diag_add(s->b->diags, near != NULL ? D_FIELD_NEAR :
	    D_FIELD_UNKNOWN, y->key_at, s->id, "kind", s->kind->name,
	    "field", path, "near", near, NULL);
	if (near == NULL)
		return;
	at.name = near;
	doubt(s, d, &at);
	mention_meant(s, fields, n, y, &at);
}

/* True when a key of the mapping, misspelt, is the field: told by that. */
static bool
is_misspelt(const struct field *fields, size_t n, const struct field *f,
    const struct yaml *map)
{
	const char *near;
	const struct yaml *y;

	for (y = map == NULL ? NULL : map->first; y != NULL; y = y->next)
		if (strcmp(y->key, "records") != 0 &&
		    (near = field_meant(fields, n, y->key)) != NULL &&
		    strcmp(near, f->name) == 0)
			return true;
	return false;
}

/* "evidence/log.txt": a path by its look, so that it must be there. */
static bool
is_path(const char *s)
{
	const char *dot = strrchr(s, '.'), *slash = strrchr(s, '/');

	return slash != NULL && dot != NULL && dot > slash && dot[1] != '\0' &&
	    strpbrk(s, " \t\n") == NULL && strstr(s, "://") == NULL &&
	    (unsigned char)*s != '(' && !isdigit((unsigned char)dot[1]);
}

static void
check_evidence(struct subject *s, const struct yaml *y, const char *path)
{
	struct build *b = s->b;
	const char *file, *hash;
	const struct entry *e;

	for (size_t i = 0; i < b->model->kind_len; i++)
		if (id_fits(b->model->kinds[i], y->s)) {
			build_mention(b, s->record, path, y->s, y->at);
			return;
		}
	file = arena_dup(b->arena, y->s, value_evidence(y->s, &hash));
	if (!is_path(file))
		return;
	if (*file == '/' || strstr(file, "../") != NULL)
		diag_add(b->diags, D_LINK_ESCAPE, y->at, s->id, "target",
		    file, NULL);
	else if ((e = source_find(b->source, file)) == NULL)
		diag_add(b->diags, D_EVIDENCE_FILE, y->at, s->id, "target",
		    file, NULL);
	else if (e->type != ENTRY_FILE)
		diag_add(b->diags, D_LINK_SPECIAL, y->at, s->id, "target",
		    file, NULL);
	else
		build_attached(b, e, y->at, s->id, file);
}

/* Where a part of a value stands, when the value is on one line as it is. */
static struct pos
part_at(const struct yaml *y, const char *part, size_t len)
{
	unsigned quote = y->plain ? 0 : 1, all;
	struct pos at = y->at;

	all = (unsigned)utf8_count(y->s, strlen(y->s)) + 2 * quote;
	if (at.col == 0 || at.end != at.col + all)
		return at;
	at.col += quote + (unsigned)utf8_count(y->s, (size_t)(part - y->s));
	at.end = at.col + (unsigned)utf8_count(part, len);
	return at;
}

/* [[ID]] within a value. */
static void
check_words(struct subject *s, const struct yaml *y, const char *path)
{
	const char *p = y->s, *end;
	struct mention *m;
	size_t len;

	while ((p = strstr(p, "[[")) != NULL &&
	    (end = strstr(p, "]]")) != NULL) {
		p += 2;
		len = (size_t)(end - p);
		if (len > 0 && len <= 64 && memchr(p, '\n', len) == NULL) {
			m = build_mention(s->b, s->record, path,
			    arena_dup(s->b->arena, p, len),
			    part_at(y, p - 2, len + 4));
			m->field = NULL;
		}
		p = end + 2;
	}
}

static void
check_scalar(struct subject *s, const struct field *f, const struct yaml *y,
    const struct step *at)
{
	struct build *b = s->b;
	enum diag_id fault;
	struct mention *m;

	if (value_absent(b->model->standard, y))
		return;
	fault = value_fault(f, y, b->model->config->year_start);
	if (fault != D_COUNT)
		report_fault(s, f, y, at, fault);
	else if (f->type == FIELD_REF) {
		m = build_mention(b, s->record,
		    path_of(b->arena, at, false), y->s, y->at);
		m->field = f;
		m->value = y;
	} else if (f->type == FIELD_EVIDENCE)
		check_evidence(s, y, path_of(b->arena, at, false));
	/* Prose is read as Markdown. */
	if ((f->type == FIELD_TEXT || f->type == FIELD_STR) &&
	    language_prose(at->name) == NULL && strstr(y->s, "[[") != NULL)
		check_words(s, y, path_of(b->arena, at, false));
}

static void check_value(struct subject *, const struct field *,
    const struct yaml *, struct step *);

/* One member; a kind's mappings nest only a few deep. */
static void
check_one(struct subject *s, const struct field *f, const struct yaml *y,
    const struct step *at)
{
	const struct field *part;
	const struct yaml *m;
	struct step below = { .up = at, .n = -1 };

	if (f->type == FIELD_ANY)
		return;
	if (f->type != FIELD_MAP) {
		if (y->type == YAML_SCALAR)
			check_scalar(s, f, y, at);
		else
			report_shape(s, f, y, at, D_VALUE_ONE);
		return;
	}
	if (y->type != YAML_MAP) {
		if (!value_absent(s->b->model->standard, y))
			report_shape(s, f, y, at, f->list && at->n < 0 ?
			    D_VALUE_MAPS : D_VALUE_MAP);
		return;
	}
	for (m = y->first; m != NULL; m = m->next) {
		if ((part = field_part(f, m->key)) == NULL)
			part = language_twin(f->sub, f->sub_len, m->key);
		if (part == NULL) {
			report_unknown(s, f->sub, f->sub_len, m, at);
			continue;
		}
		below.name = m->key;
		below.n = -1;
		check_value(s, part, m, &below);
	}
}

static void
check_value(struct subject *s, const struct field *f, const struct yaml *y,
    struct step *at)
{
	const struct yaml *m;

	if (!f->list || y->type == YAML_SCALAR || f->type == FIELD_ANY) {
		check_one(s, f, y, at);
		return;
	}
	if (y->type != YAML_LIST) {
		report_shape(s, f, y, at, f->type == FIELD_MAP ?
		    D_VALUE_MAPS : D_VALUE_LIST);
		return;
	}
	for (at->n = 0, m = y->first; m != NULL; m = m->next, at->n++)
		check_one(s, f, m, at);
	at->n = -1;
}

/* Its value is there, or its fallback or a register's head stands for it. */
static void
check_need(struct subject *s, const struct field *f, const struct yaml *y,
    const struct step *at, struct pos absent)
{
	struct build *b = s->b;
	const char *path = path_of(b->arena, at, true);
	struct doubt *rests;
	enum diag_id id;

	if (f->fallback != NULL)
		return;
	if (f->rule != NULL) {
		if ((rests = doubt(s, NULL, at)) != NULL)
			rests->code = f->rule;
		return;
	}
	if (f->envelope)
		id = D_HEAD_NEED;
	else if (y != NULL && y->type == YAML_SCALAR && *y->s != '\0')
		id = D_NEED_BLANK;
	else
		id = f->need == NEED_STATE ? D_NEED : D_NEED_EVER;
	doubt(s, diag_add(b->diags, id, y != NULL ? y->at : absent, s->id,
	    "id", s->id != NULL ? s->id : s->kind->name, "field", path,
	    "kind", s->kind->name, "state_en", kind_state_label(s->kind,
	    s->record->status, LANG_EN), "state_ja", kind_state_label(s->kind,
	    s->record->status, LANG_JA), "state_own", kind_state_label(s->kind,
	    s->record->status, LANG_FILE), "value",
	    y != NULL && y->type == YAML_SCALAR ? y->s : "", "label_en",
	    f->label[LANG_EN], "label_ja", f->label[LANG_JA],
	    "label_own", f->label[LANG_FILE], NULL), at);
}

static void check_parts(struct subject *, const struct field *,
    const struct yaml *, const struct state *, struct step *);

/* An empty list or mapping where the field takes none: told by its shape. */
static bool
is_misshapen(const struct field *f, const struct yaml *y)
{
	if (y == NULL || y->type == YAML_SCALAR || f->type == FIELD_ANY)
		return false;
	if (f->list)
		return y->type == YAML_MAP;
	return (f->type == FIELD_MAP) != (y->type == YAML_MAP);
}

/* Where a field is needed only beside a certain value of another. */
static bool
is_when(const struct field *f, const struct yaml *other)
{
	if (f->when == NULL)
		return true;
	if (other == NULL || other->type != YAML_SCALAR)
		return false;
	for (size_t i = 0; f->when_is[i] != NULL; i++)
		if (strcmp(f->when_is[i], other->s) == 0)
			return true;
	return false;
}

static void
check_needs(struct subject *s, const struct field *fields, size_t n,
    const struct yaml *map, const struct state *now, const struct step *up)
{
	const struct yaml *y;

	for (size_t i = 0; i < n; i++) {
		const struct field *f = &fields[i];
		struct step at = { .up = up, .name = f->name, .n = -1 };

		/* Told of already, in words of their own. */
		if (up == NULL && (strcmp(f->name, "id") == 0 ||
		    strcmp(f->name, "kind") == 0))
			continue;
		y = up == NULL ? record_get(s->record, f->name) :
		    yaml_get(map, f->name);
		if (!value_present(s->b->model->standard, y)) {
			if (kind_needs(s->kind, f, now) &&
			    (f->when == NULL || is_when(f, up == NULL ?
			    record_get(s->record, f->when) :
			    yaml_get(map, f->when))) && !is_misshapen(f, y) &&
			    !is_misspelt(fields, n, f, map) &&
			    (up != NULL || !is_misspelt(fields, n, f,
			    s->record->defaults)))
				check_need(s, f, y, &at, up == NULL ?
				    s->record->at : map->at);
		} else if (f->type == FIELD_MAP)
			check_parts(s, f, y, now, &at);
	}
}

static void
check_parts(struct subject *s, const struct field *f, const struct yaml *y,
    const struct state *now, struct step *at)
{
	const struct yaml *m;

	if (y->type == YAML_MAP) {
		check_needs(s, f->sub, f->sub_len, y, now, at);
	} else if (y->type == YAML_LIST && f->list) {
		for (at->n = 0, m = y->first; m != NULL; m = m->next, at->n++)
			if (m->type == YAML_MAP)
				check_needs(s, f->sub, f->sub_len, m, now,
				    at);
	}
}

static void
check_map(struct subject *s, const struct yaml *map)
{
	const struct yaml *y;
	const struct field *f;
	struct step at = { .n = -1 };

	for (y = map->first; y != NULL; y = y->next) {
		if (strcmp(y->key, "records") == 0)
			continue;
		if ((f = kind_field(s->kind, y->key)) == NULL)
			f = language_twin(s->kind->fields, s->kind->len,
			    y->key);
		if (f == NULL && s->record->defaults == NULL)
			f = language_prose(y->key);
		if (f == NULL) {
			report_unknown(s, s->kind->fields, s->kind->len, y,
			    NULL);
			continue;
		}
		at.name = y->key;
		check_value(s, f, y, &at);
	}
}

/* References that a register's head gives to each of its records. */
static void
check_inherited(struct subject *s)
{
	const struct yaml *y, *m;
	const struct field *f;
	struct mention *mention;

	for (y = s->record->defaults->first; y != NULL; y = y->next) {
		if ((f = kind_field(s->kind, y->key)) == NULL ||
		    f->type != FIELD_REF || yaml_get(s->record->map, y->key))
			continue;
		for (m = NULL; (m = yaml_item(y, m)) != NULL;) {
			if (m->type != YAML_SCALAR ||
			    value_absent(s->b->model->standard, m))
				continue;
			mention = build_mention(s->b, s->record, f->name,
			    m->s, m->at);
			mention->field = f;
			mention->quiet = true;
		}
	}
}

/*
 * The head of a register: each value is judged once, by the first kind among
 * its records that has the field.  The title is the file's own.
 */
static void
check_head(struct build *b, size_t from)
{
	const struct doc *doc = b->found[from].record->doc;
	struct subject s = { .b = b, .from = from };
	struct step at = { .n = -1 };
	const struct field *f;
	const struct yaml *y;

	for (y = doc->front->first; y != NULL; y = y->next) {
		if (strcmp(y->key, "records") == 0 ||
		    strcmp(y->key, "id") == 0 ||
		    strncmp(y->key, "title", 5) == 0)
			continue;
		f = NULL;
		for (size_t i = from; f == NULL && i < b->len &&
		    b->found[i].record->doc == doc; i++) {
			s.kind = b->found[i].record->kind;
			f = kind_field(s.kind, y->key);
			if (f == NULL)
				f = language_twin(s.kind->fields, s.kind->len,
				    y->key);
		}
		if (f == NULL)
			f = language_prose(y->key);
		if (f == NULL) {
			s.kind = b->found[from].record->kind;
			report_unknown(&s, s.kind->fields, s.kind->len, y,
			    NULL);
			continue;
		}
		at.name = y->key;
		check_value(&s, f, y, &at);
	}
}

/* ORG-0001.md and ORG-0001-scope.md begin with ORG-0001; ORG-00012.md not. */
static void
check_file_name(struct build *b, const struct record *r)
{
	const char *slash = strrchr(r->doc->path, '/'), *name, *prefix;
	size_t len = strlen(r->id);

	name = slash != NULL ? slash + 1 : r->doc->path;
	if (strncmp(name, r->id, len) == 0 &&
	    !isalnum((unsigned char)name[len]))
		return;
	/* Words of the name are kept, another id is not. */
	prefix = r->kind->prefix;
	if (prefix != NULL && strncasecmp(name, prefix, strlen(prefix)) == 0)
		name = ".md";
	diag_add(b->diags, D_FILE_NAME, r->at, r->id, "id", r->id, "name",
	    arena_printf(b->arena, "%s%s%s", r->id, *name == '.' ? "" : "-",
	    name), NULL);
}

void
build_check(struct build *b)
{
	const struct doc *head = NULL;

	for (size_t i = 0; i < b->len; i++) {
		const struct record *r = b->found[i].record;
		struct subject s = {
			.b = b, .record = r, .kind = r->kind, .id = r->id
		};

		if (r->defaults != NULL && r->doc != head)
			check_head(b, i);
		head = r->doc;
		check_map(&s, r->map);
		if (r->defaults != NULL)
			check_inherited(&s);
		check_needs(&s, r->kind->fields, r->kind->len, r->map,
		    kind_state(r->kind, r->status), NULL);
		build_order(b, r);
		if (r->defaults == NULL && r->id != NULL)
			check_file_name(b, r);
	}
}
