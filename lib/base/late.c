#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "base/late.h"

void
late_load(const char *file, const char *const names[], size_t n, void *table)
{
	void *lib = dlopen(file, RTLD_LAZY | RTLD_LOCAL), *at;
	char *to = table;

	for (size_t i = 0; i < n; i++, to += sizeof(at)) {
		if (lib == NULL || (at = dlsym(lib, names[i])) == NULL) {
			fprintf(stderr, "ismsc: %s\n", dlerror());
			fs_temp_remove();
			_Exit(3);
		}
		/* POSIX: a pointer to a function fits, C alone is silent. */
		memcpy(to, &at, sizeof(at));
	}
}
