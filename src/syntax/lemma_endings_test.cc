#include "syntax/lemma_endings.h"

#include <gtest/gtest.h>

#include <array>

#include "tensor/model_file_for_tests.h"

namespace casus {
namespace {

// Scripts: 0 keeps the word, 1 cuts "d", 2 cuts "ed". Tag 1 is that of past forms.
Result<LemmaEndings> endings(const char* rows, std::size_t scripts = 3) {
  ModelFileBuilder builder;
  builder.metadata["lemma_endings"] = rows;
  const auto file = WeightsFile::from_bytes(builder.bytes(), "m");
  EXPECT_TRUE(file) << file.error().message;
  return LemmaEndings::load(*file, 2, scripts);
}

constexpr const char* kRows = R"([[1, "ed", [2, 90], [1, 10]], [1, "nced", [1, 30]]])";

TEST(LemmaEndings, TheLongestEndingOutweighsACloseScore) {
  const auto made = endings(kRows);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->choose(std::array{0.0f, 2.0f, 2.5f}, "announced", "VERB", 1), 1u);
  EXPECT_EQ(made->choose(std::array{0.0f, 2.5f, 2.0f}, "killed", "VERB", 1), 2u);
  EXPECT_EQ(made->choose(std::array{0.0f, 20.0f, 2.0f}, "killed", "VERB", 1), 1u);  // a sure score stays
}

TEST(LemmaEndings, OtherTagsClassesAndWholeWordsGoByTheScore) {
  const auto made = endings(kRows);
  ASSERT_TRUE(made);
  const std::array scores = {0.0f, 2.5f, 2.0f};
  EXPECT_EQ(made->choose(scores, "killed", "VERB", 0), 1u);
  EXPECT_EQ(made->choose(scores, "Killed", "PROPN", 1), 1u);
  EXPECT_EQ(made->choose(scores, "ed", "VERB", 1), 1u);
  EXPECT_EQ(made->choose(scores, "", "VERB", 1), 1u);
}

TEST(LemmaEndings, RefusesWhatItCannotPointAt) {
  EXPECT_FALSE(endings(R"([[2, "ed", [0, 1]]])"));
  EXPECT_FALSE(endings(R"([[1, "ed", [3, 1]]])"));
  EXPECT_FALSE(endings(R"([[1, "", [0, 1]]])"));
  EXPECT_TRUE(endings("[]"));
}

}  // namespace
}  // namespace casus
