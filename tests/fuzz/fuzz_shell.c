/* Bytes as every template of an organisation. */
#include <stdint.h>

#include "base/arena.h"
#include "diag/diag.h"
#include "out/shell.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static const char *const names[] = {
		"page.html", "style.css", "own.css", "logo.svg", "logo.png"
	};
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		shell_judge(ds, names[i], names[i], (const char *)data, len);
	diags_sort(ds);
	arena_done(a);
	return 0;
}
