#include "evaluation/dates.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

using Counted = std::vector<std::size_t>;

TEST(DateGold, IsRead) {
  const auto read = read_date_gold(
      R"({"id": "a", "published": "2020-10-07", "text": "They met on Monday.", "dates": [{"span": [12, 18], "value": "2020-10-05"}],)"
      R"( "none": [[0, 4]], "split": "s"})",
      "f");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ(read->front().published, "2020-10-07");
  EXPECT_EQ(read->front().dates, (std::vector<MarkedDate>{{{12, 18}, "2020-10-05"}}));
  EXPECT_EQ(read->front().none, (Spans{{0, 4}}));
  EXPECT_TRUE(read_date_gold("{}", "f").error().message.starts_with("f:1: "));
}

TEST(DateGold, PredictionsComeBack) {
  const DatesById dates = {{"a", {{{12, 18}, "2020-10-05"}}}, {"b", {}}};
  const auto read = read_dates(write_dates(dates), "f");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, dates);
}

TEST(DateGold, AnOverlappingDateOfTheSameValueIsRight) {
  const std::vector<DatedText> gold = {
      {.id = "a", .dates = {{{10, 20}, "2020-10-05"}, {{30, 40}, "2020"}, {{50, 60}, "2020-10"}}, .none = {{70, 75}, {80, 85}}},
      {.id = "b", .dates = {{{0, 5}, "2019"}}}};
  const DatesById found = {
      {"a", {{{15, 20}, "2020-10-05/2020-10-05"}, {{30, 40}, "2021"}, {{35, 38}, "2022"}, {{72, 75}, "2020"}, {{90, 95}, "2020"}}}};
  const DateScores scores = score_dates(gold, found);
  EXPECT_EQ(scores.values.at(0).counts, (Counted{1, 1, 2}));
  EXPECT_DOUBLE_EQ(scores.values.at(0).value, 0.25);
  EXPECT_EQ(scores.false_alarms.at(0).counts, (Counted{1, 2}));
  EXPECT_EQ(scores.false_alarms.at(1).counts, (Counted{2, 5}));
}

}  // namespace
}  // namespace casus
