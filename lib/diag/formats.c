#include <string.h>

#include "diag/text.h"

diag_format *
diag_format_find(const char *name)
{
	static const struct {
		const char	*name;
		diag_format	*format;
	} formats[] = {
#define FORMAT(name)	{ #name, diag_##name },
#include "diag/formats.def"
#undef FORMAT
	};

	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (strcmp(formats[i].name, name) == 0)
			return formats[i].format;
	return NULL;
}
