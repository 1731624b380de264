#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "out/html.h"
#include "out/ics.h"
#include "out/out.h"

/* The calendars of the book, a file each; links find them by their anchors. */
int
html_calendars(struct html *h, const char *dir)
{
	const struct out_meta *m = h->meta;
	struct map *taken = map_new(h->arena);
	struct buf b = BUF_INIT;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < m->calendar_len; i++) {
		const struct out_calendar *c = &m->calendars[i];
		const char *name = html_name(h, taken, c->name, "ics");

		buf_clear(&b);
		ics_begin(&b, c->title);
		for (size_t k = 0; k < c->len; k++)
			ics_event(&b, &c->events[k]);
		ics_end(&b);
		map_put(h->files, c->anchor, (char *)name);
		rc = html_file(h, dir, name, b.s, b.len);
	}
	buf_done(&b);
	return rc;
}
