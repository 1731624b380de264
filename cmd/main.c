#include <stdio.h>

int
main(void)
{
	puts("ismsc " ISMSC_VERSION);
	return 0;
}
