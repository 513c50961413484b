#include "tensor/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <vector>

#include "tensor/reference.h"

namespace casus {
namespace {

std::vector<const Kernels*> sets() {
  std::vector<const Kernels*> usable = {plain_kernels()};
  if (std::strcmp(kernels().name, "plain") != 0) usable.push_back(avx2_kernels());
  if (std::strcmp(kernels().name, "avx512") == 0) usable.push_back(avx512_kernels());
  return usable;
}

Matrix random_matrix(std::size_t rows, std::size_t columns, float size, unsigned seed) {
  std::mt19937 random(seed);
  Matrix matrix(rows, columns);
  for (float& value : matrix.values) value = size * (static_cast<float>(random() % 20001) / 10000 - 1);
  return matrix;
}

void expect_near(const std::vector<float>& got, const std::vector<float>& want, float tolerance, const std::string& where) {
  ASSERT_EQ(got.size(), want.size());
  for (std::size_t i = 0; i < got.size(); ++i) ASSERT_NEAR(got[i], want[i], tolerance) << where << " at " << i;
}

TEST(Kernels, GeluIsThePlainOne) {
  for (const Kernels* set : sets()) {
    for (const std::size_t count : {1u, 15u, 16u, 17u, 4000u}) {
      std::vector<float> x(count);
      for (std::size_t i = 0; i < count; ++i) x[i] = -12.0f + 24.0f * static_cast<float>(i) / static_cast<float>(count);
      std::vector<float> want = x;
      reference::gelu(want);
      set->gelu(x.data(), count);
      expect_near(x, want, 2e-6f, set->name);
    }
  }
}

TEST(Kernels, SoftmaxIsThePlainOne) {
  for (const Kernels* set : sets()) {
    for (const std::size_t columns : {1u, 2u, 16u, 19u, 300u}) {
      Matrix x = random_matrix(3, columns, 60, 1);
      Matrix want = x;
      for (std::size_t i = 0; i < 3; ++i) reference::softmax(want.row(i));
      set->softmax(x.values.data(), 3, columns);
      expect_near(x.values, want.values, 1e-6f, set->name);
    }
  }
}

TEST(Kernels, NormalisesLikeThePlainOne) {
  for (const Kernels* set : sets()) {
    for (const std::size_t columns : {1u, 7u, 16u, 33u, 384u}) {
      Matrix x = random_matrix(5, columns, 3, 2);
      const Matrix y = random_matrix(5, columns, 1, 3), weight = random_matrix(1, columns, 2, 4), bias = random_matrix(1, columns, 1, 5);
      Matrix want = x;
      reference::add(want, y);
      reference::layer_norm(want, weight.values, bias.values, 1e-5f);
      Matrix alone = want;
      set->add_and_normalise(x.values.data(), y.values.data(), 5, columns, weight.values.data(), bias.values.data(), 1e-5f);
      expect_near(x.values, want.values, 1e-5f, set->name);
      Matrix twice = alone;
      reference::layer_norm(alone, weight.values, bias.values, 1e-5f);
      set->add_and_normalise(twice.values.data(), nullptr, 5, columns, weight.values.data(), bias.values.data(), 1e-5f);
      expect_near(twice.values, alone.values, 1e-4f, set->name);
    }
  }
}

TEST(Kernels, AttendsLikeThePlainOne) {
  for (const Kernels* set : sets()) {
    for (const std::size_t pieces : {1u, 2u, 7u, 8u, 9u, 16u, 31u, 100u}) {
      for (const std::size_t size : {16u, 32u}) {
        const std::size_t heads = 3;
        const Matrix qkv = random_matrix(pieces, 3 * heads * size, 2, static_cast<unsigned>(pieces));
        const Matrix want = reference::attention(qkv, heads);
        std::vector<float> out(pieces * heads * size), work(attention_work(pieces, size));
        set->attend(qkv.values.data(), pieces, heads, size, out.data(), work.data());
        expect_near(out, want.values, 1e-5f, set->name);
      }
    }
  }
}

TEST(Kernels, SmallOnesAreExact) {
  for (const Kernels* set : sets()) {
    std::vector<std::int8_t> values(256);
    for (int i = 0; i < 256; ++i) values[static_cast<std::size_t>(i)] = static_cast<std::int8_t>(i - 128);
    std::vector<float> out(256);
    set->dequantise(values.data(), 0.37f, 255, out.data());
    for (std::size_t i = 0; i < 255; ++i) ASSERT_EQ(out[i], static_cast<float>(values[i]) * 0.37f);
    EXPECT_EQ(out[255], 0.0f);
    for (const std::size_t count : {1u, 16u, 21u, 96u}) {
      const std::vector<float> a(count, 2.0f), b(count, 3.0f);
      EXPECT_EQ(set->dot(a.data(), b.data(), count), 6.0f * static_cast<float>(count));
    }
  }
}

}  // namespace
}  // namespace casus
