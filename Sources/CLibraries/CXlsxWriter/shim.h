// libxlsxwriter 1.1.4 (Debian: libxlsxwriter-dev).
#include <xlsxwriter.h>
