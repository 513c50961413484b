// Kuhn-Munkres by shortest augmenting paths, for costs that are the negated values. Rows enter one at a time; row and column potentials
// keep every reduced cost (cost - row potential - column potential) at 0 or more, and at 0 along the pairs made so far. A new row grows a
// tree of such pairs by the column of least slack until it reaches a free column, then the path to it is flipped. Column 0 is the place
// from which a new row starts.
#include "evaluation/assignment.h"

#include <algorithm>
#include <limits>

namespace casus {
namespace {

class Assignment {
 public:
  // As many columns as rows at least.
  explicit Assignment(const std::vector<std::vector<double>>& values)
      : values_(values),
        columns_(values.front().size()),
        row_potential_(values.size() + 1),
        column_potential_(columns_ + 1),
        row_of_(columns_ + 1) {}

  double best() {
    for (std::size_t row = 1; row <= values_.size(); ++row) add(row);
    double sum = 0;
    for (std::size_t column = 1; column <= columns_; ++column)
      if (row_of_[column] > 0) sum += values_[row_of_[column] - 1][column - 1];
    return sum;
  }

 private:
  void add(std::size_t new_row) {
    std::vector<double> slack(columns_ + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> came_from(columns_ + 1, 0);
    std::vector<bool> in_tree(columns_ + 1, false);
    row_of_[0] = new_row;
    std::size_t column = 0;
    do {
      in_tree[column] = true;
      const std::size_t row = row_of_[column];
      std::size_t next = 0;
      double least = std::numeric_limits<double>::infinity();
      for (std::size_t other = 1; other <= columns_; ++other) {
        if (in_tree[other]) continue;
        const double reduced = -values_[row - 1][other - 1] - row_potential_[row] - column_potential_[other];
        if (reduced < slack[other]) {
          slack[other] = reduced;
          came_from[other] = column;
        }
        if (slack[other] < least) {
          least = slack[other];
          next = other;
        }
      }
      shift(in_tree, least, slack);
      column = next;
    } while (row_of_[column] != 0);
    while (column != 0) {
      row_of_[column] = row_of_[came_from[column]];
      column = came_from[column];
    }
  }

  void shift(const std::vector<bool>& in_tree, double by, std::vector<double>& slack) {
    for (std::size_t column = 0; column <= columns_; ++column) {
      if (in_tree[column]) {
        row_potential_[row_of_[column]] += by;
        column_potential_[column] -= by;
      } else {
        slack[column] -= by;
      }
    }
  }

  const std::vector<std::vector<double>>& values_;
  std::size_t columns_;
  std::vector<double> row_potential_;
  std::vector<double> column_potential_;
  std::vector<std::size_t> row_of_;  // from 1; 0 where the column is free
};

std::vector<std::vector<double>> transposed(const std::vector<std::vector<double>>& values) {
  std::vector<std::vector<double>> columns(values.front().size(), std::vector<double>(values.size()));
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t j = 0; j < columns.size(); ++j) columns[j][i] = values[i][j];
  return columns;
}

}  // namespace

double best_assignment(const std::vector<std::vector<double>>& values) {
  if (values.empty() || values.front().empty()) return 0;
  if (values.size() > values.front().size()) return Assignment(transposed(values)).best();
  return Assignment(values).best();
}

}  // namespace casus
