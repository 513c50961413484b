#include "tensor/matmul.h"

#include <gtest/gtest.h>

#include <vector>

namespace casus {
namespace {

// With the largest activations that byte_products() allows and the largest weights of both signs, at the encoder's shapes and awkward
// ones: no sum overflows or saturates on the way. The test runs once under each instruction set (CMakeLists.txt).
TEST(Matmul, SumsOfBytesAreExactAtTheExtremes) {
  Scratch scratch;
  const auto levels = static_cast<std::uint8_t>(byte_products().levels);
  for (const auto& [outputs, inputs] : {std::pair<std::size_t, std::size_t>{1152, 384}, {384, 384}, {1536, 384}, {384, 1536}, {17, 100}}) {
    for (const int pattern : {0, 1, 2, 3}) {
      const auto weight = [&](std::size_t o, std::size_t i) {
        if (pattern == 0) return 127;
        if (pattern == 1) return -127;
        if (pattern == 2) return o % 2 == 0 ? 127 : -127;
        return static_cast<int>((o * 31 + i * 17) % 255) - 127;
      };
      const auto activation = [&](std::size_t row, std::size_t i) {
        return pattern < 3 ? levels : static_cast<std::uint8_t>((row * 7 + i * 13) % (levels + 1u));
      };
      std::vector<std::int8_t> weights(outputs * inputs);
      for (std::size_t o = 0; o < outputs; ++o)
        for (std::size_t i = 0; i < inputs; ++i) weights[o * inputs + i] = static_cast<std::int8_t>(weight(o, i));
      std::vector<std::uint8_t> x(kRowBlock * inputs);
      for (std::size_t row = 0; row < kRowBlock; ++row)
        for (std::size_t i = 0; i < inputs; ++i) x[row * inputs + i] = activation(row, i);
      const Matmul matmul(weights.data(), outputs, inputs);
      for (const std::size_t rows : {kRowBlock, 2 * kSmallBlock + 1}) {
        std::vector<std::int32_t> sums(kRowBlock * outputs);
        matmul.block(x.data(), rows, sums.data(), scratch);
        for (const std::size_t row : {std::size_t{0}, std::size_t{1}, rows - 1}) {
          for (std::size_t o = 0; o < outputs; ++o) {
            std::int32_t want = 0;
            for (std::size_t i = 0; i < inputs; ++i) want += activation(row, i) * weight(o, i);
            ASSERT_EQ(sums[row * outputs + o], want) << byte_products().instruction_set << " " << outputs << "x" << inputs << " pattern "
                                                     << pattern << " row " << row << " output " << o;
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace casus
