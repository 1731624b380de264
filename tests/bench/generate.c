/*
 * generate RECORDS COMMITS FOLDER [SEED] | git fast-import: the repository of
 * an ISMS that has been kept for years, on top of the files of a folder.  The
 * same numbers give the same commits.
 *
 * One to three records change in a commit: due dates slip, states and owners
 * change, prose grows; 2 of 100 commits rename, 1 deletes, 10 of 100 are
 * merges of a branch of one or two commits (6 of 100 of them with both sides
 * in one record), rarely a hand-over changes 30 to 200 records at once.  Some
 * clocks run backwards.  No folder holds more than 250 files.
 */
#define _XOPEN_SOURCE 700
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define START	1420070400L		/* 2015-01-01 */
#define SPAN	(86400L * 365 * 10)
#define FOLDER	250

static uint64_t seed = 27001;

static unsigned
dice(unsigned n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

struct kind {
	const char	*name, *prefix, *folder;
	unsigned	 share;		/* of 100 records */
	const char	*states[4];
	const char	*due;		/* what its day is called */
	const char	*fields;	/* what it needs besides */
};

static const struct kind kinds[] = {
	{ "risk", "RSK", "risks", 25, { "open", "open", "assessed",
	    "assessed" }, "review_due", "method: event\n"
	    "event: a laptop is lost\nconsequence: data is read\n"
	    "cia: [C, I]\ncriteria: \"1.0\"\nassessed_on: 2026-03-01\n" },
	{ "corrective_action", "CA", "improvement", 20, { "open", "open",
	    "open", "open" }, "due", "ncr: NCR-0001\n"
	    "action: change the procedure\nimplementer: PER-0001\n" },
	{ "asset", "AST", "assets", 20, { "active", "active", "active",
	    "active" }, "review_due", "asset_type: information\n"
	    "location: cloud\nc: 2\ni: 2\na: 1\n"
	    "classification: internal\n" },
	{ "incident", "INC", "incidents", 15, { "reported", "triaged",
	    "reported", "triaged" }, "review_due", "class: event\n"
	    "detected_on: 2015-02-10\nreported_on: 2015-02-11\n"
	    "reported_by: PER-0002\npii: false\n" },
	{ "objective", "OBJ", "objectives", 5, { "draft", "draft", "draft",
	    "draft" }, "due", "policy: DOC-0001\nmeasure: tickets\n"
	    "unit: count\ndirection: up\nperiod: year\n"
	    "start: 2015-03-01\nactions: [train, measure]\n"
	    "resources: two days\nevaluation: at the review\n" },
	{ "document", "DOC", "documents", 10, { "draft", "review", "draft",
	    "review" }, "review_due", "doc_type: procedure\n"
	    "version: \"0.1\"\nclassification: internal\n"
	    "prepared_by: PER-0001\nreview_every: P1Y\n"
	    "retention: 3 years\nchanges:\n- {version: \"0.1\", "
	    "date: 2015-02-01, by: PER-0001, summary: first draft}\n" },
	{ "risk_treatment", "RTP", "treatments", 5, { "planned", "planned",
	    "planned", "planned" }, "due", "risks: [RSK-1001]\n"
	    "option: modify\naction: encrypt the disks\n" },
};
#define KINDS	(sizeof(kinds) / sizeof(*kinds))

struct state {
	unsigned	status, owner, due, score, edits, renames;
};

struct record {
	const struct kind	*kind;
	unsigned		 number;
	struct state		 now;
	int			 alive, dirty;
};

static struct record *records;
static unsigned len, marks, commits;
static const char *const people[] = { "Aoki Hanako", "Bando Ken",
    "Chiba Rei", "Doi Mari", "Eto Jun", "Fukuda Sho", "Goto Yui",
    "Hara Taku" };
#define PEOPLE	(sizeof(people) / sizeof(*people))

static const char *const words[] = { "access", "review", "supplier", "backup",
    "policy", "the", "register", "of", "evidence", "owner", "shall", "be",
    "kept", "for", "each", "system", "within", "thirty", "days", "after",
    "change", "and", "reported", "to", "committee", "risk", "treatment",
    "incident", "continuity", "network", "segment", "credential" };

static void
day(char out[16], unsigned n)
{
	snprintf(out, 16, "%04u-%02u-%02u", 2027 + n / 336, n / 28 % 12 + 1,
	    n % 28 + 1);
}

static void
path(char *out, size_t size, const struct record *r, const struct state *s)
{
	snprintf(out, size, "%s/%02u/%s-%u-%s%s.md", r->kind->folder,
	    r->number / FOLDER, r->kind->prefix, r->number,
	    words[r->number % 32], s->renames == 0 ? "" :
	    words[s->renames % 32]);
}

/* Prose of a few paragraphs, each decided by its number and its edits. */
static size_t
prose(char *out, const struct record *r, const struct state *s)
{
	uint64_t keep = seed;
	char *p = out;
	unsigned n;

	seed = (uint64_t)r->number * 7919 + (uint64_t)(r->kind - kinds);
	n = r->kind->name[0] == 'd' ? 12 + dice(20) : 2 + dice(4);
	for (unsigned i = 0; i < n; i++) {
		seed = (uint64_t)r->number * 104729 + i * 31 +
		    (i == s->edits % n ? s->edits * 1000003 : 0);
		p += sprintf(p, "\n## Part %u\n\n", i + 1);
		for (unsigned w = 30 + dice(50); w > 0; w--)
			p += sprintf(p, "%s%s", words[dice(32)],
			    w % 12 == 1 ? ".\n" : " ");
		if (i % 5 == 3)
			p += sprintf(p, "\n| item | state |\n| --- | --- |\n"
			    "| %s | %s |\n", words[dice(32)], words[dice(32)]);
	}
	seed = keep;
	return (size_t)(p - out);
}

static void
file(const struct record *r, const struct state *s)
{
	static char text[64 * 1024];
	unsigned likely = s->score % 3 + 1, impact = s->score / 3 % 3 + 1;
	char name[256], due[16], *p = text;

	path(name, sizeof(name), r, s);
	day(due, s->due);
	p += sprintf(p, "---\nid: %s-%u\nkind: %s\ntitle: %s %s %u\n"
	    "status: %s\nowner: PER-%04u\ncreated: 2015-02-%02u\n",
	    r->kind->prefix, r->number, r->kind->name,
	    words[r->number % 32], words[r->number % 29], r->number,
	    r->kind->states[s->status], s->owner % 4 + 1, r->number % 28 + 1);
	p += sprintf(p, "%s: %s\ntags: [%s, %s]\n%s",
	    r->kind->due, due, words[r->number % 7], words[r->number % 11],
	    r->kind->fields);
	if (strcmp(r->kind->name, "risk") == 0)
		p += sprintf(p, "likelihood: %u\nimpact: %u\nlevel: %s\n",
		    likely, impact, likely * impact <= 2 ? "low" :
		    likely * impact <= 4 ? "medium" : "high");
	else if (r->kind->name[0] == 'o')
		p += sprintf(p, "target: %u\nmeasurements:\n"
		    "- {period: FY2016, date: 2017-02-01, value: %u.5, "
		    "by: PER-0001}\n- {period: FY2017, date: 2018-02-01, "
		    "value: %u, by: PER-0002}\n", s->score + 2, s->score,
		    s->score + 1);
	p += sprintf(p, "---\n\nSee [[AST-%u]].\n", 1001 + r->number % 97);
	p += prose(p, r, s);
	printf("M 100644 inline %s\ndata %zu\n%s\n", name,
	    (size_t)(p - text), text);
}

static void
drop(const struct record *r, const struct state *s)
{
	char name[256];

	path(name, sizeof(name), r, s);
	printf("D %s\n", name);
}

static void
commit(const char *branch, unsigned from, unsigned merge, const char *says)
{
	long when = START + (long)((double)marks / commits * SPAN);
	const char *who = people[dice(PEOPLE)], *by = people[dice(PEOPLE)];
	long wrote = when - (dice(10) == 0 ? (long)dice(400000) : 0);

	if (dice(200) == 0)
		when -= 200000;
	printf("commit refs/heads/%s\nmark :%u\n", branch, ++marks);
	printf("author %s <%c%u@example.com> %ld +0900\n", who, who[0],
	    (unsigned)strlen(who), wrote);
	printf("committer %s <%c%u@example.com> %ld +0900\n", by, by[0],
	    (unsigned)strlen(by), when);
	printf("data %zu\n%s\n", strlen(says), says);
	if (from != 0)
		printf("from :%u\n", from);
	if (merge != 0)
		printf("merge :%u\n", merge);
}

static void
touch(struct state *s)
{
	switch (dice(8)) {
	case 0: case 1: case 2: s->due += dice(60); break;
	case 3: s->status = (s->status + 1) % 4; break;
	case 4: s->owner = dice(30); break;
	case 5: s->score = dice(25); break;
	default: s->edits++; break;
	}
}

static struct record *
pick(void)
{
	struct record *r;

	do
		r = &records[dice(len)];
	while (!r->alive || r->dirty);
	return r;
}

static unsigned
ordinary(unsigned tip)
{
	unsigned n = dice(100), many;
	struct state old;
	struct record *r;

	if (n < 2) {
		r = pick();
		old = r->now;
		r->now.renames++;
		commit("main", tip, 0, "Rename a record\n");
		drop(r, &old);
		file(r, &r->now);
	} else if (n == 2) {
		r = pick();
		commit("main", tip, 0, "Remove or restore a record\n");
		drop(r, &r->now);
		r->alive = 0;
	} else {
		many = dice(1500) == 0 ? 30 + dice(170) : 1 + dice(3);
		if (many > len / 4)
			many = len / 4;
		commit("main", tip, 0, many > 3 ? "Hand over\n" :
		    "Update records\n");
		for (; many > 0; many--) {
			r = pick();
			touch(&r->now);
			file(r, &r->now);
		}
	}
	/* What was removed comes back, so that the number stays. */
	for (r = records; n == 2 && r < records + len; r++)
		if (!r->alive && dice(2) == 0) {
			r->alive = 1;
			file(r, &r->now);
		}
	printf("\n");
	return marks;
}

static unsigned
branch(unsigned tip)
{
	unsigned topic = tip, n = 1 + dice(2), main_commits = 1 + dice(6);
	struct record *r = pick();
	struct state side = r->now, base = r->now;

	for (; n > 0; n--) {
		touch(&side);
		commit("topic", topic, 0, "Work on a branch\n");
		file(r, &side);
		printf("\n");
		topic = marks;
	}
	r->dirty = dice(100) >= 6;
	if (!r->dirty) {
		r->now.edits++;
		commit("main", tip, 0, "Edit the same record\n");
		file(r, &r->now);
		printf("\n");
		tip = marks;
	}
	for (r->dirty = 1; main_commits > 0; main_commits--)
		tip = ordinary(tip);
	r->dirty = 0;
	side.edits += r->now.edits - base.edits;
	r->now = side;
	commit("main", tip, topic, "Merge branch 'topic'\n");
	file(r, &r->now);
	printf("\n");
	return marks;
}

/* A file of the ISMS that it all stands on. */
static const char *base;

static int
copy(const char *name, const struct stat *st, int type, struct FTW *at)
{
	static char text[1024 * 1024];
	FILE *f;
	size_t n;

	(void)st;
	(void)at;
	if (type != FTW_F)
		return 0;
	if ((f = fopen(name, "r")) == NULL)
		return 1;
	n = fread(text, 1, sizeof(text), f);
	fclose(f);
	printf("M 100644 inline %s\ndata %zu\n", name + strlen(base) + 1, n);
	fwrite(text, 1, n, stdout);
	printf("\n");
	return 0;
}

int
main(int argc, char **argv)
{
	unsigned tip, at = 0;

	if (argc < 4)
		return 2;
	len = (unsigned)atoi(argv[1]);
	commits = (unsigned)atoi(argv[2]);
	if (argc > 4)
		seed = strtoull(argv[4], NULL, 10);
	records = calloc(len, sizeof(*records));
	if (records == NULL || len < 20)
		return 2;
	for (size_t k = 0; k < KINDS; k++)
		for (unsigned n = k + 1 == KINDS ? len - at :
		    len * kinds[k].share / 100, i = 0; i < n; i++, at++) {
			records[at].kind = &kinds[k];
			records[at].number = 1001 + i;
			records[at].alive = 1;
			records[at].now.due = dice(600);
			records[at].now.owner = dice(30);
			records[at].now.score = dice(25);
		}
	commit("main", 0, 0, "Begin\n");
	base = argv[3];
	if (nftw(base, copy, 8, FTW_PHYS) != 0)
		return 1;
	for (at = 0; at < len; at++)
		file(&records[at], &records[at].now);
	printf("\n");
	for (tip = marks; marks < commits;)
		tip = dice(9) == 0 ? branch(tip) : ordinary(tip);
	printf("reset refs/heads/main\nfrom :%u\n\n", tip);
	return 0;
}
