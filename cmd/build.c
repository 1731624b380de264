#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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
#include "model/config.h"
#include "model/language.h"
#include "model/standard.h"
#include "store/store.h"

#define FOLDER	"public"
#define FOLDERS_MAX	8	/* kinds of papers */
#define EDITIONS_MAX	16	/* languages */

/* What a build fills: the site, the manual, and folders of papers. */
struct outputs {
	struct arena	*arena;		/* of the book and what is made of it */
	struct fs_set	*set;
	struct diags	*late;		/* what only they can tell */
	const char	*dir;
	const struct out_edition	*others;
	size_t		 nothers;
	const char	*name[FOLDERS_MAX], *path[FOLDERS_MAX];
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
		map_put(r->images, arena_str(r->arena, name), kept);
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

static void
add_copy(struct diags *to, const struct diag *d)
{
	*diag_add_words(to, d->head, d->at, d->record, NULL, 0) = *d;
}

/*
 * What only an output can tell of the input: glyphs that no font has, and
 * templates that were not used.
 */
static void
report(struct run *r, const struct diags *said, size_t before)
{
	struct diag_style st = { .lang = r->opt.lang, .quiet = true,
	    .color = false };
	struct diag_summary sum = { .asof = "" };
	struct diags *late = diags_new(r->arena);
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < before; i++)
		if (strncmp(diags_at(r->diags, i)->head->code, "TPL-", 4) == 0)
			add_copy(late, diags_at(r->diags, i));
	for (size_t i = said == r->diags ? before : 0; i < diags_len(said);
	    i++)
		add_copy(late, diags_at(said, i));
	diags_sort(late);
	diag_text(late, &sum, &st, &b);
	if (b.len > 0)
		fwrite(b.s, 1, b.len, stderr);
	buf_done(&b);
}

/* The press says what it lacks by its last finding. */
static int
no_press(struct run *r, const struct diags *said)
{
	report(r, said, diags_len(r->diags) - (said == r->diags));
	return EXIT_UNABLE;
}

/* Where to write the folder of a paper; NULL when that cannot be. */
static const char *
paper_folder(struct run *r, struct outputs *o, const char *path)
{
	const char *name = arena_dup(r->arena, path, strcspn(path, "/"));
	size_t k;

	for (k = 0; k < o->n; k++)
		if (strcmp(o->name[k], name) == 0)
			return o->path[k];
	if (o->n == FOLDERS_MAX)
		return NULL;
	o->name[o->n] = name;
	o->path[o->n] = fs_set_folder(o->set, arena_printf(r->arena, "%s/%s",
	    o->dir, name));
	return o->path[o->n] == NULL ? NULL : o->path[o->n++];
}

/* The manual and the papers of single records, beside their places. */
static int
write_pdfs(struct run *r, const struct book_input *in,
    const struct node *book, const struct out_meta *meta,
    struct outputs *o)
{
	const char *pdf = arena_printf(r->arena, "%s/manual.pdf", o->dir);
	const char *fresh = fs_set_file(o->set, pdf), *folder;
	struct pdf_press *press;
	struct book_paper *papers;
	size_t len, i;
	int rc = EXIT_DONE;

	if (fresh == NULL)
		return failed(r, pdf);
	if ((press = pdf_press_new(r->arena, o->late)) == NULL)
		return no_press(r, o->late);
	/* the longest is set before the others are there */
	pdf_press_add(press, book, meta, fresh);
	papers = book_papers(o->arena, in, meta, &len);
	for (i = 0; i < len && rc == EXIT_DONE; i++) {
		folder = paper_folder(r, o, papers[i].path);
		if (folder == NULL)
			rc = failed(r, papers[i].path);
		else
			pdf_press_add(press, papers[i].book, &papers[i].meta,
			    arena_printf(o->arena, "%s%s", folder,
			    strchr(papers[i].path, '/')));
	}
	r->fonts = pdf_press_fonts(press, &r->font_len);
	if (pdf_press_done(press) != 0 && rc == EXIT_DONE)
		rc = failed(r, pdf);
	return rc;
}

/* The book of a run, and what the outputs ask of it. */
static struct node *
make_book(struct run *r, struct arena *a, struct book_input *in,
    struct out_meta *meta)
{
	struct node *book;

	store_settle(r->store);
	*in = (struct book_input){
		.model = r->model, .store = r->store,
		.timelines = r->timelines, .rules = r->rules,
		.diags = r->diags, .baseline = r->baseline,
		.asof = r->asof, .commit = r->commit, .prefix = r->prefix,
		.dirty = run_dirty(r), .lang = r->opt.lang,
	};
	book = book_build(a, in, meta);
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
	struct node *book = make_book(r, r->arena, &in, &meta);

	if (html_write(r->arena, r->diags, book, &meta, dir) != 0)
		return failed(r, dir);
	report(r, r->diags, before);
	return EXIT_DONE;
}

