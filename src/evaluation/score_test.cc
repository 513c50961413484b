#include "evaluation/score.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(Score, AddsUnitsBeforeItDivides) {
  const Score score = f1_score("x", {{.hits = 1, .gold = 1, .predicted = 1}, {.hits = 1, .gold = 3, .predicted = 7}});
  EXPECT_DOUBLE_EQ(*score.precision, 25.0);
  EXPECT_DOUBLE_EQ(*score.recall, 50.0);
  EXPECT_DOUBLE_EQ(score.value, 100.0 * 4 / 12);
}

TEST(Score, HitsMayDifferByTheSideTheyAreCountedOn) {
  const Score score =
      sided_f1_score("x", {{.predicted_hits = 0.5, .predicted = 1, .gold_hits = 1, .gold = 2}, {.predicted = 1, .gold_hits = 0.5}});
  EXPECT_DOUBLE_EQ(*score.precision, 25);
  EXPECT_DOUBLE_EQ(*score.recall, 75);
  EXPECT_DOUBLE_EQ(score.value, 37.5);
}

TEST(Score, SharesAreHitsOverGold) {
  const Score score = share_score("x", {{.hits = 1, .gold = 1}, {.hits = 0, .gold = 3}});
  EXPECT_DOUBLE_EQ(score.value, 0.25);
  EXPECT_DOUBLE_EQ(score.low, 0);
  EXPECT_DOUBLE_EQ(score.high, 1);
  EXPECT_FALSE(score.precision);
}

TEST(Score, CountsAreOfAllUnits) {
  const std::vector<Counts> units = {{.hits = 1, .gold = 1, .predicted = 2}, {.hits = 1, .gold = 3, .predicted = 4}};
  EXPECT_EQ(counted_f1_score("x", units).counts, (std::vector<std::size_t>{2, 4, 2}));
  EXPECT_EQ(counted_share_score("x", units).counts, (std::vector<std::size_t>{2, 4}));
}

TEST(Score, IsZeroWhereNothingIsThere) {
  EXPECT_EQ(share_score("x", {}).value, 0);
  EXPECT_EQ(f1_score("x", {}).value, 0);
  EXPECT_EQ(f1_score("x", {Counts{}, Counts{}}).value, 0);
}

TEST(Bootstrap, OfEqualUnitsIsAPoint) {
  const Score score = f1_score("x", std::vector<Counts>(50, {.hits = 1, .gold = 2, .predicted = 2}));
  EXPECT_DOUBLE_EQ(score.low, 50);
  EXPECT_DOUBLE_EQ(score.high, 50);
}

// The mean of n coin flips has a standard error of 1 / (2 sqrt n): here 5 points, so the interval is about 50 +- 9.8.
TEST(Bootstrap, IntervalHasTheWidthOfTheStandardError) {
  std::vector<Counts> units;
  for (std::size_t i = 0; i < 100; ++i) units.push_back({.hits = i % 2, .gold = 1, .predicted = 1});
  const Score score = f1_score("x", units);
  EXPECT_NEAR(score.low, 40.2, 1.5);
  EXPECT_NEAR(score.high, 59.8, 1.5);
  const Score again = f1_score("x", units);
  EXPECT_EQ(score.low, again.low);
  EXPECT_EQ(score.high, again.high);
}

}  // namespace
}  // namespace casus
