// libcmark, the reference parser of CommonMark (Debian: libcmark-dev).
#include <cmark.h>
