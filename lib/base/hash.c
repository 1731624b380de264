#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include <openssl/evp.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/late.h"

#define CRYPTO(F) \
	F(EVP_DigestFinal_ex) F(EVP_DigestInit_ex) F(EVP_DigestUpdate) \
	F(EVP_MD_CTX_free) F(EVP_MD_CTX_new) F(EVP_sha256)

static struct {
	CRYPTO(LATE_MEMBER)
} crypto;

static const char *const names[] = { CRYPTO(LATE_NAME) };
static pthread_once_t loaded = PTHREAD_ONCE_INIT;

static void
load(void)
{
	late_load(LATE_CRYPTO, names, LATE_COUNT(names), &crypto);
}

/* An EVP_MD_CTX under our own name. */
struct hash {
	EVP_MD_CTX	*ctx;
};

struct hash *
hash_new(void)
{
	struct hash *h = malloc(sizeof(*h));

	pthread_once(&loaded, load);
	if (h == NULL || (h->ctx = crypto.EVP_MD_CTX_new()) == NULL ||
	    crypto.EVP_DigestInit_ex(h->ctx, crypto.EVP_sha256(), NULL) != 1)
		arena_exhausted();
	return h;
}

void
hash_add(struct hash *h, const void *p, size_t n)
{
	if (crypto.EVP_DigestUpdate(h->ctx, p, n) != 1)
		arena_exhausted();
}

static void
print(struct hash *h, char hex[65])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char sum[EVP_MAX_MD_SIZE];
	unsigned n = 0;

	if (crypto.EVP_DigestFinal_ex(h->ctx, sum, &n) != 1)
		arena_exhausted();
	for (unsigned i = 0; i < 32; i++) {
		hex[2 * i] = digits[sum[i] >> 4];
		hex[2 * i + 1] = digits[sum[i] & 15];
	}
	hex[64] = '\0';
}

void
hash_free(struct hash *h)
{
	if (h == NULL)
		return;
	crypto.EVP_MD_CTX_free(h->ctx);
	free(h);
}

void
hash_done(struct hash *h, char hex[65])
{
	print(h, hex);
	hash_free(h);
}

void
hash_sum(struct hash *h, char hex[65])
{
	print(h, hex);
	/* The same digest once more; looking it up by name is the dear part. */
	if (crypto.EVP_DigestInit_ex(h->ctx, NULL, NULL) != 1)
		arena_exhausted();
}

void
hash_bytes(const void *p, size_t n, char hex[65])
{
	struct hash *h = hash_new();

	hash_add(h, p, n);
	hash_done(h, hex);
}

int
hash_file(const char *path, char hex[65])
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), saved = 0;
	struct hash *h;
	char block[16384];
	ssize_t n;

	if (fd < 0)
		return -1;
	h = hash_new();
	while ((n = read(fd, block, sizeof(block))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			saved = errno;
			break;
		}
		hash_add(h, block, (size_t)n);
	}
	hash_done(h, hex);
	close(fd);
	errno = saved;
	return saved == 0 ? 0 : -1;
}
