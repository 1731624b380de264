#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>

/*
 * SHA-256, as 64 hexadecimal digits; the only home of OpenSSL.
 */
void hash_bytes(const void *, size_t, char hex[65]);
/* Of a file's content; 0, or -1 with errno. */
int hash_file(const char *path, char hex[65]);

/* Piece by piece; hash_done() frees. */
struct hash;
struct hash *hash_new(void);
void hash_add(struct hash *, const void *, size_t);
void hash_done(struct hash *, char hex[65]);
/* The sum of what was added since the last one; more may follow. */
void hash_sum(struct hash *, char hex[65]);
/* Without the sum. */
void hash_free(struct hash *);

#endif
