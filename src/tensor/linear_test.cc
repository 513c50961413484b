#include "tensor/linear.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <thread>

#include "tensor/model_file_for_tests.h"
#include "tensor/reference.h"

namespace casus {
namespace {

Matrix random_matrix(std::size_t rows, std::size_t columns, unsigned seed) {
  std::mt19937 random(seed);
  Matrix matrix(rows, columns);
  for (float& value : matrix.values) value = static_cast<float>(random() % 20001) / 10000 - 1;
  return matrix;
}

TEST(Linear, IsThePlainProductOnAwkwardShapes) {
  Scratch scratch;
  unsigned seed = 0;
  for (const std::size_t inputs : {1u, 7u, 64u, 384u, 385u}) {
    for (const std::size_t outputs : {1u, 3u, 17u, 96u, 385u}) {
      for (const std::size_t rows : {1u, 2u, 8u, 95u, 96u, 97u, 200u}) {
        const Matrix x = random_matrix(rows, inputs, ++seed), w = random_matrix(outputs, inputs, ++seed),
                     b = random_matrix(1, outputs, ++seed);
        const bool biased = seed % 2 == 0;
        const std::span<const float> bias = biased ? std::span<const float>(b.values) : std::span<const float>();
        const Matrix got = Linear(w, bias)(x, scratch), want = reference::linear(x, w, bias);
        for (std::size_t i = 0; i < got.values.size(); ++i)
          ASSERT_NEAR(got.values[i], want.values[i], 2e-4f) << inputs << " " << outputs << " " << rows << " at " << i;
      }
    }
  }
}

// The same row gives the same bits wherever it stands and whatever stands beside it.
TEST(Linear, RowsDoNotDependOnTheirNeighbours) {
  Scratch scratch;
  for (const auto& [outputs, inputs] :
       {std::pair<std::size_t, std::size_t>{1152, 384}, {384, 384}, {1536, 384}, {384, 1536}, {17, 384}, {1, 64}}) {
    const Linear linear(random_matrix(outputs, inputs, 1), random_matrix(1, outputs, 2).values);
    Matrix x = random_matrix(300, inputs, 3);
    const Matrix all = linear(x, scratch);
    for (const std::size_t row : {0u, 1u, 5u, 23u, 47u, 95u, 96u, 191u, 250u, 299u}) {
      Matrix alone(1, inputs);
      std::copy_n(x.row(row).begin(), inputs, alone.values.begin());
      const Matrix result = linear(alone, scratch);
      ASSERT_TRUE(std::equal(result.values.begin(), result.values.end(), all.row(row).begin()))
          << outputs << " " << inputs << " row " << row;
    }
    for (std::size_t rows = 1; rows < 300; rows += 13) {
      Matrix some(rows, inputs);
      std::copy_n(x.values.begin(), rows * inputs, some.values.begin());
      const Matrix result = linear(some, scratch);
      ASSERT_TRUE(std::equal(result.values.begin(), result.values.end(), all.values.begin()))
          << outputs << " " << inputs << " rows " << rows;
    }
  }
}

TEST(Linear, IsSharedBetweenThreads) {
  const Linear linear(random_matrix(300, 384, 1), random_matrix(1, 300, 2).values);
  const Matrix x = random_matrix(100, 384, 3);
  std::vector<Matrix> results(4);
  std::vector<std::thread> threads;
  for (Matrix& result : results) {
    threads.emplace_back([&] {
      Scratch scratch;
      for (int i = 0; i < 20; ++i) result = linear(x, scratch);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Matrix& result : results) EXPECT_EQ(result.values, results[0].values);
}

TEST(Linear, LoadsFromAFile) {
  ModelFileBuilder builder;
  builder.add_bytes("head.weight", {2, 2}, {1, 2, 3, 4});
  builder.add_floats("head.weight.scale", {2}, {1.0f, 0.5f});
  builder.add_floats("head.bias", {2}, {10.0f, 20.0f});
  const auto file = WeightsFile::from_bytes(builder.bytes(), "memory");
  ASSERT_TRUE(file);
  const auto linear = Linear::load(*file, "head", 2, 2);
  ASSERT_TRUE(linear);
  Scratch scratch;
  Matrix x(1, 2);
  x.values = {1, 1};
  EXPECT_EQ((*linear)(x, scratch).values, (std::vector<float>{13.0f, 23.5f}));
  EXPECT_FALSE(Linear::load(*file, "head", 3, 2));
  EXPECT_FALSE(Linear::load(*file, "tail", 2, 2));
}

}  // namespace
}  // namespace casus
