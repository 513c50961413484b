// y = x W^T + b by oneDNN, in float32.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "casus/result.h"
#include "tensor/matrix.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"

namespace casus {

// Rows are multiplied in blocks of this many, the last one filled up: one shape of product, so that a row's result never
// depends on how many others stand beside it. (oneDNN chooses its ways by shape.)
inline constexpr std::size_t kRowBlock = 96;

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

// Immutable and shared between threads; weights are held in the layout that oneDNN wants on this processor.
class Linear {
 public:
  // W [outputs, inputs]; `bias` has one value for each output, or none.
  Linear(const Matrix& weights, std::span<const float> bias);
  // Tensors `name`.weight and `name`.bias.
  static Result<Linear> load(const WeightsFile& file, const std::string& name, std::size_t outputs, std::size_t inputs);
  // Tensor `name` itself, without bias.
  static Result<Linear> load_unbiased(const WeightsFile& file, const std::string& name, std::size_t outputs, std::size_t inputs);

  Linear(Linear&&) noexcept;
  Linear& operator=(Linear&&) noexcept;
  ~Linear();

  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return outputs_; }

  // x [rows, inputs] -> y [rows, outputs], contiguous; they must not overlap.
  void apply(const float* x, std::size_t rows, float* y, Scratch& scratch) const;
  Matrix operator()(const Matrix& x, Scratch& scratch) const;

 private:
  struct Product;
  Linear(const StoredMatrix& weights, std::span<const float> bias);
  void prepare(std::span<const float> bias);

  std::size_t inputs_ = 0;
  std::size_t outputs_ = 0;
  std::unique_ptr<Product> product_;
};

}  // namespace casus
