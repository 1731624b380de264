#ifndef BASE_FOLD_H
#define BASE_FOLD_H

struct arena;

/*
 * Forms of UTF-8 text for comparing; never for showing.  Invalid UTF-8
 * comes back as it is.
 */

/* Alike when they differ in case, width or composition only (NFKC). */
const char *fold_loose(struct arena *, const char *);
/* Alike to a file system that looks at neither case nor composition. */
const char *fold_path(struct arena *, const char *);
/* Composed (NFC), case kept. */
const char *fold_nfc(struct arena *, const char *);
/*
 * Full-width letters, digits and signs as the ASCII ones, the minus signs and
 * dashes of an input method as '-', U+3000 as a space; the rest unchanged.
 */
const char *fold_width(struct arena *, const char *);

#endif
