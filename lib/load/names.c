#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/utf8.h"
#include "diag/diag.h"
#include "load/names.h"

void
names_begin(struct names *n, struct arena *a, struct diags *ds)
{
	n->arena = a;
	n->diags = ds;
	n->seen = map_new(a);
	n->doubled = map_new(a);
}

/* Devices of Windows, with any suffix. */
static bool
device(const char *name)
{
	static const char *const devices[] = {
		"con", "prn", "aux", "nul", "conin$", "conout$"
	};
	size_t len = strcspn(name, ".");

	while (len > 0 && name[len - 1] == ' ')
		len--;
	for (size_t i = 0; i < sizeof(devices) / sizeof(*devices); i++)
		if (len == strlen(devices[i]) &&
		    strncasecmp(name, devices[i], len) == 0)
			return true;
	return len == 4 && name[3] >= '1' && name[3] <= '9' &&
	    (strncasecmp(name, "com", 3) == 0 ||
	    strncasecmp(name, "lpt", 3) == 0);
}

static bool
unprintable(const char *name)
{
	size_t len = strlen(name), n;
	uint32_t c;

	for (size_t i = 0; i < len; i += n) {
		n = utf8_get(name + i, len - i, &c);
		if (c == UTF8_BAD || c < 0x20 || (c >= 0x7f && c < 0xa0) ||
		    utf8_hidden(c))
			return true;
	}
	return false;
}

/* A folder that stands twice says it for all that is in it. */
static bool
told(const struct names *n, const char *folded)
{
	const char *slash = strrchr(folded, '/');

	return slash != NULL && map_get(n->doubled, arena_dup(n->arena,
	    folded, (size_t)(slash - folded))) != NULL;
}

static void
check_double(struct names *n, const char *path, struct pos at)
{
	const char *folded = fold_path(n->arena, path), *other;
	bool silent;

	if ((other = map_get(n->seen, folded)) == NULL) {
		map_put(n->seen, folded, arena_str(n->arena, path));
		return;
	}
	silent = told(n, folded);
	map_put(n->doubled, folded, n->seen);
	if (!silent)
		diag_add(n->diags, D_PATH_SAME, at, NULL, "name", path,
		    "other", other, NULL);
}

bool
names_check(struct names *n, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	struct pos at = { path, 0, 0, 0 };
	size_t len = strlen(name);

	if (strlen(path) > LIMIT_PATH_BYTES) {
		diag_add(n->diags, D_PATH_LONG, at, NULL, NULL);
		return false;
	}
	if (unprintable(name)) {
		diag_add(n->diags, D_PATH_CHARS, at, NULL, "name", name, NULL);
		return false;
	}
	if (device(name) || name[strcspn(name, "<>:\"|?*\\")] != '\0' ||
	    name[len - 1] == '.' || name[len - 1] == ' ')
		diag_add(n->diags, D_PATH_NAME, at, NULL, "name", name, NULL);
	check_double(n, path, at);
	return true;
}
