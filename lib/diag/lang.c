#include <stdarg.h>
#include <stdio.h>

#include "base/map.h"
#include "diag/diag.h"
#include "diag/inside.h"

#define KEY_MAX	1024

/* Chosen once, before anything is read or any thread begins. */
static struct {
	const char	*code;
	struct map	*texts;
} file;

void
lang_use(const char *code, struct map *texts)
{
	file.code = code;
	file.texts = texts;
	diag_heads_speak();
}

const char *
lang_code(enum lang lang)
{
	return lang == LANG_EN ? "en" : lang == LANG_JA ? "ja" :
	    file.code != NULL ? file.code : "";
}

const char *
lang_text(const char *english, const char *fmt, ...)
{
	char key[KEY_MAX];
	const char *s;
	va_list ap;
	int n;

	if (file.texts == NULL)
		return english;
	va_start(ap, fmt);
	n = vsnprintf(key, sizeof(key), fmt, ap);
	va_end(ap);
	s = n < 0 || (size_t)n >= sizeof(key) ? NULL :
	    map_get(file.texts, key);
	return s != NULL ? s : english;
}

const char *
lang_own(const char *english)
{
	return lang_text(english, "texts.%s", english);
}

const char *
lang_pick(enum lang lang, const char *en, const char *ja)
{
	return lang == LANG_JA ? ja : lang == LANG_EN ? en : lang_own(en);
}
