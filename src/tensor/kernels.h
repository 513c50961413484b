// The encoder's arithmetic beside matrix products, compiled for several instruction sets; reference.h says the same in plain loops.
#pragma once

#include <cstddef>
#include <cstdint>

namespace casus {

// A row of floats as bytes: value = (byte - zero) * step.
struct ByteScale {
  float step;
  std::int32_t zero;
};

// All matrices are row-major and contiguous. Every row's result depends on that row alone, to the bit.
struct Kernels {
  const char* name;

  // out[i] = values[i] * scale
  void (*dequantise)(const std::int8_t* values, float scale, std::size_t count, float* out);

  // Each row of x [rows, columns] as bytes 0 to `levels` over its own range of values, 0 among them.
  void (*to_bytes)(const float* x, std::size_t rows, std::size_t columns, std::int32_t levels, std::uint8_t* bytes, ByteScale* scales);

  // y = x W^T + bias from the sums [rows, columns] of x's bytes times W's, with W's scales and the sums of its bytes, each [columns];
  // then, if asked for, GELU.
  void (*from_sums)(const std::int32_t* sums, std::size_t rows, std::size_t columns, const ByteScale* scales, const float* weight_scales,
                    const std::int32_t* weight_sums, const float* bias, bool with_gelu, float* y);

  // Each row of x [rows, columns] becomes (x + y - mean) / sqrt(variance + eps) * weight + bias; y may be null.
  void (*add_and_normalise)(float* x, const float* y, std::size_t rows, std::size_t columns, const float* weight, const float* bias,
                            float eps);

  // x = x / 2 * (1 + erf(x / sqrt 2)), within 2e-6
  void (*gelu)(float* x, std::size_t count);

  // Each row becomes exp(x) / sum of exp(x).
  void (*softmax)(float* x, std::size_t rows, std::size_t columns);

  // a . b
  float (*dot)(const float* a, const float* b, std::size_t count);

  // Self-attention of one window, every piece to all. `qkv` [pieces, 3 * hidden]: query, key, value, each `heads` parts of `size`
  // (a multiple of 16; hidden = heads * size). out [pieces, hidden]. `work`: attention_work(pieces, size) floats.
  void (*attend)(const float* qkv, std::size_t pieces, std::size_t heads, std::size_t size, float* out, float* work);
};

// For each kind of processor one set; plain code everywhere.
const Kernels* plain_kernels();
const Kernels* avx2_kernels();
const Kernels* avx512_kernels();

// The widest set that this processor has.
const Kernels& kernels();

inline constexpr std::size_t kLanes = 16;     // columns of attention worked on at once
inline constexpr std::size_t kQueryRows = 8;  // queries worked on at once, a multiple of every set's tile
inline constexpr std::size_t padded(std::size_t count) { return (count + kLanes - 1) / kLanes * kLanes; }
inline constexpr std::size_t attention_work(std::size_t pieces, std::size_t size) {
  return size * padded(pieces) + kQueryRows * padded(pieces) + 2 * kQueryRows * size;
}

}  // namespace casus
