#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "load/yaml.h"
#include "model/kind.h"
#include "model/language.h"
#include "model/say.h"
#include "model/schema.h"
#include "model/standard.h"

/*
 * Each kind gives three definitions: KIND_fields is what any record of it may
 * hold, KIND what a record must hold besides, and KIND_register a file of
 * many, whose head may hold for all what a record leaves out.
 */

#define DRAFT	"https://json-schema.org/draft/2020-12/schema"

/* Forms of single values that are text. */
static const char *const patterns[FIELD_TYPES] = {
	[FIELD_DATE] = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
	[FIELD_PERIOD] =
	    "^FY[0-9]{4}(-(H[12]|Q[1-4]|M(0[1-9]|1[0-2])))?$",
	[FIELD_DURATION] =
	    "^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$",
	[FIELD_MONTH_DAY] = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
	[FIELD_MONTH] = "^[0-9]{4}-(0[1-9]|1[0-2])$",
};

/* An object of one member. */
static struct json *
one(const char *key, struct json *value)
{
	struct json *j = json_new_object();

	json_set(j, key, value);
	return j;
}

static struct json *
one_str(const char *key, const char *value)
{
	return one(key, json_new_str(value));
}

/* An array of one or two. */
static struct json *
list_of(struct json *a, struct json *b)
{
	struct json *j = json_new_array();

	json_add(j, a);
	if (b != NULL)
		json_add(j, b);
	return j;
}

static struct json *
ref(const char *name, const char *tail)
{
	struct buf b = BUF_INIT;
	struct json *j;

	buf_addf(&b, "#/$defs/%s%s", name, tail);
	j = one_str("$ref", b.s);
	buf_done(&b);
	return j;
}

static struct json *
strings(const char *const *list)
{
	struct json *j = json_new_array();

	for (size_t i = 0; list[i] != NULL; i++)
		json_add(j, json_new_str(list[i]));
	return j;
}

/* A member of the array at key, which is made for the first one. */
static void
push(struct json *object, const char *key, struct json **array,
    struct json *member)
{
	if (*array == NULL) {
		*array = json_new_array();
		json_set(object, key, *array);
	}
	json_add(*array, member);
}

static struct json *
or_absent(struct json *what)
{
	return one("anyOf", list_of(ref("absent", ""), what));
}

/* YAML may read it as a number; quotes around it make no difference. */
static struct json *
number(const struct field *f)
{
	bool whole = f->type == FIELD_INT;
	struct json *n = one_str("type", whole ? "integer" : "number");
	struct json *s = one_str("type", "string");

	if (f->scale) {
		json_set(n, "minimum", json_new_int((long long)f->lo));
		json_set(n, "maximum", json_new_int((long long)f->hi));
	}
	json_set_str(s, "pattern", whole ? "^-?[0-9]{1,15}$" :
	    "^-?[0-9]{1,15}(\\.[0-9]{1,15})?$");
	return one("anyOf", list_of(n, s));
}

static void
add_id(struct buf *b, const struct kind *k)
{
	if (k->pattern != NULL)
		buf_addf(b, "%s%s", b->len > 0 ? "|" : "", k->pattern);
	else if (k->prefix != NULL)
		buf_addf(b, "%s%s-([0-9]{4}|[1-9][0-9]{4,})",
		    b->len > 0 ? "|" : "", k->prefix);
}

/* The ids that a reference may name; f NULL: those of the kind itself. */
static struct json *
ids(const struct say *s, const struct kind *own, const struct field *f)
{
	struct buf b = BUF_INIT;
	struct json *j = one_str("type", "string");

	for (size_t i = 0; i < s->kind_len; i++) {
		const struct kind *k = s->kinds[i];
		bool is = f == NULL && (own == NULL || k == own);

		for (size_t n = 0; f != NULL && f->refs[n] != NULL; n++)
			is = is || strcmp(f->refs[n], k->name) == 0 ||
			    (strcmp(f->refs[n], "=") == 0 && k == own);
		if (is)
			add_id(&b, k);
	}
	json_set_str(j, "pattern", arena_printf(s->arena, "^(%s)$",
	    b.len > 0 ? b.s : ".*"));
	buf_done(&b);
	return j;
}

/* An enumeration; booleans count as they are and as text. */
static struct json *
enumeration(const char *const *list)
{
	struct json *j = json_new_array();

	for (size_t i = 0; list[i] != NULL; i++) {
		json_add(j, json_new_str(list[i]));
		if (strcmp(list[i], "true") == 0 ||
		    strcmp(list[i], "false") == 0)
			json_add(j, json_new_bool(*list[i] == 't'));
	}
	return one("enum", j);
}

