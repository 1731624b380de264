#include <elf.h>
#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
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

/* The objects come in the order in which they were loaded. */
struct walk {
	struct buf	*out;
	unsigned	 at;
	bool		 late;
};

static unsigned at_start;

static void
add_file(struct buf *b, const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0)
		buf_addf(b, "%jd %jd.%09ld %s", (intmax_t)st.st_size,
		    (intmax_t)st.st_ctim.tv_sec, st.st_ctim.tv_nsec, path);
}

static int
add_object(struct dl_phdr_info *o, size_t size, void *data)
{
	struct walk *w = data;
	bool known = false;

	(void)size;
	if ((w->at++ >= at_start && at_start > 0) != w->late)
		return 0;
	for (unsigned i = 0; i < o->dlpi_phnum && !known && !w->late; i++)
		if (o->dlpi_phdr[i].p_type == PT_NOTE)
			known = add_note(w->out, (const char *)(o->dlpi_addr +
			    o->dlpi_phdr[i].p_vaddr),
			    o->dlpi_phdr[i].p_memsz);
	if (!known && *o->dlpi_name != '\0')
		add_file(w->out, o->dlpi_name);
	buf_addc(w->out, w->late ? '\n' : ' ');
	return 0;
}

void
program_id(struct buf *b)
{
	struct walk w = { b, 0, false };

	buf_adds(b, "ismsc " ISMSC_VERSION " " PROGRAM_ID " ");
	dl_iterate_phdr(add_object, &w);
	if (at_start == 0)
		at_start = w.at;
	buf_addc(b, '\n');
}

void
program_late(struct buf *b)
{
	struct walk w = { b, 0, true };

	dl_iterate_phdr(add_object, &w);
}

bool
program_late_same(struct arena *a, const char *lines)
{
	struct buf b = BUF_INIT;
	const char *p;
	bool same = true;

	for (; same && *lines != '\0'; lines += b.len) {
		/* Behind size and time. */
		p = lines + strcspn(lines, " ");
		p += strspn(p, " ");
		p += strcspn(p, " ");
		p += strspn(p, " ");
		buf_clear(&b);
		add_file(&b, arena_dup(a, p, strcspn(p, "\n")));
		buf_addc(&b, '\n');
		same = strncmp(lines, b.s, b.len) == 0;
	}
	buf_done(&b);
	return same;
}
