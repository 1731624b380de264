#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

#include <stddef.h>

#include "diag/diag.h"

struct arena;
struct source;
struct yaml;

/*
 * isms.yaml.
 */
enum profile { PROFILE_STARTER, PROFILE_OPERATING, PROFILE_CERTIFIED };

struct rule_override {
	const char	*code;
	enum diag_level	 level;
	const char	*reason;
	const char	*approver;	/* as written, or NULL */
	struct pos	 at;
};

#define LANGS_MAX	8

struct house_rule {
	const char	*code, *sql;
	enum diag_level	 level;
	const char	*message[LANG_COUNT];
	const struct yaml *says;	/* as written: a text or one each */
	struct pos	 at, sql_at;
};

struct config {
	const struct yaml	*yaml;		/* the whole file */
	const char		*standard;	/* "iso27001" */
	const char		*name[LANG_COUNT];
	const char		*zone;		/* "Asia/Tokyo" */
	int			 year_start;	/* month * 100 + day */
	const char		*langs[LANGS_MAX];	/* codes, the main one first */
	size_t			 lang_len;
	enum profile		 profile;
	/* Addresses with {path} or {commit} in them; NULL when not given. */
	const char		*forge_edit, *forge_file, *forge_commit;
	struct rule_override	*overrides;
	size_t			 override_len;
	struct house_rule	*house;
	size_t			 house_len;
};

const char *config_profile_name(enum profile);

/*
 * Read isms.yaml from the source.  NULL when it is absent, unreadable, or
 * when a value in it is wrong (findings say why): judging by guessed settings
 * helps nobody.  An unknown key is a finding and no more.
 */
struct config *config_read(struct arena *, struct diags *, struct source *);
/* Take its texts in the language that is a file, once one is in use. */
void config_speak(struct config *);

/*
 * The configuration by which a change is judged: that of its base, but with
 * the kinds that the change describes, since its records are of those.
 */
struct config *config_against(struct arena *, const struct config *base,
    const struct config *now);

#endif
