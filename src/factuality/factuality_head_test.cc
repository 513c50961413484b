#include "factuality/factuality_head.h"

#include <gtest/gtest.h>

#include "tensor/model_file_for_tests.h"
#include "tensor/reference.h"

namespace casus {
namespace {

TEST(FactualityHead, IsTwoPlainProductsWithAGeluBetween) {
  ModelFileBuilder builder;
  builder.add_random("heads.factuality.hidden.weight", {64, 32});
  builder.add_random("heads.factuality.hidden.bias", {64});
  builder.add_random("heads.factuality.out.weight", {1, 64});
  builder.add_random("heads.factuality.out.bias", {1});
  builder.add_random("words", {1000, 32}, 1);
  const auto file = WeightsFile::from_bytes(builder.bytes(), "memory");
  ASSERT_TRUE(file) << file.error().message;
  const auto head = FactualityHead::load(*file);
  ASSERT_TRUE(head) << head.error().message;
  Scratch scratch;
  const Vectors vectors{.words = file->matrix("words", 1000, 32)->matrix(), .windows = {{0, 1000}}};
  const auto values = head->judge(vectors, scratch).values;

  Matrix hidden = reference::linear(vectors.words, file->matrix("heads.factuality.hidden.weight", 64, 32)->matrix(),
                                    *file->vector("heads.factuality.hidden.bias", 64));
  reference::gelu(hidden.values);
  const Matrix want = reference::linear(hidden, file->matrix("heads.factuality.out.weight", 1, 64)->matrix(),
                                        *file->vector("heads.factuality.out.bias", 1));
  ASSERT_EQ(values.size(), 1000u);
  for (std::size_t i = 0; i < values.size(); ++i) ASSERT_NEAR(values[i], want.values[i], 1e-4f) << i;
  EXPECT_TRUE(head->judge(Vectors{}, scratch).values.empty());
}

TEST(FactualityHead, NamesWhatIsMissing) {
  ModelFileBuilder builder;
  builder.add_random("heads.factuality.hidden.weight", {64, 32});
  builder.add_random("heads.factuality.hidden.bias", {64});
  const auto head = FactualityHead::load(*WeightsFile::from_bytes(builder.bytes(), "m"));
  ASSERT_FALSE(head);
  EXPECT_NE(head.error().message.find("m: has no tensor heads.factuality.out.weight"), std::string::npos) << head.error().message;
}

}  // namespace
}  // namespace casus
