// What glibc declares for _GNU_SOURCE only or in malloc.h, and Swift therefore does not see.
#ifndef ZHINAN_CLINUX_H
#define ZHINAN_CLINUX_H

int syncfs(int descriptor);
int malloc_trim(unsigned long kept);

#endif