/* It is there and says something. */
static struct json *
required(const char *name)
{
	struct json *j = one("required", list_of(json_new_str(name), NULL));

	json_set(j, "properties", one(name, ref("present", "")));
	return j;
}

/* Where another field beside it has one of the values. */
static struct json *
condition_when(const struct field *f)
{
	struct json *j = one("properties", one(f->when,
	    enumeration((const char *const *)f->when_is)));

	json_set(j, "required", list_of(json_new_str(f->when), NULL));
	return j;
}

/* In the states that need it. */
static struct json *
condition_state(const struct kind *k, const struct field *f)
{
	struct json *states = json_new_array(), *j;
	bool silent = false;

	for (size_t i = 0; i < k->state_len; i++)
		if (kind_needs(k, f, &k->states[i])) {
			json_add(states, json_new_str(k->states[i].name));
			silent = silent || (k->status != NULL &&
			    strcmp(k->status, k->states[i].name) == 0);
		}
	j = one("properties", one("status", one("enum", states)));
	if (!silent)
		json_set(j, "required", list_of(json_new_str("status"),
		    NULL));
	return j;
}

static struct json *
if_then(struct json *condition, struct json *then)
{
	struct json *j = one("if", condition);

	json_set(j, "then", then);
	return j;
}

/* What a field asks of the mapping it stands in; NULL: nothing. */
static struct json *
need(const struct kind *k, const struct field *f)
{
	struct json *j;

	if (f->need == NEED_NOT || f->fallback != NULL)
		return NULL;
	j = required(f->name);
	if (f->when != NULL)
		j = if_then(condition_when(f), j);
	if (f->need == NEED_STATE)
		j = if_then(condition_state(k, f), j);
	return j;
}

static struct json *value(const struct say *, const struct kind *,
    const struct field *);

/* The fields that look like the translation of another, and are described. */
static const char *
described(const struct say *s, const struct field *f, size_t n)
{
	const char *names = "";

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; language_translates(&f[i]) && k < n; k++)
			if (strncmp(f[k].name, f[i].name, strlen(f[i].name))
			    == 0 && f[k].name[strlen(f[i].name)] == '_')
				names = arena_printf(s->arena, "%s%s%s", names,
				    *names == '\0' ? "" : "|", f[k].name);
	return *names == '\0' ? "" : arena_printf(s->arena, "(?!(%s)$)",
	    names);
}

/*
 * A text may have its translation beside it, in any language there is; so may
 * the prose, which is no field.
 */
static void
twins(const struct say *s, const struct field *f, size_t n, const char *prose,
    struct json *j)
{
	struct json *all = json_new_object(), *text;
	const char *names[2] = { prose, "" };

	for (size_t i = 0; i < n; i++)
		if (language_translates(&f[i]))
			names[f[i].list] = arena_printf(s->arena, "%s%s%s",
			    names[f[i].list], *names[f[i].list] == '\0' ? "" :
			    "|", f[i].name);
	for (int i = 0; i < 2; i++) {
		if (*names[i] == '\0')
			continue;
		text = ref("text", "");
		if (i == 1) {
			text = one_str("type", "array");
			json_set(text, "items", ref("text", ""));
			text = one("anyOf", list_of(ref("text", ""), text));
		}
		json_set(all, arena_printf(s->arena, "^%s(%s)_(%s)$",
		    described(s, f, n), names[i], language_names("|")), text);
	}
	if (*names[0] != '\0' || *names[1] != '\0')
		json_set(j, "patternProperties", all);
}

static struct json *
mapping(const struct say *s, const struct kind *k, const struct field *f)
{
	struct json *j = one_str("type", "object"), *all = NULL, *n;
	struct json *props = json_new_object();

	for (size_t i = 0; i < f->sub_len; i++) {
		json_set(props, f->sub[i].name, value(s, k, &f->sub[i]));
		/* Its states are the record's, out of sight from here. */
		if (f->sub[i].need == NEED_ALWAYS &&
		    (n = need(k, &f->sub[i])) != NULL)
			push(j, "allOf", &all, n);
	}
	json_set(j, "properties", props);
	twins(s, f->sub, f->sub_len, "", j);
	json_set(j, "additionalProperties", json_new_bool(false));
	return j;
}

/* A single value, absence included. */
static struct json *
single(const struct say *s, const struct kind *k, const struct field *f)
{
	switch (f->type) {
	case FIELD_INT:
	case FIELD_NUM:
		return or_absent(number(f));
	case FIELD_CHOICE:
		return or_absent(enumeration(
		    (const char *const *)f->choices));
	case FIELD_REF:
		return f->refs[0] == NULL ? ref("id", "") :
		    or_absent(ids(s, k, f));
	case FIELD_MAP:
		return or_absent(mapping(s, k, f));
	case FIELD_ANY:
		return json_new_object();
	case FIELD_STR:
	case FIELD_EVIDENCE:
		return ref("text", "");
	default:
		return ref(field_type_name(f->type), "");
	}
}

