#define CASUS_KERNELS_NAME "plain"
#define CASUS_KERNELS_FUNCTION plain_kernels
#define CASUS_KERNELS_REGISTER 16
#define CASUS_KERNELS_TILE 2
#include "tensor/kernels.inc"