int
paper_write(struct run *r, const char *path)
{
	struct out_meta meta = { .title = "" };
	struct book_input in;
	size_t before = diags_len(r->diags);
	struct node *book = make_book(r, r->arena, &in, &meta);
	struct pdf_press *press = pdf_press_new(r->arena, r->diags);

	if (press == NULL)
		return no_press(r, r->diags);
	pdf_press_add(press, book, &meta, path);
	if (pdf_press_done(press) != 0)
		return failed(r, path);
	report(r, r->diags, before);
	return EXIT_DONE;
}

static int
write_site(struct run *r, const struct node *book, struct out_meta *meta,
    struct outputs *o)
{
	const char *site = arena_printf(r->arena, "%s/site", o->dir);
	const char *fresh = fs_set_folder(o->set, site);

	meta->former = site;
	return fresh != NULL && html_write(o->arena, o->late, book, meta,
	    fresh) == 0 ? EXIT_DONE : failed(r, site);
}

/* The site as one file. */
static int
write_single(struct run *r, const struct node *book,
    const struct out_meta *meta, struct outputs *o)
{
	const char *path = arena_printf(r->arena, "%s/manual.html", o->dir);
	const char *fresh = fs_set_file(o->set, path);
	struct buf b = BUF_INIT;
	int rc = fresh == NULL ? -1 :
	    html_write_single(o->arena, book, meta, &b);

	if (rc == 0)
		rc = fs_write(fresh, b.s, b.len);
	buf_done(&b);
	return rc == 0 ? EXIT_DONE : failed(r, path);
}

static bool
wanted(const struct run *r, const char *output)
{
	return r->opt.only == NULL || strcmp(r->opt.only, output) == 0;
}

static int
write_all(struct run *r, struct out_meta *meta, struct outputs *o)
{
	struct book_input in;
	struct node *book = make_book(r, o->arena, &in, meta);
	int rc = EXIT_DONE;

	meta->editions = o->others;
	meta->edition_len = o->nothers;
	if (wanted(r, "site"))
		rc = write_site(r, book, meta, o);
	if (rc == EXIT_DONE && wanted(r, "pdf"))
		rc = write_pdfs(r, &in, book, meta, o);
	if (rc == EXIT_DONE && r->opt.single)
		rc = write_single(r, book, meta, o);
	return rc;
}

/* Where to begin to read. */
static void
tell(const struct run *r, const char *dir, struct buf *b)
{
	if (wanted(r, "site"))
		buf_addf(b, "%s/site/index.html\n", dir);
	if (wanted(r, "pdf"))
		buf_addf(b, "%s/manual.pdf\n", dir);
}

int
manual_write(struct run *r, const char *dir, struct out_meta *meta)
{
	struct outputs o = { .arena = r->arena, .set = fs_set_new(),
	    .dir = dir, .late = r->diags };
	size_t before = diags_len(r->diags);
	int rc;

	if ((rc = write_all(r, meta, &o)) != EXIT_DONE) {
		fs_set_abort(o.set);
		return rc;
	}
	report(r, o.late, before);
	/* A new PDF beside an old site would contradict itself. */
	return fs_set_commit(o.set) == 0 ? EXIT_DONE : failed(r, dir);
}

/* The languages that were asked for, each once. */
static size_t
languages(struct run *r, const char *codes[EDITIONS_MAX])
{
	const char *s = r->opt.lang_text, *code;
	bool all = strcmp(s, "all") == 0;
	size_t n = 0, i, k, len;

	for (i = 0; all ? i < r->config->lang_len : *s != '\0'; i++) {
		len = strcspn(s, ",");
		code = all ? r->config->langs[i] :
		    arena_dup(r->arena, s, len);
		s += all ? 0 : len + (s[len] == ',');
		for (k = 0; k < n && strcmp(codes[k], code) != 0; k++)
			;
		if (k == n && n < EDITIONS_MAX)
			codes[n++] = code;
	}
	if (n == 0)
		codes[n++] = lang_code(r->opt.lang);
	return n;
}

/* All of them, as pages link to them. */
static void
name_editions(struct run *r, const char *const *codes, size_t n,
    struct out_edition *list)
{
	for (size_t i = 0; i < n; i++) {
		enum lang lang = language_choose(codes[i]);

		list[i].code = codes[i];
		list[i].name = lang == LANG_FILE ?
		    lang_text(codes[i], "language") : standard_word(
		    r->standard, "out.language", lang);
		list[i].site = arena_printf(r->arena, "../../%s/site/",
		    codes[i]);
		list[i].single = arena_printf(r->arena, "../%s/manual.html",
		    codes[i]);
	}
}

