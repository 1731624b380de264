#ifndef STORE_HEAP_H
#define STORE_HEAP_H

/*
 * SQLite's memory, as it wants it: small pieces in great number, soon given
 * back, by one thread.  To be called before the first connection; later, and
 * under a sanitizer, it changes nothing.
 */
void heap_use(void);

#endif
