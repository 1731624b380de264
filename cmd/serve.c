#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "base/json.h"
#include "cmd/http.h"
#include "cmd/manual.h"
#include "cmd/run.h"
#include "history/history.h"
#include "history/odb.h"
#include "model/standard.h"

/*
 * The preview: one process that answers on the loopback address and looks at
 * the files between answers, and one child for each compilation, so that
 * whatever ends a compilation leaves the preview standing with the pages it
 * had.  It gives out files of one flat folder of its own and nothing else: a
 * library for HTTP would bring TLS, threads and the rest of the protocol,
 * which are more to be attacked than the little that is needed.
 */
#define PORT		4780u
#define CLIENTS		32
#define PATIENCE	10000		/* ms for a request, or its answer */
#define PRESS_PATIENCE	300000		/* ms for a PDF */
#define GLANCE		60		/* ms between looks at the files */
#define FAULT_MAX	((size_t)64 * 1024)
#define FILE_MAX	((size_t)64 * 1024 * 1024)
#define DEEPEST		32

struct client {
	int		 fd;		/* -1: free */
	char		 in[HTTP_REQUEST_MAX];
	size_t		 len, sent;
	struct buf	 out;
	long long	 until;
	bool		 waits, head;	/* for the PDF */
};

/* A child at work, and what it says. */
struct work {
	pid_t		 child;
	int		 pipe;		/* or -1 */
	struct buf	 says;
};

struct server {
	struct run	*run;
	unsigned	 port, build;
	int		 socket;
	struct work	 site, pdf;
	unsigned	 pressed;	/* the build whose PDF is there, or 0 */
	unsigned	 pressing;	/* the build that pdf is made of */
	char		 dir[64];	/* holds a folder a build */
	bool		 any;		/* a build has succeeded */
	unsigned	 shown;		/* the one given out */
	char		*said;		/* what the last one found wrong, or
					   NULL */
	uint64_t	 seen;		/* the files as last compiled */
	struct client	 clients[CLIENTS];
};

static volatile sig_atomic_t ended;

static void
end(int sig)
{
	(void)sig;
	ended = 1;
}

static long long
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
mix(uint64_t *h, uint64_t v)
{
	*h = (*h ^ v) * 1099511628211u;
	*h ^= *h >> 29;
}

