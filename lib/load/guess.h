#ifndef LOAD_GUESS_H
#define LOAD_GUESS_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/*
 * What bytes that are no UTF-8 most likely are, by the name iconv knows:
 * "CP932" (Shift_JIS of Windows), "EUC-JP", "ISO-2022-JP", "WINDOWS-1252",
 * "UTF-16LE", "UTF-16BE"; NULL when it is UTF-8 with a fault, or unclear.
 */
const char *guess_encoding(const char *text, size_t len);

/* True for ISO-2022-JP, which is made of ASCII bytes alone. */
bool guess_escapes(const char *text, size_t len);

/* Appends a file name fit to be pasted into a shell. */
void guess_quote(struct buf *, const char *name);

#endif
