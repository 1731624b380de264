/* Bytes as a picture: what was found fine keeps its word on every stretch. */
#include <stdint.h>
#include <stdlib.h>

#include "base/image.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct image image;
	const unsigned char *s;
	size_t at = 0, n;

	if (image_look(&image, data, len) != IMAGE_FINE)
		return 0;
	if (image.w == 0 || image.h == 0 || image.w > IMAGE_SIDE ||
	    image.h > IMAGE_SIDE)
		abort();
	while (image.type == IMAGE_PNG &&
	    (s = image_png_data(data, len, &at, &n)) != NULL)
		if (s < data || n > len || s + n > data + len)
			abort();
	return 0;
}
