// Matrix products by oneDNN: y = x W^T for blocks of rows, in float32 or in bytes with exact 32-bit sums.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "tensor/scratch.h"

namespace casus {

// Rows are multiplied in blocks of this many, the last one filled up: with one shape of product a row's floats never depend on how many
// others stand beside it. (oneDNN chooses its ways by shape.) Sums of bytes are exact in any shape, so a rest is filled up less.
inline constexpr std::size_t kRowBlock = 96;
inline constexpr std::size_t kSmallBlock = 16;

// oneDNN starts threads by OpenMP; while a guard lives, the calling thread works alone. Threads across documents are the caller's.
class OneThread {
 public:
  OneThread();
  ~OneThread();
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int before_;
};

// What oneDNN does with bytes on this processor, ONEDNN_MAX_CPU_ISA obeyed.
struct ByteProducts {
  std::string instruction_set;  // oneDNN's name: "avx512_core_vnni"
  bool faster;                  // than float32
  // The largest value of an activation with which sums are exact. Without VNNI pairs of products are added in 16 bits, which
  // overflow beyond 7 bits; measured, docs/decisions/0006-int8.md.
  std::int32_t levels;
};
const ByteProducts& byte_products();

// Immutable and shared between threads; weights are held in the layout that oneDNN wants on this processor.
class Matmul {
 public:
  // weights [outputs, inputs]; `bias` has one value for each output, or none.
  Matmul(const float* weights, std::size_t outputs, std::size_t inputs, std::span<const float> bias);
  Matmul(const std::int8_t* weights, std::size_t outputs, std::size_t inputs);
  Matmul(Matmul&&) noexcept;
  Matmul& operator=(Matmul&&) noexcept;
  ~Matmul();

  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return outputs_; }

  // x [kRowBlock, inputs] -> y [kRowBlock, outputs].
  void block(const float* x, float* y, Scratch& scratch) const;
  // The same for bytes and their sums. Up to kRowBlock rows are written, in whole small blocks: x must have as many.
  void block(const std::uint8_t* x, std::size_t rows, std::int32_t* sums, Scratch& scratch) const;

 private:
  struct Primitive;

  std::size_t inputs_;
  std::size_t outputs_;
  std::unique_ptr<const Primitive> primitive_;
};

}  // namespace casus
