#define CASUS_KERNELS_NAME "avx512"
#define CASUS_KERNELS_FUNCTION avx512_kernels
#define CASUS_KERNELS_REGISTER 64
#define CASUS_KERNELS_TILE 8
#include "tensor/kernels.inc"
