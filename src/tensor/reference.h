// The engine's arithmetic in plain loops, written to be read: what the fast versions are tested against.
#pragma once

#include <cstddef>
#include <span>

#include "tensor/matrix.h"

namespace casus::reference {

// y[i, o] = sum over k of x[i, k] * weights[o, k], + bias[o] (where there is one)
Matrix linear(const Matrix& x, const Matrix& weights, std::span<const float> bias);

// Each row: (x - mean) / sqrt(variance + eps) * weight + bias
void layer_norm(Matrix& x, std::span<const float> weight, std::span<const float> bias, float eps);

void add(Matrix& x, const Matrix& y);

// x / 2 * (1 + erf(x / sqrt 2))
void gelu(std::span<float> x);

// exp(x) / sum of exp(x)
void softmax(std::span<float> x);

// qkv [pieces, 3 * hidden] of one window -> [pieces, hidden]
Matrix attention(const Matrix& qkv, std::size_t heads);

}  // namespace casus::reference
