#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/image.h"
#include "base/map.h"
#include "book/book.h"
#include "cmd/manual.h"
#include "cmd/run.h"
#include "diag/text.h"
#include "load/source.h"

#define FOLDER	"public"

/* Each image is read once for all outputs of the run. */
static const void *
image_bytes(void *data, const char *name, size_t *len)
{
	struct run *r = data;
	struct kept {
		const char	*bytes;
		size_t		 len;
	} *kept;
	const struct entry *e;
	struct buf b = BUF_INIT;

	if (r->images == NULL)
		r->images = map_new(r->arena);
	if ((kept = map_get(r->images, name)) == NULL) {
		kept = arena_alloc(r->arena, sizeof(*kept));
		map_put(r->images, name, kept);
		e = source_find(r->source, name);
		if (e != NULL && e->type == ENTRY_FILE && r->source->read(
		    r->source, e, IMAGE_BYTES, &b) == 0 && b.len > 0) {
			kept->bytes = arena_dup(r->arena, b.s, b.len);
			kept->len = b.len;
		}
		buf_done(&b);
	}
	*len = kept->len;
	return kept->bytes;
}

static int
failed(const struct run *r, const char *path)
{
	return complain(EXIT_UNABLE, pick(r, "%s cannot be written: %s",
	    "%s を書き込めません: %s"), path, strerror(errno));
}

/* What the back ends had to say of the input: glyphs that no font has. */
static void
report(struct run *r, size_t before)
{
	struct diag_style st = { .lang = r->opt.lang, .quiet = true,
	    .color = false };
	struct diag_summary sum = { .asof = "" };
	struct diags *late = diags_new(r->arena);
	struct buf b = BUF_INIT;

	for (size_t i = before; i < diags_len(r->diags); i++) {
		const struct diag *d = diags_at(r->diags, i);
		struct diag *copy = diag_add_words(late, d->head, d->at,
		    d->record, NULL, 0);

		*copy = *d;
	}
	diags_sort(late);
	diag_text(late, &sum, &st, &b);
	if (b.len > 0)
		fwrite(b.s, 1, b.len, stderr);
	buf_done(&b);
}

int
manual_write(struct run *r, const char *dir, struct out_meta *meta)
{
	struct book_input in = {
		.model = r->model, .store = r->store,
		.timelines = r->timelines, .rules = r->rules,
		.diags = r->diags, .baseline = r->baseline,
		.asof = r->asof, .commit = r->commit, .prefix = r->prefix,
		.dirty = run_dirty(r), .lang = r->opt.lang,
	};
	const char *site = arena_printf(r->arena, "%s/site", dir);
	const char *pdf = arena_printf(r->arena, "%s/manual.pdf", dir);
	const char *fresh = arena_printf(r->arena, "%s.tmp-%ld", pdf,
	    (long)getpid());
	struct fs_folder *folder;
	struct node *book;
	size_t before = diags_len(r->diags);

	book = book_build(r->arena, &in, meta);
	meta->file = template_file;
	meta->file_data = r;
	meta->image = image_bytes;
	meta->image_data = r;
	if ((folder = fs_folder_begin(site)) == NULL)
		return failed(r, site);
	if (html_write(r->arena, r->diags, book, meta,
	    fs_folder_path(folder)) != 0) {
		failed(r, site);
		fs_folder_abort(folder);
		return EXIT_UNABLE;
	}
	fs_sweep(pdf);
	if (pdf_write(r->arena, r->diags, book, meta, fresh) != 0) {
		failed(r, pdf);
		fs_folder_abort(folder);
		return EXIT_UNABLE;
	}
	report(r, before);
	/* A new PDF beside an old site would contradict itself. */
	return fs_folder_commit_with(folder, fresh, pdf) == 0 ? EXIT_DONE :
	    failed(r, dir);
}

int
cmd_build(struct run *r)
{
	const char *dir = r->opt.output == NULL ? FOLDER : r->opt.output;
	struct out_meta meta = { .title = "" };
	struct diag_summary sum;
	struct buf b = BUF_INIT;
	int rc;

	if ((rc = compile(r)) != EXIT_DONE)
		return rc;
	if (r->unable) {
		run_summary(r, &sum);
		diag_summary(r->diags, &sum, r->opt.lang, &b);
		fwrite(b.s, 1, b.len, stderr);
		buf_done(&b);
		return EXIT_UNABLE;
	}
	if (fs_mkdirs(dir) != 0)
		return failed(r, dir);
	if ((rc = manual_write(r, dir, &meta)) != EXIT_DONE)
		return rc;
	if (!r->opt.quiet)
		buf_addf(&b, pick(r, "%s/site/index.html\n%s/manual.pdf\n",
		    "%s/site/index.html\n%s/manual.pdf\n"), dir, dir);
	if (meta.draft && !r->opt.quiet)
		buf_addf(&b, pick(r, "draft: %zu errors are open%s\n",
		    "草案: 未解決のエラー %zu 件%s\n"),
		    diags_count(r->diags, DIAG_ERROR), run_dirty(r) ? pick(r,
		    ", and the work tree differs from the commit",
		    "、作業ツリーに未コミットの変更あり") : "");
	return deliver(&b, EXIT_DONE);
}