static void
describe(const struct say *s, const struct kind *k, const struct field *f,
    struct json *j)
{
	const char *type = say_type(s, f), *n = say_need(s, k, f);

	json_set_str(j, "title", f->label[s->lang]);
	json_set_str(j, "description", n == NULL ? type :
	    arena_printf(s->arena, lang_pick(s->lang, "%s; %s", "%s。%s"),
	    type, n));
}

static struct json *
value(const struct say *s, const struct kind *k, const struct field *f)
{
	struct json *j = json_new_object(), *list;

	describe(s, k, f, j);
	if (!f->list || f->type == FIELD_ANY) {
		json_set(j, "allOf", list_of(single(s, k, f), NULL));
		return j;
	}
	list = one_str("type", "array");
	json_set(list, "items", single(s, k, f));
	/* A scalar is a list of one, but a mapping is none. */
	json_set(j, "anyOf", list_of(f->type == FIELD_MAP ?
	    ref("absent", "") : single(s, k, f), list));
	return j;
}

/* A field of the kind itself, at the top of a record. */
static struct json *
top_value(const struct say *s, const struct kind *k, const struct field *f)
{
	struct json *j = value(s, k, f);

	if (strcmp(f->name, "id") == 0)
		json_set(j, "allOf", list_of(ids(s, k, NULL), NULL));
	if (strcmp(f->name, "kind") == 0)
		json_set_str(j, "const", k->name);
	return j;
}

/* What any record of the kind may hold. */
static struct json *
fields(const struct say *s, const struct kind *k)
{
	struct json *j = one_str("type", "object");
	struct json *props = json_new_object();

	json_set_str(j, "title", k->label[s->lang]);
	for (size_t i = 0; i < k->len; i++)
		json_set(props, k->fields[i].name, top_value(s, k,
		    &k->fields[i]));
	json_set(j, "properties", props);
	twins(s, k->fields, k->len, "body", j);
	json_set(j, "additionalProperties", json_new_bool(false));
	return j;
}

static struct json *
record(const struct say *s, const struct kind *k)
{
	struct json *all = list_of(ref(k->name, "_fields"), NULL), *n;
	struct json *j = one_str("title", k->label[s->lang]);

	for (size_t i = 0; i < k->len; i++)
		if ((n = need(k, &k->fields[i])) != NULL)
			json_add(all, n);
	json_set(j, "allOf", all);
	return j;
}

/* Of this kind, by its own word or that of the head. */
static struct json *
of_kind(const struct kind *k)
{
	return one("properties", one("kind", one_str("const", k->name)));
}

/* What each record asks for, unless the head of the file has it. */
static struct json *
unless_head(const struct kind *k, const struct field *f, struct json *asks)
{
	struct json *items = one("properties", one("records",
	    one("items", if_then(of_kind(k), asks))));

	return if_then(one("not", required(f->name)), items);
}

static struct json *
register_file(const struct say *s, const struct kind *k)
{
	struct json *j = one_str("type", "object"), *props, *records, *all;
	struct json *n;

	json_set_str(j, "title", say_word(s, "schema.register", "kind",
	    k->plural[s->lang], NULL));
	props = json_new_object();
	for (size_t i = 0; i < k->len; i++)
		if (strcmp(k->fields[i].name, "id") != 0)
			json_set(props, k->fields[i].name,
			    top_value(s, k, &k->fields[i]));
	records = one_str("type", "array");
	json_set_str(records, "title", say_word(s, "schema.records", NULL));
	json_set(records, "items", if_then(of_kind(k),
	    ref(k->name, "_fields")));
	json_set(props, "records", or_absent(records));
	json_set(j, "properties", props);
	twins(s, k->fields, k->len, "body", j);
	json_set(j, "additionalProperties", json_new_bool(false));
	all = json_new_array();
	for (size_t i = 0; i < k->len; i++) {
		const struct field *f = &k->fields[i];

		if ((n = need(k, f)) == NULL)
			continue;
		/* The id and the title are each record's own. */
		if (strcmp(f->name, "id") == 0 ||
		    strcmp(f->name, "title") == 0)
			n = one("properties", one("records", one("items",
			    if_then(of_kind(k), n))));
		else
			n = unless_head(k, f, n);
		json_add(all, n);
	}
	json_set(j, "allOf", all);
	return j;
}