/* The state of all files below a folder that a change of one changes. */
static void
look(const char *dir, uint64_t *h, int depth)
{
	DIR *d = opendir(dir);
	struct dirent *e;
	struct stat st;
	uint64_t one;
	char path[4096];
	const char *s;

	if (d == NULL)
		return;
	/* An output of ours changes with every build. */
	if (faccessat(dirfd(d), ".ismsc-output", F_OK, 0) == 0) {
		closedir(d);
		return;
	}
	while ((e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		if (snprintf(path, sizeof(path), "%s/%s", dir, e->d_name) >=
		    (int)sizeof(path) || lstat(path, &st) != 0)
			continue;
		one = 1469598103934665603u;
		for (s = path; *s != '\0'; s++)
			mix(&one, (unsigned char)*s);
		if (S_ISDIR(st.st_mode)) {
			if (depth < DEEPEST)
				look(path, h, depth + 1);
			continue;
		}
		mix(&one, (uint64_t)st.st_mtim.tv_sec);
		mix(&one, (uint64_t)st.st_mtim.tv_nsec);
		mix(&one, (uint64_t)st.st_size);
		mix(&one, (uint64_t)st.st_ino);
		/* Folders are read in any order. */
		*h += one;
	}
	closedir(d);
}

static uint64_t
look_all(const struct server *s)
{
	uint64_t h = 1;
	char path[4096];

	look(s->run->root, &h, 0);
	if (s->run->opt.templates != NULL)
		look(s->run->opt.templates, &h, 0);
	snprintf(path, sizeof(path), "%s/.git/logs", s->run->root);
	look(path, &h, 0);
	return h;
}

/*
 * The child: compile the site into a folder of its own, or the PDF into a
 * file; what it says goes up.
 */
static _Noreturn void
compile_child(struct server *s, int up, bool pdf)
{
	struct run run = { .commit = "", .opt = s->run->opt };
	char path[96];
	int rc;

	dup2(up, STDOUT_FILENO);
	dup2(up, STDERR_FILENO);
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	snprintf(path, sizeof(path), "%s/%u%s", s->dir,
	    pdf ? s->pressing : s->build, pdf ? ".pdf" : "");
	if (!pdf && mkdir(path, 0700) != 0)
		_exit(complain(EXIT_UNABLE, "%s: %s", path, strerror(errno)));
	run.arena = arena_new();
	run.opt.color = false;
	if ((rc = compile(&run)) == EXIT_DONE)
		rc = pdf ? paper_write(&run, path) : site_write(&run, path);
	fflush(NULL);
	_exit(rc);
}

static bool
start_work(struct server *s, struct work *w)
{
	int fd[2];

	if (pipe2(fd, O_CLOEXEC) != 0)
		return false;
	buf_clear(&w->says);
	fflush(NULL);
	w->child = fork();
	if (w->child == 0)
		compile_child(s, fd[1], w == &s->pdf);
	close(fd[1]);
	if (w->child < 0) {
		close(fd[0]);
		return false;
	}
	w->pipe = fd[0];
	return true;
}

/* What the child says; true at its end, with its status. */
static bool
read_work(struct work *w, int *status)
{
	char part[4096];
	ssize_t n = read(w->pipe, part, sizeof(part));

	*status = 0;
	if (n < 0 && errno == EINTR)
		return false;
	if (n > 0) {
		if (w->says.len < FAULT_MAX)
			buf_add(&w->says, part, (size_t)n);
		return false;
	}
	close(w->pipe);
	w->pipe = -1;
	while (waitpid(w->child, status, 0) < 0 && errno == EINTR)
		continue;
	return true;
}

static void
drop(const struct server *s, unsigned build)
{
	char dir[96];

	snprintf(dir, sizeof(dir), "%s/%u", s->dir, build);
	fs_remove(dir);
}

static bool
went_well(int status)
{
	return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_DONE;
}

/* At the end of a compilation: its pages, and what is wrong. */
static void
read_build(struct server *s)
{
	struct work *w = &s->site;
	const char *why = NULL;
	int status;

	if (!read_work(w, &status))
		return;
	if (went_well(status)) {
		if (s->any)
			drop(s, s->shown);
		s->shown = s->build;
		s->any = true;
	} else {
		drop(s, s->build);
		why = pick(s->run, "the compilation ended before its time",
		    "生成が途中で終了しました");
	}
	free(s->said);
	s->said = NULL;
	if (w->says.len > 0)
		why = w->says.s;
	if (why != NULL && (s->said = strdup(why)) == NULL)
		arena_exhausted();
	if (why != NULL && !s->run->opt.quiet)
		fprintf(stderr, "%s", why);
}

static void
answer(struct client *c, int status, const char *type, const char *body,
    size_t len, bool head)
{
	http_head(&c->out, status, type, len);
	if (!head)
		buf_add(&c->out, body, len);
}

static void
answer_text(struct client *c, int status, bool head)
{
	char text[16];
	int n = snprintf(text, sizeof(text), "%d\n", status);

	answer(c, status, "text/plain; charset=utf-8", text, (size_t)n, head);
}

/* Which pages are shown, and what is wrong now. */
static void
answer_live(const struct server *s, struct client *c, bool head)
{
	struct json *j = json_new_object();
	struct buf b = BUF_INIT;

	json_set_int(j, "build", s->any ? (long long)s->shown : 0);
	json_set_str(j, "fault", s->said == NULL ? "" : s->said);
	json_dump(j, &b);
	answer(c, 200, "application/json", b.s, b.len, head);
	buf_done(&b);
}

/* Before the first page there is one that waits for it. */
static const char waiting[] =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
    "<title>ismsc</title></head><body><main><h1>ismsc</h1><p>\xe2\x80\xa6"
    "</p></main></body></html>\n";

/* A page that is gone or has another name; it may come back. */
static const char missing[] =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
    "<meta name=\"viewport\" content=\"width=device-width\">"
    "<title>404 \xe2\x80\x93 ismsc</title>"
    "<link rel=\"stylesheet\" href=\"/style.css\"></head><body>"
    "<main id=\"Content\"><h1>There is no such page</h1>"
    "<p>The record may have another id, or its chapter may be left out.</p>"
    "<p lang=\"ja\">このページはありません。識別子が変わったか、"
    "章が省かれている可能性があります。</p>"
    "<p><a href=\"/\">Home / <span lang=\"ja\">ホーム</span></a></p>"
    "</main></body></html>\n";

/* The page as it is, but that it may ask whether it is out of date. */
static void
answer_page(struct client *c, int status, const char *s, size_t len,
    bool head)
{
	static const char policy[] = "content=\"default-src 'none'; ",
	    script[] = "<script src=\"/live.js\"></script>\n";
	const char *at, *end = s + len;
	struct buf b = BUF_INIT;

	if ((at = memmem(s, len, policy, sizeof(policy) - 1)) != NULL) {
		at += sizeof(policy) - 1;
		buf_add(&b, s, (size_t)(at - s));
		buf_adds(&b, "connect-src 'self'; ");
		s = at;
	}
	if ((at = memmem(s, (size_t)(end - s), "</head>", 7)) != NULL) {
		buf_add(&b, s, (size_t)(at - s));
		buf_adds(&b, script);
		s = at;
	}
	buf_add(&b, s, (size_t)(end - s));
	answer(c, status, http_type(".html"), b.s, b.len, head);
	buf_done(&b);
}

/* The manual on paper, as of the pages that are shown. */
static void
answer_pdf(struct server *s, struct client *c)
{
	struct buf b = BUF_INIT;
	char path[96];

	c->waits = false;
	snprintf(path, sizeof(path), "%s/%u.pdf", s->dir, s->pressed);
	if (s->pressed == 0 || fs_read(path, FILE_MAX, &b) != 0)
		answer(c, 503, "text/plain; charset=utf-8",
		    s->pdf.says.len > 0 ? s->pdf.says.s : "503\n",
		    s->pdf.says.len > 0 ? s->pdf.says.len : 4, c->head);
	else
		answer(c, 200, http_type(path), b.s, b.len, c->head);
	buf_done(&b);
	c->until = now() + PATIENCE;
}

/* Made when it is asked for; whoever asks meanwhile waits for the same. */
static void
want_pdf(struct server *s, struct client *c, bool head)
{
	c->head = head;
	c->waits = true;
	c->until = now() + PRESS_PATIENCE;
	if (s->pressed != 0 && s->pressed == s->shown)
		answer_pdf(s, c);
	else if (s->pdf.pipe < 0) {
		s->pressing = s->shown;
		if (!start_work(s, &s->pdf))
			answer_pdf(s, c);
	}
}

static void
read_pdf(struct server *s)
{
	char path[96];
	int status;

	if (!read_work(&s->pdf, &status))
		return;
	if (s->pressed != 0) {
		snprintf(path, sizeof(path), "%s/%u.pdf", s->dir, s->pressed);
		fs_remove(path);
	}
	s->pressed = went_well(status) ? s->pressing : 0;
	for (size_t i = 0; i < CLIENTS; i++)
		if (s->clients[i].fd >= 0 && s->clients[i].waits)
			answer_pdf(s, &s->clients[i]);
}

/* A file of the site. */
static void
answer_file(const struct server *s, struct client *c,
    const struct http_request *q, const char *name)
{
	const bool page = strcmp(http_type(name), http_type(".html")) == 0;
	struct buf b = BUF_INIT;
	char path[400];

	snprintf(path, sizeof(path), "%s/%u/%s", s->dir, s->shown, name);
	if (s->any && fs_read(path, FILE_MAX, &b) == 0) {
		if (page)
			answer_page(c, 200, b.s, b.len, q->head);
		else
			answer(c, 200, http_type(name), b.s, b.len, q->head);
	} else if (page) {
		snprintf(path, sizeof(path), "%s/%u/404.html", s->dir,
		    s->shown);
		if (s->any && fs_read(path, FILE_MAX, &b) == 0)
			answer_page(c, 404, b.s, b.len, q->head);
		else
			answer_page(c, 404, missing,
			    sizeof(missing) - 1, q->head);
	} else {
		answer_text(c, 404, q->head);
	}
	buf_done(&b);
}

static void
answer_request(struct server *s, struct client *c)
{
	struct http_request q;
	const char *name, *js;
	size_t len;

	http_read(&q, c->in, c->len, s->port);
	name = q.name[0] == '\0' ? "index.html" : q.name;
	if (q.status != 200) {
		answer_text(c, q.status, q.head);
	} else if (strcmp(name, "live") == 0) {
		answer_live(s, c, q.head);
	} else if (strcmp(name, "live.js") == 0) {
		js = embed_get("templates/live.js", &len);
		answer(c, 200, http_type(name), js, len, q.head);
	} else if (s->any && strcmp(name, "manual.pdf") == 0) {
		want_pdf(s, c, q.head);
		return;
	} else if (!s->any && strcmp(name, "index.html") == 0) {
		answer_page(c, 200, waiting, sizeof(waiting) - 1,
		    q.head);
	} else {
		answer_file(s, c, &q, name);
	}
	c->until = now() + PATIENCE;
}

static void
leave(struct client *c)
{
	close(c->fd);
	c->fd = -1;
	buf_done(&c->out);
}

static void
take(struct server *s)
{
	int fd = accept4(s->socket, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
	struct client *c;

	if (fd < 0)
		return;
	for (c = s->clients; c < s->clients + CLIENTS && c->fd >= 0; c++)
		continue;
	if (c == s->clients + CLIENTS) {
		close(fd);
		return;
	}
	memset(c, 0, sizeof(*c));
	c->fd = fd;
	c->until = now() + PATIENCE;
}

static void
hear(struct server *s, struct client *c)
{
	ssize_t n = recv(c->fd, c->in + c->len, sizeof(c->in) - c->len, 0);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0) {
		leave(c);
		return;
	}
	c->len += (size_t)n;
	if (http_whole(c->in, c->len))
		answer_request(s, c);
	else if (c->len == sizeof(c->in))
		answer_text(c, 431, false);
}

static void
speak(struct client *c)
{
	ssize_t n = send(c->fd, c->out.s + c->sent, c->out.len - c->sent,
	    MSG_NOSIGNAL);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n > 0)
		c->sent += (size_t)n;
	if (n <= 0 || c->sent == c->out.len)
		leave(c);
}

