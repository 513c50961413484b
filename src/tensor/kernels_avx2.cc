#define CASUS_KERNELS_NAME "avx2"
#define CASUS_KERNELS_FUNCTION avx2_kernels
#define CASUS_KERNELS_REGISTER 32
#define CASUS_KERNELS_TILE 4
#include "tensor/kernels.inc"
