#include "tensor/kernels.h"

namespace casus {
namespace {

const Kernels& widest() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    return *avx512_kernels();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return *avx2_kernels();
#endif
  return *plain_kernels();
}

}  // namespace

const Kernels& kernels() {
  static const Kernels& chosen = widest();
  return chosen;
}

}  // namespace casus
