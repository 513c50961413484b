#include "evaluation/assignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace casus {
namespace {

// All ways to give the rows of a matrix that is no taller than wide columns of their own.
double by_trying_all(const std::vector<std::vector<double>>& values) {
  std::vector<std::size_t> columns(values.front().size());
  std::iota(columns.begin(), columns.end(), 0);
  double best = 0;
  do {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) sum += values[i][columns[i]];
    best = std::max(best, sum);
  } while (std::next_permutation(columns.begin(), columns.end()));
  return best;
}

TEST(Assignment, IsTheBestOfAll) {
  std::mt19937 random(3);
  for (int i = 0; i < 300; ++i) {
    const std::size_t columns = 1 + random() % 6, rows = 1 + random() % columns;
    std::vector<std::vector<double>> values(rows, std::vector<double>(columns));
    for (auto& row : values)
      for (double& value : row) value = random() % 3 == 0 ? 0 : static_cast<double>(random() % 100);
    ASSERT_DOUBLE_EQ(best_assignment(values), by_trying_all(values)) << i;
  }
}

TEST(Assignment, TakesMoreRowsThanColumns) {
  // The greedy choice of 5 would leave 1 for the other column: 4 + 4 is better.
  EXPECT_DOUBLE_EQ(best_assignment({{5, 4}, {4, 1}, {0, 2}}), 8);
}

TEST(Assignment, OfNothingIsNothing) {
  EXPECT_EQ(best_assignment({}), 0);
  EXPECT_EQ(best_assignment({{}}), 0);
}

}  // namespace
}  // namespace casus
