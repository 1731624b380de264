/* Bytes as the message of a commit, and as a .mailmap that names its people. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "history/history.h"
#include "history/people.h"
#include "history/trailer.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct arena *a = arena_new();
	char *text = arena_alloc(a, len + 1);
	struct people *people;
	struct trailer *list;

	memcpy(text, data, len);
	text[len] = '\0';
	people = people_read(a, text, len);
	trailers_read(a, people, text, &list);
	arena_done(a);
	return 0;
}
