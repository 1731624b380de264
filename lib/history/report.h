#ifndef HISTORY_REPORT_H
#define HISTORY_REPORT_H

struct walk;

/* What the walk found wrong with the history itself, as findings. */
void history_report(struct walk *);

#endif