/* One turn: whoever has something to say or to hear, for a moment. */
static void
turn(struct server *s)
{
	struct pollfd p[CLIENTS + 3];
	struct client *c;
	size_t i;

	for (i = 0; i < CLIENTS; i++) {
		c = &s->clients[i];
		if (c->fd >= 0 && now() > c->until)
			leave(c);
		p[i].fd = c->fd;
		p[i].events = c->out.len > 0 ? POLLOUT : POLLIN;
		/* Who waits is heard only when he goes. */
		if (c->waits)
			p[i].events = POLLRDHUP;
		p[i].revents = 0;
	}
	p[CLIENTS] = (struct pollfd){ s->socket, POLLIN, 0 };
	p[CLIENTS + 1] = (struct pollfd){ s->site.pipe, POLLIN, 0 };
	p[CLIENTS + 2] = (struct pollfd){ s->pdf.pipe, POLLIN, 0 };
	if (poll(p, CLIENTS + 3, GLANCE) <= 0)
		return;
	for (i = 0; i < CLIENTS; i++) {
		c = &s->clients[i];
		if (c->fd < 0 || p[i].revents == 0)
			continue;
		if (c->waits)
			leave(c);
		else if (c->out.len > 0)
			speak(c);
		else
			hear(s, c);
	}
	if (p[CLIENTS + 1].revents != 0)
		read_build(s);
	if (p[CLIENTS + 2].revents != 0)
		read_pdf(s);
	if (p[CLIENTS].revents != 0)
		take(s);
}

