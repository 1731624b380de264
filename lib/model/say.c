#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "diag/text.h"
#include "model/kind.h"
#include "model/say.h"
#include "model/standard.h"

#define WORDS	8

const char *
say_word(const struct say *s, const char *key, ...)
{
	struct diag_word words[WORDS];
	const char *name;
	size_t n = 0;
	va_list ap;

	va_start(ap, key);
	while (n < WORDS && (name = va_arg(ap, const char *)) != NULL) {
		words[n].name = name;
		words[n++].value = va_arg(ap, const char *);
	}
	va_end(ap);
	return diag_fill(s->arena, standard_word(s->standard, key, s->lang),
	    words, n);
}

const char *
say_kind(const struct say *s, const char *name)
{
	for (size_t i = 0; i < s->kind_len; i++)
		if (strcmp(s->kinds[i]->name, name) == 0)
			return s->kinds[i]->label[s->lang];
	return name;
}

static const char *
take(const struct say *s, struct buf *b)
{
	const char *out = arena_dup(s->arena, b->len > 0 ? b->s : "", b->len);

	buf_done(b);
	return out;
}

/* "modify, retain"; in words beside where the label says something else. */
static const char *
choices(const struct say *s, const struct field *f)
{
	struct buf b = BUF_INIT;
	const char *label;

	for (size_t i = 0; f->choices[i] != NULL; i++) {
		buf_addf(&b, "%s%s", i > 0 ? ", " : "", f->choices[i]);
		label = field_choice(f, f->choices[i], s->lang);
		if (strcmp(label, f->choices[i]) != 0)
			buf_addf(&b, lang_pick(s->lang, " (%s)", "（%s）"),
			    label);
	}
	return take(s, &b);
}

static const char *
kinds(const struct say *s, const struct field *f)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; f->refs[i] != NULL; i++) {
		if (i > 0)
			buf_adds(&b, lang_pick(s->lang, ", ", "、"));
		buf_adds(&b, say_kind(s, f->refs[i]));
	}
	return take(s, &b);
}

static const char *
say_number(const struct say *s, const struct field *f)
{
	const char *type = say_word(s, f->type == FIELD_INT ? "say.int" :
	    "say.num", NULL);

	if (!f->scale)
		return type;
	return say_word(s, "say.range", "type", type, "lo",
	    arena_printf(s->arena, "%g", f->lo), "hi",
	    arena_printf(s->arena, "%g", f->hi), NULL);
}

static const char *
say_one(const struct say *s, const struct field *f)
{
	switch (f->type) {
	case FIELD_INT:
	case FIELD_NUM:
		return say_number(s, f);
	case FIELD_CHOICE:
		return say_word(s, "say.choice", "choices", choices(s, f),
		    NULL);
	case FIELD_REF:
		if (f->refs[0] == NULL || strcmp(f->refs[0], "=") == 0)
			return say_word(s, f->refs[0] == NULL ?
			    "say.ref_any" : "say.ref_same", NULL);
		return say_word(s, "say.ref", "kinds", kinds(s, f), NULL);
	default:
		return say_word(s, arena_printf(s->arena, "say.%s",
		    field_type_name(f->type)), NULL);
	}
}

const char *
say_type(const struct say *s, const struct field *f)
{
	const char *one = say_one(s, f);

	if (f->happened)
		one = arena_printf(s->arena, lang_pick(s->lang, "%s; %s",
		    "%s。%s"), one, say_word(s, "say.happened", NULL));
	return f->list ? say_word(s, "say.list", "type", one, NULL) : one;
}

static const char *
values(const struct say *s, const struct field *f)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; f->when_is[i] != NULL; i++)
		buf_addf(&b, "%s%s", i > 0 ? say_word(s, "say.or", NULL) : "",
		    f->when_is[i]);
	return take(s, &b);
}

const char *
say_need(const struct say *s, const struct kind *k, const struct field *f)
{
	const struct state *st;
	const char *need;

	if (f->need == NEED_NOT || f->fallback != NULL)
		return NULL;
	if (f->need == NEED_ALWAYS)
		need = say_word(s, "say.need_always", NULL);
	else {
		st = kind_state(k, f->state);
		need = say_word(s, st != NULL && st->rank < 0 ?
		    "say.need_in" : "say.need_from", "state", f->state, NULL);
	}
	return f->when == NULL ? need : say_word(s, "say.need_when", "need",
	    need, "field", f->when, "values", values(s, f), NULL);
}
