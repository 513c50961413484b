#include "evaluation/names.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

constexpr const char* kGold =
    "# sent_id = a\n"
    "Ada\tB-PER\n"
    "Lund\tI-PER\n"
    "left\tO\n"
    "Sarno\tI-LOC\n"
    "\n"
    "The\tO\n"
    "League\tB-ORG\n"
    "Council\tB-ORG\n";

std::vector<NamedSentence> gold(const char* text = kGold) {
  auto read = read_bio(text, "gold");
  EXPECT_TRUE(read) << read.error().message;
  return *std::move(read);
}

Score all_of(const std::vector<Score>& scores) { return scores.back(); }

TEST(Bio, ReadsSpans) {
  const auto sentences = gold();
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[0].id, "a");
  EXPECT_EQ(sentences[0].names, (std::vector<LabelledSpan>{{{0, 2}, "PER"}, {{3, 4}, "LOC"}}));
  EXPECT_EQ(sentences[1].names, (std::vector<LabelledSpan>{{{1, 2}, "ORG"}, {{2, 3}, "ORG"}}));
}

TEST(Bio, AChangeOfTypeBeginsAName) {
  EXPECT_EQ(gold("A\tB-PER\nB\tI-ORG\nC\tO\nD\tI-ORG\n")[0].names,
            (std::vector<LabelledSpan>{{{0, 1}, "PER"}, {{1, 2}, "ORG"}, {{3, 4}, "ORG"}}));
}

TEST(Bio, NamesFileAndLineOfWhatIsBroken) {
  EXPECT_EQ(read_bio("A\tO\nB PER\n", "f").error().message, "f:2: expected a form, a tab and a tag");
  EXPECT_EQ(read_bio("A\tS-PER\n", "f").error().message, "f:1: tag S-PER is not O, B-... or I-...");
  EXPECT_EQ(read_bio("A\tB-politician\n", "f").error().message, "f:1: name type politician is not PER, ORG, LOC or MISC");
}

TEST(Names, BothEndsAndTheLabelMustAgree) {
  const auto scores = score_names(gold(), {{{{0, 2}, "PER"}, {{3, 4}, "ORG"}}, {{{1, 3}, "ORG"}}});
  EXPECT_DOUBLE_EQ(*all_of(scores).precision, 100.0 / 3);
  EXPECT_DOUBLE_EQ(*all_of(scores).recall, 100.0 / 4);
  ASSERT_EQ(scores.size(), 4u);
  EXPECT_EQ(scores[0].measure, "PER");
  EXPECT_DOUBLE_EQ(scores[0].value, 100);
  EXPECT_DOUBLE_EQ(scores[1].value, 0);
}

TEST(Names, MiscCountsOnlyWhereTheGoldHasIt) {
  EXPECT_DOUBLE_EQ(*all_of(score_names(gold("A\tB-PER\nB\tO\n"), {{{{0, 1}, "PER"}, {{1, 2}, "MISC"}}})).precision, 100);
  EXPECT_DOUBLE_EQ(*all_of(score_names(gold("A\tB-PER\nB\tO\nC\tB-MISC\n"), {{{{0, 1}, "PER"}, {{1, 2}, "MISC"}}})).precision, 50);
}

}  // namespace
}  // namespace casus
