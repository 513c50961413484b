// y = x W^T + b.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "casus/result.h"
#include "tensor/matmul.h"
#include "tensor/matrix.h"
#include "tensor/scratch.h"
#include "tensor/weights_file.h"

namespace casus {

// What is done with a product's results while they are in the cache.
enum class After { nothing, gelu };

// Immutable and shared between threads. Weights that the file holds in bytes are multiplied in bytes where the file was opened for that
// and the processor is faster with them; a row of x is then rounded to the bytes of its own range.
class Linear {
 public:
  // W [outputs, inputs], in float32; `bias` has one value for each output, or none.
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

  // x [rows, inputs] -> y [rows, outputs], contiguous; they must not overlap. A row's result depends on that row alone, to the bit.
  void apply(const float* x, std::size_t rows, float* y, Scratch& scratch, After after = After::nothing) const;
  Matrix of_rows(const float* x, std::size_t rows, Scratch& scratch, After after = After::nothing) const;
  Matrix operator()(const Matrix& x, Scratch& scratch, After after = After::nothing) const;

 private:
  class Product;
  class FloatProduct;
  class ByteProduct;
  Linear(std::unique_ptr<const Product> product, std::size_t outputs, std::size_t inputs);
  static Linear of(const WeightsFile& file, const StoredMatrix& weights, std::span<const float> bias);

  std::size_t inputs_;
  std::size_t outputs_;
  std::unique_ptr<const Product> product_;
};

}  // namespace casus