/* The others than one of them. */
static struct out_edition *
others(struct run *r, const struct out_edition *list, size_t n, size_t self)
{
	struct out_edition *o = arena_alloc(r->arena, n * sizeof(*o));

	memcpy(o, list, self * sizeof(*o));
	memcpy(o + self, list + self + 1, (n - self - 1) * sizeof(*o));
	return o;
}

/* Each language in a folder of its own; all take their places together. */
static int
write_editions(struct run *r, const char *dir, struct buf *says, bool *draft)
{
	struct out_edition list[EDITIONS_MAX];
	const char *codes[EDITIONS_MAX];
	size_t n = languages(r, codes), i;
	struct fs_set *set = fs_set_new();
	enum lang first = r->opt.lang;
	int rc = EXIT_DONE;

	name_editions(r, codes, n, list);
	for (i = 0; i < n && rc == EXIT_DONE; i++) {
		struct outputs o = { .set = set };
		struct out_meta own = { .title = "" };

		if ((rc = run_speak(r, codes[i])) != EXIT_DONE)
			break;
		/* a language leaves its room to the next */
		o.arena = arena_new();
		o.dir = arena_printf(r->arena, "%s/%s", dir, codes[i]);
		o.late = diags_new(r->arena);
		o.others = others(r, list, n, i);
		o.nothers = n - 1;
		rc = write_all(r, &own, &o);
		*draft = own.draft;
		if (rc == EXIT_DONE)
			report(r, o.late, i == 0 ? diags_len(r->diags) : 0);
		arena_done(o.arena);
		tell(r, o.dir, says);
	}
	/* What is still to be said is said in the first. */
	if (first != LANG_FILE)
		r->opt.lang = first;
	if (rc != EXIT_DONE) {
		fs_set_abort(set);
		return rc;
	}
	return fs_set_commit(set) == 0 ? EXIT_DONE : failed(r, dir);
}

/*
 * Where an output may go: a link would lead it astray, and what lies in .git
 * is git's.
 */
static int
place_fits(const struct run *r, const char *dir)
{
	size_t len = strlen(dir);
	struct stat st;
	const char *s;
	char *bare, real[PATH_MAX];

	while (len > 1 && dir[len - 1] == '/')
		len--;
	bare = arena_dup(r->arena, dir, len);
	if (realpath(bare, real) != NULL && strcmp(real, "/") == 0)
		return complain(EXIT_USAGE, pick(r,
		    "%s is the root of the machine; name a folder of your own",
		    "%s はマシンのルートフォルダーです。専用のフォルダーを指定して"
		    "ください"), dir);
	for (s = bare; s != NULL; s = strchr(s, '/')) {
		s += *s == '/';
		if (strncmp(s, ".git", 4) == 0 && (s[4] == '/' || s[4] == '\0'))
			return complain(EXIT_USAGE, pick(r,
			    "%s: what lies in .git is git's; name another "
			    "folder", "%s: .git の中には出力できません。"
			    "別のフォルダーを指定してください"), dir);
	}
	if (lstat(bare, &st) != 0 || S_ISDIR(st.st_mode))
		return EXIT_DONE;
	return complain(EXIT_USAGE, S_ISLNK(st.st_mode) ? pick(r,
	    "%s is a symbolic link; name the folder itself",
	    "%s はシンボリックリンクです。フォルダー自体を指定してください") :
	    pick(r, "%s is no folder", "%s はフォルダーではありません"), dir);
}

int
cmd_build(struct run *r)
{
	const char *dir = r->opt.output == NULL ? FOLDER : r->opt.output;
	struct out_meta meta = { .title = "" };
	struct diag_summary sum;
	struct buf b = BUF_INIT;
	int rc;

	if ((rc = place_fits(r, dir)) != EXIT_DONE ||
	    (rc = compile(r)) != EXIT_DONE)
		return rc;
	if (r->unable) {
		run_summary(r, &sum);
		diag_summary(r->diags, &sum, r->opt.lang, &b);
		fwrite(b.s, 1, b.len, stderr);
		buf_done(&b);
		return EXIT_UNABLE;
	}
	if (r->opt.langs)
		rc = write_editions(r, dir, &b, &meta.draft);
	else if ((rc = manual_write(r, dir, &meta)) == EXIT_DONE)
		tell(r, dir, &b);
	if (rc != EXIT_DONE || r->opt.quiet)
		buf_clear(&b);
	if (rc != EXIT_DONE) {
		buf_done(&b);
		return rc;
	}
	if (meta.draft && !r->opt.quiet)
		buf_addf(&b, pick(r, "draft: %zu errors are open%s\n",
		    "草案: 未解決のエラー %zu 件%s\n"),
		    diags_count(r->diags, DIAG_ERROR), run_dirty(r) ? pick(r,
		    ", and the work tree differs from the commit",
		    "、作業ツリーに未コミットの変更あり") : "");
	return deliver(&b, EXIT_DONE);
}
