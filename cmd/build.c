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
#define FOLDERS_MAX	8	/* kinds of papers */

/* What a build fills besides the site. */
struct folders {
	const char	*dir, *pdf, *fresh;
	struct fs_folder *open[FOLDERS_MAX];
	const char	*name[FOLDERS_MAX];
	size_t		 n;
};

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

/* The folder of a paper, filled beside; NULL when it cannot be. */
static struct fs_folder *
paper_folder(struct run *r, struct folders *f, const char *path)
{
	const char *name = arena_dup(r->arena, path, strcspn(path, "/"));
	size_t k;

	for (k = 0; k < f->n; k++)
		if (strcmp(f->name[k], name) == 0)
			return f->open[k];
	if (f->n == FOLDERS_MAX)
		return NULL;
	f->name[f->n] = name;
	f->open[f->n] = fs_folder_begin(arena_printf(r->arena, "%s/%s", f->dir,
	    name));
	return f->open[f->n] == NULL ? NULL : f->open[f->n++];
}

/* All papers at their place, or none of them; -1 with errno. */
static int
end_folders(struct folders *f, bool whole)
{
	int rc = 0;

	for (size_t i = 0; i < f->n; i++)
		if (!whole)
			fs_folder_abort(f->open[i]);
		else if (fs_folder_commit(f->open[i]) != 0)
			rc = -1;
	return rc;
}

/* The manual and the papers of single records, beside their places. */
static int
write_pdfs(struct run *r, const struct book_input *in,
    const struct node *book, const struct out_meta *meta,
    struct folders *f)
{
	struct pdf_press *press = pdf_press_new(r->arena, r->diags);
	struct fs_folder *folder;
	struct book_paper *papers;
	size_t len, i;
	int rc = EXIT_DONE;

	if (press == NULL)
		return failed(r, f->pdf);
	papers = book_papers(r->arena, in, meta, &len);
	pdf_press_add(press, book, meta, f->fresh);
	for (i = 0; i < len && rc == EXIT_DONE; i++) {
		folder = paper_folder(r, f, papers[i].path);
		if (folder == NULL)
			rc = failed(r, papers[i].path);
		else
			pdf_press_add(press, papers[i].book, &papers[i].meta,
			    arena_printf(r->arena, "%s%s",
			    fs_folder_path(folder),
			    strchr(papers[i].path, '/')));
	}
	if (pdf_press_done(press) != 0 && rc == EXIT_DONE)
		rc = failed(r, f->pdf);
	return rc;
}

/* The book of a run, and what the outputs ask of it. */
static struct node *
make_book(struct run *r, struct book_input *in, struct out_meta *meta)
{
	struct node *book;

	*in = (struct book_input){
		.model = r->model, .store = r->store,
		.timelines = r->timelines, .rules = r->rules,
		.diags = r->diags, .baseline = r->baseline,
		.asof = r->asof, .commit = r->commit, .prefix = r->prefix,
		.dirty = run_dirty(r), .lang = r->opt.lang,
	};
	book = book_build(r->arena, in, meta);
	meta->file = template_file;
	meta->file_data = r;
	meta->image = image_bytes;
	meta->image_data = r;
	return book;
}

int
site_write(struct run *r, const char *dir)
{
	struct out_meta meta = { .title = "" };
	struct book_input in;
	size_t before = diags_len(r->diags);
	struct node *book = make_book(r, &in, &meta);

	if (html_write(r->arena, r->diags, book, &meta, dir) != 0)
		return failed(r, dir);
	report(r, before);
	return EXIT_DONE;
}

/* The site as one file, in memory until all else has been written. */
static int
write_single(struct run *r, const char *dir, const struct node *book,
    const struct out_meta *meta)
{
	const char *path = arena_printf(r->arena, "%s/manual.html", dir);
	struct buf b = BUF_INIT;
	int rc = html_write_single(r->arena, book, meta, &b);

	if (rc == 0)
		rc = fs_replace(path, b.s, b.len);
	buf_done(&b);
	return rc == 0 ? EXIT_DONE : failed(r, path);
}

int
manual_write(struct run *r, const char *dir, struct out_meta *meta)
{
	struct book_input in;
	const char *site = arena_printf(r->arena, "%s/site", dir);
	struct folders f = { .dir = dir };
	struct fs_folder *folder;
	struct node *book;
	size_t before = diags_len(r->diags);

	f.pdf = arena_printf(r->arena, "%s/manual.pdf", dir);
	f.fresh = arena_printf(r->arena, "%s.tmp-%ld", f.pdf,
	    (long)getpid());
	book = make_book(r, &in, meta);
	if ((folder = fs_folder_begin(site)) == NULL)
		return failed(r, site);
	if (html_write(r->arena, r->diags, book, meta,
	    fs_folder_path(folder)) != 0) {
		failed(r, site);
		fs_folder_abort(folder);
		return EXIT_UNABLE;
	}
	fs_sweep(f.pdf);
	if (write_pdfs(r, &in, book, meta, &f) != EXIT_DONE) {
		end_folders(&f, false);
		fs_folder_abort(folder);
		return EXIT_UNABLE;
	}
	report(r, before);
	/* A new PDF beside an old site would contradict itself. */
	return end_folders(&f, true) == 0 &&
	    fs_folder_commit_with(folder, f.fresh, f.pdf) == 0 ?
	    r->opt.single ? write_single(r, dir, book, meta) : EXIT_DONE :
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
