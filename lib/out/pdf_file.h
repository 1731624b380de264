#ifndef OUT_PDF_FILE_H
#define OUT_PDF_FILE_H

#include <stddef.h>
#include <stdint.h>

/*
 * The bytes of a PDF file: numbered objects, streams deflated, everything
 * else packed into object streams.  Knows nothing of books and pages.
 */

struct arena;
struct buf;
struct deflate;
struct pdf_file;

/* The deflate must live until the file is done. */
struct pdf_file *pdf_file_new(struct arena *, struct deflate *);
/* A number for an object that is written later, or never. */
unsigned pdf_file_id(struct pdf_file *);
/* The value of an object: everything added to the buffer until the end. */
struct buf *pdf_file_begin(struct pdf_file *, unsigned id);
void pdf_file_end(struct pdf_file *);
/* A stream with the entries of its dictionary in head ("/Type /X"). */
void pdf_file_stream(struct pdf_file *, unsigned id, const char *head,
    const void *data, size_t n);
/* Of bytes that deflate_all() made already. */
void pdf_file_squeezed_stream(struct pdf_file *, unsigned id, const char *head,
    const void *data, size_t n);
/* As it is: for metadata that others search for in the file. */
void pdf_file_plain_stream(struct pdf_file *, unsigned id, const char *head,
    const void *data, size_t n);
/* Ends the file; its bytes are appended.  The identifier is their hash. */
void pdf_file_done(struct pdf_file *, unsigned root, unsigned info,
    struct buf *out);

/* A character as hexadecimal UTF-16. */
void pdf_utf16(struct buf *, uint32_t);
/* A text string: any UTF-8. */
void pdf_text_string(struct buf *, const char *);
/* "12 0 R", which names an object. */
void pdf_object(struct buf *, unsigned id);
/* At most two decimals, no more digits than needed. */
void pdf_number(struct buf *, float);

#endif