static int
open_socket(struct server *s)
{
	struct sockaddr_in a = { .sin_family = AF_INET };
	const char *text = s->run->opt.port;
	int one = 1;
	char *stop;
	unsigned long port = PORT;

	if (text != NULL) {
		port = strtoul(text, &stop, 10);
		if (*text < '0' || *text > '9' || *stop != '\0' || port < 1 ||
		    port > 65535)
			return complain(EXIT_USAGE, pick(s->run,
			    "--port takes a number from 1 to 65535, not '%s'",
			    "--port は 1 から 65535 の数です: '%s'"), text);
	}
	s->port = (unsigned)port;
	a.sin_port = htons((uint16_t)port);
	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	s->socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK |
	    SOCK_CLOEXEC, 0);
	if (s->socket < 0 || setsockopt(s->socket, SOL_SOCKET, SO_REUSEADDR,
	    &one, sizeof(one)) != 0 ||
	    bind(s->socket, (struct sockaddr *)&a, sizeof(a)) != 0 ||
	    listen(s->socket, 16) != 0)
		return complain(EXIT_UNABLE, pick(s->run,
		    "port %u of 127.0.0.1 cannot be used: %s; "
		    "try another with --port",
		    "127.0.0.1 のポート %u を使えません: %s。"
		    "--port で別のポートを指定してください"), s->port,
		    strerror(errno));
	return EXIT_DONE;
}

