#ifndef BASE_LATE_H
#define BASE_LATE_H

#include <stddef.h>

/*
 * A library that few runs need is loaded by the run that needs it: most of
 * the time that a program takes to start goes into libraries.  Its home folder
 * lists the functions that it calls, in one place:
 *
 *	#define FUNCTIONS(F) F(git_odb_open) F(git_odb_free)
 *	static struct { FUNCTIONS(LATE_MEMBER) } git2;
 *	static const char *const names[] = { FUNCTIONS(LATE_NAME) };
 *
 * and calls late_load() before the first of them.  LATE_* are the file names
 * that the linker would have written down; the Makefile asks it for them.
 */
#define LATE_MEMBER(name)	__typeof__(name) *name;
#define LATE_NAME(name)		#name,
#define LATE_COUNT(names)	(sizeof(names) / sizeof(*(names)))

/*
 * Fill a struct of n pointers to functions.  A library that is not there ends
 * the program with one line on standard error and status 3, as exhausted
 * memory does.  It stays loaded.
 */
void late_load(const char *file, const char *const names[], size_t n,
    void *table);

#endif
