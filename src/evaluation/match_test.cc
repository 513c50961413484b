#include "evaluation/match.h"

#include <gtest/gtest.h>

namespace casus {
namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

Pairs pairs(const std::vector<std::vector<double>>& similarity) {
  Pairs found;
  for (const auto& [g, p] :
       match(similarity.size(), similarity.front().size(), [&](std::size_t g, std::size_t p) { return similarity[g][p]; }))
    found.emplace_back(g, p);
  return found;
}

TEST(Match, TakesTheMostSimilarFirstAndEachItemOnce) {
  EXPECT_EQ(pairs({{0.6, 0.9}, {0.0, 0.8}}), (Pairs{{0, 1}}));
  EXPECT_EQ(pairs({{0.6, 0.9}, {0.5, 0.8}}), (Pairs{{0, 1}, {1, 0}}));
}

TEST(Match, OfEqualsTheFirstGoldThenTheFirstPredicted) { EXPECT_EQ(pairs({{0.5, 0.5}, {0.5, 0.5}}), (Pairs{{0, 0}, {1, 1}})); }

}  // namespace
}  // namespace casus
