#include "attribution/range_field.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace casus {
namespace {

struct Rows {
  std::vector<float> inside, begin, end;
  RangeScores scores() const { return {inside, begin, end}; }
};

// `subset` has a bit for each word that is inside.
std::vector<TokenRange> ranges_of(unsigned subset, std::size_t words) {
  std::vector<TokenRange> ranges;
  for (std::size_t i = 0; i < words; ++i) {
    if ((subset >> i & 1) == 0) continue;
    if (ranges.empty() || ranges.back().last != i) ranges.push_back({i, i});
    ranges.back().last = i + 1;
  }
  return ranges;
}

double sum_of(const Rows& rows, const std::vector<TokenRange>& ranges) {
  double sum = 0;
  for (const TokenRange range : ranges) {
    sum += double{rows.begin[range.first]} + double{rows.end[range.last - 1]};
    for (std::size_t i = range.first; i < range.last; ++i) sum += double{rows.inside[i]};
  }
  return sum;
}

TEST(RangeField, FindsTheBestOfAllChoicesWithItsProbability) {
  std::mt19937 random(5);
  for (int round = 0; round < 400; ++round) {
    const std::size_t words = random() % 11;
    Rows rows;
    for (auto* row : {&rows.inside, &rows.begin, &rows.end})
      for (std::size_t i = 0; i < words; ++i) row->push_back(static_cast<float>(random() % 801) / 100 - 4);
    std::vector<TokenRange> best;
    double all = 0;
    for (unsigned subset = 0; subset < 1u << words; ++subset) {
      const auto ranges = ranges_of(subset, words);
      all += std::exp(sum_of(rows, ranges));
      if (sum_of(rows, ranges) > sum_of(rows, best)) best = ranges;
    }
    const BestRanges found = best_ranges(rows.scores());
    EXPECT_NEAR(sum_of(rows, found.ranges), sum_of(rows, best), 1e-5);
    EXPECT_NEAR(found.probability, std::exp(sum_of(rows, best)) / all, 1e-6);
  }
}

TEST(RangeField, HasNoRangesWhereNonePays) {
  EXPECT_TRUE(best_ranges({}).ranges.empty());
  EXPECT_EQ(best_ranges({}).probability, 1);
  const Rows even{{0, 0}, {0, 0}, {0, 0}};
  EXPECT_TRUE(best_ranges(even.scores()).ranges.empty());
  EXPECT_NEAR(best_ranges(even.scores()).probability, 0.25, 1e-12);
}

TEST(RangeField, CountsWhatIsNoNumberAsVeryLow) {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN(), kInfinity = std::numeric_limits<float>::infinity();
  const Rows nothing{{kNan, -kInfinity, kInfinity}, {9, 9, 9}, {9, 9, 9}};
  EXPECT_TRUE(best_ranges(nothing.scores()).ranges.empty());
  const Rows gap{{5, kNan, 5, 5}, {0, 0, kNan, 0}, {0, 0, 0, kNan}};
  const BestRanges found = best_ranges(gap.scores());
  EXPECT_EQ(found.ranges, (std::vector<TokenRange>{{0, 1}}));
  EXPECT_GT(found.probability, 0.9);
  const Rows lowest{std::vector<float>(500, -kInfinity), std::vector<float>(500, kNan), std::vector<float>(500, kNan)};
  EXPECT_NEAR(best_ranges(lowest.scores()).probability, 1, 1e-12);
}

}  // namespace
}  // namespace casus
