#ifndef CMD_MANUAL_H
#define CMD_MANUAL_H

#include "out/out.h"

struct run;

/*
 * Compile the book of a finished run into dir: dir/site/ and dir/manual.pdf.
 * dir must exist.  EXIT_DONE, or the status with the reason said; an earlier
 * output survives a failure.
 */
int manual_write(struct run *, const char *dir, struct out_meta *);

/* The site alone, into a folder that is there and empty. */
int site_write(struct run *, const char *dir);

/* The manual alone as a PDF, into a file. */
int paper_write(struct run *, const char *path);

/*
 * Judge the templates that the run would use; what is wrong becomes a
 * finding.  Later uses say nothing more.
 */
void template_check(struct run *);

/* For out_meta.file; data is the run.  What is wrong becomes a finding. */
const char *template_file(void *data, const char *name, size_t *len);

#endif
