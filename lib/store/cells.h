#ifndef STORE_CELLS_H
#define STORE_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * Rows of values, and for any column the rows by value.  Texts are not copied:
 * they live as long as the arena.  Rows count from 0.
 */
enum cell_type { CELL_NULL, CELL_TEXT, CELL_INT, CELL_REAL };

union cell_value {
	const char	*s;
	int64_t		 n;
	double		 d;
};

struct cell {
	union {
		const char	*s;
		int64_t		 n;
		double		 d;
		union cell_value value;
	};
	enum cell_type	 type;
};

/* Values first, behind them the type of each in a byte. */
typedef union cell_value *cell_row;

/* A cell of rows that are not kept here but worked out when asked for. */
typedef struct cell cells_reader(const void *data, size_t row,
    size_t column);

struct by_value;

struct cells {
	struct arena	*arena;
	size_t		 columns;
	cell_row	*rows;
	size_t		 len;
	cells_reader	*read;		/* then rows is NULL; or NULL */
	const void	*data;
	struct by_value	*by_value;	/* of each column; NULL until asked */
};

/* As many as there are columns. */
void cells_put(struct cells *, const struct cell *);
/* In the order of the bytes of a column of texts. */
void cells_sort(struct cells *, size_t column);
void cells_clear(struct cells *);

static inline struct cell
cells_at(const struct cells *c, size_t row, size_t column)
{
	struct cell cell;

	if (c->read != NULL)
		return c->read(c->data, row, column);
	cell.type = ((const unsigned char *)(c->rows[row] +
	    c->columns))[column];
	cell.value = c->rows[row][column];
	return cell;
}

/*
 * The rows of a column by its values, made when they are first asked for.
 * NULL when values of the column do not compare by plain equality: numbers
 * with fractions, or texts and numbers in one column.
 */
const struct by_value *cells_index(struct cells *, size_t column);
/* How many rows a value has that a row of the column has, on average. */
size_t cells_each(const struct by_value *);
bool cells_unique(const struct by_value *);
/* The type of all values; CELL_NULL when there are none. */
enum cell_type cells_kind(const struct by_value *);

/* The rows of a value, in their order. */
struct same_value {
	const uint32_t	*next;
	size_t		 len;
	uint32_t	 first;		/* counts from 1; 0: there is none */
};

/* The value has the column's type; a text is not kept. */
struct same_value cells_find(const struct cells *, size_t column,
    const struct cell *);

#endif
