#include <string.h>

#include "model/standard.h"

/* build/embed.c, made from lib/standard/ and templates/; sorted by path. */
struct embed {
	const char		*path;
	const unsigned char	*bytes;
	size_t			 len;
};
extern const struct embed embed_files[];
extern const size_t embed_len;

/* The first file whose path is not below the name. */
static size_t
lower(const char *path)
{
	size_t lo = 0, hi = embed_len, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (strcmp(embed_files[mid].path, path) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

const char *
embed_get(const char *path, size_t *len)
{
	size_t i = lower(path);

	if (i == embed_len || strcmp(embed_files[i].path, path) != 0)
		return NULL;
	if (len != NULL)
		*len = embed_files[i].len;
	return (const char *)embed_files[i].bytes;
}

const char *
embed_name(const char *prefix, size_t i)
{
	size_t at = lower(prefix) + i;

	if (at >= embed_len ||
	    strncmp(embed_files[at].path, prefix, strlen(prefix)) != 0)
		return NULL;
	return embed_files[at].path;
}
