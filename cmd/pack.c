#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/json.h"
#include "cmd/manual.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "diag/text.h"
#include "history/history.h"
#include "load/load.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/model.h"
#include "out/zip.h"
#include "store/store.h"

#define FILE_MAX	((size_t)256 * 1024 * 1024)

struct pack {
	struct run		*run;
	struct zip_member	*members;
	size_t			 len;
};

/* Bytes move into the arena; the name must live as long. */
static void
put(struct pack *p, const char *name, struct buf *b)
{
	struct arena *a = p->run->arena;
	struct zip_member *m;

	p->members = arena_grow(a, p->members, p->len, sizeof(*p->members));
	m = &p->members[p->len++];
	m->name = name;
	m->len = b->len;
	m->bytes = arena_dup(a, b->s, b->len);
	buf_done(b);
}

static int
not_hidden(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

static int
bytewise(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* Every file below a folder that we have just written ourselves. */
static int
put_folder(struct pack *p, const char *dir, const char *name)
{
	struct arena *a = p->run->arena;
	struct dirent **list = NULL;
	struct buf b = BUF_INIT;
	struct stat st;
	int n = scandir(dir, &list, not_hidden, bytewise), rc = n < 0 ? -1 : 0;

	for (int i = 0; i < n; i++) {
		const char *path = arena_printf(a, "%s/%s", dir,
		    list[i]->d_name);
		const char *inside = arena_printf(a, "%s/%s", name,
		    list[i]->d_name);

		free(list[i]);
		if (rc != 0 || (rc = lstat(path, &st)) != 0)
			continue;
		if (S_ISDIR(st.st_mode))
			rc = put_folder(p, path, inside);
		else if ((rc = fs_read(path, FILE_MAX, &b)) == 0)
			put(p, inside, &b);
	}
	free(list);
	return rc;
}

/* The site and the papers of single records. */
static int
put_folders(struct pack *p, const char *dir)
{
	struct dirent **list = NULL;
	const char *path;
	struct stat st;
	int n = scandir(dir, &list, not_hidden, bytewise), rc = n < 0 ? -1 : 0;

	for (int i = 0; i < n; i++) {
		path = arena_printf(p->run->arena, "%s/%s", dir,
		    list[i]->d_name);
		if (rc == 0 && (rc = lstat(path, &st)) == 0 &&
		    S_ISDIR(st.st_mode))
			rc = put_folder(p, path, arena_str(p->run->arena,
			    list[i]->d_name));
		free(list[i]);
	}
	free(list);
	return rc;
}

/* The manual, compiled beside and read back. */
static int
put_manual(struct pack *p)
{
	struct out_meta meta = { .title = "" };
	struct buf b = BUF_INIT;
	char dir[] = "/tmp/ismsc-XXXXXX";
	int rc;

	if (mkdtemp(dir) == NULL)
		return complain(EXIT_UNABLE, "%s: %s", dir, strerror(errno));
	fs_temp_add(dir);
	/*
	 * Who double-clicks a page within an archive gets that file and no
	 * other, so the site comes as one file as well.
	 */
	p->run->opt.single = true;
	rc = manual_write(p->run, dir, &meta);
	if (rc == EXIT_DONE && fs_read(arena_printf(p->run->arena,
	    "%s/manual.pdf", dir), FILE_MAX, &b) == 0) {
		put(p, "manual.pdf", &b);
		if (fs_read(arena_printf(p->run->arena, "%s/manual.html",
		    dir), FILE_MAX, &b) == 0)
			put(p, "manual.html", &b);
		if (put_folders(p, dir) != 0)
			rc = complain(EXIT_UNABLE, "%s: %s", dir,
			    strerror(errno));
	}
	fs_remove(dir);
	fs_temp_drop(dir);
	return rc;
}

/* The register of each kind that has records and may be shown. */
static int
put_registers(struct pack *p)
{
	struct run *r = p->run;
	const char *error = NULL;
	int rc = EXIT_DONE;

	r->opt.format = "csv";
	for (size_t i = 0; i < r->model->kind_len && rc == EXIT_DONE; i++) {
		const struct kind *k = r->model->kinds[i];
		const char **heads = arena_alloc(r->arena,
		    (k->len + 1) * sizeof(*heads));
		struct buf sql = BUF_INIT, b = BUF_INIT;
		struct query *q;
		size_t n = 0;

		buf_adds(&sql, "SELECT ");
		for (size_t f = 0; f < k->len; f++) {
			if (k->fields[f].type == FIELD_MAP ||
			    k->fields[f].type == FIELD_ANY ||
			    strcmp(k->fields[f].name, "kind") == 0)
				continue;
			buf_addf(&sql, "%s\"%s\"", n == 0 ? "" : ", ",
			    k->fields[f].name);
			heads[n++] = k->fields[f].label[r->opt.lang];
		}
		buf_addf(&sql, " FROM \"%s\" ORDER BY id_key(id)", k->name);
		q = k->private ? NULL :
		    query_open(r->store, sql.s, QUERY_OURS, &error);
		if (q != NULL && (rc = rows_print(r, q, heads,
		    &b)) == EXIT_DONE && strchr(b.s, '\n') !=
		    strrchr(b.s, '\n'))
			put(p, arena_printf(r->arena, "registers/%s.csv",
			    k->name), &b);
		query_close(q);
		buf_done(&b);
		buf_done(&sql);
	}
	return rc;
}

/* Every record with prose of its own, as it stands in the repository. */
static void
put_documents(struct pack *p)
{
	struct run *r = p->run;

	for (size_t i = 0; i < r->model->len; i++) {
		const struct record *rec = r->model->records[i];
		struct buf b = BUF_INIT;

		if (rec->body == NULL || rec->kind->private)
			continue;
		buf_add(&b, rec->doc->text, rec->doc->len);
		put(p, arena_printf(r->arena, "records/%s", rec->doc->path),
		    &b);
	}
}

static void
put_findings(struct pack *p)
{
	struct diag_style st = { .lang = p->run->opt.lang };
	struct diag_summary sum;
	struct buf b = BUF_INIT;

	run_summary(p->run, &sum);
	diag_json(p->run->diags, &sum, &st, &b);
	put(p, "findings.json", &b);
}

/* What the history can prove, for whoever weighs the evidence. */
static struct json *
history_json(const struct run *r)
{
	struct json *j = json_new_object();
	const char *error, *key, *amount;
	struct query *q = query_open(r->store, "SELECT key, amount "
	    "FROM history_quality ORDER BY n", QUERY_OURS, &error);

	while (q != NULL && query_step(q) == 1) {
		key = query_get(q, "key");
		amount = query_get(q, "amount");
		if (amount != NULL && strspn(amount, "0123456789") ==
		    strlen(amount))
			json_set_int(j, key, strtoll(amount, NULL, 10));
		else
			json_set_str(j, key, amount);
	}
	query_close(q);
	return j;
}

/* What the PDFs were set in: the same files make the same pages. */
static struct json *
fonts_json(const struct run *r)
{
	struct json *list = json_new_array(), *j;
	char hex[65];

	for (size_t i = 0; i < r->font_len; i++) {
		if (hash_file(r->fonts[i].file, hex) != 0)
			continue;
		j = json_new_object();
		json_set_str(j, "family", r->fonts[i].family);
		json_set_str(j, "file", strrchr(r->fonts[i].file, '/') + 1);
		json_set_str(j, "sha256", hex);
		json_add(list, j);
	}
	return list;
}

static void
put_manifest(struct pack *p, bool draft)
{
	struct json *top = json_new_object(), *list = json_new_array(), *j;
	struct buf b = BUF_INIT;
	char hex[65];

	json_set_str(top, "made_by", "ismsc " ISMSC_VERSION);
	json_set_str(top, "organisation", p->run->config->name[LANG_EN]);
	json_set_str(top, "commit", p->run->commit[0] == '\0' ? NULL :
	    p->run->commit);
	json_set(top, "work_tree_clean", json_new_bool(!run_dirty(p->run)));
	json_set_str(top, "as_of", p->run->asof_text);
	json_set(top, "history_whole", json_new_bool(p->run->timelines !=
	    NULL && p->run->timelines->whole));
	json_set(top, "history_quality", history_json(p->run));
	json_set(top, "draft", json_new_bool(draft));
	json_set_int(top, "errors",
	    (long long)diags_count(p->run->diags, DIAG_ERROR));
	json_set_int(top, "warnings",
	    (long long)diags_count(p->run->diags, DIAG_WARNING));
	json_set(top, "fonts", fonts_json(p->run));
	for (size_t i = 0; i < p->len; i++) {
		j = json_new_object();
		hash_bytes(p->members[i].bytes, p->members[i].len, hex);
		json_set_str(j, "path", p->members[i].name);
		json_set_int(j, "bytes", (long long)p->members[i].len);
		json_set_str(j, "sha256", hex);
		json_add(list, j);
	}
	json_set(top, "files", list);
	json_dump(top, &b);
	put(p, "manifest.json", &b);
}

/* What `sha256sum -c` reads; last, so that it covers the manifest. */
static void
put_sums(struct pack *p)
{
	struct buf b = BUF_INIT;
	char hex[65];

	for (size_t i = 0; i < p->len; i++) {
		hash_bytes(p->members[i].bytes, p->members[i].len, hex);
		buf_addf(&b, "%s  %s\n", hex, p->members[i].name);
	}
	put(p, "SHA256SUMS", &b);
}

/* A final pack claims that all is well; anything else is a draft. */
static int
refuse(struct run *r)
{
	size_t errors = diags_count(r->diags, DIAG_ERROR), held = 0;

	for (size_t i = 0; i < diags_len(r->diags); i++)
		held += diags_at(r->diags, i)->held &&
		    diags_at(r->diags, i)->level == DIAG_ERROR;
	if (r->unable)
		return complain(EXIT_UNABLE, "%s", pick(r,
		    "history is not whole, so no pack can be made; "
		    "ismsc check says what mends it",
		    "履歴が完全でないため作成できません。"
		    "対処は ismsc check が表示します"));
	if (r->opt.draft)
		return EXIT_DONE;
	if (errors > 0)
		return complain(EXIT_FINDINGS, pick(r,
		    "%zu errors are open, so no final pack is made; "
		    "--draft makes one that says so",
		    "未解決のエラーが %zu 件あるため最終版は作成しません。"
		    "--draft で草案を作成できます"), errors);
	/* A start for check, which nobody approved: no auditor is told so. */
	if (held > 0)
		return complain(EXIT_FINDINGS, pick(r,
		    "no final pack is made while baseline.yaml holds errors "
		    "back (%zu); resolve or waive them, or use --draft",
		    "baseline.yaml で保留しているエラーが %zu 件あるため最終版は作成"
		    "しません。解決するか適用免除を記録するか、--draft を指定してください"),
		    held);
	if (run_dirty(r))
		return complain(EXIT_FINDINGS, "%s", pick(r,
		    "the work tree differs from the commit, so no final pack "
		    "is made; commit first, or use --draft",
		    "作業ツリーに未コミットの変更があるため最終版は作成しません。"
		    "コミットするか --draft を指定してください"));
	return EXIT_DONE;
}

int
cmd_pack(struct run *r)
{
	struct pack p = { r, NULL, 0 };
	const char *path = r->opt.output;
	struct buf b = BUF_INIT;
	int rc;

	if ((rc = compile(r)) != EXIT_DONE || (rc = refuse(r)) != EXIT_DONE)
		return rc;
	if (path == NULL)
		path = arena_printf(r->arena, "isms-%s.zip", r->asof_text);
	if ((rc = put_manual(&p)) != EXIT_DONE ||
	    (rc = put_registers(&p)) != EXIT_DONE)
		return rc;
	put_documents(&p);
	put_findings(&p);
	put_manifest(&p, r->opt.draft && (run_dirty(r) ||
	    diags_count(r->diags, DIAG_ERROR) > 0));
	put_sums(&p);
	if (zip_write(path, p.members, p.len, r->asof) != 0)
		return complain(EXIT_UNABLE, pick(r,
		    "%s cannot be written: %s", "%s を書き込めません: %s"),
		    path, strerror(errno));
	if (!r->opt.quiet)
		buf_addf(&b, "%s: %zu %s\n", path, p.len,
		    pick(r, "files", "ファイル"));
	return deliver(&b, EXIT_DONE);
}
