#ifndef BASE_IMAGE_H
#define BASE_IMAGE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What the bytes of a PNG or JPEG file say of themselves.  Nothing is
 * decoded: the frame of the file is walked from end to end and its limits
 * are judged first, so that a picture of a few bytes cannot ask for memory.
 */
enum image_type { IMAGE_PNG, IMAGE_JPEG };

enum image_fault {
	IMAGE_FINE,
	IMAGE_OTHER,		/* neither PNG nor JPEG */
	IMAGE_BROKEN,		/* cut off, or not as the format wants */
	IMAGE_LARGE		/* beyond the limits below */
};

#define IMAGE_BYTES	((size_t)8 * 1024 * 1024)	/* of the file */
#define IMAGE_SIDE	10000u
#define IMAGE_PIXELS	((size_t)25 * 1000 * 1000)

struct image {
	enum image_type	 type;
	unsigned	 w, h;		/* pixels, as they are shown */
	unsigned	 bits, parts;	/* of a part; parts of a pixel */
	/* PNG */
	unsigned char	 color;		/* its colour type */
	bool		 interlaced, transparent;
	const unsigned char *palette, *clear;	/* PLTE and tRNS */
	size_t		 npalette, nclear;
	/* JPEG: four parts stored upside down, as one program began to */
	bool		 inverted;
};

enum image_fault image_look(struct image *, const void *, size_t);
/* The media type and the usual suffix, "image/png" and ".png". */
const char *image_media(const struct image *);
const char *image_suffix(const struct image *);
/*
 * Of a PNG: the next stretch of its squeezed pixels behind *at, which begins
 * at 0; NULL at the end.  Only of bytes that were found fine.
 */
const unsigned char *image_png_data(const void *, size_t, size_t *at,
    size_t *len);

#endif
