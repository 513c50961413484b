#include "tensor/reference.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace casus::reference {

Matrix linear(const Matrix& x, const Matrix& weights, std::span<const float> bias) {
  Matrix y(x.rows, weights.rows);
  for (std::size_t i = 0; i < x.rows; ++i) {
    for (std::size_t o = 0; o < weights.rows; ++o) {
      double sum = bias.empty() ? 0.0 : bias[o];
      for (std::size_t k = 0; k < x.columns; ++k) sum += double{x.row(i)[k]} * weights.row(o)[k];
      y.row(i)[o] = static_cast<float>(sum);
    }
  }
  return y;
}

void layer_norm(Matrix& x, std::span<const float> weight, std::span<const float> bias, float eps) {
  for (std::size_t i = 0; i < x.rows; ++i) {
    const auto row = x.row(i);
    double mean = 0;
    for (const float value : row) mean += value;
    mean /= static_cast<double>(row.size());
    double variance = 0;
    for (const float value : row) variance += (value - mean) * (value - mean);
    variance /= static_cast<double>(row.size());
    const double scale = 1 / std::sqrt(variance + eps);
    for (std::size_t k = 0; k < row.size(); ++k) row[k] = static_cast<float>((row[k] - mean) * scale * weight[k] + bias[k]);
  }
}

void add(Matrix& x, const Matrix& y) {
  for (std::size_t i = 0; i < x.values.size(); ++i) x.values[i] += y.values[i];
}

void gelu(std::span<float> x) {
  for (float& value : x) value = static_cast<float>(value / 2.0 * (1 + std::erf(value / std::sqrt(2.0))));
}

void softmax(std::span<float> x) {
  const float top = *std::max_element(x.begin(), x.end());
  double sum = 0;
  for (const float value : x) sum += std::exp(double{value} - top);
  for (float& value : x) value = static_cast<float>(std::exp(double{value} - top) / sum);
}

Matrix attention(const Matrix& qkv, std::size_t heads) {
  const std::size_t pieces = qkv.rows, hidden = qkv.columns / 3, size = hidden / heads;
  Matrix out(pieces, hidden);
  std::vector<float> weights(pieces);
  for (std::size_t head = 0; head < heads; ++head) {
    const std::size_t q = head * size, k = q + hidden, v = k + hidden;
    for (std::size_t i = 0; i < pieces; ++i) {
      for (std::size_t j = 0; j < pieces; ++j) {
        double score = 0;
        for (std::size_t d = 0; d < size; ++d) score += double{qkv.row(i)[q + d]} * qkv.row(j)[k + d];
        weights[j] = static_cast<float>(score / std::sqrt(static_cast<double>(size)));
      }
      softmax(weights);
      for (std::size_t d = 0; d < size; ++d) {
        double sum = 0;
        for (std::size_t j = 0; j < pieces; ++j) sum += double{weights[j]} * qkv.row(j)[v + d];
        out.row(i)[q + d] = static_cast<float>(sum);
      }
    }
  }
  return out;
}

}  // namespace casus::reference
