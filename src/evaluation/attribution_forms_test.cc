#include "evaluation/attribution_forms.h"

#include <gtest/gtest.h>

#include <map>

#include "core/unicode.h"

namespace casus {
namespace {

struct Parts {
  std::string source, cue, content;
};

// Parts are found in the text by their first occurrence; an empty one has no span.
AttributedArticle article(const std::string& text, const std::vector<Parts>& attributions) {
  AttributedArticle made{.id = "d", .text = *from_utf8(text)};
  const auto spans = [&](const std::string& part) {
    const std::u32string words = *from_utf8(part);
    const std::size_t start = made.text.find(words);
    EXPECT_NE(start, std::u32string::npos) << part;
    return part.empty() ? Spans{} : Spans{{start, start + words.size()}};
  };
  for (const Parts& one : attributions) made.attributions.push_back({spans(one.source), spans(one.cue), spans(one.content)});
  return made;
}

using ByMeasure = std::map<std::string, Score>;

ByMeasure of_form(const std::string& form, const AttributedArticle& gold, const AttributedArticle& predicted) {
  ByMeasure by_measure;
  for (const FormScores& scores : score_attribution_forms({gold}, {predicted}))
    if (scores.form == form)
      for (const Score& score : scores.scores) by_measure[score.measure] = score;
  return by_measure;
}

constexpr const char* kText = "The envoy said “we leave”. Troops left, she added, and denied that \"it rained\" on Tuesday in Lund.";
const std::vector<Parts> kGold = {
    {"The envoy", "said", "“we leave”"}, {"she", "added", "Troops left"}, {"she", "denied", "that \"it rained\" on Tuesday in Lund"}};

TEST(AttributionForms, AgreesFullyWithItself) {
  const auto gold = article(kText, kGold);
  for (const std::string form : {"all", "direct", "mixed", "indirect"}) {
    const auto scores = of_form(form, gold, gold);
    ASSERT_EQ(scores.size(), 7u) << form;
    for (const auto& [measure, score] : scores) EXPECT_DOUBLE_EQ(score.value, 100) << form << " " << measure;
  }
}

TEST(AttributionForms, AContentThatEndsTooEarlyIsSoftlyRight) {
  const auto scores = of_form("mixed", article(kText, kGold), article(kText, {{"she", "denied", "that \"it rained\" on"}}));
  EXPECT_DOUBLE_EQ(scores.at("content, exact").value, 0);
  EXPECT_DOUBLE_EQ(*scores.at("content, soft").precision, 100);
  EXPECT_DOUBLE_EQ(*scores.at("content, soft").recall, 100.0 * 4 / 7);
  EXPECT_DOUBLE_EQ(scores.at("content, IoU >= .5").value, 100);  // 4 of 7 words
  EXPECT_DOUBLE_EQ(scores.at("attribution, exact").value, 0);
  EXPECT_DOUBLE_EQ(scores.at("attribution, IoU >= .5").value, 100);
}

TEST(AttributionForms, ASourceIsJudgedWhereItsContentIsFound) {
  const auto gold = article(kText, kGold);
  const auto scores =
      of_form("all", gold, article(kText, {{"envoy", "said", "we leave"}, {"", "added", "Troops left"}, {"she", "", "Lund"}}));
  EXPECT_DOUBLE_EQ(scores.at("source given content, exact").value, 0);
  EXPECT_DOUBLE_EQ(*scores.at("source given content, IoU >= .5").precision, 100);  // of the one that has a source
  EXPECT_DOUBLE_EQ(*scores.at("source given content, IoU >= .5").recall, 50);
  EXPECT_DOUBLE_EQ(*scores.at("attribution, IoU >= .5").precision, 100.0 / 3);
}

TEST(AttributionForms, PrecisionIsOverThePredictionsFormAndRecallOverTheGolds) {
  const auto gold = article(kText, kGold);
  const auto predicted = article(kText, {{"The envoy", "said", "The envoy said “we leave”"}});  // mixed, where the gold is direct
  EXPECT_DOUBLE_EQ(*of_form("mixed", gold, predicted).at("content, soft").precision, 40);
  EXPECT_DOUBLE_EQ(*of_form("direct", gold, predicted).at("content, soft").precision, 0);
  EXPECT_DOUBLE_EQ(*of_form("direct", gold, predicted).at("content, soft").recall, 100);
}

TEST(AttributionForms, QuotationsEndWithTheirLine) {
  const char* text = "He said: ``we go.\nThen they left. ''Again'' he said, \"we\nstay.";
  const std::vector<Parts> quoted = {{"He", "said", "we go"}, {"he", "said", "Again"}};
  const std::vector<Parts> unquoted = {{"", "", "they left"}, {"", "", "stay"}};
  const auto gold = article(text, {quoted[0], unquoted[0], quoted[1], unquoted[1]});
  const auto direct = of_form("direct", gold, article(text, quoted)).at("content, exact");
  EXPECT_DOUBLE_EQ(*direct.precision, 100);
  EXPECT_DOUBLE_EQ(*direct.recall, 100);
  const auto indirect = of_form("indirect", gold, article(text, unquoted)).at("content, exact");
  EXPECT_DOUBLE_EQ(*indirect.precision, 100);
  EXPECT_DOUBLE_EQ(*indirect.recall, 100);
}

TEST(AttributionForms, DiscardedPredictionsAndArticlesWithoutPredictionCount) {
  auto gold = article(kText, {{"The envoy", "said", "“we leave”"}});
  gold.discard = {{27, 39}};
  const auto right_and_discarded = article(kText, {{"The envoy", "said", "“we leave”"}, {"she", "added", "Troops left"}});
  EXPECT_DOUBLE_EQ(of_form("all", gold, right_and_discarded).at("content, exact").value, 100);
  EXPECT_DOUBLE_EQ(*score_attribution_forms({gold}, {}).front().scores.front().recall, 0);
}

}  // namespace
}  // namespace casus
