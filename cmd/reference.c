#include "base/arena.h"
#include "cmd/reference.h"
#include "cmd/run.h"
#include "diag/diag.h"
#include "load/source.h"
#include "model/config.h"
#include "model/model.h"
#include "model/language.h"
#include "model/standard.h"

/* isms.yaml of the ISMS we are in; NULL when there is none to read. */
static struct config *
nearest(struct run *r, struct diags *ds)
{
	if ((r->root = find_root(r->arena, r->opt.dir)) == NULL)
		return NULL;
	r->source = source_folder(r->arena, ds, r->root);
	return r->source == NULL ? NULL : config_read(r->arena, ds,
	    r->source);
}

int
reference(struct run *r, struct say *s)
{
	/* What is wrong in isms.yaml is for check to tell. */
	struct diags *ds = diags_new(r->arena);

	r->diags = diags_new(r->arena);
	r->config = nearest(r, ds);
	if (r->config != NULL && !r->opt.lang_given && r->config->lang_len > 0)
		r->opt.lang = language_choose(r->config->langs[0]);
	if (r->config != NULL && r->opt.lang == LANG_FILE)
		config_speak(r->config);
	r->standard = standard_read(r->arena, r->diags, r->config != NULL ?
	    r->config->standard : standard_first(r->arena));
	if (r->standard == NULL)
		return complain(EXIT_FAULT, "the standard is missing");
	*s = (struct say){
		.arena = r->arena, .standard = r->standard,
		.lang = r->opt.lang
	};
	s->kinds = model_kinds(r->arena, ds, r->standard, r->config,
	    &s->kind_len);
	return EXIT_DONE;
}
