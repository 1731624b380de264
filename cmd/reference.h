#ifndef CMD_REFERENCE_H
#define CMD_REFERENCE_H

#include "model/say.h"

struct run;

/*
 * What explain and schema speak of: the standard and the kinds.  Inside an
 * ISMS its own, with the kinds and fields of its isms.yaml; elsewhere those
 * of the first standard in the program.  Fills run.standard and, inside a
 * readable ISMS, run.config.
 */
int reference(struct run *, struct say *);

#endif
