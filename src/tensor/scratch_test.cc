#include "tensor/scratch.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace casus {
namespace {

TEST(Scratch, HandsOutDisjointAlignedMemoryAndTakesItBack) {
  Scratch scratch;
  float* first = nullptr;
  for (int round = 0; round < 3; ++round) {
    Scratch::Frame outer(scratch);
    float* a = outer.floats(5);
    if (round == 0) first = a;
    EXPECT_EQ(a, first);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(a) % 64, 0u);
    {
      Scratch::Frame inner(scratch);
      float* b = inner.floats(3 << 20);
      EXPECT_TRUE(b + (3 << 20) <= a || a + 5 <= b);
      b[0] = b[(3 << 20) - 1] = 1;
    }
    EXPECT_EQ(outer.floats(0) == a, false);
  }
  const std::size_t grown = scratch.bytes();
  Scratch::Frame again(scratch);
  again.floats(5);
  again.floats(3 << 20);
  EXPECT_EQ(scratch.bytes(), grown);
}

}  // namespace
}  // namespace casus
