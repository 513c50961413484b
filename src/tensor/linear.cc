#include "tensor/linear.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/check.h"
#include "tensor/kernels.h"

namespace casus {

class Linear::Product {
 public:
  virtual ~Product() = default;
  // Up to kRowBlock rows.
  virtual void block(const float* x, std::size_t rows, float* y, Scratch& scratch, After after) const = 0;
};

class Linear::FloatProduct : public Product {
 public:
  FloatProduct(const Matrix& weights, std::span<const float> bias) : matmul_(weights.values.data(), weights.rows, weights.columns, bias) {}

  void block(const float* x, std::size_t rows, float* y, Scratch& scratch, After after) const override {
    if (rows == kRowBlock) {
      matmul_.block(x, y, scratch);
    } else {
      Scratch::Frame frame(scratch);
      float* filled = frame.floats(kRowBlock * matmul_.inputs());
      float* result = frame.floats(kRowBlock * matmul_.outputs());
      std::fill(std::copy_n(x, rows * matmul_.inputs(), filled), filled + kRowBlock * matmul_.inputs(), 0.0f);
      matmul_.block(filled, result, scratch);
      std::copy_n(result, rows * matmul_.outputs(), y);
    }
    if (after == After::gelu) kernels().gelu(y, rows * matmul_.outputs());
  }

 private:
  Matmul matmul_;
};

class Linear::ByteProduct : public Product {
 public:
  ByteProduct(const StoredMatrix& weights, std::span<const float> bias)
      : matmul_(weights.bytes().data(), weights.rows(), weights.columns()),
        scales_(weights.scales().begin(), weights.scales().end()),
        bias_(bias.begin(), bias.end()) {
    bias_.resize(weights.rows(), 0.0f);
    for (std::size_t i = 0; i < weights.rows(); ++i) {
      const auto row = weights.bytes().subspan(i * weights.columns(), weights.columns());
      sums_.push_back(std::accumulate(row.begin(), row.end(), std::int32_t{0}));
    }
  }

  void block(const float* x, std::size_t rows, float* y, Scratch& scratch, After after) const override {
    Scratch::Frame frame(scratch);
    const std::size_t inputs = matmul_.inputs(), outputs = matmul_.outputs();
    auto* bytes = frame.take<std::uint8_t>(kRowBlock * inputs);
    auto* scales = frame.take<ByteScale>(kRowBlock);
    auto* sums = frame.take<std::int32_t>(kRowBlock * outputs);
    kernels().to_bytes(x, rows, inputs, byte_products().levels, bytes, scales);
    std::fill(bytes + rows * inputs, bytes + kRowBlock * inputs, std::uint8_t{0});
    matmul_.block(bytes, rows, sums, scratch);
    kernels().from_sums(sums, rows, outputs, scales, scales_.data(), sums_.data(), bias_.data(), after == After::gelu, y);
  }

 private:
  Matmul matmul_;
  std::vector<float> scales_;
  std::vector<std::int32_t> sums_;  // of the bytes of a row of weights
  std::vector<float> bias_;
};

Linear::Linear(std::unique_ptr<const Product> product, std::size_t outputs, std::size_t inputs)
    : inputs_(inputs), outputs_(outputs), product_(std::move(product)) {}

Linear::Linear(const Matrix& weights, std::span<const float> bias)
    : Linear(std::make_unique<const FloatProduct>(weights, bias), weights.rows, weights.columns) {}

Linear Linear::of(const WeightsFile& file, const StoredMatrix& weights, std::span<const float> bias) {
  if (weights.bytes().empty() || file.arithmetic() == Arithmetic::float32 || !byte_products().faster) return {weights.matrix(), bias};
  return {std::make_unique<const ByteProduct>(weights, bias), weights.rows(), weights.columns()};
}

Result<Linear> Linear::load(const WeightsFile& file, const std::string& name, std::size_t outputs, std::size_t inputs) {
  const auto weights = file.matrix(name + ".weight", outputs, inputs);
  if (!weights) return weights.error();
  const auto bias = file.vector(name + ".bias", outputs);
  if (!bias) return bias.error();
  return of(file, *weights, *bias);
}

Result<Linear> Linear::load_unbiased(const WeightsFile& file, const std::string& name, std::size_t outputs, std::size_t inputs) {
  const auto weights = file.matrix(name, outputs, inputs);
  if (!weights) return weights.error();
  return of(file, *weights, {});
}

Linear::Linear(Linear&&) noexcept = default;
Linear& Linear::operator=(Linear&&) noexcept = default;
Linear::~Linear() = default;

void Linear::apply(const float* x, std::size_t rows, float* y, Scratch& scratch, After after) const {
  for (std::size_t row = 0; row < rows; row += kRowBlock)
    product_->block(x + row * inputs_, std::min(kRowBlock, rows - row), y + row * outputs_, scratch, after);
}

Matrix Linear::of_rows(const float* x, std::size_t rows, Scratch& scratch, After after) const {
  Matrix y(rows, outputs_);
  apply(x, rows, y.values.data(), scratch, after);
  return y;
}

Matrix Linear::operator()(const Matrix& x, Scratch& scratch, After after) const {
  CASUS_CHECK(x.columns == inputs_);
  return of_rows(x.values.data(), x.rows, scratch, after);
}

}  // namespace casus
