// libharu 2.3.0 (Debian: libhpdf-dev), with the object layer that its main header brings along.
#include <hpdf.h>
