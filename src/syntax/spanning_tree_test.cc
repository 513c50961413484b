#include "syntax/spanning_tree.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "syntax/parse.h"

namespace casus {
namespace {

bool is_tree(const std::vector<std::size_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == kRoot) ++roots;
    std::size_t at = i;
    for (std::size_t steps = 0; at != kRoot; at = heads[at])
      if (steps++ > heads.size() || at >= heads.size()) return false;
  }
  return roots == (heads.empty() ? 0u : 1u);
}

double sum(const Matrix& scores, const std::vector<std::size_t>& heads) {
  double total = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) total += scores.row(i)[heads[i] == kRoot ? 0 : heads[i] + 1];
  return total;
}

// The score of the best of all trees, each tried.
double best_sum(const Matrix& scores) {
  const std::size_t n = scores.rows;
  double best = -std::numeric_limits<double>::infinity();
  std::vector<std::size_t> columns(n, 0), heads(n);
  for (;;) {
    for (std::size_t i = 0; i < n; ++i) heads[i] = columns[i] == 0 ? kRoot : columns[i] - 1;
    if (is_tree(heads)) best = std::max(best, sum(scores, heads));
    std::size_t at = 0;
    while (at < n && ++columns[at] == n + 1) columns[at++] = 0;
    if (at == n) return best;
  }
}

TEST(SpanningTree, IsTheBestOfAllTrees) {
  std::mt19937 random(11);
  for (std::size_t n = 1; n <= 6; ++n) {
    for (int round = 0; round < (n < 6 ? 150 : 25); ++round) {
      Matrix scores(n, n + 1);
      // Coarse steps make ties; in every third round the root is tempting, so that several words would hang on it.
      for (float& value : scores.values) value = static_cast<float>(random() % (round % 2 == 0 ? 7 : 10000)) / 3;
      if (round % 3 == 0)
        for (std::size_t i = 0; i < n; ++i) scores.row(i)[0] += 100;
      const auto heads = best_tree(scores);
      ASSERT_TRUE(is_tree(heads));
      ASSERT_NEAR(sum(scores, heads), best_sum(scores), 1e-3) << n << " words, round " << round;
    }
  }
}

TEST(SpanningTree, TakesCyclesWithinCyclesApart) {
  // 0 and 1 prefer each other, so do 2 and 3, and the two pairs prefer each other.
  Matrix scores(4, 5);
  scores.row(0)[2] = scores.row(1)[1] = scores.row(2)[4] = scores.row(3)[3] = 10;
  scores.row(0)[3] = scores.row(2)[1] = 5;
  scores.row(3)[0] = 1;
  const auto heads = best_tree(scores);
  EXPECT_TRUE(is_tree(heads));
  EXPECT_NEAR(sum(scores, heads), best_sum(scores), 1e-6);
}

TEST(SpanningTree, IsATreeWhateverTheScores) {
  const float strange[] = {NAN, std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity(), 3e38f, -3e38f, 0, 1};
  std::mt19937 random(12);
  for (int round = 0; round < 300; ++round) {
    Matrix scores(random() % 30, 0);
    scores = Matrix(scores.rows, scores.rows + 1);
    for (float& value : scores.values) value = strange[random() % 7];
    EXPECT_TRUE(is_tree(best_tree(scores)));
  }
  Matrix equal(200, 201);
  EXPECT_TRUE(is_tree(best_tree(equal)));
  EXPECT_TRUE(best_tree(Matrix()).empty());
}

}  // namespace
}  // namespace casus
