#include <elf.h>
#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/program.h"

#ifndef PROGRAM_ID
#define PROGRAM_ID	"0"
#endif

#define ROUND(n)	(((n) + 3u) & ~(size_t)3)

/* The id that the linker gave an object; false when it gave none. */
static bool
add_note(struct buf *b, const char *at, size_t len)
{
	ElfW(Nhdr) n;
	size_t size;

	while (len >= sizeof(n)) {
		memcpy(&n, at, sizeof(n));
		size = sizeof(n) + ROUND(n.n_namesz) + ROUND(n.n_descsz);
		if (size > len || size < n.n_descsz)
			return false;
		if (n.n_type == NT_GNU_BUILD_ID && n.n_namesz == 4) {
			at += sizeof(n) + ROUND(n.n_namesz);
			for (size_t i = 0; i < n.n_descsz; i++)
				buf_addf(b, "%02x", (unsigned char)at[i]);
			return true;
		}
		at += size;
		len -= size;
	}
	return false;
}

static int
add_object(struct dl_phdr_info *o, size_t size, void *data)
{
	struct buf *b = data;
	struct stat st;
	bool known = false;

	(void)size;
	for (unsigned i = 0; i < o->dlpi_phnum && !known; i++)
		if (o->dlpi_phdr[i].p_type == PT_NOTE)
			known = add_note(b, (const char *)(o->dlpi_addr +
			    o->dlpi_phdr[i].p_vaddr),
			    o->dlpi_phdr[i].p_memsz);
	if (!known && *o->dlpi_name != '\0' &&
	    stat(o->dlpi_name, &st) == 0)
		buf_addf(b, "%s %jd %jd.%09ld", o->dlpi_name,
		    (intmax_t)st.st_size, (intmax_t)st.st_ctim.tv_sec,
		    st.st_ctim.tv_nsec);
	buf_addc(b, ' ');
	return 0;
}

void
program_id(struct buf *b)
{
	buf_adds(b, "ismsc " ISMSC_VERSION " " PROGRAM_ID " ");
	dl_iterate_phdr(add_object, b);
	buf_addc(b, '\n');
}
