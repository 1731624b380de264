#include "base/arena.h"
#include "base/hash.h"
#include "base/image.h"
#include "base/map.h"
#include "out/html.h"
#include "out/out.h"

static int
copy(struct html *h, const char *dir, const char *name, struct map *files)
{
	struct image im;
	const void *bytes;
	const char *file;
	char hex[65];
	size_t len;

	bytes = h->meta->image == NULL ? NULL :
	    h->meta->image(h->meta->image_data, name, &len);
	/* Looked at here as well: the file may have changed under our hands. */
	if (bytes == NULL || image_look(&im, bytes, len) != IMAGE_FINE)
		return 0;
	hash_bytes(bytes, len, hex);
	file = arena_printf(h->arena, "image-%.16s%s", hex,
	    image_suffix(&im));
	map_put(h->images, name, arena_str(h->arena, file));
	if (map_get(files, file) != NULL)
		return 0;
	map_put(files, file, h);
	return html_file(h, dir, file, bytes, len);
}

int
html_images(struct html *h, const char *dir)
{
	struct map *files = map_new(h->arena);
	const struct node *n;
	size_t i;
	bool enter;

	h->images = map_new(h->arena);
	for (i = 0; i < h->len; i++)
		for (n = NULL; h->pages[i].images &&
		    (n = node_step(h->pages[i].node, n, &enter)) != NULL;)
			if (enter && n->type == NODE_IMAGE &&
			    n->name != NULL && n->w > 0 && n->h > 0 &&
			    map_get(h->images, n->name) == NULL &&
			    copy(h, dir, n->name, files) == -1)
				return -1;
	return 0;
}