/* What each compilation would have to do first, done once for all of them. */
static void
make_ready(struct server *s)
{
	const char *why[LANG_COUNT];
	struct arena *a = arena_new();
	struct repo *r = repo_open(a, s->run->root, why);

	if (r != NULL) {
		odb_start();
		repo_close(r);
	}
	arena_done(a);
}

static void
watch(struct server *s)
{
	long long next = 0;
	uint64_t h;

	while (!ended) {
		if (s->site.pipe < 0 && now() >= next) {
			h = look_all(s);
			if (h != s->seen) {
				s->seen = h;
				s->build++;
				start_work(s, &s->site);
				if (s->build == 1)
					make_ready(s);
			}
			next = now() + GLANCE;
		}
		turn(s);
	}
}

static void
end_work(struct work *w)
{
	if (w->pipe < 0)
		return;
	kill(w->child, SIGKILL);
	waitpid(w->child, NULL, 0);
}

/* Where the pages lie: in memory where the system has a folder for that. */
static const char *
place(void)
{
	const char *tmp = getenv("TMPDIR");

	if (tmp != NULL && *tmp == '/' && strlen(tmp) <= 30)
		return tmp;
	return access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
}

int
cmd_serve(struct run *r)
{
	static struct server s;
	struct sigaction act = { .sa_handler = end };
	int rc;

	s.run = r;
	s.socket = s.site.pipe = s.pdf.pipe = -1;
	for (size_t i = 0; i < CLIENTS; i++)
		s.clients[i].fd = -1;
	if ((r->root = find_root(r->arena, r->opt.dir)) == NULL)
		return complain(EXIT_USAGE, "%s", pick(r,
		    "there is no isms.yaml here or in a folder above",
		    "このフォルダーにも上位のフォルダーにも isms.yaml がありません"));
	if ((rc = open_socket(&s)) != EXIT_DONE)
		return rc;
	snprintf(s.dir, sizeof(s.dir), "%s/ismsc-serve-XXXXXX", place());
	if (mkdtemp(s.dir) == NULL)
		return complain(EXIT_UNABLE, "%s: %s", s.dir,
		    strerror(errno));
	sigaction(SIGINT, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
	printf("http://127.0.0.1:%u/\n", s.port);
	fflush(stdout);
	watch(&s);
	end_work(&s.site);
	end_work(&s.pdf);
	fs_remove(s.dir);
	return 130;
}
