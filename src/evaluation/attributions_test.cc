#include "evaluation/attributions.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

// Words: He(0) said(1) "they"(2) didn't(3) go(4)
constexpr const char* kGold = R"({"id": "d", "text": "He said “they didn’t go.”", "discard": [], "attributions": )"
                              R"([{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 25]]}]})"
                              "\n";

std::vector<AttributedArticle> articles(const std::string& text) {
  auto read = read_attributions(text, "f");
  EXPECT_TRUE(read) << read.error().message;
  return *std::move(read);
}

std::vector<Score> against_gold(const std::string& predicted) { return score_attributions(articles(kGold), articles(predicted)); }

TEST(Attributions, PunctuationIsNoWordAndClippedWordsAreWhole) {
  const auto scores =
      against_gold(R"({"id": "d", "attributions": [{"source": [[0, 1]], "cue": [[3, 7]], "content": [[9, 19], [21, 23]]}]})");
  for (const Score& score : scores) EXPECT_DOUBLE_EQ(score.value, 100) << score.measure;
}

TEST(Attributions, CountsWordsInAnySpanOfTheRole) {
  const auto scores = against_gold(
      R"({"id": "d", "attributions": [{"source": [[3, 7]], "cue": [], "content": [[9, 13]]}, {"source": [], "cue": [], "content": [[0, 13]]}]})");
  EXPECT_DOUBLE_EQ(scores[0].value, 0);
  EXPECT_DOUBLE_EQ(*scores[1].recall, 0);
  EXPECT_DOUBLE_EQ(*scores[2].precision, 100.0 / 3);
  EXPECT_DOUBLE_EQ(*scores[2].recall, 100.0 / 3);
}

TEST(Attributions, WithoutContentOrWithinDiscardedTextNothingIsJudged) {
  const auto gold = articles(
      R"({"id": "d", "text": "One two three four", "discard": [[0, 7]], "attributions": [{"source": [[14, 18]], "cue": [], "content": [[8, 13]]}]})");
  const std::string right = R"({"source": [[14, 18]], "cue": [], "content": [[8, 13]]})";
  const std::string without_content = R"({"source": [[8, 13]], "cue": [[8, 13]], "content": []})";
  const std::string discarded = R"({"source": [[0, 3]], "cue": [], "content": [[4, 7]]})";
  const auto scores =
      score_attributions(gold, articles(R"({"id": "d", "attributions": [)" + right + ", " + without_content + ", " + discarded + "]}"));
  EXPECT_DOUBLE_EQ(scores[0].value, 100);
  EXPECT_DOUBLE_EQ(scores[2].value, 100);
  const std::string partly = R"({"source": [], "cue": [], "content": [[4, 13]]})";
  EXPECT_DOUBLE_EQ(*score_attributions(gold, articles(R"({"id": "d", "attributions": [)" + partly + "]}"))[2].precision, 50);
}

TEST(Attributions, ArticlesWithoutPredictionHaveNone) {
  for (const Score& score : score_attributions(articles(kGold), {})) EXPECT_DOUBLE_EQ(*score.recall, 0);
}

TEST(Attributions, WhatIsWrittenIsReadAgain) {
  const std::vector<AttributedArticle> written = {
      {.id = "d", .attributions = {{.source = {{0, 2}}, .cue = {}, .content = {{8, 13}, {20, 25}}}, {.cue = {{3, 7}}}}}, {.id = "“e”"}};
  const auto read = articles(write_attributions(written));
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read[1].id, "“e”");
  ASSERT_EQ(read[0].attributions.size(), 2u);
  EXPECT_EQ(read[0].attributions[0].source, (Spans{{0, 2}}));
  EXPECT_EQ(read[0].attributions[0].content, (Spans{{8, 13}, {20, 25}}));
  EXPECT_EQ(read[0].attributions[1].cue, (Spans{{3, 7}}));
}

TEST(Attributions, NamesFileAndLineOfWhatIsBroken) {
  const auto read = read_attributions(std::string(kGold) + "{\"id\": 3}\n", "f");
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().message.starts_with("f:2: ")) << read.error().message;
}

}  // namespace
}  // namespace casus