/* Nothing, or what stands where a value should stand. */
static struct json *
absent(const struct say *s)
{
	const struct yaml *y = s->standard->placeholders;
	struct json *any = json_new_array(), *blank;
	struct buf b = BUF_INIT;

	/* Letters count alike in both cases, which patterns cannot say. */
	buf_adds(&b, "^[ \\t\\r\\n]*(\\{\\{[\\s\\S]*\\}\\}|~|[Nn][Uu][Ll][Ll]");
	for (y = y == NULL ? NULL : y->first; y != NULL; y = y->next) {
		buf_addc(&b, '|');
		for (const char *p = y->s; p != NULL && *p != '\0'; p++) {
			bool lower = *p >= 'a' && *p <= 'z';
			bool upper = *p >= 'A' && *p <= 'Z';

			if (lower || upper)
				buf_addf(&b, "[%c%c]", upper ? *p :
				    *p - 'a' + 'A', lower ? *p :
				    *p - 'A' + 'a');
			else if (strchr("{}.*+?()[]|^$\\/", *p) != NULL)
				buf_addf(&b, "\\%c", *p);
			else
				buf_addc(&b, *p);
		}
	}
	buf_adds(&b, ")?[ \\t\\r\\n]*$");
	json_add(any, one_str("type", "null"));
	blank = one_str("type", "string");
	json_set_str(blank, "pattern", b.s);
	buf_done(&b);
	json_add(any, blank);
	return one("anyOf", any);
}

static struct json *
present(void)
{
	struct json *any = list_of(ref("absent", ""), NULL), *j;

	j = one_str("type", "array");
	json_set(j, "items", ref("absent", ""));
	json_add(any, j);
	j = one_str("type", "object");
	json_set(j, "additionalProperties", ref("absent", ""));
	json_add(any, j);
	return one("not", one("anyOf", any));
}

static struct json *
shared(const struct say *s)
{
	static const char *const types[] = {
		"string", "number", "boolean", NULL
	};
	static const char *const truth[] = { "true", "false", NULL };
	struct json *defs = json_new_object(), *j;

	json_set(defs, "absent", absent(s));
	json_set(defs, "present", present());
	json_set(defs, "text", or_absent(one("type", strings(types))));
	json_set(defs, "bool", or_absent(enumeration(truth)));
	json_set(defs, "id", or_absent(ids(s, NULL, NULL)));
	for (int t = 0; t < FIELD_TYPES; t++) {
		if (patterns[t] == NULL)
			continue;
		j = one_str("type", "string");
		json_set_str(j, "pattern", patterns[t]);
		if (t == FIELD_DATE)
			json_set_str(j, "format", "date");
		json_set(defs, field_type_name((enum field_type)t),
		    or_absent(j));
	}
	return defs;
}

static void
define(const struct say *s, const struct kind *k, struct json *defs)
{
	json_set(defs, arena_printf(s->arena, "%s_fields", k->name),
	    fields(s, k));
	json_set(defs, k->name, record(s, k));
	json_set(defs, arena_printf(s->arena, "%s_register", k->name),
	    register_file(s, k));
}

/* A record or a file of many. */
static struct json *
either(const struct kind *k)
{
	struct json *j = if_then(one("required", list_of(
	    json_new_str("records"), NULL)), ref(k->name, "_register"));

	json_set(j, "else", ref(k->name, ""));
	return j;
}

static struct json *
says_kind(const struct kind *k)
{
	struct json *j = of_kind(k);

	json_set(j, "required", list_of(json_new_str("kind"), NULL));
	return j;
}

/* The kind decides; in a register that of the head or of each record. */
static struct json *
dispatch(const struct say *s)
{
	struct json *all = json_new_array(), *names = json_new_array(), *j;

	for (size_t i = 0; i < s->kind_len; i++)
		json_add(names, json_new_str(s->kinds[i]->name));
	json_add(all, one("properties", one("kind", one("enum", names))));
	for (size_t i = 0; i < s->kind_len; i++) {
		const struct kind *k = s->kinds[i];

		json_add(all, if_then(says_kind(k), either(k)));
		j = if_then(says_kind(k), ref(k->name, "_fields"));
		json_add(all, one("properties", one("records", one("items",
		    j))));
	}
	return all;
}

struct json *
schema_kind(const struct say *s, const struct kind *k)
{
	struct json *j = one_str("$schema", DRAFT), *defs;

	json_set_str(j, "title", k == NULL ? say_word(s, "schema.any", NULL) :
	    k->label[s->lang]);
	json_set_str(j, "type", "object");
	if (k == NULL)
		json_set(j, "allOf", dispatch(s));
	else
		json_set(j, "allOf", list_of(either(k), NULL));
	defs = shared(s);
	for (size_t i = 0; i < s->kind_len; i++)
		if (k == NULL || k == s->kinds[i])
			define(s, s->kinds[i], defs);
	json_set(j, "$defs", defs);
	return j;
}
